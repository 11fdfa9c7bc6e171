"""What the API answers a page at a time over a larger dossier, and what `standpunt.answers` computes of all of it."""

import csv
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks import archive
from fastapi.testclient import TestClient

from standpunt.answers import Answers, By
from standpunt.store import Pages, narrowing
from standpunt.web import create
from standpunt.web.api import answering

DAY = "2021-06-30"
Asked = dict[str, str]


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("answers") / "archief.db"
    archive.write(path, 600)
    return path


@pytest.fixture(scope="module")
def opened(archived: Path) -> Iterator[tuple[TestClient, Answers, Asked]]:
    """A client, the answers to compare with, and an actor and an issue of whom there is most."""
    with (
        TestClient(create(archived), base_url="http://127.0.0.1:8000") as client,
        Pages(archived) as store,
    ):
        issue = max(store.issues_held(), key=lambda row: sum(row["positions"].values()))["id"]
        actor = store.speakers(limit=1).rows[0]
        yield client, Answers(store), {"issue": issue, "actor": actor["name"]}


def paged(client: TestClient, name: str, asked: Asked, limit: int) -> list[Any]:
    rows, after = list[Any](), ""
    while True:
        answer = client.get(f"/api/{name}", params={**asked, "limit": limit, "after": after})
        assert answer.status_code == 200, answer.text
        page = answer.json()
        rows += page["rows"]
        after = page["after"]
        if not after:
            return rows


def key(row: dict[str, Any]) -> tuple[Any, ...]:
    """What tells a row from the others of its list."""
    pair = [row[side]["id"] for side in ("before", "after", "one", "other") if side in row]
    own = [
        str(row.get(name)) for name in ("id", "actor", "issue_id", "article_id", "declines", "held", "stance")
    ]
    return (*pair, *own, str(row.get("positions")), *map(str, row.get("hangs", ())))


@pytest.mark.parametrize("few", [0, narrowing.FEW], ids=["all lists are long", "all lists are short"])
@pytest.mark.parametrize("limit", [3, 1000])
@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("positions", ""), ("positions", "issue"), ("positions", "actor"), ("positions", "actor issue stance"),
        ("positions", "stance"), ("positions", "issue on"), ("positions", "actor on stance"), ("conditions", ""),
        ("conditions", "issue on"), ("conditions", "actor"), ("matrix", ""), ("matrix", "issue"), ("matrix", "on"),
        ("silent", ""), ("silent", "issue"), ("silent", "actor"), ("silent", "actor issue"), ("shifts", ""),
        ("shifts", "issue"), ("shifts", "actor"), ("contradictions", ""), ("contradictions", "actor issue"),
    ],
)  # fmt: skip
def test_the_pages_of_a_list_are_all_of_it(
    opened: tuple[TestClient, Answers, Asked],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    fields: str,
    limit: int,
    few: int,
) -> None:
    monkeypatch.setattr(narrowing, "FEW", few)
    monkeypatch.setattr(narrowing, "SHARE", 1 if few else 10**9)
    client, answers, known = opened
    given = {**known, "stance": "support", "on": DAY}
    asked = {field: given[field] for field in fields.split()}
    rows = paged(client, name, asked, limit)
    exact: dict[str, Any] = dict(asked)
    if "on" in exact:
        exact["on"] = datetime.date.fromisoformat(DAY)
    expected = getattr(answers, name)(**exact)
    assert sorted(map(key, rows)) == sorted(map(key, expected))
    if "on" not in fields:
        assert list(map(key, rows)) == list(map(key, expected)), "in this order"


def test_the_page_of_an_issue_leads_to_where_blocs_stand(opened: tuple[TestClient, Answers, Asked]) -> None:
    client, answers, asked = opened
    page = f"/issues/{asked['issue']}"
    assert f'href="{page}/blocs"' in client.get(page).text
    told = list(csv.DictReader(client.get(f"{page}/blocs.csv").text.splitlines()))
    of_issue = [row for row in answers.spread("bloc") if row["issue_id"] == asked["issue"]]
    assert [row["bloc"] for row in told] == [row["bloc"] for row in of_issue]
    shown = client.get(f"{page}/blocs").text
    assert of_issue and all(f'<th scope="row" lang="nl">{row["bloc"]}</th>' in shown for row in of_issue)


@pytest.mark.parametrize(("limit", "at_once"), [(7, 10**9), (1000, 0)])
@pytest.mark.parametrize("on", ["", "2017-01-01", DAY, "2024-06-01"])
@pytest.mark.parametrize("by", ["party", "bloc"])
def test_how_parties_and_blocs_stand_and_how_many_deviate(
    opened: tuple[TestClient, Answers, Asked],
    monkeypatch: pytest.MonkeyPatch,
    by: By,
    on: str,
    limit: int,
    at_once: int,
) -> None:
    monkeypatch.setattr(answering, "TAKERS", at_once)
    client, answers, _ = opened
    held = {"on": on} if on else {}
    rows = paged(client, "spread", {"by": by, **held}, limit)
    expected = answers.spread(by, on=datetime.date.fromisoformat(on) if on else None)
    for row in expected:
        row["deviating"] = len({each["actor_id"] for each in row["deviating"]})
    by_issue = sorted(expected, key=lambda row: (answers.ids.index(row["issue_id"]), row[by]))
    columns = (by, "issue_id", "stance", "share", "members", "deviating")
    assert rows
    assert [[row[name] for name in columns] for row in rows] == [
        [row[name] for name in columns] for row in by_issue
    ]
    most = max(rows, key=lambda row: (row["deviating"], sum(row["members"].values())))
    assert most["deviating"] or on
    if by == "party":
        asked = {"party": most["party"], "issue": most["issue_id"], **held}
        assert len(paged(client, "matrix", asked, limit)) == sum(most["members"].values())


@pytest.mark.parametrize("limit", [3, 1000])
def test_what_if_and_the_ways_to_a_majority(opened: tuple[TestClient, Answers, Asked], limit: int) -> None:
    client, answers, known = opened
    issue = known["issue"]
    groups = answers.groups(issue)
    assert client.get("/api/groups", params={"issue": issue}).json() == groups
    rows = paged(client, "whatif", {"issue": issue, "assume": f"{groups[0]}=ja"}, limit)
    expected = answers.whatif(issue, {groups[0]: True})
    assert list(map(key, rows)) == list(map(key, expected))
    rests = [[each["id"] for each in row["rests"]] for row in expected]
    assert [[each["id"] for each in row["rests"]] for row in rows] == rests
    for asked in ({}, {"actor": next(row["actor"] for row in expected if row["was"] == "conditional")}):
        ways = client.get("/api/ways", params={"issue": issue, **asked}).json()
        assert ways == list(answers.ways(issue, **asked))


@pytest.mark.parametrize(
    "address", ["matrix?after=x", "silent?after=x", "positions?after=x", "whatif?issue=kwestie-500&after=x"]
)
def test_a_place_that_is_none(opened: tuple[TestClient, Answers, Asked], address: str) -> None:
    answer = opened[0].get(f"/api/{address}")
    assert answer.status_code == 404 and answer.json()["detail"] == "there is no such page"
