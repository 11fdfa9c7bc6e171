"""Dutch in, what is said out: each construction with the words that name who says it, and counterexamples."""

import pytest

from prose import analysis, attributions, statements, told
from standpunt.model import Form, Role
from standpunt.reading import interpret

DIRECT = [
    # the cue behind, before, between
    ('"We gaan door", zei minister De Wit van Verkeer.', [("We gaan door", "minister De Wit van Verkeer")]),
    ("„We gaan door”, aldus de wethouder.", [("We gaan door", "de wethouder")]),
    ('De voorzitter zei: "Het is klaar."', [("Het is klaar.", "De voorzitter")]),
    (
        "‘Het is klaar’, zegt Jansen, ‘en we gaan naar huis.’",
        [("Het is klaar … en we gaan naar huis.", "Jansen")],
    ),
    # in the middle of a sentence, without a comma
    ("'Maar', zo zei Jansen 'zonder geld gaat het niet.'", [("Maar … zonder geld gaat het niet.", "Jansen")]),
    # where the reporter writes from is nobody
    ('ZWOLLE "Het is klaar."', [("Het is klaar.", "")]),
    ('Jansen: "Dat was niet de afspraak."', [("Dat was niet de afspraak.", "Jansen")]),
    ('Volgens De Boer: "Dat was niet de afspraak."', [("Dat was niet de afspraak.", "De Boer")]),
    # several sentences between one pair of marks are one statement
    ('"We gaan door. Er is geen weg terug", zei Jansen.', [("We gaan door. Er is geen weg terug", "Jansen")]),
    # a full stop behind the cue ends it
    ('"Nee", zei Jansen. "Dat doen we niet."', [("Nee", "Jansen"), ("Dat doen we niet.", "")]),
    # ... and so does another cue behind a sentence that goes on
    (
        "“Al maanden vragen we ernaar,” stelt Jansen, “En dan is het in een keer af”, bedenkt Jansen.",
        [("Al maanden vragen we ernaar", "Jansen"), ("En dan is het in een keer af", "Jansen")],
    ),
    # every style of marks
    ("«Dat kan niet», vindt de burgemeester.", [("Dat kan niet", "de burgemeester")]),
    (",,Dat kan niet'', vindt de burgemeester.", [("Dat kan niet", "de burgemeester")]),
    ("'Dat kan 's avonds niet', vindt de burgemeester.", [("Dat kan 's avonds niet", "de burgemeester")]),
    ("“Dat kan niet,” vindt de burgemeester.", [("Dat kan niet", "de burgemeester")]),
    # Flemish
    ("“Zo kan het niet langer”, klinkt het bij de vakbond.", [("Zo kan het niet langer", "de vakbond")]),
]

