"""Days, weeks, months and the rest: their TIMEX3 values and the days that they cover.

A period is (value, first day, last day). All functions are pure and know nothing of Dutch.
"""

import calendar
import datetime
import re
from functools import lru_cache

from standpunt.registry import events

Period = tuple[str, datetime.date, datetime.date]
_DAY = datetime.timedelta(1)
_SEASONS = {"SP": (3, 1, 6, 20), "SU": (6, 1, 9, 22), "FA": (9, 1, 12, 20), "WI": (12, 1, 3, 20)}
"""First month and day, last month and day: from the first of the meteorological to the end of the
astronomical one."""
_VALUE = re.compile(
    r"""(?P<year>\d{4})(?:-(?:
      (?P<month>\d\d)(?:-(?:(?P<day>\d\d)|W(?P<nth>[1-9])|D(?P<nth_day>[1-7][1-59])|E(?P<nth_weekend>[1-59])))?
    | W(?P<week>\d\d)(?P<weekend>-WE)? | Q(?P<quarter>[1-4]) | H(?P<half>[12]) | (?P<season>SP|SU|FA|WI)
    ))?(?:T\w\w(?::\d\d)*)?""",
    re.VERBOSE,
)


def of_unit(unit: str, day: datetime.date, count: int = 0) -> Period | None:
    """The unit that lies `count` units after the one that holds a day; None outside the years 1 to 9999."""
    try:
        return _of_unit(unit, day, count)
    except (OverflowError, ValueError):
        return None


