"""`standpunt actor`: all that a dossier knows of one."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from standpunt.cli import options
from standpunt.cli.asking import opened

_SHOWN = 8
"""How many of those who speak of somebody are printed; JSON has all."""


def actor(
    named: Annotated[str, typer.Argument(metavar="NAME", help="His, her or its name, or a part of it.")],
    dossier: options.Dossier = options.DEFAULT,
    facts: options.Registry = None,
    as_json: options.Json = False,
) -> None:
    """Show one actor: offices and parties over time, other names, the first and the last article, who speaks of whom.

    Offices are those of the registry with their days, roles those that the articles give.

    Example:

    - `standpunt actor Brandsma`
    - `standpunt actor 'Farida el Ouali' --json`
    """
    from standpunt import registry
    from standpunt.cli import paint
    from standpunt.errors import StoreError

    with opened(dossier) as store:
        found = store.actors_named(named)
        if len(found) > 1:
            raise StoreError(
                "several here have this name",
                where=named,
                hint="name one, such as " + ", ".join(row["name"] for row in found[:_SHOWN]),
            )
        row = {**found[0], **store.profile(found[0]["id"])}
    known = registry.load(*facts or []).by_key(row["identity"]) if row["identity"] else None
    row["held"] = [
        {"title": each.title, "of": each.of, "from": str(each.start), "to": str(each.end)}
        for each in getattr(known, "offices", ())
    ]
    if as_json:
        paint.json(row)
        return
    _show(row)


def _show(row: Mapping[str, Any]) -> None:
    from standpunt.cli import paint

    out = paint.out()
    party = f" ({row['party']})" if row["party"] else ""
    numbers = f"{paint.count(row['statements'], 'statement')}, {paint.count(row['articles'], 'article')}"
    out.print(paint.line((row["name"], "name"), party, f"  {row['kind']}", (f"  {numbers}", "quiet")))
    other = ", ".join(alias for alias in row["aliases"] if alias != row["name"])
    if other:
        out.print(paint.line(("  also        ", "quiet"), other))
    for each in row["held"]:
        days = "/".join(".." if day == "onbekend" else day for day in (each["from"], each["to"]))
        office = f"{each['title']}, {each['of']}"
        out.print(paint.line(("  office      ", "quiet"), (days, "date"), "  ", (office, "office")))
    for role, day in _roles(row["seen"]):
        out.print(paint.line(("  called      ", "quiet"), (day, "date"), "  ", (role, "office")))
    dated = [each for each in row["seen"] if each["published"] != "onbekend"] or row["seen"]
    for label, articles in (("first seen", dated[:1]), ("last seen", dated[-1:])):
        for each in articles:
            published = (each["published"], "date")
            out.print(paint.line((f"  {label:<12}", "quiet"), published, f"  {each['label']}"))
    for label, key in (("spoken of", "spoken_of"), ("speaks of", "speaks_of")):
        told = ", ".join(f"{each['name']} {each['statements']}" for each in row[key][:_SHOWN])
        if told:
            by = "by " if key == "spoken_of" else ""
            out.print(paint.line((f"  {label:<12}", "quiet"), by, told))


def _roles(seen: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Each role and party that articles give, with the day of the first that does."""
    told: dict[str, str] = {}
    for each in seen:
        role = each["role"] + (f" ({each['party']})" if each["party"] else "")
        if each["role"]:
            told.setdefault(role, each["published"])
    return list(told.items())
