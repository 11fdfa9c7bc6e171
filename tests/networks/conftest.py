"""The fictional articles as a dossier, built once."""

from pathlib import Path

import pytest

from reference import REPOSITORY
from standpunt.build import build
from standpunt.dossier.issues import codebook

EXAMPLES = REPOSITORY / "examples"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds it as `dossier.db`."""
    made = tmp_path_factory.mktemp("netwerk")
    build([EXAMPLES / "articles"], made / "dossier.db", codebook=codebook.read(EXAMPLES / "codebook.toml"))
    return made
