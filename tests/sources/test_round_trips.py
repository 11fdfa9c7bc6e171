"""What is written in a format is what is read: whatever an article's title and paragraphs hold, they come back whole,
with the outlet, author, day and address as far as the format has them. Debates: test_parlamint.py, PDF: test_pdf.py."""

import csv
import datetime
import html
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import docx
import duckdb
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.builder import E, ElementMaker
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sourced import read
from standpunt.model import Article


@dataclass(frozen=True)
class Written:
    title: str
    paragraphs: tuple[str, ...]
    outlet: str
    author: str
    day: datetime.date
    url: str

    @property
    def stamp(self) -> datetime.datetime:
        return datetime.datetime.combine(self.day, datetime.time(12), datetime.UTC)


_SIGNS = st.characters(codec="utf-8", categories=["L", "N", "P", "S"], exclude_characters="<&")
_WORDS = st.lists(
    st.one_of(
        st.text(_SIGNS, min_size=1, max_size=8),
        st.sampled_from(["&", "<", "]]>", "\\par", "🌊", "e\u0301", '"']),
    )
).map(" ".join)
"""Anything that is seen. What stands around it is Dutch and no mark of an agency."""


@st.composite
def articles(draw: st.DrawFn) -> Written:
    number = draw(st.integers(0, 10**9))
    paragraphs = draw(st.lists(_WORDS, min_size=1, max_size=3))
    return Written(
        title=seen(f"Brug {number} over {draw(_WORDS)} komt er toch"),
        paragraphs=tuple(
            seen(f"De minister zegt over {each} dat brug {number}.{at} er volgend jaar komt.")
            for at, each in enumerate(paragraphs)
        ),
        outlet=draw(st.sampled_from(["De Kade", "Het Dorpsblad"])),
        author=draw(st.sampled_from(["Anna Smit", "Zoë van den Berg"])),
        day=draw(st.dates(datetime.date(1995, 1, 1), datetime.date(2031, 12, 31))),
        url=f"https://kade.example/{number}",
    )


def seen(words: str) -> str:
    return " ".join(words.split())


# ------------------------------------------------------------------------------------------------- writers


def records(written: Iterable[Written]) -> list[dict[str, str]]:
    return [
        {
            "title": each.title, "text": "\n\n".join(each.paragraphs), "outlet": each.outlet,
            "author": each.author, "date": f"{each.day}", "url": each.url,
        }
        for each in written
    ]  # fmt: skip


def as_jsonl(written: Sequence[Written]) -> bytes:
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in records(written)).encode()


def as_csv(delimiter: str) -> Callable[[Sequence[Written]], bytes]:
    def write(written: Sequence[Written]) -> bytes:
        out, rows = io.StringIO(), records(written)
        writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue().encode()

    return write


def as_parquet(written: Sequence[Written], path: Path) -> bytes:
    frame = pandas.DataFrame(records(written))  # noqa: F841 - DuckDB finds it by its name
    duckdb.sql(f"COPY frame TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


def as_page(written: Written) -> bytes:
    page = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.title(written.title),
            E.meta(property="og:site_name", content=written.outlet),
            E.meta(name="author", content=written.author),
            E.meta(property="article:published_time", content=f"{written.day}"),
            E.link(rel="canonical", href=written.url),
        ),
        E.body(E.article(E.h1(written.title), *map(E.p, written.paragraphs))),
        lang="nl",
    )
    return bytes(etree.tostring(page, method="html", encoding="utf-8", doctype="<!doctype html>"))


def markup(paragraphs: Iterable[str]) -> str:
    return "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)


def within(namespace: str) -> Any:
    made: Any = ElementMaker  # which has no types
    return made(nsmap={None: namespace}, namespace=namespace)


def as_rss(written: Sequence[Written]) -> bytes:
    items = [
        E.item(
            E.title(html.escape(each.title)), E.link(each.url), E.guid(each.url), E.author(each.author),
            E.pubDate(format_datetime(each.stamp)), E.description(markup(each.paragraphs)),
        )
        for each in written
    ]  # fmt: skip
    feed = E.rss(E.channel(E.title(written[0].outlet), E.language("nl"), *items), version="2.0")
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8"))


def as_atom(written: Sequence[Written]) -> bytes:
    a = within("http://www.w3.org/2005/Atom")
    entries = [
        a.entry(
            a.title(each.title), a.id(each.url), a.link(href=each.url), a.author(a.name(each.author)),
            a.published(each.stamp.isoformat()), a.content(markup(each.paragraphs), type="html"),
        )
        for each in written
    ]  # fmt: skip
    return bytes(
        etree.tostring(a.feed(a.title(written[0].outlet), *entries), xml_declaration=True, encoding="utf-16")
    )


