"""Hands many rows to the database in the way that is quickest there."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import JSON, Connection, Table, insert

from standpunt.store.rows import Row


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
    else:
        connection.execute(insert(table), rows)


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
