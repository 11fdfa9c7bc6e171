"""From an older schema to this one, a version at a time.

Only the tables in `tables.COLLECTED` have rows to carry over: a step changes those with its own SQL. All
others are dropped and made anew, and the next build, which is what opens an older file, fills them from
what was collected.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, text

from standpunt.store import schema, tables


def _nothing(connection: Connection) -> None:
    """What was collected stays as it is; new are tables that a build writes anew, or that begin empty."""


def _counted_builds(connection: Connection) -> None:
    """What is there came before builds were counted, and is what its source gives now."""
    for statement in (
        "CREATE TABLE carried AS SELECT * FROM sources",
        "DROP TABLE sources",
        "CREATE TABLE sources ( id TEXT NOT NULL, origin TEXT NOT NULL, source TEXT NOT NULL, part TEXT NOT NULL,"
        " digest TEXT NOT NULL, article TEXT NOT NULL, build INTEGER NOT NULL, version_of TEXT NOT NULL,"
        " PRIMARY KEY (id) )",
        "INSERT INTO sources SELECT id, origin, source, part, digest, article, 0, '' FROM carried",
        "DROP TABLE carried",
    ):
        connection.exec_driver_sql(statement)


STEPS: Mapping[int, Callable[[Connection], None]] = {
    **dict.fromkeys((1, 2, 3, 4, 5, 6), _nothing),
    7: _counted_builds,
    8: _nothing,
    9: _nothing,
    10: _nothing,
}
"""Version -> what brings the collected tables of that version to the next. Version 1 is the first; 2 brought
positions, 3 events, 4 what a position rests on, 5 what is forgotten, 6 stories and utterances, 7 corrections, 8
earlier versions of articles and the builds that brought them, 9 what pages need to be
quick, 10 views that PostgreSQL understands, too, 11 what a build has written of each article."""


def migrate(
    connection: Connection, version: int, steps: Mapping[int, Callable[[Connection], None]] = STEPS
) -> None:
    """Brings an open dossier from `version` to `tables.VERSION`, in the caller's transaction."""
    for each in range(version, tables.VERSION):
        steps[each](connection)
    _drop_what_is_written_anew(connection)
    have = schema.names(connection)
    for statement in schema.statements(connection.dialect):
        if schema.name_of(statement) not in have:
            connection.exec_driver_sql(statement)
    connection.execute(text("UPDATE dossier SET value = 'building' WHERE key = 'state'"))
    schema.mark(connection)


def _drop_what_is_written_anew(connection: Connection) -> None:
    for name, kind in schema.names(connection).items():
        if kind in ("table", "view") and name not in tables.COLLECTED:
            connection.exec_driver_sql(f'DROP {kind} IF EXISTS "{name}"')
