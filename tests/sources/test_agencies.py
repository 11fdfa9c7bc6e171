"""What agencies send: ninjs of three generations, NewsML-G2 and NITF, as the same article."""

import json
from pathlib import Path
from typing import Any

import pytest

from sourced import read
from standpunt.model import Role

TITLE = "Minister wil brug over de Linge"
LEAD = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad in Den Haag."
BODY = (
    "De oppositie vindt het plan te duur. „Dit geld is er niet”, zegt Kamerlid Bos, al jaren tegen de brug."
)
CAPTION = "De oude brug, vorige week"
MARKUP = f"<p>{LEAD}</p><h2>Te duur</h2><p>{BODY}</p>"

NINJS_1 = {
    "uri": "https://kade.example/items/1", "type": "text", "version": "1",
    "versioncreated": "2031-02-14T10:30:00+01:00", "language": "nl", "headline": TITLE, "byline": "Door Anna Smit",
    "copyrightholder": "ANP", "body_xhtml": MARKUP,
    "body_text": f"{LEAD} {BODY}",
    "associations": {"foto": {"type": "picture", "uri": "x:1", "description_text": CAPTION}},
}  # fmt: skip
NINJS_2 = {
    "uri": "https://kade.example/items/1", "standard": {"name": "ninjs", "version": "2.0"}, "language": "nl",
    "firstcreated": "2031-02-14T10:30:00+01:00", "versioncreated": "2031-02-15T08:00:00+01:00", "version": "3",
    "headlines": [{"role": "short", "value": "Brug"}, {"role": "main", "value": TITLE}], "by": "Anna Smit",
    "infosources": [{"name": "ANP"}],
    "bodies": [{"role": "text", "contenttype": "text/plain", "value": LEAD},
               {"role": "html", "contenttype": "text/html", "value": MARKUP}],
    "associations": [{"name": "foto", "type": "picture", "descriptions": [{"role": "text", "value": CAPTION}]}],
}  # fmt: skip
NINJS_3 = {
    "uri": "https://kade.example/items/1", "versionCreated": "2031-02-14T10:30:00+01:00", "by": "Anna Smit",
    "copyrightHolder": "ANP", "headlines": [{"role": "main", "value": TITLE}], "language": "nl-NL",
    "bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": MARKUP}],
    "associations": [{"descriptions": [{"value": CAPTION}]}],
}  # fmt: skip
NITF = f"""<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="nl"><head><title>Brug</title><docdata>
<date.issue norm="20310214T103000+0100"/></docdata><pubdata name="De Kade" ex-ref="https://kade.example/items/1"/></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>Door Anna Smit <byttl>verslaggever</byttl></byline>
<distributor>ANP</distributor><abstract><p>Kort gezegd.</p></abstract></body.head><body.content><block><p>{LEAD}</p>
<hl2>Te duur</hl2><p>{BODY}</p></block><media media-type="image"><media-reference source="x.jpg"/>
<media-caption>{CAPTION}</media-caption><media-producer>Bas Vos</media-producer></media></body.content></body></nitf>"""


