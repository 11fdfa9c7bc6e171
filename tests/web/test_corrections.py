"""Corrections by forms of the pages and by the API: made, shown, undone; and what keeps others from making them."""

import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from html import unescape
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from unittest.mock import patch

import httpx2
import pytest
from fastapi.testclient import TestClient

from editable import editable
from standpunt.amending import correct
from standpunt.dossier.outline import Outline
from standpunt.errors import ServeError, StoreError
from standpunt.store import Builder, State, Store
from standpunt.web import create, serve
from standpunt.web.app import hosts
from standpunt.web.editing import Editing
from standpunt.web.guarding import OF_ONE, Password
from standpunt.web.remaking import Remaking

Fields = dict[str, Any]
LONG = 120.0
"""Seconds that a test waits for a dossier of five statements at most."""
SECRET = "zilte zeewind"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return editable(tmp_path_factory.mktemp("editable"))


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def asked_for(path: Path, editing: Editing) -> TestClient:
    return TestClient(create(path, editing=editing), base_url="http://127.0.0.1:8000", follow_redirects=False)


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    with asked_for(path, Editing("redactie", patience=LONG)) as opened:
        yield opened


@pytest.fixture
def guarded(path: Path) -> Iterator[TestClient]:
    with asked_for(path, Editing("redactie", Password(SECRET), patience=LONG)) as opened:
        yield opened


def statement(path: Path, words: str) -> Fields:
    """Where a statement stands, as the forms have it."""
    with Store(path) as store:
        row = next(row for row in store.statements() if row["content"] == words)
    start, stop = row["content_spans"][0]
    return {"article": row["article_id"], "start": start, "stop": stop}


def token(client: TestClient, page: str = "/corrections") -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    return found[1] if found else ""


def send(client: TestClient, page: str = "/corrections", /, **fields: Any) -> httpx2.Response:
    fields = {"token": token(client, "/session"), "back": "/actors", **fields}
    return client.post(page, data=fields)


def said(path: Path) -> list[tuple[str, str]]:
    with Store(path) as store:
        return [(row["speaker"], row["content"]) for row in store.statements()]


def changes(path: Path) -> list[str]:
    with Store(path) as store:
        return [row["change"] for row in store.rows("corrections") if not row["undone"]]


FOUND = [
    ("Anna Hoek", "Wij onderhandelden lang"), ("Bram Veenstra", "Er is geld"), ("Annie Hoek", "Het zand stuift"),
    ("Bram Veenstra", "De zee stijgt"), ("Anna Hoek", "Onzin"),
]  # fmt: skip


def words(text: str) -> Callable[[Path], Fields]:
    return lambda path: statement(path, text)


CASES: dict[str, tuple[Callable[[Path], Fields], Fields, tuple[str, str] | None]] = {
    "accept": (words("Onzin"), {}, None),
    "reject": (words("Onzin"), {}, None),
    "speaker": (words("Er is geld"), {"to": "Anna Hoek", "note": "zie de opname"}, ("Anna Hoek", "Er is geld")),
    "content": (words("Het zand stuift"), {"to": "Het zand\r\nstuift"}, ("Annie Hoek", "Het zand … stuift")),
    "add": (
        lambda path: {"article": "duin.txt"},
        {"words": "Het duin moet hoger", "speaker": "Eva Zand", "new": "true"},
        ("Eva Zand", "Het duin moet hoger"),
    ),
    "split": (
        lambda path: {"article": "zee.txt", "words": "Bram Veenstra"},
        {"to": "Cor Prins"},
        ("Cor Prins", "De zee stijgt"),
    ),
    "merge": (lambda path: {"name": "Annie Hoek"}, {"into": "Anna Hoek"}, ("Anna Hoek", "Het zand stuift")),
    "rename": (lambda path: {"name": "Annie Hoek"}, {"to": "Aletta Hoek"}, ("Aletta Hoek", "Het zand stuift")),
}  # fmt: skip


@pytest.mark.parametrize("change", CASES)
def test_a_form_makes_a_correction_and_another_undoes_it(client: TestClient, path: Path, change: str) -> None:
    assert said(path) == FOUND
    where, fields, expected = CASES[change]
    answer = send(client, change=change, **where(path), **fields)
    back = "/actors/person:anna-hoek" if change == "merge" else "/actors"
    assert (answer.status_code, answer.headers["location"]) == (303, back), answer.text
    assert changes(path) == [change]
    after = said(path)
    assert (
        expected in after
        if expected
        else after == [each for each in FOUND if change == "accept" or each[1] != "Onzin"]
    )
    page = client.get("/actors").text
    assert "Correctie 1 is verwerkt." in page and "/corrections/1/undo" in page
    assert "Correctie 1 is verwerkt." not in client.get("/actors").text
    listed = client.get("/corrections").text
    assert "redactie" in listed and fields.get("note", "") in listed
    assert send(client, "/corrections/1/undo").status_code == 303
    assert said(path) == FOUND and changes(path) == []
    assert "ongedaan gemaakt" in client.get("/corrections").text


