"""`standpunt evaluate`: what it prints, as text and as JSON, over a small newsroom."""

import json
import re
from pathlib import Path

import pytest

import newsroom
from newsroom import DIJK, WADDEN
from program import Run, program

GOLD = """
text: wad.txt
date: 2025-02-14
statements:
  - {content: [Wij onderhandelden tot diep in de nacht], speaker: Anna Hoek, cue: zei, form: direct}
  - {content: [Zonder geld komt er geen dijk], speaker: Cor Prins, cue: zei@2, form: direct}
  - {content: [Het was lang stil], speaker: Anna Hoek, form: indirect}
times: [[donderdag, 2025-02-13]]
actors:
  - {name: Anna Hoek, kind: person}
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))
    newsroom.folder(tmp_path / "krant", {"wad.txt": f"date 2025-02-14\n{WADDEN}", "dijk.txt": DIJK})
    newsroom.folder(tmp_path / "gold", {"wad.yaml": GOLD})
    monkeypatch.chdir(tmp_path)

    return program(monkeypatch, capsys, "evaluate")


def test_figures_of_each_article_and_in_total(run: Run) -> None:
    status, out, err = run("gold", "--texts", "krant")
    assert (status, err) == (0, "")
    rows = {line.split("  ")[0]: line.split()[-6:] for line in out.splitlines() if line}
    assert rows["wad.txt"] == ["0.50", "0.40", "1.00", "1.00", "0.67", "1"]
    assert rows["statements"] == ["0.80", "1.00", "0.67", "2", "2", "3"]
    assert rows["end to end"] == ["0.40", "0.50", "0.33", "1", "2", "3"]
    assert "conditions" not in rows, "nobody annotated them"
    assert "missed" not in out


def test_errors_are_listed_on_request(run: Run) -> None:
    lines = run("gold", "--texts", "krant", "--errors")[1].splitlines()
    assert "wad.txt  missed  Anna Hoek: Het was lang stil" in lines
    assert "wad.txt  false actor  Bram Veenstra" in lines
    wrong = (
        "wad.txt  speaker  Bram Veenstra (gold: Cor Prins): Zonder geld komt er geen dijk  [source-is-name]"
    )
    assert wrong in lines


def test_by_rule_by_form_and_calibration(run: Run) -> None:
    by_rule = run("gold", "--texts", "krant", "--by", "rule", "--calibration")[1]
    assert re.search(r"quote-cue-source +1.00 +0.50 +0.67 +2 +2 ", by_rule)
    assert re.search(r"0.9-1.0 +2 +0.90 +0.50", by_rule)
    assert "expected calibration error 0.400" in by_rule
    assert re.search(r"indirect, no cue +- +- +0.00", run("gold", "--texts", "krant", "--by", "form")[1])


def test_as_json(run: Run) -> None:
    shown = json.loads(run("gold", "--texts", "krant", "--json")[1])
    assert list(shown) == ["notes", "articles", "total"]
    assert shown["total"]["speaker"] == {"share": 0.5, "hit": 1, "of": 2}
    shown = json.loads(
        run("gold", "--texts", "krant", "--json", "--by", "rule", "--calibration", "--errors")[1]
    )
    assert [each["name"] for each in shown["by rule"]] == ["quote-cue-source"]
    assert shown["calibration"]["statements"] == len(shown["errors"]) - 1 == 2


def test_the_texts_may_lie_beside_the_annotations(run: Run) -> None:
    Path("krant", "wad.yaml").write_text(GOLD, encoding="utf-8")
    assert run("krant")[1] == run("gold", "--texts", "krant")[1]


def test_an_article_that_is_set_aside_is_told_and_missed(run: Run) -> None:
    Path("krant", "stuk.txt").write_text("ONLEESBAAR. De brug is dicht.\n", encoding="utf-8")
    stuk = "text: stuk.txt\ndate: 2025\nstatements: [{content: [De brug is dicht], speaker: Anna Hoek}]\n"
    Path("gold", "stuk.yaml").write_text(stuk, encoding="utf-8")
    status, out, err = run("gold", "--texts", "krant")
    assert (status, err.split(":")[0]) == (0, "stuk.txt")
    assert "set aside, it could not be read" in err
    assert re.search(r"statements +0.67 +1.00 +0.50 +2 +2 +4", out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["weg"], "weg: there is no such folder"),
        (["gold"], "gold/wad.txt: the article is not there (name the folder of the articles with --texts)"),
        (["gold", "--texts", "weg"], "weg/wad.txt: the article is not there"),
        (["krant"], "krant: nothing is annotated in this folder"),
    ],
)
def test_an_error_is_one_line(arguments: list[str], said: str, run: Run) -> None:
    status, out, err = run(*arguments)
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith(f"standpunt: {said}")
