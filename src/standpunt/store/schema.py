"""The schema as SQL: to make a dossier file with, and, with its comments, to read.

`python -m standpunt.store > src/standpunt/store/schema.sql` writes the documented one anew.
"""

import textwrap

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from standpunt.store import tables

APPLICATION = 0x5374616E
"""`Stan`: SQLite keeps it in the file's header, so that a dossier is known from any other database."""

_DIALECT = sqlite.dialect()


def create(connection: Connection) -> None:
    """All tables, indices and views in an empty file."""
    for statement in statements():
        connection.exec_driver_sql(statement)
    connection.execute(
        insert(tables.dossier),
        [{"key": "schema", "value": str(tables.VERSION)}, {"key": "state", "value": "complete"}],
    )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {tables.VERSION}")


def statements() -> list[str]:
    """The schema, one statement each, without comments."""
    plain = [part for table in tables.metadata.tables.values() for part in _table(table)]
    return [
        *plain,
        *tables.FULL_TEXT,
        *(f"CREATE VIEW {name} AS {query}" for name, query in tables.VIEWS.items()),
    ]


def documented() -> str:
    """The schema with what each table and column means, for people."""
    parts = [_comment(tables.__doc__ or "", 108), f"PRAGMA user_version = {tables.VERSION};"]
    parts += [_documented(table) for table in tables.metadata.tables.values()]
    parts += [f"{statement};" for statement in tables.FULL_TEXT]
    parts += [f"CREATE VIEW {name} AS {query};" for name, query in tables.VIEWS.items()]
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> list[str]:
    made = [str(CreateTable(table).compile(dialect=_DIALECT)).strip()]
    ordered = sorted(table.indexes, key=lambda index: str(index.name))
    return [*made, *(str(CreateIndex(index).compile(dialect=_DIALECT)).strip() for index in ordered)]


def _documented(table: Table) -> str:
    made, *indices = _table(table)
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
