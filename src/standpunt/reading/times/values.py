"""The period that a relative time means in an article of one day: `XXXX-WXX-6`, said of the past on 2025-02-17, is
2025-02-15."""

import datetime

from msgspec.structs import replace

from standpunt.model import Direction, Named, Offset, Stretch
from standpunt.reading.times import periods
from standpunt.reading.times.periods import Period
from standpunt.reading.times.rules.rule import Relative

_FAR = 366
"""Days within which a date is told without its year."""
_FIXED = (Direction.THIS, Direction.LAST, Direction.NEXT)


def value_on(
    relative: Relative,
    day: datetime.date,
    told: datetime.date | None = None,
    hour: datetime.time | None = None,
) -> Period | None:
    """The period that is meant in an article published on a day; `told` is the first day told before it."""
    if isinstance(relative, Stretch):
        return _stretch(relative, day, told, hour)
    if isinstance(relative, Offset):
        return _tailed(_offset(relative, day, told, hour), relative.tail)
    if relative.within is not None:
        return _tailed(_within(relative, day), relative.tail)
    return _tailed(chosen(relative, day), relative.tail)


def _offset(
    relative: Offset, day: datetime.date, told: datetime.date | None, hour: datetime.time | None
) -> Period | None:
    if relative.of is not None:
        base = _end(relative.of, day, told, hour)
        return periods.shifted(relative.unit, base[1], relative.count) if base else None
    if relative.unit in periods.CLOCK:
        if hour is None:
            return periods.of_unit("day", told if relative.told and told else day)
        return periods.at_clock(relative.unit, datetime.datetime.combine(day, hour), relative.count)
    anchor = told if relative.told and told else day
    return periods.of_unit(relative.unit, anchor, relative.count)


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
        reach = 18 if named.weekday else 2
        months = [periods.of_unit("month", day, count) for count in range(-reach, reach + 1)]
        near = [periods.of_value(month[0] + pattern[7:]) for month in months if month]
    else:
        years = range(max(1, day.year - 2), min(9999, day.year + 2) + 1)
        near = [periods.named(pattern, named.fixture, year) for year in years]
    found = [period for period in near if period]
    if named.weekday and pattern.startswith("XXXX-XX-"):
        found = [period for period in found if period[1].isoweekday() == named.weekday]
    elif named.weekday:
        found = _on_weekday(named, day) or found
    return found


def _on_weekday(named: Named, day: datetime.date) -> list[Period]:
    """Only the years in which the date falls on the weekday that is told beside it; far off, the weekday is more
    likely wrong than the year left out."""
    years = range(max(1, day.year - 2), min(9999, day.year + 2) + 1)
    near = (periods.named(named.pattern, "", year) for year in years)
    fitting = (period for period in near if period and period[1].isoweekday() == named.weekday)
    return [period for period in fitting if distance(period, day) <= _FAR]


def chosen(named: Named, day: datetime.date) -> Period | None:
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
    return min(times, key=lambda time: (distance(time, day), time[1]), default=None)


def distance(time: Period, day: datetime.date) -> int:
    """Days between a time and a day; 0 inside."""
    return max((time[1] - day).days, (day - time[2]).days, 0)


def _within(named: Named, day: datetime.date) -> Period | None:
    assert named.within is not None
    holder = periods.of_unit(named.within.unit, day, named.within.count)
    if holder is None:
        return None
    if named.pattern.startswith("XXXX-WXX-") and named.pattern[9:].isdigit():
        return periods.of_unit("day", holder[1], int(named.pattern[9:]) - 1)
    if named.pattern.startswith("XXXX-XX-") and not named.fixture:
        return periods.of_value(f"{holder[1]:%Y-%m}{named.pattern[7:]}")
    return periods.named(named.pattern, named.fixture, holder[1].year)


def _stretch(
    stretch: Stretch, day: datetime.date, told: datetime.date | None, hour: datetime.time | None
) -> Period | None:
    """Its two ends, the second being the first such time that is not before the first end."""
    if _of_one_day(stretch.first, stretch.last):
        return _hours_of_day(stretch, day, told, hour)
    first, last = (_end(end, day, told, hour) for end in (stretch.first, stretch.last))
    if first is None or last is None:
        return None
    fixed = (
        not isinstance(stretch.first, Named)
        or bool(stretch.first.within)
        or stretch.first.direction in _FIXED
    )
    coming = isinstance(stretch.last, Named) and stretch.last.direction == Direction.FUTURE and not fixed
    if last[2] < first[1] and isinstance(stretch.last, Named) and not coming:
        later = [time for time in occurrences(stretch.last, first[1]) if time[1] >= first[1]]
        last = _tailed(later[0], stretch.last.tail) if later else last
    elif isinstance(stretch.first, Named) and (first[1] > last[2] or not fixed):
        earlier = [time for time in occurrences(stretch.first, last[1]) if time[1] <= last[1]]
        first = _tailed(earlier[-1], stretch.first.tail) if earlier else first
    if first is None or last is None or first[1] > last[2]:
        return None
    return f"{first[0]}/{last[0]}", first[1], last[2]


def _end(
    end: Offset | Named | str, day: datetime.date, told: datetime.date | None, hour: datetime.time | None
) -> Period | None:
    return periods.of_value(end) if isinstance(end, str) else value_on(end, day, told, hour)


def _of_one_day(first: Offset | Named | str, last: Offset | Named | str) -> bool:
    """Whether two ends are hours of the same day."""
    if isinstance(first, str) or isinstance(last, str):
        return False
    return bool(first.tail and last.tail) and replace(first, tail="") == replace(last, tail="")


def _hours_of_day(
    stretch: Stretch, day: datetime.date, told: datetime.date | None, hour: datetime.time | None
) -> Period | None:
    assert not isinstance(stretch.first, str) and not isinstance(stretch.last, str)
    period = value_on(replace(stretch.first, tail=""), day, told, hour)
    if period is None:
        return None
    value, first, last = period
    return f"{value}{stretch.first.tail}/{value}{stretch.last.tail}", first, last


def _tailed(period: Period | None, tail: str) -> Period | None:
    return (period[0] + tail, period[1], period[2]) if period and tail else period