def test_a_position_is_given_confirmed_and_moved_to_another_issue(client: TestClient, path: Path) -> None:
    where = statement(path, "Er is geld")
    actor = next(
        row["speaker_id"] for row in client.get("/api/statements").json()["rows"] if row["speaker"][0] == "B"
    )
    send(client, change="stance", issue="dijk", actor="Bram Veenstra", to="support", **where)
    held = client.get("/api/positions").json()["rows"]
    assert [(row["actor"], row["issue_id"], row["stance"]) for row in held] == [
        ("Bram Veenstra", "dijk", "support")
    ]
    page = client.get(f"/articles/{where['article']}").text
    assert f'name="instead" value="{held[0]["issue_id"]}"' in page
    assert send(client, change="accept", issue="dijk", actor=actor, **where).status_code == 303
    send(client, change="stance", issue="duin", instead="dijk", actor=actor, to="oppose", **where)
    held = client.get("/api/positions").json()["rows"]
    assert [(row["actor"], row["issue_id"], row["stance"]) for row in held] == [
        ("Bram Veenstra", "duin", "oppose")
    ]
    assert changes(path) == ["stance", "accept", "stance", "stance"]
    assert "De correcties zijn verwerkt." in client.get("/corrections").text


def test_the_pages_have_forms_only_for_who_may(client: TestClient, guarded: TestClient, path: Path) -> None:
    article = f"/articles/{statement(path, 'Onzin')['article']}"
    pages = [
        "/",
        "/statements",
        "/actors/person:anna-hoek",
        article,
        "/search",
        "/timeline",
        "/en/statements",
    ]
    for page in pages:
        assert 'method="post"' in client.get(page).text, page
        closed = guarded.get(page).text
        assert 'method="post"' not in closed and "/session?back=" in closed, page
    with TestClient(create(path), base_url="http://127.0.0.1:8000") as reading:
        for page in pages:
            assert 'method="post"' not in reading.get(page).text and "session" not in reading.get(page).text
        assert reading.post("/corrections", data={"change": "reject"}).status_code == 405
        assert reading.post("/api/corrections", json={"change": "reject"}).status_code == 405


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"change": "add", "article": "wad.txt", "words": "staat er niet"}, 409, "these words are not in the article"),
        ({"change": "speaker", "article": "wad.txt", "words": "Er is geld", "to": "Niemand"}, 409, "nobody here"),
        ({"change": "accept", "article": "99", "words": "x"}, 409, "there is no such article here"),
        ({"change": "accept", "article": "wad.txt", "start": "9", "stop": "2"}, 409, "no words at this place"),
        ({"change": "vertaal"}, 400, "does not match any of the expected tags"),
        ({"change": "rename", "name": "Anna Hoek"}, 400, "to: Field required"),
        ({"change": "rename", "name": "Anna Hoek", "to": "x" * 201}, 400, "at most 200"),
        ({"change": "reject", "article": "wad.txt", "words": "geld", "kleur": "rood"}, 400, "kleur: Extra inputs"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_nothing_is_made(
    client: TestClient, path: Path, fields: Fields, status: int, said: str
) -> None:
    answer = send(client, **fields)
    assert answer.status_code == status and said in unescape(answer.text)
    assert 'href="/actors"' in answer.text
    assert changes(path) == []


def test_a_build_that_goes_on_gives_one_clear_line(client: TestClient, path: Path) -> None:
    where = statement(path, "Onzin")
    with Builder(path) as builder:
        builder.keep([], "somebody builds")
        answer = send(client, change="reject", **where)
        assert answer.status_code == 409
        assert "a build of this dossier is going on" in unescape(answer.text)
    told = client.post("/api/corrections", json={"change": "reject", **where}).json()
    assert told["status"] == 409 and "standpunt build" in told["hint"]


def test_one_correction_at_a_time(path: Path) -> None:
    editing = Editing("redactie")
    with asked_for(path, editing) as client, editing._busy:
        answer = send(client, change="accept", **statement(path, "Onzin"))
    assert answer.status_code == 409 and "another correction is being recorded" in answer.text


# ---------------------------------------------------------------------------------------------- made anew beside it


@pytest.fixture
def slow(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TestClient, Remaking]]:
    """A dossier that takes long: it is made anew when a test says so."""
    editing = Editing("redactie", patience=0)
    monkeypatch.setattr(editing.remaking, "ask", lambda store: Future[None]())
    with asked_for(path, editing) as opened:
        yield opened, editing.remaking


