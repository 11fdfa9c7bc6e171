"""What must hold before somebody will: the clause, whose condition it is, who must meet it."""

import pytest

from prose import analysis
from standpunt.reading import interpret


def stated(text: str) -> list[tuple[str, str, str]]:
    """Whose condition, the clause, and who must meet it."""
    reading = interpret(analysis(text))

    def name(chain: int | None) -> str:
        return "" if chain is None else reading.chains[chain].name

    return [
        (name(each.holder), each.span.of(text), name(each.must))
        for each in reading.conditions
        if not each.demand
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Het kabinet vond dat er alleen onderhandeld kon worden als Oekraïne klaar is.",
            [("kabinet", "als Oekraïne klaar is", "Oekraïne")],
        ),
        (
            "Duitsland doet alleen mee als de VS ook troepen sturen.",
            [("Duitsland", "als de VS ook troepen sturen", "Verenigde Staten")],
        ),
        ("De wethouder steunt de bouw, mits er geld is.", [("wethouder", "mits er geld is", "")]),
        (
            '"Als de VS meedoen, doen wij ook mee", zegt Jansen.',
            [("Jansen", "Als de VS meedoen", "Verenigde Staten")],
        ),
        ('"Als het regent, is de markt dicht", zegt Jansen.', []),
        ('"Voorwaarde is dat het veilig is", zegt Jansen.', [("Jansen", "het veilig is", "")]),
        ('"Een helder mandaat is een voorwaarde", zegt Jansen.', [("Jansen", "Een helder mandaat", "")]),
        ('"Een helder mandaat is geen voorwaarde", zegt Jansen.', []),
        (
            "Zonder Amerikaanse steun komt er geen missie, zegt Jansen.",
            [("Jansen", "Zonder Amerikaanse steun", "")],
        ),
        ("Met Amerikaanse steun komt er een missie, zegt Jansen.", []),
        (
            "De Tweede Kamer moet nog instemmen, zegt Jansen.",
            [("Jansen", "De Tweede Kamer moet nog instemmen", "Tweede Kamer")],
        ),
        ("De raad stemt in. Wel moet er geld zijn, zegt Jansen.", [("Jansen", "Wel moet er geld zijn", "")]),
        # a verb at the head and `dan`; where it is `willen`, the second must hold
        (
            '"Mocht het veilig zijn, dan zullen wij bouwen", zegt Jansen.',
            [("Jansen", "Mocht het veilig zijn", "")],
        ),
        (
            '"Willen wij vooruit komen, dan moet er geld komen", zegt Jansen.',
            [("Jansen", "dan moet er geld komen", "")],
        ),
        (
            '"De minister moet betalen, anders komt er geen akkoord", zegt Jansen.',
            [("Jansen", "De minister moet betalen", "minister")],
        ),
        (
            "Jansen wil wel een debat, maar alleen met de minister.",
            [("Jansen", "alleen met de minister", "")],
        ),
        ("Pas na het onderzoek wil Jansen praten.", [("Jansen", "Pas na het onderzoek", "")]),
        # a threat
        (
            '"Als het loon niet stijgt, volgt een staking", zegt Jansen.',
            [("Jansen", "Als het loon niet stijgt", "")],
        ),
        ('"Als het loon stijgt, volgt een feest", zegt Jansen.', []),
        ('"Kom maar langs als je wil", zegt Jansen.', []),
        (
            "Verder praten is zinloos zolang het loon niet stijgt, zegt Jansen.",
            [("Jansen", "zolang het loon niet stijgt", "")],
        ),
        # who acts himself waits for nothing; what he is, is no clause
        ('"Als we nu instemmen, gaan we te snel", zegt Jansen.', []),
        (
            '"Als we geld krijgen, doen we mee", zegt Jansen.',
            [("Jansen", "Als we geld krijgen", "")],
        ),
        ('"Pas als minister kun je dat betalen", zegt Jansen.', []),
        (
            '"Pas als de minister betaalt, doen we mee", zegt Jansen.',
            [("Jansen", "als de minister betaalt", "minister")],
        ),
        # consent that somebody must give, and a thing that is called so
        (
            '"Het plan moet door de raad worden goedgekeurd", zegt Jansen.',
            [("Jansen", "Het plan moet door de raad worden goedgekeurd", "raad")],
        ),
        ('"Wij moeten dat akkoord uitvoeren", zegt Jansen.', []),
        # what somebody supports now, if something holds; no thing that he is or uses, nobody in particular
        ("Als er geld is, steunt de VVD de tunnel.", [("VVD", "Als er geld is", "")]),
        ("De VVD is bereid te bouwen als er geld komt.", [("VVD", "als er geld komt", "")]),
        ("De VVD steunt de tunnel zodra er geld is.", [("VVD", "zodra er geld is", "")]),
        ("De VVD steunde de tunnel als er geld was.", []),
        ("De VVD wil de tunnel als stok achter de deur houden.", []),
        ('"Als je dat doet, steunt de VVD de tunnel", zegt Jansen.', []),
        (
            '"Een tunnel is prima, zolang er maar geld is", zegt Jansen.',
            [("Jansen", "zolang er maar geld is", "")],
        ),
        # whose it is, outside what anybody says
        ("Voorwaarde voor de VVD is dat er geld komt.", [("VVD", "er geld komt", "")]),
        ("De VVD stelt wel voorwaarden: er moet geld komen.", [("VVD", "er moet geld komen", "")]),
        ("De VVD gaat akkoord, maar er moet wel geld komen.", [("VVD", "er moet wel geld komen", "")]),
        ("De VVD is tegen, maar wil wel praten.", []),
        # what comes first
        ("De VVD wil eerst een onderzoek.", [("VVD", "eerst een onderzoek", "")]),
        (
            '"Het geld moet er liggen voordat we instemmen", zegt Jansen.',
            [("Jansen", "Het geld moet er liggen", "")],
        ),
        ("De zaal moet leeg zijn voordat de markt begint.", []),
        # with whom, and after what, somebody will
        ("De VVD gaat alleen akkoord met extra geld.", [("VVD", "alleen akkoord met extra geld", "")]),
        ("De VVD gaat akkoord, maar niet zonder extra geld.", [("VVD", "zonder extra geld", "")]),
        (
            "Jansen wil de tunnel alleen bouwen in overleg met de buurt.",
            [("Jansen", "alleen bouwen in overleg met de buurt", "")],
        ),
        ("Jansen wil alleen in Zwolle bouwen.", []),
        (
            "Er komt geen tunnel zonder dat de raad het weet, zegt Jansen.",
            [("Jansen", "zonder dat de raad het weet", "")],
        ),
        ("Er komt een tunnel zonder dat de raad het weet, zegt Jansen.", []),
        # the sentence before a `zo niet`
        (
            "De minister moet betalen. Zo niet, dan staakt Jansen.",
            [("Jansen", "De minister moet betalen", "minister")],
        ),
        ("De minister moet betalen. Zo ook Jansen.", []),
        # as long as something is not there; what somebody must do before another acts
        (
            '"Zolang dat niet duidelijk is, blijft ons standpunt hetzelfde", zegt Jansen.',
            [("Jansen", "Zolang dat niet duidelijk is", "")],
        ),
        (
            "Zweden moet mensen uitleveren voordat Turkije de toetreding goedkeurt, zei Jansen.",
            [("Jansen", "Zweden moet mensen uitleveren", "Zweden")],
        ),
        ("Jansen was niet blij, en wilde duidelijkheid voordat de zaal openging.", []),
        (
            "De VVD wil dat het kabinet eerst beslist over het geld.",
            [("VVD", "het kabinet eerst beslist over het geld", "")],
        ),
        # in exchange, with a mark in front, of whom it is behind `voor`
        (
            "In ruil voor haar steun eist de VVD dat er geld komt.",
            [("VVD", "er geld komt", "")],
        ),
        (
            '"Maar dan moet het ook een goed plan zijn", zegt Jansen.',
            [("Jansen", "dan moet het ook een goed plan zijn", "")],
        ),
        (
            "Extra geld is voor de VVD een harde voorwaarde.",
            [("VVD", "Extra geld", "")],
        ),
        (
            "Als er geen geld komt, stemt de VVD tegen de tunnel.",
            [("VVD", "Als er geen geld komt", "")],
        ),
        # whoever the sentence before tells of
        (
            "De VVD wil best praten over het plan. Maar dan moet er geld komen.",
            [("VVD", "dan moet er geld komen", "")],
        ),
        # no name of a clause, no clause of its own
        ("Turkije stelt te veel eisen en zegt dat Zweden niet luistert.", []),
        ("Als verband zal de groep niet meedoen, zegt Jansen.", []),
        # what nobody waits for: his own wish, what will be so anyway, what happened before; a word of comparison
        ('"Als we verder willen komen, moeten we praten", zegt Jansen.', []),
        ('"Lukt dat, dan is er veel gewonnen", zegt Jansen.', []),
        ("Jansen belde voordat de trein vertrok, maar die reed niet meer.", []),
        ("De leden, die de raad als vriend beschouwt, doen niet mee, zegt Jansen.", []),
        ("Jansen zegt dat de leden het voor het eerst moesten lezen.", []),
        ("Als het aan de FNV ligt, gaan de lonen omhoog.", []),
        # whatever the parse makes of `alleen als`; what is granted before; a threat; `wel` before who must agree
        (
            '"Wij steunen de tunnel alleen als de buurt instemt", zegt Jansen.',
            [("Jansen", "als de buurt instemt", "buurt")],
        ),
        (
            "De VVD vindt een tunnel aanvaardbaar als de buurt instemt.",
            [("VVD", "als de buurt instemt", "buurt")],
        ),
        ("Als er geen geld komt, stapt de VVD uit het college.", [("VVD", "Als er geen geld komt", "")]),
        (
            "De VVD is voor de tunnel. Wel moet de buurt instemmen.",
            [("VVD", "Wel moet de buurt instemmen", "buurt")],
        ),
        # a threat goes on with whom the sentence before tells of
        (
            "De FNV stelt de winkels een ultimatum. Als die niet meer betalen, volgen er stakingen.",
            [("FNV", "Als die niet meer betalen", "")],
        ),
        # of several, each
        (
            "VVD en CDA willen wel een debat, maar alleen met Jansen.",
            [("VVD", "alleen met Jansen", ""), ("CDA", "alleen met Jansen", "")],
        ),
        (
            "Jansen noemt twee voorwaarden. De brug moet veilig zijn. En de weg moet breder worden.",
            [("Jansen", "De brug moet veilig zijn", ""), ("Jansen", "de weg moet breder worden", "")],
        ),
    ],
)
def test_what_must_hold(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert stated(text) == expected


def test_what_is_announced_together_is_one_list() -> None:
    text = '"Ik heb twee voorwaarden", zegt Jansen. "De brug moet veilig zijn. De weg moet breder worden."'
    groups = {each.group for each in interpret(analysis(text)).conditions if not each.demand}
    assert len(groups) == 1 and 0 not in groups


def test_a_demand_on_a_thing_is_marked_so() -> None:
    text = "De missie moet een helder mandaat hebben, zegt Jansen."
    (demand,) = interpret(analysis(text)).conditions
    assert demand.demand and demand.applies[0].of(text) == "De missie"
