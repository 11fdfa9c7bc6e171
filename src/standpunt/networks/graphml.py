"""A graph as GraphML: plain, as Gephi, igraph and R read it, or with what visone draws.

Nodes are `n0`, `n1`, ...; their names are in `label`, which Gephi shows. Colours are where the coding tells them.
"""

import re
from typing import IO, TYPE_CHECKING, Any

import lxml.etree as etree

if TYPE_CHECKING:
    import networkx

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_VISONE = "http://visone.info/xmlns"
_YWORKS = "http://www.yworks.com/xml/graphml"
UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML cannot hold."""

GREY, _GREEN, _RED, _BLUE = "#c0c0c0", "#2e7d32", "#c62828", "#1565c0"
_COMBINED = {1.0: _GREEN, 2.0: _RED, 3.0: _BLUE}
"""For, against, and both."""


def write(graph: "networkx.Graph", out: IO[bytes], *, visone: bool = False) -> None:
    """The graph of a `Matrix`. May raise OSError."""
    import networkx

    plain = networkx.Graph(**graph.graph)
    ids = {name: f"n{at}" for at, name in enumerate(graph)}
    for name, told in graph.nodes(data=True):
        plain.add_node(ids[name], **_fit(told))
    for one, other, told in graph.edges(data=True):
        plain.add_edge(ids[one], ids[other], **_fit(told))
    buffer = networkx.generate_graphml(plain, named_key_ids=False)
    root = etree.fromstring("\n".join(buffer).encode())
    if visone:
        root = _drawn(root, plain)
    etree.indent(root)
    out.write(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _fit(told: dict[str, Any]) -> dict[str, Any]:
    return {
        UNFIT.sub("\ufffd", name): UNFIT.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in told.items()
    }


def _drawn(plain: Any, graph: "networkx.Graph") -> Any:
    """The same with the shapes and colours of visone: circles, and rounded squares for the second mode; lines
    green for agreement, red for conflict."""
    root = etree.Element(plain.tag, nsmap={None: _GRAPHML, "visone": _VISONE, "y": _YWORKS})
    for where, id in (("node", "d_node"), ("edge", "d_edge")):
        etree.SubElement(root, _tag("key"), {"for": where, "id": id, "yfiles.type": f"{where}graphics"})
    root.extend(list(plain))
    for node in root.iter(_tag("node")):
        told = graph.nodes[node.get("id")]
        shape = _shape(node, "d_node", "shapeNode", "ShapeNode")
        etree.SubElement(shape, _y("Geometry"), {"height": "20.0", "width": "20.0"})
        etree.SubElement(shape, _y("Fill"), {"color": told.get("color", GREY), "transparent": "false"})
        etree.SubElement(shape, _y("BorderStyle"), {"color": "#000000", "type": "line", "width": "1.0"})
        label = etree.SubElement(shape, _y("NodeLabel"), {"visible": "true"})
        label.text = told["label"]
        form = "roundrectangle" if told.get("bipartite") else "ellipse"
        etree.SubElement(shape, _y("Shape"), {"type": form})
    for edge in root.iter(_tag("edge")):
        weight = graph.edges[edge.get("source"), edge.get("target")]["weight"]
        line = _shape(edge, "d_edge", "polyLineEdge", "PolyLineEdge")
        colour = tie_colour(graph.graph["kind"], weight)
        etree.SubElement(line, _y("LineStyle"), {"color": colour, "type": "line", "width": "2.0"})
    return root


def _shape(of: Any, key: str, visone: str, yworks: str) -> Any:
    data = etree.SubElement(of, _tag("data"), {"key": key})
    return etree.SubElement(etree.SubElement(data, f"{{{_VISONE}}}{visone}"), _y(yworks))


def tie_colour(kind: str, weight: float) -> str:
    """Green for agreement, red for conflict, in a network of this kind."""
    if kind == "combine":
        return _COMBINED.get(weight, GREY)
    if kind == "ignore":
        return GREY
    return _RED if kind == "conflict" or weight < 0 else _GREEN


def _tag(name: str) -> str:
    return f"{{{_GRAPHML}}}{name}"


def _y(name: str) -> str:
    return f"{{{_YWORKS}}}{name}"
