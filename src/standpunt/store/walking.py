"""A dossier row by row, so that one of any size fits into memory."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, select

from standpunt.store import tables
from standpunt.store.rows import Row

_AT_ONCE = 1000
"""Rows that are fetched together."""

Found = dict[str, list[Row]]
"""The rows of an article by the name of their table."""


def each(connection: Connection, table: str) -> Iterator[Row]:
    """The rows of a table; what stands in the articles in their order and then in that of the text."""
    rows, articles = tables.metadata.tables[table], tables.articles
    query = select(rows)
    if table == "articles":
        query = query.order_by(rows.c.number)
    elif "article_id" in rows.c:
        within = rows.c["number" if "number" in rows.c else "id"]
        query = query.join(articles, articles.c.id == rows.c.article_id).order_by(articles.c.number, within)
    else:
        query = query.order_by(*rows.primary_key.columns)
    found = connection.execute(query.execution_options(yield_per=_AT_ONCE))
    return (dict(row._mapping) for row in found)


def by_article(connection: Connection, *inside: str) -> Iterator[tuple[Row, Found]]:
    """The articles in their order, each with its rows of some tables; those of one article are held at a time."""
    streams = {name: groupby(each(connection, name), itemgetter("article_id")) for name in inside}
    heads = {name: next(stream, None) for name, stream in streams.items()}
    for article in each(connection, "articles"):
        found: Found = {}
        for name, stream in streams.items():
            head = heads[name]
            found[name] = []
            if head is not None and head[0] == article["id"]:
                found[name] = list(head[1])
                heads[name] = next(stream, None)
        yield article, found


def by_utterance(connection: Connection) -> Iterator[tuple[Row, list[Row]]]:
    """The utterances in their order, each with the statements that give it, the fullest first and then in the order of
    the articles, with the outlet and the address of each; those of one utterance are held at a time."""
    told, said, given, article = tables.utterances, tables.statements, tables.witnesses, tables.articles
    first = tables.articles.alias()
    query = (
        select(said, given.c.utterance_id, article.c.outlet, article.c.url)
        .join(given, given.c.statement_id == said.c.id)
        .join(told, told.c.id == given.c.utterance_id)
        .join(article, article.c.id == said.c.article_id)
        .join(first, first.c.id == told.c.article_id)
        .order_by(first.c.number, told.c.number, said.c.id != told.c.fullest_id, article.c.number)
    )
    found = connection.execution_options(yield_per=_AT_ONCE).execute(query)
    witnesses = groupby((dict(row._mapping) for row in found), itemgetter("utterance_id"))
    for row, (_, statements) in zip(each(connection, told.name), witnesses, strict=True):
        yield row, list(statements)
