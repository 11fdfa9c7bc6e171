"""What people answered on a sheet of `sampling`, as precision with a 95% confidence interval.

verdict = judge(Path("sample.csv"))
verdict.figures["end to end"].share, .low, .high

The interval is Wilson's score interval, which also holds for few rows and for shares near 0 or 1. Where strata were
drawn from unevenly, each counts for its share of the dossier, and the number of rows for as many as a plain sample of
the same precision would have (Kish's effective sample size).
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from statistics import NormalDist
from typing import NamedTuple

from standpunt.errors import GoldError, UnreadableArticle
from standpunt.evaluation.sampling import OF, RIGHT, SIZE, SPEAKER, STRATUM
from standpunt.sources.decoding import decode

LEVEL = 0.95
_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)

YES = ("ja", "j", "yes", "y", "true", "1")
NO = ("nee", "n", "no", "false", "0")
OPEN = ("", "?")
"""Answers that count as none."""

FOUND, NAMED, WHOLE = "right", "speaker", "end to end"
"""The figures: what was found is right; of that, whose it is; both."""


@dataclass(frozen=True, slots=True)
class Precision:
    """`share` of `judged` rows that is `right` (a count, not weighted), with its interval."""

    share: float
    low: float
    high: float
    right: int
    judged: int


class Refused(NamedTuple):
    """A row that cannot be used; `row` counts as a spreadsheet does, the heading is 1 (of JSON Lines, the line)."""

    row: int
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`of` is what was drawn; `figures` are over all, `strata` the same for each stratum (empty where the sample was
    drawn without), `open` is the number of rows without an answer."""

    of: str
    figures: Mapping[str, Precision]
    strata: Mapping[str, Mapping[str, Precision]]
    open: int
    refused: tuple[Refused, ...]


class _Answer(NamedTuple):
    stratum: str
    right: bool
    speaker: bool | None


Cells = Mapping[str, str]


def judge(path: Path) -> Verdict:
    """Counts the answers of a sheet, CSV (with commas, semicolons or tabs) or JSON Lines. A row that cannot be used is
    refused and the rest counts. Raises GoldError where the whole is no such sheet or nothing in it is answered."""
    rows = list(_rows(path))
    with_speakers = any(cells.get(SPEAKER, "") not in OPEN for _, cells in rows)
    sizes: dict[str, int] = {}
    answers: list[_Answer] = []
    refused: list[Refused] = []
    seen: set[str] = set()
    unanswered = 0
    for number, cells in rows:
        try:
            if cells["id"] in seen:
                raise ValueError(f"{cells['id']} was judged in an earlier row; keep one of them")
            seen.add(cells["id"])
            size = _size(cells[SIZE])
            if sizes.setdefault(cells[STRATUM], size) != size:
                raise ValueError(f"its {SIZE} is {size}, and {sizes[cells[STRATUM]]} in an earlier row")
            answer = _answer(cells, with_speakers)
        except ValueError as fault:
            refused.append(Refused(number, str(fault)))
            continue
        if answer is None:
            unanswered += 1
        else:
            answers.append(answer)
    if not answers:
        said = f"; row {refused[0].row}: {refused[0].what}" if refused else ""
        raise GoldError(
            f"nothing in this sheet is answered{said}", where=str(path), hint=f"fill in the column `{RIGHT}`"
        )
    names = sorted({answer.stratum for answer in answers})
    each = {name: [answer for answer in answers if answer.stratum == name] for name in names}
    strata = {name: _figures(some, sizes) for name, some in each.items()} if names != [""] else {}
    return Verdict(rows[0][1].get(OF, "rows"), _figures(answers, sizes), strata, unanswered, tuple(refused))


def wilson(share: float, number: float) -> tuple[float, float]:
    """The bounds of Wilson's score interval for a share of so many observations."""
    spread = _Z * sqrt(share * (1 - share) / number + _Z**2 / (4 * number**2))
    middle, width = share + _Z**2 / (2 * number), 1 + _Z**2 / number
    return max(0.0, (middle - spread) / width), min(1.0, (middle + spread) / width)


