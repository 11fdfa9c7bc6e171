"""What each line of an article is: headline, lead, body, heading, pull quote, caption, byline, boilerplate.

Every visible character of a text lies in exactly one block. A line is one block, less the marks at its head
or foot (`headers`). Lines are judged twice: each by itself (`telling`), then by where it stands among the
paragraphs. What cannot be told is body: a paragraph lost is worse than a caption read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from standpunt.model import Block, Role, Span
from standpunt.sources import headers, repeats, telling, words

_INVISIBLE = " \t\u00a0\ufeff\u200b\u200e\u200f\u2060\x00\x1b\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_BLANKS = " \t\u00a0\ufeff\u200b"
_POSTED = re.compile(r"https?://|(?<!\w)[#@]\w")
"""A link, hashtag or account: the text of somebody's post, no title."""
_LIST_ITEM = re.compile(r"(?:[-–—•·*●▪◦]|\d{1,2}[.)])\s+")
_HASHES = re.compile(r"#{1,6}\s+\S")
_NAMES = re.compile(rf"{headers.NAMES}$")
_BROKEN = re.compile(r"[,;:–—-][*_]*$")
_LONGEST_TITLE = 160
_LONGEST_HEADING = 90
_LONGEST_PULL_QUOTE = 400
_MOST_LINES = 500
"""In a longer text no pull quotes are looked for: each line is held against each other."""
_FOOT = 3
"""Lines at the end among which marks of the foot are looked for."""
_LONGEST_LINK = 16
"""Words of a link to another article, below the last paragraph."""
_FEW_QUESTIONS = 2
"""More short questions than these between the paragraphs are those of an interview, and no headings."""
_WRAPPED = 2
"""Lines that go on with a small letter before a text counts as broken into lines of one width."""
_SHORT = 8
"""Words of a line that signs an article; a heading has fewer."""


@dataclass(slots=True)
class _Line:
    """A stretch that becomes one block, and its role once it is known.

    `wrapped`: its paragraph goes on in the next line, or came from the one before.
    """

    span: Span
    text: str
    role: Role | None = None
    wrapped: bool = False

    @property
    def closed(self) -> bool:
        """Ends as a sentence does."""
        return telling.is_closed(self.text)

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
            and not self.wrapped
            and not _POSTED.search(self.text)
        )


def of(
    text: str, stated: headers.Stated, *, title: str = "", known: Mapping[str, Role] | None = None
) -> tuple[Block, ...]:
    """The blocks of a text, in order; what its marks state is added to `stated`.

    `title` is the article's title where the source gives it apart; `known` the roles that the source's own
    markup gives to whole lines, by their text with single spaces.
    """
    lines = _lines(text, stated)
    _mark_wrapped(text, lines)
    for line in lines:
        if line.role is None:
            line.role = _by_itself(line.text, title, known or {})
            if line.role is Role.BYLINE:
                headers.signature(line.text, stated)
    for line in lines[-_FOOT:]:
        item = _LIST_ITEM.match(line.text)
        if line.role is None and item and _NAMES.match(line.text[item.end() :]):
            line.role = Role.BYLINE  # `• Anna Smit Rotterdam`, below the last paragraph
    paragraphs = [index for index, line in enumerate(lines) if line.role is None and not line.title_like]
    if paragraphs:
        _head(lines, paragraphs, stated)
        _foot(lines, paragraphs)
        _between(lines, paragraphs)
    else:
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
    paragraphs, over = 0, False
    for number, span in enumerate(spans):
        over = over or (paragraphs > 1 and words.ends(span.of(text)))
        if over:
            lines.append(_Line(span, span.of(text), Role.BOILERPLATE))
            continue
        near_foot = number >= len(spans) - _FOOT
        start, end = span
        if number == 0:
            start = _cut(text, lines, start, headers.date_line(text, span, stated))
        if paragraphs <= 1 or near_foot:
            mark = headers.stamps(text, Span(start, end), stated, head=not paragraphs)
            start = _cut(text, lines, start, mark)
        start = _cut(text, lines, start, headers.credit(text, Span(start, end), stated))
        mark = headers.dateline(text, Span(start, end), stated, first=not paragraphs)
        start = _cut(text, lines, start, mark)
        foot = headers.closing_mark(text, Span(start, end), stated) if near_foot else end
        if rest := _trimmed(text, start, foot):
            lines.append(_Line(rest, rest.of(text)))
            paragraphs += lines[-1].closed and lines[-1].words > _SHORT
        _cut(text, lines, max(start, foot), end)
    return lines


