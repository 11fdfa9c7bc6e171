"""Lists a page at a time, and one issue or one actor alone."""

from collections.abc import Callable, Iterator

import pytest

from fictional import MAYOR, MINISTER, dossier
from kept import Places, keep
from standpunt.answers import Answers
from standpunt.errors import StoreError
from standpunt.model import ActorKind
from standpunt.store import Page, Pages, Scope


@pytest.fixture(scope="module")
def store(places: Places) -> Iterator[Pages]:
    with Pages(keep(dossier(), places())) as opened:
        yield opened


def walked(list_: Callable[..., Page], limit: int, **wanted: object) -> list[str]:
    """The ids of all rows, page after page."""
    found, after = [], ""
    while True:
        page = list_(after=after, limit=limit, **wanted)
        found += [row["id"] for row in page.rows]
        if not page.after:
            return found
        after = page.after


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_what_was_said_is_listed_newest_first_and_once(store: Pages, limit: int) -> None:
    found = walked(store.said, limit)
    assert found == [
        *(f"8f21ab90c4d2-{number}" for number in range(1, 10)),
        *(f"8f21ab77aa01-{number}" for number in range(1, 5)),
        "00c3d1e5f7aa-1",
    ]
    assert walked(store.said, limit, speaker=MAYOR) == [
        "8f21ab90c4d2-3", "8f21ab90c4d2-4", "8f21ab77aa01-1", "8f21ab77aa01-2", "00c3d1e5f7aa-1",
    ]  # fmt: skip


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_articles_and_actors_are_listed(store: Pages, limit: int) -> None:
    assert walked(store.articles, limit) == ["8f21ab90c4d2", "8f21ab77aa01", "00c3d1e5f7aa"]
    assert walked(store.articles, limit, actor=MINISTER) == ["8f21ab90c4d2"]
    assert walked(store.speakers, limit)[:2] == [MAYOR, "a:dijkraad"]
    assert len(set(walked(store.speakers, limit))) == 5
    assert walked(store.speakers, limit, kind=ActorKind.STATE) == ["a:noordmark"]


@pytest.mark.parametrize("after", ["gisteren.x.1", "2031-03-14.x.drie"])
def test_a_page_that_cannot_be_is_an_error(store: Pages, after: str) -> None:
    with pytest.raises(StoreError, match="no such page"):
        store.said(after=after)


def test_articles_lie_beside_each_other(store: Pages) -> None:
    ids = [tuple(row and row["id"] for row in store.beside(id)) for id in ("8f21ab77aa01", "00c3d1e5f7aa")]
    assert ids == [(None, "8f21ab90c4d2"), ("8f21ab90c4d2", None)]


@pytest.mark.parametrize("issue", ["dicht", "dijk", "tol"])
def test_what_is_asked_of_one_issue_is_answered_as_of_all(store: Pages, issue: str) -> None:
    alone, all_of_them = Answers(store, Scope(issue=issue)), Answers(store)
    assert alone.positions() == all_of_them.positions(issue=issue)
    assert alone.conditions() == all_of_them.conditions(issue=issue)
    assert alone.matrix() == all_of_them.matrix(issue=issue)
    assert alone.spread("party") == all_of_them.spread("party", issue=issue)
    assert alone.shifts() == all_of_them.shifts(issue=issue)
    assert alone.contradictions() == all_of_them.contradictions(issue=issue)
    assert alone.whatif(issue, {}) == all_of_them.whatif(issue, {})
    assert alone.ways(issue) == all_of_them.ways(issue)


@pytest.mark.parametrize("actor", ["a:verbruggen", "a:dijkraad", "a:terpstra", "a:noordmark"])
def test_what_is_asked_of_one_actor_has_those_whom_he_is_set_against(store: Pages, actor: str) -> None:
    alone, all_of_them = Answers(store, Scope(actor=actor)), Answers(store)

    def his(rows: list[dict[str, object]]) -> list[dict[str, object]]:
        return [row for row in rows if row["actor_id"] == actor]

    assert his(alone.positions()) == his(all_of_them.positions())
    assert alone.conditions() == his(all_of_them.conditions())
    for kind, sides in (("shifts", ("before", "after")), ("contradictions", ("one", "other"))):
        pairs = getattr(all_of_them, kind)()
        assert getattr(alone, kind)() == [
            pair for pair in pairs if actor in {pair[side]["actor_id"] for side in sides}
        ]
