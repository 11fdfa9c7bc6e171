"""What is forgotten leaves no trace in the bytes of the file, and stays away when the same sources are read again."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

import newsroom
from kept import bytes_of
from newsroom import DIJK, WADDEN, content
from standpunt import amending, registry
from standpunt.build import build
from standpunt.errors import StoreError
from standpunt.store import Place, Store

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
ARTICLES = {
    "wad.txt": f"date 2025-02-14\n{WADDEN}",
    "dijk.txt": f"date 2025-03-01\n{DIJK}",
    "kopie.txt": f"date 2025-03-01\n{DIJK}",
    "stil.txt": "Er is niets gezegd.\n\nMaar Anna Hoek zweeg niet.\n",
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))


@pytest.fixture
def krant(tmp_path: Path) -> Path:
    return newsroom.folder(tmp_path / "krant", ARTICLES)


@pytest.fixture
def path(small: None, krant: Path, place: Place) -> Place:
    build([krant], place)
    return place


def traces(place: Place, *words: str) -> list[str]:
    """Which words stand anywhere in the file, or in what SQLite keeps beside it, and in its full-text index; or in the
    files of the database."""
    held = bytes_of(place).lower()
    terms = indexed(place) if isinstance(place, Path) else set()
    return [
        word
        for word in words
        if word.lower().encode() in held or word.lower().encode("utf-16-le") in held or word.lower() in terms
    ]


def indexed(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    terms = set()
    for index in ("articles_fts", "statements_fts"):
        connection.execute(f"CREATE VIRTUAL TABLE temp.{index}_terms USING fts5vocab(main, {index}, row)")
        terms |= {term for (term,) in connection.execute(f"SELECT term FROM temp.{index}_terms")}
    connection.close()
    assert terms, "there is an index to look in"
    return terms


ANNA = ("Anna Hoek", "Hoek", "onderhandelden", "diep in de nacht", "sluit niets uit", "zweeg")


def test_the_words_are_there_before(path: Place) -> None:
    assert traces(path, *ANNA) == list(ANNA)


def test_a_person_leaves_no_trace_in_the_bytes(path: Place, krant: Path) -> None:
    done = amending.forget_person(path, "Anna Hoek")
    assert (done.articles, done.statements, done.still_named) == (4, 3, ())
    assert traces(path, *ANNA) == []
    assert traces(path, "Zonder geld komt er geen dijk", "Bram Veenstra", "lang stil") != []
    with Store(path) as store:
        assert [row["speaker"] for row in store.statements()] == ["Bram Veenstra"]
        assert [row["name"] for row in store.rows("actors")] == ["Bram Veenstra"]
        assert store.search("hoek").total == {"statements": 0, "articles": 0}


def test_a_person_stays_away_when_the_sources_are_read_again(path: Place, krant: Path) -> None:
    amending.forget_person(path, "Anna Hoek")
    before = content(path)
    assert build([krant], path).changed == 0
    assert content(path) == before
    (krant / "nieuw.txt").write_text(
        'Nieuws\n\n"Ik ben terug", zei ANNA  HOEK. Het regent.', encoding="utf-8"
    )
    (krant / "wad.txt").write_text(f"Herzien.\n\n{WADDEN}", encoding="utf-8")
    assert build([krant], path).changed == 2
    assert traces(path, *ANNA, "ben terug") == []
    assert traces(path, "Het regent", "Herzien") == ["Het regent", "Herzien"]


def test_a_dossier_reads_on_from_what_is_left(path: Place) -> None:
    amending.forget_person(path, "Anna Hoek")
    with Store(path) as store:
        for dated in store.dated_articles():
            for block in dated.article.blocks:
                assert "\n" not in block.span.of(dated.article.text)
        assert store.article("stil.txt")["text"] == f"Er is niets gezegd.\n\n{'[…]':<26}\n"


@pytest.mark.parametrize("log", ["WAL", "TRUNCATE"])
def test_neither_a_log_nor_a_free_page_keeps_it(small: None, log: str, krant: Path, tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    build([krant], path)
    careless = sqlite3.connect(path)
    careless.execute(f"PRAGMA journal_mode = {log}")
    careless.execute("PRAGMA secure_delete = OFF")
    careless.execute("CREATE TABLE copy AS SELECT * FROM sources")
    careless.commit()
    careless.execute("DROP TABLE copy")
    careless.commit()
    assert careless.execute("PRAGMA freelist_count").fetchone()[0] > 0
    careless.close()
    amending.forget_person(path, "Anna Hoek")
    assert traces(path, *ANNA) == []


def test_an_article_goes_with_its_copies_and_stays_away(path: Place, krant: Path) -> None:
    assert amending.forget_article(path, "dijk.txt").articles == 2
    assert traces(path, "sluit niets uit", "Nieuwe ronde") == []
    (krant / "dijk.txt").write_text(f"date 2025-03-01\n\n{DIJK.upper()}", encoding="utf-8")
    result = build([krant], path)
    assert (result.forgotten, result.changed, result.articles) == (2, 0, 2)
    assert traces(path, "sluit niets uit", "Nieuwe ronde") == []
    assert traces(path, "diep in de nacht") != []


def test_two_persons_one_after_the_other(path: Place, krant: Path) -> None:
    amending.forget_person(path, "Anna Hoek")
    amending.forget_person(path, "Bram Veenstra")
    build([krant], path)
    assert traces(path, *ANNA, "Bram Veenstra", "Zonder geld") == []
    assert traces(path, "lang stil") == ["lang stil"]


EARLIER = {
    "by name": "Anna Hoek zweeg.",
    "by surname": '"Dat was kwijt", zei Hoek.',
    "in her words": '"Ik sprak in raadsels", zei Anna Hoek.',
}


@pytest.mark.parametrize("told", EARLIER.values(), ids=EARLIER)
@pytest.mark.parametrize(
    "later", [f"Het regende.\n\n{WADDEN}", "Het regende. Het waaide."], ids=["still", "no longer"]
)
def test_a_person_leaves_no_trace_in_earlier_versions(
    told: str, later: str, path: Place, krant: Path
) -> None:
    """An earlier version that tells of the person goes whole, and so does that of an article that still does."""
    for text in (f"Het regende.\n\n{told} Bram Veenstra bleef.", later):
        (krant / "wad.txt").write_text(text, encoding="utf-8")
        build([krant], path)
    with Store(path) as store:
        assert [len(each) for each in store.versions().values()] == [3]
    amending.forget_person(path, "Anna Hoek")
    assert traces(path, *ANNA, "kwijt", "in raadsels") == []
    assert traces(path, "Het regende") == ["Het regende"]
    (krant / "wad.txt").write_text(f"Het regende.\n\n{told} Bram Veenstra bleef.", encoding="utf-8")
    build([krant], path)
    assert traces(path, *ANNA, "kwijt", "in raadsels") == [], "the source gives the earlier text again"


def test_an_earlier_version_without_the_person_stays(path: Place, krant: Path) -> None:
    for text in ("Eerst bleef het stil aan de haven.", "Daarna kwam er een boot aan."):
        (krant / "haven.txt").write_text(text, encoding="utf-8")
        build([krant], path)
    amending.forget_person(path, "Anna Hoek")
    assert traces(path, "Eerst bleef het stil") == ["Eerst bleef het stil"]
    with Store(path) as store:
        ((first, last),) = store.versions().values()
    assert (first.build, last.build) == (2, 3)


def test_an_article_goes_with_its_earlier_versions(path: Place, krant: Path) -> None:
    (krant / "stil.txt").write_text("De storm ging liggen.", encoding="utf-8")
    build([krant], path)
    amending.forget_article(path, "stil.txt")
    (krant / "stil.txt").write_text(ARTICLES["stil.txt"], encoding="utf-8")
    assert build([krant], path).forgotten == 1, "the source gives the earlier text again"
    assert traces(path, "De storm", "Er is niets gezegd") == []


def test_nobody_else_is_taken_for_the_one_who_is_forgotten(small: None, tmp_path: Path, place: Place) -> None:
    krant = newsroom.folder(tmp_path / "krant", {
        "een.txt": 'Een\n\n"Ja", zei Hoek.', "twee.txt": "Twee\n\nHij stond in de hoek. \"Nee\", zei Piet Hoek.",
    })  # fmt: skip
    build([krant], place)
    amending.forget_person(place, "persoon:Hoek")
    build([krant], place)
    with Store(place) as store:
        assert [row["speaker"] for row in store.statements()] == ["Piet Hoek"]
        assert "stond in de hoek" in store.article("twee.txt")["text"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("Cor Prins", "nobody here has this name"), ("Anna", "2 actors fit: .*full name or the id")],
)
def test_who_is_not_meant_for_certain_is_not_forgotten(
    name: str, said: str, small: None, tmp_path: Path, place: Place
) -> None:
    words = {"een.txt": 'Een\n\n"Ja", zei Anna Hoek.', "twee.txt": 'Twee\n\n"Nee", zei Anna Veenstra.'}
    build([newsroom.folder(tmp_path / "krant", words)], place)
    before = content(place)
    with pytest.raises(StoreError, match=said):
        amending.forget_person(place, name)
    assert content(place) == before


def test_a_file_that_has_the_name_in_it_is_told(small: None, tmp_path: Path, place: Place) -> None:
    krant = newsroom.folder(tmp_path / "krant", {"over_anna-hoek.txt": WADDEN})
    build([krant], place)
    assert amending.forget_person(place, "Anna Hoek").still_named == ("over_anna-hoek.txt",)


def test_it_does_nothing_while_somebody_reads_along(small: None, krant: Path, tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    build([krant], path)
    reader = sqlite3.connect(path)
    reader.execute("PRAGMA journal_mode = WAL")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM sources").fetchone()
    before = content(path)
    with pytest.raises(StoreError, match="somebody else"):
        amending.forget_person(path, "Anna Hoek")
    reader.close()
    assert content(path) == before


@pytest.mark.parametrize("name", ["Hugo Brandsma", "Farida el Ouali"])
def test_a_real_reader_does_not_bring_them_back(name: str, place: Place) -> None:
    path = place
    build([EXAMPLES], path)
    surname = name.partition(" ")[2]
    with Store(path) as store:
        said = [row["content"] for row in store.statements() if row["speaker"] == name]
        said = [words for words in said if len(words.split()) > 3]
    assert traces(path, surname, *said[:3]) == [surname, *said[:3]]
    amending.forget_person(path, name)
    before = content(path)
    assert traces(path, surname, *said) == []
    build([EXAMPLES], path)
    assert content(path) == before


def test_the_registry_knows_nobody_who_is_forgotten(tmp_path: Path, place: Place) -> None:
    """A role leads to a name through the registry, also in an article that came later."""
    mine = tmp_path / "mine.toml"
    mine.write_text(FACTS, encoding="utf-8")
    facts: dict[str, Any] = {"facts": registry.load(mine)}
    krant = newsroom.folder(tmp_path / "krant", {"een.txt": f"date 2025-02-14\n{TOLSMA}"})
    path = place
    build([krant], path, **facts)
    assert traces(path, "Bo Tolsma") == ["Bo Tolsma"]
    amending.forget_person(path, "Bo Tolsma", **facts)
    (krant / "twee.txt").write_text(f"date 2025-02-15\n{MINISTER}", encoding="utf-8")
    build([krant], path, **facts)
    assert traces(path, "Tolsma", "Tols") == []


FACTS = """
[person.bo-tolsma]
name = "Bo Tolsma"
offices = [{ title = "minister van Wadden", of = "Nederland", from = 2024-07-02 }]
"""
TOLSMA = "Nieuws\n\n„De dijk komt er”, zei minister Bo Tolsma van Wadden. Het regende in Den Haag.\n"
MINISTER = "Nieuws\n\nDe minister van Wadden heeft gezegd dat het water stijgt. Het regende in Den Haag.\n"
