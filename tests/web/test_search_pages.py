"""Search, timeline and network over the fictional dossier, and the data behind every page."""

import csv
import datetime
import io
from pathlib import Path

import lxml.etree as etree
import pytest
from fastapi.testclient import TestClient

from fictional import MINISTER, knotty
from kept import keep
from standpunt.model import EventKind, EventStatus, Form, Stance
from standpunt.store import Pages, Place, Sought
from standpunt.web.pages.network import View, network_page
from standpunt.web.pages.search import search_page
from standpunt.web.pages.timeline import Wish, timeline_page
from standpunt.web.visit import Visit, wordings

ATOM = "{http://www.w3.org/2005/Atom}"


def records(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(), 14),
        (Sought(actor="Verbruggen"), 4),
        (Sought(actor=MINISTER), 4),
        (Sought(actor="Niemand"), 0),
        (Sought(party="Waterpartij"), 4),
        (Sought(party="Zonder leden"), 0),
        (Sought(words="dijk"), 2),
        (Sought(words="dijk -Terpstra"), 1),
        (Sought(words="-dijk"), 0),
        (Sought(words='"'), 0),
        (Sought(issue="dicht"), 3),
        (Sought(issue="dicht", stance=Stance.CONDITIONAL), 1),
        (Sought(stance=Stance.DECLINES), 0),  # the reporter tells it: nobody's statement shows it
        (Sought(outlet="De Kustbode"), 9),
        (Sought(since=datetime.date(2031, 3, 1)), 9),
        (Sought(until=datetime.date(2031, 2, 28)), 4),
        (Sought(form=Form.DIRECT, actor="Dijkraad", issue="dicht"), 0),
    ],
)  # fmt: skip
def test_a_search_finds_what_is_asked_for(kept: Place, sought: Sought, found: int) -> None:
    with Pages(kept) as store:
        assert len(store.said(sought, limit=99).rows) == found


@pytest.mark.parametrize(
    ("sought", "labels"),
    [
        (Sought(words="zeepoort", outlet="De Kustbode"), ["Minister wil Zeepoort pas sluiten"]),
        (Sought(party="Waterpartij", form=Form.DIRECT), ["Minister wil Zeepoort pas sluiten"]),
        (Sought(issue="dicht", stance=Stance.OPEN), ["Minister wil Zeepoort pas sluiten"]),
        (Sought(actor="Verbruggen", until=datetime.date(2031, 1, 1)), []),
    ],
)
def test_a_search_over_articles(kept: Place, sought: Sought, labels: list[str]) -> None:
    with Pages(kept) as store:
        assert [row["label"] for row in store.articles(sought).rows] == labels


def test_a_sentence_says_what_is_shown_and_each_filter_can_be_dropped(visit: Visit) -> None:
    sought = Sought(words="dijk", actor=MINISTER, issue="dicht", since=datetime.date(2031, 3, 1))
    page = search_page(visit, sought, False)
    assert page.told in (
        "Uitspraken met ‘dijk’, van Hilde Verbruggen, over De Zeepoort dicht, vanaf 1 maart 2031; nieuwste eerst.",
        "Statements with ‘dijk’, by Hilde Verbruggen, on De Zeepoort dicht, from 1 March 2031; newest first.",
    )
    prefix = "/en" if visit.wording.code == "en" else ""
    assert [each.without for each in page.filters] == [
        prefix + "/search?actor=a:verbruggen&issue=dicht&from=2031-03-01".replace(":", "%3A"),
        prefix + "/search?q=dijk&issue=dicht&from=2031-03-01",
        prefix + "/search?q=dijk&actor=a%3Averbruggen&from=2031-03-01",
        prefix + "/search?q=dijk&actor=a%3Averbruggen&issue=dicht",
    ]
    assert [one.who.name for one in page.said] == ["Hilde Verbruggen"]


