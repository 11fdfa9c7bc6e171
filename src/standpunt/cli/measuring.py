"""`standpunt measure`: which issues carry a debate, how polarised it is, who stands where on a line."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

import typer

from standpunt.cli import networks, options
from standpunt.networks.design import Design, Unit

_Steps = Annotated[
    int, typer.Option("--steps", help="How long to search where not all sets are tried.", min=1)
]


def backbone(
    source: networks.Source = options.DEFAULT,
    penalty: Annotated[
        float, typer.Option("--penalty", help="The greater, the smaller the backbone.", min=0)
    ] = 3.5,
    size: Annotated[
        int | None, typer.Option("--size", help="A backbone of so many columns, without a penalty.", min=1)
    ] = None,
    nested: Annotated[
        bool, typer.Option("--nested", help="All columns instead, in the order in which they can be missed.")
    ] = False,
    kind: networks.KindOption = "subtract",
    normalisation: networks.NormalisationOption = "average",
    rows: networks.Rows = "",
    columns: networks.Columns = "concept",
    qualifier: networks.Qualifier = "agreement",
    duplicates: networks.DuplicatesOption = "document",
    compatible: networks.Compatible = False,
    steps: _Steps = 10_000,
    as_json: options.AsJson = False,
) -> None:
    """Find the issues that carry a network; the others only repeat what these tell.

    The loss tells how unlike the network of all issues that of the backbone alone is: 0 is the same, 1 or more nothing
    of it.

    Example:

    - `standpunt measure backbone dossier.db`
    - `standpunt measure backbone sample.dna --size 4 --compatible`
    - `standpunt measure backbone dossier.db --nested`
    """
    from standpunt.networks import backbone as measured

    coding, default = networks.coding(source)
    design = Design(
        "one-mode", rows or default, columns, qualifier, kind, normalisation, duplicates, compatible
    )
    if nested:
        gone = measured.nested(coding.claims, design)
        told = [
            {"column": each.column, "loss": each.loss, "redundant_loss": each.redundant_loss} for each in gone
        ]
        _show(told, as_json)
        return
    if size is not None:
        found = measured.fixed(coding.claims, design, size, steps=steps)
    else:
        found = measured.penalised(coding.claims, design, penalty, steps=steps)
    if as_json:
        _json(
            {
                "backbone": list(found.columns), "redundant": list(found.redundant), "loss": found.loss,
                "redundant_loss": found.redundant_loss,
            }
        )  # fmt: skip
        return
    _show([{"column": name, "in": "backbone"} for name in found.columns]
          + [{"column": name, "in": "redundant"} for name in found.redundant], as_json)  # fmt: skip
    _note(f"loss {found.loss:.4g}, of what is redundant alone {found.redundant_loss:.4g}")


def polarisation(
    source: networks.Source = options.DEFAULT,
    by: Annotated[Unit | None, typer.Option("--by", help="One for each of these.")] = None,
    window: Annotated[
        int, typer.Option("--size", help="With --by: how many of them a window holds.", min=1)
    ] = 1,
    rows: networks.Rows = "",
    columns: networks.Columns = "concept",
    qualifier: networks.Qualifier = "agreement",
    duplicates: networks.DuplicatesOption = "include",
    compatible: networks.Compatible = False,
    as_json: options.AsJson = False,
) -> None:
    """Say how far a debate falls apart into two camps, and who is in which.

    0 is no more than by chance. With `--compatible` it is the measure of Discourse Network Analyzer, another one
    (docs/networks.md).

    Example:

    - `standpunt measure polarisation dossier.db`
    - `standpunt measure polarisation dossier.db --by month --size 3 --json`
    - `standpunt measure polarisation sample.dna --compatible`
    """
    from standpunt.networks import polarisation as measured
    from standpunt.networks import ties, windows

    coding, default = networks.coding(source)
    design = Design(
        "one-mode", rows or default, columns, qualifier, "subtract", "none", duplicates, compatible
    )
    if by is not None:
        if compatible:
            raise typer.BadParameter("--compatible is of the whole debate, without --by")
        series = windows.series(coding.claims, design, by, window)
        over_time = [(f"{each.first}", found) for each, found in measured.over_time(series)]
    elif compatible:
        over_time = [("", measured.as_dna(coding.claims, design))]
    else:
        over_time = [("", measured.polarisation(ties.network(coding.claims, design)))]
    if as_json:
        _json(
            [
                {**({"first": first} if first else {}), "value": found.value, "camps": dict(found.camps)}
                for first, found in over_time
            ]
        )
    elif by is not None:
        _show([{"first": first, "polarisation": found.value} for first, found in over_time], as_json)
    else:
        ((_, found),) = over_time
        camps = sorted(found.camps.items(), key=lambda pair: (pair[1], pair[0]))
        _show([{"name": name, "camp": camp + 1} for name, camp in camps], as_json)
        _note(f"polarisation {found.value:.4g}")


def points(
    source: networks.Source = options.DEFAULT,
    levels: Annotated[
        Literal["2", "3"], typer.Option("--levels", help="3: who speaks on both sides stands between them.")
    ] = "2",
    least: Annotated[int, typer.Option("--least", help="Only of who speaks of so many columns.", min=1)] = 2,
    above: Annotated[str, typer.Option("--above", metavar="NAME", help="Who lies above zero.")] = "",
    rows: networks.Rows = "",
    columns: networks.Columns = "concept",
    qualifier: networks.Qualifier = "agreement",
    duplicates: networks.DuplicatesOption = "include",
    as_json: options.AsJson = False,
) -> None:
    """Place actors and issues on one line: ideal points, with their standard errors.

    Example:

    - `standpunt measure points dossier.db`
    - `standpunt measure points sample.dna --levels 3 --least 1 --above "Sierra Club"`
    """
    from standpunt.networks.ideal_points import ideal_points

    coding, default = networks.coding(source)
    design = Design("two-mode", rows or default, columns, qualifier, "subtract", "none", duplicates)
    found = ideal_points(coding.claims, design, 3 if levels == "3" else 2, least, above)
    actors = [
        {"name": name, "point": each.value, "error": each.error}
        for name, each in sorted(found.actors.items(), key=lambda pair: -pair[1].value)
    ]
    issues = [
        {"name": name, "slope": each.slope, "error": each.error, "cuts": list(each.cuts)}
        for name, each in sorted(found.issues.items(), key=lambda pair: -pair[1].slope)
    ]
    if as_json:
        _json({"actors": actors, "issues": issues})
        return
    _show(actors, as_json)
    _show([{key: each[key] for key in ("name", "slope", "error")} for each in issues], as_json)


# ---------------------------------------------------------------------------------------------- below


def _show(rows: Iterable[Mapping[str, Any]], as_json: bool) -> None:
    """A table, numbers to the right."""
    from standpunt.cli import paint

    listed = list(rows)
    if as_json:
        paint.json(listed)
        return
    first, *others = listed[0] if listed else ("name",)
    table = paint.columns(first)
    for name in others:
        table.add_column(name, justify="left" if isinstance(listed[0][name], str) else "right")
    for row in listed:
        table.add_row(*(paint.text(_said(value)) for value in row.values()))
    paint.table(paint.out(), table)


def _said(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _json(value: object) -> None:
    from standpunt.cli import paint

    paint.json(value)


def _note(said: str) -> None:
    from standpunt.cli import paint

    paint.err().print(paint.line((said, "quiet")))
