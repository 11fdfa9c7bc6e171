"""Every word of the lists is found in its example, and not in its counterexample."""

import re

import pytest

from standpunt.model import Span
from standpunt.sources import headers, words

MARKS = words.marks()
NAMED = {**MARKS.agency, **MARKS.outlet}


@pytest.mark.parametrize("key", NAMED)
def test_agencies_and_outlets(key: str) -> None:
    pattern = words.mark_pattern()
    assert words.name_of(key) in map(words.name_of, re.findall(pattern, NAMED[key].example))
    assert key not in re.findall(pattern, NAMED[key].counterexample)


@pytest.mark.parametrize("key", MARKS.outlet_noun)
def test_words_for_an_outlet(key: str) -> None:
    entry = MARKS.outlet_noun[key]
    assert words.names_outlet(entry.example)
    assert not words.names_outlet(entry.counterexample)


@pytest.mark.parametrize("key", MARKS.label)
def test_labels(key: str) -> None:
    entry = MARKS.label[key]
    stated = headers.Stated()
    assert headers.stamps(entry.example, Span(0, len(entry.example)), stated, head=True) == len(entry.example)
    assert bool(stated.revised) is entry.revises
    if entry.counterexample:
        assert (
            headers.stamps(
                entry.counterexample, Span(0, len(entry.counterexample)), headers.Stated(), head=True
            )
            == 0
        )


PHRASES = [
    (group, key) for group, entries in words.phrases().items() for key in entries if group != "profession"
]


@pytest.mark.parametrize(("group", "key"), PHRASES)
def test_phrases(group: str, key: str) -> None:
    entry = words.phrases()[group][key]
    assert entry.example.lower().lstrip("-> ").startswith(key)
    assert words.tells(group, entry.example)
    assert not words.tells(group, entry.counterexample)


@pytest.mark.parametrize("key", words.phrases()["profession"])
def test_professions(key: str) -> None:
    entry = words.phrases()["profession"][key]
    assert words.profession_pattern().search(entry.example)
    assert not words.profession_pattern().search(entry.counterexample)


def test_months_are_those_of_the_times() -> None:
    assert words.months()["februari"] == words.months()["febr"] == 2
    assert len(set(words.months().values())) == 12
