"""`standpunt show`, `search` and `actors`: questions to a dossier."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.model import MentionForm, Span

if TYPE_CHECKING:
    from rich.text import Text

    from standpunt.model import DatedArticle
    from standpunt.store import Place, Store

_AROUND = 70
"""Characters shown on each side of a word found in an article."""


def show(
    article: Annotated[
        str,
        typer.Argument(
            help="Its number in the dossier, the beginning of its id, its file name or words of its title."
        ),
    ] = "",
    dossier: options.Dossier = options.DEFAULT,
    as_json: options.Json = False,
) -> None:
    """Show what a dossier holds; or one article, with what was said in it coloured and numbered.

    Example:

    - `standpunt show`
    - `standpunt show 3`
    - `standpunt show brug.txt --dossier brug.db`
    """
    from standpunt.cli import paint
    from standpunt.store import Wanted

    with opened(dossier) as store:
        if not article:
            _overview(store, as_json)
            return
        row = store.article(article)
        said = store.statements(Wanted(article=row["id"]))
        if as_json:
            paint.json({**plain(row), "statements": [plain(each) for each in said]})
            return
        dated = next(store.dated_articles(row["id"]))
        _article(row, dated, said, len(store.versions(row["id"]).get(row["id"], ())))


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            help='All of these words; "..." keeps words together, OR joins alternatives, wor* is a beginning.'
        ),
    ],
    dossier: options.Dossier = options.DEFAULT,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many of each to show.")] = 20,
    as_json: options.Json = False,
) -> None:
    """Search what is said and the articles, whatever the inflection: onderhandelen also finds onderhandelde.

    Example:

    - `standpunt search onderhandelen`
    - `standpunt search 'tunnel OR brug' '"op korte termijn"'`
    """
    from standpunt.cli import paint

    with opened(dossier) as store:
        hits = store.search(" ".join(words), limit)
    if as_json:
        found = {
            "total": hits.total,
            "statements": [plain(row) for row in hits.statements],
            "articles": [plain(row) for row in hits.articles],
        }
        paint.json(found)
        return
    out = paint.out()
    for row in hits.statements:
        out.print(paint.statement(row, hits.places(row["content"])), "", sep="\n")
    for row in hits.articles:
        out.print(
            paint.line(
                (row["published"], "date"), "  ", (row["label"], "heading"), (f"  {row['source']}", "quiet")
            )
        )
        places = list(hits.places(row["text"]))
        if places:
            out.print(paint.line("  ", _passage(row["text"], places)))
    total = paint.count(hits.total["statements"], "statement"), paint.count(hits.total["articles"], "article")
    paint.err().print(paint.line((f"found in {total[0]} and {total[1]}", "quiet")))


def actors(
    named: Annotated[
        str, typer.Argument(metavar="NAME", help="Those with this in their name or an alias.")
    ] = "",
    speaking: Annotated[bool, typer.Option("--speaking", help="Only those who say something.")] = False,
    dossier: options.Dossier = options.DEFAULT,
    as_json: options.Json = False,
) -> None:
    """List who is spoken of, with their offices, other names, and how much they say.

    Example:

    - `standpunt actors --speaking`
    - `standpunt actors Brekelmans --json`
    """
    from standpunt.cli import paint

    with opened(dossier) as store:
        found = store.actors_named(named)
    if speaking:
        found = [row for row in found if row["statements"]]
    if as_json:
        paint.json(found)
        return
    out = paint.out()
    for row in sorted(found, key=lambda row: (-row["statements"], -row["articles"], row["name"])):
        out.print(paint.actor(row))
    paint.err().print(paint.line((paint.count(len(found), "actor"), "quiet")))


# ---------------------------------------------------------------------------------------------- below


@contextmanager
def opened(dossier: "Place") -> Iterator["Store"]:
    """The dossier; says so on standard error where its last build was not finished."""
    from standpunt.cli import paint
    from standpunt.store import Store

    with Store(dossier) as store:
        if not store.complete:
            said = "the last build was not finished; run `standpunt build` on it again"
            paint.err().print(paint.line((said, "warning")))
        yield store


def _overview(store: "Store", as_json: bool) -> None:
    from standpunt.cli import paint

    counts, articles, aside = store.counts(), store.rows("articles"), store.rows("set_aside")
    if as_json:
        listed = [plain(each) for each in articles]
        paint.json(
            {"complete": store.complete, "counts": counts, "articles": listed, "set_aside": aside},
        )
        return
    out = paint.out()
    held = ", ".join(
        paint.count(counts[name], name[:-1]) for name in ("articles", "statements", "actors", "times")
    )
    out.print(paint.line((store.where, "heading"), f"  {held}"))
    for row in articles:
        out.print(paint.article(row))
    if aside:
        out.print(paint.line((f"set aside: {len(aside)}", "warning")))
    for row in aside:
        part = f", {row['part']}" if row["part"] else ""
        out.print(paint.line(f"  {row['source']}{part}: {row['reason']}", (f"  {row['hint']}", "quiet")))


def _article(
    row: Mapping[str, Any], dated: "DatedArticle", said: list[dict[str, Any]], versions: int
) -> None:
    from standpunt.cli import paint

    out = paint.out()
    where = ", ".join(filter(None, (row["outlet"], row["agency"], row["author"], row["source"], row["part"])))
    out.print(paint.line((row["label"], "heading")))
    out.print(paint.line((row["published"], "date"), (f"  {where}", "quiet")))
    for clue in row["published_evidence"]:
        out.print(paint.line((f"  {clue['rule']}: {clue['words']}", "quiet")))
    if versions:
        seen = f"  the last of {versions} versions: `standpunt revisions {row['number']}` compares them"
        out.print(paint.line((seen, "quiet")))
    out.print("", _painted(dated), "", sep="\n")
    for each in said:
        cue = f", cue: {each['cue']}" if each["cue"] else ""
        via = f", via {each['via']}" if each["via"] else ""
        out.print(
            paint.line(
                (f"[{each['number']}] ", "quiet"), paint.speaker(each), f": {paint.manner(each)}{via}{cue}"
            )
        )


def _painted(dated: "DatedArticle") -> "Text":
    """The text with names, offices, dates and what is said coloured, and the number of each statement
    behind it."""
    from standpunt.cli import paint

    reading = dated.reading
    painted = paint.text(dated.article.text)
    for statement in reading.statements:
        for piece in statement.content:
            painted.stylize(f"said.{statement.form.value}", piece.start, piece.end)
    for mention in reading.mentions:
        if mention.form is MentionForm.NAME:
            painted.stylize("office", mention.span.start, mention.span.end)
            painted.stylize("name", mention.head.start, mention.head.end)
        elif mention.form is MentionForm.ROLE:
            painted.stylize("office", mention.span.start, mention.span.end)
    for told in reading.times:
        painted.stylize("date", told.span.start, told.span.end)
    ends = sorted(((each.content[-1].end, at) for at, each in enumerate(reading.statements, 1)), reverse=True)
    for end, number in ends:
        painted = painted[:end] + paint.line((f"[{number}]", "quiet")) + painted[end:]
    return painted


def _passage(text: str, places: list[Span]) -> "Text":
    """The words around the first place that was found, on one line."""
    from standpunt.cli import paint

    first = places[0]
    begin, end = text.rfind("\n", 0, first.start) + 1, text.find("\n", first.end)
    end = end if end >= 0 else len(text)
    start, stop = max(begin, first.start - _AROUND), min(end, first.end + _AROUND)
    if start > begin:  # whole words only
        start = text.find(" ", start, first.start) + 1 or first.start
    if stop < end:
        stop = max(text.rfind(" ", first.end, stop), first.end)
    shown = paint.text(text[start:stop])
    for place in places:
        if start <= place.start and place.end <= stop:
            shown.stylize("found", place.start - start, place.end - start)
    return paint.line("… " if start > begin else "", shown, " …" if stop < end else "")


def plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without the column that only a search needs."""
    return {key: value for key, value in row.items() if key != "lemmas"}
