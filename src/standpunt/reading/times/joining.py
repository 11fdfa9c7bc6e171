"""Neighbours that tell one time together: a day and its hour, the two ends of a stretch, a length and what it
counts from.

    vandaag | van vijf tot zeven        → 2025-02-17T05:00/2025-02-17T07:00
    1 april 2016 | tot | vandaag        → 2016-04-01/2025-02-17
    drie dagen | na | 12 januari        → 2025-01-15

Each join looks at two pieces in a row, the words between them and the word before them; the result may join again.
"""

import re
from typing import NamedTuple

from msgspec.structs import replace

from standpunt.model import Named, Offset, Span, Stretch, TimexType
from standpunt.reading.times import periods
from standpunt.reading.times.rules import Draft
from standpunt.reading.times.rules.clocks import afternoon, night_before

Day = Offset | Named | str


class Piece(NamedTuple):
    """A draft at its place, and the rules that made it."""

    span: Span
    rule: str
    draft: Draft


_NEAR = re.compile(r"[^\W\d]{0,12}(?:[ ,~–—-]{1,3}[^\W\d]{0,12}){0,4}")
"""What may stand between two pieces that are one: a few words on the same line."""
_BEFORE_HOUR = re.compile(
    r"\s*[,–-]?\s*(?:al )?(?:om|omstreeks|rond|tegen|vanaf|na|voor|van|tussen|op|niet later dan|later dan|uiterlijk"
    r"|zo vroeg als)?(?: rond| om)?\s*"
)
_BEFORE_DAY = re.compile(
    r"\s*,?\s*(?:uur )?(?:of later |en later |of eerder )?(?:op|van|in|tijdens)?(?: de| deze)?\s*"
)
_BEFORE_PART = (" ", " in ", " in de ", ", ")
_BETWEEN_HOURS = re.compile(r"\s*(?:[-–—]|tot en met|t/m|tot)\s*")
_OPENING = re.compile(r"\b(van|vanaf|tussen|sinds)\s(?:de\s|het\s|deze\s)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\s(?:tot en met|t/m|tot op|tot aan|tot|–|—|-)\s(?:de\s|het\s)?|[–—-]")
_AND = re.compile(r"\s(?:en|tot)\s(?:de\s|het\s)?|\s?[-–—~]\s?")
_COUNTED = re.compile(r"\s(?:(na|voor|vóór)|(?:gerekend )?(vanaf|sinds))\s(?:de\s|het\s)?", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:van|voor|gedurende|duurt|duurde|tijdens|looptijd van)\s(?:een\s)?$", re.IGNORECASE
)
_LENGTH = re.compile(r"P(?:T(?P<t>[1-9]\d*)(?P<clock>[HMS])|(?P<n>[1-9]\d*)(?P<unit>[DWMY]))")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_HOURS = {"H": "hour", "M": "minute", "S": "second"}
_LENGTHS = re.compile(r" en (?:een )?|, ?")


def join(pieces: list[Piece], text: str) -> list[Piece]:
    """The pieces, in order, with those joined that tell one time; what is weak and stays alone is left out."""
    joined: list[Piece] = []
    for piece in pieces:
        joined.append(in_a_week(piece, text))
        while len(joined) > 1 and joined[-2].span.end > joined[-1].span.start:
            del joined[-2]
        while len(joined) > 1 and (one := _joined(joined[-2], joined[-1], text)) is not None:
            joined[-2:] = [one]
    return [
        piece
        for before, piece in zip([None, *joined], joined, strict=False)
        if not piece.draft.weak or _after_a_week(before, piece)
    ]


def _after_a_week(before: Piece | None, piece: Piece) -> bool:
    """Whether a clock time stands right behind a date that is no day: `week 10 20.00`."""
    if before is None or piece.span.start - before.span.end != 1 or ":" not in _clock(piece.draft):
        return False
    return before.draft.type == TimexType.DATE and not before.draft.weak and piece.rule == "clock time"


