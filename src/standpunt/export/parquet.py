"""A dossier as Parquet: a file for each of its tables, with the columns of schema.sql.

Dates are dates and lists are lists, in Arrow's types; what a column means stands in its field's metadata. Needs
pyarrow.
"""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Boolean, Column, Date, Float, Integer, Table

from standpunt.errors import StandpuntError
from standpunt.store import Store, tables
from standpunt.store.rows import TABLES

if TYPE_CHECKING:
    import pyarrow as arrow

_INNER = ("compared", "corrected", "word_forms", "written")
"""Tables that only a build and a search need."""

_SEARCH = ("lemmas",)
_TEXT = {"articles": ("text",)}
_AROUND = ("sentence",)

_AT_ONCE = 10_000
"""Rows of a group: what is held at a time."""


def write(store: Store, folder: Path, with_text: bool = True) -> None:
    """Writes `statements.parquet`, `actors.parquet`, ...; without text, neither that of the articles nor the sentences
    around what was found. Raises StandpuntError where pyarrow is not installed."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as fault:
        raise StandpuntError(
            "Parquet needs pyarrow, which is not installed", hint="pip install 'standpunt[parquet]'"
        ) from fault
    for name in TABLES:
        if name in _INNER:
            continue
        schema, rows = _schema(tables.metadata.tables[name], with_text), store.each(name)
        with parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd") as file:
            while some := list(islice(rows, _AT_ONCE)):
                file.write_table(arrow.Table.from_pylist(some, schema))


def _schema(table: Table, with_text: bool) -> "arrow.Schema":
    import pyarrow as arrow

    hidden = _SEARCH if with_text else (*_SEARCH, *_AROUND, *_TEXT.get(table.name, ()))
    return arrow.schema(
        arrow.field(column.name, _type(column), bool(column.nullable), {"comment": column.comment or ""})
        for column in table.columns
        if column.name not in hidden
    )


def _type(column: Column[Any]) -> "arrow.DataType":
    import pyarrow as arrow

    match column.type:
        case Boolean():
            return arrow.bool_()
        case Integer():
            return arrow.int64()
        case Float():
            return arrow.float64()
        case Date():
            return arrow.date32()
        case JSON() if column.name.endswith("evidence"):
            clue = dict.fromkeys(("rule", "words", "earliest", "latest"), arrow.string())
            return arrow.list_(arrow.struct({**clue, "span": arrow.list_(arrow.int64())}))
        case JSON() if column.name.endswith("spans"):
            return arrow.list_(arrow.list_(arrow.int64()))
        case JSON():
            return arrow.list_(arrow.string())
    return arrow.string()
