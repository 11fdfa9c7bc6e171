"""Which statements, articles and events are wanted, as narrowings of their lists."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    exists,
    false,
    func,
    or_,
    select,
)

from standpunt.errors import AskedError
from standpunt.model import ActorKind, EventKind, EventStatus, Form, Stance
from standpunt.store import rows, search, tables
from standpunt.store.narrowing import Narrowing

_said, _dated, _who = tables.statements.c, tables.articles.c, tables.actors.c
_taken, _names = tables.positions.c, tables.actor_names.c


@dataclass(frozen=True, slots=True)
class Sought:
    """`words` are as for `Store.search`; `actor` is an id, a name or a part of one, from a word on; `party`, `outlet`
    and the id of an `issue` are meant exactly. What can have been published on a day from `since` to `until` counts.

    A statement is of an actor where he says it, an article where it speaks of him. A statement shows a stance on an
    issue, or stands in an outlet, where it does so in any article that gives it."""

    words: str = ""
    actor: str = ""
    party: str = ""
    issue: str = ""
    stance: Stance | None = None
    form: Form | None = None
    outlet: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class WantedEvents:
    """Which events: by kind, by status, by somebody who takes part (a part of a name or alias), by the days on which
    they can fall; one without any day is left out where days are asked for."""

    kind: EventKind | None = None
    actor: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    status: EventStatus | None = None


ANY, ANY_EVENT = Sought(), WantedEvents()


def of_statements(connection: Connection, sought: Sought) -> Iterator[Narrowing]:
    """Of a query over the fullest `statements`, by `place`."""
    if sought.words:
        yield _matching(connection, tables.statements, sought.words)
    if sought.actor:
        speaking = tables.statements.alias("speaking")
        who = ids(connection, sought.actor)
        alone = _said.speaker_id.in_(who) if who else _among(_said.speaker_id, sought.actor)
        theirs = speaking.c.speaker_id.in_(who or _called(sought.actor))
        yield Narrowing(alone, speaking, speaking.c.place, (theirs,), ordered=len(who) == 1)
    if sought.issue or sought.stance:
        shown = tables.positions.alias("shown")
        stands = tuple(_stands(shown, sought))
        here = exists().where(shown.c.listed == _said.place, *stands)
        yield Narrowing(here, shown, shown.c.listed, (shown.c.listed.is_not(None), *stands), ordered=True)
    if sought.party:
        siding = tables.statements.alias("siding")
        yield Narrowing(
            _said.party == sought.party,
            siding,
            siding.c.place,
            (siding.c.party == sought.party,),
            ordered=True,
        )
    if sought.outlet:
        given = tables.witnesses.alias("given")
        there = given.c.outlet == sought.outlet
        here = exists().where(given.c.listed == _said.place, there)
        yield Narrowing(here, given, given.c.listed, (there,), ordered=True)
    if sought.form:
        yield Narrowing(_said.form == sought.form.value)
    yield from _days(connection, sought, tables.statements)


def of_articles(connection: Connection, sought: Sought) -> Iterator[Narrowing]:
    """Of a query over `articles`, by `place`; what is told soonest of a row comes first."""
    if sought.words:
        yield _matching(connection, tables.articles, sought.words)
    if sought.outlet:
        paper = tables.articles.alias("paper")
        yield Narrowing(
            _dated.outlet == sought.outlet,
            paper,
            paper.c.place,
            (paper.c.outlet == sought.outlet,),
            ordered=True,
        )
    if sought.issue or sought.stance:
        shown = tables.positions.alias("shown")
        yield _inside(shown, *_looked_at(shown, sought), every=and_(*_stands(shown, sought)))
    if sought.form:
        told = tables.statements.alias("told")
        yield Narrowing(exists().where(told.c.article_id == _dated.id, told.c.form == sought.form.value))
    if sought.actor:
        chains, who = tables.chains.alias("spoken"), ids(connection, sought.actor)
        named = chains.c.actor_id.in_(who) if who else _among(chains.c.actor_id, sought.actor)
        yield _inside(chains, named, every=chains.c.actor_id.in_(who or _called(sought.actor)))
    if sought.party:
        chains, member = tables.chains.alias("spoken"), tables.actors.alias("member")
        itself = and_(member.c.kind == ActorKind.PARTY.value, member.c.name == sought.party)
        sides = or_(member.c.party == sought.party, itself)
        one = exists().where(member.c.id == chains.c.actor_id, sides)
        yield _inside(chains, one, every=chains.c.actor_id.in_(select(member.c.id).where(sides)))
    yield from _days(connection, sought, tables.articles)


def of_events(connection: Connection, wanted: WantedEvents) -> Iterator[Narrowing]:
    """Of a query over `events`, by `id`."""
    columns, part = tables.events.c, tables.event_participants.alias("part")
    if wanted.kind:
        yield Narrowing(columns.kind == wanted.kind.value)
    if wanted.status:
        yield Narrowing(columns.status == wanted.status.value)
    if wanted.actor:
        theirs = part.c.actor_id.in_(ids(connection, wanted.actor) or _called(wanted.actor))
        here = exists().where(part.c.event_id == columns.id, theirs)
        yield Narrowing(here, part, part.c.event_id, (theirs,))
    if wanted.since or wanted.until:
        yield Narrowing(or_(columns.earliest.is_not(None), columns.latest.is_not(None)))
    if wanted.since:
        yield Narrowing(or_(columns.latest.is_(None), columns.latest >= wanted.since))
    if wanted.until:
        yield Narrowing(or_(columns.earliest.is_(None), columns.earliest <= wanted.until))


def named(connection: Connection, name: str) -> list[str]:
    """Ids of the actors who have this name, alias or id, or else of those in one of whose names a word begins with it;
    in the order of lists."""
    found = ids(connection, name) or _called(name)
    return list(connection.execute(select(_who.id).where(_who.id.in_(found)).order_by(_who.place)).scalars())


def ids(connection: Connection, name: str) -> list[str]:
    """Ids of those who have just this name, alias or id."""
    called = select(_names.actor_id).where(_names.name == _folded(name), _names.whole)
    return list(connection.execute(select(_who.id).where(_who.id == name).union(called)).scalars())


def _called(beginning: str) -> Select[Any]:
    """Ids of those in one of whose names a word begins so."""
    first = _folded(beginning)
    return select(_names.actor_id).where(_names.name >= first, _names.name < first + chr(0x10FFFF)).distinct()


def _folded(name: str) -> str:
    return " ".join(rows.folded(name).split())


def _among(id: Column[Any], beginning: str) -> ColumnElement[bool]:
    """Whether an actor is one of those who are called so."""
    first = _folded(beginning)
    return exists().where(_names.actor_id == id, _names.name >= first, _names.name < first + chr(0x10FFFF))


def _inside(
    found: FromClause, *where: ColumnElement[bool], every: ColumnElement[bool] | None = None
) -> Narrowing:
    """Articles in which rows of a table stand: `where` says it of one row; `every`, where it is given, finds all of
    them."""
    holding = tables.articles.alias("holding")
    here = exists().where(found.c.article_id == _dated.id, *where)
    all_of_them = where if every is None else (every,)
    source = found.join(holding, holding.c.id == found.c.article_id)
    return Narrowing(here, source, holding.c.place, all_of_them, counted=found)


def _days(connection: Connection, sought: Sought, of: Table) -> Iterator[Narrowing]:
    if not sought.since and not sought.until:
        return
    day, here = tables.coverage.c, of.alias("on_day")
    source = tables.coverage.join(
        here,
        and_(
            here.c.published_earliest.is_not_distinct_from(day.earliest),
            here.c.published_latest.is_not_distinct_from(day.latest),
        ),
    )
    fits = and_(
        *_between(of.c.published_earliest, of.c.published_latest, sought), *_bounds(connection, sought, of)
    )
    yield Narrowing(fits, source, here.c.place, tuple(_between(day.earliest, day.latest, sought)))


def _between(
    earliest: ColumnElement[Any], latest: ColumnElement[Any], sought: Sought
) -> Iterator[ColumnElement[bool]]:
    if sought.since:
        yield latest >= sought.since
    if sought.until:
        yield earliest <= sought.until


def _bounds(connection: Connection, sought: Sought, of: Table) -> Iterator[ColumnElement[bool]]:
    """The places between which all lies that can have been published up to a day: places go by the first day."""
    if not sought.until:
        return
    day = tables.coverage.c
    ends = select(func.min(day.earliest), func.max(day.earliest)).where(
        *_between(day.earliest, day.latest, sought)
    )
    first, last = connection.execute(ends).one()
    column = of.c.published_earliest
    begins, stops = (
        connection.execute(select(edge(of.c.place)).where(column == on)).scalar()
        for edge, on in ((func.min, last), (func.max, first))
    )
    if begins is None or stops is None:
        yield false()
    else:
        yield of.c.place.between(begins, stops)


def _matching(connection: Connection, of: Table, words: str) -> Narrowing:
    """What has the words, in any inflection; nothing where there is no word among them."""
    try:
        return search.matching(connection, of, words)
    except AskedError:
        return Narrowing(false())


def _looked_at(of: FromClause, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """As `_stands`, of rows that are found by another column: SQLite does not know how many rows have an issue, and
    would rather go through all of them each time, were it not asked for what lies between it and itself."""
    if sought.issue:
        yield of.c.issue_id.between(sought.issue, sought.issue)
    if sought.stance:
        yield of.c.stance.between(sought.stance.value, sought.stance.value)


def _stands(of: FromClause, sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.issue:
        yield of.c.issue_id == sought.issue
    if sought.stance:
        yield of.c.stance == sought.stance.value
