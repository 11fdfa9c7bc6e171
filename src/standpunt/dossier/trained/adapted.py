"""The shipped classifier turned to an issue that it does not know, by passages whose stance people have set right.

    adapted = fit(rows, leanings, labels)
    adapted.shares(rows, leanings)

It starts from what the classifier holds of any issue (`Classifier.leaning`), and moves the constants and the weights of
words only as far as the passages ask for: logistic regression with that start and a penalty, the same on every run.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from standpunt.dossier.trained import features
from standpunt.dossier.trained.passages import Passage
from standpunt.dossier.trained.stance import LABELS
from standpunt.dossier.trained.terms import Terms

Vectors = npt.NDArray[np.float64]
Row = Sequence[tuple[str, str]]

PENALTY = 0.25
"""The weight of half the squared weights."""
_LEAST = 2
"""Passages in which a word must stand to be weighed."""
_STEPS = 300


def row(passage: Passage, terms: Terms) -> Row:
    """Words and rows of tags, each with its channel."""
    found = features.of_words(passage) | features.of_terms(passage, terms)
    return [(channel, name) for channel in ("word", "tag") for name in dict.fromkeys(found[channel])]


@dataclass(frozen=True, slots=True, eq=False)
class Adapted:
    """`weights`: names × labels, a last row of constants."""

    names: dict[tuple[str, str], int]
    weights: Vectors

    def shares(self, rows: Sequence[Row], leanings: Vectors) -> Vectors:
        """Rows × labels, in the order of LABELS."""
        return _softmax(leanings + _table(rows, self.names) @ self.weights)

    def words(self, row: Row, label: str) -> list[str]:
        """Those that were learned to speak for the label, the strongest first."""
        at = LABELS.index(label)
        gains = {
            name: self.weights[place, at] - self.weights[place].mean()
            for channel, name in row
            if channel == "word" and (place := self.names.get((channel, name))) is not None
        }
        return sorted(
            (name for name, gain in gains.items() if gain > 0), key=lambda name: (-gains[name], name)
        )


def fit(rows: Sequence[Row], leanings: Vectors, labels: Sequence[str]) -> Adapted:
    """By Nesterov's accelerated gradient, with the step that the size of the table allows."""
    told = Counter(name for each in rows for name in each)
    names = {name: at for at, name in enumerate(sorted(name for name, n in told.items() if n >= _LEAST))}
    table = _table(rows, names)
    due = np.eye(len(LABELS))[[LABELS.index(label) for label in labels]]
    curve = 0.5 * float(np.linalg.norm(table, 2)) ** 2 + PENALTY
    weights = ahead = np.zeros((table.shape[1], len(LABELS)))
    pace = 1.0
    for _ in range(_STEPS):
        slope = table.T @ (_softmax(leanings + table @ ahead) - due) + PENALTY * ahead
        before, weights = weights, ahead - slope / curve
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead, pace = weights + (pace - 1) / faster * (weights - before), faster
    return Adapted(names, weights)


def _table(rows: Sequence[Row], names: dict[tuple[str, str], int]) -> Vectors:
    """Each row scaled to length 1, and a constant."""
    table = np.zeros((len(rows), len(names) + 1))
    for place, each in enumerate(rows):
        table[place, [names[name] for name in each if name in names]] = 1.0
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths == 0, 1, lengths)
    table[:, -1] = 1.0
    return table


def _softmax(scores: Vectors) -> Vectors:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Vectors = grown / grown.sum(axis=1, keepdims=True)
    return shares
