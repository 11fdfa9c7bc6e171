"""Corrections in a real browser, with and without a script; a hostile article; and what axe finds on each page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editable import HOSTILE, LONG, editable
from fictional import MINISTER
from screens import listening, visiting
from standpunt.amending import correct
from standpunt.store import Store
from standpunt.web import create
from standpunt.web.editing import Editing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]

LETTER = {"brief.txt": f'date 2025-02-17\nBrief {HOSTILE}\n\n"Wij {HOSTILE} blijven", zei Bram Veenstra.'}
WATER = {
    "water.txt": f'date 2025-02-18\nEen lange adem\n\n{"water " * (LONG // 6)}. "Het houdt op", zei Anna Hoek.'
}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return editable(tmp_path_factory.mktemp("correcting"), LETTER)


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


@pytest.fixture
def editing(browser: Browser, path: Path) -> Iterator[Open]:
    """Opens a page of a dossier that may be changed."""
    with (
        listening(create(path, editing=Editing("redactie", patience=120))) as address,
        visiting(browser, address) as opened,
    ):
        yield opened


def article(path: Path, name: str) -> str:
    with Store(path) as store:
        return f"/articles/{store.article(name)['id']}"


def said(path: Path) -> list[tuple[str, str]]:
    with Store(path) as store:
        return [(row["speaker"], row["content"]) for row in store.statements() if len(row["content"]) < 60]


@pytest.mark.parametrize("script", [True, False])
def test_another_speaker_and_back_again(editing: Open, path: Path, script: bool) -> None:
    before = said(path)
    page = editing(article(path, "wad.txt"), java_script_enabled=script)
    if script:
        page.keyboard.press("n")
        page.keyboard.press("n")
        shown = page.locator("#why")
    else:
        page.locator(".text .k").nth(1).click()
        shown = page.locator("#why-s-2")
    shown.get_by_text("verbeter").click()
    form = shown.locator("form:has(button:text-is('Andere spreker'))")
    form.get_by_label("Wie zegt het").fill("Anna Hoek")
    form.get_by_label("Waarom").fill("zie de opname")
    if script:  # pointing elsewhere leaves what is being filled in alone
        page.locator(".text .q").first.hover()
        assert form.get_by_label("Waarom").input_value() == "zie de opname"
    form.get_by_role("button", name="Andere spreker").click()
    page.get_by_text("Correctie 1 is verwerkt.").wait_for()
    assert page.url.endswith(article(path, "wad.txt"))
    assert page.locator(".speakers .who").all_inner_texts() == ["Anna Hoek"]
    assert ("Anna Hoek", "Er is geld") in said(path)
    page.get_by_role("button", name="Ongedaan maken: 1").click()
    page.locator(".speakers").get_by_text("Bram Veenstra").wait_for()
    assert said(path) == before


@pytest.mark.parametrize("script", [True, False])
def test_a_dossier_that_takes_long_is_made_anew_beside_its_pages(
    browser: Browser, path: Path, monkeypatch: pytest.MonkeyPatch, script: bool
) -> None:
    editing = Editing("redactie", patience=0)
    monkeypatch.setattr(editing.remaking, "ask", lambda store: Future[None]())
    with (
        listening(create(path, editing=editing)) as address,
        visiting(browser, address) as opened,
    ):
        page = opened("/statements", java_script_enabled=script)
        page.get_by_role("button", name="Niemand zegt dit: De zee stijgt").click()
        page.get_by_text("Correctie 1 is bewaard.").wait_for()
        page.get_by_text("Het dossier wordt opnieuw gemaakt met 1 correctie.").wait_for()
        assert page.get_by_text("De zee stijgt").count(), "as it was"
        correct.apply(path)
        if script:
            page.get_by_role("link", name="Toon het").click()
        else:
            page.reload()
        page.wait_for_load_state()
        assert page.get_by_text("De zee stijgt").count() == 0
        assert page.get_by_text("wordt opnieuw gemaakt").count() == 0


def test_right_and_not_a_statement_in_a_list(editing: Open, path: Path) -> None:
    page = editing("/statements")
    page.get_by_role("button", name="Dit is gezegd, met deze woorden, door deze spreker: Onzin").click()
    page.get_by_text("Correctie 1 is verwerkt.").wait_for()
    page.get_by_role("button", name="Niemand zegt dit: De zee stijgt").click()
    page.get_by_text("Correctie 2 is verwerkt.").wait_for()
    assert page.get_by_text("De zee stijgt").count() == 0
    page.get_by_role("link", name="Correcties").first.click()
    assert page.locator("table tbody tr").first.inner_text().split("\t")[-1].strip() == "1 / 2"
    page.get_by_role("button", name="Ongedaan maken: 2").click()
    page.get_by_text("ongedaan gemaakt:").wait_for()
    assert ("Bram Veenstra", "De zee stijgt") in said(path)


def test_a_statement_is_added_by_selecting_its_words(editing: Open, path: Path) -> None:
    page = editing(article(path, "duin.txt"))
    assert page.locator("#take").is_hidden()
    page.evaluate(
        """() => {
        const words = [...document.querySelectorAll('.text')].find((each) => each.textContent.includes('hoger'));
        const node = [...words.childNodes].findLast((each) => each.textContent.includes('hoger'));
        const at = node.textContent.indexOf('Het duin moet hoger');
        getSelection().setBaseAndExtent(node, at, node, at + 'Het duin moet hoger'.length);
        }"""
    )
    page.locator("#take").click()
    assert page.locator("#add textarea").input_value() == "Het duin moet hoger"
    assert page.evaluate("document.activeElement.name") == "speaker"
    page.keyboard.type("Annie Hoek")
    page.keyboard.press("Enter")
    page.get_by_text("Correctie 1 is verwerkt.").wait_for()
    assert ("Annie Hoek", "Het duin moet hoger") in said(path)


def test_a_statement_is_added_with_the_keyboard_alone(editing: Open, path: Path) -> None:
    page = editing(article(path, "duin.txt"))
    page.locator("#caret").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowLeft")
    for _ in "Het duin moet hoger":
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.type("x")  # the text stays as it is
    page.keyboard.press("Enter")
    assert page.locator("#add textarea").input_value() == "Het duin moet hoger"
    page.keyboard.type("Annie Hoek")
    page.keyboard.press("Enter")
    page.get_by_text("Correctie 1 is verwerkt.").wait_for()
    assert ("Annie Hoek", "Het duin moet hoger") in said(path)


def test_a_statement_is_added_without_a_script(editing: Open, path: Path) -> None:
    page = editing(article(path, "duin.txt"), java_script_enabled=False)
    page.get_by_label("De woorden", exact=True).fill("Het duin moet hoger")
    page.locator("#add").get_by_role("button", name="Voeg toe").click()
    page.get_by_text("Correctie 1 is verwerkt.").wait_for()
    assert ("", "Het duin moet hoger") in said(path)


def test_an_actor_gets_another_name_and_becomes_another(editing: Open, path: Path) -> None:
    page = editing("/actors")
    page.get_by_role("link", name="Annie Hoek").click()
    page.get_by_text("verbeter", exact=True).first.click()
    page.get_by_label("Naam", exact=True).fill("Aletta Hoek")
    page.get_by_role("button", name="Hernoem").click()
    page.get_by_role("heading", name="Aletta Hoek").wait_for()
    page.get_by_text("verbeter", exact=True).first.click()
    page.get_by_label("Dezelfde als").fill("Anna Hoek")
    page.get_by_role("button", name="Voeg samen").click()
    page.get_by_role("heading", name="Anna Hoek").wait_for()
    assert page.get_by_text("Correctie 2 is verwerkt.").is_visible()
    assert ("Anna Hoek", "Het zand stuift") in said(path)


def test_a_hostile_article_shows_as_text(editing: Open, path: Path) -> None:
    with Store(path) as store:
        row = store.article("brief.txt")
    for address in (f"/articles/{row['id']}", "/statements", "/articles", "/search?q=brief"):
        page = editing(address)
        assert "gekaapt" not in page.title().partition("·")[2]
        assert page.evaluate("document.images.length + document.querySelectorAll('main script').length") == 0
    page = editing(f"/articles/{row['id']}")
    shown = page.locator(".text").last.evaluate("element => element.textContent")
    assert shown in row["text"] and "<script>document.title='gekaapt'</script> ]]>" in shown
    ends = page.locator(".notes a").first.evaluate("element => getComputedStyle(element).unicodeBidi")
    assert ends == "isolate", "what turns the text around ends with it"
    page.locator("#add").get_by_label("Wie zegt het").fill(HOSTILE.replace("\x1b", ""))
    page.locator("#add textarea").fill("Brief")
    page.locator("#add").get_by_text("mag iemand zijn").click()
    page.locator("#add").get_by_role("button", name="Voeg toe").click()
    page.get_by_text("Correctie 1 is verwerkt.").wait_for()
    page.goto(page.url.partition("/articles")[0] + "/corrections")
    assert "gekaapt" not in page.title()


def test_a_paragraph_of_two_megabytes_shows(browser: Browser, tmp_path: Path) -> None:
    path = editable(tmp_path, WATER)
    with (
        listening(create(path, editing=Editing("redactie", patience=120))) as address,
        visiting(browser, address) as opened,
    ):
        page = opened(article(path, "water.txt"))
        assert_long(page)


def assert_long(page: Page) -> None:
    lengths = page.locator(".text").evaluate_all("all => all.map((each) => each.textContent.length)")
    assert max(lengths) > LONG - 10
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


CORRECTED = ["/", "/statements", "/corrections", "/session", "/actors", "/search?q=zand"]
READ = [
    "/", "/statements", "/actors", "/articles", "/issues/dicht", f"/actors/{MINISTER}", "/articles/8f21ab90c4d2",
    "/search?q=dijk", "/timeline", "/network?months=3", "/api", "/corrections", "/en/",
]  # fmt: skip
SHOWN = [(390, "light"), (390, "dark"), (1440, "light"), (1440, "dark")]


def troubles(page: Page) -> list[str]:
    """What axe finds serious, with everything on the page unfolded."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:200]}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


@pytest.mark.parametrize(("width", "scheme"), SHOWN)
def test_axe_finds_nothing_serious_on_the_pages(visited: Open, width: int, scheme: str) -> None:
    for path in READ:
        page = visited(path, width=width, color_scheme=scheme)
        assert troubles(page) == [], path
        page.close()


@pytest.mark.parametrize(("width", "scheme"), SHOWN)
def test_axe_finds_nothing_serious_where_people_correct(
    editing: Open, path: Path, width: int, scheme: str
) -> None:
    page = editing("/statements")
    page.get_by_role("button", name="Klopt").or_(page.get_by_text("Klopt")).first.click()
    page.get_by_text("Correctie 1 is verwerkt.").wait_for()
    for address in (*CORRECTED, article(path, "wad.txt"), "/actors/person:anna-hoek"):
        page = editing(address, width=width, color_scheme=scheme)
        assert troubles(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        if address.startswith("/articles"):
            page.keyboard.press("n")
            assert troubles(page) == []
        page.close()
