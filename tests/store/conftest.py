"""A generated dossier of some thousand statements, as uneven as an archive."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks import archive

from standpunt.store import Pages


@pytest.fixture(scope="session")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "archief.db"
    archive.write(path, 120)
    return path


@pytest.fixture(scope="session")
def pages(archived: Path) -> Iterator[Pages]:
    with Pages(archived) as store:
        yield store