INDIRECT = [
    ("De minister zegt dat er geen geld is.", [("er geen geld is", "De minister")]),
    ("Er is geen geld, zegt de minister.", [("Er is geen geld", "de minister")]),
    ("Volgens de minister is er geen geld.", [("is er geen geld", "de minister")]),
    ("Er is volgens hem geen geld.", [("Er is … geen geld", "hem")]),
    # a clause that goes on with `en dat` is still of who began it
    (
        "Jansen zegt dat er een park op stapel staat en dat het er komt.",
        [("er een park op stapel staat en dat het er komt", "Jansen")],
    ),
    # what somebody wants another to say is not said by him
    ("De bond verwacht dat de club erkent dat het misging.", [("de club erkent dat het misging", "De bond")]),
    ("De bond zegt dat de club erkent dat het misging.",
     [("de club erkent dat het misging", "De bond"), ("het misging", "de club")]),
    ("Voor de bond is sluiting geen optie.", [("is sluiting geen optie", "de bond")]),
    ("Voor Jan Smit is dat een breekpunt.", [("is dat een breekpunt", "Jan Smit")]),
    ("Er is geen geld, aldus Jansen.", [("Er is geen geld", "Jansen")]),
    # `als` without a clause of its own does not open one
    (
        "Het tekort werd vorig jaar niet als probleem gezien, aldus Jansen.",
        [("Het tekort werd vorig jaar niet als probleem gezien", "Jansen")],
    ),
    ("Er is geen geld, heeft de minister gezegd.", [("Er is geen geld", "de minister")]),
    ("Jansen verduidelijkt: een verbod is niet het doel.", [("een verbod is niet het doel", "Jansen")]),
    ("De actie is afgekeurd door de voorzitter, Jan Smit.", [("De actie", "de voorzitter")]),
    (
        "Zij hebben aan het bestuur van de Bond gevraagd om een plan te maken.",
        [("een plan te maken", "Zij")],
    ),
    (
        "Jan Smit kwam met een motie waarin de raad werd opgeroepen te wachten.",
        [("te wachten", "Jan Smit")],
    ),
    ("Jansen vindt dat geen optie, maar gaat mee.", [("dat geen optie", "Jansen")]),
    ("Jansen noemt het een schande dat de wens niet telt.", [("het een schande dat de wens niet telt", "Jansen")]),
    (
        "Het kabinet moet geld geven. Met die boodschap komt de vakbond.",
        [("Het kabinet moet geld geven", "de vakbond")],
    ),
    # what the reporter tells of the thing is no part of it
    ("De bond hekelt het plan, dat al jaren stilligt.", [("het plan", "De bond")]),
    # of a relative clause with a source of its own, that clause
    ("De man, die volgens de politie gewapend was, is gevlucht.", [("die … gewapend was", "de politie")]),
    (
        "Dat de brug dicht ging, wat volgens Bos een dag scheelt, vond De Wit geen probleem.",
        [
            ("de brug dicht ging, wat volgens Bos een dag scheelt", "De Wit"),
            ("wat … een dag scheelt", "Bos"),
        ],
    ),
    # a clause in front that has its main clause with it
    (
        "Als de tol komt, zal de brug leeg blijven, vreest voorzitter Jansen.",
        [("Als de tol komt, zal de brug leeg blijven", "voorzitter Jansen")],
    ),
    (
        "Wethouder De Wit en raadslid Pieters zeggen dat het te duur is.",
        [("het te duur is", "Wethouder De Wit en raadslid Pieters")],
    ),
    ("Op de vraag of het lukt, klonk het dat de brug sterk is.", [("de brug sterk is", "")]),
    ("Omdat Jansen zegt dat het kan, hebben we de brug gekocht.", [("het kan", "Jansen")]),
    # what is told of the source is no part of it, and each of two sources has its own clause
    (
        "Volgens Jansen, die lang ziek was, is de brug te duur.",
        [("is de brug te duur", "Jansen")],
    ),
    (
        "Dat werd volgens de bond genegeerd en is volgens Jansen te zwak.",
        [("Dat werd … genegeerd", "de bond"), ("is … te zwak", "Jansen")],
    ),
    ("Europa moet wat haar betreft meer doen.", [("Europa moet … meer doen", "haar")]),
    ("De raad wil van de wethouder horen hoe het gaat.", [("hoe het gaat", "De raad")]),
    ("De molens krijgen, zo is de hoop van Jansen, reclame.", [("De molens krijgen … reclame", "Jansen")]),
    ("Het is genoeg geweest, was de boodschap van Jansen.", [("Het is genoeg geweest", "Jansen")]),
    ("De raad wil een debat over de brug.", [("een debat over de brug", "De raad")]),
    ("De fractie vraagt de afschaffing van de tol.", [("de afschaffing van de tol", "De fractie")]),
    ("De bond kreeg van de minister te horen dat het geld op is.", [("het geld op is", "de minister")]),
    # an aside between dashes
    ("Jansen zegt de wet - die niemand kent - te willen wijzigen.", [("de wet … te willen wijzigen", "Jansen")]),
    (
        "De bond dreigt met een staking, maar kan die volgens Jansen pas later houden.",
        [("een staking", "De bond"), ("maar kan die … pas later houden", "Jansen")],
    ),
    # what follows a clause with `waarbij` is another's
    (
        "Jansen zei op te stappen, waarbij De Wit opmerkte dat het tijd was.",
        [("op te stappen", "Jansen"), ("het tijd was", "De Wit")],
    ),
    ("De bond vraagt of de lonen omhoog kunnen.", [("de lonen omhoog kunnen", "De bond")]),
    ("De partij wil dat de grens dicht gaat.", [("de grens dicht gaat", "De partij")]),
    ("Hij legde uit waarom het plan niet doorgaat.", [("waarom het plan niet doorgaat", "Hij")]),
    ("De club zegt de speler te willen houden.", [("de speler te willen houden", "De club")]),
    ("De bond riep op om thuis te blijven.", [("thuis te blijven", "De bond")]),
    ("De raad pleit voor een verbod op vuurwerk.", [("een verbod op vuurwerk", "De raad")]),
    ("De wethouder staat achter het plan dat er nu ligt.", [("het plan dat er nu ligt", "De wethouder")]),
    ("De brug blijft dicht. Dat meldt de gemeente Veendijk.", [("De brug blijft dicht", "de gemeente Veendijk")]),
    (
        "De school laat weten dat de les doorgaat en benadrukt dat niemand gevaar liep.",
        [("de les doorgaat", "De school"), ("niemand gevaar liep", "De school")],
    ),
]  # fmt: skip

