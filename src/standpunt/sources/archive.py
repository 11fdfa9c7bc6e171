"""Archives, ZIP and WACZ: what they hold, one file after another, each by the reader of its own format."""

import posixpath
import stat
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, BinaryIO

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, SetAside
from standpunt.sources import article
from standpunt.sources.beside import Beside, is_beside, is_beside_folder
from standpunt.sources.limits import Limits, sized, unpacking

Inner = Callable[[IO[bytes], str, Beside], Iterator[Article | SetAside]]
"""Reads one file of an archive by its name, and what lies beside it there. Raises UnreadableArticle, OSError."""


def read(
    stream: BinaryIO, source: str, limits: Limits, inner: Inner, wanted: tuple[str, ...] = ()
) -> Iterator[Article | SetAside]:
    """What an archive holds, in the order of its names; each comes as a part of the archive. Only files that end in one
    of `wanted` count, where it is given. Raises UnreadableArticle, OSError."""
    with unpacking():
        archive = sized(zipfile.ZipFile(stream), limits.archive)
    with archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            name = member.filename
            if not PurePosixPath(name).parts or member.is_dir() or _is_beside(name):
                continue
            if wanted and not name.lower().endswith(wanted):
                continue
            try:
                near = partial(_beside, archive, posixpath.dirname(name), limits.document)
                for item in _file(archive, member, inner, near):
                    yield article.within(item, source, name)
            except UnreadableArticle as fault:
                yield SetAside(source, name, fault.what, fault.hint)


def _is_beside(name: str) -> bool:
    *folders, file = PurePosixPath(name).parts
    return any(folder != ".." and is_beside_folder(folder) for folder in folders) or is_beside(file)


def _beside(archive: zipfile.ZipFile, folder: str, limit: int, name: str) -> bytes | None:
    path = posixpath.normpath(posixpath.join(folder, name))
    if path not in archive.namelist() or archive.getinfo(path).file_size > limit:
        return None
    with unpacking():
        return archive.read(path)


def _file(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, inner: Inner, near: Beside
) -> Iterator[Article | SetAside]:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise UnreadableArticle("lies outside its archive", hint="pack it again")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnreadableArticle("is a link", hint="pack the file that it leads to")
    with unpacking(), archive.open(member) as content:
        yield from inner(content, member.filename, near)
