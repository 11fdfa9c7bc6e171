"""`standpunt correct`, over the fictional articles: what each command prints, and that all others go on from it."""

import json
import re
import shutil
from pathlib import Path

import pytest

from program import Run, program
from standpunt.build import build
from standpunt.dossier.issues import codebook
from standpunt.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("correct") / "dossier.db"
    build([EXAMPLES / "articles"], path, codebook=codebook.read(EXAMPLES / "codebook.toml"))
    return path


@pytest.fixture
def run(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    shutil.copy(built, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STANDPUNT_DOSSIER", raising=False)
    monkeypatch.setenv("STANDPUNT_USER", "Mees de Redacteur")

    return program(monkeypatch, capsys)


def test_each_correction_says_what_it_changed_and_stands_in_the_list(run: Run) -> None:
    made = [
        (("speaker", "05", "We varen al sinds 1978", "--to", "Wim Pas", "--new"), "Koen Vercammen, We varen al"),
        (("rename", "Dirk Moerman", "Dirk de Moerman"), "Dirk Moerman → Dirk de Moerman"),
        (("merge", "Nadia Claes", "Koen Vercammen"), "Nadia Claes → Koen Vercammen"),
        (("split", "05", "Daneels", "--to", "Lut Daneels"), ""),
        (("content", "05", "Wij vernemen dit", "--to", "vernemen dit uit de krant"), "→ vernemen dit uit de krant"),
        (("reject", "05", "Middelhaven beslist"), "→ nothing"),
        (("add", "05", "was vrijdag niet bereikbaar", "--note", "doorgebeld"), "nothing → was vrijdag niet bereikbaar"),
    ]  # fmt: skip
    for arguments, said in made:
        status, out, err = run("correct", *arguments)
        if arguments[0] == "split":  # the name stands there more than once
            assert (status, "these words stand there 2 times" in err) == (1, True)
            continue
        assert (status, err) == (0, "")
        assert said in out, out
    status, out, err = run("correct", "list")
    assert [line.split()[:2] for line in out.splitlines() if re.match(r" +\d", line)] == [
        [str(at), name]
        for at, name in enumerate(("speaker", "rename", "merge", "content", "reject", "add"), 1)
    ]
    assert "Mees de Redacteur, 20" in out
    assert err == "6 corrections\n"
    for command in (
        ("report",),
        ("actors",),
        ("show", "05"),
        ("explain", "05", "We varen al sinds"),
        ("export",),
    ):
        assert run(*command)[0] == 0, command
    assert "Wim Pas" in run("statements", "--speaker", "Wim Pas")[1]
    assert "6 corrections that people made were applied" in run("methods")[1]


def test_a_stance_is_set_right_and_the_correction_undone(run: Run) -> None:
    with Store(Path("dossier.db")) as store:
        row = next(each for each in store.rows("positions") if each["stance"] == "oppose")
    place = (row["article_id"], row["words"], "--issue", row["issue_id"], "--actor", row["actor"])
    before = run("positions", "--json")[1]
    status, out, _ = run("correct", "stance", *place, "--to", "open")
    assert (status, out) == (0, f"stance: {row['actor']}, oppose → {row['actor']}, open\n")
    assert run("positions", "--json")[1] != before
    assert run("correct", "undo", "1")[:2] == (0, "correction 1 is undone\n")
    assert run("positions", "--json")[1] == before
    assert "undone 20" in run("correct", "list")[1]
    assert run("correct", "undo", "1")[0] == 1


def test_a_build_tells_what_is_lost_and_ends_with_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "krant").mkdir()
    file = tmp_path / "krant" / "nieuw.txt"
    file.write_text('Nieuws\n\n"De dijk is sterk", zei Wouter Baan vrijdag.\n', encoding="utf-8")
    assert run("build", "krant", "-q")[0] == 0
    assert run("correct", "reject", "nieuw.txt", "De dijk is sterk")[0] == 0
    file.write_text('Nieuws\n\n"De dijk is hoog", zei Wouter Baan vrijdag.\n', encoding="utf-8")
    status, _, err = run("build", "krant", "-q")
    assert (status, err) == (3, "correction 1 is lost: its words are no longer there\n")
    (row,) = json.loads(run("correct", "list", "--json")[1])
    assert row["lost"] == "its words are no longer there"