_WEEK_OF = re.compile(
    r"(?:de )?week (?:van|(?:die )?(?:beginnend|begint|startend|start)(?: op)?) (?:de )?$"
    r"|(?P<weekend>(?:het )?(?:weekend|weekeinde) van (?:zaterdag )?(?:[1-3]?\d (?:en|op|/|-) )?)$",
    re.IGNORECASE,
)


def in_a_week(piece: Piece, text: str) -> Piece:
    """`de week van 4 februari` is the week that holds that day, `het weekend van 25 en 26 augustus` that weekend."""
    told = day(piece.draft.meaning)
    before = (
        _WEEK_OF.search(text[max(0, piece.span.start - 40) : piece.span.start]) if told is not None else None
    )
    if told is None or before is None or _tail(piece.draft):
        return piece
    span = Span(piece.span.start - len(before[0]), piece.span.end)
    unit = "weekend" if before["weekend"] else "week"
    return Piece(span, f"{unit} of a day", Draft(TimexType.DATE, Offset(unit, of=told)))


def _joined(first: Piece, last: Piece, text: str) -> Piece | None:
    between = text[first.span.end : last.span.start]
    if not _NEAR.fullmatch(between):
        return None
    before = text[max(0, first.span.start - 24) : first.span.start]
    for attempt in (_hours, _part_and_hour, _day_and_hour, _hour_and_day, _stretch, _counted, _length):
        found = attempt(first.draft, last.draft, between.lower(), before)
        if found is not None:
            draft, start = found
            span = Span(first.span.start - start, last.span.end)
            return Piece(span, f"{first.rule}, {last.rule}", draft)
    return None


Attempt = tuple[Draft, int] | None
"""The joined draft, and how many characters before the first piece belong to it."""


def _clock(draft: Draft) -> str:
    """The value of a clock time or two that stand alone, or nothing."""
    meaning = draft.meaning
    return meaning if isinstance(meaning, str) and re.match(r"T\d", meaning) else ""


def _part(draft: Draft) -> str:
    """The code of a part of the day that stands alone (`'s avonds`), or nothing."""
    meaning = draft.meaning
    return meaning[1:] if isinstance(meaning, str) and re.fullmatch(r"T[A-Z]{2}", meaning) else ""


def day(meaning: object) -> Day | None:
    """What a meaning says of one day, without its part; None for what is longer or has its hour."""
    if isinstance(meaning, str):
        return meaning if re.fullmatch(r"\d{4}-\d\d-\d\d", meaning) else None
    if isinstance(meaning, Offset):
        whole = meaning.unit == "day" or meaning.of is not None
        return replace(meaning, tail="") if whole and not re.match(r"T\d", meaning.tail) else None
    if not isinstance(meaning, Named) or re.match(r"T\d", meaning.tail):
        return None
    one_day = meaning.fixture or re.fullmatch(r"XXXX-(?:WXX-\d|(?:\d\d|XX)-\d\d)", meaning.pattern)
    return replace(meaning, tail="") if one_day else None


def _hours(first: Draft, last: Draft, between: str, before: str) -> Attempt:
    """`half acht | tot | vier uur`; after a day with its hour too: `maandag 13:00 | - | 15:00`."""
    end = _clock(last)
    opening = _OPENING.search(before)
    spanning = opening is not None and opening[1].lower() == "tussen" and between == " en "
    if not end or "/" in end or not (_BETWEEN_HOURS.fullmatch(between) or spanning):
        return None
    begin = _clock(first)
    if begin and "/" not in begin and not (first.weak and last.weak and not opening):
        weak = first.weak and last.weak
        return Draft(TimexType.TIME, f"{begin}/{end}", weak=weak), len(opening[0]) if opening else 0
    meaning = first.meaning
    if isinstance(meaning, str):
        told = re.fullmatch(r"(\d{4}-\d\d-\d\d)(T\d[^/]*)", meaning)
        return (Draft(TimexType.TIME, f"{meaning}/{told[1]}{end}"), 0) if told else None
    if isinstance(meaning, Offset | Named) and re.match(r"T\d", meaning.tail):
        return Draft(TimexType.TIME, Stretch(meaning, replace(meaning, tail=end))), 0
    return None