def as_ninjs(written: Sequence[Written]) -> bytes:
    def item(each: Written) -> dict[str, Any]:
        return {
            "uri": each.url, "firstcreated": each.stamp.isoformat(), "versioncreated": each.stamp.isoformat(),
            "language": "nl", "headlines": [{"role": "main", "value": each.title}], "by": each.author,
            "bodies": [{"role": "main", "contenttype": "text/html", "value": markup(each.paragraphs)}],
            "infosources": [{"name": each.outlet}],
        }  # fmt: skip

    return json.dumps([item(each) for each in written]).encode()


def nitf(written: Written) -> Any:
    return E.nitf(
        E.head(
            E.docdata(E("date.issue", norm=f"{written.day:%Y%m%d}T120000+0000")),
            E.pubdata({"name": written.outlet, "ex-ref": written.url}),
        ),
        E.body(
            E("body.head", E.hedline(E.hl1(written.title)), E.byline(written.author)),
            E("body.content", E.block(*map(E.p, written.paragraphs))),
        ),
    )


def as_nitf(written: Written) -> bytes:
    return bytes(etree.tostring(nitf(written), xml_declaration=True, encoding="utf-8"))


def as_newsml(written: Sequence[Written]) -> bytes:
    n = within("http://iptc.org/std/nar/2006-10-01/")
    items = [
        n.newsItem(
            n.itemMeta(
                n.itemClass(qcode="ninat:text"), n.versionCreated(each.stamp.isoformat()),
                n.firstCreated(each.stamp.isoformat()),
            ),
            n.contentMeta(
                n.infoSource(n.name(each.outlet)), n.by(each.author), n.language({"tag": "nl"}), n.headline(each.title)
            ),
            n.contentSet(n.inlineXML(nitf(each))),
            guid=each.url, version="1",
        )
        for each in written
    ]  # fmt: skip
    return bytes(etree.tostring(n.newsMessage(n.itemSet(*items)), xml_declaration=True, encoding="utf-8"))


def as_text(written: Written) -> bytes:
    return "\n\n".join((written.title, *written.paragraphs)).encode()


