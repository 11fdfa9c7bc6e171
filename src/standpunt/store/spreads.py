"""How many stand where on an issue, now or on a day, by party or by whom they belong to.

Where everybody stands now is kept (`standings`). Who showed that by the day stood there on it already; of the others
the database finds what each had shown last."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, FromClause, and_, func, or_, select

from standpunt.dossier.sides import CABINET
from standpunt.dossier.stances import by_day, summary
from standpunt.model import Actor, ActorKind, Moment, Reason, Stance
from standpunt.store import tables
from standpunt.store.stands import Stands

_stands, _taken, _who = tables.standings.c, tables.positions.c, tables.actors.c

AT_ONCE = 10_000
"""Actors that are asked for together."""

_UNSAID = Reason("")
_KINDS = {each.value: each for each in ActorKind}
_STANCES = {each.value: each for each in Stance}


class Spreads(Stands):
    """What of a dossier is about parties and blocs. Every method may raise StoreError."""

    def spread(self, issue: str, on: datetime.date | None = None) -> Mapping[str, Counter[Stance]]:
        """How many of each party take which stance, or took it on a day; parties by name."""
        query = (
            select(_stands.party, _stands.stance, func.count())
            .where(_stands.issue_id == issue, _stands.party != "")
            .group_by(_stands.party, _stands.stance)
        )
        found = defaultdict[str, Counter[Stance]](Counter)
        with self._reading() as connection:
            if on:
                shown = tables.positions.alias("shown")
                already = and_(shown.c.id == _stands.position_id, _first_day(shown) <= on)
                query = query.join(shown, already)
                later = ~select(shown.c.id).where(already).exists()
                for _, party, stance in _stood(connection, issue, on, _stands.party != "", later):
                    found[party][stance] += 1
            for party, stance, number in connection.execute(query):
                found[party][Stance(stance)] += number
        return dict(sorted(found.items()))

    def takers(
        self, issue: str, on: datetime.date | None = None, *, everybody: bool = True
    ) -> Iterator[tuple[Actor, Stance, Moment]]:
        """Who stands where on an issue, or stood on a day, and when: on that day, or when he showed it last. Of the
        actors no more than what tells to whom they belong; or only those of whom the registry may know it."""
        query = (
            select(
                _who.id, _who.name, _who.kind, _who.party, _who.identity,
                _stands.stance, _taken.held_earliest, _taken.held_latest,
            )
            .join_from(tables.standings, tables.actors, _who.id == _stands.actor_id)
            .join(tables.positions, _taken.id == _stands.position_id)
            .where(_stands.issue_id == issue)
        )  # fmt: skip
        if not everybody:
            body = _who.kind == ActorKind.ORGANISATION.value
            cabinet = and_(body, or_(*(_who.name.icontains(word) for word in sorted(CABINET))))
            query = query.where(or_(_stands.party != "", _who.identity != "", cabinet))
        with self._reading() as connection:
            now = [
                (Actor(row[0], row[1], _KINDS[row[2]], _UNSAID, row[3], identity=row[4]), _STANCES[row[5]],
                 Moment(row[6], row[7]))
                for row in connection.execute(query)
            ]  # fmt: skip
            if on is None:
                yield from now
                return
            stances = {actor.id: stance for actor, stance, held in now if by_day(held, on)}
            stances |= _stood_among(
                connection, issue, on, [who.id for who, *_ in now if who.id not in stances]
            )
        for actor, *_ in now:
            if actor.id in stances:
                yield actor, stances[actor.id], Moment(on, on)


def _stood_among(
    connection: Connection, issue: str, on: datetime.date, actors: Sequence[str]
) -> Iterator[tuple[str, Stance]]:
    """Those of some actors, by their ids, who had shown something by a day."""
    for at in range(0, len(actors), AT_ONCE):
        some = _stands.actor_id.in_(actors[at : at + AT_ONCE])
        yield from ((actor, stance) for actor, _, stance in _stood(connection, issue, on, some))


def _stood(
    connection: Connection, issue: str, on: datetime.date, *who: ColumnElement[bool]
) -> Iterator[tuple[str, str, Stance]]:
    """Each of some actors with his party and what his last positions up to a day come to, as `dossier.matrix` has
    it."""
    declines = _taken.stance == Stance.DECLINES.value
    days = (_taken.held_latest.desc().nulls_first(), _taken.held_earliest.desc().nulls_first())
    last = func.dense_rank().over(
        partition_by=_taken.actor_id, order_by=(declines, *days, _taken.article_id.desc())
    )
    here = _taken.issue_id.between(_stands.issue_id, _stands.issue_id)  # so that SQLite goes by the actor
    ranked = (
        select(_stands.party, _stands.actor_id, _taken.stance, last.label("last"))
        .join(tables.positions, and_(_taken.actor_id == _stands.actor_id, here))
        .where(_stands.issue_id == issue, *who, _first_day(tables.positions) <= on)
        .subquery()
    )
    shown = ranked.c
    found = select(shown.actor_id, shown.party, shown.stance).where(shown.last == 1).order_by(shown.actor_id)
    for (actor, party), rows in groupby(connection.execute(found), lambda row: (row[0], row[1])):
        stance = summary(Stance(row[2]) for row in rows)
        assert stance is not None
        yield actor, party, stance


def _first_day(of: FromClause) -> ColumnElement[datetime.date]:
    """On which a position can have been held; NULL where it has no date."""
    return func.coalesce(of.c.held_earliest, of.c.held_latest)
