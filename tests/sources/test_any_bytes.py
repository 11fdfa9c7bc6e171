"""Whatever bytes come in: an article whose blocks lie in its text, or a reason; never another exception."""

import gzip
import io
import zipfile
from itertools import pairwise

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debates import tei
from standpunt import sources
from standpunt.errors import UnreadableArticle
from standpunt.model import Article, SetAside
from standpunt.sources import blocks, columns, csv, formats, headers, html, jsonl, nexis, text
from standpunt.sources.limits import Limits

PIECES = st.sampled_from(
    [
        " date 2031-02 ANP", "NOS Nieuws • vandaag, 08:28 ", "DEN HAAG (ANP) - ", "Door Anna Smit",
        "(Belga)", "EPA Een brug", "„We snappen het", "”, zei Smit.", "'Heel vreemd'", "Lees ook: ",
        "14 februari 2031", "De minister wil een brug. ", "© ANP", "#", "- ",
        "\n", "\r\n", "\n\n", "\u2028", "\x85", "\x0c", "\ufeff", " ", "\t", "\u00a0",
        "\u200b", "é", "😀", "e\u0301",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=25).map("".join))


def lie_in_their_text(article: Article) -> None:
    for block in article.blocks:
        content = block.span.of(article.text)
        assert content and len(content.splitlines()) == 1
        assert content == content.strip()
    for one, following in pairwise(article.blocks):
        assert one.span.end <= following.span.start
    covered = {at for block in article.blocks for at in range(*block.span)}
    assert all(at in covered for at, char in enumerate(article.text) if char.isalnum())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_blocks_lie_in_the_text_in_order_and_cover_it(content: str) -> None:
    found = blocks.of(content, headers.Stated())
    covered = {at for block in found for at in range(*block.span)}
    assert all(at in covered for at, char in enumerate(content) if char.isalnum())
    assert all(one.span.end <= following.span.start for one, following in pairwise(found))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(), TEXTS.map(lambda content: content.encode("utf-8", "surrogatepass"))))
def test_a_text_file(content: bytes) -> None:
    try:
        article = text.read(content, "a.txt")
    except UnreadableArticle as fault:
        assert fault.what
        return
    lie_in_their_text(article)
    try:
        assert article.text == content.decode("utf-8") or content[:2] in (b"\xff\xfe", b"\xfe\xff")
    except UnicodeDecodeError:
        assert article.text


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<h2>",
        "<figure><figcaption>",
        "</figcaption></figure>",
        "<br>",
        "<",
        ">",
        "&amp;",
        "&#0;",
        "<!--",
        "<meta ",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(TAGS, PIECES, st.text(max_size=5)), max_size=30).map("".join))
def test_a_page(content: str) -> None:
    try:
        lie_in_their_text(html.read(content.encode("utf-8", "surrogatepass"), "a.html"))
    except UnreadableArticle as fault:
        assert fault.what


@pytest.mark.parametrize("read", [jsonl.read, csv.read])
@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(),
        st.lists(
            st.sampled_from(
                [
                    '{"text": "',
                    "De brug is dicht.",
                    '"}',
                    '"',
                    ",",
                    ";",
                    "\n",
                    "text",
                    "titel",
                    "é",
                    "[",
                    "\\u",
                ]
            )
        ).map(lambda pieces: "".join(pieces).encode()),
    )
)
def test_records(read: object, content: bytes) -> None:
    assert callable(read)
    try:
        items = list(read(io.BytesIO(content), "a", columns.names(), 1000))
    except UnreadableArticle as fault:
        assert fault.what
        return
    for item in items:
        assert isinstance(item, Article | SetAside)
        if isinstance(item, Article):
            lie_in_their_text(item)


@settings(max_examples=100, deadline=None)
@given(st.binary())
def test_standard_input(content: bytes) -> None:
    for item in sources.read(["-"], standard_input=io.BytesIO(content)):
        assert isinstance(item, Article | SetAside)


