"""What a fault leaves: after a kill at any moment a sound file and nothing lost, and else one line that helps."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from benchmarks import faults

import newsroom
from newsroom import content
from program import Run, program
from standpunt.build import build
from standpunt.store import tables

resource = pytest.importorskip("resource")
KILLS = int(os.environ.get("STANDPUNT_KILLS", "4"))
"""Of each kind of work; the figures in docs/scale.md are of 200."""

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="faults are made in copies of this process"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))
    texts = {f"{at}.txt": f'"Nummer {at}", zei Anna Hoek. {"Er is rust. " * 200}' for at in range(40)}
    return newsroom.folder(tmp_path / "krant", texts)


@pytest.mark.parametrize("kind", ["build", "correction", "migration"])
def test_a_kill_at_any_moment_loses_nothing(kind: str, folder: Path, tmp_path: Path) -> None:
    built = tmp_path / "built.db"
    build([folder], built)
    work = {
        "build": faults.of_build(folder),
        "correction": faults.of_correction(built),
        "migration": faults.of_migration(built),
    }[kind]
    outcome = faults.kill_often(work, KILLS, random.Random(7), tmp_path)
    print(f"{work.name}: {outcome.kills} kills, {outcome.midway} midway")
    assert (outcome.kills, outcome.wrong) == (KILLS, [])


def test_what_is_wrong_after_a_kill_is_seen(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    build([folder], path)
    assert faults.unsound(path, 40) == []
    assert faults.unsound(path, 41) == ["41 were told, 40 are there"]
    assert faults.unsound(tmp_path / "weg.db", 1) == ["there is no file, and 1 were told"]


def test_two_builds_at_once_make_one_dossier(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "one.db")
    child = os.fork()
    if not child:
        try:
            build([folder], tmp_path / "both.db")
            os._exit(0)
        finally:
            os._exit(1)
    build([folder], tmp_path / "both.db")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert content(tmp_path / "both.db") == content(tmp_path / "one.db")


# ------------------------------------------------------------------------------------------ one line each


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(folder.parent)
    return program(monkeypatch, capsys)


def test_a_full_disk_costs_nothing_that_was_done(run: Run, folder: Path, tmp_path: Path) -> None:
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))  # bytes that a file may have
            ended = run("build", "krant")
            (tmp_path / "said").write_text(ended.err, encoding="utf-8")
            os._exit(ended.status)
        finally:
            os._exit(99)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert (tmp_path / "said").read_text(encoding="utf-8") == (
        "standpunt: dossier.db: the disk is full or fails"
        " (make room and run the build again; it goes on where it was)\n"
    )
    assert faults.unsound(tmp_path / "dossier.db", 0) == []
    build([folder], tmp_path / "dossier.db")
    build([folder], tmp_path / "undisturbed.db")
    assert content(tmp_path / "dossier.db") == content(tmp_path / "undisturbed.db")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_is_told(run: Run, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir(mode=0o500)
    ended = run("build", "krant", "-o", "shelf/dossier.db")
    assert (ended.status, ended.err) == (
        1,
        "standpunt: shelf/dossier.db: it cannot be opened or written"
        " (look at who may read and write this file and its folder)\n",
    )


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("newer", "made by a newer Standpunt (install that version to open it)"),
        ("damaged", "this is not a dossier, or it is damaged (name another file)"),
        ("foreign", "this database is not a dossier (name another file)"),
        ("busy", "somebody else is writing in it (wait until that build is done)"),
    ],
)
def test_what_stands_in_the_way_is_one_line(
    harm: str, said: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dossier.db"
    assert run("build", "krant").status == 0
    monkeypatch.setattr("standpunt.store.file.WAIT", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        if harm == "newer":
            other.execute(f"PRAGMA user_version = {tables.VERSION + 1}")
        elif harm == "foreign":
            other.execute("PRAGMA application_id = 7")
        elif harm == "busy":
            other.execute("BEGIN IMMEDIATE")
        else:
            whole = path.read_bytes()
            path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        ended = run("build", "krant")
    assert (ended.status, ended.out, ended.err) == (1, "", f"standpunt: dossier.db: {said}\n")
