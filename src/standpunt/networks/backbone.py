"""Which columns carry a network, its backbone, and which only repeat it: as Discourse Network Analyzer finds them.

The network of the rows is made anew of some columns only, and compared with that of all: each by the eigenvalues of
its Laplacian, from the greatest, scaled to the sum 1. The loss is the sum of how much these differ; ties below zero
count as none.

    nested      goes through all columns, each time that goes without which the loss is least
    fixed       the set of a given size with the least loss
    penalised   the set with the least loss times exp(-penalty * share of the columns that are left out)

The last two try all sets where these are no more than the steps, and otherwise search by simulated annealing: from one
set to the next by a column more, less or another one; a worse set is taken the more seldom, the worse it is and the
later it comes. The same seed gives the same search.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, exp

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design
from standpunt.networks.duplicates import counted
from standpunt.networks.matrix import Numbers
from standpunt.networks.ties import axes, over

Columns = frozenset[str]

STEPS = 10_000
PENALTY = 3.5


@dataclass(frozen=True, slots=True)
class Left:
    """A column that went; the loss without it and all that went before, and that of these alone."""

    column: str
    loss: float
    redundant_loss: float


@dataclass(frozen=True, slots=True)
class Backbone:
    """The columns that stay and those that are redundant, each with the loss of a network made of these alone."""

    columns: Sequence[str]
    redundant: Sequence[str]
    loss: float
    redundant_loss: float


def nested(claims: Iterable[Claim], design: Design) -> Sequence[Left]:
    """All columns in the order in which they go, the least missed first; among equals by name. Raises NetworkError for
    a two-mode network, and as `network`."""
    losses = _Losses(claims, design)
    left, gone = set(losses.columns), list[Left]()
    while left:
        loss, column = min((losses.of(left - {each}), each) for each in left)
        left.remove(column)
        gone.append(Left(column, loss, losses.of(set(losses.columns) - left)))
    return gone


def fixed(
    claims: Iterable[Claim], design: Design, size: int, *, seed: int = 0, steps: int = STEPS
) -> Backbone:
    """The backbone of so many columns. Raises as `nested`, and NetworkError where there are not more than these."""
    losses = _Losses(claims, design)
    if not 1 <= size < len(losses.columns):
        raise NetworkError(
            f"{len(losses.columns)} columns make no backbone of {size}", hint="ask for fewer, at least one"
        )
    return losses.backbone(_least(losses, losses.of, [size], seed, steps))


def penalised(
    claims: Iterable[Claim], design: Design, penalty: float = PENALTY, *, seed: int = 0, steps: int = STEPS
) -> Backbone:
    """The backbone under a penalty for its size; the greater that is, the smaller the backbone. One column at least is
    redundant. Raises as `nested`, and NetworkError for a penalty below zero or a single column."""
    losses = _Losses(claims, design)
    number = len(losses.columns)
    if penalty < 0 or number < 2:
        what = "a penalty is not below zero" if penalty < 0 else "one column has no backbone"
        raise NetworkError(what, where=str(penalty), hint="3.5 is usual")

    def score(columns: Collection[str]) -> float:
        return losses.of(columns) * exp(-penalty * (number - len(columns)) / number)

    return losses.backbone(_least(losses, score, range(1, number), seed, steps))


class _Losses:
    """The losses of sets of columns, each computed once."""

    def __init__(self, claims: Iterable[Claim], design: Design) -> None:
        if design.mode == "two-mode":
            raise NetworkError(
                "a backbone is of a one-mode network", where=design.mode, hint="take the mode one-mode"
            )
        self._taken, self._design = list(counted(claims, design)), design
        self._names = axes(self._taken, design)
        self.columns = self._names.columns
        self._known: dict[Columns, float] = {}
        self._whole = self._spectrum(self.columns)

    def of(self, columns: Collection[str]) -> float:
        key = frozenset(columns)
        if key not in self._known:
            self._known[key] = round(float(np.abs(self._whole - self._spectrum(key)).sum()), 12)
        return self._known[key]

    def backbone(self, kept: Columns) -> Backbone:
        redundant = frozenset(self.columns) - kept
        return Backbone(sorted(kept), sorted(redundant), self.of(kept), self.of(redundant))

    def _spectrum(self, columns: Collection[str]) -> Numbers:
        some = [claim for claim in self._taken if str(claim.value(self._design.columns)) in columns]
        ties = np.maximum(over(some, self._design, self._names).values, 0)
        found = np.linalg.eigvalsh(np.diag(ties.sum(axis=1)) - ties)[::-1]
        scaled: Numbers = found / (found.sum() or 1.0)
        return scaled


def _least(
    losses: _Losses, score: Callable[[Columns], float], sizes: Sequence[int], seed: int, steps: int
) -> Columns:
    """The set of one of these sizes with the least score; among equals the smaller one, then by name."""

    def rank(columns: Columns) -> tuple[float, int, list[str]]:
        return score(columns), len(columns), sorted(columns)

    if sum(comb(len(losses.columns), size) for size in sizes) <= steps:
        every = (frozenset(some) for size in sizes for some in combinations(losses.columns, size))
        return min(every, key=rank)
    return min(_annealed(losses, score, sizes, seed, steps), key=rank)


def _annealed(
    losses: _Losses, score: Callable[[Columns], float], sizes: Sequence[int], seed: int, steps: int
) -> Iterator[Columns]:
    """The sets that a search goes through."""
    draw = np.random.default_rng(seed)
    here = frozenset(draw.choice(losses.columns, sizes[0], replace=False).tolist())
    warmth = score(here) or 1.0
    for step in range(steps):
        yield here
        there = _beside(here, losses.columns, sizes, draw)
        worse = score(there) - score(here)
        if worse <= 0 or draw.random() < exp(-worse / (warmth * (1 - step / steps))):
            here = there
    yield here


def _beside(
    here: Columns, columns: Sequence[str], sizes: Sequence[int], draw: np.random.Generator
) -> Columns:
    """A set with a column more, one less or another one, of a size that is allowed."""
    outside = [each for each in columns if each not in here]
    ways = [way for way in (-1, 0, 1) if len(here) + way in sizes and (way < 0 or outside)]
    way = int(draw.choice(ways))
    gone = {str(draw.choice(sorted(here)))} if way <= 0 else set()
    come = {str(draw.choice(outside))} if way >= 0 else set()
    return here - gone | come
