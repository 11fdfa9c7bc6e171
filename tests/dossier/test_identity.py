"""Who is the same over articles: chains in, actors out."""

import datetime
import itertools
import random
from collections.abc import Iterable
from typing import Any

import pytest
from benchmarks import known_people
from benchmarks.identity import resolved, scores
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from standpunt import registry
from standpunt.dossier import gist, identity
from standpunt.dossier.gist import Gist
from standpunt.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    Chain,
    Mention,
    MentionForm,
    Moment,
    Provenance,
    Reading,
    Reason,
    Role,
    Span,
)

Row = tuple[Article, Reading, Moment]


def article(words: str, day: str = "2025-02-14", **chain: Any) -> Row:
    """An article of one phrase, which is one chain."""
    fields: dict[str, Any] = {"name": words, "kind": ActorKind.PERSON, **chain}
    made = Chain(mentions=(0,), reason=Reason("proef"), **fields)
    form = (
        MentionForm.NAME if words[0].isupper() and not words.startswith(("De ", "Een ")) else MentionForm.ROLE
    )
    span = Span(0, len(words))
    body = Article(
        f"{words} {day}", f"{words} {day}", words, (Block(span, Role.BODY),), Provenance("proef.txt", "text")
    )
    date = datetime.date.fromisoformat(day)
    mention = Mention(span, span, form, made.kind, 0, Reason("proef"))
    return body, Reading(body.id, mentions=(mention,), chains=(made,)), Moment(date, date)


def gists(rows: Iterable[Row]) -> list[Gist]:
    return [gist.of(*row) for row in rows]


def resolve(*rows: Row) -> tuple[tuple[Actor, ...], list[str]]:
    """The actors, and the name of the actor of each article's chain."""
    actors, of_chains = identity.resolve(gists(rows), registry.load())
    names = {actor.id: actor.name for actor in actors}
    return actors, [names[of_chains[row[0].id][0]] for row in rows]


OFFICES = [
    ("De minister van Defensie", "minister van Defensie", "2021-05-01", "Ank Bijleveld"),
    ("De minister van Defensie", "minister van Defensie", "2025-02-14", "Ruben Brekelmans"),
    ("De defensieminister", "defensieminister", "2025-02-14", "Ruben Brekelmans"),
    ("De premier", "premier", "2025-02-14", "Dick Schoof"),
    ("De Amerikaanse president", "Amerikaanse president", "2024-12-13", "Joe Biden"),
    ("De NAVO-chef", "NAVO-chef", "2025-02-14", "Mark Rutte"),
]


@pytest.mark.parametrize(("words", "role", "day", "name"), OFFICES)
def test_a_role_alone_is_who_held_the_office_that_day(words: str, role: str, day: str, name: str) -> None:
    actors, names = resolve(article(words, day, name=role, role=role))
    assert names == [name]
    assert actors[0].reason.rule == "office at the date"


OPEN = [
    ("Een minister", "minister", "2025-02-14"),
    ("De minister", "minister", "2025-02-14"),
    ("Een oud-minister van Defensie", "oud-minister van Defensie", "2025-02-14"),
    ("De trainer", "trainer", "2025-02-14"),
]


@pytest.mark.parametrize(("words", "role", "day"), OPEN)
def test_a_role_that_says_too_little_stays_a_role(words: str, role: str, day: str) -> None:
    actors, names = resolve(article(words, day, name=role, role=role))
    assert names == [role]
    assert actors[0].identity == ""


