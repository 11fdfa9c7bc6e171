"""Times told from where the article stands: `gisteren`, `dinsdag`, `dit weekend`, `vorige week`, `een dag
later`."""

from standpunt.model import Direction, Named, Offset, TimexType
from standpunt.reading.times import guards, periods
from standpunt.reading.times.rules.clocks import afternoon, night_before, tail
from standpunt.reading.times.rules.dates import COUNTS, TAIL
from standpunt.reading.times.rules.durations import amount
from standpunt.reading.times.rules.rule import Book, Draft, Found

BOOK = Book()
rule = BOOK.rule


@rule("day", "(?P<day>{day})" + TAIL)
def _day(found: Found) -> Draft | None:
    day = found["day"]
    if found.written("day") == "morgen" and guards.is_morning(found):
        return None
    if day.reference:
        return Draft(TimexType.DATE, day.reference)
    hour = tail(found)
    after = afternoon(hour, day.part) if hour else f"T{day.part}" if day.part else ""
    return Draft(TimexType.TIME if after else TimexType.DATE, Offset("day", day.shift, tail=after))


@rule(
    "weekday",
    "(?P<ago>{selector})? (?P<weekday>{weekday})" + TAIL,
    "(?P<ago>{selector})? (?P<both>{weekday_part})" + TAIL.replace("(?P<part>{part})", "{part}"),
    "(?P<weekday>{weekday}) (?P<part>{part})",
    "{which} {in}? (?P<weekday>{weekday})" + TAIL,
    "{which} {in}? (?P<both>{weekday_part})",
    "(?P<weekday>{weekday}) {of}? {which}",
    "(?P<both>{weekday_part}) {of}? {which}",
    "{article}? (?P<part>{part}) {of} (?P<weekday>{weekday})",
)
def _weekday(found: Found) -> Draft | None:
    number, part = found["both"] or (found["weekday"], "")
    hour = tail(found)
    after = afternoon(hour, part) if hour else f"T{part}" if part else ""
    kind = TimexType.TIME if after else TimexType.DATE
    pattern = f"XXXX-WXX-{number}"
    if found["unit"]:
        if found["unit"].unit != "week":
            return None
        return Draft(
            kind, Named(pattern, within=Offset("week", COUNTS[found["which"].direction]), tail=after)
        )
    if found.written("ago") in _OTHER_WEEK:
        return Draft(kind, Named(pattern, within=Offset("week", COUNTS[found["ago"].direction]), tail=after))
    if not found["ago"] and found.before().endswith("op ") and guards.is_habit(found):
        return Draft(TimexType.SET, pattern + after)
    direction = Direction(found["ago"].direction) if found["ago"] else Direction.NEAR
    return Draft(kind, Named(pattern, direction, tail=after))


@rule(
    "night",
    "{article}? (?P<night>{part}) {of} {article}? {weekday} {in} {article}? (?P<next>{weekday})" + TAIL,
)
def _night(found: Found) -> Draft | None:
    """`de nacht van zaterdag op zondag`: its hours before noon are of the Sunday."""
    if found["night"] != "NI":
        return None
    following = Named(f"XXXX-WXX-{found['next']}")
    return Draft(TimexType.TIME, night_before(following, tail(found)))


_OTHER_WEEK = ("vorige", "vorig", "volgende", "volgend")
"""`volgende vrijdag`, said on a Thursday, is not tomorrow but a day of the next week."""


@rule("week of the year", "(?P<unit>{unit}) (?P<number>{small}) (?P<year>{year})?")
def _week(found: Found) -> Draft | None:
    if found["unit"].unit != "week":
        return None
    if found["year"]:
        return Draft(TimexType.DATE, f"{found['year']}-W{found['number']:02}")
    return Draft(TimexType.DATE, Named(f"XXXX-W{found['number']:02}"))


@rule(
    "weekend",
    "(?P<ago>{selector}) {weekend}",
    "{article} (?P<ago>{selector}) {weekend}",
    "{article} {weekend}",
)
def _weekend(found: Found) -> Draft | None:
    if found.written("ago") in _OTHER_WEEK:
        return Draft(TimexType.DATE, Offset("weekend", COUNTS[found["ago"].direction]))
    direction = Direction(found["ago"].direction) if found["ago"] else Direction.NEAR
    return Draft(TimexType.DATE, Named("XXXX-WXX-WE", direction))


