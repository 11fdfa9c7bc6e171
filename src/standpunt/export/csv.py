"""Statements, events, positions or conditions as CSV: one row each, columns as in schema.sql, UTF-8, a header line.

A cell that a spreadsheet would take for a formula is preceded by an apostrophe: it comes from the web, not
from the one who opens the file.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import IO, Any

from standpunt.store import Store
from standpunt.store.rows import Row

COLUMNS = (
    "id", "published", "published_earliest", "published_latest", "speaker", "form", "declines", "content",
    "said", "said_earliest", "said_latest", "via", "source", "cue", "addressee", "occasion", "confidence",
    "article", "sentence", "article_id", "number", "speaker_id", "via_id", "content_spans", "sentence_start",
    "sentence_stop", "rule", "entry", "speaker_rule", "candidates",
)  # fmt: skip

TEXT = ("text", "sentence")
"""Columns that hold more of an article than what was found in it."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


EVENTS = (
    "id", "day", "earliest", "latest", "precision", "status", "kind", "what", "place", "participants", "articles",
    "mentions", "rule",
)  # fmt: skip


POSITIONS = (
    "id", "held", "held_earliest", "held_latest", "actor", "issue_id", "stance", "words", "sentence", "near",
    "article_id", "start", "stop", "actor_id", "statement_id", "rule", "entry",
)  # fmt: skip

CONDITIONS = (
    "id", "held", "held_earliest", "held_latest", "actor", "issue_id", "condition_group", "must", "words", "sentence",
    "any_one", "unless", "met", "failed", "list_number", "article_id", "start", "stop", "actor_id", "must_id",
    "statement_id",
)  # fmt: skip


def write(store: Store, out: IO[str], with_text: bool = True) -> None:
    write_rows(out, _columns(COLUMNS, with_text), store.statements())


def write_events(store: Store, out: IO[str], with_text: bool = True) -> None:
    write_rows(out, _columns(EVENTS, with_text), store.rows("events"))


def write_positions(store: Store, out: IO[str], with_text: bool = True) -> None:
    write_rows(out, _columns(POSITIONS, with_text), store.rows("positions"))


def write_conditions(store: Store, out: IO[str], with_text: bool = True) -> None:
    write_rows(out, _columns(CONDITIONS, with_text), store.rows("conditions"))


def write_rows(out: IO[str], columns: Sequence[str], rows: Iterable[Row]) -> None:
    out.writelines(lines(columns, rows))


def lines(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The header and a line for each row, one at a time."""
    buffer = io.StringIO()
    table = csv.writer(buffer, lineterminator="\r\n")  # a cell with either of these stands in quotation marks
    for cells in chain([columns], ([row[column] for column in columns] for row in rows)):
        table.writerow([_cell(cell) for cell in cells])
        yield buffer.getvalue().removesuffix("\r\n") + "\n"
        buffer.seek(0)
        buffer.truncate()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _columns(all: Sequence[str], with_text: bool) -> list[str]:
    return [name for name in all if with_text or name not in TEXT]