def test_what_a_form_leaves_empty_is_not_in_the_address(client: TestClient) -> None:
    sent = client.get("/en/search?q=dijk&actor=&from=&in=", follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/en/search?q=dijk")


@pytest.mark.parametrize(
    "query", ["from=morgen", "stance=misschien", "form=lied", "in=kelder", f"q={'x' * 201}", "after=x"]
)
def test_a_search_that_is_not_well_written_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/search?{query}").status_code == 400


def test_a_search_goes_on_where_it_was(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("standpunt.web.taking.BATCH", 2)
    everything = records(client, "/search.csv?actor=Terpstra")
    assert len({row["id"] for row in everything}) == len(everything) == 5
    assert {row["speaker"] for row in everything} == {"Joost Terpstra"}


def test_a_feed_has_the_newest_statements_of_a_search(client: TestClient) -> None:
    answer = client.get("/search.atom?actor=Verbruggen")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = etree.fromstring(answer.content)
    assert feed.findtext(f"{ATOM}title") == "Standpunt: Uitspraken van Verbruggen; nieuwste eerst."
    assert feed.findtext(f"{ATOM}updated") == "2031-03-14T00:00:00Z"
    links = [link.get("href") for link in feed.findall(f"{ATOM}entry/{ATOM}link")]
    assert len(links) == 4 and all(link.startswith("http://127.0.0.1:8000/articles/") for link in links)
    empty = etree.fromstring(client.get("/search.atom?actor=Niemand").content)
    assert empty.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_a_feed_of_hostile_text_is_well_formed(client: TestClient) -> None:
    feed = etree.fromstring(client.get("/search.atom").content)
    assert len(feed.findall(f"{ATOM}entry")) == 14


def test_a_citation_says_who_where_when_and_leads_there(visit: Visit) -> None:
    (one,) = search_page(visit, Sought(words='"Eerst moet de dijk"'), False).said
    day = visit.wording.day(datetime.date(2031, 3, 14))
    assert one.citation.startswith('"Eerst moet de dijk het houden", zei minister Verbruggen')
    assert one.citation.endswith(
        f"(Hilde Verbruggen, in: ‘Minister wil Zeepoort pas sluiten’, De Kustbode, {day})"
    )
    assert one.link == "https://kustbode.example/zeepoort"


@pytest.mark.parametrize(
    ("address", "tables"),
    [
        ("/index", ["issues", "coverage", "set_aside"]),
        ("/statements", ["statements"]),
        ("/articles", ["articles"]),
        ("/actors", ["actors"]),
        ("/issues/dicht", ["positions", "conditions"]),
        (f"/actors/{MINISTER}", ["statements", "positions", "conditions"]),
        ("/articles/8f21ab90c4d2", ["statements", "positions"]),
        ("/search", ["statements"]),
        ("/timeline", ["events", "statements"]),
        ("/network", ["ties"]),
        ("/issues/dicht/support", ["positions"]),
        ("/issues/dicht/conditions", ["conditions"]),
        ("/issues/dicht/shifts", ["shifts"]),
        ("/issues/dicht/contradictions", ["contradictions"]),
        ("/issues/dicht/silent", ["silent"]),
        ("/corrections", ["corrections"]),
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_data_behind_a_page(client: TestClient, address: str, tables: list[str], prefix: str) -> None:
    data = client.get(f"{prefix}{address}.json").json()
    assert list(data) == tables
    for name, rows in data.items():
        told = records(client, f"{prefix}{address}.csv?table={name}")
        assert len(told) == len(rows)
        assert all(list(row) == list(cells) for row, cells in zip(rows, told, strict=True))
    assert records(client, f"{prefix}{address}.csv") == records(
        client, f"{prefix}{address}.csv?table={tables[0]}"
    )


def test_the_data_behind_a_list_of_pairs_has_both_in_a_row(kept: Place, client: TestClient) -> None:
    with Pages(kept) as store:
        shifts = store.newest_shifts(99, issue="dicht")
        clashes = store.newest_contradictions(99, issue="dicht")
    told = records(client, "/issues/dicht/shifts.csv")
    assert shifts and [(row["before_held"], row["after_stance"], row["after_sentence"]) for row in told] == [
        (row["before"]["held"], row["after"]["stance"], row["after"]["sentence"]) for row in shifts
    ]
    told = records(client, "/issues/dicht/contradictions.csv")
    assert clashes and [(row["one_actor"], row["other_article_id"]) for row in told] == [
        (row["one"]["actor"], row["other"]["article_id"]) for row in clashes
    ]


def test_a_group_of_conditions_is_taken_away_alone(kept: Place, client: TestClient) -> None:
    with Pages(kept) as store:
        (group, number, _), *_ = store.condition_groups("dicht", 1)
    told = records(client, f"/issues/dicht/conditions.csv?group={group}")
    assert len(told) == number and {row["condition_group"] for row in told} == {group}


@pytest.mark.parametrize(
    "address",
    [
        "/nergens.csv",
        "/issues/nergens/support.csv",
        "/issues/nergens.json",
        "/statements.csv?table=articles",
        "/static/style.css.csv",
    ],
)
def test_data_that_is_not_there_is_told_as_a_page(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404 and "<html" in answer.text


def test_a_timeline_has_events_and_statements_by_day(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = timeline_page(visit, Wish("", None, "", None, None)).entries
    assert len(everything) == 16
    days = [
        each.event.when.machine if each.event else each.said.when.machine if each.said else ""
        for each in everything
    ]
    assert days[0] == "" and everything[0].event is not None  # a range, newest
    dated = [day for day in days if len(day) == 10]
    assert dated == sorted(dated, reverse=True) and dated[-1] == "2031-03-11"
    monkeypatch.setattr("standpunt.web.pages.timeline.LENGTH", 3)
    seen, after = list(everything[:0]), ""
    while True:
        page = timeline_page(visit, Wish("", None, "", None, None), after)
        seen += page.entries
        if not page.next:
            break
        after = page.next.rpartition("after=")[2]
    assert seen == list(everything)


@pytest.mark.parametrize(
    ("wish", "events", "said"),
    [
        (Wish("statements", None, "", None, None), 0, 14),
        (Wish("events", None, "", None, None), 2, 0),
        (Wish(EventKind.VISIT, None, "", None, None), 1, 0),
        (Wish("", EventStatus.PLANNED, "", None, None), 1, 0),
        (Wish("", None, "Verbruggen", None, None), 1, 4),
        (Wish("", None, "Niemand", None, None), 0, 0),
        (Wish("events", None, "", datetime.date(2031, 6, 1), None), 1, 0),
        (Wish("events", None, "", None, datetime.date(2031, 6, 1)), 1, 0),
    ],
)  # fmt: skip
def test_a_timeline_by_kind_actor_and_date(visit: Visit, wish: Wish, events: int, said: int) -> None:
    entries = timeline_page(visit, wish).entries
    assert sum(each.event is not None for each in entries) == events
    assert sum(each.said is not None for each in entries) == said


def test_an_event_is_drawn_as_wide_as_its_date_is_uncertain(visit: Visit) -> None:
    lanes = timeline_page(visit, Wish("events", None, "", None, None)).chart.lanes
    assert [[mark.place.kind for mark in lane.marks] for lane in lanes] == [["reeks"], ["dag"]]


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keep(knotty(), tmp_path_factory.mktemp("network") / "knopen.db")


def drawn(kept: Place, view: View) -> dict[frozenset[str], str]:
    with Pages(kept) as store:
        visit = Visit(store, wordings()["nl"], "/network", "")
        page = network_page(visit, view)
        assert page == network_page(visit, view)
    return {frozenset((tie.one.name, tie.other.name)): tie.kind for tie in page.listed}


def test_a_network_ties_those_who_agree(divided: Path) -> None:
    ties = drawn(divided, View())
    assert ties[frozenset(("Hilde Verbruggen", "Joost Terpstra"))] == "agree"
    assert set(ties.values()) == {"agree"}
    assert drawn(divided, View(issue="tol")) == {}


def test_a_network_of_a_month_has_what_can_lie_in_it(divided: Path) -> None:
    pair = frozenset(("Havenbedrijf Oudezand", "Hilde Verbruggen"))
    assert pair not in drawn(divided, View())  # for in February and against in March come to nothing
    assert drawn(divided, View(months=1, month="2031-03"))[pair] == "disagree"
    assert drawn(divided, View(months=1, month="1999-01")) == {}


def test_the_slider_ends_at_an_address_that_says_the_month(client: TestClient) -> None:
    sent = client.get("/network?issue=dicht&months=1&step=0", follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (
        303,
        "/network?issue=dicht&months=1&month=2031-02",
    )
    page = client.get(sent.headers["location"]).text
    assert 'type="range"' in page and 'max="1" value="0"' in page
    assert 'href="/network?issue=dicht&amp;months=1&amp;month=2031-03" rel="next"' in page
    assert client.get("/network?months=1&month=2031-13").status_code == 400
    assert client.get("/network?months=3&month=0000-01").status_code == 200


@pytest.mark.parametrize("address", ["/search", "/timeline", "/network", "/network?months=3"])
def test_without_a_codebook_the_pages_are_there_too(without_codebook: TestClient, address: str) -> None:
    assert without_codebook.get(address).status_code == 200
