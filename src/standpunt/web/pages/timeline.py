"""What happened, what is planned and what was said, by date."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import RedirectResponse

from standpunt.display.parts import When
from standpunt.model import EventKind, EventStatus, Moment
from standpunt.store import Page, Sought, WantedEvents
from standpunt.store.rows import Row
from standpunt.web import shapes, taking, views
from standpunt.web.charts import Drawn, Lanes, lanes
from standpunt.web.pages.lists import LENGTH, After
from standpunt.web.pages.search import Choice, Day, Text
from standpunt.web.views import Said
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

SAID, EVENTS = "statements", "events"
"""What can be asked for beside a kind of event: all that is said, or all events."""

What = EventKind | Literal["", "statements", "events"]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: `what` it is, `kind` and `status` in words, empty where it simply happened, `told` who took part,
    where, and in how many articles."""

    what: str
    kind: str
    status: str
    when: When
    told: str
    href: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One of both."""

    event: Happening | None
    said: Said | None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """`chart` draws what is on this page; `given` and `choices` are those of the fields."""

    given: dict[str, str]
    choices: dict[str, tuple[Choice, ...]]
    chart: Lanes
    entries: tuple[Entry, ...]
    first: str
    next: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What an address asks for."""

    what: What
    status: EventStatus | None
    actor: str
    since: datetime.date | None
    until: datetime.date | None

    @property
    def events(self) -> WantedEvents | None:
        if self.what == SAID:
            return None
        kind = self.what if isinstance(self.what, EventKind) else None
        return WantedEvents(kind, self.actor, self.since, self.until, self.status)

    @property
    def said(self) -> Sought | None:
        if self.status or self.what not in ("", SAID):
            return None
        return Sought(actor=self.actor, since=self.since, until=self.until)


def wished(
    kind: What = "",
    status: EventStatus | Literal[""] = "",
    actor: Text = "",
    since: Annotated[Day, Query(alias="from")] = "",
    until: Day = "",
) -> Wish:
    """What an address asks for; empty is not asked for."""
    return Wish(kind, status or None, actor.strip(), since or None, until or None)


Wished = Annotated[Wish, Depends(wished)]


@router.get("/timeline")
def show(visit: Visiting, wish: Wished, after: After = "") -> Response:
    trimmed = visit.trimmed()
    if trimmed:
        return RedirectResponse(trimmed, status_code=303)
    return visit.page("timeline.html.j2", lambda: timeline_page(visit, wish, after), data(visit, wish))


def timeline_page(visit: Visit, wish: Wish, after: str = "") -> TimelinePage:
    given = {
        "kind": wish.what, "status": wish.status or "", "actor": wish.actor,
        "from": str(wish.since or ""), "until": str(wish.until or ""),
    }  # fmt: skip
    found = visit.store.timeline(wish.events, wish.said, after=after, limit=LENGTH)
    where = _told_at(visit, found.rows)
    return TimelinePage(
        given=given,
        choices=dict(_choices(visit, wish)),
        chart=lanes(list(_rows(visit, found.rows)), visit.wording),
        entries=tuple(_entry(visit, row, where) for row in found.rows),
        first=visit.to("timeline", **given) if after else "",
        next=visit.to("timeline", **given, after=found.after) if found.after else "",
    )


def data(visit: Visit, wish: Wish) -> taking.Tables:
    """The events and the statements that are asked for, each as a table of its own."""
    events, said, tables = wish.events, wish.said, dict[str, taking.Table]()
    if events:
        tables["events"] = taking.table(shapes.EVENT, lambda: _whole(visit, events, None))
    if said:
        tables["statements"] = taking.table(shapes.SAID, lambda: _whole(visit, None, said))
    return tables


def _whole(visit: Visit, events: WantedEvents | None, said: Sought | None) -> Iterable[Row]:
    def page(after: str, limit: int) -> Page:
        return visit.store.timeline(events, said, after=after, limit=limit)

    return taking.whole(page)


def _choices(visit: Visit, wish: Wish) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    t = visit.wording
    both = [(EVENTS, t("timeline.events")), (SAID, t("timeline.statements"))]
    kinds = sorted(((each.value, t.term(each)) for each in EventKind), key=lambda each: each[1])
    yield "kind", tuple(Choice(value, label, value == wish.what) for value, label in (*both, *kinds))
    yield (
        "status",
        tuple(
            Choice(each.value, t.term(each) or t("timeline.happened"), each is wish.status)
            for each in EventStatus
        ),
    )


def _entry(visit: Visit, row: Row, where: dict[str, str]) -> Entry:
    if row["type"] == "statement":
        return Entry(None, views.said(visit, row))
    t = visit.wording
    told = (
        t("timeline.where", place=row["place"]) if row["place"] and row["place"] not in row["what"] else "",
        ", ".join(row["participants"]),
        t.count("said.in_articles", row["articles"]),
    )
    event = Happening(
        what=row["what"],
        kind=t.term(EventKind(row["kind"])),
        status=t.term(EventStatus(row["status"])),
        when=views.when(visit, _when(row)),
        told="; ".join(filter(None, told)),
        href=where.get(row["id"], ""),
        anchor=_anchor(row),
    )
    return Entry(event, None)


def _rows(visit: Visit, rows: Iterable[Row]) -> Iterator[tuple[str, str, list[Drawn]]]:
    """A lane for each kind of event and one for what is said, in the order in which they come up."""
    t = visit.wording
    drawn: dict[str, list[Drawn]] = {}
    for row in rows:
        if row["type"] == "statement":
            one = views.said(visit, row)
            told = one.who.name, one.when.label
            lane, label = t("timeline.statements"), ", ".join(told)
            mark = (views.said_when(row), "said", one.place.href, label)
        else:
            lane, when = t.term(EventKind(row["kind"])), _when(row)
            mark = (when, row["status"], f"#{_anchor(row)}", f"{row['what']}, {t.moment(when)}")
        drawn.setdefault(lane, []).append(mark)
    for name, marks in drawn.items():
        yield name, "", marks


def _when(row: Row) -> Moment:
    return Moment(row["earliest"], row["latest"])


def _anchor(row: Row) -> str:
    return f"e-{row['id']}"


def _told_at(visit: Visit, rows: Iterable[Row]) -> dict[str, str]:
    """Where each event is told first, by its id: the article, and the event in it."""
    ids = [row["id"] for row in rows if row["type"] == "event"]
    return {
        row["event_id"]: visit.to("articles", row["article_id"], at=f"why-e-{row['number']}")
        for row in visit.store.told_first(ids)
    }
