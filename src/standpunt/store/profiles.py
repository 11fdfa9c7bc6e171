"""What a dossier knows of one actor: when he comes up, as what, and who speaks of whom."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from standpunt.store import tables

_said, _named = tables.statements.c, tables.mentions.c

_SAYING = (
    select(
        _said.id,
        _said.speaker_id,
        _said.speaker,
        _said.content_spans,
        _named.actor_id,
        _named.actor,
        _named.start,
        _named.stop,
    )
    .select_from(tables.statements.join(tables.mentions, _said.article_id == _named.article_id))
    .where(_named.start >= _said.sentence_start, _named.stop <= _said.sentence_stop)
)
"""Every statement beside every mention in its sentence."""


def seen(connection: Connection, actor: str) -> list[dict[str, object]]:
    """The articles in which he comes up, by date, each with the role and party that it gives."""
    chains, articles = tables.chains.c, tables.articles.c
    query = (
        select(articles.id, articles.label, articles.published, chains.role, chains.party)
        .select_from(tables.chains.join(tables.articles, articles.id == chains.article_id))
        .where(chains.actor_id == actor)
        .order_by(articles.number, chains.number)
    )
    return [dict(row._mapping) for row in connection.execute(query)]


def spoken_of(connection: Connection, actor: str) -> list[dict[str, object]]:
    """Who says something in which he is named or meant, and how often, the most frequent first."""
    theirs = _SAYING.where(_named.actor_id == actor, _said.speaker_id != actor)
    return _counted(connection, theirs, "speaker_id", "speaker")


def speaks_of(connection: Connection, actor: str) -> list[dict[str, object]]:
    """Of whom he says something, and how often, the most frequent first."""
    his = _SAYING.where(_said.speaker_id == actor, _named.actor_id != actor)
    return _counted(connection, his, "actor_id", "actor")


def _counted(connection: Connection, query: Select[Any], id: str, name: str) -> list[dict[str, object]]:
    """For each actor the number of statements, each counted once."""
    saying = (row._mapping for row in connection.execute(query))
    once = {(row["id"], row[id]): row[name] for row in saying if _inside(row)}
    counts = Counter((actor, called) for (_, actor), called in once.items())
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [{"id": actor, "name": called, "statements": number} for (actor, called), number in ordered]


def _inside(row: RowMapping) -> bool:
    """Whether a mention lies in what is said, and not in the words around it."""
    return any(start <= row["start"] and row["stop"] <= stop for start, stop in row["content_spans"])
