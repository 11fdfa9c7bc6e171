"""Who belongs together: the rows of a one-mode network in groups.

    groups(network(claims, Design(kind="congruence", normalisation="average")), "leiden")

    leiden            modularity, by leidenalg; needs the extra `networks`, as do all others
    louvain           modularity, by networkx
    edge betweenness  the ties that most shortest paths use go, until there are so many groups (networkx)
    hierarchical      average linkage of how unlike two rows are: 1 less their tie, of the strongest (scipy)

The first two find their own number of groups. Who has no tie is a group of his own.
"""

from collections.abc import Sequence
from itertools import islice
from typing import get_args

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.design import Grouping
from standpunt.networks.matrix import Matrix, missing

Groups = Sequence[Sequence[str]]
"""Names by group: the largest group first, among equals by their first names; names in alphabetical order."""


def groups(matrix: Matrix, method: Grouping, count: int = 2, seed: int = 0) -> Groups:
    """`count` is the number of groups, for the methods that are told one; the same seed gives the same groups. Raises
    NetworkError for a network that cannot be grouped so, and StandpuntError where a library is not installed."""
    if method not in get_args(Grouping):
        raise NetworkError(
            "this is no way to group", where=method, hint=f"there is {', '.join(get_args(Grouping))}"
        )
    if matrix.design.mode == "two-mode" or (matrix.values < 0).any():
        raise NetworkError(
            "groups are of a one-mode network without ties below zero",
            where=f"{matrix.design.mode}, {matrix.design.kind}",
            hint="take the kind congruence, or look at its polarisation",
        )
    if not 1 <= count <= max(len(matrix.rows), 1):
        raise NetworkError(
            f"{len(matrix.rows)} names make no {count} groups", hint="ask for fewer, at least one"
        )
    found = _FINDERS[method](matrix, count, seed)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def modularity(matrix: Matrix, found: Groups) -> float:
    """How much more of the weight lies inside groups than would by chance (Newman); 0 for a network without ties."""
    try:
        import networkx
    except ImportError as fault:
        raise missing("networkx") from fault
    graph = matrix.graph()
    return float(networkx.community.modularity(graph, found)) if graph.number_of_edges() else 0.0


def _leiden(matrix: Matrix, count: int, seed: int) -> Groups:
    try:
        import leidenalg
    except ImportError as fault:
        raise missing("leidenalg") from fault
    graph = matrix.igraph()
    weights = "weight" if graph.ecount() else None
    found = leidenalg.find_partition(
        graph, leidenalg.ModularityVertexPartition, weights=weights, seed=seed, n_iterations=-1
    )
    return [[matrix.rows[at] for at in group] for group in found]


def _louvain(matrix: Matrix, count: int, seed: int) -> Groups:
    graph = matrix.graph()
    import networkx

    return [list(group) for group in networkx.community.louvain_communities(graph, seed=seed)]


def _edge_betweenness(matrix: Matrix, count: int, seed: int) -> Groups:
    """A strong tie is a short one."""
    graph = matrix.graph()
    import networkx

    for *_, told in graph.edges(data=True):
        told["length"] = 1 / told["weight"]

    def busiest(of: "networkx.Graph") -> tuple[str, str]:
        between = networkx.edge_betweenness_centrality(of, weight="length")
        busy: tuple[str, str] = max(sorted(between), key=lambda edge: round(between[edge], 12))
        return busy

    parts = [[list(part) for part in networkx.connected_components(graph)]]
    splits = networkx.community.girvan_newman(graph, most_valuable_edge=busiest)
    parts += [[list(part) for part in split] for split in islice(splits, count)]
    return next((part for part in parts if len(part) >= count), parts[-1])


def _hierarchical(matrix: Matrix, count: int, seed: int) -> Groups:
    try:
        from scipy.cluster.hierarchy import fcluster, linkage
        from scipy.spatial.distance import squareform
    except ImportError as fault:
        raise missing("scipy") from fault
    if len(matrix.rows) < 2:
        return [list(matrix.rows)]
    unlike = 1 - matrix.values / (matrix.values.max() or 1.0)
    np.fill_diagonal(unlike, 0)
    labels = fcluster(linkage(squareform(unlike, checks=False), "average"), count, "maxclust")
    return [
        [name for name, of in zip(matrix.rows, labels, strict=True) if of == label] for label in set(labels)
    ]


_FINDERS = {
    "leiden": _leiden, "louvain": _louvain, "edge betweenness": _edge_betweenness, "hierarchical": _hierarchical,
}  # fmt: skip
