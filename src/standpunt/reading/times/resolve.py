"""From a time expression and the Moment of its article to a TIMEX3 value and the days that it covers.

A Moment of several days gives the value that most of its days agree on, among equals that of its
middle; the days covered
are those under any of them, and `reason.candidates` lists the other values. Under an open Moment a value
keeps what is left open (`XXXX-WXX-6`).
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from standpunt.model import Direction, Moment, Named, Offset, Reason, ResolvedTime, Stretch, TimeExpression
from standpunt.reading.times import periods
from standpunt.reading.times.periods import Period

_WIDEST = 400
"""Days of a Moment that are tried one by one; a wider one is as good as open."""
_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_MOST_CANDIDATES = 8


def resolve_all(expressions: Iterable[TimeExpression], published: Moment) -> tuple[ResolvedTime, ...]:
    """Each expression against the Moment, in the order of the text; `een dag later` counts from the one
    before it."""
    resolved: list[ResolvedTime] = []
    told: ResolvedTime | None = None
    for expression in expressions:
        found = resolve(expression, published, told)
        resolved.append(found)
        if found.moment.width is not None:
            told = found
    return tuple(resolved)


def resolve(expression: TimeExpression, published: Moment, told: ResolvedTime | None = None) -> ResolvedTime:
    """An expression's value and days, the article being published at a Moment; `told` is the time told
    before it."""
    if expression.value is not None:
        period = periods.of_value(expression.value)
        moment = Moment(period[1], period[2]) if period else Moment()
        return ResolvedTime(expression.value, moment, Reason("absolute"))
    relative = expression.relative
    assert relative is not None, "an expression has a value or is relative"
    if isinstance(relative, Named):
        given = (_named_on(relative, day) for day in _days(published))
    else:
        given = (value_on(relative, day, told) for day in _days(published))
    found = [period for period in given if period]
    if not found:
        return ResolvedTime(_left_open(relative), Moment(), Reason("open"))
    counts = Counter(value for value, _, _ in found)
    most = max(counts.values())
    agreed = [
        (abs(2 * i + 1 - len(found)), value) for i, (value, _, _) in enumerate(found) if counts[value] == most
    ]
    best = min(agreed)[1]
    others = tuple(value for value in counts if value != best)[:_MOST_CANDIDATES]
    covered = Moment(min(first for _, first, _ in found), max(last for _, _, last in found))
    return ResolvedTime(best, covered, Reason("published", str(published), others))


@lru_cache(maxsize=65536)
def _named_on(named: Named, day: datetime.date) -> Period | None:
    """What a name means on a day does not depend on what else is told; a pile of articles asks for the same ones."""
    return value_on(named, day)


def value_on(
    relative: Offset | Named | Stretch, day: datetime.date, told: ResolvedTime | None = None
) -> Period | None:
    """The period that is meant in an article published on a day."""
    if isinstance(relative, Stretch):
        return _stretch(relative, day, told)
    if isinstance(relative, Offset):
        anchor = told.moment.earliest if relative.told and told and told.moment.earliest else day
        return _tailed(periods.of_unit(relative.unit, anchor, relative.count), relative.tail)
    if relative.within is not None:
        return _tailed(_within(relative, day), relative.tail)
    return _tailed(_chosen(relative, day), relative.tail)


def occurrences(named: Named, day: datetime.date) -> list[Period]:
    """The times that a name fits, in order, for some way on either side of a day."""
    pattern = named.pattern
    if pattern == "XXXX-WXX-WE":
        near = [periods.of_unit("weekend", day, count) for count in range(-2, 3)]
    elif pattern.startswith("XXXX-WXX-"):
        wanted = int(pattern[9:])
        offset = (wanted - day.isoweekday()) % 7
        near = [periods.of_unit("day", day, offset + 7 * count) for count in range(-3, 3)]
    elif pattern.startswith("XXXX-XX-") and not named.fixture:
        months = [periods.of_unit("month", day, count) for count in range(-2, 3)]
        near = [periods.of_value(month[0] + pattern[7:]) for month in months if month]
    else:
        years = range(max(1, day.year - 2), min(9999, day.year + 2) + 1)
        near = [periods.named(pattern, named.fixture, year) for year in years]
    found = [period for period in near if period]
    if named.weekday:
        found = _on_weekday(named, day) or found
    return found


def _on_weekday(named: Named, day: datetime.date) -> list[Period]:
    """Only the years in which the date falls on the weekday that is told beside it."""
    years = range(max(1, day.year - 6), min(9999, day.year + 6) + 1)
    near = (periods.named(named.pattern, "", year) for year in years)
    return [period for period in near if period and period[1].isoweekday() == named.weekday]


def _chosen(named: Named, day: datetime.date) -> Period | None:
    times = occurrences(named, day)
    match named.direction:
        case Direction.PAST:
            return next((time for time in reversed(times) if time[1] <= day), None)
        case Direction.LAST:
            return next((time for time in reversed(times) if time[2] < day), None)
        case Direction.FUTURE:
            return next((time for time in times if time[2] >= day), None)
        case Direction.NEXT:
            return next((time for time in times if time[1] > day), None)
        case Direction.THIS if not named.pattern.startswith("XXXX-WXX") and not named.pattern.endswith("WI"):
            same = [time for time in times if time[1].year == day.year]
            times = same or times
    return min(times, key=lambda time: (_distance(time, day), time[1]), default=None)


def _distance(time: Period, day: datetime.date) -> int:
    """Days between a time and a day; 0 inside."""
    return max((time[1] - day).days, (day - time[2]).days, 0)


def _within(named: Named, day: datetime.date) -> Period | None:
    assert named.within is not None
    holder = periods.of_unit(named.within.unit, day, named.within.count)
    if holder is None:
        return None
    if named.pattern.startswith("XXXX-WXX-") and named.pattern[9:].isdigit():
        return periods.of_unit("day", holder[1], int(named.pattern[9:]) - 1)
    return periods.named(named.pattern, named.fixture, holder[1].year)


def _stretch(stretch: Stretch, day: datetime.date, told: ResolvedTime | None) -> Period | None:
    """Its two ends, the second being the first such time that is not before the first end."""
    ends = [
        periods.of_value(end) if isinstance(end, str) else value_on(end, day, told)
        for end in (stretch.first, stretch.last)
    ]
    first, last = ends
    if first is None or last is None:
        return None
    if last[2] < first[1] and isinstance(stretch.last, Named):
        later = [time for time in occurrences(stretch.last, first[1]) if time[1] >= first[1]]
        last = later[0] if later else last
    elif isinstance(stretch.first, Named):
        earlier = [time for time in occurrences(stretch.first, last[1]) if time[1] <= last[1]]
        first = earlier[-1] if earlier else first
    return (f"{first[0]}/{last[0]}", first[1], last[2]) if first[1] <= last[2] else None


def _tailed(period: Period | None, tail: str) -> Period | None:
    return (period[0] + tail, period[1], period[2]) if period and tail else period


def _days(published: Moment) -> list[datetime.date]:
    width = published.width
    if published.earliest is None or width is None or not 0 < width <= _WIDEST:
        return []
    return [published.earliest + datetime.timedelta(i) for i in range(width)]


def _left_open(relative: Offset | Named | Stretch) -> str:
    if isinstance(relative, Stretch):
        ends = [end if isinstance(end, str) else _left_open(end) for end in (relative.first, relative.last)]
        return "/".join(ends)
    return (_OPEN[relative.unit] if isinstance(relative, Offset) else relative.pattern) + relative.tail
