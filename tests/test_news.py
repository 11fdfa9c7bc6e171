"""What came since the last build, what articles had otherwise before, and that nothing in the dossier counts it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsroom
from kept import Places
from newsroom import content
from standpunt import build as job
from standpunt import dossier, news
from standpunt.amending import correct, forget_person
from standpunt.build import BuildResult, Progress, build, code
from standpunt.dossier.issues import codebook
from standpunt.errors import StoreError
from standpunt.model import Article, SetAside
from standpunt.news import News
from standpunt.store import Builder, Place, Store, summaries

WAD = 'date 2025-02-14\nHet wad\n\n"Wij onderhandelden lang", zei Anna Hoek. "Er is geld", zei Bram Veenstra.'
DUIN = 'date 2025-02-15\nHet duin\n\n"Het zand stuift", zei Anna Hoek. Het duin moet hoger.'
ZEE = 'date 2025-02-16\nDe zee\n\n"De zee stijgt elk jaar sneller", zei Cor Prins.'
CHANGED = WAD.replace('"Er is geld", zei Bram Veenstra.', '"Niemand wil dat betalen", zei Eva Zand.')


@pytest.fixture(autouse=True)
def small_newsroom(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small newsroom reads; what makes a dossier of its readings is the real one. A file may hold many articles."""
    outline = dossier.outline
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))
    monkeypatch.setattr("standpunt.dossier.outline", outline)
    monkeypatch.setattr("standpunt.sources.read", read_files)


def read_files(paths: Sequence[str | Path], **_: Any) -> Iterator[Article | SetAside]:
    for folder in map(Path, paths):
        for file in sorted(folder.iterdir()):
            records = file.read_text(encoding="utf-8").split("\n%\n")
            for line, text in enumerate(records, 1):
                part = f"regel {line}" if len(records) > 1 else ""
                yield newsroom.article(text, file.name, part) if text else SetAside(file.name, part, "empty")


@pytest.fixture
def krant(tmp_path: Path) -> Path:
    return newsroom.folder(tmp_path / "krant", {"wad.txt": WAD, "duin.txt": DUIN})


@pytest.fixture
def path(krant: Path, place: Place) -> Place:
    build([krant], place, at="2025-03-01T12:00:00+00:00")
    return place


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def new(path: Place, since: int | None = None) -> News:
    with Store(path) as store:
        return news.since(store, news.before_last(store) if since is None else since)


def summary(found: News) -> dict[str, list[str]]:
    """By their labels, contents and names; of what is revised the changes."""
    changes = [each for row in found.revised for between in row["changes"] for each in between]
    return {
        "articles": [row["label"] for row in found.articles],
        "revised": [each["change"] for each in changes],
        "statements": [row["content"] for row in found.statements],
        "actors": [row["name"] for row in found.actors],
        "positions": [row["words"] for row in found.positions],
        "shifts": [row["after"]["words"] for row in found.shifts],
    }


NOTHING: dict[str, list[str]] = {
    name: [] for name in ("articles", "revised", "statements", "actors", "positions", "shifts")
}


# ---------------------------------------------------------------------------------------------- what is new


def test_on_a_first_build_all_is_new(path: Place) -> None:
    found = new(path)
    assert found.before is None
    assert summary(found) == {
        **NOTHING,
        "articles": ["Het wad", "Het duin"],
        "statements": ["Wij onderhandelden lang", "Er is geld", "Het zand stuift"],
        "actors": ["Anna Hoek", "Bram Veenstra"],
    }


def test_nothing_is_new_when_nothing_came(path: Place, krant: Path) -> None:
    build([krant], path, at="2025-03-02T12:00:00+00:00")
    found = new(path)
    assert (summary(found), bool(found), found.read_anew) == (NOTHING, False, False)
    assert found.before
    assert found.build
    assert (found.before["made_at"], found.build["number"]) == ("2025-03-01T12:00:00+00:00", 2)


def test_an_article_brings_statements_and_actors(path: Place, krant: Path) -> None:
    put(krant, zee=ZEE)
    build([krant], path)
    assert summary(new(path)) == {
        **NOTHING, "articles": ["De zee"], "statements": ["De zee stijgt elk jaar sneller"], "actors": ["Cor Prins"],
    }  # fmt: skip


