"""What is shown for what is not there, with the way to what is."""

from dataclasses import dataclass, replace

from fastapi import Request, Response

from standpunt.errors import StoreError
from standpunt.web.views import Who
from standpunt.web.visit import visit

KINDS = ("issues", "actors", "articles")


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
    t = here.wording
    kind = here.path.split("/")[1]
    key = (
        f"{status}_{kind}"
        if status == 404 and kind in KINDS
        else str(status)
        if status in (400, 404)
        else "500"
    )
    links: tuple[Who, ...] = ()
    if fault is None and kind == "issues":
        links = tuple(Who(row["label"], here.to("issues", row["id"])) for row in here.store.issues_held())
    context = Missing(
        status=status,
        title=t(f"missing.title_{'404' if status == 404 else 'other'}"),
        told=t(f"missing.{key}"),
        detail=str(fault) if fault else "",
        links=links,
    )
    return here.page("missing.html.j2", context, status=status)
