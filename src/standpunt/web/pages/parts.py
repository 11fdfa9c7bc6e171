"""All of a kind on an issue, where its page shows the first: who takes a stance, what changed, the conditions of a
group, who is silent, a page at a time; and where blocs stand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from fastapi import APIRouter, Response

from standpunt.errors import PlaceError
from standpunt.model import Stance
from standpunt.store import Page, Pages
from standpunt.store.rows import Row
from standpunt.web import shapes, spreads, taking, views
from standpunt.web.pages.issue import Condition, PartyRow, about, clash, condition, members, quiet
from standpunt.web.pages.lists import LENGTH, After, turns
from standpunt.web.pages.search import Text
from standpunt.web.views import Pair, Standing, Who
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

Part = Stance | Literal["shifts", "contradictions", "conditions", "silent", "blocs"]


@dataclass(frozen=True, slots=True)
class PartPage:
    """One page of one kind: `title` says which, `href` leads to the issue; `first` and `next` lead to other
    pages; `blocs` is None where they were not asked for."""

    label: str
    href: str
    title: str
    standing: tuple[Standing, ...] = ()
    conditions: tuple[Condition, ...] = ()
    pairs: tuple[Pair, ...] = ()
    silent: tuple[tuple[Who, int], ...] = ()
    blocs: tuple[PartyRow, ...] | None = None
    first: str = ""
    next: str = ""


@router.get("/issues/{id}/{part}")
def show(visit: Visiting, id: str, part: Part, group: Text = "", after: After = "") -> Response:
    page = part_page(visit, id, part, group, after)
    return visit.page("part.html.j2", lambda: page, data(visit, id, part, group))


def part_page(visit: Visit, id: str, part: Part, group: str = "", after: str = "") -> PartPage:
    """`after` is the token or the id of the last row that was shown. Raises HTTPException where there is no such issue,
    PlaceError where there is no such page."""
    t, issue = visit.wording, about(visit, id)
    title = t.term(part) if isinstance(part, Stance) else group or t(f"issue.{part}")
    if part == "blocs":
        found_blocs = spreads.of_blocs(visit.store, id)
        rows = tuple(members(visit, name, counts) for name, counts in found_blocs.items())
        return PartPage(issue["label"], visit.to("issues", id), title, blocs=rows)
    found = _listed(visit.store, id, part, group)(after, LENGTH)
    first, next = turns(visit, "issues", id, _name(part), after=after, following=found.after, group=group)
    page = PartPage(issue["label"], visit.to("issues", id), title, first=first, next=next)
    if isinstance(part, Stance):
        return replace(page, standing=tuple(views.standing(visit, row, part) for row in found.rows))
    if part == "silent":
        return replace(page, silent=tuple(quiet(visit, row) for row in found.rows))
    if part == "conditions":
        return replace(page, conditions=tuple(condition(visit, row) for row in found.rows))
    show = views.shift if part == "shifts" else clash
    return replace(page, pairs=tuple(show(visit, row) for row in found.rows))


def data(visit: Visit, id: str, part: Part, group: str = "") -> taking.Tables:
    """All of it; of a pair what tells its two positions stands in one row."""
    if part == "blocs":
        return {"blocs": taking.table(shapes.BLOC, lambda: spreads.spreads(visit.store, "bloc", id))}
    page = _listed(visit.store, id, part, group)
    if isinstance(part, Stance):
        return {"positions": taking.table(shapes.HELD, lambda: taking.whole(page))}
    if part == "silent":
        return {"silent": taking.table(shapes.QUIET, lambda: taking.whole(page))}
    if part == "conditions":
        return {"conditions": taking.table(shapes.STATED, lambda: taking.whole(page))}
    shape = shapes.SHIFTED if part == "shifts" else shapes.CLASHING
    return {part: taking.table(shape, lambda: map(_in_one_row, taking.whole(page)))}


def _listed(store: Pages, id: str, part: Part, group: str) -> Callable[[str, int], Page]:
    """How its rows are read: behind a token, so many."""

    def by_token(after: str, limit: int) -> Page:
        if isinstance(part, Stance):
            return Page(*store.standing(id, part, after=after, limit=limit))
        return Page(*store.silent(id, after=after, limit=limit))

    def by_id(after: str, limit: int) -> Page:
        if after and not after.isdecimal():
            raise PlaceError("there is no such page", where=after, hint="begin at the first page")
        before = int(after or 0)
        if part == "conditions":
            rows = store.conditions_in(id, group, before=before, limit=limit + 1)
        elif part == "shifts":
            rows = store.newest_shifts(limit + 1, issue=id, before=before)
        else:
            rows = store.newest_contradictions(limit + 1, issue=id, before=before)
        return Page(rows[:limit], str(rows[limit - 1]["id"]) if len(rows) > limit else "")

    return by_token if isinstance(part, Stance) or part == "silent" else by_id


def _name(part: Part) -> str:
    return part.value if isinstance(part, Stance) else part


def _in_one_row(row: Row) -> Row:
    """Of a pair, with the columns of each side behind the name of that side."""
    sides = {side: row[side] for side in ("before", "after", "one", "other") if side in row}
    told = {f"{side}_{name}": value for side, held in sides.items() for name, value in held.items()}
    return {**row, **told}
