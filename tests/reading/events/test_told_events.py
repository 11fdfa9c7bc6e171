"""Events of one article: sentence in, who, where, when and status out; counterexamples beside them."""

import pytest

from prose import analysis
from standpunt.model import EventStatus, Reading
from standpunt.reading import interpret

HAPPENED, PLANNED, HYPOTHETICAL = EventStatus.HAPPENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL


def read(text: str) -> Reading:
    return interpret(analysis(text))


def told(text: str) -> list[tuple[str, str]]:
    """The words that tell an event, and its status."""
    return [(event.trigger.of(text), event.status.value) for event in read(text).events]


def circumstances(text: str) -> list[tuple[str, set[str], str, str]]:
    """The word, who takes part, where and when."""
    reading = read(text)
    return [
        (
            event.trigger.of(text),
            {reading.chains[chain].name for chain in event.participants},
            event.place.of(text) if event.place else "",
            reading.times[event.time].span.of(text) if event.time is not None else "",
        )
        for event in reading.events
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("De raad stemde dinsdag voor de motie.", HAPPENED),
        ("De raad heeft dinsdag voor de motie gestemd.", HAPPENED),
        ("De raad stemt dinsdag voor de motie.", PLANNED),
        ("De raad zal voor de motie stemmen.", PLANNED),
        ("De raad gaat over de motie stemmen.", PLANNED),
        ("De raad stemt straks voor de motie.", PLANNED),
        ("De raad besloot dinsdag om in mei over de motie te stemmen.", PLANNED),
        ("De raad zou dinsdag voor de motie hebben gestemd.", HYPOTHETICAL),
        ("De raad stemt misschien dinsdag voor de motie.", HYPOTHETICAL),
        ("De raad kan dinsdag voor de motie stemmen.", HYPOTHETICAL),
        ("Als de raad dinsdag voor de motie stemt, gaat de brug dicht.", HYPOTHETICAL),
        ("Heeft de raad dinsdag voor de motie gestemd?", HYPOTHETICAL),
        ("De burgemeester ontkent dat de raad dinsdag voor de motie stemde.", HYPOTHETICAL),
    ],
)
def test_the_status_of_a_verb(text: str, status: EventStatus) -> None:
    assert status.value in [found for word, found in told(text) if word.startswith(("ste", "Ste", "gestemd"))]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Het debat van donderdag in de gemeenteraad liep uit.", ("debat", "happened")),
        ("Het komende overleg in Zwinhaven wordt moeilijk.", ("overleg", "planned")),
        ("Een eventuele staking in Zwinhaven treft de haven.", ("staking", "hypothetical")),
        ("De partijen sloten dinsdag een akkoord.", ("akkoord", "happened")),
        ("De oppositie eist een debat met de minister.", ("debat", "hypothetical")),
        ("Voorafgaand aan de ministerraad zei Anna Hoek dat ze blijft.", ("ministerraad", "planned")),
        ("De zitting is op 12 maart.", ("zitting", "planned")),
        ("Het congres dat zaterdag wordt gehouden, trekt veel volk.", ("congres", "planned")),
    ],
)
def test_the_status_of_a_noun(text: str, event: tuple[str, str]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vergaderen is lastig.",
        "De gemeenteraad vergadert elke maand.",
        "Een goed gesprek lost veel op.",
        "De raad stemde dinsdag niet voor de motie.",
        "Er komt geen debat.",
        "De minister weigerde met de bonden te praten.",
        "De aangehouden man is vijftig jaar.",
        "De onderhandelingen zijn moeilijk.",
        "Hij gaat met het voorstel akkoord.",
        '"Wij praten met iedereen", zei Anna Hoek.',
        "De uitspraak van de minister viel slecht.",
    ],
)
def test_what_is_general_a_habit_or_denied_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "President Anna Hoek ontmoette dinsdag premier Bram Veenstra in Zwinhaven.",
            ("ontmoette", {"Anna Hoek", "Bram Veenstra"}, "Zwinhaven", "dinsdag"),
        ),
        (
            "Afgelopen donderdag spraken minister Anna Hoek en premier Bram Veenstra elkaar in Parijs over de haven.",
            ("spraken", {"Anna Hoek", "Bram Veenstra"}, "Parijs", "Afgelopen donderdag"),
        ),
        (
            "Premier Bram Veenstra schuift maandag in Parijs aan voor spoedoverleg met president Anna Hoek.",
            ("spoedoverleg", {"Anna Hoek", "Bram Veenstra"}, "Parijs", "maandag"),
        ),
        (
            "De politie heeft vrijdag in Parijs een man aangehouden.",
            ("aangehouden", {"politie", "man"}, "Parijs", "vrijdag"),
        ),
        (
            "Minister Anna Hoek bracht in mei een bezoek aan Kyiv.",
            ("bezoek", {"Anna Hoek"}, "Kyiv", "mei"),
        ),
    ],
)
def test_who_where_and_when(text: str, event: tuple[str, set[str], str, str]) -> None:
    assert event in circumstances(text)


def test_a_definite_noun_takes_up_what_was_told() -> None:
    text = "Maandag is er spoedoverleg in Parijs. Het overleg duurt een dag.\nEen overleg is geen besluit."
    first, second = read(text).events
    assert (first.again, second.again) == (None, 0)


def test_who_comes_too_belongs_to_the_event_of_the_paragraph() -> None:
    text = (
        "Maandag is er overleg in Parijs. President Anna Hoek wordt daar ook verwacht.\n"
        "Premier Bram Veenstra is aanwezig."
    )
    reading = read(text)
    assert [event.again for event in reading.events] == [None, 0]
    assert [reading.chains[chain].name for chain in reading.events[1].participants] == ["Anna Hoek"]


def test_the_calendar_names_an_event() -> None:
    events = read("Dit weekend gaat Anna Hoek naar de jaarlijkse veiligheidsconferentie in München.").events
    assert [event.named for event in events] == ["Veiligheidsconferentie van München"]


def test_an_event_says_why() -> None:
    event = read("Wethouder Anna Hoek stapte dinsdag op.").events[0]
    assert (event.why.rule, event.why.entry) == ("verb", "opstappen")
    assert (event.why_status.rule, event.why_status.entry) == ("past tense", "stapte")
