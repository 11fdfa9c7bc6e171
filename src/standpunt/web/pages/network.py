"""Who agrees with whom, and how that moved: a network of positions over some months, one window at a time."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from fastapi.responses import RedirectResponse

from standpunt.display.axis import share
from standpunt.display.initials import initials
from standpunt.model import ActorKind, Moment
from standpunt.networks import layout, positions
from standpunt.networks.design import Design
from standpunt.networks.matrix import Matrix
from standpunt.networks.ties import network
from standpunt.store import Pages
from standpunt.store.rows import Row
from standpunt.web import shapes, taking
from standpunt.web.pages.search import Choice, Text
from standpunt.web.views import Who, who
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

MOST, DRAWN, LISTED = 60, 24, 40
"""How many actors are in the network, those who take sides on most issues, how many of them are drawn, and how many of
their ties are listed."""

SPANS = (1, 3, 6, 12)
"""Months of a window; without one all that is dated or not is in the network."""

DESIGN = Design(rows="actor", kind="subtract", normalisation="cosine", duplicates="range")
"""Agreement less disagreement, from -1 to 1; who says the same again on an issue counts once."""

Month = Annotated[str, Query(pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$")]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor at a place in per cent; `radius` grows with the positions that are `told`."""

    who: Who
    initials: str
    x: str
    y: str
    radius: str
    told: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors who agree or disagree; `weight` is from -1 to 1, `kind` the sign of it as a class: `agree` or
    `disagree`; a line from one place to the other, as wide as it is strong."""

    one: Who
    other: Who
    kind: str
    weight: str
    label: str
    x1: str
    y1: str
    x2: str
    y2: str
    width: str


@dataclass(frozen=True, slots=True)
class Slider:
    """The windows that there are: the number of the last, that of the one that is shown, and the addresses before and
    after it, empty where there is none."""

    last: int
    at: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """`period` says which days are shown; `slider` is None where all of them are; `left_out` are actors that are not
    drawn."""

    choices: Mapping[str, tuple[Choice, ...]]
    period: str
    slider: Slider | None
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    listed: tuple[Tie, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class View:
    """What an address asks for: an issue or all, months of a window (0: all), and the last month of it."""

    issue: str = ""
    months: int = 0
    month: str = ""


@router.get("/network")
def show(
    visit: Visiting,
    issue: Text = "",
    months: Literal["", "1", "3", "6", "12"] = "",
    month: Month = "",
    step: Annotated[str, Query(pattern=r"^\d{0,4}$")] = "",
) -> Response:
    """`step` is where the slider stood; the address says the month."""
    view = View(issue, int(months or 0), month)
    if step and not visit.form:
        ends = _ends(visit.store, issue)
        chosen = ends[min(int(step), len(ends) - 1)] if ends and view.months else ""
        return RedirectResponse(_address(visit, View(issue, view.months, chosen)), status_code=303)
    trimmed = visit.trimmed()
    if trimmed:
        return RedirectResponse(trimmed, status_code=303)
    return visit.page("network.html.j2", lambda: network_page(visit, view), data(visit, view))


def data(visit: Visit, view: View) -> taking.Tables:
    """The ties of all who are in the network, drawn or not."""
    return {"ties": taking.table(shapes.TIE, lambda: ties(visit.store, windowed(visit.store, view)[0]))}


def network_page(visit: Visit, view: View) -> NetworkPage:
    t = visit.wording
    made, number = windowed(visit.store, view)
    called = visit.store.named(made.rows) if made else {}
    issues = [(row["id"], row["label"]) for row in visit.store.rows("issues")]
    spans = (Choice(str(each), t.count("network.months", each), each == view.months) for each in SPANS)
    choices = {
        "issue": tuple(Choice(id, label, id == view.issue) for id, label in issues),
        "months": tuple(spans),
    }
    drawn = _most(made) if made else None
    nodes = tuple(_nodes(visit, drawn, called)) if drawn else ()
    at = dict(zip(drawn.rows, nodes, strict=True)) if drawn else {}
    lines = sorted(_ties(visit, drawn, at), key=lambda tie: -abs(float(tie.weight))) if drawn else []
    ends = _ends(visit.store, view.issue)
    return NetworkPage(
        choices=choices,
        period=t.moment(Moment(*_days(view, ends))) if view.months and ends else t("network.always"),
        slider=_slider(visit, view, ends) if view.months and ends else None,
        nodes=nodes,
        ties=tuple(reversed(lines)),  # the strongest is drawn on top
        listed=tuple(lines[:LISTED]),
        left_out=number - len(nodes),
    )


def windowed(store: Pages, view: View) -> tuple[Matrix | None, int]:
    """The network of those who take most sides, None where nobody takes one, and how many do. What can lie in the
    window counts."""
    ends = _ends(store, view.issue)
    if view.months and not ends:
        return None, 0
    rows, number = store.sided(MOST, view.issue, _days(view, ends) if view.months else None)
    return network(positions.sides(rows), DESIGN) if rows else None, number


def _ends(store: Pages, issue: str) -> list[str]:
    """Each month from the first in which a position can have been held to the last, as 2025-02."""
    days = store.held_between(issue)
    if days is None:
        return []
    first, last = days
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]


def _days(view: View, ends: Sequence[str]) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of the window that ends with the month, or with the last there is."""
    year, month = map(int, (view.month or ends[-1]).split("-"))
    last = year * 12 + month  # the month that follows, counted from zero
    first = max(last - view.months, 12)
    return _first_of(first), _first_of(last) - datetime.timedelta(days=1)


