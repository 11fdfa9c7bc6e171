"""What a codebook added to a dossier, from its rows: the way back of `coded`."""

from sqlalchemy import Connection, Row, select

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


def coding(connection: Connection) -> Dossier:
    """A dossier that has nothing but issues, positions, conditions, shifts and contradictions."""
    issues, taken, stated = tables.issues, tables.positions, tables.conditions
    positions = {row.id: _position(row) for row in connection.execute(select(taken).order_by(taken.c.id))}
    shifts = connection.execute(select(tables.shifts).order_by(tables.shifts.c.id))
    clashes = connection.execute(select(tables.contradictions).order_by(tables.contradictions.c.id))
    return Dossier(
        issues=tuple(_issue(row) for row in connection.execute(select(issues).order_by(issues.c.number))),
        positions=tuple(positions.values()),
        conditions=tuple(_condition(row) for row in connection.execute(select(stated).order_by(stated.c.id))),
        shifts=tuple(
            Shift(positions[row.before_id], positions[row.after_id], row.line, tuple(row.offices))
            for row in shifts
        ),
        contradictions=tuple(
            Contradiction(positions[row.one_id], positions[row.other_id], row.side) for row in clashes
        ),
    )


def _issue(row: Row[tuple[object, ...]]) -> Issue:
    return Issue(
        id=row.id, label=row.label, proposal=row.proposal,
        terms=tuple(row.terms), against=tuple(row.against), about=tuple(row.about),
    )  # fmt: skip


def _position(row: Row[tuple[object, ...]]) -> Position:
    return Position(
        row.actor_id, row.issue_id, Stance(row.stance), Moment(row.held_earliest, row.held_latest),
        row.article_id, Span(row.start, row.stop), Reason(row.rule, row.entry), row.near,
        _statement(row), row.attitude, row.condition,
    )  # fmt: skip


def _condition(row: Row[tuple[object, ...]]) -> Condition:
    return Condition(
        row.actor_id, row.issue_id, Moment(row.held_earliest, row.held_latest), row.article_id,
        Span(row.start, row.stop), row.condition_group, row.list_number, row.must_id or "", row.any_one,
        row.unless, _statement(row), Stance(row.met), Stance(row.failed),
    )  # fmt: skip


def _statement(row: Row[tuple[object, ...]]) -> int | None:
    """The index of a statement from its id, `article-number`."""
    return None if row.statement_id is None else int(row.statement_id.rpartition("-")[2]) - 1
