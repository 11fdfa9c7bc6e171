"""What screens count and rank over a whole dossier: made in SQL of the other tables whenever they are written, in the
same transaction, and so never out of step with them."""

from collections.abc import Iterator

from sqlalchemy import Connection, Insert, Select, distinct, func, insert, literal, select

from standpunt.model import Stance
from standpunt.store import tables

COUNTED = ("articles", "utterances", "actors", "events", "positions")
"""Tables whose rows are counted."""

_dated, _who, _said, _taken = tables.articles.c, tables.actors.c, tables.statements.c, tables.positions.c


def write(connection: Connection) -> None:
    """Fills the tables that are made of others."""
    for statement in (_coverage(), _sides(), _silent()):
        connection.execute(statement)
    columns = ("what", "of", "value", "number")
    for query in _tallies():
        connection.execute(insert(tables.tallies).from_select(columns, query))


def _coverage() -> Insert:
    days = _dated.published_earliest, _dated.published_latest
    number = func.row_number().over(order_by=[day.nulls_first() for day in days])
    query = select(number, *days, func.count()).group_by(*days)
    return insert(tables.coverage).from_select(("number", "earliest", "latest", "articles"), query)


def _sides() -> Insert:
    agrees = _taken.stance != Stance.OPPOSE.value
    sided = _taken.stance.in_([Stance.SUPPORT.value, Stance.CONDITIONAL.value, Stance.OPPOSE.value])
    query = select(_taken.issue_id, _taken.actor_id, agrees).where(sided).distinct()
    return insert(tables.sides).from_select(("issue_id", "actor_id", "agrees"), query)


def _silent() -> Insert:
    """An article is about an issue where anybody in it takes a position on it."""
    about = select(_taken.issue_id, _taken.article_id).distinct().subquery()
    stands = tables.standings.c
    takes = select(stands.actor_id).where(
        stands.actor_id == _said.speaker_id, stands.issue_id == about.c.issue_id
    )
    query = (
        select(
            about.c.issue_id,
            _said.speaker_id,
            func.min(_said.speaker),
            func.count(distinct(_said.article_id)),
        )
        .join_from(about, tables.statements, _said.article_id == about.c.article_id)
        .where(_said.speaker_id.is_not(None), ~takes.exists())
        .group_by(about.c.issue_id, _said.speaker_id)
    )
    return insert(tables.silent).from_select(("issue_id", "actor_id", "actor", "articles"), query)


def _tallies() -> Iterator[Select[str, str, str, int]]:
    """Of each: what is counted, of which issue, of which value, and how many there are."""
    none = literal("")
    for name in COUNTED:
        yield select(literal("rows"), none, literal(name), func.count()).select_from(
            tables.metadata.tables[name]
        )
    for what, named in (("outlet", _dated.outlet), ("party", _who.party)):
        yield select(literal(what), none, named, func.count()).where(named != "").group_by(named)
    for what, column in (("stance", _taken.stance), ("takers", none)):
        counted = func.count() if what == "stance" else func.count(distinct(_taken.actor_id))
        yield select(literal(what), _taken.issue_id, column, counted).group_by(_taken.issue_id, column)
    have = tables.sides.c
    yield select(literal("sides"), none, have.actor_id, func.count()).group_by(have.actor_id)
