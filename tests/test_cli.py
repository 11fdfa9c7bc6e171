"""Every command: what it prints, as text and as JSON, its help, and how it ends."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import newsroom
from newsroom import DIJK, WADDEN
from program import Run, program
from standpunt import __version__, cli
from standpunt.cli.writing import Format
from standpunt.export import FORMATS
from standpunt.store import Builder

COMMANDS = [command.name or "" for command in cli.app.registered_commands]
README = Path(__file__).parent.parent / "README.md"
ARTICLES = {"wad.txt": f"date 2025-02-14\n{WADDEN}", "dijk.txt": f"date 2025-03-01\n{DIJK}"}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """The program in a folder with `krant`, two articles by the small newsroom, and their dossier."""
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))
    newsroom.folder(tmp_path / "krant", ARTICLES)
    monkeypatch.chdir(tmp_path)

    run = program(monkeypatch, capsys)
    assert run("build", "krant").status == 0
    return run


# ------------------------------------------------------------------------------------------------ build


def test_build_says_what_it_made(run: Run) -> None:
    ended = run("build", "krant", "-o", "nieuw.db")
    read, holds = ended.out.splitlines()
    assert re.fullmatch(r"read 2 articles in \d+\.\d s, [\d.,]+ articles/s", read)
    assert holds == "nieuw.db holds 2 articles, 3 statements by 2 speakers, 2 actors"
    assert (ended.status, ended.err) == (0, "")


def test_build_adds_to_what_is_there(run: Run) -> None:
    assert (
        run("build", "krant").out
        == "read 0 articles\ndossier.db holds 2 articles, 3 statements by 2 speakers, 2 actors\n"
    )
    assert run("build", "-o", "dossier.db").out.startswith("read 0 articles\n")


def test_build_says_what_was_set_aside_and_ends_with_3(run: Run) -> None:
    Path("krant", "leeg.txt").write_text("", encoding="utf-8")
    ended = run("build", "krant", "--quiet")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err == "set aside: 1\n  leeg.txt: the file is empty\n"


def test_build_as_json(run: Run) -> None:
    found = run("build", "krant", "--json").json
    assert (found["articles"], found["statements"], found["read"], found["set_aside"]) == (2, 3, 0, [])


# ------------------------------------------------------------------------------------------------ asking


def test_show_lists_the_articles(run: Run) -> None:
    lines = run("show").out.splitlines()
    assert lines[0] == "dossier.db  2 articles, 3 statements, 2 actors, 1 time"
    assert lines[1] == "   1  2025-02-14  Akkoord over de dijk  wad.txt"


def test_show_an_article_numbers_what_was_said(run: Run) -> None:
    shown = run("show", "wad.txt").out
    assert '"Wij onderhandelden tot diep in de nacht[1]", zei Anna Hoek.' in shown
    assert "[2] Bram Veenstra: direct, 90%, cue: zei\n" in shown


def test_show_as_json(run: Run) -> None:
    assert [each["speaker"] for each in run("show", "1", "--json").json["statements"]] == [
        "Anna Hoek",
        "Bram Veenstra",
    ]
    overview = run("show", "--json").json
    assert (overview["complete"], len(overview["articles"]), overview["set_aside"]) == (True, 2, [])


def test_new_and_revisions(run: Run) -> None:
    assert run("new").out == "all is new in dossier.db: 2 articles, 3 statements, 2 actors\n"
    first = newsroom.article(ARTICLES["dijk.txt"])
    assert first.text.count("niets") == 1
    Path("krant", "dijk.txt").write_text(first.text.replace("niets", "alles"), encoding="utf-8")
    assert "1 article revised" in run("build", "krant").out
    ended = run("revisions")
    assert ended.err == "1 revised article\n"
    assert '    −  "Ik sluit niets uit", zei Anna Hoek.' in ended.out.replace("− Anna Hoek: ", "− ")
    assert '    + Anna Hoek:  "Ik sluit alles uit", zei Anna Hoek.' in ended.out
    assert ended.out.rstrip() in run("new").out
    shown = run("show", "2").out
    assert "the last of 2 versions: `standpunt revisions 2` compares them" in shown
    run("build", "krant")
    assert re.fullmatch(r"nothing new since \d{4}-\d\d-\d\d \d\d:\d\d\n", run("new").out)
    assert run("new", "--since", "2999-01-01").out.startswith("nothing new since ")


def test_new_and_revisions_as_json(run: Run) -> None:
    Path("krant", "dijk.txt").write_text(ARTICLES["dijk.txt"].replace("niets", "alles"), encoding="utf-8")
    run("build", "krant")
    found = run("new", "--json").json
    ((revised,),) = [found["revised"]]
    assert run("revisions", "--json").json == [revised]
    (change,) = revised["changes"][0]
    assert (change["change"], change["before_only"], change["after_only"]) == (
        "reworded",
        ["niets"],
        ["alles"],
    )
    assert change["before_said"][0]["content"] == "Ik sluit niets uit"
    assert found["before"]["number"] == 1


def test_search_finds_every_inflection(run: Run) -> None:
    ended = run("search", "onderhandelen")
    assert "Wij onderhandelden tot diep in de nacht" in ended.out
    assert "Het kabinet onderhandelt verder." in ended.out
    assert ended.err == "found in 1 statement and 2 articles\n"


def test_search_as_json(run: Run) -> None:
    found = run("search", "dijk", "--json", "--limit", "1").json
    assert found["total"] == {"statements": 1, "articles": 2}
    assert [row["speaker"] for row in found["statements"]] == ["Bram Veenstra"]


def test_statements_are_listed(run: Run) -> None:
    ended = run("statements", "--speaker", "veenstra")
    assert ended.out == (
        "2025-02-14  Bram Veenstra  direct, 90%\n"
        "  Zonder geld komt er geen dijk\n"
        '  in: "Zonder geld komt er geen dijk", zei Bram Veenstra.\n'
        f"  Akkoord over de dijk  [{newsroom.article(ARTICLES['wad.txt']).id[:8]} 2]\n\n"
    )
    assert ended.err == "1 statement\n"


@pytest.mark.parametrize(
    ("options", "number"),
    [
        ([], 3),
        (["--form", "indirect"], 0),
        (["--article", "2"], 1),
        (["--since", "2025-02-15"], 1),
        (["--until", "2025-02-14"], 2),
        (["--min-confidence", "0.95"], 0),
        (["--speaker", "hoek", "--form", "direct"], 2),
    ],
)
def test_statements_are_chosen(options: list[str], number: int, run: Run) -> None:
    assert len(run("statements", "--json", *options).json) == number


def test_actors_are_listed(run: Run) -> None:
    assert run("actors").out == (
        "Anna Hoek  person  2 statements, 2 articles\nBram Veenstra  person  1 statement, 1 article\n"
    )
    assert [row["name"] for row in run("actors", "veen", "--speaking", "--json").json] == ["Bram Veenstra"]


# ----------------------------------------------------------------------------------------------- explain


def test_explain_a_statement(run: Run) -> None:
    shown = run("explain", "wad.txt", "2").out
    for line in (
        "content    Zonder geld komt er geen dijk [138:167]",
        "because    quote-cue-source, entry zeggen",
        "cue        zei [170:173]",
        "speaker    Bram Veenstra",
        "because    source-is-name",
        "candidates Bram Veenstra",
    ):
        assert line in shown


def test_explain_by_words_of_a_sentence(run: Run) -> None:
    found = run("explain", "wad.txt", "GEEN DIJK", "--json").json
    assert [each["number"] for each in found["statements"]] == [2]
    assert found["statements"][0]["cue"] == {"text": "zei", "span": [170, 173]}


@pytest.mark.parametrize("which", ["9", "0", "staat hier niet"])
def test_explain_what_is_not_there(which: str, run: Run) -> None:
    assert run("explain", "wad.txt", which).status == 2


# ---------------------------------------------------------------------------------------- export, report


def test_export_to_a_file_and_to_standard_output(run: Run) -> None:
    assert run("export", "dossier.db", "--format", "csv", "-o", "uit.csv").out == "uit.csv 1 kB\n"
    assert run("export", "-o", "uit.jsonl", "--quiet").out == ""
    assert run("export", "--format", "csv").out == Path("uit.csv").read_text(encoding="utf-8")
    assert [path.name for path in Path().glob("*.part")] == []


def test_export_of_a_folder_of_files(run: Run) -> None:
    Path("tabellen").mkdir()
    Path("tabellen", "eigen.txt").write_text("blijft")
    assert run("export", "dossier.db", "--format", "parquet", "-o", "tabellen").out.startswith("tabellen ")
    assert {"statements.parquet", "articles.parquet", "eigen.txt"} <= {
        path.name for path in Path("tabellen").iterdir()
    }
    assert [path.name for path in Path().glob("*.part")] == []
    assert "name the folder with -o" in run("export", "--format", "parquet").err


def test_export_knows_every_format() -> None:
    assert [each.value for each in Format] == list(FORMATS)


def test_report_writes_the_page(run: Run) -> None:
    assert run("report", "dossier.db", "-o", "dossier.html").out.startswith("dossier.html ")
    assert "Anna Hoek" in Path("dossier.html").read_text(encoding="utf-8")
    assert run("report", "--json").json["page"] == "dossier.html"


# ---------------------------------------------------------------------------------------- help and errors


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, run: Run) -> None:
    ended = run(command, "--help")
    assert ended.status == 0
    assert re.search(rf"• .*standpunt {command}\b", ended.out), "no example"
    assert "--json" in ended.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert re.search(rf"standpunt {command}\b", README.read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_is_for(command: str) -> None:
    import typer

    made = typer.main.get_command(cli.app)
    options = made.commands[command].params  # type: ignore[attr-defined]
    assert [option.name for option in options if not option.help] == []


def test_help_tells_the_exit_status(run: Run) -> None:
    assert "3 the build is done but something was set aside" in " ".join(run("--help").out.split())


def test_version(run: Run) -> None:
    assert run("--version").out == f"standpunt {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["show", "-d", "weg.db"],
            "weg.db: there is no such dossier (make one with `standpunt build FOLDER`)",
        ),
        (["show", "99"], "99: there is no such article here (`standpunt show` lists them)"),
        (
            ["statements", "-s", "Niemand"],
            "Niemand: nobody here has this name (`standpunt actors` lists them all)",
        ),
        (["search", "--", "-"], "-: there is no word to search for (give at least one word)"),
        (["build", "weg"], "weg: there is no such file or folder"),
        (["report", "-o", "weg/dossier.html"], "weg/dossier.html.part: No such file or directory"),
        (["export", "-o", "weg/uit.csv"], "weg/uit.csv.part: No such file or directory"),
    ],
)
def test_an_error_is_one_line(arguments: list[str], said: str, run: Run) -> None:
    ended = run(*arguments)
    assert (ended.status, ended.out, ended.err) == (1, "", f"standpunt: {said}\n")


@pytest.mark.parametrize(
    "arguments", [["statements", "--form", "half"], ["statements", "--since", "gisteren"]]
)
def test_a_command_that_is_not_understood_ends_with_2(arguments: list[str], run: Run) -> None:
    assert run(*arguments).status == 2


def test_half_a_build_is_told(run: Run) -> None:
    with Builder(Path("dossier.db")) as builder:
        builder.collect([newsroom.article("Nieuws.", "nieuws.txt")])
    ended = run("statements")
    assert ended.err.startswith("the last build was not finished; run `standpunt build` on it again\n")
    assert "Anna Hoek" in ended.out
    assert run("report").status == 1


def test_who_has_read_enough_closes_the_pipe(run: Run) -> None:
    piped = subprocess.Popen(
        [sys.executable, "-m", "standpunt.cli", "statements"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert piped.stdout
    piped.stdout.close()
    assert piped.stderr
    assert b"Traceback" not in piped.stderr.read()
    piped.stderr.close()
    assert piped.wait() in (0, 1)


def test_a_text_cannot_steer_the_terminal(run: Run) -> None:
    Path("krant", "stuur.txt").write_text('"Rood \x1b[31m en \u202eom", zei Cor Prins.', encoding="utf-8")
    run("build", "krant")
    assert "Rood \ufffd[31m en \ufffdom" in run("statements", "-s", "Prins").out


def test_help_is_there_at_once() -> None:
    """The heavy parts are only loaded by the commands that need them."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys; from standpunt.cli import main; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert {"spacy", "sqlalchemy", "trafilatura", "numpy", "jinja2"}.isdisjoint(loaded)


