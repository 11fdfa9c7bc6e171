"""What stands at the head, and the foot, of an article about itself: date line, outlet, time stamps,
dateline, agency.

Each reader here takes a stretch of one line, says how much of it is a mark of this kind, and what it states:

    date 2024-12 ANP                                          the date line of a stored file
    NOS Nieuws • vandaag, 08:28 • Aangepast vandaag, 11:33    a broadcaster's line; a title may follow it
    Gepubliceerd: 14 februari 2025, 10:30                     a time stamp
    DEN HAAG (ANP) -                                          a dateline; the text follows it
    (Belga)                                                   an agency's mark at the end of the text
"""

import re
from dataclasses import dataclass, field
from functools import cache

from standpunt.model import Moment, Span
from standpunt.sources import dates, words


@dataclass(slots=True)
class Stated:
    """What the marks of an article state so far; the first statement of a thing stands, dates narrow each
    other."""

    outlet: str = ""
    agency: str = ""
    author: str = ""
    revised: str = ""
    published: Moment = field(default_factory=Moment)

    def takes(self, mark: str) -> None:
        """Takes the name of an agency or outlet over."""
        if re.fullmatch(words.agency_pattern(photo=False), mark):
            self.agency = self.agency or words.name_of(mark)
        elif re.fullmatch(words.outlet_pattern(), mark):
            self.outlet = self.outlet or words.name_of(mark)


# Each reader takes a stretch of a line, as offsets into the text, and gives back where its mark ends; that is
# its start where there is none.

_DATE_LINE = re.compile(
    r"date[ \t]+(\d{4}(?:-\d{2}){0,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?=\s|$)"
)
_SEPARATOR = re.compile(r"[\s•·∙|,;/–—●-]*")
_READING_TIME = re.compile(
    r"(?:leestijd:?\s+)?(?:ca\.?\s+|ongeveer\s+)?\d+\s*(?:min\.?|minuten|minuut)"
    r"(?:\s+(?:leestijd|lezen|leesplezier))?(?!\w)",
    re.IGNORECASE,
)
_CAPITALS = r"[A-ZÀ-ÖØ-Ý]"
_PLACE = (
    rf"(?:'[sS][- ])?{_CAPITALS}[\w'’.-]*"
    rf"(?:[ /](?:{_CAPITALS}[\w'’.-]*|aan|de|den|der|van|op|het|la|le|el|in)){{0,4}}"
)
_SHOUTED_PLACE = rf"(?:'[sS][- ])?{_CAPITALS}[A-ZÀ-ÖØ-Ý'’./-]+(?: {_CAPITALS}[A-ZÀ-ÖØ-Ý'’./-]+){{0,3}}"


def date_line(text: str, line: Span, stated: Stated) -> int:
    """The stored file's own line, ` date 2024-12 ANP`; names after the date count where nothing else
    follows."""
    found = _DATE_LINE.match(text, line.start, line.end)
    if not found or dates.days(found[1]) is None:
        return line.start
    stated.published = dates.narrowed(
        stated.published, dates.moment(found[1], "date line", Span(found.start(1), found.end(1)))
    )
    rest = text[found.end() : line.end].strip()
    names = _only_names(rest)
    for name in names:
        stated.takes(name)
    return line.end if names or not rest else found.end()


def _only_names(stretch: str) -> list[str]:
    """The names of agencies and outlets, where a stretch holds nothing else."""
    pattern = f"{words.agency_pattern(photo=True)}|{words.outlet_pattern()}"
    rest = re.sub(pattern, "", stretch)
    return re.findall(pattern, stretch) if not re.search(r"\w", rest) else []


@cache
def _stamp() -> re.Pattern[str]:
    time = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*uur)?(?!\w)"
    weekday = words.alternatives(words.weekdays())
    month = words.alternatives(tuple(words.months()))
    relative = (
        rf"vandaag|gisteren|eergisteren|zojuist|{weekday}\.?(?:\s+\d{{1,2}}\s+{month}\.?)?|\d{{1,2}}\s+{month}\.?"
        r"|(?:ongeveer\s+)?(?:\d+|een)\s+(?:minuut|minuten|uur|uren|dag|dagen|week|weken|maand|maanden|jaar)\s+geleden"
    )
    label = words.alternatives(tuple(words.marks().label))
    return re.compile(
        rf"(?:(?P<label>(?i:{label}))\s*:?\s*)?"
        rf"(?:(?P<date>{dates.written()})|(?P<relative>(?<!\w)(?i:{relative})(?!\w)))?"
        rf"(?P<time>(?:\s*,|\s+-|\s+–|\s+om)?\s*(?<!\d){time})?"
    )


@cache
def _outlet() -> re.Pattern[str]:
    return re.compile(f"{words.outlet_pattern()}|{words.agency_pattern(photo=False)}")


