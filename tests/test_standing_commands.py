"""The commands about positions, over the fictional articles and their codebook."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from program import Run, program
from standpunt.build import build
from standpunt.dossier.issues import codebook

EXAMPLES = Path(__file__).parent.parent / "examples"
BOOK = EXAMPLES / "codebook.toml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("standing") / "dossier.db"
    build([EXAMPLES / "articles"], path, codebook=codebook.read(BOOK))
    return path


@pytest.fixture
def run(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """The program in a folder with the dossier."""
    shutil.copy(built, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STANDPUNT_DOSSIER", raising=False)

    return program(monkeypatch, capsys)


def shown(run: Run, *arguments: str) -> Any:
    status, out, err = run(*arguments, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_issues_are_listed_with_who_stands_where(run: Run) -> None:
    listed = {each["id"]: each for each in shown(run, "issues")}
    assert list(listed) == ["tunnel", "tol", "referendum"]
    assert sum(listed["tunnel"]["actors"].values()) > 3
    assert "Er komt een tunnel naar Schorrenoog" in run("issues", "dossier.db")[1]


def test_positions_are_listed_with_their_sentence(run: Run) -> None:
    status, out, _ = run("positions", "--issue", "referendum", "--actor", "Behoud Schorrenoog")
    assert status == 0
    assert "2025-03  Behoud Schorrenoog  referendum: support\n" in out
    assert "Haar partij houdt vast aan een referendum." in out


def test_positions_are_chosen(run: Run) -> None:
    opposed = shown(run, "positions", "--issue", "tunnel", "--stance", "oppose")
    assert {each["stance"] for each in opposed} == {"oppose"}
    assert {each["issue_id"] for each in opposed} == {"tunnel"}
    early = shown(run, "positions", "--on", "2025-01-20")
    assert early
    assert all((each["held_earliest"] or each["held_latest"]) <= "2025-01-20" for each in early)


def test_who_is_silent(run: Run) -> None:
    silent = shown(run, "positions", "--silent", "--issue", "referendum")
    assert ("Job van Zuylekom", True) in {(each["actor"], each["declines"]) for each in silent}
    assert ("Sanne de Reus", False) in {(each["actor"], each["declines"]) for each in silent}
    assert "Job van Zuylekom  referendum  declines to say" in run("positions", "--silent")[1]


def test_conditions_stand_under_their_group(run: Run) -> None:
    out = run("conditions", "--issue", "tunnel")[1]
    assert "geld van Rijk  tunnel\n  2025-02  Farida el Ouali  to be met by Rijk\n" in out
    assert not shown(run, "conditions", "--on", "2024-12-31")


def test_the_matrix_at_a_day(run: Run) -> None:
    stands = {(each["actor"], each["issue_id"]): each["stance"] for each in shown(run, "matrix")}
    assert stands["Farida el Ouali", "tunnel"] == "conditional"
    before = {each["actor"] for each in shown(run, "matrix", "--on", "2025-01-20", "--issue", "tunnel")}
    assert "Job van Zuylekom" not in before
    head = run("matrix")[1].splitlines()[0].split()
    assert head == ["actor", "tunnel", "tol", "referendum"]


def test_two_of_one_name_keep_a_row_each_in_the_matrix(run: Run) -> None:
    rows = len(run("matrix")[1].splitlines())
    assert run("correct", "rename", "Job van Zuylekom", "Farida el Ouali")[0] == 0
    lines = run("matrix")[1].splitlines()
    assert len(lines) == rows
    assert sum(line.startswith("Farida el Ouali") for line in lines) == 2


def test_the_matrix_of_parties(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "CDA-leider Henri Bontenbal zei: ‘Wij willen die tunnel naar Schorrenoog.’", encoding="utf-8"
    )
    build([article], tmp_path / "cda.db", codebook=codebook.read(BOOK))
    (cda,) = shown(run, "matrix", "cda.db", "--party")
    assert cda == {
        "party": "CDA", "issue_id": "tunnel", "stance": "support", "share": 1.0, "members": {"support": 1},
        "deviating": [],
    }  # fmt: skip
    assert "CDA support 1 support" in " ".join(run("matrix", "cda.db", "--party")[1].split())


def test_the_matrix_of_blocs_tells_who_deviates(run: Run) -> None:
    (island,) = shown(run, "matrix", "--bloc", "--issue", "referendum")
    assert (island["bloc"], island["stance"], island["members"]) == (
        "eiland", "support", {"support": 2, "conditional": 1, "declines": 1},
    )  # fmt: skip
    assert {each["actor"] for each in island["deviating"]} == {"Marijke Tervoort"}
    out = run("matrix", "--bloc")[1]
    assert (
        "eiland  referendum: support, 67%; not so:\n2025-02-22  Marijke Tervoort  referendum: open\n" in out
    )
    assert not shown(run, "matrix", "--bloc", "--on", "2024-12-31")
    assert run("matrix", "--bloc", "--party")[0] == 2


def test_shifts_and_contradictions_show_both_sides(run: Run) -> None:
    for each in shown(run, "shifts"):
        assert each["before"]["stance"] != each["after"]["stance"]
        assert each["before"]["sentence"] and each["after"]["sentence"]
    for each in shown(run, "contradictions"):
        assert each["one"]["issue_id"] == each["other"]["issue_id"]
    assert run("shifts")[0] == run("contradictions")[0] == 0


def test_what_if_the_state_does_not_pay(run: Run) -> None:
    status, out, _ = run("whatif", "--issue", "tunnel", "--assume", "GELD VAN RIJK=nee")
    assert status == 0
    assert "Farida el Ouali  oppose  (was conditional)\n" in out
    assert "mits het Rijk minstens de helft van de kosten draagt" in out
    asked = shown(run, "whatif", "--issue", "tunnel", "--for", "Farida el Ouali", "--majority")
    stances = {each["actor"]: each for each in asked["outcomes"]}
    assert (stances["Farida el Ouali"]["stance"], stances["Farida el Ouali"]["hangs"]) == (
        None,
        ["geld van Rijk", "inspraak"],
    )
    assert asked["ways"][0] == {"for": "Farida el Ouali", "sets": [{"geld van Rijk": True, "inspraak": True}]}


def test_issues_are_suggested_as_a_codebook_that_can_be_coded_by(run: Run) -> None:
    status, out, _ = run("issues", "suggest", "dossier.db", "-o", "kwesties.toml", "--limit", "4")
    assert (status, out) == (0, "")
    book = codebook.read(Path("kwesties.toml"))
    assert [each.id for each in book] == [
        each["issue"]["id"] for each in shown(run, "issues", "suggest", "-n", "4")
    ]
    assert run("issues", "suggest", "-n", "4")[1] == Path("kwesties.toml").read_text(encoding="utf-8")
    assert shown(run, "code", "--codebook", "kwesties.toml")["positions"] > 9


def test_where_nothing_is_wanted_nothing_is_suggested(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Het regent in Oosthaven.", encoding="utf-8")
    build([article], tmp_path / "regen.db")
    status, out, err = run("issues", "suggest", "regen.db")
    assert (status, out) == (1, "")
    assert "nobody here wants or rejects the same thing twice" in err


@pytest.mark.parametrize("command", ["show", "suggest"])
def test_each_command_about_issues_has_help_with_an_example(command: str, run: Run) -> None:
    status, out, _ = run("issues", command, "--help")
    assert (status, "--json" in out) == (0, True)
    assert f"standpunt issues{'' if command == 'show' else ' suggest'}" in " ".join(out.split())
    assert "standpunt issues suggest" in (EXAMPLES.parent / "docs" / "whatif.md").read_text(encoding="utf-8")


def test_explain_names_an_attitude_and_the_issue_that_it_is_on(run: Run) -> None:
    out = run("explain", "02_wethouder_tegen.txt", "niets in een tunnel")[1]
    assert (
        "    stance     oppose\n"
        "    towards    een tunnel naar het eiland [195:221]\n"
        "    because    reporting verb, entry niets zien in\n"
        "    cue        ziet [181:185]\n"
        "    holder     gemeentebestuur van Schorrenoog\n"
        "    in         statement 1\n"
        "    issue      tunnel: oppose, named\n"
    ) in out


def test_explain_names_a_condition_its_group_and_who_must_meet_it(run: Run) -> None:
    (found,) = shown(run, "explain", "03_rekenkamer_npb.txt", "mits het Rijk")["conditions"]
    assert (found["rule"], found["entry"], found["holder"], found["must"]) == (
        "opener", "mits", "Farida el Ouali", "Rijk",
    )  # fmt: skip
    assert found["issues"] == [
        {"issue": "tunnel", "stance": "conditional", "near": "carried", "group": "geld van Rijk"}
    ]
    out = run("explain", "03_rekenkamer_npb.txt", "mits het Rijk")[1]
    assert "    condition  mits het Rijk minstens de helft van de kosten draagt [" in out
    assert "    issue      tunnel: conditional, carried, group geld van Rijk\n" in out


def test_explain_says_which_words_were_considered_where_nothing_was_found(run: Run) -> None:
    _, out, _ = run("explain", "Het plan gaat door als het regent.")
    assert "no statement was found here" in out
    assert "gaat [9:13] entry gaan: no attitude came of it" in out
    assert "als [19:22] entry alleen als: no condition came of it" in out
    _, out, _ = run("explain", "Het regent in Oosthaven.")
    assert "none: no word here is in the lists of words that show something" in out


def test_explain_tells_an_attitude_on_no_issue(run: Run) -> None:
    out = run("explain", "06_zwinlijn_jobs.txt", "sociaal plan")[1]
    assert "    issue      none of the codebook\n" in out


def test_code_leaves_the_articles_alone(run: Run) -> None:
    coded = shown(run, "code", "--codebook", "policy")
    assert coded["issues"] == 12
    assert len(shown(run, "issues")) == 12


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["positions", "--issue", "tunel"], "tunel: no issue has this id (did you mean 'tunnel'?)"),
        (
            ["whatif", "--issue", "tunnel", "--assume", "geld van rijkk=ja"],
            "geld van rijkk: nobody states a condition of this name on the issue (did you mean 'geld van Rijk'?)",
        ),
        (["positions", "--actor", "Niemand"], "Niemand: nobody here has this name"),
        (["code", "--codebook", "weg.toml"], "weg.toml: this codebook cannot be read"),
    ],
)
def test_an_error_says_what_is_meant(arguments: list[str], said: str, run: Run) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert err.startswith(f"standpunt: {said}")


@pytest.mark.parametrize(
    "arguments", [["whatif"], ["whatif", "-i", "tunnel", "-a", "geld"], ["code"]], ids=" ".join
)
def test_what_is_not_understood_ends_with_2(arguments: list[str], run: Run) -> None:
    assert run(*arguments)[0] == 2


def test_a_dossier_without_a_codebook_says_how_to_give_one(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("De raad wil een brug.", encoding="utf-8")
    build([article], tmp_path / "kaal.db")
    status, _, err = run("matrix", "kaal.db")
    assert status == 1
    assert "this dossier has no issues (give it a codebook: `standpunt code kaal.db --codebook FILE`" in err


# ------------------------------------------------------------------------------------------------- actor


def test_an_actor_is_shown_with_who_speaks_of_whom(run: Run) -> None:
    status, out, err = run("actor", "Brandsma")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("Hugo Brandsma  person  ")
    assert "  called      2025-02  minister van Infrastructuur" in lines
    assert "  last seen   2025-03-20  Kabinet zet tol voor Schorrentunnel op papier" in lines
    assert any(line.startswith("  spoken of   by Teun Wieringa") for line in lines)


def test_the_last_article_of_an_actor_is_a_dated_one(run: Run) -> None:
    days = [each["published"] for each in shown(run, "actor", "Farida el Ouali")["seen"]]
    assert "onbekend" in days
    assert "last seen   onbekend" not in run("actor", "Farida el Ouali")[1]


def test_who_speaks_of_whom_is_the_same_from_both_sides(run: Run) -> None:
    of = shown(run, "actor", "Brandsma")
    by = shown(run, "actor", "Wieringa")
    said = {each["name"]: each["statements"] for each in of["spoken_of"]}
    assert (
        said["Teun Wieringa"]
        == {each["name"]: each["statements"] for each in by["speaks_of"]}["Hugo Brandsma"]
    )


def test_a_name_of_several_actors_asks_which(run: Run) -> None:
    status, _, err = run("actor", "de")
    assert status == 1
    assert "several here have this name (name one, such as" in err
