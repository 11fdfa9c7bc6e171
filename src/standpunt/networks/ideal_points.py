"""Where actors stand on one line, with how sure that is: an item response model of who is for and against what.

An actor at t is for an issue with the chance P(a t - b), P the normal distribution: a, the slope, is how strongly the
issue divides along the line and which way, b its cut how much it takes. With three levels those who speak on both sides
stand between the two, and an issue has two cuts (the graded response model). These are the models of Discourse Network
Analyzer's `dna_scale1dbin` and `dna_scale1dord`, and the priors are those of the first: t has mean 0 and variance 1,
which also says what is 0 and 1 on the line; slopes and cuts 0 and 4. There the line comes of a simulation, here the
slopes and cuts are the most probable ones, with the actors summed over (Bock and Aitkin 1981), and an actor is the mean
of what is then probable of him: the same claims give the same line.

Errors are standard errors: of an actor the spread of what is probable of him, the issues taken as they are; of an issue
from the curvature at the most probable. What is nobody's to choose, the direction, is set by the issue with the
steepest slope: who is for it lies above zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design
from standpunt.networks.matrix import Numbers, missing
from standpunt.networks.scaling import Sides, sides, undivided

Levels = Literal[2, 3]

_GRID = np.linspace(-5, 5, 61)
_WEIGHT = np.exp(-(_GRID**2) / 2) / np.exp(-(_GRID**2) / 2).sum()
_SPREAD = 2.0
"""The standard deviation of the priors of slopes and cuts."""
_STEP = 1e-4
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Point:
    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Divide:
    """How an issue divides: its slope and that one's standard error, and its cuts, in order."""

    slope: float
    error: float
    cuts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class IdealPoints:
    actors: Mapping[str, Point]
    issues: Mapping[str, Divide]


def ideal_points(
    claims: Iterable[Claim], design: Design, levels: Levels = 2, least: int = 2, above: str = ""
) -> IdealPoints:
    """Of the rows that speak of at least so many columns; with `above` the direction is that in which this row lies
    above zero. With two levels who speaks on both sides of an issue is for it by the share of his claims. Raises
    NetworkError where nobody differs, for a name that is not there, and as `network`; StandpuntError without scipy."""
    try:
        from scipy.optimize import minimize
    except ImportError as fault:
        raise missing("scipy") from fault
    if levels not in get_args(Levels):
        raise NetworkError("there are two levels or three", where=str(levels), hint="give 2 or 3")
    found = sides(claims, design, least)
    if above and above not in found.actors:
        raise NetworkError("this row is not on the line", where=above, hint="name one that is")
    if not found.deviation.any():
        raise undivided(least)
    model = _Model(found, levels)
    fitted = minimize(
        model.loss, model.start(), jac=True, method="BFGS", options={"gtol": 1e-6, "maxiter": 2000}
    )
    values, errors = model.actors(fitted.x)
    slopes, cuts = model.issues(fitted.x)
    slope_errors = model.slope_errors(fitted.x)
    steepest = float(slopes[np.argmax(np.abs(slopes).round(9))])
    sign = np.sign(values[found.actors.index(above)] if above else steepest) or 1.0
    return IdealPoints(
        {
            name: Point(float(sign * value), float(error))
            for name, value, error in zip(found.actors, values, errors, strict=True)
        },
        {
            name: Divide(float(sign * slope), float(error), tuple(cut.tolist()))
            for name, slope, error, cut in zip(found.issues, slopes, slope_errors, cuts, strict=True)
        },
    )


