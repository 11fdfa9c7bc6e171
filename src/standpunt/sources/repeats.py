"""Whether a line that stands alone says again what the article says elsewhere: a pull quote.

A pull quote repeats a sentence, or tells shortly what one or two neighbouring paragraphs say. What counts is
the share of its telling words that stand together elsewhere, each cut to its first letters so that
`belangrijke` and `belangrijk` are one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_STEM = 6
_FEWEST = 4
"""A line with fewer telling words is too short to judge by them."""
_PARAPHRASE = 0.7
_VERBATIM = 0.9


@dataclass(frozen=True, slots=True)
class Stems:
    """The telling words of a line, from four letters on and numbers: in order, and each once."""

    ordered: tuple[str, ...]
    distinct: frozenset[str]


def stems(line: str) -> Stems:
    ordered = tuple(word[:_STEM] for word in _WORD.findall(line.casefold()))
    return Stems(ordered, frozenset(ordered))


def repeats(own: Stems, others: Sequence[Stems], *, closed: bool) -> bool:
    """Whether a line repeats the other paragraphs, given in the order of the article.

    `closed`: the line ends as a sentence does, so that it may well be one of the article's own; then one
    paragraph must hold nearly every word of it, in order.
    """
    wanted = own.distinct
    if len(wanted) < _FEWEST:
        return False
    if closed:
        near = (other for other in others if len(wanted & other.distinct) >= _VERBATIM * len(wanted))
        return any(_in_order(own.ordered, other.ordered) >= _VERBATIM for other in near)
    found = [wanted & other.distinct for other in others]
    pairs = zip(found, [*found[1:], frozenset()], strict=True)
    return any(len(one | following) >= _PARAPHRASE * len(wanted) for one, following in pairs)


def _in_order(own: Sequence[str], paragraph: Sequence[str]) -> float:
    """The share of the words that the paragraph holds in the same order."""
    matcher = SequenceMatcher(None, own, paragraph, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(own)
