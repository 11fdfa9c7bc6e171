"""The trained classifier: for or against the proposal of an issue, or neither, by the words of a passage.

It knows the issues of the policy codebook. There are two tables of weights: one of the words alone, which a dossier
stands on, and one that also knows the actor's party and what its programme says. That is right more often, and hides
every shift.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

import numpy as np

from standpunt.dossier.trained import features, linear
from standpunt.dossier.trained.linear import Floats, Linear
from standpunt.dossier.trained.passages import Passage
from standpunt.dossier.trained.terms import Terms

LABELS = ("L", "N", "R")
"""For the proposal, neither, against it: as coders write them."""
BLANK = " "
"""Stands in the place of a word that is left out; no feature holds it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`shares` are calibrated probabilities, in the order of LABELS. The label is the one that serves all three best,
    not always the most probable: most sentences take no side, and those that do are what is looked for."""

    label: str
    shares: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Table:
    """Weights, and how many times its share a label counts when one is chosen."""

    weights: Linear
    favour: tuple[float, float, float]


class Classifier:
    def __init__(self, words: Table, full: Table) -> None:
        self._words = words
        self._full = full

    def judge(
        self, passages: Sequence[Passage], issues: Sequence[str], *, actor: bool = False
    ) -> list[Judged]:
        """Each passage on the issue at its place. With `actor`, who speaks counts too."""
        if not passages:
            return []
        table = self._full if actor else self._words
        groups = [table.weights.groups.index(issue) for issue in issues]
        rows, amounts = [], []
        for passage, issue in zip(passages, issues, strict=True):
            rows.append(features.keys(passage, issue))
            amounts.append({"line": features.line(passage, issue)})
        shares = linear.softmax(table.weights.scores(rows, groups, amounts))
        chosen = (shares * np.array(table.favour, "f4")).argmax(axis=1)
        return [
            Judged(LABELS[at], (of[0], of[1], of[2]))
            for at, of in zip(chosen.tolist(), shares.tolist(), strict=True)
        ]

    def deciding(
        self, passage: Passage, issue: str, label: str, *, actor: bool = False
    ) -> list[tuple[str, float]]:
        """The words of the sentence with what each adds to the probability of the label, the strongest first.

        It is measured by leaving the word out, wherever it stands in the sentence.
        """
        words = list(dict.fromkeys(passage.target))
        without = [
            replace(passage, target=tuple(BLANK if word == each else word for word in passage.target))
            for each in words
        ]
        place = LABELS.index(label)
        whole, *parts = (
            each.shares[place]
            for each in self.judge([passage, *without], [issue] * (len(words) + 1), actor=actor)
        )
        return sorted(
            ((word, whole - part) for word, part in zip(words, parts, strict=True)),
            key=lambda each: (-abs(each[1]), each[0]),
        )

    def leaning(self, passages: Sequence[Passage], terms: Terms) -> Floats:
        """Scores of each passage on an issue that was not learned, by what was learned of all issues: passages ×
        LABELS, as logarithms of shares but for a constant. Who speaks does not count."""
        rows = [features.of_words(each) | features.of_terms(each, terms) for each in passages]
        return self._any_issue.scores(rows, [0] * len(rows))

    @cached_property
    def _any_issue(self) -> Linear:
        return self._words.weights.shared()

    def as_record(self) -> dict[str, Any]:
        """What `from_record` reads."""
        return {
            name: {"weights": table.weights.as_record(), "favour": table.favour}
            for name, table in (("words", self._words), ("full", self._full))
        }


def from_record(record: Mapping[str, Any]) -> Classifier:
    words, full = (
        Table(linear.from_record(record[name]["weights"]), tuple(record[name]["favour"]))
        for name in ("words", "full")
    )
    return Classifier(words, full)


@cache
def load() -> Classifier:
    """The classifier that ships. Raises ModelError."""
    return from_record(linear.load("stance.xz"))
