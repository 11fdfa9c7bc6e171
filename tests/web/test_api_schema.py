"""schemathesis asks the API what its OpenAPI allows, and what it does not: no answer may differ from what that says."""

import base64
import tempfile
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.schemas import BaseSchema

from editable import editable
from fictional import dossier
from kept import keep
from standpunt.web import create
from standpunt.web.editing import Editing
from standpunt.web.guarding import Password

FOLDER = tempfile.TemporaryDirectory()
"""pytest asks for the operations before it runs any fixture."""

SECRET = "zilte zeewind"
APP = "/api/openapi.json"
reading = schemathesis.openapi.from_asgi(
    APP, create(keep(dossier(), Path(FOLDER.name) / "kust.db"), hosts=("testserver",))
)


@reading.parametrize()
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_reading_is_as_the_api_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()


def changing(editing: Editing, path: str) -> BaseSchema:
    app = create(editable(Path(tempfile.mkdtemp(dir=FOLDER.name))), hosts=("testserver",), editing=editing)
    return schemathesis.openapi.from_asgi(APP, app).include(method="POST", path_regex=path)


anybody = changing(Editing("redactie"), "")
knowing = changing(Editing("redactie", Password(SECRET)), "undo")


@anybody.parametrize()
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_changing_is_as_the_api_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()


@knowing.auth()
class Basic:
    def get(self, case: schemathesis.Case[Any], context: schemathesis.AuthContext) -> str:
        return base64.b64encode(f"Roos:{SECRET}".encode()).decode()

    def set(self, case: schemathesis.Case[Any], data: str, context: schemathesis.AuthContext) -> None:
        case.headers["Authorization"] = f"Basic {data}"


@knowing.parametrize()
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_changing_with_a_password_is_as_the_api_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()
