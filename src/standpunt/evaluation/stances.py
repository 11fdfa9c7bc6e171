"""Figures of stance on coded units: of each label, over all three, and by dimension."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LABELS = ("L", "N", "R")


@dataclass(frozen=True, slots=True)
class Figures:
    """`f1` is the mean over the labels; one that nobody gave and nobody found is left out of the mean."""

    units: int
    f1: float
    accuracy: float
    by_label: dict[str, float]


def figures(pairs: Iterable[tuple[str, str]]) -> Figures:
    """Of pairs of the label that people gave and the one that was found."""
    seen = list(pairs)
    by_label = {}
    for label in LABELS:
        given = sum(of == label for of, _ in seen)
        found = sum(of == label for _, of in seen)
        if given or found:
            by_label[label] = 2 * seen.count((label, label)) / (given + found)
    right = sum(given == found for given, found in seen)
    return Figures(
        len(seen),
        sum(by_label.values()) / len(by_label) if by_label else 0.0,
        right / len(seen) if seen else 0.0,
        by_label,
    )


def by(names: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, Figures]:
    """The figures of each name (a dimension, a shape), in order of the names."""
    return {
        name: figures(pair for of, pair in zip(names, pairs, strict=True) if of == name)
        for name in sorted(set(names))
    }
