"""What somebody wants, rejects or leaves open, sentence by sentence."""

import pytest

from prose import analysis
from standpunt.reading import interpret


def held(text: str) -> list[tuple[str, str, str]]:
    """Who, which stance, towards which words (pieces joined by ` … `)."""
    reading = interpret(analysis(text))
    return [
        (
            reading.chains[each.holder].name if each.holder is not None else "",
            each.stance.value,
            " … ".join(span.of(text) for span in each.target),
        )
        for each in reading.attitudes
        if each.why.rule != "deed"  # any act, which shows a stance only on an issue that proposes just that
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by the cue of a statement, and what a negation makes of it
        ("De raad pleit voor een verbod.", [("raad", "support", "een verbod")]),
        ("De raad pleit niet voor een verbod.", [("raad", "oppose", "een verbod")]),
        ("De minister sluit deelname uit.", [("minister", "oppose", "deelname")]),
        ("De minister sluit deelname niet uit.", [("minister", "open", "deelname niet")]),
        ("De partij is geen tegenstander van kernenergie.", [("partij", "open", "kernenergie")]),
        ("De partij ziet niets in een verbod.", [("partij", "oppose", "een verbod")]),
        # a clause that is negated itself: the stance is towards it without its `niet`
        ("De partij wil dat de belasting omlaag gaat.", [("partij", "support", "de belasting omlaag gaat")]),
        (
            "De partij wil dat de belasting niet omlaag gaat.",
            [("partij", "oppose", "de belasting niet omlaag gaat")],
        ),
        (
            "De minister staat achter het beleid dat Nederland niet meedoet.",
            [
                ("minister", "oppose", "het beleid dat Nederland niet meedoet"),
                ("Nederland", "oppose", "Nederland niet meedoet"),
            ],
        ),
        # several who speak in one phrase each want it
        (
            "Frankrijk en het Verenigd Koninkrijk steunen de tunnel.",
            [("Frankrijk", "support", "de tunnel"), ("Verenigd Koninkrijk", "support", "de tunnel")],
        ),
        (
            "De VVD en de PvdA zijn er. De partijen steunen de tunnel.",
            [("VVD", "support", "de tunnel"), ("PvdA", "support", "de tunnel")],
        ),
        # `geen` and `tegen` with what a verb governs; `nog niet`
        ("De partij wil geen tunnel, omdat die duur is.", [("partij", "oppose", "geen tunnel")]),
        ("De buurt demonstreerde tegen de tunnel.", [("buurt", "oppose", "de tunnel")]),
        # two doings under one verb
        (
            "De raad wil niet wachten en de tunnel snel bouwen.",
            [("raad", "oppose", "De raad wil niet wachten"), ("raad", "support", "de tunnel snel bouwen")],
        ),
        # with nothing behind it: about what was spoken of
        ("De VVD is tegen.", [("VVD", "oppose", "tegen")]),
        # what a relative pronoun stands for; what meets with somebody's support; at whose instance
        (
            "De eindtermen die de regering zaterdag heeft goedgekeurd, zijn er.",
            [("regering", "support", "De eindtermen")],
        ),
        ("De tunnel kreeg de steun van de VVD.", [("VVD", "support", "De tunnel kreeg")]),
        ("De tunnel kreeg geen steun van de VVD.", []),
        # what a motion calls for
        (
            "Men sprak over de motie van Volt, waarin het kabinet wordt opgeroepen de tunnel te bouwen.",
            [("Volt", "support", "motie"), ("Volt", "support", "de tunnel te bouwen")],
        ),
        # a judgement without a verb, an infinitive of being for or against, an imperative, a fixed phrase
        ("Jansen vindt het een slecht plan.", [("Jansen", "oppose", "het een slecht plan")]),
        ("De raad liet weten tegen de tunnel te zijn.", [("raad", "oppose", "tegen de tunnel te zijn")]),
        ('"Geef de cijfers nu", zegt Jansen.', [("Jansen", "support", "Geef de cijfers nu")]),
        (
            '"Van een tunnel kan geen sprake zijn", zegt Jansen.',
            [],
        ),
        (
            '"Een tunnel is geen optie", zegt Jansen.',
            [("Jansen", "oppose", "Een tunnel is geen optie")],
        ),
        # what may come is not wanted yet
        ("Als de raad de tunnel steunt, is er feest.", []),
        # what another said, in somebody's words, is not his
        (
            '"De minister zei nog dat een tunnel onbespreekbaar is", zegt Jansen.',
            [("minister", "oppose", "een tunnel onbespreekbaar is")],
        ),
        # who may want it leaves it open
        (
            "De bonden hebben laten weten mogelijk mee te doen.",
            [("bonden", "open", "mogelijk mee te doen")],
        ),
        # who does not tell
        (
            "Of Nederland meedoet, wil de minister nog niet zeggen.",
            [("minister", "declines", "Nederland meedoet")],
        ),
        # in somebody's own words
        ('"Er moet een tunnel komen", zegt Jansen.', [("Jansen", "support", "Er moet een tunnel komen")]),
        ('"Er mag geen tunnel komen", zegt Jansen.', [("Jansen", "oppose", "Er mag geen tunnel komen")]),
        ('"Geen tunnel, want dat kost te veel", zegt Jansen.', [("Jansen", "oppose", "Geen tunnel")]),
        ('"Wij steunen de tunnel", zegt Jansen.', [("Jansen", "support", "de tunnel")]),
        ("Jansen noemt de tunnel onhaalbaar.", [("Jansen", "oppose", "de tunnel onhaalbaar")]),
        (
            '"Een tunnel is niet uitgesloten", zegt Jansen.',
            [("Jansen", "open", "Een tunnel is niet uitgesloten")],
        ),
        ('"Dit kan niet", protesteert Jansen.', []),
        # another's wish, told by somebody, is not his
        ('"De stad wil een tunnel", zegt Jansen.', []),
        # what is supposed is not wanted
        ('"Als het moet, wachten we", zegt Jansen.', []),
        # deeds that the reporter tells
        ("Zweden doet mee aan de missie.", [("Zweden", "support", "de missie")]),
        ("De Tweede Kamer stemde tegen het plan.", [("Tweede Kamer", "oppose", "het plan")]),
        ("Zweden gaat niet meevechten.", [("Zweden", "oppose", "Zweden gaat niet meevechten")]),
        ("De weg gaat dicht.", []),
        ("De gemeente geeft een verklaring van geen bezwaar af.", []),
        # sides of a vote, and others whose verb is left out
        (
            "De raad is er. Tegen stemden D66 en de SP.",
            [("D66", "oppose", "Tegen"), ("SP", "oppose", "Tegen")],
        ),
        ("De raad nam het aan met de stemmen tegen van D66.", [("D66", "oppose", "tegen")]),
        ("De SP stemde als enige tegen.", [("SP", "oppose", "tegen")]),
        ("De VVD stemde voor, D66 tegen.", [("VVD", "support", "voor"), ("D66", "oppose", "tegen")]),
        ("De VVD stemt morgen over de tunnel.", []),
        (
            "De VVD wil een tunnel, D66 niet.",
            [("VVD", "support", "een tunnel"), ("D66", "oppose", "een tunnel")],
        ),
        ("De VVD steunt de tunnel, D66 niet.", [("VVD", "support", "de tunnel, D66 niet")]),
        (
            "Alleen de SP en D66 bleken tegen.",
            [("SP", "oppose", "tegen"), ("D66", "oppose", "tegen")],
        ),
        # those who are with somebody; what a motion does
        (
            "D66 dient samen met Volt een motie in om de tunnel te bouwen.",
            [("D66", "support", "de tunnel te bouwen"), ("Volt", "support", "de tunnel te bouwen")],
        ),
        (
            "De VVD diende een motie in die de bouw van de tunnel verbiedt.",
            [("VVD", "support", "de bouw van de tunnel verbiedt")],
        ),
        # a majority is of a body; `de meerderheid` alone governs
        (
            "De Tweede Kamer vergadert. Een ruime meerderheid wil een tunnel.",
            [("Tweede Kamer", "support", "een tunnel")],
        ),
        (
            "De Tweede Kamer vergadert. De meerderheid wil een tunnel.",
            [("meerderheid", "support", "een tunnel")],
        ),
        # who agrees, whatever it is with
        (
            "De VVD is tegen de tunnel. Het CDA sluit zich daarbij aan.",
            [("VVD", "oppose", "de tunnel"), ("CDA", "oppose", "de tunnel")],
        ),
        (
            "De VVD is tegen de tunnel. Dat vindt ook het CDA.",
            [("VVD", "oppose", "de tunnel"), ("CDA", "oppose", "de tunnel")],
        ),
        (
            "De VVD is tegen de tunnel. Het CDA is het daar niet mee eens.",
            [("VVD", "oppose", "de tunnel"), ("CDA", "support", "de tunnel")],
        ),
        ("De VVD is er. Dat vindt ook het CDA.", []),
        # what somebody may do, what he leaves as it is, a noun that judges
        ("Eventueel wil de gemeente kiezen voor een tunnel.", [("gemeente", "open", "een tunnel")]),
        ("Het kabinet wil niet tornen aan de tunnel.", [("kabinet", "support", "de tunnel")]),
        ('"Ik ben voorstander van de tunnel", zegt Jansen.', [("Jansen", "support", "de tunnel")]),
        ('"Ik sta niet achter de tunnel", zegt Jansen.', [("Jansen", "oppose", "de tunnel")]),
        ("Jansen vindt de tunnel onwenselijk.", [("Jansen", "oppose", "de tunnel onwenselijk")]),
        ("Jansen noemt de tunnel een gedrocht.", [("Jansen", "oppose", "de tunnel een gedrocht")]),
        ("De bond vraagt om een oplossing.", [("bond", "support", "een oplossing")]),
        ("Jansen spreekt van „een grof schandaal”.", [("Jansen", "oppose", "een grof schandaal")]),
        ("Roken draagt bij aan hartziekten.", []),
        # what a thing does, towards the thing; what something is called, and what there is
        ('"De tunnel leidt tot files", zegt Smeets.', [("Smeets", "oppose", "De tunnel")]),
        ('"De tunnel leidt tot minder files", zegt Smeets.', [("Smeets", "support", "De tunnel")]),
        ('"Wij zorgen voor rust", zegt Smeets.', []),
        (
            '"De tunnel wordt een probleem", zegt Smeets.',
            [("Smeets", "oppose", "De tunnel wordt een probleem")],
        ),
        ('"Er is een probleem met de tunnel", zegt Smeets.', []),
        # a clause behind `als het aan hem ligt`; one that is asked; what had to be done or is said
        ("Als het aan de VVD ligt, komt er een tunnel.", [("VVD", "support", "komt er een tunnel")]),
        ("Als het aan de VVD ligt, komt er geen tunnel.", [("VVD", "oppose", "geen tunnel")]),
        ("De raad besluit of er een tunnel komt.", []),
        ('"Op de vraag of er een tunnel moet komen, is geen antwoord", zegt Smeets.', []),
        ('"We hebben de bouw moeten stoppen", zegt Smeets.', []),
        # an infinitive of what somebody says to do, will do or calls for; one that he refuses or denies
        ("De VVD liet weten tegen de tunnel te stemmen.", [("VVD", "oppose", "de tunnel")]),
        ("De VVD kondigde aan tegen de tunnel te stemmen.", [("VVD", "oppose", "de tunnel")]),
        ("De VVD gaat tegen de tunnel stemmen.", [("VVD", "oppose", "de tunnel")]),
        ("De VVD weigert de tunnel te steunen.", [("VVD", "oppose", "de tunnel te steunen")]),
        ("De VVD ontkent de tunnel te steunen.", []),
        ("De VVD liep weg uit protest tegen de tunnel.", [("VVD", "oppose", "protest … de tunnel")]),
        # behind its phrase, the verb at the end; a judgement that stands in marks
        ("Smeets zegt dat hij tegen de tunnel is.", [("Smeets", "oppose", "de tunnel")]),
        ('Smeets noemt de tunnel "waanzin".', [("Smeets", "oppose", 'de tunnel "waanzin"')]),
        # clauses that are joined, each by itself
        (
            "De PvdA wil dat de taks niet stijgt en dat de tunnel sluit.",
            [("PvdA", "oppose", "de taks niet stijgt"), ("PvdA", "support", "de tunnel sluit")],
        ),
        # what is regretted or praised not to be
        (
            "De VVD vindt het jammer dat er geen tunnel komt.",
            [("VVD", "support", "het jammer dat er geen tunnel komt")],
        ),
        # a feeling behind any verb; `zich` of who speaks of himself; an infinitive that shows more than its modal
        ("De bond toont zich ontstemd over de tunnel.", [("bond", "oppose", "de tunnel")]),
        ('"Wij zullen ons verzetten tegen de tunnel", zegt Smeets.', [("Smeets", "oppose", "de tunnel")]),
        ("De VVD zal de tunnel niet steunen.", [("VVD", "oppose", "de tunnel niet")]),
        ("De VVD houdt de deur open voor een tunnel.", [("VVD", "open", "een tunnel")]),
        # what somebody is going to do, in any clause that tells it; what another says that he will do is a forecast
        (
            "Het overleg stokt, omdat de VVD een tunnel wil bouwen.",
            [("VVD", "support", "de VVD een tunnel wil bouwen")],
        ),
        (
            "De VVD, die een tunnel gaat bouwen, vergadert.",
            [("VVD", "support", "die een tunnel gaat bouwen")],
        ),
        ("Smeets zegt dat de VVD een tunnel gaat bouwen.", []),
        (
            "De krant meldt dat de VVD een tunnel wil bouwen.",
            [("VVD", "support", "de VVD een tunnel wil bouwen")],
        ),
        ("De doelen van het kabinet blijven staan.", []),
        # a plural at the end of its clause
        (
            "Het overleg stokt, omdat VVD en D66 de tunnel steunen.",
            [("VVD", "support", "de tunnel"), ("D66", "support", "de tunnel")],
        ),
        # what stands alone behind `er` and `daar`, beside a particle too
        (
            "De raad wil een tunnel. De VVD stemt er mee in.",
            [("raad", "support", "een tunnel"), ("VVD", "support", "er")],
        ),
        (
            "De raad wil een tunnel. Daar is de VVD blij mee.",
            [("raad", "support", "een tunnel"), ("VVD", "support", "Daar")],
        ),
        # parties of the sentence before, however they were named there
        (
            "D66 sprak met de VVD. De partijen steunen de tunnel.",
            [("D66", "support", "de tunnel"), ("VVD", "support", "de tunnel")],
        ),
        # those who are named behind a colon
        (
            "De tunnel stuit op verzet van twee partijen: VVD en D66.",
            [("VVD", "oppose", "De tunnel stuit"), ("D66", "oppose", "De tunnel stuit")],
        ),
        ("De VVD blijft, net als vorig jaar, aan de tunnel vasthouden.", [("VVD", "support", "de tunnel")]),
        # a clause with `dat` is asked for, one with `of` is a question
        (
            "De VVD vraagt dat de stad een tunnel bouwt.",
            [("VVD", "support", "de stad een tunnel bouwt")],
        ),
        ("De VVD vraagt of de stad een tunnel bouwt.", []),
        # a name in quotation marks that is no praise condemns
        (
            "Smeets noemt de tunnel 'een betonnen droom'.",
            [("Smeets", "oppose", "de tunnel 'een betonnen droom'")],
        ),
        ("Smeets noemt de tunnel 'een mooi plan'.", [("Smeets", "support", "de tunnel 'een mooi plan'")]),
        ("Smeets noemt de tunnel een betonnen droom.", []),
        # a quotation says itself what it is for, whatever verb stands behind it
        (
            '"Deze tunnel is een schande", pleitte Smeets.',
            [("Smeets", "oppose", "Deze tunnel is een schande")],
        ),
        # who is going to decide has not decided; what is asked, supposed or pointed back to
        ("De VVD zal dinsdag beslissen over de tunnel.", []),
        ("De VVD beslist welke tunnel er komt.", []),
        ('"Moet er dan een tunnel komen?", vraagt Smeets.', []),
        ("Smeets zegt dat er geld is, mochten zij zich niet aan de tunnel houden.", []),
        (
            "De tunnel is duur. Die moet er gewoon komen, zegt Smeets.",
            [("Smeets", "support", "Die moet er gewoon komen")],
        ),
        ("De raad praat over het plan bij de haven.", []),
        # what should have been done is wanted, what had to be done was done
        (
            "Smeets vindt dat de stad de tunnel had moeten sluiten.",
            [("Smeets", "support", "de stad de tunnel had moeten sluiten")],
        ),
    ],
)
def test_who_wants_what(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert held(text) == expected


def test_every_span_lies_in_the_text() -> None:
    text = 'De raad pleit voor een tunnel. "Geen brug", zegt Jansen. Zweden doet mee, mits er geld is.'
    reading = interpret(analysis(text))
    assert reading.attitudes and reading.conditions
    for attitude in reading.attitudes:
        assert all(span.of(text) for span in (*attitude.target, attitude.cue))
    for condition in reading.conditions:
        assert condition.span.of(text).endswith("mits er geld is")
