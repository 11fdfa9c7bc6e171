"""What the formats for exchange share: identifiers that stay the same, dates no more precise than they are, and lists
that are written as they come."""

import datetime
import re
import uuid
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import takewhile
from typing import IO, Any

import msgspec

from standpunt import registry
from standpunt.store.rows import Row

_OURS = uuid.UUID("6f0f3c1e-2b57-4f0a-9d3c-0d1f5a7be2a4")
"""The name space of identifiers of Standpunt, drawn once."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Signs that XML and other tools' texts cannot hold."""

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x1f]+")


def guid(kind: str, key: object) -> str:
    """The identifier of something in a dossier: the same for the same key, whatever else is in it."""
    return str(uuid.uuid5(_OURS, f"{kind} {key}"))


def urn(kind: str, key: object) -> str:
    return f"urn:uuid:{guid(kind, key)}"


def place_of(row: Row) -> str:
    """The key of a position or a condition: whose, on what, and where; its number is another in another build."""
    what = row["stance"] if "stance" in row else row["condition_group"]
    return f"{row['article_id']} {row['start']}-{row['stop']} {row['actor_id']} {row['issue_id']} {what}"


def writable(words: str) -> str:
    """With the replacement character in place of each sign that cannot be written."""
    return _UNWRITABLE.sub("\ufffd", words)


def address(url: str) -> str:
    """A web address; empty where it is none."""
    return url if _ADDRESS.fullmatch(url) else ""


def known_day(earliest: datetime.date | None, latest: datetime.date | None) -> str:
    """As much of a date as two days have in common: `2025-02-14`, `2025-02`, `2025`; empty where that is nothing."""
    if earliest is None or latest is None:
        return ""
    pairs = zip(str(earliest).split("-"), str(latest).split("-"), strict=True)
    return "-".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


@cache
def wikidata(identity: str) -> str:
    """The item of an actor in Wikidata, by his key in the registry that ships; empty where it is not known."""
    fact = registry.load().by_key(identity) if identity else None
    return fact.wikidata if fact else ""


def office(written: str) -> tuple[str, str, str]:
    """An office of an actor (`minister, Nederland, 2024-07/..`) as its name, its first day and its last; empty where
    that is not known."""
    name, _, term = written.rpartition(", ")
    first, _, last = term.partition("/")
    return name, first.strip("."), last.strip(".")


def write_array(out: IO[str], head: Mapping[str, Any], key: str, items: Iterable[Mapping[str, Any]]) -> None:
    """A JSON object whose last key is an array, item by item, so that all of them need not be held."""
    out.write(f"{_json(head)[:-1]},{_json(key)}:[")
    for number, item in enumerate(items):
        out.write(f"{',' if number else ''}\n{_json(item)}")
    out.write("\n]}\n")


def filled(**values: Any) -> dict[str, Any]:
    """Keys without those whose value is empty; `_` in front is `@` in JSON-LD."""
    held = {key: value for key, value in values.items() if value not in ("", [], None)}
    return {f"@{key[1:]}" if key.startswith("_") else key: value for key, value in held.items()}


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
