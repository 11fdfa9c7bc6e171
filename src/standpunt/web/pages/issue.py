"""An issue: who stands where, since when, on which condition, what changed, and what if."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from standpunt.dossier.matrix import commonest
from standpunt.model import Moment, Stance
from standpunt.store import Page, Scope
from standpunt.store.rows import Row
from standpunt.web import shapes, taking, views
from standpunt.web.charts import GLYPHS, Drawn, Lanes, lanes
from standpunt.web.pages.whatif import Group, WhatIf, canonical, whatif
from standpunt.web.views import Pair, Standing, Stood, Who
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

LANES, MARKS = 24, 10
"""Actors in the chart, those with most positions, and the newest of theirs that are drawn."""

PLACES, HELD, STATED, PAIRS, SILENT = 10, 10, 3, 6, 40
"""How many places are on a page of the list of all; how many of those who take a stance are shown, of the conditions
of a group, of what changed or does not go together, and of those who are silent; `parts` has all."""

Assume = Annotated[Sequence[str], Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class Held:
    """Those who take one stance now: how many, and the first of them, each with the place that shows it; `more` leads
    to the others, empty where there are none."""

    stance: Stood
    number: int
    actors: tuple[Standing, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party or bloc: the stance of most of its members, None where none has most, and how many hold each."""

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
    """Conditions that are one over actors and articles: how many, and the newest; `more` leads to the others, empty
    where there are none."""

    name: str
    number: int
    stated: tuple[Condition, ...]
    more: str


