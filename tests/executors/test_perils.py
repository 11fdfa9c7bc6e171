"""Articles that are read by worker processes, or by actors of Ray: the same readings as here, whatever happens to
them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import perilous
from perilous import articles, numbered
from standpunt.errors import ExecutorError, LexiconError
from standpunt.executors import actors, processes
from standpunt.model import Article, SetAside

PATIENCE = 5.0

PROCESSES = pytest.param(
    processes,
    id="processes",
    marks=pytest.mark.skipif(sys.platform == "win32", reason="the articles kill by signal"),
)
ACTORS = pytest.param(
    actors,
    id="actors",
    marks=[
        pytest.mark.ray,
        pytest.mark.filterwarnings("ignore::ResourceWarning"),
        pytest.mark.filterwarnings("ignore::FutureWarning:ray.*"),
    ],
)


@pytest.fixture(params=[PROCESSES, ACTORS])
def workers(request: pytest.FixtureRequest) -> ModuleType:
    if request.param is actors:
        request.getfixturevalue("cluster")
    made: ModuleType = request.param
    return made


def read(workers: ModuleType, folder: Path, *batches: list[Article]) -> dict[Article, object]:
    found = workers.read(batches, perilous.reader(folder), jobs=2, patience=PATIENCE)
    return {article: made for some in found for article, made in some}


def test_they_give_the_readings_that_are_given_here(workers: ModuleType, tmp_path: Path) -> None:
    all_of_them = numbered(12)
    assert read(workers, tmp_path, all_of_them[:5], all_of_them[5:6], all_of_them[6:]) == {
        article: perilous.read(article) for article in all_of_them
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("DODELIJK", "the {worker} that read it was ended by it, 2 times ({end})"),
        ("EINDELOOS", "it could not be read in 5 seconds"),
        ("ONLEESBAAR", "it could not be read (ValueError: this article breaks the reader)"),
    ],
)
def test_a_poisonous_article_is_set_aside_by_name_and_no_other(
    workers: ModuleType, text: str, reason: str, tmp_path: Path
) -> None:
    worker, end = ("actor", "ActorDiedError") if workers is actors else ("process", "SIGKILL")
    first, bad, last = articles("Er is rust.", text, "Er is vrede.")
    made = read(workers, tmp_path, [first, bad, last], numbered(3))
    refused = made.pop(bad)
    assert isinstance(refused, SetAside)
    assert (refused.source, refused.reason) == ("1.txt", reason.format(worker=worker, end=end))
    assert made == {article: perilous.read(article) for article in [first, last, *numbered(3)]}


def test_one_that_is_killed_loses_nothing(workers: ModuleType, tmp_path: Path) -> None:
    batch = articles("Er is rust.", "Er is EENMAAL rust.")
    assert read(workers, tmp_path, batch[1:], batch[:1]) == {
        article: perilous.read(article) for article in batch
    }
    assert (tmp_path / "killed").exists()


def test_a_fault_that_concerns_every_article_is_raised(workers: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"verbs\.nl\.toml: group \[verb\] is empty"):
        read(workers, tmp_path, numbered(3), articles("WOORDENLIJST"))


def test_none_that_starts_is_an_error(workers: ModuleType, tmp_path: Path) -> None:
    how = "" if workers is actors else r" \(SIGKILL\)"
    with pytest.raises(ExecutorError, match=f"while it loaded the model{how}"):
        list(workers.read([numbered(1)], perilous.reader(tmp_path, loads=False), jobs=1))


def test_no_more_is_taken_than_there_are_workers_for(workers: ModuleType, tmp_path: Path) -> None:
    taken = 0

    def batches() -> Iterator[list[Article]]:
        nonlocal taken
        for article in numbered(30):
            taken += 1
            yield [article]

    for done, _ in enumerate(workers.read(batches(), perilous.reader(tmp_path), jobs=2)):
        assert taken <= done + 2 + 2, "two are read, and as many wait to be handed on"
