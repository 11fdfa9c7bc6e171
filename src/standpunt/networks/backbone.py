"""What holds a network together: the ties that are more than chance, and the columns that cannot be missed.

Ties (`disparity`; Serrano, Boguñá and Vespignani 2009): a name that spreads its weight s evenly at random over its k
ties would have one of at least w with the chance (1 - w / s) ^ (k - 1). A tie stays where that is below the level for
either of its ends; a name with one tie tells nothing about it.

Columns (`nested`): the one-mode network of the rows, with fewer and fewer columns. Each time that column goes without
which the network stays most alike, as the eigenvalues of its normalised Laplacian tell. The idea is that of Discourse
Network Analyzer's nested backbone; the figures need not be the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design
from standpunt.networks.duplicates import counted
from standpunt.networks.matrix import Matrix, Numbers
from standpunt.networks.ties import axes, over


@dataclass(frozen=True, slots=True)
class Left:
    """A column that went, and the loss without it and all that went before: the Euclidean distance of the
    eigenvalues from those of the whole network."""

    column: str
    loss: float


def disparity(matrix: Matrix, level: float = 0.05) -> Matrix:
    """The network with the ties that stay, by their size without the sign. Raises NetworkError for a level that is not
    between 0 and 1."""
    if not 0 < level <= 1:
        raise NetworkError("a level lies between 0 and 1", where=str(level), hint="0.05 is usual")
    size = np.abs(matrix.values)
    least = np.minimum(_chance(size), _chance(size.T).T)
    return replace(matrix, values=np.where(least < level, matrix.values, 0.0))


def nested(claims: Iterable[Claim], design: Design) -> Sequence[Left]:
    """All columns in the order in which they go, the least missed first; among equals by name. Raises NetworkError for
    a two-mode network, and as `network`."""
    if design.mode == "two-mode" or design.kind == "subtract":
        raise NetworkError(
            "a backbone is of a one-mode network with ties above zero", where=f"{design.mode}, {design.kind}",
            hint="take the kind congruence, conflict or ignore",
        )  # fmt: skip
    taken = list(counted(claims, design))
    names = axes(taken, design)

    def of(columns: Iterable[str]) -> Numbers:
        kept = set(columns)
        some = [claim for claim in taken if str(claim.value(design.columns)) in kept]
        return spectrum(over(some, design, names).values)

    whole, left = of(names.columns), list(names.columns)
    gone: list[Left] = []
    while left:
        losses = [(round(float(np.linalg.norm(whole - of(set(left) - {each}))), 12), each) for each in left]
        loss, column = min(losses)
        left.remove(column)
        gone.append(Left(column, loss))
    return gone


def _chance(size: Numbers) -> Numbers:
    """Of each tie, as one of its row's; 1 where there is none, or no other."""
    strength = size.sum(axis=1, keepdims=True)
    ties = (size > 0).sum(axis=1, keepdims=True)
    share = size / np.where(strength == 0, 1.0, strength)
    chance: Numbers = np.where((size > 0) & (ties > 1), (1 - share) ** np.maximum(ties - 1, 0), 1.0)
    return chance


def spectrum(values: Numbers) -> Numbers:
    """The eigenvalues of the normalised Laplacian, from the least; a name without ties has the value 0."""
    degree = values.sum(axis=1)
    root = np.where(degree > 0, 1 / np.sqrt(np.where(degree > 0, degree, 1.0)), 0.0)
    laplacian = np.diag((degree > 0).astype(float)) - root[:, None] * values * root[None, :]
    return np.asarray(np.linalg.eigvalsh(laplacian), dtype=np.float64)
