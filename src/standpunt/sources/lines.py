"""Lines of a stream one by one, in bounded memory however long they are."""

from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 1 << 16


def bounded(stream: BinaryIO, limit: int, first: bytes = b"") -> Iterator[tuple[int, bytes | None]]:
    """The number, from 1, and the bytes of each line; None for one of more than `limit` bytes, which is read past.

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
