"""The coded units as the learner needs them: features, what the coders said, and folds by article."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from standpunt.dossier.issues import policy
from standpunt.dossier.trained import features, units
from standpunt.dossier.trained.passages import Passage
from standpunt.dossier.trained.stance import LABELS
from standpunt.dossier.trained.units import Unit

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]

FOLDS = 5
ISSUES = tuple(issue.id for issue in policy())


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Units in the order of the file. `given` is the place of the label, `shares` what the coders said together."""

    units: tuple[Unit, ...]
    passages: tuple[Passage, ...]
    rows: tuple[dict[str, list[str]], ...]
    lines: Floats
    issues: Ints
    given: Ints
    shares: Floats
    marked: npt.NDArray[np.bool_]
    articles: tuple[str, ...]


def read(data: Path) -> Units:
    """The units of `stance/train.jsonl` under the folder. Raises GoldError, OSError."""
    found = tuple(unit for unit, _ in units.read(data / "stance" / "train.jsonl"))
    passages = tuple(unit.passage() for unit in found)
    pairs = list(zip(passages, found, strict=True))
    return Units(
        found,
        passages,
        tuple(features.keys(passage, unit.issue) for passage, unit in pairs),
        np.array([features.line(passage, unit.issue) for passage, unit in pairs]),
        np.array([ISSUES.index(unit.issue) for unit in found]),
        np.array([LABELS.index(unit.label) for unit in found]),
        np.array([shares(unit) for unit in found]),
        np.array([unit.marked for unit in found]),
        tuple(unit.article for unit in found),
    )


def shares(unit: Unit) -> list[float]:
    """How much of each label the learner is told: half the label that was settled on, half what the coders said."""
    settled = [float(label == unit.label) for label in LABELS]
    if len(unit.votes) > 1:
        said = [unit.votes.count(label) / len(unit.votes) for label in LABELS]
    else:
        rest = (1 - unit.agreement) / (len(LABELS) - 1)
        said = [unit.agreement if of else rest for of in settled]
    return [(one + other) / 2 for one, other in zip(settled, said, strict=True)]


def folds(articles: Sequence[str], seed: int = 0) -> Ints:
    """The fold of each unit; all units of an article are in one."""
    known = sorted(set(articles))
    drawn = np.random.default_rng(seed).permutation(len(known)) % FOLDS
    of = dict(zip(known, drawn, strict=True))
    return np.array([of[article] for article in articles], dtype=np.intp)
