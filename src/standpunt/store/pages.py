"""A dossier as screens read it: a page of a list at a time, one issue or one actor alone, never all of it.

    with Pages(path) as store:
        first = store.said(limit=20)
        second = store.said(after=first.after, limit=20)

A list is cut by keys, not by counting: `after` names the last row that was shown, so that a page costs the same
wherever it is and nothing is shown twice when the dossier grows."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    func,
    literal,
    or_,
    select,
)

from standpunt.errors import PlaceError
from standpunt.model import ActorKind
from standpunt.store import sought as narrow
from standpunt.store import tables
from standpunt.store.narrowing import Narrowing, narrowed, places
from standpunt.store.rows import Page, Row
from standpunt.store.sought import Sought, WantedEvents
from standpunt.store.taken import Taken

_said, _dated, _who = tables.statements.c, tables.articles.c, tables.actors.c

_SHOWN = (
    _dated.id, _dated.number, _dated.label, _dated.outlet, _dated.agency, _dated.published,
    _dated.published_earliest, _dated.published_latest, _dated.words,
)  # fmt: skip
"""Of an article all that a list shows."""


class Pages(Taken):
    """A dossier, open for reading, in pages. Every method may raise StoreError, and one that takes `after`
    PlaceError."""

    def said(
        self, sought: Sought = narrow.ANY, *, speaker: str = "", after: str = "", limit: int = 20
    ) -> Page:
        """What was said, each once in its fullest words, newest first, undated last; of one actor by his id. Rows of
        `statements`, with the outlet and the address of the article and `witnesses`, how many articles give it."""
        with self._reading() as connection:
            asked = list(narrow.of_statements(connection, replace(sought, actor=speaker or sought.actor)))
            return _listed(connection, _told(), tables.statements, asked, after, limit, _said.fullest)

    def articles(
        self, sought: Sought = narrow.ANY, *, actor: str = "", after: str = "", limit: int = 20
    ) -> Page:
        """Newest first, undated last; of one actor those that speak of him. Rows of `articles` without texts, with the
        number of their statements."""
        said = select(func.count()).where(_said.article_id == _dated.id).scalar_subquery()
        query = select(*_SHOWN, _dated.place, said.label("statements"))
        with self._reading() as connection:
            asked = list(narrow.of_articles(connection, replace(sought, actor=actor or sought.actor)))
            return _listed(connection, query, tables.articles, asked, after, limit)

    def timeline(
        self, events: WantedEvents | None, said: Sought | None, *, after: str = "", limit: int = 20
    ) -> Page:
        """What happened, is planned or was said, newest first, undated last; None leaves all of a kind out. Rows of
        `events` and of `said`, with `type`: `event` or `statement`. What was said before it was published stands at
        its own day."""
        found: list[Keyed] = []
        with self._reading() as connection:
            if events:
                told = tables.events.c
                asked = list(narrow.of_events(connection, events))
                query = select(tables.events, literal("event").label("type"))
                query = narrowed(connection, query, told.id, asked)
                happened: Key = (tables.HAPPENED_ON, told.id, literal(0))
                found += _keyed(connection, query, happened, after, limit)
            if said:
                asked = list(narrow.of_statements(connection, said))
                places = select(_said.place).where(_said.fullest)
                if said.until:
                    places = places.where(said.until >= tables.SAID_ON)  # said before it was published
                places = narrowed(connection, places, _said.place, asked)
                day: Key = (tables.SAID_ON, _said.article_id, _said.number)
                listed = _keyed(connection, places, day, after, limit)
                query = _told().add_columns(literal("statement").label("type"))
                shown = query.where(_said.place.in_([row["place"] for _, row in listed]))
                rows = {row["place"]: row for row in _rows(connection, shown)}
                found += [(key, rows[row["place"]]) for key, row in listed]
        return _cut(sorted(found, key=_newest_first), limit)

    def speakers(self, *, kind: ActorKind | None = None, after: str = "", limit: int = 20) -> Page:
        """The actors, those with most statements first. Rows of `actors`."""
        query = select(tables.actors).order_by(_who.place).limit(limit + 1)
        if kind:
            query = query.where(_who.kind == kind.value)
        with self._reading() as connection:
            found = _rows(connection, query.where(_who.place > _place(connection, tables.actors, after)))
        return Page(found[:limit], found[limit - 1]["id"] if len(found) > limit else "")

    def actor(self, id: str) -> Row | None:
        """One actor by his id."""
        with self._reading() as connection:
            return next(iter(_rows(connection, select(tables.actors).where(_who.id == id))), None)

    def beside(self, article: str) -> tuple[Row | None, Row | None]:
        """The articles before and after an article, by its id, in order of date."""
        number = select(_dated.number).where(_dated.id == article).scalar_subquery()
        with self._reading() as connection:
            before, after = (
                next(iter(_rows(connection, select(*_SHOWN).where(_dated.number == each))), None)
                for each in (number - 1, number + 1)
            )
        return before, after

    def holding(self, articles: Iterable[str]) -> set[str]:
        """Those of some articles, by their ids, that are there."""
        with self._reading() as connection:
            return set(connection.execute(select(_dated.id).where(_dated.id.in_(set(articles)))).scalars())

    def named(self, ids: Iterable[str]) -> Mapping[str, Row]:
        """Name, kind and party of some actors, by id."""
        with self._reading() as connection:
            query = select(_who.id, _who.name, _who.kind, _who.party).where(_who.id.in_(set(ids)))
            return {row["id"]: row for row in _rows(connection, query)}

    def parties(self) -> list[str]:
        """Those that actors belong to, by name."""
        return list(self._counted("party"))

    def outlets(self) -> list[str]:
        """Those that published the articles, by name."""
        return list(self._counted("outlet"))

    def numbers(self) -> Mapping[str, int]:
        """How many articles, utterances, actors, events and positions there are, by the name of their table."""
        return self._counted("rows")

    def coverage(self) -> list[tuple[datetime.date | None, datetime.date | None, int]]:
        """How many articles can have been published between which days."""
        day = tables.coverage.c
        with self._reading() as connection:
            found = connection.execute(select(day.earliest, day.latest, day.articles).order_by(day.number))
            return [(row[0], row[1], row[2]) for row in found]

    def _counted(self, what: str) -> Mapping[str, int]:
        """What the dossier counts of some values, by value."""
        have = tables.tallies.c
        query = select(have.value, have.number).where(have.what == what, have.of == "").order_by(have.value)
        with self._reading() as connection:
            return {row.value: row.number for row in connection.execute(query)}

    def told_first(self, events: Iterable[str]) -> list[Row]:
        """Where events are told first, by their ids: `event_id`, `article_id` and the `number` there."""
        told = tables.event_mentions.c
        query = (
            select(told.event_id, told.article_id, told.number)
            .join(tables.articles, _dated.id == told.article_id)
            .where(told.event_id.in_(set(events)))
            .order_by(_dated.number.desc(), told.number.desc())
        )
        with self._reading() as connection:
            return list({row["event_id"]: row for row in _rows(connection, query)}.values())


def _told() -> Select[Any]:
    """What was said, each once in its fullest words."""
    have, given = tables.utterances.c, tables.witnesses.c
    return (
        select(tables.statements, _dated.outlet, _dated.agency, _dated.url, have.articles.label("witnesses"))
        .join(tables.articles, _dated.id == _said.article_id)
        .join(tables.witnesses, given.statement_id == _said.id)
        .join(tables.utterances, have.id == given.utterance_id)
    )


Key = tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]
"""A day, newest first with NULL last; then a text and a number, which grow."""


def _listed(
    connection: Connection,
    query: Select[Any],
    of: Table,
    asked: Sequence[Narrowing],
    after: str,
    limit: int,
    *more: ColumnElement[bool],
) -> Page:
    """A page of articles or statements."""
    begun = _place(connection, of, after)
    found = places(connection, of.c.place, asked, begun, limit + 1, *more)
    rows = _rows(connection, query.where(of.c.place.in_(found[:limit])).order_by(of.c.place))
    return Page(rows, rows[-1]["id"] if len(found) > limit else "")


def _place(connection: Connection, of: Table, id: str) -> int:
    """Where a row stands in its list; 0, before all of them, where none is meant."""
    if not id:
        return 0
    place = connection.execute(select(of.c.place).where(of.c.id == id)).scalar()
    if place is None:
        raise PlaceError("there is no such page", where=id, hint="begin at the first page")
    return int(place)


Keyed = tuple[tuple[datetime.date | None, str, int], Row]
"""A row and the values of its key."""


def _keyed(connection: Connection, query: Select[Any], key: Key, after: str, limit: int) -> list[Keyed]:
    """The rows behind `after`, one more than the limit where there are more: first those of a day, then the others, so
    that an index has each of both in this order."""
    day, name, number = key
    names = ("_day", "_name", "_number")
    keyed = query.add_columns(*(column.label(label) for column, label in zip(key, names, strict=True)))
    last = _last(after) if after else None
    found: list[Row] = []
    if last is None or last[0]:
        dated = keyed.where(day <= (last[0] if last else datetime.date.max)).order_by(
            day.desc(), name, number
        )
        if last:
            dated = dated.where(or_(day < last[0], _behind(key, last)))
        found = _rows(connection, dated.limit(limit + 1))
    if len(found) <= limit:
        undated = keyed.where(day.is_(None)).order_by(name, number)
        if last and last[0] is None:
            undated = undated.where(_behind(key, last))
        found += _rows(connection, undated.limit(limit + 1 - len(found)))
    return [((row.pop("_day"), row.pop("_name"), row.pop("_number")), row) for row in found]


def _cut(found: Sequence[Keyed], limit: int) -> Page:
    after = ".".join(str(each or "") for each in found[limit - 1][0]) if len(found) > limit else ""
    return Page([row for _, row in found[:limit]], after)


def _newest_first(keyed: Keyed) -> tuple[bool, int, str, int]:
    """To sort by, as the database does."""
    day, name, number = keyed[0]
    return day is None, -day.toordinal() if day else 0, name, number


def _last(after: str) -> tuple[datetime.date | None, str, int]:
    """The key of a row, by its token: `2025-02-14.ARTICLE.3`."""
    said, _, place = after.rpartition(".")
    date, _, name = said.partition(".")
    try:
        return datetime.date.fromisoformat(date) if date else None, name, int(place or 0)
    except ValueError:
        raise PlaceError("there is no such page", where=after, hint="begin at the first page") from None


def _behind(key: Key, last: tuple[datetime.date | None, str, int]) -> ColumnElement[bool]:
    """What comes after a row on its day."""
    _, name, number = key
    return or_(name > last[1], and_(name == last[1], number > last[2]))


def _rows(connection: Connection, query: Select[Any]) -> list[Row]:
    return [dict(row._mapping) for row in connection.execute(query)]
