"""A dossier as screens read it: a page of a list at a time, one issue or one actor alone, never all of it.

    with Pages(path) as store:
        first = store.said(limit=20)
        second = store.said(after=first.after, limit=20)

A list is cut by keys, not by counting: `after` names the last row that was shown, so that a page costs the same
wherever it is and nothing is shown twice when the dossier grows."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, case, func, literal, or_, select

from standpunt.errors import PlaceError
from standpunt.model import ActorKind
from standpunt.store import sought as narrowed
from standpunt.store import tables
from standpunt.store.decoded import ALL, Scope
from standpunt.store.reader import Store
from standpunt.store.rows import Row
from standpunt.store.sought import Sought, WantedEvents

_said, _dated, _who = tables.statements.c, tables.articles.c, tables.actors.c
_taken = tables.positions.c

_SHOWN = (
    _dated.id, _dated.number, _dated.label, _dated.outlet, _dated.agency, _dated.published,
    _dated.published_earliest, _dated.published_latest, _dated.words,
)  # fmt: skip
"""Of an article all that a list shows."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list; `after` asks for those that follow, empty at the end."""

    rows: Sequence[Row]
    after: str = ""


class Pages(Store):
    """A dossier file, open for reading, in pages. Every method may raise StoreError, and one that takes `after`
    PlaceError."""

    def said(
        self, sought: Sought = narrowed.ANY, *, speaker: str = "", after: str = "", limit: int = 20
    ) -> Page:
        """What was said, each once in its fullest words, newest first, undated last; of one actor by his id. Rows of
        `statements`, with the outlet and the address of the article and `witnesses`, how many articles give it."""
        query = _told()
        if speaker:
            query = query.where(_said.speaker_id == speaker)
        key = (_said.published_earliest, _said.article_id, _said.number)
        with self._reading() as connection:
            query = query.where(*narrowed.of_statements(connection, sought))
            return _page(connection, query, key, after, limit)

    def articles(
        self, sought: Sought = narrowed.ANY, *, actor: str = "", after: str = "", limit: int = 20
    ) -> Page:
        """Newest first, undated last; of one actor those that speak of him. Rows of `articles` without texts, with the
        number of their statements."""
        said = select(func.count()).where(_said.article_id == _dated.id).scalar_subquery()
        query = select(*_SHOWN, said.label("statements"))
        if actor:
            chains = tables.chains.c
            query = query.where(_dated.id.in_(select(chains.article_id).where(chains.actor_id == actor)))
        key = (_dated.published_earliest, _dated.id, literal(0))
        with self._reading() as connection:
            query = query.where(*narrowed.of_articles(connection, sought))
            return _page(connection, query, key, after, limit)

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
                query = select(tables.events, literal("event").label("type"))
                query = query.where(*narrowed.of_events(connection, events))
                key: Key = (func.coalesce(told.earliest, told.latest), told.id, literal(0))
                found += _keyed(connection, query, key, after, limit)
            if said:
                query = _told().add_columns(literal("statement").label("type"))
                query = query.where(*narrowed.of_statements(connection, said))
                early = _said.said_earliest < _said.published_earliest
                day = case((early, _said.said_earliest), else_=_said.published_earliest)
                found += _keyed(connection, query, (day, _said.article_id, _said.number), after, limit)
        return _cut(sorted(found, key=_newest_first), limit)

    def speakers(self, *, kind: ActorKind | None = None, after: str = "", limit: int = 20) -> Page:
        """The actors, those with most statements first. Rows of `actors`."""
        query = select(tables.actors).order_by(_who.statements.desc(), _who.name, _who.id).limit(limit + 1)
        if kind:
            query = query.where(_who.kind == kind.value)
        with self._reading() as connection:
            if after:
                last = connection.execute(select(tables.actors).where(_who.id == after)).one_or_none()
                if last is None:
                    raise PlaceError("this page is gone", where=after, hint="begin at the first page")
                query = query.where(
                    or_(
                        _who.statements < last.statements,
                        and_(_who.statements == last.statements, _who.name > last.name),
                        and_(_who.statements == last.statements, _who.name == last.name, _who.id > last.id),
                    )
                )
            found = _rows(connection, query)
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

    def named(self, ids: Iterable[str]) -> Mapping[str, Row]:
        """Name, kind and party of some actors, by id."""
        with self._reading() as connection:
            query = select(_who.id, _who.name, _who.kind, _who.party).where(_who.id.in_(set(ids)))
            return {row["id"]: row for row in _rows(connection, query)}

    def parties(self) -> list[str]:
        """Those that actors belong to, by name."""
        with self._reading() as connection:
            found = connection.execute(
                select(_who.party).where(_who.party != "").distinct().order_by(_who.party)
            )
            return list(found.scalars())

    def outlets(self) -> list[str]:
        """Those that published the articles, by name."""
        named = select(_dated.outlet).where(_dated.outlet != "").distinct().order_by(_dated.outlet)
        with self._reading() as connection:
            return list(connection.execute(named).scalars())

    def coverage(self) -> list[tuple[datetime.date | None, datetime.date | None, int]]:
        """How many articles can have been published between which days."""
        days = (_dated.published_earliest, _dated.published_latest)
        with self._reading() as connection:
            found = connection.execute(select(*days, func.count()).group_by(*days).order_by(*days))
            return [(row[0], row[1], row[2]) for row in found]

    def issues_held(self) -> list[Row]:
        """The issues in the order of the codebook, each with `positions`, how many there are of each stance, and
        `actors`, how many take one."""
        by_stance = select(_taken.issue_id, _taken.stance, func.count()).group_by(
            _taken.issue_id, _taken.stance
        )
        by_actor = select(_taken.issue_id, func.count(_taken.actor_id.distinct())).group_by(_taken.issue_id)
        with self._reading() as connection:
            listed = _rows(connection, select(tables.issues).order_by(tables.issues.c.number))
            stances: dict[str, dict[str, int]] = {row["id"]: {} for row in listed}
            for issue, stance, number in connection.execute(by_stance):
                stances[issue][stance] = number
            actors: dict[str, int] = {row[0]: row[1] for row in connection.execute(by_actor)}
        return [
            {**row, "positions": stances[row["id"]], "actors": actors.get(row["id"], 0)} for row in listed
        ]

    def newest_shifts(self, limit: int = 5) -> list[Row]:
        """Each with `line`, `offices` and the rows of two positions, `before` and `after`."""
        then, now = tables.positions.alias("then_"), tables.positions.alias("now")
        have = tables.shifts.c
        query = (
            select(have.line, have.offices, have.before_id, have.after_id)
            .join(now, now.c.id == have.after_id)
            .join(then, then.c.id == have.before_id)
            .order_by(now.c.held_latest.desc().nulls_last(), have.id)
            .limit(limit)
        )
        with self._reading() as connection:
            found = _rows(connection, query)
            ids = {row[side] for row in found for side in ("before_id", "after_id")}
            held = {
                row["id"]: row
                for row in _rows(connection, _placed(tables.positions).where(_taken.id.in_(ids)))
            }
        return [
            {
                "line": row["line"], "offices": row["offices"],
                "before": held[row["before_id"]], "after": held[row["after_id"]],
            }
            for row in found
        ]  # fmt: skip

    def coded_rows(self, table: str, scope: Scope = ALL) -> list[Row]:
        """The same, with the label of their article as `article`, its outlet and its agency."""
        wanted = tables.metadata.tables[table]
        with self._reading() as connection:
            return _rows(connection, _placed(wanted).where(*scope.within(wanted)).order_by(wanted.c.id))

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

    def held_when(self) -> list[Row]:
        """Of every position by whom, on which issue, which stance, and when, and nothing more."""
        when = (_taken.held_earliest, _taken.held_latest)
        query = select(
            _taken.actor_id, _taken.actor, _taken.issue_id, _taken.stance, _taken.article_id, *when
        )
        with self._reading() as connection:
            return _rows(connection, query.order_by(_taken.id))

    def held_in(self, article: str) -> list[Row]:
        """The positions that an article shows, in the order of the text."""
        with self._reading() as connection:
            query = select(tables.positions).where(_taken.article_id == article)
            return _rows(connection, query.order_by(_taken.start, _taken.id))

    def speaking_without(self, issue: str) -> list[Row]:
        """Who speaks in articles about an issue and shows nothing on it anywhere: `id`, `name` and in how many
        `articles`, most first. An article is about an issue where anybody in it takes a position on it."""
        articles = func.count(_said.article_id.distinct())
        about = _taken.issue_id == issue
        query = (
            select(_said.speaker_id.label("id"), _said.speaker.label("name"), articles.label("articles"))
            .where(
                _said.article_id.in_(select(_taken.article_id).where(about)),
                _said.speaker_id.is_not(None),
                _said.speaker_id.not_in(select(_taken.actor_id).where(about)),
            )
            .group_by(_said.speaker_id)
            .order_by(articles.desc(), _said.speaker)
        )
        with self._reading() as connection:
            return _rows(connection, query)


