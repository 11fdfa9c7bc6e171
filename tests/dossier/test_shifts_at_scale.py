"""Shifts and contradictions are those of their plain definitions, pair by pair, at a cost that grows with the positions
and not with their square."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standpunt import registry
from standpunt.dossier import contradictions, shifts
from standpunt.dossier.contradictions import CLOSE
from standpunt.dossier.sides import Sides
from standpunt.dossier.stances import before, in_time, summary, together
from standpunt.model import Actor, ActorKind, Contradiction, Moment, Position, Reason, Span, Stance

WHY = Reason("proef")
ACTORS = {
    each.id: each
    for each in (
        Actor("jansen", "Jan Jansen", ActorKind.PERSON, WHY, party="SP"),
        Actor("smit", "Anna Smit", ActorKind.PERSON, WHY, party="SP"),
        Actor("sp", "SP", ActorKind.PARTY, WHY),
        Actor("kabinet", "kabinet", ActorKind.ORGANISATION, WHY),
        Actor("minister", "Ruben Brekelmans", ActorKind.PERSON, WHY, "VVD", identity="persoon:ruben-brekelmans"),
        Actor("partijgenoot", "Piet Bos", ActorKind.PERSON, WHY, "VVD"),
    )
}  # fmt: skip
SIDES = Sides(ACTORS, registry.load())

DAYS = st.integers(0, 90).map(lambda day: datetime.date(2025, 1, 1) + datetime.timedelta(day))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A day mostly; else a stretch, or one of which a side or both are not known."""
    first = draw(DAYS)
    last = first + datetime.timedelta(draw(st.sampled_from([0, 0, 0, 6, 20, 60])))
    known = draw(st.sampled_from([(True, True)] * 6 + [(True, False), (False, True), (False, False)]))
    return Moment(first if known[0] else None, last if known[1] else None)


@st.composite
def positions(draw: st.DrawFn) -> list[Position]:
    """Of few actors, issues and articles, so that much of it meets; an article recalls what was held before."""
    articles = draw(st.lists(moments(), min_size=1, max_size=8))
    number = draw(st.integers(0, 24))
    found = []
    for at in range(number):
        article = draw(st.integers(0, len(articles) - 1))
        held = articles[article] if draw(st.integers(0, 3)) else draw(moments())
        found.append(
            Position(
                draw(st.sampled_from(sorted(ACTORS))), draw(st.sampled_from(["tunnel", "brug"])),
                draw(st.sampled_from(list(Stance))), held, f"artikel {article}", Span(at, at + 1), WHY, "named",
            )
        )  # fmt: skip
    return found


def plain_contradictions(given: Iterable[Position]) -> list[Contradiction]:
    """Every pair of an issue is looked at."""
    found: dict[object, Contradiction] = {}
    ordered = in_time(given)
    for issue in sorted({each.issue for each in ordered}):
        for one, other in combinations([each for each in ordered if each.issue == issue], 2):
            theirs = SIDES.of(other.actor, other.held)
            shared = [side for side in SIDES.of(one.actor, one.held) if side in theirs]
            same = one.actor == other.actor
            if not together(one.stance, other.stance) and close(one, other) and (same or shared):
                pair = frozenset(((one.actor, one.stance), (other.actor, other.stance)))
                found.setdefault((issue, pair), Contradiction(one, other, "" if same else shared[0]))
    return list(found.values())


def close(one: Position, other: Position) -> bool:
    if one.article == other.article:
        return one.held == other.held
    known = one.held.earliest and one.held.latest and other.held.earliest and other.held.latest
    if not known:
        return False
    assert one.held.earliest and one.held.latest and other.held.earliest and other.held.latest
    return other.held.earliest - one.held.latest <= CLOSE and one.held.earliest - other.held.latest <= CLOSE


