"""Full-text search over statements and articles, whatever the inflection: `onderhandelen` finds
`onderhandelde`.

Every statement and article is indexed twice, as written and with its words in dictionary form. A word that
is searched for is looked up in `word_forms`, the dictionary forms that these very articles gave, so no
model is needed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from standpunt.errors import AskedError
from standpunt.model import Span
from standpunt.store import rows, tables
from standpunt.store.rows import Row

_TERM = re.compile(r'(-?)"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_RARE = 0.1
"""A dictionary form that a word has in less than this share of its places is taken for a slip of the
model."""

_RANK = {"statements": (4.0, 2.0, 1.0), "articles": (4.0, 2.0, 1.0)}
"""Weights of the columns of each full-text index, in their order: a word as written counts for more."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, best first: rows as in schema.sql. `words` are the forms that were looked for,
    folded; `places` says where they stand in a text; `total` counts before the limit."""

    statements: Sequence[Row]
    articles: Sequence[Row]
    words: frozenset[str]
    total: Mapping[str, int]

    def places(self, written: str) -> Iterator[Span]:
        for word in _WORD.finditer(written):
            folded = rows.folded(word.group())
            if any(
                folded == each or (each.endswith("*") and folded.startswith(each[:-1])) for each in self.words
            ):
                yield Span(*word.span())


def search(connection: Connection, words: str, limit: int) -> Hits:
    """Statements and articles with all of the words. `"..."` keeps words together, `-word` leaves out, `OR`
    joins alternatives, `woord*` is a beginning. Raises AskedError where nothing is left to look for."""
    looked_up, forms = query(connection, words)
    found, total = {}, {}
    for name, weights in _RANK.items():
        table = tables.metadata.tables[name]
        index = f"{name}_fts"
        score = f"bm25({index}, {', '.join(map(str, weights))})"
        matched = text(f"SELECT rowid, {score} AS score FROM {index} WHERE {index} MATCH :query")
        ranked = connection.execute(matched, {"query": looked_up}).all()
        best = [row.rowid for row in sorted(ranked, key=lambda row: (round(row.score, 6), row.rowid))[:limit]]
        wanted = select(table).where(table.c.place.in_(best))
        made = {row.place: dict(row._mapping) for row in connection.execute(wanted)}
        found[name] = [made[place] for place in best]
        total[name] = len(ranked)
    return Hits(found["statements"], found["articles"], forms, total)


def query(connection: Connection, words: str) -> tuple[str, frozenset[str]]:
    """The words as SQLite's full-text query, all of them quoted, and the forms that it looks for. Raises AskedError
    where nothing is left to look for."""
    wanted: list[str] = []
    unwanted: list[str] = []
    forms: set[str] = set()
    either = False
    for minus, phrase, word in _TERM.findall(words):
        if word in ("OR", "OF") and wanted:
            either = True
            continue
        if word.startswith("-"):
            minus, word = "-", word[1:]
        term, looked_for = _phrase(phrase) if phrase else _word(connection, word)
        if not term:
            continue
        if minus:
            unwanted.append(term)
            continue
        wanted[-1:] = [f"({wanted[-1]} OR {term})"] if either else [*wanted[-1:], term]
        either = False
        forms |= looked_for
    if not wanted:
        raise AskedError("there is no word to search for", where=words, hint="give at least one word")
    all_of = " AND ".join(wanted)
    return (f"({all_of}) NOT ({' OR '.join(unwanted)})" if unwanted else all_of), frozenset(forms)


def _phrase(words: str) -> tuple[str, set[str]]:
    found = _WORD.findall(words)
    return (f'"{" ".join(found)}"' if found else ""), {rows.folded(word) for word in found}


def _word(connection: Connection, word: str) -> tuple[str, set[str]]:
    """A word in any of its forms: as written anywhere, or its dictionary forms among the dictionary forms."""
    term, forms = _phrase(word)
    if not term:
        return "", set()
    if word.endswith("*"):
        return f"{term} *", {f"{form}*" for form in forms}
    known = tables.word_forms.c
    counts = connection.execute(
        select(known.lemma, known.occurrences).where(known.form == rows.folded(word)).order_by(known.lemma)
    ).all()
    least = _RARE * sum(row.occurrences for row in counts)
    lemmas = [row.lemma for row in counts if row.occurrences >= least] or sorted(forms)
    inflected = connection.execute(select(known.form).where(known.lemma.in_(lemmas))).scalars()
    quoted = (lemma.replace('"', " ") for lemma in lemmas)
    alternatives = [term, *(f'lemmas : "{lemma}"' for lemma in quoted)]
    return f"({' OR '.join(alternatives)})", {*forms, *lemmas, *inflected}
