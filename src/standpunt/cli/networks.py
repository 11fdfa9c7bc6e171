"""`standpunt network`: who speaks of the same, agrees and disagrees, as a network."""

import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from standpunt.cli import options
from standpunt.cli.replacing import replacing
from standpunt.errors import NetworkError
from standpunt.networks.design import Design, Duplicates, Grouping, Kernel, Kind, Mode, Normalisation, Unit

if TYPE_CHECKING:
    import networkx

    from standpunt.networks.claims import Coding
    from standpunt.networks.matrix import Matrix


Source = Annotated[
    str,
    typer.Argument(
        metavar="DOSSIER",
        help="A dossier with a codebook, or a .dna file.",
        envvar="STANDPUNT_DOSSIER",
    ),
]
KindOption = Annotated[
    Kind,
    typer.Option(
        "--kind",
        "-k",
        help="Count what two rows both speak of (ignore), agree on, disagree on, or the difference; in a two-mode"
        " network count (ignore), for less against (subtract), or 1 for, 2 against, 3 both (combine).",
    ),
]
Rows = Annotated[
    str,
    typer.Option("--rows", help="The variable of the rows; otherwise actor, of a .dna file organization."),
]
Columns = Annotated[str, typer.Option("--columns", help="The variable of the columns.")]
Qualifier = Annotated[str, typer.Option("--qualifier", help="The variable that tells for or against.")]
NormalisationOption = Annotated[
    Normalisation,
    typer.Option(
        "--normalisation",
        "-n",
        help="average, jaccard or cosine of one-mode networks; activity or prominence of two-mode ones.",
    ),
]
DuplicatesOption = Annotated[
    Duplicates,
    typer.Option("--duplicates", help="Within what the same said again counts once; include: always."),
]
Compatible = Annotated[
    bool, typer.Option("--compatible", help="Compute as Discourse Network Analyzer does where that differs.")
]


def network(
    source: Source = options.DEFAULT,
    mode: Annotated[
        Literal[Mode, "events"],
        typer.Option(
            "--mode", "-m", help="Rows tied to each other, rows tied to columns, or a list of what was said."
        ),
    ] = "one-mode",
    kind: KindOption = "ignore",
    rows: Rows = "",
    columns: Columns = "concept",
    qualifier: Qualifier = "agreement",
    normalisation: NormalisationOption = "none",
    duplicates: DuplicatesOption = "include",
    by: Annotated[
        Unit | None, typer.Option("--by", help="A network for each of these: a file each, or one picture.")
    ] = None,
    size: Annotated[
        int, typer.Option("--size", help="With --by: how many of them a window holds.", min=1)
    ] = 1,
    kernel: Annotated[
        Kernel, typer.Option("--kernel", help="With --by: how a window fades from its middle.")
    ] = "none",
    compatible: Compatible = False,
    level: Annotated[
        float | None,
        typer.Option(
            "--backbone", metavar="LEVEL", help="Keep the ties that chance alone would give less often: 0.05."
        ),
    ] = None,
    method: Annotated[
        Grouping | None,
        typer.Option("--groups", help="Give each name its group: a colour in pictures, `group` in GraphML."),
    ] = None,
    count: Annotated[
        int,
        typer.Option("--count", help="With edge betweenness or hierarchical groups: how many.", min=1),
    ] = 2,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="A file: .graphml; .svg, .png or .pdf for a picture; .html for one to explore; .csv for the matrix;"
            " otherwise ties are listed.",
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
    - `standpunt network --kind congruence --groups leiden --backbone 0.2 -o network.svg`
    - `standpunt network --kind subtract --by month -o network.html`
    - `standpunt network --mode two-mode --kind subtract -o matrix.csv`
    - `standpunt network sample.dna --kind conflict --by month --size 3`
    - `standpunt network --mode events -o events.csv`
    """
    from standpunt.networks import pictures, windows
    from standpunt.networks.disparity import disparity
    from standpunt.networks.ties import network as one
    from standpunt.report import network as page

    coded, default = coding(source)
    if mode == "events":
        _events(coded, output, as_json, quiet)
        return
    design = Design(mode, rows or default, columns, qualifier, kind, normalisation, duplicates, compatible)
    if by is None:
        made = {"": one(coded.claims, design)}
    else:
        series = windows.series(coded.claims, design, by, size, kernel)
        made = {f"{each.first}": each.network for each in series}
    if level is not None:
        made = {first: disparity(matrix, level) for first, matrix in made.items()}
    if output is None:
        _list(made, as_json)
        return
    ending = output.suffix.lower()
    if ending in (*pictures.ENDINGS, page.ENDING):
        graphs = {first: _graph(matrix, coded, method, count) for first, matrix in made.items()}
        with replacing(output, "wb") as file:
            if ending == page.ENDING:
                page.write(graphs, file)
            else:
                pictures.draw_series(graphs, file, ending)
        if not quiet:
            _tell(output, made.values())
        return
    for first, matrix in made.items():
        path = output.with_stem(f"{output.stem}-{first}") if first else output
        if path.suffix.lower() == ".csv":
            _write_matrix(matrix, path)
        else:
            _write_graph(_graph(matrix, coded, method, count), path, visone)
        if not quiet:
            _tell(path, [matrix])


# ---------------------------------------------------------------------------------------------- below


def coding(source: str) -> tuple["Coding", str]:
    """What a dossier or file holds, and the variable whose values are its actors."""
    from standpunt.networks import dna, positions
    from standpunt.store import Store

    if source.lower().endswith(".dna"):
        return dna.read(Path(source)), "organization"
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


def _graph(matrix: "Matrix", coding: "Coding", method: Grouping | None, count: int) -> "networkx.Graph":
    from standpunt.networks import clusters

    graph = matrix.graph(coding)
    for at, group in enumerate(clusters.groups(matrix, method, count) if method else ()):
        for name in group:
            graph.nodes[name]["group"] = at
    return graph


def _write_graph(graph: "networkx.Graph", path: Path, visone: bool) -> None:
    from standpunt.networks import graphml, pictures
    from standpunt.report import network as page

    if path.suffix.lower() != ".graphml":
        raise NetworkError(
            "this is no format of a network",
            where=str(path),
            hint=f"end its name in .graphml, .csv, {', '.join((*pictures.ENDINGS, page.ENDING))}",
        )
    with replacing(path, "wb") as file:
        graphml.write(graph, file, visone=visone)


def _write_matrix(matrix: "Matrix", path: Path) -> None:
    from standpunt.export import csv

    with replacing(path) as file:
        csv.write_rows(file, ["", *matrix.columns], _rows(matrix))


def _rows(matrix: "Matrix") -> Iterator[dict[str, Any]]:
    for name, values in zip(matrix.rows, matrix.values.tolist(), strict=True):
        numbers = (int(value) if value.is_integer() else value for value in values)
        yield {"": name, **dict(zip(matrix.columns, numbers, strict=True))}


def _tell(path: Path, matrices: Collection["Matrix"]) -> None:
    from standpunt.cli import paint

    ties = paint.count(sum(len(matrix.ties()) for matrix in matrices), "tie")
    ((rows, columns),) = {matrix.values.shape for matrix in matrices}  # windows have the same names
    several = f"{len(matrices)} networks of " if len(matrices) > 1 else ""
    paint.out().print(paint.line((str(path), "heading"), f"  {several}{rows} by {columns}, {ties}"))
