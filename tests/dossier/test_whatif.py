"""What-if, by hand and by property: more assumptions never make less known, their order does not matter, and what
nobody assumes decides nothing."""

import datetime
from dataclasses import replace
from itertools import islice, product

from hypothesis import given
from hypothesis import strategies as st

from standpunt.dossier.whatif import Outcome, outcomes, ways
from standpunt.model import Condition, Moment, Position, Reason, Span, Stance

DAY = datetime.date(2025, 2, 14)
HELD = Moment(DAY, DAY)
PLACE = Span(0, 1)
GROUPS = ("geld", "mandaat", "steun", "tijd")


def position(actor: str, stance: Stance, condition: int | None = None) -> Position:
    return Position(actor, "tunnel", stance, HELD, "a", PLACE, Reason("proef"), "named", condition=condition)


def condition(
    actor: str, group: str, number: int = 0, *, any: bool = False, unless: bool = False
) -> Condition:
    return Condition(actor, "tunnel", HELD, "a", PLACE, group, number, any=any, unless=unless)


def outcome(conditions: list[Condition], assume: dict[str, bool]) -> tuple[Stance | None, tuple[str, ...]]:
    (found,) = outcomes([position("jansen", Stance.CONDITIONAL)], conditions, assume)
    return found.stance, found.hangs


def test_all_conditions_must_hold() -> None:
    both = [condition("jansen", "geld", 1), condition("jansen", "steun", 1)]
    assert outcome(both, {}) == (None, ("geld", "steun"))
    assert outcome(both, {"geld": True}) == (None, ("steun",))
    assert outcome(both, {"geld": True, "steun": True}) == (Stance.SUPPORT, ())
    assert outcome(both, {"steun": False}) == (Stance.OPPOSE, ())


def test_one_of_a_list_is_enough_where_any_will_do() -> None:
    either = [condition("jansen", "geld", 1, any=True), condition("jansen", "steun", 1, any=True)]
    assert outcome(either, {"geld": True}) == (Stance.SUPPORT, ())
    assert outcome(either, {"geld": False}) == (None, ("steun",))
    assert outcome(either, {"geld": False, "steun": False}) == (Stance.OPPOSE, ())


def test_unless_turns_it() -> None:
    tenzij = [condition("jansen", "geld", unless=True)]
    assert outcome(tenzij, {"geld": True}) == (Stance.OPPOSE, ())
    assert outcome(tenzij, {"geld": False}) == (Stance.SUPPORT, ())


def test_who_sets_no_condition_stays_where_he_is() -> None:
    found = outcomes([position("smit", Stance.OPPOSE), position("vos", Stance.OPEN)], [], {"geld": True})
    assert [(each.actor, each.stance) for each in found] == [("smit", Stance.OPPOSE), ("vos", Stance.OPEN)]


def test_a_condition_that_nobody_stated_is_not_invented() -> None:
    (found,) = outcomes([position("jansen", Stance.CONDITIONAL)], [], {"geld": False})
    assert (found.stance, found.hangs, found.rests) == (None, (), ())


def test_the_smallest_ways_to_bring_somebody_in() -> None:
    taken = [
        position("jansen", Stance.CONDITIONAL),
        position("smit", Stance.CONDITIONAL),
        position("vos", Stance.SUPPORT),
    ]
    stated = [condition("jansen", "geld", 1), condition("jansen", "steun", 1), condition("smit", "geld")]
    assert list(ways(taken, stated, ["jansen"], 1)) == [{"geld": True, "steun": True}]
    assert list(ways(taken, stated, ["jansen", "smit", "vos"], 2)) == [{"geld": True}]
    assert list(ways(taken, stated, ["vos"], 1)) == [{}]
    assert list(ways(taken, stated, ["niemand"], 1)) == []


