"""What goes wrong, as problem details (RFC 9457)."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from standpunt.errors import AskedError, BusyError, StandpuntError


class Problem(BaseModel):
    """What failed, where, and what to do about it."""

    title: str = Field(description="what the status means")
    status: int
    detail: str = Field(description="what failed")
    where: str = Field("", description="what it is about")
    hint: str = Field("", description="what to do about it")


class ProblemResponse(JSONResponse):
    media_type = "application/problem+json"


def told(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How a route documents these statuses."""
    content = {ProblemResponse.media_type: {"schema": Problem.model_json_schema()}}
    return {each: {"description": HTTPStatus(each).phrase, "content": content} for each in statuses}


def problem(
    status: int, detail: str, *, where: str = "", hint: str = "", headers: Mapping[str, str] | None = None
) -> ProblemResponse:
    made = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, where=where, hint=hint)
    return ProblemResponse(made.model_dump(), status, headers)


def no_others(request: Request) -> None:
    """A parameter that a route does not know is a slip, and an answer that passed it over would mislead."""
    operation = request.app.openapi()["paths"][request.scope["route"].path_format][request.method.lower()]
    known = {each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"}
    others = sorted(set(request.query_params) - known)
    if others:
        raise HTTPException(
            422, f"{', '.join(others)}: there is no such parameter; known: {', '.join(sorted(known))}"
        )


def _methods(api: FastAPI, path: str) -> Iterator[str]:
    for template, methods in api.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\\{\w+\\}", ".+", re.escape(template)), path):
            yield from map(str.upper, methods)


def handle(api: FastAPI) -> None:
    @api.exception_handler(HTTPException)
    def _refused(request: Request, fault: HTTPException) -> ProblemResponse:
        headers = fault.headers
        if fault.status_code == 405:  # a route knows nothing of the others of its path
            path = request.scope["path"].removeprefix(request.scope["root_path"])
            headers = {"Allow": ", ".join(_methods(api, path))}
        return problem(fault.status_code, fault.detail, headers=headers)

    @api.exception_handler(RequestValidationError)
    def _not_understood(request: Request, fault: RequestValidationError) -> ProblemResponse:
        said = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in fault.errors())
        return problem(422, said)

    @api.exception_handler(AskedError)
    def _not_there(request: Request, fault: AskedError) -> ProblemResponse:
        status = 404 if request.method == "GET" else 409
        return problem(status, fault.what, where=fault.where, hint=fault.hint)

    @api.exception_handler(BusyError)
    def _busy(request: Request, fault: BusyError) -> ProblemResponse:
        return problem(409, fault.what, where=fault.where, hint=fault.hint)

    @api.exception_handler(StandpuntError)
    def _failed(request: Request, fault: StandpuntError) -> ProblemResponse:
        return problem(500, fault.what, where=fault.where, hint=fault.hint)
