"""Whether a line that stands alone says again what the article says elsewhere: a pull quote.
 A pull quote repeats a sentence, or tells shortly what one or two neighbouring paragraphs say. What counts is
the share of its telling words that stand together elsewhere, each cut to its first letters so that
`belangrijke` and `belangrijk` are one.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_STEM = 6
_FEWEST = 4
"""A line with fewer telling words is too short to judge by them."""
_PARAPHRASE = 0.7
_VERBATIM = 0.9


def stems(line: str) -> list[str]:
    """The telling words of a line, from four letters on and numbers, in order."""
    return [word[:_STEM] for word in _WORD.findall(line.casefold())]


def repeats(own: Sequence[str], others: Sequence[Sequence[str]], *, closed: bool) -> bool:
    """Whether the stems of a line repeat those of the other paragraphs, given in the order of the article.

    `closed`: the line ends as a sentence does, so that it may well be one of the article's own; then one
    paragraph must hold nearly every word of it, in order.
    """
    wanted = set(own)
    if len(wanted) < _FEWEST:
        return False
    for index, paragraph in enumerate(others):
        if closed:
            if (
                len(wanted.intersection(paragraph)) >= _VERBATIM * len(wanted)
                and _in_order(own, paragraph) >= _VERBATIM
            ):
                return True
        elif len(
            wanted.intersection(set(paragraph).union(*others[index + 1 : index + 2]))
        ) >= _PARAPHRASE * len(wanted):
            return True
    return False


def _in_order(own: Sequence[str], paragraph: Sequence[str]) -> float:
    """The share of the words that the paragraph holds in the same order."""
    matcher = SequenceMatcher(None, own, paragraph, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(own)
