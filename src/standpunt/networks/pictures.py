"""Graphs as a picture that stands still: SVG, PNG or PDF, by matplotlib (the extra `pictures`).

Names that are tied lie close together; lines are green for agreement, red for conflict, the thicker the stronger.
Colours of names are those of their groups, or those that the coding tells. The same graphs are the same picture.
"""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from standpunt.errors import StandpuntError
from standpunt.networks import layout
from standpunt.networks.graphml import GREY, tie_colour
from standpunt.networks.layout import Place

if TYPE_CHECKING:
    import networkx

ENDINGS = (".svg", ".png", ".pdf")
_GROUPS = ("#4c78a8", "#f58518", "#54a24b", "#e45756", "#72b7b2", "#b279a2", "#eeca3b", "#9d755d")
_WIDEST = 5.0
"""Of a line, in points."""
_SMALLEST, _SMALLEST_OF_SEVERAL = 6.0, 4.5
"""The sides of a square, in inches."""


def draw(graph: "networkx.Graph", out: IO[bytes], ending: str = ".svg") -> None:
    """The graph of a `Matrix`; names without ties are left out. Raises StandpuntError where matplotlib is not
    installed, and may raise OSError."""
    draw_series({"": graph}, out, ending)


def draw_series(graphs: Mapping[str, "networkx.Graph"], out: IO[bytes], ending: str = ".svg") -> None:
    """Several graphs side by side, such as those of one month each, under their titles. A name lies at the same place
    in all, a dot where it has no ties, and lines of one width are as strong. Raises as `draw`."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as fault:
        raise StandpuntError(
            "pictures need matplotlib, which is not installed", hint="pip install 'standpunt[pictures]'"
        ) from fault
    strongest = max((abs(weight) for graph in graphs.values() for *_, weight in _ties(graph)), default=1.0)
    places = layout.together(graphs.values())
    across = math.ceil(math.sqrt(len(graphs)))
    down = math.ceil(len(graphs) / across)
    side = max(_SMALLEST if len(graphs) == 1 else _SMALLEST_OF_SEVERAL, 1.2 * len(places) ** 0.5 + 1)
    figure = Figure(figsize=(across * side, down * side), layout="constrained")
    panels = figure.subplots(down, across, squeeze=False, sharex=True, sharey=True)
    for axes in panels.flat:
        axes.set_axis_off()
        axes.margins(0.15)
    for axes, (title, graph) in zip(panels.flat, graphs.items(), strict=False):
        axes.set_title(title)
        axes.scatter(*zip(*places.values(), strict=True), s=8, color=GREY) if places else None
        _draw(graph, axes, places, strongest)
    with matplotlib.rc_context({"svg.hashsalt": "standpunt", "svg.fonttype": "none"}):
        dated = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}
        figure.savefig(out, format=Path(f"x{ending}").suffix[1:], metadata=dated.get(ending), dpi=150)


def _ties(graph: "networkx.Graph") -> Any:
    return graph.edges(data="weight")


def _draw(graph: "networkx.Graph", axes: Any, places: Mapping[str, Place], strongest: float) -> None:
    import networkx

    tied = graph.subgraph([name for name in graph if graph.degree(name)])
    networkx.draw_networkx_edges(
        tied, places, ax=axes, alpha=0.6,
        width=[0.5 + (_WIDEST - 0.5) * abs(weight) / strongest for *_, weight in _ties(tied)],
        edge_color=[tie_colour(graph.graph["kind"], weight) for *_, weight in _ties(tied)],
    )  # fmt: skip
    for part, shape in enumerate("os"):
        some = [name for name, told in tied.nodes(data=True) if told.get("bipartite", 0) == part]
        networkx.draw_networkx_nodes(
            tied, places, some, ax=axes, node_size=160, node_shape=shape, edgecolors="#444444",
            node_color=[colour(tied.nodes[name]) for name in some],
        )  # fmt: skip
    behind = {"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 0.5}
    for name, told in tied.nodes(data=True):
        axes.annotate(
            told["label"],
            places[name],
            (0, 9),
            textcoords="offset points",
            ha="center",
            size=8,
            bbox=behind,
        )


def colour(told: Mapping[str, object]) -> str:
    """Of a node by what it tells."""
    group = told.get("group")
    if isinstance(group, int):
        return _GROUPS[group % len(_GROUPS)]
    return str(told.get("color", GREY))
