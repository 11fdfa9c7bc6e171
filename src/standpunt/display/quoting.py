"""The quotation marks that belong to words."""

import re

from standpunt.model import Span

# double marks, of two characters in older texts; a single one counts where it is no apostrophe
_DOUBLE = re.compile(",,|``|''|[\"“”„‟«»]")
_OPENING = re.compile(rf"(?:{_DOUBLE.pattern}|(?<![^\W_])['‘’‚‛‹›])$")
_CLOSING = re.compile(rf"{_DOUBLE.pattern}|['‘’‚‛‹›](?![^\W_])")


def widen(text: str, span: Span) -> Span:
    """A piece of content with the quotation marks that stand against it, where they are a pair.

    >>> widen('"Nee", zei hij.', Span(1, 4))
    Span(start=0, end=5)
    """
    left = _OPENING.search(text, max(0, span.start - 3), span.start)
    right = _CLOSING.match(text, span.end)
    odd = len(_DOUBLE.findall(span.of(text))) % 2 == 1
    if (left and right) or ((left or right) and odd):
        return Span(left.start() if left else span.start, right.end() if right else span.end)
    return span
