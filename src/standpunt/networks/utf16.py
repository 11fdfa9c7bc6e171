"""Offsets in UTF-16 code units, as Java and the web count, and back. A sign beyond U+FFFF counts for two there.

Both ways cost as much as the text is long; of several spans in one text give all at once.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from standpunt.model import Span

_WIDE = "\uffff"


def from_utf16(text: str, spans: Iterable[tuple[int, int]]) -> Sequence[Span]:
    """Spans in characters. An offset inside a sign means its beginning, one behind the text its end."""
    found = [Span(*span) for span in spans]
    if not _any_wide(text):
        return [Span(min(start, len(text)), min(end, len(text))) for start, end in found]
    place = [index for index, sign in enumerate(text) for _ in range(_units(sign))]
    place.append(len(text))
    return [Span(place[min(start, len(place) - 1)], place[min(end, len(place) - 1)]) for start, end in found]


def to_utf16(text: str, spans: Iterable[Span]) -> Sequence[tuple[int, int]]:
    """Starts and ends in UTF-16 code units."""
    found = list(spans)
    if not _any_wide(text):
        return [(span.start, span.end) for span in found]
    place = list(accumulate(map(_units, text), initial=0))
    return [(place[span.start], place[span.end]) for span in found]


def _any_wide(text: str) -> bool:
    return max(text, default="") > _WIDE


def _units(sign: str) -> int:
    return 2 if sign > _WIDE else 1
