"""The side of the store that everybody else sees: asks a dossier, and cannot change it."""

import datetime
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, select

from standpunt.dossier.issues import Codebook
from standpunt.errors import AskedError, StoreError
from standpunt.model import (
    Actor,
    ActorKind,
    Article,
    Clue,
    DatedArticle,
    Dossier,
    Event,
    EventKind,
    EventStatus,
    Form,
    Lost,
    MentionForm,
    Moment,
    Reading,
    Reason,
    ResolvedTime,
    Story,
    Telling,
    Utterance,
    Version,
)
from standpunt.store import (
    builder,
    copies,
    corrections,
    decoded,
    naming,
    profiles,
    rows,
    sought,
    tables,
    versions,
    walking,
)
from standpunt.store import search as full_text
from standpunt.store.builder import State
from standpunt.store.database import BUILD
from standpunt.store.decoded import ALL, Scope
from standpunt.store.narrowing import narrowed
from standpunt.store.place import Place, locate
from standpunt.store.rows import Row
from standpunt.store.search import Hits
from standpunt.store.sought import WantedEvents


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements: by speaker (a part of a name or alias), form, article (see `Store.article`), day of
    publication (an article that can have been published on a day of the range counts), least confidence."""

    speaker: str = ""
    form: Form | None = None
    article: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    min_confidence: float = 0.0


class Store:
    """A dossier, open for reading; a context manager that closes it.

    Rows are dictionaries by the column names of schema.sql. Every method may raise StoreError. `place` is what it was
    opened with, `where` says to people which dossier it is, and `name` in short.
    """

    def __init__(self, place: Place) -> None:
        self.place, self._database = place, locate(place)
        self._engine = self._database.open_to_read()
        self.where, self.name = str(self._database), self._database.name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        self._engine.dispose()

    # ------------------------------------------------------------------------------------------ as nouns

    @property
    def complete(self) -> bool:
        """False where a build was stopped half-way, or a correction is not worked in: the dossier is the one before."""
        return self.state is State.COMPLETE

    @property
    def state(self) -> State:
        with self._reading() as connection:
            return State(builder.kept(connection, "state") or State.BUILDING)

    def waiting(self) -> list[int]:
        """Numbers of the corrections, made or undone, that the dossier is still to be made anew with."""
        with self._reading() as connection:
            return builder.waiting(connection)

    def dossier(self) -> Dossier:
        """The whole dossier. Raises StoreError where a build of it was not finished, or a correction is not worked
        in."""
        with self._reading() as connection:
            if builder.kept(connection, "state") == State.CORRECTED:
                raise StoreError(
                    "what people corrected is not worked in yet", where=self.where, hint=f"wait, or {BUILD}"
                )
            aside, made = builder.all_set_aside(connection), tuple(corrections.holding(connection))
        lost = tuple(Lost(row["number"], row["lost"]) for row in self.rows("corrections") if row["lost"])
        return replace(
            self.coding(), articles=tuple(self.dated_articles()), set_aside=aside, events=self.events(),
            stories=self.stories(), utterances=self.utterances(),
            corrections=made, lost=lost,
        )  # fmt: skip

    def coding(self, scope: Scope = ALL) -> Dossier:
        """The actors of the dossier alone, and what stands of them on the issues of its codebook, or what of that
        lies in a scope, with those who take part in it. Positions and conditions are in the order of `coded_rows`."""
        with self._reading() as connection:
            codebook = builder.kept(connection, "codebook")
            blocs = msgspec.json.decode(codebook, type=Codebook).blocs if codebook else ()
            made = replace(decoded.coding(connection, scope), blocs=blocs)
        if scope == ALL:
            return replace(made, actors=self.actors())
        takers, setters = {each.actor for each in made.positions}, {each.actor for each in made.conditions}
        asked = {each.must for each in made.conditions}
        return replace(made, actors=self.actors(takers | setters | asked))

    def coded_rows(self, table: str, scope: Scope = ALL) -> list[Row]:
        """The rows of `positions` or `conditions` in a scope, in the order in which they were found."""
        wanted = tables.metadata.tables[table]
        query = select(wanted).where(*scope.within(wanted)).order_by(wanted.c.id)
        with self._reading() as connection:
            return _rows(connection, query)

    def codebook(self) -> str:
        """The codebook that the dossier is coded with, as JSON; empty where there is none."""
        with self._reading() as connection:
            return builder.kept(connection, "codebook")

    def made_by(self) -> tuple[str, tuple[str, ...]]:
        """Fingerprints of what made the dossier of its readings, and of what made the readings. Raises StoreError as
        `dossier`."""
        columns = tables.readings.c
        with self._reading() as connection:
            self._finished(connection)
            found = connection.execute(select(columns.made_by).distinct().order_by(columns.made_by))
            return builder.kept(connection, "made_by"), tuple(found.scalars())

    def dated_articles(self, article: str = "") -> Iterator[DatedArticle]:
        """The articles in their order, or the one with this id. Raises StoreError as `dossier`."""
        dated, have, read = tables.articles.c, tables.sources.c, tables.readings.c
        query = (
            select(
                dated.id, dated.published_earliest, dated.published_latest, dated.published_evidence,
                have.article, func.coalesce(tables.corrected.c.reading, read.reading).label("reading"),
            )
            .join(tables.sources, have.id == dated.id)
            .join(tables.readings, read.article_id == dated.id)
            .outerjoin(tables.corrected, tables.corrected.c.article_id == dated.id)
            .order_by(dated.number)
        )  # fmt: skip
        if article:
            query = query.where(dated.id == article)
        with self._reading() as connection:
            self._finished(connection)
            for row in connection.execute(query).all():
                yield DatedArticle(
                    msgspec.json.decode(row.article, type=Article),
                    msgspec.json.decode(row.reading, type=Reading),
                    _moment(row.published_earliest, row.published_latest, row.published_evidence),
                    _times(connection, row.id),
                    _actors_of_chains(connection, row.id),
                )

    def actors(self, among: Collection[str] | None = None) -> tuple[Actor, ...]:
        """All, or those with these ids. By name."""
        query = select(tables.actors).order_by(tables.actors.c.name, tables.actors.c.id)
        if among is not None:
            query = query.where(tables.actors.c.id.in_(among))
        with self._reading() as connection:
            found = connection.execute(query)
            return tuple(
                Actor(
                    row.id, row.name, ActorKind(row.kind), Reason(row.rule, row.entry, tuple(row.candidates)),
                    row.party, tuple(row.roles), tuple(row.offices), tuple(row.aliases), row.identity,
                )
                for row in found
            )  # fmt: skip

    def events(self) -> tuple[Event, ...]:
        """By day, open ones last."""
        who: dict[str, list[str]] = {}
        for row in self.rows("event_participants"):
            who.setdefault(row["event_id"], []).append(row["actor_id"])
        return tuple(
            Event(
                row["id"], EventKind(row["kind"]), row["what"], EventStatus(row["status"]),
                _moment(row["earliest"], row["latest"], row["evidence"]),
                tuple(Telling(told["article_id"], told["number"] - 1) for told in row["told"]),
                Reason(row["rule"]), tuple(who.get(row["id"], ())), row["place"],
            )
            for row in self.event_rows()
        )  # fmt: skip

    def stories(self) -> tuple[Story, ...]:
        """In the order of their first article."""
        with self._reading() as connection:
            return copies.stories(connection)

    def utterances(self) -> tuple[Utterance, ...]:
        """In the order of their first statement."""
        with self._reading() as connection:
            return copies.utterances(connection)

    def versions(self, article: str = "") -> dict[str, tuple[Version, ...]]:
        """By the article's id, the texts that its source gave one after the other, where there were several, or of
        this article only; as they were read, without what people corrected. The last is what it gives now, if that
        could be read. Raises StoreError as `dossier`."""
        with self._reading() as connection:
            self._finished(connection)
            return versions.versions(connection, article)

    def builds_of(self) -> dict[str, int]:
        """For each article the number of the build that brought its text. Raises StoreError as `dossier`."""
        with self._reading() as connection:
            self._finished(connection)
            return versions.builds_of(connection)

    # ------------------------------------------------------------------------------------------ as rows

    def rows(self, table: str) -> list[Row]:
        """All rows of a table, in a fixed order."""
        columns = tables.metadata.tables[table]
        if table == "statements":
            return self.statements()
        order = [columns.c.number] if table == "articles" else list(columns.primary_key.columns)
        with self._reading() as connection:
            return _rows(connection, select(columns).order_by(*order))

    def each(self, table: str) -> Iterator[Row]:
        """The rows of a table one at a time; see `walking.each`."""
        with self._reading() as connection:
            yield from walking.each(connection, table)

    def by_article(self, *inside: str) -> Iterator[tuple[Row, walking.Found]]:
        """The articles one at a time, each with its rows of some tables; see `walking.by_article`."""
        with self._reading() as connection:
            yield from walking.by_article(connection, *inside)

    def by_utterance(self) -> Iterator[tuple[Row, list[Row]]]:
        """The utterances one at a time, each with the statements that give it; see `walking.by_utterance`."""
        with self._reading() as connection:
            yield from walking.by_utterance(connection)

    def statements(self, wanted: Wanted = Wanted()) -> list[Row]:
        """In the order of the articles (by date, open dates last), then of the text."""
        with self._reading() as connection:
            query = select(tables.statements).join(tables.articles)
            query = query.where(*self._conditions(connection, wanted))
            return _rows(connection, query.order_by(tables.articles.c.number, tables.statements.c.number))

    def utterance_rows(self, wanted: Wanted = Wanted()) -> list[Row]:
        """What was said, each once: of the statements that are wanted the one with most words, with `utterance_id` and
        `witnesses`, all statements that give it, wanted or not, each with its article's outlet and how it differs."""
        found = self.statements(wanted)
        with self._reading() as connection:
            return copies.utterance_rows(connection, found)

    def story_rows(self) -> list[Row]:
        """The stories of several articles, each with `copies`, the rows of these articles without their text."""
        with self._reading() as connection:
            return copies.story_rows(connection)

    def event_rows(self, wanted: WantedEvents = sought.ANY_EVENT) -> list[Row]:
        """By day, open ones last; each with `told`, the mentions that tell it, and the number of their article."""
        columns = tables.events.c
        with self._reading() as connection:
            query = select(tables.events).order_by(columns.number)
            if wanted.actor:
                self._named(connection, wanted.actor)  # says so where nobody has this name
            asked = list(sought.of_events(connection, wanted))
            found = _rows(connection, narrowed(connection, query, columns.id, asked))
            told = _tellings(connection)
        return [{**row, "told": told[row["id"]]} for row in found]

    def actors_named(self, named: str = "") -> list[Row]:
        """The actors with this name or alias, or else with it in one; all of them where no name is given.
        By name."""
        columns = tables.actors.c
        with self._reading() as connection:
            query = select(tables.actors).order_by(columns.name, columns.id)
            if named:
                query = query.where(columns.id.in_(self._named(connection, named)))
            return _rows(connection, query)

    def profile(self, actor: str) -> Row:
        """What is known of an actor by his id: `seen`, the articles in which he comes up with the role and party that
        each gives; `spoken_of` by whom and `speaks_of` whom, with the number of statements."""
        with self._reading() as connection:
            return {
                "seen": profiles.seen(connection, actor),
                "spoken_of": profiles.spoken_of(connection, actor),
                "speaks_of": profiles.speaks_of(connection, actor),
            }

    def spoken_of(self, actor: str, limit: int) -> list[Row]:
        """Who says most of an actor, by his id: `id`, `name`, and in how many `statements`."""
        with self._reading() as connection:
            return profiles.spoken_of(connection, actor, limit)

    def speaks_of(self, actor: str, limit: int) -> list[Row]:
        """Of whom he says most; as `spoken_of`."""
        with self._reading() as connection:
            return profiles.speaks_of(connection, actor, limit)

    def held_in(self, article: str) -> list[Row]:
        """The positions that an article shows, in the order of the text."""
        taken = tables.positions.c
        with self._reading() as connection:
            query = select(tables.positions).where(taken.article_id == article)
            return _rows(connection, query.order_by(taken.start, taken.id))

    def mentioned(self, actor: str) -> Row | None:
        """The first words that mean an actor, by his id, those of a name before others: a row of `mentions`."""
        meant = tables.mentions.c
        query = (
            select(tables.mentions)
            .join(tables.articles)
            .where(meant.actor_id == actor)
            .order_by(meant.form != MentionForm.NAME.value, tables.articles.c.number, meant.start)
        )
        with self._reading() as connection:
            return next(iter(_rows(connection, query.limit(1))), None)

    def article(self, named: str) -> Row:
        """One article, by its number in the dossier, the beginning of its id, its file's name, or words of its title,
        the last perhaps only begun. Raises AskedError where none is meant, or more than one."""
        with self._reading() as connection:
            return naming.article(connection, named)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        with self._reading() as connection:
            return {
                name: connection.execute(
                    select(func.count()).select_from(tables.metadata.tables[name])
                ).scalar_one()
                for name in (*rows.TABLES, "set_aside")
            }

    def search(self, words: str, limit: int = 20) -> Hits:
        """Statements and articles with these words in any inflection; see `search.search`."""
        with self._reading() as connection:
            return full_text.search(connection, words, limit)

    # ------------------------------------------------------------------------------------------ below

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._database.guarded(), self._engine.connect() as connection:
            yield connection

    def _finished(self, connection: Connection) -> None:
        if builder.kept(connection, "state") not in (State.COMPLETE, State.CORRECTED):
            raise StoreError(
                "a build of this dossier was not finished",
                where=self.where,
                hint="run `standpunt build` on it again; it goes on where it was",
            )

    def _conditions(self, connection: Connection, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
        columns = tables.statements.c
        if wanted.speaker:
            yield columns.speaker_id.in_(self._named(connection, wanted.speaker))
        if wanted.form:
            yield columns.form == wanted.form.value
        if wanted.article:
            yield columns.article_id == naming.article(connection, wanted.article)["id"]
        if wanted.since:
            yield columns.published_latest >= wanted.since
        if wanted.until:
            yield columns.published_earliest <= wanted.until
        if wanted.min_confidence:
            yield columns.confidence >= wanted.min_confidence

    def _named(self, connection: Connection, name: str) -> list[str]:
        """Ids of the actors who have this name, alias or id, or else those in one of whose names it stands."""
        found = sought.named(connection, name)
        if not found:
            raise AskedError(
                "nobody here has this name", where=name, hint="`standpunt actors` lists them all"
            )
        return found


def _tellings(connection: Connection) -> dict[str, list[Row]]:
    """The mentions of each event by its id, in the order of the articles and the text."""
    mentions, number = tables.event_mentions, tables.articles.c.number
    query = select(mentions, number.label("article_number")).join(tables.articles)
    told: dict[str, list[Row]] = {}
    for row in _rows(connection, query.order_by(number, mentions.c.number)):
        told.setdefault(row["event_id"], []).append(row)
    return told


def _rows(connection: Connection, query: Select[Any]) -> list[Row]:
    return [dict(row._mapping) for row in connection.execute(query)]


def _moment(earliest: datetime.date | None, latest: datetime.date | None, evidence: Any) -> Moment:
    return Moment(earliest, latest, msgspec.convert(evidence, tuple[Clue, ...]))


def _times(connection: Connection, article: str) -> tuple[ResolvedTime, ...]:
    columns = tables.times.c
    found = connection.execute(
        select(tables.times).where(columns.article_id == article).order_by(columns.number)
    )
    return tuple(
        ResolvedTime(
            row.value,
            _moment(row.earliest, row.latest, row.evidence),
            Reason(row.rule, row.entry, tuple(row.candidates)),
        )
        for row in found
    )


def _actors_of_chains(connection: Connection, article: str) -> tuple[str, ...]:
    columns = tables.chains.c
    query = select(columns.actor_id).where(columns.article_id == article).order_by(columns.number)
    return tuple(actor or "" for actor in connection.execute(query).scalars())
