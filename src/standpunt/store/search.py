"""Full-text search over statements and articles, whatever the inflection: `onderhandelen` finds
`onderhandelde`.

Every statement and article is indexed twice, as written and with its words in dictionary form, by the database's own
full-text index.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from sqlalchemy import ColumnElement, Connection, Table, select

from standpunt.model import Span
from standpunt.store import fts5, query, rows, tables, tsvector
from standpunt.store.narrowing import Narrowing
from standpunt.store.rows import Row

_INDEX: Mapping[str, ModuleType] = {"sqlite": fts5, "postgresql": tsvector}


RANKED = 5_000
"""Of statements and of articles so many are set in order at most."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, best first: rows as in schema.sql. `words` are the forms that were looked for,
    folded; `places` says where they stand in a text; `total` counts before the limit. Where more are found than
    RANKED, they are the best of the newest."""

    statements: Sequence[Row]
    articles: Sequence[Row]
    words: frozenset[str]
    total: Mapping[str, int]

    def places(self, written: str) -> Iterator[Span]:
        for word in query.WORD.finditer(written):
            folded = rows.folded(word.group())
            if any(
                folded == each or (each.endswith("*") and folded.startswith(each[:-1])) for each in self.words
            ):
                yield Span(*word.span())


def search(connection: Connection, words: str, limit: int) -> Hits:
    """Statements and articles with all of the words; see `query.parse` for what these can be. Raises AskedError where
    nothing is left to look for."""
    wanted = query.parse(connection, words)
    index = _INDEX[connection.dialect.name]
    found, total = {}, {}
    for name in ("statements", "articles"):
        table = tables.metadata.tables[name]
        places = index.ranked(connection, name, wanted, RANKED, limit)
        best = select(table).where(table.c.place.in_(places))
        made = {row.place: dict(row._mapping) for row in connection.execute(best)}
        found[name] = [made[place] for place in places]
        total[name] = index.count(connection, name, wanted)
    return Hits(found["statements"], found["articles"], wanted.forms, total)


def matching(connection: Connection, of: Table, words: str) -> Narrowing:
    """Which rows of `statements` or `articles` have all of the words. Raises AskedError as `search`."""
    found: Narrowing = _INDEX[connection.dialect.name].matching(of, query.parse(connection, words))
    return found


def titled(connection: Connection, words: str) -> ColumnElement[bool] | None:
    """Which articles have these words in their title, one behind the other, the last perhaps only begun; None where
    there is no word among them."""
    found = tuple(query.WORD.findall(words))
    if not found:
        return None
    fits: ColumnElement[bool] = _INDEX[connection.dialect.name].titled(query.Term(found, beginning=True))
    return fits


def renew(connection: Connection) -> None:
    """Indexes the statements and articles that are there now."""
    _INDEX[connection.dialect.name].renew(connection)


def remove(connection: Connection, articles: Sequence[str]) -> None:
    """Takes these articles, by their ids, and what is said in them out of the index, while their rows are there."""
    for table, which in _of(articles):
        _INDEX[connection.dialect.name].remove(connection, table, which)


def add(connection: Connection, articles: Sequence[str]) -> None:
    """Indexes these articles and what is said in them, which must not be indexed."""
    for table, which in _of(articles):
        _INDEX[connection.dialect.name].add(connection, table, which)


def _of(articles: Sequence[str]) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    yield tables.articles, tables.articles.c.id.in_(articles)
    yield tables.statements, tables.statements.c.article_id.in_(articles)
