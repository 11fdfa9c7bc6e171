"""What the classifier of topics is learned with.

A unit that takes a side speaks of its topic. One that takes none may speak of nothing: it is taken for one about no
issue where its sentence holds no term of its topic, and for one about its topic where it does.
"""

import numpy as np

from standpunt.dossier.trained import linear, topic
from standpunt.dossier.trained.linear import Linear
from standpunt.dossier.trained.stance import LABELS
from standpunt.dossier.trained.tags import terms
from training.stance import learn
from training.stance.data import FOLDS, ISSUES, Floats, Ints, Units, folds
from training.stance.learn import Sample, Scale, Scales

CLASSES = (*ISSUES, topic.NONE)
SCALES: Scales = {
    "word": Scale(1.0),
    "pair": Scale(0.5),
    "part": Scale(1.0),
    "near": Scale(0.7),
    "cue": Scale(0.2),
}
STRENGTH = 2.0


def topic_of(units: Units) -> Ints:
    """The place of each unit's topic in CLASSES."""
    neither = LABELS.index("N")
    return np.array(
        [
            CLASSES.index(topic.NONE)
            if given == neither and not terms(unit.issue).find(passage.target)
            else CLASSES.index(unit.issue)
            for unit, passage, given in zip(units.units, units.passages, units.given, strict=True)
        ]
    )


def train(units: Units) -> Linear:
    sample = _sample(units)
    matrix = learn.calibration(_scores(sample, folds(units.articles)), sample.shares)
    return learn.calibrated(_fit(sample, np.arange(len(sample.rows))), matrix)


def measure(units: Units) -> Floats:
    """The probabilities of each unit, by what was learned of the articles of other folds."""
    sample, fold = _sample(units), folds(units.articles)
    scores = _scores(sample, fold)
    shares = np.zeros_like(scores)
    for each in range(FOLDS):
        rest, own = fold != each, fold == each
        matrix = learn.calibration(scores[rest], sample.shares[rest])
        shares[own] = linear.softmax((scores[own] @ matrix[:-1] + matrix[-1]).astype("f4"))
    return shares


def _sample(units: Units) -> Sample:
    rows = [topic.keys(passage) for passage in units.passages]
    return Sample(rows, np.zeros(len(rows), np.intp), np.eye(len(CLASSES))[topic_of(units)], {})


def _scores(sample: Sample, fold: Ints) -> Floats:
    scores = np.zeros(sample.shares.shape)
    for each in range(FOLDS):
        model = _fit(sample, np.flatnonzero(fold != each))
        own = np.flatnonzero(fold == each)
        scores[own] = model.scores([sample.rows[at] for at in own.tolist()], [0] * len(own))
    return scores


def _fit(sample: Sample, chosen: Ints) -> Linear:
    return learn.fit(sample.part(chosen), SCALES, CLASSES, ("all",), STRENGTH)
