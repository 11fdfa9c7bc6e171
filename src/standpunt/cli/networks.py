"""`standpunt network`: who speaks of the same, agrees and disagrees, as a network."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from standpunt.cli import options
from standpunt.cli.replacing import replacing
from standpunt.errors import NetworkError
from standpunt.networks.design import Design, Duplicates, Kernel, Kind, Mode, Normalisation, Unit

if TYPE_CHECKING:
    from standpunt.networks.claims import Coding
    from standpunt.networks.matrix import Matrix


def network(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="DOSSIER",
            help="A dossier with a codebook, or a .dna file.",
            dir_okay=False,
            envvar="STANDPUNT_DOSSIER",
        ),
    ] = options.DEFAULT,
    mode: Annotated[
        Literal[Mode, "events"],
        typer.Option(
            "--mode", "-m", help="Rows tied to each other, rows tied to columns, or a list of what was said."
        ),
    ] = "one-mode",
    kind: Annotated[
        Kind,
        typer.Option(
            "--kind",
            "-k",
            help="Count what two rows both speak of (ignore), agree on, disagree on, or the difference; in a two-mode"
            " network count (ignore), for less against (subtract), or 1 for, 2 against, 3 both (combine).",
        ),
    ] = "ignore",
    rows: Annotated[
        str,
        typer.Option(
            "--rows", help="The variable of the rows; otherwise actor, of a .dna file organization."
        ),
    ] = "",
    columns: Annotated[str, typer.Option("--columns", help="The variable of the columns.")] = "concept",
    qualifier: Annotated[
        str, typer.Option("--qualifier", help="The variable that tells for or against.")
    ] = "agreement",
    normalisation: Annotated[
        Normalisation,
        typer.Option(
            "--normalisation",
            "-n",
            help="average, jaccard or cosine of one-mode networks; activity or prominence of two-mode ones.",
        ),
    ] = "none",
    duplicates: Annotated[
        Duplicates,
        typer.Option("--duplicates", help="Within what the same said again counts once; include: always."),
    ] = "include",
    by: Annotated[
        Unit | None, typer.Option("--by", help="A network for each of these, each as a file of its own.")
    ] = None,
    size: Annotated[
        int, typer.Option("--size", help="With --by: how many of them a window holds.", min=1)
    ] = 1,
    kernel: Annotated[
        Kernel, typer.Option("--kernel", help="With --by: how a window fades from its middle.")
    ] = "none",
    compatible: Annotated[
        bool,
        typer.Option("--compatible", help="Compute as Discourse Network Analyzer does where that differs."),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="A file: .graphml, or .csv for the matrix; otherwise the ties are listed.",
            dir_okay=False,
        ),
    ] = None,
    visone: Annotated[
        bool, typer.Option("--visone", help="GraphML with the shapes and colours of visone.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The ties as JSON.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Make a discourse network of who stands where, or of a database of Discourse Network Analyzer.

    Example:

    - `standpunt network --kind congruence --normalisation cosine -o network.graphml`
    - `standpunt network --mode two-mode --kind subtract -o matrix.csv`
    - `standpunt network sample.dna --kind conflict --by month --size 3`
    - `standpunt network --mode events -o events.csv`
    """
    from standpunt.networks import windows
    from standpunt.networks.ties import network as one

    coding, default = _coding(source)
    if mode == "events":
        _events(coding, output, as_json, quiet)
        return
    design = Design(mode, rows or default, columns, qualifier, kind, normalisation, duplicates, compatible)
    if by is None:
        made = {"": one(coding.claims, design)}
    else:
        series = windows.series(coding.claims, design, by, size, kernel)
        made = {f"{each.first}": each.network for each in series}
    if output is None:
        _list(made, as_json)
        return
    for first, matrix in made.items():
        path = output.with_stem(f"{output.stem}-{first}") if first else output
        _write(matrix, coding, path, visone)
        if not quiet:
            _tell(path, matrix)


# ---------------------------------------------------------------------------------------------- below


def _coding(source: Path) -> tuple["Coding", str]:
    """What a file holds, and the variable whose values are its actors."""
    from standpunt.networks import dna, positions
    from standpunt.store import Store

    if source.suffix.lower() == ".dna":
        return dna.read(source), "organization"
    with Store(source) as store:
        return positions.read(store), "actor"


def _events(coding: "Coding", output: Path | None, as_json: bool, quiet: bool) -> None:
    from standpunt.cli import paint
    from standpunt.export import csv
    from standpunt.networks import events

    found, names = events.rows(coding.claims), events.columns(coding.claims)
    if as_json:
        paint.json(found)
    elif output is None:
        csv.write_rows(sys.stdout, names, found)
    else:
        with replacing(output) as file:
            csv.write_rows(file, names, found)
        if not quiet:
            paint.out().print(paint.line((str(output), "heading"), f"  {paint.count(len(found), 'event')}"))


def _list(made: Mapping[str, "Matrix"], as_json: bool) -> None:
    """The ties, the strongest first; of several networks by their first days."""
    from standpunt.cli import paint

    ties = [
        {**({"first": first} if first else {}), **tie}
        for first, matrix in made.items()
        for tie in sorted(matrix.ties(), key=lambda tie: -abs(tie["weight"]))
    ]
    if as_json:
        paint.json(ties)
        return
    names = [*(["first"] if "" not in made else []), "source", "target"]
    table = paint.columns(names[0])
    for name in names[1:]:
        table.add_column(name)
    table.add_column("weight", justify="right")
    for tie in ties:
        table.add_row(*(paint.text(tie[name]) for name in names), f"{tie['weight']:.4g}")
    paint.table(paint.out(), table)
    paint.err().print(paint.line((paint.count(len(ties), "tie"), "quiet")))


def _write(matrix: "Matrix", coding: "Coding", path: Path, visone: bool) -> None:
    from standpunt.export import csv
    from standpunt.networks import graphml

    if path.suffix.lower() == ".graphml":
        graph = matrix.graph(coding)
        with replacing(path, "wb") as file:
            graphml.write(graph, file, visone=visone)
        return
    if path.suffix.lower() != ".csv":
        raise NetworkError(
            "this is no format of a network", where=str(path), hint="end its name in .graphml or .csv"
        )
    with replacing(path) as file:
        csv.write_rows(file, ["", *matrix.columns], _rows(matrix))


def _rows(matrix: "Matrix") -> Iterator[dict[str, Any]]:
    for name, values in zip(matrix.rows, matrix.values.tolist(), strict=True):
        numbers = (int(value) if value.is_integer() else value for value in values)
        yield {"": name, **dict(zip(matrix.columns, numbers, strict=True))}


def _tell(path: Path, matrix: "Matrix") -> None:
    from standpunt.cli import paint

    size = f"  {len(matrix.rows)} by {len(matrix.columns)}, {paint.count(len(matrix.ties()), 'tie')}"
    paint.out().print(paint.line((str(path), "heading"), size))
