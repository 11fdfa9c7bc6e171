"""Issues: who stands where, on which conditions, what changed, what does not go together, who does not say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from standpunt.display.wording import DUTCH
from standpunt.dossier import silence
from standpunt.dossier.blocs import Blocs
from standpunt.dossier.matrix import Cell, Key, Spread, by_bloc, by_party, matrix
from standpunt.dossier.stances import in_time, summary
from standpunt.model import Condition, Contradiction, Dossier, Issue, Position, Shift, Stance
from standpunt.registry import Registry
from standpunt.report import views
from standpunt.report.cast import days
from standpunt.report.context import (
    ActorStands,
    Chip,
    ConditionGroup,
    Issues,
    IssueView,
    MatrixRow,
    SideBySide,
    Standing,
    Together,
)
from standpunt.report.stances import Stances, anchor, badged
from standpunt.report.whatif import what_if

Cells = Mapping[Key, Cell]


def issues(dossier: Dossier, stances: Stances, facts: Registry) -> Issues:
    """In the order of the codebook; those on which nobody takes a position by name only. `facts` say who governed."""
    cells = matrix(dossier.positions)
    actors = {actor.id: actor for actor in dossier.actors}
    spreads = [*by_bloc(cells, Blocs(dossier.blocs, actors, facts)).items(), *by_party(cells, actors).items()]
    about = {issue for _, issue in cells}
    shown = [issue for issue in dossier.issues if issue.id in about]
    silent = _silent(dossier, cells)
    return Issues(
        listed=tuple(_issue(issue, dossier, cells, spreads, silent[issue.id], stances) for issue in shown),
        matrix=tuple(_matrix(shown, cells, stances)) if len(shown) > 1 else (),
        without=tuple(issue.label for issue in dossier.issues if issue.id not in about),
        words=tuple(map(badged, Stance)),
    )


def _issue(
    issue: Issue,
    dossier: Dossier,
    cells: Cells,
    spreads: Iterable[tuple[Key, Spread]],
    silent: Counter[str],
    stances: Stances,
) -> IssueView:
    taken = [position for position in dossier.positions if position.issue == issue.id]
    here = {actor: cell for (actor, about), cell in cells.items() if about == issue.id}
    stated = [condition for condition in dossier.conditions if condition.issue == issue.id]
    sentences = _sentences(stated, taken, stances)
    return IssueView(
        anchor=anchor(issue.id),
        label=issue.label,
        proposal=issue.proposal,
        tally=_tally(cell.stance for cell in here.values()),
        stands=_stands(here, taken, stances),
        together=tuple(
            _together(name, spread, stances)
            for (name, about), spread in spreads
            if about == issue.id and len(spread.members) > 1
        ),
        conditions=tuple(_conditions(sentences, stances)),
        whatif=what_if(taken, stated, sentences, stances),
        shifts=tuple(_shift(shift, stances) for shift in dossier.shifts if shift.after.issue == issue.id),
        contradictions=tuple(
            _contradiction(each, stances) for each in dossier.contradictions if each.one.issue == issue.id
        ),
        silent=_named((stances.chip(actor), number) for actor, number in silent.items()),
    )


def _tally(taken: Iterable[Stance]) -> str:
    """`drie voor, één tegen`."""
    counts = Counter(taken)
    return ", ".join(
        f"{DUTCH.number(counts[stance])} {DUTCH.term(stance)}" for stance in Stance if counts[stance]
    )


def _together(name: str, spread: Spread, stances: Stances) -> Together:
    return Together(
        name=name,
        stance=badged(spread.stance) if spread.stance else None,
        tally=_tally(cell.stance for cell in spread.members.values()),
        deviating=tuple(stances.standing(cell.positions, cell.stance) for cell in spread.deviating.values()),
    )


def _stands(
    cells: Mapping[str, Cell], taken: Sequence[Position], stances: Stances
) -> tuple[ActorStands, ...]:
    """By stance, then by name."""
    of_actor: dict[str, list[Position]] = defaultdict(list)
    for position in in_time(taken):
        of_actor[position.actor].append(position)
    found = [
        ActorStands(
            stances.standing(cell.positions, cell.stance),
            tuple(_moments((each for each in of_actor[actor] if each not in cell.positions), stances)),
        )
        for actor, cell in cells.items()
    ]
    order = {stance.value: place for place, stance in enumerate(Stance)}
    return tuple(sorted(found, key=lambda one: (order[one.last.stance.stance], one.last.who.name.casefold())))


def _moments(ordered: Iterable[Position], stances: Stances) -> Iterator[Standing]:
    for _, group in groupby(ordered, key=lambda each: (each.held, each.article)):
        together = list(group)
        stance = summary(each.stance for each in together)
        assert stance is not None
        yield stances.standing(together, stance)


def _sentences(
    stated: Iterable[Condition], taken: Iterable[Position], stances: Stances
) -> dict[Condition, Standing]:
    """Each condition in the sentence that states it."""
    shown = {(each.article, each.actor, each.evidence): each for each in taken if each.condition is not None}
    return {
        each: stances.standing([shown[each.article, each.actor, each.span]], Stance.CONDITIONAL)
        for each in stated
    }


def _conditions(sentences: Mapping[Condition, Standing], stances: Stances) -> Iterator[ConditionGroup]:
    """By group, in the order in which they are stated first."""
    groups: dict[str, list[Condition]] = defaultdict(list)
    for condition in sentences:
        groups[condition.group].append(condition)
    for name, listed in groups.items():
        yield ConditionGroup(name, tuple((sentences[each], _of_condition(each, stances)) for each in listed))


def _of_condition(condition: Condition, stances: Stances) -> str:
    """Who must meet it, and how it counts."""
    return "; ".join(
        filter(
            None,
            (
                f"te vervullen door {stances.chip(condition.must).name}" if condition.must else "",
                "tenzij: staat in de weg" if condition.unless else "",
                "één van deze is genoeg" if condition.any else "",
            ),
        )
    )


def _shift(shift: Shift, stances: Stances) -> SideBySide:
    line = f"wijkt af van de lijn tot dan toe van {shift.line}" if shift.line else ""
    office = f"ander ambt: {'; '.join(map(DUTCH.office, shift.offices))}" if shift.offices else ""
    return _pair(shift.before, shift.after, "; ".join(filter(None, (line, office))), stances)


def _contradiction(each: Contradiction, stances: Stances) -> SideBySide:
    return _pair(each.one, each.other, f"beide staan voor {each.side}" if each.side else "", stances)


def _pair(one: Position, other: Position, told: str, stances: Stances) -> SideBySide:
    return SideBySide(stances.standing([one], one.stance), stances.standing([other], other.stance), told)


def _silent(dossier: Dossier, cells: Cells) -> Mapping[str, Counter[str]]:
    """By issue: who shows nothing on it anywhere, not even that he will not say, and in how many articles."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for each in silence.find(dossier.articles, dossier.positions):
        if (each.actor, each.issue) not in cells:
            counted[each.issue][each.actor] += 1
    return counted


def _named(chips: Iterable[tuple[Chip, int]]) -> tuple[tuple[Chip, int], ...]:
    return tuple(sorted(chips, key=lambda each: (-each[1], each[0].name.casefold())))


def _matrix(shown: Sequence[Issue], cells: Cells, stances: Stances) -> Iterator[MatrixRow]:
    """Who shows something on most issues comes first."""
    issues_of = Counter(actor for actor, _ in cells)
    rows = sorted(
        ((stances.chip(actor), actor) for actor in issues_of),
        key=lambda row: (-issues_of[row[1]], row[0].name.casefold(), row[1]),
    )
    for chip, actor in rows:
        held = [cells.get((actor, issue.id)) for issue in shown]
        yield MatrixRow(
            chip,
            tuple(
                (
                    badged(cell.stance),
                    views.when(days(cell.positions[-1].held), short=True),
                    next(stances.href(each) for each in cell.positions),
                )
                if cell
                else None
                for cell in held
            ),
        )