@rule(
    "unit",
    "(?: {article}? {edge} {of}? | {shift})? {which}",
    "{article}? {edge} {article}? (?P<bare>{unit})",
)
def _unit(found: Found) -> Draft | None:
    unit = found["unit"] or found["bare"]
    if unit.iso.startswith("T"):
        return None
    if found["bare"]:
        return Draft(TimexType.DATE, Offset(unit.unit, told=unit.unit == "day"))
    count = COUNTS[found["which"].direction]
    if unit.unit == "day":
        return Draft(TimexType.DATE, Offset("day", count, told=True)) if count else None
    if found.written("which") == "laatste":
        return None
    return Draft(TimexType.DATE, Offset(unit.unit, count))


@rule(
    "told before",
    "{that} (?P<unit>{unit})",
    "{that} (?P<weekend>{weekend})",
    "{that} (?P<part>{part})",
    "{article} (?P<unit>{unit}) (?P<side>{shift}|{after}|{before})",
    "{article} (?P<side>{shift}) (?P<unit>{unit})",
)
def _told(found: Found) -> Draft | None:
    if found["part"]:
        return Draft(TimexType.TIME, Offset("day", told=True, tail=f"T{found['part']}"))
    if found.word("weekend"):
        return Draft(TimexType.DATE, Offset("weekend", told=True))
    unit = found["unit"]
    if unit.iso.startswith("T"):
        return None
    side = found.word("side")
    if side and side.value is None:
        return None
    return Draft(TimexType.DATE, Offset(unit.unit, side.value if side else 0, told=True))


@rule(
    "in the course of the day",
    "{shift} {in} {article} (?P<unit>{unit})",
    "(?:{shift} {in}|{edge}) {article} (?P<part>{part})",
)
def _of_the_day(found: Found) -> Draft | None:
    """`later op de dag`, `later in de middag`: on the day told before, or that of publication."""
    if found["part"]:
        return Draft(TimexType.TIME, Offset("day", told=True, tail=f"T{found['part']}"))
    return Draft(TimexType.DATE, Offset("day", told=True)) if found["unit"].unit == "day" else None


@rule("edge of a day", "{article}? {edge} (?:{of} )? {article}? (?P<day>{day}|{weekday})")
def _edge_of_day(found: Found) -> Draft | None:
    word = found.word("day")
    if word is None:
        return None
    if isinstance(word.value, int):
        return Draft(TimexType.DATE, Named(f"XXXX-WXX-{word.value}"))
    return (
        None
        if word.value.reference or word.value.part
        else Draft(TimexType.DATE, Offset("day", word.value.shift))
    )


@rule("next to a day", "{article} (?P<unit>{unit}) (?={after}|{before})")
def _next_to(found: Found) -> Draft | None:
    """`de dag` in `de dag na Kerst`."""
    return (
        Draft(TimexType.DURATION, f"P1{found['unit'].iso}", weak=True)
        if found["unit"].iso in ("D", "W")
        else None
    )


@rule("ago", "(?P<half>{one}? {half})? (?:{many})? (?P<unit>{anyunit}) {ago}")
def _ago(found: Found) -> Draft | None:
    return _away(found, -1, "PAST_REF")


@rule(
    "in the future",
    "(?P<over>{over}) (?P<x>(?P<half>{one}? {half})? (?:{many})? (?P<unit>{anyunit}))",
    "(?P<over>{over}) (?P<x>{many} (?P<unit>{anyunit}) {in} (?P<reference>{reference}))",
)
def _in_future(found: Found) -> Draft | None:
    if found.written("over") != "over" or not (found.word("many") or found.word("half")):
        return None
    if guards.is_spread(found):
        return None
    return _away(found, 1, "FUTURE_REF")


@rule("later", "(?P<half>{one}? {half})? {many} (?P<unit>{anyunit}) (?P<side>{shift})")
def _later(found: Found) -> Draft | None:
    number = amount(found)
    unit = found["unit"]
    if number is None or number != int(number):
        return None
    return Draft(TimexType.DATE, Offset(unit.unit, int(number) * found["side"], told=True))


def _away(found: Found, side: int, vague: str) -> Draft | None:
    unit, number = found["unit"], amount(found)
    if unit.iso.startswith("T") and found.text[: found.end].endswith("terug"):
        return None
    if number is None or (found.word("many") is None and found.word("half") is None):
        return Draft(TimexType.DATE, vague)
    name, count = unit.unit, number * side
    if name in periods.CLOCK:
        seconds = round(count * periods.CLOCK[name])
        name = name if seconds % periods.CLOCK[name] == 0 else "second"
        return Draft(TimexType.DATE, Offset(name, seconds // periods.CLOCK[name]))
    if name == "half":
        name, count = "month", count * 6
    if name == "year" and count != int(count):
        name, count = "month", count * 12
    if name == "week" and count != int(count):
        name, count = "day", round(count * 7)
    if name == "month" and count != int(count):
        name, count = "week", round(count * 4.35)
    return Draft(TimexType.DATE, Offset(name, int(count)))