def newsml(
    content: str, *, kind: str = "inlineXML", item: str = "", meta: str = "", text: str = "text"
) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:kade:1" version="1" {item}>
<itemMeta><itemClass qcode="ninat:{text}"/><provider qcode="nprov:ANP"/>
<versionCreated>2031-02-14T10:30:00+01:00</versionCreated>{meta}</itemMeta>
<contentMeta><by>Anna Smit</by><language tag="nl"/><headline>{TITLE}</headline></contentMeta>
<contentSet><{kind}>{content}</{kind}></contentSet></newsItem>"""


XHTML = (
    f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{MARKUP}</body></html>'
)
IDF = f'<idf xmlns="http://kade.example/idf"><group><element>{LEAD}</element><element>{BODY}</element></group></idf>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("een.json", json.dumps(NINJS_1)), ("twee.json", json.dumps(NINJS_2)), ("drie.json", json.dumps(NINJS_3)),
        ("regels.jsonl", json.dumps(NINJS_2)), ("los", json.dumps(NINJS_3, indent=1)), ("artikel.xml", NITF),
        ("artikel.nitf", NITF),
        ("bericht.xml", f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>"
                        f"{newsml(NITF)}{newsml('', text='picture')}</itemSet></newsMessage>"),
    ],
)  # fmt: skip
def test_an_article_of_an_agency(tmp_path: Path, name: str, content: str) -> None:
    (found,), aside = read(tmp_path, name, content)
    assert not aside
    assert (found.title, found.agency, found.author, str(found.published)) == (
        TITLE, "ANP", "Anna Smit", "2031-02-14",
    )  # fmt: skip
    assert [(block.role, block.span.of(found.text)) for block in found.blocks] == [
        (Role.HEADLINE, TITLE),
        (Role.LEAD, LEAD),
        (Role.HEADING, "Te duur"),
        (Role.BODY, BODY),
        (Role.CAPTION, CAPTION),
    ]


def test_what_only_one_of_them_tells(tmp_path: Path) -> None:
    (two,), _ = read(tmp_path, "twee.json", json.dumps(NINJS_2))
    assert (two.revised, two.url) == ("2031-02-15T08:00:00+01:00", "https://kade.example/items/1")
    assert (two.provenance.format, two.provenance.part) == ("ninjs", "https://kade.example/items/1")
    (nitf,), _ = read(tmp_path, "artikel.xml", NITF)
    assert (nitf.outlet, nitf.url) == ("De Kade", "https://kade.example/items/1")


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (newsml(XHTML), [TITLE, LEAD, "Te duur", BODY]),
        (newsml(IDF), [TITLE, LEAD, BODY]),
        (newsml(f"{LEAD}\n{BODY}", kind="inlineData"), [TITLE, LEAD, BODY]),
        (newsml(MARKUP.replace("<", "&lt;"), kind="inlineData"), [TITLE, LEAD, "Te duur", BODY]),
    ],
)
def test_newsml_holds_its_text_in_any_way(tmp_path: Path, content: str, lines: list[str]) -> None:
    (found,), _ = read(tmp_path, "artikel.xml", content)
    assert found.text.splitlines() == lines
    assert (found.provenance.format, found.provenance.part) == ("newsml", "urn:kade:1")


def test_a_package_gives_the_items_that_it_holds(tmp_path: Path) -> None:
    other = {**NINJS_1, "uri": "https://kade.example/items/2", "headline": "Veerpont"}
    package = {"uri": "x:p", "type": "composite", "associations": {"a": NINJS_1, "b": other}}
    articles, _ = read(tmp_path, "pakket.json", json.dumps(package))
    assert [each.title for each in articles] == [TITLE, "Veerpont"]


def test_a_later_version_alone_is_only_a_bound(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path, "een.json", json.dumps({**NINJS_1, "version": "4"}))
    assert (str(found.published), found.revised) == ("../2031-02-14", "2031-02-14T10:30:00+01:00")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", json.dumps({**NINJS_1, "pubstatus": "canceled"}), "was withdrawn by its agency"),
        ("a.xml", newsml(NITF, meta='<pubStatus qcode="stat:withheld"/>'), "was withdrawn by its agency"),
        (
            "a.xml",
            NITF.replace("<docdata>", '<docdata management-status="canceled">'),
            "was withdrawn by its agency",
        ),
        ("a.xml", newsml("", text="picture"), "holds pictures or the like only"),
        (
            "a.xml",
            "<packageItem><groupSet/></packageItem>",
            "holds no items, but refers to those of other files",
        ),
        ("a.xml", newsml("<p>x</p>").replace("</newsItem>", ""), "is broken XML"),
        ("a.xml", '<!DOCTYPE nitf [<!ENTITY a "x">]>' + NITF, "declares entities of its own"),
        ("a.xml", "<nitf>" + "<p>" * 100_000, "is broken XML"),
        (
            "a.xml",
            f"<nitf><body><body.content><p>{'brug ' * 3_000_000}</p></body.content></body></nitf>",
            "is",
        ),
        ("a.json", "[1, 2", "is not JSON"),
        ("a.json", "[" * 100_000, "is not JSON"),
        ("a.json", "3", "is no JSON object"),
        ("a.json", json.dumps({**NINJS_1, "language": "en"}), "language: en, not nl"),
    ],
)
def test_what_is_no_article_is_set_aside(tmp_path: Path, name: str, content: str, reason: str) -> None:
    articles, (aside,) = read(tmp_path, name, content)
    assert not articles
    assert aside.reason.startswith(reason) and aside.hint


RECORD = {"title": TITLE, "text": LEAD, "date": "2031-02-14"}


@pytest.mark.parametrize(
    "whole", [RECORD, [RECORD, {**RECORD, "text": BODY}], {"total": 1, "results": [RECORD]}]
)
def test_json_with_named_columns_in_one_file(tmp_path: Path, whole: Any) -> None:
    articles, aside = read(tmp_path, "a.json", json.dumps(whole, indent=2))
    assert not aside
    assert articles[0].text == LEAD
    assert articles[0].provenance.part == ("" if whole is RECORD else "nummer 1")
