"""Parquet: a record with named columns in each row, as archives and clusters keep them. Needs pyarrow.

A row that has no text is set aside, the rest goes on. Only the columns that are read are taken from the file, some rows
at a time.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, SetAside
from standpunt.sources import columns as named

FORMAT = "parquet"
MAGIC = b"PAR1"
_AT_ONCE = 64
"""Rows."""


def read(stream: BinaryIO, source: str, columns: named.Names, limit: int) -> Iterator[Article | SetAside]:
    """The articles of a file; one of more than `limit` characters is set aside. Raises UnreadableArticle, OSError."""
    for number, record in enumerate(_records(stream, columns), 1):
        part = f"regel {number}"
        try:
            yield named.finish(record, columns, Provenance(source, FORMAT, part), limit)
        except UnreadableArticle as fault:
            yield SetAside(source, part, fault.what, fault.hint)


def _records(stream: BinaryIO, columns: named.Names) -> Iterator[Mapping[str, object]]:
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as fault:
        raise UnreadableArticle(
            "is Parquet, for which pyarrow is not installed", hint="pip install 'standpunt[parquet]'"
        ) from fault
    wanted = {name.lower() for names in columns.values() for name in names}
    try:
        file = parquet.ParquetFile(stream)
        there = [name for name in file.schema_arrow.names if name.strip().lower() in wanted]
        for batch in file.iter_batches(_AT_ONCE, columns=there):
            for row in batch.to_pylist():
                yield {name: _plain(value) for name, value in row.items()}
    except arrow.ArrowException as fault:
        raise UnreadableArticle(
            f"is no Parquet that can be read: {str(fault).partition(chr(10))[0]}", hint="write it anew"
        ) from fault


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value
