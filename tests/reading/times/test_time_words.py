"""Every entry of the word lists is found in its example and not in its counterexample."""

import pytest

from standpunt import lexicon
from standpunt.reading import times
from standpunt.reading.times import calendar, direction, guards

PACKAGE = "standpunt.reading.times"
CALENDAR = lexicon.read(PACKAGE, "calendar.nl.toml", calendar.GROUPS)
TITLES = CALENDAR.pop("title")
MAKING = ("linked", "lengthy", "clocked", "shortly", "punished", "habitual", "spread")
"""The guards that make a time of what would be none."""
GUARDS = lexicon.read(PACKAGE, "guards.nl.toml", guards.GROUPS)
DIRECTIONS = lexicon.read(PACKAGE, "direction.nl.toml", direction.GROUPS)


def words(text: str) -> str:
    return " | ".join(each.span.of(text).lower() for each in times.find(text))


@pytest.mark.parametrize(
    ("key", "entry"), [(key, entry) for group in CALENDAR.values() for key, entry in group.items()]
)
def test_a_word_for_time_is_found_in_its_example(key: str, entry: lexicon.Entry) -> None:
    forms = (key, *getattr(entry, "forms", ()), *getattr(entry, "plural", ()), *getattr(entry, "short", ()))
    assert any(form in words(entry.example) for form in forms)
    if entry.counterexample:
        assert not any(form in words(entry.counterexample).split() for form in forms)


@pytest.mark.parametrize("entry", TITLES.values())
def test_a_name_that_holds_a_word_for_time_is_no_time(entry: lexicon.Entry) -> None:
    assert words(entry.example) == ""


@pytest.mark.parametrize(
    ("group", "key", "entry"),
    [(name, key, entry) for name, group in GUARDS.items() for key, entry in group.items()],
)
def test_a_guard_holds_in_its_example(group: str, key: str, entry: lexicon.Entry) -> None:
    found = words(entry.example)
    assert bool(found) == (group in MAKING)
    if entry.counterexample:
        assert bool(words(entry.counterexample)) == (group not in MAKING)


@pytest.mark.parametrize(
    ("side", "entry"), [(side, entry) for side, group in DIRECTIONS.items() for entry in group.values()]
)
def test_a_verb_tells_its_side(side: str, entry: lexicon.Entry) -> None:
    (found,) = times.find(entry.example)
    assert direction.tense(found.span, entry.example, None)[0] == side


def test_no_word_stands_in_two_groups() -> None:
    seen: dict[str, str] = {}
    for name, group in CALENDAR.items():
        for key, entry in group.items():
            for form in (key, *getattr(entry, "forms", ()), *getattr(entry, "plural", ())):
                if (form, name) not in (("nacht", "part"), ("morgen", "part")):
                    assert seen.setdefault(form, name) == name, form
