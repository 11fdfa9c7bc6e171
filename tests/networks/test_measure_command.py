"""`standpunt measure` over the fictional articles and the sample of Discourse Network Analyzer."""

import json
from pathlib import Path

import pytest

from coded import sample
from program import Run, program


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(folder)
    monkeypatch.delenv("STANDPUNT_DOSSIER", raising=False)
    return program(monkeypatch, capsys, "measure")


def test_the_backbone(run: Run) -> None:
    found = json.loads(run("backbone", str(sample()), "--compatible", "--json").out)
    assert len(found["backbone"]) == len(found["redundant"]) == 3
    assert 0 < found["loss"] < found["redundant_loss"]
    ended = run("backbone", "--size", "2")
    assert (ended.status, ended.out.count("backbone")) == (0, 2)
    assert ended.err.startswith("loss ")
    gone = json.loads(run("backbone", "--nested", "--json").out)
    assert {each["column"] for each in gone} == {"tunnel", "tol", "referendum"}


def test_polarisation(run: Run) -> None:
    (found,) = json.loads(run("polarisation", str(sample()), "--compatible", "--json").out)
    assert round(found["value"], 7) == 0.5342493
    ended = run("polarisation")
    assert ended.err.startswith("polarisation 0.")
    assert ended.out.split()[:2] == ["name", "camp"]
    months = json.loads(run("polarisation", "--by", "month", "--json").out)
    assert [each["first"] for each in months][0::4] == ["2024-11-01", "2025-03-01"]
    assert run("polarisation", "--by", "month").out.splitlines()[0].split() == ["first", "polarisation"]
    assert run("polarisation", "--by", "month", "--compatible").status == 2


def test_points(run: Run) -> None:
    found = json.loads(run("points", str(sample()), "--least", "1", "--above", "Senate", "--json").out)
    assert {each["name"]: each["point"] > 0 for each in found["actors"]}["Senate"]
    assert [each["point"] for each in found["actors"]] == sorted(
        (each["point"] for each in found["actors"]), reverse=True
    )
    assert {"name", "slope", "error", "cuts"} == found["issues"][0].keys()
    ended = run("points", "--least", "1", "--levels", "3")
    assert ended.status == 0 and "tunnel" in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["backbone", "--size", "9"], "3 columns make no backbone of 9"),
        (["points", "--above", "Niemand"], "Niemand: this row is not on the line"),
        (["polarisation", "weg.dna"], "weg.dna: there is no such file"),
    ],
)
def test_an_error_is_one_line(arguments: list[str], said: str, run: Run) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert err.startswith(f"standpunt: {said}")
