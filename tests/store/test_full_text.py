"""Search: `onderhandelen` finds `onderhandelt` and `onderhandelde`, in what is said and in the articles."""

from collections.abc import Iterator

import pytest

from kept import Places
from newsroom import DIJK, WADDEN, article, dossier, read
from standpunt.errors import StoreError
from standpunt.store import Builder, Store

ARTICLES = [
    article(WADDEN, "wad.txt"),
    article(DIJK, "dijk.txt"),
    article('Haven\n\n"Wij onderhandelen niet", zei Cor Prins. Hij reist naar Oekraïne.', "haven.txt"),
]


@pytest.fixture(scope="module")
def store(places: Places) -> Iterator[Store]:
    path = places()
    with Builder(path) as builder:
        builder.collect(ARTICLES)
        builder.keep([(each, read(each)) for each in ARTICLES], "reader 1")
        builder.write(dossier(*ARTICLES))
    with Store(path) as opened:
        yield opened


@pytest.mark.parametrize("word", ["onderhandelen", "onderhandelt", "Onderhandelden", "ONDERHANDELEN"])
def test_every_inflection_finds_all_of_them(word: str, store: Store) -> None:
    hits = store.search(word)
    assert {row["speaker"] for row in hits.statements} == {"Anna Hoek", "Cor Prins"}
    assert {row["source"] for row in hits.articles} == {"wad.txt", "dijk.txt", "haven.txt"}


def test_a_word_as_written_comes_first(store: Store) -> None:
    assert [row["speaker"] for row in store.search("onderhandelden").statements] == ["Anna Hoek", "Cor Prins"]


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("onderhandelen nacht", ["Anna Hoek"]),
        ("onderhandelen -nacht", ["Cor Prins"]),
        ('"geen dijk"', ["Bram Veenstra"]),
        ('"dijk geen"', []),
        ("nacht OR geld", ["Anna Hoek", "Bram Veenstra"]),
        ("onderhan*", ["Anna Hoek", "Cor Prins"]),
        ("Veenstra dijk", ["Bram Veenstra"]),
        ("gisteren", []),
    ],
)
def test_words_combine(words: str, speakers: list[str], store: Store) -> None:
    assert sorted(row["speaker"] for row in store.search(words).statements) == speakers


def test_accents_do_not_matter(store: Store) -> None:
    assert [row["source"] for row in store.search("oekraine").articles] == ["haven.txt"]


def test_places_are_the_words_that_were_found(store: Store) -> None:
    hits = store.search("onderhandelen")
    assert [span.of(DIJK) for span in hits.places(DIJK)] == ["onderhandelt"]
    assert [span.of(WADDEN) for span in hits.places(WADDEN)] == ["onderhandelden"]


def test_a_limit_leaves_the_total(store: Store) -> None:
    hits = store.search("dijk", limit=1)
    assert (len(hits.articles), hits.total["articles"]) == (1, 2)


def test_of_very_many_the_newest_are_set_in_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {row["place"] for row in store.search("dijk").articles}
    monkeypatch.setattr("standpunt.store.search.RANKED", 1)
    hits = store.search("dijk")
    assert [row["place"] for row in hits.articles] == [min(found)]
    assert hits.total["articles"] == len(found) == 2


@pytest.mark.parametrize("words", ["", "   ", '"', "-nacht", "***", "()"])
def test_nothing_to_look_for_is_an_error(words: str, store: Store) -> None:
    with pytest.raises(StoreError, match="no word to search for"):
        store.search(words)


@pytest.mark.parametrize(
    "words", ["dijk)", 'NEAR("dijk"', "a'b", "speaker:x", "dijk AND", "^dijk", "dijk;--"]
)
def test_no_word_is_taken_for_the_database_s_own(words: str, store: Store) -> None:
    assert store.search(words).total.keys() == {"statements", "articles"}