def test_the_same_words_in_one_more_outlet_are_not_new(path: Place, krant: Path) -> None:
    put(krant, zee=ZEE)
    build([krant], path)
    put(krant, kopie=ZEE.replace("De zee\n", "Andere kop\n"))
    build([krant], path)
    assert summary(new(path)) == {**NOTHING, "articles": ["Andere kop"]}


def test_what_a_source_changed_is_told_beside_what_it_was(path: Place, krant: Path) -> None:
    put(krant, wad=CHANGED)
    assert build([krant], path).revised == 1
    found = new(path)
    assert summary(found) == {
        **NOTHING,
        "revised": ["withdrawn", "added"],
        "statements": ["Niemand wil dat betalen"],
        "actors": ["Eva Zand"],
    }
    ((row,),) = [found.revised]
    gone, come = row["changes"][0]
    assert (gone["before"].strip(), gone["after"]) == ('"Er is geld", zei Bram Veenstra.', "")
    assert [each["speaker"] for each in gone["before_said"]] == ["Bram Veenstra"]
    assert come["after_said"][0]["content"] == "Niemand wil dat betalen"
    first, second = row["versions"]
    start, stop = gone["before_span"]
    assert (first["text"][start:stop], second["text"]) == (gone["before"], CHANGED)


def test_a_statement_in_other_words_is_a_revision_and_no_new_statement(path: Place, krant: Path) -> None:
    put(krant, wad=WAD.replace("Wij onderhandelden lang", "Wij onderhandelden zeer lang"))
    build([krant], path)
    assert summary(new(path)) == {**NOTHING, "revised": ["reworded"]}


def test_what_moved_in_a_file_of_many_is_neither_new_nor_revised(tmp_path: Path, place: Place) -> None:
    krant, path = newsroom.folder(tmp_path / "krant", {"dag.txt": f"{WAD}\n%\n{DUIN}"}), place
    build([krant], path)
    put(krant, dag=f"{ZEE}\n%\n{WAD}\n%\n{DUIN}")
    result = build([krant], path)
    assert (result.revised, result.dropped) == (0, 0)
    assert summary(new(path))["articles"] == ["De zee"]
    assert summary(new(path))["statements"] == ["De zee stijgt elk jaar sneller"]


def test_what_a_file_of_many_no_longer_holds_is_dropped(tmp_path: Path, place: Place) -> None:
    krant, path = newsroom.folder(tmp_path / "krant", {"dag.txt": f"{WAD}\n%\n{DUIN}\n%\n{ZEE}"}), place
    build([krant], path)
    put(krant, dag=f"{WAD}\n%\n{ZEE}")
    assert build([krant], path).dropped == 1
    with Store(path) as store:
        assert store.versions() == {}
    assert summary(new(path)) == NOTHING


FEED = "https://duin.example/rss"


def fetched(path: Path, monkeypatch: pytest.MonkeyPatch, **items: str) -> BuildResult:
    """A build with what a feed at an address gives: texts by the ids of the items, empty where a page could not be had
    and the feed's own text counts."""

    def read(paths: Sequence[str | Path], **_: Any) -> Iterator[Article | SetAside]:
        for part, text in items.items():
            if not text:
                yield SetAside(FEED, part, "its page: the server answers 503")
            article = newsroom.article(text or "date 2025-02-14\nKort\n\nEr komt een duin.", FEED, part)
            yield replace(article, url="" if part == "item 1" else f"https://duin.example/{part}")

    monkeypatch.setattr("standpunt.sources.read", read)
    return build([FEED], path, at="2025-03-02T12:00:00+00:00")


def test_an_item_of_a_feed_that_was_changed_is_a_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dossier.db"
    fetched(path, monkeypatch, wad=WAD, duin=DUIN)
    result = fetched(path, monkeypatch, wad=CHANGED, zee=ZEE)
    assert (result.revised, result.dropped, result.articles) == (
        1,
        0,
        3,
    )  # the feed has only its latest items
    assert summary(new(path))["revised"] == ["withdrawn", "added"]


def test_an_item_whose_page_could_not_be_had_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dossier.db"
    fetched(path, monkeypatch, wad=WAD)
    result = fetched(path, monkeypatch, wad="")
    assert (result.revised, result.dropped, len(result.set_aside)) == (0, 0, 1)
    with Store(path) as store:
        assert WAD in {each.article.text for each in store.dated_articles()}


