"""Kills a build, a correction and a migration at random moments, and looks at what is left.

    python -m benchmarks.faults [KILLS] [SEED]

A copy of this process works on a dossier and is killed (`kill -9`), once to three times, before one is left alone to
finish. After each kill the file must be sound, and hold all that had been told as done; in the end it must hold row by
row what an undisturbed run makes. Prints, for each kind of work, how often it was killed, how many kills came in the
midst of the work, and what went wrong; ends with status 1 if anything did.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.articles import articles
from standpunt.amending import correct
from standpunt.build import Progress, Step, build
from standpunt.store import Store, tables

SCHEMAS = Path(__file__).parent.parent / "tests" / "store" / "schemas"

Tell = Callable[[int], None]
"""Told how many readings and corrections a file holds for sure."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something to kill: what it begins with, and what is done, which can be done again where it was stopped."""

    name: str
    begin: Callable[[Path], None]
    do: Callable[[Path, Tell], None]


@dataclass(slots=True)
class Outcome:
    """Kills, those of them before the work was done, and in words what was wrong afterwards."""

    kills: int = 0
    midway: int = 0
    wrong: list[str] = field(default_factory=list)


def kill_often(work: Work, kills: int, chance: random.Random, folder: Path) -> Outcome:
    """Does the work again and again in new files in `folder`, until it has been killed so many times."""
    outcome = Outcome()
    whole = folder / "whole.db"
    work.begin(whole)
    started = time.monotonic()
    _run(work, whole, None)
    lasts = time.monotonic() - started
    expected = rows(whole)
    while outcome.kills < kills:
        path = folder / f"{outcome.kills}.db"
        work.begin(path)
        for _ in range(min(chance.randint(1, 3), kills - outcome.kills)):
            told, done = _run(work, path, chance.uniform(0, lasts))
            outcome.kills += 1
            outcome.midway += not done
            outcome.wrong += [f"after kill {outcome.kills}: {each}" for each in unsound(path, told)]
        _run(work, path, None)
        if rows(path) != expected:
            outcome.wrong.append(f"after kill {outcome.kills}: the end is another than undisturbed")
        path.unlink()
    return outcome


def _run(work: Work, path: Path, kill_after: float | None) -> tuple[int, bool]:
    """Does the work in a copy of this process, which is killed after so many seconds; the last that it told, and
    whether it was done."""
    reading, writing = os.pipe()

    def tell(held: int) -> None:
        os.write(writing, b"%d\n" % held)

    child = os.fork()
    if not child:
        try:
            work.do(path, tell)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    with closing(os.fdopen(reading, "rb")) as pipe:
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        told = [int(line) for line in pipe.read().splitlines()]
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == 1:
        raise RuntimeError(f"{work.name} failed, undisturbed")
    return (told[-1] if told else 0), status == 0


def unsound(path: Path, told: int) -> list[str]:
    """What is wrong with a file whose writer was killed after it told that so much is held."""
    if not path.exists():
        return [f"there is no file, and {told} were told"] if told else []
    with closing(sqlite3.connect(path)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        held = _held(connection)
    return [
        *([f"the file is not sound: {sound}"] if sound != "ok" else []),
        *([f"{told} were told, {held} are there"] if held < told else []),
    ]


def _held(connection: sqlite3.Connection) -> int:
    have = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    counts = [f"SELECT count(*) FROM {name}" for name in ("readings", "corrections") if name in have]
    return sum(connection.execute(count).fetchone()[0] for count in counts)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, in an order of their own; not `builds`, since one that was killed when it had just been
    completed is one more."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in tables.metadata.tables
            if name != tables.builds.name
        }


# ---------------------------------------------------------------------------------------------- what is killed


def of_build(folder: Path, jobs: int = 1) -> Work:
    """The articles of a folder become a dossier."""

    def do(path: Path, tell: Tell) -> None:
        def watch(where: Progress) -> None:
            if where.step is Step.READ and where.total:
                tell(held + where.done)

        held = _held_in(path)
        build([folder], path, jobs=jobs, watch=watch)

    return Work(f"a build, {jobs} jobs", lambda path: None, do)


def of_correction(built: Path) -> Work:
    """One actor of a dossier gets another name."""

    def do(path: Path, tell: Tell) -> None:
        drafts = []
        if _held_in(path) == _held_in(built):
            with Store(path) as store:
                drafts = [correct.rename(store, store.actors()[0].name, "Anna Hoek")]
        correct.keep(path, drafts, by="redactie", at="2025-03-01T12:00:00+00:00")
        tell(_held_in(path))

    return Work("a correction", lambda path: _copy(built, path), do)


def of_migration(built: Path, version: int = 1) -> Work:
    """A dossier of an older schema is brought up to date."""

    def do(path: Path, tell: Tell) -> None:
        tell(_held_in(path))
        build([], path)

    return Work(f"a migration from version {version}", lambda path: _as_of(version, built, path), do)


def _copy(built: Path, path: Path) -> None:
    shutil.copy(built, path)


def _as_of(version: int, built: Path, path: Path) -> None:
    """What was collected in a dossier, in a file as that version made it."""
    with closing(sqlite3.connect(path)) as old:
        old.executescript((SCHEMAS / f"{version}.sql").read_text(encoding="utf-8"))
        old.execute("ATTACH ? AS built", (str(built),))
        old.execute(f"PRAGMA main.application_id = {_pragma(old, 'built.application_id')}")
        for name in ("dossier", "sources", "readings", "set_aside"):
            columns = ", ".join(row[1] for row in old.execute(f"PRAGMA main.table_info({name})"))
            old.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM built.{name}")
        old.execute("UPDATE dossier SET value = ? WHERE key = 'schema'", (str(version),))
        old.commit()


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    schema, _, pragma = name.partition(".")
    return int(connection.execute(f"PRAGMA {schema}.{pragma}").fetchone()[0])


def _held_in(path: Path) -> int:
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as connection:
        return _held(connection)


def main(kills: int, seed: int) -> int:
    wrong = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "articles").mkdir()
        for index, text in enumerate(articles(12)):
            (folder / "articles" / f"{index:06}.txt").write_text(text, encoding="utf-8")
        built = folder / "built.db"
        build([folder / "articles"], built)
        works: Sequence[tuple[Work, int]] = [
            (of_build(folder / "articles"), kills),
            (of_build(folder / "articles", jobs=2), kills // 10),
            (of_correction(built), kills),
            (of_migration(built), kills),
        ]
        for work, times in works:
            chance = random.Random(seed)
            with tempfile.TemporaryDirectory(dir=folder) as scratch:
                outcome = kill_often(work, times, chance, Path(scratch))
            print(f"{work.name:<32}{outcome.kills:>5} kills, {outcome.midway:>4} midway", flush=True)
            for each in outcome.wrong:
                print(f"  {each}", flush=True)
            wrong += len(outcome.wrong)
    print(f"wrong: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    arguments = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*(arguments + [200, 20250214][len(arguments) :])))
