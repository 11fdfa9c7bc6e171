"""Feeds from disk; from their address, with the pages that they point to, on a server of the test's own."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sourced import told as read
from standpunt import sources
from standpunt.errors import SourceError, UnreadableArticle
from standpunt.sources import fetching

LEAD = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad in Den Haag."
BODY = (
    "De oppositie vindt het plan te duur. „Dit geld is er niet”, zegt Kamerlid Bos, al jaren tegen de brug."
)

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>NOS Nieuws - Politiek</title><language>nl</language><link>https://kade.example</link>
<item><title>Minister wil brug &amp;amp; weg</title><link>https://kade.example/brug</link>
  <guid isPermaLink="false">kade-1</guid><pubDate>Fri, 14 Feb 2031 23:30:00 +0000</pubDate>
  <dc:creator>Anna Smit</dc:creator><description>De minister wil een brug.</description>
  <content:encoded><![CDATA[<p>{LEAD}</p><p>{BODY}</p><script>alles()</script>]]></content:encoded></item>
<item><title>Kort</title><link>https://kade.example/kort</link><description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"><title>De Kade</title><id>urn:kade</id>
<entry><title type="html">Minister wil &lt;b&gt;brug&lt;/b&gt;</title><id>urn:kade:1</id>
  <link rel="alternate" href="https://kade.example/brug"/><author><name>Anna Smit</name></author>
  <published>2031-02-14T10:30:00+01:00</published><updated>2031-02-15T08:00:00+01:00</updated>
  <content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry>
<entry><title>Later</title><id>urn:kade:2</id><updated>2031-02-16T08:00:00+01:00</updated>
  <summary>{BODY}</summary></entry></feed>"""

PAGE = f"""<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Minister wil brug</title>
<meta property="article:published_time" content="2031-02-14"></head>
<body><article><h1>Minister wil brug</h1><p>{LEAD}</p><p>{BODY}</p></article></body></html>"""


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / name


def test_items_of_rss(tmp_path: Path) -> None:
    (one, two), aside = read(saved(tmp_path, "feed.rss", RSS))
    assert not aside
    assert one.text.splitlines() == ["Minister wil brug & weg", LEAD, BODY]
    assert (one.title, one.outlet, one.author, one.url) == (
        "Minister wil brug & weg", "NOS", "Anna Smit", "https://kade.example/brug",
    )  # fmt: skip
    assert str(one.published) == "2031-02-15"  # half past twelve, in the Low Countries
    assert (one.provenance.format, one.provenance.part) == ("feed", "kade-1")
    assert (two.text.splitlines(), str(two.published)) == (["Kort", BODY], "onbekend")
    assert two.provenance.part == "https://kade.example/kort"


def test_entries_of_atom(tmp_path: Path) -> None:
    (one, two), aside = read(
        saved(tmp_path, "feed.xml", ATOM.replace('encoding="utf-8"', 'encoding="utf-16"').encode("utf-16"))
    )
    assert not aside
    assert (one.title, one.text, one.author) == (
        "Minister wil brug",
        f"Minister wil brug\n{LEAD}",
        "Anna Smit",
    )
    assert (str(one.published), one.revised) == ("2031-02-14", "2031-02-15T08:00:00+01:00")
    assert str(two.published) == "../2031-02-16"  # changed last on that day, so not later


def test_an_item_stays_itself_when_others_come_before_it(tmp_path: Path) -> None:
    first, second = RSS.index("<item>"), RSS.index("<item>", RSS.index("<item>") + 1)
    one, _ = read(saved(tmp_path, "feed.rss", RSS))
    shorter, _ = read(saved(tmp_path, "feed.rss", RSS[:first] + RSS[second:]))
    assert shorter[0].id == one[1].id


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "brug">]>' + RSS.partition("?>")[2], "declares entities of its own"),
        ("<rss><channel><title>Leeg</title></channel></rss>", "this feed holds no items"),
        ("<boek><titel>Brug</titel></boek>", "is XML of a kind that is not read (<boek>)"),
        ("De minister wil een brug.", "is no XML"),
    ],
)
def test_what_is_no_feed_is_set_aside(tmp_path: Path, content: str, reason: str) -> None:
    _, (aside,) = read(saved(tmp_path, "feed.xml", content))
    assert (aside.reason, bool(aside.hint)) == (reason, True)


