"""Sets of days between 1900 and 2100, as the bits of one number: cheap to intersect, whatever their shape."""

import datetime
from collections.abc import Iterable

FIRST = datetime.date(1900, 1, 1)
LAST = datetime.date(2100, 12, 31)
_SIZE = (LAST - FIRST).days + 1

Days = int
"""A set of days; bit i is the day i days after FIRST."""

ALL: Days = (1 << _SIZE) - 1


def between(first: datetime.date | None, last: datetime.date | None) -> Days:
    """The days from the first to the last, both inclusive; None is a side without a bound."""
    low = max(((first or FIRST) - FIRST).days, 0)
    high = min(((last or LAST) - FIRST).days, _SIZE - 1)
    return ((1 << (high - low + 1)) - 1) << low if low <= high else 0


def of(days: Iterable[datetime.date]) -> Days:
    """The set of these days."""
    found = 0
    for day in days:
        if FIRST <= day <= LAST:
            found |= 1 << (day - FIRST).days
    return found


_MONDAYS = of(FIRST + datetime.timedelta(i) for i in range((7 - FIRST.weekday()) % 7, _SIZE, 7))


def on_weekdays(*numbers: int) -> Days:
    """All days on one of these weekdays, 1 being Monday; numbers go round (0 is Sunday, 8 Monday)."""
    found = 0
    for number in numbers:
        place = (number - 1) % 7
        found |= _MONDAYS << place | _MONDAYS >> (7 - place) if place else _MONDAYS
    return found & ALL


def bounds(days: Days) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day; None for a side that runs to the edge. The set is not empty."""
    low, high = (days & -days).bit_length() - 1, days.bit_length() - 1
    first = None if low == 0 else FIRST + datetime.timedelta(low)
    return first, None if high == _SIZE - 1 else FIRST + datetime.timedelta(high)


def around(days: Days, kept: Days) -> tuple[datetime.date | None, datetime.date | None]:
    """The stretch of `days` that holds all of `kept` without a hole, as far as it goes; for showing a
    clue."""
    low, high = (kept & -kept).bit_length() - 1, kept.bit_length() - 1
    while low > 0 and days >> (low - 1) & 1:
        low -= 1
    while high < _SIZE - 1 and days >> (high + 1) & 1:
        high += 1
    return bounds((1 << low) | (1 << high))
