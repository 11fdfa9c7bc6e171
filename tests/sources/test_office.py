"""Documents of Word and rich text that hold one article, and what is made to do harm."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from standpunt import sources
from standpunt.model import Article, Role, SetAside

LEAD = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad in Den Haag."
BODY = (
    "De oppositie vindt het plan te duur. „Dit geld is er niet”, zegt Kamerlid Bos, al jaren tegen de brug."
)


def read(folder: Path, name: str, content: bytes) -> Article | SetAside:
    (folder / name).write_bytes(content)
    (item,) = sources.read([folder / name])
    return item


def document() -> bytes:
    made, into = docx.Document(), io.BytesIO()
    made.add_paragraph("Minister wil brug over de Linge", style="Title")
    lead = made.add_paragraph(LEAD[:20])
    lead.add_run(LEAD[20:]).bold = True
    made.add_paragraph("Waarom de provincie liever een veerpont wil", style="Heading 2")
    made.add_paragraph(BODY)
    made.save(into)
    return into.getvalue()


def changed(content: bytes, part: str, new: bytes) -> bytes:
    """The same document with one of its parts replaced."""
    into = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in old.namelist():
            made.writestr(name, new if name == part else old.read(name))
    return into.getvalue()


def test_a_document_is_one_article_with_its_headings(tmp_path: Path) -> None:
    found = read(tmp_path, "brug.docx", document())
    assert isinstance(found, Article)
    assert [(block.role, block.span.of(found.text)) for block in found.blocks] == [
        (Role.HEADLINE, "Minister wil brug over de Linge"),
        (Role.LEAD, LEAD),
        (Role.HEADING, "Waarom de provincie liever een veerpont wil"),
        (Role.BODY, BODY),
    ]
    assert (found.provenance.format, found.provenance.part) == ("docx", "")


def test_rich_text_is_one_article(tmp_path: Path) -> None:
    markup = (
        r"{\rtf1\ansi Minister wil brug\par " + LEAD + r"\par \'84Dit geld is er niet\'94, zegt Bos.\par}"
    )
    found = read(tmp_path, "brug.rtf", markup.encode("ascii"))
    assert isinstance(found, Article)
    assert found.text.splitlines() == ["Minister wil brug", LEAD, "„Dit geld is er niet”, zegt Bos."]
    assert found.provenance.format == "rtf"


BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "brug brug brug brug "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&d;&x;</w:t>
</w:r></w:p></w:body></w:document>"""
BODY_PART = "word/document.xml"
HARMFUL = {
    "geen.docx": (b"De minister wil een brug.", "is a broken archive: File is not a zip file"),
    "half.docx": (document()[:-2000], "is a broken archive: File is not a zip file"),
    "ander.docx": (changed(document(), "[Content_Types].xml", b"<x/>"), "is no document of Word, or a broken one"),
    "xml.docx": (changed(document(), BODY_PART, b"<w:document"), "is no document of Word, or a broken one"),
    "entiteit.docx": (changed(document(), BODY_PART, BOMB), "is empty"),
    "bom.docx": (changed(document(), BODY_PART, b" " * 40_000_000), "unpacks to more than 200 times its size"),
    "groot.docx": (changed(document(), BODY_PART, b"brug" * 20_000_000), "unpacks to more than 50,000,000 bytes"),
    "geen.rtf": (b"De minister wil een brug.", "is no rich text"),
    "leeg.rtf": (rb"{\rtf1 }", "is empty"),
    "links.rtf": (rb"{\rtf1 " + rb'{\field{\*\fldinst{ HYPERLINK "' * 20_000, "is empty"),
    "letters.rtf": (rb"{\rtf1{\fonttbl" + rb"\f0\fcharset0" * 20_000, "is empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_broken_or_made_to_do_harm_is_set_aside(tmp_path: Path, name: str) -> None:
    content, reason = HARMFUL[name]
    found = read(tmp_path, name, content)
    assert isinstance(found, SetAside)
    assert (found.reason, bool(found.hint)) == (reason, True)


def test_a_locked_document(tmp_path: Path) -> None:
    """The flag that says so stands in the directory of the archive, 8 bytes behind its signature."""
    content = bytearray(document())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    found = read(tmp_path, "slot.docx", bytes(content))
    assert isinstance(found, SetAside)
    assert found.reason == "is locked with a password"


def test_an_archive_that_lies_about_its_size(tmp_path: Path) -> None:
    """40 MB that say that they are 1,000 bytes, and are well packed."""
    content = bytearray(changed(document(), BODY_PART, b" " * 40_000_000))
    size = (40_000_000).to_bytes(4, "little")
    assert content.count(size) == 2  # before the data, and in the directory
    found = read(tmp_path, "leugen.docx", bytes(content.replace(size, (1000).to_bytes(4, "little"))))
    assert isinstance(found, SetAside)
    assert found.reason == "is a broken archive: word/document.xml is not what it should be"


def test_one_endless_paragraph_is_set_aside(tmp_path: Path) -> None:
    made, into = docx.Document(), io.BytesIO()
    made.add_paragraph("".join(f"brug {number} " for number in range(600_000)))
    made.save(into)
    found = read(tmp_path, "lang.docx", into.getvalue())
    assert isinstance(found, SetAside)
    assert found.reason == "is longer than 5,000,000 characters"
