"""Shifts, contradictions and the matrix over positions made by hand."""

import datetime

import pytest

from standpunt import registry
from standpunt.dossier import contradictions, shifts
from standpunt.dossier.matrix import by_party, matrix
from standpunt.dossier.sides import Sides
from standpunt.dossier.stances import before, summary, together
from standpunt.model import Actor, ActorKind, Moment, Position, Reason, Span, Stance

SUPPORT, OPPOSE, OPEN = Stance.SUPPORT, Stance.OPPOSE, Stance.OPEN
CONDITIONAL, DECLINES = Stance.CONDITIONAL, Stance.DECLINES


def actor(
    id: str, name: str, kind: ActorKind = ActorKind.PERSON, party: str = "", identity: str = ""
) -> Actor:
    return Actor(id, name, kind, Reason("proef"), party=party, identity=identity)


ACTORS = {
    each.id: each
    for each in (
        actor("jansen", "Jan Jansen", party="SP"),
        actor("smit", "Anna Smit", party="SP"),
        actor("sp", "SP", ActorKind.PARTY),
        actor("kabinet", "kabinet", ActorKind.ORGANISATION),
        actor("minister", "Ruben Brekelmans", party="VVD", identity="persoon:ruben-brekelmans"),
    )
}
SIDES = Sides(ACTORS, registry.load())


def on(day: int | None, month: int = 2) -> Moment:
    """A day of 2025, or nothing known."""
    return (
        Moment() if day is None else Moment(datetime.date(2025, month, day), datetime.date(2025, month, day))
    )


def position(who: str, stance: Stance, held: Moment, article: str = "", at: int = 0) -> Position:
    return Position(
        who, "tunnel", stance, held, article or str(held), Span(at, at + 1), Reason("proef"), "named"
    )


def shifted(*positions: Position) -> list[tuple[str, Stance, Stance, str]]:
    found = shifts.find(positions, SIDES)
    return [(each.after.actor, each.before.stance, each.after.stance, each.line) for each in found]


def test_another_stance_than_before_is_a_shift() -> None:
    assert shifted(position("jansen", SUPPORT, on(1)), position("jansen", OPPOSE, on(8))) == [
        ("jansen", SUPPORT, OPPOSE, "")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (position("jansen", SUPPORT, on(1)), position("jansen", SUPPORT, on(8))),
        (position("jansen", SUPPORT, on(1)), position("jansen", DECLINES, on(8))),
        (position("jansen", SUPPORT, on(1)), position("smit", OPPOSE, on(8))),
        (position("jansen", SUPPORT, on(None)), position("jansen", OPPOSE, on(8))),
        (position("jansen", SUPPORT, on(8), "a"), position("jansen", OPPOSE, on(8), "b")),
    ],
    ids=["the same", "declines", "another actor", "no date", "the same day"],
)
def test_what_is_no_shift(first: Position, second: Position) -> None:
    assert shifted(first, second) == []


def test_declining_in_between_hides_no_shift() -> None:
    told = [
        position("jansen", OPEN, on(1)),
        position("jansen", DECLINES, on(4)),
        position("jansen", SUPPORT, on(8)),
    ]
    assert shifted(*told) == [("jansen", OPEN, SUPPORT, "")]


def test_a_minister_who_leaves_the_line_of_the_cabinet() -> None:
    """`Tot nu toe vond het kabinet dat ...`: the article itself recalls the line, held before it."""
    line = position("kabinet", CONDITIONAL, Moment(None, datetime.date(2025, 2, 13)), "a")
    now = position("minister", OPEN, on(14), "a", at=5)
    assert shifted(line, now) == [("minister", CONDITIONAL, OPEN, "kabinet")]


def test_the_offices_that_changed_between() -> None:
    """He was minister of Defence until 23 February 2026."""
    told = [
        position("minister", OPEN, on(14)),
        position("minister", OPPOSE, Moment(datetime.date(2026, 3, 1), datetime.date(2026, 3, 1))),
    ]
    (shift,) = shifts.find(told, SIDES)
    assert any("minister van Defensie" in office for office in shift.offices)


def test_one_actor_contradicts_himself_within_a_month() -> None:
    told = [position("jansen", SUPPORT, on(1)), position("jansen", OPPOSE, on(20))]
    (found,) = contradictions.find(told, SIDES)
    assert (found.one.stance, found.other.stance, found.side) == (SUPPORT, OPPOSE, "")
    assert contradictions.find([told[0], position("jansen", OPPOSE, on(20, 6))], SIDES) == ()


def test_two_of_one_party_contradict_each_other() -> None:
    (found,) = contradictions.find(
        [position("jansen", SUPPORT, on(1)), position("smit", OPPOSE, on(2))], SIDES
    )
    assert found.side == "SP"


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (OPEN, DECLINES, True),
        (OPEN, CONDITIONAL, True),
        (SUPPORT, CONDITIONAL, True),
        (SUPPORT, OPPOSE, False),
        (OPPOSE, CONDITIONAL, False),
        (OPPOSE, OPEN, False),
    ],
)
def test_which_stances_go_together(one: Stance, other: Stance, fits: bool) -> None:
    assert together(one, other) is together(other, one) is fits


def test_the_order_of_moments_is_told_only_where_it_is_certain() -> None:
    month = Moment(datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    assert before(on(1), on(2)) is True
    assert before(on(2), on(1)) is False
    assert before(month, on(8)) is None
    assert before(on(1), Moment()) is None


def test_the_matrix_shows_what_was_held_last() -> None:
    told = [
        position("jansen", SUPPORT, on(1)),
        position("jansen", OPPOSE, on(8)),
        position("smit", OPEN, on(3)),
    ]
    assert {key: cell.stance for key, cell in matrix(told).items()} == {
        ("jansen", "tunnel"): OPPOSE,
        ("smit", "tunnel"): OPEN,
    }
    assert matrix(told, on=datetime.date(2025, 2, 5))["jansen", "tunnel"].stance is SUPPORT
    assert matrix(told, on=datetime.date(2025, 1, 5)) == {}


def test_a_party_stands_where_most_of_it_stand() -> None:
    told = [
        position("jansen", SUPPORT, on(1)),
        position("smit", SUPPORT, on(1)),
        position("sp", OPPOSE, on(1)),
    ]
    spread = by_party(matrix(told), ACTORS)["SP", "tunnel"]
    assert (spread.stance, spread.share, dict(spread.counts)) == (SUPPORT, 2 / 3, {SUPPORT: 2, OPPOSE: 1})
    assert [cell.positions for cell in spread.deviating.values()] == [(told[2],)]
    tied = by_party(matrix(told[1:]), ACTORS)["SP", "tunnel"]
    assert (tied.stance, tied.share, tied.deviating) == (None, 0.5, {})


def test_who_declines_counts_only_where_all_do() -> None:
    told = [
        position("jansen", DECLINES, on(1)),
        position("smit", SUPPORT, on(1)),
        position("sp", DECLINES, on(1)),
    ]
    spread = by_party(matrix(told), ACTORS)["SP", "tunnel"]
    assert (spread.stance, spread.share, spread.deviating) == (SUPPORT, 1.0, {})
    assert by_party(matrix(told[::2]), ACTORS)["SP", "tunnel"].stance is DECLINES


def test_who_says_both_yes_and_no_is_open() -> None:
    assert summary([SUPPORT, OPPOSE]) is OPEN
    assert summary([SUPPORT, CONDITIONAL]) is CONDITIONAL
    assert summary([DECLINES, OPEN]) is OPEN
    assert summary([]) is None