def test_an_office_that_changed_hands_within_the_moment_stays_open_with_its_candidates() -> None:
    body, reading, _ = article("De premier", name="premier", role="premier")
    year = Moment(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
    (actor,), _ = identity.resolve(gists([(body, reading, year)]), registry.load())
    assert (actor.identity, actor.reason.candidates) == ("", ("Dick Schoof", "Mark Rutte"))


def test_a_surname_goes_to_the_only_one_who_has_it() -> None:
    actors, names = resolve(article("Anouk Hofstra"), article("Hofstra"))
    assert names == ["Anouk Hofstra", "Anouk Hofstra"]
    assert actors[0].aliases == ("Anouk Hofstra", "Hofstra")


def test_a_surname_that_two_have_goes_to_neither() -> None:
    actors, names = resolve(article("Anouk Hofstra"), article("Bert Hofstra"), article("Hofstra"))
    assert names == ["Anouk Hofstra", "Bert Hofstra", "Hofstra"]
    (open_one,) = [actor for actor in actors if actor.name == "Hofstra"]
    assert open_one.reason.candidates == ("Anouk Hofstra", "Bert Hofstra")


def test_a_common_surname_goes_to_nobody() -> None:
    assert resolve(article("Anouk Jansen"), article("Jansen"))[1] == ["Anouk Jansen", "Jansen"]


def test_gender_tells_two_apart() -> None:
    rows = article("Anouk Hofstra", gender="v"), article("Hofstra", gender="m")
    assert resolve(*rows)[1] == ["Anouk Hofstra", "Hofstra"]


def test_unnamed_people_of_two_articles_are_two_and_groups_by_one_name_are_one() -> None:
    one, other = (
        article("De trainer", "2025-02-14", name="trainer"),
        article("De trainer", "2025-02-15", name="trainer"),
    )
    actors, _ = resolve(one, other)
    assert len({actor.id for actor in actors}) == 2
    kind: dict[str, Any] = {"kind": ActorKind.GROUP, "name": "deskundigen", "plural": True}
    assert len(resolve(article("De deskundigen", **kind), article("Een deskundigen", **kind))[0]) == 1


def test_a_body_that_another_article_calls_a_party_is_that_party() -> None:
    actors, names = resolve(
        article("Behoud Duinoog", kind=ActorKind.ORGANISATION),
        article("Behoud Duinoog", day="2025-03-14", kind=ActorKind.PARTY),
    )
    assert names == ["Behoud Duinoog", "Behoud Duinoog"]
    assert [actor.kind for actor in actors] == [ActorKind.PARTY]


def test_a_state_is_one_under_all_its_words() -> None:
    fact: dict[str, Any] = {"kind": ActorKind.STATE, "name": "Rusland", "identity": "staat:rusland"}
    (actor,), _ = resolve(article("Moskou", **fact), article("Rusland", **fact))
    assert (actor.id, actor.aliases) == ("state:rusland", ("Moskou", "Rusland"))


def test_a_name_of_now_is_not_given_to_somebody_of_a_generation_ago() -> None:
    _, names = resolve(article("Schoof", "1985-01-01", name="Dick Schoof", identity="persoon:dick-schoof"))
    assert names == ["Schoof"]
    (actor,), _ = resolve(article("Schoof", "1985-01-01", name="Dick Schoof", identity="persoon:dick-schoof"))
    assert actor.identity == ""


def test_the_order_of_articles_does_not_matter() -> None:
    rows = [
        article("Anouk Hofstra"),
        article("Hofstra"),
        article("De premier", name="premier", role="premier"),
    ]
    outcomes = {
        (resolve(*order)[0], tuple(sorted(identity.resolve(gists(order), registry.load())[1].items())))
        for order in itertools.permutations(rows)
    }
    assert len(outcomes) == 1


def test_the_offices_of_the_day_stand_with_the_actor() -> None:
    (actor,), _ = resolve(article("Ruben Brekelmans", identity="persoon:ruben-brekelmans"))
    assert actor.offices == ("minister van Defensie, Nederland, 2024-07-02/2026-02-23",)


ROLES = [
    (("minister", "minister van Zeehavens"), ("minister van Zeehavens",)),
    (("gedeputeerde", "Nederlandse gedeputeerde"), ("gedeputeerde",)),
    (("Nederlandse gedeputeerde",), ("Nederlandse gedeputeerde",)),  # the only one that is told
    (("wethouder", "burgemeester"), ("burgemeester", "wethouder")),
    (("minister", "ministersvrouw van Zeehavens"), ("minister", "ministersvrouw van Zeehavens")),
]


@pytest.mark.parametrize(("told", "shown"), ROLES)
def test_each_role_is_shown_once_at_its_fullest(told: tuple[str, ...], shown: tuple[str, ...]) -> None:
    rows = [article("Anouk Hofstra", f"2025-02-{day}", role=role) for day, role in enumerate(told, 10)]
    (actor,), _ = resolve(*rows)
    assert actor.roles == shown


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Anne-Marie Verdonk", "Annemarie Verdonk"),
        ("Pieter Hoekstra", "P. Hoekstra"),
        ("Mieke van den Broeke", "Mieke van de Broeke"),
        ("Saskia Brinkhof-Mulder", "Saskia Brinkhof"),
    ],
)
def test_another_spelling_goes_with_the_full_name_whose_office_it_has(full: str, other: str) -> None:
    rows = [
        article(full, role="wethouder van Zwolle"),
        article(other, "2025-02-20", role="wethouder van Zwolle"),
    ]
    actors, _ = identity.resolve(gists(rows), registry.load())
    assert [set(actor.aliases) for actor in actors] == [{full, other}]


def test_one_name_is_two_people_where_they_were_two_things_at_once() -> None:
    days = ["2025-02-14", "2025-03-14", "2025-04-14"]
    rows = [article("Kees Hofstra", day, role="wethouder van Zwolle", party="CDA") for day in days]
    rows += [
        article("Kees Hofstra", day.replace("14", "15"), role="voorzitter van de bond", party="SP")
        for day in days
    ]
    actors, _ = identity.resolve(gists(rows), registry.load())
    assert [actor.name for actor in actors] == ["Kees Hofstra", "Kees Hofstra"]
    assert {actor.party for actor in actors} == {"CDA", "SP"}


def test_on_a_made_archive_names_are_told_apart_and_put_together() -> None:
    """The generator knows who is who and nothing of the resolver; docs/identity.md has the figures of a large one."""
    archive = list(known_people.archive(3000))
    precision, recall = scores(resolved(archive, registry.load())[1])
    assert precision >= 0.99
    assert recall >= 0.95


@settings(deadline=None, max_examples=10, phases=[Phase.generate])  # a smaller archive would tell no more
@given(st.integers(0, 1000), st.randoms(use_true_random=False))
def test_the_order_of_a_made_archive_does_not_matter(seed: int, chance: random.Random) -> None:
    """Who is one, under which id, and why: reasons too, with all candidates that any mention had."""
    rows = [(each.article, each.reading, each.published) for each in known_people.archive(3000, seed)]
    facts = registry.load()
    assert identity.resolve(gists(chance.sample(rows, len(rows))), facts) == identity.resolve(
        gists(rows), facts
    )