def _mark_wrapped(text: str, lines: list[_Line]) -> None:
    """Finds paragraphs that were broken into lines of one width: one goes on in small letters in the next."""
    adjacent = [
        (one, next_)
        for one, next_ in pairwise(lines)
        if one.role is None is next_.role
        and not one.closed
        and len(text[one.span.end : next_.span.start].splitlines()) == 1
    ]
    going_on = sum(next_.text[0].islower() for _, next_ in adjacent)
    for one, next_ in adjacent:
        if next_.text[0].islower() or going_on >= _WRAPPED:
            one.wrapped = next_.wrapped = True


def _cut(text: str, lines: list[_Line], start: int, end: int) -> int:
    """Makes a byline of a mark; gives back where the rest begins."""
    if span := _trimmed(text, start, end):
        lines.append(_Line(span, span.of(text), Role.BYLINE))
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    return end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without blanks and invisible characters around it; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end) if start < end else None


def _by_itself(line: str, title: str, known: Mapping[str, Role]) -> Role | None:
    plain = " ".join(line.split())
    if plain in known:
        return known[plain]
    if title and plain == " ".join(title.split()):
        return Role.HEADLINE
    if _HASHES.match(line):
        return Role.HEADING
    return telling.role(line)


# ------------------------------------------------------------------------------- a line among the others


def _head(lines: list[_Line], paragraphs: list[int], stated: headers.Stated) -> None:
    """Headlines and signatures before the text; after the lead, who signs and from where."""
    first = paragraphs[0]
    second = paragraphs[1] if len(paragraphs) > 1 else first + 1
    around = [*range(first), *range(first + 1, second)]
    for index in (*around, *around):  # twice, as a place is known by the signature that follows it
        if lines[index].role is None and _signs(lines, index, surely=index > first):
            lines[index].role = Role.BYLINE
            if _NAMES.match(lines[index].text):
                stated.author = stated.author or lines[index].text
    _headline(lines[:first])
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


def _signs(lines: list[_Line], index: int, *, surely: bool) -> bool:
    """A short line at the head or foot that names people, a profession, or a place beside other marks.

    `surely`: it stands where nothing but marks does, so that names need none beside them.
    """
    line = lines[index]
    if not line.title_like or line.words > _SHORT:
        return False
    beside = any(lines[i].role is Role.BYLINE for i in (index - 1, index + 1) if 0 <= i < len(lines))
    if words.profession_pattern().search(line.text) or (_NAMES.match(line.text) and (beside or surely)):
        return True
    return beside and line.words == 1 and line.text[0].isupper()


def _foot(lines: list[_Line], paragraphs: list[int]) -> None:
    """What stands after the last paragraph: who signs, links to other articles."""
    for index in range(paragraphs[-1] + 1, len(lines)):
        line = lines[index]
        if line.role is None and line.text[0] not in headers.QUOTES and line.words <= _LONGEST_LINK:
            line.role = Role.BYLINE if _signs(lines, index, surely=True) else Role.BOILERPLATE


def _between(lines: list[_Line], paragraphs: list[int]) -> None:
    """Headings and pull quotes: what stands between the paragraphs and is none."""
    inner = [line for line in lines[paragraphs[0] :] if line.role is None]
    stems = [repeats.stems(line.text) for line in inner]
    questions = sum(line.title_like and line.text.endswith("?") for line in inner)
    for index, line in enumerate(inner):
        title_like = line.title_like and not _speech(line.text)
        if title_like and line.words < _SHORT:
            if line.text.endswith("?") and questions > _FEW_QUESTIONS:
                continue  # an interview
            after = index > 0 and inner[index - 1].role is Role.PULL_QUOTE and _NAMES.match(line.text)
            line.role = Role.PULL_QUOTE if after else Role.HEADING
        elif index > 0 and _repeats(inner, stems, index):
            line.role = Role.PULL_QUOTE
        elif title_like and not line.closed and len(line.text) <= _LONGEST_HEADING:
            line.role = Role.HEADING


def _repeats(inner: list[_Line], stems: list[repeats.Stems], index: int) -> bool:
    """Whether a line is a pull quote: it repeats paragraphs that stay.

    One that ends as a sentence does may be the original itself: it must repeat an earlier or a longer one.
    """
    line, own = inner[index], stems[index]
    if len(inner) > _MOST_LINES or len(line.text) > _LONGEST_PULL_QUOTE:
        return False
    if not (line.title_like or line.closed):
        return False
    others = [
        other
        for i, other in enumerate(stems)
        if i != index
        and inner[i].role is None
        and (not line.closed or i < index or len(other.ordered) > len(own.ordered))
    ]
    return repeats.repeats(own, others, closed=line.closed)


def _speech(line: str) -> bool:
    """Direct speech of its own, `"Nee."`: a sentence with its stop inside the marks."""
    return line[0] in headers.QUOTES and telling.is_closed(line)


def _lead(lines: list[_Line]) -> None:
    """The first of several paragraphs is the lead."""
    body = [line for line in lines if line.role is Role.BODY]
    if len(body) > 1:
        body[0].role = Role.LEAD
