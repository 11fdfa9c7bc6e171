"""What people corrected and confirmed, and how far they and the machine agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from standpunt.evaluation import confirmed
from standpunt.model import Stance
from standpunt.store.rows import PIECES, Row
from standpunt.web import shapes, taking
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

LENGTH = 40
"""Corrections of a page."""


@dataclass(frozen=True, slots=True)
class Made:
    """A correction: `change` is what it does, `words` those that it hangs on, `href` leads to their article; `state`
    tells where it does not hold, `waits` whether the dossier is still to be made with it (or, undone, without), `holds`
    whether it can be undone."""

    number: int
    change: str
    words: str
    href: str
    before: str
    after: str
    by: str
    note: str
    state: str
    waits: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """How often what was found of a `kind` is right, where people looked."""

    kind: str
    share: str
    interval: str
    judged: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """`made` are the newest first; `more` and `first` lead to others; `missed` says what was found by people alone."""

    figures: tuple[Figure, ...]
    missed: str
    made: tuple[Made, ...]
    first: str
    more: str


@router.get("/corrections")
def show(visit: Visiting, after: Annotated[str, Query(pattern=r"^\d{0,9}$")] = "") -> Response:
    return visit.page("corrections.html.j2", lambda: corrections_page(visit, after), data(visit))


def data(visit: Visit) -> taking.Tables:
    return {"corrections": taking.table(shapes.CORRECTION, lambda: visit.store.rows("corrections"))}


def corrections_page(visit: Visit, after: str = "") -> CorrectionsPage:
    rows, t = visit.store.rows("corrections")[::-1], visit.wording
    listed = [row for row in rows if not after or row["number"] < int(after)]
    agreed, waiting = confirmed.agreement(visit.store), set(visit.store.waiting())
    missed = (t.count(f"missed.{kind}", number) for kind, number in agreed.missed.items() if number)
    shown = listed[:LENGTH]
    there = visit.store.holding(row["anchor"]["article"] for row in shown)
    return CorrectionsPage(
        figures=tuple(_figures(visit, agreed)),
        missed=", ".join(missed),
        made=tuple(_made(visit, row, there, waits=row["number"] in waiting) for row in shown),
        first=visit.to("corrections") if after else "",
        more=visit.to("corrections", after=str(shown[-1]["number"])) if len(listed) > LENGTH else "",
    )


def _figures(visit: Visit, agreed: confirmed.Agreed) -> Iterator[Figure]:
    t = visit.wording
    for kind, each in agreed.figures.items():
        interval = f"{t.percentage(each.low)} – {t.percentage(each.high)}"
        told = f"{t.figure(each.right)} / {t.figure(each.judged)}"
        yield Figure(t(f"judged.{kind}"), t.percentage(each.share), interval, told)


def _made(visit: Visit, row: Row, there: set[str], *, waits: bool) -> Made:
    t, article = visit.wording, row["anchor"]["article"]
    state = t("corrections.lost", why=row["lost"]) if row["lost"] else ""
    if row["undone"]:
        at, _, who = row["undone"].partition(" ")
        state = t("corrections.undone", when=t("corrections.by", who=who, at=_minute(at)))
    return Made(
        number=row["number"],
        change=t(f"change.{row['change']}"),
        words=row["words"],
        href=visit.to("articles", article) if article in there else "",
        before=_values(visit, row["before"]) if row["before"] != row["after"] else "",
        after=_values(visit, row["after"]),
        by=t("corrections.by", who=row["made_by"], at=_minute(row["made_at"])),
        note=row["note"],
        state=state,
        waits=waits,
        holds=not row["undone"],
    )


def _minute(at: str) -> str:
    """Of a moment as ISO 8601, in UTC as it is kept: `2025-03-01 12:00 UTC`."""
    return f"{at[:16].replace('T', ' ')} UTC"


def _values(visit: Visit, values: Row) -> str:
    t = visit.wording
    stance = t.term(Stance(values["stance"])) if values["stance"] else ""
    told = (values["actor"], PIECES.join(values["content"]), values["issue"], stance)
    return ", ".join(filter(None, told)) or t("corrections.nothing")
