"""How far a network falls apart into two camps that agree inside and disagree with each other.

The measure is the modularity of a network with ties for and against (Gómez, Jensen and Arenas 2009): what agrees
inside the camps and disagrees between them, above what would by chance. It is 0 without camps, and grows with what
both kinds of ties tell of them. Take a network of the kind `subtract`.

The camps are found by moving one name after the other, each time that which helps most, from many random starts, of
which the best counts; the same seed gives the same camps.

`as_dna` is the measure of Discourse Network Analyzer 3.1 instead, to compare with its figures: two camps of the same
size, and how far all agreement and conflict, each divided by what names say on average, lie from what is spread evenly:
agreement over the pairs within camps, conflict over those between them, half of the sum of all that differs by the sum
of all. It is the greatest over such camps, found by swapping two names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design, Kind
from standpunt.networks.matrix import Matrix, Numbers
from standpunt.networks.ties import network
from standpunt.networks.windows import Window

STARTS = 50
_KINDS: tuple[Kind, Kind] = ("congruence", "conflict")
_FEWEST = 4
_LEAST = 1e-12
"""What a move must help: less is the inexactness of numbers."""


@dataclass(frozen=True, slots=True)
class Polarisation:
    """`camps` by name, that of the first name is 0; the camp of who has no tie says nothing."""

    value: float
    camps: Mapping[str, int]


def polarisation(matrix: Matrix, seed: int = 0, starts: int = STARTS) -> Polarisation:
    """Raises NetworkError for a two-mode network."""
    if matrix.design.mode == "two-mode":
        raise NetworkError(
            "camps are of a one-mode network", hint="take the mode one-mode, the kind subtract"
        )
    gain = _gain(matrix.values)
    draw = np.random.default_rng(seed)
    names = len(matrix.rows)
    best, side = 0.0, np.ones(names)
    for _ in range(starts if names > 1 else 0):
        found = _climb(gain, draw.choice([-1.0, 1.0], names))
        value = _value(gain, found)
        if value > best + _LEAST:
            best, side = value, found
    return Polarisation(best, _camps(matrix, side))


def as_dna(claims: Iterable[Claim], design: Design, seed: int = 0, starts: int = STARTS) -> Polarisation:
    """Of the claims of a one-mode design, whatever its kind and normalisation. Raises NetworkError for fewer than four
    names or where nobody agrees or disagrees, and as `network`."""
    taken = list(claims)
    agree, conflict = (
        network(taken, replace(design, mode="one-mode", kind=kind, normalisation="average", compatible=True))
        for kind in _KINDS
    )
    names = len(agree.rows)
    total = agree.values.sum() + conflict.values.sum()
    if names < _FEWEST or total == 0:
        raise NetworkError(
            "there are no two camps of names that agree or disagree",
            hint=f"it takes {_FEWEST} names with ties",
        )
    costs = _Costs(agree.values, conflict.values)
    draw = np.random.default_rng(seed)
    found = [costs.climb(draw.permutation(np.arange(names) % 2)) for _ in range(starts)]
    best = max(found, key=costs.of)
    return Polarisation(costs.of(best) / (2 * float(total)), _camps(agree, best))


def over_time(windows: Iterable[Window], seed: int = 0) -> list[tuple[Window, Polarisation]]:
    """The polarisation of each window, each found anew."""
    return [(window, polarisation(window.network, seed)) for window in windows]


class _Costs:
    """What each pair adds where both are in the first camp, in the second, or one in each."""

    def __init__(self, agree: Numbers, conflict: Numbers) -> None:
        names = len(agree)
        sizes = np.array([names - names // 2, names // 2])
        inside = sizes * (sizes - 1)
        across = names * (names - 1) - inside.sum()
        even = inside / inside.sum() * agree.sum() / inside.sum()
        apart = sizes.prod() / across * conflict.sum() / across
        alone = 1 - np.eye(names)
        self._first, self._second = ((np.abs(agree - each) + conflict) * alone for each in even)
        self._between = (agree + np.abs(conflict - apart)) * alone

    def of(self, camps: Numbers) -> float:
        first, second = camps == 0, camps == 1
        inside = self._first[np.ix_(first, first)].sum() + self._second[np.ix_(second, second)].sum()
        return float(inside + 2 * self._between[np.ix_(first, second)].sum())

    def climb(self, camps: Numbers) -> Numbers:
        """Swaps two names, those that help most, until none helps."""
        camps = camps.copy()
        while True:
            first, second = np.flatnonzero(camps == 0), np.flatnonzero(camps == 1)
            in_first = self._first[:, first].sum(axis=1) + self._between[:, second].sum(axis=1)
            in_second = self._second[:, second].sum(axis=1) + self._between[:, first].sum(axis=1)
            moves = in_second - in_first
            pair = np.ix_(first, second)
            # the pair itself stays one between the camps
            kept = 2 * self._between[pair] - self._first[pair] - self._second[pair]
            helps = moves[first][:, None] - moves[second][None, :] + kept
            one, other = np.unravel_index(int(np.argmax(helps)), helps.shape)
            if helps[one, other] <= _LEAST:
                return camps
            camps[first[one]], camps[second[other]] = 1, 0


def _camps(matrix: Matrix, side: Numbers) -> Mapping[str, int]:
    """Of each name, that of the first name is 0."""
    return {name: int(one != side[0]) for name, one in zip(matrix.rows, side, strict=True)}


def _gain(values: Numbers) -> Numbers:
    """What each pair in one camp adds, above chance; pairs in both directions add to the whole."""
    total = np.abs(values).sum()
    gain = values.astype(float)
    for sign in (1, -1):
        part = np.maximum(sign * values, 0)
        strength = part.sum(axis=1)
        if part.any():
            gain -= sign * np.outer(strength, strength) / part.sum()
    return gain / (total or 1.0)


def _value(gain: Numbers, side: Numbers) -> float:
    return float(gain[np.equal.outer(side, side)].sum())


def _climb(gain: Numbers, side: Numbers) -> Numbers:
    """Moves names to the other camp, the most helpful first, until none helps."""
    side = side.copy()
    while True:
        # whom a name leaves it no longer adds to, whom it joins it does; both ways
        helps = -2 * side * (gain @ side) + 2 * gain.diagonal()
        at = int(np.argmax(helps))
        if helps[at] <= _LEAST:
            return side
        side[at] = -side[at]
