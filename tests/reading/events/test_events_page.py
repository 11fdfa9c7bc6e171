"""docs/events.md is run: each row of its table."""

import re
from pathlib import Path

import pytest

from prose import analysis
from standpunt.reading import interpret

PAGE = (Path(__file__).parents[3] / "docs" / "events.md").read_text(encoding="utf-8")
HEAD = "| sentence | event | status |\n| --- | --- | --- |\n"
TABLE = PAGE.partition(HEAD)[2].partition("\n\n")[0]
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]*?) ?\| ([^|]*?) ?\|$", TABLE, re.MULTILINE)


def test_the_page_has_its_rows() -> None:
    assert len(ROWS) == len(TABLE.splitlines()) > 10


@pytest.mark.parametrize(("sentence", "word", "status"), ROWS)
def test_a_row_holds(sentence: str, word: str, status: str) -> None:
    found = [
        (event.trigger.of(sentence), event.status.value) for event in interpret(analysis(sentence)).events
    ]
    assert ((word, status) in found) if word else (found == [])
