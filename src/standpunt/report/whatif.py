"""What if: what each condition on an issue does by itself, and what the script needs to combine them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from standpunt.display.wording import DUTCH
from standpunt.dossier.whatif import Assumptions, Outcome, lists, majority, outcomes, ways
from standpunt.model import Condition, Position
from standpunt.report.context import Assumable, Consequence, Hanging, Listed, Standing, Way, WhatIf
from standpunt.report.stances import Stances, badged

_WAYS = 5
"""Smallest sets that are listed for one aim; there can be very many."""


def what_if(
    taken: Sequence[Position],
    stated: Sequence[Condition],
    shown: Mapping[Condition, Standing],
    stances: Stances,
) -> WhatIf | None:
    """Of one issue; None where nobody's stance hangs on a condition. `shown` are the conditions in their sentences."""
    now = outcomes(taken, stated, {})
    hanging = {each.actor: each for each in now if each.rests}
    if not hanging:
        return None
    asked = {condition.group for each in hanging.values() for condition in each.rests}
    groups = [name for name in dict.fromkeys(each.group for each in stated) if name in asked]

    def then(group: str, holds: bool) -> Iterator[Consequence]:
        found = outcomes(taken, stated, {group: holds})
        for each in found:
            if each.actor in hanging and group in hanging[each.actor].hangs:
                yield _consequence(each, stances)

    return WhatIf(
        groups=tuple(Assumable(name, tuple(then(name, True)), tuple(then(name, False))) for name in groups),
        hanging=tuple(_hanging(each, groups, shown, stances) for each in hanging.values()),
        settled=tuple(
            (stances.chip(each.actor), badged(each.cell.stance)) for each in now if each.actor not in hanging
        ),
        majority=majority(now),
        ways=tuple(_ways(taken, stated, now, stances)),
    )


def _consequence(found: Outcome, stances: Stances) -> Consequence:
    stance = badged(found.stance) if found.stance else None
    return Consequence(stances.chip(found.actor), stance, found.hangs)


def _hanging(
    found: Outcome, groups: Sequence[str], shown: Mapping[Condition, Standing], stances: Stances
) -> Hanging:
    listed = [
        Listed(
            sentence=shown[condition],
            group=groups.index(condition.group),
            list=number,
            any=condition.any,
            unless=condition.unless,
            met=condition.met.value,
            failed=condition.failed.value,
        )
        for number, together in enumerate(lists(found.rests))
        for condition in together
    ]
    return Hanging(stances.chip(found.actor), tuple(listed))


def _ways(
    taken: Sequence[Position], stated: Sequence[Condition], now: Sequence[Outcome], stances: Stances
) -> Iterator[Way]:
    """To a majority, then to each whose stance hangs on something."""
    everybody = [each.actor for each in now]
    most = majority(now)
    aim = f"een meerderheid ({DUTCH.number(most)} van de {DUTCH.number(len(now))})"
    yield _way(aim, ways(taken, stated, everybody, most))
    for each in now:
        if each.rests:
            yield _way(stances.chip(each.actor).name, ways(taken, stated, [each.actor], 1))


def _way(aim: str, sets: Iterator[Assumptions]) -> Way:
    first = [tuple(each.items()) for each in islice(sets, _WAYS)]
    return Way(aim, tuple(first), more=next(sets, None) is not None)
