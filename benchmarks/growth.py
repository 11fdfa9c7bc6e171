"""What making a dossier costs as it grows: new, again with a hundred more articles, and the memory of both.

    python -m benchmarks.growth [ARTICLES ...]

Articles and their readings come from the seeded generator of archives (`benchmarks.archive`), so no model reads
anything: this is all that is done behind the reading, in one process. For each number, in new processes: the dossier is
made of all articles; a hundred more come, and it is made again; and the whole is made in a new file, which must be the
same row for row. The hundred are the newest whose day is known, or any, from all over the archive. Shown are seconds of
the processor, the share of a new file that a hundred more cost, and the peak of memory. Ends with status 1 where a row
is another.
"""

import datetime
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path
from typing import TypeVar

from benchmarks.archive import Archive
from benchmarks.faults import rows
from standpunt import registry
from standpunt.build import compile_anew
from standpunt.model import DatedArticle
from standpunt.store import Builder

Result = TypeVar("Result")

NEW = 100
_AT_ONCE = 1_000


def collect(files: Sequence[Path], number: int, first: int, last: int, newest: bool) -> int:
    """Puts articles with their readings into files, of so many in all from one to another; gives their statements."""
    articles = Archive(number).articles
    if newest:
        articles = sorted(articles, key=_newest_last)
    some = [(each.article, each.reading) for each in articles[first:last]]
    for path in files:
        with Builder(path) as builder:
            for at in range(0, len(some), _AT_ONCE):
                builder.collect([article for article, _ in some[at : at + _AT_ONCE]])
                builder.keep(some[at : at + _AT_ONCE], "generated")
    return sum(len(reading.statements) for _, reading in some)


def _newest_last(dated: DatedArticle) -> tuple[bool, datetime.date]:
    published = dated.published
    return published.precision == "day", published.latest or datetime.date.min


def make(path: Path) -> tuple[float, int]:
    """Makes the dossier of what was collected: seconds of the processor, and the peak of memory (MiB)."""
    facts = registry.load()  # some seconds, once
    began = time.process_time()
    compile_anew(path, lambda builder: None, facts=facts)
    return time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def alike(one: Path, other: Path) -> bool:
    """Whether two files hold the same rows."""
    return rows(one) == rows(other)


def alone(work: Callable[..., Result], *given: object) -> Result:
    """The same in a new process; this one stays small, for a new one begins with its peak of memory."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def main(numbers: Sequence[int]) -> int:
    print(
        f"{'articles':>9}{'statements':>12}{'KiB each':>10}{'new':>9}{NEW:>6} more{'share':>8}{'MiB':>8}  rows"
    )
    wrong = 0
    for number, newest in product(numbers, (True, False)):
        with tempfile.TemporaryDirectory() as place:
            grown, whole = Path(place, "grown.db"), Path(place, "whole.db")
            every = number + NEW
            statements = alone(collect, [grown, whole], every, 0, number, newest)
            first, peak = alone(make, grown)
            size = grown.stat().st_size / 2**10 / number
            alone(collect, [grown, whole], every, number, every, newest)
            more, _ = alone(make, grown)
            anew, _ = alone(make, whole)
            same = alone(alike, grown, whole)
        wrong += not same
        print(
            f"{number:>9,}{statements:>12,}{size:>10,.0f}{first:>7.1f} s{more:>9.1f} s{more / anew:>8.2f}{peak:>8,}"
            f"  {'the same' if same else 'OTHERS'}, {'newest' if newest else 'any'}",
            flush=True,
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]] or [1_000, 20_000]))
