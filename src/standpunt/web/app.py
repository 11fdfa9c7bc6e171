"""The pages as one application, and the server that it runs in."""

import ipaddress
import socket
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from standpunt.errors import PlaceError, ServeError, StoreError
from standpunt.store import Pages
from standpunt.web import api, taking
from standpunt.web.api.problems import problem
from standpunt.web.headers import Headers
from standpunt.web.pages import ROUTERS, missing
from standpunt.web.visit import LANGUAGES

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def serve(dossier: Path, *, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serves a dossier until it is stopped. Raises StoreError where there is none, ServeError where the address
    cannot be listened on."""
    app = create(dossier, hosts=hosts(host))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as fault:
        hint = "choose another with --port or --host, or stop what listens there"
        raise ServeError(
            "this address is taken, or is not one of this machine", where=f"{host}:{port}", hint=hint
        ) from fault
    with listening:
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run([listening])


def create(dossier: Path, *, hosts: tuple[str, ...] = LOOPBACK) -> FastAPI:
    """The application. `hosts` are the names under which it may be asked for: a page elsewhere whose name was made to
    lead here (rebinding) gets nothing. Raises StoreError where there is no dossier."""
    app = FastAPI(title="Standpunt", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.store = Pages(dossier)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    app.add_middleware(Headers)
    packages: list[str | tuple[str, str]] = [("standpunt.web", "static"), ("standpunt.display", "static")]
    app.mount("/static", StaticFiles(packages=packages), name="static")
    for language, prefix in LANGUAGES.items():
        for router in ROUTERS:
            app.include_router(taking.routes(router), prefix=prefix, tags=[language])
            app.include_router(router, prefix=prefix, tags=[language])

    app.state.api = api.create(app.state.store)
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


def hosts(address: str) -> tuple[str, ...]:
    """The names for an address to listen on: those of this machine itself and, where others are let in, the address;
    where that is every address, any name."""
    if address in LOOPBACK or address == "::1":
        return LOOPBACK
    try:
        everywhere = ipaddress.ip_address(address).is_unspecified
    except ValueError:
        everywhere = False
    return ("*",) if everywhere else (*LOOPBACK, address)
