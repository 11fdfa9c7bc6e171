"""Times of the day: clock times, and parts of the day that stand alone."""

import re

from standpunt.model import TimexType
from standpunt.reading.times import guards
from standpunt.reading.times.rules.rule import Book, Draft, Found

BOOK = Book()
rule = BOOK.rule

_LEAD = "(?P<lead>{at}|{from}|{until}|{before}|{after})"
_TO = "(?P<to>{word}|{small}|{one}) {hours}?"
_OF_DAY = "(?: {genitive} (?P<part>{part}) )?"


def tail(found: Found) -> str:
    """What TIMEX3 puts after a day for the clock time or part of the day in a match; nothing where none is
    told."""
    part = found["part"]
    if found["clock"]:
        return "T" + _clock(found["clock"], part)
    if found["half"] and isinstance(found["half"], int):
        return "T" + _at(found["half"] - 1, 30, part)
    if found["hour"]:
        return "T" + _at(found["hour"], 0, part)
    return f"T{part}" if part else ""


@rule(
    "clock time",
    "(?:"
    + _LEAD
    + " | {genitive} {part} {at}?)? (?P<x>(?P<clock>{clock}) (?P<hours>{hours})?"
    + _OF_DAY
    + ")",
)
def _clock_time(found: Found) -> Draft | None:
    dotted = "." in found["clock"] and not found["clock"].endswith("u")
    if dotted and not (found["hours"] or found.written("lead") in ("om", "omstreeks")):
        return None
    return Draft(TimexType.TIME, tail(found))


@rule(
    "hour",
    _LEAD + " (?P<x>(?P<hour>{small}|{word}|{one}) {hours}" + _OF_DAY + ")",
    "(?P<x>(?P<hour>{small}|{word}|{one}) {hours} {genitive} (?P<part>{part}))",
)
def _hour(found: Found) -> Draft | None:
    if found["hour"] > 24 or (
        not found["part"] and found.written("lead") not in ("om", "omstreeks", "vanaf", "tot")
    ):
        return None
    return Draft(TimexType.TIME, tail(found))


@rule("half hour", "(?P<x>{half} (?P<half>{word}|{small}|{one}) {hours}?" + _OF_DAY + ")")
def _half_hour(found: Found) -> Draft | None:
    if found["half"] > 12 or (not guards.ends_phrase(found) and not found["part"]):
        return None
    return Draft(TimexType.TIME, tail(found))


@rule(
    "quarter of an hour",
    "(?P<quarter>{quarter_hour}) (?P<side>{before}|{over}) " + _TO + _OF_DAY,
    "(?P<minutes>{word}|{small}) (?P<side>{before}|{over}) (?P<halfway>{half})? " + _TO + _OF_DAY,
)
def _quarter(found: Found) -> Draft | None:
    minutes = 15 if found.word("quarter") else found["minutes"]
    if found["to"] > 12 or minutes > 20 or not (found.word("quarter") or found.word("halfway")):
        return None
    side = 1 if found.written("side") == "over" else -1
    whole = found["to"] * 60 + side * minutes - (30 if found.word("halfway") else 0)
    return Draft(TimexType.TIME, "T" + _at(whole // 60, whole % 60, found["part"]))


@rule("part of the day", "{genitive} (?P<part>{part})")
def _part(found: Found) -> Draft | None:
    return Draft(TimexType.TIME, f"T{found['part']}")


def _clock(written: str, part: str | None) -> str:
    hour, minute, *second = re.split("[:.u]", written)
    told = _at(int(hour), int(minute or 0), part)
    return told + (f":{second[0]}" if second and second[0] else "")


def _at(hour: int, minute: int, part: str | None) -> str:
    """`hh:mm`; an afternoon or evening hour on the clock of twelve is set to that of twenty-four."""
    if part in ("AF", "EV") and hour < 12:
        hour += 12
    if part == "NI" and hour == 12:
        hour = 0
    return f"{hour % 24 if minute else hour:02}:{minute:02}"
