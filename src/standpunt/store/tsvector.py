"""The full-text index of PostgreSQL: tables beside `statements` and `articles`, asked the same and giving the same.

Words are cut and folded here, as FTS5 does it in SQLite, since the server's own parser keeps `kust-wacht` or an address
together and its stemmer gives other answers than the dictionary forms of these articles. `dutch` has the text by the
server's own Dutch configuration, for people who ask in SQL:

    SELECT content FROM statements JOIN statements_fts USING (place)
    WHERE dutch @@ websearch_to_tsquery('dutch', 'onderhandelen -nacht')
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    cast,
    column,
    delete,
    exists,
    select,
    table,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from standpunt.store import rows, tables
from standpunt.store.narrowing import Narrowing
from standpunt.store.query import Query, Term

_COLUMNS: Mapping[str, Sequence[str]] = {
    "articles": ("title", "text", "lemmas"),
    "statements": ("content", "speaker", "lemmas"),
}
"""What is indexed of each table, with the weights A, B and C."""

_TITLE, _LEMMAS = "A", "C"
_WEIGHTS = "'{0, 0.25, 0.5, 1}'"
"""Of D, C, B and A: a word as written counts for more."""

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200
"""Letters of a word that are indexed; the server takes 2,046 bytes."""
_LARGEST = 700_000
"""Bytes of the words of one row; the server takes 1,048,575 with their places."""
_DUTCH = 200_000
"""Letters of one row that the server indexes itself."""
_AT_ONCE = 500
"""Rows that are indexed together."""

STATEMENTS = tuple(
    statement
    for table in _COLUMNS
    for statement in (
        f"CREATE TABLE {table}_fts (place BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL,"
        " dutch TSVECTOR NOT NULL)",
        f"CREATE INDEX {table}_fts_words ON {table}_fts USING gin (words)",
        f"CREATE INDEX {table}_fts_dutch ON {table}_fts USING gin (dutch)",
    )
)


def renew(connection: Connection) -> None:
    """Indexes what the tables hold now."""
    for name in _COLUMNS:
        connection.exec_driver_sql(f"DELETE FROM {name}_fts")
        add(connection, tables.metadata.tables[name], true())


def remove(connection: Connection, of: Table, which: ColumnElement[bool]) -> None:
    """Takes rows of a table out of its index, while they are there."""
    index = table(f"{of.name}_fts", column("place", tables.PLACE))
    connection.execute(delete(index).where(index.c.place.in_(select(of.c.place).where(which))))


def add(connection: Connection, of: Table, which: ColumnElement[bool]) -> None:
    """Indexes rows of a table that are not yet."""
    query = select(of.c.place, *(of.c[column] for column in _COLUMNS[of.name])).where(which)
    put = text(
        f"INSERT INTO {of.name}_fts VALUES"
        " (:place, CAST(:words AS tsvector), to_tsvector('dutch', CAST(:dutch AS text)))"
    )
    found = connection.execute(query.execution_options(yield_per=_AT_ONCE))
    for some in found.partitions():
        connection.execute(
            put,
            [
                {"place": place, "words": _vector(written), "dutch": " ".join(written[:2])[:_DUTCH]}
                for place, *written in some
            ],
        )


def matching(of: Table, query: Query) -> Narrowing:
    """Which rows of a table are found."""
    index = table(f"{of.name}_fts", column("place", tables.PLACE), column("words", TSVECTOR))
    match = index.c.words.op("@@")(cast(_match(query), TSQUERY))
    here = exists().where(index.c.place == of.c.place, match)
    return Narrowing(here, index, index.c.place, (match,))


def titled(term: Term) -> ColumnElement[bool]:
    """Which articles have it in their title."""
    index = table("articles_fts", column("place", tables.PLACE), column("words", TSVECTOR))
    wanted = "".join(_together(" ".join(term.words), f"*{_TITLE}"))
    match = index.c.words.op("@@")(cast(wanted, TSQUERY))
    return tables.articles.c.place.in_(select(index.c.place).where(match))


def ranked(connection: Connection, name: str, query: Query, newest: int, limit: int) -> list[int]:
    """The places of the best rows of a table that are found, or of so many of the newest that are."""
    found = text(
        f"SELECT place FROM (SELECT place, words, wanted FROM {name}_fts, CAST(:wanted AS tsquery) AS wanted"
        " WHERE words @@ wanted ORDER BY place LIMIT :newest) AS found"
        f" ORDER BY round(ts_rank({_WEIGHTS}, words, wanted)::numeric, 6) DESC, place LIMIT :limit"
    )
    given = {"wanted": _match(query), "newest": newest, "limit": limit}
    return list(connection.execute(found, given).scalars())


def count(connection: Connection, name: str, query: Query) -> int:
    """How many rows of a table are found."""
    found = text(f"SELECT count(*) FROM {name}_fts WHERE words @@ CAST(:wanted AS tsquery)")
    return int(connection.execute(found, {"wanted": _match(query)}).scalar_one())


def _vector(written: Iterable[str]) -> str:
    """The words of the columns with their places and weights, as the server reads them."""
    places = defaultdict[str, list[str]](list)
    at = size = 0
    for weight, words in zip("ABC", written, strict=True):
        for word in _words(words):
            at += 1
            size += 0 if word in places else len(word.encode())
            if size > _LARGEST:
                break
            places[word].append(f"{at}{weight}")
        at += 1  # no phrase runs from one column into the next
    return " ".join(f"'{word}':{','.join(where)}" for word, where in places.items())


def _words(written: str) -> Iterator[str]:
    return (found.group()[:_LONGEST] for found in _WORD.finditer(rows.folded(written)))


def _match(query: Query) -> str:
    """As a tsquery."""
    all_of = " & ".join(filter(None, map(_any, query.wanted)))
    none_of = _any(query.unwanted)
    return f"{all_of} & !{none_of}" if all_of and none_of else all_of


def _any(terms: Iterable[Term]) -> str:
    alternatives = [each for term in terms for each in _alternatives(term)]
    return f"({' | '.join(alternatives)})" if alternatives else ""


def _alternatives(term: Term) -> Iterator[str]:
    yield from _together(" ".join(term.words), "*" if term.beginning else "")
    for lemma in term.lemmas:
        yield from _together(lemma, _LEMMAS)


def _together(words: str, mark: str) -> Iterator[str]:
    """Words that follow each other, the last of them with a mark."""
    *before, last = [f"'{word}'" for word in _words(words)] or [""]
    if last:
        yield f"({' <-> '.join([*before, f'{last}:{mark}' if mark else last])})"
