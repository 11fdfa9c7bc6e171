"""`standpunt whatif`: who then supports, opposes, or hangs on what else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.cli.standing import coded, one_of

if TYPE_CHECKING:
    from rich.text import Text

    from standpunt.dossier.whatif import Outcome
    from standpunt.model import Dossier

_HOLDS = {"ja": True, "yes": True, "nee": False, "no": False}


def whatif(
    dossier: options.Source = options.DEFAULT,
    issue: Annotated[str, typer.Option("--issue", "-i", help="On which issue, by its id.")] = "",
    assume: Annotated[
        list[str] | None,
        typer.Option(
            "--assume",
            "-a",
            metavar="GROUP=ja|nee",
            help="A group of conditions, as `standpunt conditions` names it, that holds or fails; may be given again.",
        ),
    ] = None,
    bring: Annotated[
        str, typer.Option("--for", metavar="ACTOR", help="Also: the smallest sets that bring somebody in.")
    ] = "",
    majority: Annotated[
        bool,
        typer.Option("--majority", help="Also: the smallest sets that bring in most who take a position."),
    ] = False,
    as_json: options.AsJson = False,
) -> None:
    """Ask who supports and who opposes if conditions hold or fail, with the sentences; what nobody stated is never
    made up, and what is not assumed stays unknown.

    Example:

    - `standpunt whatif --issue tunnel --assume 'geld van Rijk=nee'`
    - `standpunt whatif dossier.db --issue tunnel --majority`
    """  # fmt: skip
    from standpunt.cli import paint
    from standpunt.dossier.whatif import outcomes, ways

    with coded(dossier) as (store, made):
        ids = [each.id for each in made.issues]
        if not issue and len(ids) > 1:
            raise typer.BadParameter(f"name an issue with --issue: {', '.join(ids)}")
        about = one_of(issue or ids[0], ids, "no issue has this id")
        taken = [each for each in made.positions if each.issue == about]
        stated = [each for each in made.conditions if each.issue == about]
        rows = store.rows("positions"), store.rows("conditions")
        wanted = [row["id"] for row in store.actors_named(bring)] if bring else []
    assumed = _assumed(assume or [], list(dict.fromkeys(each.group for each in stated)))
    found = outcomes(taken, stated, assumed)
    sets: dict[str, Sequence[Mapping[str, bool]]] = {}
    if bring:
        sets[bring] = ways(taken, stated, wanted, 1)
    if majority:
        sets["a majority"] = ways(taken, stated, {each.actor for each in taken}, len(found) // 2 + 1)
    listed = [_plain(each, made, *rows) for each in found]
    if as_json:
        paint.json(
            {
                "issue": about, "assume": assumed, "outcomes": listed,
                "ways": [{"for": who, "sets": each} for who, each in sets.items()],
            }
        )  # fmt: skip
        return
    _tell(made, about, assumed, listed)
    for who, each in sets.items():
        paint.out().print(_way(who, each))


def _assumed(given: Iterable[str], groups: list[str]) -> dict[str, bool]:
    """Each group, by its own name, and whether it holds."""
    assumed: dict[str, bool] = {}
    for each in given:
        name, _, value = each.rpartition("=")
        if not name or value.strip().lower() not in _HOLDS:
            raise typer.BadParameter(f"{each!r} is not GROUP=ja or GROUP=nee")
        group = one_of(name.strip(), groups, "nobody states a condition of this name on the issue")
        holds = _HOLDS[value.strip().lower()]
        if assumed.setdefault(group, holds) is not holds:
            raise typer.BadParameter(f"{group!r} cannot both hold and fail")
    return assumed


def _plain(
    outcome: "Outcome",
    made: "Dossier",
    positions: Sequence[Mapping[str, Any]],
    conditions: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """An outcome with the rows that it rests on: the conditions, or else what the actor showed."""
    names = {each.id: each.name for each in made.actors}
    if outcome.rests:
        rests = [row for each, row in zip(made.conditions, conditions, strict=True) if each in outcome.rests]
    else:
        rests = [
            row for each, row in zip(made.positions, positions, strict=True) if each in outcome.cell.positions
        ]
    return {
        "actor_id": outcome.actor, "actor": names[outcome.actor], "was": outcome.cell.stance,
        "stance": outcome.stance, "hangs": outcome.hangs, "rests": rests,
    }  # fmt: skip


def _tell(made: "Dossier", about: str, assumed: Mapping[str, bool], listed: list[dict[str, Any]]) -> None:
    from standpunt.cli import paint

    out = paint.out()
    proposal = next(each.proposal for each in made.issues if each.id == about)
    given = ", ".join(f"{group} {'holds' if holds else 'fails'}" for group, holds in assumed.items())
    out.print(paint.line((proposal, "heading"), (f"  if {given}" if given else "", "quiet")), "", sep="\n")
    for each in listed:
        if each["stance"]:
            moved = f"  (was {each['was']})" if each["stance"] != each["was"] else ""
            stance: list[Text | str | tuple[str, str]] = [paint.stance(each["stance"]), (moved, "quiet")]
        else:
            hangs = f"  hangs on {', '.join(each['hangs'])}" if each["hangs"] else "  on what is not told"
            stance = [("unknown", "warning"), hangs]
        out.print(paint.line((each["actor"], "name"), "  ", *stance))
        for row in each["rests"]:
            out.print(paint.line("  ", (row["held"], "date"), "  ", paint.sentence(row)))
    out.print()


def _way(who: str, sets: Sequence[Mapping[str, bool]]) -> Any:
    from standpunt.cli import paint

    if not sets:
        return paint.line((f"for {who}: ", "quiet"), "no condition that anybody stated brings that about")
    if not sets[0]:
        return paint.line((f"for {who}: ", "quiet"), "no condition is needed")
    ways = (
        " and ".join(f"{group}={'ja' if holds else 'nee'}" for group, holds in each.items()) for each in sets
    )
    return paint.line((f"for {who}: ", "quiet"), ", or ".join(ways))
