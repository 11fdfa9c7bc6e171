"""JSON: a record with named columns, or an item of ninjs, in each line (JSON Lines), or all of them in one file.

A broken line or record is set aside, the rest goes on.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Provenance, SetAside
from standpunt.sources import article, decoding, lines, ninjs
from standpunt.sources import columns as named

_WHOLE = re.compile(rb'[\[{]\s*["{]')


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
                yield from _articles(
                    _record(_parsed(line)), columns, Provenance(source, "jsonl", part), limit
                )
        except UnreadableArticle as fault:
            yield SetAside(source, part, fault.what, fault.hint)


def read_whole(content: bytes, source: str, columns: named.Names, limit: int) -> Iterator[Article | SetAside]:
    """The articles of a file that is one record, a list of them, or holds such a list; one of more than `limit`
    characters is set aside. Raises UnreadableArticle."""
    whole = _parsed(content)
    if isinstance(whole, dict) and not ninjs.is_item(whole):
        listed = [value for value in whole.values() if isinstance(value, list) and value]
        if len(listed) == 1 and all(isinstance(each, dict) for each in listed[0]):
            whole = listed[0]
    if isinstance(whole, dict):
        yield from _articles(whole, columns, Provenance(source, "json"), limit)
        return
    for number, each in enumerate(whole if isinstance(whole, list) else [whole], 1):
        part = f"nummer {number}"
        try:
            yield from _articles(_record(each), columns, Provenance(source, "json", part), limit)
        except UnreadableArticle as fault:
            yield SetAside(source, part, fault.what, fault.hint)


def _articles(
    record: dict[str, object], columns: named.Names, provenance: Provenance, limit: int
) -> Iterator[Article | SetAside]:
    if not ninjs.is_item(record):
        yield named.finish(record, columns, provenance, limit)
        return
    for item in ninjs.items(record):
        part = str(item.get("uri") or provenance.part)
        try:
            yield article.finish(ninjs.draft(item, Provenance(provenance.source, ninjs.FORMAT, part)), limit)
        except UnreadableArticle as fault:
            yield SetAside(provenance.source, part, fault.what, fault.hint)


def _parsed(content: bytes) -> Any:
    try:
        return decoding.of_json(decoding.decode(content).lstrip("\ufeff"))
    except (ValueError, RecursionError) as fault:
        reason = str(fault) or type(fault).__name__
        raise UnreadableArticle(
            f"is not JSON: {reason}", hint="each line, or the file, must be one JSON object"
        ) from fault


def _record(value: Any) -> dict[str, object]:
    if not isinstance(value, dict):
        raise UnreadableArticle("is no JSON object", hint='write it as {"title": ..., "text": ...}')
    return value


def looks_like(line: bytes) -> bool:
    """Whether a first line is the start of JSON Lines."""
    start = line.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b":" in start


def looks_whole(head: bytes) -> bool:
    """Whether a file that begins so is one JSON object or list over several lines."""
    return _WHOLE.match(head.lstrip(b"\xef\xbb\xbf \t\r\n")) is not None
