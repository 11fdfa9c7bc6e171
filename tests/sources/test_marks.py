"""What an article says of itself at its head and foot: the line, and what it states."""

import pytest

from standpunt.model import Role
from standpunt.sources import blocks, headers

PARAGRAPHS = (
    "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad.\n\n"
    "De oppositie vindt het plan te duur, zegt Kamerlid Bos, die al jaren tegen de brug is."
)


def read(head: str, *, joined: str = "\n\n") -> tuple[headers.Stated, list[str]]:
    """What a text with this head states, and its bylines."""
    text = head + joined + PARAGRAPHS
    stated = headers.Stated()
    found = blocks.of(text, stated)
    return stated, [block.span.of(text) for block in found if block.role is Role.BYLINE]


DATES = [
    (" date 2030-12 ANP", "2030-12"),
    (" date 2031-02-14", "2031-02-14"),
    ("date 2031", "2031"),
    ("\ufeff date 2031-02", "2031-02"),
    ("Gepubliceerd: 14 februari 2031, 10:30", "2031-02-14"),
    ("Geplaatst op vrijdag 14 februari 2031", "2031-02-14"),
    ("14 februari 2031", "2031-02-14"),
    ("vr 14 feb. 2031 06:45", "2031-02-14"),
    ("14-02-2031 om 10.30 uur", "2031-02-14"),
    ("2031-02-14", "2031-02-14"),
    ("februari 2031", "2031-02"),
    ("NOS Nieuws • zaterdag 14 december 2030, 08:28", "2030-12-14"),
    ("Door Anna Smit · 14 februari 2031, 10:30", "2031-02-14"),
    # what states no day of publication
    ("NOS Nieuws • vandaag, 08:28", "onbekend"),
    ("vr 14 feb 10:30", "onbekend"),
    ("Laatste update: 14 februari 2031", "onbekend"),
    (" date 2031-13", "onbekend"),
    ("Op 14 februari 2031 viel het kabinet", "onbekend"),
    ("14 februari 2031 was een mooie dag", "onbekend"),
]


@pytest.mark.parametrize(("head", "moment"), DATES)
def test_a_date_keeps_its_precision(head: str, moment: str) -> None:
    stated, _ = read(head)
    assert str(stated.published) == moment


def test_the_dates_of_a_timeline_are_headings() -> None:
    text = PARAGRAPHS.replace("\n\n", "\n\n14 februari 2031\n\n") + "\n\n15 februari 2031\n\nDe brug is weg."
    stated = headers.Stated()
    found = {block.span.of(text): block.role for block in blocks.of(text, stated)}
    assert found["14 februari 2031"] is found["15 februari 2031"] is Role.HEADING
    assert str(stated.published) == "onbekend"


def test_the_date_line_is_its_evidence() -> None:
    head = " date 2031-02 ANP"
    stated, _ = read(head)
    (clue,) = stated.published.evidence
    assert (clue.rule, clue.words) == ("date line", "2031-02")
    assert clue.span is not None and clue.span.of(head) == "2031-02"


def test_a_time_stamp_narrows_the_date_line_and_does_not_overrule_it() -> None:
    narrower, _ = read(" date 2031-02\n\nGepubliceerd: 14 februari 2031")
    assert str(narrower.published) == "2031-02-14"
    clashing, _ = read(" date 2031-02\n\nGepubliceerd: 14 maart 2031")
    assert str(clashing.published) == "2031-02"
    assert len(clashing.published.evidence) == 2


NAMES = [
    (" date 2030-12 ANP", "", "ANP"),
    (" date 2031-02 De Telegraaf", "De Telegraaf", ""),
    (" date 2031-02 De Lingekoerier", "De Lingekoerier", ""),
    ("NOS Nieuws • vandaag, 09:12 • Aangepast vandaag, 10:45", "NOS", ""),
    ("NOS Nieuws•gisteren, 21:04", "NOS", ""),
    ("NOS NieuwsAangepast", "NOS", ""),
    ("VRT NWS", "VRT NWS", ""),
    ("Minister wil brug\n\nDoor RTL Nieuws", "RTL Nieuws", ""),
    ("NU.nl/Anna Smit", "NU.nl", ""),
    ("Minister wil brug\n\n(ANP)", "", "ANP"),
    ("Bron: Belga", "", "Belga"),
    # of names that no list has, capitals are an agency's, and a word for a paper tells an outlet
    (" date 2031-02 LPB", "", "LPB"),
    (" date 2031-02 Linger Courant", "Linger Courant", ""),
    ("Omroep Linge • vandaag, 07:40 Minister wil brug", "Omroep Linge", ""),
    ("Omroep Linge • vandaag, 07:40 • Aangepast vandaag, 08:00 Minister wil brug", "Omroep Linge", ""),
    # a place is no outlet
    (" date 2031-02 Den Haag", "", ""),
    # a caption's agency sells the picture, it does not sign the text
    ("ANP De minister bij de brug", "", ""),
    ("NOS meldt dat de brug dicht is", "", ""),
]


@pytest.mark.parametrize(("head", "outlet", "agency"), NAMES)
def test_outlet_and_agency(head: str, outlet: str, agency: str) -> None:
    stated, _ = read(head)
    assert (stated.outlet, stated.agency) == (outlet, agency)


