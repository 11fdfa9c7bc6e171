"""`standpunt positions`, `conditions` and `matrix`: who stands where, on which condition."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.model import Stance

if TYPE_CHECKING:
    from rich.text import Text

    from standpunt.answers import Answers, By
    from standpunt.store import Place

Actor = Annotated[str, typer.Option("--actor", help="Whose: a name or a part of one.")]
Issue = Annotated[str, typer.Option("--issue", "-i", help="On which issue, by its id.")]
On = Annotated[
    datetime.datetime | None,
    typer.Option("--on", formats=options.DAY, metavar="DATE", help="As it stood on this day."),
]


def positions(
    dossier: options.Source = options.DEFAULT,
    actor: Actor = "",
    issue: Issue = "",
    stance: Annotated[Stance | None, typer.Option("--stance", help="Only this stance.")] = None,
    on: On = None,
    silent: Annotated[
        bool,
        typer.Option(
            "--silent",
            help="Instead: who speaks in an article about an issue and takes no position, or declines to.",
        ),
    ] = False,
    as_json: options.Json = False,
) -> None:
    """List who takes which position, when, with the sentence that shows it.

    With `--on` what each actor held on that day: the last that he showed up to it.

    Example:

    - `standpunt positions --issue tunnel --stance oppose`
    - `standpunt positions --actor Brandsma --on 2025-02-20`
    - `standpunt positions --silent`
    """  # fmt: skip
    from standpunt.cli import paint

    with coded(dossier) as answers:
        if silent:
            _silent(answers.silent(actor, issue), as_json)
            return
        found = answers.positions(actor, issue, stance, on.date() if on else None)
    if as_json:
        paint.json(found)
        return
    out = paint.out()
    for row in found:
        out.print(paint.position(row), "", sep="\n")
    paint.err().print(paint.line((paint.count(len(found), "position"), "quiet")))


def conditions(
    dossier: options.Source = options.DEFAULT,
    actor: Actor = "",
    issue: Issue = "",
    on: On = None,
    as_json: options.Json = False,
) -> None:
    """List what must hold before somebody will do or accept what an issue proposes, by group.

    With `--on` those that were set by that day.

    Example:

    - `standpunt conditions --issue tunnel`
    - `standpunt conditions --actor 'Van Zuylekom' --json`
    """
    from standpunt.cli import paint

    with coded(dossier) as answers:
        found = answers.conditions(actor, issue, on.date() if on else None)
    if as_json:
        paint.json(found)
        return
    out = paint.out()
    for group in dict.fromkeys((row["issue_id"], row["condition_group"]) for row in found):
        out.print(paint.line((group[1], "heading"), (f"  {group[0]}", "quiet")))
        for row in found:
            if (row["issue_id"], row["condition_group"]) == group:
                out.print(paint.condition(row))
        out.print()
    paint.err().print(paint.line((paint.count(len(found), "condition"), "quiet")))


def matrix(
    dossier: options.Source = options.DEFAULT,
    issue: Issue = "",
    on: On = None,
    party: Annotated[
        bool, typer.Option("--party", help="Parties instead: where most of their members stand.")
    ] = False,
    bloc: Annotated[
        bool,
        typer.Option(
            "--bloc", help="Blocs instead: those of the codebook, or else the Dutch coalition and opposition."
        ),
    ] = False,
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Show who stands where: actors by issues, each with the day of the last position, at any day.

    By party or bloc it shows where most members stand and how many take each stance, and below it who deviates, with
    the sentences. Somebody is in the coalition or not on the day of `--on`, or else of his last position.

    Example:

    - `standpunt matrix --on 2025-02-20`
    - `standpunt matrix --party --json`
    - `standpunt matrix --bloc --on 2025-02-20`
    """
    from standpunt.cli import paint

    if party and bloc:
        raise typer.BadParameter("choose --party or --bloc")
    day = on.date() if on else None
    by: By | None = "party" if party else "bloc" if bloc else None
    with coded(dossier, facts) as answers:
        found = answers.spread(by, issue, day) if by else answers.matrix(issue, day)
        ids = answers.ids
    if as_json:
        paint.json(found)
        return
    who, key, cell = (by, by, _spread) if by else ("actor", "actor_id", _cell)
    names = {row[key]: row[who] for row in found}
    shown = {(row[key], row["issue_id"]): cell(row) for row in found}
    about = [id for id in ids if any(id == asked for _, asked in shown)]
    table = paint.columns(who)
    for id in about:
        table.add_column(id)
    for one, name in sorted(names.items(), key=lambda each: (each[1], each[0])):
        table.add_row(paint.text(name), *(shown.get((one, id), "") for id in about))
    paint.table(paint.out(), table)
    if by:
        _deviating(by, found)


# ---------------------------------------------------------------------------------------------- below


@contextmanager
def coded(dossier: "Place", facts: Sequence[Path] | None = None) -> Iterator["Answers"]:
    """What a dossier answers. Raises StoreError where it has no codebook."""
    from standpunt import registry
    from standpunt.answers import Answers
    from standpunt.store import Store

    with Store(dossier) as store:
        yield Answers(store, facts=registry.load(*facts) if facts else None)


def _cell(row: Mapping[str, Any]) -> "Text":
    from standpunt.cli import paint

    return paint.line(paint.stance(row["stance"]), (f" {row['held']}", "quiet"))


def _spread(row: Mapping[str, Any]) -> "Text":
    from standpunt.cli import paint

    members = ", ".join(f"{number} {stance}" for stance, number in row["members"].items())
    return paint.line(paint.stance(row["stance"] or "divided"), (f" {members}", "quiet"))


def _deviating(by: str, found: Iterable[Mapping[str, Any]]) -> None:
    """Under each party or bloc the positions of those who take another stance than most of it."""
    from standpunt.cli import paint

    out = paint.out()
    for row in found:
        if row["deviating"]:
            most = f"  {row['issue_id']}: {row['stance']}, {row['share']:.0%}; not so:"
            out.print(paint.line((row[by], "heading"), most))
            for position in row["deviating"]:
                out.print(paint.position(position))
            out.print()


def _silent(found: Iterable[Mapping[str, Any]], as_json: bool) -> None:
    from standpunt.cli import paint

    found = list(found)
    if as_json:
        paint.json(found)
        return
    out = paint.out()
    for row in found:
        how = "declines to say" if row["declines"] else "speaks, takes no position"
        out.print(
            paint.line(
                (row["published"], "date"), "  ", (row["actor"], "name"), f"  {row['issue_id']}  {how}",
                (f"\n  {row['article']}  [{row['article_id'][:8]}]", "quiet"),
            )
        )  # fmt: skip
    paint.err().print(paint.line((f"{len(found)} silent", "quiet")))
