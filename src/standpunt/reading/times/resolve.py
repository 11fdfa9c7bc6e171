"""From a time expression and the Moment of its article to a TIMEX3 value and the days that it covers.

A Moment of several days gives the value that most of its days agree on, among equals that of its middle; the days
covered are those under any of them, and `reason.candidates` lists the other values. Under an open Moment a value
keeps what is left open (`XXXX-WXX-6`). `values` has what the words mean on one day.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

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
from standpunt.reading.times.rules.rule import Relative
from standpunt.reading.times.values import chosen, distance, value_on

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
_LENGTHS = {"day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "half": 184, "year": 366}
"""Days of a unit, at most."""
_MOST_CANDIDATES = 8
_DATE = re.compile(r"XXXX-\d\d-\d\d")
_MONTH = 31
"""Days within which an article of some day tells the dates of those days."""


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
                day, night = (
                    found,
                    isinstance(expression.relative, Offset) and expression.relative.of is not None,
                )
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
    if told and anchor and isinstance(relative, Offset) and _wider(told, relative.unit):
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


def _wider(told: ResolvedTime, unit: str) -> bool:
    """Whether a time is wider than a unit, so that nothing of that unit can be counted from it."""
    return unit in _LENGTHS and (told.moment.width or 0) > _LENGTHS[unit]


def _beside(named: Named, published: Moment, told: ResolvedTime | None) -> ResolvedTime | None:
    """A date or month that nothing decides, right behind one with its year: the nearer of the days of publication
    and of that one tell its year (`26 mei 2019 ... 27 mei` is of 2019)."""
    if named.direction != Direction.NEAR or named.within or not re.match(r"XXXX-\d\d", named.pattern):
        return None
    if told is None or told.reason.rule != "absolute" or not (told.moment.earliest and published.earliest):
        return None
    near, of_told = chosen(named, published.earliest), chosen(named, told.moment.earliest)
    if near is None or of_told is None or len(told.value) < 7:
        return None
    if distance(of_told, told.moment.earliest) >= distance(near, published.earliest):
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
    found = _of_this_month(relative, published, found) or found
    counts = Counter(value for value, _, _ in found)
    most = max(counts.values())
    agreed = [
        (abs(2 * i + 1 - len(found)), value) for i, (value, _, _) in enumerate(found) if counts[value] == most
    ]
    best = min(agreed)[1]
    others = tuple(value for value in counts if value != best)[:_MOST_CANDIDATES]
    covered = Moment(min(first for _, first, _ in found), max(last for _, _, last in found))
    return ResolvedTime(best, covered, Reason("published", str(published), others))


def _of_this_month(relative: Relative, published: Moment, found: Sequence[Period]) -> list[Period]:
    """Of a date without its year, in an article of some day in a month, the one in that month: `op 8 februari gaan de
    scholen open`, in February."""
    first, last = published.earliest, published.latest
    if not isinstance(relative, Named) or not _DATE.fullmatch(relative.pattern):
        return []
    if first is None or last is None or (last - first).days >= _MONTH:
        return []
    return [period for period in found if first <= period[1] and period[2] <= last]


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
