"""All of a kind on an issue, where its page shows the first: who takes a stance, what changed, the conditions of a
group, who is silent; a page at a time."""

from dataclasses import dataclass, replace
from typing import Literal

from fastapi import APIRouter, Response

from standpunt.errors import PlaceError
from standpunt.model import Stance
from standpunt.store.rows import Row
from standpunt.web import views
from standpunt.web.pages.issue import Condition, about, clash, condition, quiet
from standpunt.web.pages.lists import LENGTH, After, turns
from standpunt.web.pages.search import Text
from standpunt.web.views import Pair, Standing, Who
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

Part = Stance | Literal["shifts", "contradictions", "conditions", "silent"]


@dataclass(frozen=True, slots=True)
class PartPage:
    """One page of one kind: `title` says which, `href` leads to the issue; `first` and `next` lead to other pages."""

    label: str
    href: str
    title: str
    standing: tuple[Standing, ...] = ()
    conditions: tuple[Condition, ...] = ()
    pairs: tuple[Pair, ...] = ()
    silent: tuple[tuple[Who, int], ...] = ()
    first: str = ""
    next: str = ""


@router.get("/issues/{id}/{part}")
def show(visit: Visiting, id: str, part: Part, group: Text = "", after: After = "") -> Response:
    return visit.page("part.html.j2", part_page(visit, id, part, group, after))


def part_page(visit: Visit, id: str, part: Part, group: str = "", after: str = "") -> PartPage:
    """`after` is the token or the id of the last row that was shown. Raises HTTPException where there is no such issue,
    PlaceError where there is no such page."""
    t, issue = visit.wording, about(visit, id)
    name = part.value if isinstance(part, Stance) else part
    title = t.term(part) if isinstance(part, Stance) else group or t(f"issue.{part}")
    page, following = _filled(
        visit, PartPage(issue["label"], visit.to("issues", id), title), id, part, group, after
    )
    first, next = turns(visit, "issues", id, name, after=after, following=following, group=group)
    return replace(page, first=first, next=next)


def _filled(
    visit: Visit, page: PartPage, id: str, part: Part, group: str, after: str
) -> tuple[PartPage, str]:
    """The page with its rows, and what asks for those that follow."""
    store = visit.store
    if isinstance(part, Stance):
        rows, following = store.standing(id, part, after=after, limit=LENGTH)
        return replace(page, standing=tuple(views.standing(visit, row, part) for row in rows)), following
    if part == "silent":
        rows, following = store.silent(id, after=after, limit=LENGTH)
        return replace(page, silent=tuple(quiet(visit, row) for row in rows)), following
    before = _number(after)
    if part == "conditions":
        rows, following = _cut(store.conditions_in(id, group, before=before, limit=LENGTH + 1))
        return replace(page, conditions=tuple(condition(visit, row) for row in rows)), following
    if part == "shifts":
        rows, following = _cut(store.newest_shifts(LENGTH + 1, issue=id, before=before))
        return replace(page, pairs=tuple(views.shift(visit, row) for row in rows)), following
    rows, following = _cut(store.newest_contradictions(LENGTH + 1, issue=id, before=before))
    return replace(page, pairs=tuple(clash(visit, row) for row in rows)), following


def _cut(rows: list[Row]) -> tuple[list[Row], str]:
    return rows[:LENGTH], str(rows[LENGTH - 1]["id"]) if len(rows) > LENGTH else ""


def _number(after: str) -> int:
    if after and not after.isdecimal():
        raise PlaceError("there is no such page", where=after, hint="begin at the first page")
    return int(after or 0)
