"""The tutorial runs, cell by cell, in a copy of the examples."""

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import nbformat
import networkx
import pytest
from nbclient import NotebookClient

from standpunt.networks import dna

EXAMPLES = Path(__file__).parent.parent / "examples"
NOTEBOOK = EXAMPLES / "tutorial.ipynb"
COLOUR = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the examples, where `standpunt` is found and nothing is written beside it."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    return Path(shutil.copytree(EXAMPLES, tmp_path / "examples"))


def shown(folder: Path) -> dict[str, str]:
    """What each cell of code prints and shows, by its first two words."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return {" ".join(cell.source.split()[:2]): "\n".join(map(said, cell.outputs)) for cell in cells}


def said(output: Any) -> str:
    told = output["text"] if output["output_type"] == "stream" else output["data"]["text/plain"]
    return COLOUR.sub("", told)


def test_it_runs_and_shows_what_it_says(folder: Path) -> None:
    found = shown(folder)
    for source, output in found.items():
        failed = re.search(r"^standpunt: |^Usage: |command not found", output, re.MULTILINE)
        assert not failed, f"{source}:\n{output}"
    assert "2024-11  Hugo Brandsma  tol: oppose" in found["!standpunt positions"]
    assert "Ilse Rademaker, oppose" in found["!standpunt correct"]
    assert "2025-03" in found["import pandas"]

    picture = (folder / "months.svg").read_text(encoding="utf-8")
    assert all(words in picture for words in ("2024-11-01", "2025-03-01", "Ilse Rademaker", "Tunnel naar"))
    assert "automobilisten" not in picture
    assert "Ilse Rademaker" in (folder / "months.html").read_text(encoding="utf-8")
    assert len(dna.read(folder / "schorrenoog.dna").documents) == 11
    months = sorted(folder.glob("months-*.graphml"))
    assert [path.stem for path in months][::4] == ["months-2024-11-01", "months-2025-03-01"]
    names = networkx.get_node_attributes(networkx.read_graphml(months[-1]), "label")
    assert "Job van Zuylekom" in names.values()
    assert "<html" in (folder / "schorrenoog.html").read_text(encoding="utf-8")


def test_it_holds_no_output() -> None:
    """Which would grow old unseen, and is some other computer's."""
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:
        assert cell.cell_type == "markdown" or (cell.outputs == [] and cell.execution_count is None)


def test_every_page_that_it_names_is_there() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (EXAMPLES / target).exists(), target
