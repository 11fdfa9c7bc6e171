"""The fictional dossier served to a client that asks for it under a name of this machine."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from fictional import dossier, plain
from kept import Places, keep
from standpunt.store import Pages, Place
from standpunt.web import create
from standpunt.web.visit import Visit, wordings


@pytest.fixture(scope="session")
def kept(places: Places) -> Place:
    return keep(dossier(), places())


@pytest.fixture(scope="session")
def client(kept: Place) -> Iterator[TestClient]:
    with TestClient(create(kept), base_url="http://127.0.0.1:8000") as opened:
        yield opened


@pytest.fixture(scope="session")
def without_codebook(places: Places) -> Iterator[TestClient]:
    with TestClient(create(keep(plain(), places())), base_url="http://localhost:8000") as opened:
        yield opened


@pytest.fixture(params=["nl", "en"])
def visit(request: pytest.FixtureRequest, kept: Place) -> Iterator[Visit]:
    with Pages(kept) as store:
        yield Visit(store, wordings()[request.param], "/", "")
