"""One headless Chromium, and the fictional dossier in it, as a page and served, which must complain of nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fictional import dossier
from kept import keep
from screens import listening, visiting
from standpunt.report import write
from standpunt.web import create

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# without Playwright nothing is collected here: `make test-browser` finds no test and fails
collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py"]

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("report") / "dossier.html"
    write(dossier(), place)
    return place


@pytest.fixture
def opened(browser: Browser, report: Path) -> Iterator[Callable[..., Page]]:
    """Opens the page, or another one: `opened(width=390, anchor="#u-...", query="?vorm=direct", at=path)`."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_page(
        *,
        width: int = 1440,
        height: int = 900,
        anchor: str = "",
        query: str = "",
        at: Path = report,
        **more: object,
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **more)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda fault: troubles.append(str(fault)))
        page.on("request", lambda request: troubles.append(request.url))
        page.goto(at.as_uri() + query + anchor)
        troubles.remove(at.as_uri() + query)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the fictional dossier."""
    with listening(create(keep(dossier(), tmp_path_factory.mktemp("served") / "kust.db"))) as address:
        yield address


@pytest.fixture
def visited(browser: Browser, served: str) -> Iterator[Callable[..., Page]]:
    with visiting(browser, served) as open_page:
        yield open_page