def _of_unit(unit: str, day: datetime.date, count: int) -> Period:
    match unit:
        case "day":
            moved = day + count * _DAY
            return moved.isoformat(), moved, moved
        case "week" | "weekend":
            monday = day + (7 * count - day.weekday()) * _DAY
            year, week, _ = monday.isocalendar()
            if unit == "weekend":
                return f"{year}-W{week:02}-WE", monday + 5 * _DAY, monday + 6 * _DAY
            return f"{year}-W{week:02}", monday, monday + 6 * _DAY
        case "month" | "quarter" | "half":
            size = {"month": 1, "quarter": 3, "half": 6}[unit]
            index = (day.year * 12 + day.month - 1) // size + count
            year, place = divmod(index, 12 // size)
            first = datetime.date(year, place * size + 1, 1)
            label = {"month": f"{place + 1:02}", "quarter": f"Q{place + 1}", "half": f"H{place + 1}"}[unit]
            return f"{year:04}-{label}", first, _end_of_month(year, (place + 1) * size)
        case "year" | "decade" | "century":
            size = {"year": 1, "decade": 10, "century": 100}[unit]
            index = day.year // size + count
            first = datetime.date(index * size, 1, 1)
            return (
                f"{index:0{ {1: 4, 10: 3, 100: 2}[size] }}",
                first,
                datetime.date(index * size + size - 1, 12, 31),
            )
    raise ValueError(f"no unit: {unit}")


def named(pattern: str, fixture: str, year: int) -> Period | None:
    """The month, day, quarter, half, season or feast of a pattern in a year; None where that year has
    none."""
    if fixture:
        first, last = events.feasts()[fixture].days(year)
        return first.isoformat(), first, last
    return of_value(pattern.replace("XXXX", f"{year:04}"))


@lru_cache(maxsize=16_384)
def of_value(value: str) -> Period | None:
    """A TIMEX3 value with the days that it covers; None for one that covers no known days (`PXD`,
    `T08:30`)."""
    if "/" in value:
        first, _, last = value.partition("/")
        begin, end = of_value(first), of_value(last)
        return (value, begin[1], end[2]) if begin and end else None
    if value.isdigit() and len(value) in (2, 3):
        size = 10 ** (4 - len(value))
        year = int(value) * size
        return (value, datetime.date(year, 1, 1), datetime.date(year + size - 1, 12, 31)) if year else None
    match = _VALUE.fullmatch(value)
    try:
        return _of_match(value, match) if match else None
    except ValueError:
        return None


def _of_match(value: str, match: re.Match[str]) -> Period:
    year = int(match["year"])
    if match["day"]:
        day = datetime.date(year, int(match["month"]), int(match["day"]))
        return value, day, day
    if match["nth_day"]:
        return _weekday_of_month(year, int(match["month"]), *map(int, match["nth_day"]))
    if match["nth_weekend"]:
        _, saturday, _ = _weekday_of_month(year, int(match["month"]), 6, int(match["nth_weekend"]))
        return _of_unit("weekend", saturday, 0)
    if match["nth"]:
        return _week_of_month(year, int(match["month"]), int(match["nth"]))
    if match["month"]:
        return value, datetime.date(year, int(match["month"]), 1), _end_of_month(year, int(match["month"]))
    if match["week"]:
        monday = datetime.date.fromisocalendar(year, int(match["week"]), 1)
        return value, monday + (5 if match["weekend"] else 0) * _DAY, monday + 6 * _DAY
    if match["quarter"] or match["half"]:
        last = 3 * int(match["quarter"]) if match["quarter"] else 6 * int(match["half"])
        return value, datetime.date(year, last - (2 if match["quarter"] else 5), 1), _end_of_month(year, last)
    if match["season"]:
        month, day_of_month, end_month, end_day = _SEASONS[match["season"]]
        end_year = year + (end_month < month)
        return value, datetime.date(year, month, day_of_month), datetime.date(end_year, end_month, end_day)
    return value, datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def _week_of_month(year: int, month: int, nth: int) -> Period:
    """The nth week with its Thursday in a month, which is where ISO 8601 puts it; 9 is the last."""
    first, last = datetime.date(year, month, 1), _end_of_month(year, month)
    thursday = first + (3 - first.weekday()) % 7 * _DAY
    weeks = (last - thursday).days // 7
    if nth != 9 and nth - 1 > weeks:
        raise ValueError(f"no such week in {year}-{month:02}")
    return _of_unit("week", thursday, weeks if nth == 9 else nth - 1)


def _weekday_of_month(year: int, month: int, weekday: int, nth: int) -> Period:
    """The nth Monday (1) to Sunday (7) of a month; 9 is the last."""
    first, last = datetime.date(year, month, 1), _end_of_month(year, month)
    if nth == 9:
        day = last - (last.isoweekday() - weekday) % 7 * _DAY
    else:
        day = first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) * _DAY
    if day > last:
        raise ValueError(f"no such day in {year}-{month:02}")
    return day.isoformat(), day, day


def shifted(unit: str, day: datetime.date, count: int) -> Period | None:
    """The day that lies a count of units from another: three months after the 16th is a 16th, or the last day of a
    shorter month; for none, the unit that holds it. None outside the years 1 to 9999."""
    if count == 0:
        return of_unit(unit, day)
    try:
        if unit in ("day", "week"):
            moved = day + count * (7 if unit == "week" else 1) * _DAY
        else:
            months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
            year, month = divmod(day.year * 12 + day.month - 1 + count * months, 12)
            last = _end_of_month(year, month + 1)
            moved = last.replace(day=min(day.day, last.day))
    except (OverflowError, ValueError):
        return None
    return moved.isoformat(), moved, moved


CLOCK = {"hour": 3600, "minute": 60, "second": 1}
"""The units that are shorter than a day, in seconds."""


def at_clock(unit: str, moment: datetime.datetime, count: int) -> Period | None:
    """The clock time that lies a count of units after a moment."""
    try:
        moved = moment + datetime.timedelta(seconds=CLOCK[unit] * count)
    except OverflowError:
        return None
    written = (
        f"{moved:%Y-%m-%dT%H:%M:%S}".removesuffix(":00")
        if moved.minute or moved.second
        else (f"{moved:%Y-%m-%dT%H:%M}")
    )
    return written, moved.date(), moved.date()


def _end_of_month(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
