"""What kind of network is wanted of some claims: a Design, the same for one network or a series over time."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from standpunt.errors import NetworkError

Mode = Literal["one-mode", "two-mode"]
Kind = Literal["ignore", "congruence", "conflict", "subtract", "combine"]
Normalisation = Literal["none", "average", "jaccard", "cosine", "activity", "prominence"]
Duplicates = Literal["include", "document", "week", "month", "year", "range"]
Unit = Literal["day", "week", "month", "year"]
Kernel = Literal["none", "uniform", "triangular", "epanechnikov", "gaussian"]
Grouping = Literal["leiden", "louvain", "edge betweenness", "hierarchical"]

_KINDS: dict[Mode, Collection[Kind]] = {
    "one-mode": ("ignore", "congruence", "conflict", "subtract"),
    "two-mode": ("ignore", "subtract", "combine"),
}
_NORMALISATIONS: dict[Mode, Collection[Normalisation]] = {
    "one-mode": ("none", "average", "jaccard", "cosine"),
    "two-mode": ("none", "activity", "prominence"),
}


@dataclass(frozen=True, slots=True)
class Design:
    """Which network.

    `rows` and `columns` are variables of the claims or fields of their documents: the rows are tied to the
    columns that they speak of (two-mode), or to each other by the columns that they share (one-mode). `qualifier`
    tells for or against, or how much, as a boolean or an integer.

    `kind`: `ignore` counts without the qualifier, `congruence` what two rows agree on, `conflict` what they
    disagree on, `subtract` the first less the second (in a two-mode network for less against), `combine` whether
    somebody was for (1), against (2), or both (3).

    `normalisation` takes out that who says more has more ties: of one-mode networks `average`, `jaccard` or
    `cosine`; of two-mode ones `activity` (shares of a row) or `prominence` (shares of a column).

    `duplicates` says within what the same row, column and qualifier (unless ignored) count once.

    `compatible` is as Discourse Network Analyzer computes it, where that is another figure (docs/networks.md).
    """

    mode: Mode = "one-mode"
    rows: str = "organization"
    columns: str = "concept"
    qualifier: str = "agreement"
    kind: Kind = "congruence"
    normalisation: Normalisation = "none"
    duplicates: Duplicates = "include"
    compatible: bool = False

    def __post_init__(self) -> None:
        """Raises NetworkError for what does not go together."""
        _one_of(self.mode, get_args(Mode), "mode")
        _one_of(self.kind, _KINDS[self.mode], f"kind of {self.mode} network")
        _one_of(self.normalisation, _NORMALISATIONS[self.mode], f"normalisation of a {self.mode} network")
        _one_of(self.duplicates, get_args(Duplicates), "way with duplicates")
        if self.rows == self.columns:
            raise NetworkError("rows and columns are the same", where=self.rows, hint="name two variables")


def _one_of(given: str, known: Collection[str], what: str) -> None:
    if given not in known:
        raise NetworkError(f"this is no {what}", where=given, hint=f"there is {', '.join(known)}")
