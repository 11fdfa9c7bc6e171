"""What is shown for what is not there, with the way to what is."""

from dataclasses import dataclass, replace

from fastapi import Request, Response

from standpunt.errors import StoreError
from standpunt.web.views import Who
from standpunt.web.visit import Visit, visit

KINDS = ("issues", "actors", "articles")
TOLD = (400, 401, 403, 404, 405, 413)
"""Statuses that have words of their own."""


@dataclass(frozen=True, slots=True)
class Missing:
    """`told` says what failed, `detail` what the store says of it, `links` lead to what is there."""

    status: int
    title: str
    told: str
    detail: str
    links: tuple[Who, ...]


def page(request: Request, status: int, fault: StoreError | None = None) -> Response:
    here = replace(visit(request), form="")  # that there is no such data is told as a page
    kind = here.path.split("/")[1]
    links: tuple[Who, ...] = ()
    if fault is None and kind == "issues" and status == 404:
        links = tuple(Who(row["label"], here.to("issues", row["id"])) for row in here.store.issues_held())
    elif status == 401:
        links = (Who(here.wording("session.title"), here.to("session")),)
    key = f"{status}_{kind}" if status == 404 and kind in KINDS else str(status)
    return _told(here, status, key if status in TOLD else "500", str(fault) if fault else "", links)


def refused(visit: Visit, status: int, detail: str, back: str) -> Response:
    """A change that was not made, and the way back to where it was asked for."""
    return _told(visit, status, f"{status}_change", detail, (Who(visit.wording("missing.again"), back),))


def _told(visit: Visit, status: int, key: str, detail: str, links: tuple[Who, ...]) -> Response:
    t = visit.wording
    title = t(f"missing.title_{'404' if status == 404 else 'other'}")
    context = Missing(status, title, t(f"missing.{key}"), detail, links)
    return visit.page("missing.html.j2", lambda: context, status=status)