def _part_and_hour(first: Draft, last: Draft, between: str, before: str) -> Attempt:
    """`'s middags | om 7 uur`, `tussen 4 en 5 | 's middags`, `5 | in de ochtend`, `de ochtend | van 12 mei`."""
    if _part(first) and _clock(last) and _BEFORE_HOUR.fullmatch(between):
        return Draft(TimexType.TIME, afternoon(_clock(last), _part(first))), 0
    if (
        _part(first)
        and re.fullmatch(r" (?:van|op) (?:de )?", between)
        and (told := day(last.meaning)) is not None
    ):
        return (Draft(TimexType.TIME, _with(told, f"T{_part(first)}")), 0) if not _tail(last) else None
    if _clock(first) and _part(last) and between in _BEFORE_PART:
        return Draft(TimexType.TIME, afternoon(_clock(first), _part(last))), 0
    return None


def _day_and_hour(first: Draft, last: Draft, between: str, before: str) -> Attempt:
    hour = _clock(last)
    length = re.fullmatch(r"PT(\d\d?)H", last.meaning) if isinstance(last.meaning, str) else None
    if length and between == " " and last.figures and int(length[1]) <= 24:
        return _at(first, f"T{int(length[1]):02}:00")
    if not hour or not _BEFORE_HOUR.fullmatch(between) or (last.bare and not _tail(first)):
        return _day_and_part(first, last, between)
    return _at(first, hour)


def _hour_and_day(first: Draft, last: Draft, between: str, before: str) -> Attempt:
    hour = _clock(first)
    if not hour or not _BEFORE_DAY.fullmatch(between) or (first.bare and not _tail(last)):
        return None
    return _at(last, hour)


def _day_and_part(first: Draft, last: Draft, between: str) -> Attempt:
    """`woensdag 12 maart | in de ochtend`."""
    if _part(last) and re.match(r"T\d", _tail(first)) and between in _BEFORE_PART:
        meaning = first.meaning
        assert isinstance(meaning, Offset | Named)
        return Draft(TimexType.TIME, replace(meaning, tail=afternoon(meaning.tail, _part(last)))), 0
    told = day(first.meaning)
    if not _part(last) or told is None or _tail(first) or between not in _BEFORE_PART:
        return None
    return Draft(TimexType.TIME, _with(told, f"T{_part(last)}")), 0


def _tail(draft: Draft) -> str:
    return "" if isinstance(draft.meaning, str | Stretch) else draft.meaning.tail


def _at(draft: Draft, hour: str) -> Attempt:
    """A day with its hour or hours; the part of the day that it tells sets the clock of twelve."""
    told = day(draft.meaning)
    if told is None:
        return None
    hour = afternoon(hour, _tail(draft)[1:])
    begin, _, end = hour.partition("/")
    if not end and isinstance(told, Offset) and isinstance(told.of, Named) and _tail(draft) == "TNI":
        return Draft(TimexType.TIME, night_before(told.of, begin)), 0
    if not end:
        return Draft(TimexType.TIME, _with(told, begin)), 0
    if isinstance(told, str):
        return Draft(TimexType.TIME, f"{told}{begin}/{told}{end}"), 0
    return Draft(TimexType.TIME, Stretch(replace(told, tail=begin), replace(told, tail=end))), 0


def _with(told: Day, tail: str) -> Day:
    return told + tail if isinstance(told, str) else replace(told, tail=tail)


