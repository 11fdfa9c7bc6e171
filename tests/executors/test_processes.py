"""Articles read by worker processes: the same readings as by one, whatever happens to a worker."""

import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import newsroom
import perilous
from standpunt import executors
from standpunt.errors import ExecutorError, LexiconError
from standpunt.executors import processes
from standpunt.model import Article, SetAside

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the articles kill by signal")

PATIENCE = 5.0


def articles(*texts: str) -> list[Article]:
    return [newsroom.article(text, f"{at}.txt") for at, text in enumerate(texts)]


def numbered(number: int) -> list[Article]:
    return articles(*(f'"Nummer {at}", zei Anna Hoek.' for at in range(number)))


def read(folder: Path, *batches: list[Article]) -> dict[Article, object]:
    return {
        article: made
        for some in processes.read(batches, perilous.reader(folder), jobs=2, patience=PATIENCE)
        for article, made in some
    }


def test_workers_give_the_readings_that_one_process_gives(tmp_path: Path) -> None:
    all_of_them = numbered(12)
    assert read(tmp_path, all_of_them[:5], all_of_them[5:6], all_of_them[6:]) == {
        article: perilous.read(article) for article in all_of_them
    }


def test_nothing_to_read_starts_nothing(tmp_path: Path) -> None:
    assert list(processes.read([], perilous.reader(tmp_path, loads=False), jobs=2)) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("DODELIJK", "the process that read it was ended by it, 2 times (SIGKILL)"),
        ("EINDELOOS", "it could not be read in 5 seconds"),
        pytest.param(
            "GULZIG",
            "reading it takes too much memory",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process has"),
        ),
        ("ONLEESBAAR", "it could not be read (ValueError: this article breaks the reader)"),
    ],
)
def test_an_article_that_ends_its_worker_is_set_aside_and_no_other(
    text: str, reason: str, tmp_path: Path
) -> None:
    first, bad, last = articles("Er is rust.", text, "Er is vrede.")
    made = read(tmp_path, [first, bad, last], numbered(3))
    refused = made.pop(bad)
    assert isinstance(refused, SetAside)
    assert (refused.source, refused.reason) == ("1.txt", reason)
    assert made == {article: perilous.read(article) for article in [first, last, *numbered(3)]}


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    batch = articles("Er is rust.", "Er is EENMAAL rust.")
    assert read(tmp_path, batch[1:], batch[:1]) == {article: perilous.read(article) for article in batch}
    assert (tmp_path / "killed").exists()


def test_a_fault_that_concerns_every_article_is_raised(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"verbs\.nl\.toml: group \[verb\] is empty"):
        read(tmp_path, numbered(3), articles("WOORDENLIJST"))


def test_workers_that_do_not_start_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExecutorError, match=r"while it loaded the model \(SIGKILL\)"):
        list(processes.read([numbered(1)], perilous.reader(tmp_path, loads=False), jobs=1))


def test_no_more_is_taken_than_there_are_workers_for(tmp_path: Path) -> None:
    taken = 0

    def batches() -> Iterator[list[Article]]:
        nonlocal taken
        for article in numbered(30):
            taken += 1
            yield [article]

    for done, _ in enumerate(processes.read(batches(), perilous.reader(tmp_path), jobs=2)):
        assert taken <= done + 2 + 2, "two are read, and as many wait to be handed on"


def test_stopping_ends_the_workers(tmp_path: Path) -> None:
    batches = [numbered(1), articles("EINDELOOS")]
    with closing(processes.read(batches, perilous.reader(tmp_path), jobs=2)) as made:
        next(made)
    assert multiprocessing.active_children() == []


def test_a_cluster_without_ray_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ExecutorError, match=r"needs ray, .* \(pip install 'standpunt\[ray\]'\)"):
        list(executors.read([numbered(1)], perilous.reader(tmp_path), engine=executors.Engine.RAY))
