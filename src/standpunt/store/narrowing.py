"""How to come by the first rows that fit all that is asked for, in the order of a list.

Each thing that is asked for is a `Narrowing`: a list of keys, and a condition that says the same of one row. Lists that
are far from all rows are read, for the keys that stand in each. What is left are lists that many rows are in: a page is
soon full when rows are looked at in their order, or in that of a list that comes in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, func, select

FEW, MANY, SHARE = 2_000, 50_000, 5
"""Up to so many keys a list is always read; not where it has more than so many, or more than one in so many rows."""

AT_ONCE = 500
"""Rows that are looked at together."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One thing that is asked for: `fits` says it of a row; `key` are the keys of all rows that do, in `source` under
    `where`, None where only a row can tell. `ordered` where an index has them in the order of the keys."""

    fits: ColumnElement[bool]
    source: FromClause | None = None
    key: ColumnElement[Any] | None = None
    where: tuple[ColumnElement[bool], ...] = ()
    ordered: bool = False

    def keys(self) -> Select[Any]:
        assert self.source is not None and self.key is not None
        return select(self.key.label("key")).select_from(self.source).where(*self.where)

    def size(self, connection: Connection, most: int) -> int:
        """How many keys there are; of more than `most` no more are counted."""
        if self.key is None:
            return most + 1
        some = self.keys().limit(most + 1).subquery()
        return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def narrowed(
    connection: Connection, query: Select[Any], key: Column[Any], asked: Sequence[Narrowing]
) -> Select[Any]:
    """The query for rows that fit all, in whatever order it has."""
    short = next((each for each in asked if each.size(connection, FEW) <= FEW), None)
    if short is not None:
        query = query.where(key.in_(short.keys()))
    return query.where(*(each.fits for each in asked if each is not short))


def places(
    connection: Connection,
    key: Column[int],
    asked: Sequence[Narrowing],
    after: int,
    limit: int,
    *more: ColumnElement[bool],
) -> list[int]:
    """The first places behind `after`, by a column that numbers the rows of a table, of those that fit all."""
    place: ColumnElement[Any] = key
    led, read = next((each for each in asked if each.ordered), None), list[Narrowing]()
    if asked and (led is None or len(asked) > 1):
        read = _read(connection, key, asked)
    looked_at = [*(each.fits for each in asked if id(each) not in map(id, read)), *more]
    if read:
        keys = set[int].intersection(*({*connection.execute(each.keys()).scalars()} for each in read))
        return _fitting(connection, place, sorted(key for key in keys if key > after), looked_at, limit)
    query = select(place)
    if led is not None and led.source is not None and led.key is not None:
        place, looked_at = led.key, [*(each.fits for each in asked if each is not led), *more]
        query = (
            select(place).distinct().select_from(led.source.join(key.table, key == place)).where(*led.where)
        )
    query = query.where(place > after, *looked_at)
    return list(connection.execute(query.order_by(place).limit(limit)).scalars())


def _read(connection: Connection, key: Column[int], asked: Sequence[Narrowing]) -> list[Narrowing]:
    """Those whose keys are read: all that are not long."""
    rows = connection.execute(select(func.max(key))).scalar() or 0
    most = max(FEW, min(MANY, rows // SHARE)) if len(asked) > 1 else FEW
    return [each for each in asked if each.size(connection, most) <= most]


def _fitting(
    connection: Connection,
    place: ColumnElement[Any],
    keys: Sequence[int],
    looked_at: Sequence[ColumnElement[bool]],
    limit: int,
) -> list[int]:
    """The first of some places whose rows fit."""
    found: list[int] = []
    for at in range(0, len(keys), AT_ONCE):
        query = select(place).where(place.in_(keys[at : at + AT_ONCE]), *looked_at).order_by(place)
        found += connection.execute(query.limit(limit - len(found))).scalars()
        if len(found) >= limit:
            break
    return found
