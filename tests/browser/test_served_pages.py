"""The pages of `standpunt serve` in a real browser: wide and narrow, light and dark, with and without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from fictional import MINISTER

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]

ARTICLE = "/articles/8f21ab90c4d2"
PAGES = [
    "/",
    "/statements",
    "/actors",
    "/articles",
    "/issues/dicht",
    f"/actors/{MINISTER}",
    ARTICLE,
    "/search?q=dijk",
    "/timeline",
    "/network?months=3",
    "/api",
]


def lit(page: Page) -> str:
    return "".join(page.locator(".text .q.on").all_text_contents())


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_nothing_sticks_out_at_any_width(visited: Open, path: str, width: int) -> None:
    page = visited(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_without_a_script(visited: Open, path: str, scheme: str) -> None:
    page = visited(path, java_script_enabled=False, color_scheme=scheme)
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()
    assert page.get_by_role("banner").is_visible() and page.get_by_role("contentinfo").is_visible()


def test_the_keyboard_comes_to_the_content_first(visited: Open) -> None:
    page = visited("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_language_is_one_switch_and_stays(visited: Open) -> None:
    page = visited("/issues/dicht?assume=een+dijk+die+het+houdt%3Dja")
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#outcome h3").first.inner_text() == "Then everybody stands so"
    page.get_by_role("link", name="Actors").first.click()
    assert page.url.endswith("/en/actors")


def test_a_mark_of_the_chart_leads_to_the_words(visited: Open) -> None:
    page = visited("/issues/dicht")
    page.get_by_role("link", name="Dijkraad, februari 2031: voor").click()
    flag = page.locator(page.url[page.url.index("#") :])
    assert flag.get_attribute("data-i") == "voor"
    assert flag.evaluate("element => element.nextElementSibling.textContent").startswith("de kering")


def switch(page: Page, to: str) -> None:
    page.locator(".switch label", has_text=re.compile(f"^{to}$")).click()


def test_what_if_recomputes_at_once_and_the_address_says_so(visited: Open) -> None:
    page = visited("/issues/dicht")
    assert not page.get_by_role("button", name="Reken uit").is_visible()
    switch(page, "ja")
    page.locator("#outcome .moved").wait_for()
    assert page.locator("#outcome .moved .stance").inner_text() == "voor"
    assert page.url.endswith("/issues/dicht?assume=een+dijk+die+het+houdt%3Dja")
    switch(page, "nee")
    page.locator("#outcome .moved .oppose").wait_for()
    page.reload()
    assert page.locator("#outcome .moved .stance").inner_text() == "tegen"
    page.get_by_role("link", name="Alles terug").click()
    page.get_by_role("heading", name="Zonder aanname staat iedereen zo").wait_for()
    assert page.url.endswith("/issues/dicht")


def test_what_if_works_without_a_script(visited: Open) -> None:
    page = visited("/issues/dicht", java_script_enabled=False)
    switch(page, "ja")
    page.get_by_role("button", name="Reken uit").click()
    assert page.url.endswith("?assume=een+dijk+die+het+houdt%3Dja#whatif")
    assert page.locator("#outcome .moved .stance").inner_text() == "voor"


def test_pointing_at_words_shows_why(visited: Open) -> None:
    page = visited(ARTICLE)
    panel = page.locator("#why")
    assert panel.is_hidden()
    page.locator(".text .t", has_text="dinsdag").hover()
    assert "weekday:past" in panel.inner_text()
    page.locator("h1").hover(position={"x": 1, "y": 1})
    assert panel.is_hidden()


def test_the_keyboard_goes_from_statement_to_statement(visited: Open) -> None:
    page = visited(ARTICLE)
    page.keyboard.press("n")
    assert lit(page) == '"Eerst moet de dijk het houden"'
    assert "frame:quote, zeggen" in page.locator("#why").inner_text()
    for _ in range(2):
        page.keyboard.press("n")
    assert lit(page).endswith('"geen enkel huis" gevaar loopt')  # its source and its cue are lit, too
    assert "volgens Hilde Verbruggen" in page.locator("#why").inner_text()
    page.keyboard.press("p")
    assert lit(page).startswith("burgemeester Terpstra")
    page.keyboard.press("Escape")
    assert page.locator("#why").is_hidden()


def test_a_name_leads_to_its_actor_and_focus_shows_why(visited: Open) -> None:
    page = visited(ARTICLE)
    mention = page.locator(".text a.m", has_text="minister Verbruggen van Waterstaat")
    mention.focus()
    assert "name:full" in page.locator("#why").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/a:verbruggen")


def test_without_a_script_a_flag_leads_to_its_reason(visited: Open) -> None:
    page = visited(ARTICLE, java_script_enabled=False)
    page.locator("#s-1").click()
    why = page.locator("#why-s-1")
    assert why.is_visible() and "frame:quote, zeggen" in why.inner_text()


def test_a_text_that_looks_like_markup_does_nothing(visited: Open) -> None:
    page = visited("/articles/00c3d1e5f7aa")
    assert page.title().endswith("· kust.db")
    assert page.evaluate("document.images.length") == 0


@pytest.mark.parametrize("path", ["/issues/dicht", ARTICLE])
def test_a_page_can_be_printed(visited: Open, path: str) -> None:
    page = visited(path)
    page.emulate_media(media="print")
    assert page.get_by_role("navigation").count() == 0
    assert page.locator("main").is_visible()
