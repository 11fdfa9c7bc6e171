"""The schema as SQL: to make a dossier with, in SQLite or in PostgreSQL, and, with its comments, to read.

`python -m standpunt.store > src/standpunt/store/schema.sql` writes the documented one of SQLite anew. In PostgreSQL the
tables are the same, with their comments. Texts are ordered by code point there too. What a column points to is not
enforced in either: a build writes rows before those that they point to, and tests check that these come.
"""

import textwrap
from typing import Any

from sqlalchemy import Connection, Table, Text, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable, SetColumnComment, SetTableComment

from standpunt.store import tables, tsvector

APPLICATION = 0x5374616E
"""`Stan`: SQLite keeps it in the file's header, so that a dossier is known from any other database."""

_SQLITE = sqlite.dialect()


def create(connection: Connection) -> None:
    """All tables, indices and views in an empty database."""
    for statement in statements(connection.dialect):
        connection.exec_driver_sql(statement)
    connection.execute(
        insert(tables.dossier), [{"key": "schema", "value": ""}, {"key": "state", "value": "complete"}]
    )
    mark(connection)


def mark(connection: Connection) -> None:
    """Says in the database that it has this version of the schema."""
    known = tables.dossier.c
    connection.execute(update(tables.dossier).where(known.key == "schema").values(value=str(tables.VERSION)))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {tables.VERSION}")


def version(connection: Connection) -> int | None:
    """Of the schema of a database; None where it is not a dossier."""
    if connection.dialect.name == "sqlite":
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION:
            return None
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    if "dossier" not in names(connection):
        return None
    known = tables.dossier.c
    said = connection.execute(select(known.value).where(known.key == "schema")).scalar() or ""
    return int(said) if said.isdigit() else None


def names(connection: Connection) -> dict[str, str]:
    """What is there: the names of tables, views and indices, each with its kind, those first that rest on others. Of a
    database of PostgreSQL what has a name of a dossier's; all else is of others."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql(
            "SELECT name, type FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"
            " ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"  # a full-text table takes its shadow tables along
        )
        return {row[0]: row[1] for row in found}
    found = connection.exec_driver_sql(
        "SELECT relname, CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' ELSE 'index' END"
        " FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace"
        " WHERE nspname = current_schema() AND relkind IN ('r', 'v', 'i') ORDER BY relkind DESC"
    )
    ours = {name_of(statement) for statement in statements(connection.dialect)}
    return {row[0]: row[1] for row in found if row[0] in ours}


def name_of(statement: str) -> str:
    """`CREATE VIRTUAL TABLE articles_fts USING ...` -> `articles_fts`; of a comment it is empty."""
    if statement.startswith("COMMENT"):
        return ""
    words = statement.replace("(", " ").split()
    kind = next(word for word in words if word in ("TABLE", "INDEX", "VIEW"))
    return words[words.index(kind) + 1]


def statements(dialect: Dialect = _SQLITE) -> list[str]:
    """The schema, one statement each; in PostgreSQL with its comments."""
    plain = [part for table in tables.metadata.tables.values() for part in _table(table, dialect)]
    return [
        *plain,
        *(tables.FULL_TEXT if dialect.name == "sqlite" else tsvector.STATEMENTS),
        *(f"CREATE VIEW {name} AS {query}" for name, query in tables.VIEWS.items()),
    ]


def documented() -> str:
    """The schema with what each table and column means, for people."""
    parts = [_comment(tables.__doc__ or "", 108), f"PRAGMA user_version = {tables.VERSION};"]
    parts += [_documented(table) for table in tables.metadata.tables.values()]
    parts += [f"{statement};" for statement in tables.FULL_TEXT]
    parts += [f"CREATE VIEW {name} AS {query};" for name, query in tables.VIEWS.items()]
    return "\n\n".join(parts) + "\n"


def _table(table: Table, dialect: Dialect) -> list[str]:
    in_sqlite = dialect.name == "sqlite"
    made: list[Any] = [CreateTable(table, include_foreign_key_constraints=None if in_sqlite else [])]
    made += (CreateIndex(index) for index in sorted(table.indexes, key=lambda index: str(index.name)))
    if not in_sqlite:
        made += [SetTableComment(table), *(SetColumnComment(column) for column in table.columns)]
    return [str(each.compile(dialect=dialect)).strip() for each in made]


@compiles(CreateColumn, "postgresql")
def _by_code_point(element: CreateColumn, compiler: Any, **options: Any) -> str:
    """As SQLite does it, and whatever the language of the server."""
    made: str = compiler.visit_create_column(element, **options)
    return made.replace(" TEXT", ' TEXT COLLATE "C"', 1) if isinstance(element.element.type, Text) else made


def _documented(table: Table) -> str:
    made, *indices = _table(table, _SQLITE)
    said = {column.name: column.comment or "" for column in table.columns}
    lines = []
    for line in made.splitlines():
        name = line.strip().partition(" ")[0].strip('"')
        if line.startswith("\t") and name in said:
            lines += textwrap.wrap(said[name], 100, initial_indent="    -- ", subsequent_indent="    -- ")
        lines.append(line.replace("\t", "    ").rstrip())
    return (
        "\n".join([_comment(table.comment or "", 108), *lines])
        + ";"
        + "".join(f"\n{each};" for each in indices)
    )


def _comment(text: str, width: int) -> str:
    paragraphs = text.strip().split("\n\n")
    return "\n--\n".join(
        textwrap.fill(paragraph, width, initial_indent="-- ", subsequent_indent="-- ")
        for paragraph in paragraphs
    )
