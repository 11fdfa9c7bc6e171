"""Who speaks where nobody is named beside the words: turns, questions, interviews, newcomers, papers."""

import pytest

from prose import article, model, statements
from standpunt.reading import read


def speakers(text: str) -> list[str | None]:
    return [speaker for _, speaker in statements(text)]


def ways(text: str) -> list[str]:
    """The rules by which the speakers were found."""
    return [said.why_speaker.rule for said in read(article(text), model()).statements]


TURNS = [
    # the subject of a sentence before in the paragraph, however many sentences ago
    (
        '"Het wordt druk", zegt Anna de Wit.\n'
        'Kees Smit woont hier al jaren. Als het plan doorgaat, staat er straks een flat. "Ik wil rust."',
        ["Anna de Wit", "Kees Smit"],
    ),
    # a quotation that opens its paragraph is of who is named right behind it
    (
        '"Wij gaan door", zegt Anna de Wit.\n"De klok tikt door." Kees Smit begrijpt de haast wel.',
        ["Anna de Wit", "Kees Smit"],
    ),
    # the subject of the main verb, behind the clause that the sentence begins with
    (
        'Toen ook Piet Smit zich meldde, reageerde wethouder Anna Bos boos. "Hoe plat kun je zijn?"',
        ["Anna Bos"],
    ),
    # a name right before the main verb, where the parse finds no subject
    (
        '"Dit is vergif!", zei Kees Smit. Anna van der Bos werd boos tijdens het debat. "Ik strijd hier al jaren."',
        ["Kees Smit", "Anna van der Bos"],
    ),
    # quoted words of who is introduced by them, unless they tell what he is
    (
        '"Wij gaan door", zegt Anna de Wit. Kees Smit (Lokaal Duin) kon zich "daar wel in vinden".',
        ["Anna de Wit", "Kees Smit"],
    ),
    (
        '"Wij gaan door", zegt Anna de Wit. Kees Smit zou "niet meer geloofwaardig" zijn.',
        ["Anna de Wit", "Anna de Wit"],
    ),
    # an announcement is of who is its subject, whatever it says of what another said
    (
        'Kees Smit wijst naar Anna Bos, die zei een oorlog te vrezen: "Dat vind ik olie op het vuur gooien."',
        ["Anna Bos", "Kees Smit"],
    ),
    # who says `ik` is no state
    (
        'De sloop is nodig, zei Anna Bos. Nederland zit met een tekort: "Ik zou het liever anders doen."',
        ["Anna Bos", "Anna Bos"],
    ),
    # what somebody's words were, told by the way, gives nobody the floor
    (
        '"U legt de lat hoog", zei Anna Bos over de belofte van Piet Smit dat alles zou worden gesloopt. "En u zakt."',
        ["Anna Bos", "Piet Smit", "Anna Bos"],
    ),
    # his father comes up in a story, and does not tell it
    (
        '"Wij stoppen", zegt Kees Smit. Smit is boer. Zijn vader en broer helpen mee. "De regels zijn te streng."',
        ["Kees Smit", "Kees Smit"],
    ),
    # the subject of the paragraph before, and not who spoke before him
    (
        'Het plan is slecht, zegt Anna Bos.\nDirecteur Kees Smit was tegen, maar draait bij.\n"Ik snap het wel."',
        ["Anna Bos", "Kees Smit"],
    ),
    # a quotation above the paragraph that opens with who says it
    (
        '"Mijn telefoon staat niet stil."\nKees Smit - boer in Zandstad - kan het niet bevatten. "Ik wil rust."',
        ["Kees Smit", "Kees Smit"],
    ),
    # a pronoun in between does not undo it
    ('Kees Smit wordt boos. Hij loopt rood aan. "Dit pik ik niet!"', ["Kees Smit"]),
    # a new paragraph with a pronoun as its subject
    (
        'Kees Smit was erbij. Zijn vrouw Anna Smit niet. "Ik sliep", zegt Anna Smit.\nHij zag het wel. "Een ramp."',
        ["Anna Smit", "Kees Smit"],
    ),
    # turns
    (
        'Het wordt stil als Anna de Wit aan het woord is. "Ik ga door."\n'
        'Kees Smit op zijn beurt: "Dat is een brief van u." Anna de Wit wordt boos. "Bemoei u er niet mee!"',
        ["Anna de Wit", "Kees Smit", "Anna de Wit"],
    ),
    # who is asked answers
    (
        'Kees Smit staat terecht. "Hebt u spijt?", vraagt Anna de Wit. "Elke dag."',
        ["Anna de Wit", "Kees Smit"],
    ),
    # a question to oneself is not answered by another
    (
        'Kees Smit staat erbij. "Hoe kan dat nou?", vraagt Anna de Wit zich af. "Het was zo mooi."',
        ["Anna de Wit", "Anna de Wit"],
    ),
    # what the reporter asks names nobody who answers
    (
        '"Ik blijf", zegt Anna de Wit.\nEn wat als Kees Smit u belt?\n"Daar praat ik niet over."',
        ["Anna de Wit", "Anna de Wit"],
    ),
    # a paper is its writer's
    (
        "Er ligt een rapport van de gemeente Veendijk. De brug is te smal, aldus het rapport.",
        ["gemeente Veendijk"],
    ),
    # the cue in the next sentence, of words in marks
    ('Anna de Wit zag het. "De brug is te smal." Dat zei Kees Smit later.', ["Kees Smit"]),
    # a programme does not speak
    ('Anna de Wit was boos. De brug is te smal, klonk het in "De Ochtend".', ["Anna de Wit"]),
    # whose words a sentence announces
    ('Dat leidt tot vragen bij Kees Smit: "Waarom nu?"', ["Kees Smit"]),
]


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_who_speaks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_somebody_new_without_a_name() -> None:
    text = '"We gaan door", zegt Kees Smit.\nEen bewoner loopt naar voren. "Dit is niet eerlijk."'
    assert speakers(text) == ["Kees Smit", "bewoner"]
    assert ways(text)[-1] == "unnamed in the sentence before"


