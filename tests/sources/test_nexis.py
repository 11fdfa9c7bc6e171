"""Downloads of Nexis: the same articles, whatever the download was saved as."""

import html
import io
from pathlib import Path

import docx
import pytest

from sourced import read
from standpunt import sources
from standpunt.model import Role
from standpunt.sources import nexis

LEAD = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad in Den Haag."
BODY = (
    "De oppositie vindt het plan te duur. „Dit geld is er niet”, zegt Kamerlid Bos, al jaren tegen de brug."
)
MORE = "Taal: zo noemt de provincie het, die liever een veerpont wil, en wel zo snel als dat maar kan."

COVER = [
    "Gebruikersnaam: Anna", "Datum en tijd: maandag 17 februari 2031 10:30:00 CET", "Taaknummer: 138295838",
    "Documenten (2)", "1. Minister wil brug over de Linge", "Client/Matter: -None-", "Zoektermen: brug AND Linge",
    "2. Een veerpont voor de Linge", "Client/Matter: -None-",
]  # fmt: skip
UNI = [
    *COVER,
    "Minister wil brug over de Linge", "de Volkskrant", "14 februari 2031 vrijdag",
    "Copyright 2031 De Kade BV All Rights Reserved", "Section: BUITENLAND; Blz. 6", "Length: 512 words",
    "Byline: Door Anna Smit", "Body", LEAD, BODY, MORE, "Graphic", "De oude brug, vorige week", "Classification",
    "Language: DUTCH; NEDERLANDS", "Publication-Type: Krant", "Subject: BRIDGES (90%)", "Load-Date: February 13, 2031",
    "End of Document",
    "Een veerpont voor de Linge", "NRC Handelsblad", "February 15, 2031 Saturday; Rotterdam Editie",
    "Copyright 2031 De Kade BV All Rights Reserved", "BINNENLAND; Blz. 3", "Length: 20 words", "Byline: ANP", "Body",
    BODY, MORE, "Load-Date: February 15, 2031", "End of Document",
]  # fmt: skip
ACADEMIC = [
    "Download Request: All Documents: 1-2", "Time Of Request: Monday, February 17, 2031  22:35:20 EST",
    "1 of 2 DOCUMENTS", "de Volkskrant", "14 februari 2031 vrijdag", "Minister wil brug over de Linge",
    "BYLINE: Door Anna Smit", "SECTION: BUITENLAND; Blz. 6", "LENGTH: 512 woorden", LEAD, BODY, MORE,
    "LOAD-DATE: February 13, 2031", "LANGUAGE: DUTCH; NEDERLANDS", "GRAPHIC: De oude brug, vorige week",
    "PUBLICATION-TYPE: Krant", "Copyright 2031 De Kade BV", "All Rights Reserved",
    "2 of 2 DOCUMENTS", "NRC Handelsblad", "15 februari 2031 zaterdag", "SECTION: BINNENLAND; Blz. 3",
    "LENGTH: 20 woorden", "HEADLINE: Een veerpont voor de Linge", "BYLINE: ANP", "BODY:", BODY, MORE,
    "LOAD-DATE: February 15, 2031", "Copyright 2031 De Kade BV", "All Rights Reserved",
]  # fmt: skip


def as_docx(lines: list[str]) -> bytes:
    document, into = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line.replace(": ", ":\u00a0", 1))
    document.save(into)
    return into.getvalue()


def as_rtf(lines: list[str]) -> bytes:
    coded = "\\par\n".join(
        "".join(char if char < "\x7f" else f"\\u{ord(char)}?" for char in line) for line in lines
    )
    link = r"{\field{\*\fldinst{HYPERLINK \"https://kade.example/brug\"}}{\fldrslt{De Kade}}}\par"
    fonts = r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fswiss\fcharset0 Arial;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252{fonts}\n{link}\n\\f0 {coded}\\par}}".encode("ascii")


def as_html(lines: list[str]) -> bytes:
    paragraphs = "\n".join(
        f'<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{html.escape(line)}</SPAN><SPAN>&nbsp;</SPAN></P></DIV>'
        for line in lines
    )
    head = "<STYLE TYPE='text/css'><!--\n.c0 { text-align: center; }\n--></STYLE><TITLE>&nbsp;</TITLE>"
    return f"<HTML><HEAD>{head}</HEAD><BODY>{paragraphs}</BODY></HTML>".encode()


def as_text(lines: list[str]) -> bytes:
    """Wrapped at a width, short lines in the middle of the page, an empty line between paragraphs."""
    wrapped = []
    for line in lines:
        at = line.find(" ", 60)
        wrapped.append(f"{line[:at]}\n{line[at + 1 :]}" if at > 0 else line.center(70))
    return "\n\n".join(wrapped).encode("cp1252")


FORMS = {".docx": as_docx, ".rtf": as_rtf, ".html": as_html, ".txt": as_text}


