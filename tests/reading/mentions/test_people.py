"""Names, titles and roles: sentence in, whom it names, by which words, in which role."""

import pytest

from prose import analysis, statements
from standpunt import registry
from standpunt.model import Chain, Mention, MentionForm
from standpunt.reading import mentions


def found(text: str) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    return mentions.find(analysis(text), registry.load())


def words(text: str, name: str) -> list[str]:
    """The words that name an actor of this name, in the order of the text."""
    listed, chains = found(text)
    return [listed[i].span.of(text) for chain in chains if chain.name == name for i in chain.mentions]


def named(text: str) -> dict[str, str]:
    """The persons who are named, with their role."""
    listed, chains = found(text)
    return {
        chain.name: chain.role
        for chain in chains
        if chain.kind == "person" and any(listed[i].form is MentionForm.NAME for i in chain.mentions)
    }


PHRASES = [
    ("Dat zei minister Brekelmans van Defensie.", "Ruben Brekelmans", "minister Brekelmans van Defensie"),
    ("Dat zei minister van Defensie Brekelmans.", "Ruben Brekelmans", "minister van Defensie Brekelmans"),
    ("Dat zei defensieminister Ruben Brekelmans.", "Ruben Brekelmans", "defensieminister Ruben Brekelmans"),
    ("Dat zei de Franse president Macron.", "Emmanuel Macron", "de Franse president Macron"),
    ("Dat zei NAVO-chef Mark Rutte.", "Mark Rutte", "NAVO-chef Mark Rutte"),
    ("Dat zei president Zelensky van Oekraïne.", "Volodymyr Zelensky", "president Zelensky van Oekraïne"),
    ("Dat zei premier Schoof.", "Dick Schoof", "premier Schoof"),
    ("Dat zei burgemeester Anouk Hofstra.", "Anouk Hofstra", "burgemeester Anouk Hofstra"),
    ("Dat zei VVD-Kamerlid Joost Veenstra.", "Joost Veenstra", "VVD-Kamerlid Joost Veenstra"),
    ("Dat zei D66’er Jetten.", "Rob Jetten", "D66’er Jetten"),
    ("Dat zei hoogleraar Maartje Veenstra.", "Maartje Veenstra", "hoogleraar Maartje Veenstra"),
    (
        "Dat zei woordvoerder Kees Tolsma van de politie.",
        "Kees Tolsma",
        "woordvoerder Kees Tolsma van de politie",
    ),
    ("Dat zei Caroline van der Plas.", "Caroline van der Plas", "Caroline van der Plas"),
    ("Dat zei Sophie in 't Veld.", "Sophie in 't Veld", "Sophie in 't Veld"),
    ("Dat zei Frans Timmermans.", "Frans Timmermans", "Frans Timmermans"),
    ("Dat zei mevrouw Hofstra.", "Hofstra", "mevrouw Hofstra"),
    ("Dat zei Joost Veenstra (VVD) woensdag.", "Joost Veenstra", "Joost Veenstra (VVD)"),
    (
        "Dat zei Marit Hofstra, directeur van het bedrijf.",
        "Marit Hofstra",
        "Marit Hofstra, directeur van het bedrijf",
    ),
    ("Trumps plan is niet nieuw.", "Donald Trump", "Trumps"),
    ("Poetins leger rukt op.", "Vladimir Poetin", "Poetins"),
    ("Vlaams minister Hilde Crevits wil dat.", "Hilde Crevits", "Vlaams minister Hilde Crevits"),
    ("Dat zei Bart De Wever.", "Bart De Wever", "Bart De Wever"),
    (
        "Dat zei advocaat Tjerkje van der Hofstra.",
        "Tjerkje van der Hofstra",
        "advocaat Tjerkje van der Hofstra",
    ),
    ("Dat zei voorzitter Michael van Praag.", "Michael van Praag", "voorzitter Michael van Praag"),
    (
        "Dat zei minister voor Leefmilieu Vera Hofstra.",
        "Vera Hofstra",
        "minister voor Leefmilieu Vera Hofstra",
    ),
    ("Dat zei hoogleraar staatsrecht Bert Hofstra.", "Bert Hofstra", "hoogleraar staatsrecht Bert Hofstra"),
    ("De 46-jarige Anthony B. is aangehouden.", "Anthony B.", "Anthony B."),
    ("Dat zei de Zwolse Anouk Hofstra.", "Anouk Hofstra", "Anouk Hofstra"),
    ("Dat zei hoofd communicatie Bert Hofstra.", "Bert Hofstra", "hoofd communicatie Bert Hofstra"),
    ("Dat zei LTO Noord-voorzitter Bert Hofstra.", "Bert Hofstra", "LTO Noord-voorzitter Bert Hofstra"),
    (
        "Dat zei wethouder Economische Zaken, Kunst en Cultuur Anouk Hofstra (D66).",
        "Anouk Hofstra",
        "wethouder Economische Zaken, Kunst en Cultuur Anouk Hofstra (D66)",
    ),
    (
        "Dat zei fractieleider Bert Hofstra van Hart voor Zwolle.",
        "Bert Hofstra",
        "fractieleider Bert Hofstra van Hart voor Zwolle",
    ),
    (
        "Dat zei Anouk Hofstra, D66 wethouder en locoburgemeester.",
        "Anouk Hofstra",
        "Anouk Hofstra, D66 wethouder en locoburgemeester",
    ),
    (
        "Dat zei professor Arbeidseconomie Bert Hofstra.",
        "Bert Hofstra",
        "professor Arbeidseconomie Bert Hofstra",
    ),
    ("Dat zei PvdA'er Sjoukje van Hofstra.", "Sjoukje van Hofstra", "PvdA'er Sjoukje van Hofstra"),
    ("Dat zei de Belg Bert Hofstra.", "Bert Hofstra", "de Belg Bert Hofstra"),
    ("Dat zei de Pool Frans Hofstra.", "Frans Hofstra", "de Pool Frans Hofstra"),
    ("Dat zeggen de VVD'ers Hofstra en Tolsma.", "Hofstra", "de VVD'ers Hofstra"),
    ("Toen viel de regering van Bert Hofstra.", "Bert Hofstra", "Bert Hofstra"),
    ("Dat zei partijleider Frans Hofstra.", "Frans Hofstra", "partijleider Frans Hofstra"),
    (
        "Dat zei Bert Hofstra, Managing Director van Philips.",
        "Bert Hofstra",
        "Bert Hofstra, Managing Director van Philips",
    ),
]


