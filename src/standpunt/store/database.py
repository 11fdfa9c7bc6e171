"""Where a dossier is kept: what a file of SQLite and a database of PostgreSQL have in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import msgspec
from sqlalchemy import Connection, Engine

from standpunt.errors import StoreError
from standpunt.store import migrations, schema, tables

BUILD = "run `standpunt build` on it again"

WAIT = 10.0
"""Seconds to wait for somebody who is writing."""


class Database(ABC):
    """As a string it is what people are told, which never has a password in it."""

    @abstractmethod
    def __str__(self) -> str: ...

    @property
    @abstractmethod
    def name(self) -> str:
        """The last part of where it is."""

    @abstractmethod
    def exists(self) -> bool:
        """Whether there is a dossier, or something else. May raise StoreError."""

    def open_to_read(self) -> Engine:
        """An existing dossier, read-only. Raises StoreError where it is missing, is not one, or has another schema."""
        if not self.exists():
            raise StoreError(
                "there is no such dossier", where=str(self), hint="make one with `standpunt build FOLDER`"
            )
        engine = self._to_read()
        with self.guarded(), _kept_if_well(engine), engine.connect() as connection:
            if self._version(connection) < tables.VERSION:
                raise StoreError(
                    "made by an older Standpunt", where=str(self), hint=f"{BUILD} to bring it up to date"
                )
        return engine

    def open_to_build(self) -> Engine:
        """A dossier to write in: made where it is missing, brought up to date where it is older. Raises
        StoreError."""
        engine = self._to_build()
        with self.guarded(), _kept_if_well(engine), engine.begin() as connection:
            if not schema.names(connection):
                schema.create(connection)
            elif (version := self._version(connection)) < tables.VERSION:
                migrations.migrate(connection, version)
        return engine

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """What goes wrong in the database becomes a StoreError."""
        try:
            with self._explained():
                yield
        except msgspec.ValidationError as fault:
            raise StoreError(
                f"what was collected is of another version: {fault}", where=str(self), hint="build it anew"
            ) from fault

    @abstractmethod
    def beside_readers(self, engine: Engine) -> AbstractContextManager[None]:
        """What is written within keeps nobody from reading what was there before."""

    @abstractmethod
    def without_trace(self, engine: Engine) -> AbstractContextManager[Connection]:
        """A transaction to delete in, behind which nothing is left of what was deleted."""

    @abstractmethod
    def _to_read(self) -> Engine: ...

    @abstractmethod
    def _to_build(self) -> Engine: ...

    @abstractmethod
    def _explained(self) -> AbstractContextManager[None]:
        """What its driver says becomes a StoreError."""

    def _version(self, connection: Connection) -> int:
        version = schema.version(connection)
        if version is None:
            raise StoreError("this database is not a dossier", where=str(self), hint=self._other)
        if version > tables.VERSION:
            raise StoreError(
                "made by a newer Standpunt", where=str(self), hint="install that version to open it"
            )
        return version

    _other: str
    """What to name instead."""


@contextmanager
def _kept_if_well(engine: Engine) -> Iterator[None]:
    """Closes its connections where it is of no use."""
    try:
        yield
    except BaseException:
        engine.dispose()
        raise
