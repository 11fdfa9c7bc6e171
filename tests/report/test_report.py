"""The page as a whole: all that the dossier holds, the texts exactly, nothing that could run or load."""

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from fictional import HOSTILE, dossier, plain
from standpunt.model import Dossier
from standpunt.report import render, write

PAGE = render(dossier())


class Outline(HTMLParser):
    """The page's ids, links, and the text of each article's blocks (elements of class `text`)."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: dict[str, list[str]] = {}
        self.article = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes |= given.keys()
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if tag == "article":
            self.article = given["id"] or ""
            self.texts[self.article] = []
        if "text" in (given.get("class") or "").split():
            self.inside = tag
            self.texts[self.article].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[self.article][-1] += data


def outline(page: str) -> Outline:
    parsed = Outline()
    parsed.feed(page)
    return parsed


def test_each_article_stands_there_word_for_word() -> None:
    texts = list(outline(PAGE).texts.values())
    expected = [
        [line for line in dated.article.text.splitlines() if line.strip()] for dated in dossier().articles
    ]
    assert texts == expected


def test_every_link_inside_the_page_leads_somewhere_and_no_anchor_is_there_twice() -> None:
    page = outline(PAGE)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_every_statement_stands_in_its_article_and_under_its_speaker() -> None:
    ids = outline(PAGE).ids
    said = sum(len(dated.reading.statements) for dated in dossier().articles)
    for kind in ("s", "u"):
        assert sum(bool(re.fullmatch(rf"{kind}-\w+-\d+", one)) for one in ids) == said


def test_a_text_that_looks_like_markup_stays_text() -> None:
    page = outline(PAGE)
    assert page.tags.count("script") == 1
    assert page.tags.count("style") == 1
    assert "img" not in page.tags
    assert HOSTILE in page.texts["a-00c3d1e"][0]


def test_only_an_address_of_the_web_becomes_a_link() -> None:
    outside = [link for link in outline(PAGE).links if not link.startswith("#")]
    assert outside == ["https://kustbode.example/zeepoort"]


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_allows_this_style_and_this_script_and_nothing_else(tag: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', PAGE)
    content = re.search(rf"<{tag}>(.*?)</{tag}>", PAGE, re.S)
    assert policy and content
    digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
    rules = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in rules
    assert f"{tag}-src 'sha256-{digest}'" in rules
    assert not [name for name in outline(PAGE).attributes if name == "style" or name.startswith("on")]


def test_what_was_set_aside_says_why() -> None:
    assert "dit is geen tekst" in PAGE
    assert "kust/archief.jsonl, regel 12" in PAGE


def test_the_opening_says_what_it_holds() -> None:
    words = " ".join(re.sub(r"<[^>]+>", "", PAGE.split('class="lede">')[1].split("</p>")[0]).split())
    assert words == (
        "In drie artikelen van februari 2031 tot en met 14 maart 2031 doen drie sprekers samen 14 "
        "uitspraken. Over drie kwesties zijn er zes standpunten. "
        "Van één artikel is de datum onbekend. Er zijn twee stukken terzijde gelegd."
    )


def test_without_a_codebook_nothing_is_told_of_issues() -> None:
    page = render(plain())
    assert "kwestie" not in page.split("<body>")[1].lower()


def test_an_empty_dossier_has_a_page_too() -> None:
    page = render(Dossier())
    assert "Dit dossier heeft geen artikelen." in page
    assert "geen uitspraak gevonden" in page


def test_a_statement_outside_every_block_and_a_speaker_that_is_no_actor_are_shown_all_the_same() -> None:
    made = plain()
    bare = tuple(
        dataclasses.replace(dated, article=dataclasses.replace(dated.article, blocks=()), actors=())
        for dated in made.articles
    )
    page = outline(render(dataclasses.replace(made, articles=bare, actors=())))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_same_dossier_gives_the_same_page_and_it_is_written_whole(tmp_path: Path) -> None:
    place = tmp_path / "dossier.html"
    write(dossier(), place, title="De Zeepoort")
    assert place.read_text(encoding="utf-8") == render(dossier(), title="De Zeepoort")
    assert "<h1>De Zeepoort</h1>" in place.read_text(encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["dossier.html"]
