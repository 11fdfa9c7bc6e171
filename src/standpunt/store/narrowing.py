"""How to come by the first rows that fit all that is asked for, in the order of a list.

Each thing that is asked for is a `Narrowing`: a list of keys, and a condition that says the same of one row. The
shortest list is read, if it is far from all rows, and its rows are looked at in their order until the page is full.
Where all are long, many rows are in each: a page is soon full when rows are looked at in the order of all, or in that
of a list that comes in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, func, literal, select

from standpunt.store import tables

FEW, MANY, SHARE = 2_000, 50_000, 8
"""Up to so many keys the shortest list is always read; not where it has more than so many, or more than one in so many
rows."""

PAGE = 40
"""Rows of a page; for so many FEW is told, and for more a list that is read may be longer by their root."""

AT_ONCE = 500
"""Rows that are looked at together."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One thing that is asked for: `fits` says it of a row; `key` are the keys of all rows that do, in `source` under
    `where`, None where only a row can tell. `ordered` where an index has them in the order of the keys, `quick` where
    they are read much sooner than it is told of a row, as words are. `counted` are the same rows without what the key
    is looked up in."""

    fits: ColumnElement[bool]
    source: FromClause | None = None
    key: ColumnElement[Any] | None = None
    where: tuple[ColumnElement[bool], ...] = ()
    ordered: bool = False
    quick: bool = False
    counted: FromClause | None = None

    def keys(self) -> Select[Any]:
        assert self.source is not None and self.key is not None
        return select(self.key.label("key")).select_from(self.source).where(*self.where)

    def size(self, connection: Connection, most: int) -> int:
        """How many keys there are; of more than `most` no more are counted."""
        of = self.source if self.counted is None else self.counted
        if of is None:
            return most + 1
        some = select(literal(1)).select_from(of).where(*self.where).limit(most + 1).subquery()
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
        read = _read(connection, key, asked, limit)
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


def _read(
    connection: Connection, key: Column[int], asked: Sequence[Narrowing], limit: int
) -> list[Narrowing]:
    """Those whose keys are read: the shortest and the quick, where they are not long. What is asked for alone is long
    when its first rows, looked for in the order of all rows, come sooner."""
    most = FEW * max(1, isqrt(limit // PAGE))
    if len(asked) > 1:
        most = max(FEW, min(MANY, _rows(connection, key) // SHARE))
    found = [each for each in asked if each.quick and each.size(connection, MANY) <= MANY]
    shortest = None
    for each in asked:
        size = most + 1 if each.quick else each.size(connection, most)
        if size <= most:
            shortest, most = each, size - 1
    return [*found, *([shortest] if shortest else [])]


def _rows(connection: Connection, key: Column[int]) -> int:
    """About how many rows there are: those that are listed are counted, others are numbered."""
    counted = {"articles.place": "articles", "statements.place": "utterances"}.get(str(key))
    query = select(func.max(key))
    if counted:
        have = tables.tallies.c
        query = select(have.number).where(have.what == "rows", have.of == "", have.value == counted)
    return connection.execute(query).scalar() or 0


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
