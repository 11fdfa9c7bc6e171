"""What people corrected and confirmed, and, where that is allowed, how a program does."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Path, Request, Response
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from starlette.exceptions import HTTPException

from standpunt.evaluation import confirmed
from standpunt.store import Page, Pages
from standpunt.store.rows import Row
from standpunt.web import shapes
from standpunt.web.api.answering import After
from standpunt.web.api.listing import Limit, Opened
from standpunt.web.api.problems import told
from standpunt.web.asking import Asked
from standpunt.web.editing import Editing
from standpunt.web.guarding import Password

router = APIRouter()

_BASIC = HTTPBasic(
    auto_error=False, description="anybody's name, which stands with the correction, and the password"
)
_CHALLENGE = {"WWW-Authenticate": 'Basic realm="standpunt", charset="UTF-8"'}


@router.get("/corrections", response_model=shapes.listing(shapes.CORRECTION))
def corrections(store: Opened, after: After = "", limit: Limit = 100) -> Page:
    """What people corrected and confirmed, in the order in which every build applies it."""
    rows = [row for row in store.rows("corrections") if row["number"] > int(after or 0)]
    return Page(rows[:limit], str(rows[limit - 1]["number"]) if len(rows) > limit else "")


@router.get("/agreement", response_model=confirmed.Agreed)
def agreement(store: Opened) -> confirmed.Agreed:
    """How often what was found is right, where people looked. They choose where, so that this is no sample."""
    return confirmed.agreement(store)


def changes(editing: Editing) -> APIRouter:
    """The routes that change something; with a password they ask for it."""
    refusals = told(400, 401, 403, 409, 413, 429) if editing.password else told(400, 403, 409, 413)
    made = APIRouter(responses=refusals)
    by: Any = Depends(_knowing(editing.password) if editing.password else _anybody(editing.name))

    several: Any = list[shapes.CORRECTION]  # type: ignore[valid-type]

    @made.post("/corrections", status_code=201, response_model=several, responses=_going_on(several))
    def correct(
        store: Opened, response: Response, asked: Annotated[Asked, Body()], by: str = by
    ) -> list[Row]:
        """Records a correction, with which the dossier is then made anew. Where that takes long, 202 says that it goes
        on: until `/dossier` is complete, all that is asked for is as it was before. `lost` tells where a correction
        could not be applied."""
        made = editing.keep(store, asked, by=by)
        _said(store, response)
        return made

    one = shapes.CORRECTION

    @made.post("/corrections/{number}/undo", response_model=one, responses=_going_on(one))
    def undo(
        store: Opened, response: Response, number: Annotated[int, Path(ge=1, le=10**9)], by: str = by
    ) -> Row:
        """Withdraws a correction, which stays in the list; the dossier is then made anew without it, as above."""
        undone = editing.undo(store, number, by=by)
        _said(store, response)
        return undone

    return made


def _going_on(model: Any) -> dict[int | str, dict[str, Any]]:
    return {202: {"description": "It is recorded, and the dossier is being made anew.", "model": model}}


def _said(store: Pages, response: Response) -> None:
    """Whether it is done, or goes on."""
    if not store.complete:
        response.status_code = 202


def _anybody(name: str) -> Callable[[], str]:
    return lambda: name


def _knowing(password: Password) -> Callable[..., str]:
    def name(request: Request, given: Annotated[HTTPBasicCredentials | None, Depends(_BASIC)]) -> str:
        address = request.client.host if request.client else ""
        wait = password.wait(address)
        if wait:
            raise HTTPException(429, "too many wrong passwords", {"Retry-After": str(wait)})
        if given is None or not given.username.strip():
            raise HTTPException(401, "this needs a name and the password", _CHALLENGE)
        if not password.fits(given.password, address):
            raise HTTPException(401, "this is not the password", _CHALLENGE)
        return given.username.strip()

    return name
