"""`standpunt registry check` and `import`: facts of one's own, before they are laid over the registry."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli import options
from standpunt.cli.building import SET_ASIDE

if TYPE_CHECKING:
    from standpunt.registry.checking import Finding

_FAULTS = 1


def check(
    notes: Annotated[
        bool, typer.Option("--notes", help="List what may be right too: holes, owners, missing identifiers.")
    ] = False,
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Check the facts against each other: two in an office of one, a name twice, an unknown party, a wrong
    identifier. Exit status 1 where there is a fault.

    Example:

    - `standpunt registry check --registry mine.toml`
    - `standpunt registry check --notes`
    """
    from standpunt import registry
    from standpunt.cli import paint
    from standpunt.registry import checking

    found = checking.check(registry.load(*facts or []))
    faults = [each for each in found if each.fault]
    shown = found if notes else faults
    if as_json:
        paint.json([{"fault": each.fault, **asdict(each)} for each in shown])
    else:
        _tell(shown, found, notes)
    if faults:
        raise typer.Exit(_FAULTS)


def import_(
    result: Annotated[
        Path,
        typer.Argument(metavar="RESULT.json", help="The JSON result of a query to Wikidata.", dir_okay=False),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The TOML file to write.", dir_okay=False)],
    of: Annotated[
        str, typer.Option("--of", metavar="NAME", help="Whose the offices are, where a row does not say.")
    ] = "",
    facts: options.Registry = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was written as JSON.")] = False,
) -> None:
    """Turn the result of a Wikidata query into a file for `--registry`. docs/registry.md has the query. Rows
    that cannot be used are told, and the exit status is then 3; the rest is written.

    Example:

    - `standpunt registry import result.json -o mine.toml`
    - `standpunt registry import wethouders.json -o wethouders.toml --of Utrecht`
    """
    from standpunt import registry
    from standpunt.cli import paint
    from standpunt.registry import wikidata

    made = wikidata.entries(wikidata.rows(result.read_bytes(), str(result)), registry.load(*facts or []), of)
    output.write_text(wikidata.written(made), encoding="utf-8")
    offices = sum(len(entry.offices) for entry in made.persons.values())
    if as_json:
        refused = [each._asdict() for each in made.refused]
        counts = {
            "persons": len(made.persons),
            "offices": offices,
            "known": made.known,
            "unsure": made.unsure,
        }
        paint.json({"file": str(output), **counts, "refused": refused})
    else:
        held = f"{paint.count(len(made.persons), 'person')}, {paint.count(offices, 'office')}"
        known = f"; {made.known:,} offices were known already" if made.known else ""
        paint.out().print(paint.line((str(output), "heading"), f" holds {held}{known}"))
        if made.unsure:
            said = f"{made.unsure} days on the first of a month were read as the month or year; ask for the precision"
            paint.err().print(paint.line((said, "warning")))
        for refused_row in made.refused:
            paint.err().print(paint.line(f"  row {refused_row.row}: {refused_row.said}"))
    if made.refused:
        raise typer.Exit(SET_ASIDE)


def _tell(shown: "list[Finding]", found: "list[Finding]", notes: bool) -> None:
    from standpunt.cli import paint

    for each in shown:
        style = "warning" if each.fault else "quiet"
        paint.out().print(paint.line((f"{each.rule.value}: ", style), (each.about, "name"), f": {each.said}"))
    faults = sum(each.fault for each in found)
    said = f"{paint.count(faults, 'fault')}, {paint.count(len(found) - faults, 'note')}"
    more = "" if notes or len(found) == faults else " (--notes lists them)"
    paint.err().print(paint.line((f"{said}{more}", "quiet")))