def test_a_correction_is_kept_at_once_and_the_pages_tell_that_it_is_not_worked_in(
    slow: tuple[TestClient, Remaking], path: Path
) -> None:
    client, _ = slow
    assert send(client, change="reject", **statement(path, "Onzin")).status_code == 303
    assert changes(path) == ["reject"] and said(path) == FOUND
    page = unescape(client.get("/statements").text)
    assert "Correctie 1 is bewaard." in page and "Correctie 1 is verwerkt." not in page
    assert "Het dossier wordt opnieuw gemaakt met 1 correctie." in page
    assert "being made anew with 1 correction." in client.get("/en/statements").text
    assert "wordt nog verwerkt" in client.get("/corrections").text
    known = client.get("/api/dossier").json()
    assert (known["complete"], known["waiting"]) == (False, [1])
    article = f"/articles/{statement(path, 'Onzin')['article']}"
    assert client.get(article).status_code == 200, "all pages are as they were"

    told = client.post("/api/corrections", json={"change": "reject", **statement(path, "Er is geld")})
    assert told.status_code == 202 and told.json()[0]["number"] == 2
    assert client.get("/api/dossier").json()["waiting"] == [1, 2]
    assert client.post("/api/corrections/2/undo").status_code == 202
    assert client.get("/api/dossier").json()["waiting"] == [1], "what was never worked in need not be undone"

    correct.apply(path)
    assert ("Anna Hoek", "Onzin") not in said(path) and ("Bram Veenstra", "Er is geld") in said(path)
    assert "wordt opnieuw gemaakt" not in client.get("/statements").text
    assert client.get("/api/dossier").json()["complete"]
    assert client.post("/api/corrections/1/undo").status_code == 202
    assert "wordt nog verwerkt" in client.get("/corrections").text, "it is still worked in"
    correct.apply(path)
    assert said(path) == FOUND


def test_what_is_corrected_while_a_dossier_is_made_is_left_to_the_next(path: Path) -> None:
    with Store(path) as store:
        first = correct.reject(store, "zee.txt", "Onzin")
        second = correct.reject(store, "wad.txt", "Er is geld")
    correct.record(path, [first], by="Roos", at="2025-03-01")

    def meanwhile(made: Outline, *more: Any) -> Outline:
        correct.record(path, [second], by="Roos", at="2025-03-01")
        return made

    with patch("standpunt.build.dossier.code", meanwhile):
        correct.apply(path)
    with Store(path) as store:
        assert (store.state, store.waiting()) == (State.CORRECTED, [2])
        with pytest.raises(StoreError, match="not worked in yet"):
            store.dossier()
    assert said(path) == [each for each in FOUND if each[1] != "Onzin"]
    correct.apply(path)
    with Store(path) as store:
        assert (store.state, store.waiting()) == (State.COMPLETE, [])
    assert said(path) == [each for each in FOUND if each[1] not in ("Onzin", "Er is geld")]


def test_what_was_acknowledged_survives_a_server_that_is_stopped(
    slow: tuple[TestClient, Remaking], path: Path
) -> None:
    client, _ = slow
    send(client, change="reject", **statement(path, "Onzin"))
    editing = Editing("redactie", patience=LONG)
    with asked_for(path, editing) as another:
        with Store(path) as store:
            editing.remaking.ask(store).result(LONG)
        assert another.get("/api/dossier").json()["complete"]
    assert ("Anna Hoek", "Onzin") not in said(path)


