"""A dossier as a file of SQLite: opens it, and turns what SQLite says into errors that name the way out."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from standpunt.errors import BusyError, StoreError
from standpunt.store.database import BUILD, WAIT, Database


class File(Database):
    _other = "name another file"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal = path.with_name(f"{path.name}-journal")

    def __str__(self) -> str:
        return str(self._path)

    @property
    def name(self) -> str:
        return self._path.name

    def exists(self) -> bool:
        return self._path.is_file()

    @contextmanager
    def beside_readers(self, engine: Engine) -> Iterator[None]:
        self._keep_journal(engine, "WAL")  # else who reads waits as soon as it is more than memory holds
        try:
            yield
        finally:
            self._keep_journal(engine, "DELETE")

    @contextmanager
    def without_trace(self, engine: Engine) -> Iterator[Connection]:
        _at_once(engine, "PRAGMA journal_mode = DELETE")  # a write-ahead log would keep old pages
        with engine.begin() as connection:
            yield connection
        _at_once(engine, "VACUUM")  # what older versions left in free pages

    @staticmethod
    def _keep_journal(engine: Engine, mode: str) -> None:
        """Where somebody reads just now it stays as it is: either is right, and the next time will do."""
        with suppress(sqlite3.OperationalError):
            _at_once(engine, f"PRAGMA journal_mode = {mode}")

    def _to_read(self) -> Engine:
        if self._journal.exists() and os.access(self._path, os.W_OK):
            # A build that was killed while it wrote left a journal, which only somebody who may write can roll back;
            # where somebody is writing now, SQLite leaves it alone.
            with self.guarded():
                _at_once(self._engine("rw"), "SELECT count(*) FROM sqlite_master")
        return self._engine("ro")

    def _to_build(self) -> Engine:
        if self._path.is_dir():
            raise StoreError("this is a folder", where=str(self), hint="name a file, such as dossier.db")
        if not self._path.parent.is_dir():
            raise StoreError("its folder does not exist", where=str(self), hint="make the folder first")
        return self._engine("rwc")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as fault:
            said = str(fault.orig if isinstance(fault, DBAPIError) else fault)
            what, hint = self._meant(said)
            kind = BusyError if "locked" in said else StoreError
            raise kind(what, where=str(self), hint=hint) from fault

    def _meant(self, said: str) -> tuple[str, str]:
        if "locked" in said:
            return "somebody else is writing in it", "wait until that build is done"
        if "not a database" in said or "malformed" in said:
            return "this is not a dossier, or it is damaged", self._other
        if "full" in said or "disk I/O" in said:
            return "the disk is full or fails", "make room and run the build again; it goes on where it was"
        if "unable to open" in said or "readonly" in said:
            if self._journal.exists():
                return "its last build was stopped while it was writing", BUILD
            return "it cannot be opened or written", "look at who may read and write this file and its folder"
        return f"the database says: {said}", ""

    def _engine(self, mode: str) -> Engine:
        def connect() -> sqlite3.Connection:
            address = f"{self._path.absolute().as_uri()}?mode={mode}"
            return sqlite3.connect(
                address, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
            )

        engine = create_engine(
            "sqlite://",
            creator=connect,
            poolclass=NullPool,
            json_serializer=lambda value: json.dumps(value, ensure_ascii=False),
        )
        begin = "BEGIN" if mode == "ro" else "BEGIN IMMEDIATE"

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            # sqlite3 itself begins too late: a schema change and what follows it would not be one transaction
            connection.exec_driver_sql(begin)

        @event.listens_for(engine, "connect")
        def _connected(raw: Any, _: Any) -> None:
            # rows point to rows written later in the same transaction
            raw.execute("PRAGMA foreign_keys = OFF")
            # what is deleted is overwritten: no trace of it in free pages
            raw.execute("PRAGMA secure_delete = ON")

        return engine


def _at_once(engine: Engine, statement: str) -> None:
    """Outside any transaction."""
    with engine.connect() as connection:
        connection.connection.driver_connection.execute(statement)  # type: ignore[union-attr]
