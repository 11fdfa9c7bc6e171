"""Lines of a stream one by one, in bounded memory however long they are."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, cast

_CHUNK = 1 << 16


def as_utf8(stream: BinaryIO) -> BinaryIO:
    """A seekable stream that begins with the mark of UTF-16, recoded; any other as it is."""
    mark = stream.read(2)
    stream.seek(0)
    if mark not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return stream
    return cast(BinaryIO, codecs.EncodedFile(stream, "utf-8", "utf-16", errors="replace"))


def bounded(stream: BinaryIO, limit: int, first: bytes = b"") -> Iterator[tuple[int, bytes | None]]:
    """The number, from 1, and the bytes of each line; None for one of more than `limit` bytes, read past.

    `first` is what was read of the stream before, up to the end of a line.
    """
    number = 0
    waiting = first
    while line := waiting or stream.readline(limit + 1):
        waiting = b""
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None
