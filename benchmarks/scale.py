"""What more articles and more processes cost: speed, memory, and a hundred new articles on top.

    python -m benchmarks.scale [ARTICLES ...]

For each number of articles from the seeded generator: articles a second with one and with two jobs, each build in a new
process and the two one after the other, so that a shared machine treats both alike; peak memory of the process that
builds (MiB) when all is read and when the dossier is written; and how long a build takes that finds a hundred new
articles.
"""

import multiprocessing
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"  # read when numpy is loaded

import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from benchmarks.articles import articles
from standpunt.build import Progress, Step, build
from standpunt.language import pipeline

NEW = 100


def measured(folder: Path, path: Path, jobs: int) -> dict[str, float]:
    """One build: articles read; seconds in all, reading, compiling; peak MiB when all is read, and written."""
    pipeline.load()
    reached: dict[tuple[Step, bool], tuple[float, int]] = {}

    def watch(where: Progress) -> None:
        reached[where.step, where.done == where.total] = time.perf_counter(), _peak()

    began = time.perf_counter()
    result = build([folder], path, jobs=jobs, watch=watch)
    seconds = time.perf_counter() - began
    return {
        "read": result.read, "seconds": seconds, "reading": result.seconds,
        "compiling": reached[Step.COMPILE, True][0] - reached[Step.COMPILE, False][0],
        "peak read": reached[Step.READ, True][1], "peak": reached[Step.COMPILE, True][1],
    }  # fmt: skip


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def alone(folder: Path, path: Path, jobs: int) -> dict[str, float]:
    """The same in a new process."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measured, folder, path, jobs).result()


def main(numbers: Sequence[int]) -> None:
    print("articles   1 job  2 jobs   ratio  MiB read   MiB end  compiled in  100 more")
    with tempfile.TemporaryDirectory() as place:
        for number in numbers:
            folder = Path(place) / str(number)
            folder.mkdir()
            texts = articles(number + NEW)
            _write(folder, islice(texts, number), 0)
            one = alone(folder, folder.with_suffix(".1.db"), 1)
            two = alone(folder, folder.with_suffix(".2.db"), 2)
            _write(folder, texts, number)
            more = alone(folder, folder.with_suffix(".1.db"), 1)
            rates = [each["read"] / each["reading"] for each in (one, two)]
            print(
                f"{number:>8,}{rates[0]:>8.1f}{rates[1]:>8.1f}{rates[1] / rates[0]:>8.2f}"
                f"{one['peak read']:>10,.0f}{one['peak']:>10,.0f}{one['compiling']:>11.1f} s{more['seconds']:>8.1f} s",
                flush=True,
            )


def _write(folder: Path, texts: Iterator[str], first: int) -> None:
    for index, text in enumerate(texts, first):
        (folder / f"{index:06}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [300, 1_000])
