"""Where articles, statements and actors stand in lists, and by which words an actor is found: what a page of a list
needs, so that it costs the same however long the list is.

The place of an article is a key of its day and its id, and that of a statement a key of its article's place and its own
number: a new article moves no other. Only where two keys are one does the later one make way.
"""

import datetime
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from standpunt.dossier.outline import Outline, Outlined
from standpunt.model import Actor, ActorKind, DatedArticle, Utterance
from standpunt.store.rows import Row, folded

Told = tuple[str, int]
"""The article's id and the index of the statement in its reading."""

_DIGITS = 7
"""Of an article's id, four bits each, that stand in its key."""
_STATEMENTS = 12
"""Bits for the number of a statement; an article with more than they hold takes several places."""


class Listing:
    """The order of lists."""

    def __init__(self, outline: Outline) -> None:
        by_id = sorted(outline.articles, key=lambda each: each.id)
        days = [each for each in by_id if each.published.earliest]
        undated = [each for each in by_id if not each.published.earliest]
        self.parties = {actor.id: party(actor) for actor in outline.made.actors}
        self._fullest = {told: _fullest(each) for each in outline.shared for told in _told(each)}
        self.places = _places([*sorted(days, key=_day, reverse=True), *undated])
        """Of the articles, by their ids: newest first, by id on one day; undated last."""

    def place(self, table: str, rows: Iterable[Row]) -> None:
        """Writes into rows of `articles` or `statements` where they stand."""
        for row in rows:
            if table == "articles":
                row["place"] = self.places[row["id"]]
            else:
                told = row["article_id"], row["number"] - 1
                row["place"] = self._place(told)
                row["fullest"] = self._fullest.get(told, told) == told
                row["party"] = self.parties.get(row["speaker_id"] or "", "")

    def of(self, article: str, statement: int) -> int:
        """The place of the statement that gives the words of this one most fully."""
        told = article, statement
        return self._place(self._fullest.get(told, told))

    def _place(self, told: Told) -> int:
        article, statement = told
        return (self.places[article] << _STATEMENTS) + statement


def _places(articles: Iterable[Outlined]) -> dict[str, int]:
    found: dict[str, int] = {}
    free = 1
    for each in articles:
        place = max(_key(each), free)
        found[each.id] = place
        free = place + 1 + (len(each.gist.speakers) >> _STATEMENTS)
    return found


def _key(article: Outlined) -> int:
    """Newest first: the days until the end of the calendar, then the id as far as it goes."""
    first = article.published.earliest or datetime.date.min
    key = datetime.date.max.toordinal() - first.toordinal()
    for at in range(_DIGITS):
        digit = article.id[at : at + 1]
        key = key << 4 | max(0, bisect("0123456789abcdef", digit) - 1)
    return key


def _day(article: Outlined) -> int:
    return article.published.earliest.toordinal() if article.published.earliest else 0


def _told(utterance: Utterance) -> Iterator[Told]:
    return ((witness.article, witness.statement) for witness in utterance.witnesses)


def _fullest(utterance: Utterance) -> Told:
    witness = utterance.witnesses[utterance.fullest]
    return witness.article, witness.statement


def party(actor: Actor) -> str:
    """His party, or his name where he is one."""
    return actor.name if actor.kind is ActorKind.PARTY else actor.party


def ranked(actors: Iterable[Actor], statements: Mapping[str, int]) -> dict[str, int]:
    """The place of each actor, by his id: those with most statements first."""
    order = sorted(actors, key=lambda actor: (-statements[actor.id], actor.name, actor.id))
    return {actor.id: place for place, actor in enumerate(order, 1)}


def names(actor: Actor) -> list[Row]:
    """The words under which an actor is found: his names, and what is left of them from each word on."""
    found: dict[str, bool] = {}
    for name in (actor.name, *actor.aliases):
        words = folded(name).split()
        for at in range(len(words)):
            end = " ".join(words[at:])
            found[end] = found.get(end, False) or at == 0
    return [{"name": name, "actor_id": actor.id, "whole": whole} for name, whole in found.items()]


def speaking_of(dated: DatedArticle) -> Counter[tuple[str, str]]:
    """Who says something of whom in an article, and in how many statements: whose mention lies in what is said."""
    reading, counts = dated.reading, Counter[tuple[str, str]]()
    meant = [
        (each.span, dated.actors[each.chain])
        for each in reading.mentions
        if each.chain is not None and dated.actors[each.chain]
    ]
    for statement in reading.statements:
        speaker = dated.actors[statement.speaker] if statement.speaker is not None else ""
        if speaker:
            of = {
                actor
                for span, actor in meant
                if actor != speaker and any(piece.contains(span) for piece in statement.content)
            }
            counts.update((speaker, actor) for actor in of)
    return counts
