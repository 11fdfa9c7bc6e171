"""The side of the store that a build sees: it collects articles and readings, and writes the dossier.

Every method is one transaction, so a build can be killed between any two steps and go on from there.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from enum import StrEnum
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, and_, delete, exists, insert, not_, select

from standpunt.dossier import outlined
from standpunt.dossier.forgetting import Forgotten, Record
from standpunt.dossier.gist import Compared
from standpunt.dossier.outline import Outline
from standpunt.errors import AskedError
from standpunt.model import Article, Change, Correction, Dossier, Reading, SetAside
from standpunt.store import compared, corrections, forgetting, rows, tables, versions, writing
from standpunt.store.collected import Collected
from standpunt.store.place import Place, locate

_SOURCE, _READING = "source", "reading"
"""Where an input can be set aside."""


_APPLIED = "applied"
"""Under which key the numbers of the corrections are kept that the dossier was made with."""


class State(StrEnum):
    """Whether a dossier is as what was collected says: not so where a build goes on or was stopped, or where people
    corrected what it is to be made anew with; else it is complete."""

    BUILDING = "building"
    CORRECTED = "corrected"
    COMPLETE = "complete"


class Builder:
    """A dossier that is being built; a context manager that closes it. Every method may raise
    StoreError."""

    def __init__(self, place: Place) -> None:
        self._database = locate(place)
        self._engine = self._database.open_to_build()
        self._open: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        self._engine.dispose()

    # ------------------------------------------------------------------------------------------ collecting

    def collect(
        self, articles: Sequence[Article], set_aside: Sequence[SetAside] = (), origin: str = ""
    ) -> int:
        """Keeps articles as their sources give them; `origin` tells sources of one name apart. Returns how
        many are new or have changed."""
        stored = [
            {**rows.of_source(article), "origin": origin}
            for article in {article.id: article for article in articles}.values()
        ]
        with self._writing() as connection:
            changed = versions.put(connection, stored)
            if changed:
                _mark(connection, State.BUILDING)
            self._put_aside(connection, set_aside, _SOURCE, origin)
        return changed

    def retire(
        self,
        sources: AbstractSet[tuple[str, str]],
        items: AbstractSet[tuple[str, str, str]],
        articles: AbstractSet[str],
        set_aside: AbstractSet[tuple[str, str, str]],
    ) -> versions.Replaced:
        """What sources that were read again no longer give becomes an earlier version of what they give in its place,
        or is dropped. `sources` are (origin, source) that give all they have; of others, the `items` are (origin,
        source, part) that were given again, and nothing of these is dropped. `articles` are the ids given now,
        `set_aside` the (origin, source, part) that could not be."""
        have, put = tables.sources.c, tables.set_aside.c
        with self._writing() as connection:
            query = select(have.id, have.origin, have.source, have.part).where(versions.NOW)
            stored = [row for row in connection.execute(query) if row.id not in articles]
            gone = [row.id for row in stored if (row.origin, row.source) in sources]
            changed = [row.id for row in stored if (row.origin, row.source, row.part) in items]
            replaced = versions.replace(connection, gone, articles)
            followed = versions.replace(connection, changed, articles, drops=False)
            listed = connection.execute(
                select(put.origin, put.source, put.part).where(put.stage == _SOURCE)
            ).all()
            for origin, source, part in listed:
                again = (origin, source) in sources or (origin, source, part) in items
                if again and (origin, source, part) not in set_aside:
                    connection.execute(delete(tables.set_aside).where(_this(origin, source, part, _SOURCE)))
            owner = exists().where(
                have.origin == put.origin, have.source == put.source, have.part == put.part, versions.NOW
            )
            connection.execute(delete(tables.set_aside).where(put.stage == _READING, not_(owner)))
            if gone or changed:
                _mark(connection, State.BUILDING)
        return versions.Replaced(replaced.revised + followed.revised, replaced.dropped)

    def unfinished(self) -> bool:
        """Whether articles have come since the last build that was completed."""
        with self._writing() as connection:
            return versions.unfinished(connection)

    def pending(self, made_by: str) -> list[str]:
        """Ids of the articles that have no reading, or one of another text, model, word list or code."""
        have, read = tables.sources.c, tables.readings.c
        current = and_(read.article_id == have.id, read.digest == have.digest, read.made_by == made_by)
        query = select(have.id).where(not_(exists().where(current))).order_by(have.id)
        with self._writing() as connection:
            return list(connection.execute(query).scalars())

    def articles(self, ids: Sequence[str]) -> list[Article]:
        """Collected articles by their ids, in order of id."""
        have = tables.sources.c
        query = select(have.article).where(have.id.in_(ids)).order_by(have.id)
        with self._writing() as connection:
            return [
                msgspec.json.decode(article, type=Article) for article in connection.execute(query).scalars()
            ]

    def keep(self, readings: Sequence[tuple[Article, Reading | SetAside]], made_by: str) -> None:
        """Keeps what articles say; one that could not be read loses an earlier reading and is set aside, an earlier
        version is dropped."""
        ids = [article.id for article, _ in readings]
        made = [
            {
                "article_id": article.id,
                "digest": rows.of_source(article)["digest"],
                "made_by": made_by,
                "reading": msgspec.json.encode(reading).decode(),
            }
            for article, reading in readings
            if isinstance(reading, Reading)
        ]
        have = tables.sources.c
        with self._writing() as connection:
            connection.execute(delete(tables.readings).where(tables.readings.c.article_id.in_(ids)))
            found = connection.execute(select(have.id, have.origin).where(have.id.in_(ids), versions.NOW))
            origins = {row.id: row.origin for row in found}
            failed = [article.id for article, reading in readings if isinstance(reading, SetAside)]
            versions.drop(connection, and_(have.id.in_(failed), not_(versions.NOW)))
            for article, reading in readings:
                if article.id not in origins:
                    continue
                origin, where = origins[article.id], article.provenance
                this = _this(origin, where.source, where.part, _READING)
                connection.execute(delete(tables.set_aside).where(this))
                if isinstance(reading, SetAside):
                    self._put_aside(connection, [reading], _READING, origin)
            if made:
                connection.execute(insert(tables.readings), made)
            _mark(connection, State.BUILDING)

    # ------------------------------------------------------------------------------------------ corrections

    def corrections(self) -> list[Correction]:
        """Those that hold, in their order."""
        with self._writing() as connection:
            return corrections.holding(connection)

    def correct(self, made: Sequence[Correction]) -> list[int]:
        """Keeps corrections, under the next numbers, which are given. Those that change nothing leave the dossier as
        complete as it was."""
        with self._writing() as connection:
            numbers = corrections.add(connection, made)
            if any(each.change is not Change.ACCEPT for each in made):
                _mark_corrected(connection)
        return numbers

    def undo(self, number: int, undone: str) -> None:
        """From now on this correction is not applied; `undone` says when and by whom that was decided."""
        with self._writing() as connection:
            change = corrections.undo(connection, number, undone)
            if change is None:
                raise AskedError(
                    f"no correction {number} holds here",
                    where=str(self._database),
                    hint="`standpunt correct list` has them",
                )
            if change is not Change.ACCEPT:
                _mark_corrected(connection)

    # ------------------------------------------------------------------------------------------ forgetting

    def forgotten(self) -> Forgotten:
        """What a build leaves out."""
        with self._writing() as connection:
            return Forgotten(forgetting.records(connection))

    def forget(self, records: Iterable[Record]) -> None:
        """Keeps these records; takes what they are about out of what was collected, and with it all that the file
        says, until the next build writes it anew. Nothing of it is left in the bytes of the file."""
        with self._database.guarded(), self._database.without_trace(self._engine) as connection:
            forgetting.take_out(connection, forgetting.keep(connection, records))
            writing.empty(connection)
            _mark(connection, State.BUILDING)

    # ------------------------------------------------------------------------------------------ the dossier

    def collected(self) -> Collected:
        """Every article that has been read, with its reading."""
        return Collected(str(self._database), self._writing)

    def compared(self, made_by: str) -> dict[str, Compared]:
        """What was found by comparing articles that are as they were, if this is what made the dossier of them."""
        with self._writing() as connection:
            return compared.known(connection) if kept(connection, "made_by") == made_by else {}

    def set_aside(self) -> tuple[SetAside, ...]:
        with self._writing() as connection:
            return all_set_aside(connection)

    def keep_codebook(self, codebook: str) -> None:
        """Keeps the codebook, as JSON, that this dossier is coded with from now on."""
        with self._writing() as connection:
            _keep(connection, "codebook", codebook)
            _mark(connection, State.BUILDING)

    def codebook(self) -> str:
        """The codebook that was kept, as JSON; empty where there is none."""
        with self._writing() as connection:
            return kept(connection, "codebook")

    def write(self, made: Outline | Dossier, made_by: str = "", *, build_at: str | None = None) -> None:
        """Makes the file say what this dossier does, in one transaction: a reader sees the old or the new, and what was
        corrected since this one was begun is left to the next. `made_by` is the fingerprint of the word lists and the
        code that made it of its readings. With `build_at`, its moment, a build is completed; what comes from then on
        came after it."""
        outline = made if isinstance(made, Outline) else outlined(made)
        with self._database.beside_readers(self._engine), self._writing() as connection:
            writing.write(connection, outline, made_by)
            corrections.tell_lost(connection, outline.made.lost)
            _keep(connection, "made_by", made_by)
            if build_at is not None:
                versions.end_build(connection, build_at)
            applied = {each.number for each in outline.made.corrections}
            _keep(connection, _APPLIED, msgspec.json.encode(applied).decode())
            _mark(connection, State.CORRECTED if corrections.waiting(connection, applied) else State.COMPLETE)

    # ------------------------------------------------------------------------------------------ below

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction; inside another one it is that."""
        if self._open is not None:
            yield self._open
            return
        with self._database.guarded(), self._engine.begin() as connection:
            self._open = connection
            try:
                yield connection
            finally:
                self._open = None

    @staticmethod
    def _put_aside(connection: Connection, items: Iterable[SetAside], stage: str, origin: str) -> None:
        for each in items:
            connection.execute(delete(tables.set_aside).where(_this(origin, each.source, each.part, stage)))
            row = {"origin": origin, "source": each.source, "part": each.part, "stage": stage}
            connection.execute(insert(tables.set_aside), {**row, "reason": each.reason, "hint": each.hint})


