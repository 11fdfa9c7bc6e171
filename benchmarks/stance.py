"""How many units a second the trained classifier judges, on one thread, loading and reading of the file left out.

python -m benchmarks.stance UNITS.jsonl
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"  # read when numpy is loaded

import sys
import time
from pathlib import Path

from standpunt.dossier.trained import stance, units

BATCH = 1000


def rate(path: Path, *, actor: bool) -> float:
    """Units a second, from the unit as it was read to its label; the best of three runs over the file."""
    classifier = stance.load()
    read = [unit for unit, _ in units.read(path)]
    best = 0.0
    for _ in range(3):
        began = time.perf_counter()
        for at in range(0, len(read), BATCH):
            some = read[at : at + BATCH]
            classifier.judge([unit.passage() for unit in some], [unit.issue for unit in some], actor=actor)
        best = max(best, len(read) / (time.perf_counter() - began))
    return best


if __name__ == "__main__":
    for name, actor in (("by words and actor", True), ("by words alone", False)):
        print(f"{name:<20}{rate(Path(sys.argv[1]), actor=actor):>8,.0f} units a second")
