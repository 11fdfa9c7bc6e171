"""Hands many rows to the database in the way that is quickest there, past what makes a single statement easy."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import JSON, Column, Connection, Table

from standpunt.store.rows import Row

_IDS = 200
"""Ids in one statement."""


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many at a time as one statement takes well."""
    return (ids[at : at + _IDS] for at in range(0, len(ids), _IDS))


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
    else:
        _insert(connection, table, rows)


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    names = [column.name for column in table.columns]
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    values = [[row[name] for name in names] for row in rows]
    for at, column in enumerate(table.columns):
        if bound := _bound(connection, column):
            for each in values:
                each[at] = bound(each[at])
    cursor = connection.connection.cursor()
    cursor.executemany(f"INSERT INTO {table.name} ({listed}) VALUES ({marks})", values)


def _bound(connection: Connection, column: Column[Any]) -> Callable[[Any], Any] | None:
    """What makes of a value what its driver takes; None where that is the value."""
    dialect = connection.dialect
    made: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    if made is not None and isinstance(column.type, JSON):
        written = made
        return lambda value: "[]" if value == [] else written(value)  # most lists are empty
    return made


def _copy(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    columns = [(column.name, isinstance(column.type, JSON)) for column in table.columns]
    raw: Any = connection.connection.cursor()
    with raw, raw.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(
                [
                    json.dumps(row[name], ensure_ascii=False) if is_json else row[name]
                    for name, is_json in columns
                ]
            )
