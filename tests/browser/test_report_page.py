"""The report in a real browser: wide and narrow, light and dark, with and without its script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fictional import dossier

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

MINISTER, MAYOR = "wie-hilde-verbruggen", "wie-joost-terpstra"
NESTED = "8f21ab9-3"


def shown(page: Page, selector: str) -> int:
    return page.locator(selector).locator("visible=true").count()


def lit(page: Page) -> str:
    """The words that are lit up, in the order of the text."""
    return "".join(page.locator("article .text .on:not(.k)").all_text_contents())


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440, 2200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_at_any_width(opened: Open, width: int, scheme: str) -> None:
    page = opened(width=width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_text_that_looks_like_markup_does_nothing(opened: Open) -> None:
    page = opened()
    assert page.title() == "Wie zei wat, wanneer · Standpunt"
    assert page.evaluate("[...document.scripts].length + document.images.length") == 1


def test_what_stands_on_the_page_is_the_text(opened: Open) -> None:
    page = opened()
    for number, dated in enumerate(dossier().articles):
        blocks = page.locator("article").nth(number).locator(".text").all_text_contents()
        assert blocks == [line for line in dated.article.text.splitlines() if line.strip()]


def test_all_can_be_read_without_the_script(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    assert not page.locator("#filter").is_visible()
    assert shown(page, ".u") == 14
    page.locator(f"#s-{NESTED}").click()
    why = page.locator(f"#u-{NESTED} details")
    why.locator("summary").click()
    assert "regel: frame:quote, zeggen" in why.inner_text()


def test_without_the_script_a_stance_leads_to_its_words_and_back(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    page.locator("#kwesties td a").first.click()
    flag = page.locator("#h-8f21ab9-3")
    expect(flag).to_be_in_viewport()
    assert flag.evaluate("e => e.matches(':target') && e.getBoundingClientRect().top > 60")
    flag.click()
    expect(page.locator("#kwestie-dicht h3")).to_be_in_viewport()


def test_what_somebody_held_before_opens_without_the_script(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    earlier = page.locator("#kwestie-dicht details").first
    earlier.locator("summary").click()
    assert "gaat voorlopig niet dicht" in earlier.inner_text()


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (390, False)])
def test_two_positions_stand_side_by_side_where_there_is_room(opened: Open, width: int, beside: bool) -> None:
    one, other = opened(width=width).locator("#kwestie-dicht .pair").first.locator("> div").all()
    assert (one.evaluate("e => e.offsetTop") == other.evaluate("e => e.offsetTop")) is beside


def test_each_statement_has_a_note_beside_its_paragraph(opened: Open) -> None:
    page = opened()
    assert shown(page, ".note") == 14
    assert page.locator(".row", has=page.locator("#n-8f21ab9-4")).locator("#s-8f21ab9-4").count() == 1
    assert page.locator("#n-8f21ab9-3").text_content() == (
        "verzekerd deels citaat volgens Hilde Verbruggen "
        "regel: frame:quote, zeggenspreker: chain:subjectzekerheid: 90\N{NO-BREAK SPACE}%"
    )


def test_a_filter_keeps_what_fits_and_stands_in_the_address(opened: Open) -> None:
    page = opened()
    page.select_option("#spreker", MINISTER)
    page.select_option("#vorm", "direct")
    assert page.locator("#telling").text_content() == "2 van 14 uitspraken"
    assert shown(page, ".u") == 2
    assert shown(page, "article") == 1
    assert page.evaluate("location.search") == f"?spreker={MINISTER}&vorm=direct"
    page.click("#wis")
    assert (shown(page, ".u"), shown(page, "article")) == (14, 3)


def test_an_address_with_a_filter_opens_filtered(opened: Open) -> None:
    page = opened(query="?vorm=declines")
    assert page.locator("#telling").text_content() == "1 van 14 uitspraken"


def test_searching_does_not_mind_capitals_and_accents(opened: Open) -> None:
    page = opened()
    page.fill("#zoek", "VÉERTIG")
    expect(page.locator("#telling")).to_have_text("1 van 14 uitspraken")
    assert shown(page, ".u") == 1


def test_keys_go_from_statement_to_statement(opened: Open) -> None:
    page = opened(reduced_motion="reduce")
    seen = []
    for key in ("j", "j", "k", "j", "j"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.id"))
    assert seen == ["s-8f21ab7-1", "s-8f21ab7-2", "s-8f21ab7-1", "s-8f21ab7-2", "s-8f21ab7-3"]
    assert lit(page)
    page.keyboard.press("Escape")
    assert lit(page) == ""


def test_hovering_lights_up_all_pieces_of_a_statement_its_cue_and_its_note(opened: Open) -> None:
    page = opened()
    page.locator("#a-8f21ab9 .q", has_text="veertig jaar").hover()
    assert lit(page) == '"De kering"zegtTerpstra"is veertig jaar oud, en dat is te zien."'
    assert page.locator(".note.on").get_attribute("id") == "n-8f21ab9-4"
    assert page.locator(".note.on small").is_visible()


def test_of_nested_statements_the_inner_one_is_lit_up(opened: Open) -> None:
    page = opened()
    page.locator("#a-8f21ab9 .q", has_text="geen enkel huis").first.hover()
    assert page.locator(".note.on").get_attribute("id") == f"n-{NESTED}"


def test_an_address_of_a_statement_leads_to_its_words(opened: Open) -> None:
    page = opened(anchor=f"#s-{NESTED}")
    expect(page.locator(f"#s-{NESTED}")).to_be_focused()
    expect(page.locator(f"#s-{NESTED}")).to_be_in_viewport()
    assert page.locator(f"#s-{NESTED}").evaluate("e => e.getBoundingClientRect().top > 60")


def test_the_link_under_a_speaker_leads_to_the_very_sentence(opened: Open) -> None:
    page = opened()
    page.locator(f"#u-{NESTED} .meta a").click()
    expect(page.locator(f"#s-{NESTED}")).to_be_focused()
    assert '"geen enkel huis" gevaar loopt' in lit(page)


def test_on_a_phone_a_tap_brings_up_the_note(opened: Open) -> None:
    page = opened(width=390, height=844, has_touch=True, is_mobile=True)
    assert shown(page, ".notes") == 0
    page.locator("#a-8f21ab9 .q", has_text="geen enkel huis").first.tap()
    sheet = page.locator("#blad")
    assert sheet.is_visible()
    assert "Joost Terpstra" in (sheet.text_content() or "")
    assert "volgens Hilde Verbruggen" in (sheet.text_content() or "")
    sheet.locator(".close").tap()
    assert not sheet.is_visible()


def test_on_paper_what_is_for_the_screen_is_left_out(opened: Open) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert (shown(page, ".bar"), shown(page, ".u"), shown(page, "article")) == (0, 14, 3)
    assert shown(page, ".issue") == 2


def test_the_first_tab_leads_past_the_heading(opened: Open) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_every_control_and_landmark_has_a_name(opened: Open) -> None:
    tree = opened().locator("body").aria_snapshot()
    for line in tree.splitlines():
        assert line.strip() not in (
            "- link",
            "- button",
            "- combobox",
            "- searchbox",
            "- region",
            "- article",
            "- navigation",
        )
    for landmark in ("banner", "main", "contentinfo"):
        assert f"- {landmark}" in tree
