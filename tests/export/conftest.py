"""The fictional dossier, which has everything that there can be, in a file."""

from collections.abc import Iterator

import pytest

from fictional import dossier
from kept import keep
from standpunt.store import Store


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(keep(dossier(), tmp_path_factory.mktemp("vol") / "kust.db")) as store:
        yield store
