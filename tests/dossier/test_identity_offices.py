"""Offices as evidence of who is meant: those held on that day, and those that an article tells without a name."""

import datetime

import pytest

from standpunt import registry
from standpunt.dossier import gist, identity
from standpunt.model import (
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

BOTH = ("Dennis Wiersma", "Femke Wiersma")
"""Ministers of 2022 and of 2025."""


def article(day: str, *told: tuple[str, str]) -> tuple[Article, Reading, Moment]:
    """An article of phrases, each a chain, with the role that it gives."""
    text, mentions, chains = "", [], []
    for at, (words, role) in enumerate(told):
        span = Span(len(text), len(text) + len(words))
        text += f"{words}. "
        form = MentionForm.ROLE if words.lower().startswith(("de ", "een ")) else MentionForm.NAME
        mentions.append(Mention(span, span, form, ActorKind.PERSON, at, Reason("proef")))
        chains.append(Chain(words, ActorKind.PERSON, (at,), Reason("proef"), role=role))
    body = Article(
        f"{day} {text}", text, text, (Block(Span(0, len(text)), Role.BODY),), Provenance("proef.txt", "text")
    )
    date = datetime.date.fromisoformat(day)
    return body, Reading(body.id, mentions=tuple(mentions), chains=tuple(chains)), Moment(date, date)


def who(*rows: tuple[Article, Reading, Moment]) -> str:
    """The name of the actor of the first chain."""
    actors, of_chains = identity.resolve([gist.of(*row) for row in rows], registry.load())
    return {actor.id: actor.name for actor in actors}[of_chains[rows[0][0].id][0]]


NAMED = [article("2023-01-10", (name, "")) for name in BOTH]

MEANT = [
    (article("2025-02-14", ("Wiersma", "minister")), "Femke Wiersma"),
    (article("2022-11-14", ("Wiersma", "minister")), "Dennis Wiersma"),
    (article("2025-02-14", ("Wiersma", ""), ("De minister", "minister")), "Femke Wiersma"),
    (article("2025-02-14", ("Wiersma", ""), ("de BBB-minister", "BBB-minister")), "Femke Wiersma"),
    (article("2022-11-14", ("Wiersma", ""), ("De minister", "minister")), "Dennis Wiersma"),
]


@pytest.mark.parametrize(("row", "name"), MEANT)
def test_a_surname_is_his_who_holds_the_office_that_day(
    row: tuple[Article, Reading, Moment], name: str
) -> None:
    assert who(row, *NAMED) == name


OPEN = [
    article("2025-02-14", ("Wiersma", "")),  # nothing tells the two apart
    article("2025-02-14", ("Wiersma", ""), ("Een minister", "minister")),  # any minister
    article("2025-02-14", ("Wiersma", ""), ("De trainer", "trainer")),  # no office
    article("2025-02-14", ("Wiersma", ""), ("De minister", "minister"), ("Brekelmans", "minister")),  # his
    article(
        "2025-02-14", ("Wiersma", ""), ("De minister", "minister"), ("Ruben Brekelmans", "")
    ),  # by the registry
    article("2025-02-14", ("Wiersma", ""), ("de VVD-minister", "VVD-minister")),  # of another party
    article("2023-12-14", ("Wiersma", ""), ("De minister", "minister")),  # neither of them at that time
    article("2025-02-14", ("Wiersma", "trainer"), ("De voorzitter", "voorzitter")),
]


@pytest.mark.parametrize("row", OPEN)
def test_a_surname_of_two_stays_open_where_no_office_tells_them_apart(
    row: tuple[Article, Reading, Moment],
) -> None:
    assert who(row, *NAMED) == "Wiersma"


def test_even_a_common_surname_goes_to_the_one_whose_office_the_article_tells() -> None:
    told = ("Jansen", ""), ("De staatssecretaris", "staatssecretaris")
    assert who(article("2025-02-14", *told)) == "Chris Jansen"
    assert who(article("2025-02-14", told[0])) == "Jansen"
