"""What is looked for, taken apart: which words together, in which of their forms, and which not.

A word that is searched for is looked up in `word_forms`, the dictionary forms that these very articles gave, so no
language model is needed. How a database's own full-text index is asked for it is told in `fts5` and `tsvector`.
"""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, select

from standpunt.errors import AskedError
from standpunt.store import rows, tables

WORD = re.compile(r"\w+(?:['’-]\w+)*")
_TERM = re.compile(r'(-?)"([^"]*)"|(\S+)')
_RARE = 0.1
"""A dictionary form that a word has in less than this share of its places is taken for a slip of the
model."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together as they are written, the last perhaps only as a beginning; or, where there are
    `lemmas`, a word of one of these dictionary forms."""

    words: tuple[str, ...]
    lemmas: tuple[str, ...] = ()
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of `wanted`, each by any of its alternatives, and none of `unwanted`. `forms` are the words that can be
    found, folded; one that ends in `*` is a beginning."""

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...]
    forms: frozenset[str]


def parse(connection: Connection, words: str) -> Query:
    """`"..."` keeps words together, `-word` leaves out, `OR` joins alternatives, `woord*` is a beginning. Raises
    AskedError where nothing is left to look for."""
    wanted: list[tuple[Term, ...]] = []
    unwanted: list[Term] = []
    forms: set[str] = set()
    either = False
    for minus, phrase, word in _TERM.findall(words):
        if word in ("OR", "OF") and wanted:
            either = True
            continue
        if word.startswith("-"):
            minus, word = "-", word[1:]
        term, looked_for = _phrase(phrase) if phrase else _word(connection, word)
        if not term.words:
            continue
        if minus:
            unwanted.append(term)
            continue
        wanted[-1:] = [(*wanted[-1], term)] if either else [*wanted[-1:], (term,)]
        either = False
        forms |= looked_for
    if not wanted:
        raise AskedError("there is no word to search for", where=words, hint="give at least one word")
    return Query(tuple(wanted), tuple(unwanted), frozenset(forms))


def _phrase(words: str) -> tuple[Term, set[str]]:
    found = WORD.findall(words)
    return Term(tuple(found)), {rows.folded(word) for word in found}


def _word(connection: Connection, word: str) -> tuple[Term, set[str]]:
    """A word in any of its forms: as written anywhere, or its dictionary forms among the dictionary forms."""
    term, forms = _phrase(word)
    if not term.words:
        return term, forms
    if word.endswith("*"):
        return Term(term.words, beginning=True), {f"{form}*" for form in forms}
    known = tables.word_forms.c
    counts = connection.execute(
        select(known.lemma, known.occurrences).where(known.form == rows.folded(word)).order_by(known.lemma)
    ).all()
    least = _RARE * sum(row.occurrences for row in counts)
    lemmas = [row.lemma for row in counts if row.occurrences >= least] or sorted(forms)
    inflected = connection.execute(select(known.form).where(known.lemma.in_(lemmas))).scalars()
    return Term(term.words, tuple(lemmas)), {*forms, *lemmas, *inflected}
