"""PDF: lines become paragraphs again, and what is no text is told."""

import io
import textwrap
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standpunt import sources
from standpunt.model import Article, Role, SetAside
from standpunt.sources import pdf

TITLE = "Minister wil brug over de Linge"
LEAD = [
    "De minister wil een nieuwe brug over de Linge. Dat zei ze",
    "vrijdag na de ministerraad in Den Haag, waar het regerings-",
    "plan al langer ligt.",
]
BODY = ["De oppositie vindt het te duur. Dit geld is er niet, zegt", "Kamerlid Bos, al jaren tegen de brug."]


def drawn(page: list[str] | bytes) -> bytes:
    """What draws the lines of a page, one below the other."""
    if isinstance(page, bytes):
        return page
    lines = (line.replace("(", "\\(").replace(")", "\\)").encode("cp1252") for line in page)
    return b"BT /F1 12 Tf 14 TL 50 780 Td\n%b ET" % b"".join(b"(%b) Tj T*\n" % line for line in lines)


def made(*pages: list[str] | bytes) -> bytes:
    """A PDF of some pages, each of lines or drawn as given; written by hand, as the format's reference has it."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, page in enumerate(pages):
        shown = b"/MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R" % (
            5 + 2 * number
        )
        objects.append(b"<< /Type /Page /Parent 2 0 R %b >>" % shown)
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn(page)), drawn(page)))
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(content))
    )


def read(
    folder: Path, content: bytes, name: str = "brug.pdf", limits: sources.Limits | None = None
) -> Article | SetAside:
    (folder / name).write_bytes(content)
    (item,) = sources.read([folder / name], limits=limits or sources.Limits())
    return item


WORDS = st.text(st.characters(codec="cp1252", categories=["Ll"]), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60), st.integers(40, 90))
def test_words_come_back_from_lines_of_any_width(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], width: int
) -> None:
    written = f"De minister zegt over {' '.join(words)} dat de brug er volgend jaar komt."
    found = read(tmp_path_factory.mktemp("pdf"), made(textwrap.wrap(written, width)))
    assert isinstance(found, Article)
    assert " ".join(found.text.split()) == written


@pytest.mark.parametrize("name", ["brug.pdf", "brug"])
def test_lines_become_paragraphs(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, made([TITLE, *LEAD, *BODY]), name)
    assert isinstance(found, Article)
    assert [(block.role, block.span.of(found.text)) for block in found.blocks] == [
        (Role.HEADLINE, TITLE),
        (Role.LEAD, "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad in Den Haag, "
                    "waar het regeringsplan al langer ligt."),
        (Role.BODY, "De oppositie vindt het te duur. Dit geld is er niet, zegt Kamerlid Bos, al jaren tegen de brug."),
    ]  # fmt: skip
    assert (found.provenance.format, found.provenance.part) == ("pdf", "")


def test_what_stands_on_every_page_is_left_out(tmp_path: Path) -> None:
    pages = [
        ["De Kade, 14 februari 2031", f"{line} {line}", f"pagina {number} van 4"]
        for number, line in enumerate([*LEAD, BODY[0]], 1)
    ]
    found = read(tmp_path, made(*pages))
    assert isinstance(found, Article)
    assert "pagina" not in found.text and "De Kade" not in found.text
    assert LEAD[0] in found.text


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["Het zijn zon-", "en feestdagen die het meeste verkeer trekken hier."],
         ["Het zijn zon- en feestdagen die het meeste verkeer trekken hier."]),
        (["De commissaris van Noord-", "Holland wil een brug, en wel meteen na de zomer."],
         ["De commissaris van Noord-Holland wil een brug, en wel meteen na de zomer."]),
        (["Zij wil de brug.", "", "Hij wil hem niet."], ["Zij wil de brug.", "Hij wil hem niet."]),
        (["De volle breedte van de kolom.", "De volgende zin hoort er dus bij."],
         ["De volle breedte van de kolom. De volgende zin hoort er dus bij."]),
        (["Dit is een regel die de hele breedte vult, en dan", "- punt een", "- punt twee"],
         ["Dit is een regel die de hele breedte vult, en dan", "- punt een", "- punt twee"]),
        ([], []),
    ],
)  # fmt: skip
def test_where_paragraphs_end(lines: list[str], paragraphs: list[str]) -> None:
    assert pdf.paragraphs(lines) == paragraphs


HARMFUL = {
    "scan": (made(b""), "holds no text, only pictures of it"),
    "half": (made([TITLE, *LEAD])[:200], "this PDF cannot be read: "),
    "geen": (b"%PDF-1.4\nDe minister wil een brug.", "this PDF cannot be read: "),
    "lang": (
        made([f"De brug nummer {number} is lang." for number in range(500)]),
        "is longer than 9,000 characters",
    ),
    "vaak": (made(b"BT /F1 12 Tf " + b"14 TL " * 9_000 + b"ET"), "draws more than 5,000 times"),
    "blad": (made(b" " * 2_100_000), "has a page of more than 2,000,000 bytes"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_broken_or_made_to_do_harm_is_set_aside(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, reason = HARMFUL[name]
    monkeypatch.setattr(pdf, "_MOST_OPERATIONS", 5_000)
    found = read(tmp_path, content, limits=sources.Limits(article=9_000))
    assert isinstance(found, SetAside)
    assert found.reason.startswith(reason) and found.hint


def test_a_locked_file(tmp_path: Path) -> None:
    writer, into = pypdf.PdfWriter(io.BytesIO(made([TITLE, *LEAD]))), io.BytesIO()
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(into)
    found = read(tmp_path, into.getvalue())
    assert isinstance(found, SetAside)
    assert found.reason == "is locked with a password"
