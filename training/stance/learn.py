"""Logistic regression over the channels of features, its calibration, and the choice of labels."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from standpunt.dossier.trained import features
from standpunt.dossier.trained.linear import PARTS, Channel, Linear, Row, parts
from training.stance.data import Floats, Ints

LEAST = {"word": 2, "pair": 2, "part": 3, "near part": 3, "near": 2, "tag": 5, "cue": 5, "cues": 10}
"""In how many rows a feature must stand; in one where nothing is said."""
BIAS = 0.3
"""How freely the constants move, in the units of Scale."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How freely the weights of a channel move: their variance before anything was seen, on all groups alike and
    on each apart."""

    shared: float
    apart: float = 0.0


Scales = Mapping[str, Scale]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Rows to learn from; `shares`: rows × classes, how much of each class is said; `amounts` by channel and row."""

    rows: Sequence[Row]
    groups: Ints
    shares: Floats
    amounts: Mapping[str, Floats]

    def part(self, chosen: Ints) -> "Sample":
        return Sample(
            [self.rows[at] for at in chosen],
            self.groups[chosen],
            self.shares[chosen],
            {name: amount[chosen] for name, amount in self.amounts.items()},
        )


def fit(
    sample: Sample,
    scales: Scales,
    classes: Sequence[str],
    groups: Sequence[str],
    strength: float,
    weights: Floats | None = None,
) -> Linear:
    """One class against the others, for each; the scores are not calibrated yet. `weights`: how much a row counts."""
    counts = np.ones(len(sample.rows)) if weights is None else weights
    vocabularies = {name: _vocabulary(sample.rows, name) for name in scales}
    blocks = []
    for name, scale in scales.items():
        matrix = _matrix(sample, name, *vocabularies[name])
        blocks.append(matrix * math.sqrt(scale.shared))
        if scale.apart:
            blocks.append(_by_group(matrix, sample.groups, len(groups)) * math.sqrt(scale.apart))
    constants = np.hstack([np.ones((len(sample.rows), 1)), np.eye(len(groups))[sample.groups]])
    blocks.append(sparse.csr_array(constants * math.sqrt(BIAS)))
    design = sparse.hstack(blocks).tocsr()
    design.indices, design.indptr = design.indices.astype("i4"), design.indptr.astype("i4")
    found = np.stack([_binary(design, said, strength, counts) for said in sample.shares.T], axis=1)
    *own, constant = np.split(found[:-1], np.cumsum([block.shape[1] for block in blocks[:-1]]))
    channels = {}
    for name, scale in scales.items():
        names, rarity = vocabularies[name]
        shared = own.pop(0) * math.sqrt(scale.shared)
        apart = np.zeros(0)
        if scale.apart:
            apart = own.pop(0).reshape(len(groups), len(names), -1).swapaxes(0, 1) * math.sqrt(scale.apart)
        channels[name] = Channel(names, rarity.astype("f4"), shared.astype("f4"), apart.astype("f4"))
    bias = (constant[0] + constant[1:]) * math.sqrt(BIAS) + found[-1]
    return Linear(classes, groups, channels, bias.astype("f4"))


def _by_group(matrix: sparse.csr_array, groups: Ints, number: int) -> sparse.csr_array:
    """Rows × (groups × features): a row has its features in the place of its group."""
    entries = matrix.tocoo()
    columns = entries.col + groups[entries.row] * matrix.shape[1]
    shape = (matrix.shape[0], number * matrix.shape[1])
    return sparse.csr_array((entries.data, (entries.row, columns)), shape=shape)


def _vocabulary(rows: Sequence[Row], name: str) -> tuple[tuple[str, ...], Floats]:
    """The features that stand in enough rows, and their rarity."""
    counts = Counter(key for row in rows for key in set(_keys(row, name)))
    names = tuple(sorted(key for key, count in counts.items() if count >= LEAST.get(name, 1)))
    if name in features.PRESENT:
        return names, np.zeros(0, "f4")
    return names, np.array([math.log(len(rows) / counts[key]) for key in names], "f4")


