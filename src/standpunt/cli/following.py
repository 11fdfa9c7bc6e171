"""`standpunt new` and `revisions`: what came since a build, and what articles had otherwise before."""

import datetime
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.cli.asking import opened, plain
from standpunt.cli.changing import contradiction, shift

if TYPE_CHECKING:
    from rich.text import Text

    from standpunt.news import News


def new(
    since: Annotated[
        datetime.datetime | None,
        typer.Option(
            "--since",
            formats=options.DAY,
            metavar="DATE",
            help="All that builds of this day and later brought; otherwise what the last one did.",
        ),
    ] = None,
    dossier: options.Dossier = options.DEFAULT,
    as_json: options.Json = False,
) -> None:
    """Tell what came since the build before the last one: new and revised articles, and the statements, actors,
    positions, conditions, shifts and contradictions that nothing showed before.

    The same words in one more outlet are no new statement. What another model, codebook or correction makes of articles
    that were there is not listed.

    Example:

    - `standpunt new`
    - `standpunt new --since 2025-02-20 --json`
    """
    from standpunt import news
    from standpunt.cli import paint

    with opened(dossier) as store:
        build = news.before_day(store, since.date()) if since else news.before_last(store)
        found = news.since(store, build)
    if as_json:
        paint.json(_as_json(found))
        return
    out = paint.out()
    if found.before is None:
        counts = (_count(name, rows) for name, rows in _parts(found))
        out.print(paint.line(f"all is new in {store.where}: {', '.join(filter(None, counts))}"))
        return
    when = _when(found.before)
    if not found:
        out.print(paint.line(f"nothing new since {when}"))
    else:
        out.print(paint.line(("since ", "quiet"), (when, "date")), "", sep="\n")
        _print(found)
    if found.read_anew:
        said = (
            "the articles were read anew since, by another model, word list or version; that is not told here"
        )
        paint.err().print(paint.line((said, "warning")))


def revisions(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="One article, named as for `show`; otherwise all.")
    ] = "",
    dossier: options.Dossier = options.DEFAULT,
    as_json: options.Json = False,
) -> None:
    """Show the articles that their sources changed from one build to another: the sentences that were added, withdrawn
    or reworded, and who speaks in them. Earlier versions are kept beside the dossier; nothing in it counts them.

    Example:

    - `standpunt revisions`
    - `standpunt revisions 3 --json`
    """
    from standpunt import news
    from standpunt.cli import paint

    with opened(dossier) as store:
        found = news.revisions(store, article)
    if as_json:
        paint.json(found)
        return
    for row in found:
        paint.out().print(_revised(row), "", sep="\n")
    paint.err().print(paint.line((paint.count(len(found), "revised article"), "quiet")))


# ---------------------------------------------------------------------------------------------- below


def _parts(found: "News") -> list[tuple[str, Any]]:
    names = (
        "articles", "revised", "statements", "actors", "positions", "conditions", "shifts", "contradictions",
    )  # fmt: skip
    return [(name, getattr(found, name)) for name in names]


def _count(name: str, rows: list[Any]) -> str:
    from standpunt.cli import paint

    if not rows:
        return ""
    return f"{len(rows):,} revised" if name == "revised" else paint.count(len(rows), name[:-1])


def _as_json(found: "News") -> dict[str, Any]:
    parts = {name: [plain(row) for row in rows] for name, rows in _parts(found)}
    return {"build": found.build, "before": found.before, "read_anew": found.read_anew, **parts}


def _print(found: "News") -> None:
    from standpunt.cli import paint

    shown: Mapping[str, Callable[[Any], Text]] = {
        "articles": paint.article, "revised": _revised, "statements": paint.statement, "actors": paint.actor,
        "positions": paint.position, "conditions": _condition, "shifts": shift, "contradictions": contradiction,
    }  # fmt: skip
    out = paint.out()
    for name, rows in _parts(found):
        if rows:
            between = "\n" if name in ("articles", "actors") else "\n\n"
            out.print(paint.line((name if name == "revised" else f"new {name}", "heading")))
            out.print(*(shown[name](row) for row in rows), sep=between, end="\n\n")


def _condition(row: Mapping[str, Any]) -> "Text":
    from standpunt.cli import paint

    return paint.line((row["condition_group"], "name"), f"  {row['issue_id']}\n", paint.condition(row))


def _revised(row: Mapping[str, Any]) -> "Text":
    """An article and, from each of its versions to the next, what became of its sentences."""
    from standpunt.cli import paint

    parts = [paint.article(row)]
    for (before, after), changes in zip(pairwise(row["versions"]), row["changes"], strict=True):
        when = f"\n  {_when(before)} → {_when(after)}"
        title = f"  was headed: {before['title']}" if before["title"] != after["title"] else ""
        parts.append(paint.line((when, "date"), (title, "quiet")))
        parts += [_change(each) for each in changes]
        if not changes:
            parts.append(paint.line(("\n    only its layout changed", "quiet")))
    return paint.line(*parts)


def _change(row: Mapping[str, Any]) -> "Text":
    """A sentence as it was and as it is, with who says it where somebody does."""
    from standpunt.cli import paint

    parts = [paint.line(("\n    ", ""), (row["change"], f"change.{row['change']}"))]
    for side, sign in (("before", "−"), ("after", "+")):
        if row[side]:
            names = dict.fromkeys(each["speaker"] or "(speaker not known)" for each in row[f"{side}_said"])
            who = f"{', '.join(names)}: " if names else ""
            parts.append(paint.line(f"\n    {sign} ", (who, "name"), _marked(row, side)))
    return paint.line(*parts)


def _marked(row: Mapping[str, Any], side: str) -> "Text":
    """The sentence on one line, the words that only it has shown."""
    from standpunt.cli import paint

    start = row[f"{side}_span"][0]
    shown = paint.text(row[side].replace("\n", " "))
    for first, last in row[f"{side}_only_spans"]:
        shown.stylize("found", first - start, last - start)
    return shown


def _when(build: Mapping[str, Any]) -> str:
    """The moment of a build as the clocks are here, or its number."""
    from standpunt.news import moment

    if not build["made_at"]:
        number = build.get("number", build.get("build"))
        return f"build {number}" if number else "before builds were counted"
    return f"{moment(build['made_at']):%Y-%m-%d %H:%M}"
