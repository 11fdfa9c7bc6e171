"""Where actors and issues lie on one line: who says the same of the same issues lies close together.

The first principal component of the matrix of sides: of each actor on each issue the mean of his claims, 1 for and -1
against, 0 where he says nothing, less the mean of the issue over those who speak of it. It is the least model of an
ideal point that needs no drawing of chances: the same claims give the same line. What is nobody's to choose, the
direction, is set by the issue that divides most: who is for it lies above zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design
from standpunt.networks.duplicates import counted
from standpunt.networks.matrix import Numbers
from standpunt.networks.ties import axes, over


@dataclass(frozen=True, slots=True)
class Line:
    """`points` of the actors have a mean square of 1; `issues` say how strongly each issue divides along the line and
    which way; `share` is the part of all variance that lies along it."""

    points: Mapping[str, float]
    issues: Mapping[str, float]
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Of each actor on each issue the mean of his claims, 1 for and -1 against; nan where he says nothing. Each speaks
    of something, and each is spoken of."""

    actors: Sequence[str]
    issues: Sequence[str]
    mean: Numbers

    @property
    def deviation(self) -> Numbers:
        """From the mean of the issue; 0 where he says nothing."""
        if not self.mean.size:
            return self.mean
        found: Numbers = np.nan_to_num(self.mean - np.nanmean(self.mean, axis=0, keepdims=True))
        return found


def sides(claims: Iterable[Claim], design: Design, least: int = 2) -> Sides:
    """Of the rows that speak of at least so many columns. Raises NetworkError as `network`."""
    of_sides = replace(design, mode="two-mode", kind="subtract", normalisation="none")
    taken = list(counted(claims, of_sides))
    if not taken:
        raise NetworkError("no claim has these variables", hint="name others")
    names = axes(taken, of_sides)
    balance = over(taken, of_sides, names).values
    spoken = over(taken, replace(of_sides, kind="ignore"), names).values
    kept = (spoken > 0).sum(axis=1) >= least
    mean = np.divide(balance, spoken, out=np.full_like(balance, np.nan), where=spoken > 0)[kept]
    about = ~np.isnan(mean).all(axis=0)
    actors, issues = ([name for name, keep in zip(*each, strict=True) if keep]
                      for each in ((names.rows, kept), (names.columns, about)))  # fmt: skip
    return Sides(actors, issues, mean[:, about])


def line(claims: Iterable[Claim], design: Design, least: int = 2) -> Line:
    """Over the rows that speak of at least so many columns. Raises NetworkError where nothing divides them, and as
    `network`."""
    found = sides(claims, design, least)
    if not found.deviation.any():
        raise undivided(least)
    rows, strengths, columns = np.linalg.svd(found.deviation, full_matrices=False)
    points, issues = rows[:, 0], columns[0]
    sign = np.sign(issues[np.argmax(np.abs(issues).round(12))])
    scale = sign * np.sqrt(len(found.actors))
    return Line(
        dict(zip(found.actors, (scale * points).tolist(), strict=True)),
        dict(zip(found.issues, (sign * issues).tolist(), strict=True)),
        float(strengths[0] ** 2 / (strengths**2).sum()),
    )


def undivided(least: int) -> NetworkError:
    return NetworkError(
        f"nothing divides the names that speak of at least {least} columns", hint="ask for fewer columns"
    )
