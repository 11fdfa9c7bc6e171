"""Time as geometry: every date as wide as it is uncertain, what has no date apart.

All places are shares of the width in per cent, so that a drawing fits a phone as well as a wide screen.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standpunt.display.wording import Wording
from standpunt.model import Moment

UNDATED = 90.0  # per cent of the width where the strip without dates begins
TICKS = 6

Days = tuple[datetime.date, datetime.date]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the axis; `x` is a share of the width in per cent, `anchor` SVG's text-anchor; `year` is set
    where a new one begins, `label` empty where years are all there is."""

    x: str
    label: str
    year: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a moment is drawn. `kind`: `dag` a dot at `x`, `reeks` a bar from `x`, `vanaf` and `tot` a bar
    with one open side, `open` a hollow dot apart, `eerder` and `later` an arrow at the left or right edge."""

    kind: str
    x: str
    width: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The first and last day that are drawn, None where nothing is dated, and the share of the width they take."""

    days: Days | None
    width: float = 100.0

    def at(self, day: datetime.date, offset: float = 0.0) -> float:
        assert self.days is not None
        first, last = self.days
        share = ((day - first).days + offset) / ((last - first).days + 1)
        return min(max(share, 0.0), 1.0) * self.width

    def place(self, when: Moment) -> Place:
        """A dot for a day, for others as wide as they may be off. Without any date, all stands in the strip apart."""
        first, last = when.earliest, when.latest
        if self.days is None or (first is None and last is None):
            return Place("open", share((UNDATED + 100) / 2))
        if last is not None and last < self.days[0]:
            return Place("eerder", "0")
        if first is not None and first > self.days[1]:
            return Place("later", share(self.width))
        left = self.at(first) if first else 0.0
        right = self.at(last, 1) if last else self.width
        if first == last:
            return Place("dag", share((left + right) / 2))
        kind = "vanaf" if last is None else "tot" if first is None else "reeks"
        return Place(kind, share(left), share(right - left))

    def ticks(self, wording: Wording) -> Iterator[Tick]:
        if self.days is None:
            return
        first, last = self.days
        days = next(listed for listed in _steps(first, last) if 0 < len(listed) <= TICKS)
        for place, day in enumerate(days):
            x = self.at(day)
            shown_year = place == 0 or day.year != days[place - 1].year
            anchor = "start" if x < 6 else "end" if x > 96 else "middle"
            yield Tick(share(x), _tick(day, days, wording), str(day.year) if shown_year else "", anchor)


def share(value: float) -> str:
    """A share as an attribute has it, without what does not count."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _tick(day: datetime.date, days: Sequence[datetime.date], wording: Wording) -> str:
    if all((one.month, one.day) == (1, 1) for one in days):
        return ""
    month = wording.month(day.month, short=True)
    return month if all(one.day == 1 for one in days) else f"{day.day} {month}"


def _steps(first: datetime.date, last: datetime.date) -> Iterator[list[datetime.date]]:
    """Ever wider steps: every day or second day, round days of the month, months, years."""
    days = [first + datetime.timedelta(days=n) for n in range((last - first).days + 1)]
    yield days
    yield days[::2]
    for round_days in ((1, 6, 11, 16, 21, 26), (1, 11, 21), (1, 15)):
        yield [day for day in days if day.day in round_days]
    months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    for step in (1, 2, 3, 6, 12):
        starts = [datetime.date(year, month, 1) for year, month in months if (month - 1) % step == 0]
        yield [day for day in starts if first <= day <= last]
    for step in (2, 5, 10, 20, 50, 100, 1000):
        years = [datetime.date(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0]
        yield [day for day in years if first <= day <= last]
    yield [first]
