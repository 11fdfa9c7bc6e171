"""Search, timeline, network, and what is taken away, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fictional import dossier
from kept import keep
from standpunt.web.copying import copy

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]


@pytest.mark.parametrize("script", [True, False])
def test_a_search_ends_at_an_address_that_can_be_kept(visited: Open, script: bool) -> None:
    page = visited("/search", java_script_enabled=script)
    page.get_by_label("Woorden").fill("dijk")
    page.get_by_label("Kwestie").select_option(label="De Zeepoort dicht")
    page.get_by_role("button", name="Zoek").click()
    page.wait_for_url("**/search?q=dijk&issue=dicht")
    assert page.get_by_role("status").inner_text().startswith("Uitspraken met ‘dijk’, over De Zeepoort dicht")
    page.get_by_role("link", name="met ‘dijk’").click()
    page.wait_for_url("**/search?issue=dicht")


def test_a_search_is_downloaded(visited: Open) -> None:
    page = visited("/search?q=dijk")
    with page.expect_download() as started:
        page.get_by_role("link", name="uitspraken (CSV)").evaluate(
            "link => { link.download = ''; link.click() }"
        )
    assert Path(started.value.path()).read_text(encoding="utf-8").startswith("id,article_id,")


def test_a_citation_opens_under_its_statement(visited: Open) -> None:
    page = visited("/search?q=dijk")
    assert not page.locator(".cite").first.is_visible()
    page.locator("summary", has_text="citeer").first.click()
    assert page.locator(".cite").first.inner_text().endswith("https://kustbode.example/zeepoort")


def test_the_slider_moves_by_keyboard_and_without_a_script(visited: Open) -> None:
    page = visited("/network?months=1", java_script_enabled=False)
    page.get_by_role("slider").focus()
    page.keyboard.press("Home")
    page.get_by_role("button", name="Toon").click()
    page.wait_for_url("**/network?months=1&month=2031-02")
    assert page.locator("#drawing").inner_text() == "februari 2031"
    page.get_by_role("link", name="Een maand later").click()
    assert page.locator("#drawing").inner_text() == "maart 2031"


def test_a_mark_of_the_timeline_leads_to_its_event(visited: Open) -> None:
    page = visited("/timeline")
    page.get_by_role("link", name="werken beginnen, 21 juni – 20 september 2031").click()
    assert page.locator(":target .what").inner_text() == "werken beginnen"


@pytest.mark.parametrize("path", ["/issues/dicht", "/actors/a:verbruggen"])
def test_a_fact_sheet_is_printed_without_what_needs_a_screen(visited: Open, path: str) -> None:
    page = visited(path)
    assert not page.locator(".sheet").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".sheet").inner_text() == "Feitenblad uit kust.db"
    assert page.locator("form:visible, .data:visible").count() == 0


def test_the_copy_opens_from_a_disk(browser: object, tmp_path: Path) -> None:
    with ThreadPoolExecutor() as apart:  # this thread has the event loop of the browser
        apart.submit(copy, keep(dossier(), tmp_path / "kust.db"), tmp_path / "kopie").result()
    page = browser.new_page()  # type: ignore[attr-defined]
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.goto((tmp_path / "kopie/index.html").as_uri())
    page.get_by_role("link", name="De Zeepoort dicht").click()
    assert page.locator("h1").inner_text() == "De Zeepoort dicht"
    assert page.locator("form:visible").count() == 0
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1216px"
    page.close()
    assert troubles == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["/search", "/timeline", "/network"])
def test_what_a_field_says_is_not_cut_off(visited: Open, path: str, width: int) -> None:
    """A field that is as wide as what is chosen in it, or as a day, is no wider than the field that is there."""
    cut = """field => {
        const alone = field.cloneNode(true);
        for (const option of alone.querySelectorAll("option:not(:checked)")) option.remove();
        alone.style.width = "auto";
        field.after(alone);
        const wanted = alone.offsetWidth;
        alone.remove();
        return wanted > field.offsetWidth;
    }"""
    fields = visited(path, width=width).locator(".fields select, .fields input[type=date]").all()
    assert fields and not [field.get_attribute("name") for field in fields if field.evaluate(cut)]
