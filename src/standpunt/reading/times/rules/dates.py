"""Dates of the calendar: days, months, quarters, seasons, years, decades, centuries, feasts."""

import datetime
import re

from standpunt.model import Direction, Named, Offset, TimexType
from standpunt.reading.times import guards, periods
from standpunt.reading.times.rules.clocks import tail
from standpunt.reading.times.rules.rule import Book, Draft, Found

BOOK = Book()
rule = BOOK.rule

TAIL = """(?: {comma}? (?: (?:{at}|{over}|{around})? (?P<clock>{clock}) {hours}?
    | {at} (?P<hour>{small}|{word}) {hours}
    | {genitive} (?P<part>{part}) | {at} {half} (?P<half>{word}|{small}) ) )?"""
_WEEKDAY = "(?:{selector}? (?:(?P<weekday>{anyweekday})|(?P<both>{weekday_part})) {comma}? {article}?)?"
_YEAR_OR_WHICH = "(?: (?P<year>{anyyear}) | {which} )"
_WHEN = "(?: {of}? (?: (?P<year>{anyyear}) | {which} | (?P<ago>{selector}) (?!{unit}|{units}) ) )?"


@rule(
    "date",
    _WEEKDAY
    + "(?P<day>{daynumber}) (?:{sep}|{of})? (?P<month>{anymonth})"
    + _WHEN.replace("{of}?", "(?:{comma}|{of}|{in})?")
    + TAIL,
    _WEEKDAY + "(?P<day>{small}) {sep}? (?P<month>{anymonth}) {sep}? (?P<year>{anyyear})" + TAIL,
    _WEEKDAY + "(?P<day>{daynumber}) {of}? (?P<month>{anymonth})" + TAIL,
    "(?P<month>{short_month}|{month}) (?P<day>{small}) {comma} (?P<year>{year})",
    "(?P<month>{month}) {article} (?P<day>{ordinal}) {comma}? (?:{of}? (?P<year>{year}) | {written_year})?",
    _WEEKDAY + "(?P<day>{daynumber}) {of}? (?P<month>{month}) {written_year}",
    "{which} {in}? (?P<day>{daynumber}) (?P<month>{anymonth})",
)
def _date(found: Found) -> Draft | None:
    day, month = found["day"], found["month"]
    if not 1 <= day <= 31:
        return None
    weekday, part = found["both"] or (found["weekday"] or 0, "")
    after = tail(found) or (f"T{part}" if part else "")
    return _named(found, f"XXXX-{month:02}-{day:02}", weekday=weekday, tail=after)


@rule(
    "month",
    "{article}? {edge}? (?P<month>{month})" + _WHEN.replace("{of}?", "(?:{of}|{comma}|{in})?"),
    "{article}? {edge}? (?P<month>{month})",
    "{edge} (?P<month>{short_month}) (?P<year>{anyyear})?",
    "(?P<month>{short_month}|{month}) {sep}? (?P<year>{year})",
    "(?P<year>{year}) (?P<month>{month})",
    "{edge}? {which} {in}? {edge}? (?P<month>{month})",
    "{article}? {edge}? (?P<ago>{selector}) (?P<month>{month})",
)
def _month(found: Found) -> Draft | None:
    return _named(found, f"XXXX-{found['month']:02}")


@rule("numeric date", "(?P<date>{date})" + TAIL)
def _numeric(found: Found) -> Draft | None:
    written, _, hour = found.written("date").partition("t")
    return _fixed(iso(written), tail(found) or (f"T{hour.removesuffix(':00')}" if hour else ""))


def iso(written: str) -> str:
    """A date in figures in the order of ISO 8601."""
    if written[:4].isdigit():
        return written.replace("/", "-")
    day, month, year = (int(part) for part in re.split("[-/.]", written.replace("'", "")))
    year += (1900 if year > 50 else 2000) if year < 100 else 0
    return f"{year}-{month:02}-{day:02}"


