"""What a dossier with a codebook answers: `standpunt.answers`, some rows at a time."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from standpunt.answers import Answers, By
from standpunt.model import Stance
from standpunt.store import ALL, Page, Pages, Scope
from standpunt.store.rows import Row
from standpunt.web import shapes
from standpunt.web.api.listing import Limit, Opened
from standpunt.web.pages import network as networks
from standpunt.web.pages.network import Month, View
from standpunt.web.pages.search import IsoDay, Text
from standpunt.web.pages.whatif import HOLDS

router = APIRouter()

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
    after: After = "", limit: Limit = 100,
) -> Page:  # fmt: skip
    """Who takes which position, with the sentence; with `on` what each held on that day."""
    return _cut(_answers(store, issue).positions(actor, issue, stance, on), after, limit)


@router.get("/conditions", response_model=shapes.listing(shapes.STATED))
def conditions(
    store: Opened, actor: Text = "", issue: Text = "", on: On = None, after: After = "", limit: Limit = 100
) -> Page:
    """What must hold first; with `on` what was set by that day."""
    return _cut(_answers(store, issue).conditions(actor, issue, on), after, limit)


@router.get("/matrix", response_model=shapes.listing(shapes.CELL))
def matrix(store: Opened, issue: Text = "", on: On = None, after: After = "", limit: Limit = 100) -> Page:
    """Where each actor stands on each issue, and since when."""
    return _cut(_answers(store, issue).matrix(issue, on), after, limit)


@router.get("/spread", response_model=shapes.listing(shapes.SPREAD))
def spread(
    store: Opened, by: By = "party", issue: Text = "", on: On = None, after: After = "", limit: Limit = 100
) -> Page:
    """Where most members of each party or bloc stand on each issue, and who takes another stance."""
    return _cut(Answers(store).spread(by, issue, on), after, limit)


@router.get("/silent", response_model=shapes.listing(shapes.SILENT))
def silent(store: Opened, actor: Text = "", issue: Text = "", after: After = "", limit: Limit = 100) -> Page:
    """Who speaks in an article about an issue and takes no position on it, or declines to."""
    return _cut(_answers(store, issue).silent(actor, issue), after, limit)


@router.get("/shifts", response_model=shapes.listing(shapes.SHIFT))
def shifts(store: Opened, actor: Text = "", issue: Text = "", after: After = "", limit: Limit = 100) -> Page:
    """Who takes another stance than before."""
    return _cut(_answers(store, issue).shifts(actor, issue), after, limit)


@router.get("/contradictions", response_model=shapes.listing(shapes.CONTRADICTION))
def contradictions(
    store: Opened, actor: Text = "", issue: Text = "", after: After = "", limit: Limit = 100
) -> Page:
    """Stances that do not go together, close in time."""
    return _cut(_answers(store, issue).contradictions(actor, issue), after, limit)


@router.get("/groups", response_model=list[str])
def groups(store: Opened, issue: Text) -> list[str]:
    """The groups of conditions on an issue, in the order in which they were stated."""
    return _answers(store, issue).groups(issue)


@router.get("/whatif", response_model=shapes.listing(shapes.OUTCOME))
def whatif(
    store: Opened,
    issue: Text,
    assume: Assumed = (),
    after: After = "",
    limit: Limit = 100,
) -> Page:
    """Where each actor stands if groups of conditions hold or fail: `assume=GROUP=ja`, `assume=GROUP=nee`."""
    answers = _answers(store, issue)
    given = [(group, HOLDS[value]) for group, _, value in (each.rpartition("=") for each in assume)]
    return _cut(answers.whatif(issue, answers.assumed(issue, given)), after, limit)


@router.get("/ways", response_model=list[dict[str, bool]])
def ways(store: Opened, issue: Text, actor: Text = "") -> Sequence[dict[str, bool]]:
    """The smallest sets of conditions that bring an actor in, or, without one, a majority."""
    return _answers(store, issue).ways(issue, actor)


@router.get("/network", response_model=shapes.listing(shapes.TIE))
def network(
    store: Opened, issue: Text = "", months: Literal["", "1", "3", "6", "12"] = "", month: Month = "",
    after: After = "", limit: Limit = 100,
) -> Page:  # fmt: skip
    """Who agrees with whom, on all issues or one; with `months` in a window that ends with `month`, or the last."""
    known = _answers(store, issue).issue(issue) if issue else ""
    made, _ = networks.windowed(store, View(known, int(months or 0), month))
    return _cut(list(networks.ties(store, made)), after, limit)


def _answers(store: Pages, issue: str) -> Answers:
    """All about one issue, where it is named by its id; about all of them where that must be found out first."""
    known = any(row["id"] == issue for row in store.rows("issues"))
    return Answers(store, Scope(issue=issue) if known else ALL)


def _cut(rows: Sequence[Row], after: str, limit: int) -> Page:
    """Some rows of an answer; `after` is how many there were before."""
    start = int(after or 0)
    end = start + limit
    return Page(rows[start:end], str(end) if end < len(rows) else "")
