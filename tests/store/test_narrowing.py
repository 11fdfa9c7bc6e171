"""A search finds what looking at every row finds, in the order of the list, whichever list leads."""

import datetime
import random
from collections.abc import Callable
from typing import Any

import pytest

from standpunt.model import EventKind, EventStatus, Form, Stance
from standpunt.store import Page, Pages, Sought, WantedEvents, narrowing
from standpunt.store.rows import Row, folded

Fits = Callable[[Sought], Callable[[Row], bool]]


@pytest.fixture(
    params=[
        (0, 10**9, 0),
        (0, 4, narrowing.MANY),
        (0, 1, narrowing.MANY),
        (20, 10**9, 20),
        (narrowing.FEW, narrowing.SHARE, narrowing.MANY),
    ],
    ids=["all lists are long", "some are", "none is", "some are short", "all are short"],
)
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in zip(("FEW", "SHARE", "MANY"), request.param, strict=True):
        monkeypatch.setattr(narrowing, name, value)


def draws(store: Pages, number: int) -> list[Sought]:
    """Searches for one to three things that the dossier has."""
    chance = random.Random(7)
    statements, articles = store.rows("statements"), store.rows("articles")
    parties, issues = store.parties(), [row["id"] for row in store.rows("issues")]
    actors = [row for row in store.rows("actors") if row["statements"]]
    found = []
    for _ in range(number):
        since = datetime.date(chance.randint(2015, 2024), chance.randint(1, 12), 1)
        given: dict[str, Any] = {
            "words": chance.choice(chance.choice(statements)["content"].split()),
            "actor": chance.choice([chance.choice(actors)["id"], chance.choice(actors)["name"].split()[-1][:4]]),
            "party": chance.choice(parties), "issue": chance.choice(issues),
            "stance": chance.choice(list(Stance)), "form": chance.choice(list(Form)),
            "outlet": chance.choice(articles)["outlet"], "since": since,
            "until": since + datetime.timedelta(chance.choice([30, 900])),
        }  # fmt: skip
        asked = chance.sample(list(given), chance.choice([0, 1, 1, 2, 3]))
        found.append(Sought(**{name: given[name] for name in asked}))
    return found


def walked(page: Callable[..., Page], limit: int) -> list[str]:
    found, after = [], ""
    while True:
        some = page(after=after, limit=limit)
        found += [row["id"] for row in some.rows]
        if not some.after:
            return found
        after = some.after


class Looking:
    """Looks at every row."""

    def __init__(self, store: Pages) -> None:
        self.store = store
        self.rows = {
            name: store.rows(name)
            for name in ("statements", "articles", "actors", "positions", "chains", "witnesses", "utterances")
        }
        self.actors = {row["id"]: row for row in self.rows["actors"]}
        self.outlets = {row["id"]: row["outlet"] for row in self.rows["articles"]}
        self.utterance = {row["statement_id"]: row["utterance_id"] for row in self.rows["witnesses"]}
        self.places = {row["id"]: row["place"] for row in self.rows["statements"]}

    def called(self, name: str) -> set[str]:
        names = {
            id: [folded(each) for each in (row["name"], *row["aliases"])] for id, row in self.actors.items()
        }
        exact = {id for id, each in names.items() if folded(name) in each or id == name}
        return exact or {
            id for id, each in names.items() if any(f" {one}".find(f" {folded(name)}") >= 0 for one in each)
        }

    def of_party(self, id: str | None, party: str) -> bool:
        row = self.actors.get(id or "")
        return bool(row and (row["party"] == party or (row["kind"] == "party" and row["name"] == party)))

    def with_words(self, table: str, words: str) -> set[str]:
        hits = self.store.search(words, limit=10**6)
        return {row["id"] for row in getattr(hits, table)}

    def shown(self, sought: Sought) -> list[Row]:
        return [
            row
            for row in self.rows["positions"]
            if sought.issue in ("", row["issue_id"]) and sought.stance in (None, row["stance"])
        ]

    def days(self, sought: Sought, row: Row) -> bool:
        first, last = row["published_earliest"], row["published_latest"]
        late = not sought.since or (last is not None and last >= sought.since)
        return late and (not sought.until or (first is not None and first <= sought.until))

    def statements(self, sought: Sought) -> list[str]:
        fullest = {row["id"]: row["fullest_id"] for row in self.rows["utterances"]}
        found = [
            row for row in self.rows["statements"] if row["id"] in fullest.values() and self.days(sought, row)
        ]
        if sought.words:
            having = self.with_words("statements", sought.words)
            found = [row for row in found if row["id"] in having]
        if sought.actor:
            found = [row for row in found if row["speaker_id"] in self.called(sought.actor)]
        if sought.party:
            found = [row for row in found if self.of_party(row["speaker_id"], sought.party)]
        if sought.form:
            found = [row for row in found if row["form"] == sought.form]
        if sought.issue or sought.stance:
            ids = [row["statement_id"] for row in self.shown(sought) if row["statement_id"]]
            showing = {fullest[self.utterance[id]] for id in ids}
            found = [row for row in found if row["id"] in showing]
        if sought.outlet:
            there = {
                fullest[self.utterance[row["id"]]]
                for row in self.rows["statements"]
                if self.outlets[row["article_id"]] == sought.outlet
            }
            found = [row for row in found if row["id"] in there]
        return [row["id"] for row in sorted(found, key=lambda row: (*newest(row), row["number"]))]

    def articles(self, sought: Sought) -> list[str]:
        found = [row for row in self.rows["articles"] if self.days(sought, row)]
        if sought.words:
            having = self.with_words("articles", sought.words)
            found = [row for row in found if row["id"] in having]
        if sought.outlet:
            found = [row for row in found if row["outlet"] == sought.outlet]
        if sought.actor:
            who = self.called(sought.actor)
            here = {row["article_id"] for row in self.rows["chains"] if row["actor_id"] in who}
            found = [row for row in found if row["id"] in here]
        if sought.party:
            here = {
                row["article_id"]
                for row in self.rows["chains"]
                if self.of_party(row["actor_id"], sought.party)
            }
            found = [row for row in found if row["id"] in here]
        if sought.form:
            here = {row["article_id"] for row in self.rows["statements"] if row["form"] == sought.form}
            found = [row for row in found if row["id"] in here]
        if sought.issue or sought.stance:
            here = {row["article_id"] for row in self.shown(sought)}
            found = [row for row in found if row["id"] in here]
        return [row["id"] for row in sorted(found, key=newest)]


