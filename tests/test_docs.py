"""docs/attribution.md is run: each row of its table of constructions, and the example for spaCy."""

import doctest
import re
from pathlib import Path

import pytest
import spacy

from prose import model, told

PAGE = Path(__file__).parent.parent / "docs" / "attribution.md"
TEXT = PAGE.read_text(encoding="utf-8")
HEAD = "| construction | sentence | content | source |\n| --- | --- | --- | --- |\n"
TABLE = TEXT.partition(HEAD)[2].partition("\n\n")[0]
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]*?) ?\|$", TABLE, re.MULTILINE)


def expected() -> dict[str, list[tuple[str, str]]]:
    """For each sentence what is said in it; one that says two things has two rows."""
    found: dict[str, list[tuple[str, str]]] = {}
    for _, sentence, content, source in ROWS:
        found.setdefault(sentence, []).append((content, source))
    return found


def test_the_page_has_its_rows() -> None:
    assert len(ROWS) == len(TABLE.splitlines()) > 30


@pytest.mark.parametrize(("sentence", "said"), expected().items())
def test_a_row_holds(sentence: str, said: list[tuple[str, str]]) -> None:
    assert told(sentence) == said


def test_the_example_for_spacy_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the model that ships in the place of the pipeline that it names."""
    nlp = spacy.util.load_model_from_config(model().config, auto_fill=False, validate=False)
    nlp.from_bytes(model().to_bytes())
    monkeypatch.setattr(spacy, "load", lambda name: nlp)
    example = doctest.DocTestParser().get_doctest(TEXT.replace("```", ""), {}, PAGE.name, str(PAGE), 0)
    assert example.examples
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0
