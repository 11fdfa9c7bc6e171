"""The dossier as an API: what `standpunt.open` and the command line answer, under the same names, as typed JSON.

    app.mount(PLACE, create(store))

`/openapi.json` says what there is. A list comes some rows at a time, with the token that asks for those that follow;
what goes wrong is told as problem details (RFC 9457)."""

from fastapi import Depends, FastAPI

from standpunt import __version__
from standpunt.store import Pages
from standpunt.web.api import answering, correcting, listing, problems
from standpunt.web.editing import Editing
from standpunt.web.guarding import same_origin

__all__ = ["PLACE", "create"]

PLACE = "/api"
"""Where it is mounted."""

ABOUT = """Who said what, when, and on which condition: a dossier of news articles, as data.

An actor is named by id, name or a part of one, an issue by id, whatever its capitals. Days are ISO 8601; places in a
text are half-open, in characters. A list has rows, and in after what asks for the rows that follow, empty at the end.
An error is told as problem details (RFC 9457), with what failed, where, and what to do."""


def create(store: Pages, editing: Editing | None = None) -> FastAPI:
    """It only reads, unless `editing` says what may be changed by whom."""
    api = FastAPI(
        title="Standpunt",
        version=__version__,
        description=ABOUT,
        servers=[{"url": PLACE}],
        root_path_in_servers=False,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(same_origin), Depends(problems.no_others)],
        responses=problems.told(404, 422, 500),
    )
    api.state.store, api.state.editing = store, editing
    routers = [listing.router, answering.router, correcting.router]
    if editing:
        routers.append(correcting.changes(editing))
    for router in routers:
        api.include_router(router)
    problems.handle(api)
    return api
