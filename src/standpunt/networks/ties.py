"""Claims → a network, one-mode or two-mode.

    network(coding.claims, Design(kind="congruence", normalisation="cosine")).frame()

With x[i, k, l] how often row i speaks of column k at level l of the qualifier, and s[l, m] how near two levels
are (1 the same, 0 farthest apart), two rows

    ignore       sum over k of x[i, k, .] x[j, k, .]                 how often they speak of the same
    congruence   sum over k, l, m of x[i, k, l] s[l, m] x[j, k, m]     how often they agree on it
    conflict     the same with 1 - s                              how often they disagree on it

Each normalisation divides a tie by what the two rows share with themselves, c[i, i] and c[j, j], in their
congruence (or in `ignore`): `average` by the mean of both (Dice), `jaccard` by both less their congruence,
`cosine` by the square root of their product. All are 1 for two rows that say the same equally often, and where
each claim counts once they are what the names say of sets. Discourse Network Analyzer divides by the numbers of
claims instead.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from standpunt.errors import NetworkError
from standpunt.networks.claims import Claim, Value
from standpunt.networks.design import Design
from standpunt.networks.duplicates import counted
from standpunt.networks.matrix import Matrix, Numbers


@dataclass(frozen=True, slots=True)
class Axes:
    """What a network ranges over: names in alphabetical order, and the levels of the qualifier."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    levels: tuple[int, ...]


def network(claims: Iterable[Claim], design: Design) -> Matrix:
    """Raises NetworkError where the claims have no such variables, or a qualifier that is neither boolean nor
    integer."""
    have = list(claims)
    taken = list(counted(have, design))
    if have and not taken:
        raise _no_claims(have, design)
    return over(taken, design, axes(taken, design))


def axes(claims: Sequence[Claim], design: Design) -> Axes:
    """Of claims that were `counted`. A boolean qualifier has both of its levels, an integer one those that
    occur."""
    levels = {claim.value(design.qualifier) for claim in claims if design.kind != "ignore"}
    if odd := [level for level in levels if isinstance(level, str)]:
        raise NetworkError(
            f"the qualifier is neither boolean nor integer, but for instance {min(odd)!r}",
            where=design.qualifier,
            hint="name another variable, or the kind ignore",
        )
    booleans = all(isinstance(level, bool) for level in levels)
    return Axes(
        _names(claims, design.rows),
        _names(claims, design.columns),
        (False, True) if booleans else tuple(sorted(int(level) for level in levels if level is not None)),
    )


def over(
    claims: Sequence[Claim], design: Design, axes: Axes, weights: Sequence[float] | None = None
) -> Matrix:
    """The network of claims that were `counted`, over given axes: all networks of a series have the same names. A
    weight for each claim says for how much it counts, in place of 1."""
    weights = [1.0] * len(claims) if weights is None else weights
    x = _occurrences(claims, design, axes, weights)
    if design.mode == "one-mode":
        names, values = axes.rows, _one_mode(x, design, axes.levels)
    else:
        names, values = axes.columns, _two_mode(x, design, axes.levels)
    said: dict[tuple[str, str], float] = defaultdict(float)
    for claim, weight in zip(claims, weights, strict=True):
        for variable in (design.rows, design.columns):
            said[variable, str(claim.value(variable))] += weight
    return Matrix(design, axes.rows, names, values, said)


def _names(claims: Iterable[Claim], variable: str) -> tuple[str, ...]:
    return tuple(sorted({str(claim.value(variable)) for claim in claims}))


def _occurrences(claims: Sequence[Claim], design: Design, axes: Axes, weights: Sequence[float]) -> Numbers:
    """Rows by columns by levels; where the qualifier is ignored there is one level."""
    ignored = design.kind == "ignore"
    row, column = ({name: at for at, name in enumerate(names)} for names in (axes.rows, axes.columns))
    level: dict[Value | None, int] = {each: at for at, each in enumerate((0,) if ignored else axes.levels)}
    x = np.zeros((len(row), len(column), len(level)))
    for claim, weight in zip(claims, weights, strict=True):
        value = 0 if ignored else claim.value(design.qualifier)
        at = row[str(claim.value(design.rows))], column[str(claim.value(design.columns))], level[value]
        x[at] += weight
    return x


def _one_mode(x: Numbers, design: Design, levels: Sequence[int]) -> Numbers:
    near = np.ones((1, 1)) if design.kind == "ignore" else _nearness(levels)
    alike = _shared(x, near)
    unlike = _shared(x, 1 - near)
    values = {
        "ignore": alike, "congruence": alike, "conflict": unlike, "subtract": alike - unlike,
    }[design.kind] / _denominator(x, alike, design)  # fmt: skip
    np.fill_diagonal(values, 0)
    return values


def _nearness(levels: Sequence[int]) -> Numbers:
    """1 for the same level, 0 for the two farthest apart."""
    at = np.array(levels, dtype=float)
    width = np.ptp(at) if len(at) else 0.0
    near: Numbers = 1 - np.abs(at[:, None] - at[None, :]) / (width or 1.0)
    return near


def _shared(x: Numbers, weight: Numbers) -> Numbers:
    rows = len(x)
    shared: Numbers = (x @ weight).reshape(rows, -1) @ x.reshape(rows, -1).T
    return shared


def _denominator(x: Numbers, alike: Numbers, design: Design) -> Numbers:
    """Never zero: what would be divided by zero is zero itself."""
    rows = len(x)
    own = x.sum(axis=(1, 2)) if design.compatible else alike.diagonal()
    if design.normalisation == "average":
        found = (own[:, None] + own[None, :]) / 2
    elif design.normalisation == "cosine":
        product = own[:, None] * own[None, :]
        found = product if design.compatible else np.sqrt(product)
    elif design.normalisation == "jaccard" and design.compatible:
        flat = x.reshape(rows, -1)
        alone = flat @ (flat == 0).T.astype(float)
        found = alone + alone.T + flat @ flat.T
    elif design.normalisation == "jaccard":
        found = own[:, None] + own[None, :] - alike
    else:
        found = np.ones((rows, rows))
    return np.where(found == 0, 1.0, found)


def _two_mode(x: Numbers, design: Design, levels: Sequence[int]) -> Numbers:
    values: Numbers
    if design.kind == "combine":
        values = (x > 0) @ (2.0 ** np.arange(x.shape[2])[::-1])
    elif design.kind == "subtract":
        # of a boolean qualifier against is -1; an integer one has its own sign
        signs = [-1.0, 1.0] if isinstance(levels[0], bool) else [float(level) for level in levels]
        values = x @ np.array(signs)
    else:
        values = x.sum(axis=2)
    along = {"activity": 1, "prominence": 0}.get(design.normalisation)
    if along is None:
        return values
    said: Numbers = np.sign(values) if design.kind == "combine" else x.sum(axis=2)
    total = said.sum(axis=along, keepdims=True)
    return values / np.where(total == 0, 1.0, total)


def _no_claims(claims: Sequence[Claim], design: Design) -> NetworkError:
    wanted = [design.rows, design.columns] + ([] if design.kind == "ignore" else [design.qualifier])
    have = sorted({name for claim in claims for name in claim.values})
    return NetworkError(
        f"no claim has all of {', '.join(wanted)}",
        hint=f"the variables are {', '.join(have)}",
    )
