"""A dossier into its tables: of an article only what has changed, of all that crosses articles everything.

For each article the file keeps a digest of what its rows are made of: the article, its reading and whatever other
articles make of it: names, stories, events, witnesses. Where the digest is as it was, so are the rows. A file
holds the same, row for row, however many builds it took.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from standpunt.dossier import utterances
from standpunt.dossier.outline import Outline, Outlined
from standpunt.model import DatedArticle, Telling
from standpunt.store import coded, compared, copies, listing, loading, rows, search, summaries, tables
from standpunt.store.rows import Row

_BATCH = 20_000
"""Rows of all tables that wait before they are handed to the database: those of some 200 articles."""
_FEW = 0.5
"""The share of the articles from which on it is quicker to index all of them anew."""

_OF_ARTICLE = (
    tables.articles, tables.blocks, tables.chains, tables.mentions, tables.times, tables.corrected,
    tables.statements, tables.utterances, tables.witnesses, tables.event_mentions, tables.written,
)  # fmt: skip
_COUNTED = (tables.speaks_of, tables.word_forms)
_OF_ALL = tuple(
    table
    for table in tables.metadata.tables.values()
    if table.name not in tables.COLLECTED and table not in (*_OF_ARTICLE, *_COUNTED, tables.compared)
)


def empty(connection: Connection) -> None:
    """Deletes all that the file says."""
    for table in (*_OF_ALL, *_COUNTED, *_OF_ARTICLE, tables.compared):
        connection.execute(delete(table))
    search.renew(connection)


def write(connection: Connection, outline: Outline, made_by: str) -> None:
    """Makes the file say what this dossier does. `made_by` is the fingerprint of the code that made it."""
    made = _Made(outline, made_by)
    known = tables.written.c
    had = {row.article_id: row.digest for row in connection.execute(select(known.article_id, known.digest))}
    digests = {each.id: made.digest(each) for each in outline.articles}
    changed = [each for each in outline.articles if had.get(each.id) != digests[each.id]]
    stale = [id for id, digest in had.items() if digests.get(id) != digest]
    anew = len(changed) + len(stale) > _FEW * len(digests)
    if len(stale) == len(had):
        for table in (*_COUNTED, *_OF_ARTICLE):
            connection.execute(delete(table))
    else:
        _take_out(connection, stale, indexed=not anew)
    put = _Inserter(connection)
    for each, dated in zip(changed, outline.read(changed), strict=True):
        for name, of_article in made.of_article(each, dated, digests[each.id]):
            put.add(name, of_article)
    put.finish()
    for table in _OF_ALL:
        connection.execute(delete(table))
    for name, of_all in made.of_all(connection):
        put.add(name, of_all)
    put.finish()
    _number(connection, made.numbers)
    for table, counts in zip(_COUNTED, (made.speaks, made.words), strict=True):
        _count(connection, table, counts)
    summaries.write(connection)
    compared.keep(connection, outline.compared)
    if anew:
        search.renew(connection)
    else:
        for ids in loading.batches([each.id for each in changed]):
            search.add(connection, ids)


class _Made:
    """The rows of a dossier."""

    def __init__(self, outline: Outline, made_by: str) -> None:
        self._outline, self._made_by = outline, made_by
        self.listed = listing.Listing(outline)
        self.numbers = {each.id: at for at, each in enumerate(outline.articles, 1)}
        self.words, self.speaks = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        """What the rows that were made add to those tables."""
        self._names = {actor.id: actor.name for actor in outline.made.actors}
        self._copies = copies.Copies(outline, self._names, self.listed)
        self._events: dict[str, dict[Telling, str]] = defaultdict(dict)
        for event in outline.made.events:
            for telling in event.told:
                self._events[telling.article][telling] = event.id

    def digest(self, article: Outlined) -> str:
        """Of all that the rows of an article are made of, but for its number."""
        id = article.id
        actors = [(each, self._names.get(each), self.listed.parties.get(each)) for each in article.actors]
        events = [(telling.mention, event) for telling, event in self._events.get(id, {}).items()]
        of = (
            self._made_by, article.gist.digest, article.published, self.listed.places[id],
            self._copies.stories[id], id in self._outline.corrected, actors, events,
            list(self._copies.shared(id)),
        )  # fmt: skip
        return hashlib.blake2b(msgspec.msgpack.encode(of), digest_size=16).hexdigest()

    def of_article(
        self, article: Outlined, dated: DatedArticle, digest: str
    ) -> Iterator[tuple[str, list[Row]]]:
        id = article.id
        events, story = self._events.get(id, {}), self._copies.stories[id]
        for name, made in rows.of_article(dated, self.numbers[id], story, self._names, events):
            if name in ("articles", "statements"):
                self.listed.place(name, made)
            yield name, made
        yield from self._copies.of_article(article, dated)
        if id in self._outline.corrected:
            yield "corrected", [rows.of_corrected(dated)]
        words, speaks = rows.word_forms(dated), listing.speaking_of(dated)
        self.words.update(words)
        self.speaks.update(speaks)
        counts = {"words": _listed(words), "speaks": _listed(speaks)}
        yield "written", [{"article_id": id, "digest": digest, **counts}]

    def of_all(self, connection: Connection) -> Iterator[tuple[str, list[Row]]]:
        """When the rows of all articles are there."""
        articles, made = self._outline.articles, self._outline.made
        told = Counter(actor for each in articles for actor in set(each.actors))
        spoken = utterances.spoken(articles, self._outline.shared)
        places = listing.ranked(made.actors, spoken)
        for actor in made.actors:
            yield "actors", [rows.of_actor(actor, places[actor.id], spoken[actor.id], told[actor.id])]
            yield "actor_names", listing.names(actor)
        for number, event in enumerate(made.events, 1):
            yield "events", [rows.of_event(event, number, self._names)]
            yield "event_participants", rows.of_participants(event, self._names)
        have = tables.articles.c
        labels = {row.id: row.label for row in connection.execute(select(have.id, have.label))}
        for story in copies.of_stories(made.stories, labels):
            yield "stories", [story]
        yield from coded.of_codebook(self._outline, self._names, self.listed)


def _take_out(connection: Connection, articles: Sequence[str], *, indexed: bool) -> None:
    """Deletes the rows of articles, and takes back what they added."""
    for ids in loading.batches(articles):
        if indexed:
            search.remove(connection, ids)
        which = tables.written.c.article_id.in_(ids)
        words, speaks = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for row in connection.execute(select(tables.written).where(which)):
            words.subtract({(form, lemma): number for form, lemma, number in row.words})
            speaks.subtract({(speaker, actor): number for speaker, actor, number in row.speaks})
        for table, counts in zip(_COUNTED, (speaks, words), strict=True):
            _count(connection, table, counts)
        said = select(tables.statements.c.id).where(tables.statements.c.article_id.in_(ids))
        connection.execute(delete(tables.witnesses).where(tables.witnesses.c.statement_id.in_(said)))
        for table in _OF_ARTICLE:
            if "article_id" in table.c:
                connection.execute(delete(table).where(table.c.article_id.in_(ids)))
        connection.execute(delete(tables.articles).where(tables.articles.c.id.in_(ids)))


def _count(connection: Connection, table: Table, counts: Counter[tuple[str, str]]) -> None:
    """Adds to a table of counts, which are below zero where they are taken back."""
    *keys, number = (column for column in table.columns)
    made = [
        dict(zip(table.columns.keys(), (*key, number), strict=True)) for key, number in sorted(counts.items())
    ]
    dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
    put = dialect.insert(table)
    put = put.on_conflict_do_update(
        index_elements=keys, set_={number.name: number + put.excluded[number.name]}
    )
    if made:
        connection.execute(put, made)
        connection.execute(delete(table).where(number == 0))


def _number(connection: Connection, numbers: dict[str, int]) -> None:
    """Where articles stand in the order of date, which every new one moves."""
    have = tables.articles.c
    moved = [
        {"moved": row.id, "to": numbers[row.id]}
        for row in connection.execute(select(have.id, have.number))
        if numbers[row.id] != row.number
    ]
    if moved:
        change = update(tables.articles).where(have.id == bindparam("moved"))
        connection.execute(change.values(number=bindparam("to")), moved)


def _listed(counts: Counter[tuple[str, str]]) -> list[list[Any]]:
    return [[*key, number] for key, number in sorted(counts.items())]


class _Inserter:
    """Hands rows to the database in batches, each table's apart."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = defaultdict(list)
        self._rows = 0

    def add(self, table: str, made: list[Row]) -> None:
        self._waiting[table] += made
        self._rows += len(made)
        if self._rows >= _BATCH:
            self.finish()

    def finish(self) -> None:
        for table, waiting in self._waiting.items():
            if waiting:
                loading.put(self._connection, tables.metadata.tables[table], waiting)
        self._waiting.clear()
        self._rows = 0
