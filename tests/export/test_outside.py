"""What others make of what is written: Apache UIMA, which INCEpTION stands on, and R (make test-outside)."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cassis
import igraph
import pytest

from reference import tunnel
from standpunt.export import FORMATS
from standpunt.networks import graphml, positions
from standpunt.networks.design import Design
from standpunt.networks.ties import network
from standpunt.store import Store

pytestmark = pytest.mark.outside

UIMA = "/usr/share/java/uimaj-core.jar"
READ_CAS = Path(__file__).with_name("ReadCas.java")
READ_TABLES = """
suppressPackageStartupMessages(library(igraph))
statements <- read.csv("statements.csv", encoding = "UTF-8")
articles <- jsonlite::stream_in(file("articles.jsonl"), verbose = FALSE)
graph <- read_graph("net.graphml", "graphml")
first <- articles$statements[[1]]
span <- first$content_spans[[1]]
cat(jsonlite::toJSON(list(
  content = statements$content, speaker = statements$speaker,
  text = articles$text, quoted = substring(articles$text[1], span[1, 1] + 1, span[1, 2]), said = first$content[1],
  label = V(graph)$label, claims = V(graph)$claims, from = ends(graph, E(graph))[, 1], weight = E(graph)$weight
), digits = NA))
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tunnel(tmp_path_factory.mktemp("buiten")) / "dossier.db") as opened:
        yield opened


def run(*command: str, folder: Path) -> str:
    assert shutil.which(command[0]), f"{command[0]} is not installed"
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_apache_uima_reads_every_annotation_at_its_place(store: Store, tmp_path: Path) -> None:
    out = io.BytesIO()
    FORMATS["cas"].write(store, out, True)
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path)
    told = run("java", "-cp", UIMA, str(READ_CAS), str(tmp_path), folder=tmp_path)
    with (tmp_path / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    written = [line for path in tmp_path.glob("*.xmi") for line in annotations(path, types)]
    assert sorted(told.splitlines()) == sorted(written)
    assert len({line.split("\t")[1] for line in written}) > 5


def annotations(path: Path, types: Any) -> Iterator[str]:
    """By cassis, whose offsets are characters; the file's are UTF-16 units, as UIMA's."""
    with path.open("rb") as file:
        cas: Any = cassis.load_cas_from_xmi(file, types)

    def place(at: int) -> int:
        return len(cas.sofa_string[:at].encode("utf-16-le")) // 2

    for each in cas.select_all_annotations():
        joined = [getattr(each, name, None) for name in ("Governor", "Dependent")]
        ends = ["" if end is None else str(place(end.begin)) for end in joined]
        yield "\t".join([path.name, each.type.name, str(place(each.begin)), str(place(each.end)), *ends])


def test_r_reads_statements_articles_and_networks(store: Store, tmp_path: Path) -> None:
    for name, format in (("statements.csv", "csv"), ("articles.jsonl", "jsonl")):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            FORMATS[format].write(store, file, True)
    coding = positions.read(store)
    made = network(coding.claims, Design(rows="actor", kind="subtract"))
    with (tmp_path / "net.graphml").open("wb") as out:
        graphml.write(made.graph(coding), out)
    read = json.loads(run("Rscript", "-e", READ_TABLES, folder=tmp_path))
    rows = store.statements()
    assert read["speaker"] == [row["speaker"] for row in rows]
    assert read["content"] == [row["content"] for row in rows]
    assert read["text"] == [row["text"] for row in store.each("articles")]
    assert read["quoted"] == read["said"] != [""]
    ours = igraph.Graph.Read_GraphML(str(tmp_path / "net.graphml"))
    assert (read["label"], read["claims"]) == (ours.vs["label"], ours.vs["claims"])
    assert read["weight"] == ours.es["weight"]
