"""Every entry of conditions.nl.toml, by its own example and counterexample."""

import pytest

from prose import article, model
from standpunt.language import analyse
from standpunt.reading import interpret
from standpunt.reading.conditions.words import LISTS


def stated(sentences: list[str]) -> list[set[str]]:
    """For each sentence the entries that state a condition in it."""
    readings = map(interpret, analyse([article(sentence) for sentence in sentences], model()))
    return [{each.why.entry for each in reading.conditions if not each.demand} for reading in readings]


@pytest.mark.parametrize("group", list(LISTS))
def test_an_entry_states_a_condition_in_its_example(group: str) -> None:
    found = stated([entry.example for entry in LISTS[group].values()])
    assert [key for key, each in zip(LISTS[group], found, strict=True) if key not in each] == []


@pytest.mark.parametrize("group", list(LISTS))
def test_an_entry_states_nothing_in_its_counterexample(group: str) -> None:
    entries = {key: entry for key, entry in LISTS[group].items() if entry.counterexample}
    found = stated([entry.counterexample for entry in entries.values()])
    assert [key for key, each in zip(entries, found, strict=True) if key in each] == []