class _Model:
    """`shares[level]` is the part of an actor's word on an issue that is at this level, from against to for; all are 0
    where he says nothing. Parameters are, issue by issue, the slope, the first cut and, with three levels, the
    logarithm of the step to the second."""

    def __init__(self, found: Sides, levels: Levels) -> None:
        mean = found.mean
        there = ~np.isnan(mean)
        agrees = np.where(there, (mean + 1) / 2, 0.0)
        if levels == 2:
            self._shares = [np.where(there, 1 - agrees, 0.0), agrees]
        else:
            against, both = agrees == 0, (agrees > 0) & (agrees < 1)
            self._shares = [np.where(there, each, 0.0) for each in (against, both, agrees == 1)]
        self._found, self._levels, self._issues = found, levels, mean.shape[1]

    def start(self) -> Numbers:
        """Slopes along the first principal component, from which the search goes the right way."""
        component = np.linalg.svd(self._found.deviation, full_matrices=False)[2][0]
        begun = np.zeros((self._issues, self._levels))
        begun[:, 0] = component * np.sqrt(self._issues)
        flat: Numbers = begun.ravel()
        return flat

    def issues(self, flat: Numbers) -> tuple[Numbers, Numbers]:
        """The slopes, and the cuts of each issue."""
        told = flat.reshape(self._issues, self._levels)
        first = told[:, 1]
        second = [first + np.exp(told[:, 2])] if self._levels == 3 else []
        return told[:, 0], np.column_stack([first, *second])

    def loss(self, flat: Numbers) -> tuple[float, Numbers]:
        """The negative logarithm of the probability, but for a constant, and its gradient."""
        slopes, cuts = self.issues(flat)
        chances, pulls = self._chances(slopes, cuts)
        whole, belief = self._beliefs(chances)
        gradient = np.zeros((self._issues, self._levels))
        for at, pull in enumerate(pulls):  # of the argument at a cut: the cut less the slope times the point
            of_cut = np.einsum("ijq,iq->jq", pull, belief)
            gradient[:, 0] -= of_cut @ _GRID
            gradient[:, 1] += of_cut.sum(axis=1)
            if at == 1:
                gradient[:, 2] += of_cut.sum(axis=1) * (cuts[:, 1] - cuts[:, 0])
        prior = flat / _SPREAD**2
        return -whole + float(flat @ prior) / 2, prior - gradient.ravel()

    def actors(self, flat: Numbers) -> tuple[Numbers, Numbers]:
        """The mean of what is probable of each actor, and its spread."""
        _, belief = self._beliefs(self._chances(*self.issues(flat))[0])
        mean = belief @ _GRID
        spread: Numbers = np.sqrt(belief @ _GRID**2 - mean**2)
        return mean, spread

    def slope_errors(self, flat: Numbers) -> Numbers:
        """From the curvature, by differences of the gradient."""
        steps = _STEP * np.eye(len(flat))
        curvature = np.array([self.loss(flat + step)[1] - self.loss(flat - step)[1] for step in steps]) / (
            2 * _STEP
        )
        spread = np.linalg.pinv((curvature + curvature.T) / 2)
        errors: Numbers = np.sqrt(np.maximum(spread.diagonal(), 0)).reshape(self._issues, self._levels)[:, 0]
        return errors

    def _beliefs(self, chances: Numbers) -> tuple[float, Numbers]:
        """The logarithm of the probability of all that is said, and how probable each place of the grid is for each
        actor."""
        joint = chances + np.log(_WEIGHT)
        most = joint.max(axis=1, keepdims=True)
        each = np.exp(joint - most)
        total = each.sum(axis=1, keepdims=True)
        return float((np.log(total) + most).sum()), each / total

    def _chances(self, slopes: Numbers, cuts: Numbers) -> tuple[Numbers, list[Numbers]]:
        """The logarithm of the chance of what each actor says, by the places of the grid; and by how much it grows with
        the argument at each cut, by actor, issue and place."""
        from scipy.special import log_ndtr

        at = [cut[:, None] - slopes[:, None] * _GRID[None, :] for cut in cuts.T]
        dense = [np.exp(-(each**2) / 2) / np.sqrt(2 * np.pi) for each in at]
        below, above = log_ndtr(at[0]), log_ndtr(-at[-1])
        levels, grows = [below, above], [dense[0] / np.exp(below), dense[-1] / np.exp(above)]
        pulls = [self._shares[0][:, :, None] * grows[0]]
        if self._levels == 2:
            pulls[0] = pulls[0] - self._shares[1][:, :, None] * grows[1]
        else:
            between = np.maximum(np.exp(log_ndtr(at[1])) - np.exp(below), _TINY)
            levels.insert(1, np.log(between))
            pulls[0] = pulls[0] - self._shares[1][:, :, None] * dense[0] / between
            pulls.append(
                self._shares[1][:, :, None] * dense[1] / between - self._shares[2][:, :, None] * grows[1]
            )
        chances = sum(
            np.einsum("ij,jq->iq", share, level) for share, level in zip(self._shares, levels, strict=True)
        )
        return np.asarray(chances), pulls