def as_word(lines: Iterable[str]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def as_rtf(lines: Iterable[str]) -> bytes:
    """Every sign beyond ASCII as its UTF-16 units, signed, as the format's reference has it."""

    def coded(sign: str) -> str:
        if sign in "\\{}":
            return f"\\{sign}"
        if sign.isascii():
            return sign
        units = memoryview(sign.encode("utf-16-le")).cast("h")
        return "".join(f"\\u{unit}?" for unit in units)

    body = "".join("".join(map(coded, line)) + "\\par\n" for line in lines)
    return b"{\\rtf1\\ansi\\ansicpg1252\\uc1\n%b}" % body.encode("ascii")


def as_lines(lines: Iterable[str]) -> bytes:
    return "\n\n".join(lines).encode()


def as_paragraphs(lines: Iterable[str]) -> bytes:
    return f"<!doctype html><html><head><meta charset='utf-8'></head><body>{markup(lines)}</body></html>".encode()


def uni(written: Iterable[Written]) -> list[str]:
    """The lines of a download of Nexis Uni, with the section line that Dutch papers have."""
    lines = []
    for each in written:
        lines += [
            each.title, each.outlet, f"{each.day:%B} {each.day.day}, {each.day.year} {each.day:%A}",
            f"Copyright {each.day.year} {each.outlet}", "Section: BUITENLAND; Blz. 6", "Length: 12 words",
            f"Byline: {each.author}", "Body", *each.paragraphs, "Load-Date: January 2, 2032", "End of Document",
        ]  # fmt: skip
    return lines


def academic(written: Sequence[Written]) -> list[str]:
    """Of LexisNexis Academic, before."""
    lines = []
    for number, each in enumerate(written, 1):
        lines += [
            f"{number} of {len(written)} DOCUMENTS", each.outlet, f"{each.day:%B} {each.day.day}, {each.day.year}",
            f"BYLINE: {each.author}", "SECTION: BUITENLAND; Blz. 6", "LENGTH: 12 woorden", f"HEADLINE: {each.title}",
            "BODY:", *each.paragraphs, "LOAD-DATE: January 2, 2032", f"Copyright {each.day.year} {each.outlet}",
        ]  # fmt: skip
    return lines


def as_warc(written: Iterable[Written]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for each in written:
        sent = [("Content-Type", "text/html; charset=utf-8")]
        record = writer.create_warc_record(
            each.url, "response", payload=io.BytesIO(as_page(each)),
            http_headers=StatusAndHeaders("200 OK", sent, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2032-01-02T00:00:00Z"},
        )  # fmt: skip
        writer.write_record(record)
        record.raw_stream.close()
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


# ------------------------------------------------------------------------------------------------ the trips

ALL = frozenset({"title", "outlet", "author", "day", "url"})
UNI = ALL - {"url"}

MANY: dict[str, tuple[Callable[[Sequence[Written]], bytes], frozenset[str]]] = {
    "a.jsonl": (as_jsonl, ALL),
    "a.json": (lambda written: json.dumps(records(written)).encode(), ALL),
    "komma.csv": (as_csv(","), ALL),
    "puntkomma.csv": (as_csv(";"), ALL),
    "a.tsv": (as_csv("\t"), ALL),
    "a.rss": (as_rss, ALL),
    "a.atom": (as_atom, ALL),
    "ninjs.json": (as_ninjs, ALL),
    "a.newsml": (as_newsml, UNI),
    "nexis.docx": (lambda written: as_word(uni(written)), UNI),
    "nexis.rtf": (lambda written: as_rtf(uni(written)), UNI),
    "nexis.html": (lambda written: as_paragraphs(academic(written)), UNI),
    "nexis.txt": (lambda written: as_lines(academic(written)), UNI),
    "a.warc.gz": (as_warc, ALL),
    "a.wacz": (lambda written: zipped({"archive/a.warc.gz": as_warc(written)}), ALL),
    "a.zip": (lambda written: zipped({f"{n}.html": as_page(each) for n, each in enumerate(written)}), ALL),
}
"""Formats of several articles in a file, with what they hold beside the text."""

ONE: dict[str, tuple[Callable[[Written], bytes], frozenset[str]]] = {
    "a.txt": (as_text, frozenset()),
    "a.html": (as_page, ALL),
    "a.nitf": (as_nitf, ALL),
    "a.docx": (lambda written: as_word((written.title, *written.paragraphs)), frozenset()),
    "a.rtf": (lambda written: as_rtf((written.title, *written.paragraphs)), frozenset()),
}


def trip(folder: Path, name: str, content: bytes, written: Sequence[Written], holds: frozenset[str]) -> None:
    found, aside = read(folder, name, content)
    assert not aside
    assert [told(each, holds) for each in found] == [held(each, holds) for each in written]


def told(article: Article, holds: frozenset[str]) -> dict[str, object]:
    known = {
        "title": article.title, "outlet": article.outlet or article.agency, "author": article.author,
        "day": str(article.published), "url": article.url,
    }  # fmt: skip
    lines = [block.span.of(article.text) for block in article.blocks]
    if "title" in holds:  # in records it stands apart from the text
        lines = [line for line in lines if line != article.title]
    return {"lines": lines, **{key: value for key, value in known.items() if key in holds}}


def held(written: Written, holds: frozenset[str]) -> dict[str, object]:
    known = {**vars(written), "day": f"{written.day}"}
    lines = [*([] if "title" in holds else [written.title]), *written.paragraphs]
    return {"lines": lines, **{key: value for key, value in known.items() if key in holds}}


@pytest.mark.parametrize("name", MANY)
@settings(max_examples=25, deadline=None)
@given(written=st.lists(articles(), min_size=1, max_size=3, unique_by=lambda each: each.url))
def test_several_articles_come_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, written: list[Written]
) -> None:
    write, holds = MANY[name]
    alike = [Written(**{**vars(each), "outlet": written[0].outlet}) for each in written]  # as a feed has it
    trip(tmp_path_factory.mktemp("reis"), name, write(alike), alike, holds)


@pytest.mark.parametrize("name", ONE)
@settings(max_examples=25, deadline=None)
@given(written=articles())
def test_an_article_comes_back(tmp_path_factory: pytest.TempPathFactory, name: str, written: Written) -> None:
    write, holds = ONE[name]
    trip(tmp_path_factory.mktemp("reis"), name, write(written), [written], holds)


@settings(max_examples=15, deadline=None)
@given(written=st.lists(articles(), min_size=1, max_size=3))
def test_rows_of_parquet_come_back(tmp_path_factory: pytest.TempPathFactory, written: list[Written]) -> None:
    folder = tmp_path_factory.mktemp("reis")
    trip(folder, "b.parquet", as_parquet(written, folder / "a.parquet"), written, ALL)