def test_a_process_that_ends_is_told_and_the_next_correction_tries_again(
    client: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = BaseProcess.start

    def killed(process: BaseProcess) -> None:
        start(process)
        process.kill()

    with monkeypatch.context() as once:
        once.setattr(BaseProcess, "start", killed)
        assert send(client, change="reject", **statement(path, "Onzin")).status_code == 303
    assert said(path) == FOUND and changes(path) == ["reject"]
    told = unescape(client.get("/statements").text)
    assert "De correcties zijn bewaard, maar het dossier kon niet opnieuw gemaakt worden" in told
    assert "has ended" in client.get("/api/dossier").json()["fault"]
    send(client, change="reject", **statement(path, "Er is geld"))
    assert said(path) == [each for each in FOUND if each[1] not in ("Onzin", "Er is geld")]
    assert client.get("/api/dossier").json()["fault"] == ""


def test_corrections_that_come_faster_than_a_dossier_is_made_are_all_kept(path: Path) -> None:
    editing = Editing("redactie", patience=0)
    with asked_for(path, editing) as client:
        answers = [
            client.post("/api/corrections", json={"change": "reject", **statement(path, words)}).status_code
            for _, words in FOUND
        ]
        with Store(path) as store:
            editing.remaking.ask(store).result(LONG)
    assert set(answers) <= {201, 202} and said(path) == []
    assert changes(path) == ["reject"] * len(FOUND)


# ---------------------------------------------------------------------------------------------- who may


@pytest.mark.parametrize("fields", [{}, {"token": ""}, {"token": "geraden"}, {"token": "é"}])
def test_a_form_that_is_not_ours_changes_nothing(client: TestClient, path: Path, fields: Fields) -> None:
    client.get("/")
    answer = client.post("/corrections", data={"change": "reject", **statement(path, "Onzin"), **fields})
    assert answer.status_code == 403 and changes(path) == []


def test_a_token_is_that_of_one_visitor(client: TestClient, path: Path) -> None:
    foreign = token(client, "/session")
    client.cookies.clear()
    client.get("/")
    answer = client.post(
        "/corrections", data={"token": foreign, "change": "reject", **statement(path, "Onzin")}
    )
    assert answer.status_code == 403


def test_the_cookie_is_for_us_alone(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://kwaad.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}, 201),
        ({}, 201),
    ],
)
def test_no_page_from_elsewhere_changes_anything(
    client: TestClient, path: Path, headers: dict[str, str], status: int
) -> None:
    body = {"change": "accept", **statement(path, "Onzin")}
    assert client.post("/api/corrections", json=body, headers=headers).status_code == status
    form = {"token": token(client, "/session"), **body}
    assert client.post("/corrections", data=form, headers=headers).status_code == (
        303 if status == 201 else 403
    )


def test_json_that_a_form_can_send_is_no_json(client: TestClient, path: Path) -> None:
    body = '{"change": "reject", "article": "zee.txt", "words": "Onzin"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        assert (
            client.post("/api/corrections", content=body, headers={"content-type": kind}).status_code == 422
        )
    assert changes(path) == []


@pytest.mark.parametrize("page", ["/corrections", "/en/corrections", "/session", "/api/corrections"])
@pytest.mark.parametrize("told", [True, False], ids=["its length is told", "in chunks"])
def test_a_request_has_its_largest_size_and_the_error_is_as_others_are(
    client: TestClient, path: Path, page: str, *, told: bool
) -> None:
    content = b"x" * 300_000 if told else (b"x" * 100_000 for _ in range(4))
    kind = "application/json" if "api" in page else "application/x-www-form-urlencoded"
    answer = client.post(page, content=content, headers={"content-type": kind})
    assert answer.status_code == 413
    if "api" in page:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"] == "a request has at most 256 kB"
    else:
        assert ("This is too large." if "/en/" in page else "Dit is te groot.") in answer.text
        assert answer.headers["content-security-policy"]
    assert changes(path) == []


def test_with_a_password_a_name_comes_first(guarded: TestClient, path: Path) -> None:
    where = statement(path, "Onzin")
    answer = send(guarded, change="reject", **where)
    assert answer.status_code == 401 and "/session" in answer.text
    assert send(guarded, "/session", name="Roos", password="verkeerd").status_code == 403
    assert send(guarded, change="reject", **where).status_code == 401
    before = token(guarded, "/session")
    answer = send(guarded, "/session", name=" Roos  Zand ", password=SECRET, back="/statements")
    assert (answer.status_code, answer.headers["location"]) == (303, "/statements")
    assert token(guarded, "/session") != before
    assert send(guarded, change="reject", **where).status_code == 303
    with Store(path) as store:
        assert [row["made_by"] for row in store.rows("corrections")] == ["Roos Zand"]
    assert send(guarded, "/session", name="").status_code == 303
    assert send(guarded, "/corrections/1/undo").status_code == 401


def test_without_a_password_a_name_is_enough(client: TestClient, path: Path) -> None:
    send(client, "/session", name="Roos")
    send(client, change="accept", **statement(path, "Onzin"))
    with Store(path) as store:
        assert [row["made_by"] for row in store.rows("corrections")] == ["Roos"]