MIXED = [
    (
        "Jansen zegt dat de raad te laat was, wat 'niet helpt om verder te komen'.",
        "de raad te laat was, wat 'niet helpt om verder te komen'",
    ),
    ('De minister noemt het plan "onhaalbaar".', 'het plan "onhaalbaar"'),
    (
        'De boeren gaan "gas geven, reken daar maar op", zegt hij in een film met de titel "Het gaat".',
        'De boeren gaan "gas geven, reken daar maar op"',
    ),
    (
        'Jansen hekelt het beeld, dat tot nu toe "sturend" is geweest.',
        'het beeld, dat tot nu toe "sturend" is geweest',
    ),
    (
        'Plaatsvervangend minister van Zaken, Jan Smit, hekelt het "verplichte systeem".',
        'het "verplichte systeem"',
    ),
    ('De prijzen stijgen "sneller dan verwacht", zegt de bank.', 'De prijzen stijgen "sneller dan verwacht"'),
]

DECLINES = [
    ("Of het plan doorgaat, wil de minister nog niet zeggen.", "het plan doorgaat"),
    ("Op het overleg wil de premier niet vooruitlopen.", "het overleg"),
    ("De minister kent de landen. Hij wil niet zeggen welke.", "welke"),
    ("Hij wil niet zeggen met welke landen er wordt gepraat.", "met welke landen er wordt gepraat"),
]

