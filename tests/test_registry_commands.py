"""`standpunt registry`: what its commands print, as text and as JSON, their help, and how they end."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from standpunt import cli, registry
from standpunt.errors import StandpuntError

COMMANDS = ["show", "search", "who", "check", "import"]
DOCS = Path(__file__).parent.parent / "docs" / "registry.md"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STANDPUNT_REGISTRY", raising=False)


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(cli.app, ["registry", *arguments], env={"COLUMNS": "200", **environment})


def told(*arguments: str, **environment: str) -> Any:
    result = run(*arguments, "--json", **environment)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def fault(*arguments: str) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, StandpuntError)
    return str(result.exception)


# ------------------------------------------------------------------------------------------------ show


def test_it_counts_what_there_is() -> None:
    counts = told()
    assert counts == told("show")
    assert counts["persons"] == len(registry.load().all_persons)
    assert f"{counts['persons']:>6,}  persons\n" in run().stdout


def test_an_entry_is_shown_whole() -> None:
    assert run("show", "ferd grapperhaus").stdout.splitlines() == [
        "Ferd Grapperhaus (CDA)  person  minister van Justitie en Veiligheid, Nederland  Q2195581",
        "  2017-10-26 – 2022-01-10  minister van Justitie en Veiligheid, Nederland",
        "  aliases: Ferdinand Grapperhaus",
        "  persoon:ferd-grapperhaus",
    ]
    (office,) = told("show", "Grapperhaus")["offices"]
    assert office == {
        "title": "minister van Justitie en Veiligheid",
        "of": "Nederland",
        "from": "2017-10-26",
        "to": "2022-01-10",
    }


@pytest.mark.parametrize(
    ("named", "key"),
    [
        ("VVD", "organisatie:vvd"),
        ("Rusland", "staat:rusland"),
        ("ANK BIJLEVELD-SCHOUTEN", "persoon:ank-bijleveld"),
        ("mark-rutte", "persoon:mark-rutte"),
        ("persoon:mark-rutte", "persoon:mark-rutte"),
        ("Yesilgoz", "persoon:dilan-yesilgoz"),
    ],
)
def test_an_entry_is_found_by_any_of_its_names(named: str, key: str) -> None:
    assert told("show", named)["key"] == key


def test_what_is_not_there_is_told_with_what_is_near() -> None:
    assert "did you mean Brekelmans" in fault("show", "Brekelman")
    assert "standpunt registry search" in fault("show", "Xyzzyplugh")
    assert "Arno Rutte (persoon:arno-rutte)" in fault("show", "Rutte")


# ---------------------------------------------------------------------------------------------- search


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["yesil"], "Dilan Yeşilgöz"),
        (["Noord-Atlantische"], "NAVO"),
        (["--party", "vvd", "--office", "premier"], "Mark Rutte"),
        (["rus", "--kind", "state"], "Rusland"),
        (["--office", "burgemeester Gent"], "Mathias De Clercq"),
    ],
)
def test_entries_are_searched(arguments: list[str], first: str) -> None:
    assert first in [each["name"] for each in told("search", *arguments)]
    assert first in run("search", *arguments).stdout


def test_a_search_says_how_many_there_are() -> None:
    assert run("search", "yesil").stderr == "1 entry\n"
    assert run("search", "xyzzyplugh").stderr == "0 entries\n"
    assert run("search").exit_code == 2
    assert run("search", "--json").exit_code == 2


# ------------------------------------------------------------------------------------------------- who


def test_who_held_an_office_on_a_day() -> None:
    asked = ("who", "minister van Defensie", "--on")
    assert run(*asked, "2021-03-01").stdout == (
        "2017-10-26 – 2021-09-17  Ank Bijleveld (CDA)  minister van Defensie, Nederland\n"
    )
    assert [row["person"] for row in told(*asked, "2024-12-14")] == ["Ruben Brekelmans"]
    today = registry.load().holder("minister van Defensie", datetime.date.today())  # noqa: DTZ011, TID251  as asked
    for word in ("today", "vandaag"):
        assert [row["key"] for row in told(*asked, word)] == [person.key for person, _ in today]


@pytest.mark.parametrize(
    ("office", "of"),
    [
        ("premier van Frankrijk", []),
        ("Franse premier", []),
        ("premier", ["--of", "Frankrijk"]),
        ("premier", ["--of", "frankrijk"]),
        ("eerste minister", ["--of", "Frankrijk"]),
        ("premier van Frankrijk", ["--of", "Frankrijk"]),
    ],
)
def test_whose_office_is_told_in_any_way(office: str, of: list[str]) -> None:
    assert [row["person"] for row in told("who", office, *of, "--on", "2023-12-01")] == ["Élisabeth Borne"]


def test_without_a_day_all_who_held_it_in_order() -> None:
    rows = told("who", "minister van Justitie")
    assert [row["from"] for row in rows] == sorted(row["from"] for row in rows)
    assert {"Ivo Opstelten", "Ferd Grapperhaus", "David van Weel"} <= {row["person"] for row in rows}


def test_a_month_and_a_year_take_in_all_of_their_days() -> None:
    asked = ("who", "premier", "--on")
    assert [row["person"] for row in told(*asked, "2024-07")] == ["Mark Rutte", "Dick Schoof"]
    assert [row["person"] for row in told(*asked, "2024")] == ["Mark Rutte", "Dick Schoof"]


def test_where_nobody_held_it_who_came_before_and_after_is_told() -> None:
    result = run("who", "minister van Defensie", "--on", "2021-09-20")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        "nobody is known to have been minister van Defensie of Nederland in 2021-09-20",
        "  2017-10-26 – 2021-09-17  Ank Bijleveld",
        "  2021-09-24 – 2022-01-10  Henk Kamp",
    ]
    assert told("who", "minister van Defensie", "--on", "2021-09-20") == []


def test_an_office_that_is_not_known_is_told_with_what_is_near() -> None:
    assert "did you mean minister van Defensie" in fault("who", "minister van defencie")
    assert "did you mean Frankrijk?" in fault("who", "premier", "--of", "Frankrik")
    assert "standpunt registry search --office" in fault("who", "xyzzyplugh")
    assert run("who", "premier", "--on", "gisteren").exit_code == 2


# ------------------------------------------------------------------------------------ one's own facts


MINE = "[person.bo]\nname = 'Bo Tolsma'\noffices = [{ title = 'premier', of = 'Nederland', from = 2023-01-01 }]\n"


def test_facts_are_laid_over_by_option_and_by_environment() -> None:
    Path("mine.toml").write_text(MINE, encoding="utf-8")
    assert told("show", "Bo Tolsma", "--registry", "mine.toml")["key"] == "persoon:bo"
    assert (
        told("who", "premier", "--on", "2023-06-01", STANDPUNT_REGISTRY="mine.toml")[1]["person"]
        == "Bo Tolsma"
    )
    assert "no file" not in fault("show", "Bo Tolsma")


def test_check_ends_with_1_where_there_is_a_fault() -> None:
    Path("mine.toml").write_text(MINE, encoding="utf-8")
    result = run("check", "--registry", "mine.toml")
    assert result.exit_code == 1
    assert (
        "overlap: premier, Nederland: Mark Rutte until 2024-07-02, Bo Tolsma from 2023-01-01\n"
        in result.stdout
    )
    assert re.match(r"2 faults, [\d,]+ notes \(--notes lists them\)\n", result.stderr)
    assert run("check").exit_code == 0
    notes = told("check", "--notes")
    assert {"hole", "owner", "no wikidata"} == {each["rule"] for each in notes}
    assert not any(each["fault"] for each in notes)


def test_import_writes_facts_and_tells_what_it_could_not_use() -> None:
    row = {"person": "http://www.wikidata.org/entity/Q900000001", "personLabel": "Bo Tolsma"}
    rows = [
        {**row, "positionLabel": "burgemeester van Gent", "start": "1950-01-01T00:00:00Z"},
        {**row, "person": ""},
    ]
    Path("result.json").write_text(json.dumps(rows), encoding="utf-8")
    result = run("import", "result.json", "-o", "mine.toml")
    assert (result.exit_code, result.stdout) == (3, "mine.toml holds 1 person, 1 office\n")
    assert "row 2: there is no ?person" in result.stderr
    mayors = told("who", "burgemeester van Gent", "--registry", "mine.toml")
    assert mayors[0]["person"] == "Bo Tolsma"
    told_as_json = json.loads(run("import", "result.json", "-o", "mine.toml", "--json").stdout)
    assert (told_as_json["persons"], told_as_json["unsure"]) == (1, 1)
    assert [each["row"] for each in told_as_json["refused"]] == [2]


# ------------------------------------------------------------------------------------------------ help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert re.search(rf"• .*standpunt registry {command}\b", result.output), "no example"
    assert "--json" in result.output
    assert re.search(rf"standpunt registry {command}\b", DOCS.read_text(encoding="utf-8"))


def test_every_option_says_what_it_is_for() -> None:
    group = typer.main.get_command(cli.app).commands["registry"]  # type: ignore[attr-defined]
    assert list(group.commands) == COMMANDS
    for command in group.commands.values():
        assert [option.name for option in command.params if not option.help] == []
