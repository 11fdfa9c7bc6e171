"""What is in a dossier, some rows at a time: articles, actors, statements, events."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException

from standpunt import __version__
from standpunt.model import ActorKind
from standpunt.store import Page, Pages, Wanted
from standpunt.store.rows import Row
from standpunt.web import shapes
from standpunt.web.editing import Editing
from standpunt.web.pages.lists import After
from standpunt.web.pages.search import Asked, Text
from standpunt.web.pages.timeline import Wished

router = APIRouter()


def _store(request: Request) -> Pages:
    store: Pages = request.app.state.store
    return store


Opened = Annotated[Pages, Depends(_store)]
Limit = Annotated[int, Query(ge=1, le=1000, description="rows at most")]


@router.get("/dossier", response_model=shapes.KNOWN)
def dossier(request: Request, store: Opened) -> Row:
    """What is to be known of the dossier as a whole."""
    editing: Editing | None = request.app.state.editing
    return {
        "dossier": store.name, "version": __version__, "complete": store.complete,
        "editable": editing is not None, "waiting": store.waiting(),
        "fault": str(editing.remaking.fault or "") if editing else "", "counts": store.numbers(),
    }  # fmt: skip


@router.get("/statements", response_model=shapes.listing(shapes.SAID))
def statements(store: Opened, sought: Asked, after: After = "", limit: Limit = 100) -> Page:
    """What was said, each once in its fullest words, newest first, undated last."""
    return store.said(sought, after=after, limit=limit)


@router.get("/articles", response_model=shapes.listing(shapes.ARTICLE))
def articles(store: Opened, sought: Asked, after: After = "", limit: Limit = 100) -> Page:
    """Articles, newest first, undated last; of an actor those that speak of him."""
    return store.articles(sought, after=after, limit=limit)


@router.get("/articles/{article:path}", response_model=shapes.WHOLE_ARTICLE)
def article(store: Opened, article: str) -> Row:
    """One article with its text and what was found in it, by its number, id, file name or words of its title."""
    row = store.article(article)
    return {
        **row,
        "statements": store.statements(Wanted(article=row["id"])),
        "positions": store.held_in(row["id"]),
    }


@router.get("/actors", response_model=shapes.listing(shapes.ACTOR))
def actors(store: Opened, kind: ActorKind | None = None, after: After = "", limit: Limit = 100) -> Page:
    """Who is spoken of, those with most statements first."""
    return store.speakers(kind=kind, after=after, limit=limit)


@router.get("/actors/{id:path}", response_model=shapes.ACTOR)
def actor(store: Opened, id: str) -> Row:
    """One actor by his id."""
    row = store.actor(id)
    if row is None:
        raise HTTPException(404, "no actor has this id")
    return row


@router.get("/timeline", response_model=shapes.listing(shapes.HAPPENED, shapes.SPOKEN))
def timeline(store: Opened, wish: Wished, after: After = "", limit: Limit = 100) -> Page:
    """What happened, is planned or was said, newest first, undated last."""
    return store.timeline(wish.events, wish.said, after=after, limit=limit)


@router.get("/search", response_model=shapes.HITS)
def search(store: Opened, words: Annotated[Text, Query(min_length=1)], limit: Limit = 20) -> Row:
    """Statements and articles with these words in any inflection, best first. `"..."` keeps words together, `-word`
    leaves out, `OF` joins alternatives, `woord*` is a beginning."""
    found = store.search(words, limit)
    return {
        "statements": found.statements, "articles": found.articles, "words": sorted(found.words),
        "total": found.total,
    }  # fmt: skip
