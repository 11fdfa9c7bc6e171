"""What worker processes alone do; what they share with other workers is in test_perils."""

import multiprocessing
import sys
from contextlib import closing
from pathlib import Path

import pytest

import perilous
from perilous import articles, numbered
from standpunt import executors
from standpunt.errors import ExecutorError
from standpunt.executors import processes
from standpunt.model import SetAside

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the articles kill by signal")


def test_nothing_to_read_starts_nothing(tmp_path: Path) -> None:
    assert list(processes.read([], perilous.reader(tmp_path, loads=False), jobs=2)) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process has")
def test_an_article_that_takes_all_memory_is_set_aside_and_no_other(tmp_path: Path) -> None:
    first, bad, last = articles("Er is rust.", "GULZIG", "Er is vrede.")
    found = processes.read([[first, bad, last]], perilous.reader(tmp_path), jobs=1)
    made = {article: reading for some in found for article, reading in some}
    refused = made.pop(bad)
    assert isinstance(refused, SetAside)
    assert (refused.source, refused.reason) == ("1.txt", "reading it takes too much memory")
    assert made == {article: perilous.read(article) for article in (first, last)}


def test_stopping_ends_the_workers(tmp_path: Path) -> None:
    batches = [numbered(1), articles("EINDELOOS")]
    with closing(processes.read(batches, perilous.reader(tmp_path), jobs=2)) as made:
        next(made)
    assert multiprocessing.active_children() == []


def test_a_cluster_without_ray_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ExecutorError, match=r"needs ray, .* \(pip install 'standpunt\[ray\]'\)"):
        list(executors.read([numbered(1)], perilous.reader(tmp_path), engine=executors.Engine.RAY))
