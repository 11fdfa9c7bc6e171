"""Who is counted together on a day: coalition and opposition by the registry, and the blocs of a codebook."""

import datetime

import pytest

from standpunt import registry
from standpunt.dossier.blocs import Blocs
from standpunt.dossier.issues import codebook
from standpunt.dossier.matrix import by_bloc, matrix
from standpunt.errors import LexiconError
from standpunt.model import Actor, ActorKind, Moment, Position, Reason, Span, Stance

WHY = Reason("proef")
ACTORS = {
    each.id: each
    for each in (
        Actor("vvd", "VVD", ActorKind.PARTY, WHY),
        Actor("pvv", "PVV", ActorKind.PARTY, WHY),
        Actor("d66", "D66", ActorKind.PARTY, WHY),
        Actor("spd", "SPD", ActorKind.PARTY, WHY),
        Actor("kabinet", "kabinet", ActorKind.ORGANISATION, WHY),
        Actor("brussel", "Belgische regering", ActorKind.ORGANISATION, WHY),
        Actor("ouali", "Farida el Ouali", ActorKind.PERSON, WHY, party="D66"),
        Actor("schoof", "Dick Schoof", ActorKind.PERSON, WHY, identity="persoon:dick-schoof"),
    )
}


def blocs(written: str = "") -> Blocs:
    issue = '[[issue]]\nid = "tunnel"\nlabel = "Tunnel"\nproposal = "Er komt een tunnel"\n'
    return Blocs(codebook.parse(issue + written, "proef").blocs, ACTORS, registry.load())


def day(written: str) -> Moment:
    return registry.moment(written)


@pytest.mark.parametrize(
    ("actor", "on", "expected"),
    [
        ("vvd", "2024-12-01", "coalitie"),
        ("pvv", "2024-12-01", "coalitie"),
        ("pvv", "2025-07-01", "oppositie"),
        ("d66", "2024-12-01", "oppositie"),
        ("d66", "2026-03-10", "coalitie"),
        ("ouali", "2024-12-01", "oppositie"),
        ("ouali", "2021-03-01", "coalitie"),
        ("schoof", "2024-12-01", "coalitie"),
        ("schoof", "2026-03-10", ""),
        ("kabinet", "2024-12-01", "coalitie"),
        ("brussel", "2024-12-01", ""),
        ("spd", "2024-12-01", ""),
        ("d66", "2026-01", "oppositie"),
        ("d66", "2026-02", ""),  # the month in which the cabinets changed
        ("d66", "1890", ""),
    ],
)
def test_coalition_and_opposition_at_a_date(actor: str, on: str, expected: str) -> None:
    assert "".join(blocs().of(actor, day(on))) == expected


def test_of_what_has_no_date_nobody_knows_who_governed() -> None:
    assert blocs().of("vvd", Moment()) == ()


def test_blocs_of_ones_own_have_actors_and_parties_with_all_who_are_of_them() -> None:
    own = blocs(
        '[[bloc]]\nname = "links"\nmembers = ["Democraten 66", "dick schoof"]\n'
        '[[bloc]]\nname = "toen"\nmembers = ["VVD", "D66"]\nfrom = 2024-01-01\nto = 2025-01-01\n'
        '[[bloc]]\nname = "toen"\nmembers = ["PVV"]\nfrom = 2025-01-01\n'
    )
    assert own.of("d66", day("2024-12-31")) == ("links", "toen")
    assert own.of("ouali", day("2025-01-01")) == ("links",)
    assert own.of("schoof", Moment()) == ("links",)
    assert own.of("vvd", Moment()) == ()
    assert own.of("vvd", day("2024")) == ("toen",)
    assert own.of("vvd", day("2023")) == ()
    assert [own.of("pvv", day(on)) for on in ("2024-12-31", "2025-01-01")] == [(), ("toen",)]


def test_a_bloc_may_name_another_state() -> None:
    german = blocs('[[bloc]]\nname = "Berlijn"\nopposition = "Duitsland"\n')
    assert german.of("vvd", day("2024-12-01")) == ()
    with pytest.raises(LexiconError, match="no state is called 'Atlantis'"):
        blocs('[[bloc]]\nname = "weg"\ncoalition = "Atlantis"\n')


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('name = "leeg"', "bloc leeg is not of one kind"),
        ('name = "twee"\nmembers = ["VVD"]\ncoalition = "Nederland"', "bloc twee is not of one kind"),
        ('name = "gat"\nmembers = ["VVD", " "]', "bloc 1 has an empty name or member"),
        ('name = "fout"\nleden = ["VVD"]', "bloc 1: Object contains unknown field"),
    ],
)
def test_what_is_wrong_with_a_bloc_is_told(written: str, said: str) -> None:
    with pytest.raises(LexiconError, match=said):
        blocs(f"[[bloc]]\n{written}\n")


def test_an_actor_counts_where_he_was_when_he_took_his_position() -> None:
    taken = [
        held("vvd", Stance.SUPPORT, "2024-12-01"),
        held("pvv", Stance.OPPOSE, "2025-07-01"),
        held("schoof", Stance.SUPPORT, "2024-12-02"),
        held("d66", Stance.OPPOSE, "2025-07-01"),
    ]
    cells = matrix(taken)
    found = by_bloc(cells, blocs())
    assert {name: list(each.members) for (name, _), each in found.items()} == {
        "coalitie": ["schoof", "vvd"],
        "oppositie": ["d66", "pvv"],
    }
    then = by_bloc(cells, blocs(), datetime.date(2024, 12, 3))
    assert list(then["coalitie", "tunnel"].members) == ["pvv", "schoof", "vvd"]
    assert list(then["coalitie", "tunnel"].deviating) == ["pvv"]


def held(actor: str, stance: Stance, on: str) -> Position:
    return Position(actor, "tunnel", stance, day(on), "a", Span(0, 1), WHY, "named")