def test_wrong_passwords_are_bounded(
    guarded: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr("standpunt.web.guarding.time.monotonic", lambda: clock[0])
    body = {"change": "accept", **statement(path, "Onzin")}
    for _ in range(OF_ONE - 1):
        answer = guarded.post("/api/corrections", json=body, auth=("Roos", "geraden"))
        assert answer.status_code == 401
    assert send(guarded, "/session", name="Roos", password="geraden").status_code == 403
    answer = guarded.post("/api/corrections", json=body, auth=("Roos", SECRET))
    assert answer.status_code == 429 and int(answer.headers["retry-after"]) > 200
    answer = send(guarded, "/session", name="Roos", password=SECRET)
    assert answer.status_code == 429 and "Wacht" in answer.text
    clock[0] += 301
    assert guarded.post("/api/corrections", json=body, auth=("Roos", SECRET)).status_code == 201


def test_a_program_tells_its_name_with_the_password(guarded: TestClient, path: Path) -> None:
    body = {"change": "reject", **statement(path, "Onzin")}
    refused = guarded.post("/api/corrections", json=body)
    assert refused.status_code == 401 and refused.headers["www-authenticate"].startswith("Basic")
    assert refused.headers["content-type"] == "application/problem+json"
    (row,) = guarded.post("/api/corrections", json=body, auth=("robot", SECRET)).json()
    assert (row["made_by"], row["change"], row["lost"]) == ("robot", "reject", "")
    undone = guarded.post("/api/corrections/1/undo", auth=("mens", SECRET)).json()
    assert undone["undone"].endswith(" mens") and said(path) == FOUND
    assert guarded.post("/api/corrections/1/undo", auth=("mens", SECRET)).status_code == 409


@pytest.mark.parametrize(
    "back", ["//kwaad.example", "https://kwaad.example", "/\\kwaad.example", "/a\nb", ""]
)
def test_a_form_leads_back_to_a_page_of_ours(client: TestClient, back: str) -> None:
    assert send(client, "/session", name="Roos", back=back).headers["location"] == "/corrections"


def test_a_password_must_be_long_enough() -> None:
    with pytest.raises(ServeError, match="shorter than 8"):
        Password("kort")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.20", "::"])
def test_others_may_not_change_anything_without_a_password(path: Path, host: str) -> None:
    with pytest.raises(ServeError, match="without a password"):
        serve(path, host=host, names=["krant.intern"], editing=Editing("redactie"))


def test_listening_everywhere_takes_names(path: Path) -> None:
    with pytest.raises(ServeError, match="--name"):
        hosts("0.0.0.0")
    allowed = hosts("0.0.0.0", ["krant.intern"])
    assert allowed == ("localhost", "127.0.0.1", "[::1]", "krant.intern")
    with TestClient(create(path, hosts=allowed), base_url="http://krant.intern:8000") as client:
        assert client.get("/").status_code == 200
        assert client.get("/", headers={"host": "kwaad.example"}).status_code == 400


# ---------------------------------------------------------------------------------------------- what comes of it


def test_how_far_people_and_the_machine_agree(client: TestClient, path: Path) -> None:
    assert client.get("/api/agreement").json() == {"figures": {}, "missed": {}}
    send(client, change="accept", **statement(path, "Onzin"))
    send(client, change="reject", **statement(path, "De zee stijgt"))
    send(client, change="speaker", to="Anna Hoek", **statement(path, "Er is geld"))
    send(client, change="accept", **statement(path, "Er is geld"))  # what a person made of it
    send(client, change="add", article="duin.txt", words="Het duin moet hoger")
    send(client, change="accept", article="duin.txt", words="Het duin moet hoger")  # nothing of the machine's
    told = client.get("/api/agreement").json()
    counted = {kind: (each["right"], each["judged"]) for kind, each in told["figures"].items()}
    assert counted == {"statement": (2, 3), "direct": (2, 3), "speaker": (1, 2), "words": (2, 2)}
    assert told["missed"] == {"statement": 1}
    assert told["figures"]["statement"]["low"] < 2 / 3 < told["figures"]["statement"]["high"]
    page = " ".join(re.sub(r"<[^>]+>", " ", client.get("/corrections").text).split())
    assert "is een uitspraak 67 % 21 % – 94 % 2 / 3" in page
    assert "Gemist en toegevoegd: 1 uitspraak." in page
