"""Logistic regression over sparse named features: penalised, fitted by Newton's method, the same on every run."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Features = Mapping[str, float]
Vector = npt.NDArray[np.float64]

PENALTY = 25.0
"""The weight of half the squared coefficients (of features scaled to a deviation of 1); the constant is free."""
_STEPS = 25


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """`names` are the features that were frequent enough; one that is not among them counts for nothing."""

    names: Mapping[str, int]
    mean: Vector
    scale: Vector
    weights: Vector

    def probabilities(self, rows: Sequence[Features]) -> Vector:
        table = (_table(rows, self.names) - self.mean) / self.scale
        return _sigmoid(table @ self.weights[1:] + self.weights[0])


def fit(
    rows: Sequence[Features], labels: Sequence[bool], *, least: int = 5, penalty: float = PENALTY
) -> Model:
    """The model of these rows; a feature that is told in fewer than `least` of them is left out."""
    told = Counter(name for row in rows for name in row)
    names = {
        name: at for at, name in enumerate(sorted(name for name, count in told.items() if count >= least))
    }
    table, due = _table(rows, names), np.array(labels, dtype=np.float64)
    mean, scale = table.mean(axis=0), table.std(axis=0)
    scale[scale == 0] = 1.0
    table = np.hstack([np.ones((len(rows), 1)), (table - mean) / scale])
    held = np.full(table.shape[1], penalty)
    held[0] = 1e-6
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        given = _sigmoid(table @ weights)
        slope = table.T @ (due - given) - held * weights
        curve = (table * (given * (1 - given))[:, None]).T @ table + np.diag(held)
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return Model(names, mean, scale, weights)


def _table(rows: Sequence[Features], names: Mapping[str, int]) -> Vector:
    table = np.zeros((len(rows), len(names)))
    for place, row in enumerate(rows):
        for name, value in row.items():
            if name in names:
                table[place, names[name]] = value
    return table


def _sigmoid(values: Vector) -> Vector:
    result: Vector = 1 / (1 + np.exp(-np.clip(values, -30, 30)))
    return result