def test_a_group_that_says_we() -> None:
    group = '"Het kan", zegt Kees Smit.\nDe ouders zijn boos. "Wij zijn niet gehoord."'
    assert speakers(group) == ["Kees Smit", "ouders"]
    one = '"Het kan", zegt Kees Smit.\nDe ouders zijn boos. "Ik snap dat wel."'
    assert speakers(one) == ["Kees Smit", "Kees Smit"]


INTERVIEW = """Anna de Wit stopt na twintig jaar als huisarts. Haar buurman Kees Smit zwaait haar uit.

Waarom stopt u?

{}Ik was er klaar mee. De minister heeft beloofd dat er minder regels komen.{}

Mist u Kees Smit?

{}Nee, nog geen dag. Ik slaap weer.{}

En wat gaat Anna de Wit nu doen?

{}Ik ga naar zee.{}"""


def test_an_interview() -> None:
    marked, plain = INTERVIEW.format(*'""' * 3), INTERVIEW.format(*[""] * 6)
    expected = ["Anna de Wit", "minister", "Anna de Wit", "Anna de Wit"]
    assert speakers(marked) == expected
    assert speakers(plain) == expected
    assert [said for said, _ in statements(plain)] == [
        "Ik was er klaar mee. De minister heeft beloofd dat er minder regels komen.",
        "er minder regels komen",
        "Nee, nog geen dag. Ik slaap weer.",
        "Ik ga naar zee.",
    ]


def test_an_explainer_is_no_interview() -> None:
    text = """Wat verandert er?

De brug gaat open. Dat duurt een jaar.

Wie betaalt dat?

De gemeente trekt er geld voor uit.

Wanneer is het klaar?

Dat weet niemand."""
    assert statements(text) == []
