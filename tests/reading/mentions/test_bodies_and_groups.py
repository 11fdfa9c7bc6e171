"""States, parties, bodies and groups: who acts, and who is only a place or a medium."""

import pytest

from prose import analysis
from standpunt import registry
from standpunt.model import ActorKind, Role
from standpunt.reading import mentions


def actors(text: str) -> dict[str, ActorKind]:
    _, chains = mentions.find(analysis(text), registry.load())
    return {chain.name: chain.kind for chain in chains if chain.acts}


ACTORS = [
    ("Moskou laat weten dat het niet doorgaat.", "Rusland", ActorKind.STATE),
    ("De Russen trekken zich terug.", "Rusland", ActorKind.STATE),
    ("De VS en Oekraïne overleggen.", "Verenigde Staten", ActorKind.STATE),
    ("Amerika wil dat niet.", "Verenigde Staten", ActorKind.STATE),
    ("De EU moet een rol spelen.", "Europese Unie", ActorKind.ALLIANCE),
    ("De Tweede Kamer stemt volgende week.", "Tweede Kamer", ActorKind.ORGANISATION),
    ("De VVD is tegen.", "VVD", ActorKind.PARTY),
    ("Het kabinet is tegen.", "kabinet", ActorKind.ORGANISATION),
    ("De gemeente Zwolle sluit de straat af.", "gemeente Zwolle", ActorKind.ORGANISATION),
    ("De regering-Hofstra valt.", "regering-Hofstra", ActorKind.ORGANISATION),
    ("Europese landen willen aan tafel zitten.", "Europese landen", ActorKind.GROUP),
    ("De kwetsbare Baltische staten vrezen dat.", "Baltische staten", ActorKind.GROUP),
    ("Het ministerie van Landbouw zwijgt.", "ministerie van Landbouw", ActorKind.ORGANISATION),
    ("De gemeente sluit de straat af.", "gemeente", ActorKind.ORGANISATION),
    ("Het plan werd door de Zweedse regering afgewezen.", "Zweedse regering", ActorKind.ORGANISATION),
    ("De provincie Zeeland wil dat niet.", "provincie Zeeland", ActorKind.ORGANISATION),
    ("De actiegroep Red de Dijk wil dat niet.", "Red de Dijk", ActorKind.ORGANISATION),
    ("Land- en tuinbouworganisatie LTO wil dat niet.", "LTO", ActorKind.ORGANISATION),
    ("Agenten zochten de hele nacht.", "agenten", ActorKind.GROUP),
    ("De brandweer redde vier bewoners.", "bewoners", ActorKind.GROUP),
    ("De plannen zijn slecht voor leraren. Leraren willen dat niet.", "leraren", ActorKind.GROUP),
    ("Palestijnse gevangenen komen vrij.", "Palestijnse gevangenen", ActorKind.GROUP),
    ("Antwerpen doet al veel voor vluchtelingen.", "Antwerpen", ActorKind.ORGANISATION),
    ("Volgens de oppositie wil Zwolle dat niet.", "Zwolle", ActorKind.ORGANISATION),
    ("Het Hofstra Ziekenhuis in Zwolle sluit de deuren.", "Hofstra Ziekenhuis", ActorKind.ORGANISATION),
    ("De gemeente praat met andere buurtbewoners.", "buurtbewoners", ActorKind.GROUP),
    ("Het pand is gekocht door een projectontwikkelaar.", "projectontwikkelaar", ActorKind.ORGANISATION),
    ("De raadsleden willen de regie terug.", "raadsleden", ActorKind.GROUP),
    (
        "In navolging van inwoners van de gemeente Zwolle stapt zij op.",
        "inwoners van de gemeente Zwolle",
        ActorKind.GROUP,
    ),
    ("De Zwolse Statenfracties willen dat niet.", "Zwolse Statenfracties", ActorKind.GROUP),
    ("De raadscommissie ruimte vergadert vanavond.", "raadscommissie ruimte", ActorKind.ORGANISATION),
    (
        "Winkelketen Hofstra sluit vijf vestigingen. Dat zegt de topman van Hofstra.",
        "Hofstra",
        ActorKind.ORGANISATION,
    ),
    ("Het Rijk betaalt de helft.", "Rijk", ActorKind.ORGANISATION),
    ("De Belgische regering beslist. Ons land moet meer betalen.", "België", ActorKind.STATE),
    ("De grote winnaar, de VVD, wil dat niet.", "VVD", ActorKind.PARTY),
    ("Agenten, wijkbewoners en raadsleden oordelen fel.", "wijkbewoners", ActorKind.GROUP),
    ("Artsen, scholen en andere instellingen werken te duur.", "instellingen", ActorKind.GROUP),
    ("Zij kreeg vragen van een aantal oppositiepartijen.", "oppositiepartijen", ActorKind.GROUP),
    ("Dat is gedaan door Bert Tolsma en zijn medeverdachten.", "medeverdachten", ActorKind.GROUP),
    ("Alle partijen in de Tweede Kamer willen dat.", "partijen in de Tweede Kamer", ActorKind.GROUP),
    ("De rest van de oppositie wil dat niet.", "rest van de oppositie", ActorKind.ORGANISATION),
    ("Een Zwolse ondernemer vroeg daarnaar.", "Zwolse ondernemer", ActorKind.PERSON),
    (
        "Zij sprak met de directeur van de Dienst Duinbeheer.",
        "directeur van de Dienst Duinbeheer",
        ActorKind.PERSON,
    ),
    ("De drie grootste zorgverzekeraars stoppen ermee.", "zorgverzekeraars", ActorKind.GROUP),
    ("Zij sprak met het bureau van minister Brekelmans.", "Ruben Brekelmans", ActorKind.PERSON),
    ("Het plan krijgt steun van de linkse oppositie.", "linkse oppositie", ActorKind.ORGANISATION),
    ("De brandweer haalde enkele bewoners uit huis.", "bewoners", ActorKind.GROUP),
    ("Het Zandmuseum wil meer geld.", "Zandmuseum", ActorKind.ORGANISATION),
    ("Daar wil het Museum Duinoog niets van weten.", "Museum Duinoog", ActorKind.ORGANISATION),
    ("Het Fries Museum voor Schaatsen zwijgt.", "Fries Museum voor Schaatsen", ActorKind.ORGANISATION),
    ("De Zeeuwse musea willen dat niet.", "Zeeuwse musea", ActorKind.GROUP),
    ("Het hof van beroep wijst de eis af.", "hof van beroep", ActorKind.ORGANISATION),
]


