"""What two articles give of somebody's words: how alike they are, and what one has and the other lacks.

Words are compared without capitals, accents and punctuation, in their order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from standpunt.model import Span
from standpunt.reading.attitudes.negation import NEGATORS
from standpunt.registry import fold

ALIKE = 0.75
"""The share of the shorter one's words that stand in the longer one, in the same order, from which on they are one."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Words as they are compared, the place of each, and the piece of the content that it stands in."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    pieces: tuple[int, ...]

    def within(self, areas: Sequence[Span]) -> "Wording":
        """Only the words that lie in one of these."""
        kept = [at for at, span in enumerate(self.spans) if any(area.contains(span) for area in areas)]
        return Wording(*(tuple(row[at] for at in kept) for row in (self.words, self.spans, self.pieces)))  # type: ignore[arg-type]


def words_of(text: str, content: Iterable[Span]) -> tuple[str, ...]:
    """The words of a wording alone, which is what most statements are compared by."""
    return tuple(fold(word) for span in content for word in _WORD.findall(text, span.start, span.end))


def wording(text: str, content: Iterable[Span]) -> Wording:
    found = [
        (fold(word.group()), Span(*word.span()), piece)
        for piece, span in enumerate(content)
        for word in _WORD.finditer(text, span.start, span.end)
    ]
    words, spans, pieces = zip(*found, strict=True) if found else ((), (), ())
    return Wording(words, spans, pieces)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of all words that both have, where the shorter one stands in the longer, as it is or nearly so; else 0.
    Words that differ in a `niet` or in a figure are other words, however alike."""
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=lambda words: (len(words), words))
    matcher = SequenceMatcher(None, shorter, longer, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    if not blocks or shared < ALIKE * len(shorter):
        return 0.0
    first, last = blocks[0], blocks[-1]
    ours, theirs = shorter[first.a : last.a + last.size], longer[first.b : last.b + last.size]
    if list(filter(_decides, ours)) != list(filter(_decides, theirs)):
        return 0.0
    return 2 * shared / (len(one) + len(other))


def _decides(word: str) -> bool:
    return word in NEGATORS or any(sign.isdigit() for sign in word)


def difference(here: Wording, there: Wording) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words here that are not there, and those there that are not here, each in its own text."""
    codes = SequenceMatcher(None, here.words, there.words, autojunk=False).get_opcodes()
    ours = [(first, last) for tag, first, last, _, _ in codes if tag != "equal"]
    theirs = [(first, last) for tag, _, _, first, last in codes if tag != "equal"]
    return tuple(_stretches(here, ours)), tuple(_stretches(there, theirs))


def _stretches(given: Wording, ranges: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """From the first to the last word of each range, cut where a new piece of the content begins."""
    for first, last in ranges:
        start = first
        for at in range(first + 1, last + 1):
            if at == last or given.pieces[at] != given.pieces[start]:
                yield Span(given.spans[start].start, given.spans[at - 1].end)
                start = at
