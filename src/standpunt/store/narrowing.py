"""How to come by the first rows that fit all that is asked for, in the order of a list.

Each thing that is asked for is a `Narrowing`: a list of keys, and a condition that says the same of one row. Where one
of the lists is short, it is read and its rows looked at; where none is, a page of the whole is soon full when rows are
looked at in their order, or in that of a list that comes in it. So no page costs more than a few thousand rows, but
where long lists have next to nothing in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, Table, func, select

FEW = 2_000
"""So many keys of a list are read at once."""


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

    def few(self, connection: Connection) -> bool:
        """Whether there are few keys; no more than these are counted."""
        if self.key is None:
            return False
        some = self.keys().limit(FEW + 1).subquery()
        return bool(connection.execute(select(func.count()).select_from(some)).scalar_one() <= FEW)


def narrowed(
    connection: Connection, query: Select[Any], key: Column[Any], asked: Sequence[Narrowing]
) -> Select[Any]:
    """The query for rows that fit all, in whatever order it has."""
    short = next((each for each in asked if each.few(connection)), None)
    if short is not None:
        query = query.where(key.in_(short.keys()))
    return query.where(*(each.fits for each in asked if each is not short))


def places(
    connection: Connection,
    of: Table,
    asked: Sequence[Narrowing],
    after: int,
    limit: int,
    *more: ColumnElement[bool],
) -> list[int]:
    """The first places behind `after` of rows of `articles` or `statements` that fit all."""
    place: ColumnElement[Any] = of.c.place
    short = next((each for each in asked if len(asked) > 1 or not each.ordered if each.few(connection)), None)
    led = short or next((each for each in asked if each.ordered), None)
    query = select(place)
    if short is not None:
        query = query.where(place.in_(short.keys()))
    elif led is not None and led.source is not None and led.key is not None:
        place = led.key
        query = (
            select(place).distinct().select_from(led.source.join(of, of.c.place == place)).where(*led.where)
        )
    query = query.where(place > after, *(each.fits for each in asked if each is not led), *more)
    return list(connection.execute(query.order_by(place).limit(limit)).scalars())
