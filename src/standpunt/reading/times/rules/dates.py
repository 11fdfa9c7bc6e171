"""Dates of the calendar: days, months, quarters, seasons, years, decades, centuries, feasts."""

import calendar
import datetime
import re

from standpunt.model import Direction, Named, Offset, TimexType
from standpunt.reading.times import guards
from standpunt.reading.times.rules.clocks import tail
from standpunt.reading.times.rules.rule import Book, Draft, Found

BOOK = Book()
rule = BOOK.rule

TAIL = """(?: {comma}? (?: (?:{at}|{over})? (?P<clock>{clock}) {hours}?
    | {at} (?P<hour>{small}|{word}) {hours}
    | {genitive} (?P<part>{part}) | {at} {half} (?P<half>{word}|{small}) ) )?"""
_WEEKDAY = "(?:{selector}? (?:(?P<weekday>{anyweekday})|(?P<both>{weekday_part})) {comma}? {article}?)?"
_YEAR_OR_WHICH = "(?: (?P<year>{anyyear}) | {which} )"
_WHEN = "(?: {of}? (?: (?P<year>{anyyear}) | {which} | (?P<ago>{selector}) (?!{unit}|{units}) ) )?"


@rule(
    "date",
    _WEEKDAY
    + "(?P<day>{daynumber}) {of}? (?P<month>{anymonth})"
    + _WHEN.replace("{of}?", "(?:{comma}|{of}|{in})?")
    + TAIL,
    _WEEKDAY + "(?P<day>{daynumber}) {of}? (?P<month>{anymonth})" + TAIL,
    "(?P<month>{short_month}|{month}) (?P<day>{small}) {comma} (?P<year>{year})",
    "{which} {in}? (?P<day>{daynumber}) (?P<month>{anymonth})",
)
def _date(found: Found) -> Draft | None:
    day, month = found["day"], found["month"]
    if not 1 <= day <= calendar.monthrange(2024, month)[1]:
        return None
    weekday, part = found["both"] or (found["weekday"] or 0, "")
    after = tail(found) or (f"T{part}" if part else "")
    return _named(found, f"XXXX-{month:02}-{day:02}", weekday=weekday, tail=after)


@rule(
    "month",
    "{article}? {edge}? (?P<month>{month})" + _WHEN.replace("{of}?", "(?:{of}|{comma}|{in})?"),
    "{article}? {edge}? (?P<month>{month})",
    "{edge} (?P<month>{short_month}) (?P<year>{anyyear})?",
    "(?P<month>{short_month}) (?P<year>{year})",
    "{edge}? {which} {in}? {edge}? (?P<month>{month})",
    "{article}? {edge}? (?P<ago>{selector}) (?P<month>{month})",
)
def _month(found: Found) -> Draft | None:
    if guards.part_of_name(found):
        return None
    return _named(found, f"XXXX-{found['month']:02}")


@rule("numeric date", "(?P<date>{date})" + TAIL)
def _numeric(found: Found) -> Draft | None:
    written = found.written("date")
    if written[:4].isdigit():
        year, month, *rest = (int(part) for part in written.split("-"))
        day = rest[0] if rest else 0
    else:
        day, month, year = (int(part) for part in written.replace("/", "-").replace(".", "-").split("-"))
        year += (1900 if year > 50 else 2000) if year < 100 else 0
    if not (1 <= month <= 12 and 0 <= day <= 31):
        return None
    return _fixed(f"{year}-{month:02}" + (f"-{day:02}" if day else ""), tail(found))


@rule(
    "season",
    "{article}? {edge}? (?P<season>{season}) (?: {of}? (?: (?P<year>{anyyear}) | {which}) )?",
    "{article}? {edge}? (?P<ago>{selector}) (?P<season>{season})",
    "{edge}? {which} {in}? {article}? (?P<season>{season})",
)
def _season(found: Found) -> Draft | None:
    if "leven" in found.after(20):
        return None
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
        if found["quarter"].unit != "quarter" or number > 4:
            return None
        return _named(found, f"XXXX-Q{number}")
    if number > 2 or not (found["year"] or found["unit"] or found.written("half") == "jaarhelft"):
        return None
    return _named(found, f"XXXX-H{number}")


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
    "{article}? (?:{ordinal}|{selector}) (?:(?P<unit>{unit})|{weekend}|{weekday})"
    " {of} (?P<month>{month}) (?P<year>{year})?",
)
def _part_of_month(found: Found) -> Draft | None:
    if found["unit"] and found["unit"].unit not in ("week", "day"):
        return None
    return (
        Draft(TimexType.DATE, f"{year(found):04}-{found['month']:02}")
        if found["year"]
        else Draft(TimexType.DATE, Named(f"XXXX-{found['month']:02}"))
    )


@rule(
    "week of a year",
    "{article}? (?P<number>{ordinal}) (?P<unit>{unit}) {of} {article}? {unit}? (?P<year>{year})",
)
def _week_of_year(found: Found) -> Draft | None:
    if found["unit"].unit != "week":
        return None
    return Draft(TimexType.DATE, f"{found['year']}-W{found['number']:02}")


@rule("quarter by its number", "(?P<quarter>{quarter_code}) (?:{of}? (?P<year>{year}))?")
def _quarter_code(found: Found) -> Draft | None:
    return _named(found, f"XXXX-{found['quarter']}")


@rule(
    "day and month",
    "(?P<weekday>{anyweekday}) (?P<dm>{day_month})",
    "(?:{in}|{from}|{until}|{of}) (?P<x>(?P<dm>{day_month}))",
)
def _day_month(found: Found) -> Draft | None:
    day, month = found["dm"]
    if not (1 <= month <= 12 and 1 <= day <= 31) or re.match(r" (?:van de|van het|deel)", found.after()):
        return None
    return Draft(TimexType.DATE, Named(f"XXXX-{month:02}-{day:02}", weekday=found["weekday"] or 0))


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


@rule("day of the month", "{in} {article} (?P<x>(?P<day>{ordinal}))")
def _day_of_month(found: Found) -> Draft | None:
    word = found.word("day")
    if word is None or not word.text[0].isdigit() or word.value > 31 or not guards.ends_phrase(found):
        return None
    return Draft(TimexType.DATE, Named(f"XXXX-XX-{word.value:02}"))


def year(found: Found) -> int:
    """The year that is told, `'98` being 1998 and `'24` 2024."""
    number: int = found["year"]
    return number if number > 99 else number + (1900 if number > 50 else 2000)


def direction_of(selector: str) -> Direction:
    return Direction(selector)


def _fixed(value: str, clock: str = "") -> Draft | None:
    if len(value) == 10:
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            return None
    return Draft(TimexType.TIME if clock else TimexType.DATE, value + clock)


def _named(found: Found, pattern: str, weekday: int = 0, tail: str = "") -> Draft | None:
    """A named time: with its year when that is told, else relative, in the year or to the side that is
    told."""
    kind = TimexType.TIME if tail else TimexType.DATE
    if found["year"]:
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
