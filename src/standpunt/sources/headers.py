"""What an article says of itself at its head and foot: date line, outlet, time stamps, dateline, agency.

Each reader here takes a stretch of one line, says how much of it is a mark of this kind, and what it states:

    date 2024-12 ANP                                          the date line of a stored file
    NOS Nieuws • vandaag, 09:12 • Aangepast vandaag, 10:45    a broadcaster's line; a title may follow it
    Gepubliceerd: 14 februari 2025, 10:30                     a time stamp
    DEN HAAG (ANP) -                                          a dateline; the text follows it
    Bron: Belga 0                                             a credit; the text follows it
    (Belga)                                                   an agency's mark at the end of the text
"""

import re
from dataclasses import dataclass, field
from functools import cache

from standpunt.model import Moment, Span
from standpunt.sources import dates, words


@dataclass(slots=True)
class Stated:
    """What the marks of an article state so far; of each thing the first stands, dates narrow each other."""

    outlet: str = ""
    agency: str = ""
    author: str = ""
    revised: str = ""
    published: Moment = field(default_factory=Moment)

    def takes(self, mark: str) -> None:
        """Takes the name of an agency or outlet over; of one that no list has, capitals are an agency's."""
        if words.names_outlet(mark):
            self.outlet = self.outlet or words.name_of(mark)
        elif words.agency().fullmatch(mark) or _INITIALS.fullmatch(mark):
            self.agency = self.agency or words.name_of(mark)


# Each reader takes a stretch of a line, as offsets into the text, and gives back where its mark ends; that is
# its start where there is none.

_DATE_LINE = re.compile(
    r"date[ \t]+(\d{4}(?:-\d{2}){0,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?=\s|$)"
)
QUOTES = "\"'„“”‘’‚«»‹›"
_INITIALS = re.compile(r"[A-Z]{2,6}")
_LEADING = re.compile(r"\s*[•·∙|●]\s*")
_SEPARATOR = re.compile(r"[\s•·∙|,;/–—●-]*")
_READING_TIME = re.compile(
    r"(?:leestijd:?\s+)?(?:ca\.?\s+|ongeveer\s+)?\d+\s*(?:min\.?|minuten|minuut)"
    r"(?:\s+(?:leestijd|lezen|leesplezier))?(?!\w)",
    re.IGNORECASE,
)
_CAPITALS = r"[A-ZÀ-ÖØ-Ý]"
_LONGEST_OUTLET = 4
"""Words of an outlet's or place's name that the lists do not have."""
_NAME = rf"(?:{_CAPITALS}[\w'’.-]*)"
_PARTICLE = r"(?:van|de|den|der|het|ten|ter|te|'t|in|und|von|el|al|en|&|/)(?!\w)"
NAMES = rf"{_NAME}(?:\s*,)?(?:\s+(?:{_NAME}|{_PARTICLE})(?:\s*,)?){{1,9}}"
"""The names of people in a row, as a pattern: `Anna Smit en Bas van der Vos`."""
_PLACE = (
    rf"(?:'[sS][- ])?{_CAPITALS}[\w'’.-]*"
    rf"(?:[ /](?:{_CAPITALS}[\w'’.-]*|aan|de|den|der|van|op|het|la|le|el|in)){{0,4}}"
)
_SHOUTED_PLACE = rf"(?:'[sS][- ])?{_CAPITALS}[A-ZÀ-ÖØ-Ý'’./-]+(?: {_CAPITALS}[A-ZÀ-ÖØ-Ý'’./-]+){{0,3}}"


def date_line(text: str, line: Span, stated: Stated) -> int:
    """The stored file's own line, ` date 2024-12 ANP`; names after the date count if nothing else follows."""
    found = _DATE_LINE.match(text, line.start, line.end)
    if not found or dates.days(found[1]) is None:
        return line.start
    stated.published = dates.narrowed(
        stated.published, dates.moment(found[1], "date line", Span(found.start(1), found.end(1)))
    )
    rest = text[found.end() : line.end].strip()
    names = words.only_marks(rest)
    for name in names:
        stated.takes(name)
    unknown = len(rest.split()) <= _LONGEST_OUTLET and re.fullmatch(rf"(?:{_CAPITALS}[\w'’.-]*\s*)+", rest)
    if unknown and rest.startswith(("De ", "Het ")):
        stated.outlet = stated.outlet or rest
    elif unknown:
        stated.takes(rest)
    return line.end if names or unknown or not rest else found.end()