def newest(row: Row) -> tuple[bool, int, str]:
    day = row["published_earliest"]
    return day is None, -day.toordinal() if day else 0, str(row.get("article_id", row["id"]))


@pytest.fixture(scope="module")
def looking(pages: Pages) -> Looking:
    return Looking(pages)


@pytest.mark.usefixtures("few")
def test_statements_are_those_that_looking_at_all_finds(pages: Pages, looking: Looking) -> None:
    sizes = []
    for sought in draws(pages, 40):
        found = walked(lambda sought=sought, **page: pages.said(sought, **page), 400)
        assert found == looking.statements(sought), sought
        sizes.append(len(found))
    assert len([size for size in sizes if size]) > 12


@pytest.mark.usefixtures("few")
def test_articles_are_those_that_looking_at_all_finds(pages: Pages, looking: Looking) -> None:
    for sought in draws(pages, 40):
        found = walked(lambda sought=sought, **page: pages.articles(sought, **page), 50)
        assert found == looking.articles(sought), sought


@pytest.mark.usefixtures("few")
def test_a_timeline_has_the_same_statements_and_events(pages: Pages, looking: Looking) -> None:
    actor = pages.speakers(limit=3).rows[2]["id"]
    month: dict[str, Any] = {"since": datetime.date(2020, 3, 1), "until": datetime.date(2020, 6, 30)}
    for sought in (Sought(), Sought(actor=actor), Sought(**month), Sought(actor=actor, **month)):
        found = walked(lambda sought=sought, **page: pages.timeline(None, sought, **page), 200)
        assert sorted(found) == sorted(looking.statements(sought))
    every = pages.event_rows()
    for wanted in (
        WantedEvents(), WantedEvents(kind=EventKind.DEBATE), WantedEvents(actor=actor), WantedEvents(**month),
        WantedEvents(status=EventStatus.PLANNED, since=month["since"]),
    ):  # fmt: skip
        found = walked(lambda wanted=wanted, **page: pages.timeline(wanted, None, **page), 200)
        who = {row["event_id"] for row in pages.rows("event_participants") if row["actor_id"] == actor}
        assert sorted(found) == sorted(
            row["id"]
            for row in every
            if wanted.kind in (None, row["kind"])
            and wanted.status in (None, row["status"])
            and (not wanted.actor or row["id"] in who)
            and (not wanted.since or row["latest"] or row["earliest"])
            and (not wanted.since or row["latest"] is None or row["latest"] >= wanted.since)
            and (not wanted.until or row["earliest"] is None or row["earliest"] <= wanted.until)
        )


def test_an_actor_is_found_by_any_word_of_his_name(pages: Pages) -> None:
    row = pages.speakers(limit=1).rows[0]
    for words in (row["id"], row["name"].upper(), row["name"].split()[-1][:5]):
        assert row["id"] in {each["id"] for each in pages.actors_named(words)}
