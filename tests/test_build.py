"""The job as a whole: killed and run again, in any order and in parts, it gives the same dossier."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import newsroom
from newsroom import DIJK, WADDEN, content
from standpunt import build as job
from standpunt import registry
from standpunt.build import BuildResult, Progress, Step
from standpunt.errors import LexiconError, SourceError, StoreError
from standpunt.model import Article, Reading
from standpunt.store import Store, rows

ARTICLES = {
    "wad.txt": f"date 2025-02-14\n{WADDEN}",
    "dijk.txt": f"date 2025-03-01\n{DIJK}",
    "stil.txt": "Er is niets gezegd.\n",
}


@pytest.fixture(autouse=True)
def small_newsroom(monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return newsroom.folder(tmp_path / "krant", ARTICLES)


def build(path: Path, *folders: Path, **options: Any) -> BuildResult:
    return job.build(folders, path, **options)


def test_a_folder_becomes_a_dossier(folder: Path, tmp_path: Path) -> None:
    result = build(tmp_path / "dossier.db", folder)
    assert (result.collected, result.changed, result.read, result.set_aside) == (3, 3, 3, [])
    assert (result.articles, result.statements, result.actors) == (3, 3, 2)
    assert result.articles_per_second > 0
    with Store(tmp_path / "dossier.db") as store:
        assert store.complete
        assert [row["speaker"] for row in store.statements()] == ["Anna Hoek", "Bram Veenstra", "Anna Hoek"]


def test_only_what_is_new_or_changed_costs_time(folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "dossier.db", folder)
    assert build(tmp_path / "dossier.db", folder).read == 0
    (folder / "dijk.txt").write_text('"Ik sluit alles uit", zei Anna Hoek.', encoding="utf-8")
    (folder / "nieuw.txt").write_text('"Welkom", zei Cor Prins.', encoding="utf-8")
    again = build(tmp_path / "dossier.db", folder)
    assert (again.read, again.changed, again.revised, again.dropped, again.articles) == (2, 2, 1, 0, 4)
    with Store(tmp_path / "dossier.db") as store:
        assert "Ik sluit niets uit" not in [row["content"] for row in store.statements()]


def test_a_changed_article_replaces_the_old_one_in_its_own_folder_only(folder: Path, tmp_path: Path) -> None:
    other = newsroom.folder(tmp_path / "omroep", {"dijk.txt": '"Tot morgen", zei Cor Prins.'})
    build(tmp_path / "dossier.db", folder)
    assert build(tmp_path / "dossier.db", other).articles == 4


def test_a_dossier_is_the_union_of_what_was_built_into_it(folder: Path, tmp_path: Path) -> None:
    other = newsroom.folder(tmp_path / "omroep", {"extra.txt": '"Tot morgen", zei Cor Prins.'})
    build(tmp_path / "bit by bit.db", other)
    build(tmp_path / "bit by bit.db", folder)
    build(tmp_path / "at once.db", folder, other)
    assert content(tmp_path / "bit by bit.db") == content(tmp_path / "at once.db")


def test_what_a_feed_gave_before_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "https://kade.example/rss"
    for text in (WADDEN, DIJK):
        item = newsroom.article(text, address, part=text[:8])
        monkeypatch.setattr("standpunt.sources.read", lambda paths, pages, item=item: iter([item]))
        result = job.build([address], tmp_path / "dossier.db")
    assert (result.articles, result.dropped) == (2, 0)


def test_another_reader_reads_everything_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path / "dossier.db", folder)
    monkeypatch.setattr("standpunt.reading.fingerprint", lambda facts: "reader 2")
    assert build(tmp_path / "dossier.db").read == 3, "without the folder: from what was collected"


def test_the_order_of_the_articles_does_not_matter(folder: Path, tmp_path: Path) -> None:
    turned = newsroom.folder(tmp_path / "b" / "krant", dict(reversed(ARTICLES.items())))
    build(tmp_path / "one.db", folder)
    for name in ("stil.txt", "wad.txt", "dijk.txt"):
        build(tmp_path / "other.db", turned / name)
    assert content(tmp_path / "one.db") == content(tmp_path / "other.db")


def test_a_file_named_beside_its_folder_is_one_source(folder: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "dossier.db", folder / "wad.txt", folder).articles == 3


def test_an_article_that_breaks_the_reader_is_set_aside(folder: Path, tmp_path: Path) -> None:
    (folder / "stuk.txt").write_text("ONLEESBAAR", encoding="utf-8")
    (folder / "leeg.txt").write_text("", encoding="utf-8")
    result = build(tmp_path / "dossier.db", folder)
    assert sorted((Path(each.source).name, each.reason) for each in result.set_aside) == [
        ("leeg.txt", "the file is empty"),
        ("stuk.txt", "it could not be read (ValueError: this article breaks the reader)"),
    ]
    assert result.articles == 3
    with Store(tmp_path / "dossier.db") as store:
        assert len(store.dossier().set_aside) == 2


def test_a_reading_that_is_not_sound_is_set_aside(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_another(article: Article, nlp: Any, facts: Any) -> Reading:
        made = newsroom.read(article)
        return replace(made, article="another") if "stil" in article.provenance.source else made

    monkeypatch.setattr("standpunt.reading.read", of_another)
    monkeypatch.setattr(
        "standpunt.reading.read_all", lambda all, nlp, facts: (of_another(each, nlp, facts) for each in all)
    )
    result = build(tmp_path / "dossier.db", folder)
    assert [(each.source, "of article another" in each.reason) for each in result.set_aside] == [
        ("stil.txt", True)
    ]
    assert result.articles == 2


def test_what_is_mended_is_no_longer_set_aside(folder: Path, tmp_path: Path) -> None:
    (folder / "stuk.txt").write_text("ONLEESBAAR", encoding="utf-8")
    build(tmp_path / "dossier.db", folder)
    assert len(build(tmp_path / "dossier.db", folder).set_aside) == 1, "it is tried again, and told again"
    (folder / "stuk.txt").write_text("Nu wel.", encoding="utf-8")
    assert build(tmp_path / "dossier.db", folder).set_aside == []
    with Store(tmp_path / "dossier.db") as store:
        assert store.dossier().set_aside == ()


def test_a_word_list_that_is_wrong_stops_the_build(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Iterator[Reading]:
        raise LexiconError("group [verb] is empty", where="verbs.nl.toml")

    monkeypatch.setattr("standpunt.reading.read_all", broken)
    with pytest.raises(LexiconError):
        build(tmp_path / "dossier.db", folder)


def test_a_folder_that_is_not_there_leaves_no_trace(folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "dossier.db", folder)
    before = content(tmp_path / "dossier.db")
    with pytest.raises(SourceError):
        build(tmp_path / "dossier.db", folder, tmp_path / "weg")
    assert content(tmp_path / "dossier.db") == before


def test_nothing_to_build_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such dossier"):
        build(tmp_path / "dossier.db")
    assert not (tmp_path / "dossier.db").exists()


def test_progress_tells_each_step(folder: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    build(tmp_path / "dossier.db", folder, watch=told.append)
    assert [(each.step, each.done, each.total) for each in told] == [
        (Step.COLLECT, 3, None),
        (Step.READ, 0, 3),
        (Step.READ, 3, 3),
        (Step.COMPILE, 0, 3),
        (Step.COMPILE, 3, 3),
    ]


def test_a_stop_in_the_middle_keeps_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "_BATCH", 1)
    krant = numbered(tmp_path / "krant", 6)

    def stop(progress: Progress) -> None:
        if (progress.step, progress.done) == (Step.READ, 4):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "dossier.db", krant, watch=stop)
    with Store(tmp_path / "dossier.db") as store:
        assert not store.complete
    assert build(tmp_path / "dossier.db", krant).read == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of this process")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("step", [Step.COLLECT, Step.READ, Step.COMPILE])
def test_a_build_that_is_killed_and_run_again_gives_the_same_dossier(
    step: Step, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "_BATCH", 8)
    krant = numbered(tmp_path / "krant", 40)
    build(tmp_path / "whole.db", krant)

    child = os.fork()
    if not child:
        build_until(step, tmp_path / "killed.db", krant)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with Store(tmp_path / "killed.db") as store:
        assert (store.complete, store.statements()) == (False, []), "nothing is half written"
    result = build(tmp_path / "killed.db", krant)
    assert result.read == {Step.COLLECT: 40, Step.READ: 40 - 16, Step.COMPILE: 0}[step]
    assert content(tmp_path / "killed.db") == content(tmp_path / "whole.db")


def build_until(step: Step, path: Path, folder: Path) -> None:
    """Builds, and kills its own process in a step without a chance to tidy up."""

    def die(*_: Any) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)

    def watch(progress: Progress) -> None:
        if (progress.step, progress.done) == (step, 16):
            die()

    if step is Step.COMPILE:
        # all but the last rows have been written by then
        pytest.MonkeyPatch().setattr(rows, "of_words", die)
    try:
        build(path, folder, watch=watch)
    finally:
        os._exit(1)


def numbered(path: Path, number: int) -> Path:
    return newsroom.folder(path, {f"{at}.txt": f'"Nummer {at}", zei Anna Hoek.' for at in range(number)})


def test_facts_of_ones_own_are_part_of_what_a_reading_was_made_with(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"

    def read(name: str = "") -> int:
        mine.write_text(f"[person.bo]\nname = '{name}'\n", encoding="utf-8")
        facts = registry.load(mine) if name else None
        return build(tmp_path / "dossier.db", folder, facts=facts).read

    assert [read(), read("Bo Tolsma"), read("Bo Tolsma"), read("Bo Postma"), read()] == [3, 3, 0, 3, 3]
