"""`standpunt network` over the fictional articles, the files that it writes read by others, and docs/networks.md."""

import csv
import doctest
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import igraph
import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coded import claim, sample
from program import Run, program
from standpunt.networks import graphml
from standpunt.networks.design import Design
from standpunt.networks.ties import network
from standpunt.store import Store

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "networks.md"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in a folder with a dossier."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("STANDPUNT_DOSSIER", raising=False)

    return program(monkeypatch, capsys, "network")


def test_the_page_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    text = PAGE.read_text(encoding="utf-8").replace("```", "")
    example = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    assert example.examples
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


def test_ties_are_listed_the_strongest_first(run: Run) -> None:
    status, out, err = run("--kind", "congruence", "--json")
    assert (status, err) == (0, "")
    ties = json.loads(out)
    weights = [tie["weight"] for tie in ties]
    assert weights == sorted(weights, reverse=True)
    assert {"source": "Behoud Schorrenoog", "target": "Trijntje Kuipers", "weight": 4.0} in ties
    table = run("--kind", "congruence")
    assert table[1].splitlines()[0].split() == ["source", "target", "weight"]
    assert table[2].strip() == f"{len(ties)} ties"


def test_a_network_for_each_month(run: Run) -> None:
    ties = json.loads(run("--kind", "congruence", "--by", "month", "--json")[1])
    assert {tie["first"][:7] for tie in ties} <= {"2024-11", "2025-01", "2025-02", "2025-03"}
    assert {"first", "source", "target", "weight"} == set(ties[0])


def test_the_matrix_as_csv(run: Run) -> None:
    status, out, _ = run("--mode", "two-mode", "--kind", "subtract", "-o", "matrix.csv")
    assert status == 0
    assert out.startswith("matrix.csv  ") and out.endswith(" ties\n")
    rows = {row[""]: row for row in csv.DictReader(Path("matrix.csv").read_text("utf-8").splitlines())}
    assert rows["Hugo Brandsma"] == {"": "Hugo Brandsma", "referendum": "0", "tol": "-1", "tunnel": "2"}


