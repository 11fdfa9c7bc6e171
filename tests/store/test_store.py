"""A dossier goes into its file and comes out as it was; readers cannot write; errors name the file."""

import datetime
import os
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom import DIJK, WADDEN, article, dossier, read
from standpunt.errors import StoreError
from standpunt.model import Form, SetAside
from standpunt.store import Builder, Store, Wanted

FIRST = article(f"date 2025-02-14\n{WADDEN}", "wad.txt")
SECOND = article(f"date 2025-03-01\n{DIJK}", "dijk.txt")
UNDATED = article(DIJK, "later/dijk.txt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.db"
    articles = [FIRST, SECOND, UNDATED]
    with Builder(path) as builder:
        builder.collect(articles)
        builder.keep([(each, read(each)) for each in articles], "reader 1")
        builder.write(dossier(*articles))
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path) as opened:
        yield opened


def test_what_goes_in_comes_out(store: Store) -> None:
    assert store.dossier() == dossier(FIRST, SECOND, UNDATED)


def test_statements_are_rows_that_people_can_read(store: Store) -> None:
    first = store.statements()[0]
    assert first["published"] == "2025-02-14"
    assert first["speaker"] == "Anna Hoek"
    assert first["content"] == "Wij onderhandelden tot diep in de nacht"
    assert first["sentence"] == '"Wij onderhandelden tot diep in de nacht", zei Anna Hoek.'
    assert first["lemmas"] == "Wij onderhandelen tot diep in de nacht"
    assert (first["cue"], first["source"], first["entry"]) == ("zei", "Anna Hoek", "zeggen")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), ["Wij onder", "Zonder ge", "Ik sluit ", "Ik sluit "]),
        (Wanted(speaker="veenstra"), ["Zonder ge"]),
        (Wanted(speaker="ANNA HOEK", article="wad"), ["Wij onder"]),
        (Wanted(article="3"), ["Ik sluit "]),
        (Wanted(since=datetime.date(2025, 2, 20)), ["Ik sluit "]),
        (Wanted(until=datetime.date(2025, 2, 20)), ["Wij onder", "Zonder ge"]),
        (Wanted(form=Form.INDIRECT), []),
        (Wanted(min_confidence=0.95), []),
    ],
)
def test_statements_are_asked_for(wanted: Wanted, expected: list[str], store: Store) -> None:
    assert [row["content"][:9] for row in store.statements(wanted)] == expected


@pytest.mark.parametrize("named", ["1", FIRST.id, FIRST.id[:6], "wad.txt", "wad"])
def test_an_article_has_several_names(named: str, store: Store) -> None:
    assert store.article(named)["id"] == FIRST.id


def test_a_file_name_goes_before_a_part_of_one(store: Store) -> None:
    assert store.article("dijk.txt")["id"] == SECOND.id
    assert store.article("later/dijk.txt")["id"] == UNDATED.id


@pytest.mark.parametrize(
    ("named", "said"),
    [("99", "no such article"), ("dijk", "2 articles fit: 2 .*, 3 "), ("%", "no such article")],
)
def test_an_unclear_article_is_an_error(named: str, said: str, store: Store) -> None:
    with pytest.raises(StoreError, match=said):
        store.article(named)


def test_an_unknown_speaker_is_an_error(store: Store) -> None:
    with pytest.raises(StoreError, match="nobody here has this name"):
        store.statements(Wanted(speaker="Poortman"))


def test_the_actors_know_how_much_is_theirs(store: Store) -> None:
    assert [(row["name"], row["statements"], row["articles"]) for row in store.rows("actors")] == [
        ("Anna Hoek", 2, 3),
        ("Bram Veenstra", 1, 1),
    ]


def test_every_row_points_to_one_that_is_there(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_offsets_are_those_of_the_text(path: Path) -> None:
    connection = sqlite3.connect(path)
    for table in ("mentions", "times"):
        differing = connection.execute(
            f"SELECT count(*) FROM {table} t JOIN articles a ON a.id = t.article_id"
            " WHERE t.text <> substr(a.text, t.start + 1, t.stop - t.start)"
        ).fetchone()
        assert differing == (0,), table
    connection.close()


def test_the_views_answer_at_once(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT speaker, statements FROM who_spoke_when").fetchall() == [
        ("Anna Hoek", 2),
        ("Bram Veenstra", 1),
    ]
    assert len(connection.execute("SELECT * FROM who_said_what").fetchall()) == 4
    connection.close()


def test_the_same_words_are_listed_once_with_all_who_give_them(store: Store) -> None:
    said = store.utterance_rows(Wanted(speaker="Anna Hoek"))
    assert [(row["content"][:9], len(row["witnesses"])) for row in said] == [
        ("Wij onder", 1),
        ("Ik sluit ", 2),
    ]
    assert [row["article_id"] for row in said[1]["witnesses"]] == [SECOND.id, UNDATED.id]
    assert [len(row["copies"]) for row in store.story_rows()] == [2]


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(StoreError, match="cannot be opened or written"), store._reading() as connection:
        connection.exec_driver_sql("DELETE FROM statements")


def test_half_a_build_is_told(path: Path) -> None:
    with Builder(path) as builder:
        builder.collect([article("Nieuws\n\nEr is nieuws.", "nieuws.txt")])
    with Store(path) as store:
        assert not store.complete
        assert len(store.statements()) == 4, "what was there before can still be asked"
        with pytest.raises(StoreError, match="was not finished"):
            store.dossier()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of this process")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_what_was_cut_off_while_writing_is_undone_by_the_next_reader(path: Path) -> None:
    child = os.fork()
    if not child:
        cut_off = sqlite3.connect(path)
        cut_off.execute("PRAGMA cache_size = 1")  # so that changed pages reach the file before the end
        cut_off.execute("BEGIN IMMEDIATE")
        for table in ("sources", "articles", "statements", "mentions", "word_forms"):
            cut_off.execute(f"DELETE FROM {table}")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert path.with_name(f"{path.name}-journal").exists()
    with Store(path) as store:
        assert store.dossier() == dossier(FIRST, SECOND, UNDATED)


def test_what_was_set_aside_is_kept(path: Path) -> None:
    aside = [SetAside("leeg.txt", "", "the file is empty"), SetAside("b.jsonl", "regel 3", "no JSON")]
    with Builder(path) as builder:
        builder.collect([], aside)
        assert builder.set_aside() == (aside[1], aside[0])
        builder.retire({("", "leeg.txt")}, set(), set(), set())
        assert builder.set_aside() == (aside[1],)


@pytest.mark.parametrize(
    ("content", "said"), [(None, "no such dossier"), (b"x" * 4096, "not a dossier"), (b"", "not a dossier")]
)
def test_a_file_that_is_no_dossier(content: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "iets.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=said) as caught:
        Store(path)
    assert caught.value.where == str(path)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("where", "said"), [(".", "this is a folder"), ("weg/dossier.db", "its folder does not")]
)
def test_a_place_that_cannot_be_built_in(where: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=said):
        Builder(tmp_path / where)
