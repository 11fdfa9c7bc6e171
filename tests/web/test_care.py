"""What keeps others out: headers, names of hosts, a dossier that is only read."""

import socket
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from newsroom import content
from standpunt.errors import ServeError, StoreError
from standpunt.store import Place
from standpunt.web import create, serve
from standpunt.web.app import hosts


@pytest.mark.parametrize("page", ["/", "/nergens", "/static/style.css", "/issues/dicht/whatif"])
def test_every_answer_lets_a_browser_load_from_here_alone(client: TestClient, page: str) -> None:
    headers = client.get(page).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self';") and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200), ("localhost", 200), ("[::1]:8000", 200),
        ("kwaad.example", 400), ("127.0.0.1.kwaad.example", 400), ("", 400),
    ],
)  # fmt: skip
def test_a_name_that_was_made_to_lead_here_gets_nothing(client: TestClient, host: str, status: int) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == status
    assert ("Oudezand" in answer.text) is (status == 200)
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("127.0.0.1", ("localhost", "127.0.0.1", "[::1]")),
        ("::1", ("localhost", "127.0.0.1", "[::1]")),
        ("192.168.1.20", ("localhost", "127.0.0.1", "[::1]", "192.168.1.20")),
        ("krant.intern", ("localhost", "127.0.0.1", "[::1]", "krant.intern")),
    ],
)
def test_the_names_follow_from_the_address(address: str, names: tuple[str, ...]) -> None:
    assert hosts(address) == names


def test_who_listens_on_every_address_says_under_which_names() -> None:
    assert hosts("0.0.0.0", ("krant.intern",))[-1] == "krant.intern"
    with pytest.raises(ServeError, match="--name"):
        hosts("0.0.0.0")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("page", ["/", "/issues/dicht", "/articles/8f21ab90c4d2"])
def test_nothing_can_be_changed(client: TestClient, method: str, page: str, kept: Place) -> None:
    before = content(kept)
    assert client.request(method, page).status_code == 405
    assert content(kept) == before


@pytest.mark.parametrize("page", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fvisit.py"])
def test_only_what_is_meant_for_a_browser_is_handed_out(client: TestClient, page: str) -> None:
    assert client.get(page).status_code == 404


def test_no_dossier_is_an_error_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such dossier"):
        create(tmp_path / "niets.db")


def test_an_address_that_is_taken_is_an_error_that_says_what_to_do(kept: Place) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=rf"127\.0\.0\.1:{port}: .*--port"):
            serve(kept, port=port)