@dataclass(frozen=True, slots=True)
class IssuePage:
    """`tally` is how many actors take each stance; `chart` is empty of lanes where nobody takes one; `legend` are the
    signs in it with their words; `silent` are those who speak in articles about it and take none, with in how many;
    `others` are the addresses of all shifts, contradictions and silent ones where not all are shown, else empty, and of
    where blocs stand;
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
    others: Mapping[str, str]
    places: tuple[Standing, ...]
    first: str
    more: str


@router.get("/issues/{id}/whatif")
def show_whatif(visit: Visiting, id: str, assume: Assume = ()) -> Response:
    """What follows alone, for the script that recomputes it at once."""
    about(visit, id)
    groups = visit.store.condition_groups(id, STATED)
    return visit.page("whatif.html.j2", lambda: whatif(visit, id, assume, groups))


@router.get("/issues/{id}")
def show(visit: Visiting, id: str, assume: Assume = (), after: int = 0) -> Response:
    switched = canonical(visit, id)
    if switched:
        return RedirectResponse(switched, status_code=303)
    about(visit, id)
    return visit.page(
        "issue.html.j2", lambda: issue_page(visit, id, assume, after), held(visit, Scope(issue=id))
    )


def held(visit: Visit, scope: Scope) -> taking.Tables:
    """The positions and conditions of a scope, each with its article and outlet."""

    def page(table: str, after: str, limit: int) -> Page:
        rows = visit.store.coded_page(table, scope, int(after or 0), limit)
        return Page(rows, str(rows[-1]["id"]) if len(rows) == limit else "")

    return {
        name: taking.table(shape, partial(taking.whole, partial(page, name)))
        for name, shape in (("positions", shapes.HELD), ("conditions", shapes.STATED))
    }


def issue_page(visit: Visit, id: str, assume: Sequence[str] = (), after: int = 0) -> IssuePage:
    """`after` is the position of which the list of all places goes on. Raises HTTPException where there is no such
    issue."""
    issue, store = about(visit, id), visit.store
    tally = store.tally(id)
    places = store.held_newest(id, after=after, limit=PLACES + 1)
    shifts, clashes = (
        store.newest_shifts(PAIRS + 1, issue=id),
        store.newest_contradictions(PAIRS + 1, issue=id),
    )
    groups = store.condition_groups(id, STATED)
    silent, quieter = store.silent(id, limit=SILENT)
    others = {"shifts": shifts[PAIRS:], "contradictions": clashes[PAIRS:], "silent": quieter}
    more = places[PLACES - 1]["id"] if len(places) > PLACES else 0
    return IssuePage(
        label=issue["label"],
        proposal=issue["proposal"],
        tally=tuple((views.stood(visit, stance), tally[stance]) for stance in Stance if stance in tally),
        chart=lanes(_rows(visit, store.most_held(id, LANES, MARKS)), visit.wording),
        legend=tuple((sign, visit.wording.term(stance)) for stance, sign in GLYPHS.items()),
        left_out=max(0, sum(tally.values()) - LANES),
        held=tuple(
            _held(visit, id, stance, tally[stance], *shown)
            for stance, shown in store.standing_first(id, HELD).items()
        ),
        parties=tuple(members(visit, party, counts) for party, counts in store.spread(id).items()),
        conditions=tuple(_conditions(visit, id, groups)),
        whatif=whatif(visit, id, assume, groups),
        shifts=tuple(views.shift(visit, row) for row in shifts[:PAIRS]),
        contradictions=tuple(clash(visit, row) for row in clashes[:PAIRS]),
        silent=tuple(quiet(visit, row) for row in silent),
        others={part: visit.to("issues", id, part) if there else "" for part, there in others.items()}
        | {"blocs": visit.to("issues", id, "blocs")},
        places=tuple(views.standing(visit, row) for row in places[:PLACES]),
        first=visit.to("issues", id, at="places", assume=list(assume)) if after else "",
        more=visit.to("issues", id, at="places", assume=list(assume), after=str(more)) if more else "",
    )  # fmt: skip


def about(visit: Visit, id: str) -> Row:
    """Raises HTTPException where there is no such issue."""
    found = next((row for row in visit.store.issues_held() if row["id"] == id), None)
    if found is None:
        raise HTTPException(404)
    return found


def _rows(visit: Visit, taken: Iterable[Row]) -> list[tuple[str, str, list[Drawn]]]:
    """What is drawn of each actor, as they come; the same stance on the same days once."""
    t = visit.wording
    of_actor: dict[tuple[str, str], dict[tuple[Moment, str], Drawn]] = defaultdict(dict)
    for row in taken:
        when = views.moment(row, "held")
        label = f"{row['actor']}, {t.moment(when)}: {t.term(Stance(row['stance']))}"
        href = visit.to("articles", row["article_id"], at=f"p-{row['start']}")
        of_actor[row["actor_id"], row["actor"]][when, row["stance"]] = (when, row["stance"], href, label)
    return [(name, visit.to("actors", id), list(drawn.values())) for (id, name), drawn in of_actor.items()]


def _held(visit: Visit, id: str, stance: Stance, number: int, rows: Sequence[Row], more: str) -> Held:
    """The first of them by name."""
    by_name = sorted(rows, key=lambda row: row["actor"].casefold())
    shown = tuple(views.standing(visit, row, stance) for row in by_name)
    return Held(
        views.stood(visit, stance), number, shown, visit.to("issues", id, stance.value) if more else ""
    )


def members(visit: Visit, party: str, counts: Counter[Stance]) -> PartyRow:
    """How those of a party or bloc stand."""
    most = commonest(counts)
    told = tuple((views.stood(visit, stance), counts[stance]) for stance in Stance if counts[stance])
    return PartyRow(party, views.stood(visit, most) if most else None, told)


def _conditions(visit: Visit, id: str, groups: Iterable[Group]) -> Iterator[ConditionGroup]:
    for name, number, rows in groups:
        more = visit.to("issues", id, "conditions", group=name) if number > len(rows) else ""
        yield ConditionGroup(name, number, tuple(condition(visit, row) for row in rows), more)


def condition(visit: Visit, row: Row) -> Condition:
    t = visit.wording
    told = (
        t("condition.must", who=row["must"]) if row["must"] else "",
        t("condition.unless") if row["unless"] else "",
        t("condition.any") if row["any_one"] else "",
    )
    stated = views.standing(visit, {**row, "stance": Stance.CONDITIONAL, "rule": "", "entry": ""})
    return Condition(stated, "; ".join(filter(None, told)))


def clash(visit: Visit, row: Row) -> Pair:
    told = visit.wording("issue.side", side=row["side"]) if row["side"] else ""
    return views.pair(visit, row["one"], row["other"], [told])


def quiet(visit: Visit, row: Row) -> tuple[Who, int]:
    return views.who(visit, row["actor_id"], row["actor"]), row["articles"]
