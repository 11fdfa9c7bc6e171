"""Which words of the one coding are those of the other: spans as tokens, and pairs of marks, the best first."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from standpunt.evaluation.coding import Marked
from standpunt.model import Span

_TOKEN = re.compile(r"\w+(?:['’‘-]\w+)*")
LEAST_ALIKE = 0.5
"""Two marks can be a pair when the F1 of their tokens is at least this."""

M = TypeVar("M", bound=Marked)
Tokens = frozenset[int]


class Text:
    """The tokens of a text: words, with apostrophes and hyphens inside them, each told by its place."""

    def __init__(self, text: str) -> None:
        places = [token.span() for token in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def __len__(self) -> int:
        return len(self._starts)

    def tokens(self, spans: Iterable[Span]) -> Tokens:
        """The numbers of the tokens that the spans touch, be it with one character."""
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )


def alike(one: Tokens, other: Tokens) -> float:
    """The F1 of two sets of tokens."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


@dataclass(frozen=True, slots=True)
class Matched(Generic[M]):
    """Marks paired with marks. `pairs` hold the optional ones of the gold too; `missed` does not."""

    pairs: tuple[tuple[M, M], ...]
    missed: tuple[M, ...]
    false: tuple[M, ...]

    @property
    def counted(self) -> tuple[tuple[M, M], ...]:
        """The pairs that are judged."""
        return tuple((due, given) for due, given in self.pairs if not due.optional)


def match(
    gold: Sequence[M],
    found: Sequence[M],
    text: Text,
    same: Callable[[str, str], bool],
    *,
    fits: Callable[[str, str], bool] = lambda gold, found: True,
    least: float = LEAST_ALIKE,
) -> Matched[M]:
    """Pairs one to one, the best first: by the F1 of their tokens; among equals the one that is not optional, then
    the one whose labels are the `same`, then the earlier. Only marks whose labels fit are paired."""
    of_gold, of_found = (
        [text.tokens(each.spans) for each in gold],
        [text.tokens(each.spans) for each in found],
    )
    ranked = sorted(
        (-f1, due.optional, not same(due.label, given.label), i, j)
        for i, due in enumerate(gold)
        for j, given in enumerate(found)
        if (f1 := alike(of_gold[i], of_found[j])) > 0 and f1 >= least and fits(due.label, given.label)
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in ranked:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Matched(
        tuple((due, found[partner[i]]) for i, due in enumerate(gold) if i in partner),
        tuple(due for i, due in enumerate(gold) if i not in partner and not due.optional),
        tuple(given for j, given in enumerate(found) if j not in taken),
    )
