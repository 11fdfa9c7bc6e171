"""Rows a second into SQLite and into PostgreSQL, and what a search costs in each.

    python -m benchmarks.postgres [ARTICLES] [TIMES]

Articles of the seeded generator are read once. Then their readings, and the dossier made of them, are written to a new
file and to a new database of a throwaway server on this machine, by turns; shown is the quickest of each, and the
server's share of the file's speed. Both wait for the disk with each transaction, as they come.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import cluster
from benchmarks.articles import articles
from standpunt.build import build
from standpunt.model import Article, Dossier, Reading
from standpunt.store import Builder, Place, Store

_AT_ONCE = 16
"""Readings to a transaction, as in a build."""

_WORDS = ("onderhandelen", "de brug", '"te duur"', "minister -school", "zwem*", "haven OR museum")


@dataclass(frozen=True, slots=True)
class Seconds:
    """To keep readings, to write the dossier, for each of its searches."""

    keep: float
    write: float
    search: float


def measured(
    place: Place, read: Sequence[tuple[Article, Reading]], dossier: Dossier
) -> tuple[Seconds, dict[str, int]]:
    """Into a new place; and the rows of each table."""
    with Builder(place) as builder:

        def keep() -> None:
            for at in range(0, len(read), _AT_ONCE):
                some = read[at : at + _AT_ONCE]
                builder.collect([article for article, _ in some])
                builder.keep(some, "benchmark")

        kept = _timed(keep)
        written = _timed(lambda: builder.write(dossier))
    with Store(place) as store:
        searched = _timed(lambda: [store.search(words) for words in _WORDS]) / len(_WORDS)
        return Seconds(kept, written, searched), store.counts()


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main(number: int, times: int) -> None:
    with tempfile.TemporaryDirectory() as scratch, cluster.running(durable=True) as server:
        folder = Path(scratch, "articles")
        folder.mkdir()
        for index, text in enumerate(articles(number)):
            (folder / f"{index:06}.txt").write_text(text, encoding="utf-8")
        build([folder], Path(scratch, "read.db"))
        with Builder(Path(scratch, "read.db")) as builder, Store(Path(scratch, "read.db")) as store:
            pile, dossier = builder.collected(), store.dossier()
            read = list(pile.read(pile.ids))
        runs: dict[str, list[Seconds]] = {"SQLite": [], "PostgreSQL": []}
        rows: dict[str, int] = {}
        for turn in range(times):
            seconds, rows = measured(Path(scratch, f"{turn}.db"), read, dossier)
            runs["SQLite"].append(seconds)
            seconds, same = measured(server.new_database(), read, dossier)
            runs["PostgreSQL"].append(seconds)
            if same != rows:
                raise SystemExit(f"another number of rows: {same} instead of {rows}")
    total = sum(rows.values())
    print(f"{number} articles, {total:,} rows; the quickest of {times}")
    print(f"{'':<12}{'readings/s':>12}{'rows/s':>12}{'ms a search':>14}")
    best = {
        name: Seconds(*(min(getattr(each, part) for each in of) for part in Seconds.__slots__))
        for name, of in runs.items()
    }
    for name, each in best.items():
        print(
            f"{name:<12}{number / each.keep:>12,.0f}{total / each.write:>12,.0f}{1000 * each.search:>14.1f}"
        )
    one, other = best["SQLite"], best["PostgreSQL"]
    print(
        f"{'share':<12}{one.keep / other.keep:>12.2f}{one.write / other.write:>12.2f}{one.search / other.search:>14.2f}"
    )


if __name__ == "__main__":
    arguments = [int(each) for each in sys.argv[1:]]
    main(*(arguments + [200, 3][len(arguments) :]))
