"""A database of Discourse Network Analyzer as a Coding. Claims are of all statement types; a network takes those that
have its variables."""

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from standpunt.errors import SourceError
from standpunt.model import Moment
from standpunt.networks.claims import Claim, Coding, Document, Value
from standpunt.networks.utf16 import from_utf16

_TABLES = frozenset((
    "SETTINGS", "CODERS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "STATEMENTS", "ENTITIES",
    "DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT", "ATTRIBUTEVARIABLES", "ATTRIBUTEVALUES",
))  # fmt: skip
_MAGIC = b"SQLite format 3\0"
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_NAME_ANOTHER = "name a .dna file that Discourse Network Analyzer 3 made"


def read(path: Path, statement_type: str = "") -> Coding:
    """All claims, or those of one statement type, by its label. Raises SourceError for what is no such database,
    for one of another version, for values that are not as they should be, and for a type that it does not
    have."""
    _check_file(path)
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            _check(database, path)
            found = list(_documents(database, path))
            claims = tuple(_claims(database, path, found, statement_type))
            return Coding(claims, _attributes(database), tuple(document for document, _ in found))
    except (sqlite3.Error, ValueError) as fault:
        raise SourceError(f"the database says: {fault}", where=str(path), hint=_NAME_ANOTHER) from fault


def _check_file(path: Path) -> None:
    if not path.is_file():
        raise SourceError("there is no such file", where=str(path), hint=_NAME_ANOTHER)
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise SourceError("this is no SQLite database", where=str(path), hint=_NAME_ANOTHER)


def _check(database: sqlite3.Connection, path: Path) -> None:
    """Tables only: a view of the same name could take for ever."""
    have = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if missing := sorted(_TABLES - have):
        raise SourceError(
            f"this is no database of Discourse Network Analyzer: it has no table {', '.join(missing)}",
            where=str(path),
            hint=_NAME_ANOTHER,
        )
    row = database.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
    version = str(row[0]) if row else "none"
    if not version.startswith("3."):
        raise SourceError(
            f"made by version {version} of Discourse Network Analyzer, not 3",
            where=str(path),
            hint="open it in version 3 and save it from there",
        )


def _claims(
    database: sqlite3.Connection,
    path: Path,
    documents: "Sequence[tuple[Document, list[_Stated]]]",
    statement_type: str,
) -> Iterator[Claim]:
    types: dict[int, str] = dict(database.execute("SELECT ID, Label FROM STATEMENTTYPES ORDER BY ID"))
    if statement_type and statement_type not in types.values():
        raise SourceError(
            f"no statement type is called {statement_type!r}",
            where=str(path),
            hint=f"there is {', '.join(types.values())}",
        )
    values = _values(database)
    coders: dict[int, str] = dict(database.execute("SELECT ID, Name FROM CODERS"))
    for document, stated in documents:
        spans = from_utf16(document.text, [(start, stop) for *_, start, stop in stated])
        for (id, kind, coder, start, stop), span in zip(stated, spans, strict=True):
            if span.start == span.end:
                raise SourceError(
                    f"statement {id} lies at {start} to {stop}, outside the text of its document {document.id}",
                    where=str(path),
                    hint="look at it in Discourse Network Analyzer, and remove it there",
                )
            if statement_type in ("", types.get(kind)):
                yield Claim(
                    document,
                    span,
                    document.published,
                    values.get(id, {}),
                    types.get(kind, ""),
                    coders.get(coder, ""),
                )


_Stated = tuple[int, int, int, int, int]
"""The ids of a statement, of its type and of its coder, and its offsets in UTF-16 code units."""


def _documents(database: sqlite3.Connection, path: Path) -> Iterator[tuple[Document, list[_Stated]]]:
    """By day, each with its statements in the order of the text."""
    stated: dict[int, list[_Stated]] = defaultdict(list)
    found = database.execute(
        "SELECT DocumentId, ID, StatementTypeId, Coder, Start, Stop FROM STATEMENTS ORDER BY Start, Stop, ID"
    )
    for document, id, kind, coder, start, stop in found:
        if not all(isinstance(each, int) for each in (document, kind, start, stop)) or not 0 <= start < stop:
            raise SourceError(
                f"statement {id} has no document, type or place in it", where=str(path), hint=_NAME_ANOTHER
            )
        stated[document].append((id, kind, coder, start, stop))
    rows = database.execute(
        "SELECT ID, Title, Text, Author, Source, Section, Type, Notes, Date FROM DOCUMENTS ORDER BY Date, ID"
    )
    for id, *texts, seconds in rows:
        try:
            day = (_EPOCH + datetime.timedelta(seconds=seconds)).date()
        except (OverflowError, TypeError) as fault:
            raise SourceError(
                f"document {id} has a date that is none: {seconds!r}",
                where=str(path),
                hint="give it one in Discourse Network Analyzer",
            ) from fault
        yield Document(str(id), Moment(day, day), *map(str, texts)), stated.pop(id, [])
    if stated:
        document, [(id, *_), *_] = next(iter(stated.items()))
        raise SourceError(
            f"statement {id} stands in document {document}, which is not there",
            where=str(path),
            hint=_NAME_ANOTHER,
        )


def _values(database: sqlite3.Connection) -> Mapping[int, Mapping[str, Value]]:
    """For each statement the values of its variables, in the order of the variables. The `+` keeps SQLite from making
    numbers of texts, as it does in a union whose first column is one of numbers."""
    found: dict[int, dict[str, Value]] = defaultdict(dict)
    rows = database.execute(
        """
        SELECT StatementId, Variable, DataType, coded.Value, VariableId AS variable_id FROM (
                      SELECT StatementId, VariableId, +Value AS Value FROM DATABOOLEAN
            UNION ALL SELECT StatementId, VariableId, +Value FROM DATAINTEGER
            UNION ALL SELECT StatementId, VariableId, +Value FROM DATALONGTEXT
            UNION ALL SELECT StatementId, DATASHORTTEXT.VariableId, +ENTITIES.Value
                      FROM DATASHORTTEXT JOIN ENTITIES ON ENTITIES.ID = Entity
        ) AS coded JOIN VARIABLES ON VARIABLES.ID = coded.VariableId
        ORDER BY StatementId, variable_id
        """
    )
    for statement, variable, type, value, _ in rows:
        if value is not None:
            found[statement][variable] = _TYPED.get(type, str)(value)
    return found


_TYPED: Mapping[str, type[bool] | type[int] | type[str]] = {"boolean": bool, "integer": int}


def _attributes(database: sqlite3.Connection) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Of each entity, with its colour as `#rrggbb`; those without a value are left out."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    entities = database.execute(
        "SELECT Variable, Value, Red, Green, Blue FROM ENTITIES JOIN VARIABLES ON VARIABLES.ID = VariableId"
    )
    for variable, value, *colour in entities:
        coloured = all(isinstance(part, int) for part in colour)
        found[variable, value] = {"color": "#{:02x}{:02x}{:02x}".format(*colour)} if coloured else {}
    told = database.execute(
        """
        SELECT Variable, ENTITIES.Value, AttributeVariable, AttributeValue FROM ATTRIBUTEVALUES
        JOIN ENTITIES ON ENTITIES.ID = EntityId
        JOIN VARIABLES ON VARIABLES.ID = ENTITIES.VariableId
        JOIN ATTRIBUTEVARIABLES ON ATTRIBUTEVARIABLES.ID = AttributeVariableId
        WHERE AttributeValue <> ''
        """
    )
    for variable, value, name, said in told:
        found[variable, value][name] = said
    return found