def _stretch(first: Draft, last: Draft, between: str, before: str) -> Attempt:
    """`van 1 april 2016 | tot | vandaag`, `tussen nu | en | 21 mei`, `12 januari 2016 | - | 22 januari 2016`."""
    if not first.type == last.type == TimexType.DATE or first.weak or last.weak:
        return None
    opening = _OPENING.search(before)
    word = opening[1].lower() if opening else ""
    if not (_AND if word == "tussen" else _UNTIL).fullmatch(between):
        return None
    begin, end = _edge(first), _edge(last)
    if begin is None or end is None:
        return None
    dated = _is_date(begin) or _is_date(end) and isinstance(begin, str) and isinstance(end, str)
    if not (opening or last.meaning == "PRESENT_REF" or (dated and _is_date(end))):
        return None
    start = len(opening[0]) if opening and word != "sinds" else 0
    if isinstance(begin, str) and isinstance(end, str):
        low, high = periods.of_value(begin), periods.of_value(end)
        runs = low is not None and high is not None and low[1] <= high[2]
        return (Draft(TimexType.DATE, f"{begin}/{end}"), start) if runs else None
    return Draft(TimexType.DATE, Stretch(begin, end)), start


def _edge(draft: Draft) -> Day | None:
    """One end of a stretch; `nu` is the day of publication."""
    meaning = draft.meaning
    if meaning == "PRESENT_REF":
        return Offset("day")
    if (
        isinstance(meaning, Stretch)
        or isinstance(meaning, str)
        and ("/" in meaning or meaning.endswith("_REF"))
    ):
        return None
    return meaning


def _is_date(end: Day) -> bool:
    """Whether an end is so plain a date that two of them with a dash or `tot` between are a stretch."""
    if isinstance(end, str):
        return len(end) in (7, 10)
    if isinstance(end, Offset):
        return end.unit == "day"
    return bool(re.fullmatch(r"XXXX-\d\d-\d\d", end.pattern))


def _counted(first: Draft, last: Draft, between: str, before: str) -> Attempt:
    """`drie dagen | na | 12 januari`, `vijf minuten | vanaf | nu`."""
    match = _COUNTED.fullmatch(between)
    length = _LENGTH.fullmatch(first.meaning) if isinstance(first.meaning, str) else None
    if match is None or length is None or first.type != TimexType.DURATION:
        return None
    if match[2] and _LASTING.search(before):
        return None
    side = -1 if (match[1] or "").startswith(("voor", "vóór")) else 1
    if length["t"]:
        now = last.meaning == "PRESENT_REF"
        return (
            (Draft(TimexType.TIME, Offset(_HOURS[length["clock"]], side * int(length["t"]))), 0)
            if now
            else None
        )
    told = Offset("day") if last.meaning == "PRESENT_REF" else day(last.meaning)
    if told is None:
        return None
    unit, count = _UNITS[length["unit"]], side * int(length["n"])
    if told == Offset("day", getattr(told, "count", 0)) and unit == "day":
        return Draft(TimexType.DATE, Offset("day", told.count + count)), 0
    return Draft(TimexType.DATE, Offset(unit, count, of=told)), 0


def _length(first: Draft, last: Draft, between: str, before: str) -> Attempt:
    """`een uur | en | dertig minuten`: the second one is of a smaller unit."""
    if not first.type == last.type == TimexType.DURATION or not _LENGTHS.fullmatch(between):
        return None
    one, other = first.meaning, last.meaning
    if not isinstance(one, str) or not isinstance(other, str) or first.days or last.days:
        return None
    large, small = _LENGTH.fullmatch(one), _LENGTH.fullmatch(other)
    if large is None or small is None or _size(large) <= _size(small):
        return None
    if large["t"]:
        return Draft(TimexType.DURATION, one + other[2:]), 0
    return Draft(TimexType.DURATION, one + other[1:]), 0


def _size(length: re.Match[str]) -> int:
    return "SMH".index(length["clock"]) if length["t"] else 3 + "DWMY".index(length["unit"])
