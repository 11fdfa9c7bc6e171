"""The measures of coreference that the CoNLL shared tasks fixed: MUC, B³ and CEAF-e, and the mean of their F1.

A clustering is a list of sets; what is in them is what the two sides share. Counts add up over articles before anything
is divided, as in the official scorer (Pradhan et al. 2014, whose example the tests hold).
"""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

Clusters = Sequence[set[Hashable]]


class Parts(NamedTuple):
    """What is right of the response and of the key, and how much each has."""

    right: float = 0.0
    given: float = 0.0
    held: float = 0.0
    due: float = 0.0

    def plus(self, other: "Parts") -> "Parts":
        return Parts(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.held / self.due if self.due else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(key: Clusters, response: Clusters) -> Parts:
    """Links: how many of those that a cluster needs are not broken by the other side."""
    return Parts(*_links(response, key), *_links(key, response))


def _links(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    kept = needed = 0
    for cluster in clusters:
        parts = [other & cluster for other in others if other & cluster]
        kept += sum(len(part) for part in parts) - len(parts)
        needed += len(cluster) - 1
    return kept, needed


def b_cubed(key: Clusters, response: Clusters) -> Parts:
    """Mentions: for each, the share of its cluster that the other side has with it."""
    return Parts(*_shares(response, key), *_shares(key, response))


def _shares(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    right = sum(len(cluster & other) ** 2 / len(cluster) for cluster in clusters for other in others)
    return right, sum(map(len, clusters))


def ceaf_e(key: Clusters, response: Clusters) -> Parts:
    """Entities: each paired with at most one of the other side, so that they are most alike."""
    alike = [[2 * len(one & other) / (len(one) + len(other)) for other in response] for one in key]
    best = assignment(alike)
    return Parts(best, len(response), best, len(key))


def assignment(values: Sequence[Sequence[float]]) -> float:
    """The greatest sum of values, one at most from each row and column (Kuhn and Munkres)."""
    size = max(len(values), max(map(len, values), default=0))
    cost = [
        [-values[i][j] if i < len(values) and j < len(values[i]) else 0.0 for j in range(size)]
        for i in range(size)
    ]
    rows, columns = [0.0] * (size + 1), [0.0] * (size + 1)
    matched, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        matched[0], at = row, 0
        least, used = [float("inf")] * (size + 1), [False] * (size + 1)
        while matched[at]:
            used[at] = True
            here, delta, following = matched[at], float("inf"), 0
            for j in range(1, size + 1):
                if not used[j]:
                    slack = cost[here - 1][j - 1] - rows[here] - columns[j]
                    if slack < least[j]:
                        least[j], way[j] = slack, at
                    if least[j] < delta:
                        delta, following = least[j], j
            for j in range(size + 1):
                if used[j]:
                    rows[matched[j]] += delta
                    columns[j] -= delta
                else:
                    least[j] -= delta
            at = following
        while at:
            matched[at], at = matched[way[at]], way[at]
    return -sum(cost[matched[j] - 1][j - 1] for j in range(1, size + 1))
