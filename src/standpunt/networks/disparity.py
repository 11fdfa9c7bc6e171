"""The ties of a network that are more than chance (Serrano, Boguñá and Vespignani 2009).

A name that spreads its weight s evenly at random over its k ties would have one of at least w with the chance
(1 - w / s) ^ (k - 1). A tie stays where that is below the level for either of its ends; a name with one tie tells
nothing about it.
"""

from dataclasses import replace

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.matrix import Matrix, Numbers


def disparity(matrix: Matrix, level: float = 0.05) -> Matrix:
    """The network with the ties that stay, by their size without the sign. Raises NetworkError for a level that is not
    between 0 and 1."""
    if not 0 < level <= 1:
        raise NetworkError("a level lies between 0 and 1", where=str(level), hint="0.05 is usual")
    size = np.abs(matrix.values)
    least = np.minimum(_chance(size), _chance(size.T).T)
    return replace(matrix, values=np.where(least < level, matrix.values, 0.0))


def _chance(size: Numbers) -> Numbers:
    """Of each tie, as one of its row's; 1 where there is none, or no other."""
    strength = size.sum(axis=1, keepdims=True)
    ties = (size > 0).sum(axis=1, keepdims=True)
    share = size / np.where(strength == 0, 1.0, strength)
    chance: Numbers = np.where((size > 0) & (ties > 1), (1 - share) ** np.maximum(ties - 1, 0), 1.0)
    return chance
