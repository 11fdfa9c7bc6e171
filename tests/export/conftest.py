"""The fictional dossier, which has everything that there can be, in a file."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from fictional import dossier
from kept import keep
from standpunt.dossier import stories, utterances
from standpunt.store import Store


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = dossier()
    told = stories.gather([(each.article, each.published) for each in made.articles])
    made = replace(made, stories=told, utterances=utterances.gather(made.articles, told))
    with Store(keep(made, tmp_path_factory.mktemp("vol") / "kust.db")) as store:
        yield store
