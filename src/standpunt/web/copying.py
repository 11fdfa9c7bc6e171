"""A dossier on screen as files that open from a disk: every page that is led to, the same as it is served, with links
from file to file. What needs an answer (search, forms) stays behind; the data behind each page comes along."""

import asyncio
import hashlib
import os
import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from fastapi import FastAPI

from standpunt.errors import ServeError
from standpunt.store import Place
from standpunt.web import taking
from standpunt.web.app import create

_LINK = re.compile(r'(?<= )(href|src)="(/[^"]*)"')
"""An address within, as our templates write it; in the text of an article a quotation mark is `&#34;`."""

_SCRIPT = re.compile(r"<script[^>]*></script>\n?")
"""A browser runs no module from a disk; every page can be read without."""

_LEFT = re.compile(r"(/en)?/(search|api)([./?]|$)")


def copy(dossier: Place, folder: Path) -> int:
    """Writes the copy into a folder that is new or empty, and says how many files it has. Raises StoreError where there
    is no dossier, ServeError for a folder that is not empty; may raise OSError."""
    if folder.exists() and any(folder.iterdir()):
        raise ServeError("this folder is not empty", where=str(folder), hint="name a new one")
    app = create(dossier)
    waiting, seen = ["/", "/en/"], {"/", "/en/"}
    with app.state.store:
        while waiting:
            address = waiting.pop()
            body, html = asyncio.run(_asked(app, address))
            if html:
                text = body.decode()
                found = [each for each in _links(text) if each not in seen]
                waiting += dict.fromkeys(found)
                seen |= set(found)
                body = _rewritten(text, address).encode()
            place = folder / _file(address)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(body)
    return len(seen)


def _links(html: str) -> Iterator[str]:
    for found in _LINK.finditer(html):
        address = unescape(found[2]).partition("#")[0]
        if not _LEFT.match(address):
            yield address


def _rewritten(html: str, address: str) -> str:
    """Links lead to files, forms are hidden by a class of the page, scripts are gone."""
    here = PurePosixPath(_file(address)).parent

    def link(found: re.Match[str]) -> str:
        there, _, anchor = unescape(found[2]).partition("#")
        if _LEFT.match(there):
            return ""
        path = os.path.relpath(_file(there), here)
        return f'{found[1]}="{escape(path + ("#" + anchor if anchor else ""))}"'

    return _SCRIPT.sub("", _LINK.sub(link, html)).replace("<html ", '<html class="copy" ', 1)


def _file(address: str) -> str:
    """The name of the file of an address; what not every disk can name is told by a hash."""
    parts = urlsplit(address)
    path = unquote(parts.path).strip("/")
    path, form = taking.split(path)
    if not form and not path.startswith("static/"):
        form, path = "html", f"{path}/index" if path in ("", "en") else path
    plain = re.sub(r"[^\w./-]", "_", path.strip("/"), flags=re.ASCII)
    if plain != path.strip("/") or parts.query:
        plain += f"-{hashlib.sha256(f'{path}?{parts.query}'.encode()).hexdigest()[:10]}"
    return f"{plain}.{form}" if form else plain


async def _asked(app: FastAPI, address: str) -> tuple[bytes, bool]:
    """What the application answers, and whether that is a page. Raises ServeError where it is none."""
    parts = urlsplit(address)
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": unquote(parts.path), "raw_path": parts.path.encode(), "query_string": parts.query.encode(),
        "root_path": "", "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 0), "server": ("localhost", 80),
    }  # fmt: skip
    answered: list[Any] = []
    asked = False
    ended = asyncio.Event()

    async def receive() -> dict[str, Any]:
        nonlocal asked
        if asked:
            await ended.wait()
            return {"type": "http.disconnect"}
        asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        answered.append(message)

    await app(scope, receive, send)
    ended.set()
    start = answered[0]
    if start["status"] != 200:
        raise ServeError(f"this page could not be made ({start['status']})", where=address)
    kind = dict(start["headers"]).get(b"content-type", b"")
    return b"".join(each.get("body", b"") for each in answered[1:]), kind.startswith(b"text/html")
