"""Annotated folders, read as `standpunt evaluate` reads them, with the analyses that features come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from standpunt import dossier, registry, sources
from standpunt.evaluation import annotations, found
from standpunt.evaluation.coding import Coding, Gold, MarkedStatement
from standpunt.evaluation.comparison import Comparison, compare
from standpunt.language import Analysis, analyse, pipeline
from standpunt.model import Actor, Article, DatedArticle
from standpunt.reading import interpret


@dataclass(frozen=True, slots=True, eq=False)
class Annotated:
    """One annotated article. `measured`: learners never see it, it is only measured on."""

    folder: str
    gold: Gold
    analysis: Analysis
    dated: DatedArticle
    actors: Mapping[str, Actor]
    measured: bool = False

    @property
    def statements(self) -> tuple[MarkedStatement, ...]:
        """What the rules say, in the order of the reading's statements."""
        return found.statements(self.dated, self.actors)

    def compared(self, statements: Sequence[MarkedStatement]) -> Comparison:
        return compare(self.gold, Coding(statements=tuple(statements)))


def read(folder: Path, texts: Path, *, measured: bool = False) -> list[Annotated]:
    """The annotated articles of a folder, in one dossier with all others that lie in `texts`. Raises GoldError."""
    articles = [each for each in sources.read([texts]) if isinstance(each, Article)]
    analyses = {each.article.id: each for each in analyse(articles, pipeline.load())}
    readings = [(each.article, interpret(each)) for each in analyses.values()]
    made = dossier.assemble(readings, registry.load())
    actors = {actor.id: actor for actor in made.actors}
    by_file = {each.article.provenance.source: each for each in made.articles}
    return [
        Annotated(
            str(folder), gold, analyses[by_file[gold.file].article.id], by_file[gold.file], actors, measured
        )
        for gold in annotations.read(folder, texts)
        if gold.file in by_file
    ]
