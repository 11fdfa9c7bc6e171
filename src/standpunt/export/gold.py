"""What people confirmed and corrected as annotation to measure against: a YAML file and a text for each article that
they looked at, as `standpunt evaluate` reads them.

What nobody looked at is optional: it counts neither as missed nor as false. Positions are of use only where all of an
article were looked at, since one cannot be left out; times, actors and the date are nobody's work.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import yaml

from standpunt.dossier.corrections import Places
from standpunt.dossier.corrections.statements import statement_at
from standpunt.errors import StandpuntError
from standpunt.model import Anchor, Change, DatedArticle, Span, Statement
from standpunt.store import Store
from standpunt.store.rows import Row

_EDGE = r"(?!(?<=\w)(?=\w))"
"""Not inside a word."""


def write(store: Store, folder: Path, with_text: bool = True) -> None:
    """Raises StandpuntError where it should be without the texts, or where nobody looked at anything."""
    if not with_text:
        raise StandpuntError(
            "annotation is words of texts, and cannot be without them", hint="leave that option out"
        )
    made = sorted((row for row in store.rows("corrections") if not row["undone"]), key=_article)
    names = {actor.id: actor.name for actor in store.actors()}
    files = 0
    for article, rows in groupby(made, key=_article):
        dated = next(store.dated_articles(article), None)
        if dated is None:  # another text came in its place
            continue
        files += 1
        name = f"{dated.article.id}.txt"
        (folder / name).write_text(dated.article.text, encoding="utf-8", newline="")
        written = yaml.safe_dump(
            _annotated(store, dated, name, list(rows), names), allow_unicode=True, sort_keys=False
        )
        (folder / f"{dated.article.id}.yaml").write_text(written, encoding="utf-8")
    if not files:
        hint = "correct or accept something first: `standpunt serve --edit`"
        raise StandpuntError("nobody has confirmed or corrected anything yet", where=store.where, hint=hint)


def _article(row: Row) -> str:
    return str(row["anchor"]["article"])


def _annotated(
    store: Store, dated: DatedArticle, file: str, rows: list[Row], names: dict[str, str]
) -> dict[str, Any]:
    places = Places([dated.article])
    looked_at: list[tuple[Row, Span]] = []
    for row in rows:
        found = places.find(msgspec.convert(row["anchor"], Anchor))
        if found:
            looked_at.append((row, found[1]))
    judged = {
        statement_at(dated.reading, span)
        for row, span in looked_at
        if Change(row["change"]) in (Change.ACCEPT, Change.SPEAKER, Change.CONTENT, Change.ADD)
        and not row["after"]["issue"]
    }
    annotated: dict[str, Any] = {
        "text": file,
        "layers": ["statements"],
        "statements": [
            _statement(dated, each, at in judged, names) for at, each in enumerate(dated.reading.statements)
        ],
    }
    shown = list(_positions(store, dated.article.id))
    if shown and all(any(_about(row, span, each) for row, span in looked_at) for each in shown):
        annotated["layers"].append("positions")
        told = {(each["actor"], each["issue_id"], str(each["stance"])) for each in shown}
        annotated["positions"] = [
            {"actor": actor, "issue": issue, "stance": stance} for actor, issue, stance in sorted(told)
        ]
    return annotated


def _statement(dated: DatedArticle, said: Statement, judged: bool, names: dict[str, str]) -> dict[str, Any]:
    speaker = dated.actors[said.speaker] if said.speaker is not None else ""
    made: dict[str, Any] = {
        "content": list(_quoted(dated.article.text, said.content)),
        "speaker": names.get(speaker, ""),
        "form": said.form.value,
    }
    if said.declines:
        made["declines"] = True
    if not judged:
        made["optional"] = True
    return made


def _quoted(text: str, pieces: Iterable[Span]) -> Iterator[str]:
    """As they stand in the text, with `@2` behind the second of several that are the same."""
    for piece in pieces:
        words = piece.of(text)
        found = [each.start() for each in re.finditer(f"{_EDGE}{re.escape(words)}{_EDGE}", text)]
        nth = found.index(piece.start) + 1 if piece.start in found else 1
        yield f"{words}@{nth}" if nth > 1 or re.fullmatch(r".+@\d+", words, re.DOTALL) else words


def _positions(store: Store, article: str) -> Iterator[Row]:
    return (row for row in store.coded_rows("positions") if row["article_id"] == article)


def _about(row: Row, span: Span, position: Row) -> bool:
    """Whether somebody looked at a position."""
    same = (row["after"]["issue"], row["after"]["actor_id"]) == (position["issue_id"], position["actor_id"])
    return same and span.overlaps(Span(position["start"], position["stop"]))
