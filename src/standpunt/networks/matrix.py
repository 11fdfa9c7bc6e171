"""A network as numbers: rows by columns, to be had as a pandas DataFrame or a graph of networkx or igraph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from standpunt.errors import StandpuntError
from standpunt.networks.claims import Coding
from standpunt.networks.design import Design

if TYPE_CHECKING:
    import igraph
    import networkx
    import pandas

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """`values[i, j]` ties `rows[i]` to `columns[j]`; a one-mode network has the same names in both, is symmetric,
    and has zeros on its diagonal. `claims` says how many claims each name has, by its variable and itself."""

    design: Design
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: Numbers
    claims: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def frame(self) -> "pandas.DataFrame":
        """Raises StandpuntError where pandas is not installed."""
        try:
            import pandas
        except ImportError as fault:
            raise missing("pandas") from fault
        return pandas.DataFrame(self.values, index=list(self.rows), columns=list(self.columns))

    def graph(self, coding: Coding | None = None) -> "networkx.Graph":
        """Undirected; an edge for each tie that is not zero, with `weight` and `sign`. A node's name is its id
        (in a two-mode network whose two variables share a value it is `variable: value`); its attributes are
        `variable`, `claims`, `bipartite` (0 or 1, in a two-mode network), `label`, and what the coding tells
        about it, its own label too. Raises StandpuntError where networkx is not installed."""
        try:
            import networkx
        except ImportError as fault:
            raise missing("networkx") from fault
        graph, design = networkx.Graph(mode=self.design.mode, kind=self.design.kind), self.design
        rows = self._ids(self.rows, design.rows)
        columns = self._ids(self.columns, design.columns) if design.mode == "two-mode" else rows
        for part, (ids, names, variable) in enumerate(self._parts(rows, columns)):
            for id, name in zip(ids, names, strict=True):
                told: dict[str, str | float | int] = {"label": name}
                told |= coding.attributes.get((variable, name), {}) if coding else {}
                told |= {"variable": variable, "claims": self.claims.get((variable, name), 0.0)}
                told |= {"bipartite": part} if design.mode == "two-mode" else {}
                graph.add_node(id, **told)
        for i, j, weight in self._tied():
            graph.add_edge(rows[i], columns[j], weight=weight, sign="+" if weight > 0 else "-")
        return graph

    def igraph(self, coding: Coding | None = None) -> "igraph.Graph":
        """The same as an igraph object, nodes in the same order with their `name`. Raises StandpuntError where igraph
        or networkx is not installed."""
        try:
            import igraph
        except ImportError as fault:
            raise missing("igraph") from fault
        graph = self.graph(coding)
        return igraph.Graph.from_networkx(graph, vertex_attr_hashable="name")

    def ties(self) -> list[dict[str, Any]]:
        """Each with `source`, `target` and `weight`; of a one-mode network once, those of weight zero left out."""
        return [
            {"source": self.rows[i], "target": self.columns[j], "weight": weight}
            for i, j, weight in self._tied()
        ]

    def _tied(self) -> Iterator[tuple[int, int, float]]:
        for i, j in np.argwhere(self.values):
            if self.design.mode == "two-mode" or i < j:
                yield int(i), int(j), float(self.values[i, j])

    def _parts(self, rows: list[str], columns: list[str]) -> list[tuple[list[str], tuple[str, ...], str]]:
        parts = [(rows, self.rows, self.design.rows)]
        if self.design.mode == "two-mode":
            parts.append((columns, self.columns, self.design.columns))
        return parts

    def _ids(self, names: tuple[str, ...], variable: str) -> list[str]:
        shared = self.design.mode == "two-mode" and not set(self.rows).isdisjoint(self.columns)
        return [f"{variable}: {name}" if shared else name for name in names]


def missing(library: str) -> StandpuntError:
    return StandpuntError(
        f"this needs {library}, which is not installed", hint="pip install 'standpunt[networks]'"
    )
