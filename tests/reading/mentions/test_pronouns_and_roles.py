"""Whom roles and pronouns mean: article in, the words of one actor out."""

import pytest

from prose import analysis
from standpunt import registry
from standpunt.reading import mentions, statements


def words(text: str, name: str) -> list[str]:
    read = analysis(text)
    listed, chains = mentions.find(read, registry.load(), statements.sources(statements.find(read)))
    return [listed[i].span.of(text) for chain in chains if chain.name == name for i in chain.mentions]


MEANT = [
    ("Minister Brekelmans kwam langs. De minister zei niets.", "Ruben Brekelmans", "De minister"),
    ("Minister Brekelmans kwam langs. De VVD-minister zei niets.", "Ruben Brekelmans", "De VVD-minister"),
    ("Minister Keijzer kwam langs. De bewindsvrouw zei niets.", "Mona Keijzer", "De bewindsvrouw"),
    ("Burgemeester Anouk Hofstra kwam langs. Zij zei niets.", "Anouk Hofstra", "Zij"),
    ("Bert Hofstra kwam langs. Volgens hem kan het.", "Bert Hofstra", "hem"),
    (
        "Frank Bos noemde het een ramp. Bert Tolsma kreeg geen steun voor zijn voorstel om te stemmen.",
        "Bert Tolsma",
        "zijn",
    ),
    ("Anouk Hofstra sprak Bert Tolsma. Hij zei niets.", "Bert Tolsma", "Hij"),
    ("Anouk Hofstra sprak Bert Tolsma. Ze zei niets.", "Anouk Hofstra", "Ze"),
    (
        "De vakbond dreigt met acties. Deskundigen vinden dat te vroeg. Ze zeggen dat het kan.",
        "deskundigen",
        "Ze",
    ),
    ("Dat legde Schoof de gezant voor, zegt hij. Die reageerde welwillend.", "gezant", "Die"),
    ("Trainer Bert Tolsma was boos. De coach wees naar de scheidsrechter.", "Bert Tolsma", "De coach"),
    (
        "Een woordvoerder van de gemeente bevestigt dat. De woordvoerder wil verder niets zeggen.",
        "woordvoerder van de gemeente",
        "De woordvoerder",
    ),
    (
        "Anouk Hofstra van de vakbond is blij. De vakbondsbestuurder zegt dat het kan.",
        "Anouk Hofstra",
        "De vakbondsbestuurder",
    ),
    (
        "D66-lijsttrekker Anouk Hofstra kwam langs. De D66-topvrouw zei niets.",
        "Anouk Hofstra",
        "De D66-topvrouw",
    ),
    (
        "Philips maakt winst. De techgigant uit Eindhoven zegt dat het goed gaat.",
        "Philips",
        "De techgigant uit Eindhoven",
    ),
    ("Hamas weigert dat. Volgens de groep kan het niet.", "Hamas", "de groep"),
    (
        "Bert Hofstra en Anouk Tolsma kwamen langs. Ze zeggen dat het kan.",
        "Bert Hofstra en Anouk Tolsma",
        "Ze",
    ),
    (
        "Wethouder Bert Hofstra kwam langs, en gedeputeerde Anouk Tolsma. Hofstra vertrok. De gedeputeerde zei niets.",
        "Anouk Tolsma",
        "De gedeputeerde",
    ),
    (
        "N-VA-voorzitter Bart De Wever is boos. De Vlaamsnationalist zegt dat het niet kan.",
        "Bart De Wever",
        "De Vlaamsnationalist",
    ),
    (
        "Raadsman Bert Tolsma vroeg vrijspraak. De advocaat noemt de eis te hoog.",
        "Bert Tolsma",
        "De advocaat",
    ),
    ("De vakbond overlegt met meerdere partijen. Ze zeggen dat het kan.", "partijen", "Ze"),
    (
        "Ruud Hofstra miste het duel. Coach Bert Tolsma sprak met de Nederlandse middenvelder.",
        "Ruud Hofstra",
        "de Nederlandse middenvelder",
    ),
    (
        "Doelman Bert Hofstra ging liggen. Een doelman mag dat doen. De doelman zei niets.",
        "Bert Hofstra",
        "De doelman",
    ),
    ("De advocaat van de trainer ging weg. De man wilde niets zeggen.", "advocaat van de trainer", "De man"),
    (
        "Minister Brekelmans belde Bert Tolsma. Daarna vertrok hij. Brekelmans zei niets. Hij zweeg.",
        "Ruben Brekelmans",
        "Hij",
    ),
    (
        "Minister Brekelmans ontving Bert Tolsma. De minister dankte Tolsma voor zijn komst. Hij zei niets.",
        "Ruben Brekelmans",
        "Hij",
    ),
]


