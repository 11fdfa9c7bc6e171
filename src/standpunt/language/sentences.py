"""Cuts the blocks of an article into sentences, on the raw text and before the parser sees it.

A line ends a sentence; so does a full stop, question mark, exclamation mark or ellipsis, with the quotation marks and
brackets that close after it, before a space and the head of a new sentence. Abbreviations and initials end none. A
quotation of several sentences is cut like other text: its marks are found apart, in `quotations`.
"""

import re
from collections.abc import Iterable

from standpunt import lexicon
from standpunt.model import Block, Role, Span

CANDIDATE = re.compile(
    r"""(?:[.!?…]+)(?P<closing>["”“»’')\]]*)\s+(?=(?P<next>(?:,,|["“„”«»‘‚’'`´(\[–—-])*[^\s]))"""
)
WORD_BEFORE = re.compile(r"[\w.'’&-]*$")
INITIAL = re.compile(r"(?:^|[.\s(\"“„‘'-])(?:[A-ZÀ-Þ]|IJ|Th|Chr|Ph|Fr|Joh|Ch|St|Jr|Sr)$")

_LIST = lexicon.read(
    __package__, "abbreviations.nl.toml", {"never_ends": lexicon.Entry, "may_end": lexicon.Entry}
)
NEVER_ENDS = frozenset(word.casefold() for word in _LIST["never_ends"])
MAY_END = frozenset(word.casefold() for word in _LIST["may_end"])
# Words that open a sentence, and are no surname behind an initial.
_OPENS = re.compile(
    r"(?:Dat|Dit|Die|Deze|Er|Hij|Zij|Ze|We|Wij|Ik|Maar|En|Ook|Daar|Daarom|Daarna|Toen|Volgens|Als)\b"
)


def split(text: str, blocks: Iterable[Block]) -> list[tuple[Span, int]]:
    """The sentences in the order of the text, each with the index of its block; bylines and boilerplate have none."""
    sentences: list[tuple[Span, int]] = []
    for index, block in enumerate(blocks):
        if block.role not in (Role.BYLINE, Role.BOILERPLATE):
            sentences += [(span, index) for span in _cut(text, block.span)]
    return sentences


def _cut(text: str, area: Span) -> Iterable[Span]:
    start = area.start
    for match in CANDIDATE.finditer(text, area.start, area.end):
        if _ends(text, area, match):
            yield Span(start, match.end("closing"))
            start = match.end()
    end = area.start + len(text[area.start : area.end].rstrip())
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        yield Span(start, end)


def _ends(text: str, area: Span, match: re.Match[str]) -> bool:
    following = match["next"][-1]
    if following.islower() and not (match["next"][:1] in "'’" and len(match["next"]) > 1):
        return False  # "Nee!" zegt hij
    if following in "–—-" or following in ".,;:!?)":
        return False
    if match.group()[0] != "." or match["closing"]:
        return True
    word = WORD_BEFORE.search(text, max(area.start, match.start() - 40), match.start())
    written = word.group().lstrip("'’") if word else ""
    before = "" if len(written) > 1 and written.isupper() else written.casefold()  # `de VS.` is no `vs.`
    if before in NEVER_ENDS:
        return False
    if before in MAY_END:
        return not following.isdigit()
    if following.isdigit() and before.isdigit():
        return False  # 14. 500
    if _OPENS.match(text, match.start("next")):
        return True  # `comité A. Dat ...`
    return not INITIAL.search(text[max(area.start, match.start() - 6) : match.start()])
