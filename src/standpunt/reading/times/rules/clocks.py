"""Times of the day: clock times, and parts of the day that stand alone."""

import re

from standpunt.model import Named, Offset, TimexType
from standpunt.reading.times import guards
from standpunt.reading.times.rules.rule import Book, Draft, Found

BOOK = Book()
rule = BOOK.rule

_LEAD = "(?P<lead>{at}|{around}|{from}|{until}|{before}|{after})"
_AT = ("om", "omstreeks", "rond", "tegen")
"""What tells a time of day and no amount."""
_TO = "(?P<to>{word}|{small}|{one}) (?P<hours>{hours})?"
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
    told = found["hours"] or found["part"] or found.written("lead") in _AT or guards.tells_clock(found)
    weak = dotted and not told
    return Draft(TimexType.TIME, tail(found), weak=weak)


@rule(
    "hour",
    _LEAD + " (?P<x>(?P<hour>{small}|{word}|{one}) {hours}" + _OF_DAY + ")",
    "(?P<x>(?P<hour>{small}|{word}|{one}) {hours} {genitive} (?P<part>{part}))",
)
def _hour(found: Found) -> Draft | None:
    lead = found.written("lead")
    near = lead in ("voor", "na") and guards.is_shortly(found)
    if found["hour"] > 24 or not (found["part"] or near or lead in (*_AT, "vanaf", "tot")):
        return None
    return Draft(TimexType.TIME, tail(found))


@rule(
    "half hour",
    "(?:(?P<lead>{at}|{around}) )? (?P<x>{half} (?P<half>{word}|{small}|{one}) {hours}?" + _OF_DAY + ")",
)
def _half_hour(found: Found) -> Draft | None:
    if found["half"] > 12:
        return None
    told = found.word("lead") or found["part"] or found["hours"] or guards.ends_phrase(found)
    return Draft(TimexType.TIME, tail(found), weak=not told)


@rule("hour in a plural", "{around} (?P<x>(?P<hour>{hours_told}))")
def _hour_in_plural(found: Found) -> Draft | None:
    return Draft(TimexType.TIME, tail(found))


@rule("bare hour", "(?:{at}|{around}) (?P<x>(?P<hour>{small}|{word}))")
def _bare_hour(found: Found) -> Draft | None:
    if found["hour"] > 24 or guards.counts(found):
        return None
    return Draft(TimexType.TIME, tail(found), weak=True)


@rule(
    "hour of today",
    "(?P<x>(?P<hour>{small}|{word}) {hours}? (?P<today>{day}))",
    "(?P<x>{half} (?P<half>{small}|{word}) (?P<today>{day}))",
)
def _hour_of_today(found: Found) -> Draft | None:
    """`om 8 vanmorgen`, `half zes morgenavond`."""
    today = found["today"]
    if (found["hour"] or found["half"]) > 12 or not today.part:
        return None
    return Draft(TimexType.TIME, Offset("day", today.shift, tail=afternoon(tail(found), today.part)))


@rule("part of a day", "{article} {early}? (?P<part>{part}) (?={of}|{in})")
def _part_of(found: Found) -> Draft | None:
    """`de ochtend` in `de ochtend van 12 mei`."""
    return Draft(TimexType.TIME, f"T{found['part']}", weak=True)


@rule("noon and midnight", "(?:{article})? (?P<noon>{noon})")
def _noon(found: Found) -> Draft | None:
    return Draft(TimexType.TIME, "T12:00" if found.written("noon") == "middaguur" else "T00:00")


@rule(
    "quarter of an hour",
    "(?P<quarter>{quarter_hour}) (?P<side>{before}|{over}) " + _TO + _OF_DAY,
    "(?:(?P<lead>{at}|{around}) )? (?P<x>(?P<minutes>{word}|{small}) (?P<side>{before}|{over}) (?P<halfway>{half})? "
    + _TO
    + _OF_DAY
    + ")",
)
def _quarter(found: Found) -> Draft | None:
    minutes = 15 if found.word("quarter") else found["minutes"]
    if found["to"] > 12 or minutes > 29:
        return None
    weak = not (
        found.word("lead")
        or found.word("quarter")
        or found.word("halfway")
        or found["hours"]
        or found["part"]
    )
    side = 1 if found.written("side") == "over" else -1
    whole = found["to"] * 60 + side * minutes - (30 if found.word("halfway") else 0)
    return Draft(TimexType.TIME, "T" + _at(whole // 60 % 24, whole % 60, found["part"]), weak=weak)


@rule(
    "part of the day",
    "{genitive} (?P<part>{part})",
    "{in} (?P<x>{article} {early}? (?P<part>{part}))",
    "{article}? (?P<edge>{edge}) {article}? (?P<part>{part})",
    "{article}? (?P<ago>{selector}) (?P<part>{part})",
)
def _part(found: Found) -> Draft | None:
    if found["edge"]:
        return Draft(TimexType.TIME, Offset("day", told=True, tail=f"T{found['part']}"))
    if found["ago"]:
        count = {"last": -1, "this": 0, "next": 1 if found.written("ago").startswith("volgend") else 0}
        return Draft(TimexType.TIME, Offset("day", count[found["ago"].direction], tail=f"T{found['part']}"))
    return Draft(TimexType.TIME, f"T{found['part']}")


def _clock(written: str, part: str | None) -> str:
    hour, minute, *second = re.split("[:.u]", written)
    told = _at(int(hour), int(minute or 0), part)
    return told + (f":{second[0]}" if second and second[0] else "")


def afternoon(clock: str, part: str) -> str:
    """A clock time (`T07:00`), or two of them, set to the clock of twenty-four by a part of the day."""
    if part not in ("AF", "EV", "NI"):
        return clock
    return "/".join(
        f"T{_clock(time[1:], part)}" if time[1:2].isdigit() else time for time in clock.split("/")
    )


def night_before(day: Named, clock: str) -> Offset:
    """The night before a day, or an hour in it: those after midnight are of the day itself."""
    if not clock:
        return Offset("day", -1, of=day, tail="TNI")
    return Offset("day", 0 if clock < "T12" else -1, of=day, tail=clock)


def _at(hour: int, minute: int, part: str | None) -> str:
    """`hh:mm`; an afternoon or evening hour on the clock of twelve is set to that of twenty-four."""
    if part in ("AF", "EV") and (4 if part == "EV" else 1) <= hour < 12:
        hour += 12
    if part == "NI" and 9 <= hour <= 12:
        hour = (hour + 12) % 24
    return f"{hour % 24 if minute else hour:02}:{minute:02}"
