"""Whether a confidence is what it says: of the statements that are 80% sure, are four in five right?

A statement is right when the gold has it with this speaker. Those that fit an optional one are left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from standpunt.evaluation.comparison import Comparison

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements whose confidence lies from `low` up to `high` (the last bin holds 1.0 too): how many, their mean
    confidence, and the share that is right."""

    low: float
    high: float
    statements: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """A reliability table; bins without statements are left out.

    `error` is the expected calibration error: the distance between confidence and share, on average over the
    statements. `brier` is the mean squared distance of each confidence to 1 (right) or 0; it also rewards telling the
    right from the wrong, and saying the same of all gets at best `brier_of_one`.
    """

    statements: int
    bins: tuple[Bin, ...]
    error: float | None
    brier: float | None
    brier_of_one: float | None


def calibrate(comparisons: Iterable[Comparison]) -> Calibration:
    judged = [
        (each.statement.confidence, each.speaker)
        for comparison in comparisons
        for each in comparison.outcomes
    ]
    return of(judged)


def of(judged: list[tuple[float, bool]]) -> Calibration:
    """The calibration of confidences, each with whether it came out right."""
    number = len(judged)
    if not number:
        return Calibration(0, (), None, None, None)
    binned: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        binned.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    bins = tuple(_bin(at, binned[at]) for at in sorted(binned))
    share = sum(right for _, right in judged) / number
    return Calibration(
        statements=number,
        bins=bins,
        error=sum(each.statements * abs(each.confidence - each.right) for each in bins) / number,
        brier=sum((confidence - right) ** 2 for confidence, right in judged) / number,
        brier_of_one=share * (1 - share),
    )


def _bin(at: int, judged: list[tuple[float, bool]]) -> Bin:
    number = len(judged)
    confidence = sum(confidence for confidence, _ in judged) / number
    right = sum(right for _, right in judged) / number
    return Bin(at / BINS, (at + 1) / BINS, number, confidence, right)
