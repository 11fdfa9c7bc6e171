"""Opens a dossier file, and turns what SQLite says into errors that name the file and the way out."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from standpunt.errors import BusyError, StoreError
from standpunt.store import migrations, schema, tables

_WAIT = 10.0
"""Seconds to wait for somebody who is writing."""

_BUILD = "run `standpunt build` on it again"


def open_to_read(path: Path) -> Engine:
    """An existing dossier, read-only. Raises StoreError where it is missing, is not one, or has another
    schema."""
    if not path.is_file():
        raise StoreError(
            "there is no such dossier", where=str(path), hint="make one with `standpunt build FOLDER`"
        )
    if _journal(path).exists() and os.access(path, os.W_OK):
        _undo_what_was_cut_off(path)
    engine = _engine(path, "ro")
    with guarded(path), engine.connect() as connection:
        version = _version(connection, path)
        if version < tables.VERSION:
            raise StoreError(
                "made by an older Standpunt", where=str(path), hint=f"{_BUILD} to bring it up to date"
            )
    return engine


def open_to_build(path: Path) -> Engine:
    """A dossier to write in: made where it is missing, brought up to date where it is older. Raises
    StoreError."""
    if path.is_dir():
        raise StoreError("this is a folder", where=str(path), hint="name a file, such as dossier.db")
    if not path.parent.is_dir():
        raise StoreError("its folder does not exist", where=str(path), hint="make the folder first")
    engine = _engine(path, "rwc")
    with guarded(path), engine.begin() as connection:
        if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
            schema.create(connection)
        elif (version := _version(connection, path)) < tables.VERSION:
            migrations.migrate(connection, version)
    return engine


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """What goes wrong in the file becomes a StoreError."""
    try:
        yield
    except msgspec.ValidationError as fault:
        raise StoreError(
            f"what was collected is of another version: {fault}", where=str(path), hint="build it anew"
        ) from fault
    except (DBAPIError, sqlite3.Error) as fault:
        said = str(fault.orig if isinstance(fault, DBAPIError) else fault)
        what, hint = _explained(said, path)
        kind = BusyError if "locked" in said else StoreError
        raise kind(what, where=str(path), hint=hint) from fault


def _explained(said: str, path: Path) -> tuple[str, str]:
    if "locked" in said:
        return "somebody else is writing in it", "wait until that build is done"
    if "not a database" in said or "malformed" in said:
        return "this is not a dossier, or it is damaged", "name another file"
    if "full" in said or "disk I/O" in said:
        return "the disk is full or fails", "make room and run the build again; it goes on where it was"
    if "unable to open" in said or "readonly" in said:
        if _journal(path).exists():
            return "its last build was stopped while it was writing", _BUILD
        return "it cannot be opened or written", "look at who may read and write this file and its folder"
    return f"the database says: {said}", ""


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _undo_what_was_cut_off(path: Path) -> None:
    """A build that was killed while it wrote left a journal, which only somebody who may write can roll
    back; where somebody is writing now, SQLite leaves it alone."""
    with guarded(path), _engine(path, "rw").connect() as connection:
        connection.connection.driver_connection.execute("SELECT count(*) FROM sqlite_master")  # type: ignore[union-attr]


def _version(connection: Connection, path: Path) -> int:
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != schema.APPLICATION:
        raise StoreError("this database is not a dossier", where=str(path), hint="name another file")
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    if version > tables.VERSION:
        raise StoreError("made by a newer Standpunt", where=str(path), hint="install that version to open it")
    return version


def _engine(path: Path, mode: str) -> Engine:
    def connect() -> sqlite3.Connection:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(
            address, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False
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
        raw.execute("PRAGMA foreign_keys = OFF")  # rows point to rows written later in the same transaction
        raw.execute(
            "PRAGMA secure_delete = ON"
        )  # what is deleted is overwritten: no trace of it in free pages

    return engine