@cache
def _stamp() -> re.Pattern[str]:
    time = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*uur)?(?!\w)"
    weekday = words.alternatives(words.weekdays())
    month = words.alternatives(tuple(words.months()))
    relative = (
        rf"vandaag|gisteren|eergisteren|zojuist|{weekday}\.?(?:\s+\d{{1,2}}\s+{month}\.?)?|\d{{1,2}}\s+{month}\.?"
        r"|(?:ongeveer\s+)?(?:\d+|een)\s+(?:minuut|minuten|uur|uren|dag|dagen|week|weken|maand|maanden|jaar)\s+geleden"
    )
    label = words.alternatives([*words.marks().label]).removeprefix(r"(?<!\w)")  # `NOS NieuwsAangepast`
    return re.compile(
        rf"(?:(?P<label>(?i:{label}))\s*:?\s*)?"
        rf"(?:(?P<date>{dates.written()})|(?P<relative>(?<!\w)(?i:{relative})(?!\w)))?"
        rf"(?P<time>(?:\s*,|\s+-|\s+–|\s+om)?\s*(?<!\d){time})?"
    )


@cache
def _outlet() -> re.Pattern[str]:
    """An outlet or agency; a label may follow it without a space (`NOS NieuwsAangepast`)."""
    outlets = words.alternatives([*words.marks().outlet], glued_to=[*words.marks().label])
    return re.compile(f"{outlets}|{words.outlet_pattern()}|{words.agency_pattern(photo=False)}")


_SIGNED = re.compile(rf"(?:(?:[Dd]oor|DOOR|[Tt]ekst|[Aa]uteur):?\s+)?(?P<names>{NAMES})(?=\s*(?:[•·∙|●]|$))")


def stamps(text: str, line: Span, stated: Stated, *, head: bool) -> int:
    """Outlet, authors, time stamps, reading time in a row: `NOS Nieuws • vandaag, 08:28 • Aangepast 11:33`.

    The row is a mark where nothing follows it, or where a title or sentence follows and it names a moment,
    and an outlet or what the moment is of. Below the `head` a date may be a heading of its own: there it has
    to name an outlet, what the moment is of, or an hour.
    """
    row = _Row()
    lead = _LEADING.match(text, *line)
    at = lead.end() if lead else line.start
    while at < line.end:
        end = row.takes(text, Span(at, line.end))
        if end == at:
            break
        at = end
        gap = _SEPARATOR.match(text, at, line.end)
        if gap is None or (not gap[0] and at < line.end and text[at].isalnum() and not text[at].isupper()):
            break
        at = gap.end()
    if not (row.stands_before_text(text[line.start : at]) if at < line.end else row.stands_alone):
        return line.start
    if (at < line.end and text[at].islower()) or not (head or row.surely):
        return line.start
    for name in row.names:
        stated.takes(name)
    stated.author = stated.author or row.author
    for found in row.moments:
        _take_moment(found, stated)
    return at


@dataclass(slots=True)
class _Row:
    """The parts of a row of marks found so far."""

    names: list[str] = field(default_factory=list)
    moments: list[re.Match[str]] = field(default_factory=list)
    author: str = ""
    reading_time: bool = False

    def takes(self, text: str, rest: Span) -> int:
        """Takes the part that the rest of the row begins with; gives back where it ends."""
        if found := _outlet().match(text, *rest):
            self.names.append(found[0])
        elif found := _READING_TIME.match(text, *rest):
            self.reading_time = True
        elif (found := _stamp().match(text, *rest)) and (
            found["date"] or found["relative"] or found["label"]
        ):
            self.moments.append(found)
        elif found := _SIGNED.match(text, *rest):
            names = found["names"].strip(" ,")
            if words.names_outlet(names):
                self.names.append(names)
            self.author = self.author or ("" if words.names_outlet(names) else names)
        else:
            return rest.start
        return found.end()

    def stands_before_text(self, head: str) -> bool:
        """A row before a title or sentence names a moment, and says what of or whose."""
        dated = any(found["date"] or found["relative"] for found in self.moments)
        labelled = any(found["label"] for found in self.moments)
        timed = any(found["time"] for found in self.moments)
        return dated and (
            labelled or (bool(self.names or self.author) and (timed or "•" in head or "|" in head))
        )

    @property
    def surely(self) -> bool:
        """Whether no heading could look like this row."""
        return bool(self.names) or any(found["label"] or found["time"] for found in self.moments)

    @property
    def stands_alone(self) -> bool:
        """Authors alone do not make a row; a moment without outlet or label must tell its year or a time."""
        told = any(found["label"] or found["date"] or found["time"] for found in self.moments)
        return bool(self.names) or told or self.reading_time


def _take_moment(found: re.Match[str], stated: Stated) -> None:
    label = words.label_of(found["label"] or "")
    stamp = found[0][found.end("label") - found.start() if found["label"] else 0 :].strip(" :\t")
    if label is not None and label.revises:
        stated.revised = stated.revised or stamp
    elif found["date"]:
        span = Span(found.start("date"), found.end("date"))
        stated.published = dates.narrowed(stated.published, dates.moment(found["date"], "time stamp", span))


