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
}
"""Version -> what brings the collected tables of that version to the next. Version 1 is the first; 2 brought
positions, 3 events, 4 what a position rests on, 5 what is forgotten, 6 stories and utterances, 7 corrections, 8
earlier versions of articles and the builds that brought them, 9 what pages need to be quick."""


def migrate(
    connection: Connection, version: int, steps: Mapping[int, Callable[[Connection], None]] = STEPS
) -> None:
    """Brings an open file from `version` to `tables.VERSION`, in the caller's transaction."""
    for each in range(version, tables.VERSION):
        steps[each](connection)
    _drop_what_is_written_anew(connection)
    have = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
    for statement in schema.statements():
        if _name(statement) not in have:
            connection.exec_driver_sql(statement)
    connection.execute(text("UPDATE dossier SET value = 'building' WHERE key = 'state'"))
    connection.execute(
        text("UPDATE dossier SET value = :now WHERE key = 'schema'"), {"now": str(tables.VERSION)}
    )
    connection.exec_driver_sql(f"PRAGMA user_version = {tables.VERSION}")


def _drop_what_is_written_anew(connection: Connection) -> None:
    found = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'"
        " ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"  # a full-text table takes its shadow tables along
    ).all()
    for kind, name in found:
        if name not in tables.COLLECTED:
            connection.exec_driver_sql(f'DROP {kind} IF EXISTS "{name}"')


def _name(statement: str) -> str:
    """`CREATE VIRTUAL TABLE articles_fts USING ...` -> `articles_fts`."""
    words = statement.replace("(", " ").split()
    kind = next(word for word in words if word in ("TABLE", "INDEX", "VIEW"))
    return words[words.index(kind) + 1]