def _keys(row: Row, name: str) -> Sequence[str]:
    if name in PARTS:
        return [part for word in row[name] for part in parts(word)]
    return row[name]


def _matrix(sample: Sample, name: str, names: Sequence[str], rarity: Floats) -> sparse.csr_array:
    """Rows × features, as `Linear.scores` weighs them."""
    ids = dict(zip(names, range(len(names)), strict=True))
    known = [[ids[key] for key in _keys(row, name) if key in ids] for row in sample.rows]
    starts = np.cumsum([0, *map(len, known)])
    flat = np.array([at for row in known for at in row], dtype=np.intp)
    values = rarity[flat].astype(float) if rarity.size else np.ones(len(flat))
    matrix = sparse.csr_array((values, flat, starts), shape=(len(known), len(names)))
    if rarity.size:
        squares = sparse.csr_array((values**2, flat, starts), shape=matrix.shape)
        lengths = np.sqrt(np.asarray(squares.sum(axis=1)).ravel())
        matrix = sparse.diags_array(1 / np.where(lengths == 0, 1, lengths)) @ matrix
    if name in sample.amounts:
        matrix = sparse.diags_array(sample.amounts[name]) @ matrix
    return matrix.tocsr()


def _binary(design: sparse.csr_array, said: Floats, strength: float, counts: Floats) -> Floats:
    """Weights and constant; a row that coders were divided on counts on both sides."""
    yes, no = np.flatnonzero(said > 0), np.flatnonzero(said < 1)
    rows = np.concatenate([yes, no])
    learner = LogisticRegression(
        C=strength, solver="liblinear", dual=True, tol=0.01, max_iter=200, random_state=0
    )
    learner.fit(
        design[rows],
        np.repeat([1, 0], [len(yes), len(no)]),
        sample_weight=np.concatenate([(said * counts)[yes], ((1 - said) * counts)[no]]),
    )
    found: Floats = np.concatenate([learner.coef_[0], learner.intercept_])
    return found


def calibration(scores: Floats, shares: Floats) -> Floats:
    """What makes probabilities of scores by softmax: classes × classes, and a last row of constants."""
    table = np.hstack([scores, np.ones((len(scores), 1))])

    def loss(flat: Floats) -> tuple[float, Floats]:
        matrix = flat.reshape(table.shape[1], shares.shape[1])
        logs = table @ matrix
        logs -= np.logaddexp.reduce(logs, axis=1, keepdims=True)
        slope = table.T @ (np.exp(logs) - shares) + 0.01 * matrix
        return -(shares * logs).sum() + 0.005 * (matrix**2).sum(), slope.ravel()

    start = np.vstack([np.eye(shares.shape[1]), np.zeros(shares.shape[1])])
    found: Floats = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B").x.reshape(start.shape)
    return found


def calibrated(model: Linear, matrix: Floats) -> Linear:
    """The same model with the calibration worked into its weights."""
    turn = matrix[:-1].astype("f4")
    channels = {
        name: Channel(
            each.names,
            each.rarity,
            each.weights @ turn,
            each.by_group @ turn if each.by_group.size else each.by_group,
        )
        for name, each in model.channels.items()
    }
    return Linear(model.classes, model.groups, channels, model.bias @ turn + matrix[-1].astype("f4"))


def favour(shares: Floats, given: Ints) -> tuple[float, float, float]:
    """How many times its share a side counts beside none, so that the mean F1 of the three labels is best."""
    steps = np.arange(1.0, 2.01, 0.1)
    choices = [(float(one), 1.0, float(other)) for one in steps for other in steps]
    return max(choices, key=lambda each: (macro_f1((shares * each).argmax(axis=1), given), -sum(each)))


def macro_f1(found: Ints, given: Ints, classes: int = 3) -> float:
    """The mean F1 of the labels; one that neither side has counts as 0."""
    f1 = []
    for label in range(classes):
        right = np.sum((found == label) & (given == label))
        f1.append(2 * right / max(1, np.sum(found == label) + np.sum(given == label)))
    return float(np.mean(f1))
