"""A folder that people annotated → the gold of each article. Three formats, a module for each, may lie side by side:

*.yaml   the project's own, as GUIDELINES.md has it; `yaml` says what may stand in it
*.ann    brat stand-off; `brat` says which of its types mean what
*.xmi    UIMA CAS, of INCEpTION for instance; `cas` says which of its layers mean what

A database of Discourse Network Analyzer holds many articles, with their texts, and has a reader of its own (`dna`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from standpunt import sources
from standpunt.errors import GoldError
from standpunt.evaluation.annotations import brat, cas, yaml
from standpunt.evaluation.coding import Gold
from standpunt.model import Article

__all__ = ["read"]

_FORMATS: Mapping[str, Callable[[Path, Callable[[str], str]], Gold]] = {
    ".yaml": yaml.read,
    ".ann": brat.read,
    ".xmi": cas.read,
}
_OWN = ".yaml"
_NO_ARTICLE = "codebook.yaml"


@dataclass(frozen=True, slots=True)
class Texts:
    """The folder that holds the articles; called with the name of a file, it gives its text."""

    folder: Path

    def __call__(self, file: str) -> str:
        """The text as Standpunt reads it, so that offsets are the same; a file that it sets aside, as UTF-8."""
        path = self.folder / file
        if not path.is_file():
            hint = "name the folder of the articles with --texts"
            raise GoldError("the article is not there", where=str(path), hint=hint)
        articles = [each for each in sources.read([path]) if isinstance(each, Article)]
        if len(articles) > 1:
            hint = "save the annotated one as a text of its own"
            raise GoldError("there are several articles in this file", where=str(path), hint=hint)
        return articles[0].text if articles else path.read_bytes().decode("utf-8", errors="replace")


def read(folder: Path, texts: Path) -> list[Gold]:
    """The gold of every annotated article of a folder, by the names of the annotation files.

    Raises GoldError: nothing is annotated there, a file is not in its format or does not fit its text, or an article is
    annotated twice.
    """
    if not folder.is_dir():
        raise GoldError("there is no such folder", where=str(folder))
    found = list(_each(folder, Texts(texts)))
    if not found:
        hint = f"expected files that end in {' or '.join(_FORMATS)}"
        raise GoldError("nothing is annotated in this folder", where=str(folder), hint=hint)
    by_file: dict[str, Gold] = {}
    for gold in found:
        first = by_file.setdefault(gold.file, gold)
        if first is not gold:
            both = f"{first.annotation} and {gold.annotation}"
            raise GoldError(f"this article is annotated twice, in {both}", where=gold.file)
    return _level(found)


def _each(folder: Path, texts: Texts) -> Iterator[Gold]:
    for path in sorted(folder.iterdir()):
        if path.suffix in _FORMATS and path.name != _NO_ARTICLE:
            yield _FORMATS[path.suffix](path, texts)


def _level(golds: list[Gold]) -> list[Gold]:
    """With the same layers for all but those in the project's own format: what one has, the others were looked at
    for."""
    ours = [gold for gold in golds if not gold.annotation.endswith(_OWN)]
    layers = frozenset(layer for gold in ours for layer in gold.layers)
    return [replace(gold, layers=layers) if gold in ours else gold for gold in golds]