@pytest.mark.parametrize("visone", [(), ("--visone",)])
def test_graphml_keeps_every_attribute(visone: tuple[str, ...], run: Run) -> None:
    assert run("--kind", "subtract", "-o", "net.graphml", *visone)[0] == 0
    graph = networkx.read_graphml("net.graphml")
    labels = {told["label"]: node for node, told in graph.nodes(data=True)}
    person = graph.nodes[labels["Farida el Ouali"]]
    assert {"kind": "person", "party": "Progressief Verbond", "variable": "actor"}.items() <= person.items()
    tie = graph.edges[labels["Behoud Schorrenoog"], labels["Trijntje Kuipers"]]
    assert (tie["weight"], tie["sign"]) == (4.0, "+")
    assert bool(visone) == ("shapeNode" in Path("net.graphml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("visone", [(), ("--visone",)])
def test_igraph_reads_the_same_network(visone: tuple[str, ...], run: Run) -> None:
    """Whose reader R has too; networkx wrote it."""
    assert run("--kind", "subtract", "-o", "net.graphml", *visone)[0] == 0
    read, graph = igraph.Graph.Read_GraphML("net.graphml"), networkx.read_graphml("net.graphml")
    assert sorted(read.vs["label"]) == sorted(networkx.get_node_attributes(graph, "label").values())
    found = {
        (frozenset(read.vs[end]["label"] for end in edge.tuple), edge["weight"], edge["sign"])
        for edge in read.es
    }
    labels = networkx.get_node_attributes(graph, "label")
    assert found == {
        (frozenset((labels[one], labels[other])), told["weight"], told["sign"])
        for one, other, told in graph.edges(data=True)
    }
    (person,) = read.vs.select(label="Farida el Ouali")
    assert (person["kind"], person["party"], person["variable"]) == ("person", "Progressief Verbond", "actor")


def test_visone_draws_concepts_as_squares_and_conflict_in_red(run: Run) -> None:
    run("-m", "two-mode", "-k", "subtract", "--visone", "-o", "net.graphml")
    root = ElementTree.parse("net.graphml").getroot()
    shapes = [each.get("type") for each in root.iter("{http://www.yworks.com/xml/graphml}Shape")]
    assert shapes[-3:] == ["roundrectangle"] * 3
    assert set(shapes[:-3]) == {"ellipse"}
    lines = {each.get("color") for each in root.iter("{http://www.yworks.com/xml/graphml}LineStyle")}
    assert lines == {"#2e7d32", "#c62828"}


def test_groups_and_a_backbone_in_graphml_and_pictures(run: Run) -> None:
    assert run("-k", "congruence", "--groups", "leiden", "-o", "net.graphml", "-q")[0] == 0
    graph = networkx.read_graphml("net.graphml")
    of = {told["label"]: told["group"] for _, told in graph.nodes(data=True)}
    assert of["Behoud Schorrenoog"] == of["Trijntje Kuipers"]
    assert len(set(of.values())) > 1
    for ending in ("svg", "png", "pdf"):
        assert run("-k", "congruence", "--groups", "louvain", "-o", f"net.{ending}", "-q")[0] == 0
    assert "Trijntje Kuipers" in Path("net.svg").read_text(encoding="utf-8")
    assert Path("net.png").read_bytes().startswith(b"\x89PNG")
    all, some = (json.loads(run(*extra, "--json")[1]) for extra in ((), ("--backbone", "0.2")))
    assert 0 < len(some) < len(all)
    assert [each for each in some if each not in all] == []


def test_a_page_to_explore_holds_all_months(run: Run) -> None:
    status, out, _ = run("-m", "two-mode", "-k", "subtract", "--by", "month", "-o", "net.html")
    assert status == 0
    assert re.match(r"net\.html  5 networks of \d+ by 3, \d+ ties", out)
    page = Path("net.html").read_text(encoding="utf-8")
    assert all(words in page for words in ("2024-11-01", "2025-03-01", "Trijntje Kuipers", "Tunnel naar"))


def test_windows_are_files_of_their_own(run: Run) -> None:
    run("--by", "month", "-o", "maand.csv", "--quiet")
    assert {"maand-2025-01-01.csv", "maand-2025-02-01.csv"} <= {each.name for each in Path().glob("maand*")}


def test_events_are_a_row_for_each_position(run: Run) -> None:
    rows = list(csv.DictReader(run("--mode", "events")[1].splitlines()))
    with Store(Path("dossier.db")) as store:
        assert len(rows) == len(store.coding().positions)
    assert {"actor", "concept", "stance", "agreement", "earliest", "words"} <= rows[0].keys()


def test_a_dna_file_is_asked_by_organisation(run: Run) -> None:
    status, out, _ = run(str(sample()), "--kind", "conflict", "--json")
    assert status == 0
    assert 2 * sum(tie["weight"] for tie in json.loads(out)) == 116


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["-o", "net.xlsx"],
            "net.xlsx: this is no format of a network (end its name in .graphml, .csv, .svg, .png, .pdf, .html)",
        ),
        (["-m", "two-mode", "-k", "conflict"], "conflict: this is no kind of two-mode network"),
        (["weg.dna"], "weg.dna: there is no such file"),
        (["--rows", "partij"], "no claim has all of partij, concept"),
    ],
)
def test_an_error_is_one_line(arguments: list[str], said: str, run: Run) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert err.startswith(f"standpunt: {said}")


def test_a_name_that_xml_cannot_hold_is_written_with_a_sign_for_it(tmp_path: Path) -> None:
    graph = networkx.Graph(kind="ignore")
    graph.add_node("a\0<b>", label="a\0<b>")
    with (tmp_path / "net.graphml").open("wb") as file:
        graphml.write(graph, file, visone=True)
    assert networkx.read_graphml(tmp_path / "net.graphml").nodes["n0"]["label"] == "a\ufffd<b>"


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=20)
"""Of a line end XML makes a line feed."""


@pytest.mark.parametrize("visone", [False, True])
@settings(max_examples=60, deadline=None)
@given(st.dictionaries(NAMES, st.booleans(), min_size=1, max_size=5))
def test_any_names_come_back_from_graphml(
    tmp_path_factory: pytest.TempPathFactory, visone: bool, sides: dict[str, bool]
) -> None:
    """By igraph, which did not write it."""
    file = tmp_path_factory.mktemp("graaf") / "net.graphml"
    made = network(
        [claim(name, "tol", side) for name, side in sides.items()], Design("two-mode", kind="subtract")
    )
    with file.open("wb") as out:
        graphml.write(made.graph(), out, visone=visone)
    read = igraph.Graph.Read_GraphML(str(file))
    found = [
        (*(read.vs[end]["label"] for end in edge.tuple), read.vs[edge.source]["variable"], edge["weight"])
        for edge in read.es
    ]
    assert sorted(found) == sorted(
        (graphml.UNFIT.sub("\ufffd", name), "tol", "organization", 1.0 if side else -1.0)
        for name, side in sides.items()
    )
