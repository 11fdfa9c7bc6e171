"""`standpunt stance`: the trained classifier on coded units."""

import sys
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from standpunt.dossier.trained.units import Unit
    from standpunt.evaluation.stances import Figures

_BATCH = 1000
"""Units judged at a time."""
_DECIDING = 5
"""Words that `--explain` names."""


def stance(
    units: Annotated[
        Path,
        typer.Argument(
            metavar="UNITS.jsonl",
            help="A unit on each line: unit, topic, actor, text, marked; before and after where marked is false.",
            dir_okay=False,
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; otherwise standard output.", dir_okay=False)
    ] = None,
    mask_actor: Annotated[
        bool,
        typer.Option("--mask-actor", help="Judge by the words alone, as a dossier does: not by who speaks."),
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Name the words that decided; takes some thirty times as long.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
) -> None:
    """Say of each unit whether the actor is for the proposal of the topic (L), against it (R), or neither (N).

    Each line is written again with `predicted` and `shares`, the calibrated probabilities. Where the units have a
    `label`, the figures follow: with `-o` on standard output, otherwise on standard error.

    Example:

    - `standpunt stance units.jsonl -o predicted.jsonl`
    - `standpunt stance units.jsonl --mask-actor --explain`
    """
    with ExitStack() as closing:
        out = closing.enter_context(output.open("w", encoding="utf-8")) if output else sys.stdout
        judged = _judge(units, out, actor=not mask_actor, explain=explain)
    labelled = [(unit, found) for unit, found in judged if unit.label]
    if labelled:
        _figures(labelled, as_json, sys.stdout if output else sys.stderr)


def _judge(path: Path, out: TextIO, *, actor: bool, explain: bool) -> "list[tuple[Unit, str]]":
    """Writes each unit with what was found; gives the units with the label that was found."""
    import msgspec

    from standpunt.dossier.trained import stance as trained
    from standpunt.dossier.trained import units

    classifier = trained.load()
    told = []
    lines = units.read(path)
    while batch := list(islice(lines, _BATCH)):
        passages = [unit.passage() for unit, _ in batch]
        found = classifier.judge(passages, [unit.issue for unit, _ in batch], actor=actor)
        for (unit, record), passage, each in zip(batch, passages, found, strict=True):
            shares = {label: round(of, 4) for label, of in zip(trained.LABELS, each.shares, strict=True)}
            line = {**record, "predicted": each.label, "shares": shares}
            if explain:
                words = classifier.deciding(passage, unit.issue, each.label, actor=actor)[:_DECIDING]
                line["words"] = [[word, round(weight, 4)] for word, weight in words if weight]
            out.write(msgspec.json.encode(line).decode() + "\n")
            told.append((unit, each.label))
    return told


def _figures(judged: "list[tuple[Unit, str]]", as_json: bool, to: TextIO) -> None:
    import msgspec

    from standpunt.evaluation import stances

    pairs = [(unit.label, found) for unit, found in judged]
    shapes = ["marked" if unit.marked else "unmarked" for unit, _ in judged]
    shown: dict[str, Any] = {
        "all": stances.figures(pairs),
        "by shape": stances.by(shapes, pairs),
        "by topic": stances.by([unit.topic for unit, _ in judged], pairs),
    }
    if as_json:
        to.write(msgspec.json.format(msgspec.json.encode(shown), indent=2).decode() + "\n")
        return
    from standpunt.cli import paint

    console = paint.out() if to is sys.stdout else paint.err()
    paint.table(console, _table({"all": shown["all"], **shown["by shape"], **shown["by topic"]}))


def _table(rows: "dict[str, Figures]") -> "Table":
    from standpunt.cli import paint

    table = paint.columns("", "units", "macro-F1", "accuracy", "L", "N", "R")
    for name, each in rows.items():
        labels = [f"{each.by_label[label]:.2f}" if label in each.by_label else "-" for label in "LNR"]
        table.add_row(paint.text(name), f"{each.units:,}", f"{each.f1:.3f}", f"{each.accuracy:.3f}", *labels)
    return table
