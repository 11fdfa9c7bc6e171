"""The text is the file decoded and otherwise untouched, whatever program wrote it."""

import os
from pathlib import Path

import msgspec
import pytest

from sourced import read, told
from standpunt.errors import UnreadableArticle
from standpunt.sources import decoding, text

QUOTED = "„Nee”, zei de minister van Financiën – ‘één’ keer. Café, patiënt, reünie, € 5."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decoding.decode(QUOTED.encode(encoding)) == QUOTED


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_older_encodings_by_their_letters(encoding: str) -> None:
    words = "De minister van Financiën en de cliënten van één café: geïnd, coördinatie, hè, ó zo, çà."
    assert decoding.decode(words.encode(encoding)) == words


@pytest.mark.parametrize(
    "content",
    [
        " date 2031-02 ANP\r\n\r\n  De minister wil een brug.\r\n",
        "\ufeffDe minister wil een brug.\n",
        "De minister wil\u00a0een brug.\u2028Zij zei dat vrijdag.\n\n\n",
        "Fam\u00edlie en fami\u0301lie zijn niet een.",
    ],
)
def test_nothing_is_changed(content: str) -> None:
    assert text.read(content.encode("utf-8"), "a.txt").text == content


def test_a_broken_byte_in_utf_8_costs_one_character() -> None:
    content = ("Financiën, cliënten, patiënten, reünie, café. " * 2).encode() + b"\xc3"
    assert decoding.decode(content).endswith("café. \ufffd")


def test_a_declared_encoding_counts_where_the_bytes_agree() -> None:
    page = '<meta charset="iso-8859-15"><p>De minister van Financiën: € 5</p>'.encode("iso-8859-15")
    assert decoding.declared_in(page) == "iso-8859-15"
    assert "Financiën" in decoding.decode(page, "iso-8859-15")
    assert decoding.decode("Financiën".encode(), "cp1252") == "Financiën"
    assert decoding.decode("Financiën".encode("cp1252"), "bestaat-niet") == "Financiën"


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02", b"\xff\xfe\x00", b"GIF89a\x01\x00\x01\x00\x80", bytes(64)]
)
def test_binaries_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableArticle, match="binary"):
        decoding.decode(content)


# --------------------------------------------------------------------- signs that are two halves in UTF-16

BOAT = "De minister zegt dat de brug er komt, "


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.rtf", r"{\rtf1\ansi\uc1 BOAT\u-10179?\u-8704?.\par}", f"{BOAT}😀."),
        ("a.rtf", r"{\rtf1\ansi\uc1 BOAT\u-10179?.\par}", f"{BOAT}\ufffd."),
        ("a.jsonl", r'{"text": "BOAT\ud83d\ude00."}', f"{BOAT}😀."),
        ("a.jsonl", r'{"text": "BOAT\uD83D.", "date": "\ude00"}', f"{BOAT}\ufffd."),
        ("a.json", r'{"uri": "x:\ud83d", "versioncreated": "2031", "body_text": "BOAT\ud83d."}', f"{BOAT}\ufffd."),
    ],
)  # fmt: skip
def test_halves_are_one_sign_and_a_half_is_none(tmp_path: Path, name: str, content: str, said: str) -> None:
    (found,), aside = read(tmp_path, name, content.replace("BOAT", BOAT))
    assert (found.text, aside) == (said, [])
    msgspec.json.encode(found)


def test_a_page_may_have_half_a_sign_in_its_linked_data(tmp_path: Path) -> None:
    data = r'{"datePublished": "\ud83d", "x": {"datePublished": "2031-02-14"}}'
    head = f'<head><script type="application/ld+json">{data}</script></head>'
    body = f"<body><article><p>{BOAT}een boot.</p></article></body>"
    (found,), _ = read(tmp_path, "a.html", f"<html>{head}{body}</html>")
    msgspec.json.encode(found)
    assert str(found.published) == "2031-02-14"


def test_files_whose_names_are_no_utf_8_stay_apart(tmp_path: Path) -> None:
    for byte in (b"\xfe", b"\xff"):
        (tmp_path / os.fsdecode(b"a%b.txt" % byte)).write_text(f"{BOAT}een boot.", encoding="utf-8")
    found, aside = told(tmp_path)
    assert [each.provenance.source for each in found] == ["a\\xfe.txt", "a\\xff.txt"]
    assert (len({each.id for each in found}), aside) == (2, [])
