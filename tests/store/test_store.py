"""A dossier goes into its file and comes out as it was; readers cannot write; errors name the file."""

import datetime
import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, event, select

from kept import Where
from newsroom import DIJK, WADDEN, article, dossier, read
from standpunt.errors import StoreError
from standpunt.model import Form, SetAside
from standpunt.store import Builder, Place, State, Store, Wanted, summaries, tables

FIRST = article(f"date 2025-02-14\n{WADDEN}", "wad.txt")
SECOND = article(f"date 2025-03-01\n{DIJK}", "dijk.txt")
UNDATED = article(DIJK, "later/dijk.txt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "dossier.db")


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with Store(filled(place)) as opened:
        yield opened


def filled(place: Where) -> Where:
    articles = [FIRST, SECOND, UNDATED]
    with Builder(place) as builder:
        builder.collect(articles)
        builder.keep([(each, read(each)) for each in articles], "reader 1")
        builder.write(dossier(*articles))
    return place


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


@pytest.mark.parametrize(
    "named",
    [
        "1",
        FIRST.id,
        FIRST.id[:6],
        FIRST.id[:6].upper(),
        "wad.txt",
        "wad",
        FIRST.title,
        FIRST.title[:-2].upper(),
    ],
)
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


def test_the_file_is_sound(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


@pytest.mark.parametrize("table", tables.metadata.tables.values(), ids=str)
def test_every_row_points_to_one_that_is_there(table: Table, store: Store) -> None:
    for key in table.foreign_keys:
        lost = select(key.parent).where(key.parent.is_not(None), key.parent.not_in(select(key.column)))
        with store._reading() as connection:
            assert connection.execute(lost).all() == []


def test_offsets_are_those_of_the_text(store: Store) -> None:
    for table in ("mentions", "times"):
        with store._reading() as connection:
            differing = connection.exec_driver_sql(
                f"SELECT count(*) FROM {table} t JOIN articles a ON a.id = t.article_id"
                " WHERE t.text <> substr(a.text, t.start + 1, t.stop - t.start)"
            ).scalar()
        assert differing == 0, table


def test_the_views_answer_at_once(store: Store) -> None:
    with store._reading() as connection:
        assert connection.exec_driver_sql("SELECT speaker, statements FROM who_spoke_when").all() == [
            ("Anna Hoek", 2),
            ("Bram Veenstra", 1),
        ]
        found = {
            view: len(connection.exec_driver_sql(f"SELECT * FROM {view}").all()) for view in tables.VIEWS
        }
    assert (found["who_said_what"], found["what_happened_when"], found["who_left_out_what"]) == (4, 3, 0)


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


def test_half_a_build_is_told(place: Place) -> None:
    with Builder(filled(place)) as builder:
        builder.collect([article("Nieuws\n\nEr is nieuws.", "nieuws.txt")])
    with Store(place) as store:
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


def test_who_reads_is_not_kept_waiting_by_a_dossier_that_is_larger_than_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_beside(connection: Connection) -> None:
        with Store(path) as store:
            seen.append((len(store.statements()), store.state))

    with Store(path) as store:
        before, seen = len(store.statements()), list[tuple[int, State]]()
    monkeypatch.setattr(summaries, "write", read_beside)
    with Builder(path) as builder:
        event.listen(builder._engine, "connect", lambda raw, _: raw.execute("PRAGMA cache_size = 1"))
        builder.write(dossier(FIRST))
    with Store(path) as store:
        assert seen == [(before, State.COMPLETE)] and len(store.statements()) < before
    assert [each.name for each in path.parent.iterdir()] == [path.name], "nothing is left beside it"


def test_what_was_set_aside_is_kept(place: Place) -> None:
    aside = [SetAside("leeg.txt", "", "the file is empty"), SetAside("b.jsonl", "regel 3", "no JSON")]
    with Builder(place) as builder:
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


def test_an_address_without_psycopg_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    for opened in (Store, Builder):
        with pytest.raises(
            StoreError, match=r"needs psycopg, .* \(pip install 'standpunt\[postgres\]'\)"
        ) as told:
            opened("postgresql://anna:geheim@kade.example/nieuws")
        assert told.value.where == "postgresql://anna@kade.example/nieuws"


@pytest.mark.parametrize("address", ["postgresql://anna:geheim@kade.example:poort/nieuws", "postgres://[::1"])
def test_an_address_that_is_none_is_told_without_its_password(address: str) -> None:
    with pytest.raises(StoreError, match="no address of a database") as told:
        Store(address)
    assert "geheim" not in str(told.value)
