"""docs/registry.md is run: each command with the lines that it shows, and the example of one's own facts."""

import datetime
import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from prose import article, model
from standpunt import registry
from standpunt.cli.main import app
from standpunt.reading import read
from standpunt.registry.checking import check

PAGE = Path(__file__).parents[2] / "docs" / "registry.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    file = tmp_path_factory.mktemp("facts") / "mine.toml"
    file.write_text(example, encoding="utf-8")
    return file


def test_commands_print_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STANDPUNT_REGISTRY", raising=False)
    (block,) = re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)
    for step in block.split("$ standpunt ")[1:]:
        command, *shown = step.rstrip().split("\n")
        result = CliRunner().invoke(app, shlex.split(command), env={"COLUMNS": "200"})
        assert result.exit_code == 0, result.output
        assert [line for line in filter(None, shown) if line not in result.output] == []


def test_every_path_that_the_page_names_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", TEXT):
        assert (PAGE.parent / target).exists(), target


def test_the_example_is_laid_over(mine: Path) -> None:
    known = registry.load(mine)
    assert [each for each in check(known) if each.fault] == []
    ((person, office),) = known.holder("wethouder van Wonen", datetime.date(2024, 1, 1), of="Zwolle")
    assert (person.name, person.surname, str(office)) == (
        "Fenna Hoekstra",
        "Hoekstra",
        "wethouder van Wonen, Zwolle, 2022-06-01/..",
    )
    member = known.member("Lokaal Sterk'er")
    assert member is not None and member.name == "Lokaal Sterk"
    assert known.person("Rutte sr.") == known.by_key("persoon:mark-rutte")
    assert [told.name for told in known.calendar.told("Op de sluitingstop viel het besluit.")] == [
        "sluitingstop"
    ]


def test_an_article_is_read_with_it(mine: Path) -> None:
    told = article("Wethouder Hoekstra zegt dat er geen geld is.")
    with_it, without = (read(told, model(), facts) for facts in (registry.load(mine), None))
    assert [chain.name for chain in with_it.chains if chain.acts]
    assert {chain.identity for chain in with_it.chains} != {chain.identity for chain in without.chains}


def test_the_commands_that_read_take_it(mine: Path) -> None:
    sentence = "Wethouder Hoekstra zegt dat er geen geld is."
    result = CliRunner().invoke(app, ["explain", sentence, "--registry", str(mine), "--json"])
    assert [each["speaker"] for each in json.loads(result.stdout)["statements"]] == ["Fenna Hoekstra"]