def _told() -> Select[Any]:
    """What was said, each once in its fullest words."""
    have, given = tables.utterances.c, tables.witnesses.c
    return (
        select(tables.statements, _dated.outlet, _dated.agency, _dated.url, have.articles.label("witnesses"))
        .join(tables.articles, _dated.id == _said.article_id)
        .join(tables.witnesses, given.statement_id == _said.id)
        .join(tables.utterances, have.id == given.utterance_id)
        .where(have.fullest_id == _said.id)
    )


def _placed(table: Table) -> Select[Any]:
    """Rows of `positions` or `conditions`, with the label and the outlet of their article."""
    return select(table, _dated.label.label("article"), _dated.outlet, _dated.agency).join(
        tables.articles, _dated.id == table.c.article_id
    )


Key = tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]
"""A day, newest first with NULL last; then a text and a number, which grow."""


def _page(connection: Connection, query: Select[Any], key: Key, after: str, limit: int) -> Page:
    return _cut(_keyed(connection, query, key, after, limit), limit)


Keyed = tuple[tuple[datetime.date | None, str, int], Row]
"""A row and the values of its key."""


def _keyed(connection: Connection, query: Select[Any], key: Key, after: str, limit: int) -> list[Keyed]:
    """The rows behind `after`, one more than the limit where there are more."""
    day, name, number = key
    if after:
        query = query.where(_behind(key, after))
    names = ("_day", "_name", "_number")
    keyed = query.add_columns(*(column.label(label) for column, label in zip(key, names, strict=True)))
    ordered = keyed.order_by(day.desc().nulls_last(), name, number)
    found = _rows(connection, ordered.limit(limit + 1))
    return [((row.pop("_day"), row.pop("_name"), row.pop("_number")), row) for row in found]


def _cut(found: Sequence[Keyed], limit: int) -> Page:
    after = ".".join(str(each or "") for each in found[limit - 1][0]) if len(found) > limit else ""
    return Page([row for _, row in found[:limit]], after)


def _newest_first(keyed: Keyed) -> tuple[bool, int, str, int]:
    """To sort by, as the database does."""
    day, name, number = keyed[0]
    return day is None, -day.toordinal() if day else 0, name, number


def _behind(key: Key, after: str) -> ColumnElement[bool]:
    """What comes after a row, by its token: `2025-02-14.ARTICLE.3`."""
    day, name, number = key
    said, _, place = after.rpartition(".")
    date, _, article = said.partition(".")
    try:
        last, nth = datetime.date.fromisoformat(date) if date else None, int(place or 0)
    except ValueError:
        raise PlaceError("there is no such page", where=after, hint="begin at the first page") from None
    same = or_(name > article, and_(name == article, number > nth))
    if last is None:
        return and_(day.is_(None), same)
    return or_(day.is_(None), day < last, and_(day == last, same))


def _rows(connection: Connection, query: Select[Any]) -> list[Row]:
    return [dict(row._mapping) for row in connection.execute(query)]