@rule(
    "season",
    "{article}? (?P<edge>{edge})? (?P<season>{season}) (?: {of}? (?: (?P<year>{anyyear}) | {which}) )?",
    "{article}? {edge}? (?P<ago>{selector}) (?P<season>{season})",
    "{edge}? {which} {in}? {article}? (?P<season>{season})",
)
def _season(found: Found) -> Draft | None:
    if "leven" in found.after(20):
        return None
    if not (found["year"] or found["which"] or found["ago"] or found["edge"]) and guards.is_habit(found):
        return Draft(TimexType.SET, f"XXXX-{found['season']}")
    return _named(found, f"XXXX-{found['season']}")


@rule(
    "quarter",
    "{article}? (?P<number>{ordinal}) (?P<quarter>{unit}) (?: {of}? {article}? " + _YEAR_OR_WHICH + ")?",
    "{article}? (?P<number>{ordinal}) (?P<half>{halves}) {of} {article}? " + _YEAR_OR_WHICH,
    "{article}? (?P<number>{ordinal}) (?P<half>{halves})",
)
def _quarter(found: Found) -> Draft | None:
    number = found["number"]
    if found["quarter"]:
        if found["quarter"].unit == "century" and not found["year"] and not found["which"]:
            return Draft(TimexType.DATE, str(number - 1))
        letter = {"quarter": "Q", "half": "H"}.get(found["quarter"].unit)
        if letter is None or number > (4 if letter == "Q" else 2):
            return None
        return _named(found, f"XXXX-{letter}{number}")
    if number > 2 or not (found["year"] or found["unit"] or found.written("half") == "jaarhelft"):
        return None
    return _named(found, f"XXXX-H{number}")


@rule(
    "year in words",
    "{article}? {edge}? (?:{article}? {unit})? (?P<x>{written_year})",
)
def _written_year(found: Found) -> Draft | None:
    return Draft(TimexType.DATE, f"{year(found)}") if 1100 <= year(found) < 2200 else None


@rule("century", "{article}? {edge}? (?P<number>{ordinal}) (?P<unit>{unit})")
def _century(found: Found) -> Draft | None:
    return Draft(TimexType.DATE, str(found["number"] - 1)) if found["unit"].unit == "century" else None


@rule(
    "year",
    "{article}? {edge}? (?:{article}? {unit})? (?P<x>(?P<year>{year}))",
    "(?P<x>{article}? {edge} (?P<year>{anyyear}))",
    "(?P<x>{article}? (?P<word>{unit}) (?P<year>{anyyear}))",
)
def _year(found: Found) -> Draft | None:
    if found["word"] and found["word"].unit != "year":
        return None
    if found.start == found.word("year").start and guards.not_a_year(found):  # type: ignore[union-attr]
        return None
    return Draft(TimexType.DATE, f"{year(found)}")


@rule(
    "decade",
    "{article}? {edge}? {article}? (?P<jaren>{units}) (?P<ten>{word}|{small}|{number}|{year}|{short_year})",
)
def _decade(found: Found) -> Draft | None:
    number = found["ten"]
    number = number % 100 if number // 100 == 19 else number
    if found.written("jaren") != "jaren" or number % 10 or not 10 <= number <= 90:
        return None
    return Draft(TimexType.DATE, f"19{number // 10}")


@rule(
    "part of a month",
    "{article}? (?P<number>{ordinal}) (?P<part>{unit}) {of} (?P<month>{month}) (?P<year>{year})?",
    "{article}? (?P<last>{selector}) (?P<part>{unit}) {of} (?P<month>{month}) (?P<year>{year})?",
    "{article}? (?P<number>{ordinal}) (?P<weekday>{weekday}) (?:{of}|{in}) (?P<month>{month}) (?P<year>{year})?",
    "{article}? (?P<last>{selector}) (?P<weekday>{weekday}) (?:{of}|{in}) (?P<month>{month}) (?P<year>{year})?",
    "{article}? (?:(?P<number>{ordinal})|(?P<last>{selector})) (?P<weekend>{weekend}) (?:{of}|{in}) (?P<month>{month})"
    " (?P<year>{year})?",
)
def _part_of_month(found: Found) -> Draft | None:
    """A day, a weekday, a week or a weekend by its number, or the last one."""
    pattern = f"XXXX-{found['month']:02}"
    number = found["number"] or (9 if found.written("last") == "laatste" else 0)
    if found["weekday"]:
        if not 0 < number < 6 and number != 9:
            return None
        pattern += f"-D{found['weekday']}{number}"
    if found.word("weekend"):
        if not 0 < number < 6 and number != 9:
            return None
        pattern += f"-E{number}"
    if found["part"]:
        unit = found["part"].unit
        if (
            unit not in ("week", "day")
            or not number
            or (unit == "week" and not (number < 6 or found["last"]))
        ):
            return None
        if unit == "week":
            pattern += f"-W{number}"
        elif found["number"] and number <= 31:
            pattern += f"-{number:02}"
    return _named(found, pattern)


