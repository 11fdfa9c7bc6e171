"""Those who speak, with what they say in order of date; those who are only named."""

import dataclasses

import pytest

from fictional import MARCH_14, dossier
from standpunt.model import Dossier, Moment
from standpunt.report.actors import _telling, actor_views, named_groups
from standpunt.report.cast import cast
from standpunt.report.context import ActorView


def views(content: Dossier) -> dict[str, ActorView]:
    return {view.chip.name: view for view in actor_views(content, cast(content))}


def test_who_says_most_comes_first_and_who_is_unknown_last() -> None:
    assert list(views(dossier())) == ["Joost Terpstra", "Dijkraad", "Hilde Verbruggen", "Onbekende spreker"]


def test_what_was_said_stands_in_order_of_date_and_what_has_none_comes_last() -> None:
    mayor = views(dossier())["Joost Terpstra"]
    assert [occasion.when.label for occasion in mayor.occasions] == [
        "februari 2031",
        "14 maart 2031",
        "datum onbekend",
    ]


def test_what_was_said_on_another_day_than_the_article_appeared_tells_both() -> None:
    minister = views(dossier())["Hilde Verbruggen"]
    assert [(one.when.label, one.published and one.published.label) for one in minister.occasions] == [
        ("11 maart 2031", "14 maart 2031"),
        ("14 maart 2031", None),
    ]


def test_the_same_day_found_in_another_way_is_the_same_day() -> None:
    plain = dossier()
    article = plain.articles[1]
    same = dataclasses.replace(article.times[0], moment=Moment(MARCH_14.earliest, MARCH_14.latest))
    content = dataclasses.replace(
        plain, articles=(dataclasses.replace(article, times=(same, article.times[1])),)
    )
    assert len(views(content)["Hilde Verbruggen"].occasions) == 1


def test_a_statement_says_how_it_is_told() -> None:
    minister, mayor = views(dossier())["Hilde Verbruggen"], views(dossier())["Joost Terpstra"]
    declined = minister.occasions[1].statements[1]
    assert [badge.label for badge in declined.badges] == ["parafrase", "zwijgt hierover"]
    passed_on = mayor.occasions[1].statements[0]
    assert [badge.label for badge in passed_on.badges] == ["deels citaat", "volgens Hilde Verbruggen"]


def test_what_is_unsure_says_so_and_names_the_candidates() -> None:
    unknown = views(dossier())["Onbekende spreker"].occasions[0].statements[0]
    assert [badge.label for badge in unknown.badges] == ["deels citaat", "onzeker"]
    assert "spreker: none (of: de raad, zij)" in unknown.why


def test_who_is_only_named_stands_under_his_kind() -> None:
    content = dossier()
    groups = [(group.label, group.names) for group in named_groups(content, cast(content))]
    assert groups == [("organisaties", (("Havenbedrijf Oudezand", 1),)), ("staten", (("Noordmark", 1),))]


def test_who_is_only_named_and_shares_a_name_stands_there_once() -> None:
    plain = dossier()
    other = dataclasses.replace(plain.actors[3], id="a:elders")
    article = dataclasses.replace(plain.articles[0], actors=(*plain.articles[0].actors, other.id))
    content = dataclasses.replace(
        plain, actors=(*plain.actors, other), articles=(article, *plain.articles[1:])
    )
    assert named_groups(content, cast(content))[1].names == (("Noordmark", 2),)


@pytest.mark.parametrize(
    ("roles", "known", "told"),
    [
        (("minister van Defensie", "minister"), (), ("minister van Defensie",)),
        (("minister",), ("minister van Defensie (sinds 2 juli 2024)",), ()),
        (("wethouder", "lijsttrekker"), (), ("wethouder", "lijsttrekker")),
        (("Kamerlid", "kamerlid"), (), ("Kamerlid",)),
    ],
)
def test_a_role_that_says_no_more_is_left_out(
    roles: tuple[str, ...], known: tuple[str, ...], told: tuple[str, ...]
) -> None:
    assert _telling(roles, known) == told
