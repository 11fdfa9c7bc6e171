"""A saved page: what trafilatura finds, with headings and captions known by the page's markup."""

import pytest

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Role
from standpunt.sources import html

LEAD = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad in Den Haag."
BODY = (
    'De oppositie vindt het plan te duur. "Dit geld is er niet", zegt Kamerlid Bos, al jaren tegen de brug.'
)
MORE = "Ook de provincie twijfelt: zij wil liever een veerpont, die bijna niets kost en elke dag kan varen."

HEAD = """
<meta charset="utf-8"><title>Minister wil brug | De Kade</title>
<meta property="og:site_name" content="De Kade"><meta name="author" content="Anna Smit">
<meta property="article:modified_time" content="2031-02-15T10:11:00+01:00">
<link rel="canonical" href="https://kade.example/brug">
"""
BYE = "<footer>© De Kade</footer>"


def page(head: str = HEAD, *, caption: str = "De minister bij de oude brug, vorige week") -> str:
    return f"""<!doctype html><html lang="nl"><head>{head}</head><body><nav>Home</nav><article>
    <h1>Minister wil brug over de Linge</h1><p><b>{LEAD}</b></p>
    <figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>
    <p>{BODY}</p><h2>Te duur</h2><p>{MORE}</p>
    <p>Lees ook: <a href="x">Brug al jaren omstreden</a></p></article>{BYE}</body></html>"""


def read(markup: str) -> Article:
    return html.read(markup.encode(), "brug.html")


def test_text_and_what_the_page_says_of_itself() -> None:
    found = read(page())
    assert (found.title, found.outlet, found.author) == (
        "Minister wil brug over de Linge",
        "De Kade",
        "Anna Smit",
    )
    assert (found.url, found.revised) == ("https://kade.example/brug", "2031-02-15T10:11:00+01:00")
    assert found.provenance.format == "html"
    assert [(block.role, block.span.of(found.text)) for block in found.blocks] == [
        (Role.HEADLINE, "Minister wil brug over de Linge"),
        (Role.LEAD, LEAD),
        (Role.CAPTION, "De minister bij de oude brug, vorige week"),
        (Role.BODY, BODY),
        (Role.HEADING, "Te duur"),
        (Role.BODY, MORE),
        (Role.BOILERPLATE, "Lees ook: Brug al jaren omstreden"),
    ]


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        ('<meta property="article:published_time" content="2031-02-14T10:11:00+01:00">', "2031-02-14"),
        ('<meta property="article:published_time" content="2031-02-14T23:30:00Z">', "2031-02-15"),
        ('<meta name="date" content="2031-02">', "2031-02"),
        ('<meta itemprop="datePublished" content="14 februari 2031">', "2031-02-14"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2031-02-14"}]}</script>',
            "2031-02-14",
        ),
        ('<script type="application/ld+json">{stuk</script>', "onbekend"),
        ("", "onbekend"),
    ],
)
def test_the_date_keeps_its_precision(head: str, moment: str) -> None:
    assert str(read(page(head)).published) == moment


def test_a_title_that_is_not_in_the_text_goes_before_it() -> None:
    found = read(
        f"<html><head><title>Minister wil brug</title></head><body><p>{LEAD}</p><p>{BODY}</p></body></html>"
    )
    assert found.text.splitlines() == ["Minister wil brug", LEAD, BODY]
    assert found.blocks[0].role is Role.HEADLINE


def test_a_page_in_its_own_encoding() -> None:
    markup = page(HEAD.replace("utf-8", "windows-1252")).replace("oppositie", "oppositie („Financiën”)")
    assert "„Financiën”" in html.read(markup.encode("cp1252"), "brug.html").text


def test_nothing_is_fetched_and_no_entity_expanded() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "brug"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    )
    found = read(bomb + page().removeprefix("<!doctype html>").replace("oppositie", "oppositie &b;&x;"))
    assert "brugbrug" not in found.text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><nav><a>Home</a><a>Nieuws</a></nav></body></html>",
        "<html></html>",
        "geen html",
        "<" * 5000,
        "<div>" * 5000,
        "<!-- " + LEAD,
    ],
)
def test_a_page_without_an_article(markup: str) -> None:
    with pytest.raises(UnreadableArticle) as error:
        read(markup)
    assert error.value.hint


def test_our_own_report_is_no_article() -> None:
    with pytest.raises(UnreadableArticle, match="report"):
        read(page('<meta name="generator" content="Standpunt 0.1">'))


def test_the_same_page_gives_the_same_article() -> None:
    assert read(page()) == read(page())
