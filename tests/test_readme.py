"""The README is run: each command with the lines that it shows, and the Python example."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from standpunt.cli.main import app

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def in_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that holds the examples, so that nothing is written into the repository."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STANDPUNT_DOSSIER", raising=False)


@pytest.mark.usefixtures("in_a_copy")
def test_commands_print_what_the_readme_shows() -> None:
    for block in CONSOLE:
        for step in re.split(r"^\$ standpunt ", block, flags=re.MULTILINE)[1:]:
            command, *shown = step.rstrip().split("\n")
            result = CliRunner().invoke(app, shlex.split(command), env={"COLUMNS": "200"})
            assert result.exit_code == 0, f"{command}: {result.output}"
            for line in filter(None, map(str.strip, shown)):
                assert line in result.output, f"standpunt {command} does not print: {line}\n{result.output}"


@pytest.mark.usefixtures("in_a_copy")
def test_the_python_examples_run(capsys: pytest.CaptureFixture[str]) -> None:
    built = CliRunner().invoke(app, ["build", "examples/articles", "--codebook", "examples/codebook.toml"])
    assert built.exit_code == 0
    for block in PYTHON:
        exec(compile(block, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "op kosten van heel Nederland" in printed
    assert "Farida el Ouali                  conditional  declines" in printed


def test_every_path_that_the_readme_names_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", TEXT):
        assert (ROOT / target).exists(), target
