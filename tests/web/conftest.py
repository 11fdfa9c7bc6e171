"""The fictional dossier served to a client that asks for it under a name of this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from fictional import dossier, plain
from kept import keep
from standpunt.store import Pages
from standpunt.web import create
from standpunt.web.visit import Visit, wordings


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keep(dossier(), tmp_path_factory.mktemp("web") / "kust.db")


@pytest.fixture(scope="session")
def client(kept: Path) -> Iterator[TestClient]:
    with TestClient(create(kept), base_url="http://127.0.0.1:8000") as opened:
        yield opened


@pytest.fixture(scope="session")
def without_codebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = keep(plain(), tmp_path_factory.mktemp("web") / "kaal.db")
    with TestClient(create(path), base_url="http://localhost:8000") as opened:
        yield opened


@pytest.fixture(params=["nl", "en"])
def visit(request: pytest.FixtureRequest, kept: Path) -> Iterator[Visit]:
    with Pages(kept) as store:
        yield Visit(store, wordings()[request.param], "/", "")
