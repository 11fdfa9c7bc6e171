"""What each line of an article is. An article is written as its lines; `roles` gives back line and role."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunt.model import Role
from standpunt.sources import blocks, headers, telling

LEAD = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad."
BODY = 'De oppositie vindt het plan te duur. "Dit geld is er niet", zegt Kamerlid Bos, die al jaren tegen is.'
MORE = "Volgens haar is de oude brug te smal voor het verkeer. Daarover is iedereen het eens."


def roles(*lines: str, joined: str = "\n\n", title: str = "") -> dict[str, Role]:
    text = joined.join(lines)
    return {block.span.of(text): block.role for block in blocks.of(text, headers.Stated(), title=title)}


def role_of(line: str, *, after: tuple[str, ...] = (LEAD, BODY), before: tuple[str, ...] = (MORE,)) -> Role:
    return roles(*after, line, *before)[line]


@given(st.text(alphabet="ab ,.!?…\"'“”’»›)]*_", max_size=12))
def test_a_line_is_closed_where_only_marks_follow_the_end_of_a_sentence(line: str) -> None:
    closed = re.search(r"[.!?…][\"'“”’»›)\]*_]*$", line) is not None
    assert telling.is_closed(line) is closed


def test_an_article_from_headline_to_foot() -> None:
    assert roles(
        " date 2031-02 ANP",
        "NOS Nieuws • vandaag, 09:12 • Aangepast vandaag, 10:45 Minister wil nieuwe brug",
        LEAD,
        "EPA De minister bij de oude brug, deze zomer",
        BODY,
        "'Heel vreemd'",
        MORE + " (ANP)",
        "Lees ook: Brug al jaren omstreden",
    ) == {
        "date 2031-02 ANP": Role.BYLINE,
        "NOS Nieuws • vandaag, 09:12 • Aangepast vandaag, 10:45": Role.BYLINE,
        "Minister wil nieuwe brug": Role.HEADLINE,
        LEAD: Role.LEAD,
        "EPA De minister bij de oude brug, deze zomer": Role.CAPTION,
        BODY: Role.BODY,
        "'Heel vreemd'": Role.HEADING,
        MORE: Role.BODY,
        "(ANP)": Role.BYLINE,
        "Lees ook: Brug al jaren omstreden": Role.BOILERPLATE,
    }


def test_a_text_may_follow_the_date_line_at_once() -> None:
    found = roles(f" date 2031-02 {LEAD}", BODY)
    assert found == {"date 2031-02": Role.BYLINE, LEAD: Role.LEAD, BODY: Role.BODY}


def test_a_newspaper_of_paper() -> None:
    assert roles("Bos: 'Brug moet wachten'", LEAD, "Brussel", "Eigen berichtgeving", "Anna Smit", BODY) == {
        "Bos: 'Brug moet wachten'": Role.HEADLINE,
        LEAD: Role.LEAD,
        "Brussel": Role.BYLINE,
        "Eigen berichtgeving": Role.BYLINE,
        "Anna Smit": Role.BYLINE,
        BODY: Role.BODY,
    }


def test_lines_without_blank_ones_between() -> None:
    found = roles("Minister wil brug", LEAD, BODY, "Te duur", MORE, joined="\n")
    assert list(found.values()) == [Role.HEADLINE, Role.LEAD, Role.BODY, Role.HEADING, Role.BODY]


def test_markdown() -> None:
    found = roles("# Minister wil brug", LEAD, "## Te duur", BODY, "---", MORE)
    assert list(found.values()) == [
        Role.HEADLINE, Role.LEAD, Role.HEADING, Role.BODY, Role.BOILERPLATE, Role.BODY
    ]  # fmt: skip


def test_a_title_given_apart_is_the_headline_wherever_it_stands() -> None:
    found = roles("Linge", "De brug komt er.", LEAD, BODY, title="De brug komt er.")
    assert found["De brug komt er."] is Role.HEADLINE


@pytest.mark.parametrize(
    "line",
    [
        "'Groepjes EU-landen'",
        "Agressie niet belonen",
        "Spoedoverleg",
        "’Heel vreemd’",
        "Wat nu?",
        "Niet zonder de Kamer, zegt Bos",
    ],
)
def test_headings(line: str) -> None:
    assert role_of(line) is Role.HEADING


@pytest.mark.parametrize(
    "line",
    [
        '"Nee."',
        '"Dat weet ik niet", zegt ze.',
        "Zo niet.",
        "Zij noemt drie redenen:",
        "- De brug is te smal",
        "• De brug is te oud",
        "2. Hij is te duur",
        "en daarna de oude brug",
        "De minister,",
        "Wat een plan! #brug https://kade.example/brug",
    ],
)
def test_short_lines_that_are_no_headings(line: str) -> None:
    assert role_of(line) is Role.BODY


def test_the_questions_of_an_interview_are_no_headings() -> None:
    found = roles(
        LEAD, "Waarom een brug?", '"Daarom."', "Wie betaalt dat?", '"Wij."', "En wanneer?", '"In 2033."', MORE
    )
    assert list(found.values()) == [Role.LEAD, *[Role.BODY] * 7]


CAPTIONS = [
    "EPA De minister bij een bezoek aan de brug, deze zomer",
    "ANP De minister was in april nog bij de brug",
    "AFP Minister Smit op de brug.",
    "ANP / Hollandse Hoogte De brug bij avond",
    "Omroep Linge / Bas Vos De oude brug bij Leerdam, vorige winter",
    "Minister Smit op de brug. Ⓒ ANP / ANP",
    "Minister Smit op de brug © Photo News",
    "Minister Smit op de brug, gisterochtend - ANP",
    "Minister Smit op de brug. Foto Bas van der Vos",
    "Minister Smit op de brug. Beeld ANP",
    "Foto: Anna Smit",
    "Beeld ANP",
    "Archieffoto van de brug",
    "11:01 'De brug is te smal voor het verkeer'",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions(line: str) -> None:
    assert role_of(line) is Role.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "ANP meldt dat de brug vrijdag dicht is.",
        "Reuters Nederland weet van niets, zegt een woordvoerder.",
        "Dat geeft een vertekend beeld van de Linge, zegt Bos.",
        "Op de foto staat Anna Smit naast haar brug.",
        "Om 11:01 was de brug dicht, zegt de minister.",
        "De foto: een brug zonder leuning.",
    ],
)
def test_no_captions(line: str) -> None:
    assert role_of(line) is Role.BODY


PULL_QUOTES = [
    "De oude brug is te smal voor het verkeer, volgens de minister",
    "„Dit geld is er niet”, zegt Kamerlid Bos, al jaren tegen het plan",
    "'De oude brug is te smal voor het verkeer en daarover is iedereen het eens'",
    "Volgens haar is de oude brug te smal voor het verkeer.",
]


@pytest.mark.parametrize("line", PULL_QUOTES)
def test_pull_quotes_repeat_the_article(line: str) -> None:
    assert role_of(line) is Role.PULL_QUOTE


@pytest.mark.parametrize(
    "line",
    [
        "De provincie wil juist een veerpont, want die kost bijna niets en vaart elke dag.",
        "De minister zegt dat de oude brug vrijdag voor het verkeer dichtgaat, ook voor fietsers.",
    ],
)
def test_a_paragraph_that_says_something_new_is_no_pull_quote(line: str) -> None:
    assert role_of(line) is Role.BODY


def test_of_two_equal_paragraphs_one_stays() -> None:
    text = "\n\n".join((LEAD, MORE, BODY, MORE))
    found = [block.role for block in blocks.of(text, headers.Stated())]
    assert found == [Role.LEAD, Role.BODY, Role.BODY, Role.PULL_QUOTE]


def test_who_says_a_pull_quote_stands_below_it() -> None:
    quote = "'De oude brug is te smal voor het verkeer, daarover is iedereen het eens'"
    found = roles(LEAD, BODY, quote, "Eva Bos", MORE)
    assert (found[quote], found["Eva Bos"]) == (Role.PULL_QUOTE, Role.PULL_QUOTE)


BOILERPLATE = [
    "Lees ook: De brug is al jaren te smal",
    "Lees ook De brug is al jaren te smal",
    "Luister naar dit artikel",
    "Meld je aan voor onze nieuwsbrief",
    "Deel dit artikel",
    "Advertentie",
    "Tweet",
    "Accepteer cookies om deze video te bekijken",
    "© 2031 De Kade",
    "https://kade.example/brug",
    "* * *",
]


@pytest.mark.parametrize("line", BOILERPLATE)
def test_boilerplate(line: str) -> None:
    assert role_of(line) is Role.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "Luister naar de burgers, zegt de burgemeester.",
        "Deel van de brug is gesloten, zegt de minister.",
        "Een advertentie voor de brug was misleidend.",
    ],
)
def test_no_boilerplate(line: str) -> None:
    assert role_of(line) is Role.BODY


BYLINES = [
    "Van onze verslaggever",
    "Van onze parlementaire redactie",
    "Door een onzer redacteuren",
    "Onze correspondent in Parijs",
    "Door Anna Smit",
    "Eigen berichtgeving",
    "Leestijd 3 minuten",
    "Analyse",
]


@pytest.mark.parametrize("line", BYLINES)
def test_bylines(line: str) -> None:
    assert roles("Minister wil brug", line, LEAD, BODY)[line] is Role.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "Van onze bruggen zijn er twintig te smal.",
        "Door een storing was de brug dicht.",
        "Onze correspondent zag het gebeuren.",
        "De redactie weet van niets.",
    ],
)
def test_no_bylines(line: str) -> None:
    assert role_of(line) is Role.BODY


def test_links_below_the_last_paragraph() -> None:
    found = roles(
        LEAD, BODY, "Lees ook:", "Brug al jaren omstreden", "Wat kost een brug?", "• Anna Smit Gent"
    )
    assert list(found.values())[2:] == [Role.BOILERPLATE] * 3 + [Role.BYLINE]


def test_what_follows_the_end_belongs_to_other_articles() -> None:
    found = roles(LEAD, BODY, "Meer uit Binnenland", "GENT (BELGA) - " + MORE, "5 uur geleden", joined="\n")
    assert list(found.values()) == [Role.LEAD, Role.BODY, *[Role.BOILERPLATE] * 3]


def test_a_last_paragraph_without_its_full_stop_is_no_link() -> None:
    cut_off = MORE + " Wie dat niet gelooft, moet maar eens gaan kijken, want elke morgen staat er weer een"
    assert role_of(cut_off, before=()) is Role.BODY


def test_a_paragraph_broken_into_lines_of_one_width_is_body() -> None:
    found = roles(
        "De minister van Verkeer wil een nieuwe brug over de",
        "Linge. Dat zei ze vrijdag na de ministerraad in de",
        "hoofdstad. De oppositie vindt het plan te duur, zei",
        "Kamerlid Bos. Zij is al jaren tegen een brug over",
        "een rivier die niemand over wil.",
        joined="\n",
    )
    assert set(found.values()) == {Role.LEAD, Role.BODY}


def test_one_paragraph_is_body_and_one_title_a_headline() -> None:
    assert roles(LEAD) == {LEAD: Role.BODY}
    assert roles("Minister wil brug") == {"Minister wil brug": Role.HEADLINE}
