"""Every entry of the words of attribution, by its own example and counterexample."""

import pytest

from prose import article, model
from standpunt.language import analyse
from standpunt.lexicon import Entry
from standpunt.reading import statements
from standpunt.reading.statements.words import LISTS

# Counterexamples that still misfire: the object of these verbs decides, and nothing here knows what a thing is.
KNOWN = {"vinden", "toegeven", "beloven", "eisen", "vorderen", "steunen", "niet reageren"}


def _found(sentences: list[str]) -> list[set[str]]:
    """For each sentence the entries that report in it."""
    return [
        {found.reason.entry for found in statements.find(analysis)}
        for analysis in analyse([article(sentence) for sentence in sentences], model())
    ]


@pytest.mark.parametrize("group", ["verb", "decline", "noun", "marker"])
def test_an_entry_reports_in_its_example(group: str) -> None:
    entries: dict[str, Entry] = LISTS[group]
    found = _found([entry.example for entry in entries.values()])
    missed = [key for (key, entry), keys in zip(entries.items(), found, strict=True) if key not in keys]
    assert [key for key in missed if getattr(entries[key], "position", "") != "none"] == []


@pytest.mark.parametrize("group", ["verb", "decline", "noun", "marker"])
def test_an_entry_reports_nothing_in_its_counterexample(group: str) -> None:
    entries = {key: entry for key, entry in LISTS[group].items() if entry.counterexample}
    found = _found([entry.counterexample for entry in entries.values()])
    misfired = {key for key, keys in zip(entries, found, strict=True) if key in keys}
    assert misfired <= KNOWN


def test_what_is_no_source_tells_nothing() -> None:
    entries = LISTS["not_a_source"]
    found = _found([entry.example for entry in entries.values()])
    assert [key for key, keys in zip(entries, found, strict=True) if keys & {"volgens", "luidens"}] == []
