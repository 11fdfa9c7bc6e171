"""A network, or several over time, as one page to explore: names can be dragged, ties weaker than some weight left out,
the ties of a name listed, and time moves by a slider.

    write({"2025-01-01": january.graph(coding), "2025-02-01": february.graph(coding)}, file)

A name lies where `networks.pictures` draws it, in the same colours; the script only moves it.
"""

from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any

from standpunt.display.wording import DUTCH
from standpunt.networks import layout
from standpunt.networks.graphml import tie_colour
from standpunt.networks.pictures import colour
from standpunt.report import alone

if TYPE_CHECKING:
    import networkx

ENDING = ".html"

_TITLES = {
    ("one-mode", "ignore"): "Wie spreekt over hetzelfde",
    ("one-mode", "congruence"): "Wie is het met wie eens",
    ("one-mode", "conflict"): "Wie is het met wie oneens",
    ("one-mode", "subtract"): "Wie is het met wie eens, en wie niet",
    ("two-mode", "ignore"): "Wie spreekt waarover",
    ("two-mode", "subtract"): "Wie is waarvoor, en wie ertegen",
    ("two-mode", "combine"): "Wie is waarvoor, en wie ertegen",
}

_SHOWN_OTHERWISE = ("label", "variable", "bipartite", "claims", "color", "group")


def write(graphs: Mapping[str, "networkx.Graph"], out: IO[bytes], title: str = "") -> None:
    """Graphs of `Matrix.graph` of one design, by the first day of each, or one by "". Names without ties are left out.
    The same graphs give the same page. May raise OSError."""
    told = next(iter(graphs.values())).graph
    page = alone.fill(
        "network.html.j2",
        ["network.css"],
        ["network.js"],
        title=title or _TITLES[told["mode"], told["kind"]],
        drawing=_drawing(graphs),
    )
    out.write(page.encode())


def _drawing(graphs: Mapping[str, "networkx.Graph"]) -> dict[str, Any]:
    """What network.js reads. Ties and colours name a node by its number."""
    places = layout.together(graphs.values())
    numbers = {name: at for at, name in enumerate(places)}
    nodes = [
        {"label": told["label"], "x": round(x, 4), "y": round(y, 4), "square": bool(told.get("bipartite"))}
        for name, (x, y) in places.items()
        for told in [_told(name, graphs)]
    ]
    return {"nodes": nodes, "periods": [_period(first, graph, numbers) for first, graph in graphs.items()]}


def _told(name: str, graphs: Mapping[str, "networkx.Graph"]) -> dict[str, Any]:
    """By the first graph that has the name."""
    return next(graph.nodes[name] for graph in graphs.values() if name in graph)


def _period(first: str, graph: "networkx.Graph", numbers: Mapping[str, int]) -> dict[str, Any]:
    kind = graph.graph["kind"]
    return {
        "title": first,
        "nodes": {
            numbers[name]: {"colour": colour(told), "about": _about(told)}
            for name, told in graph.nodes(data=True)
            if name in numbers
        },
        "ties": [
            {
                "one": numbers[one],
                "other": numbers[other],
                "weight": weight,
                "colour": tie_colour(kind, weight),
            }
            for one, other, weight in graph.edges(data="weight")
        ],
    }


def _about(told: Mapping[str, Any]) -> list[str]:
    claims = told["claims"]
    counted = DUTCH.figure(int(claims)) if float(claims).is_integer() else f"{claims:.2f}".replace(".", ",")
    known = [f"{key}: {value}" for key, value in told.items() if key not in _SHOWN_OTHERWISE and value]
    return [f"komt {counted} keer voor", *known]