@rule(
    "weekday of a month",
    "{article}? (?:(?P<number>{ordinal})|(?P<last>{selector})) (?P<weekday>{weekday}) {of} {which}",
)
def _weekday_of_some_month(found: Found) -> Draft | None:
    number = found["number"] or (9 if found.written("last") == "laatste" else 0)
    if found["unit"].unit != "month" or not (0 < number < 6 or number == 9):
        return None
    within = Offset("month", COUNTS[found["which"].direction])
    return Draft(TimexType.DATE, Named(f"XXXX-XX-D{found['weekday']}{number}", within=within))


@rule("day of a month", "{article}? (?P<day>{ordinal}) (?P<part>{unit})? {of} {which}")
def _day_of_some_month(found: Found) -> Draft | None:
    if found["part"] and found["part"].unit != "day" or found["unit"].unit != "month" or found["day"] > 31:
        return None
    within = Offset("month", COUNTS[found["which"].direction])
    return Draft(TimexType.DATE, Named(f"XXXX-XX-{found['day']:02}", within=within))


@rule(
    "week of a year",
    "{article}? (?:(?P<number>{ordinal})|(?P<last>{selector})) (?P<part>{unit})"
    " {of} {article}? {unit}? (?P<year>{year})",
)
def _week_of_year(found: Found) -> Draft | None:
    if found["part"].unit != "week" or (found["last"] and found.written("last") != "laatste"):
        return None
    number = found["number"] or datetime.date(found["year"], 12, 28).isocalendar().week
    return _fixed(f"{found['year']}-W{number:02}")


@rule(
    "quarter by its number",
    "(?P<quarter>{quarter_code}) (?:(?:{of}|{sep})? (?P<year>{year}))?",
    "(?P<year>{year}) {sep} (?P<quarter>{quarter_code})",
)
def _quarter_code(found: Found) -> Draft | None:
    if found["quarter"].startswith("H") and not found["year"]:
        return None
    return _named(found, f"XXXX-{found['quarter']}")


@rule(
    "day and month",
    "{selector}? (?P<weekday>{anyweekday}) (?P<dm>{day_month})",
    "(?P<led>{in}|{from}|{until}|{of}) (?P<x>(?P<dm>{day_month}))",
    "(?P<ago>{selector}) (?P<dm>{day_month})",
    "(?P<x>(?P<dm>{day_month}))",
)
def _day_month(found: Found) -> Draft | None:
    """Bare only with two figures for the month, one of them a nought or the day past twelve: `24/7` is none."""
    day, month = found["dm"]
    if not (1 <= month <= 12 and 1 <= day <= 31) or re.match(r" (?:van de|van het|deel)", found.after()):
        return None
    named = Named(f"XXXX-{month:02}-{day:02}", weekday=found["weekday"] or 0)
    if found["ago"]:
        named = Named(named.pattern, Direction(found["ago"].direction))
    told = found["weekday"] or found["ago"] or found.word("led")
    weak = not told and not re.fullmatch(r"\d{1,2}/0\d|(?:1[3-9]|2\d|3[01])/1[0-2]", found.written("dm"))
    return None if weak else Draft(TimexType.DATE, named)


