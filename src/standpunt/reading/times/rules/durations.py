"""How long and how often: `drie jaar`, `de afgelopen dagen`, `elke maandag`, `jaarlijks`."""

import re
from typing import Any

from standpunt.model import Offset, Stretch, TimexType
from standpunt.reading.times import guards, numbers, periods
from standpunt.reading.times.rules.rule import Book, Draft, Found

BOOK = Book()
rule = BOOK.rule

_BARE = (
    "al",
    "na",
    "voor",
    "sinds",
    "duren",
    "duurt",
    "duurde",
    "kan",
    "nog",
    "in",
    "gedurende",
    "kost",
    "kostte",
)
_YEARS = {"E": 10, "C": 100}
_MONTHS = {"Q": 3, "H": 6}


def period(number: float | None, iso: str) -> str:
    """A TIMEX3 duration: (3, `Y`) is `P3Y`, (None, `TH`) is `PTXH`; decades and centuries are told in
    years, quarters and halves of a year in months."""
    if iso in _YEARS and number is not None:
        number, iso = number * _YEARS[iso], "Y"
    if iso in _MONTHS:
        number, iso = (_MONTHS[iso] * number if number is not None else None), "M"
    time, letter = ("T", iso[1]) if iso.startswith("T") else ("", iso)
    told = "X" if number is None else f"{number:g}" if number < 1e6 else f"{number:.0f}"
    return f"P{time}{told}{letter}"


def amount(found: Found) -> float | None:
    """The number told by the groups `half` and `many`; None where it is not said."""
    if found.word("half"):
        return 0.5
    word = found.word("many")
    if word is None:
        return None
    value = word.value
    return value if isinstance(value, int | float) else value.number


def lasting(number: float | None, iso: str) -> str:
    """As `period`, halves being told in the next smaller unit (`een half jaar` is `P6M`, `anderhalf jaar` `P18M`)."""
    smaller = {"Y": (12, "M"), "TH": (60, "TM"), "D": (24, "TH")}
    if number is not None and number % 1 == 0.5 and iso in smaller:
        parts, letter = smaller[iso]
        return period(number * parts, letter)
    return period(number, iso)


@rule(
    "duration",
    "{many} (?P<unit>{anyunit})",
    "(?P<x>(?P<half>{one}? {half}) (?P<unit>{anyunit}))",
    "(?P<x>{article} (?P<half>{half}) (?P<unit>{anyunit}))",
    "(?P<x>{article}? {whole} (?P<whole>{unit}|{hours}))",
    "(?P<x>{one} {whole} (?P<whole>{unit}))",
)
def _duration(found: Found) -> Draft | None:
    if found["whole"]:
        return Draft(TimexType.DURATION, period(1, found["whole"].iso))
    if guards.is_age(found) or guards.is_wish(found) or guards.is_scattered(found):
        return None
    word = found.word("many")
    if word is not None and word.code == "y":
        return None
    figures = (
        word is not None and word.text.isdigit() and not found.after().startswith((" lang", " over", " per"))
    )
    return Draft(TimexType.DURATION, lasting(amount(found), found["unit"].iso), figures=figures)


@rule(
    "duration between two",
    "(?P<from>{count}) (?:{until}|{dash}|{between}|{and}) (?P<to>{count}) (?P<unit>{units}|{unit}|{hours})",
)
def _between(found: Found) -> Draft | None:
    if found.word("from").code == "e" or not found["from"] < found["to"] or guards.is_age(found):  # type: ignore[union-attr]
        return None
    iso = found["unit"].iso
    return Draft(TimexType.DURATION, f"{period(found['from'], iso)}/{period(found['to'], iso)}")


@rule(
    "past or coming period",
    "{article}? (?P<which>{selector}) (?P<many>{count}|{quantity})? (?P<unit>{units})",
    "{article}? (?P<which>{selector}) (?P<many>{count}|{quantity})? (?P<unit>{unit}|{hours})",
    "{article} (?P<many>{count}) (?P<which>{selector}) (?P<unit>{anyunit})",
)
def _period(found: Found) -> Draft | None:
    unit = found["unit"]
    plural = unit.plural and found.written("unit") in unit.plural
    if not plural and not found.word("many"):
        if unit.unit == "quarter":
            return None
        definite = found.text[found.start : found.start + 4].lower().startswith(("de ", "het "))
        if not definite or found.written("which") not in _DEFINITE:
            return None
        return Draft(TimexType.DURATION, period(1, unit.iso), days=_days(found["which"], 1, unit.unit))
    number = amount(found)
    return Draft(TimexType.DURATION, period(number, unit.iso), days=_days(found["which"], number, unit.unit))


def _days(which: Any, number: float | None, unit: str) -> Stretch | None:
    """The days of a length before or after that of publication; None where no whole number of them is told."""
    if number is None or number != int(number) or which.direction not in ("last", "next"):
        return None
    if unit in periods.CLOCK:
        now, then = Offset(unit), Offset(unit, int(number) * (-1 if which.direction == "last" else 1))
    else:
        now = Offset("day", -1 if which.direction == "last" else 1)
        then = Offset(unit, int(number) * now.count, of=Offset("day"))
    return Stretch(then, now) if which.direction == "last" else Stretch(now, then)


