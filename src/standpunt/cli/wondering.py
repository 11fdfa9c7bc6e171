"""`standpunt whatif`: who then supports, opposes, or hangs on what else."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.cli.standing import coded

if TYPE_CHECKING:
    from rich.text import Text

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

    with coded(dossier) as answers:
        if not issue and len(answers.ids) > 1:
            raise typer.BadParameter(f"name an issue with --issue: {', '.join(answers.ids)}")
        about = answers.issue(issue or answers.ids[0])
        assumed = answers.assumed(about, map(_holds, assume or []))
        listed = answers.whatif(about, assumed)
        proposal = next(each["proposal"] for each in answers.issues() if each["id"] == about)
        sets = {bring: answers.ways(about, bring)} if bring else {}
        if majority:
            sets["a majority"] = answers.ways(about)
    if as_json:
        paint.json(
            {
                "issue": about, "assume": assumed, "outcomes": listed,
                "ways": [{"for": who, "sets": each} for who, each in sets.items()],
            }
        )  # fmt: skip
        return
    _tell(proposal, assumed, listed)
    for who, each in sets.items():
        paint.out().print(_way(who, each))


def _holds(given: str) -> tuple[str, bool]:
    """A group and whether it holds, of `GROUP=ja`."""
    name, _, value = given.rpartition("=")
    if not name or value.strip().lower() not in _HOLDS:
        raise typer.BadParameter(f"{given!r} is not GROUP=ja or GROUP=nee")
    return name.strip(), _HOLDS[value.strip().lower()]


def _tell(proposal: str, assumed: Mapping[str, bool], listed: Sequence[Mapping[str, Any]]) -> None:
    from standpunt.cli import paint

    out = paint.out()
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
    return paint.line((f"for {who}: ", "quiet"), "\n  or ".join(ways))
