"""The registry's calendar: feasts that come back each year, events on known days, and what happens every
week.

feasts()["prinsjesdag"].days(2024)     the first and last day: 2024-09-17, twice
load().told(sentence)                  the events that a sentence names
"""

import datetime
import re
from functools import cache
from typing import NamedTuple

import msgspec

from standpunt import lexicon
from standpunt.errors import LexiconError

_FILE = "events.nl.toml"
Days = tuple[datetime.date, datetime.date]
"""A first and a last day, both inclusive."""


class Feast(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    """A day, or a few, of each year; exactly one of `date`, `easter` and `nth` says which."""

    date: str = ""
    easter: int | None = None
    nth: str = ""
    after: int = 0
    until: int = 0
    forms: tuple[str, ...] = ()

    def days(self, year: int) -> Days:
        """Its first and last day in a year."""
        if self.date:
            first = datetime.date.fromisoformat(f"{year}-{self.date}")
        elif self.easter is not None:
            first = easter(year) + datetime.timedelta(self.easter)
        else:
            month, weekday, n = map(int, self.nth.split())
            first = _nth_weekday(year, month, weekday, n) + datetime.timedelta(self.after)
        return first, first + datetime.timedelta(self.until)


class Event(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    """Something on known days: all words of one of its `names` stand in a sentence that tells it."""

    names: tuple[tuple[str, ...], ...]
    editions: tuple[Days, ...]


class Weekly(lexicon.Entry, frozen=True, forbid_unknown_fields=True):
    """What happens on one day of every week, 1 being Monday."""

    names: tuple[tuple[str, ...], ...]
    weekday: int
    of: str


class Calendar(msgspec.Struct, frozen=True):
    """All of the file, by the names of the entries."""

    feasts: dict[str, Feast]
    events: dict[str, Event]
    weekly: dict[str, Weekly]
    periods: dict[str, Event]

    def told(self, sentence: str) -> list["Told"]:
        """The events that a sentence names, in the order of the file."""
        lower = sentence.lower()
        found = ((name, event, _place(event.names, lower)) for name, event in self.events.items())
        return [Told(name, event, start) for name, event, start in found if start is not None]

    def told_weekly(self, sentence: str) -> list[tuple[str, Weekly]]:
        """What happens every week and a sentence names, in the order of the file."""
        lower = sentence.lower()
        return [
            (name, entry) for name, entry in self.weekly.items() if _place(entry.names, lower) is not None
        ]


class Told(NamedTuple):
    """An entry that a sentence names, and where in the sentence the name begins."""

    name: str
    event: Event
    start: int


@cache
def load() -> Calendar:
    """The calendar of this package. Raises LexiconError, also for a day that does not exist."""
    groups: dict[str, type[lexicon.Entry]] = {
        "feast": Feast,
        "event": Event,
        "weekly": Weekly,
        "period": Event,
    }
    content = lexicon.read("standpunt.registry", _FILE, groups)
    calendar = msgspec.convert(
        {
            "feasts": content["feast"],
            "events": content["event"],
            "weekly": content["weekly"],
            "periods": content["period"],
        },
        Calendar,
    )
    for name, feast in calendar.feasts.items():
        check_feast(name, feast)
    for name, event in (*calendar.events.items(), *calendar.periods.items()):
        check_editions(name, event, _FILE)
    return calendar


def check_editions(name: str, event: Event, file: str) -> None:
    """Raises LexiconError where the editions of an event are not in order."""
    last = datetime.date.min
    for first, end in event.editions:
        if not last < first <= end:
            raise LexiconError(f"{name}: editions overlap or run backwards at {first}", where=file)
        last = end


@cache
def feasts() -> dict[str, Feast]:
    """Every name of a feast, in lower case, and the feast."""
    return {form: feast for name, feast in load().feasts.items() for form in (name, *feast.forms)}


def names_in(names: tuple[tuple[str, ...], ...], sentence: str) -> bool:
    """Whether a sentence holds all parts of one of the names."""
    return _place(names, sentence.lower()) is not None


def easter(year: int) -> datetime.date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime.date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, n: int) -> datetime.date:
    if n > 0:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
    return last - datetime.timedelta((last.isoweekday() - weekday) % 7)


def _place(names: tuple[tuple[str, ...], ...], lower: str) -> int | None:
    """Where the first of the names that the words hold begins; all of its parts must be there."""
    for parts in names:
        for part in parts:  # a plain loop: most texts hold none of the names, and all are asked for in each
            if part not in lower:
                break
        else:
            found = [_starts(part).search(lower) for part in parts]
            if all(found):
                return min(match.start() for match in found if match)
    return None


@cache
def _starts(part: str) -> re.Pattern[str]:
    """A beginning of a word; a name that ends in `-top` is a whole word (no `NAVO-topman`)."""
    return re.compile(r"(?<!\w)" + re.escape(part) + (r"(?!\w)" if part.endswith("top") else ""))


def check_feast(name: str, feast: Feast) -> None:
    given = [bool(feast.date), feast.easter is not None, bool(feast.nth)]
    if sum(given) != 1:
        raise LexiconError(f"{name} needs one of date, easter and nth", where=_FILE)
    try:
        feast.days(2024)
    except ValueError as fault:
        raise LexiconError(f"{name}: {fault}", where=_FILE) from fault
