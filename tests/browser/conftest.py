"""One headless Chromium, and the fictional dossier in it, as a page and served, which must complain of nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from fictional import dossier
from kept import keep
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
    """The address of the fictional dossier, on a port that is free."""
    path = keep(dossier(), tmp_path_factory.mktemp("served") / "kust.db")
    server = uvicorn.Server(uvicorn.Config(create(path), port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def visited(browser: Browser, served: str) -> Iterator[Callable[..., Page]]:
    """Opens a page, which must complain of nothing and ask nobody else for anything."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_page(path: str, *, width: int = 1440, height: int = 900, **more: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **more)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda fault: troubles.append(str(fault)))
        page.on("request", lambda asked: None if asked.url.startswith(served) else troubles.append(asked.url))
        page.goto(served + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