def _first_of(month: int) -> datetime.date:
    return datetime.date(min(max(month // 12, 1), 9999), month % 12 + 1, 1)


def _slider(visit: Visit, view: View, ends: Sequence[str]) -> Slider:
    shown = min(max(view.month or ends[-1], ends[0]), ends[-1])
    at = ends.index(shown)

    def address(number: int) -> str:
        there = 0 <= number < len(ends)
        return _address(visit, View(view.issue, view.months, ends[number])) if there else ""

    return Slider(len(ends) - 1, at, address(at - 1), address(at + 1))


def _address(visit: Visit, view: View) -> str:
    months = str(view.months or "")
    return visit.to("network", issue=view.issue, months=months, month=view.month)


def _most(made: Matrix) -> Matrix:
    """The network of those with most claims."""
    ranked = sorted(made.rows, key=lambda id: (-made.claims["actor", id], id))
    kept = sorted(at for at, id in enumerate(made.rows) if id in set(ranked[:DRAWN]))
    names = tuple(made.rows[at] for at in kept)
    return Matrix(made.design, names, names, made.values[kept][:, kept], made.claims)


def _nodes(visit: Visit, made: Matrix, called: Mapping[str, Row]) -> Iterator[Node]:
    most = max(made.claims["actor", id] for id in made.rows)
    for id, (x, y) in zip(made.rows, layout.places(made.values).tolist(), strict=True):
        number = round(made.claims["actor", id])
        row = called[id]
        yield Node(
            who(visit, id, row["name"]),
            initials(row["name"], ActorKind(row["kind"]), 1),
            share(10 + 80 * x),
            share(10 + 80 * y),
            share(11 + 7 * (number / most) ** 0.5),
            visit.wording.count("network.positions", number),
        )


def _ties(visit: Visit, made: Matrix, at: Mapping[str, Node]) -> Iterator[Tie]:
    t = visit.wording
    for tie in made.ties():
        one, other, weight = at[tie["source"]], at[tie["target"]], tie["weight"]
        kind = "agree" if weight > 0 else "disagree"
        label = t(
            f"network.{kind}_told", one=one.who.name, other=other.who.name, share=t.percentage(abs(weight))
        )
        yield Tie(
            one.who, other.who, kind, share(weight), label, one.x, one.y, other.x, other.y,
            share(1 + 4 * abs(weight)),
        )  # fmt: skip


def ties(store: Pages, made: Matrix | None) -> Iterator[Row]:
    called = store.named(made.rows) if made else {}
    for tie in made.ties() if made else ():
        one, other = tie["source"], tie["target"]
        yield {
            "source_id": one, "source": called[one]["name"], "target_id": other, "target": called[other]["name"],
            "weight": tie["weight"],
        }  # fmt: skip
