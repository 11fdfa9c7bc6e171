"""`standpunt statements` and `stories`: what was said, each once with its witnesses, and the copies of one text."""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.cli.asking import opened, plain
from standpunt.model import Form

if TYPE_CHECKING:
    from rich.text import Text


def statements(
    speaker: Annotated[
        str, typer.Option("--speaker", "-s", help="Who says it: a name or a part of one.")
    ] = "",
    form: Annotated[Form | None, typer.Option("--form", "-f", help="How it is told.")] = None,
    article: Annotated[
        str, typer.Option("--article", "-a", help="In which article, named as for `show`.")
    ] = "",
    since: Annotated[
        datetime.datetime | None,
        typer.Option("--since", formats=options.DAY, help="Published on this day or later."),
    ] = None,
    until: Annotated[
        datetime.datetime | None,
        typer.Option("--until", formats=options.DAY, help="Published on this day or before."),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option("--min-confidence", min=0, max=1, help="At least this sure of who says it, 0 to 1."),
    ] = 0.0,
    witnesses: Annotated[
        bool, typer.Option("--witnesses", "-w", help="Each article that gives it, and how its words differ.")
    ] = False,
    dossier: options.Dossier = options.DEFAULT,
    as_json: options.Json = False,
) -> None:
    """List who said what, when; all of it, or what is asked for. The same words in several articles are listed once,
    at their fullest, with the other outlets that give them.

    Example:

    - `standpunt statements --speaker Brekelmans --since 2025-02-01`
    - `standpunt statements --form direct --min-confidence 0.8 --json`
    - `standpunt statements --speaker Brekelmans --witnesses`
    """
    from standpunt.cli import paint
    from standpunt.store import Wanted

    first, last = (each.date() if each else None for each in (since, until))
    wanted = Wanted(speaker, form, article, first, last, min_confidence)
    with opened(dossier) as store:
        found = store.utterance_rows(wanted)
    if as_json:
        paint.json([plain(row) for row in found])
        return
    out = paint.out()
    for row in found:
        out.print(paint.statement(row))
        others = [each for each in row["witnesses"] if each["statement_id"] != row["id"]]
        if witnesses:
            for each in row["witnesses"] if others else ():
                out.print(_witness(each))
        elif others:
            out.print(paint.line((f"  also in: {', '.join(dict.fromkeys(map(_where, others)))}", "quiet")))
        out.print()
    told = sum(len(row["witnesses"]) for row in found)
    more = f", {paint.count(told, 'time')} told" if told > len(found) else ""
    paint.err().print(paint.line((paint.count(len(found), "statement") + more, "quiet")))


def stories(dossier: options.Dossier = options.DEFAULT, as_json: options.Json = False) -> None:
    """List the stories that several outlets print in nearly the same words, with their articles; the share is the
    least that one of them has in common with another.

    Example:

    - `standpunt stories`
    - `standpunt stories --json`
    """
    from standpunt.cli import paint

    with opened(dossier) as store:
        found = store.story_rows()
    if as_json:
        paint.json(found)
        return
    out = paint.out()
    for row in found:
        numbers = f"{paint.count(row['articles'], 'article')}, {row['entry']} alike"
        out.print(paint.line((row["label"], "heading"), (f"  {numbers}", "quiet")))
        for each in row["copies"]:
            out.print(
                paint.line(
                    (f"{each['number']:>4}  ", "quiet"), (f"{each['published']:<10}", "date"),
                    f"  {_where(each)}", (f"  {each['label']}, {paint.count(each['words'], 'word')}", "quiet"),
                )
            )  # fmt: skip
        out.print()
    paint.err().print(paint.line((paint.count(len(found), "story", "stories"), "quiet")))


# ---------------------------------------------------------------------------------------------- below


def _where(row: Mapping[str, Any]) -> str:
    """The outlet of an article, or its agency; else the article itself."""
    return str(row["outlet"] or row["agency"] or row.get("article") or row["label"])


def _witness(row: Mapping[str, Any]) -> "Text":
    """One article that gives the words, and what it leaves out or has beside the fullest."""
    from standpunt.cli import paint

    differs = [
        f"{verb} {' … '.join(f'‘{words}’' for words in row[column])}"
        for verb, column in (("leaves out", "lacks"), ("has", "adds"))
        if row[column]
    ]
    return paint.line(
        "  ", (row["published"], "date"), f"  {_where(row)}  [{row['article_number']}]",
        (f"  {', '.join(differs) or 'all of it'}", "quiet"),
    )  # fmt: skip
