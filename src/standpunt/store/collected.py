"""What was collected and read, as the pile that a dossier is made of: an article is decoded when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice

import msgspec
from sqlalchemy import Connection, or_, select

from standpunt.errors import BusyError
from standpunt.model import Anchor, Article, Reading
from standpunt.store import loading, tables, versions

_HAVE, _READ = tables.sources.c, tables.readings.c
_AT_ONCE = 100
"""Articles that are decoded together."""


class Collected:
    """Every article that has been read, with its reading; without earlier versions."""

    def __init__(self, where: str, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._where, self._transaction = where, transaction
        query = select(_HAVE.id).join(tables.readings, _READ.article_id == _HAVE.id).where(versions.NOW)
        with self._transaction() as connection:
            self.ids: Sequence[str] = list(connection.execute(query.order_by(_HAVE.id)).scalars())

    def read(self, ids: Iterable[str]) -> Iterator[tuple[Article, Reading]]:
        """Raises BusyError where one is not there any more."""
        query = select(_HAVE.id, _HAVE.article, _READ.reading).join(
            tables.readings, _READ.article_id == _HAVE.id
        )
        left = iter(ids)
        while some := list(islice(left, _AT_ONCE)):
            with self._transaction() as connection:
                found = {row.id: row for row in connection.execute(query.where(_HAVE.id.in_(some)))}
            if len(found) < len(set(some)):
                raise BusyError(
                    "somebody else changed what was collected", where=self._where, hint="build it again"
                )
            for id in some:
                row = found[id]
                yield (
                    msgspec.json.decode(row.article, type=Article),
                    msgspec.json.decode(row.reading, type=Reading),
                )

    def anchored(self, anchors: Iterable[Anchor]) -> Sequence[str]:
        found = set[str]()
        given = list(anchors)
        with self._transaction() as connection:
            for names in loading.batches(
                sorted({name for each in given for name in (each.article, each.source)})
            ):
                which = or_(_HAVE.id.in_(names), _HAVE.source.in_(names))
                found.update(connection.execute(select(_HAVE.id).where(which, versions.NOW)).scalars())
        return [id for id in self.ids if id in found]
