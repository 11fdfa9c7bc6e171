"""How much is read of one source: limits, and what holds them for whole files and packed ones."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from standpunt.errors import UnreadableArticle


@dataclass(frozen=True, slots=True)
class Limits:
    """In bytes. `article`: a text, a page, a line of JSON Lines, a record of CSV. `document`: a file of several
    articles that must be held as a whole, and what a packed file of Word may come to; `archive`: what all files of an
    archive may come to, of which one at a time is held. What is above is set aside."""

    article: int = 5_000_000
    document: int = 50_000_000
    archive: int = 20_000_000_000


MOST_PACKED = 200
"""Bytes that one packed byte may become; text rarely exceeds 20."""
_SMALL = 1_000_000
"""Below it nobody minds how well something is packed."""


def whole(stream: IO[bytes], limit: int, first: bytes = b"") -> bytes:
    """All bytes of a stream, of which `first` was read before. Raises UnreadableArticle where they are too many, or
    none, OSError."""
    content = first + stream.read(max(0, limit + 1 - len(first)))
    if len(content) > limit:
        raise UnreadableArticle(f"is longer than {limit:,} bytes", hint="split it into its articles")
    if not content.strip():
        raise UnreadableArticle("is empty", hint="remove it, or save it again")
    return content


_BROKEN = (  # ValueError of a member that begins before the file does
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, OverflowError, ValueError),
)


@contextmanager
def unpacking() -> Iterator[None]:
    """Turns what `zipfile` raises on a broken archive into UnreadableArticle."""
    try:
        yield
    except _BROKEN as fault:
        raise UnreadableArticle(f"is a broken archive: {fault}", hint="download it again") from fault
    except RuntimeError as fault:  # so `zipfile` says that it needs a password
        raise UnreadableArticle("is locked with a password", hint="unpack it first") from fault


def sized(archive: zipfile.ZipFile, limit: int) -> zipfile.ZipFile:
    """The archive, if it may be unpacked, by what it says of its members. `zipfile` gives no more of a member than
    that, read piece by piece. Raises UnreadableArticle."""
    size = sum(member.file_size for member in archive.infolist())
    packed = sum(member.compress_size for member in archive.infolist())
    if size > limit:
        raise UnreadableArticle(f"unpacks to more than {limit:,} bytes", hint="split it")
    if size > max(_SMALL, MOST_PACKED * packed):
        raise UnreadableArticle(
            f"unpacks to more than {MOST_PACKED} times its size", hint="unpack it yourself, if you trust it"
        )
    return archive


def checked(archive: zipfile.ZipFile, limit: int) -> zipfile.ZipFile:
    """The same, for one that is read at once: whether it says the truth is tried piece by piece before. Raises what
    `unpacking` turns into UnreadableArticle, too."""
    if broken := sized(archive, limit).testzip():
        raise zipfile.BadZipFile(f"{broken} is not what it should be")
    return archive
