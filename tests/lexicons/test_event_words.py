"""The words of events, by the entries' own examples and counterexamples."""

from collections.abc import Callable

import pytest

from prose import analysis
from standpunt.model import EventMention
from standpunt.reading import interpret
from standpunt.reading.events.words import LISTS, NEVER, GovernorEntry, SignEntry

Found = tuple[EventMention, ...]


def told(text: str) -> Found:
    return interpret(analysis(text)).events


def _by_rule(rule: str) -> Callable[[str, Found], bool]:
    return lambda key, found: any(each.why.rule == rule for each in found)


def _by_entry(key: str, found: Found) -> bool:
    return any(each.why.entry == key for each in found)


def _by_status(key: str, found: Found) -> bool:
    entry = LISTS["governor"].get(key) or LISTS["sign"][key]
    assert isinstance(entry, GovernorEntry | SignEntry)
    if entry.status == NEVER:
        return not found
    return any(each.status == entry.status for each in found)


def _by_sign(key: str, found: Found) -> bool:
    entry = LISTS["sign"][key]
    assert isinstance(entry, SignEntry)
    return any(each.status == entry.status for each in found)


HOLDS: dict[str, Callable[[str, Found], bool]] = {
    "noun": _by_entry,
    "verb": _by_entry,
    "setting": _by_rule("takes place"),
    "presence": _by_rule("takes part"),
    "scene": _by_rule("scene"),
    "governor": _by_status,
    "sign": _by_sign,
    "habit": lambda key, found: not found,
}


@pytest.mark.parametrize("group", list(LISTS))
def test_every_entry_in_its_example(group: str) -> None:
    missed = [key for key, entry in LISTS[group].items() if not HOLDS[group](key, told(entry.example))]
    assert missed == []


@pytest.mark.parametrize("group", list(LISTS))
def test_no_entry_in_its_counterexample(group: str) -> None:
    entries = {key: entry.counterexample for key, entry in LISTS[group].items() if entry.counterexample}
    assert [key for key, text in entries.items() if HOLDS[group](key, told(text))] == []
