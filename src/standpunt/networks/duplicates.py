"""Which claims count, and which only repeat another."""

from collections.abc import Hashable, Iterable, Iterator

from standpunt.model import Moment
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design


def counted(claims: Iterable[Claim], design: Design) -> Iterator[Claim]:
    """The claims that have a row, a column and, unless the kind is `ignore`, the qualifier; of duplicates the
    first."""
    seen: set[Hashable] = set()
    for claim in claims:
        row, column, level = _cell(claim, design)
        if row is None or column is None or level is None:
            continue
        if design.duplicates != "include":
            key = (claim.type, row, column, level, _within(claim, design))
            if key in seen:
                continue
            seen.add(key)
        yield claim


def _cell(claim: Claim, design: Design) -> tuple[Hashable, Hashable, Hashable]:
    level = 0 if design.kind == "ignore" else claim.value(design.qualifier)
    return claim.value(design.rows), claim.value(design.columns), level


def _within(claim: Claim, design: Design) -> Hashable:
    """What another claim must share to be a duplicate. One that is not certain to lie in one week, month or year is
    compared within its document."""
    if design.duplicates == "range":
        return None
    period = None if design.duplicates == "document" else _period(claim.when, design)
    return ("document", claim.document.id) if period is None else period


def _period(when: Moment, design: Design) -> Hashable:
    if when.earliest is None or when.latest is None:
        return None
    first, last = (
        {
            "week": day.isocalendar()[:2],
            "month": (day.year, day.month),
            "year": (day.year,),
        }[design.duplicates]
        for day in (when.earliest, when.latest)
    )
    if first != last:
        return None
    # Discourse Network Analyzer compares the number of a week or month alone, whatever the year
    return first[-1] if design.compatible else first
