"""The API over the fictional dossier: the names and the rows of the Python API, pages of a list, problems."""

import datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from fictional import MINISTER
from standpunt.answers import Answers
from standpunt.store import Pages, Place, locate

DRY = "een dijk die het houdt"
ASK: dict[str, dict[str, Any]] = {
    "positions": {"actor": "Verbruggen"}, "conditions": {"issue": "dicht"}, "matrix": {"on": "2031-03-01"},
    "silent": {}, "shifts": {"issue": "DICHT"}, "contradictions": {},
    "groups": {"issue": "dicht"}, "ways": {"issue": "dicht"}, "whatif": {"issue": "dicht"},
}  # fmt: skip


def plain(row: Any) -> Any:
    """As JSON has it, without what only the store knows."""
    if isinstance(row, dict):
        return {str(key): plain(value) for key, value in row.items() if key != "listed"}
    if isinstance(row, list | tuple):
        return [plain(each) for each in row]
    return row.isoformat() if isinstance(row, datetime.date) else row


@pytest.mark.parametrize("name", ASK)
def test_an_answer_has_the_name_and_the_rows_of_the_python_api(
    client: TestClient, kept: Place, name: str
) -> None:
    given = client.get(f"/api/{name}", params=ASK[name]).json()
    asked = dict(ASK[name])
    if "on" in asked:
        asked["on"] = datetime.date.fromisoformat(asked["on"])
    with Pages(kept) as store:
        answer = getattr(Answers(store), name)
        rows = plain(answer("dicht", {}) if name == "whatif" else answer(**asked))
    if name in ("groups", "ways"):
        assert given == rows
        return
    assert given["rows"] == [{**dict.fromkeys(given["rows"][at]), **row} for at, row in enumerate(rows)]
    assert given["after"] == "" and rows


def test_what_if_assumes_groups_by_name(client: TestClient) -> None:
    given = client.get("/api/whatif", params={"issue": "dicht", "assume": f"{DRY}=nee"}).json()
    assert {row["actor"]: row["stance"] for row in given["rows"]}["Hilde Verbruggen"] == "oppose"


@pytest.mark.parametrize("name", ["statements", "articles", "actors", "timeline", "positions", "matrix"])
def test_a_list_comes_some_rows_at_a_time(client: TestClient, name: str) -> None:
    everything = client.get(f"/api/{name}", params={"limit": 1000}).json()
    assert everything["after"] == "" and len(everything["rows"]) > 2
    rows, after = [], ""
    while True:
        page = client.get(f"/api/{name}", params={"limit": 2, "after": after}).json()
        assert len(page["rows"]) <= 2
        rows += page["rows"]
        after = page["after"]
        if not after:
            break
    assert rows == everything["rows"]


def test_the_rows_are_those_behind_the_page(client: TestClient) -> None:
    for name in ("statements", "articles", "actors"):
        assert client.get(f"/api/{name}").json()["rows"] == client.get(f"/{name}.json").json()[name]


def test_one_article_and_one_actor(client: TestClient) -> None:
    article = client.get("/api/articles/zeepoort.html").json()
    assert article["id"] == "8f21ab90c4d2" and article["text"].startswith("Van onze verslaggever")
    for said in article["statements"]:
        first, last = said["content_spans"][0]
        assert said["content"].startswith(article["text"][first:last])
    assert [row["issue_id"] for row in article["positions"]] == ["dicht", "dicht", "dicht"]
    actor = client.get(f"/api/actors/{MINISTER}").json()
    assert (actor["name"], actor["kind"]) == ("Hilde Verbruggen", "person")


def test_a_search_is_ranked_and_says_what_was_looked_for(client: TestClient) -> None:
    found = client.get("/api/search", params={"words": "dijk", "limit": 1}).json()
    assert found["words"] == ["dijk"] and found["total"]["statements"] == 2
    assert len(found["statements"]) == 1 and "text" not in found["articles"][0]


def test_the_dossier_tells_of_itself(client: TestClient, kept: Place) -> None:
    name = locate(kept).name
    told = client.get("/api/dossier").json()
    assert (told["dossier"], told["complete"], told["counts"]["articles"]) == (name, True, 3)


@pytest.mark.parametrize(
    ("address", "status", "detail", "hint"),
    [
        ("/matrix?issue=dich", 404, "no issue has this id", "did you mean 'dicht'?"),
        ("/positions?actor=Niemand", 404, "nobody here has this name", "`standpunt actors` lists them all"),
        ("/articles/zeepoort.txt", 404, "there is no such article here", "`standpunt show` lists them"),
        ("/statements?after=x", 404, "there is no such page", "begin at the first page"),
        ("/nergens", 404, "Not Found", ""),
        ("/actors/nergens", 404, "no actor has this id", ""),
        ("/matrix?isue=dicht", 422, "isue: there is no such parameter; known: after, issue, limit, on, party", ""),
        ("/statements?from=gisteren", 422, "from.", ""),
        ("/matrix?on=0", 422, "on: Value error, a day is written 2025-02-20", ""),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_a_problem_that_says_what_to_do(
    client: TestClient, address: str, status: int, detail: str, hint: str
) -> None:
    answer = client.get(f"/api{address}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status and told["hint"] == hint
    assert told["detail"].startswith(detail)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_only_reads(client: TestClient, method: str) -> None:
    answer = client.request(method, "/api/statements", json={})
    assert answer.status_code == 405 and answer.headers["allow"] == "GET"


def test_without_a_codebook_it_says_how_to_get_one(without_codebook: TestClient) -> None:
    assert without_codebook.get("/api/issues").json() == {"rows": [], "after": ""}
    answer = without_codebook.get("/api/matrix")
    assert answer.status_code == 404 and "--codebook" in answer.json()["hint"]


TOLD_WHOLE = ("Agreed", "Anchor", "Clue", "Precision", "Span", "Values")
"""Shapes of the code's own types, whose docstring tells what their fields mean."""


def test_every_column_that_is_answered_says_what_it_means(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert {each["get"]["summary"] for each in described["paths"].values()}
    for name, schema in described["components"]["schemas"].items():
        if schema.get("additionalProperties") is False or "properties" not in schema:
            continue
        silent = [
            field for field, about in schema["properties"].items()
            if "description" not in about and "$ref" not in about and name not in TOLD_WHOLE
        ]  # fmt: skip
        assert silent in ([], ["type"]), name


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_page_tells_people_what_there_is(client: TestClient, prefix: str) -> None:
    html = client.get(f"{prefix}/api").text
    for path in client.get("/api/openapi.json").json()["paths"]:
        assert f"/api{path}" in html
    assert "who says it; NULL if unresolved" in html
    assert "support | oppose | conditional | open | declines" in html
