"""Web archives, WARC: the pages that a crawler kept, each with its address and the day on which it was kept.

A page was published on that day or before it.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import Message
from functools import partial
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Clue, Moment, Provenance, SetAside
from standpunt.sources import article, dates, decoding, html
from standpunt.sources.limits import MOST_PACKED

FORMAT = "warc"
_PAGES = ("text/html", "application/xhtml+xml")
_ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
_CHUNK = 1 << 16
_SMALL = 10_000_000
"""Below it nobody minds how well an archive is packed."""
_LONGEST_LINE = 1_000_000
"""Of a record's head, in bytes."""
_HINT = "download it again; what came before the break is read"


def is_archive(head: bytes) -> bool:
    """Whether some bytes begin a web archive that is not packed."""
    return head.startswith(b"WARC/")


def read(stream: BinaryIO, source: str, limit: int) -> Iterator[Article | SetAside]:
    """The articles of an archive, by their addresses; a page of more than `limit` bytes is set aside. Pages without an
    article, such as lists of links, are told once, with their number. Raises UnreadableArticle, OSError."""
    pages, without = 0, 0
    try:
        for record, content in _pages(stream, limit):
            pages += 1
            try:
                yield _article(record, content, source, limit)
            except UnreadableArticle as fault:
                if fault.what == html.NO_ARTICLE:
                    without += 1
                else:
                    yield SetAside(source, _address(record), fault.what, fault.hint)
    except (
        ArchiveLoadFailed,
        zlib.error,
        EOFError,
        OverflowError,
        ValueError,
        AttributeError,
        TypeError,
    ) as fault:
        reason = str(fault).strip().partition("\n")[0] or type(fault).__name__
        raise UnreadableArticle(f"breaks off after {pages} pages: {reason}", hint=_HINT) from fault
    if without:
        yield SetAside(
            source, "", f"{without} of {pages} pages hold no article", "nothing to do: lists and the like"
        )
    elif not pages:
        raise UnreadableArticle("holds no pages", hint="make it of a crawl of pages")


def _pages(stream: BinaryIO, limit: int) -> Iterator[tuple[Any, bytes]]:
    """The records that are pages, with at most one byte more than `limit` of what each holds. Raises ValueError where
    the archive ends inside a record, and what its reader raises."""
    unpacked = 0
    records = ArchiveIterator(stream)
    records.reader.readline = partial(_line, records.reader.readline)
    for record in records:
        page = _is_page(record)
        content = record.content_stream().read(limit + 1) if page else b""
        while chunk := record.raw_stream.read(_CHUNK):
            unpacked += len(chunk)
            if unpacked > _SMALL + MOST_PACKED * stream.tell():
                raise UnreadableArticle(
                    f"unpacks to more than {MOST_PACKED} times its size",
                    hint="leave it out, or unpack it yourself",
                )
        if record.raw_stream.limit > 0:
            raise ValueError("it ends inside a record")
        unpacked += len(content)
        if page:
            yield record, content


def _line(read: Callable[[int], bytes], length: int | None = None) -> bytes:
    """A line of a record's head, which its reader would hold however long it is. Raises ValueError."""
    line = read(_LONGEST_LINE if length is None else min(length, _LONGEST_LINE))
    if len(line) >= _LONGEST_LINE:
        raise ValueError(f"a head has a line of more than {_LONGEST_LINE:,} bytes")
    return line


def _is_page(record: Any) -> bool:
    kind, headers = _type(record), record.http_headers
    if record.rec_type == "response":
        return kind in _PAGES and headers is not None and headers.get_statuscode() == "200"
    return record.rec_type == "resource" and kind in _PAGES


def _type(record: Any) -> str:
    """The media type of what a record holds; a page that does not tell is none."""
    return str(_content_type(record).get_content_type()) if _headers(record) is not None else ""


def _headers(record: Any) -> Any:
    return record.http_headers if record.rec_type == "response" else record.rec_headers


def _content_type(record: Any) -> Message:
    message = Message()
    message["Content-Type"] = _headers(record).get_header("Content-Type", "application/octet-stream")
    return message


def _address(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI", "")).strip("<>")


def _article(record: Any, content: bytes, source: str, limit: int) -> Article:
    if len(content) > limit:
        raise UnreadableArticle(f"is longer than {limit:,} bytes", hint="leave it out")
    encoding = str(_headers(record).get_header("Content-Encoding", "")).strip().lower()
    if encoding not in _ENCODINGS:
        raise UnreadableArticle(f"is packed as {encoding}, which is not read", hint="crawl it without")
    charset = _content_type(record).get_content_charset("")
    page = decoding.decode(content, charset or decoding.declared_in(content))
    address = _address(record)
    draft = html.draft(page, Provenance(source, FORMAT, address))
    kept = _kept(str(record.rec_headers.get_header("WARC-Date", "")))
    return article.finish(
        replace(draft, url=draft.url or address, published=dates.narrowed(draft.published, kept))
    )


def _kept(stamp: str) -> Moment:
    """Not later than the day on which a page was kept."""
    covered = dates.days(stamp)
    if covered is None:
        return Moment()
    return Moment(None, covered[1], (Clue("kept by a crawler", stamp, None, covered[1]),))
