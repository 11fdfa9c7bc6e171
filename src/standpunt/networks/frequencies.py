"""How often each issue is spoken of, and on which side: what a bar chart shows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from standpunt.networks.claims import Claim
from standpunt.networks.design import Design
from standpunt.networks.duplicates import counted
from standpunt.networks.ties import axes


@dataclass(frozen=True, slots=True)
class Bar:
    """A value of the column variable and how many claims it has by level of the qualifier, all levels in order: of a
    boolean one False, which is against, before True."""

    name: str
    counts: dict[int, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def bars(claims: Iterable[Claim], design: Design) -> list[Bar]:
    """The most frequent first, among equals by name; duplicates count as they do in a network of this design. Raises
    NetworkError as `network`."""
    taken = list(counted(claims, design))
    names = axes(taken, design)
    found = Counter((str(claim.value(design.columns)), claim.value(design.qualifier)) for claim in taken)
    made = [Bar(name, {level: found[name, level] for level in names.levels}) for name in names.columns]
    return sorted(made, key=lambda bar: (-bar.total, bar.name))
