"""Debates in ParlaMint: who says which words, from the report and the lists of people beside it."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debates import BODIES, CHAIR, DEBATE, MEMBER, PEOPLE, TEI, corpus, tei
from sourced import read, told
from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Role, Speaker
from standpunt.sources import Limits, parlamint


def spoken(article: Article) -> list[tuple[str, str]]:
    """The speakers with their words, in the order of the text."""
    return [
        (block.speaker.name, block.span.of(article.text))
        for block in article.blocks
        if block.speaker is not None
    ]


def speakers(article: Article) -> list[Speaker]:
    return list(dict.fromkeys(block.speaker for block in article.blocks if block.speaker is not None))


def test_a_debate_with_the_people_of_its_corpus(tmp_path: Path) -> None:
    (article,), aside = told(corpus(tmp_path).parent)
    assert not aside
    assert (article.title, article.outlet, str(article.published), article.provenance.format) == (
        "Tunnel naar Schorrenoog", "Tweede Kamer der Staten-Generaal", "2031-02-20", "parlamint",
    )  # fmt: skip
    assert article.text.splitlines() == [
        "Tunnel naar Schorrenoog",
        "De voorzitter",
        "Ik geef het woord aan de heer Van Wieringa.",
        "De heer Van Wieringa (LA)",
        "Wij willen een tunnel naar Schorrenoog, maar alleen als de eilanders gratis mogen rijden. Volgens de "
        "Rekenkamer wordt de tunnel te duur.",
        "De minister heeft in november gezegd dat tol onbespreekbaar was.",
        "Minister Brandsma",
        "Wij steunen de tunnel. Mevrouw Rademaker zegt dat het eiland een referendum wil. Hij komt er in 2033.",
    ]
    roles = [
        Role.HEADLINE,
        Role.HEADING,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
    ]
    assert [block.role for block in article.blocks] == roles
    lines = {each.name: each.named.of(article.text) for each in speakers(article)}
    assert [(each.name, lines[each.name], each.role, each.party, each.gender) for each in speakers(article)] == [
        ("Ilse Rademaker", "De voorzitter", "voorzitter", "Progressief Verbond", "v"),
        ("Teun van Wieringa", "De heer Van Wieringa (LA)", "", "LA", "m"),
        ("Hugo Brandsma", "Minister Brandsma", "minister van Infrastructuur", "", "m"),
    ]  # fmt: skip


def test_without_lists_the_report_says_who_it_is(tmp_path: Path) -> None:
    again = (CHAIR[0], "", "<seg>Dank u wel.</seg>")
    (article,), _ = read(tmp_path, "debat.tei", tei([*DEBATE, again]))
    assert [(each.name, each.role, each.party, each.gender) for each in speakers(article)] == [
        ("IlseRademaker", "voorzitter", "", ""),
        ("Van Wieringa", "", "LA", "m"),
        ("Brandsma", "minister", "", ""),
        ("IlseRademaker", "voorzitter", "", ""),
    ]
    assert article.text.splitlines()[-2:] == ["De voorzitter", "Dank u wel."]


def test_the_head_of_an_older_corpus_holds_its_people(tmp_path: Path) -> None:
    inside = f"<teiCorpus {TEI}><teiHeader><particDesc>{PEOPLE}{BODIES}</particDesc></teiHeader></teiCorpus>"
    (tmp_path / "ParlaMint-NL.xml").write_text(inside, encoding="utf-8")
    (article,), _ = read(tmp_path, "debat.xml", tei())
    assert [each.party for each in speakers(article)] == ["Progressief Verbond", "LA", ""]


def test_in_an_archive_the_lists_lie_beside_it_too(tmp_path: Path) -> None:
    corpus(tmp_path / "pm")
    with zipfile.ZipFile(tmp_path / "pm.zip", "w") as archive:
        for path in sorted((tmp_path / "pm").rglob("*.xml")):
            archive.write(path, path.relative_to(tmp_path))
    (article,), aside = told(tmp_path / "pm.zip")
    assert speakers(article)[1].name == "Teun van Wieringa"
    assert [each.part for each in aside] == ["pm/ParlaMint-NL-listOrg.xml", "pm/ParlaMint-NL-listPerson.xml"]
    assert {each.hint for each in aside} == {"nothing to do: it is read with the debates beside it"}


def test_words_with_their_analysis_are_the_same_words(tmp_path: Path) -> None:
    analysed = (
        '<seg><s><name type="PER"><w lemma="volgens">Volgens</w></name><w join="right">Anna</w><pc>,</pc>'
        '<pc join="right">(</pc><w join="right">zij</w><pc>)</pc><note><w>Geroffel</w></note>'
        '<linkGrp><link ana="ud-syn:root" target="#a #b"/></linkGrp></s>'
        '<s><w join="right">Ja<w norm="ja"/></w><pc>.</pc></s></seg>'
    )
    (article,), _ = read(tmp_path, "debat.ana.xml", tei([(*MEMBER[:2], analysed)]))
    assert [words for _, words in spoken(article)] == ["Volgens Anna, (zij) Ja."]


@pytest.mark.parametrize(
    ("turns", "language", "reason"),
    [
        (DEBATE, "en", "language: en, not nl"),
        ([], "nl", "holds no speech in Dutch"),
        ([("X", "X", '<seg xml:lang="fr">Je vous remercie.</seg>')], "nl", "holds no speech in Dutch"),
        ([("X", "X", "<note>Geroffel</note><seg> </seg>")], "nl", "holds no speech in Dutch"),
    ],
)
def test_what_holds_no_dutch_is_set_aside(
    tmp_path: Path, turns: list[tuple[str, str, str]], language: str, reason: str
) -> None:
    articles, (aside,) = read(tmp_path, "debat.xml", tei(turns, language=language))
    assert not articles and aside.reason == reason


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="()"), max_size=30
).map(lambda words: " ".join(f"{words} a".split()))


@settings(max_examples=50, deadline=None)
@given(turns=st.lists(st.tuples(WORDS, st.lists(WORDS, min_size=1, max_size=3)), min_size=1, max_size=4))
def test_everybody_keeps_his_words(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[str, list[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("debat")
    dutch = "De minister zegt dat de brug er komt."  # else the language of the rest is guessed
    written = [
        ("x", line, "".join(f"<seg>{escape(words)} {dutch}</seg>" for words in paragraphs))
        for line, paragraphs in turns
    ]
    (article,), aside = read(folder, "debat.xml", tei(written))
    assert not aside
    said = [
        (parlamint.label(line).name, f"{words} {dutch}") for line, paragraphs in turns for words in paragraphs
    ]
    assert spoken(article) == [(name or "x", words) for name, words in said]
    lines = [each.named.of(article.text) for each in speakers(article)]
    assert lines == [line for line, _ in turns]


# ------------------------------------------------------------------------------------------- hostile, broken


def test_entities_are_refused_wherever_they_are_declared(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    _, (aside,) = read(tmp_path, "bom.xml", tei().replace("?>\n", f"?>{bomb}\n", 1))
    assert aside.reason == "declares entities of its own"
    far = tei().replace("?>\n", f"?><!--{' ' * 100_000}-->{bomb}\n", 1)
    with pytest.raises(UnreadableArticle, match="declares entities"):
        parlamint.read(io.BytesIO(far.encode()), b"", "ver.xml", Limits(), lambda name: None)


@settings(max_examples=40, deadline=None)
@given(share=st.floats(0.3, 0.999))
def test_a_file_that_breaks_off_is_one_clear_line(
    tmp_path_factory: pytest.TempPathFactory, share: float
) -> None:
    content = tei().encode()
    articles, (aside,) = read(
        tmp_path_factory.mktemp("debat"), "debat.xml", content[: int(len(content) * share)]
    )
    assert not articles
    assert aside.reason.startswith("is broken XML") and "\n" not in aside.reason


def test_a_list_that_is_broken_is_told_with_the_debate(tmp_path: Path) -> None:
    (tmp_path / "ParlaMint-NL-listPerson.xml").write_text(PEOPLE[:500], encoding="utf-8")
    _, (aside,) = read(tmp_path, "debat.xml", tei())
    assert aside.reason.startswith("is broken XML")


@pytest.mark.parametrize("id", ["../../etc/passwd", "/etc/passwd", "a/../../b_c", ""])
def test_an_id_leads_nowhere(tmp_path: Path, id: str) -> None:
    asked: list[str] = []
    parlamint.read(io.BytesIO(tei(id=id).encode()), b"", "debat.xml", Limits(), asked.append)
    assert all("/" not in name.removeprefix("../") for name in asked)


def test_what_is_too_long_is_set_aside_before_it_is_held(tmp_path: Path) -> None:
    long = [(*MEMBER[:2], f"<seg>{'De brug is dicht. ' * 20_000}</seg>")]
    _, (aside,) = read(tmp_path, "debat.xml", tei(long), limits=Limits(document=100_000))
    assert aside.reason == "has a piece of more than 100,000 bytes"
    _, (aside,) = read(tmp_path, "debat.xml", tei(DEBATE), limits=Limits(article=200))
    assert aside.reason == "is longer than 200 characters"


@pytest.mark.parametrize(
    ("group", "key"), [(group, key) for group, entries in parlamint.lists().items() for key in entries]
)
def test_the_words_of_a_report(group: str, key: str) -> None:
    entry = parlamint.lists()[group][key]
    found = parlamint.label(entry.example)
    assert entry.example.startswith(key)
    match group:
        case "address":
            assert found.name and found.gender == entry.gender and found.party
        case "office":
            assert found.name and found.role == key.lower()
            assert parlamint.label(entry.counterexample).role != key.lower()
        case _:
            assert (found.name, found.role) == ("", entry.role)
            assert parlamint.label(entry.counterexample).name