@pytest.mark.parametrize(("text", "name", "expected"), MEANT)
def test_a_role_or_pronoun_means_the_nearest_that_fits(text: str, name: str, expected: str) -> None:
    assert expected in words(text, name)


NOT_MEANT = [
    (
        "VVD-lijsttrekker Anouk Hofstra kwam langs. De D66-topvrouw zei niets.",
        "Anouk Hofstra",
        "De D66-topvrouw",
    ),
    ("Philips maakt winst. Het andere bedrijf zegt dat het goed gaat.", "Philips", "Het andere bedrijf"),
    ("Anouk Hofstra kwam langs. Ze zeggen dat het kan.", "Anouk Hofstra", "Ze"),
    ("Bert Tolsma kwam langs. De wethouder zei niets.", "Bert Tolsma", "De wethouder"),
    (
        "Advocaat Bert Tolsma kwam langs. De officier van justitie zei niets.",
        "Bert Tolsma",
        "De officier van justitie",
    ),
    (
        "Advocaat Bert Tolsma kwam langs. De 24-jarige man uit Zwolle zweeg.",
        "Bert Tolsma",
        "De 24-jarige man uit Zwolle",
    ),
    (
        "Minister Brekelmans kwam langs. De Poolse minister zei niets.",
        "Ruben Brekelmans",
        "De Poolse minister",
    ),
    ("Minister Brekelmans kwam langs. De advocaat zei niets.", "Ruben Brekelmans", "De advocaat"),
    ("Premier Schoof kwam langs. Een woordvoerder zei niets.", "Dick Schoof", "Een woordvoerder"),
    ("Bert Tolsma zei niets. Zijn moeder zei dat het kon.", "Bert Tolsma", "Zijn moeder"),
    ("Anouk Hofstra kwam langs. Hij zei niets.", "Anouk Hofstra", "Hij"),
    ("Het slachtoffer werd gevonden. De dader zweeg.", "slachtoffer", "De dader"),
    ("Bert Tolsma ging in beroep. De Zwolse rechter wees dat af.", "Bert Tolsma", "De Zwolse rechter"),
    (
        "Anouk Hofstra van de Partij voor de Dieren kwam langs. Voor hen is het duidelijk.",
        "Partij voor de Dieren",
        "hen",
    ),
    ("Volgens Schoof zou Hegseth tegenover hem dat hebben gezegd.", "Pete Hegseth", "hem"),
]


@pytest.mark.parametrize(("text", "name", "other"), NOT_MEANT)
def test_what_does_not_fit_is_not_meant(text: str, name: str, other: str) -> None:
    assert other not in words(text, name)


def test_a_body_inside_a_role_is_no_actor_but_can_be_meant() -> None:
    text = "CEO Bert Tolsma van Philips rekent op groei. Het bedrijf verwacht meer winst."
    assert words(text, "Philips") == ["Philips", "Het bedrijf"]


def test_a_pronoun_without_antecedent_stays_open_and_says_so() -> None:
    listed, _ = mentions.find(analysis("Hij zegt dat het kan."), registry.load())
    assert [(m.chain, m.reason.rule) for m in listed] == [(None, "no antecedent")]


def test_every_mention_lies_in_the_text_and_in_its_chain() -> None:
    text = "Minister Brekelmans sprak met Trump. Hij zei dat de VS meedoen. De minister en zijn woordvoerder zwegen."
    listed, chains = mentions.find(analysis(text), registry.load())
    assert all(m.span.contains(m.head) and m.span.of(text).strip() == m.span.of(text) for m in listed)
    assert all(i in chains[m.chain].mentions for i, m in enumerate(listed) if m.chain is not None)
