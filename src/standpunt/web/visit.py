"""One visit to a page: the dossier, the words of its language, addresses in it, and the page as HTML."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import Depends, Request, Response

from standpunt.display.templating import templates
from standpunt.display.wording import Wording
from standpunt.store import Pages
from standpunt.web import taking

LANGUAGES = {"nl": "", "en": "/en"}
"""The languages, each with what its addresses begin with. The longest that fits an address is meant."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who may change the dossier: an empty name must be told first. `token` proves that a form is of one of
    our pages. `made` are the corrections that this visitor just made, `lost` says why the dossier could not follow.
    `waiting` are all that the dossier, as it is shown, is not made with yet, and `fault` why it could not be."""

    name: str
    token: str
    made: tuple[int, ...] = ()
    lost: str = ""
    waiting: tuple[int, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """`path` is the address without its language, `query` what stands behind it, `form` the one in which the data
    behind the page is asked for, empty for the page itself. `editor` is who may change something, None where nobody
    may."""

    store: Pages
    wording: Wording
    path: str
    query: str
    form: str = ""
    editor: Editor | None = None

    @property
    def dossier(self) -> str:
        """Its name."""
        return self.store.name

    def to(self, *parts: str, at: str = "", **query: str | list[str]) -> str:
        """The address of a page in the language of this visit: `to("actors", id, at="s-3", after=key)`. What is empty
        in the query is left out."""
        path = "".join(f"/{quote(part, safe=':')}" for part in parts) or "/"
        given = urlencode({key: value for key, value in query.items() if value}, doseq=True)
        return f"{LANGUAGES[self.wording.code]}{path}{'?' + given if given else ''}{'#' + at if at else ''}"

    def here(self, language: str) -> str:
        """This page in another language."""
        return f"{LANGUAGES[language]}{self.path}{'?' + self.query if self.query else ''}"

    def data(self, form: str, table: str = "") -> str:
        """The address of the data behind this page; of CSV of one table."""
        given = [each for each in parse_qsl(self.query) if each[0] not in ("after", "table")]
        query = urlencode([*given, *([("table", table)] if table else [])])
        path = taking.joined(self.path, form)
        return f"{LANGUAGES[self.wording.code]}{path}{'?' + query if query else ''}"

    def trimmed(self) -> str:
        """This address without what a form left empty, where it did; else empty."""
        given = parse_qsl(self.query, keep_blank_values=True)
        kept = urlencode([each for each in given if each[1]])
        if self.form or len(kept) == len(urlencode(given)):
            return ""
        return f"{LANGUAGES[self.wording.code]}{self.path}{'?' + kept if kept else ''}"

    def page(
        self,
        template: str,
        context: Callable[[], object],
        data: taking.Tables = taking.NO_DATA,
        *,
        status: int = 200,
        media_type: str = "text/html",
    ) -> Response:
        """The HTML of a context; templates know it as `page`, this visit as `visit`, and its words as `t`. Where the
        data behind it is asked for, that, and the context is not made. Raises HTTPException where there is none."""
        if self.form:
            return taking.answer(self.form, data, dict(parse_qsl(self.query)).get("table", ""))
        made = templates("standpunt.web").get_template(template)
        tables = [(name, self.wording(f"data.{name}")) for name in data]
        body = made.render(page=context(), visit=self, t=self.wording, tables=tables)
        return Response(body, status, media_type=media_type)


def visit(request: Request) -> Visit:
    """The visit that a request is."""
    path = request.url.path
    language = max(
        (code for code, prefix in LANGUAGES.items() if f"{path}/".startswith(f"{prefix}/")),
        key=lambda code: len(LANGUAGES[code]),
    )
    bare, form = taking.split(path.removeprefix(LANGUAGES[language]) or "/")
    return Visit(
        request.app.state.store,
        wordings()[language],
        quote(bare, safe="/:"),
        request.url.query,
        form,
        _editor(request),
    )


def _editor(request: Request) -> Editor | None:
    editing = request.app.state.editing
    if editing is None:
        return None
    session = request.session
    token = session.setdefault("token", secrets.token_urlsafe(32))
    name = session.get("name") or ("" if editing.password else editing.name)
    if "made" in session:  # told once, on whatever page this request ends
        request.state.made = session.pop("made")
    made, lost = getattr(request.state, "made", ((), ""))
    waiting, fault = tuple(request.app.state.store.waiting()), editing.remaking.fault
    return Editor(name, token, tuple(made), lost, waiting, str(fault) if waiting and fault else "")


Visiting = Annotated[Visit, Depends(visit)]
"""What a route asks for to get its visit."""


@cache
def wordings() -> Mapping[str, Wording]:
    """The words of all pages, by language. Raises LexiconError."""
    files = sorted(
        resources.files("standpunt.web").joinpath("messages").iterdir(), key=lambda file: file.name
    )
    return {code: Wording(code, *files) for code in LANGUAGES}
