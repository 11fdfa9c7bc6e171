"""What each line of an article is: headline, lead, body, heading, pull quote, caption, byline, boilerplate.
 Every visible character of a text lies in exactly one block. A line is one block, less what its head or foot
marks (`headers`). Lines are judged twice: each by itself (words and credits that give it away), then by where
it stands among the paragraphs. What cannot be told is body: a paragraph lost is worse than a caption read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from standpunt.model import Block, Role, Span
from standpunt.sources import headers, repeats, words

_INVISIBLE = " \t\u00a0\ufeff\u200b\u200e\u200f\u2060\x00\x1b\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_LIST_ITEM = re.compile(r"(?:[-–—•·*●▪◦]|\d{1,2}[.)])\s+")
_HASHES = re.compile(r"#{1,6}\s+\S")
_OPENING = "\"'„“”‘’‚«»‹›"
_FINAL = re.compile(r"[.!?…][\"'“”’»›)\]*_]*$")
_BROKEN = re.compile(r"[,;:–—-][*_]*$")
_LONGEST_TITLE = 160
_LONGEST_HEADING = 90
_LONGEST_PULL_QUOTE = 400
_SHORT = 8
"""Words of a line that signs an article, and of a question that heads a part of it."""


@dataclass(slots=True)
class _Line:
    """A stretch that becomes one block, its role once it is known, and whether it stands apart by blank
    lines."""

    span: Span
    text: str
    role: Role | None = None

    @property
    def closed(self) -> bool:
        """Ends as a sentence does."""
        return _FINAL.search(self.text) is not None

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def title_like(self) -> bool:
        """Short, no sentence, no list item, and not going on after it."""
        return (
            len(self.text) <= _LONGEST_TITLE
            and (not self.closed or self.text.rstrip("*_ ").endswith(("?", "!")))
            and not _BROKEN.search(self.text)
            and not _LIST_ITEM.match(self.text)
            and not self.text[0].islower()
        )


def of(
    text: str, stated: headers.Stated, *, title: str = "", known: Mapping[str, Role] | None = None
) -> tuple[Block, ...]:
    """The blocks of a text, in order; what its marks state is added to `stated`.

    `title` is the article's title where the source gives it apart; `known` the roles that the source's own
    markup gives to whole lines, by their text with single spaces.
    """
    lines = _lines(text, stated)
    for line in lines:
        if line.role is None:
            line.role = _by_itself(line.text, title, known or {})
    open_lines = [line for line in lines if line.role is None]
    paragraphs = [index for index, line in enumerate(lines) if line.role is None and not line.title_like]
    if paragraphs:
        _head(lines, paragraphs)
        _foot(lines, paragraphs)
        _between(lines, paragraphs)
    elif open_lines and len(open_lines) < len(text):
        _headline(lines)
    for line in lines:
        line.role = line.role or Role.BODY
    _lead(lines)
    return tuple(Block(line.span, line.role or Role.BODY) for line in lines)


def _lines(text: str, stated: headers.Stated) -> list[_Line]:
    """The lines of a text, split where a mark of the head or foot begins or ends."""
    spans = []
    offset = 0
    for whole in text.splitlines(keepends=True):
        if span := _trimmed(text, offset, offset + len(whole)):
            spans.append(span)
        offset += len(whole)
    lines: list[_Line] = []
    paragraphs = 0
    for number, span in enumerate(spans):
        start, end = span
        if number == 0:
            start = _cut(text, lines, start, headers.date_line(text, Span(start, end), stated))
        if paragraphs <= 1 or number >= len(spans) - 3:
            start = _cut(text, lines, start, headers.stamps(text, Span(start, end), stated))
            start = _cut(text, lines, start, headers.dateline(text, Span(start, end), stated))
        foot = headers.closing_mark(text, Span(start, end), stated) if number >= len(spans) - 3 else end
        if rest := _trimmed(text, start, foot):
            lines.append(_Line(rest, rest.of(text)))
            paragraphs += lines[-1].closed and lines[-1].words > _SHORT
        _cut(text, lines, foot, end)
    return lines


def _cut(text: str, lines: list[_Line], start: int, end: int) -> int:
    """Makes a byline of a mark; gives back where the rest begins."""
    if span := _trimmed(text, start, end):
        lines.append(_Line(span, span.of(text), Role.BYLINE))
    return max(start, end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without blanks and invisible characters around it; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end) if start < end else None


# ------------------------------------------------------------------------------------- a line by itself

_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_RIGHTS = re.compile(r"[©Ⓒⓒ]\s*(?:\d{4}|copyright)|copyright\b", re.IGNORECASE)
_POST = re.compile(r"[—–-]\s.{0,60}\(@\w+\)")
_VIDEO = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\s+\S")
_CREDIT = re.compile(
    r"(?:[©Ⓒⓒ]|\b(?:[Ff]oto|[Bb]eeld|FOTO|BEELD)(?:'s)?(?::|\s+(?=[A-ZÀ-Ý])))\s*[^.!?]{2,60}\.?$"
)
_NAME = r"(?:[A-ZÀ-ÖØ-Ý][\w'’.-]*)"
_PARTICLE = r"(?:van|de|den|der|het|ten|ter|te|'t|in|und|von|el|al|en|&|/|,)"
_NAMES = re.compile(rf"{_NAME}(?:\s*,)?(?:\s+(?:{_NAME}|{_PARTICLE})(?:\s*,)?){{1,9}}$")
_BY = re.compile(
    rf"(?:[Dd]oor|DOOR|[Tt]ekst|[Aa]uteur|[Gg]eschreven door)(?::\s*|\s+)(?P<names>{_NAMES.pattern})"
)


def _by_itself(line: str, title: str, known: Mapping[str, Role]) -> Role | None:
    plain = " ".join(line.split())
    if plain in known:
        return known[plain]
    if title and plain == " ".join(title.split()):
        return Role.HEADLINE
    if _HASHES.match(line):
        return Role.HEADING
    if not re.search(r"\w", line) or _is_boilerplate(line):
        return Role.BOILERPLATE
    if is_caption(line):
        return Role.CAPTION
    if is_byline(line):
        return Role.BYLINE
    return None


def _is_boilerplate(line: str) -> bool:
    rest = _LINK.sub("", line)
    only_links = rest != line and not re.search(r"\w", rest)
    return only_links or _RIGHTS.match(line) is not None or words.tells("boilerplate", line)


def is_caption(line: str) -> bool:
    """A picture's or video's caption by its credit: `EPA De brug bij avond`, `De brug. © ANP`, `11:01 'Dit is
    de brug'`."""
    closed = _FINAL.search(line) is not None
    if words.tells("caption", line):
        return True
    agency = re.match(
        rf"(?:{words.agency_pattern(photo=True)})(?:\s*/\s*\w[\w ]{{1,20}}?(?=\s))?\s+(?=[{_OPENING}A-ZÀ-Ý])",
        line,
    )
    if agency and len(line) <= _LONGEST_TITLE * 2 and len(re.findall(r"[.!?]\s", line)) <= 1:
        return True
    if not closed and _VIDEO.match(line) and len(line) <= _LONGEST_TITLE:
        return True
    marks = f"{words.agency_pattern(photo=True)}|{words.outlet_pattern()}"
    if re.search(rf"\s(?:[-–—|/]|[Ff]oto|[Bb]eeld|[Bb]ron:)\s*(?:{marks})(?:\s*/\s*[\w ]+)?$", line):
        return True
    return _CREDIT.search(line) is not None and len(line) <= _LONGEST_PULL_QUOTE


def is_byline(line: str) -> bool:
    """Who made the article: `Van onze verslaggever`, `Door Anna Smit`, `Bron: Belga`, an agency's or outlet's
    name alone."""
    if _POST.match(line) or author_in(line):
        return True
    if _FINAL.search(line.rstrip(".")) or len(line.split()) > 2 * _SHORT:
        return False
    signed = words.tells("byline", line) and (not line.endswith(".") or len(line.split()) <= _SHORT)
    alone = re.fullmatch(
        rf"\(?(?:(?:{words.agency_pattern(photo=True)}|{words.outlet_pattern()})[\s/,&|•·]*)+\)?\.?", line
    )
    return signed or alone is not None


def author_in(line: str) -> str:
    """The names in `Door Anna Smit en Bas Vos`; empty where the line is no such."""
    found = _BY.match(line)
    return found["names"] if found else ""


# ------------------------------------------------------------------------------- a line among the others


def _head(lines: list[_Line], paragraphs: list[int]) -> None:
    """What stands before the text: the headline, a second one, who signs; and, after the lead, who signs and
    from where."""
    first = paragraphs[0]
    second = paragraphs[1] if len(paragraphs) > 1 else first + 1
    _headline(lines[:first])
    for index in range(second):
        line = lines[index]
        if line.role is None and index != first and _signs(lines, index, after_headline=index < first):
            line.role = Role.BYLINE
    for line in lines[:first]:
        if line.role is None and line.title_like:
            line.role = Role.HEADLINE


def _headline(lines: list[_Line]) -> None:
    """The first line that looks like a title becomes the headline, unless there is one."""
    for line in lines:
        if line.role is Role.HEADLINE:
            return
        if line.role is Role.HEADING and line.text.startswith("# "):
            line.role = Role.HEADLINE
            return
        if line.role is None:
            if line.title_like:
                line.role = Role.HEADLINE
            return


def _signs(lines: list[_Line], index: int, *, after_headline: bool) -> bool:
    """A short line at the head or foot that names people, a profession, or a place beside other
    signatures."""
    line = lines[index]
    if not line.title_like or line.words > _SHORT:
        return False
    beside = any(lines[i].role is Role.BYLINE for i in (index - 1, index + 1) if 0 <= i < len(lines))
    if words.profession_pattern().search(line.text) or (
        _NAMES.match(line.text) and (beside or not after_headline)
    ):
        return True
    return beside and line.words == 1 and line.text[0].isupper()


def _foot(lines: list[_Line], paragraphs: list[int]) -> None:
    """What stands after the last paragraph: who signs, links to other articles."""
    for index in range(paragraphs[-1] + 1, len(lines)):
        line = lines[index]
        if line.role is not None:
            continue
        item = _LIST_ITEM.match(line.text)
        if item and _NAMES.match(line.text[item.end() :]):
            line.role = Role.BYLINE
        elif line.title_like and line.text[0] not in _OPENING:
            line.role = Role.BYLINE if _signs(lines, index, after_headline=False) else Role.BOILERPLATE


def _between(lines: list[_Line], paragraphs: list[int]) -> None:
    """Headings and pull quotes: what stands between the paragraphs and is none."""
    inner = [line for line in lines[paragraphs[0] :] if line.role is None]
    stems = [repeats.stems(line.text) for line in inner]
    questions = sum(line.title_like and line.text.endswith("?") for line in inner)
    for index, line in enumerate(inner):
        others = stems[:index] + stems[index + 1 :]
        heading = line.title_like and len(line.text) <= _LONGEST_HEADING and not _speech(line.text)
        if heading and line.words < _SHORT:
            if not (line.text.endswith("?") and (questions > 2 or line.words > _SHORT)):
                line.role = Role.HEADING
        elif (
            index > 0
            and len(line.text) <= _LONGEST_PULL_QUOTE
            and (line.title_like or line.closed)
            and repeats.repeats(stems[index], others, closed=line.closed)
        ):
            line.role = Role.PULL_QUOTE
        elif heading and not line.closed:
            line.role = Role.HEADING


def _speech(line: str) -> bool:
    """Direct speech of its own, `"Nee."`: a sentence with its stop inside the marks."""
    return line[0] in _OPENING and _FINAL.search(line) is not None


def _lead(lines: list[_Line]) -> None:
    """The first of several paragraphs is the lead."""
    body = [line for line in lines if line.role is Role.BODY]
    if len(body) > 1:
        body[0].role = Role.LEAD