def plain_shifts(given: Sequence[Position]) -> set[tuple[int, int, str]]:
    """The evidence of the positions before and after, and the line: every moment of an actor is set beside all those
    before it, and every line of a side beside all that its article tells."""
    told = [each for each in in_time(given) if each.stance is not Stance.DECLINES]
    found = set()
    for actor, issue in {(each.actor, each.issue) for each in told}:
        row: list[list[Position]] = []
        for each in told:
            if (each.actor, each.issue) == (actor, issue):
                if row and (row[-1][0].held, row[-1][0].article) == (each.held, each.article):
                    row[-1].append(each)
                else:
                    row.append([each])
        for at, now in enumerate(row):
            then = next((one for one in reversed(row[:at]) if before(one[0].held, now[0].held)), None)
            if then and summary(each.stance for each in then) is not summary(each.stance for each in now):
                found.add((shown(then), shown(now), ""))
    for line in told:
        for side in SIDES.of(line.actor, line.held):
            seen: set[str] = set()
            for each in told:
                recalled = (each.article, each.issue) == (line.article, line.issue)
                if (
                    recalled
                    and before(line.held, each.held)
                    and each.actor not in (line.actor, *seen)
                    and each.stance is not line.stance
                    and side in SIDES.of(each.actor, each.held)
                ):
                    seen.add(each.actor)
                    found.add((line.evidence.start, each.evidence.start, side))
    return found


def shown(moment: Sequence[Position]) -> int:
    stance = summary(each.stance for each in moment)
    return next((each for each in moment if each.stance is stance), moment[0]).evidence.start


@settings(max_examples=300, deadline=None)
@given(positions())
def test_contradictions_are_those_of_every_pair(given: list[Position]) -> None:
    assert list(contradictions.find(given, SIDES)) == plain_contradictions(given)


@pytest.mark.parametrize(
    "nearer",
    [("zelfde artikel", 12, 12), ("later artikel", 60, 60)],
    ids=["its own article, of another day", "too late"],
)
def test_behind_what_is_not_close_another_may_be(nearer: tuple[str, int, int]) -> None:
    """The last begins within a month, and its last day is the latest."""
    day = datetime.date(2025, 1, 1)
    told = [
        Position(
            "jansen", "tunnel", stance,
            Moment(day + datetime.timedelta(first), day + datetime.timedelta(last)), article, Span(0, 1), WHY, "named",
        )
        for stance, article, first, last in (
            (Stance.SUPPORT, "zelfde artikel", 10, 10),
            (Stance.OPPOSE, *nearer),
            (Stance.OPPOSE, "wijd artikel", 35, 70),
        )
    ]  # fmt: skip
    assert contradictions.find(told, SIDES) == (Contradiction(told[0], told[2]),)


@settings(max_examples=300, deadline=None)
@given(positions())
def test_shifts_are_those_of_every_moment_and_line(given: list[Position]) -> None:
    found = shifts.find(given, SIDES)
    made = [(each.before.evidence.start, each.after.evidence.start, each.line) for each in found]
    assert len(made) == len(set(made))
    assert set(made) == plain_shifts(given)


class Counted(Sides):
    """Counts how often it is asked for whom somebody stands."""

    asked = 0

    def of(self, actor: str, held: Moment) -> tuple[str, ...]:
        self.asked += 1
        return super().of(actor, held)


def test_sides_are_asked_for_in_proportion_to_the_positions() -> None:
    """A thousand positions are half a million pairs."""
    first = datetime.date(2020, 1, 1)
    days = [first + datetime.timedelta(2 * at) for at in range(500)]
    many = [
        Position(actor, "tunnel", stance, Moment(day, day), f"{day} {actor}", Span(0, 1), WHY, "named")
        for day, (actor, stance) in product(days, [("jansen", Stance.SUPPORT), ("smit", Stance.OPPOSE)])
    ]
    sides = Counted(ACTORS, registry.load())
    assert len(contradictions.find(many, sides)) == 1
    shifts.find(many, sides)
    assert sides.asked <= 3 * len(many)