def test_what_one_wants_and_another_fears_is_tried_both_ways() -> None:
    taken = [position("jansen", Stance.CONDITIONAL), position("smit", Stance.CONDITIONAL)]
    stated = [condition("jansen", "geld"), condition("smit", "geld", unless=True)]
    assert list(ways(taken, stated, ["jansen", "smit"], 1)) == [{"geld": False}, {"geld": True}]
    assert list(ways(taken, stated, ["jansen", "smit"], 2)) == []


def test_of_very_many_ways_some_are_had_at_once() -> None:
    actors = [f"lid {number}" for number in range(60)]
    taken = [position(actor, Stance.CONDITIONAL) for actor in actors]
    stated = [condition(actor, f"eis {actor}") for actor in actors]
    some = list(islice(ways(taken, stated, actors, 31), 5))
    assert [len(each) for each in some] == [31] * 5


Assumptions = st.dictionaries(st.sampled_from(GROUPS), st.booleans())
Conditions = st.lists(
    st.builds(condition, st.just("jansen"), st.sampled_from(GROUPS), st.integers(0, 2), unless=st.booleans()),
    max_size=6,
)


def stance(conditions: list[Condition], assume: dict[str, bool]) -> Outcome:
    (found,) = outcomes([position("jansen", Stance.CONDITIONAL)], conditions, assume)
    return found


@given(Conditions, Assumptions, Assumptions)
def test_what_is_decided_stays_decided(
    conditions: list[Condition], assume: dict[str, bool], more: dict[str, bool]
) -> None:
    """Monotone: a further assumption can decide what was open, and never undo what was decided."""
    decided = stance(conditions, assume).stance
    if decided is not None:
        assert stance(conditions, {**more, **assume}).stance is decided


@given(Conditions, Assumptions)
def test_the_order_does_not_matter(conditions: list[Condition], assume: dict[str, bool]) -> None:
    expected = stance(conditions, assume).stance
    turned = dict(reversed(assume.items()))
    assert stance(sorted(conditions, key=lambda each: each.group), turned).stance is expected
    assert stance(conditions[::-1], turned).stance is expected


@given(Conditions)
def test_what_nobody_assumes_decides_nothing(conditions: list[Condition]) -> None:
    found = stance(conditions, {})
    assert found.stance is None
    assert set(found.hangs) == {each.group for each in conditions}


@given(Conditions, Assumptions)
def test_it_hangs_only_on_what_is_unknown(conditions: list[Condition], assume: dict[str, bool]) -> None:
    found = stance(conditions, assume)
    assert not set(found.hangs) & assume.keys()
    assert (found.stance is None) == bool(found.hangs) or not conditions


ACTORS = ("jansen", "smit", "vos")


@given(
    st.lists(st.sampled_from(Stance), min_size=3, max_size=3),
    st.lists(
        st.builds(
            condition,
            st.sampled_from(ACTORS),
            st.sampled_from(GROUPS),
            st.integers(1, 2),
            unless=st.booleans(),
        ),
        max_size=7,
    ),
    st.sets(st.sampled_from(ACTORS)),
    st.integers(1, 3),
)
def test_the_ways_are_all_the_smallest_sets_and_only_those(
    stances: list[Stance], stated: list[Condition], any_of: set[str], wanted: int
) -> None:
    """Beside trying everything; `any_of` are those for whom one of a list is enough."""
    taken = [position(actor, stance) for actor, stance in zip(ACTORS, stances, strict=True)]
    stated = [replace(each, any=each.actor in any_of) for each in stated]
    bringing = []
    for values in product((None, True, False), repeat=len(GROUPS)):
        assume = {group: value for group, value in zip(GROUPS, values, strict=True) if value is not None}
        found = outcomes(taken, stated, assume)
        if sum(each.stance is Stance.SUPPORT for each in found) >= wanted:
            bringing.append(assume)
    fewest = min(map(len, bringing), default=0)
    expected = {frozenset(each.items()) for each in bringing if len(each) == fewest}
    assert {frozenset(each.items()) for each in ways(taken, stated, ACTORS, wanted)} == expected
