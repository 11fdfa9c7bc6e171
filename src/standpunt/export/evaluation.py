"""Articles as JSON Lines in the form that the project's `score.py` reads; its docstring says what that is.

`file` is the base name of the source; offsets are half-open, in characters, into the text as it was read.
"""

from pathlib import PurePath
from typing import IO, Any

import msgspec

from standpunt.dossier import acting
from standpunt.model import Actor, DatedArticle, Dossier, Span, Statement
from standpunt.store import Store


def write(store: Store, out: IO[str], with_text: bool = True) -> None:
    """Of the words of an article it holds only those of cues and sources, with or without text."""
    actors = {actor.id: actor for actor in store.actors()}
    coding = store.coding()
    for dated in store.dated_articles():
        out.write(msgspec.json.encode(line(dated, actors, coding)).decode() + "\n")


def line(dated: DatedArticle, actors: dict[str, Actor], coding: Dossier) -> dict[str, Any]:
    """One article; `actors` by their ids, `coding` what stands of them on issues: each is given once."""
    taken = dict.fromkeys(
        (actors[each.actor].name, each.issue, each.stance)
        for each in coding.positions
        if each.article == dated.article.id
    )
    stated = {(each.actor, each.span): each for each in coding.conditions if each.article == dated.article.id}
    published = dated.published
    bounds = {"earliest": published.earliest, "latest": published.latest}
    found = {
        "file": PurePath(dated.article.provenance.source).name,
        "published": bounds,
        "statements": [_statement(dated, each, actors) for each in dated.reading.statements],
        "times": [
            {"span": told.span, "value": resolved.value}
            for told, resolved in zip(dated.reading.times, dated.times, strict=True)
            if resolved.value
        ],
        "actors": [
            {"name": actors[each].name, "kind": actors[each].kind} for each in acting(dated) if each in actors
        ],
        "positions": [{"actor": who, "issue": issue, "stance": stance} for who, issue, stance in taken],
        "conditions": [
            {"actor": actors[each.actor].name, "issue": each.issue, "span": each.span}
            for each in stated.values()
        ],
    }
    if None in bounds.values():
        del found["published"]
    return found


def _statement(dated: DatedArticle, statement: Statement, actors: dict[str, Actor]) -> dict[str, Any]:
    def name(chain: int | None) -> str | None:
        actor = actors.get(dated.actors[chain]) if chain is not None else None
        return actor.name if actor else None

    def words(span: Span | None) -> str | None:
        return span.of(dated.article.text) if span else None

    return {
        "content": statement.content,
        "speaker": name(statement.speaker),
        "form": statement.form,
        "cue": words(statement.cue),
        "source": words(statement.source),
        "via": name(statement.via),
        "declines": statement.declines,
        "confidence": statement.confidence,
    }
