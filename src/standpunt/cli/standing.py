"""`standpunt positions`, `conditions` and `matrix`: who stands where, on which condition."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.model import Condition, Dossier, Position, Stance

if TYPE_CHECKING:
    from standpunt.dossier.silence import Silence
    from standpunt.store import Store

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
    from standpunt.dossier.matrix import matrix

    with coded(dossier) as (store, made):
        fits = chosen(store, made, actor, issue)
        rows = store.rows("positions")
        if silent:
            _silent(store, made, fits, as_json)
            return
    taken: set[Position] = set(made.positions)
    if on is not None:
        taken = {each for cell in matrix(made.positions, on.date()).values() for each in cell.positions}
    found = [
        row
        for each, row in zip(made.positions, rows, strict=True)
        if fits(each) and each in taken and stance in (None, each.stance)
    ]
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
    from standpunt.dossier.stances import by_day

    with coded(dossier) as (store, made):
        fits = chosen(store, made, actor, issue)
        rows = store.rows("conditions")
    found = [
        row
        for each, row in zip(made.conditions, rows, strict=True)
        if fits(each) and (on is None or by_day(each.held, on.date()))
    ]
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
    as_json: options.AsJson = False,
) -> None:
    """Show who stands where: actors by issues, each with the day of the last position, at any day.

    Example:

    - `standpunt matrix --on 2025-02-20`
    - `standpunt matrix --party --json`
    """
    from standpunt.cli import paint
    from standpunt.dossier import matrix as matrices

    with coded(dossier) as (store, made):
        fits = chosen(store, made, "", issue)
    actors = {each.id: each for each in made.actors}
    cells = matrices.matrix((each for each in made.positions if fits(each)), on.date() if on else None)
    listed: list[dict[str, Any]]
    if party:
        spread = matrices.by_party(cells, actors)
        listed = [
            {"party": name, "issue_id": id, "stance": each.stance, "members": dict(each.members)}
            for (name, id), each in spread.items()
        ]
        shown = {
            key: (each.stance or "divided", ", ".join(f"{n} {s.value}" for s, n in each.members.items()))
            for key, each in spread.items()
        }
    else:
        listed = [
            {
                "actor_id": id, "actor": actors[id].name, "issue_id": on_what, "stance": cell.stance,
                "held": str(cell.positions[-1].held),
                "positions": [made.positions.index(each) + 1 for each in cell.positions],
            }
            for (id, on_what), cell in cells.items()
        ]  # fmt: skip
        shown = {
            (actors[id].name, on_what): (cell.stance, str(cell.positions[-1].held))
            for (id, on_what), cell in cells.items()
        }
    if as_json:
        paint.json(listed)
        return
    about = [each.id for each in made.issues if any(each.id == key[1] for key in shown)]
    table = paint.columns("party" if party else "actor")
    for id in about:
        table.add_column(id)
    for name in sorted({key[0] for key in shown}):
        cells_of = (shown.get((name, id)) for id in about)
        table.add_row(
            paint.text(name),
            *(paint.line(paint.stance(c[0]), (f" {c[1]}", "quiet")) if c else "" for c in cells_of),
        )
    paint.table(paint.out(), table)


# ---------------------------------------------------------------------------------------------- below


@contextmanager
def coded(dossier: Path) -> Iterator[tuple["Store", Dossier]]:
    """The dossier and what its codebook brought. Raises StoreError where it has none."""
    from standpunt.errors import StoreError
    from standpunt.store import Store

    with Store(dossier) as store:
        made = store.coding()
        if not made.issues:
            raise StoreError(
                "this dossier has no issues",
                where=str(dossier),
                hint=f"give it a codebook: `standpunt code {dossier} --codebook FILE`, or the word `policy`",
            )
        yield store, made


def chosen(
    store: "Store", made: Dossier, actor: str, issue: str
) -> Callable[["Position | Condition | Silence"], bool]:
    """What an actor and an issue choose; empty is all. Raises StoreError where there is none of the name."""
    ids = {row["id"] for row in store.actors_named(actor)} if actor else set()
    if issue:
        one_of(issue, [each.id for each in made.issues], "no issue has this id")
    return lambda each: (not actor or each.actor in ids) and issue in ("", each.issue)


def one_of(given: str, known: list[str], otherwise: str) -> str:
    """The name that is meant, whatever its capitals and accents. Raises StoreError with the nearest one."""
    from standpunt.errors import StoreError
    from standpunt.registry import fold

    folded = {fold(each): each for each in known}
    if fold(given) in folded:
        return folded[fold(given)]
    near = get_close_matches(fold(given), list(folded), 1)
    hint = f"did you mean {folded[near[0]]!r}?" if near else f"there is {', '.join(known) or 'none'}"
    raise StoreError(otherwise, where=given, hint=hint)


def _silent(
    store: "Store", made: Dossier, fits: Callable[["Position | Condition | Silence"], bool], as_json: bool
) -> None:
    from standpunt.cli import paint
    from standpunt.dossier import silence

    names = {each.id: each.name for each in made.actors}
    labels: Mapping[str, Mapping[str, Any]] = {row["id"]: row for row in store.rows("articles")}
    found = [
        {
            "actor": names[each.actor], "issue_id": each.issue, "declines": each.declines,
            "published": labels[each.article]["published"], "article": labels[each.article]["label"],
            "article_id": each.article,
        }
        for each in silence.find(store.dated_articles(), made.positions)
        if fits(each)
    ]  # fmt: skip
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