# ------------------------------------------------------------------------------------------------ timeline


def test_timeline_tells_events_and_statements_by_date(run: Run) -> None:
    lines = run("timeline").out.splitlines()
    days = [line.split()[0].removeprefix("../") for line in lines]
    assert days == sorted(days)
    assert any("or before" in line and "onderhandelen" in line and "Anna Hoek" in line for line in lines)
    assert any("exact" in line and "said" in line and "Ik sluit niets uit" in line for line in lines)


def test_timeline_shows_what_is_asked_for(run: Run) -> None:
    assert run("timeline", "--kind", "vote").out == ""
    found = run("timeline", "--kind", "talks", "--json").json
    assert {row["type"] for row in found} == {"event"}
    assert found[0]["told"][0]["sentence"].endswith(".")
    late = run("timeline", "--from", "2025-02-20", "--events", "--json").json
    assert [row["latest"] for row in late] == ["2025-03-01"]
    assert run("timeline", "--actor", "Veenstra", "--events").out == ""
    assert "Zonder geld" in run("timeline", "--actor", "Veenstra").out


def test_explain_names_the_trigger_of_an_event(run: Run) -> None:
    told = run("explain", "dijk.txt", "onderhandelt verder").out
    assert "talks, onderhandelt" in told
    assert "past tense, entry onderhandelt" in told


