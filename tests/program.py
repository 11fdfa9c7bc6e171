"""The program as a user runs it, inside a test."""

import json
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from standpunt import cli


class Ended(NamedTuple):
    """How a run ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ended]


def program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *command: str) -> Run:
    """A function that runs `standpunt`, or one of its commands, with the arguments that it is given."""

    def run(*arguments: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["standpunt", *command, *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
            raise SystemExit(0)
        said = capsys.readouterr()
        return Ended(int(ended.value.code or 0), said.out, said.err)

    return run
