"""Finds what stands between quotation marks, in raw text, before any sentence is cut.

Dutch outlets write "…", “…”, „…”, „…“, ,,…'', ‘…’, '…', `…', ´…´ and «…», nest single in double or the other way
round, and use the same sign for an apostrophe (`'s avonds`, `foto's`, `Lukas' fiets`). A mark is judged by what stands
before and after it and by what is open; each block of the article is scanned by itself, so that a stray mark cannot
reach beyond its paragraph.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from standpunt.language.analysis import Quotation
from standpunt.model import Block, Role, Span

# An opening mark and the marks that may close it, as outlets mix them.
CLOSERS = {
    '"': "\"”“''", "“": "”\"“''", "„": "”“\"''", ",,": "''”“\",,", "«": "»", "»": "«", "”": "”\"", "''": "''",
    "‘": "’'´", "'": "'’", "‚": "’‘'", "`": "´'`’", "´": "´'", "’": "’'",
}  # fmt: skip
DOUBLE = frozenset(['"', "“", "„", ",,", "«", "»", "”", "''"])

MARK = re.compile(r""",,(?=\w)|[‘’']{2}|["“”„«»‘’‚'`´]""")

# Words that lose letters to an apostrophe: 's avonds, 't, zo'n ('n), 'm, 'em, 'ie, and years ('90).
ELISION = re.compile(r"['’‘´`](?:s|t|n|k|m|r|ns|em|er|ie|t-ie|\d\ds?)(?![\w'’])")

# A full stop, question mark, ... and what may stand between it and the next sentence.
SENTENCE_END = re.compile(r"[.!?…](?=\s+[^\s\da-zà-ÿ])")


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    end: int


def find(text: str, blocks: Iterable[Block]) -> list[Quotation]:
    """The quotations of an article in the order of the text, outer before inner."""
    spans: list[tuple[Span, Span, bool]] = []
    running: str = ""  # the mark of a quotation that the paragraph before left open
    for block in blocks:
        if block.role in (Role.BYLINE, Role.BOILERPLATE):
            continue
        found, running = _scan(text, block.span, running)
        spans += found
    spans.sort(key=lambda row: (row[0].start, -row[0].end))
    quotations: list[Quotation] = []
    parents: list[Quotation] = []
    for index, (span, inner, closed) in enumerate(spans):
        while parents and parents[-1].span.end <= span.start:
            parents.pop()
        quotations.append(Quotation(index, span, inner, parents[-1].index if parents else None, closed))
        parents.append(quotations[-1])
    return quotations


def _scan(text: str, area: Span, running: str) -> tuple[list[tuple[Span, Span, bool]], str]:
    """The quotations of one block, and the mark that it leaves open for the next one."""
    found: list[tuple[Span, Span, bool]] = []
    stack: list[_Open] = []
    marks = [m for m in MARK.finditer(text, area.start, area.end) if not _is_apostrophe(text, m, area)]
    if running and marks and _closes_only(text, marks[0], area) and _sign(marks[0]) in CLOSERS[running]:
        # The paragraph before was left open, and this one goes on without a mark of its own.
        stack.append(_Open(running, area.start, area.start))
    for position, match in enumerate(marks):
        mark, start, end = _sign(match), match.start(), match.end()
        opens, closes = _can_open(text, start, end, area), _can_close(text, start, end, area)
        depth = next((i for i in range(len(stack) - 1, -1, -1) if mark in CLOSERS[stack[i].mark]), None)
        if (
            depth is not None
            and closes
            and not (mark in "'’" and _is_possessive(text, marks, position, area))
        ):
            opened = stack[depth]
            del stack[depth:]  # what was opened inside and never closed was no quotation
            found.append((Span(opened.start, end), _trim(text, opened.end, start), True))
        elif (
            opens
            and mark in CLOSERS
            and not (depth is not None and not _reopens(text, stack[depth], marks, position, area))
        ):
            stack.append(_Open(mark, start, end))
        elif mark == '"' and depth is None and _stands_apart(text, match, area):
            if any(
                _sign(m) == mark and not _can_open(text, m.start(), m.end(), area)
                for m in marks[position + 1 :]
            ):
                stack.append(_Open(mark, start, end))
        elif depth is not None and mark == '"':  # a mark with a space on both sides, or on none: by turns
            opened = stack[depth]
            del stack[depth:]
            found.append((Span(opened.start, end), Span(opened.end, start), True))
    left_open = next((opened for opened in stack if opened.mark in DOUBLE), None)
    if left_open is None:
        return found, ""
    end = _end_of_unclosed(text, left_open, found, area)
    if end > left_open.end:
        found = [row for row in found if row[0].start >= left_open.end or row[0].end <= left_open.start]
        found.append((Span(left_open.start, end), Span(left_open.end, end), False))
    return found, left_open.mark if end >= len(text[: area.end].rstrip()) else ""


def _end_of_unclosed(text: str, opened: _Open, found: list[tuple[Span, Span, bool]], area: Span) -> int:
    """Where a quotation without a closing mark ends: with the paragraph when the paragraph began with it or a
    colon announced it, otherwise with its sentence, and never inside a later quotation."""
    limit = min((row[0].start for row in found if row[0].start > opened.start), default=area.end)
    before = text[area.start : opened.start].rstrip()
    if before and not before.endswith(":"):
        ending = SENTENCE_END.search(text, opened.end, limit)
        limit = ending.end() if ending else limit
    return opened.end + len(text[opened.end : limit].rstrip())


def _sign(match: re.Match[str]) -> str:
    """The mark as CLOSERS names it: two single marks of any shape are one double mark (`’’`, `‘’`)."""
    mark = match.group()
    return "''" if len(mark) == 2 and mark != ",," else mark


def _is_apostrophe(text: str, match: re.Match[str], area: Span) -> bool:
    mark, start, end = _sign(match), match.start(), match.end()
    if len(mark) > 1 or mark not in "'’‘´`":
        return False
    before = text[start - 1] if start > area.start else " "
    after = text[end] if end < area.end else " "
    if before.isalnum() and after.isalnum():
        return True
    return not before.isalnum() and bool(ELISION.match(text, start, area.end))


def _is_possessive(text: str, marks: list[re.Match[str]], position: int, area: Span) -> bool:
    """`‘Lukas’ fiets is weg’`: after s, x or z, before a word, when another mark can still close."""
    start, end = marks[position].span()
    if text[start - 1] not in "sxz" or end >= area.end or text[end] != " ":
        return False
    for later in marks[position + 1 :]:
        if _can_close(text, later.start(), later.end(), area):
            return later.group() in "'’"
        if _can_open(text, later.start(), later.end(), area):
            return False
    return False


def _closes_only(text: str, match: re.Match[str], area: Span) -> bool:
    start, end = match.span()
    return _can_close(text, start, end, area) and not _can_open(text, start, end, area)


def _can_open(text: str, start: int, end: int, area: Span) -> bool:
    """A space, bracket, dash or other mark before, and none after; a missing space after `:` or `,` is forgiven."""
    before = text[start - 1] if start > area.start else " "
    after = text[end] if end < area.end else " "
    if text[start:end] in "«„":
        return after.strip() != "" or text[start:end] == "«"
    return (not before.isalnum() and before not in ".!?…)”’»" or before == "’" and start == area.start) and (
        not after.isspace() and after not in ".,;:!?)"
    )


def _can_close(text: str, start: int, end: int, area: Span) -> bool:
    before = text[start - 1] if start > area.start else " "
    after = text[end] if end < area.end else " "
    if text[start:end] == "»":
        return not after.isalnum()
    if before.isspace():  # `in deze? ‘, aldus X`: a mark that stands a space too far
        return after in ".,;:!?" and start > area.start
    return before not in "([" and not after.isalnum()


def _stands_apart(text: str, match: re.Match[str], area: Span) -> bool:
    """`zei : " Dat kan niet " .`: a space on both sides, as old texts have them."""
    start, end = match.span()
    return area.start < start and text[start - 1] == " " and end < area.end and text[end] == " "


def _reopens(text: str, opened: _Open, marks: list[re.Match[str]], position: int, area: Span) -> bool:
    """Whether a mark may open although one that it could close is open: it is another sign, nested; a new sentence
    began, so the first one was never closed; or the next two marks close, so the same sign was nested."""
    start = marks[position].start()
    if _sign(marks[position]) != opened.mark or SENTENCE_END.search(text, opened.end, start + 1):
        return True
    following = [m for m in marks[position + 1 : position + 3] if _sign(m) == opened.mark]
    return len(following) == 2 and all(_closes_only(text, m, area) for m in following)


def _trim(text: str, start: int, end: int) -> Span:
    """The span without the spaces that French marks carry inside."""
    words = text[start:end].strip()
    first = text.index(words, start) if words else start
    return Span(first, first + len(words))
