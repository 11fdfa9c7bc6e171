"""From a time expression and the Moment of its article to a TIMEX3 value and the days that it covers.

A Moment of several days gives the value that most of its days agree on, among equals that of its
middle; the days covered
are those under any of them, and `reason.candidates` lists the other values. Under an open Moment a value
keeps what is left open (`XXXX-WXX-6`).
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from standpunt.model import (
    Direction,
    Moment,
    Named,
    Offset,
    Reason,
    ResolvedTime,
    Stretch,
    TimeExpression,
    TimexType,
)
from standpunt.reading.times import periods
from standpunt.reading.times.periods import Period
from standpunt.reading.times.rules.clocks import afternoon

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
    "hour": "XXXX-XX-XX",
    "minute": "XXXX-XX-XX",
    "second": "XXXX-XX-XX",
}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92}
_MOST_CANDIDATES = 8
_FAR = 366
"""Days within which a date is told without its year."""
_FIXED = (Direction.THIS, Direction.LAST, Direction.NEXT)
Relative = Offset | Named | Stretch


def resolve_all(
    expressions: Iterable[TimeExpression],
    published: Moment,
    hour: datetime.time | None = None,
    *,
    attach: bool = False,
) -> tuple[ResolvedTime, ...]:
    """Each expression against the Moment, in the order of the text; `een dag later` counts from the one
    before it, `over vijf minuten` from the hour of publication where that is known. With `attach` a clock time that
    stands alone is one of the last day told, as in a story of what happened (`zaterdag ... rond 09.30 uur`)."""
    resolved: list[ResolvedTime] = []
    told: ResolvedTime | None = None
    day: ResolvedTime | None = None
    night = False
    for expression in expressions:
        found = resolve(expression, published, told, hour)
        if attach and day and _OF_A_DAY.fullmatch(found.value):
            found = _attached(found.value, day, night)
        resolved.append(found)
        length = expression.value is not None and expression.relative is not None
        if found.moment.width is not None and not length:
            told = found
            if re.match(r"\d{4}-\d\d-\d\d(?!.*/)", found.value):
                day, night = found, isinstance(expression.relative, Offset) and expression.relative.of is not None
        elif expression.type == TimexType.SET:
            day = None  # `elke dag om 9 uur`
    return tuple(resolved)


_HOUR = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d(?::\d\d)?)")
_OF_A_DAY = re.compile(r"T(?:\d\d:\d\d(?::\d\d)?|[A-Z]{2})")


def _attached(time: str, day: ResolvedTime, night: bool) -> ResolvedTime:
    """A clock time or part of the day on the day told before it: `Vrijdagavond ... half tien` is 21:30. After
    the `night` between two days (`de nacht van zaterdag op zondag`) the hours before noon are of the second."""
    date, part = day.value[:10], day.value[11:]
    moment = day.moment
    if night and part == "NI" and time < "T12" and moment.earliest and moment.latest:
        moment = Moment(moment.earliest + _ONE_DAY, moment.latest + _ONE_DAY)
        date = f"{datetime.date.fromisoformat(date) + _ONE_DAY}"
    return ResolvedTime(date + afternoon(time, part), moment, Reason("told day", day.value))


_ONE_DAY = datetime.timedelta(1)


def resolve(
    expression: TimeExpression,
    published: Moment,
    told: ResolvedTime | None = None,
    hour: datetime.time | None = None,
) -> ResolvedTime:
    """An expression's value and days, the article being published at a Moment; `told` is the time told
    before it, `hour` that of publication."""
    relative = expression.relative
    if relative is None:
        return _absolute(expression.value or "")
    anchor = told.moment.earliest if told and _counts_from_told(relative) else None
    if anchor and isinstance(relative, Offset) and (told.moment.width or 0) > _DAYS.get(relative.unit, _FAR):  # type: ignore[union-attr]
        if relative.count or relative.tail:  # `een dag later`, a month being told before
            return ResolvedTime(relative.tail or _OPEN[relative.unit], Moment(), Reason("open"))
        anchor = None
    if isinstance(relative, Named) and (found := _beside(relative, published, told)) is not None:
        return found
    if told and isinstance(relative, Offset) and relative.told and relative.unit in periods.CLOCK:
        clock = _HOUR.fullmatch(told.value)
        hour = datetime.time.fromisoformat(clock[1]) if clock else None
        published = told.moment if clock else published
    found = _resolved(relative, published.earliest, published.latest, anchor, hour)
    if expression.value is not None and "T" not in found.value:
        return ResolvedTime(expression.value, found.moment, found.reason)
    return found


def _beside(named: Named, published: Moment, told: ResolvedTime | None) -> ResolvedTime | None:
    """A date or month that nothing decides, right behind one with its year: the nearer of the days of publication
    and of that one tell its year (`26 mei 2019 ... 27 mei` is of 2019)."""
    if named.direction != Direction.NEAR or named.within or not re.match(r"XXXX-\d\d", named.pattern):
        return None
    if told is None or told.reason.rule != "absolute" or not (told.moment.earliest and published.earliest):
        return None
    near, of_told = _chosen(named, published.earliest), _chosen(named, told.moment.earliest)
    if near is None or of_told is None or len(told.value) < 7:
        return None
    if _distance(of_told, told.moment.earliest) >= _distance(near, published.earliest):
        return None
    value, first, last = of_told
    return ResolvedTime(value + named.tail, Moment(first, last), Reason("date told", told.value))


def _counts_from_told(relative: Relative) -> bool:
    if isinstance(relative, Stretch):
        ends = (relative.first, relative.last)
        return any(not isinstance(end, str) and _counts_from_told(end) for end in ends)
    if isinstance(relative, Offset):
        of = relative.of
        return relative.told or (of is not None and not isinstance(of, str) and _counts_from_told(of))
    return False


@lru_cache(maxsize=65536)
def _absolute(value: str) -> ResolvedTime:
    period = periods.of_value(value)
    return ResolvedTime(value, Moment(period[1], period[2]) if period else Moment(), Reason("absolute"))


@lru_cache(maxsize=65536)
def _resolved(
    relative: Relative,
    earliest: datetime.date | None,
    latest: datetime.date | None,
    told: datetime.date | None,
    hour: datetime.time | None,
) -> ResolvedTime:
    """The same words in the same month mean the same: a pile of articles asks for few different ones."""
    published = Moment(earliest, latest)
    given = (value_on(relative, day, told, hour) for day in _days(published))
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
    return _tailed(_chosen(relative, day), relative.tail)


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
    return [period for period in fitting if _distance(period, day) <= _FAR]


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
