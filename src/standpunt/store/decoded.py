"""What a codebook added to a dossier, from its rows: the way back of `coded`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, CompoundSelect, Connection, Row, Table, or_, select, union

from standpunt.model import (
    Condition,
    Contradiction,
    Dossier,
    Issue,
    Moment,
    Position,
    Reason,
    Shift,
    Span,
    Stance,
)
from standpunt.store import tables


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a coding is asked for: that on one issue, that of one actor (with what his is set against), or all."""

    issue: str = ""
    actor: str = ""

    def within(self, table: Table) -> Iterator[ColumnElement[bool]]:
        """What rows of `positions` or `conditions` must be to lie within."""
        columns = table.c
        if self.issue:
            yield columns.issue_id == self.issue
        if self.actor and table is tables.positions:
            yield or_(columns.actor_id == self.actor, columns.id.in_(self._partners()))
        elif self.actor:
            yield columns.actor_id == self.actor

    def of_pairs(self, one: Column[int], other: Column[int]) -> Iterator[ColumnElement[bool]]:
        """What rows must be that set two positions, by their ids, against each other."""
        taken = tables.positions.c
        if self.issue:
            yield one.in_(select(taken.id).where(taken.issue_id == self.issue))
        if self.actor:
            own = select(taken.id).where(taken.actor_id == self.actor)
            yield or_(one.in_(own), other.in_(own))

    def _partners(self) -> CompoundSelect[Any]:
        alone = Scope(actor=self.actor)
        shifts, clashes = tables.shifts.c, tables.contradictions.c
        return union(
            *(
                select(column).where(*alone.of_pairs(one, other))
                for one, other in ((shifts.before_id, shifts.after_id), (clashes.one_id, clashes.other_id))
                for column in (one, other)
            )
        )


ALL = Scope()


def coding(connection: Connection, scope: Scope = ALL) -> Dossier:
    """A dossier that has nothing but issues, positions, conditions, shifts and contradictions."""
    issues, taken, stated = tables.issues, tables.positions, tables.conditions
    shifts, clashes = tables.shifts, tables.contradictions
    changed = scope.of_pairs(shifts.c.before_id, shifts.c.after_id)
    against = scope.of_pairs(clashes.c.one_id, clashes.c.other_id)
    found = connection.execute(select(taken).where(*scope.within(taken)).order_by(taken.c.id))
    positions = {row.id: position(row) for row in found}
    set_ = connection.execute(select(stated).where(*scope.within(stated)).order_by(stated.c.id))
    return Dossier(
        issues=tuple(_issue(row) for row in connection.execute(select(issues).order_by(issues.c.number))),
        positions=tuple(positions.values()),
        conditions=tuple(condition(row) for row in set_),
        shifts=tuple(
            Shift(positions[row.before_id], positions[row.after_id], row.line, tuple(row.offices))
            for row in connection.execute(select(shifts).where(*changed).order_by(shifts.c.id))
        ),
        contradictions=tuple(
            Contradiction(positions[row.one_id], positions[row.other_id], row.side)
            for row in connection.execute(select(clashes).where(*against).order_by(clashes.c.id))
        ),
    )


def _issue(row: Row[tuple[object, ...]]) -> Issue:
    return Issue(
        id=row.id, label=row.label, proposal=row.proposal,
        terms=tuple(row.terms), against=tuple(row.against), about=tuple(row.about),
    )  # fmt: skip


def position(row: Row[Any]) -> Position:
    """Of a row of `positions`."""
    return Position(
        row.actor_id, row.issue_id, Stance(row.stance), Moment(row.held_earliest, row.held_latest),
        row.article_id, Span(row.start, row.stop), Reason(row.rule, row.entry), row.near,
        _statement(row), row.attitude, row.condition,
    )  # fmt: skip


def condition(row: Row[Any]) -> Condition:
    """Of a row of `conditions`."""
    return Condition(
        row.actor_id, row.issue_id, Moment(row.held_earliest, row.held_latest), row.article_id,
        Span(row.start, row.stop), row.condition_group, row.list_number, row.must_id or "", row.any_one,
        row.unless, _statement(row), Stance(row.met), Stance(row.failed),
    )  # fmt: skip


def _statement(row: Row[tuple[object, ...]]) -> int | None:
    """The index of a statement from its id, `article-number`."""
    return None if row.statement_id is None else int(row.statement_id.rpartition("-")[2]) - 1