# ------------------------------------------------------------------------------------------------ sample


def test_a_sample_is_drawn_and_its_answers_are_counted(run: Run) -> None:
    ended = run("sample", "draw", "-n", "2")
    assert (ended.status, ended.out) == (0, "sample.csv holds 2 of 3 statements\n")
    sheet = Path("sample.csv").read_text(encoding="utf-8")
    assert run("sample", "draw").err.startswith("standpunt: sample.csv: this file is there already")
    assert Path("sample.csv").read_text(encoding="utf-8") == sheet, "answers are not lost"
    heading, first, second = sheet.splitlines()
    filled = [first.replace(",,,,", ",ja,nee,,", 1), second.replace(",,,,", ",zeker,,,", 1)]
    Path("sample.csv").write_text("\n".join([heading, *filled]), encoding="utf-8")
    ended = run("sample", "score", "sample.csv")
    assert ended.status == 3
    assert ended.err.startswith("row 3: `right` is 'zeker'")
    assert re.search(r"all +end to end +0\.00 +0\.00 to 0\.79 +0 +1\n", ended.out)
    assert run("sample", "score", "sample.csv", "--json").json["figures"]["right"]["right"] == 1


def test_a_sample_as_json_lines_of_one_band(run: Run) -> None:
    ended = run("sample", "draw", "--confidence", "0.8-1", "--by", "form", "-o", "s.jsonl", "--json")
    assert ended.json == {"sheet": "s.jsonl", "drawn": 3, "from": 3, "strata": {"direct": 3}}
    rows = [json.loads(line) for line in Path("s.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["right"] for row in rows] == ["", "", ""]
    assert run("sample", "draw", "--confidence", "0,8-1").status == 2


def test_methods_as_text_and_as_json(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("standpunt.reading.fingerprint", lambda facts: "0.1.0-c0de-d00d")
    assert run("build", "krant").status == 0
    said = run("methods").out
    assert said.startswith(
        "Articles were read with Standpunt 0.1.0 (code c0de, word lists d00d) and the language"
    )
    assert run("methods", "--json").json["counts"]["statements"] == 3


# ------------------------------------------------------------------------------------------------ forget


def test_forget_asks_first_and_tells_what_went(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "add --yes" in run("forget", "person", "Anna Hoek").err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda question, **_: asked.append(question))
    asked: list[str] = []
    ended = run("forget", "person", "Anna Hoek")
    assert (ended.status, ended.out) == (0, "forgotten: 2 sentences, 2 articles, 2 statements\n")
    assert asked == [
        "Anna Hoek (persoon:Anna Hoek): 2 sentences in 2 articles go out of dossier.db for good. Is that meant?"
    ]
    assert [row["name"] for row in run("actors", "--json").json] == ["Bram Veenstra"]


def test_forget_an_article(run: Run) -> None:
    assert run("forget", "article", "dijk", "--yes", "--json").json["articles"] == 1
    ended = run("build", "krant")
    assert ended.out.splitlines()[1] == "left out 1 article to be forgotten"


def test_export_without_text(run: Run) -> None:
    assert "lang stil" in run("export").out
    assert "lang stil" not in run("export", "--without-text").out
