"""The full-text index of SQLite, FTS5: tables beside `statements` and `articles` that share their places."""

from sqlalchemy import Connection, Integer, Table, column, exists, literal_column, table, text

from standpunt.store.narrowing import Narrowing
from standpunt.store.query import Query, Term

_WEIGHTS = "4.0, 2.0, 1.0"
"""Of the columns of each index, in their order: a word as written counts for more."""


def renew(connection: Connection) -> None:
    """Indexes what the tables hold now."""
    for index in ("articles_fts", "statements_fts"):
        connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


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
