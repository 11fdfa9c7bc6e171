"""Who is the subject of a cue, where something else stands before it or the verb is passive."""

import pytest

from prose import told

SUBJECTS = [
    # time in front is nobody
    ("Maandag zei Jansen dat hij stopt.", "Jansen"),
    ("Vorige week zei de wethouder dat er geld is.", "de wethouder"),
    ("Twee jaar geleden beloofde de minister dat de brug er zou komen.", "de minister"),
    ("Eind november liet de club weten dat de trainer blijft.", "de club"),
    ("De afgelopen maanden klaagden bewoners dat het stinkt.", "bewoners"),
    # nor is an adverb, or an adjective with a preposition
    ("Uiteindelijk verklaarde wethouder Smit dat het anders was.", "wethouder Smit"),
    ("Kort voor de vergadering zei Van der Berg dat hij komt.", "Van der Berg"),
    # a name that stands in a phrase with a comma
    ("In een brief aan de voorzitter, Anna de Wit, waarschuwde Jansen dat hij stopt.", "Jansen"),
    # but a list of names speaks together
    ("CDA, Lokaal Belang en D66 vinden dat het plan niet deugt.", "CDA , Lokaal Belang en D66"),
    # who stands beside them does not
    ("Naast CDA, Lokaal Belang en D66 vindt ook Volt dat het plan niet deugt.", "Volt"),
    ("Behalve CDA en D66 vindt ook de SP dat het plan niet deugt.", "de SP"),
    ("Evenals het CDA vindt de SP dat het plan niet deugt.", "de SP"),
    # a surname whose first word looks like a preposition, and its second verb
    ("Van Voorden blijft rustig en herhaalt dat het kan.", "Van Voorden"),
    ("Van zijn broer hoorde hij dat het kan, zegt Jansen.", "Jansen"),
    # relative clauses
    ("Het plan ergert de wethouder, die later verklaarde geschrokken te zijn.", "de wethouder"),
    # the passive
    ("De sluiting wordt door meerdere partijen te abrupt gevonden.", "meerdere partijen"),
    ("De beschuldiging wordt door de club ontkend.", "de club"),
    ("In een motie namens de hele raad werd Jansen opgeroepen om te praten.", "de hele raad"),
    # two bodies
    ("Het kan, zeggen Stichting Groen en de Bond van Boeren.", "Stichting Groen en de Bond van Boeren"),
    # where it was said is no part of a name
    ('"Het kan", zegt Jansen bij de NOS.', "Jansen"),
    # a relative clause before the colon
    ('Anna de Wit, die er al jaren woont: "Het kan."', "Anna de Wit"),
    # something between commas behind the subject
    (
        "Statenlid Els Kramer, een van de drie die tegen stemden, noemt het plan een verbetering.",
        "Statenlid Els Kramer",
    ),
    ("Voorzitter Jan de Wit, die niet terugkomt, noemt het bod mager.", "Voorzitter Jan de Wit"),
    # lists of names with other signs, and a participle before a role
    ("N-VA, Open VLD en CD&V stelden voor om het debat morgen te houden.", "N-VA , Open VLD en CD&V"),
    (
        "Volgens afgevaardigd bestuurder Marleen Smits zijn er wijzigingen doorgevoerd.",
        "afgevaardigd bestuurder Marleen Smits",
    ),
    (
        "Maar oppositiepartijen N-VA, Open VLD en CD&V stelden voor om te wachten.",
        "oppositiepartijen N-VA , Open VLD en CD&V",
    ),
    (
        "De voorzitter van de bond, Jan Smit, noemt het plan een misser.",
        "De voorzitter van de bond , Jan Smit",
    ),
    # examples of whom
    ("Leden van partijen als D66, Volt en SP vinden dat het meer moet zijn.", "Leden van partijen"),
    # among whom one says it
    ("Bij de raad wordt het nieuws afgedaan als onzin.", "de raad"),
    ("Binnen de VVD vindt men dat het kan.", "de VVD"),
    # `ook` before the subject turns nothing
    ("Ook wethouder De Wit vindt de tunnel een slecht plan.", "wethouder De Wit"),
    ("Ook Jan Smit van de bond, die kritisch is, zegt dat het niet kan.", "Jan Smit van de bond"),
    # a second verb has the subject of the first
    ("De raad wachtte lang en verweet het college traagheid.", "De raad"),
    # behind an inverted first verb each has its own
    ("Zo werd Anna Smit uitgelachen en sprak Kees Bos (Denk) van een ramp.", "Kees Bos ( Denk )"),
    # for whom it must or must not
    ("Voor N-VA mag het niet gaan om een hogere belasting.", "N-VA"),
    # what the preposition governs is no part of the name
    ("Gisteren sprak Kees Bos van een ramp voor de stad.", "Kees Bos"),
    # the main verb, before the colon
    ('Nu er geen plaats is, neemt wethouder Bos de vlucht vooruit: "Wij breken af."', "wethouder Bos"),
    # adjectives with commas between
    (
        "Volgens de christelijke, socialistische en liberale bonden kan het niet.",
        "de christelijke , socialistische en liberale bonden",
    ),
    # who did it, before the colon
    ('Toen Jansen klaar was, werd de toon gezet door Anna Smit: "Het kan niet."', "Anna Smit"),
    # behind an auxiliary
    ("De premier wil weg, zo hebben Haagse bronnen bevestigd.", "Haagse bronnen"),
    # a pronoun behind the verb, whatever stands in front
    ("Sluiting van het zwembad wees hij af.", "hij"),
    # whose paper it is
    ("De raad sprak over een motie van Volt, waarin hij wordt opgeroepen te wachten.", "Volt"),
    # whoever gives an argument
    ("Jansen staafde die vraag met het argument dat de lucht niet schoner werd.", "Jansen"),
    # for whom something is what is said of it
    ("Ook voor Groen blijft de tekst “onverteerbaar”.", "Groen"),
    # one of several
    ("Het ging mis, vertelt een van de bewoners.", "een van de bewoners"),
]


@pytest.mark.parametrize(("text", "source"), SUBJECTS)
def test_who_says_it(text: str, source: str) -> None:
    assert [named for _, named in told(text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "De verdachten af te voeren duurde lang.",
        "In de zaal werd gesproken over de brug.",
        "Volgens geen enkele rechter.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert told(text) == []
