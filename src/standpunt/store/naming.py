"""Which article is meant by what people call it: its number, the beginning of its id, its file or words of its
title."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, func, select

from standpunt.errors import AskedError
from standpunt.store import search, tables
from standpunt.store.rows import Row

_SHORT = 4
"""Digits of an article's number; more of them are the beginning of an id."""

_NAMED = 5
"""Of several that fit so many are named."""

_dated, _have = tables.articles.c, tables.sources.c


def article(connection: Connection, named: str) -> Row:
    """The one article that is meant. Raises AskedError where none is, or more than one."""
    for fits in _tries(connection, named):
        found = connection.execute(
            select(_dated.id, _dated.number, _dated.label).where(fits).order_by(_dated.number).limit(_NAMED)
        ).all()
        if len(found) > 1:
            number = connection.execute(select(func.count()).where(fits)).scalar_one()
            among = ", ".join(f"{row.number} ({row.label})" for row in found)
            raise AskedError(f"{number} articles fit: {among}", where=named, hint="give the number")
        if found:
            query = select(tables.articles).where(_dated.id == found[0].id)
            return dict(connection.execute(query).one()._mapping)
    raise AskedError("there is no such article here", where=named, hint="`standpunt show` lists them")


def _tries(connection: Connection, named: str) -> Iterator[ColumnElement[bool]]:
    """What an article can be called, the plainest first."""
    if named.isdecimal() and len(named) <= _SHORT:
        yield _dated.number == int(named)
    yield _dated.id == named
    yield _of_files(_have.source == named)
    begun = named.lower()
    yield _dated.id.between(begun, begun + chr(0x10FFFF))
    holding = _have.source.icontains(named, autoescape=True)
    if connection.execute(select(_have.source).where(holding).limit(1)).first():
        yield _of_files(_have.source.iendswith(f"/{named}", autoescape=True))
        yield _of_files(holding)
    titled = search.titled(connection, named)
    if titled is not None:
        yield titled


def _of_files(fits: ColumnElement[bool]) -> ColumnElement[bool]:
    """Articles by the names of their files, which are looked through in their index, not with all that stands beside
    them."""
    names = select(_have.source).where(fits)
    return _dated.id.in_(select(_have.id).where(_have.source.in_(names)))
