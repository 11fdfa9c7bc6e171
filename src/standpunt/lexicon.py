"""Reads and checks any word list; knows no Dutch.

A word list is a TOML file beside the code that reads it. Its groups are tables of entries, and an entry is a
small record of a declared type:

    [verb]
    benadrukken = {frames = ["quote", "that"], example = "Hij benadrukt dat het kan."}

An unknown group or field, a missing one, an empty group, a duplicate or an entry without an example is an error
that names file, group and entry. `Entry.example` (and `counterexample`) are run by tests/lexicons.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from standpunt.errors import LexiconError


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every entry has: a sentence in which it must be found and, where it can misfire, one in which not."""

    example: str
    counterexample: str = ""


E = TypeVar("E", bound=Entry)


def read(package: str, file: str, groups: dict[str, type[E]]) -> dict[str, dict[str, E]]:
    """The entries of each group by their key, in the order of the file.

    `package` is the dotted name of the package that holds the file. Raises LexiconError.
    """
    try:
        content = tomllib.loads(resources.files(package).joinpath(file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise LexiconError(f"this word list cannot be read: {fault}", where=file) from fault
    for name in content.keys() ^ groups.keys():
        state = "unknown" if name in content else "missing"
        raise LexiconError(f"{state} group [{name}]", where=file, hint=f"expected: {', '.join(groups)}")
    return {name: _group(file, name, content[name], kind) for name, kind in groups.items()}


def _group(file: str, name: str, content: dict[str, object], kind: type[E]) -> dict[str, E]:
    if not content:
        raise LexiconError(f"group [{name}] is empty", where=file)
    entries = {}
    for key, value in content.items():
        try:
            entries[key] = msgspec.convert(value, kind)
        except msgspec.ValidationError as fault:
            raise LexiconError(f"[{name}] {key}: {fault}", where=file) from fault
        if not entries[key].example.strip():
            raise LexiconError(f"[{name}] {key} has an empty example", where=file)
    return entries


@cache
def digest(package: str, suffix: str) -> str:
    """A short hash of all files of a package that end so, `.py` or `.toml`: what is made of them knows by what."""
    root = resources.files(package)
    content = hashlib.sha256()
    for path, file in sorted(_walk(root, "")):
        if path.endswith(suffix):
            content.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return content.hexdigest()[:12]


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        path = f"{prefix}{item.name}"
        if item.is_dir():
            yield from _walk(item, f"{path}/")
        else:
            yield path, item
