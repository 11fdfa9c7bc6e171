"""A network as a page to explore: what its script is given, and that names do nothing there."""

import hashlib
import io
import json
import re
from base64 import b64encode
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coded import claim
from standpunt.networks.design import Design, Kind, Mode
from standpunt.networks.layout import together
from standpunt.networks.ties import network
from standpunt.report.network import write

DEBATE = [claim("haven", "tol"), claim("dorp", "tol", False), claim("haven", "brug"), claim("boeren", "brug")]
SIDES = Design("two-mode", kind="subtract")


def page(**graphs: networkx.Graph) -> str:
    out = io.BytesIO()
    write(graphs, out)
    return out.getvalue().decode()


def drawing(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="drawing">(.*?)</script>', page, re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_each_period_has_its_ties_and_everybody_one_place() -> None:
    one, other = (network(some, SIDES).graph() for some in (DEBATE, DEBATE[:1]))
    told = drawing(page(maart=one, april=other))
    names = [each["label"] for each in told["nodes"]]
    assert names == list(together([one, other]))
    assert {each["label"]: each["square"] for each in told["nodes"]} == {
        "boeren": False, "dorp": False, "haven": False, "brug": True, "tol": True,
    }  # fmt: skip
    assert [each["title"] for each in told["periods"]] == ["maart", "april"]
    for period, graph in zip(told["periods"], (one, other), strict=True):
        assert {(names[tie["one"]], names[tie["other"]], tie["weight"]) for tie in period["ties"]} == set(
            graph.edges(data="weight")
        )
        assert {names[int(at)] for at in period["nodes"]} == set(graph)
    against = next(tie for tie in told["periods"][0]["ties"] if tie["weight"] < 0)
    assert against["colour"] == "#c62828"


@pytest.mark.parametrize(
    ("mode", "kind", "title"),
    [
        ("one-mode", "congruence", "Wie is het met wie eens"),
        ("two-mode", "combine", "Wie is waarvoor, en wie ertegen"),
    ],
)
def test_it_says_what_it_shows(mode: Mode, kind: Kind, title: str) -> None:
    assert f"<h1>{title}</h1>" in page(alles=network(DEBATE, Design(mode, kind=kind)).graph())


def test_the_same_graph_is_the_same_page_and_one_without_ties_is_a_page() -> None:
    made = network(DEBATE, SIDES).graph()
    assert page(alles=made) == page(alles=made)
    lonely = network(DEBATE[:1], Design()).graph()
    assert drawing(page(alles=lonely)) == {
        "nodes": [], "periods": [{"title": "alles", "nodes": {}, "ties": []}],
    }  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_names_come_back_and_are_no_markup(name: str) -> None:
    hostile = f"</script><img src=x>{name}"
    made = page(alles=network([claim(hostile, "tol"), claim("dorp", "tol")], Design()).graph())
    assert hostile in {each["label"] for each in drawing(made)["nodes"]}
    assert "<img" not in made
    assert made.count("</script>") == 2


def test_the_policy_allows_its_script_alone() -> None:
    made = page(alles=network(DEBATE, SIDES).graph())
    (script,) = re.findall(r"<script>(.*?)</script>", made, re.DOTALL)
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in made
    assert not re.search(r'(?:src|href)="', made)
