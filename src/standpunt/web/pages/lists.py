"""All articles, all actors, all that was said: a page at a time."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from standpunt.display.parts import When
from standpunt.model import ActorKind
from standpunt.store import Page
from standpunt.store.rows import Row
from standpunt.web import shapes, taking
from standpunt.web.views import Said, moment, said, source, when
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

LENGTH = 40
"""Rows of a page."""

After = Annotated[str, Query(max_length=200, description="asks for the rows that follow")]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list; `told` says how long it is and how much is said in it."""

    label: str
    href: str
    source: str
    when: When
    told: str


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list; `what` is his kind, party or role, `told` how much he says and where he is spoken of."""

    name: str
    href: str
    what: str
    told: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list of one kind; `first` and `next` lead to other pages, empty where this is the first or last;
    `kinds` are words for kinds with their address and whether it is the one that is shown."""

    articles: tuple[ArticleRow, ...] = ()
    actors: tuple[ActorRow, ...] = ()
    said: tuple[Said, ...] = ()
    first: str = ""
    next: str = ""
    kinds: tuple[tuple[str, str, bool], ...] = ()


@router.get("/articles")
def articles(visit: Visiting, after: After = "") -> Response:
    return visit.page("articles.html.j2", lambda: article_list(visit, after), every_article(visit))


def article_list(visit: Visit, after: str = "") -> Listing:
    found = visit.store.articles(after=after, limit=LENGTH)
    first, next = turns(visit, "articles", after=after, following=found.after)
    return Listing(articles=tuple(article_row(visit, row) for row in found.rows), first=first, next=next)


def every_article(visit: Visit) -> taking.Tables:
    def page(after: str, limit: int) -> Page:
        return visit.store.articles(after=after, limit=limit)

    return {"articles": taking.table(shapes.ARTICLE, lambda: taking.whole(page))}


@router.get("/actors")
def actors(visit: Visiting, kind: ActorKind | None = None, after: After = "") -> Response:
    return visit.page("actors.html.j2", lambda: actor_list(visit, kind, after), every_actor(visit, kind))


def actor_list(visit: Visit, kind: ActorKind | None = None, after: str = "") -> Listing:
    t, found = visit.wording, visit.store.speakers(kind=kind, after=after, limit=LENGTH)
    first, next = turns(visit, "actors", after=after, following=found.after, kind=kind.value if kind else "")
    kinds = [
        (t.term(each, many=True).capitalize(), visit.to("actors", kind=each.value), each is kind)
        for each in ActorKind
    ]
    return Listing(
        actors=tuple(_actor(visit, row) for row in found.rows),
        first=first,
        next=next,
        kinds=((t("lists.everybody"), visit.to("actors"), kind is None), *kinds),
    )


def every_actor(visit: Visit, kind: ActorKind | None) -> taking.Tables:
    def page(after: str, limit: int) -> Page:
        return visit.store.speakers(kind=kind, after=after, limit=limit)

    return {"actors": taking.table(shapes.ACTOR, lambda: taking.whole(page))}


@router.get("/statements")
def statements(visit: Visiting, after: After = "") -> Response:
    return visit.page("statements.html.j2", lambda: statement_list(visit, after), every_statement(visit))


def statement_list(visit: Visit, after: str = "") -> Listing:
    found = visit.store.said(after=after, limit=LENGTH)
    first, next = turns(visit, "statements", after=after, following=found.after)
    return Listing(said=tuple(said(visit, row) for row in found.rows), first=first, next=next)


def every_statement(visit: Visit) -> taking.Tables:
    def page(after: str, limit: int) -> Page:
        return visit.store.said(after=after, limit=limit)

    return {"statements": taking.table(shapes.SAID, lambda: taking.whole(page))}


def turns(
    visit: Visit, *path: str, after: str, following: str, at: str = "", **query: str
) -> tuple[str, str]:
    """The addresses of the first page of a list, where that is another one, and of the next."""
    first = visit.to(*path, at=at, **query) if after else ""
    return first, visit.to(*path, at=at, after=following, **query) if following else ""


def article_row(visit: Visit, row: Row) -> ArticleRow:
    t = visit.wording
    return ArticleRow(
        label=row["label"],
        href=visit.to("articles", row["id"]),
        source=source(row),
        when=when(visit, moment(row, "published"), short=True),
        told=f"{t.count('lists.words', row['words'])}, {t.count('lists.statements', row['statements'])}",
    )


def _actor(visit: Visit, row: Row) -> ActorRow:
    t = visit.wording
    known = (
        t.term(ActorKind(row["kind"])) if row["kind"] != "person" else "",
        *row["roles"][:1],
        row["party"],
    )
    return ActorRow(
        name=row["name"],
        href=visit.to("actors", row["id"]),
        what=", ".join(filter(None, known)),
        told=f"{t.count('lists.statements', row['statements'])}, {t.count('lists.articles', row['articles'])}",
    )
