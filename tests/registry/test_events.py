"""The registry's calendar: feasts by rule, events on known days, and every entry in its example."""

import datetime

import pytest

from standpunt.errors import LexiconError
from standpunt.reading import times
from standpunt.registry import events

D = datetime.date


@pytest.mark.parametrize(
    ("feast", "year", "day"),
    [
        ("pasen", 2024, D(2024, 3, 31)),
        ("pasen", 2038, D(2038, 4, 25)),
        ("goede vrijdag", 1998, D(1998, 4, 10)),
        ("hemelvaartsdag", 2025, D(2025, 5, 29)),
        ("prinsjesdag", 2024, D(2024, 9, 17)),
        ("prinsjesdag", 2025, D(2025, 9, 16)),
        ("veteranendag", 2024, D(2024, 6, 29)),
        ("moederdag", 2025, D(2025, 5, 11)),
    ],
)
def test_a_feast_falls_on_its_day(feast: str, year: int, day: datetime.date) -> None:
    assert events.feasts()[feast].days(year)[0] == day


@pytest.mark.parametrize(("name", "feast"), list(events.load().feasts.items()))
def test_a_feast_is_found_in_its_example(name: str, feast: events.Feast) -> None:
    def found(text: str) -> list[str]:
        return [each.span.of(text).lower() for each in times.find(text)]

    assert any(form in words for words in found(feast.example) for form in (name, *feast.forms))
    assert not feast.counterexample or not found(feast.counterexample)


@pytest.mark.parametrize(("name", "event"), list(events.load().events.items()))
def test_an_event_is_told_in_its_example(name: str, event: events.Event) -> None:
    assert name in [told.name for told in events.load().told(event.example)]
    assert not event.counterexample or name not in [
        told.name for told in events.load().told(event.counterexample)
    ]


@pytest.mark.parametrize(("name", "entry"), list(events.load().weekly.items()))
def test_what_happens_every_week_is_told_in_its_example(name: str, entry: events.Weekly) -> None:
    assert name in [told for told, _ in events.load().told_weekly(entry.example)]


def test_a_feast_needs_one_rule() -> None:
    with pytest.raises(LexiconError, match="needs one of"):
        events.check_feast("dubbel", events.Feast(example="x", date="01-01", easter=1))
    with pytest.raises(LexiconError, match="dubbel"):
        events.check_feast("dubbel", events.Feast(example="x", date="02-31"))
