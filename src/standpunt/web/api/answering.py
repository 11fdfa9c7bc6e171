"""What a dossier with a codebook answers: what `standpunt.answers` does, read a page at a time."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from standpunt.answers import MOST_WAYS, By, assumed, issues_of, meant
from standpunt.dossier.matrix import Cell
from standpunt.dossier.whatif import Outcome, bringing_in, follow, majority
from standpunt.errors import PlaceError
from standpunt.model import Condition, Position, Stance
from standpunt.store import Page, Pages
from standpunt.store.rows import Row
from standpunt.web import shapes
from standpunt.web.api.listing import Limit, Opened
from standpunt.web.pages import network as networks
from standpunt.web.pages.lists import After as Token
from standpunt.web.pages.network import Month, View
from standpunt.web.pages.search import IsoDay, Text
from standpunt.web.pages.whatif import HOLDS
from standpunt.web.spreads import spreads

router = APIRouter()

TAKERS = 5_000
"""So many actors are looked at for a page of where blocs stand, or parties stood on a day; more where one issue has
more."""

After = Annotated[str, Query(pattern=r"^\d{0,9}$", description="asks for the rows that follow")]
Assumed = Annotated[Sequence[Annotated[str, Field(pattern="^.+=(ja|nee)$")]], Query(max_length=100)]
On = Annotated[IsoDay | None, Query(description="how it stood on this day")]


@router.get("/issues", response_model=shapes.listing(shapes.ISSUE))
def issues(store: Opened, after: After = "", limit: Limit = 100) -> Page:
    """The issues of the codebook, in its order."""
    return _cut(store.issues_held(), after, limit)


@router.get("/positions", response_model=shapes.listing(shapes.HELD))
def positions(
    store: Opened, actor: Text = "", issue: Text = "", stance: Stance | None = None, on: On = None,
    after: Token = "", limit: Limit = 100,
) -> Page:  # fmt: skip
    """Who takes which position, with the sentence, in the order of the articles; with `on` what each held on that day,
    in the order of the matrix, up to `limit` cells of it at a time."""
    about = _meant(store, issue)
    if on is None:
        return store.positions(actor, about, stance, after=_number(after), limit=limit)
    who = [row["id"] for row in store.actors_named(actor)] if actor else ()
    cells, rows, following = store.cells(about, on=on, actors=who, after=after, limit=limit)
    shown = (each for cell in cells.values() for each in cell.positions)
    return Page([rows[each] for each in shown if stance in (None, each.stance)], following)


@router.get("/conditions", response_model=shapes.listing(shapes.STATED))
def conditions(
    store: Opened, actor: Text = "", issue: Text = "", on: On = None, after: After = "", limit: Limit = 100
) -> Page:
    """What must hold first; with `on` what was set by that day."""
    return store.conditions(actor, _meant(store, issue), on, after=int(after or 0), limit=limit)


@router.get("/matrix", response_model=shapes.listing(shapes.CELL))
def matrix(
    store: Opened, issue: Text = "", party: Text = "", on: On = None, after: Token = "", limit: Limit = 100
) -> Page:
    """Where each actor stands on each issue, and since when; of a party, by its exact name, its members and itself."""
    cells, rows, following = store.cells(_meant(store, issue), party, on, after=after, limit=limit)
    listed = [
        {
            "actor_id": actor, "actor": rows[cell.positions[0]]["actor"], "issue_id": about, "stance": cell.stance,
            "held": str(cell.positions[-1].held), "positions": [rows[each]["id"] for each in cell.positions],
        }
        for (actor, about), cell in cells.items()
    ]  # fmt: skip
    return Page(listed, following)


@router.get("/spread", response_model=shapes.listing(shapes.SPREAD))
def spread(
    store: Opened, by: By = "party", issue: Text = "", on: On = None, after: Token = "", limit: Limit = 100
) -> Page:
    """Where most members of each party or bloc stand on each issue, and how many take another stance; `matrix` tells
    who."""
    known = [_meant(store, issue)] if issue else issues_of(store)
    takers = {row["id"]: row["actors"] for row in store.issues_held()} if by == "bloc" or on else {}
    last, _, shown = after.partition(" ")
    rows, asked = list[Row](), 0
    for each in known[known.index(last) if last in known else 0 :]:
        asked += takers.get(each, 0)
        if asked > TAKERS and asked > takers[each]:
            return Page(rows, f"{each} 0")
        listed = list(spreads(store, by, each, on))
        first = int(shown) if each == last and shown.isdecimal() else 0
        end = first + limit - len(rows)
        rows += listed[first:end]
        if len(listed) > end:
            return Page(rows, f"{each} {end}")
    return Page(rows)


@router.get("/silent", response_model=shapes.listing(shapes.SILENT))
def silent(store: Opened, actor: Text = "", issue: Text = "", after: Token = "", limit: Limit = 100) -> Page:
    """Who speaks in an article about an issue and takes no position on it, or declines to."""
    return store.unspoken(actor, _meant(store, issue), after=after, limit=limit)


@router.get("/shifts", response_model=shapes.listing(shapes.SHIFT))
def shifts(store: Opened, actor: Text = "", issue: Text = "", after: After = "", limit: Limit = 100) -> Page:
    """Who takes another stance than before."""
    return store.shifts(actor, _meant(store, issue), after=int(after or 0), limit=limit)


@router.get("/contradictions", response_model=shapes.listing(shapes.CONTRADICTION))
def contradictions(
    store: Opened, actor: Text = "", issue: Text = "", after: After = "", limit: Limit = 100
) -> Page:
    """Stances that do not go together, close in time."""
    return store.contradictions(actor, _meant(store, issue), after=int(after or 0), limit=limit)


@router.get("/groups", response_model=list[str])
def groups(store: Opened, issue: Text) -> list[str]:
    """The groups of conditions on an issue, in the order in which they were stated."""
    return _groups(store, _meant(store, issue))


@router.get("/whatif", response_model=shapes.listing(shapes.OUTCOME))
def whatif(
    store: Opened,
    issue: Text,
    assume: Assumed = (),
    after: Token = "",
    limit: Limit = 100,
) -> Page:
    """Where each actor stands if groups of conditions hold or fail: `assume=GROUP=ja`, `assume=GROUP=nee`."""
    about = _meant(store, issue)
    given = [(group, HOLDS[value]) for group, _, value in (each.rpartition("=") for each in assume)]
    holding = assumed(_groups(store, about), given)
    cells, taken, following = store.cells(about, after=after, limit=limit)
    stated = store.conditions_by(about, [actor for actor, _ in cells])
    return Page([_outcome(each, taken, stated) for each in follow(cells, stated, holding)], following)


@router.get("/ways", response_model=list[dict[str, bool]])
def ways(store: Opened, issue: Text, actor: Text = "") -> Sequence[dict[str, bool]]:
    """The smallest sets of conditions that bring an actor in, or, without one, a majority."""
    about = _meant(store, issue)
    if actor:
        cells, _, _ = store.cells(about, actors=[row["id"] for row in store.actors_named(actor)])
        found = bringing_in(cells, store.conditions_by(about, [who for who, _ in cells]), 1)
    else:
        names, stated = store.wavering(about)
        wavering = {(who, about): Cell(Stance.CONDITIONAL, ()) for who in names}
        tally = store.tally(about)
        found = bringing_in(wavering, stated, majority(range(sum(tally.values()))) - tally.get("support", 0))
    return list(islice(found, MOST_WAYS))


@router.get("/network", response_model=shapes.listing(shapes.TIE))
def network(
    store: Opened, issue: Text = "", months: Literal["", "1", "3", "6", "12"] = "", month: Month = "",
    after: After = "", limit: Limit = 100,
) -> Page:  # fmt: skip
    """Who agrees with whom, on all issues or one; with `months` in a window that ends with `month`, or the last."""
    known = _meant(store, issue) if issue else ""
    made, _ = networks.windowed(store, View(known, int(months or 0), month))
    return _cut(list(networks.ties(store, made)), after, limit)


def _meant(store: Pages, issue: str) -> str:
    """The id of the issue that is named; empty where none is."""
    ids = issues_of(store)
    return meant(issue, ids) if issue else ""


def _number(after: str) -> int:
    if after and not after.isdecimal():
        raise PlaceError("there is no such page", where=after, hint="begin at the first page")
    return int(after or 0)


def _groups(store: Pages, issue: str) -> list[str]:
    return [group for group, _, _ in store.condition_groups(issue, 1)]


def _outcome(found: Outcome, taken: Mapping[Position, Row], stated: Mapping[Condition, Row]) -> Row:
    rests = [stated[each] for each in found.rests] or [taken[each] for each in found.cell.positions]
    name = taken[found.cell.positions[0]]["actor"]
    return {
        "actor_id": found.actor, "actor": name, "was": found.cell.stance, "stance": found.stance,
        "hangs": found.hangs, "rests": rests,
    }  # fmt: skip


def _cut(rows: Sequence[Row], after: str, limit: int) -> Page:
    """Some rows of an answer; `after` is how many there were before."""
    start = int(after or 0)
    end = start + limit
    return Page(rows[start:end], str(end) if end < len(rows) else "")
