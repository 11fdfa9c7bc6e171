"""An actor: offices, where he stands and stood, what he says, who speaks of whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Response
from starlette.exceptions import HTTPException

from standpunt import registry
from standpunt.answers import Answers
from standpunt.errors import StoreError
from standpunt.model import ActorKind, Moment, Reason
from standpunt.store import Scope
from standpunt.store.rows import Row
from standpunt.web import shapes, taking, views
from standpunt.web.charts import Lanes, lanes
from standpunt.web.pages.issue import Condition, condition, held
from standpunt.web.pages.lists import After, ArticleRow, article_row, turns
from standpunt.web.views import Pair, Said, Standing, Who
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

STATEMENTS, NAMES, ARTICLES = 12, 12, 6
"""How many statements are on a page, how many of those who speak of him, and of the newest articles that do."""


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody is or was, and when, in words."""

    title: str
    period: str


@dataclass(frozen=True, slots=True)
class OnIssue:
    """Where somebody stands on an issue, and what else he showed, newest first."""

    label: str
    href: str
    proposal: str
    now: Standing
    others: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody who speaks of him, or of whom he speaks, and in how many statements."""

    who: Who
    statements: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`what` is his kind and party, `roles` what articles call him; `why` tells why these words are one actor.
    `conditions` are his, with the label of their issue; `more` and `first` lead to other pages of what he said."""

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
    said: tuple[Said, ...]
    first: str
    more: str
    spoken_of: tuple[Beside, ...]
    speaks_of: tuple[Beside, ...]
    articles: tuple[ArticleRow, ...]


@router.get("/actors/{id:path}")
def show(visit: Visiting, id: str, after: After = "") -> Response:
    page, store = actor_page(visit, id, after), visit.store
    every = taking.table(
        shapes.SAID,
        lambda: taking.whole(lambda after, limit: store.said(speaker=id, after=after, limit=limit)),
    )
    return visit.page("actor.html.j2", page, {"statements": every, **held(visit, Scope(actor=id))})


def actor_page(visit: Visit, id: str, after: str = "") -> ActorPage:
    """Raises HTTPException where there is no such actor."""
    store, t = visit.store, visit.wording
    row = store.actor(id)
    if row is None:
        raise HTTPException(404)
    profile = store.profile(id)
    said = store.said(speaker=id, after=after, limit=STATEMENTS)
    first, more = turns(visit, "actors", id, after=after, following=said.after, at="statements")
    offices = _offices(row)
    known = {each.title.casefold() for each in offices}
    stands = _stands(visit, id)
    kind = ActorKind(row["kind"])
    return ActorPage(
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
        issues=stands.issues,
        shifts=stands.shifts,
        contradictions=stands.contradictions,
        conditions=stands.conditions,
        said=tuple(views.said(visit, each) for each in said.rows),
        first=first,
        more=more,
        spoken_of=tuple(_beside(visit, profile["spoken_of"])),
        speaks_of=tuple(_beside(visit, profile["speaks_of"])),
        articles=tuple(article_row(visit, each) for each in store.articles(actor=id, limit=ARTICLES).rows),
    )


@dataclass(frozen=True, slots=True)
class _Stands:
    """What stands of an actor on the issues of the codebook."""

    issues: tuple[OnIssue, ...] = ()
    shifts: tuple[Pair, ...] = ()
    contradictions: tuple[Pair, ...] = ()
    conditions: tuple[tuple[str, Condition], ...] = ()


def _stands(visit: Visit, id: str) -> _Stands:
    try:
        answers = Answers(visit.store, Scope(actor=id))
    except StoreError:  # there is no codebook, and so nothing to stand on
        return _Stands()
    t, issues = visit.wording, {row["id"]: row for row in answers.issues()}
    return _Stands(
        issues=tuple(_on_issues(visit, id, answers, issues)),
        shifts=tuple(views.shift(visit, row) for row in answers.shifts()),
        contradictions=tuple(
            views.pair(
                visit, row["one"], row["other"], [t("issue.side", side=row["side"]) if row["side"] else ""]
            )
            for row in answers.contradictions()
        ),
        conditions=tuple(
            (f"{issues[row['issue_id']]['label']}: {row['condition_group']}", condition(visit, row))
            for row in answers.conditions()
        ),
    )


def _on_issues(visit: Visit, id: str, answers: Answers, issues: Mapping[str, Row]) -> Iterator[OnIssue]:
    """In the order of the codebook. Positions of others, against which his are set, are left out."""
    taken: dict[str, list[Row]] = defaultdict(list)
    for row in answers.positions():
        if row["actor_id"] == id:
            taken[row["issue_id"]].append(row)
    cells = {cell["issue_id"]: cell for cell in answers.matrix() if cell["actor_id"] == id}
    for issue, about in issues.items():
        if issue not in cells:
            continue
        now, stance = cells[issue]["positions"], cells[issue]["stance"]
        here = [row for row in taken[issue] if row["id"] in now]
        others = sorted((row for row in taken[issue] if row["id"] not in now), key=_age, reverse=True)
        shown = next((row for row in here if row["stance"] == stance.value), here[0])
        yield OnIssue(
            label=about["label"],
            href=visit.to("issues", issue),
            proposal=about["proposal"],
            now=views.standing(visit, shown, stance),
            others=tuple(views.standing(visit, row) for row in others),
        )


def _age(row: Row) -> tuple[str, int]:
    return str(row["held_latest"] or row["held_earliest"] or ""), row["id"]


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
    for row in listed[:NAMES]:
        yield Beside(views.who(visit, row["id"], row["name"]), row["statements"])
