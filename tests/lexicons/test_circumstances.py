"""To whom and where something is said, by the entries' own examples."""

import pytest

from prose import analysis, statements
from standpunt.reading import interpret
from standpunt.reading.statements.circumstances import LISTS


def told(text: str) -> tuple[str, str]:
    """The addressee and the occasion of the first statement, empty where none is told."""
    statement = interpret(analysis(text)).statements[0]
    addressee, occasion = (
        span.of(text) if span else "" for span in (statement.addressee, statement.occasion)
    )
    return addressee, occasion


BESIDE = [group for group in LISTS if group != "floor"]


@pytest.mark.parametrize("group", BESIDE)
def test_every_entry_in_its_example(group: str) -> None:
    which = 0 if group == "addressee" else 1
    missed = [key for key, entry in LISTS[group].items() if not told(entry.example)[which]]
    assert missed == []


@pytest.mark.parametrize("group", BESIDE)
def test_no_entry_in_its_counterexample(group: str) -> None:
    which = 0 if group == "addressee" else 1
    entries = {key: entry for key, entry in LISTS[group].items() if entry.counterexample}
    assert [key for key, entry in entries.items() if told(entry.counterexample)[which]] == []


@pytest.mark.parametrize(
    ("text", "addressee", "occasion"),
    [
        ('"We stoppen ermee", zei Jansen in een interview met Trouw.', "", "een interview met Trouw"),
        ('"We stoppen ermee", zei Jansen tegen omwonenden.', "omwonenden", ""),
        ("Jansen zegt dat hij in Utrecht woont.", "", ""),
    ],
)
def test_what_stands_beside_the_cue(text: str, addressee: str, occasion: str) -> None:
    assert told(text) == (addressee, occasion)


@pytest.mark.parametrize("word", list(LISTS["floor"]))
def test_who_is_given_the_floor_says_what_follows(word: str) -> None:
    entry = LISTS["floor"][word]
    assert dict(statements(entry.example))["Dit kan zo niet."] == "Anna de Wit"
    if entry.counterexample:
        assert dict(statements(entry.counterexample))["Dit kan zo niet."] == "Anna de Wit"
