"""What the classifier of stance is learned with, and its figures when parts of it are left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from standpunt.dossier.trained import features, linear
from standpunt.dossier.trained.linear import Linear
from standpunt.dossier.trained.stance import LABELS, Classifier, Table
from training.stance import learn
from training.stance.data import FOLDS, ISSUES, Floats, Ints, Units, folds
from training.stance.learn import Sample, Scale, Scales

FULL: Scales = {
    "word": Scale(0.15, 0.35),
    "pair": Scale(0.9, 2.0),
    "part": Scale(0.45, 1.2),
    "near": Scale(0.4, 1.0),
    "near part": Scale(0.2, 0.5),
    "tag": Scale(0.3),
    "cue": Scale(0.02),
    "cues": Scale(0.01),
    "party": Scale(0.2, 0.6),
    "line": Scale(0.1),
}
WORDS: Scales = {name: scale for name, scale in FULL.items() if name not in features.OF_ACTOR}
STRENGTH = 2.0
UNMARKED = 2.0
"""How many times a unit whose sentences stand apart counts: what a dossier judges looks like these."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """For each unit, judged by what was learned of the articles of other folds: probabilities and the label chosen."""

    shares: Floats
    chosen: Ints


def train(units: Units) -> Classifier:
    return Classifier(_table(units, WORDS), _table(units, FULL))


def _table(units: Units, scales: Scales) -> Table:
    scores = _scores(units, scales, folds(units.articles))
    model = fit(units, scales, np.arange(len(units.units)))
    matrix = learn.calibration(scores, units.shares)
    shares = _shares(scores, matrix)
    return Table(
        learn.calibrated(model, matrix), learn.favour(shares[~units.marked], units.given[~units.marked])
    )


def measure(units: Units, scales: Scales, seed: int = 0) -> Measured:
    """Calibration and favour of a fold, too, come from the other folds."""
    fold = folds(units.articles, seed)
    scores = _scores(units, scales, fold)
    shares, chosen = np.zeros_like(scores), np.zeros(len(scores), np.intp)
    for each in range(FOLDS):
        rest, own = fold != each, fold == each
        matrix = learn.calibration(scores[rest], units.shares[rest])
        shares[own] = _shares(scores[own], matrix)
        fit_on = rest & ~units.marked
        best = learn.favour(_shares(scores[fit_on], matrix), units.given[fit_on])
        chosen[own] = (shares[own] * best).argmax(axis=1)
    return Measured(shares, chosen)


def _scores(units: Units, scales: Scales, fold: Ints) -> Floats:
    """Of each unit, by a model of the other folds."""
    scores = np.zeros((len(units.units), len(LABELS)))
    for each in range(FOLDS):
        model = fit(units, scales, np.flatnonzero(fold != each))
        for_own = np.flatnonzero(fold == each)
        scores[for_own] = score(model, units, for_own)
    return scores


def score(model: Linear, units: Units, chosen: Ints) -> Floats:
    amounts = [{"line": float(units.lines[at])} for at in chosen]
    return model.scores([units.rows[at] for at in chosen], units.issues[chosen].tolist(), amounts).astype(
        float
    )


def fit(units: Units, scales: Scales, chosen: Ints) -> Linear:
    sample = Sample(units.rows, units.issues, units.shares, {"line": units.lines}).part(chosen)
    weights = np.where(units.marked[chosen], 1.0, UNMARKED)
    return learn.fit(sample, scales, LABELS, ISSUES, STRENGTH, weights)


def _shares(scores: Floats, matrix: Floats) -> Floats:
    turned = scores @ matrix[:-1] + matrix[-1]
    return linear.softmax(turned.astype("f4")).astype(float)


def without(*names: str) -> Mapping[str, Scale]:
    """The full model less some channels."""
    return {name: scale for name, scale in FULL.items() if name not in names}


def only(names: Sequence[str]) -> Mapping[str, Scale]:
    return {name: FULL[name] for name in names}
