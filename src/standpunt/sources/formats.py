"""Which reader a file goes to: by its ending or, where that says nothing, by its first bytes."""

import io
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import IO, BinaryIO, NamedTuple, cast

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, SetAside
from standpunt.sources import (
    archive,
    csv,
    docx,
    feeds,
    fetching,
    html,
    jsonl,
    lines,
    newsml,
    nexis,
    nitf,
    parlamint,
    parquet,
    pdf,
    rtf,
    text,
    warc,
    xml,
)
from standpunt.sources import columns as named
from standpunt.sources.beside import Beside
from standpunt.sources.limits import Limits, whole

_HEAD = 1 << 16
"""Bytes that tell what a file is."""


def _alone(name: str) -> None:
    """Beside standard input and addresses lies nothing."""


class Options(NamedTuple):
    """How sources are to be read. `pages` fetches addresses, where that was asked; `beside` gives the files beside."""

    columns: named.Names
    limits: Limits
    pages: fetching.Pages | None = None
    beside: Beside = _alone


Reader = Callable[[BinaryIO, str, Options], Iterator[Article | SetAside]]
"""Gives what a stream holds, by the name of its source. Raises UnreadableArticle, OSError."""


def read(stream: BinaryIO, source: str, ending: str, options: Options) -> Iterator[Article | SetAside]:
    """All that a stream holds; `ending` is that of its file. Raises UnreadableArticle, OSError."""
    return _READERS.get(ending, _unnamed)(stream, source, options)


def _text(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    head = stream.read(_HEAD)
    if nexis.is_download(head.decode("latin-1").splitlines()):
        content = whole(stream, options.limits.document, head)
        yield from text.read_download(content, source, options.limits)
    else:
        yield text.read(whole(stream, options.limits.article, head), source)


def _html(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    head = stream.read(_HEAD)
    if html.is_download(head):
        content = whole(stream, options.limits.document, head)
        yield from html.read_download(content, source, options.limits)
    else:
        yield html.read(whole(stream, options.limits.article, head), source)


def _jsonl(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    return jsonl.read(lines.as_utf8(stream), source, options.columns, options.limits.article)


def _json(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    content = whole(stream, options.limits.document)
    return jsonl.read_whole(content, source, options.columns, options.limits.article)


def _csv(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    return csv.read(lines.as_utf8(stream), source, options.columns, options.limits.article)


def _parquet(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    return parquet.read(stream, source, options.columns, options.limits.article)


def _docx(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    return docx.read(stream, source, options.limits)


def _rtf(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    return rtf.read(whole(stream, options.limits.document), source, options.limits)


def _pdf(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    content = whole(stream, options.limits.document)
    yield pdf.read(io.BytesIO(content), source, options.limits.article)


def _warc(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    return warc.read(stream, source, options.limits.article)


def _wacz(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    return archive.read(stream, source, options.limits, _packed(options), wanted=(".warc", ".warc.gz"))


def _zip(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    return archive.read(stream, source, options.limits, _packed(options))


def _packed(options: Options) -> archive.Inner:
    """Reads a file of an archive, which must be no archive itself."""

    def inner(stream: IO[bytes], name: str, beside: Beside) -> Iterator[Article | SetAside]:
        ending = ending_of(name)
        if ending in _ARCHIVES or (ending and ending not in ENDINGS):
            what = "archives in archives" if ending in _ARCHIVES else f"files ending in {ending}"
            raise UnreadableArticle(f"{what} are not read", hint="unpack it, or save it as text or HTML")
        if ending in (".docx", ".parquet"):  # jumps to and fro, which costs much in an archive
            stream = io.BytesIO(whole(stream, options.limits.document))
        return read(cast(BinaryIO, stream), name, ending, options._replace(beside=beside))

    return inner


def _xml(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    head = stream.read(_HEAD)
    root = xml.root_of(head)
    if root in parlamint.ROOTS:
        yield parlamint.read(stream, head, source, options.limits, options.beside)
        return
    content = whole(stream, options.limits.document, head)
    if root in feeds.ROOTS:
        yield from feeds.read(content, source, options.limits.article, options.pages)
    elif root in newsml.ROOTS:
        yield from newsml.read(content, source, options.limits.article)
    elif root in nitf.ROOTS:
        yield nitf.read(content, source, options.limits.article)
    elif root in parlamint.LISTS:
        what = f"tells of debates and who speaks in them, and holds none (<{root}>)"
        raise UnreadableArticle(what, hint="nothing to do: it is read with the debates beside it")
    else:
        what = f"is XML of a kind that is not read (<{root}>)" if root else "is no XML"
        raise UnreadableArticle(what, hint="docs/sources.md lists the formats")


_READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown", ".asc"), _text),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _html),
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonlines"), _jsonl),
    ".json": _json,
    **dict.fromkeys((".csv", ".tsv"), _csv),
    **dict.fromkeys((".xml", ".tei", ".rss", ".atom", ".rdf", ".nitf", ".newsml"), _xml),
    ".parquet": _parquet,
    ".pdf": _pdf,
    **dict.fromkeys((".warc", ".warc.gz"), _warc),
    ".wacz": _wacz,
    ".zip": _zip,
    ".docx": _docx,
    ".rtf": _rtf,
}
ENDINGS = frozenset(_READERS)
_ARCHIVES = (".zip", ".wacz")


def ending_of(name: str) -> str:
    """The ending of a file's name, in small letters."""
    path = PurePath(name.lower())
    return "".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix


def fetch(address: str, pages: fetching.Pages, options: Options) -> Iterator[Article | SetAside]:
    """What an address gives, known by its first bytes. Raises UnreadableArticle."""
    yield from _unnamed(io.BytesIO(pages.get(address).content), address, options)


def _unnamed(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | SetAside]:
    """What tells its format by its first bytes only; JSON Lines are read as they come."""
    first = stream.readline(options.limits.article + 1)
    if jsonl.looks_like(first):
        yield from jsonl.read(stream, source, options.columns, options.limits.article, first)
        return
    content = io.BytesIO(whole(stream, options.limits.document, first))
    yield from _of(content.getbuffer()[:_HEAD].tobytes())(content, source, options)


def _of(head: bytes) -> Reader:
    if head.startswith(b"PK\x03\x04"):
        return _docx if b"word/" in head or b"[Content_Types].xml" in head else _zip
    if head.startswith(parquet.MAGIC):
        return _parquet
    if head.startswith(b"%PDF-"):
        return _pdf
    if warc.is_archive(head):
        return _warc
    if rtf.is_rtf(head):
        return _rtf
    if jsonl.looks_whole(head):
        return _json
    if html.is_page(head) or html.is_download(head):
        return _html
    return _xml if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and xml.root_of(head) else _text