def test_another_article_in_the_place_of_an_item_without_an_id_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dossier.db"
    fetched(path, monkeypatch, **{"item 1": WAD})
    result = fetched(path, monkeypatch, **{"item 1": ZEE})
    assert (result.revised, result.dropped, result.articles) == (0, 0, 2)


def test_since_an_earlier_build_or_day(path: Place, krant: Path) -> None:
    put(krant, zee=ZEE)
    build([krant], path, at="2025-03-02T12:00:00+00:00")
    put(krant, wad=CHANGED)
    build([krant], path, at="2025-03-03T12:00:00+00:00")
    both = summary(new(path, since=1))
    assert (both["articles"], both["revised"]) == (["De zee"], ["withdrawn", "added"])
    assert summary(new(path))["articles"] == []
    with Store(path) as store:
        days = [
            news.before_day(store, news.moment(f"2025-03-0{day}T12:00:00+00:00").date())
            for day in (1, 2, 3, 9)
        ]
    assert days == [0, 1, 2, 3]
    assert new(path, since=0).before is None


def test_another_reader_and_corrections_bring_no_news(
    path: Place, krant: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(krant, zee=ZEE)
    build([krant], path)
    before = summary(new(path))
    with Store(path) as store:
        draft = correct.merge(store, "Bram Veenstra", "Anna Hoek")
    correct.keep(path, [draft], by="redactie", at="2025-03-01T12:00:00+00:00")
    code(
        path,
        codebook.parse(
            '[[issue]]\nid = "zand"\nlabel = "Zand"\nproposal = "Zand"\nterms = ["zand"]\n', "kwesties.toml"
        ),
    )
    assert summary(new(path)) == before, "neither is a build"
    monkeypatch.setattr("standpunt.reading.fingerprint", lambda facts: "reader 2")
    assert build([krant], path).read == 3
    found = new(path)
    assert (summary(found), found.read_anew) == (NOTHING, True)


def test_a_dossier_of_before_builds_were_counted(path: Place, krant: Path) -> None:
    """As a migration leaves it."""
    with Builder(path) as builder, builder._writing() as connection:
        connection.exec_driver_sql("UPDATE sources SET build = 0")
        connection.exec_driver_sql("DELETE FROM builds")
    put(krant, zee=ZEE)
    build([krant], path)
    found = new(path)
    assert found.before == {"number": 0, "made_at": "", "made_by": ""}
    assert (summary(found)["articles"], found.read_anew) == (["De zee"], False)


# ---------------------------------------------------------------------------------------------- versions


def test_versions_follow_one_another_and_come_back(path: Place, krant: Path) -> None:
    last = CHANGED.replace("Wij onderhandelden lang", "Wij onderhandelden kort")
    for text in (CHANGED, last, WAD):
        put(krant, wad=text)
        build([krant], path)
    with Store(path) as store:
        ((row,),) = [news.revisions(store)]
        assert news.revisions(store, "duin.txt") == []
        with pytest.raises(StoreError, match="no such article"):
            news.revisions(store, "weg.txt")
    assert [each["build"] for each in row["versions"]] == [2, 3, 4]
    assert [each["text"] for each in row["versions"]] == [CHANGED, last, WAD]
    assert [len(each) for each in row["changes"]] == [1, 3]
    assert summary(new(path))["revised"] == ["reworded", "withdrawn", "added"]


def test_nothing_counts_an_earlier_version(path: Place, krant: Path, places: Places) -> None:
    put(krant, wad=CHANGED)
    assert build([krant], path).articles == 2
    at_once = places()
    build([krant], at_once)
    assert now(path) == content(at_once)


def now(path: Place) -> dict[str, list[tuple[Any, ...]]]:
    """What a dossier holds without the earlier versions, which are `sources` and `readings` of their own."""
    held = content(path)
    with Store(path) as store:
        earlier = {
            each.article.id
            for id, versions in store.versions().items()
            for each in versions
            if each.article.id != id
        }
    for name in ("sources", "readings"):
        held[name] = [row for row in held[name] if row[0] not in earlier]
    return held


TEXTS = st.sampled_from(
    [WAD, CHANGED, DUIN, ZEE, WAD.replace("Het wad", "Het wad droog"), "Er is niets gezegd."]
)
FILES = st.dictionaries(
    st.sampled_from(["een", "twee", "drie"]), st.lists(TEXTS, min_size=1, max_size=3, unique=True)
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(states=st.lists(FILES.filter(bool), min_size=2, max_size=4))
def test_a_dossier_of_several_builds_is_that_of_the_last_but_for_revisions(
    states: list[Mapping[str, list[str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("property")
    krant, built, at_once = newsroom.folder(folder / "krant", {}), folder / "built.db", folder / "at once.db"
    for state in states:  # a file that is gone stays in the dossier; none is here
        put(krant, **{name: "\n%\n".join(texts) for name, texts in state.items()})
        build([krant], built)
    build([krant], at_once)
    assert now(built) == content(at_once)
    build([krant], built)
    assert not new(built)


# ---------------------------------------------------------------------------------------------- killed


class Killed(Exception):
    """Ends a build between two transactions, as a kill would."""


def killed(krant: Path, path: Place, at: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a build was stopped when it told its progress for the `at`th time, or while it wrote (-1)."""
    told = 0

    def watch(progress: Progress) -> None:
        nonlocal told
        told += 1
        if told == at:
            raise Killed

    def die(*_: Any) -> Any:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(job, "_BATCH", 1)
        if at < 0:
            patched.setattr(summaries, "write", die)
        try:
            build([krant], path, watch=watch)
        except Killed:
            return True
    return False


@pytest.mark.parametrize("at", [-1, *range(1, 8)])
@pytest.mark.parametrize("again", [["krant"], []], ids=["the same command", "without sources"])
def test_what_is_new_after_a_build_that_was_killed(
    at: int, again: list[str], path: Place, krant: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is compared to the last build that was completed. Without sources only what was collected can come."""
    put(krant, wad=CHANGED, zee=ZEE)
    assert killed(krant, path, at, monkeypatch)
    if at == -1 or at > 3:
        with Store(path) as store, pytest.raises(StoreError, match="not finished"):
            news.revisions(store)
    build([tmp_path / each for each in again], path)
    if again or at == -1 or at > 3:
        found = summary(new(path))
        assert (found["articles"], found["revised"]) == (["De zee"], ["withdrawn", "added"])
    build([krant], path)
    assert summary(new(path)) == NOTHING or not again


def test_a_text_that_no_completed_build_had_is_no_version(
    path: Place, krant: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(krant, wad=CHANGED)
    assert killed(krant, path, 5, monkeypatch)
    put(krant, wad=CHANGED.replace("Niemand wil dat betalen", "Iemand moet dat betalen"))
    build([krant], path)
    with Store(path) as store:
        ((row,),) = [news.revisions(store)]
    assert [each["build"] for each in row["versions"]] == [1, 2]
    assert row["versions"][0]["text"] == WAD


def test_an_earlier_version_that_cannot_be_read_any_more_is_dropped(
    path: Place, krant: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(krant, wad=CHANGED)
    build([krant], path)

    def read_all(articles: Sequence[Article], nlp: Any, facts: Any) -> Iterator[Any]:
        return (read(each) for each in articles)

    def read(article: Article, *_: Any) -> Any:
        if "Er is geld" in article.text:
            raise ValueError("this reader stumbles over it")
        return newsroom.read(article)

    monkeypatch.setattr("standpunt.reading.fingerprint", lambda facts: "reader 2")
    monkeypatch.setattr("standpunt.reading.read", read)
    monkeypatch.setattr("standpunt.reading.read_all", read_all)
    build([krant], path)
    with Store(path) as store:
        assert (store.versions(), store.counts()["articles"], store.counts()["set_aside"]) == ({}, 2, 0)


# ---------------------------------------------------------------------------------------------- what people change


def test_a_correction_whose_words_were_withdrawn_is_lost_and_comes_back(path: Place, krant: Path) -> None:
    with Store(path) as store:
        draft = correct.speaker(store, "wad.txt", "Er is geld", "Anna Hoek")
    correct.keep(path, [draft], by="redactie", at="2025-03-01T12:00:00+00:00")
    put(krant, wad=CHANGED)
    assert [each.number for each in build([krant], path).lost] == [1]
    assert forget_person(path, "Eva Zand").statements == 1
    put(krant, wad=WAD)
    result: BuildResult = build([krant], path)
    assert result.lost == []
