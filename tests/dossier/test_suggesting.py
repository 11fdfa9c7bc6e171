"""Drafts of issues: articles in, a codebook out; what is no issue stays out."""

from collections.abc import Sequence

from dated import article
from prose import model
from standpunt import registry
from standpunt.dossier import assemble, code, outlined
from standpunt.dossier.issues import codebook
from standpunt.dossier.issues.suggesting import Draft, as_toml, suggest
from standpunt.model import Dossier
from standpunt.reading import read

GARAGE = (
    "Wethouder Anna Hoek wil een nieuwe parkeergarage bouwen. De raad wil een besluit.",
    "Raadslid Bram Veen is tegen een nieuwe parkeergarage. Hij vindt de parkeergarageplannen lelijk.",
    "Winkelier Cor Dam pleit voor een parkeergarage. Hij wil de bomen behouden.",
    "Buurvrouw Dien Eik verzet zich tegen de bomen.",
)


def made(*texts: str) -> Dossier:
    articles = [article(text, name=str(number)) for number, text in enumerate(texts)]
    return assemble([(each, read(each, model())) for each in articles], registry.load())


def drafts(*texts: str) -> Sequence[Draft]:
    return suggest(made(*texts), model())


def test_what_most_want_or_reject_comes_first_in_the_words_of_the_articles() -> None:
    garage, trees = drafts(*GARAGE)
    assert (garage.issue.id, garage.issue.label) == ("parkeergarage", "Nieuwe parkeergarage")
    assert garage.issue.proposal == "Een nieuwe parkeergarage bouwen"
    assert garage.issue.terms == ("parkeergarage", "parkeergarageplan")
    assert (garage.actors, garage.articles) == (3, 3)
    assert trees.issue.proposal == "Bomen behouden"
    assert trees.issue.terms == ("boom",)


def test_what_is_wanted_is_the_first_example() -> None:
    _, trees = drafts(*GARAGE)
    assert [(each.actor, each.wanted) for each in trees.examples] == [("Cor Dam", True), ("Dien Eik", True)]
    assert trees.examples[0].sentence == "Hij wil de bomen behouden."


def test_a_general_word_and_an_actor_name_no_issue() -> None:
    assert not drafts(
        "De raad wil een besluit.", "Anna Hoek is tegen het besluit.", "De raad steunt wethouder Anna Hoek."
    )


def test_what_somebody_does_or_will_not_speak_of_is_not_wanted() -> None:
    assert not drafts(
        "Anna Hoek opende gisteren de kermis.", "Bram Veen wil niets zeggen over de kermis.",
        "De kermis was druk, zegt Cor Dam.",
    )  # fmt: skip


def test_the_draft_is_a_codebook_and_its_comments_give_sentences() -> None:
    found = drafts(*GARAGE)
    written = as_toml(found, "Drafts")
    assert codebook.parse(written, "drafts").issues == tuple(draft.issue for draft in found)
    assert written.startswith(
        "# Drafts\n\n[[issue]]\n# actors: 3, articles: 3\n# Anna Hoek: Wethouder Anna Hoek wil"
    )


def test_a_dossier_coded_by_its_drafts_has_their_positions() -> None:
    dossier = made(*GARAGE)
    book = codebook.parse(as_toml(suggest(dossier, model())), "drafts")
    coded = code(outlined(dossier), book, registry.load()).made
    names = {actor.id: actor.name for actor in dossier.actors}
    stances = {(names[each.actor], each.issue): each.stance.value for each in coded.positions}
    assert stances["Anna Hoek", "parkeergarage"] == stances["Cor Dam", "parkeergarage"] == "support"
    assert stances["Bram Veen", "parkeergarage"] == "oppose"


def test_the_order_of_the_articles_does_not_matter_and_the_limit_keeps_the_first() -> None:
    assert [draft.issue for draft in drafts(*GARAGE)] == [draft.issue for draft in drafts(*reversed(GARAGE))]
    assert [draft.issue.id for draft in suggest(made(*GARAGE), model(), 1)] == ["parkeergarage"]
