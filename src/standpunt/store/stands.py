"""Where people stand, as screens read it: of an issue or an actor the first rows and how many there are."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Table,
    and_,
    case,
    func,
    or_,
    select,
    union,
    union_all,
)

from standpunt.errors import PlaceError
from standpunt.model import Condition, Moment, Span, Stance
from standpunt.store import decoded, tables
from standpunt.store.decoded import ALL, Scope
from standpunt.store.reader import Store
from standpunt.store.rows import Row

_dated, _taken, _stands = tables.articles.c, tables.positions.c, tables.standings.c

SIDED = (Stance.SUPPORT.value, Stance.CONDITIONAL.value, Stance.OPPOSE.value)
"""Who supports something on a condition agrees with who supports it."""


class Stands(Store):
    """What of a dossier is about its issues. Every method may raise StoreError."""

    def issues_held(self) -> list[Row]:
        """The issues in the order of the codebook, each with `positions`, how many there are of each stance, and
        `actors`, how many take one."""
        have = tables.tallies.c
        query = select(have.what, have.of, have.value, have.number).where(have.what.in_(["stance", "takers"]))
        with self._reading() as connection:
            listed = _rows(connection, select(tables.issues).order_by(tables.issues.c.number))
            found = connection.execute(query.order_by(have.value)).all()
        actors = {of: number for what, of, _, number in found if what == "takers"}
        stances: dict[str, dict[str, int]] = {row["id"]: {} for row in listed}
        for what, of, value, number in found:
            if what == "stance":
                stances[of][value] = number
        return [
            {**row, "positions": stances[row["id"]], "actors": actors.get(row["id"], 0)} for row in listed
        ]

    # ------------------------------------------------------------------------------------------ standings

    def tally(self, issue: str) -> Mapping[str, int]:
        """How many actors stand where on an issue, by stance."""
        number = func.count().label("number")
        query = select(_stands.stance, number).where(_stands.issue_id == issue).group_by(_stands.stance)
        with self._reading() as connection:
            return {row.stance: row.number for row in connection.execute(query)}

    def standing(self, issue: str, stance: Stance, *, after: str = "", limit: int) -> tuple[list[Row], str]:
        """Those who take a stance, who took most positions first: rows of positions that show it, with their place.
        The second part asks for those that follow, empty at the end. May raise PlaceError."""
        with self._reading() as connection:
            found, following = _taking(connection, issue, stance.value, after, limit)
            shown = _positions(connection, found)
        return [shown[id] for id in found], following

    def standing_first(self, issue: str, limit: int) -> Mapping[Stance, tuple[list[Row], str]]:
        """The first of `standing`, of each stance."""
        with self._reading() as connection:
            found = {stance: _taking(connection, issue, stance.value, "", limit) for stance in Stance}
            shown = _positions(connection, [id for ids, _ in found.values() for id in ids])
        return {
            stance: ([shown[id] for id in ids], following)
            for stance, (ids, following) in found.items()
            if ids
        }

    def standing_on(self, actor: str) -> Mapping[str, tuple[Stance, int, Row]]:
        """Where an actor stands, by issue: the stance, how many positions he took, and one that shows it."""
        query = select(tables.standings).where(_stands.actor_id == actor)
        with self._reading() as connection:
            found = _rows(connection, query)
            shown = _positions(connection, [row["position_id"] for row in found])
        return {
            row["issue_id"]: (Stance(row["stance"]), row["positions"], shown[row["position_id"]])
            for row in found
        }

    def silent(self, issue: str, *, after: str = "", limit: int) -> tuple[list[Row], str]:
        """Who speaks in articles about an issue and shows nothing on it anywhere, and in how many, most first; as
        `standing`."""
        have = tables.silent.c
        query = select(tables.silent).where(have.issue_id == issue)
        with self._reading() as connection:
            return _most(connection, query, have.articles, have.actor_id, after, limit)

    # ------------------------------------------------------------------------------------------ positions

    def coded_rows(self, table: str, scope: Scope = ALL) -> list[Row]:
        """The rows of `positions` or `conditions` with the label of their article as `article`, its outlet and its
        agency."""
        return list(self.coded_page(table, scope))

    def coded_page(self, table: str, scope: Scope, after: int = 0, limit: int | None = None) -> list[Row]:
        """Some of the same, behind an id."""
        wanted = tables.metadata.tables[table]
        query = placed(wanted).where(*scope.within(wanted), wanted.c.id > after)
        with self._reading() as connection:
            return _rows(connection, query.order_by(wanted.c.id).limit(limit))

    def held_newest(self, issue: str, actor: str = "", *, after: int = 0, limit: int) -> list[Row]:
        """Positions on an issue, of all or of one actor, newest first, undated last; those behind one by its id."""
        by = tables.HELD_ON
        query = placed(tables.positions).where(_taken.issue_id == issue)
        if actor:
            query = query.where(_taken.actor_id == actor)
        with self._reading() as connection:
            last = connection.execute(select(by).where(_taken.id == after)).scalar() if after else None
            found: list[Row] = []
            if last or not after:
                dated = query.where(by <= (last or datetime.date.max))
                if last:
                    dated = dated.where(or_(by < last, _taken.id < after))
                found = _rows(connection, dated.order_by(by.desc(), _taken.id.desc()).limit(limit))
            if len(found) < limit:
                undated = query.where(by.is_(None))
                if after and not last:
                    undated = undated.where(_taken.id < after)
                found += _rows(connection, undated.order_by(_taken.id.desc()).limit(limit - len(found)))
        return found

    def most_held(self, issue: str, actors: int, each: int) -> list[Row]:
        """The newest positions of those who took most on an issue: so many actors, of each so many."""
        ranked = (
            select(_stands.actor_id)
            .where(_stands.issue_id == issue)
            .order_by(_stands.positions.desc(), _stands.actor_id)
            .limit(actors)
        )
        with self._reading() as connection:
            ids = list(connection.execute(ranked).scalars())
            theirs = _taken.actor_id.in_(ids), _taken.issue_id == issue
            found = _newest_of_each(connection, _taken.actor_id, each, *theirs)
        return sorted(found, key=lambda row: ids.index(row["actor_id"]))

    def held_before(self, actor: str, each: int) -> Mapping[str, list[Row]]:
        """Of each issue the newest positions of an actor but those that tell where he stands now."""
        found: dict[str, list[Row]] = {}
        with self._reading() as connection:
            for row in _newest_of_each(
                connection, _taken.issue_id, each, _taken.actor_id == actor, _taken.now.is_(False)
            ):
                found.setdefault(row["issue_id"], []).append(row)
        return found

    # ------------------------------------------------------------------------------------------ conditions

    def condition_groups(self, issue: str, each: int) -> list[tuple[str, int, list[Row]]]:
        """The groups of conditions on an issue, in the order in which they were stated first: how many conditions each
        has, and the newest of them."""
        have = tables.conditions.c
        groups = (
            select(have.condition_group, func.count())
            .where(have.issue_id == issue)
            .group_by(have.condition_group)
            .order_by(func.min(have.id))
        )
        with self._reading() as connection:
            counted = connection.execute(groups).all()
            newest = [
                select(have.id)
                .where(have.issue_id == issue, have.condition_group == group)
                .order_by(have.id.desc())
                .limit(each)
                .subquery()
                for group, _ in counted
            ]
            ids = list(connection.execute(union_all(*map(select, newest))).scalars()) if newest else []
            found = _rows(
                connection, placed(tables.conditions).where(have.id.in_(ids)).order_by(have.id.desc())
            )
        return [
            (group, number, [row for row in found if row["condition_group"] == group])
            for group, number in counted
        ]

    def wavering(self, issue: str) -> tuple[Mapping[str, str], Sequence[Condition]]:
        """Who stands on conditions, by id with his name, and what these ask for: of the conditions of one actor that
        ask for the same the first, without its words, its day, and its article where it is not in a list, which is
        enough to tell where he then stands."""
        have, listed = tables.conditions.c, tables.conditions.c.list_number
        stands = and_(_stands.issue_id == issue, _stands.stance == Stance.CONDITIONAL.value)
        who = select(_stands.actor_id, _stands.actor).where(stands).order_by(_stands.actor_id)
        article = case((listed > 0, have.article_id), else_="")
        asks = (
            have.actor_id, article, have.condition_group, listed, have.any_one, have.unless, have.met, have.failed,
        )  # fmt: skip
        here = have.issue_id.between(_stands.issue_id, _stands.issue_id)  # so that SQLite goes by the actor
        stated = (
            select(*asks)
            .join_from(tables.standings, tables.conditions, and_(have.actor_id == _stands.actor_id, here))
            .where(stands)
            .group_by(*asks)
            .order_by(func.min(have.id))
        )
        with self._reading() as connection:
            names = {row.actor_id: row.actor for row in connection.execute(who)}
            found = connection.execute(stated).all()
        undated, nowhere, stances = Moment(), Span(0, 0), {each.value: each for each in Stance}
        return names, [
            Condition(
                actor, issue, undated, article, nowhere, group, number, any=any_one, unless=unless,
                met=stances[met], failed=stances[failed],
            )
            for actor, article, group, number, any_one, unless, met, failed in found
        ]  # fmt: skip

    def conditions_by(self, issue: str, actors: Iterable[str]) -> Mapping[Condition, Row]:
        """The conditions of some actors on an issue, in the order in which they were found, each with its row."""
        have = tables.conditions.c
        query = placed(tables.conditions).where(have.issue_id == issue, have.actor_id.in_(set(actors)))
        with self._reading() as connection:
            found = connection.execute(query.order_by(have.id))
            return {decoded.condition(row): dict(row._mapping) for row in found}

    def conditions_in(self, issue: str, group: str, *, before: int = 0, limit: int) -> list[Row]:
        """The conditions of a group on an issue, the last found first; those before an id."""
        have = tables.conditions.c
        return self._stated(have.condition_group == group, have.issue_id == issue, before=before, limit=limit)

    def conditions_of(self, actor: str, *, limit: int) -> list[Row]:
        """The conditions of an actor, the last found first."""
        return self._stated(tables.conditions.c.actor_id == actor, limit=limit)

    def _stated(self, *where: ColumnElement[bool], before: int = 0, limit: int) -> list[Row]:
        id = tables.conditions.c.id
        query = placed(tables.conditions).where(*where)
        if before:
            query = query.where(id < before)
        with self._reading() as connection:
            return _rows(connection, query.order_by(id.desc()).limit(limit))

    # ------------------------------------------------------------------------------------------ pairs

    def newest_shifts(
        self, limit: int = 5, *, issue: str = "", actor: str = "", before: int = 0
    ) -> list[Row]:
        """Each with `line`, `offices` and the rows of two positions, `before` and `after`. Of an issue or an actor in
        the order of their ids, the last first, those before an id; else those that are dated, the newest first."""
        have = tables.shifts.c
        query = select(tables.shifts)
        if issue or actor:
            query = query.where(have.issue_id == issue if issue else have.actor_id == actor).order_by(
                have.id.desc()
            )
        else:
            query = query.where(have.held_latest <= datetime.date.max).order_by(
                have.held_latest.desc(), have.id
            )
        return self._pairs(query, have.id, ("before", "after"), before, limit)

    def newest_contradictions(
        self, limit: int = 5, *, issue: str = "", actor: str = "", before: int = 0
    ) -> list[Row]:
        """Each with `side` and the rows of two positions, `one` and `other`; otherwise as shifts."""
        have = tables.contradictions.c
        query = select(tables.contradictions).order_by(have.id.desc())
        if issue:
            query = query.where(have.issue_id == issue)
        if actor:
            theirs = (
                select(have.id).where(column == actor) for column in (have.one_actor_id, have.other_actor_id)
            )
            query = query.where(have.id.in_(union(*theirs)))
        return self._pairs(query, have.id, ("one", "other"), before, limit)

    def _pairs(
        self, query: Select[Any], id: ColumnElement[int], sides: Sequence[str], before: int, limit: int
    ) -> list[Row]:
        if before:
            query = query.where(id < before)
        with self._reading() as connection:
            found = _rows(connection, query.limit(limit))
            held = _positions(connection, {row[f"{side}_id"] for row in found for side in sides})
        return [{**row, **{side: held[row[f"{side}_id"]] for side in sides}} for row in found]

    # ------------------------------------------------------------------------------------------ sides

    def sided(
        self, most: int, issue: str = "", days: tuple[datetime.date, datetime.date] | None = None
    ) -> tuple[list[Row], int]:
        """Who is for and who against, on an issue or all, ever or within days that a position can have been held on:
        `actor_id`, `issue_id` and `agrees`, each once, of those who take most sides; and how many take any."""
        with self._reading() as connection:
            if days is None and not issue:
                return _ever(connection, most)
            if days is None:
                have = tables.sides.c
                sides = select(have.actor_id, have.issue_id, have.agrees).where(have.issue_id == issue)
                found = {(row[0], row[1], row[2]) for row in connection.execute(sides)}
            else:
                rows = connection.execute(_within(issue, *days))
                found = {(row[0], row[1], row[2] != Stance.OPPOSE.value) for row in rows if row[2] in SIDED}
        counts = Counter(row[0] for row in found)
        kept = set(sorted(counts, key=lambda id: (-counts[id], id))[:most])
        return [_side(*row) for row in sorted(found) if row[0] in kept], len(counts)

    def held_between(self, issue: str = "") -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day on which a position on an issue, or on any, can have been held."""
        have = tables.issues.c
        query = select(func.min(have.earliest), func.max(have.latest))
        with self._reading() as connection:
            first, last = connection.execute(query.where(have.id == issue) if issue else query).one()
        return (first, last) if first and last else None


