"""Files of every format, whole, and what a reader may make of any bytes."""

import gzip
import io
import zipfile
from itertools import pairwise

import docx
import msgspec

from debates import tei
from standpunt.errors import UnreadableArticle
from standpunt.model import Article, SetAside
from standpunt.sources import columns, formats
from standpunt.sources.limits import Limits


def lie_in_their_text(article: Article) -> None:
    for block in article.blocks:
        content = block.span.of(article.text)
        assert content and len(content.splitlines()) == 1
        assert content == content.strip()
    for one, following in pairwise(article.blocks):
        assert one.span.end <= following.span.start
    covered = {at for block in article.blocks for at in range(*block.span)}
    assert all(at in covered for at, char in enumerate(article.text) if char.isalnum())


def judged(ending: str, content: bytes) -> None:
    """Reads a stream as a file that ends so: articles, what was set aside, or one reason for the whole."""
    options = formats.Options(columns.names(), Limits(article=100_000, document=1_000_000))
    try:
        for item in formats.read(io.BytesIO(content), "a", ending, options):
            assert isinstance(item, Article | SetAside)
            msgspec.json.encode(item)  # nothing that a dossier could not keep
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
