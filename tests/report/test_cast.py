"""Initials, colours, anchors and the moment of what was said."""

import dataclasses

import pytest

from fictional import MARCH_11, MARCH_14, MAYOR, MINISTER, dossier
from standpunt.display.initials import initials
from standpunt.model import ActorKind
from standpunt.report.cast import PALETTE, UNKNOWN, _colours, _short, cast, days


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("Hilde Verbruggen", ActorKind.PERSON, "HV"),
        ("Ursula von der Leyen", ActorKind.PERSON, "UL"),
        ("Dilan Yeşilgöz-Zegerius", ActorKind.PERSON, "DZ"),
        ("Verbruggen", ActorKind.PERSON, "Ve"),
        ("Verenigde Staten", ActorKind.STATE, "VS"),
        ("NAVO", ActorKind.ALLIANCE, "NAVO"),
        ("kabinet", ActorKind.ORGANISATION, "Ka"),
        ("Baltische en Noordse landen", ActorKind.GROUP, "BNL"),
        ("ministerie van Infrastructuur", ActorKind.ORGANISATION, "MI"),
        ("NAVO-landen", ActorKind.GROUP, "NAVO"),
        ("50PLUS", ActorKind.PARTY, "PLUS"),
        ("4711", ActorKind.ORGANISATION, "4711"[:2]),
    ],
)
def test_a_name_has_initials(name: str, kind: ActorKind, short: str) -> None:
    assert initials(name, kind, 1) == short


def test_two_speakers_of_one_article_with_the_same_initials_get_a_letter_more() -> None:
    plain = dossier()
    renamed = {MAYOR: "Joost Terpstra", MINISTER: "Jet Timmer"}
    actors = tuple(
        dataclasses.replace(actor, name=renamed.get(actor.id, actor.name)) for actor in plain.actors
    )
    speakers = cast(dataclasses.replace(plain, actors=actors)).speakers
    assert (speakers[MAYOR].initials, speakers[MINISTER].initials) == ("JTe", "JTi")


def test_speakers_of_one_article_have_different_colours_as_far_as_the_palette_reaches() -> None:
    groups = [{f"{article}-{n}" for n in range(PALETTE)} for article in range(5)]
    colours = _colours([actor for group in groups for actor in sorted(group)], groups)
    for group in groups:
        assert {colours[actor] for actor in group} == set(range(1, PALETTE + 1))


def test_who_says_most_comes_first_and_who_is_not_known_has_the_grey() -> None:
    found = cast(dossier())
    assert [speaker.name for speaker in found.speakers.values()] == [
        "Joost Terpstra",
        "Dijkraad",
        "Hilde Verbruggen",
    ]
    assert [one.number for one in found.statements if one.speaker is UNKNOWN] == [9]


def test_what_was_said_on_a_day_that_the_article_tells_has_that_day() -> None:
    said = cast(dossier()).said["8f21ab90c4d2"]
    assert (said[0].when, said[0].told) == (MARCH_11, True)
    assert (said[1].when, said[1].told) == (days(MARCH_14), False)


def test_nothing_was_said_after_it_was_in_the_paper() -> None:
    plain = dossier()
    minister = plain.articles[1]
    summer = dataclasses.replace(minister.times[0], moment=minister.times[1].moment)
    article = dataclasses.replace(minister, times=(summer, minister.times[1]))
    said = cast(dataclasses.replace(plain, articles=(article,))).said["8f21ab90c4d2"]
    assert (said[0].when, said[0].told) == (days(MARCH_14), False)


def test_anchors_are_as_short_as_tells_articles_apart() -> None:
    assert _short(["8f21ab90c4d2", "8f21ab77aa01"]) == {"8f21ab90c4d2": "8f21ab9", "8f21ab77aa01": "8f21ab7"}
    assert _short(["a", "a!"]) == {"a": "1", "a!": "2"}
    assert _short([]) == {}
