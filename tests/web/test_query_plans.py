"""No page reads all of a table that grows with the archive: the plan of every query that a page issues is looked at.

A plan cannot tell everything: that an index is read from one end until a page is full is a search here, also where
hardly any row fits. `python -m benchmarks.pages` measures that."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks import archive
from fastapi.testclient import TestClient
from sqlalchemy import Connection, event

from standpunt.model import Stance
from standpunt.store import Pages, narrowing, tables
from standpunt.web import create

SMALL = {
    "issues": "those of the codebook, which a person writes",
    "dossier": "some values of the file as a whole",
    "tallies": "read by what is counted; those of one thing are as many as there are outlets, parties or issues",
    "coverage": "a row for each stretch of days, however many articles there are",
    "corrections": "those that people made",
    "set_aside": "input that failed; the overview shows the first and counts the others",
}
"""Tables that may be read whole, each with why."""

BY_NAME = {
    "sources": "the names of their files alone, where an article is asked for by a part of one",
}
"""Tables of which an index may be read whole, each with what is in it."""

SCANNED = re.compile(r"^SCAN (\w+)")
SEARCHED = re.compile(r"^SEARCH \w+ USING .*\((.+)\)$")

SHARED = {"issue_id", "stance", "party", "outlet", "form", "kind", "speaker_id"}
"""What very many rows can have in common."""


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "archief.db"
    archive.write(path, 60)
    return path


@pytest.fixture(
    params=[
        (0, 10**9, 0),
        (0, 1, narrowing.MANY),
        (narrowing.FEW, narrowing.SHARE, narrowing.MANY),
    ],
    ids=["all lists are long", "no list is long", "all lists are short"],
)
def asked(
    request: pytest.FixtureRequest, archived: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[TestClient, list[tuple[str, Any]]]]:
    """A client, and what it asks of the database."""
    for name, value in zip(("FEW", "SHARE", "MANY"), request.param, strict=True):
        monkeypatch.setattr(narrowing, name, value)
    app, found = create(archived), list[tuple[str, Any]]()

    @event.listens_for(app.state.store._engine, "before_cursor_execute")
    def _asked(_: Connection, cursor: Any, statement: str, parameters: Any, *more: Any) -> None:
        found.append((statement, parameters))

    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        yield client, found


def visits(store: Pages) -> Iterator[str]:
    """Addresses of every page, of their later pages, and of the data behind them."""
    actor = store.speakers(limit=1).rows[0]
    issue = max(store.issues_held(), key=lambda row: sum(row["positions"].values()))["id"]
    statement, article = store.said(limit=5).rows[-1]["id"], store.articles(limit=5).rows[-1]["id"]
    position = store.held_newest(issue, limit=5)[-1]["id"]
    group = store.condition_groups(issue, 1)[0][0]
    word, day = store.said(limit=1).rows[0]["content"].split()[0], datetime.date(2020, 3, 1)
    paths = [
        "", f"articles?after={article}", "articles", f"articles/{article}", "actors", f"actors?after={actor['id']}",
        "actors?kind=person", f"actors/{actor['id']}", f"actors/{actor['id']}?after={statement}", "statements",
        f"statements?after={statement}", f"issues/{issue}", f"issues/{issue}?after={position}",
        f"issues/{issue}?assume={group}=ja", f"issues/{issue}/whatif?assume={group}=nee",
        f"issues/{issue}/conditions?group={group}", f"issues/{issue}/shifts", f"issues/{issue}/contradictions",
        f"issues/{issue}/blocs",
        f"issues/{issue}/silent", f"issues/{issue}/silent?after=1.a", f"issues/{issue}/shifts?after=9",
        "network", f"network?issue={issue}", "network?months=12&month=2020-06",
        f"network?issue={issue}&months=3&month=2020-06", "network?months=12&step=3",
        "timeline", f"timeline?after={day}.x.0", f"timeline?actor={actor['id']}", "timeline?actor=van",
        "corrections", "timeline?kind=events", "timeline?kind=debate", "timeline?status=planned",
        f"timeline?from={day}&until=2020-06-30", f"search.atom?q={word}",
    ]  # fmt: skip
    paths += [f"issues/{issue}/{stance}" for stance in Stance]
    for where in ("", "&in=articles"):
        for query in (
            "", f"q={word}", f"actor={actor['id']}", "actor=van", f"party={store.parties()[0]}", f"issue={issue}",
            "stance=support", "form=direct", f"outlet={store.outlets()[0]}", f"from={day}",
            f"from={day}&until=2020-06-30", f"q={word}&actor={actor['id']}&until={day}",
            f"party={store.parties()[0]}&stance=oppose&form=direct", f"q={word}&outlet={store.outlets()[0]}",
        ):  # fmt: skip
            paths += [f"search?{query}{where}", f"search.json?{query}{where}"]
            paths += [f"search.atom?{query}"] if not where else []
    about, of, once = f"issue={issue}", f"actor={actor['id']}", "limit=3"
    for name in ("positions", "conditions", "silent", "shifts", "contradictions"):
        after = f"{about}&after={'1.0' if name == 'silent' else 1}"
        paths += [f"api/{name}?{once}&{asked}" for asked in ("", about, of, f"{about}&{of}", after)]
    paths += [
        f"api/{name}?{once}&{about}{more}"
        for name, more in (
            ("matrix", ""), ("matrix", f"&on={day}"), ("spread", ""), ("spread", "&by=bloc"), ("whatif", ""),
            ("positions", f"&on={day}"), ("positions", "&stance=open"), ("silent", "&after=9.1"),
        )
    ]  # fmt: skip
    paths += [
        "api/dossier",
        "api/matrix",
        "api/spread",
        "api/positions?stance=open",
        f"api/positions?{of}&on={day}",
    ]
    paths += [
        f"api/search?words={word}",
        "api/issues",
        f"api/actors/{actor['id']}",
        "api/corrections",
        "api/agreement",
    ]
    paths += [
        f"api/articles/{article[:7]}",
        "api/articles/1",
        f"api/articles/{store.article('1')['source']}",
        f"api/articles/{store.article('1')['title']}",
    ]
    paths += [f"api/spread?{once}&{about}&on={day}{by}" for by in ("", "&by=bloc")]
    paths += [f"api/ways?{about}", f"api/ways?{about}&{of}", f"api/groups?{about}", f"api/articles/{article}"]
    for path in paths:
        yield f"/{path}"
    for data in (
        "index",
        "articles",
        "actors",
        "statements",
        f"issues/{issue}",
        f"issues/{issue}/support",
        f"issues/{issue}/shifts",
        f"issues/{issue}/contradictions",
        f"issues/{issue}/silent",
        f"actors/{actor['id']}",
        "timeline",
    ):
        yield f"/{data}.json"


def test_no_query_of_a_page_reads_a_growing_table_whole(
    asked: tuple[TestClient, list[tuple[str, Any]]], archived: Path
) -> None:
    client, found = asked
    with Pages(archived) as store:
        addresses = list(visits(store))
        for address in addresses:
            assert client.get(address).status_code == 200, address
        queries = {statement: given for statement, given in found if statement.startswith(("SELECT", "WITH"))}
        assert len(queries) > 60
        scans = {
            (table, statement)
            for statement, given in queries.items()
            for table in _scanned(store, statement, given)
            if table not in SMALL
        }
        again = {statement for statement, given in queries.items() if _read_again(store, statement, given)}
    assert not scans, "\n\n".join(f"{table}: {statement[-1500:]}" for table, statement in sorted(scans))
    assert not again, "\n\n".join(sorted(again))


def _plan(store: Pages, statement: str, given: Any) -> list[tuple[int, int, str]]:
    """Its steps: the number of each, that of the step that it is a part of, and what it does."""
    with store._reading() as connection:
        found = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
        return [(row[0], row[1], row[3]) for row in found]


def _scanned(store: Pages, statement: str, given: Any) -> Iterator[str]:
    """The tables that the plan of a query reads from end to end, by their names."""
    called = dict(re.findall(r"(\w+) AS (\w+)", statement))
    names = {alias: name for name, alias in called.items()}
    for *_, detail in _plan(store, statement, given):
        scanned = SCANNED.match(detail)
        if scanned and "VIRTUAL TABLE" not in detail:
            name = str(names.get(scanned[1], scanned[1]))
            if name in tables.metadata.tables and not (name in BY_NAME and "COVERING INDEX" in detail):
                yield name


def _read_again(store: Pages, statement: str, given: Any) -> bool:
    """Whether the plan of a query goes, for each row that it looks at, through all that share something, such as the
    positions on an issue: it would take a minute where there are very many of both."""
    inside = set[int]()
    for number, parent, detail in _plan(store, statement, given):
        if detail.startswith("CORRELATED"):
            inside.add(number)
        elif parent in inside:
            searched = SEARCHED.match(detail)
            if searched and {term.partition("=")[0] for term in searched[1].split(" AND ")} <= SHARED:
                return True
    return False


def test_every_table_that_may_be_read_whole_is_one() -> None:
    assert {*SMALL, *BY_NAME} <= set(tables.metadata.tables)
    assert all((*SMALL.values(), *BY_NAME.values()))
