"""CSV with named columns: commas, semicolons or tabs, quoted fields that go over several lines.

A record that is broken is set aside, and reading goes on at the line after its first.
"""

import csv
import io
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, SetAside
from standpunt.sources import columns as named
from standpunt.sources import decoding, lines

_DELIMITERS = ",;\t|"
_MOST_RETRIES = 100
"""Broken records after which a file is given up, so that one full of stray quotation marks does not cost for
ever."""


class _TooLong(Exception):
    """A record, or one line of it, is longer than the limit."""


class _Lines:
    """The lines of one record as `csv` asks for them, kept until the record is complete."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._source = lines.bounded(stream, limit)
        self._waiting: deque[tuple[int, bytes | None]] = deque()
        self._limit = limit
        self.held: list[tuple[int, bytes | None]] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        number, line = self._waiting.popleft() if self._waiting else next(self._source)
        self.held.append((number, line))
        if line is None or sum(len(held or b"") for _, held in self.held) > self._limit:
            raise _TooLong
        return decoding.decode(line).removeprefix("\ufeff" if number == 1 else "")

    def done(self) -> None:
        self.held = []

    def again_after_first(self) -> None:
        """Gives back all lines of the broken record but its first."""
        self._waiting.extendleft(reversed(self.held[1:]))
        self.held = []


def read(stream: BinaryIO, source: str, columns: named.Names, limit: int) -> Iterator[Article | SetAside]:
    """The articles of a stream, record by record; one of more than `limit` bytes is set aside.

    Raises UnreadableArticle where there is no line of column names, OSError.
    """
    given = _Lines(stream, limit)
    head, delimiter = _head(given)
    retries = 0
    while retries <= _MOST_RETRIES:
        first, part = 0, ""
        try:
            given.done()
            with _long_fields(limit):
                row = next(csv.reader(given, delimiter=delimiter, strict=True))
            part = f"regel {given.held[0][0]}"
            if any(row):
                yield named.finish(_record(head, row), columns, Provenance(source, "csv", part))
        except StopIteration:
            return
        except (csv.Error, _TooLong) as fault:
            first = given.held[0][0]
            retries += 1
            reason = (
                f"the record is longer than {limit:,} bytes"
                if isinstance(fault, _TooLong)
                else f"broken CSV: {fault}"
            )
            yield SetAside(source, f"regel {first}", reason, "check its quotation marks")
            given.again_after_first()
        except UnreadableArticle as fault:
            yield SetAside(source, part or f"regel {given.held[0][0]}", fault.what, fault.hint)
    yield SetAside(
        source, "", f"given up after {_MOST_RETRIES} broken records", "check how the file was written"
    )


def _head(given: _Lines) -> tuple[list[str], str]:
    try:
        line = next(given)
    except (StopIteration, _TooLong) as fault:
        raise UnreadableArticle(
            "has no line with the names of its columns", hint="add one, such as title,text"
        ) from fault
    delimiter = max(_DELIMITERS, key=line.count)
    return [name.strip() for name in next(csv.reader(io.StringIO(line), delimiter=delimiter))], delimiter


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
