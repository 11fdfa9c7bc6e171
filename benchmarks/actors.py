"""A build by two actors of Ray, one of which is killed half-way, beside builds by processes of this machine.

    python -m benchmarks.actors [ARTICLES]

Shown are articles read a second, the time until the model is loaded included, and what each does against two processes.
All four dossiers must have the same rows; ends with status 1 where they do not.
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"  # read when numpy is loaded

import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.articles import articles
from benchmarks.faults import rows
from standpunt.build import BuildResult, Progress, Step, build
from standpunt.executors import Engine


def kill_half_way(killed: list[int]) -> Callable[[Progress], None]:
    """Watches a build, and kills one of its actors when half of the articles are read."""

    def watch(where: Progress) -> None:
        if where.step is Step.READ and where.total and where.done > where.total / 2 and not killed:
            killed.append(_an_actor())
            os.kill(killed[0], signal.SIGKILL)

    return watch


def _an_actor() -> int:
    """The id of its process, which Ray names after it."""
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        if each.read_bytes().startswith(b"ray::_Actor"):
            return int(each.parent.name)
    raise SystemExit("no actor of Ray is running")


def main(number: int) -> int:
    killed: list[int] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "articles")
        folder.mkdir()
        for index, text in enumerate(articles(number)):
            (folder / f"{index:06}.txt").write_text(text, encoding="utf-8")
        works: dict[str, Callable[[Path], BuildResult]] = {
            "one process": lambda path: build([folder], path),
            "two processes": lambda path: build([folder], path, jobs=2),
            "two actors": lambda path: build([folder], path, jobs=2, engine=Engine.RAY),
            "two actors, one killed": lambda path: build(
                [folder], path, jobs=2, engine=Engine.RAY, watch=kill_half_way(killed)
            ),
        }
        rates: dict[str, float] = {}
        made = []
        for name, work in works.items():
            rates[name] = work(Path(place, f"{name}.db")).articles_per_second
            made.append(rows(Path(place, f"{name}.db")))
    print(f"{number} articles{'articles/s':>24}{'share':>8}")
    for name, rate in rates.items():
        print(f"{name:<24}{rate:>10.1f}{rate / rates['two processes']:>8.2f}")
    same = bool(killed) and all(each == made[0] for each in made)
    print(f"killed: {len(killed)}; the same rows: {'yes' if same else 'no'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*([int(each) for each in sys.argv[1:]] or [200])))
