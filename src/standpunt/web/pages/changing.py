"""What a form changes: a correction, its undoing, and who somebody is. Here only where the dossier may be changed."""

import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from standpunt.errors import AskedError, BusyError
from standpunt.web import asking
from standpunt.web.editing import Editing
from standpunt.web.pages import missing
from standpunt.web.visit import Editor, Visit, Visiting

router = APIRouter()

NAMES = 200
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class SessionPage:
    """Who somebody is; `back` leads to where he was, `wrong` says why he is not let in."""

    secret: bool
    name: str
    back: str
    wrong: str


async def sent(request: Request) -> dict[str, str]:
    """The fields of a form of ours. Raises HTTPException for one that is not."""
    fields = {
        name: value for name, value in (await request.form(max_files=0)).items() if isinstance(value, str)
    }
    given, token = fields.pop("token", ""), request.session.get("token", "")
    if not token or not hmac.compare_digest(given.encode(), token.encode()):
        raise HTTPException(403)
    return fields


Sent = Annotated[dict[str, str], Depends(sent)]


@router.post("/corrections")
def correct(request: Request, visit: Visiting, fields: Sent) -> Response:
    back, by = _back(visit, fields), _known(visit).name
    try:
        asked = asking.of_form(fields)
    except ValidationError as fault:
        return missing.refused(visit, 400, asking.told(fault), back)
    try:
        made = _editing(request).keep(visit.store, asked, by=by)
    except (AskedError, BusyError) as fault:
        return missing.refused(visit, 409, str(fault), back)
    lost = "; ".join(row["lost"] for row in made if row["lost"])
    request.session["made"] = [row["number"] for row in made], lost
    if isinstance(asked, asking.Merge):  # the page of the other is gone
        back = visit.to("actors", made[0]["after"]["actor_id"])
    return RedirectResponse(back, 303)


@router.post("/corrections/{number}/undo")
def undo(request: Request, visit: Visiting, number: int, fields: Sent) -> Response:
    back, by = _back(visit, fields), _known(visit).name
    try:
        _editing(request).undo(visit.store, number, by=by)
    except (AskedError, BusyError) as fault:
        return missing.refused(visit, 409, str(fault), back)
    return RedirectResponse(back, 303)


@router.get("/session")
def who(request: Request, visit: Visiting, back: str = "") -> Response:
    return visit.page("session.html.j2", lambda: session_page(request, visit, {"back": back}))


@router.post("/session")
def enter(request: Request, visit: Visiting, fields: Sent) -> Response:
    """Takes a name, and the password where there is one; an empty name leaves."""
    password, name = _editing(request).password, " ".join(fields.get("name", "").split())[:NAMES]
    back, address = _back(visit, fields), request.client.host if request.client else ""
    if not name:
        request.session.clear()
        return RedirectResponse(back, 303)
    if password:
        wait = password.wait(address)
        if wait:
            page = session_page(request, visit, fields, visit.wording("session.wait", seconds=wait))
            return visit.page("session.html.j2", lambda: page, status=429)
        if not password.fits(fields.get("password", ""), address):
            page = session_page(request, visit, fields, visit.wording("session.wrong"))
            return visit.page("session.html.j2", lambda: page, status=403)
    request.session.clear()  # what was known of who came in is not that of who is in
    request.session["name"] = name
    return RedirectResponse(back, 303)


def session_page(request: Request, visit: Visit, fields: dict[str, str], wrong: str = "") -> SessionPage:
    editor = visit.editor
    name = fields.get("name") or (editor.name if editor else "")
    return SessionPage(_editing(request).password is not None, name, _back(visit, fields), wrong)


def _editing(request: Request) -> Editing:
    editing: Editing = request.app.state.editing
    return editing


def _known(visit: Visit) -> Editor:
    """Raises HTTPException for somebody who has not said who he is."""
    if visit.editor is None or not visit.editor.name:
        raise HTTPException(401)
    return visit.editor


def _back(visit: Visit, fields: dict[str, str]) -> str:
    """Where a form was, if that is a page of ours."""
    back = fields.pop("back", "")
    ours = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if ours and back.isprintable() else visit.to("corrections")
