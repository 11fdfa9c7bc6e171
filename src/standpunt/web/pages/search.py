"""Search: what was said, or the articles, by what the address asks for; as a page, as data, or as a feed to follow."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BeforeValidator

from standpunt.model import Form, Stance
from standpunt.store import Page, Sought
from standpunt.store.rows import Row
from standpunt.web import shapes, taking
from standpunt.web.pages.lists import LENGTH, After, ArticleRow, article_row
from standpunt.web.views import Said, citation, moment, said
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML cannot hold."""

NEVER = datetime.date(1970, 1, 1)
"""What a feed says of what has no date: it must say one."""

Text = Annotated[str, Query(max_length=200)]


def _written(given: object) -> object:
    """Pydantic alone takes a number for seconds since 1970."""
    if isinstance(given, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given, re.ASCII):
        raise ValueError("a day is written 2025-02-20")
    return given


IsoDay = Annotated[datetime.date, BeforeValidator(_written)]
Day = IsoDay | Literal[""]


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing that is asked for, in words, and the address that asks for all others."""

    told: str
    without: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be asked for, and whether it is."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`given` are the values of the fields as the address has them, `choices` those that a field can have. `told` says
    in words what is shown, and `filters` why; `feed` is the address to follow."""

    articles_wanted: bool
    given: dict[str, str]
    choices: dict[str, tuple[Choice, ...]]
    told: str
    filters: tuple[Filter, ...]
    said: tuple[Said, ...]
    articles: tuple[ArticleRow, ...]
    first: str
    next: str
    feed: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A statement in a feed; `updated` is the day of its article as RFC 3339 wants it."""

    id: str
    title: str
    link: str
    updated: str
    summary: str


def asked(
    q: Annotated[Text, Query(description="words, in any inflection")] = "",
    actor: Annotated[Text, Query(description="an id, a name or a part of one")] = "",
    party: Annotated[Text, Query(description="its exact name")] = "",
    issue: Annotated[Text, Query(description="its exact id")] = "",
    stance: Stance | Literal[""] = "",
    form: Form | Literal[""] = "",
    outlet: Annotated[Text, Query(description="its exact name")] = "",
    since: Annotated[Day, Query(alias="from", description="what can be published on or after this day")] = "",
    until: Annotated[Day, Query(description="what can be published on or before this day")] = "",
) -> Sought:
    """What an address asks for; empty is not asked for."""
    return Sought(
        q.strip(), actor.strip(), party, issue, stance or None, form or None, outlet, since or None, until or None
    )  # fmt: skip


Asked = Annotated[Sought, Depends(asked)]
Listed = Annotated[Literal["", "articles"], Query(alias="in")]


@router.get("/search")
def show(visit: Visiting, sought: Asked, listed: Listed = "", after: After = "") -> Response:
    trimmed = visit.trimmed()
    if trimmed:
        return RedirectResponse(trimmed, status_code=303)
    wanted = bool(listed)
    return visit.page(
        "search.html.j2",
        lambda: search_page(visit, sought, wanted, after),
        data(visit, sought, articles_wanted=wanted),
    )


def data(visit: Visit, sought: Sought, *, articles_wanted: bool) -> taking.Tables:
    """All that is asked for."""

    def page(after: str, limit: int) -> Page:
        read = visit.store.articles if articles_wanted else visit.store.said
        return read(sought, after=after, limit=limit)

    name, shape = ("articles", shapes.ARTICLE) if articles_wanted else ("statements", shapes.SAID)
    return {name: taking.table(shape, lambda: taking.whole(page))}


@router.get("/search.atom")
def feed(request: Request, visit: Visiting, sought: Asked) -> Response:
    """The newest statements that are asked for, as Atom."""
    base, given = str(request.base_url).rstrip("/"), values(sought)
    rows = visit.store.said(sought, limit=LENGTH).rows
    entries = [_entry(visit, row, base) for row in rows]
    context = {
        "title": f"Standpunt: {UNFIT.sub('', told(visit, sought, articles_wanted=False))}",
        "id": base + visit.to("search", **given),
        "updated": max((each.updated for each in entries), default=f"{NEVER}T00:00:00Z"),
        "self": base + visit.to("search.atom", **given),
        "entries": entries,
    }
    return visit.page("search.atom.j2", lambda: context, media_type="application/atom+xml")


def search_page(visit: Visit, sought: Sought, articles_wanted: bool, after: str = "") -> SearchPage:
    given = values(sought)
    query = {**given, "in": "articles" if articles_wanted else ""}
    if articles_wanted:
        found = visit.store.articles(sought, after=after, limit=LENGTH)
    else:
        found = visit.store.said(sought, after=after, limit=LENGTH)
    return SearchPage(
        articles_wanted=articles_wanted,
        given=given,
        choices=dict(_choices(visit, sought)),
        told=told(visit, sought, articles_wanted=articles_wanted),
        filters=tuple(
            Filter(words, visit.to("search", **{**query, name: ""}))
            for name, words in clauses(visit, sought, articles_wanted=articles_wanted)
        ),
        said=() if articles_wanted else tuple(said(visit, row) for row in found.rows),
        articles=tuple(article_row(visit, row) for row in found.rows) if articles_wanted else (),
        first=visit.to("search", **query) if after else "",
        next=visit.to("search", **query, after=found.after) if found.after else "",
        feed=visit.to("search.atom", **given),
    )


def values(sought: Sought) -> dict[str, str]:
    """The fields of an address that asks for this; empty where nothing is."""
    return {
        "q": sought.words, "actor": sought.actor, "party": sought.party, "issue": sought.issue,
        "stance": sought.stance or "", "form": sought.form or "", "outlet": sought.outlet,
        "from": str(sought.since or ""), "until": str(sought.until or ""),
    }  # fmt: skip


def told(visit: Visit, sought: Sought, *, articles_wanted: bool) -> str:
    """A sentence that says what is asked for."""
    t = visit.wording
    what = t("search.articles" if articles_wanted else "search.statements")
    listed = ", ".join(words for _, words in clauses(visit, sought, articles_wanted=articles_wanted))
    listed = listed or t("search.all")
    return t("search.sentence", what=what, filters=listed)


def clauses(visit: Visit, sought: Sought, *, articles_wanted: bool) -> Iterator[tuple[str, str]]:
    """Each thing that is asked for in words, with the field that asks for it."""
    t, store = visit.wording, visit.store
    if sought.words:
        yield "q", t("search.with", words=sought.words)
    if sought.actor:
        row = store.actor(sought.actor)
        yield (
            "actor",
            t("search.of" if articles_wanted else "search.by", who=row["name"] if row else sought.actor),
        )
    if sought.party:
        yield "party", t("search.of_party", party=sought.party)
    if sought.issue:
        labels = {row["id"]: row["label"] for row in store.rows("issues")}
        yield "issue", t("search.about", issue=labels.get(sought.issue, sought.issue))
    if sought.stance:
        yield "stance", t("search.showing", stance=t.term(sought.stance))
    if sought.form:
        yield "form", t("search.as", form=t.term(sought.form))
    if sought.outlet:
        yield "outlet", t("search.in", outlet=sought.outlet)
    if sought.since:
        yield "from", t("search.since", day=t.day(sought.since))
    if sought.until:
        yield "until", t("search.until", day=t.day(sought.until))


def _choices(visit: Visit, sought: Sought) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    t, store = visit.wording, visit.store
    issues = [(row["id"], row["label"]) for row in store.rows("issues")]
    yield "party", tuple(Choice(each, each, each == sought.party) for each in store.parties())
    yield "issue", tuple(Choice(id, label, id == sought.issue) for id, label in issues)
    yield "stance", tuple(Choice(each.value, t.term(each), each is sought.stance) for each in Stance)
    yield "form", tuple(Choice(each.value, t.term(each), each is sought.form) for each in Form)
    yield "outlet", tuple(Choice(each, each, each == sought.outlet) for each in store.outlets())


def _entry(visit: Visit, row: Row, base: str) -> FeedEntry:
    one, when = said(visit, row), moment(row, "published")
    title = f"{one.who.name}: {' '.join(row['content'].split())}"
    return FeedEntry(
        id=f"urn:standpunt:statement:{row['id']}",
        title=UNFIT.sub("", title),
        link=base + one.place.href,
        updated=f"{when.latest or when.earliest or NEVER}T00:00:00Z",
        summary=UNFIT.sub("", citation(visit, row)),
    )
