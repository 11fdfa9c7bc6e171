"""The pages, one a module: its route, its context and what makes it of the store's rows.

To add one: write a module with a `router`, name it in ROUTERS, and put its template, its words and, where it needs
them, its style and script under its name in `templates`, `messages` and `static`. What stands in the bar above every
page is NAV of `templates/layout.html.j2`."""

from standpunt.web.pages import (
    actor,
    api,
    article,
    corrections,
    issue,
    lists,
    network,
    overview,
    parts,
    search,
    timeline,
)

ROUTERS = tuple(
    page.router
    for page in (
        overview,
        lists,
        issue,
        parts,
        actor,
        article,
        search,
        timeline,
        network,
        corrections,
        api,
    )
)
