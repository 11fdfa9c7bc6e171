"""A network to explore in a real browser: time, weak ties, names that are chosen and moved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from coded import claim
from standpunt.networks.design import Design
from standpunt.networks.ties import network
from standpunt.report.network import write

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

MARCH = [claim("haven", "tol"), claim("dorp", "tol", False), claim("haven", "brug"), claim("boeren", "brug")]
APRIL = [claim("haven", "tol"), claim("haven", "tol"), claim("boeren", "<b>tol")]


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("netwerk") / "netwerk.html"
    design = Design("two-mode", kind="subtract")
    with place.open("wb") as file:
        write({"maart": network(MARCH, design).graph(), "april": network(APRIL, design).graph()}, file)
    return place


def name(page: Page, label: str) -> Locator:
    return page.locator(f'.name[aria-label="{label}"] > :first-child')


def test_a_period_has_its_own_ties(opened: Open, picture: Path) -> None:
    page = opened(at=picture)
    expect(page.locator("line")).to_have_count(4)
    expect(page.locator("aside")).to_have_text("5 namen, 4 banden")
    page.locator("input[name=period]").fill("1")
    expect(page.locator("output").first).to_have_text("april")
    expect(page.locator("line")).to_have_count(2)
    expect(page.locator(".name.silent")).to_have_count(2)
    assert page.locator("text", has_text="<b>tol").count() == 1


def test_weak_ties_are_left_out(opened: Open, picture: Path) -> None:
    page = opened(at=picture)
    page.locator("input[name=period]").fill("1")
    page.locator("input[name=least]").fill("1")
    expect(page.locator("line title")).to_have_text(["haven – tol: 2"])


def test_who_is_chosen_shows_his_ties(opened: Open, picture: Path) -> None:
    page = opened(at=picture)
    name(page, "haven").click()
    expect(page.locator("aside h2")).to_have_text("haven")
    expect(page.locator("aside p")).to_have_text(["komt 2 keer voor"])
    expect(page.locator("aside li")).to_have_text(["brug1", "tol1"])
    expect(page.locator("line.faded")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator("line.faded")).to_have_count(0)
    page.locator("select").select_option("dorp")
    expect(page.locator("aside li")).to_have_text(["tol−1"])
    page.locator('.name[aria-label="boeren"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("aside h2")).to_have_text("boeren")


def test_a_name_can_be_dragged_and_all_of_it_seen_from_nearby(opened: Open, picture: Path) -> None:
    page = opened(at=picture)
    held, other = name(page, "dorp"), name(page, "haven")
    before, still = held.bounding_box(), other.bounding_box()
    assert before and still
    held.hover()
    page.mouse.down()
    page.mouse.move(before["x"] + 100, before["y"] + 60, steps=5)
    page.mouse.up()
    after = held.bounding_box()
    assert after and after["x"] - before["x"] > 50 and after["y"] - before["y"] > 20
    assert other.bounding_box() == still
    expect(page.locator("select")).to_have_value("")
    page.locator("button[name=in]").click()
    assert other.bounding_box() != still
    page.locator("button[name=all]").click()
    assert other.bounding_box() == still


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_sticks_out(opened: Open, picture: Path, width: int) -> None:
    page = opened(at=picture, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
