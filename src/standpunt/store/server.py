"""A dossier as a database of PostgreSQL, for a team: opens it, and turns what the server says into errors that name the
way out. Needs psycopg.

One schema of the database holds one dossier: the first of the search path, so that
`postgresql://anna@host/news?options=-csearch_path%3Dcoast` is one beside others.
"""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from standpunt.errors import BusyError, StoreError
from standpunt.store import migrations, schema, tables
from standpunt.store.database import WAIT, Database

SCHEMES = ("postgresql://", "postgres://")

_USUAL = {"connect_timeout": "10", "client_encoding": "utf8"}
"""What an address may say otherwise; the time is in seconds."""

_DOWN = ("no server answers there", "look at the host and the port, or start it")

_REFUSED = {
    "password authentication failed": ("the user or the password is wrong", "look at them, or at ~/.pgpass"),
    "no password supplied": ("the server asks for a password", "put it into ~/.pgpass, or into PGPASSWORD"),
    "Connection refused": _DOWN,
    "No such file or directory": _DOWN,
    "timeout expired": _DOWN,
    "resolve host": ("there is no such host", "look at its name"),
    "no pg_hba.conf entry": (
        "the server lets nobody in from here",
        "whoever runs it adds you to pg_hba.conf",
    ),
    "too many": ("the server has too many guests", "try again in a moment"),
    'FATAL:  database "': ("there is no such database", "make it: createdb NAME"),
    'FATAL:  role "': ("the server does not know this user", "make it: createuser NAME"),
}
"""Part of what is said before the server lets anybody in → what that means, and what to do."""

_BUSY = "55P03"

_MEANT = {
    "3F000": ("there is no such schema", "make it: CREATE SCHEMA NAME"),
    "42501": ("this user has no right to do that: {}", "whoever owns it can GRANT it"),
    "2BP01": ("something of others rests on its tables: {}", "drop that, and make it again afterwards"),
    "25006": ("it cannot be opened or written: {}", "it was opened to read"),
    _BUSY: ("somebody else is writing in it", "wait until that build is done"),
    "53100": ("the disk is full or fails", "make room and run the build again; it goes on where it was"),
}
"""SQLSTATE → what it means, with what the server says, and what to do."""


class Server(Database):
    _other = "name another, or an empty schema"

    def __init__(self, address: str) -> None:
        """Raises StoreError where the address is none."""
        _, _, behind = address.partition("://")
        try:
            self._url = make_url(f"postgresql+psycopg://{behind}")
        except (ArgumentError, ValueError):
            raise StoreError(
                "this is no address of a database", where=SCHEMES[0], hint="postgresql://USER@HOST/DATABASE"
            ) from None

    def __str__(self) -> str:
        secret = [name for name in self._url.query if "pass" in name]
        shown = self._url._replace(drivername="postgresql", password=None).difference_update_query(secret)
        return shown.render_as_string(hide_password=False)

    @property
    def name(self) -> str:
        return self._url.database or ""

    def exists(self) -> bool:
        engine = self._to_read()
        try:
            with self.guarded(), engine.connect() as connection:
                return bool(schema.names(connection))
        finally:
            engine.dispose()

    def beside_readers(self, engine: Engine) -> AbstractContextManager[None]:
        return nullcontext()  # as anything is

    @contextmanager
    def without_trace(self, engine: Engine) -> Iterator[Connection]:
        """Of nothing in its tables; the server may keep its log of transactions (WAL), and copies."""
        with engine.begin() as connection:
            yield connection
            # Old rows stay in a table until nobody can see them any more, and samples of them for planning as long as
            # there is the table.
            for name in tables.COLLECTED:
                connection.exec_driver_sql(
                    f"CREATE TEMPORARY TABLE kept_{name} ON COMMIT DROP AS TABLE {name}"
                )
                connection.exec_driver_sql(f"DROP TABLE {name}")
            migrations.migrate(connection, tables.VERSION)
            for name in tables.COLLECTED:
                connection.exec_driver_sql(f"INSERT INTO {name} TABLE kept_{name}")
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM (FULL) pg_catalog.pg_statistic")

    def _to_read(self) -> Engine:
        return self._engine(
            isolation_level="REPEATABLE READ", execution_options={"postgresql_readonly": True}
        )

    def _to_build(self) -> Engine:
        engine = self._engine()

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            """One writes at a time, as in a file."""
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(1000 * WAIT)}")
            connection.exec_driver_sql(
                f"SELECT pg_advisory_xact_lock({schema.APPLICATION}, hashtext(current_schema()))"
            )

        return engine

    @contextmanager
    def _explained(self) -> Iterator[None]:
        import psycopg

        try:
            yield
        except (DBAPIError, psycopg.Error) as fault:
            said = fault.orig if isinstance(fault, DBAPIError) else fault
            state = getattr(said, "sqlstate", None) or ""
            what, hint = _meant(state, str(said))
            kind = BusyError if state == _BUSY else StoreError
            raise kind(what, where=str(self), hint=hint) from fault

    def _engine(self, **options: object) -> Engine:
        try:
            import psycopg
            from psycopg.abc import Buffer
            from psycopg.types.string import StrDumperUnknown as StrDumper
        except ImportError as fault:
            raise StoreError(
                "PostgreSQL needs psycopg, which is not installed",
                where=str(self),
                hint="pip install 'standpunt[postgres]'",
            ) from fault
        engine = create_engine(
            self._url.set(query={**_USUAL, **self._url.query}),
            json_serializer=lambda value: json.dumps(value, ensure_ascii=False),
            pool_pre_ping=True,
            **options,
        )

        class Text(StrDumper):
            """The server has no place for U+0000."""

            def dump(self, obj: str) -> Buffer | None:
                return super().dump(obj.replace("\0", "\ufffd"))

        @event.listens_for(engine, "connect")
        def _connected(raw: psycopg.Connection, _: object) -> None:
            raw.adapters.register_dumper(str, Text)

        return engine


def _meant(state: str, said: str) -> tuple[str, str]:
    line = " ".join(said.partition("\n")[0].split())
    known = next((meant for part, meant in _REFUSED.items() if not state and part in said), None)
    what, hint = _MEANT.get(state) or known or ("the server says: {}", "")
    return what.format(line), hint
