"""What was found by setting articles beside each other, kept for the next build: what is as it was need not be compared
again."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, and_, delete, select

from standpunt.model import Compared
from standpunt.store import loading, tables, versions

_HAVE, _READ, _KEPT = tables.sources.c, tables.readings.c, tables.compared.c


def known(connection: Connection) -> dict[str, Compared]:
    """By the ids of articles whose text and reading are as they were; whoever asks knows whether the code is."""
    query = (
        select(_KEPT.article_id, _KEPT.found)
        .join(tables.sources, and_(_HAVE.id == _KEPT.article_id, _HAVE.digest == _KEPT.digest))
        .join(tables.readings, and_(_READ.article_id == _HAVE.id, _READ.made_by == _KEPT.read_by))
        .where(versions.NOW, _READ.digest == _HAVE.digest)
    )
    return {row.article_id: _decoded(row.found) for row in connection.execute(query)}


def keep(connection: Connection, compared: Mapping[str, Compared]) -> None:
    """Keeps what was found of the articles as they are now; writes what is new of it."""
    had = {row.article_id: row for row in connection.execute(select(tables.compared))}
    query = select(_HAVE.id, _HAVE.digest, _READ.made_by).join(tables.readings, _READ.article_id == _HAVE.id)
    rows = {
        row.id: {
            "article_id": row.id,
            "digest": row.digest,
            "read_by": row.made_by,
            "found": msgspec.json.encode(compared[row.id]).decode(),
        }
        for row in connection.execute(query)
        if row.id in compared
    }
    changed = [row for id, row in rows.items() if id not in had or dict(had[id]._mapping) != row]
    gone = [id for id in had if id not in rows]
    for ids in loading.batches([*gone, *(row["article_id"] for row in changed)]):
        connection.execute(delete(tables.compared).where(_KEPT.article_id.in_(ids)))
    loading.put(connection, tables.compared, changed)


def _decoded(found: str) -> Compared:
    return msgspec.json.decode(found, type=Compared)