def _taking(connection: Connection, issue: str, stance: str, after: str, limit: int) -> tuple[list[int], str]:
    """The positions that show where those stand who take a stance."""
    query = select(_stands.actor_id, _stands.position_id, _stands.positions).where(
        _stands.issue_id == issue, _stands.stance == stance
    )
    found, following = _most(connection, query, _stands.positions, _stands.actor_id, after, limit)
    return [row["position_id"] for row in found], following


def _most(
    connection: Connection,
    query: Select[Any],
    number: Column[int],
    actor: Column[str],
    after: str,
    limit: int,
) -> tuple[list[Row], str]:
    """Rows with the highest number first, behind a token, `12.ACTOR`; and the token that asks for those that follow."""
    if after:
        most, _, last = after.partition(".")
        if not most.isdecimal():
            raise PlaceError("there is no such page", where=after, hint="begin at the first page")
        query = query.where(number <= int(most), or_(number < int(most), actor > last))
    found = _rows(connection, query.order_by(number.desc(), actor).limit(limit + 1))
    end = found[limit - 1] if len(found) > limit else None
    return found[:limit], f"{end[number.name]}.{end[actor.name]}" if end else ""


def _newest_of_each(
    connection: Connection, of: Column[Any], number: int, *where: ColumnElement[bool]
) -> list[Row]:
    """So many positions for each value of a column, newest first."""
    newest = tables.HELD_ON.desc().nulls_last(), _taken.id.desc()
    rank = func.row_number().over(partition_by=of, order_by=newest)
    ranked = select(_taken.id, rank.label("rank")).where(*where).subquery()
    ids = list(connection.execute(select(ranked.c.id).where(ranked.c.rank <= number)).scalars())
    return _rows(connection, placed(tables.positions).where(_taken.id.in_(ids)).order_by(*newest))