@pytest.mark.parametrize(
    ("ending", "lines"),
    [(".docx", UNI), (".rtf", UNI), (".txt", UNI), *((ending, ACADEMIC) for ending in FORMS)],
)
def test_a_download_gives_its_articles(tmp_path: Path, ending: str, lines: list[str]) -> None:
    (one, two), aside = read(tmp_path, f"brug{ending}", FORMS[ending](lines))
    assert not aside
    assert (one.title, one.outlet, one.author, one.agency, str(one.published)) == (
        "Minister wil brug over de Linge", "de Volkskrant", "Anna Smit", "", "2031-02-14",
    )  # fmt: skip
    assert (two.title, two.outlet, two.author, two.agency, str(two.published)) == (
        "Een veerpont voor de Linge", "NRC", "", "ANP", "2031-02-15",
    )  # fmt: skip
    assert [(block.role, block.span.of(one.text)) for block in one.blocks] == [
        (Role.HEADLINE, "Minister wil brug over de Linge"),
        (Role.LEAD, LEAD),
        (Role.BODY, BODY),
        (Role.BODY, MORE),
        (Role.CAPTION, "De oude brug, vorige week"),
    ]
    assert two.text.splitlines() == ["Een veerpont voor de Linge", BODY, MORE]
    assert [each.provenance.part for each in (one, two)] == ["artikel 1", "artikel 2"]
    assert one.provenance.format == {".txt": "text"}.get(ending, ending[1:])


@pytest.mark.parametrize("ending", FORMS)
def test_by_its_content_where_the_name_says_nothing(tmp_path: Path, ending: str) -> None:
    articles, aside = read(tmp_path, "download", FORMS[ending](ACADEMIC))
    assert [each.title for each in articles] == [
        "Minister wil brug over de Linge",
        "Een veerpont voor de Linge",
    ]
    assert not aside


def test_what_is_foreign_empty_or_too_long_is_set_aside_by_its_number(tmp_path: Path) -> None:
    english = [line.replace("DUTCH; NEDERLANDS", "ENGLISH") for line in UNI]
    articles, (aside,) = read(tmp_path, "brug.docx", as_docx(english))
    assert [each.provenance.part for each in articles] == ["artikel 2"]
    assert (aside.source, aside.part, aside.reason) == ("brug.docx", "artikel 1", "language: english, not nl")

    picture = [line for line in UNI if line not in (LEAD, BODY, MORE, "De oude brug, vorige week")]
    articles, aside_all = read(tmp_path, "leeg.docx", as_docx(picture))
    assert not articles
    assert [each.reason for each in aside_all] == ["has no text", "has no text"]

    articles, (aside,) = read(tmp_path, "lang.docx", as_docx(UNI), limits=sources.Limits(article=700))
    assert [each.provenance.part for each in articles] == ["artikel 2"]
    assert aside.reason == "is longer than 700 characters"


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("4 maart 2021 donderdag", "2021-03-04"),
        ("donderdag 4 maart 2021", "2021-03-04"),
        ("Thursday, March 4, 2021", "2021-03-04"),
        ("March 4, 2021 Thursday 10:32 AM GMT", "2021-03-04"),
        ("4 March 2021", "2021-03-04"),
        ("30 mei 2015 zaterdag; Amsterdam Editie", "2015-05-30"),
        ("January 11, 2010 Monday Edition 1; Scotland", "2010-01-11"),
        ("maart 2021", "2021-03"),
        ("2021-03-04", "2021-03-04"),
    ],
)
def test_date_lines(line: str, moment: str) -> None:
    assert str(nexis.dated(line)) == moment


@pytest.mark.parametrize(
    "line",
    [
        "4 maart 2021 was een mooie dag voor de brug", "31 februari 2021", "maart", "In maart 2021",
        "Mei 20211", "20 mei: de dag van de brug", "May 2021 be a better year",
    ],
)  # fmt: skip
def test_what_is_no_date_line(line: str) -> None:
    assert nexis.dated(line) is None


@pytest.mark.parametrize("key", nexis.lists()["label"])
def test_labels(key: str) -> None:
    entry = nexis.lists()["label"][key]
    found = nexis.label(entry.example)
    assert found is not None and found[0] is entry


@pytest.mark.parametrize(
    "line",
    ["Stad: Leerdam", "Person: niemand", "Bodybuilder wint", "Language of love", "Auteur Anna Smit", "Titel"],
)
def test_words_of_an_article_are_no_labels(line: str) -> None:
    assert nexis.label(line) is None


@pytest.mark.parametrize("key", nexis.lists()["cover"])
def test_the_page_in_front(key: str) -> None:
    assert nexis.is_cover(nexis.lists()["cover"][key].example)


@pytest.mark.parametrize("group", ["month", "weekday"])
def test_english_dates(group: str) -> None:
    for entry in nexis.lists()[group].values():
        moment = nexis.dated(entry.example)
        assert moment is not None and moment.earliest is not None
        assert group == "weekday" or moment.earliest.month == entry.number


@pytest.mark.parametrize(
    "lines", [[LEAD, BODY, MORE], ["Titel", "Taal: Nederlands", "Tekst: Anna Smit", LEAD]]
)
def test_an_article_is_no_download(lines: list[str]) -> None:
    assert not nexis.is_download(lines)