NOTHING_SAID = [
    "De brug gaat maandag weer open.",
    "De zogeheten 'groene golf' werkt niet.",
    "Dat zegt veel over de club.",
    "Het gebeurde volgens plan.",
    "De genoemde landen zaten aan tafel.",
    "De minister ontmoette zijn collega in Parijs.",
    "Het boek 'De avonden' is herdrukt.",
    "Het plan stuit op verzet en dat vindt tegenstand bij de bond.",
    "Met zijn houding dreigt de korpschef steun te verspelen.",
    "Voor de winter is het bos onbegaanbaar.",
    "Na een volgens haar onrustige nacht ging zij naar huis.",
    "Het stellen van vragen is een recht.",
    "Jansen denkt aan het belonen van mensen die bereid zijn om te wachten.",
    "Er bleef verschil bestaan 'over de manier waarop'.",
    "Er werd nog gezegd dat het snel kan gaan.",
    "Voor ouderen moet er een park komen.",
    "Boos is Jansen, net als de buren die naar de avond over de molens kwamen.",
    "De raad wil een nieuwe zaal.",
    "De bond heeft een ultimatum gesteld dat maandag om 10.00 uur afloopt.",
    "De bond wil een cao afsluiten waarbij het loon stijgt.",
    "Als dat zo is, zegt Jansen niets meer.",
    "De partij communiceert niet met ons, terwijl de raad dat net wel moet doen.",
    # nobody in particular, or nobody yet
    "Wie verwachtte dat het klaar was, kwam bedrogen uit.",
    "Hoewel niemand ervan uitgaat dat het lukt, is het een teken.",
    "Als de bewoners willen dat er een onderzoek komt, moeten ze een plan indienen.",
    "Gisteren bleek dat er te veel verzet is tegen het voorstel.",
    "Hij belde rond, zodat de raad uitspreekt dat het niet kan.",
    # what was told before, and no clause
    "Jansen wil dat wel en dus wordt het moeilijk.",
    # a way of doing, the name of a thing, a nickname, a heading in the line
    "Er komen wedstrijden volgens een knock-outsysteem.",
    "De man (‘de betrouwbare’) staat terecht.",
    "‘Zet ons niet op slot’ - De raad kwam dinsdag bijeen.",
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_speech(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert {a.form for a in attributions(text)} == {Form.DIRECT}


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_indirect_speech(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert {a.form for a in attributions(text)} == {Form.INDIRECT}


@pytest.mark.parametrize(("text", "content"), MIXED)
def test_quoted_fragments(text: str, content: str) -> None:
    (found,) = attributions(text)
    assert (found.content[0].of(text), found.form) == (content, Form.MIXED)


@pytest.mark.parametrize(("text", "content"), DECLINES)
def test_declining(text: str, content: str) -> None:
    (found,) = attributions(text)
    assert (found.content[0].of(text), found.declines) == (content, True)


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


def test_an_attribution_inside_anothers_words_is_nested() -> None:
    outer, inner = attributions('"De premier heeft beloofd dat er geld komt", zegt Jansen.')
    assert outer.outer is None
    assert inner.outer == 0
    assert " ".join(t.text for t in inner.source) == "De premier"


def test_what_stands_before_the_colon_is_told_too() -> None:
    assert told("Jansen vindt het zonde van het geld: 'Ik hou er niet van.'") == [
        ("het zonde van het geld", "Jansen"),
        ("Ik hou er niet van.", "Jansen"),
    ]


def test_an_infinitive_inside_anothers_words_needs_a_name_and_a_verb_of_saying() -> None:
    """What somebody says that others think or refuse is his own."""
    said = '"Zij dachten snel te zijn en weigeren te praten", zegt Jansen.'
    assert told(said) == [("Zij dachten snel te zijn en weigeren te praten", "Jansen")]


def test_a_headline_that_repeats_the_article_is_no_statement() -> None:
    assert attributions('"We gaan door"', Role.PULL_QUOTE) == []


def test_a_caption_holds_no_statement() -> None:
    assert attributions("Jansen zegt dat het kan.", Role.CAPTION) == []


def test_an_object_reports_only_when_its_subject_can_speak() -> None:
    assert statements("De storm eiste drie levens.") == []
    assert statements("De vakbond eiste hogere lonen.") == [("hogere lonen", "vakbond")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"Het is klaar", zei Jansen zaterdag in Utrecht.', "zaterdag"),
        ("De minister zei gisteren dat er geen geld is.", "gisteren"),
        ("Jansen vertrekt op 20 januari, en zegt dat het tijd is.", None),
    ],
)
def test_when_it_was_said(text: str, said: str | None) -> None:
    reading = interpret(analysis(text))
    (index,) = {statement.said for statement in reading.statements}
    assert (None if index is None else reading.times[index].span.of(text)) == said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jansen «Dat is waar. We zien wel.»", "Jansen"),
        ('"Dat wordt niets", sombert Jansen.', "Jansen"),
        ("In zijn ogen had de raad moeten zwijgen.", "zijn"),
        ("Uit cijfers van de bank blijkt dat de lonen stijgen.", "de bank"),
    ],
)
def test_who_is_named(text: str, source: str) -> None:
    assert [named for _, named in told(text)] == [source]


@pytest.mark.parametrize(
    "text",
    ["‘’Dat kan niet’’, zegt Jansen.", ",,Dat kan niet’’, zegt Jansen.", "''Dat kan niet'', zegt Jansen."],
)
def test_two_single_marks_are_one_double_mark(text: str) -> None:
    assert told(text) == [("Dat kan niet", "Jansen")]


def test_what_somebody_had_said_before() -> None:
    assert told("Zoals de bonden hadden verwacht, ligt het werk stil.") == [
        ("ligt het werk stil", "de bonden")
    ]