@pytest.mark.parametrize(("text", "name", "phrase"), PHRASES)
def test_a_person_is_named_with_title_and_all(text: str, name: str, phrase: str) -> None:
    assert words(text, name) == [phrase]


ROLES = [
    ("Dat zei minister Brekelmans van Defensie.", "minister van Defensie"),
    (
        "De Amerikaanse minister van Defensie Hegseth noemde dat onhaalbaar.",
        "Amerikaanse minister van Defensie",
    ),
    ("Marit Hofstra, directeur van het bedrijf, wil niets zeggen.", "directeur van het bedrijf"),
    ("CDA-voorman en minister Joost Veenstra gaf dat aan.", "CDA-voorman en minister"),
    ("Burgemeester Anouk Hofstra van Zwolle sluit de straat.", "burgemeester van Zwolle"),
    ("Volgens Anouk Hofstra, onze politiek redacteur die het volgt, kan het.", "politiek redacteur"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_role_is_read_as_one(text: str, role: str) -> None:
    assert list(named(text).values()) == [role]


NOBODY = [
    "Het gebeurde in Zwolle, vlak bij het Jansenplein.",
    "De NAVO-missie in Litouwen gaat door.",
    "Het DNA van het slachtoffer is onderzocht.",
    "Herstel van vertrouwen is nodig.",
    "In de Krim is het rustig.",
    "Het was rustig in de Van Hofstralaan.",
    "Nochtans legt het plan de nadruk op belastingen.",
    "Faillissement is geen gewenst resultaat.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_places_and_things_are_nobody(text: str) -> None:
    assert named(text) == {}


WHERE_A_NAME_ENDS = [
    ("Hij werd bedreigd door Bert T. Justitie wil hem vervolgen. Volgens Bert T. klopt dat niet.", "Bert T."),
    ("Anouk Hofstra Christelijke Bond. Dat zegt Anouk Hofstra van de bond.", "Anouk Hofstra"),
    ("Foto: Anouk Hofstra De brug bij het dorp.", "Anouk Hofstra"),
    ("Commandant der Strijdkrachten Van Hofstra zweeg.", "Van Hofstra"),
    ("Volgens Dirk Hofstra kan het. Van Hofstra is bekend dat hij graag loopt.", "Dirk Hofstra"),
]


@pytest.mark.parametrize(("text", "name"), WHERE_A_NAME_ENDS)
def test_a_name_ends_where_the_article_has_it_whole(text: str, name: str) -> None:
    assert list(named(text)) == [name]


UNNAMED = [
    ("Dat zei een woordvoerder van burgemeester Hofstra.", "woordvoerder van burgemeester Hofstra"),
    ("Dat zei de zoon van Bert Hofstra.", "zoon van Bert Hofstra"),
    ("Dat zei een kopstuk van D66.", "kopstuk van D66"),
]


@pytest.mark.parametrize(("text", "name"), UNNAMED)
def test_who_is_told_by_another_is_not_that_other(text: str, name: str) -> None:
    assert named(text) == {} or name not in named(text)
    assert len(words(text, name)) == 1


def test_who_is_named_inside_a_role_can_be_meant_by_a_part_of_the_name() -> None:
    text = "De dochters van Jan Hofstra kwamen langs. Waarom moest Jan weg?"
    assert words(text, "Jan Hofstra") == ["Jan Hofstra", "Jan"]


def test_a_surname_is_short_for_the_full_name() -> None:
    text = "Anouk Hofstra kwam langs. Later zei Hofstra dat het kon. Hofstra's plan is klaar."
    assert words(text, "Anouk Hofstra") == ["Anouk Hofstra", "Hofstra", "Hofstra's"]


def test_the_end_of_a_full_name_is_that_name() -> None:
    text = "Dat zei Hanke Hofstra Tolsma. Hofstra Tolsma wil niets zeggen."
    assert words(text, "Hanke Hofstra Tolsma") == ["Hanke Hofstra Tolsma", "Hofstra Tolsma"]


def test_a_member_of_the_chamber_may_be_of_any_party() -> None:
    _, chains = found("Dat zei Kamerlid Arno Hofstra.")
    assert [(chain.role, chain.party) for chain in chains if chain.kind == "person"] == [("Kamerlid", "")]


def test_who_is_tried_under_an_initial_is_a_person() -> None:
    _, chains = found("Vandaag moet L. worden vrijgesproken, vindt zijn advocaat.")
    assert ("L.", "person") in [(chain.name, chain.kind) for chain in chains]


def test_a_name_that_the_registry_knows_whole_ends_there() -> None:
    text = (
        "Staatssecretaris Eva De Bleeker stapt op. Volgens haar heeft Alexander De Croo De Bleeker gesteund."
    )
    assert list(named(text)) == ["Eva De Bleeker", "Alexander De Croo"]


def test_a_surname_that_looks_like_a_thing_is_that_of_the_full_name() -> None:
    assert list(named("Joshua Zandzee scoorde. Zandzee was blij.")) == ["Joshua Zandzee"]


def test_two_of_one_surname_stay_two() -> None:
    text = "Anouk Hofstra en Bert Hofstra kwamen langs. Bert Hofstra zei niets. Daarna vertrok Hofstra."
    assert words(text, "Anouk Hofstra") == ["Anouk Hofstra"]
    assert words(text, "Bert Hofstra") == ["Bert Hofstra", "Bert Hofstra", "Hofstra"]


def test_a_common_surname_is_not_taken_for_somebody_known() -> None:
    _, chains = found("Volgens Jansen is het plan goed.")
    (jansen,) = [chain for chain in chains if chain.kind == "person"]
    assert (jansen.name, jansen.identity) == ("Jansen", "")


def test_who_is_of_another_party_is_not_taken_for_somebody_known() -> None:
    _, chains = found("Volgens raadslid Anna Bos (SP) kan het, maar Rutte (SP) twijfelt.")
    assert {chain.name for chain in chains if chain.kind == "person"} == {"Anna Bos", "Rutte"}


def test_an_office_tells_which_of_two_is_meant() -> None:
    _, chains = found("Staatssecretaris Rutte wil dat niet. NAVO-chef Rutte wel.")
    assert {chain.name for chain in chains if chain.kind == "person"} & {"Mark Rutte"}


def test_the_full_name_has_the_identity_of_the_registry() -> None:
    _, chains = found("Dat zei defensieminister Ruben Brekelmans (VVD).")
    (chain,) = [chain for chain in chains if chain.kind == "person"]
    assert (chain.identity, chain.party, chain.gender) == ("persoon:ruben-brekelmans", "VVD", "m")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Het is erg", treurt Anneke van der Geest (PW2010).', "Anneke van der Geest"),
        ('"Dat niet", zegt Ann Van de Steen.', "Ann Van de Steen"),
        ("Hoekmans wil dat het anders gaat.", "Hoekmans"),
        ("Letsch vindt dat zijn ploeg te weinig kreeg.", "Letsch"),
    ],
)
def test_who_reports_is_a_person(text: str, name: str) -> None:
    assert [speaker for _, speaker in statements(text)] == [name]