def _ever(connection: Connection, most: int) -> tuple[list[Row], int]:
    have, tally = tables.sides.c, tables.tallies.c
    counted = and_(tally.what == "sides", tally.of == "")
    ranked = select(tally.value).where(counted).order_by(tally.number.desc(), tally.value).limit(most)
    number = connection.execute(select(func.count()).select_from(tables.tallies).where(counted)).scalar_one()
    ids = list(connection.execute(ranked).scalars())
    query = select(have.actor_id, have.issue_id, have.agrees).where(have.actor_id.in_(ids))
    return [_side(*row) for row in connection.execute(query)], number


def _within(issue: str, first: datetime.date, last: datetime.date) -> CompoundSelect[Any]:
    """Who, on which issue, which stance, as it can have been held on one of these days; what has no date cannot."""
    return union_all(
        *(
            select(_taken.actor_id, _taken.issue_id, _taken.stance).where(
                *when, *([_taken.issue_id == issue] if issue else [])
            )
            for when in (
                (_taken.held_earliest.between(first, last),),
                (
                    _taken.held_earliest < first,
                    or_(_taken.held_latest.is_(None), _taken.held_latest >= first),
                    tables.OVER_DAYS,
                ),
                (_taken.held_earliest.is_(None), _taken.held_latest >= first),
            )
        )
    )


def _side(actor: str, issue: str, agrees: bool) -> Row:
    return {"actor_id": actor, "issue_id": issue, "agrees": bool(agrees)}


def placed(table: Table) -> Select[Any]:
    """Rows of `positions` or `conditions`, with the label and the outlet of their article."""
    return select(table, _dated.label.label("article"), _dated.outlet, _dated.agency).join(
        tables.articles, _dated.id == table.c.article_id
    )


def _positions(connection: Connection, ids: Iterable[int]) -> dict[int, Row]:
    """Positions by their ids."""
    query = placed(tables.positions).where(_taken.id.in_(set(ids)))
    return {row["id"]: row for row in _rows(connection, query)}


def _rows(connection: Connection, query: Select[Any]) -> list[Row]:
    return [dict(row._mapping) for row in connection.execute(query)]
