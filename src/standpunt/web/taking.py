"""The data behind a page, to take away: `/issues/dicht.csv` and `.json` are what `/issues/dicht` is made of, as rows in
the shapes of `shapes`, under the same query. A page names its tables and hands out their rows only when they
are asked for; a list that the screen shows a page at a time is handed out whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import msgspec
from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from standpunt.export import csv
from standpunt.store import Page
from standpunt.store.rows import Row
from standpunt.web.shapes import Shape

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
"""The forms, each with its media type."""

BATCH = 500
"""Rows that are read at once of a list without an end, and of its beginning fewer, so that it is sent at once."""
FIRST = 50

BYTES = 10_000
"""That are sent together, or more."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: Sequence[str]
    rows: Callable[[], Iterable[Row]]


Tables = Mapping[str, Table]
"""The tables behind a page by their names; the first is what CSV holds where none is asked for."""

NO_DATA: Tables = {}


def table(shape: Shape, rows: Callable[[], Iterable[Row]]) -> Table:
    """Of rows of a shape; what else they have is left out."""
    return Table(tuple(shape.model_fields), rows)


def whole(page: Callable[[str, int], Page]) -> Iterator[Row]:
    """All rows of a list that is read a page at a time, by the token of the row before and how many."""
    after, number = "", min(FIRST, BATCH)
    while True:
        found = page(after, number)
        yield from found.rows
        after, number = found.after, BATCH
        if not after:
            return


def routes(pages: APIRouter) -> APIRouter:
    """The addresses of the data behind some pages: those of the pages, and the form behind a dot."""
    data = APIRouter()
    for route in pages.routes:
        if isinstance(route, APIRoute):
            for form in TYPES:
                path = "/index" if route.path == "/" else route.path
                data.add_api_route(f"{path}.{form}", route.endpoint, methods=["GET"])
    return data


def split(path: str) -> tuple[str, str]:
    """The path of a page, and the form in which its data is asked for, empty for the page itself."""
    stem, _, form = path.rpartition(".")
    return ("/" if stem == "/index" else stem, form) if form in TYPES else (path, "")


def joined(path: str, form: str) -> str:
    return f"{'/index' if path == '/' else path}.{form}"


def answer(form: str, data: Tables, named: str) -> Response:
    """The data in a form: of CSV the table that is named. Raises HTTPException where there is none."""
    if not data or (named and named not in data):
        raise HTTPException(404)
    if form == "csv":
        chosen = data[named or next(iter(data))]
        lines = (line.encode() for line in csv.lines(chosen.columns, chosen.rows()))
        return StreamingResponse(_together(lines), media_type=TYPES[form])
    return StreamingResponse(_together(_json(data)), media_type=TYPES[form])


def _together(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Some pieces at a time: each that is sent alone costs more than it takes to make."""
    waiting, size = list[bytes](), 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= BYTES:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def _json(data: Tables) -> Iterator[bytes]:
    for at, (name, listed) in enumerate(data.items()):
        yield b"%s%s: [" % (b",\n" if at else b"{", msgspec.json.encode(name))
        rows = (msgspec.json.encode({key: row[key] for key in listed.columns}) for row in listed.rows())
        first = next(rows, b"")
        yield from chain([first], (b",\n" + row for row in rows))
        yield b"]"
    yield b"}\n"
