"""When a debate changes: how unlike the networks of its windows are, and which windows form a phase.

After Masuda and Holme (2019): each pair of windows has a distance, windows are joined by average linkage, and the
number of phases is that with the best Dunn index, the least distance between two phases by the greatest within one.
A phase may come back later.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.matrix import Numbers, missing
from standpunt.networks.windows import Window

Distance = Literal["absolute", "spectral"]


@dataclass(frozen=True, slots=True, eq=False)
class Phases:
    """`labels` tell the phase of each of the `windows`, from 0 in the order in which they begin; `distances` lie
    between each two windows. `dunn` is 0 where all is one phase, infinite where the windows of each are alike."""

    windows: tuple[Window, ...]
    labels: tuple[int, ...]
    distances: Numbers
    dunn: float

    @property
    def changes(self) -> Sequence[Window]:
        """The windows with which another phase begins."""
        pairs = zip(self.labels, self.labels[1:], strict=False)
        return [self.windows[at] for at, (before, after) in enumerate(pairs, 1) if before != after]


def phases(windows: Iterable[Window], distance: Distance = "absolute", most: int = 10) -> Phases:
    """Of the windows in which something is tied; at most so many phases. `absolute` compares the shares that ties have
    of all ties, `spectral` the eigenvalues of the normalised Laplacian (of a one-mode network without ties below zero).
    Raises NetworkError for a distance that is not known or does not fit, and StandpuntError without scipy."""
    try:
        from scipy.cluster.hierarchy import fcluster, linkage
        from scipy.spatial.distance import pdist, squareform
    except ImportError as fault:
        raise missing("scipy") from fault
    if distance not in get_args(Distance):
        raise NetworkError(
            "this is no distance", where=distance, hint=f"there is {', '.join(get_args(Distance))}"
        )
    some = tuple(window for window in windows if window.network.values.any())
    features = [_features(window, distance) for window in some]
    metric = "cityblock" if distance == "absolute" else "euclidean"
    between = pdist(np.array(features), metric).round(12) if len(some) > 1 else np.zeros(0)
    square: Numbers = squareform(between) if len(some) > 1 else np.zeros((len(some), len(some)))
    best, labels = 0.0, np.zeros(len(some), dtype=int)
    if between.any():
        tree = linkage(between, "average")
        for count in range(2, min(most, len(some) - 1) + 1):
            found = fcluster(tree, count, "maxclust")
            index = _dunn(square, found)
            if index > best:
                best, labels = index, found
    order = {label: at for at, label in enumerate(dict.fromkeys(labels.tolist()))}
    return Phases(some, tuple(order[label] for label in labels.tolist()), square, best)


def _features(window: Window, distance: Distance) -> Numbers:
    values = window.network.values
    if distance == "absolute":
        shares: Numbers = values.ravel() / np.abs(values).sum()
        return shares
    if window.network.design.mode == "two-mode" or (values < 0).any():
        raise NetworkError(
            "a spectrum is of a one-mode network without ties below zero", hint="take the distance absolute"
        )
    return spectrum(values)


def spectrum(values: Numbers) -> Numbers:
    """The eigenvalues of the normalised Laplacian, from the least; a name without ties has the value 0."""
    degree = values.sum(axis=1)
    root = np.where(degree > 0, 1 / np.sqrt(np.where(degree > 0, degree, 1.0)), 0.0)
    laplacian = np.diag((degree > 0).astype(float)) - root[:, None] * values * root[None, :]
    return np.asarray(np.linalg.eigvalsh(laplacian), dtype=np.float64)


def _dunn(distances: Numbers, labels: Numbers) -> float:
    same = np.equal.outer(labels, labels)
    inside = distances[same].max(initial=0.0)
    apart = distances[~same].min(initial=np.inf)
    return float(apart / inside) if inside > 0 else np.inf
