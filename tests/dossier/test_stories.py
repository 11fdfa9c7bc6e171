"""Copies and witnesses: which articles are one story, which statements one utterance, and how witnesses differ."""

import datetime
import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import article, read
from standpunt.dossier import stories, utterances
from standpunt.dossier.wordings import difference, likeness, wording
from standpunt.model import Article, DatedArticle, Dossier, Moment, Span

WORDS = "de het een dijk brug haven raad geld plan jaar stad weg trein school water boot kade wind dorp plein".split()
QUOTES = (
    "Zonder geld komt er geen dijk",
    "De brug moet voor de zomer open, en anders sluiten we de haven",
    "De brug moet voor de zomer open",
    "We rekenen op steun van het hele dorp",
)


def story(seed: int, quote: str, speaker: str = "Anna Hoek", day: str = "2025-02-14") -> str:
    """A text of some hundred words that no other seed shares, with one quotation."""
    chance = random.Random(seed)
    lines = [" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(8)]
    return f'date {day}\nBericht {seed}\n\n{" ".join(lines)}\n\n"{quote}", zei {speaker}.\n'


def dossier(articles: Sequence[Article]) -> Dossier:
    ordered = sorted(articles, key=lambda each: (each.published.earliest or datetime.date.max, each.id))
    dated = tuple(
        DatedArticle(
            each, (made := read(each)), each.published, (), tuple(chain.name for chain in made.chains)
        )
        for each in ordered
    )
    told = stories.gather([(each.article, each.published) for each in dated])
    return Dossier(dated, stories=told, utterances=utterances.gather(dated, told))


def groups(made: Dossier) -> set[frozenset[str]]:
    return {frozenset(one.articles) for one in made.stories}


def witnesses(made: Dossier) -> set[frozenset[tuple[str, int]]]:
    return {frozenset((each.article, each.statement) for each in one.witnesses) for one in made.utterances}


def test_a_shortened_copy_under_another_headline_is_one_story() -> None:
    whole = story(1, QUOTES[0])
    cut = (
        whole.replace("Bericht 1", "Een andere kop").rsplit(".", 4)[0]
        + f'.\n\n"{QUOTES[0]}", zei Anna Hoek.\n'
    )
    made = dossier([article(whole, "a.txt"), article(cut, "b.txt"), article(story(2, QUOTES[3]), "c.txt")])
    assert sorted(len(one.articles) for one in made.stories) == [1, 2]


def test_the_same_text_a_year_later_is_another_story_and_said_again() -> None:
    days = ("2025-02-14", "2026-02-14")
    made = dossier([article(story(1, QUOTES[0], day=day), f"{day}.txt") for day in days])
    assert (len(made.stories), len(made.utterances)) == (2, 2)


def test_words_in_different_articles_are_one_utterance_and_tell_who_shortened_what() -> None:
    made = dossier([article(story(1, QUOTES[1]), "a.txt"), article(story(2, QUOTES[2]), "b.txt")])
    (one,) = made.utterances
    full = one.witnesses[one.fullest]
    short = one.witnesses[1 - one.fullest]
    texts = {each.article.id: each.article.text for each in made.articles}
    assert (one.reason.rule, full.lacks, full.adds, short.adds) == ("shortened", (), (), ())
    assert [span.of(texts[full.article]) for span in short.lacks] == ["en anders sluiten we de haven"]


def test_somebody_else_or_a_few_words_are_not_the_same_utterance() -> None:
    others = [article(story(1, QUOTES[0]), "a.txt"), article(story(2, QUOTES[0], "Bram Veenstra"), "b.txt")]
    assert len(dossier(others).utterances) == 2
    few = [article(story(at, "Dat klopt"), f"{at}.txt") for at in (1, 2)]
    assert len(dossier(few).utterances) == 2


def test_one_article_is_never_two_witnesses() -> None:
    twice = story(1, QUOTES[0]) + f'\n"{QUOTES[0]}", zei Anna Hoek.\n'
    made = dossier([article(twice, "a.txt"), article(story(2, QUOTES[0]), "b.txt")])
    assert sorted(len(one.witnesses) for one in made.utterances) == [1, 2]


def words(said: str) -> tuple[str, ...]:
    return wording(said, [Span(0, len(said))]).words


def test_what_decides_may_not_differ() -> None:
    said = words("wij gaan akkoord met het hele plan")
    assert likeness(said, words("Wij gaan akkoord, met het hele plan!")) == 1
    assert likeness(said, words("wij gaan beslist akkoord met het hele plan")) > 0
    assert likeness(said, words("wij gaan niet akkoord met het hele plan")) == 0
    assert (
        likeness(words("dat kost de stad 240 miljoen euro"), words("dat kost de stad 610 miljoen euro")) == 0
    )
    assert likeness(said, words("een heel andere zin over iets heel anders")) == 0


def test_differences_are_places_in_both_texts_and_stop_where_a_piece_does() -> None:
    one, other = "een twee drie vier vijf", "een vier zes"
    here = wording(one, [Span(0, 13), Span(14, 23)])
    there = wording(other, [Span(0, len(other))])
    ours, theirs = difference(here, there)
    assert [span.of(one) for span in ours] == ["twee drie", "vijf"]
    assert [span.of(other) for span in theirs] == ["zes"]


ARTICLES = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(QUOTES), st.sampled_from(["Anna Hoek", "Bram Veenstra"])),
    min_size=1,
    max_size=6,
)


def archive(told: Sequence[tuple[int, str, str]]) -> list[Article]:
    return [article(story(*each), f"{at}.txt") for at, each in enumerate(told)]


@settings(deadline=None, max_examples=30)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(
    told: list[tuple[int, str, str]], chance: random.Random
) -> None:
    articles = archive(told)
    shuffled = chance.sample(articles, len(articles))
    assert dossier(shuffled) == dossier(articles)


@settings(deadline=None, max_examples=30)
@given(ARTICLES)
def test_an_unrelated_article_changes_nothing(told: list[tuple[int, str, str]]) -> None:
    before = dossier(archive(told))
    other = article(story(9, "Niemand heeft mij iets gevraagd", "Cor Prins"), "ander.txt")
    after = dossier([*archive(told), other])
    assert groups(after) == groups(before) | {frozenset([other.id])}
    assert witnesses(after) == witnesses(before) | {frozenset([(other.id, 0)])}


@settings(deadline=None, max_examples=30)
@given(ARTICLES)
def test_a_copy_adds_a_witness_and_no_utterance(told: list[tuple[int, str, str]]) -> None:
    articles = archive(told)
    before = dossier(articles)
    after = dossier([*articles, article(articles[0].text, "kopie.txt")])
    assert len(after.utterances) == len(before.utterances)
    assert len(after.stories) == len(before.stories)
    assert sum(len(one.witnesses) for one in after.utterances) == len(articles) + 1


def test_an_undated_copy_does_not_bridge_two_years() -> None:
    texts = [story(1, QUOTES[0], day=day) for day in ("2024-02-14", "2025-02-14")]
    undated = article(texts[0].partition("\n")[2], "open.txt")
    assert undated.published == Moment()
    made = dossier([undated, *(article(text, f"{at}.txt") for at, text in enumerate(texts))])
    assert sorted(len(one.articles) for one in made.stories) == [1, 2]