def _figures(answers: Sequence[_Answer], sizes: Mapping[str, int]) -> dict[str, Precision]:
    """A figure for which nothing was answered is left out."""
    judged: dict[str, list[tuple[str, bool]]] = {
        FOUND: [(each.stratum, each.right) for each in answers],
        NAMED: [(each.stratum, each.speaker) for each in answers if each.speaker is not None],
        WHOLE: [(each.stratum, each.right and each.speaker is True) for each in answers],
    }
    if not judged[NAMED]:
        del judged[NAMED], judged[WHOLE]
    # every row of a stratum stands for as many rows of the dossier
    drawn = defaultdict[str, int](int)
    for answer in answers:
        drawn[answer.stratum] += 1
    weights = {name: sizes[name] / number for name, number in drawn.items()}
    return {name: _precision(some, weights) for name, some in judged.items()}


def _precision(judged: Sequence[tuple[str, bool]], weights: Mapping[str, float]) -> Precision:
    total = sum(weights[stratum] for stratum, _ in judged)
    share = sum(weights[stratum] for stratum, right in judged if right) / total
    effective = total**2 / sum(weights[stratum] ** 2 for stratum, _ in judged)
    return Precision(share, *wilson(share, effective), sum(right for _, right in judged), len(judged))


def _answer(cells: Cells, with_speakers: bool) -> _Answer | None:
    """None where a row has no answer. Raises ValueError for one that is not understood, or only half there."""
    right, speaker = _yes_or_no(cells, RIGHT), _yes_or_no(cells, SPEAKER)
    if right is None:
        if speaker is not None:
            raise ValueError(f"`{SPEAKER}` is answered and `{RIGHT}` is not")
        return None
    if right and with_speakers and speaker is None:
        raise ValueError(f"`{RIGHT}` is answered and `{SPEAKER}` is not, as it is in other rows")
    return _Answer(cells[STRATUM], right, speaker if right else None)


def _yes_or_no(cells: Cells, column: str) -> bool | None:
    said = cells.get(column, "").casefold()
    if said in OPEN:
        return None
    if said not in YES + NO:
        raise ValueError(f"`{column}` is {said!r}; answer ja or nee, or leave it empty")
    return said in YES


def _size(written: str) -> int:
    if not written.isdecimal() or not int(written):
        raise ValueError(f"its {SIZE} is {written!r}, and must be a number above 0, as it was drawn")
    return int(written)


def _rows(path: Path) -> Iterator[tuple[int, Cells]]:
    """The cells of each row, without space around them, with the number of the row. Raises GoldError."""
    try:
        text = decode(path.read_bytes()).removeprefix("\ufeff")
    except UnreadableArticle as fault:
        raise GoldError(f"this sheet {fault.what}", where=str(path), hint="save it as CSV") from fault
    lines = text.lstrip().startswith("{")
    for number, row in _objects(text, path) if lines else _table(text):
        missing = [name for name in ("id", RIGHT, STRATUM, SIZE) if name not in row]
        if missing:
            raise GoldError(
                f"row {number} has no column `{missing[0]}`",
                where=str(path),
                hint="draw the sheet with `standpunt sample draw` and keep its columns",
            )
        yield number, {name: cell.strip() for name, cell in row.items()}


def _table(text: str) -> Iterator[tuple[int, Cells]]:
    """A Dutch spreadsheet saves semicolons instead of commas."""
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="", restkey="")
    for number, row in enumerate(table, 2):
        yield number, {name: cell for name, cell in row.items() if isinstance(cell, str)}


def _objects(text: str, path: Path) -> Iterator[tuple[int, Cells]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as fault:
            raise GoldError(f"line {number} is no JSON: {fault}", where=str(path)) from fault
        yield number, {name: "" if cell is None else str(cell) for name, cell in dict(row).items()}
