"""The job as a whole: killed and run again, in any order and in parts, it gives the same dossier."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import newsroom
from kept import Places
from newsroom import DIJK, WADDEN, content
from standpunt import build as job
from standpunt import registry
from standpunt.build import BuildResult, Progress, Step
from standpunt.errors import LexiconError, SourceError, StoreError
from standpunt.model import Article, Reading
from standpunt.store import Place, Store, locate, summaries

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


def build(place: Place, *folders: Path, **options: Any) -> BuildResult:
    return job.build(folders, place, **options)


def test_a_folder_becomes_a_dossier(folder: Path, place: Place) -> None:
    result = build(place, folder)
    assert (result.collected, result.changed, result.read, result.set_aside) == (3, 3, 3, [])
    assert (result.articles, result.statements, result.actors) == (3, 3, 2)
    assert result.articles_per_second > 0
    with Store(place) as store:
        assert store.complete
        assert [row["speaker"] for row in store.statements()] == ["Anna Hoek", "Bram Veenstra", "Anna Hoek"]


def test_only_what_is_new_or_changed_costs_time(folder: Path, place: Place) -> None:
    build(place, folder)
    assert build(place, folder).read == 0
    (folder / "dijk.txt").write_text('"Ik sluit alles uit", zei Anna Hoek.', encoding="utf-8")
    (folder / "nieuw.txt").write_text('"Welkom", zei Cor Prins.', encoding="utf-8")
    again = build(place, folder)
    assert (again.read, again.changed, again.revised, again.dropped, again.articles) == (2, 2, 1, 0, 4)
    with Store(place) as store:
        assert "Ik sluit niets uit" not in [row["content"] for row in store.statements()]


def test_a_changed_article_replaces_the_old_one_in_its_own_folder_only(
    folder: Path, tmp_path: Path, place: Place
) -> None:
    other = newsroom.folder(tmp_path / "omroep", {"dijk.txt": '"Tot morgen", zei Cor Prins.'})
    build(place, folder)
    assert build(place, other).articles == 4


def test_a_dossier_is_the_union_of_what_was_built_into_it(
    folder: Path, tmp_path: Path, places: Places
) -> None:
    bit_by_bit, at_once = places(), places()
    other = newsroom.folder(tmp_path / "omroep", {"extra.txt": '"Tot morgen", zei Cor Prins.'})
    build(bit_by_bit, other)
    build(bit_by_bit, folder)
    build(at_once, folder, other)
    assert content(bit_by_bit) == content(at_once)


def test_what_a_feed_gave_before_stays(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "https://kade.example/rss"
    for text in (WADDEN, DIJK):
        item = newsroom.article(text, address, part=text[:8])
        monkeypatch.setattr("standpunt.sources.read", lambda paths, pages, item=item: iter([item]))
        result = job.build([address], place)
    assert (result.articles, result.dropped) == (2, 0)


def test_another_reader_reads_everything_again(
    folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(place, folder)
    monkeypatch.setattr("standpunt.reading.fingerprint", lambda facts: "reader 2")
    assert build(place).read == 3, "without the folder: from what was collected"


def test_the_order_of_the_articles_does_not_matter(folder: Path, tmp_path: Path, places: Places) -> None:
    one, other = places(), places()
    turned = newsroom.folder(tmp_path / "b" / "krant", dict(reversed(ARTICLES.items())))
    build(one, folder)
    for name in ("stil.txt", "wad.txt", "dijk.txt"):
        build(other, turned / name)
    assert content(one) == content(other)


def test_a_file_named_beside_its_folder_is_one_source(folder: Path, place: Place) -> None:
    assert build(place, folder / "wad.txt", folder).articles == 3


def test_an_article_that_breaks_the_reader_is_set_aside(folder: Path, place: Place) -> None:
    (folder / "stuk.txt").write_text("ONLEESBAAR", encoding="utf-8")
    (folder / "leeg.txt").write_text("", encoding="utf-8")
    result = build(place, folder)
    assert sorted((Path(each.source).name, each.reason) for each in result.set_aside) == [
        ("leeg.txt", "the file is empty"),
        ("stuk.txt", "it could not be read (ValueError: this article breaks the reader)"),
    ]
    assert result.articles == 3
    with Store(place) as store:
        assert len(store.dossier().set_aside) == 2


def test_a_reading_that_is_not_sound_is_set_aside(
    folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_another(article: Article, nlp: Any, facts: Any) -> Reading:
        made = newsroom.read(article)
        return replace(made, article="another") if "stil" in article.provenance.source else made

    monkeypatch.setattr("standpunt.reading.read", of_another)
    monkeypatch.setattr(
        "standpunt.reading.read_all", lambda all, nlp, facts: (of_another(each, nlp, facts) for each in all)
    )
    result = build(place, folder)
    assert [(each.source, "of article another" in each.reason) for each in result.set_aside] == [
        ("stil.txt", True)
    ]
    assert result.articles == 2


def test_what_is_mended_is_no_longer_set_aside(folder: Path, place: Place) -> None:
    (folder / "stuk.txt").write_text("ONLEESBAAR", encoding="utf-8")
    build(place, folder)
    assert len(build(place, folder).set_aside) == 1, "it is tried again, and told again"
    (folder / "stuk.txt").write_text("Nu wel.", encoding="utf-8")
    assert build(place, folder).set_aside == []
    with Store(place) as store:
        assert store.dossier().set_aside == ()


def test_a_word_list_that_is_wrong_stops_the_build(
    folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Iterator[Reading]:
        raise LexiconError("group [verb] is empty", where="verbs.nl.toml")

    monkeypatch.setattr("standpunt.reading.read_all", broken)
    with pytest.raises(LexiconError):
        build(place, folder)


def test_a_folder_that_is_not_there_leaves_no_trace(folder: Path, tmp_path: Path, place: Place) -> None:
    build(place, folder)
    before = content(place)
    with pytest.raises(SourceError):
        build(place, folder, tmp_path / "weg")
    assert content(place) == before


def test_nothing_to_build_is_an_error(place: Place) -> None:
    with pytest.raises(StoreError, match="no such dossier"):
        build(place)
    assert not locate(place).exists()


def test_progress_tells_each_step(folder: Path, place: Place) -> None:
    told: list[Progress] = []
    build(place, folder, watch=told.append)
    assert [(each.step, each.done, each.total) for each in told] == [
        (Step.COLLECT, 3, None),
        (Step.READ, 0, 3),
        (Step.READ, 3, 3),
        (Step.COMPILE, 0, 3),
        (Step.COMPILE, 3, 3),
    ]


def test_a_stop_in_the_middle_keeps_what_was_read(
    tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "_BATCH", 1)
    krant = numbered(tmp_path / "krant", 6)

    def stop(progress: Progress) -> None:
        if (progress.step, progress.done) == (Step.READ, 4):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(place, krant, watch=stop)
    with Store(place) as store:
        assert not store.complete
    assert build(place, krant).read == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of this process")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("step", [Step.COLLECT, Step.READ, Step.COMPILE])
def test_a_build_that_is_killed_and_run_again_gives_the_same_dossier(
    step: Step, tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, killed = places(), places()
    monkeypatch.setattr(job, "_BATCH", 8)
    krant = numbered(tmp_path / "krant", 40)
    build(whole, krant)

    child = os.fork()
    if not child:
        build_until(step, killed, krant)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with Store(killed) as store:
        assert (store.complete, store.statements()) == (False, []), "nothing is half written"
    result = build(killed, krant)
    assert result.read == {Step.COLLECT: 40, Step.READ: 40 - 16, Step.COMPILE: 0}[step]
    assert content(killed) == content(whole)


def build_until(step: Step, place: Place, folder: Path) -> None:
    """Builds, and kills its own process in a step without a chance to tidy up."""

    def die(*_: Any) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)

    def watch(progress: Progress) -> None:
        if (progress.step, progress.done) == (step, 16):
            die()

    if step is Step.COMPILE:
        # all but the last rows have been written by then
        pytest.MonkeyPatch().setattr(summaries, "write", die)
    try:
        build(place, folder, watch=watch)
    finally:
        os._exit(1)


def numbered(path: Path, number: int) -> Path:
    return newsroom.folder(path, {f"{at}.txt": f'"Nummer {at}", zei Anna Hoek.' for at in range(number)})


def test_facts_of_ones_own_are_part_of_what_a_reading_was_made_with(
    folder: Path, tmp_path: Path, place: Place
) -> None:
    mine = tmp_path / "mine.toml"

    def read(name: str = "") -> int:
        mine.write_text(f"[person.bo]\nname = '{name}'\n", encoding="utf-8")
        facts = registry.load(mine) if name else None
        return build(place, folder, facts=facts).read

    assert [read(), read("Bo Tolsma"), read("Bo Tolsma"), read("Bo Postma"), read()] == [3, 3, 0, 3, 3]
