"""Who stands where: sentences, a codebook of one issue, and the positions that follow."""

import msgspec
import pytest

from prose import analysis
from standpunt.dossier import positions
from standpunt.dossier.issues import Codebook, Naming, policy
from standpunt.model import DatedArticle, Issue, Moment
from standpunt.reading import interpret

TUNNEL = Issue(
    id="tunnel",
    label="Spoortunnel",
    proposal="Er komt een spoortunnel",
    terms=("spoortunnel", "tunnel"),
    against=("brug",),
)


def taken(text: str, *issues: Issue) -> list[tuple[str, str, str, str]]:
    """Who, on which issue, with which stance, and how the issue was found."""
    analysed = analysis(text)
    reading = interpret(analysed)
    names = tuple(chain.name for chain in reading.chains)
    dated = DatedArticle(analysed.article, reading, Moment(), (), names)
    found = positions.find([dated], Codebook("proef", issues or (TUNNEL,)))
    return [(each.actor, each.issue, each.stance.value, each.near) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De raad pleit voor een spoortunnel.", [("raad", "tunnel", "support", "named")]),
        ("De raad sluit een spoortunnel niet uit.", [("raad", "tunnel", "open", "named")]),
        ("De raad pleit voor een spoortunnel of een brug.", [("raad", "tunnel", "support", "named")]),
        # a word for the opposite turns the stance
        (
            "Het kabinet wil een spoortunnel. De raad pleit voor een brug.",
            [("kabinet", "tunnel", "support", "named"), ("raad", "tunnel", "oppose", "named")],
        ),
        # what is said goes on about what was just spoken of
        (
            'Over de spoortunnel is Jansen kort. "Het is te vroeg om daar iets over te zeggen", zegt hij.',
            [("Jansen", "tunnel", "open", "carried")],
        ),
        # words that point back behind the verb, joined or apart; who wants that too; a judgement that names nothing
        (
            "Er komt een spoortunnel. Het CDA verzet zich daartegen.",
            [("CDA", "tunnel", "oppose", "carried")],
        ),
        (
            "Er komt een spoortunnel. Het CDA is daar niet blij mee.",
            [("CDA", "tunnel", "oppose", "carried")],
        ),
        ("Er komt een spoortunnel. Het CDA ziet er niets in.", [("CDA", "tunnel", "oppose", "carried")]),
        ("Er komt een spoortunnel. Het CDA streeft ernaar om te winnen.", []),
        (
            "De VVD pleit voor een spoortunnel. Ook het CDA wil dat.",
            [("VVD", "tunnel", "support", "named"), ("CDA", "tunnel", "support", "named")],
        ),
        (
            "Er komt een spoortunnel. Een slechte zaak, vindt het CDA.",
            [("CDA", "tunnel", "oppose", "carried")],
        ),
        # a noun for an act means without its complement what it means with it
        (
            "De raad sprak over de aanleg van een spoortunnel. Er kwam veel volk. Het was laat. Het was vol. Men at "
            "soep. Jansen steunt de aanleg.",
            [("Jansen", "tunnel", "support", "named")],
        ),
        (
            "De raad sprak over de aanleg van een spoortunnel. Jansen steunt de aanleg van een brug.",
            [("Jansen", "tunnel", "oppose", "named")],
        ),
        # who wants it undone or prevented, or supports what is against it, is against it; who rejects that, is for it
        ("De raad vindt dat de spoortunnel van tafel moet.", [("raad", "tunnel", "oppose", "named")]),
        ("De raad steunt het verzet tegen de spoortunnel.", [("raad", "tunnel", "oppose", "named")]),
        ("De raad wijst alle bezwaren tegen de spoortunnel af.", [("raad", "tunnel", "support", "named")]),
        # a judgement that names nothing is about what was spoken of
        (
            'De spoortunnel kwam ter sprake. "Dom en ongepast", zegt Jansen.',
            [("Jansen", "tunnel", "oppose", "carried")],
        ),
        # an attitude towards something else
        ("De raad pleit voor een spoortunnel. Jansen houdt van vis.", [("raad", "tunnel", "support", "named")]),
        # a condition, and its `moet` is no wish
        ("De raad wil alleen een spoortunnel als er geld is.", [("raad", "tunnel", "conditional", "named")]),
        # a demand on the thing itself is a condition; that the thing must come, is not
        ("De spoortunnel moet veilig zijn, zegt Jansen.", [("Jansen", "tunnel", "conditional", "named")]),
        ("De spoortunnel moet er komen, zegt Jansen.", [("Jansen", "tunnel", "support", "named")]),
    ],
)  # fmt: skip
def test_who_stands_where(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert taken(text) == expected


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        # who undoes what an issue is to undo is for it; who prevents that, is not
        ("De gemeente schaft de parkeertaks af.", "support"),
        ("De gemeente schrapt de parkeertaks.", "support"),
        ("De raad blokkeert de afschaffing van de parkeertaks.", "oppose"),
    ],
)
def test_an_issue_may_be_to_undo_something(text: str, stance: str) -> None:
    taks = Issue(
        id="taks", label="Afschaffing van de parkeertaks", proposal="De gemeente schaft de parkeertaks af",
        terms=("parkeertaks",),
    )  # fmt: skip
    assert {each[2] for each in taken(text, taks)} == {stance}