def stamps(text: str, line: Span, stated: Stated) -> int:
    """Outlet, time stamps and reading time in a row, `NOS Nieuws • vandaag, 08:28 • Aangepast vandaag,
    11:33`.

    The row is a mark where nothing follows it, or where it names a moment and either an outlet or what the
    moment is of, and a new sentence or title follows.
    """
    at, names, moments, labelled, timed = line.start, [], [], False, False
    while at < line.end:
        if found := _outlet().match(text, at, line.end):
            names.append(found[0])
            at = found.end()
        elif found := _READING_TIME.match(text, at, line.end):
            at = found.end()
            timed = True
        elif (
            (found := _stamp().match(text, at, line.end))
            and found[0]
            and (found["date"] or found["relative"] or found["label"])
        ):
            moments.append(found)
            labelled |= found["label"] is not None
            at = found.end()
        else:
            break
        gap = _SEPARATOR.match(text, at, line.end)
        if gap is None or (not gap[0] and at < line.end and text[at].isalnum() and not text[at].isupper()):
            break
        at = gap.end()
    if not (names or moments or timed):
        return line.start
    followed = at < line.end
    stated_moment = any(found["date"] or found["relative"] for found in moments)
    if followed:
        head = text[line.start : at]
        known = (
            stated_moment
            and (names or labelled)
            and ("•" in head or "|" in head or labelled or _timed(moments))
        )
        if not known or text[at].islower():
            return line.start
    elif not (stated_moment or names or timed) or (
        moments and not (names or labelled) and not _dated(moments)
    ):
        return line.start
    for name in names:
        stated.takes(name)
    for found in moments:
        _take_moment(text, found, stated)
    return at


def _timed(moments: list[re.Match[str]]) -> bool:
    return any(found["time"] for found in moments)


def _dated(moments: list[re.Match[str]]) -> bool:
    """Whether a row without outlet or label tells a moment as a stamp does: a date with its year, or a
    time."""
    return any(found["date"] or found["time"] for found in moments)


def _take_moment(text: str, found: re.Match[str], stated: Stated) -> None:
    label = next(
        (
            entry
            for key, entry in words.marks().label.items()
            if key.lower() == (found["label"] or "").lower()
        ),
        None,
    )
    start = (
        found.start("date")
        if found["date"]
        else found.start("relative")
        if found["relative"]
        else found.start("time")
    )
    words_of = text[start : found.end()].strip()
    if label is not None and label.revises:
        stated.revised = stated.revised or words_of
    elif found["date"]:
        span = Span(found.start("date"), found.end("date"))
        stated.published = dates.narrowed(stated.published, dates.moment(found["date"], "time stamp", span))


@cache
def _dateline() -> tuple[re.Pattern[str], ...]:
    dash = r"\s*[-–—](?=\s|$)"
    sources = r"\((?P<sources>[^()\n]{2,40})\)"
    date = rf"(?:,?\s+\d{{1,2}}\s+{words.alternatives(tuple(words.months()))}\.?(?:\s+\d{{4}})?,?)?"
    return (
        re.compile(rf"{_PLACE}{date}\s*{sources}(?:{dash}|\s*:(?=\s)|(?=\s+[A-Z„“\"'‘]))"),
        re.compile(rf"{sources}{dash}"),
        re.compile(rf"{_SHOUTED_PLACE}{date}\s*{dash}"),
    )


def dateline(text: str, line: Span, stated: Stated) -> int:
    """`DEN HAAG (ANP) -`, `(Belga) -`, `GENT -`: the place and the agency before a text; the dash belongs to
    it.

    A place without an agency must stand in capitals. Between brackets must stand an agency or an outlet.
    """
    for pattern in _dateline():
        found = pattern.match(text, line.start, line.end)
        if found is None:
            continue
        if "sources" in found.groupdict():
            names = _only_names(found["sources"])
            if not names:
                continue
            for name in names:
                stated.takes(name)
        end = found.end()
        while end < line.end and text[end].isspace():
            end += 1
        return end
    return line.start


_CLOSING = re.compile(r"\((?P<names>[^()\n]{2,40})\)\s*\.?$")


def closing_mark(text: str, line: Span, stated: Stated) -> int:
    """Where an agency's mark at the end of a line begins, `... besluiten. (Belga)`; the line's end where
    there is none."""
    found = _CLOSING.search(text, line.start, line.end)
    if found is None:
        return line.end
    names = re.findall(words.agency_pattern(photo=False), found["names"])
    rest = re.sub(words.agency_pattern(photo=False), "", found["names"])
    before = text[line.start : found.start()].rstrip()
    if not names or len(re.findall(r"\w+", rest)) > 1 or (before and before[-1] not in ".!?…\"”’'»"):
        return line.end
    stated.takes(names[0])
    return found.start()
