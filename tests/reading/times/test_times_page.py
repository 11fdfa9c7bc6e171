"""docs/times.md says what is understood; every row of it is run."""

import doctest
import re
from pathlib import Path

import pytest

from standpunt import find_times

PAGE = Path(__file__).parents[3] / "docs" / "times.md"
ROWS = re.findall(
    r"^\| ([^|\n]*\*\*[^|\n]*) \| (\S+) \| (\S*) ?\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
)


def test_the_page_has_its_rows() -> None:
    assert len(ROWS) > 40


@pytest.mark.parametrize(("sentence", "value", "days"), ROWS)
def test_a_row_holds(sentence: str, value: str, days: str) -> None:
    before, words, _ = sentence.split("**")
    found = [
        each
        for each in find_times(sentence.replace("**", ""), "2025-02-17T12:00")
        if each.span.end > len(before)
    ]
    covered = "" if found[0].earliest is None else f"{found[0].earliest}"
    covered += f"/{found[0].latest}" if found[0].latest != found[0].earliest else ""
    assert [(found[0].value, covered)] == [(value, days)]
    assert len(found) == 1
    assert found[0].text in words or words in found[0].text


def test_the_example_runs() -> None:
    page = PAGE.read_text(encoding="utf-8").replace("```", "")
    example = doctest.DocTestParser().get_doctest(page, {}, PAGE.name, str(PAGE), 0)
    assert example.examples
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


@pytest.mark.parametrize(
    "text",
    [
        "Hij zat bij Zondag met Lubach.",
        "Kamerlid Mei Li Vos sprak.",
        "Hij is in het najaar van zijn leven.",
        "Dat kost 2014 euro.",
        "Dat staat in artikel 1950.",
        "Een man van 43 jaar is opgepakt.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert not find_times(text, "2025-02-17")