def test_a_feed_that_breaks_off_gives_its_whole_items(tmp_path: Path) -> None:
    articles, _ = read(saved(tmp_path, "feed.rss", RSS[: RSS.index("</channel>")]))
    assert [each.provenance.part for each in articles] == ["kade-1", "https://kade.example/kort"]


# --------------------------------------------------------------------------------------- from an address


class Server(http.server.BaseHTTPRequestHandler):
    """Gives what stands in `pages`, by path: a status, headers and a body."""

    pages: dict[str, tuple[int, dict[str, str], bytes]] = {}  # noqa: RUF012
    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, headers, body = self.pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Server.pages, Server.asked = {}, []
    thread = threading.Thread(target=served.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()
    thread.join()


def pages() -> fetching.Pages:
    return fetching.Pages(sources.Limits(article=20_000, document=20_000), seconds_apart=0.0)


def test_nothing_is_fetched_that_was_not_asked_for(tmp_path: Path, server: str) -> None:
    read(saved(tmp_path, "feed.rss", RSS.replace("https://kade.example", server)))
    with pytest.raises(SourceError, match="only where that is asked"):
        sources.read([f"{server}/feed.rss"])
    assert Server.asked == []


def test_a_feed_from_its_address_with_its_pages(server: str) -> None:
    Server.pages = {
        "/feed": (302, {"Location": "/feed.rss"}, b""),
        "/feed.rss": (200, {}, RSS.replace("https://kade.example", server).encode()),
        "/brug": (200, {"Content-Type": "text/html; charset=windows-1252"},
                  PAGE.replace('<meta charset="utf-8">', "").encode("cp1252")),
    }  # fmt: skip
    (one, two), (aside,) = read(f"{server}/feed", pages=pages())
    assert one.text.splitlines() == ["Minister wil brug", LEAD, BODY]
    assert (str(one.published), one.outlet, one.author) == ("2031-02-14", "NOS", "Anna Smit")
    assert (one.provenance.source, one.provenance.part) == (f"{server}/feed", "kade-1")
    assert two.text.splitlines() == ["Kort", BODY]
    assert (aside.part, aside.reason) == (f"{server}/kort", "its page: the server answers 404")


def test_a_page_from_its_address(server: str) -> None:
    Server.pages = {"/brug": (200, {}, PAGE.encode())}
    (one,), _ = read(f"{server}/brug", pages=pages())
    assert (one.title, one.provenance.source) == ("Minister wil brug", f"{server}/brug")


def test_a_feed_must_not_look_around_in_a_network(tmp_path: Path, server: str) -> None:
    Server.pages = {"/brug": (200, {}, PAGE.encode())}
    feed = saved(tmp_path, "feed.rss", RSS.replace("https://kade.example", server))
    articles, aside = read(feed, pages=pages())
    assert [each.reason for each in aside] == ["its page: lies in a private network"] * 2
    assert len(articles) == 2
    assert Server.asked == []


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"/robots.txt": (200, {}, b"User-agent: *\nDisallow: /"), "/x": (200, {}, b"x")}, "may not be fetched"),
        ({"/x": (200, {}, b"x" * 30_000)}, "is longer than 20,000 bytes"),
        ({"/x": (302, {"Location": "/x"}, b"")}, "is moved more than 5 times"),
        ({"/x": (302, {"Location": "file:///etc/passwd"}, b"")}, "is no address on the web"),
        ({"/x": (200, {"Content-Encoding": "gzip"}, b"geen gzip")}, "cannot be fetched"),
        ({"/x": (200, {"Content-Length": "100"}, b"kort")}, "cannot be fetched"),
        ({}, "the server answers 404"),
    ],
)  # fmt: skip
def test_what_cannot_be_fetched(server: str, answers: dict[str, Any], reason: str) -> None:
    Server.pages = answers
    _, (aside,) = read(f"{server}/x", pages=pages())
    assert aside.reason.startswith(reason)
    assert aside.hint


def test_a_server_is_left_in_peace_between_two_requests(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("standpunt.sources.fetching.time.sleep", waits.append)
    polite = fetching.Pages(sources.Limits())
    with pytest.raises(UnreadableArticle):
        polite.get(f"{server}/x")
    assert Server.asked == ["/robots.txt", "/x"]
    assert waits[0] == 0.0 and 0.0 < waits[1] <= 1.0
