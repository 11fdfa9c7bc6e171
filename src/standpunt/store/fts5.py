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

from standpunt.store import tables
from standpunt.store.narrowing import Narrowing
from standpunt.store.query import Query, Term

_COLUMNS: Mapping[str, Sequence[str]] = {
    "articles": ("title", "text", "lemmas"),
    "statements": ("content", "speaker", "lemmas"),
}

_LAST = 2**63 - 1
"""No place is higher."""

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
    return Narrowing(here, index, index.c.rowid, (match,), ordered=True, quick=True)


def titled(term: Term) -> ColumnElement[bool]:
    """Which articles have it in their title."""
    index = table("articles_fts", column("rowid", Integer))
    match = literal_column(index.name).op("MATCH")(f"title : {_term(term)}")
    return tables.articles.c.place.in_(select(index.c.rowid).where(match))


def ranked(connection: Connection, name: str, query: Query, newest: int, limit: int) -> list[int]:
    """The places of the best rows of a table that are found, or of so many of the newest that are."""
    index = f"{name}_fts"
    matching = f"SELECT rowid FROM {index} WHERE {index} MATCH :wanted"
    found = text(
        f"{matching} AND rowid <= coalesce(({matching} ORDER BY rowid LIMIT 1 OFFSET :newest - 1), {_LAST})"
        f" ORDER BY round(bm25({index}, {_WEIGHTS}), 6), rowid LIMIT :limit"
    )
    given = {"wanted": _match(query), "newest": newest, "limit": limit}
    return list(connection.execute(found, given).scalars())


def count(connection: Connection, name: str, query: Query) -> int:
    """How many rows of a table are found."""
    found = text(f"SELECT count(*) FROM {name}_fts WHERE {name}_fts MATCH :wanted")
    return int(connection.execute(found, {"wanted": _match(query)}).scalar_one())


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