NEXIS = st.sampled_from(
    [
        "1 of 2 DOCUMENTS", "End of Document", "Body", "BODY:", "Graphic", "Classification", "Length: 5 words",
        "Byline: Anna Smit", "Headline: ", "Load-Date: 1 mei 2031", "LANGUAGE: DUTCH", "14 februari 2031 vrijdag",
        "Copyright 2031", "Job Number: 1", "Highlight: De brug", "de Volkskrant", "De minister wil een brug.", "",
    ]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(NEXIS, st.text(max_size=12)), max_size=25))
def test_a_download_of_nexis(lines: list[str]) -> None:
    for item in nexis.read(lines, "a", "text", 1000):
        assert item.part if isinstance(item, SetAside) else item.provenance.part
        if isinstance(item, Article):
            lie_in_their_text(item)


def judged(ending: str, content: bytes) -> None:
    """Reads a stream as a file that ends so: articles, what was set aside, or one reason for the whole."""
    options = formats.Options(columns.names(), Limits(article=100_000, document=1_000_000))
    try:
        for item in formats.read(io.BytesIO(content), "a", ending, options):
            assert isinstance(item, Article | SetAside)
            if isinstance(item, Article):
                lie_in_their_text(item)
    except UnreadableArticle as fault:
        assert fault.what


def word() -> bytes:
    into = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("De minister wil een brug.")
    document.save(into)
    return into.getvalue()


RTF = (
    rb"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}}\f0 De minister \'e9\'e9n {\field{\*\fldinst{HYPERLINK "
    + rb'"x"}}{y}}\par\u8222?}'
)
FEED = (
    b'<rss version="2.0"><channel><title>NOS Nieuws</title><item><title>De brug</title><guid>1</guid>'
    b"<pubDate>Fri, 14 Feb 2031 10:30:00 +0100</pubDate><description>&lt;p&gt;De brug &amp;amp; de veerpont.&lt;/p&gt;"
    b"</description></item></channel></rss>"
)
NITF = b"""<nitf><head><docdata management-status="usable"><date.issue norm="20310214"/></docdata></head>
<body><body.head><hedline><hl1>De brug</hl1></hedline><byline>Door Anna</byline></body.head>
<body.content><block>Los <p>De <em>brug</em>.</p><hl2>Kop</hl2></block></body.content></body></nitf>"""
NEWSML = (
    b"""<newsMessage><itemSet><newsItem guid="1" version="2"><itemMeta><itemClass qcode="ninat:text"/>
<versionCreated>2031-02-14</versionCreated></itemMeta><contentMeta><headline>De brug</headline></contentMeta>
<contentSet><inlineXML>%b</inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
    % NITF
)
NINJS = b"""{"uri": "x:1", "versionCreated": "2031-02-14", "headlines": [{"role": "main", "value": "De brug"}],
"associations": [{"uri": "x:2", "body_text": "De brug."}],
"bodies": [{"contentType": "text/html", "value": "<p>De brug.</p>"}]}"""
PAGE = b"<html><body><article><p>De minister wil een nieuwe brug over de Linge, zei ze.</p></article></body></html>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kade.example/\r\nWARC-Date: 2031-02-20T23:30:00Z\r\n"
    b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(HTTP), HTTP)
) * 2
PDF = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >> endobj
4 0 obj << /Length 47 >> stream
BT /F1 12 Tf (De minister wil een brug.) Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R /Size 6 >>
"""


def zipped(name: str, content: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return into.getvalue()


WHOLE = {
    ".docx": word(), ".rtf": RTF, ".rss": FEED, ".nitf": NITF, ".newsml": NEWSML, ".json": NINJS, ".pdf": PDF,
    ".warc": WARC, ".warc.gz": gzip.compress(WARC), ".zip": zipped("a.txt", b"De minister wil een brug."),
    ".wacz": zipped("archive/a.warc", WARC), ".tei": tei().encode(),
}  # fmt: skip


@pytest.mark.parametrize("ending", WHOLE)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_file_with_some_bytes_changed_or_its_end_cut_off(ending: str, data: st.DataObject) -> None:
    content = bytearray(WHOLE[ending])
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    judged(ending, bytes(content[: data.draw(st.integers(0, len(content)))]))


@pytest.mark.parametrize("ending", sorted(formats.ENDINGS))
@settings(max_examples=30, deadline=None)
@given(st.binary())
def test_any_bytes_under_any_name(ending: str, content: bytes) -> None:
    judged(ending, content)
