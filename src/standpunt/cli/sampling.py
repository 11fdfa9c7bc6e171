"""`standpunt sample` and `standpunt methods`: how right a dossier is, judged by people, and how it was made."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli import options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.table import Table

    from standpunt.evaluation.judging import Precision
    from standpunt.evaluation.sampling import Band

REFUSED = 3
"""Exit status where some rows could not be used."""

_LINES = (".jsonl", ".ndjson")


class Kind(StrEnum):
    """Those of `standpunt.evaluation.sampling`, which costs time to load; a test compares."""

    STATEMENTS = "statements"
    POSITIONS = "positions"
    EVENTS = "events"


class By(StrEnum):
    """As Kind."""

    RULE = "rule"
    FORM = "form"
    CONFIDENCE = "confidence"
    STANCE = "stance"
    STATUS = "status"
    KIND = "kind"


def draw(
    number: Annotated[int, typer.Option("--number", "-n", min=1, help="How many to draw.")] = 100,
    kind: Annotated[Kind, typer.Option("--of", help="What to draw.")] = Kind.STATEMENTS,
    by: Annotated[
        By | None,
        typer.Option(
            "--by", help="As many of each: rule, form, confidence (in tenths), stance, kind, status."
        ),
    ] = None,
    confidence: Annotated[
        str, typer.Option("--confidence", metavar="LOW-HIGH", help="Only what is this sure: 0.5-0.8.")
    ] = "",
    seed: Annotated[int, typer.Option("--seed", help="Another number draws others.")] = 1,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="CSV to fill in, or JSON Lines (.jsonl).", dir_okay=False),
    ] = Path("sample.csv"),
    dossier: options.Dossier = options.DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was drawn as JSON.")] = False,
) -> None:
    """Draw a random sample for people to judge. They fill in `right` (it is said, it is that stance, it is told) and
    `speaker right` with ja or nee; docs/papers.md says how. The same seed draws the same.

    Example:

    - `standpunt sample draw -n 200`
    - `standpunt sample draw --by rule -n 150 -o by_rule.csv`
    - `standpunt sample draw --of positions --by stance`
    """
    from standpunt.cli import paint
    from standpunt.errors import StandpuntError
    from standpunt.evaluation import sampling
    from standpunt.export.csv import write_rows
    from standpunt.export.jsonl import write_lines
    from standpunt.store import Store

    band = _band(confidence) if confidence else None
    if output.exists():
        said = "this file is there already, perhaps with answers"
        raise StandpuntError(said, where=str(output), hint="name another with -o, or remove it")
    with Store(dossier) as store:
        sheet = sampling.draw(
            store, sampling.Kind(kind), number, seed=seed, by=sampling.By(by) if by else None, band=band
        )
    with output.open("w", encoding="utf-8", newline="") as file:
        if output.suffix.lower() in _LINES:
            write_lines(file, sheet)
        else:
            write_rows(file, list(sheet[0]), sheet)
    strata = {row[sampling.STRATUM]: row[sampling.SIZE] for row in sheet}
    if as_json:
        paint.json(
            {"sheet": str(output), "drawn": len(sheet), "from": sum(strata.values()), "strata": strata}
        )
        return
    said = f" holds {len(sheet):,} of {sum(strata.values()):,} {kind}"
    paint.out().print(paint.line((str(output), "heading"), said))


def score(
    sheet: Annotated[
        Path, typer.Argument(metavar="SHEET", help="What `sample draw` wrote, filled in.", dir_okay=False)
    ],
    as_json: options.AsJson = False,
) -> None:
    """Turn the answers of a sample into precision, with a 95% interval: over all and for each stratum. A row that
    cannot be used is told, the rest counts, and the exit status is then 3.

    Example:

    - `standpunt sample score sample.csv`
    """
    from standpunt.cli import paint
    from standpunt.evaluation.judging import judge

    verdict = judge(sheet)
    if as_json:
        paint.json(verdict)
    else:
        groups = {"all": verdict.figures, **verdict.strata}
        paint.table(paint.out(), _table(groups))
    err = paint.err()
    if verdict.open:
        rows = paint.count(verdict.open, "row")
        err.print(paint.line((f"{rows} without an answer: not counted", "quiet")))
    for number, what in verdict.refused:
        err.print(paint.line((f"row {number}: ", "warning"), what), soft_wrap=True)
    if verdict.refused:
        raise typer.Exit(REFUSED)


def methods(
    dossier: options.Source = options.DEFAULT,
    sample: Annotated[
        Path | None,
        typer.Option("--sample", metavar="SHEET", help="What people judged: adds precision.", dir_okay=False),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Write the paragraph on methods for a paper: versions and hashes of code, word lists, model, texts and codebook,
    what the dossier holds, and what people judged.

    Example:

    - `standpunt methods dossier.db --sample sample.csv`
    """
    from standpunt.cli import paint
    from standpunt.evaluation.methods import describe
    from standpunt.store import Store

    with Store(dossier) as store:
        made = describe(store, sample)
    if as_json:
        paint.json(made)
    else:
        paint.out().print(paint.line(made.paragraph()))


def _band(written: str) -> "Band":
    from standpunt.evaluation.sampling import Band

    found = re.fullmatch(r"([01](?:\.\d+)?)-([01](?:\.\d+)?)", written)
    band = Band(float(found[1]), float(found[2])) if found else None
    if band is None or not band.low <= band.high <= 1:
        said = "write two numbers from 0 to 1, such as 0.5-0.8"
        raise typer.BadParameter(said, param_hint="--confidence")
    return band


def _table(groups: "Mapping[str, Mapping[str, Precision]]") -> "Table":
    from standpunt.cli import paint

    table = paint.columns("", "figure", "precision", "95% interval", "right", "judged")
    for name, figures in groups.items():
        for figure, each in figures.items():
            table.add_row(
                paint.text(name), figure, f"{each.share:.2f}", f"{each.low:.2f} to {each.high:.2f}",
                f"{each.right:,}", f"{each.judged:,}",
            )  # fmt: skip
    return table