def test_an_article_about_something_else_has_no_positions() -> None:
    """The term is there, the words of the proposal are not."""
    accord = Issue(
        id="akkoord",
        label="Akkoord van Brugstede",
        proposal="Brugstede tekent het akkoord",
        terms=("akkoord",),
    )
    assert taken("De bond wil een akkoord met de fabriek.", accord) == []
    assert taken("Brugstede wil een akkoord met de haven.", accord) == [
        ("Brugstede", "akkoord", "support", "named")
    ]


def test_short_names_tell_what_an_article_is_about() -> None:
    """`NS` counts, and institutions, which every article names, hardly do."""
    offer = Issue(
        id="bod",
        label="Bod van NS",
        proposal="De bonden gaan akkoord met het bod van NS",
        terms=("bod",),
    )
    assert taken("De bond wijst het bod van NS af.", offer) == [("bond", "bod", "oppose", "named")]
    assert taken("De Tweede Kamer wijst het bod van de haven af.", offer) == []


def test_terms_are_found_whatever_their_form() -> None:
    text = "De sociale en betaalbare huurwoningen komen er. Het tunnelplan niet, de missies wel: de vredesmissie."
    issues = [
        replace_terms(TUNNEL, "huur", ("sociale huurwoning",)),
        replace_terms(TUNNEL, "tunnel", ("tunnel",)),
        replace_terms(TUNNEL, "missie", ("vredesmissie",)),
    ]
    named = Naming(Codebook("proef", tuple(issues))).find(text, interpret(analysis(text)))
    assert [(each.issue, each.span.of(text), each.head) for each in named] == [
        ("huur", "sociale en betaalbare huurwoningen", False),
        ("tunnel", "tunnelplan", False),
        ("missie", "missies", True),
        ("missie", "vredesmissie", False),
    ]


def replace_terms(issue: Issue, id: str, terms: tuple[str, ...]) -> Issue:
    return Issue(id=id, label=terms[0], proposal=terms[0], terms=terms)


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        (
            '"Het minimumloon moet omhoog en de rijken moeten meer belasting betalen", zegt Jansen.',
            "economy",
            "support",
        ),
        (
            "Jansen zegt dat de grenzen dicht moeten voor asielzoekers en dat de instroom van migranten omlaag moet.",
            "immigration",
            "oppose",
        ),
    ],
)
def test_on_dutch_politics_a_classifier_judges_what_the_rules_leave(
    text: str, issue: str, stance: str
) -> None:
    """The policy codebook as it ships; an issue that somebody changed is one like any other."""
    analysed = analysis(text)
    reading = interpret(analysed)
    names = tuple(chain.name for chain in reading.chains)
    dated = DatedArticle(analysed.article, reading, Moment(), (), names)
    found = positions.find([dated], policy())
    assert [(each.actor, each.issue, each.stance.value) for each in found] == [("Jansen", issue, stance)]
    assert found[0].why.rule == "trained"
    changed = msgspec.structs.replace(policy().issue(issue), label="Iets anders", terms=("koe",), against=())
    assert positions.find([dated], Codebook("proef", (changed,))) == ()
