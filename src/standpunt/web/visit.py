"""One visit to a page: the dossier, the words of its language, addresses in it, and the page as HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated
from urllib.parse import quote, urlencode

import jinja2
from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from standpunt.display.wording import Wording
from standpunt.store import Pages

LANGUAGES = {"nl": "", "en": "/en"}
"""The languages, each with what its addresses begin with. The longest that fits an address is meant."""


@dataclass(frozen=True, slots=True)
class Visit:
    """`path` is the address without its language, `query` what stands behind it."""

    store: Pages
    wording: Wording
    path: str
    query: str

    @property
    def dossier(self) -> str:
        """The name of the file."""
        return self.store.path.name

    def to(self, *parts: str, at: str = "", **query: str | list[str]) -> str:
        """The address of a page in the language of this visit: `to("actors", id, at="s-3", after=key)`. What is empty
        in the query is left out."""
        path = "".join(f"/{quote(part, safe=':')}" for part in parts) or "/"
        given = urlencode({key: value for key, value in query.items() if value}, doseq=True)
        return f"{LANGUAGES[self.wording.code]}{path}{'?' + given if given else ''}{'#' + at if at else ''}"

    def here(self, language: str) -> str:
        """This page in another language."""
        return f"{LANGUAGES[language]}{self.path}{'?' + self.query if self.query else ''}"

    def page(self, template: str, context: object, *, status: int = 200) -> HTMLResponse:
        """The HTML of a context; templates know it as `page`, this visit as `visit`, and its words as `t`."""
        made = _templates().get_template(template).render(page=context, visit=self, t=self.wording)
        return HTMLResponse(made, status)


def visit(request: Request) -> Visit:
    """The visit that a request is."""
    path = request.url.path
    language = max(
        (code for code, prefix in LANGUAGES.items() if f"{path}/".startswith(f"{prefix}/")),
        key=lambda code: len(LANGUAGES[code]),
    )
    bare = path.removeprefix(LANGUAGES[language]) or "/"
    return Visit(request.app.state.store, wordings()[language], quote(bare, safe="/:"), request.url.query)


Visiting = Annotated[Visit, Depends(visit)]
"""What a route asks for to get its visit."""


@cache
def wordings() -> Mapping[str, Wording]:
    """The words of all pages, by language. Raises LexiconError."""
    files = sorted(
        resources.files("standpunt.web").joinpath("messages").iterdir(), key=lambda file: file.name
    )
    return {code: Wording(code, *files) for code in LANGUAGES}


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("standpunt.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment
