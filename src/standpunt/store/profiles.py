"""What a dossier knows of one actor: when he comes up, as what, and who speaks of whom."""

from typing import Any

from sqlalchemy import Column, Connection, select

from standpunt.store import tables


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


def spoken_of(connection: Connection, actor: str, limit: int | None = None) -> list[dict[str, object]]:
    """Who says something in which he is named or meant, and how often, the most frequent first."""
    have = tables.speaks_of.c
    return _most(connection, have.speaker_id, have.actor_id, actor, limit)


def speaks_of(connection: Connection, actor: str, limit: int | None = None) -> list[dict[str, object]]:
    """Of whom he says something, and how often, the most frequent first."""
    have = tables.speaks_of.c
    return _most(connection, have.actor_id, have.speaker_id, actor, limit)


def _most(
    connection: Connection, wanted: Column[Any], of: Column[Any], actor: str, limit: int | None
) -> list[dict[str, object]]:
    who, number = tables.actors.c, tables.speaks_of.c.statements
    query = (
        select(who.id, who.name, number)
        .join_from(tables.speaks_of, tables.actors, who.id == wanted)
        .where(of == actor)
        .order_by(number.desc(), who.id)
        .limit(limit)
    )
    return [dict(row._mapping) for row in connection.execute(query)]
