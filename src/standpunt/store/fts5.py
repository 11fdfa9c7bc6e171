"""The full-text index of SQLite, FTS5: tables beside `statements` and `articles` that share their places."""

from collections.abc import Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Table,
    Text,
    column,
    exists,
    insert,
    literal,
    literal_column,
    select,
    table,
    text,
)

from standpunt.store.narrowing import Narrowing
from standpunt.store.query import Query, Term

_COLUMNS: Mapping[str, Sequence[str]] = {
    "articles": ("title", "text", "lemmas"),
    "statements": ("content", "speaker", "lemmas"),
}

_WEIGHTS = "4.0, 2.0, 1.0"
"""Of the columns of each index, in their order: a word as written counts for more."""


def renew(connection: Connection) -> None:
    """Indexes what the tables hold now."""
    for index in ("articles_fts", "statements_fts"):
        connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def remove(connection: Connection, of: Table, which: ColumnElement[bool]) -> None:
    """Takes rows of a table out of its index, which asks for what they say, while they are there."""
    names = _COLUMNS[of.name]
    index = table(f"{of.name}_fts", *map(column, (f"{of.name}_fts", "rowid", *names)))
    query = select(literal("delete", Text), of.c.place, *(of.c[name] for name in names)).where(which)
    connection.execute(insert(index).from_select([f"{of.name}_fts", "rowid", *names], query))


def add(connection: Connection, of: Table, which: ColumnElement[bool]) -> None:
    """Indexes rows of a table that are not yet."""
    names = _COLUMNS[of.name]
    index = table(f"{of.name}_fts", *map(column, ("rowid", *names)))
    query = select(of.c.place, *(of.c[name] for name in names)).where(which)
    connection.execute(insert(index).from_select(["rowid", *names], query))


def matching(of: Table, query: Query) -> Narrowing:
    """Which rows of a table are found."""
    index = table(f"{of.name}_fts", column("rowid", Integer))
    match = literal_column(index.name).op("MATCH")(_match(query))
    here = exists().where(index.c.rowid == of.c.place, match)
    return Narrowing(here, index, index.c.rowid, (match,), ordered=True)


def ranked(connection: Connection, name: str, query: Query) -> list[int]:
    """The places of the rows of a table that are found, best first."""
    index = f"{name}_fts"
    found = text(
        f"SELECT rowid FROM {index} WHERE {index} MATCH :wanted ORDER BY round(bm25({index}, {_WEIGHTS}), 6), rowid"
    )
    return list(connection.execute(found, {"wanted": _match(query)}).scalars())


def _match(query: Query) -> str:
    """In the language of FTS5, all words quoted."""
    all_of = " AND ".join(_any(alternatives) for alternatives in query.wanted)
    return f"({all_of}) NOT {_any(query.unwanted)}" if query.unwanted else all_of


def _any(terms: tuple[Term, ...]) -> str:
    return f"({' OR '.join(_term(term) for term in terms)})"


def _term(term: Term) -> str:
    written = f'"{" ".join(term.words)}"'
    if term.beginning:
        return f"{written} *"
    lemmas = (lemma.replace('"', " ") for lemma in term.lemmas)
    return " OR ".join([written, *(f'lemmas : "{lemma}"' for lemma in lemmas)])
