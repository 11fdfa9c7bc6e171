"""The positions of a dossier and what rests on them, asked for by actor and issue, a page at a time.

A list goes on behind the id of the last row, the matrix behind the last cell (`ACTOR ISSUE`), who is silent behind the
last row of an article (`NUMBER.ROW`). An actor is an id, a name or a part of one."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    exists,
    func,
    or_,
    select,
    union,
)

from standpunt.dossier import matrix, silence
from standpunt.dossier.matrix import Cell
from standpunt.errors import PlaceError
from standpunt.model import Position, Stance
from standpunt.store import decoded, tables
from standpunt.store.narrowing import Narrowing, places
from standpunt.store.rows import Page, Row
from standpunt.store.spreads import Spreads
from standpunt.store.stands import placed

_dated, _taken, _said, _stands = (
    table.c for table in (tables.articles, tables.positions, tables.statements, tables.standings)
)

ARTICLES = 100
"""So many articles are looked at for a page of who is silent; few of them may have anybody who is."""


class Taken(Spreads):
    """What of a dossier a program asks about its issues. Every method may raise StoreError, AskedError for a name that
    nobody has, and one that takes a token of its own PlaceError."""

    def positions(
        self, actor: str = "", issue: str = "", stance: Stance | None = None, *, after: int = 0, limit: int
    ) -> Page:
        """In the order in which they were found, each with its article."""
        with self._reading() as connection:
            asked = list(self._by(connection, tables.positions, actor, issue))
            if stance:
                showing = tables.positions.alias("showing")
                same = (showing.c.stance == stance.value,)
                asked.append(Narrowing(_taken.stance == stance.value, showing, showing.c.id, same))
            return _page(connection, tables.positions, asked, after, limit)

    def conditions(
        self, actor: str = "", issue: str = "", by: datetime.date | None = None, *, after: int = 0, limit: int
    ) -> Page:
        """As positions; those that were set by a day."""
        have = tables.conditions.c
        with self._reading() as connection:
            asked = list(self._by(connection, tables.conditions, actor, issue))
            if by:
                first = func.coalesce(have.held_earliest, have.held_latest)
                asked.append(Narrowing(first <= by))
            return _page(connection, tables.conditions, asked, after, limit)

    def shifts(self, actor: str = "", issue: str = "", *, after: int = 0, limit: int) -> Page:
        """Each with `line`, `offices` and the rows of two positions, `before` and `after`."""
        return self._compared(tables.shifts, ("actor_id",), ("before", "after"), actor, issue, after, limit)

    def contradictions(self, actor: str = "", issue: str = "", *, after: int = 0, limit: int) -> Page:
        """Each with `side` and the rows of two positions, `one` and `other`."""
        who = ("one_actor_id", "other_actor_id")
        return self._compared(tables.contradictions, who, ("one", "other"), actor, issue, after, limit)

    def cells(
        self,
        issue: str = "",
        party: str = "",
        on: datetime.date | None = None,
        *,
        actors: Iterable[str] = (),
        after: str = "",
        limit: int | None = None,
    ) -> tuple[Mapping[matrix.Key, Cell], Mapping[Position, Row], str]:
        """The cells of the matrix by actor and issue, the rows of the positions of these, and the token that asks for
        those that follow. With `on` there may be fewer of them: who had not spoken by that day has none."""
        key = select(_stands.actor_id, _stands.issue_id).order_by(_stands.actor_id, _stands.issue_id)
        actor, _, last = after.partition(" ")
        if after and not last:
            raise PlaceError("there is no such page", where=after, hint="begin at the first page")
        behind = _stands.actor_id >= actor, or_(_stands.actor_id > actor, _stands.issue_id > last)
        key = key.where(*_equal({_stands.issue_id: issue, _stands.party: party}), *behind)
        if ids := set(actors):
            key = key.where(_stands.actor_id.in_(ids))
        with self._reading() as connection:
            listed = [(row[0], row[1]) for row in connection.execute(key.limit(limit and limit + 1))]
            page = set(listed[:limit])
            query = placed(tables.positions).where(*_equal({_taken.issue_id: issue})).order_by(_taken.id)
            if limit is not None or ids or not issue:
                query = query.where(_taken.actor_id.in_({who for who, _ in page}))
            if on is None:  # of the others none tells where somebody stands now
                query = query.where(_taken.now)
            found = [row for row in connection.execute(query) if (row.actor_id, row.issue_id) in page]
        rows = {decoded.position(row): dict(row._mapping) for row in found}
        more = limit is not None and len(listed) > limit
        return matrix.matrix(rows, on), rows, " ".join(listed[limit - 1]) if more and limit else ""

    def unspoken(self, actor: str = "", issue: str = "", *, after: str = "", limit: int) -> Page:
        """Who speaks in an article about an issue and takes no position on it, or declines to, in the order of the
        articles: rows of `silence.Silence`, with the article."""
        number, _, shown = after.partition(".")
        if after and not (number.isdecimal() and shown.isdecimal()):
            raise PlaceError("there is no such page", where=after, hint="begin at the first page")
        start, skip, rows = int(number or 0), int(shown or 0), list[Row]()
        with self._reading() as connection:
            who = set(self._named(connection, actor)) if actor else set()
            about = tables.positions.alias("about")
            asked = [_about(issue)] if issue else [Narrowing(exists().where(about.c.article_id == _dated.id))]
            if who:
                asked.append(_speaking(who))
            numbers = places(connection, _dated.number, asked, start - 1, ARTICLES)
            for one, quiet in _silent(connection, numbers, issue):
                theirs = [row for row in quiet if not who or row["actor_id"] in who]
                first = skip if one == start else 0
                last = first + limit - len(rows)
                rows += theirs[first:last]
                if len(theirs) > last:
                    return Page(rows, f"{one}.{last}")
        return Page(rows, f"{numbers[-1] + 1}.0" if len(numbers) == ARTICLES else "")

    # ------------------------------------------------------------------------------------------ below

    def _by(
        self, connection: Connection, of: Table, actor: str, issue: str, *who: str
    ) -> Iterator[Narrowing]:
        """Rows of an issue, and those in which one of these columns names the actor."""
        if issue:
            on = of.alias("on_issue")
            yield Narrowing(of.c.issue_id == issue, on, on.c.id, (on.c.issue_id == issue,), ordered=True)
        if actor:
            ids, theirs = self._named(connection, actor), of.alias("theirs")
            columns = who or ("actor_id",)
            yield Narrowing(
                or_(*(of.c[name].in_(ids) for name in columns)), theirs, theirs.c.id,
                (or_(*(theirs.c[name].in_(ids) for name in columns)),),
            )  # fmt: skip

    def _compared(
        self,
        of: Table,
        who: Sequence[str],
        sides: Sequence[str],
        actor: str,
        issue: str,
        after: int,
        limit: int,
    ) -> Page:
        with self._reading() as connection:
            asked = list(self._by(connection, of, actor, issue, *who))
            found = places(connection, of.c.id, asked, after, limit + 1)
        shown = found[:limit]
        rows = self._pairs(select(of).where(of.c.id.in_(shown)).order_by(of.c.id), of.c.id, sides, 0, limit)
        return Page(rows, str(shown[-1]) if len(found) > limit else "")


def _page(connection: Connection, of: Table, asked: Sequence[Narrowing], after: int, limit: int) -> Page:
    found = places(connection, of.c.id, asked, after, limit + 1)
    query = placed(of).where(of.c.id.in_(found[:limit])).order_by(of.c.id)
    rows = [dict(row._mapping) for row in connection.execute(query)]
    return Page(rows, str(found[limit - 1]) if len(found) > limit else "")


def _equal(wanted: Mapping[Any, str]) -> Iterator[ColumnElement[bool]]:
    """What is empty is not asked for."""
    return (column == value for column, value in wanted.items() if value)


def _about(issue: str) -> Narrowing:
    """Articles by number in which somebody takes a position on an issue."""
    about, holding = tables.positions.alias("about"), tables.articles.alias("holding")
    on = about.c.issue_id.between(issue, issue)  # so that SQLite goes by the article: see `sought`
    here = exists().where(about.c.article_id == _dated.id, on)
    source = about.join(holding, holding.c.id == about.c.article_id)
    return Narrowing(here, source, holding.c.number, (about.c.issue_id == issue,), counted=about)


def _speaking(who: Iterable[str]) -> Narrowing:
    """Articles by number in which one of some actors says something, or shows a stance."""
    ids = list(who)
    columns: list[tuple[Column[Any], Column[Any]]] = [
        (_said.article_id, _said.speaker_id), (_taken.article_id, _taken.actor_id),
    ]  # fmt: skip
    here = or_(
        *(
            exists().where(
                article == _dated.id, func.coalesce(actor, "").in_(ids)
            )  # not by an index of actors
            for article, actor in columns
        )
    )
    numbers: list[Select[Any]] = [
        select(_dated.number).join(actor.table, article == _dated.id).where(actor.in_(ids))
        for article, actor in columns
    ]
    every = union(*numbers).subquery("speaking")
    return Narrowing(here, every, every.c.number)


def _silent(connection: Connection, numbers: Sequence[int], issue: str) -> Iterator[tuple[int, list[Row]]]:
    """Of each of some articles, by number, who is silent in it, on an issue or any."""
    within = _dated.number.in_(numbers)
    shown = select(_taken.article_id, _taken.issue_id, _taken.actor_id, _taken.actor, _taken.stance)
    shown = shown.join(tables.articles, _dated.id == _taken.article_id).where(within)
    if issue:
        shown = shown.where(_taken.issue_id.between(issue, issue))  # as in `_about`
    told = select(_said.article_id, _said.speaker_id, _said.speaker)
    told = told.join(tables.articles, _dated.id == _said.article_id).where(
        within, _said.speaker_id.is_not(None)
    )
    names: dict[str, str] = {}
    stances: dict[str, dict[str, dict[str, set[Stance]]]] = defaultdict(dict)
    for article, about, actor, name, stance in connection.execute(shown.order_by(_taken.id)):
        names[actor] = name
        stances[article].setdefault(about, {}).setdefault(actor, set()).add(Stance(stance))
    speakers: dict[str, list[str]] = defaultdict(list)
    for article, speaker, name in connection.execute(told.order_by(_said.number)):
        names[speaker] = name
        speakers[article].append(speaker)
    listed = select(_dated.id, _dated.number, _dated.published, _dated.label).where(within)
    for row in connection.execute(listed.order_by(_dated.number)):
        found = silence.within(row.id, speakers[row.id], stances[row.id])
        yield (
            row.number,
            [
                {
                    "actor": names[each.actor], "actor_id": each.actor, "issue_id": each.issue,
                    "declines": each.declines, "published": row.published, "article": row.label,
                    "article_id": row.id,
                }
                for each in found
            ],
        )  # fmt: skip
