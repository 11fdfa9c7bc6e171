"""JSON Lines: a record with named columns in each line. A broken line is set aside, the rest goes on."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, SetAside
from standpunt.sources import columns as named
from standpunt.sources import decoding, lines


def read(
    stream: BinaryIO, source: str, columns: named.Names, limit: int, first: bytes = b""
) -> Iterator[Article | SetAside]:
    """The articles of a stream, line by line; one of more than `limit` bytes is set aside. Raises OSError."""
    for number, line in lines.bounded(stream, limit, first):
        part = f"regel {number}"
        try:
            if line is None:
                raise UnreadableArticle(
                    f"the line is longer than {limit:,} bytes", hint="split it, or raise the limit"
                )
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield named.finish(_record(line), columns, Provenance(source, "jsonl", part))
        except UnreadableArticle as fault:
            yield SetAside(source, part, fault.what, fault.hint)


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(decoding.decode(line).lstrip("\ufeff"))
    except (ValueError, RecursionError) as fault:
        reason = str(fault) or type(fault).__name__
        raise UnreadableArticle(
            f"the line is not JSON: {reason}", hint="each line must be one JSON object"
        ) from fault
    if not isinstance(record, dict):
        raise UnreadableArticle("the line is no JSON object", hint='write it as {"title": ..., "text": ...}')
    return record


def looks_like(line: bytes) -> bool:
    """Whether a first line is the start of JSON Lines."""
    start = line.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b":" in start
