"""Cuts a stretch of text where marks begin and end, however they nest, overlap or touch.

text        Zij zei dat Terpstra het ontkende
outer                   └───────────────────┘
inner                            └─┘
segments    └──────────┘└───────┘└─┘└───────┘
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from standpunt.model import Span

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Segment(Generic[K]):
    """A stretch in which nothing begins or ends; `keys` are of the marks that cover it, outermost first."""

    span: Span
    keys: tuple[K, ...] = ()


def split(whole: Span, marks: Iterable[tuple[Span, K]]) -> tuple[Segment[K], ...]:
    """The segments of `whole`, in order, without gap or overlap: joined they are `whole` again.

    Marks are cut to `whole`, and empty ones are passed over. Of two marks over the same words the one that
    begins first is the outer one, then the longer one, then the one that was given first.
    """
    clipped = (
        (Span(max(whole.start, span.start), min(whole.end, span.end)), span, key) for span, key in marks
    )
    kept = [(inside, span, key) for inside, span, key in clipped if inside.start < inside.end]
    kept.sort(key=lambda mark: (mark[1].start, -mark[1].end))
    cuts = sorted({whole.start, whole.end, *(edge for inside, _, _ in kept for edge in inside)})
    segments = []
    open_marks: list[tuple[Span, K]] = []
    following = 0
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark[0].end > start]
        while following < len(kept) and kept[following][0].start <= start:
            open_marks.append((kept[following][0], kept[following][2]))
            following += 1
        segments.append(Segment(Span(start, end), tuple(key for _, key in open_marks)))
    return tuple(segments)
