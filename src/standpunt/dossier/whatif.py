"""What follows for an issue if conditions hold or fail.

    found = outcomes(positions, conditions, {"Amerikaanse steun": False})
    sets = ways(positions, conditions, ["persoon:dick-schoof"], wanted=1)

Nothing is invented: a condition that nobody stated does not count, and one that nothing is assumed of decides nothing.
The logic has three values (Kleene): holds, fails, unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from standpunt.dossier.matrix import Cell, matrix
from standpunt.model import Condition, Position, Stance

Assumptions = Mapping[str, bool]
"""Names of groups of conditions, and whether they hold."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where an actor stands under some assumptions.

    `stance` is None where it hangs on what is not known: `hangs` are the groups that nothing is assumed of. `rests`
    are the conditions that decided it, or that it hangs on, `cell` what the actor showed."""

    actor: str
    stance: Stance | None
    hangs: tuple[str, ...]
    rests: tuple[Condition, ...]
    cell: Cell


def outcomes(
    positions: Iterable[Position], conditions: Iterable[Condition], assume: Assumptions
) -> tuple[Outcome, ...]:
    """The outcome for each actor with a position on the one issue that all of these are about, by actor."""
    stated: dict[str, list[Condition]] = defaultdict(list)
    for condition in conditions:
        stated[condition.actor].append(condition)
    cells = matrix(positions)
    return tuple(_outcome(actor, cell, stated[actor], assume) for (actor, _), cell in cells.items())


def _outcome(actor: str, cell: Cell, stated: Sequence[Condition], assume: Assumptions) -> Outcome:
    if cell.stance is not Stance.CONDITIONAL:
        return Outcome(actor, cell.stance, (), (), cell)
    lists = _lists(stated)
    values = [_of_list(each, assume) for each in lists]
    if False in values:
        decided = lists[values.index(False)]
        failing = tuple(c for c in decided if _holds(c, assume) is False)
        return Outcome(actor, failing[0].failed, (), failing, cell)
    if lists and all(values):
        return Outcome(actor, stated[0].met, (), tuple(stated), cell)
    open_lists = [each for each, value in zip(lists, values, strict=True) if value is None]
    unknown = tuple(c for each in open_lists for c in each if _holds(c, assume) is None)
    return Outcome(actor, None, tuple(dict.fromkeys(c.group for c in unknown)), unknown, cell)


def _lists(stated: Iterable[Condition]) -> list[list[Condition]]:
    """Conditions by the list that they stand in; one that stands in none is a list of its own."""
    rows: dict[object, list[Condition]] = defaultdict(list)
    for condition in stated:
        rows[(condition.article, condition.list) if condition.list else condition].append(condition)
    return list(rows.values())


def _holds(condition: Condition, assume: Assumptions) -> bool | None:
    """Whether what a condition asks for is the case; of `tenzij X` it is that X is not."""
    value = assume.get(condition.group)
    return value if value is None or not condition.unless else not value


def _of_list(listed: Sequence[Condition], assume: Assumptions) -> bool | None:
    values = [_holds(condition, assume) for condition in listed]
    if listed[0].any:
        return True if True in values else None if None in values else False
    return False if False in values else None if None in values else True


def ways(
    positions: Iterable[Position], conditions: Iterable[Condition], actors: Iterable[str], wanted: int
) -> tuple[dict[str, bool], ...]:
    """The smallest sets of assumptions under which `wanted` of these actors support the proposal; empty where no
    stated condition brings them that far."""
    actors = frozenset(actors)
    positions = [each for each in positions if each.actor in actors]
    conditions = [each for each in conditions if each.actor in actors]
    sets = {condition.group: not condition.unless for condition in conditions}
    groups = sorted(sets)
    if _support(positions, conditions, sets, actors) < wanted:  # more assumptions never bring fewer in
        return ()
    for size in range(len(groups) + 1):
        found = [
            {group: sets[group] for group in chosen}
            for chosen in combinations(groups, size)
            if _support(positions, conditions, {group: sets[group] for group in chosen}, actors) >= wanted
        ]
        if found:
            return tuple(found)
    return ()


def _support(
    positions: Sequence[Position],
    conditions: Sequence[Condition],
    assume: Assumptions,
    actors: frozenset[str],
) -> int:
    found = outcomes(positions, conditions, assume)
    return sum(each.actor in actors and each.stance is Stance.SUPPORT for each in found)