@rule(
    "past or coming period, with an aside",
    "{article} (?P<which>{selector}) (?:{dash}|{gap}|{comma}|{rough}){1,5} (?P<unit>{units})",
)
def _period_with_aside(found: Found) -> Draft | None:
    words = found.text[found.start : found.end]
    if len(words) > 60 or re.search(r"[.;:?!\n]|\b(?:de|het|een|van|in)\b", words[3:]):
        return None
    return Draft(TimexType.DURATION, period(None, found["unit"].iso))


_DEFINITE = ("afgelopen", "voorbije", "komende", "komend", "aankomende", "aankomend")
"""With an article and one unit these tell a length: `het afgelopen jaar` is P1Y, `afgelopen jaar` is last
year."""


@rule("bare plural", "(?P<unit>{units})")
def _plural(found: Found) -> Draft | None:
    if (
        found.before().split()[-1:]
        and found.before().split()[-1] in _BARE
        and found.written("unit") != "uurtje"
    ):
        return Draft(TimexType.DURATION, period(None, found["unit"].iso))
    return None


@rule("duration with an adjective", "(?P<many>{count}) {gap} (?P<unit>{units})")
def _with_adjective(found: Found) -> Draft | None:
    """`drie spannende dagen`."""
    between = found.text[found.word("many").end : found.word("unit").start]  # type: ignore[union-attr]
    if not re.fullmatch(r" [a-zëï]{4,}e ", between):
        return None
    return Draft(TimexType.DURATION, period(amount(found), found["unit"].iso))


@rule("first of a period", "{article} (?P<number>{ordinal}) (?P<many>{count}|{quantity})? (?P<unit>{units})")
def _first_of(found: Found) -> Draft | None:
    """`de eerste dagen van de oorlog`, `de eerste honderd dagen`."""
    if found["number"] != 1:
        return None
    return Draft(TimexType.DURATION, period(amount(found), found["unit"].iso))


@rule("quarters of an hour", "(?P<count>{count})? {quarter_length}")
def _quarters(found: Found) -> Draft | None:
    return Draft(TimexType.DURATION, period(15 * int(found["count"] or 1), "TM"))


@rule("weekends", "(?P<count>{count}) {weekends}")
def _weekends(found: Found) -> Draft | None:
    return Draft(TimexType.DURATION, f"P{found['count']:g}WE")


@rule("lasting", "(?P<word>{lasting})")
def _lasting(found: Found) -> Draft | None:
    return Draft(TimexType.DURATION, found["word"].value, found.written("word"))


@rule("age or length", "(?P<word>{age})")
def _length(found: Found) -> Draft | None:
    written: str = found["word"]
    stem = written.removesuffix("e").removesuffix("jarig").removesuffix("daags").removesuffix("-")
    number = numbers.cardinals().get(stem, int(stem) if stem.isdigit() else 0)
    if not number or guards.is_aged(found, stem):
        return None
    return Draft(TimexType.DURATION, period(number, "D" if "daags" in written else "Y"))


@rule("frequency", "(?P<word>{frequency})")
def _frequency(found: Found) -> Draft | None:
    return Draft(TimexType.SET, found["word"].value, found.written("word"))


@rule(
    "every",
    "{every} (?P<many>{count}|{ordinal})? (?P<unit>{anyunit})",
    "{every} {ordinal}? (?P<weekday>{weekday})",
    "{every} (?P<both>{weekday_part})",
    "{every} (?P<weekend>{weekend})",
    "{every} (?P<part>{part})",
    "{at} {article} (?P<x>(?P<many>{count}) (?P<unit>{units}|{unit}))",
    "{at} {article} (?P<other>{unit}) (?P<weekday>{weekday})?",
    "{article}? {every}? (?P<weekend>{weekends})",
    "{at} {article} (?P<otherweekend>{weekend})",
    "{per} (?P<x>(?P<per>{unit}))",
    "(?P<weekday>{weekdays})",
)
def _every(found: Found) -> Draft | None:
    if found["both"]:
        return Draft(TimexType.SET, "XXXX-WXX-{}T{}".format(*found["both"]))
    if found["weekday"]:
        return Draft(TimexType.SET, f"XXXX-WXX-{found['weekday']}")
    if found.word("weekend"):
        return Draft(TimexType.SET, "XXXX-WXX-WE")
    if found["part"]:
        return Draft(TimexType.SET, f"XXXX-XX-XXT{found['part']}")
    if found.word("otherweekend"):
        return Draft(TimexType.SET, "P2WE")
    if found["other"]:
        whole = found["other"].unit in ("day", "week", "month", "year")
        return Draft(TimexType.SET, period(2, found["other"].iso)) if whole else None
    unit = found["unit"] or found["per"]
    if found["per"] and unit.iso.startswith("T"):
        return None
    return Draft(TimexType.SET, period(amount(found) or 1, unit.iso))
