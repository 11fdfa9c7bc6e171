"""`standpunt timeline`: what happened, what is planned and what was said, by date."""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.model import EventKind, EventStatus, Moment

if TYPE_CHECKING:
    from rich.text import Text

    from standpunt.store import Store

_SHORT = 110
"""Characters of what is said on a line."""
_FEW = 5
"""Names of those who take part on a line."""
_MARKS = {
    EventStatus.HAPPENED: "happened",
    EventStatus.PLANNED: "planned",
    EventStatus.HYPOTHETICAL: "perhaps",
}


def timeline(
    since: Annotated[
        datetime.datetime | None,
        typer.Option("--from", formats=options.DAY, help="What can have been on this day or later."),
    ] = None,
    until: Annotated[
        datetime.datetime | None,
        typer.Option("--until", formats=options.DAY, help="What can have been on this day or before."),
    ] = None,
    actor: Annotated[
        str, typer.Option("--actor", help="Who takes part or speaks: a name or a part of one.")
    ] = "",
    kind: Annotated[
        EventKind | None,
        typer.Option("--kind", "-k", help="Only events of this kind, and nothing that is said."),
    ] = None,
    events: Annotated[bool, typer.Option("--events", help="Leave out what is said.")] = False,
    dossier: options.Dossier = options.DEFAULT,
    as_json: options.Json = False,
) -> None:
    """List what happened, what is planned and what was said, by date. The second column says how sure the date is:
    exact, one of so many days, some day before or after, or not known; the number at the end is that of the article,
    as for `show`.

    Example:

    - `standpunt timeline --from 2025-02-10 --until 2025-02-20`
    - `standpunt timeline --actor Brandsma`
    - `standpunt timeline --kind vote --json`
    """
    from standpunt.cli import paint
    from standpunt.store import Store, WantedEvents

    first, last = (each.date() if each else None for each in (since, until))
    with Store(dossier) as store:
        rows = [{"type": "event", **row} for row in store.event_rows(WantedEvents(kind, actor, first, last))]
        if kind is None and not events:
            rows += _said(store, actor, first, last)
    rows.sort(
        key=lambda row: (*_when(row).in_time, row["type"] == "statement")
    )  # what happened before what was said
    if as_json:
        paint.json([{key: value for key, value in row.items() if key != "lemmas"} for row in rows])
        return
    out, width = paint.out(), max((len(str(_when(row))) for row in rows), default=0)
    for row in rows:
        out.print(_line(row, width))
    count = sum(row["type"] == "event" for row in rows)
    said = len(rows) - count
    paint.err().print(
        paint.line((f"{paint.count(count, 'event')}, {paint.count(said, 'statement')}", "quiet"))
    )


def _said(
    store: "Store", actor: str, first: datetime.date | None, last: datetime.date | None
) -> list[dict[str, Any]]:
    """The statements of the days on which they can have been made."""
    from standpunt.store import Wanted

    numbers = {row["id"]: row["number"] for row in store.rows("articles")}
    found = []
    for row in store.statements(Wanted(speaker=actor)):
        when = _when(row)
        early = first is not None and (when.latest or datetime.date.max) < first
        late = last is not None and (when.earliest or datetime.date.min) > last
        unknown = when.precision == "open" and (first or last)
        if not (early or late or unknown):
            found.append({"type": "statement", **row, "article_number": numbers[row["article_id"]]})
    return found


def _when(row: Mapping[str, Any]) -> Moment:
    """When it was, or can have been: of a statement the day told for it, else that of its article."""
    for prefix in ("", "said_", "published_"):
        days = row.get(f"{prefix}earliest"), row.get(f"{prefix}latest")
        if any(days):
            return Moment(*days)
    return Moment()


def _line(row: Mapping[str, Any], width: int) -> "Text":
    from standpunt.cli import paint

    when = _when(row)
    head = ((f"{when!s:<{width}}", "date"), f"  {_sure(when):<11}")
    if row["type"] == "statement":
        words = " ".join(row["content"].split())
        words = words if len(words) <= _SHORT else words[:_SHORT].rsplit(" ", 1)[0] + " …"
        return paint.line(
            *head, ("said      ", "quiet"), paint.speaker(row), ": ", (words, f"said.{row['form']}"),
            (f"  [{row['article_number']}]", "quiet"),
        )  # fmt: skip
    mark = _MARKS[EventStatus(row["status"])]
    who = row["participants"]
    more = f" and {len(who) - _FEW} more" if len(who) > _FEW else ""
    named = ", ".join(who[:_FEW]) + more
    articles = dict.fromkeys(str(told["article_number"]) for told in row["told"])
    place = f" in {row['place']}" if row["place"] and row["place"] not in row["what"] else ""
    return paint.line(
        *head, (f"{mark:<10}", "quiet" if mark == "happened" else "warning"), (row["what"], "heading"), place,
        (f"  {row['kind']}", "quiet"), (f"  {named}" if named else "", "name"),
        (f"  [{', '.join(articles)}]", "quiet"),
    )  # fmt: skip


def _sure(when: Moment) -> str:
    """How sure a date is, in a word."""
    match when.precision:
        case "day":
            return "exact"
        case "half-open":
            return "or later" if when.latest is None else "or before"
        case "open":
            return "unknown"
    return f"{when.width} days"
