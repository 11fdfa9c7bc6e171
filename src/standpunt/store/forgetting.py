"""The records of what is forgotten in the file, and taking it out of what was collected."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select

from standpunt.dossier.forgetting import Forgotten, Kind, Record
from standpunt.model import Article, Reading, Span
from standpunt.store import corrections, rows, tables, versions


def records(connection: Connection) -> list[Record]:
    columns = tables.forgotten.c
    found = connection.execute(select(tables.forgotten).order_by(columns.kind, columns.digest))
    return [
        Record(Kind(row.kind), row.digest, tuple(Span(*each) for each in row.spans), tuple(row.fields))
        for row in found
    ]


def keep(connection: Connection, new: Iterable[Record]) -> Forgotten:
    """Adds to the records, those of one text together; gives all."""
    known = {(record.kind, record.digest): record for record in records(connection)}
    for record in new:
        before = known.get((record.kind, record.digest), record)
        known[record.kind, record.digest] = Record(
            record.kind,
            record.digest,
            tuple(sorted({*before.spans, *record.spans})),
            tuple(sorted({*before.fields, *record.fields})),
        )
    connection.execute(delete(tables.forgotten))
    connection.execute(insert(tables.forgotten), [msgspec.to_builtins(each) for each in known.values()])
    return Forgotten(known.values())


def take_out(connection: Connection, forgotten: Forgotten) -> None:
    """Cuts or deletes the articles that these records are about, with their readings and what was said of them when
    they could not be read. Their earlier versions go whole, and so does any that they are about."""
    have, put = tables.sources.c, tables.set_aside.c
    for row in connection.execute(select(tables.sources)).all():
        article = msgspec.json.decode(row.article, type=Article)
        left = forgotten.left(article, _unread)
        if left == article:
            continue
        versions.drop(connection, or_(have.id == row.id, have.version_of == row.id))
        if row.version_of:
            continue
        connection.execute(
            delete(tables.set_aside).where(
                put.origin == row.origin, put.source == row.source, put.part == row.part
            )
        )
        if left is not None:
            kept = {"origin": row.origin, "build": row.build, "version_of": ""}
            connection.execute(insert(tables.sources), {**rows.of_source(left), **kept})
    texts = connection.execute(select(have.article)).scalars()
    corrections.forget(connection, forgotten, (msgspec.json.decode(each, type=Article) for each in texts))


def _unread(article: Article) -> Reading:
    """Of what was read the records know the places; of the rest only the names do."""
    return Reading(article.id)
