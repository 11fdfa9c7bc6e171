"""What follows for an issue if conditions hold or fail.

    found = outcomes(positions, conditions, {"Amerikaanse steun": False})
    sets = list(ways(positions, conditions, ["persoon:dick-schoof"], wanted=1))

Nothing is invented: a condition that nobody stated does not count, and one that nothing is assumed of decides nothing.
The logic has three values (Kleene): holds, fails, unknown.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import chain, product
from math import lcm

from standpunt.dossier.matrix import Cell, Key, matrix
from standpunt.model import Condition, Position, Stance

Assumptions = Mapping[str, bool]
"""Names of groups of conditions, and whether they hold."""

Assumption = tuple[str, bool]
Asked = tuple[frozenset[Assumption], ...]
"""The sets of assumptions that bring an actor in: one of nothing for who is in, none for whom nothing brings in."""


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
    return follow(matrix(positions), conditions, assume)


def follow(
    cells: Mapping[Key, Cell], conditions: Iterable[Condition], assume: Assumptions
) -> tuple[Outcome, ...]:
    """The outcome for each of these cells of one issue."""
    stated = _by_actor(conditions)
    return tuple(_outcome(actor, cell, stated[actor], assume) for (actor, _), cell in cells.items())


def _by_actor(conditions: Iterable[Condition]) -> dict[str, list[Condition]]:
    stated: dict[str, list[Condition]] = defaultdict(list)
    for condition in conditions:
        stated[condition.actor].append(condition)
    return stated


def _outcome(actor: str, cell: Cell, stated: Sequence[Condition], assume: Assumptions) -> Outcome:
    if cell.stance is not Stance.CONDITIONAL:
        return Outcome(actor, cell.stance, (), (), cell)
    listed = lists(stated)
    values = [_of_list(each, assume) for each in listed]
    if False in values:
        decided = listed[values.index(False)]
        failing = tuple(c for c in decided if _holds(c, assume) is False)
        return Outcome(actor, failing[0].failed, (), failing, cell)
    if listed and all(values):
        return Outcome(actor, stated[0].met, (), tuple(stated), cell)
    open_lists = [each for each, value in zip(listed, values, strict=True) if value is None]
    unknown = tuple(c for each in open_lists for c in each if _holds(c, assume) is None)
    return Outcome(actor, None, tuple(dict.fromkeys(c.group for c in unknown)), unknown, cell)


def lists(stated: Iterable[Condition]) -> list[list[Condition]]:
    """Conditions by the list that they stand in; one that stands in none is a list of its own."""
    rows: dict[object, list[Condition]] = defaultdict(list)
    for at, condition in enumerate(stated):
        rows[(condition.article, condition.list) if condition.list else at].append(condition)
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


def majority(actors: Sized) -> int:
    """How many of these are more than half."""
    return len(actors) // 2 + 1


def ways(
    positions: Iterable[Position], conditions: Iterable[Condition], actors: Iterable[str], wanted: int
) -> Iterator[dict[str, bool]]:
    """The smallest sets of assumptions under which `wanted` of these actors support the proposal, first those of what
    most of them ask for; none where no stated condition brings them that far. There can be very many: take some."""
    actors = frozenset(actors)
    cells = {key: cell for key, cell in matrix(positions).items() if key[0] in actors}
    return bringing_in(cells, conditions, wanted)


def bringing_in(
    cells: Mapping[Key, Cell], conditions: Iterable[Condition], wanted: int
) -> Iterator[dict[str, bool]]:
    """The same for these cells of one issue."""
    stated = _by_actor(conditions)
    asked = Counter(_asked(cell, stated[actor]) for (actor, _), cell in cells.items())
    del asked[()]
    if asked.total() < wanted:
        return
    for size in range(len({group for sets in asked for each in sets for group, _ in each}) + 1):
        found = _sets(frozenset(), asked, wanted, size)
        first = next(found, None)
        if first is not None:
            yield from (dict(sorted(each)) for each in chain((first,), found))
            return


def _asked(cell: Cell, stated: Sequence[Condition]) -> Asked:
    """The sets of assumptions that bring an actor in."""
    if cell.stance is Stance.SUPPORT:
        return (frozenset(),)
    if cell.stance is not Stance.CONDITIONAL or not stated or stated[0].met is not Stance.SUPPORT:
        return ()
    choices = []
    for listed in lists(stated):
        holding = [(condition.group, not condition.unless) for condition in listed]
        choices.append([{each} for each in holding] if listed[0].any else [set(holding)])
    sets = dict.fromkeys(frozenset[Assumption]().union(*each) for each in product(*choices))
    return tuple(each for each in sets if len({group for group, _ in each}) == len(each))


def _sets(
    chosen: frozenset[Assumption], asked: Counter[Asked], wanted: int, size: int
) -> Iterator[frozenset[Assumption]]:
    """The chosen assumptions with `size` more, where that brings in `wanted` of those who ask, and fewer do not;
    `asked` counts who asks for the same.

    An assumption weighs a share of each actor who asks for it, one by the number that he asks for at least: whoever
    comes in, by whichever set, has weighed at least one. So branches whose heaviest weigh too little are left."""
    wanted -= sum(number for sets, number in asked.items() if frozenset() in sets)
    if wanted <= 0:
        yield chosen
        return
    asked = Counter({sets: number for sets, number in asked.items() if sets and frozenset() not in sets})
    fewest = {sets: min(map(len, sets)) for sets in asked}
    whole = lcm(*fewest.values())  # an actor weighs so much, of which any share is a whole number too
    weights: dict[Assumption, int] = defaultdict(int)
    for sets, number in asked.items():
        for assumption in frozenset[Assumption]().union(*sets):
            weights[assumption] += number * (whole // fewest[sets])
    heaviest = sorted(weights, key=lambda each: (-weights[each], each))
    if sum(weights[each] for each in heaviest[:size]) < wanted * whole:
        return
    first = heaviest[0]
    group, holds = first
    given, without = Counter[Asked](), Counter[Asked]()
    for sets, number in asked.items():
        given[tuple(each - {first} for each in sets if (group, not holds) not in each)] += number
        without[tuple(each for each in sets if first not in each)] += number
    yield from _sets(chosen | {first}, given, wanted, size - 1)
    yield from _sets(chosen, without, wanted, size)
