"""How far a network falls apart into two camps that agree inside and disagree with each other.

The measure is the modularity of a network with ties for and against (Gómez, Jensen and Arenas 2009): what agrees
inside the camps and disagrees between them, above what would by chance. It is 0 without camps, and grows with what
both kinds of ties tell of them. Take a network of the kind `subtract`.

The camps are found by moving one name after the other, each time that which helps most, from many random starts, of
which the best counts; the same seed gives the same camps.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.matrix import Matrix, Numbers
from standpunt.networks.windows import Window

STARTS = 50
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
    camps = (side != side[0]).astype(int) if names else []
    return Polarisation(best, dict(zip(matrix.rows, map(int, camps), strict=True)))


def over_time(windows: Iterable[Window], seed: int = 0) -> list[tuple[Window, Polarisation]]:
    """The polarisation of each window, each found anew."""
    return [(window, polarisation(window.network, seed)) for window in windows]


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
