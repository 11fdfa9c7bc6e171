"""An actor: offices, where he stands and stood, what he says, who speaks of whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Response
from starlette.exceptions import HTTPException

from standpunt import registry
from standpunt.model import ActorKind, Moment, Reason
from standpunt.store import Page, Scope
from standpunt.store.rows import Row
from standpunt.web import shapes, taking, views
from standpunt.web.charts import Lanes, lanes
from standpunt.web.pages.issue import Condition, clash, condition, held
from standpunt.web.pages.lists import After, ArticleRow, article_row, turns
from standpunt.web.views import Pair, Said, Standing, Who
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

STATEMENTS, NAMES, ARTICLES = 12, 12, 6
"""How many statements are on a page, how many of those who speak of him, and of the newest articles that do."""

OTHERS, PAIRS, STATED = 5, 8, 8
"""How many other positions of an issue are shown, how many shifts and contradictions, and how many conditions."""


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody is or was, and when, in words."""

    title: str
    period: str


@dataclass(frozen=True, slots=True)
class OnIssue:
    """Where somebody stands on an issue, and what else he showed, newest first; `more` leads to what he said on it, if
    not all is here."""

    label: str
    href: str
    proposal: str
    now: Standing
    others: tuple[Standing, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody who speaks of him, or of whom he speaks, and in how many statements."""

    who: Who
    statements: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`what` is his kind and party, `roles` what articles call him; `why` tells why these words are one actor.
    `conditions` are his, with the label of their issue; `cut` names what of these
    pairs and conditions is not all here; `more` and `first` lead to other pages of what he said."""

    id: str
    name: str
    what: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    told: str
    why: str
    offices: tuple[Office, ...]
    chart: Lanes
    issues: tuple[OnIssue, ...]
    shifts: tuple[Pair, ...]
    contradictions: tuple[Pair, ...]
    conditions: tuple[tuple[str, Condition], ...]
    cut: frozenset[str]
    said: tuple[Said, ...]
    first: str
    more: str
    spoken_of: tuple[Beside, ...]
    speaks_of: tuple[Beside, ...]
    articles: tuple[ArticleRow, ...]


@router.get("/actors/{id:path}")
def show(visit: Visiting, id: str, after: After = "") -> Response:
    page = actor_page(visit, id, after)
    return visit.page("actor.html.j2", lambda: page, data(visit, id))


def data(visit: Visit, id: str) -> taking.Tables:
    """What he said, and his positions and conditions."""

    def said(after: str, limit: int) -> Page:
        return visit.store.said(speaker=id, after=after, limit=limit)

    every = taking.table(shapes.SAID, lambda: taking.whole(said))
    return {"statements": every, **held(visit, Scope(actor=id))}


def actor_page(visit: Visit, id: str, after: str = "") -> ActorPage:
    """Raises HTTPException where there is no such actor."""
    store, t = visit.store, visit.wording
    row = store.actor(id)
    if row is None:
        raise HTTPException(404)
    said = store.said(speaker=id, after=after, limit=STATEMENTS)
    first, more = turns(visit, "actors", id, after=after, following=said.after, at="statements")
    offices = _offices(row)
    known = {each.title.casefold() for each in offices}
    labels = {issue["id"]: issue["label"] for issue in store.rows("issues")}
    shifts, clashes = (
        store.newest_shifts(PAIRS + 1, actor=id),
        store.newest_contradictions(PAIRS + 1, actor=id),
    )
    stated = store.conditions_of(id, limit=STATED + 1)
    kind = ActorKind(row["kind"])
    return ActorPage(
        id=id,
        name=row["name"],
        what=", ".join(filter(None, (t.term(kind) if kind is not ActorKind.PERSON else "", row["party"]))),
        roles=tuple(role for role in row["roles"] if role.casefold() not in known),
        aliases=tuple(alias for alias in row["aliases"] if alias != row["name"]),
        told=f"{t.count('lists.statements', row['statements'])}, {t.count('lists.articles', row['articles'])}",
        why=t("why.actor", words=t.reason(Reason(row["rule"], row["entry"], tuple(row["candidates"])))),
        offices=tuple(Office(_title(each), t.period(each.start, each.end)) for each in offices),
        chart=lanes(
            [
                (_title(each), "", [(_days(each), "office", "", _title(each))])
                for each in offices
                if each.dated
            ],
            t,
        ),
        issues=tuple(_on_issues(visit, id)),
        shifts=tuple(views.shift(visit, each) for each in shifts[:PAIRS]),
        contradictions=tuple(clash(visit, each) for each in clashes[:PAIRS]),
        conditions=tuple(
            (f"{labels[each['issue_id']]}: {each['condition_group']}", condition(visit, each))
            for each in stated[:STATED]
        ),
        cut=frozenset(
            part
            for part, rest in (
                ("shifts", shifts[PAIRS:]),
                ("contradictions", clashes[PAIRS:]),
                ("conditions", stated[STATED:]),
            )
            if rest
        ),
        said=tuple(views.said(visit, each) for each in said.rows),
        first=first,
        more=more,
        spoken_of=tuple(_beside(visit, store.spoken_of(id, NAMES))),
        speaks_of=tuple(_beside(visit, store.speaks_of(id, NAMES))),
        articles=tuple(article_row(visit, each) for each in store.articles(actor=id, limit=ARTICLES).rows),
    )


def _on_issues(visit: Visit, id: str) -> Iterator[OnIssue]:
    """In the order of the codebook; of each the newest that he showed, but for what shows where he stands now."""
    store, stands, before = visit.store, visit.store.standing_on(id), visit.store.held_before(id, OTHERS)
    for issue in store.issues_held():
        if issue["id"] not in stands:
            continue
        stance, number, now = stands[issue["id"]]
        others = before.get(issue["id"], [])
        yield OnIssue(
            label=issue["label"],
            href=visit.to("issues", issue["id"]),
            proposal=issue["proposal"],
            now=views.standing(visit, now, stance),
            others=tuple(views.standing(visit, row) for row in others),
            more=visit.to("search", actor=id, issue=issue["id"]) if number > OTHERS else "",
        )


def _offices(row: Row) -> Sequence[registry.Office]:
    """Those that the registry knows of him, by when they began."""
    known = registry.load().by_key(row["identity"]) if row["identity"] else None
    offices: tuple[registry.Office, ...] = getattr(known, "offices", ())
    return sorted(offices, key=lambda office: office.start.in_time)


def _title(office: registry.Office) -> str:
    return f"{office.title}, {office.of}"


def _days(office: registry.Office) -> Moment:
    """From its first day to the one before the successor's, as far as known."""
    return Moment(office.start.earliest, office.end.latest)


def _beside(visit: Visit, listed: Sequence[Row]) -> Iterator[Beside]:
    for row in listed:
        yield Beside(views.who(visit, row["id"], row["name"]), row["statements"])
