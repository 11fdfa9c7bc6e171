"""What if in a real browser: the script says of every combination of assumptions what the dossier says of it."""

import random
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from fictional import dossier, knotty
from standpunt.build import build
from standpunt.display.wording import DUTCH
from standpunt.dossier.issues import codebook
from standpunt.dossier.whatif import outcomes
from standpunt.model import Condition, Dossier
from standpunt.report import write
from standpunt.report.excerpt import around
from standpunt.store import Store

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
Open = Callable[..., Page]

_MOST = 300
"""Combinations of one issue that are compared."""

CHOOSE = """([issue, combinations]) => {
  const block = document.querySelector(`[data-issue="kwestie-${issue}"]`);
  const choices = [...block.querySelectorAll(".choice[data-group]")];
  return combinations.map((assumed) => {
    for (const choice of choices) {
      const value = assumed[choice.dataset.group];
      const wanted = value === undefined ? "" : value ? "ja" : "nee";
      choice.querySelector(`input[value="${wanted}"]`).checked = true;
    }
    block.dispatchEvent(new Event("change"));
    return [...block.querySelectorAll(".then .stand")].map((row) => [
      row.querySelector(".who, .told").textContent, // the name: of who has a section, of who has none
      row.querySelector(".outcome").textContent,
      [...row.querySelectorAll("[data-list]:not([hidden]) blockquote")].map((each) => each.textContent),
    ]);
  });
}"""
"""Makes each of these combinations of assumptions on an issue and says what then stands there of each actor."""


def example() -> Dossier:
    place = Path("dossier.db")
    build([EXAMPLES / "articles"], place, codebook=codebook.read(EXAMPLES / "codebook.toml"))
    with Store(place) as store:
        return store.dossier()


@pytest.mark.parametrize("make", [example, knotty, dossier], ids=["example", "knotty", "fictional"])
def test_the_script_says_what_the_dossier_says(
    make: Callable[[], Dossier], opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = make()
    write(made, tmp_path / "page.html")
    page = opened(at=tmp_path / "page.html")
    compared = 0
    for issue in [each.id for each in made.issues]:
        combinations = list(assumed(made, issue))
        if len(combinations) > _MOST:  # each condition more makes three times as many
            combinations = random.Random(issue).sample(combinations, _MOST)
        if len(combinations) > 1:
            said = page.evaluate(CHOOSE, [issue, combinations])
            compared += len(said)
            for each, rows in zip(combinations, said, strict=True):
                assert rows == expected(made, issue, each)
    assert compared >= 3


def assumed(made: Dossier, issue: str) -> Iterator[dict[str, bool]]:
    """Every combination: each group holds, fails, or is not assumed."""
    groups = sorted({each.group for each in made.conditions if each.issue == issue})
    for values in product((None, True, False), repeat=len(groups)):
        yield {group: value for group, value in zip(groups, values, strict=True) if value is not None}


def expected(made: Dossier, issue: str, assume: Mapping[str, bool]) -> list[Any]:
    names = {each.id: each.name for each in made.actors}
    taken = [each for each in made.positions if each.issue == issue]
    stated = [each for each in made.conditions if each.issue == issue]
    hanging = {each.actor for each in outcomes(taken, stated, {}) if each.rests}
    return [
        [
            names[each.actor],
            DUTCH.term(each.stance) if each.stance else f"hangt af van {', '.join(each.hangs)}",
            [sentence(made, rest) for rest in each.rests],
        ]
        for each in outcomes(taken, stated, assume)
        if each.actor in hanging
    ]


def sentence(made: Dossier, condition: Condition) -> str:
    (article,) = (each for each in made.articles if each.article.id == condition.article)
    return "".join(part.text for part in around(article, [condition.span]))


@pytest.fixture
def tangled(tmp_path: Path) -> Path:
    place = tmp_path / "page.html"
    write(knotty(), place)
    return place


def test_a_choice_shows_at_once_who_then_stands_where(opened: Open, tangled: Path) -> None:
    page = opened(at=tangled)
    expect(page.locator(".whatif output")).to_have_text("Dan: 1 tegen, 3 onbeslist.")
    page.get_by_role("radiogroup", name="geld").get_by_label("ja", exact=True).check()
    expect(page.locator(".whatif output")).to_have_text("Dan: 1 voor, 1 tegen, 2 onbeslist.")
    page.get_by_role("radiogroup", name="steun").get_by_label("nee", exact=True).check()
    expect(page.locator(".whatif output")).to_have_text("Dan: 2 voor, 2 tegen.")
    minister = page.locator(".then .stand", has_text="Hilde Verbruggen")
    expect(minister.locator(".outcome")).to_have_text("voor")


def test_what_was_assumed_stands_in_the_address_beside_the_filter(opened: Open, tangled: Path) -> None:
    page = opened(at=tangled, query="?als=kwestie-dicht%3Ageld%3Dja&vorm=direct")
    expect(page.get_by_role("radiogroup", name="geld").get_by_label("ja", exact=True)).to_be_checked()
    expect(page.locator(".whatif output")).to_have_text("Dan: 1 voor, 1 tegen, 2 onbeslist.")
    page.get_by_role("radiogroup", name="steun").get_by_label("nee", exact=True).check()
    page.click("#wis")
    query = page.evaluate("[...new URLSearchParams(location.search)].map(String)")
    assert query == ["als,kwestie-dicht:geld=ja", "als,kwestie-dicht:steun=nee"]


def test_without_the_script_each_condition_is_read_by_itself(opened: Open, tangled: Path) -> None:
    page = opened(at=tangled, java_script_enabled=False)
    row = page.locator(".whatif tbody tr", has=page.get_by_role("rowheader", name="steun"))
    assert row.locator("td").last.inner_text().split("\n")[0] == "Dijkraad tegen"
    assert not page.locator(".choice").first.is_visible()
    assert not page.locator(".then").is_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_it_fits_any_width(opened: Open, tangled: Path, width: int) -> None:
    page = opened(at=tangled, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
