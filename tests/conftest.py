"""Places for dossiers: a test that asks for one runs with a file, and in `make test-postgres` with a database."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from kept import Places
from standpunt.store import Place

if TYPE_CHECKING:
    from benchmarks.cluster import Cluster


@pytest.fixture(scope="session")
def cluster() -> Iterator["Cluster"]:
    """A server of PostgreSQL, for these tests alone."""
    from benchmarks.cluster import running

    with running() as cluster:
        yield cluster


@pytest.fixture(scope="session", params=["file", pytest.param("server", marks=pytest.mark.postgres)])
def places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Each call names a new place."""
    if request.param == "file":
        return lambda: tmp_path_factory.mktemp("places") / "dossier.db"
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.new_database


@pytest.fixture
def place(places: Places) -> Place:
    return places()
