"""An application that is served, and pages of it in a browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn
from fastapi import FastAPI

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """The address of an application, on a port that is free."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def visiting(browser: Browser, served: str) -> Iterator[Callable[..., Page]]:
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
