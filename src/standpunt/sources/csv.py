"""CSV with named columns: commas, semicolons or tabs, quoted fields that go over several lines.

A record that is broken is set aside, and reading goes on at the line after its first.
"""

import csv
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, SetAside
from standpunt.sources import columns as named
from standpunt.sources import decoding, lines

_DELIMITERS = ",;\t|"
_MOST_BROKEN = 100
"""Broken records after which a file is given up, so that one full of stray quotation marks does not cost for
ever."""


class _TooLong(Exception):
    """A record, or one line of it, is longer than the limit."""


class _Lines:
    """The lines of one record as `csv` asks for them, held until the record is complete."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._source = lines.bounded(stream, limit)
        self._waiting: deque[tuple[int, bytes | None]] = deque()
        self._limit = limit
        self._held: list[tuple[int, bytes | None]] = []
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        number, line = self._waiting.popleft() if self._waiting else next(self._source)
        self._held.append((number, line))
        self._size += len(line or b"")
        if line is None or self._size > self._limit:
            raise _TooLong
        return decoding.decode(line).removeprefix("\ufeff" if number == 1 else "")

    @property
    def part(self) -> str:
        """Where the record begins."""
        return f"regel {self._held[0][0]}"

    def next_record(self) -> None:
        """Lets go of the record."""
        self._held, self._size = [], 0

    def retry(self) -> None:
        """Lets go of the record's first line only; the others are given again."""
        self._waiting.extendleft(reversed(self._held[1:]))
        self.next_record()


def read(stream: BinaryIO, source: str, columns: named.Names, limit: int) -> Iterator[Article | SetAside]:
    """The articles of a stream, record by record; one of more than `limit` bytes is set aside.

    Raises UnreadableArticle where there is no line of column names, OSError.
    """
    given = _Lines(stream, limit)
    head, delimiter = _head(given)
    broken = 0
    while broken < _MOST_BROKEN:
        given.next_record()
        try:
            with _long_fields(limit):
                row = next(csv.reader(given, delimiter=delimiter, strict=True))
            if any(row):
                yield named.finish(_record(head, row), columns, Provenance(source, "csv", given.part))
        except StopIteration:
            return
        except UnreadableArticle as fault:
            yield SetAside(source, given.part, fault.what, fault.hint)
        except (csv.Error, _TooLong) as fault:
            too_long = f"the record is longer than {limit:,} bytes"
            reason = too_long if isinstance(fault, _TooLong) else f"broken CSV: {fault}"
            yield SetAside(source, given.part, reason, "check its quotation marks")
            broken += 1
            given.retry()
    yield SetAside(source, "", f"given up after {broken} broken records", "check how the file was written")


def _head(given: _Lines) -> tuple[list[str], str]:
    """The names of the columns, and what separates them."""
    try:
        line = next(given)
        delimiter = max(_DELIMITERS, key=line.count)
        names = [name.strip() for name in next(csv.reader([line], delimiter=delimiter))]
    except (StopIteration, csv.Error, _TooLong) as fault:
        reason = "has no line with the names of its columns"
        raise UnreadableArticle(reason, hint="begin it with one, such as title,text") from fault
    return names, delimiter


def _record(head: list[str], row: list[str]) -> dict[str, object]:
    if len(row) > len(head):
        raise UnreadableArticle(
            f"the record has {len(row)} fields for {len(head)} columns",
            hint="put fields with the separator in quotation marks",
        )
    return dict(zip(head, row, strict=False))


@contextmanager
def _long_fields(limit: int) -> Iterator[None]:
    """`csv` has one limit for the whole process, 131,072 characters a field; raised, and put back at once."""
    before = csv.field_size_limit(limit)
    try:
        yield
    finally:
        csv.field_size_limit(before)