@pytest.mark.parametrize(("text", "name", "kind"), ACTORS)
def test_bodies_and_states_act(text: str, name: str, kind: ActorKind) -> None:
    assert actors(text).get(name) is kind


PASSED_BY = [
    ("Het regende in Litouwen en Polen.", "Litouwen"),
    ("Het regende in Litouwen en Polen.", "Polen"),
    ("Dat staat in de Volkskrant.", "de Volkskrant"),
    ("De minister van Defensie lacht.", "Defensie"),
    ("Er reden auto's door Moskou.", "Rusland"),
    ("Het is goed voor de mensen.", "mensen"),
    ("Mensen willen dat niet.", "mensen"),
    ("De leden komen vandaag bijeen.", "leden"),
    ("Het is goed voor leraren.", "leraren"),
    ("Het gebeurde in de gemeente.", "gemeente"),
    ("De kust van Nederland verandert.", "Nederland"),
    ("Dit is niet Hongarije.", "Hongarije"),
    ("Daar ligt een doodskist.", "doodskist"),
    ("De schepen varen uit.", "schepen"),
    ("Kijk naar een prachtig Nederlands landschap.", "Nederland"),
    ("Zwolle ligt aan de IJssel.", "Zwolle"),
    ("De Zandrand, een groene zone bij het dorp, blijft leeg.", "Zandrand"),
    ("In de provincie Flevoland is het rustig.", "provincie Flevoland"),
    ("Geen enkele rechter gaat daarin mee.", "rechter"),
    ("Zwolle doet meer dan elke andere gemeente.", "gemeente"),
    ("Vertegenwoordigers van Egypte en Qatar praten verder.", "vertegenwoordigers"),
    ("Staat de politiek stil?", "politiek"),
    ("Het centrum ligt vlak bij het station.", "centrum"),
    ("De uitslag van de Gemeenteraadsverkiezingen is bekend.", "Gemeenteraadsverkiezingen"),
    ("Omroep Zwin zendt het uit.", "Omroep Zwin"),
    ("Het steekincident vond plaats in een woning.", "steekincident"),
    ("Hij won een rit in de Ronde van Italië.", "Italië"),
    ("Directe aanleiding was een brief.", "directe aanleiding"),
    ("De trainer liet hem op de bank; Ajax won.", "bank"),
    ("De agenda van het parlement is vol.", "parlement"),
    ("Ook in andere landen, zoals Frankrijk en Spanje, zie je dat.", "Spanje"),
    ("Zij zetten het kabinet tot beweging aan.", "kabinet tot beweging"),
    ("Het verschil tussen burgers en oorlogsvluchtelingen is groot.", "oorlogsvluchtelingen"),
    ("In Drenthe, Flevoland en Overijssel willen boeren dat niet.", "Flevoland"),
    ("De grote winnaar, de VVD, wil dat niet.", "grote winnaar"),
    ("Artsen, scholen en andere instellingen werken te duur.", "scholen"),
    ("Zij spraken op het ministerie van Landbouw.", "ministerie van Landbouw"),
    ("Dat hoorde zij op Zwin FM.", "Zwin FM"),
    ("Zij sprak met de directeur van de Dienst Duinbeheer (DDB).", "Dienst Duinbeheer"),
    ("Zij sprak met het bureau van minister Brekelmans.", "bureau van minister Brekelmans"),
    ("De rest van het jaar bleef het stil.", "rest van het jaar"),
    ("Een ondernemer vroeg daarnaar.", "ondernemer"),
    ("Er komt een maximum van tweehonderd nareizigers.", "nareizigers"),
    ("Zij tekenden de Nationale Duinafspraken.", "Nationale Duinafspraken"),
    ("Zij volgde het debat over de provincie Kunduz en Kunduz zelf.", "Kunduz"),
]


