"""An issue: who stands where, since when, on which condition, what changed, and what if."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from standpunt.answers import Answers
from standpunt.errors import StoreError
from standpunt.model import Moment, Stance
from standpunt.store import Scope
from standpunt.store.rows import Row
from standpunt.web import shapes, taking, views
from standpunt.web.charts import GLYPHS, Drawn, Lanes, lanes
from standpunt.web.pages.whatif import WhatIf, assumptions, canonical, whatif
from standpunt.web.views import Pair, Standing, Stood, Who
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

LANES, PLACES = 24, 10
"""Actors in the chart, those with most positions; places on a page of the list of all."""

Assume = Annotated[Sequence[str], Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class Held:
    """Those who take one stance now, each with the place that shows it."""

    stance: Stood
    actors: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party: the stance of most of its members, None where none has most, and how many hold each."""

    name: str
    stance: Stood | None
    members: tuple[tuple[Stood, int], ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in its sentence; `told` is who must meet it and how it counts."""

    stated: Standing
    told: str


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """Conditions that are one over actors and articles."""

    name: str
    stated: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class IssuePage:
    """`tally` is how many actors take each stance; `chart` is empty of lanes where nobody takes one; `legend` are the
    signs in it with their words; `silent` are those who speak in articles about it and take none, with in how many;
    `places` are a page of all places that show a stance, newest first, `more` the address of the next, `first` of the
    first."""

    label: str
    proposal: str
    tally: tuple[tuple[Stood, int], ...]
    chart: Lanes
    legend: tuple[tuple[str, str], ...]
    left_out: int
    held: tuple[Held, ...]
    parties: tuple[PartyRow, ...]
    conditions: tuple[ConditionGroup, ...]
    whatif: WhatIf | None
    shifts: tuple[Pair, ...]
    contradictions: tuple[Pair, ...]
    silent: tuple[tuple[Who, int], ...]
    places: tuple[Standing, ...]
    first: str
    more: str


@router.get("/issues/{id}/whatif")
def show_whatif(visit: Visiting, id: str, assume: Assume = ()) -> Response:
    """What follows alone, for the script that recomputes it at once."""
    answers = _answers(visit, id)
    return visit.page("whatif.html.j2", whatif(visit, answers, id, assumptions(visit, answers, id, assume)))


@router.get("/issues/{id}")
def show(visit: Visiting, id: str, assume: Assume = (), after: int = 0) -> Response:
    switched = canonical(visit, id)
    if switched:
        return RedirectResponse(switched, status_code=303)
    return visit.page("issue.html.j2", issue_page(visit, id, assume, after), held(visit, Scope(issue=id)))


def held(visit: Visit, scope: Scope) -> taking.Tables:
    """The positions and conditions of a scope, each with its article and outlet."""
    return {
        name: taking.table(shape, partial(visit.store.coded_rows, name, scope))
        for name, shape in (("positions", shapes.HELD), ("conditions", shapes.STATED))
    }


def issue_page(visit: Visit, id: str, assume: Sequence[str] = (), after: int = 0) -> IssuePage:
    """`after` is the position of which the list of all places goes on. Raises HTTPException where there is no such
    issue."""
    answers = _answers(visit, id)
    about = next(row for row in visit.store.issues_held() if row["id"] == id)
    taken = answers.positions(issue=id)
    cells = answers.matrix(issue=id)
    places, more = _places(visit, id, taken, after)
    drawn = _rows(visit, taken)
    return IssuePage(
        label=about["label"],
        proposal=about["proposal"],
        tally=tuple(
            (views.stood(visit, stance), number)
            for stance in Stance
            if (number := sum(cell["stance"] is stance for cell in cells))
        ),
        chart=lanes(drawn[:LANES], visit.wording),
        legend=tuple((sign, visit.wording.term(stance)) for stance, sign in GLYPHS.items()),
        left_out=max(0, len(drawn) - LANES),
        held=tuple(_held(visit, cells, taken)),
        parties=tuple(_party(visit, row) for row in answers.spread("party", issue=id)),
        conditions=tuple(_conditions(visit, answers.conditions(issue=id))),
        whatif=whatif(visit, answers, id, assumptions(visit, answers, id, assume)),
        shifts=tuple(views.shift(visit, row) for row in answers.shifts(issue=id)),
        contradictions=tuple(
            views.pair(visit, row["one"], row["other"], [_side(visit, row)])
            for row in answers.contradictions(issue=id)
        ),
        silent=tuple(
            (views.who(visit, row["id"], row["name"]), row["articles"])
            for row in visit.store.speaking_without(id)
        ),
        places=places,
        first=visit.to("issues", id, at="places", assume=list(assume)) if after else "",
        more=visit.to("issues", id, at="places", assume=list(assume), after=str(more)) if more else "",
    )


def _answers(visit: Visit, id: str) -> Answers:
    """All about one issue. Raises HTTPException where there is none of this id."""
    try:
        answers = Answers(visit.store, Scope(issue=id))
    except StoreError:  # without a codebook there is no issue at all
        raise HTTPException(404) from None
    if id not in answers.ids:
        raise HTTPException(404)
    return answers


def _rows(visit: Visit, taken: Iterable[Row]) -> list[tuple[str, str, list[Drawn]]]:
    """What is drawn of each actor, most positions first; the same stance on the same days once."""
    t = visit.wording
    of_actor: dict[tuple[str, str], dict[tuple[Moment, str], Drawn]] = defaultdict(dict)
    for row in taken:
        when = views.moment(row, "held")
        drawn = of_actor[row["actor_id"], row["actor"]]
        label = f"{row['actor']}, {t.moment(when)}: {t.term(Stance(row['stance']))}"
        href = views.standing(visit, row).place.href
        drawn.setdefault((when, row["stance"]), (when, row["stance"], href, label))
    ranked = sorted(of_actor.items(), key=lambda each: (-len(each[1]), each[0][1]))
    return [(name, visit.to("actors", id), list(drawn.values())) for (id, name), drawn in ranked]


def _held(visit: Visit, cells: Sequence[Row], taken: Iterable[Row]) -> Iterator[Held]:
    """By stance, then by name."""
    rows = {row["id"]: row for row in taken}
    for stance in Stance:
        here = sorted(
            (cell for cell in cells if cell["stance"] is stance), key=lambda cell: cell["actor"].casefold()
        )
        if here:
            shown = (_shown([rows[id] for id in cell["positions"]], stance) for cell in here)
            yield Held(views.stood(visit, stance), tuple(views.standing(visit, row, stance) for row in shown))


def _shown(positions: Sequence[Row], stance: Stance) -> Row:
    """The one that shows what all of them come to."""
    return next((row for row in positions if row["stance"] == stance.value), positions[0])


def _party(visit: Visit, row: Row) -> PartyRow:
    members = tuple(
        (views.stood(visit, stance), row["members"][stance]) for stance in Stance if stance in row["members"]
    )
    return PartyRow(row["party"], views.stood(visit, row["stance"]) if row["stance"] else None, members)


def _conditions(visit: Visit, stated: Iterable[Row]) -> Iterator[ConditionGroup]:
    """By group, in the order in which they are stated first."""
    groups: dict[str, list[Condition]] = defaultdict(list)
    for row in stated:
        groups[row["condition_group"]].append(condition(visit, row))
    for name, listed in groups.items():
        yield ConditionGroup(name, tuple(listed))


def condition(visit: Visit, row: Row) -> Condition:
    t = visit.wording
    told = (
        t("condition.must", who=row["must"]) if row["must"] else "",
        t("condition.unless") if row["unless"] else "",
        t("condition.any") if row["any_one"] else "",
    )
    stated = views.standing(visit, {**row, "stance": Stance.CONDITIONAL, "rule": "", "entry": ""})
    return Condition(stated, "; ".join(filter(None, told)))


def _side(visit: Visit, row: Row) -> str:
    return visit.wording("issue.side", side=row["side"]) if row["side"] else ""


def _places(visit: Visit, id: str, taken: Sequence[Row], after: int) -> tuple[tuple[Standing, ...], int]:
    """A page of all positions, newest first, and the last of it where others follow."""
    newest = sorted(taken, key=lambda row: _age(row), reverse=True)
    start = next((at + 1 for at, row in enumerate(newest) if row["id"] == after), 0)
    shown = newest[start : start + PLACES]
    more = shown[-1]["id"] if start + PLACES < len(newest) else 0
    return tuple(views.standing(visit, row) for row in shown), more


def _age(row: Row) -> tuple[str, int]:
    """To sort by: what has no date is oldest."""
    return str(row["held_latest"] or row["held_earliest"] or ""), row["id"]