REVISIONS = [
    ("NOS Nieuws • vandaag, 09:12 • Aangepast vandaag, 10:45", "vandaag, 10:45"),
    ("Laatst bijgewerkt op 14 februari 2031, 11:33", "14 februari 2031, 11:33"),
    ("14 feb 2031 om 10:30\nUpdate: 2 uur geleden", "2 uur geleden"),
    ("Gepubliceerd: 14 februari 2031", ""),
    ("De brug is aangepast vandaag", ""),
]


@pytest.mark.parametrize(("head", "revised"), REVISIONS)
def test_a_later_change_is_kept_as_written(head: str, revised: str) -> None:
    stated, _ = read(head)
    assert stated.revised == revised


AUTHORS = [
    ("Minister wil brug\n\nDoor Anna Smit en Bas van der Vos", "Anna Smit en Bas van der Vos"),
    ("Minister wil brug\n\nTekst: Anna Smit", "Anna Smit"),
    ("Door Anna Smit · 14 februari 2031, 10:30", "Anna Smit"),
    ("Anna Smit, Bas Vos\nvr 14 feb 2031 06:45", "Anna Smit, Bas Vos"),
    ("Gepubliceerd op zaterdag 14 februari 2031, door Anna Smit", "Anna Smit"),
    ("Van onze verslaggever", ""),
    ("Door de regen blijft de brug dicht", ""),
    ("Door Trump staat Europa alleen", ""),
    ("Door ONZE PARLEMENTAIRE REDACTIE", ""),
]


@pytest.mark.parametrize(("head", "author"), AUTHORS)
def test_authors(head: str, author: str) -> None:
    stated, _ = read(head)
    assert stated.author == author


DATELINES = [
    ("DEN HAAG (ANP) - ", "DEN HAAG (ANP) -", "ANP"),
    ("BRUSSEL (BELGA/AFP) – ", "BRUSSEL (BELGA/AFP) –", "Belga"),
    ("Berlijn (dpa) - ", "Berlijn (dpa) -", "DPA"),
    ("GENT, 14 feb. (Belga) - ", "GENT, 14 feb. (Belga) -", "Belga"),
    ("'S-HERTOGENBOSCH - ", "'S-HERTOGENBOSCH -", ""),
    ("NOORD-HOLLAND - ", "NOORD-HOLLAND -", ""),
    ("Den Haag - ", "Den Haag -", ""),
    ("(ANP) - ", "(ANP) -", "ANP"),
    ("LEERDAM (LPB) - ", "LEERDAM (LPB) -", "LPB"),
    ("LEERDAM. ", "LEERDAM.", ""),
    ("date 2031-02-14 DEN HAAG (ANP) - ", "DEN HAAG (ANP) -", "ANP"),
    ("Bron: Belga ", "Bron: Belga", "Belga"),
    ("Bron: belga, Het Laatste Nieuws 0 ", "Bron: belga, Het Laatste Nieuws 0", "Belga"),
    ("08u37 0 ", "08u37 0", ""),
    ("Bron: eigen berichtgeving en ANP 12 ", "Bron: eigen berichtgeving en ANP 12", "ANP"),
]


@pytest.mark.parametrize(("head", "mark", "agency"), DATELINES)
def test_the_text_goes_on_after_a_dateline(head: str, mark: str, agency: str) -> None:
    stated, bylines = read(head, joined="")
    assert bylines[-1] == mark
    assert stated.agency == agency


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Smit (VVD) wil een brug. Dat zei ze vrijdag.",
        "De brug - te smal en te oud - gaat dicht, zei minister Smit vrijdag.",
        "Brussel - waar alles besloten wordt - zwijgt over de brug, zegt minister Smit.",
        "Smit (VVD) - sinds 2029 minister - wil een brug. Dat zei ze vrijdag.",
        "De minister (50) wil een brug. Dat zei ze vrijdag na de ministerraad.",
        "21 uur 50 Smit wil een brug. Dat zei ze vrijdag na de ministerraad.",
        "Bron: Smit en De Wit willen een brug. Dat zeiden ze vrijdag na de ministerraad.",
    ],
)
def test_no_dateline(sentence: str) -> None:
    _, bylines = read(sentence)
    assert bylines == []


@pytest.mark.parametrize(
    ("end", "mark", "agency"),
    [
        ("Daarover beslist de Kamer. (Belga)", "(Belga)", "Belga"),
        ("Daarover beslist de Kamer.\n\n(ANP /dekade)", "(ANP /dekade)", "ANP"),
        ("Daarover beslist de Kamer.\n\nBron: Belga", "Bron: Belga", "Belga"),
        ("Daarover beslist de Kamer.\n\n© ANP", None, ""),
        ("Daarover beslist de Kamer. (LPB)", "(LPB)", "LPB"),
        ("Daarover beslist de Kamer (met steun van Bos).", None, ""),
        ("Dat meldt het persbureau (ANP).", None, ""),
    ],
)
def test_an_agency_at_the_foot(end: str, mark: str | None, agency: str) -> None:
    text = f"{PARAGRAPHS}\n\n{end}"
    stated = headers.Stated()
    found = blocks.of(text, stated)
    bylines = [block.span.of(text) for block in found if block.role is Role.BYLINE]
    assert bylines == ([mark] if mark else [])
    assert stated.agency == agency