@pytest.mark.parametrize(("text", "name"), PASSED_BY)
def test_what_is_passed_by_does_not_act(text: str, name: str) -> None:
    assert name not in actors(text)


def test_several_speakers_in_one_phrase_are_one() -> None:
    text = "Zweden en Finland zeggen dat het kan."
    source = analysis(text).tokens[0].span._replace(end=len("Zweden en Finland"))
    listed, chains = mentions.find(analysis(text), registry.load(), [source])
    (mention,) = [each for each in listed if each.span == source]
    assert mention.chain is not None and chains[mention.chain].name == "Zweden en Finland"


def test_two_names_that_are_one_subject_are_no_third_actor_until_they_speak() -> None:
    assert "Zweden en Finland" not in actors("Zweden en Finland liggen in het noorden.")


def test_a_source_that_no_list_knows_is_a_mention_all_the_same() -> None:
    text = "Volgens de dobbelstoep kan het niet."
    source = analysis(text).tokens[1].span._replace(end=len("Volgens de dobbelstoep"))
    listed, chains = mentions.find(analysis(text), registry.load(), [source])
    assert [(chains[m.chain].name, m.reason.rule) for m in listed if m.chain is not None] == [
        ("dobbelstoep", "source")
    ]


def test_who_stands_in_a_caption_or_a_credit_only_does_not_act() -> None:
    _, chains = mentions.find(analysis("Foto: Anouk Hofstra", Role.CAPTION), registry.load())
    assert [chain.acts for chain in chains] == [False]


def test_who_signs_an_article_does_not_act() -> None:
    _, chains = mentions.find(analysis("Anouk Hofstra\nDe gemeente sluit de straat af."), registry.load())
    assert [chain.name for chain in chains if chain.acts] == ["gemeente"]


def test_a_bare_plural_above_a_paragraph_is_told_below() -> None:
    _, chains = mentions.find(analysis("Wethouders stappen op", Role.HEADING), registry.load())
    assert not any(chain.acts for chain in chains)


def test_who_a_headline_describes_is_told_below() -> None:
    _, chains = mentions.find(analysis("Vlaamse rederij vreest voor banen", Role.HEADLINE), registry.load())
    assert not any(chain.acts for chain in chains)


SAME = [
    ("De vijf fracties van de raad zijn boos. De fracties willen uitleg.", "fracties van de raad", 2),
    ("De Zweedse regering aarzelt. De regering wil wachten.", "Zweedse regering", 2),
    ("De Zweedse regering aarzelt. De Deense regering ook. De regering wil wachten.", "Zweedse regering", 1),
    ("De loyale leden aarzelen. De leden willen wachten.", "loyale leden", 1),
    (
        "De Inspectie van het Onderwijs waarschuwt. De inspectie wil een gesprek.",
        "Inspectie van het Onderwijs",
        2,
    ),
    ("Philips groeit. De inspectie wil een gesprek.", "Philips", 1),
    ("Philips groeit. Trainer Bert Hofstra is trots op zijn ploeg.", "Philips", 1),
    (
        "D66 stemde voor. Dat plan is van Anouk Hofstra (VVD), wier ploeg groeit. Haar partij is blij.",
        "D66",
        1,
    ),
    ("De wet is van minister Anouk Hofstra (VVD), die opstapte toen haar partij wegliep.", "VVD", 2),
    ("Joost Hofstra van Behoud Duinoog is boos. Zijn partij wil een referendum.", "Behoud Duinoog", 2),
]


@pytest.mark.parametrize(("text", "name", "times"), SAME)
def test_a_bare_noun_is_the_body_that_the_article_described_by_it(text: str, name: str, times: int) -> None:
    _, chains = mentions.find(analysis(text), registry.load())
    assert [len(chain.mentions) for chain in chains if chain.name == name] == [times]


def test_an_abbreviation_in_brackets_is_the_same_body() -> None:
    text = "De Dienst Wegverkeer Zwolle (DWZ) zwijgt. De DWZ wil niets zeggen."
    _, chains = mentions.find(analysis(text), registry.load())
    assert [len(chain.mentions) for chain in chains if chain.name == "Dienst Wegverkeer Zwolle"] == [3]


def test_a_committee_is_named_with_its_field() -> None:
    text = "De Kamercommissie Justitie stemde in. De commissie wil snel verder, zegt minister van Justitie Jan Bos."
    assert actors(text) == {"Kamercommissie Justitie": ActorKind.ORGANISATION, "Jan Bos": ActorKind.PERSON}
