"""What was found by setting articles beside each other, kept for the next build: what is as it was need not be compared
again."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, and_, delete, select

from standpunt.dossier.gist import Appearance, Compared
from standpunt.store import loading, tables, versions

_HAVE, _READ, _KEPT = tables.sources.c, tables.readings.c, tables.compared.c
_AT_ONCE = 1_000
"""Rows fetched together."""


def known(connection: Connection) -> dict[str, Compared]:
    """By the ids of articles whose text and reading are as they were; whoever asks knows whether the code is."""
    query = (
        select(_KEPT.article_id, _KEPT.found)
        .join(tables.sources, and_(_HAVE.id == _KEPT.article_id, _HAVE.digest == _KEPT.digest))
        .join(tables.readings, and_(_READ.article_id == _HAVE.id, _READ.made_by == _KEPT.read_by))
        .where(versions.NOW, _READ.digest == _HAVE.digest)
    )
    once = _Once()
    found = connection.execution_options(yield_per=_AT_ONCE).execute(query)
    return {row.article_id: once.decoded(row.found) for row in found}


def keep(connection: Connection, new: Mapping[str, Compared]) -> None:
    """Keeps what was found of these articles as they are now, and nothing of articles that are no longer there."""
    now = select(_HAVE.id).join(tables.readings, _READ.article_id == _HAVE.id).where(versions.NOW)
    connection.execute(delete(tables.compared).where(_KEPT.article_id.not_in(now)))
    query = select(_HAVE.id, _HAVE.digest, _READ.made_by).join(tables.readings, _READ.article_id == _HAVE.id)
    for ids in loading.batches(sorted(new)):
        connection.execute(delete(tables.compared).where(_KEPT.article_id.in_(ids)))
        rows = [
            {
                "article_id": row.id,
                "digest": row.digest,
                "read_by": row.made_by,
                "found": msgspec.json.encode(new[row.id]).decode(),
            }
            for row in connection.execute(query.where(_HAVE.id.in_(ids)))
        ]
        loading.put(connection, tables.compared, rows)


class _Once:
    """Decodes, and holds what many articles say alike (who appears, and as what) in memory only once."""

    def __init__(self) -> None:
        self._had: dict[Appearance, Appearance] = {}

    def decoded(self, found: str) -> Compared:
        made = msgspec.json.decode(found, type=Compared)
        chains = tuple(self._had.setdefault(each, each) for each in made.gist.chains)
        return replace(made, gist=replace(made.gist, chains=chains))
