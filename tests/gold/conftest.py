"""The annotated articles, each folder built once."""

import functools
from collections.abc import Callable

import pytest

from reference import EXAMPLES, REPOSITORY, SEEDS, Corpus
from standpunt.dossier.issues import codebook


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Corpus]:
    """`seeds` or `examples`, measured."""

    @functools.cache
    def corpus(name: str) -> Corpus:
        gold, texts = {"seeds": SEEDS, "examples": EXAMPLES}[name]
        own = REPOSITORY / "tests" / "gold" / f"{name}_codebook.toml"
        book = codebook.read(own) if own.exists() else None
        return Corpus.measured(gold, texts, tmp_path_factory.mktemp(name) / "dossier.db", book)

    return corpus
