"""A Coding as a database of Discourse Network Analyzer 3.

    with open("debat.dna", "wb") as file:
        write(coding, file)

What the program cannot hold, and what becomes of it:

- a document without a day: it gets the first day on which it can have been published, or the last where there is no
  first; where nothing bounds it 1970-01-01. Days begin at 00:00 UTC.
- a statement without a value: a text that a claim lacks is empty there. A boolean or an integer cannot be lacking,
  so claims without it must be of another type than those with it.
- strings of 191 characters and more, but for the text and notes of documents: they are cut, and end in a sign for the
  whole. A variable with such values is a long text, which is not cut and can be no row or column of a network.

The first coder is the administrator; each other is one whom the claims name. All have the password PASSWORD, which
is to keep nobody out: the file is readable without it.
"""

import base64
import datetime
import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib import resources
from itertools import permutations
from typing import IO

from standpunt.errors import NetworkError
from standpunt.model import Moment
from standpunt.networks.claims import Claim, Coding, Value
from standpunt.networks.utf16 import to_utf16

ADMINISTRATOR = "Admin"
PASSWORD = "standpunt"
DEFAULT_TYPE = "DNA Statement"
"""The type that the program and its package for R take where none is named."""

_VERSION = {"version": "3.0.7", "date": "2022-06-10"}
_VARIABLES = {
    "person": "short text",
    "organization": "short text",
    "concept": "short text",
    "agreement": "boolean",
}
"""Of the default type, which is there without claims too."""
_ATTRIBUTES = ("Type", "Alias", "Notes")
"""That each short text has in a new database."""
_TEXTS = ("short text", "long text")
_LONGEST = 190
_ROUNDS = 100_000
_COLOURS = ((239, 208, 51), (100, 200, 190), (211, 211, 211), (255, 153, 0), (51, 153, 255), (102, 255, 0))
_DATA = {
    "boolean": "DATABOOLEAN", "integer": "DATAINTEGER", "short text": "DATASHORTTEXT", "long text": "DATALONGTEXT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Variable:
    id: int
    name: str
    kind: str
    entities: Mapping[str, int]


def write(coding: Coding, out: IO[bytes]) -> None:
    """The same bytes for the same coding. Raises NetworkError for a claim without words, and for values of one variable
    that are of several kinds or lacking where they cannot be. May raise OSError."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(resources.files(__package__).joinpath("schema.sql").read_text("utf-8"))
        for property, value in _VERSION.items():
            _insert(database, "SETTINGS", Property=property, Value=value)
        coders = _coders(database, coding)
        documents = _documents(database, coding)
        types = _types(database, coding)
        of: dict[str, list[Claim]] = defaultdict(list)
        for claim in coding.claims:
            of[claim.document.id].append(claim)
        for claims in of.values():
            _statements(database, claims, coders, documents, types)
        database.commit()
        out.write(database.serialize())


def hashed(password: str, salt: bytes) -> str:
    """As Jasypt's StrongPasswordEncryptor: SHA-256 of 16 bytes of salt and the password, over and over."""
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(_ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode()


def shortened(value: str) -> str:
    """A string that the program takes; two long ones with one beginning stay two."""
    if len(value) <= _LONGEST:
        return value
    return f"{value[: _LONGEST - 9]}…{hashlib.sha256(value.encode()).hexdigest()[:8]}"


# ---------------------------------------------------------------------------------------------- below


def _insert(database: sqlite3.Connection, table: str, **values: Value | None) -> int:
    marks = ", ".join("?" * len(values))
    row = database.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", [*values.values()])
    assert row.lastrowid is not None
    return row.lastrowid


def _coders(database: sqlite3.Connection, coding: Coding) -> Mapping[str, int]:
    """Each of them by name; claims that name none are the administrator's."""
    names = dict.fromkeys([ADMINISTRATOR, *(claim.coder for claim in coding.claims if claim.coder)])
    ids = {"": 1}
    for at, name in enumerate(names):
        red, green, blue = _COLOURS[at % len(_COLOURS)]
        # derived, not random: the same coding is the same file
        salt = hashlib.sha256(name.encode()).digest()[:16]
        ids[name] = _insert(
            database, "CODERS", Name=shortened(name), Red=red, Green=green, Blue=blue, Password=hashed(PASSWORD, salt)
        )  # fmt: skip
    for one, other in permutations(sorted(set(ids.values())), 2):
        _insert(database, "CODERRELATIONS", Coder=one, OtherCoder=other)
    return ids


def _documents(database: sqlite3.Connection, coding: Coding) -> Mapping[str, int]:
    """By their ids in the coding."""
    found = {each.id: each for each in (*coding.documents, *(claim.document for claim in coding.claims))}
    return {
        each.id: _insert(
            database, "DOCUMENTS", Title=shortened(each.title), Text=each.text, Coder=1,
            Author=shortened(each.author), Source=shortened(each.source), Section=shortened(each.section),
            Notes=each.notes, Type=shortened(each.type), Date=_seconds(each.published),
        )
        for each in found.values()
    }  # fmt: skip


def _seconds(published: Moment) -> int:
    day = published.earliest or published.latest or datetime.date(1970, 1, 1)
    return int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())


def _types(database: sqlite3.Connection, coding: Coding) -> Mapping[str, Sequence[_Variable]]:
    """The variables of each type of statement; a value that is told of, and nowhere used, is one of the first type
    that has its variable."""
    kinds: dict[str, dict[str, str]] = {DEFAULT_TYPE: dict(_VARIABLES)}
    for claim in coding.claims:
        of = kinds.setdefault(claim.type, {})
        for name, value in claim.values.items():
            of[name] = _kind(name, value, of.get(name))
    types: dict[str, list[_Variable]] = {}
    seen: set[str] = set()
    for at, (label, variables) in enumerate(kinds.items()):
        red, green, blue = _COLOURS[at % len(_COLOURS)]
        id = _insert(database, "STATEMENTTYPES", Label=shortened(label), Red=red, Green=green, Blue=blue)
        types[label] = []
        for name, kind in variables.items():
            variable = _insert(
                database, "VARIABLES", Variable=shortened(name), DataType=kind, StatementTypeId=id
            )
            values = {str(claim.values.get(name, "")) for claim in coding.claims if claim.type == label}
            if name not in seen:
                values |= {value for of, value in coding.attributes if of == name}
            seen.add(name)
            entities = _entities(database, coding, variable, name, values) if kind == "short text" else {}
            types[label].append(_Variable(variable, name, kind, entities))
    return types


def _kind(name: str, value: Value, before: str | None) -> str:
    if isinstance(value, str):
        found = "long text" if len(value) > _LONGEST or before == "long text" else "short text"
    else:
        found = "boolean" if isinstance(value, bool) else "integer"
    if before and before != found and not (isinstance(value, str) and before in _TEXTS):
        raise NetworkError(
            f"it is a {before} in one claim, and {value!r} in another",
            where=name,
            hint="give it values of one kind",
        )
    return found


def _entities(
    database: sqlite3.Connection, coding: Coding, variable: int, name: str, values: set[str]
) -> Mapping[str, int]:
    """Each value and what the coding tells about it, and the empty one."""
    told = {value: coding.attributes.get((name, value), {}) for value in sorted(values | {""})}
    attributes = {
        each: _insert(database, "ATTRIBUTEVARIABLES", VariableId=variable, AttributeVariable=shortened(each))
        for each in dict.fromkeys([*_ATTRIBUTES, *(key for about in told.values() for key in about)])
        if each != "color"
    }
    ids = {}
    for value, about in told.items():
        colour = bytes.fromhex(about["color"][1:]) if "color" in about else (None, None, None)
        ids[value] = _insert(
            database, "ENTITIES", VariableId=variable, Value=shortened(value),
            Red=colour[0], Green=colour[1], Blue=colour[2],
        )  # fmt: skip
        for each, id in attributes.items():
            said = shortened(about.get(each, ""))
            _insert(
                database, "ATTRIBUTEVALUES", EntityId=ids[value], AttributeVariableId=id, AttributeValue=said
            )
    return ids


def _statements(
    database: sqlite3.Connection,
    claims: Sequence[Claim],
    coders: Mapping[str, int],
    documents: Mapping[str, int],
    types: Mapping[str, Sequence[_Variable]],
) -> None:
    """Claims of one document."""
    document = claims[0].document
    labels = {label: id for id, label in enumerate(types, 1)}
    places = to_utf16(document.text, [claim.span for claim in claims])
    for claim, (start, stop) in zip(claims, places, strict=True):
        if start == stop:
            raise NetworkError(
                "this claim has no words", where=f"{document.id} at {start}", hint="leave it out"
            )
        statement = _insert(
            database, "STATEMENTS", StatementTypeId=labels[claim.type], DocumentId=documents[document.id],
            Start=start, Stop=stop, Coder=coders[claim.coder],
        )  # fmt: skip
        for variable in types[claim.type]:
            value = claim.values.get(variable.name)
            of = {"StatementId": statement, "VariableId": variable.id}
            if variable.kind == "short text":
                _insert(database, "DATASHORTTEXT", **of, Entity=variable.entities[str(value or "")])
            elif value is not None or variable.kind == "long text":
                _insert(database, _DATA[variable.kind], **of, Value="" if value is None else value)
            else:
                raise NetworkError(
                    "a claim has none, and others of its type do",
                    where=f"{claim.type}: {variable.name}",
                    hint="give claims without it a type of their own",
                )
