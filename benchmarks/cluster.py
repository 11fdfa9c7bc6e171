"""A throwaway cluster of PostgreSQL, of the distribution's package, in a temporary folder.

    with running() as cluster:
        build([folder], cluster.new_database())

It listens to a socket in that folder, where whoever runs this is let in as its superuser, and to a free port of this
machine, where a password is asked for.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg

SUPERUSER = "standpunt"


class NoServer(Exception):
    """PostgreSQL is not installed, or does not start."""


@dataclass(frozen=True, slots=True)
class Cluster:
    folder: Path
    port: int

    def address(self, database: str = "postgres", user: str = SUPERUSER) -> str:
        """By the socket."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder))}&port={self.port}"

    def new_database(self) -> str:
        """The address of an empty one."""
        name = f"d{uuid.uuid4().hex[:12]}"
        self.run(f"CREATE DATABASE {name}")
        return self.address(name)

    def drop(self, address: str) -> None:
        """Drops a database, whoever is in it."""
        self.run(f"DROP DATABASE {urlsplit(address).path[1:]} WITH (FORCE)")

    def run(self, *statements: str) -> None:
        """As the superuser, outside transactions."""
        with psycopg.connect(self.address(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)


@contextmanager
def running(*, durable: bool = False) -> Iterator[Cluster]:
    """One that is not durable need not wait for the disk. Raises NoServer."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="standpunt-"))
    user = _other_user()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    try:
        call = partial(_call, cwd=folder, user=user)
        call(
            [programs / "initdb", "-D", data, "-U", SUPERUSER, "--encoding=UTF8", "--locale=C", "--no-sync",
             "--auth-local=trust", "--auth-host=scram-sha-256"],
        )  # fmt: skip
        port = _free_port()
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
        options += "" if durable else " -c fsync=off"
        call([programs / "pg_ctl", "start", "-D", data, "-w", "-l", folder / "log", "-o", options])
        try:
            yield Cluster(folder, port)
        finally:
            call([programs / "pg_ctl", "stop", "-D", data, "-m", "immediate"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of initdb and pg_ctl: Debian keeps them out of the PATH."""
    known = shutil.which("initdb")
    found = [Path(known)] if known else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise NoServer("PostgreSQL is not installed: apt-get install postgresql")
    return found[-1].parent


def _other_user() -> str | None:
    """Root must not run a server; the package brings a user who may."""
    if os.geteuid():
        return None
    import pwd

    with suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _call(command: list[str | Path], cwd: Path, user: str | None) -> None:
    ended = subprocess.run(command, cwd=cwd, user=user, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise NoServer(f"{Path(command[0]).name} failed: {ended.stderr or ended.stdout}")
