"""The pages as one application, and the server that it runs in."""

import gc
import ipaddress
import secrets
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import uvicorn
from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from standpunt.errors import PlaceError, ServeError, StoreError
from standpunt.store import Pages, Place
from standpunt.web import api, taking
from standpunt.web.api.problems import problem
from standpunt.web.editing import Editing
from standpunt.web.guarding import Bounded, same_origin
from standpunt.web.headers import Headers
from standpunt.web.pages import ROUTERS, changing, missing
from standpunt.web.visit import LANGUAGES

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

COOKIE = "standpunt"


def serve(
    dossier: Place,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    names: Sequence[str] = (),
    editing: Editing | None = None,
) -> None:
    """Serves a dossier until it is stopped; `names` and `editing` as in `hosts` and `create`. Raises StoreError where
    there is none, ServeError where the address cannot be listened on, or others could change what is there."""
    if editing and not editing.password and not _here(host):
        hint = "give one with --password-file, or in STANDPUNT_PASSWORD"
        raise ServeError(
            "whoever comes here could change the dossier without a password", where=host, hint=hint
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as fault:
        hint = "choose another with --port or --host, or stop what listens there"
        raise ServeError(
            "this address is taken, or is not one of this machine", where=f"{host}:{port}", hint=hint
        ) from fault
    gc.freeze()  # what is loaded stays: collecting it again and again would hold up a page for some 0.2 seconds
    with listening:
        app = create(dossier, hosts=hosts(host, names), editing=editing)
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run([listening])


@asynccontextmanager
async def _until_stopped(app: FastAPI) -> AsyncIterator[None]:
    store, editing = app.state.store, app.state.editing
    with store:
        if editing:
            editing.resume(store)
        yield
        if editing:
            editing.remaking.close()


def create(dossier: Place, *, hosts: tuple[str, ...] = LOOPBACK, editing: Editing | None = None) -> FastAPI:
    """The application. `hosts` are the names under which it may be asked for: a page elsewhere whose name was made to
    lead here (rebinding) gets nothing. It only reads, unless `editing` says what may be changed by whom. Raises
    StoreError where there is no dossier."""
    app = FastAPI(
        title="Standpunt",
        lifespan=_until_stopped,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(same_origin)],
    )
    app.state.store, app.state.editing = Pages(dossier), editing
    if editing:
        key, last = secrets.token_urlsafe(32), 12 * 60 * 60
        app.add_middleware(
            SessionMiddleware, secret_key=key, session_cookie=COOKIE, max_age=last, same_site="strict"
        )
    app.add_middleware(Bounded)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    app.add_middleware(Headers)
    packages: list[str | tuple[str, str]] = [("standpunt.web", "static"), ("standpunt.display", "static")]
    app.mount("/static", StaticFiles(packages=packages), name="static")
    for language, prefix in LANGUAGES.items():
        if editing:
            app.include_router(changing.router, prefix=prefix, tags=[language])
        for router in ROUTERS:
            app.include_router(taking.routes(router), prefix=prefix, tags=[language])
            app.include_router(router, prefix=prefix, tags=[language])

    app.state.api = api.create(app.state.store, editing)
    app.mount(api.PLACE, app.state.api)

    @app.exception_handler(HTTPException)
    def _refused(request: Request, fault: HTTPException) -> Response:
        if request.url.path.startswith(
            f"{api.PLACE}/"
        ):  # a path with a line break does not come to the API itself
            return problem(fault.status_code, fault.detail)
        return missing.page(request, fault.status_code)

    @app.exception_handler(RequestValidationError)
    def _not_understood(request: Request, fault: RequestValidationError) -> Response:
        return missing.page(request, 400)

    @app.exception_handler(PlaceError)
    def _lost(request: Request, fault: PlaceError) -> Response:
        return missing.page(request, 400)

    @app.exception_handler(StoreError)
    def _failed(request: Request, fault: StoreError) -> Response:
        return missing.page(request, 500, fault)

    return app


def hosts(address: str, names: Sequence[str] = ()) -> tuple[str, ...]:
    """The names under which whoever listens on an address may be asked for: those of this machine itself, those that
    are given, and, where others are let in, the address. Raises ServeError where that is every address, and no name is
    given."""
    if _here(address):
        return (*LOOPBACK, *names)
    try:
        everywhere = ipaddress.ip_address(address).is_unspecified
    except ValueError:
        everywhere = False
    if everywhere and not names:
        hint = "give the name or the address that others ask for with --name; it may be given again"
        raise ServeError(
            "this listens on all addresses, and says not under which names", where=address, hint=hint
        )
    return (*LOOPBACK, *names) if everywhere else (*LOOPBACK, *names, _in_brackets(address))


def _here(address: str) -> bool:
    return address in (*LOOPBACK, "::1")


def _in_brackets(address: str) -> str:
    """As a browser asks for it."""
    return f"[{address}]" if ":" in address else address
