"""Events of several articles: which mentions are one, when it was, and what is kept apart."""

import datetime
import itertools

import pytest

from standpunt.dossier.events import gather
from standpunt.dossier.outline import Outlined
from standpunt.model import (
    ActorKind,
    Article,
    Block,
    Chain,
    DatedArticle,
    Event,
    EventKind,
    EventMention,
    EventStatus,
    Moment,
    Provenance,
    Reading,
    Reason,
    ResolvedTime,
    Role,
    Span,
    TimeExpression,
    TimexType,
)
from standpunt.registry.events import load

HAPPENED, PLANNED, HYPOTHETICAL = EventStatus.HAPPENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL


def days(told: str) -> Moment:
    """`2025-02-14`, `2025-02-14/2025-02-16`, or nothing for an open one."""
    if not told:
        return Moment()
    first, _, last = told.partition("/")
    return Moment(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first))


def article(
    name: str,
    *,
    published: str = "2025-02-14",
    what: str = "overleg",
    kind: EventKind = EventKind.MEETING,
    status: EventStatus = HAPPENED,
    who: tuple[str, ...] = (),
    where: str = "",
    when: str = "",
    named: str = "",
    rule: str = "scene",
    groups: bool = False,
) -> DatedArticle:
    """An article that tells one event; the participants are persons by their names, or groups."""
    text = f"{what} {where} dan"
    span = Span(0, len(what))
    place = Span(len(what) + 1, len(what) + 1 + len(where)) if where else None
    time = Span(len(text) - 3, len(text))
    mention = EventMention(
        span, kind, status, Reason(rule, what), Reason("tense"), tuple(range(len(who))), place,
        0 if when else None, named,
    )  # fmt: skip
    body = Article(name, name, text, (Block(Span(0, len(text)), Role.BODY),), Provenance(name, "text"))
    chain_kind = ActorKind.GROUP if groups else ActorKind.PERSON
    return DatedArticle(
        body,
        Reading(
            name,
            times=(TimeExpression(time, TimexType.DATE, Reason("proef")),),
            chains=tuple(Chain(each, chain_kind, (), Reason("proef")) for each in who),
            events=(mention,),
        ),
        days(published),
        (ResolvedTime("", days(when), Reason("proef")),),
        who,
    )


def events(*articles: DatedArticle) -> tuple[Event, ...]:
    found = [gather(map(Outlined.of, order), load()) for order in itertools.permutations(articles)]
    assert all(each == found[0] for each in found), "the order of the articles must not matter"
    return found[0]


def test_the_same_day_and_people_are_one_event() -> None:
    one = article("a", what="spoedoverleg", who=("Hoek", "Bos"), when="2025-02-17", where="Parijs")
    other = article("b", what="top", kind=EventKind.SUMMIT, who=("Hoek", "Bos"), when="2025-02-16/2025-02-17")
    (event,) = events(one, other)
    assert (event.what, event.place, event.participants) == ("spoedoverleg", "Parijs", ("Hoek", "Bos"))
    assert str(event.when) == "2025-02-17"
    assert [telling.article for telling in event.told] == ["a", "b"]
    assert event.reason.rule == "same days and participants"
    assert [clue.words for clue in event.when.evidence] == ["dan", "dan"]


@pytest.mark.parametrize(
    "other",
    [
        article("b", who=("Hoek", "Bos"), where="Parijs", when="2025-02-18"),
        article("b", who=("Prins", "Veenstra"), when="2025-02-17"),
        article("b", who=("Hoek", "Bos"), where="Gent", when="2025-02-17"),
        article("b", who=("Hoek", "Bos"), when="2025-02-17", what="stemming", kind=EventKind.VOTE),
    ],
    ids=["another day", "other people", "another place", "another kind"],
)
def test_what_differs_is_kept_apart(other: DatedArticle) -> None:
    assert len(events(article("a", who=("Hoek", "Bos"), where="Parijs", when="2025-02-17"), other)) == 2


def test_a_year_tells_too_little_to_make_two_one() -> None:
    year = "2025-01-01/2025-12-31"
    one, other = (article(name, who=("Hoek", "Bos"), when=year, published="2026-01-09") for name in "ab")
    assert len(events(one, other)) == 2


def test_without_a_day_somebody_resigns_but_once() -> None:
    resignation = {"kind": EventKind.RESIGNATION, "what": "aftreden", "rule": "verb"}
    one = article("a", who=("Hoek",), **resignation)  # type: ignore[arg-type]
    other = article("b", who=("Hoek",), published="2025-02-18", **resignation)  # type: ignore[arg-type]
    later = article("c", who=("Hoek",), published="2025-06-18", **resignation)  # type: ignore[arg-type]
    first, second = events(one, other, later)
    assert [telling.article for telling in first.told] == ["a", "b"]
    assert first.reason.rule == "happens to them once"
    assert [telling.article for telling in second.told] == ["c"]


def test_a_group_is_not_known_by_its_noun() -> None:
    one = article("a", kind=EventKind.ARREST, who=("verdachten",), groups=True)
    other = article("b", kind=EventKind.ARREST, who=("verdachten",), groups=True)
    assert len(events(one, other)) == 2


def test_a_named_event_has_the_days_of_its_edition() -> None:
    named = "Veiligheidsconferentie van München"
    plan = article("a", named=named, status=PLANNED, when="2025-02-15/2025-02-16")
    told = article("b", named=named, published="2025-02-17", when="2025-02-15")
    (event,) = events(plan, told)
    assert (event.what, event.status, str(event.when)) == (named, HAPPENED, "2025-02-14/2025-02-16")
    assert event.when.evidence[0].rule == "named event"


@pytest.mark.parametrize(
    ("status", "when"), [(HAPPENED, "../2025-02-14"), (PLANNED, "2025-02-14/.."), (HYPOTHETICAL, "onbekend")]
)
def test_without_a_day_the_article_is_a_bound(status: EventStatus, when: str) -> None:
    (event,) = events(article("a", status=status))
    assert str(event.when) == when


@pytest.mark.parametrize(
    ("status", "when", "found"),
    [(PLANNED, "2025-02-10", HAPPENED), (HAPPENED, "2025-02-20", PLANNED), (PLANNED, "2025-02-14", PLANNED)],
)
def test_a_day_that_is_known_goes_before_the_tense(
    status: EventStatus, when: str, found: EventStatus
) -> None:
    (event,) = events(article("a", status=status, when=when))
    assert event.status is found


def test_what_has_happened_is_no_plan_any_more() -> None:
    plan = article("a", status=PLANNED, who=("Hoek", "Bos"), when="2025-02-17")
    told = article("b", status=HAPPENED, who=("Hoek", "Bos"), when="2025-02-17", published="2025-02-18")
    (event,) = events(plan, told)
    assert event.status is HAPPENED


def test_events_come_in_order_of_date_open_ones_last() -> None:
    found = events(
        article("a", when="2025-02-17"), article("b", status=HYPOTHETICAL), article("c", when="2025-02-16")
    )
    assert [event.told[0].article for event in found] == ["c", "a", "b"]