def kept(connection: Connection, key: str) -> str:
    """What is kept of the file as a whole under this key; empty where nothing is."""
    known = tables.dossier.c
    return connection.execute(select(known.value).where(known.key == key)).scalar() or ""


def waiting(connection: Connection) -> list[int]:
    """Numbers of the corrections that were made or undone since the dossier was made, and change something."""
    applied = kept(connection, _APPLIED)
    if not applied or kept(connection, "state") == State.COMPLETE:
        return []
    return corrections.waiting(connection, msgspec.json.decode(applied, type=set[int]))


def all_set_aside(connection: Connection) -> tuple[SetAside, ...]:
    put = tables.set_aside.c
    query = select(put.source, put.part, put.reason, put.hint).order_by(
        put.source, put.part, put.stage, put.origin
    )
    return tuple(SetAside(*row) for row in connection.execute(query))


def _this(origin: str, source: str, part: str, stage: str) -> Any:
    put = tables.set_aside.c
    return and_(put.origin == origin, put.source == source, put.part == part, put.stage == stage)


def _mark(connection: Connection, state: State) -> None:
    _keep(connection, "state", state.value)


def _mark_corrected(connection: Connection) -> None:
    """A build that goes on will apply it."""
    if kept(connection, "state") == State.COMPLETE:
        _mark(connection, State.CORRECTED)


def _keep(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(tables.dossier).where(tables.dossier.c.key == key))
    connection.execute(insert(tables.dossier), {"key": key, "value": value})
