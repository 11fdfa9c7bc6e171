"""schemathesis asks the API what its OpenAPI allows, and what it does not: no answer may differ from what that says."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings

from fictional import dossier
from kept import keep
from standpunt.web import create

FOLDER = TemporaryDirectory()
"""pytest asks for the operations before it runs any fixture."""

reading = schemathesis.openapi.from_asgi(
    "/api/openapi.json", create(keep(dossier(), Path(FOLDER.name) / "kust.db"), hosts=("testserver",))
)


@reading.parametrize()
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_reading_is_as_the_api_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()