@rule(
    "feast",
    "(?P<feast>{feast}) (?:{of}? (?P<year>{anyyear}))?",
    "(?P<ago>{selector}) (?P<feast>{feast})",
    "{which} {in}? (?P<feast>{feast})",
    "(?P<feast>{feast}) {which}",
)
def _feast(found: Found) -> Draft | None:
    feast = found["feast"]
    if found["year"]:
        first, _ = feast.days(year(found))
        return Draft(TimexType.DATE, first.isoformat())
    drafted = _named(found, "XXXX-XX-XX")
    if drafted is None or not isinstance(drafted.meaning, Named):
        return drafted
    return Draft(TimexType.DATE, _with(drafted.meaning, fixture=found.written("feast")))


@rule("weekday and day in figures", "{selector}? {anyweekday} (?P<day>{small}) {dash} (?P<month>{small})")
def _weekday_in_figures(found: Found) -> Draft | None:
    """`maandag 12-4`; with a small first figure it is a score (`won zondag 3-1`)."""
    if found["day"] < 10 or found["month"] > 12 or not guards.ends_phrase(found):
        return None
    return Draft(TimexType.DATE, Named(f"XXXX-{found['month']:02}-{found['day']:02}"))


@rule(
    "weekday and day of the month",
    "{selector}? (?P<weekday>{weekday}) {article}? (?P<day>{small}|{ordinal})",
)
def _weekday_and_day(found: Found) -> Draft | None:
    """`vrijdag de 26e`, `maandag 21`: the nearest month in which that day is one."""
    after = found.after(3)
    if found["day"] > 31 or not guards.ends_phrase(found) or re.match(r"\s?[-/–]\s?\d", after):
        return None
    return Draft(TimexType.DATE, Named(f"XXXX-XX-{found['day']:02}", weekday=found["weekday"]))


@rule(
    "day of the month",
    "{in} {article} (?P<x>(?P<day>{ordinal}))",
    "{in} {article} (?P<x>(?P<day>{small})) (?={between}|{at})",
)
def _day_of_month(found: Found) -> Draft | None:
    word = found.word("day")
    if word is None or not word.text[0].isdigit() or word.value > 31 or not guards.ends_phrase(found):
        return None
    return Draft(TimexType.DATE, Named(f"XXXX-XX-{word.value:02}"))


def year(found: Found) -> int:
    """The year that is told, `'98` being 1998 and `'24` 2024."""
    if found["thousand"]:
        return int(found["thousand"] + (found["rest"] or 0))
    number: int = found["year"]
    return number if number > 99 else number + (1900 if number > 50 else 2000)


def direction_of(selector: str) -> Direction:
    return Direction(selector)


def _fixed(value: str, clock: str = "") -> Draft | None:
    """A value that does not depend on the day of publication; a day that does not exist keeps its words' value."""
    period = periods.of_value(value)
    if period is None and not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])", value):
        return None
    value = period[0] if period else value
    return Draft(TimexType.TIME if clock else TimexType.DATE, value + clock)


def _named(found: Found, pattern: str, weekday: int = 0, tail: str = "") -> Draft | None:
    """A named time: with its year when that is told, else relative, in the year or to the side that is
    told."""
    kind = TimexType.TIME if tail else TimexType.DATE
    if found["year"] or found["thousand"]:
        return _fixed(pattern.replace("XXXX", f"{year(found):04}"), tail)
    if found["unit"] and found["which"]:
        if found["unit"].unit not in ("year", "month"):
            return None
        within = Offset(found["unit"].unit, COUNTS[found["which"].direction])
        return Draft(kind, Named(pattern, within=within, weekday=weekday, tail=tail))
    if found["ago"]:
        return Draft(kind, Named(pattern, Direction(found["ago"].direction), weekday=weekday, tail=tail))
    return Draft(kind, Named(pattern, weekday=weekday, tail=tail))


def _with(named: Named, fixture: str) -> Named:
    return Named(named.pattern, named.direction, named.within, named.weekday, fixture, named.tail)


COUNTS = {"this": 0, "last": -1, "next": 1}
"""Units from the present one, by what a selector says."""
