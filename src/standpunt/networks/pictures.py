"""A graph as a picture that stands still: SVG, PNG or PDF, by matplotlib (the extra `pictures`).

Names that are tied lie close together; lines are green for agreement, red for conflict, the thicker the stronger.
Colours of names are those of their groups, or those that the coding tells. The same graph is the same picture.
"""

from pathlib import Path
from typing import IO, TYPE_CHECKING

from standpunt.errors import StandpuntError
from standpunt.networks.graphml import GREY, tie_colour

if TYPE_CHECKING:
    import networkx

ENDINGS = (".svg", ".png", ".pdf")
_GROUPS = ("#4c78a8", "#f58518", "#54a24b", "#e45756", "#72b7b2", "#b279a2", "#eeca3b", "#9d755d")
_WIDEST = 5.0
"""Of a line, in points."""


def draw(graph: "networkx.Graph", out: IO[bytes], ending: str = ".svg", seed: int = 0) -> None:
    """The graph of a `Matrix`; names without ties are left out. Raises StandpuntError where matplotlib is not
    installed, and may raise OSError."""
    try:
        import matplotlib
        import networkx
        from matplotlib.figure import Figure
    except ImportError as fault:
        raise StandpuntError(
            "pictures need matplotlib, which is not installed", hint="pip install 'standpunt[pictures]'"
        ) from fault
    tied = graph.subgraph([name for name in graph if graph.degree(name)])
    strongest = max((abs(weight) for *_, weight in tied.edges(data="weight")), default=1.0)
    for *_, told in tied.edges(data=True):
        told["near"] = abs(told["weight"]) / strongest
    places = networkx.spring_layout(tied, weight="near", seed=seed)
    side = max(6.0, 1.2 * len(tied) ** 0.5 + 4)
    figure = Figure(figsize=(side, side), layout="constrained")
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.margins(0.15)
    networkx.draw_networkx_edges(
        tied, places, ax=axes, alpha=0.6,
        width=[0.5 + (_WIDEST - 0.5) * near for *_, near in tied.edges(data="near")],
        edge_color=[tie_colour(graph.graph["kind"], weight) for *_, weight in tied.edges(data="weight")],
    )  # fmt: skip
    for part, shape in enumerate("os"):
        some = [name for name, told in tied.nodes(data=True) if told.get("bipartite", 0) == part]
        networkx.draw_networkx_nodes(
            tied, places, some, ax=axes, node_size=160, node_shape=shape, edgecolors="#444444",
            node_color=[_colour(tied.nodes[name]) for name in some],
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
    with matplotlib.rc_context({"svg.hashsalt": "standpunt", "svg.fonttype": "none"}):
        dated = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}
        figure.savefig(out, format=Path(f"x{ending}").suffix[1:], metadata=dated.get(ending), dpi=150)


def _colour(told: dict[str, object]) -> str:
    group = told.get("group")
    if isinstance(group, int):
        return _GROUPS[group % len(_GROUPS)]
    return str(told.get("color", GREY))
