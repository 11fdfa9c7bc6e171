"""A debate from its file to the dossier: who speaks is certain, what he tells of others is nested, and people's lists
are forgotten with them."""

from pathlib import Path

import pytest

from debates import DEBATE, corpus
from prose import model
from standpunt import sources
from standpunt.amending import forget
from standpunt.build import build
from standpunt.dossier.issues import codebook
from standpunt.model import Article, Form, Reading, Stance
from standpunt.reading import read
from standpunt.store import Store


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Article:
    (found,) = sources.read([corpus(tmp_path_factory.mktemp("kamer"))])
    assert isinstance(found, Article)
    return found


@pytest.fixture(scope="module")
def reading(article: Article) -> Reading:
    return read(article, model())


def name(reading: Reading, chain: int | None) -> str:
    return "" if chain is None else reading.chains[chain].name


def test_each_speech_is_a_statement_of_its_speaker_and_certain(article: Article, reading: Reading) -> None:
    speeches = [each for each in reading.statements if each.why.rule == "speech"]
    assert [name(reading, each.speaker) for each in speeches] == [
        "Ilse Rademaker",
        "Teun van Wieringa",
        "Hugo Brandsma",
    ]
    assert {(each.form, each.via, each.confidence) for each in speeches} == {(Form.DIRECT, None, 1.0)}
    assert {each.why_speaker.rule for each in speeches} == {"stated by the source"}
    assert [len(each.content) for each in speeches] == [1, 2, 1]
    bodies = [block.span for block in article.blocks if block.speaker]
    assert [span for each in speeches for span in each.content] == bodies


def test_what_a_speaker_tells_of_others_is_told_by_him(article: Article, reading: Reading) -> None:
    nested = {
        (name(reading, each.speaker), name(reading, each.via), each.content[0].of(article.text))
        for each in reading.statements
        if each.why.rule != "speech"
    }
    assert nested == {
        ("Rekenkamer", "Teun van Wieringa", "wordt de tunnel te duur"),
        ("Hugo Brandsma", "Teun van Wieringa", "tol onbespreekbaar was"),
        ("Ilse Rademaker", "Hugo Brandsma", "het eiland een referendum wil"),
    }


def test_names_and_roles_in_speeches_are_those_who_speak(article: Article, reading: Reading) -> None:
    called = {
        chain.name: {reading.mentions[at].span.of(article.text) for at in chain.mentions}
        for chain in reading.chains
    }
    assert {"De heer Van Wieringa (LA)", "de heer Van Wieringa"} <= called["Teun van Wieringa"]
    assert {"Minister Brandsma", "De minister"} <= called["Hugo Brandsma"]
    assert "Hij" not in called["Hugo Brandsma"]  # nobody says so of himself
    parties = {chain.name: chain.party for chain in reading.chains}
    assert (parties["Teun van Wieringa"], parties["Ilse Rademaker"]) == ("LA", "Progressief Verbond")


CODEBOOK = """
[[issue]]
id = "tunnel"
label = "Tunnel naar Schorrenoog"
proposal = "Er komt een tunnel naar Schorrenoog"
terms = ["tunnel"]
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kamer.db"
    book = tmp_path / "codebook.toml"
    book.write_text(CODEBOOK, encoding="utf-8")
    build([corpus(tmp_path / "kamer")], path, codebook=codebook.read(book))
    return path


def test_positions_and_conditions_come_by_the_rules_for_news(kept: Path) -> None:
    with Store(kept) as store:
        positions = {(row["actor"], row["stance"]) for row in store.rows("positions")}
        (condition,) = store.rows("conditions")
    assert ("Teun van Wieringa", Stance.CONDITIONAL.value) in positions
    assert ("Hugo Brandsma", Stance.SUPPORT.value) in positions
    assert condition["actor"] == "Teun van Wieringa"


def test_a_speaker_is_forgotten_with_his_name_in_the_lists(kept: Path) -> None:
    forget.forget_person(kept, "Teun van Wieringa")
    held = kept.read_bytes()
    for words in ("Teun van Wieringa", "Van Wieringa", DEBATE[1][2][5:40]):
        assert words.encode() not in held, words
    with Store(kept) as store:
        assert {row["speaker"] for row in store.rows("statements")} == {"Ilse Rademaker", "Hugo Brandsma"}
