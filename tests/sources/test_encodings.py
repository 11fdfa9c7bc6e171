"""The text is the file decoded and otherwise untouched, whatever program wrote it."""

import pytest

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
