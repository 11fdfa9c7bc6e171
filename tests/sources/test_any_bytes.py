"""Whatever bytes come in: an article whose blocks lie in its text, or a reason; never another exception."""

import io
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anyfile import WHOLE, judged, lie_in_their_text
from standpunt import sources
from standpunt.errors import UnreadableArticle
from standpunt.model import Article, SetAside
from standpunt.sources import blocks, columns, csv, formats, headers, html, jsonl, nexis, text

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
