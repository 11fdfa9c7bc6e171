"""Which files are read, and in which order; what cannot be read is set aside."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO, NamedTuple

from standpunt.errors import SourceError, UnreadableArticle
from standpunt.model import Article, SetAside
from standpunt.sources import columns as named
from standpunt.sources import formats
from standpunt.sources.beside import is_beside, is_beside_folder
from standpunt.sources.fetching import Pages, is_address
from standpunt.sources.formats import Options
from standpunt.sources.limits import Limits

STANDARD_INPUT = "-"
_LIMITS = Limits()


class _Root(NamedTuple):
    """A file or folder to read, standard input for None; sources are named from `base`. Or an `address`."""

    path: Path | None
    base: Path
    address: str = ""


class _Found(NamedTuple):
    """A file to read, or why not; `source` is its name from the folder that was given."""

    source: str
    path: Path
    refused: str = ""
    hint: str = ""


def read(
    paths: Sequence[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    limits: Limits = _LIMITS,
    standard_input: BinaryIO | None = None,
    pages: Pages | None = None,
) -> Iterator[Article | SetAside]:
    """Every article of files, folders (with all below them), patterns (`*.txt`) and, for `-`, standard input.

    One by one, in the order of the paths, within a folder by name. Each comes as an Article, or as SetAside
    with the reason. An article's source is the file's name from the folder given, so that it is the same on
    every machine; two of one text and one source are one, and the second is set aside. `columns` names
    columns of JSON Lines and CSV otherwise than `columns.USUAL`. With `pages` a path may be an address, and the pages
    that feeds point to are fetched. Raises SourceError, before anything is read, where a path leads nowhere.
    """
    options = Options(named.names(columns), limits, pages)
    found = [file for path in paths for file in _root(str(path), fetched=pages is not None)]
    items = _articles(found, options, standard_input)
    return _distinct(items) if len(found) > 1 else items


def _articles(
    roots: Iterable[_Root], options: Options, standard_input: BinaryIO | None
) -> Iterator[Article | SetAside]:
    several = len(list(roots)) > 1
    read_already: set[Path] = set()  # the same file, by its folder and by its name, is read once
    for root in roots:
        if root.address and options.pages:
            yield from _guarded(root.address, formats.fetch(root.address, options.pages, options))
            continue
        if root.path is None:
            stream = standard_input or sys.stdin.buffer
            yield from _guarded(STANDARD_INPUT, formats.read(stream, STANDARD_INPUT, "", options))
            continue
        for found in _below(root):
            if several:
                where = found.path.resolve()
                if where in read_already:
                    continue
                read_already.add(where)
            if found.refused:
                yield SetAside(found.source, "", found.refused, found.hint)
            else:
                yield from _guarded(found.source, _from_file(found, options))


def _distinct(given: Iterator[Article | SetAside]) -> Iterator[Article | SetAside]:
    """Sets aside an article that has come before, by text and source; only several roots can hold one."""
    seen: set[str] = set()
    for item in given:
        if isinstance(item, Article) and item.id in seen:
            provenance = item.provenance
            yield SetAside(
                provenance.source, provenance.part, "the same text under the same name came before"
            )
            continue
        if isinstance(item, Article):
            seen.add(item.id)
        yield item


# ---------------------------------------------------------------------------------------- which files


def _root(given: str, *, fetched: bool) -> list[_Root]:
    """What a given path stands for: standard input, an address, a file or folder, or all that a pattern matches."""
    if given == STANDARD_INPUT:
        return [_Root(None, Path())]
    if is_address(given):
        if fetched:
            return [_Root(None, Path(), given)]
        raise SourceError("an address is fetched only where that is asked", where=given, hint="add --fetch")
    path = Path(given)
    try:
        if path.exists():
            return [_Root(path, path if path.is_dir() else path.parent)]
        fixed = Path(*takewhile(lambda part: not glob.has_magic(part), path.parts))
        matched = sorted(fixed.glob(str(path.relative_to(fixed)))) if glob.has_magic(given) else []
    except (OSError, ValueError) as fault:
        raise SourceError(f"this path cannot be used: {fault}", where=repr(given)) from fault
    if matched:
        return [_Root(match, fixed) for match in matched]
    if glob.has_magic(given):
        hint = "put it in quotation marks, or name a folder"
        raise SourceError("no file matches this pattern", where=given, hint=hint)
    hint = "check its name; `-` reads standard input"
    raise SourceError("there is no such file or folder", where=given, hint=hint)


def _below(root: _Root) -> Iterator[_Found]:
    """The file itself, or all files of a folder, by their names."""
    path = root.path or Path()
    if not path.is_dir():
        yield _Found(_named(path, root.base), path)
        return
    for folder, below, files in os.walk(path):
        below[:] = sorted(name for name in below if not is_beside_folder(name))
        for name in below:
            link = Path(folder, name)
            if link.is_symlink():
                source = _named(link, root.base)
                yield _Found(source, link, "is a link to a folder", "name the folder that it leads to")
        for name in sorted(files):
            file = Path(folder, name)
            if not is_beside(file.name):
                yield _judged(file, _named(file, root.base))


def _named(file: Path, base: Path) -> str:
    """From the folder that was given; a byte that is no UTF-8 as `\\xff`, so that names stay apart and can be kept."""
    return os.fsencode(file.relative_to(base).as_posix()).decode("utf-8", "backslashreplace")


def _judged(file: Path, source: str) -> _Found:
    ending = formats.ending_of(file.name)
    if ending in formats.ENDINGS or not ending:
        return _Found(source, file)
    return _Found(
        source,
        file,
        f"files ending in {ending} are not read",
        "save it as text, HTML, .docx, JSON Lines or CSV; or name the file itself",
    )


# --------------------------------------------------------------------------------------- reading one


def _guarded(source: str, items: Iterator[Article | SetAside]) -> Iterator[Article | SetAside]:
    """Sets a file aside that cannot be read, or no further."""
    try:
        yield from items
    except UnreadableArticle as fault:
        yield SetAside(source, "", fault.what, fault.hint)
    except FileNotFoundError:
        yield SetAside(source, "", "vanished before it was read", "build again when it is back")
    except PermissionError:
        yield SetAside(source, "", "permission denied", "give yourself the right to read it")
    except OSError as fault:
        yield SetAside(
            source, "", f"cannot be read: {fault.strerror or fault}", "check the disk or the connection"
        )


def _from_file(found: _Found, options: Options) -> Iterator[Article | SetAside]:
    if not found.path.is_file():
        if found.path.exists():
            raise UnreadableArticle("is no regular file", hint="save its content to a file")
        raise FileNotFoundError(found.path)
    options = options._replace(beside=partial(_beside, found.path.parent, options.limits.document))
    with found.path.open("rb") as stream:
        yield from formats.read(stream, found.source, formats.ending_of(found.path.name), options)


def _beside(folder: Path, limit: int, name: str) -> bytes | None:
    path = folder / name
    return path.read_bytes() if path.is_file() and path.stat().st_size <= limit else None