@cache
def _dateline() -> tuple[re.Pattern[str], ...]:
    dash = r"\s*[-–—](?=\s|$)"
    sources = r"\((?P<sources>[^()\n]{2,40})\)"
    date = rf"(?:,?\s+\d{{1,2}}\s+{words.alternatives(tuple(words.months()))}\.?(?:\s+\d{{4}})?,?)?"
    return (
        re.compile(rf"{_PLACE}{date}\s*{sources}(?:{dash}|\s*:(?=\s)|(?=\s+[A-ZÀ-Ý{QUOTES}]))"),
        re.compile(rf"{sources}{dash}"),
        re.compile(rf"{_SHOUTED_PLACE}{date}\s*{dash}"),
        re.compile(rf"{_PLACE}{date}{dash}(?=\s+[A-ZÀ-Ý{QUOTES}])"),
        re.compile(rf"[A-ZÀ-ÖØ-Ý]{{4,}}(?: [A-ZÀ-ÖØ-Ý]{{3,}}){{0,2}}\.(?=\s+[A-ZÀ-Ý{QUOTES}])"),
    )


def dateline(text: str, line: Span, stated: Stated, *, first: bool) -> int:
    """`DEN HAAG (ANP) -`, `(Belga) -`, `GENT -`, `GENT.`: place and agency before a text, dash included.

    Between brackets must stand an agency or an outlet; initials that no list has, after a place in capitals.
    A place without them counts in the `first` paragraph only, where it stands in capitals or a new sentence
    begins after its dash.
    """
    for pattern in _dateline():
        found = pattern.match(text, line.start, line.end)
        if found is None:
            continue
        bare = "sources" not in found.groupdict()
        if bare and not first:
            continue
        if not bare:
            place = text[line.start : found.start("sources") - 1]
            names = words.only_marks(found["sources"])
            if not names and place == place.upper():
                names = _initials(found["sources"])
            if not names:
                continue
            for name in names:
                stated.takes(name)
        end = found.end()
        while end < line.end and text[end].isspace():
            end += 1
        return end
    return line.start


@cache
def _credit() -> re.Pattern[str]:
    one = rf"(?i:{words.mark_pattern()}|eigen berichtgeving)"
    row = rf"(?P<sources>{one}(?:(?:\s*[,/+&]\s*|\s+en\s+){one})*)"
    known = rf"[Bb]ron(?:nen)?:\s*{row}(?:\s+\d{{1,3}})?"
    return re.compile(rf"(?:{known}|\d{{1,2}}u\d{{2}}\s+\d{{1,3}})\s+(?=[A-ZÀ-Ý{QUOTES}])")


def credit(text: str, line: Span, stated: Stated) -> int:
    """`Bron: Belga 0 De brug gaat dicht`, `08u37 0 De brug ...`: where the text comes from, or when it came, and the
    number of comments, glued to its first words."""
    found = _credit().match(text, *line)
    if found is None:
        return line.start
    for name in re.split(r"\s*[,/+&]\s*|\s+en\s+", found["sources"] or ""):
        stated.takes(words.name_of(name))
    return found.end()


def _initials(stretch: str) -> list[str]:
    """The agencies of a stretch that only holds initials: `NPB`, `NPB/XYZ`; empty where it holds more."""
    parts = re.split(r"[/, ]+", stretch)
    return parts if all(map(_INITIALS.fullmatch, parts)) else []


_CLOSING = re.compile(r"\((?P<names>[^()\n]{2,40})\)\s*\.?$")


def closing_mark(text: str, line: Span, stated: Stated) -> int:
    """Where an agency's mark at the end of a line begins, `... besluiten. (Belga)`; else the line's end."""
    found = _CLOSING.search(text, line.start, line.end)
    if found is None:
        return line.end
    names = words.agency().findall(found["names"]) or _initials(found["names"])
    rest = words.agency().sub("", found["names"])
    before = text[line.start : found.start()].rstrip()
    if not names or len(re.findall(r"\w+", rest)) > 1 or (before and before[-1] not in ".!?…\"”’'»"):
        return line.end
    stated.takes(names[0])
    return found.start()


_BY = re.compile(
    r"(?:[Dd]oor|DOOR|[Tt]ekst|[Aa]uteur|[Gg]eschreven door)(?::\s*|\s+)"
    rf"(?P<names>{NAMES}|{_NAME})(?P<rest>.*)$"
)
_LONGEST_SIGNATURE = 200
_SOURCE = re.compile(r"[Bb]ron(?:nen)?:")


def is_signed(line: str) -> bool:
    """Whether a line says by whom the article is, `Door Anna Smit en Bas Vos`, and nothing else."""
    return bool(_signers(line))


def _signers(line: str) -> str:
    by = _BY.match(line)
    return by["names"] if by and not by["rest"].strip() else ""


def signature(line: str, stated: Stated) -> None:
    """Takes over whom a byline names; of one that is known for it otherwise (`Bron: Belga`, `(ANP)`) the agency
    counts."""
    if names := _signers(line):
        if words.only_marks(names):
            stated.takes(names)
        elif not words.profession_pattern().search(names):
            stated.author = stated.author or names
        return
    for name in words.agency().findall(line[:_LONGEST_SIGNATURE]):
        stated.takes(name)
    if not _SOURCE.match(line):
        for name in words.only_marks(line):
            stated.takes(name)
