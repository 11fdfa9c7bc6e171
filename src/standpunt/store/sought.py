"""Which statements, articles and events are wanted, as conditions of a query."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    column,
    false,
    literal_column,
    or_,
    select,
    text,
)

from standpunt.errors import AskedError
from standpunt.model import ActorKind, EventKind, EventStatus, Form, Stance
from standpunt.store import rows, search, tables

_said, _dated, _who = tables.statements.c, tables.articles.c, tables.actors.c
_taken, _have = tables.positions.c, tables.utterances.c


@dataclass(frozen=True, slots=True)
class Sought:
    """`words` are as for `Store.search`; `actor` is an id, a name or a part of one; `party`, `outlet` and the id of an
    `issue` are meant exactly. What can have been published on a day from `since` to `until` counts.

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


def of_statements(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Of a query over `statements`, each the fullest of its row of `utterances`."""
    yield from _days(sought, _said)
    if sought.words:
        yield _matching(connection, "statements", sought.words)
    if sought.actor:
        yield _said.speaker_id.in_(named(connection, sought.actor))
    if sought.party:
        yield _said.speaker_id.in_(_of_party(sought.party))
    if sought.form:
        yield _said.form == sought.form.value
    given = tables.witnesses.alias("also")
    if sought.issue or sought.stance:
        showing = select(given.c.utterance_id).join(
            tables.positions, _taken.statement_id == given.c.statement_id
        )
        yield _have.id.in_(showing.where(*_stands(sought)))
    if sought.outlet:
        there, paper = tables.statements.alias("there"), tables.articles.alias("paper")
        yield (
            select(given.c.statement_id)
            .join(there, there.c.id == given.c.statement_id)
            .join(paper, paper.c.id == there.c.article_id)
            .where(given.c.utterance_id == _have.id, paper.c.outlet == sought.outlet)
            .correlate(tables.utterances)
            .exists()
        )


def of_articles(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Of a query over `articles`."""
    yield from _days(sought, _dated)
    chains = tables.chains.c
    if sought.words:
        yield _matching(connection, "articles", sought.words)
    if sought.outlet:
        yield _dated.outlet == sought.outlet
    if sought.actor:
        who = named(connection, sought.actor)
        yield _dated.id.in_(select(chains.article_id).where(chains.actor_id.in_(who)))
    if sought.party:
        yield _dated.id.in_(select(chains.article_id).where(chains.actor_id.in_(_of_party(sought.party))))
    if sought.form:
        yield _dated.id.in_(select(_said.article_id).where(_said.form == sought.form.value))
    if sought.issue or sought.stance:
        yield _dated.id.in_(select(_taken.article_id).where(*_stands(sought)))


def of_events(connection: Connection, wanted: WantedEvents) -> Iterator[ColumnElement[bool]]:
    """Of a query over `events`."""
    columns, who = tables.events.c, tables.event_participants.c
    if wanted.kind:
        yield columns.kind == wanted.kind.value
    if wanted.status:
        yield columns.status == wanted.status.value
    if wanted.actor:
        ids = named(connection, wanted.actor)
        yield columns.id.in_(select(who.event_id).where(who.actor_id.in_(ids)))
    if wanted.since or wanted.until:
        yield or_(columns.earliest.is_not(None), columns.latest.is_not(None))
    if wanted.since:
        yield or_(columns.latest.is_(None), columns.latest >= wanted.since)
    if wanted.until:
        yield or_(columns.earliest.is_(None), columns.earliest <= wanted.until)


def named(connection: Connection, name: str) -> list[str]:
    """Ids of the actors who have this name, alias or id, or else of those in one of whose names it stands."""
    looked_for = rows.folded(name)
    known = [
        (row.id, {rows.folded(each) for each in (row.name, *row.aliases)})
        for row in connection.execute(select(_who.id, _who.name, _who.aliases))
    ]
    exactly = [key for key, names in known if looked_for in names or key == name]
    return exactly or [key for key, names in known if any(looked_for in each for each in names)]


def _days(sought: Sought, of: Any) -> Iterator[ColumnElement[bool]]:
    if sought.since:
        yield of.published_latest >= sought.since
    if sought.until:
        yield of.published_earliest <= sought.until


def _matching(connection: Connection, table: str, words: str) -> ColumnElement[bool]:
    """What has the words, in any inflection; nothing where there is no word among them."""
    try:
        wanted, _ = search.query(connection, words)
    except AskedError:
        return false()
    index = f"{table}_fts"
    found = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :wanted").bindparams(wanted=wanted)
    return literal_column(f"{table}.rowid", Integer).in_(found.columns(column("rowid", Integer)))


def _of_party(party: str) -> Select[Any]:
    """Its members, and itself."""
    itself = and_(_who.kind == ActorKind.PARTY.value, _who.name == party)
    return select(_who.id).where(or_(_who.party == party, itself))


def _stands(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.issue:
        yield _taken.issue_id == sought.issue
    if sought.stance:
        yield _taken.stance == sought.stance.value
