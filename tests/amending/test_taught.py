"""What corrections of stances teach: tried on the articles that have them, used in others where rules are silent."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from program import Run, program
from standpunt import dossier, registry
from standpunt.amending import correct, forget_article
from standpunt.build import BuildResult, build, code
from standpunt.dossier.issues import Codebook, codebook
from standpunt.dossier.positions.taught import LEAST, RULE
from standpunt.model import Stance
from standpunt.store import Store

BOOK = (
    '[[issue]]\nid = "brug"\nlabel = "Stadsbrug"\nproposal = "Er komt een stadsbrug"\nterms = ["stadsbrug"]\n'
)
WORDS = (
    "een {} voor de wijk", "een {} voor fietsers", "voor ons een {}", "echt een {}", "een {} voor iedereen",
    "een {}", "een {} voor ouderen", "dus een {} voor de wijk", "een {} voor de haven", "een {} voor de kust",
    "een {} voor scholieren", "een {} voor de buurt", "toch een {}", "een {} voor winkels", "een {} voor de stad",
)  # fmt: skip
NAMES = (
    "Hoek", "Veenstra", "Prins", "Tolsma", "Zand", "Visser", "Mulder", "Bakker", "Smit", "Vos", "Kok", "Dekker",
    "Postma", "Kramer", "Maas", "Drost", "Faber", "Jonker", "Brouwer", "Hofstra", "Dijkstra", "Wiersma", "Terpstra",
    "Hoekstra", "Zijlstra", "Boersma", "Feenstra", "Kuiper", "Schouten", "Timmer",
)  # fmt: skip
FOR, AGAINST = "cadeau", "molensteen"  # words that no rule knows
SAID = [(f"De stadsbrug is {words.format(noun)}", noun) for words in WORDS for noun in (FOR, AGAINST)]
STANCES = {FOR: Stance.SUPPORT, AGAINST: Stance.OPPOSE}
LAST = len(SAID) - 2
"""From here on nobody corrects anything."""


def book() -> Codebook:
    return codebook.parse(BOOK, "proef")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One says what he thinks of the bridge, another how long it is."""
    folder = tmp_path_factory.mktemp("brug")
    for at, (words, _) in enumerate(SAID):
        (folder / f"{at:02}.txt").write_text(
            f"2025-02-14 | Kustbode\nDe brug\n\n„{words}”, zei wethouder Anna {NAMES[at]}.\n\n"
            "„De stadsbrug is vierhonderd meter lang”, zei ingenieur Piet Lang.",
            encoding="utf-8",
        )
    build([folder], folder / "dossier.db", codebook=book())
    return folder / "dossier.db"


@pytest.fixture
def brug(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path))


def corrected(path: Path, places: Sequence[int]) -> BuildResult:
    with Store(path) as store:
        drafts = [
            correct.stance(
                store, f"{at:02}.txt", SAID[at][0], "brug", STANCES[SAID[at][1]], f"Anna {NAMES[at]}"
            )
            for at in places
        ]
    return correct.keep(path, drafts, by="redactie", at="2025-03-01T12:00:00+00:00")


def learned(path: Path) -> dict[str, Any]:
    with Store(path) as store:
        return {row["actor"]: row for row in store.rows("positions") if row["rule"] == RULE}


def test_what_was_corrected_often_enough_is_found_elsewhere(brug: Path) -> None:
    (lesson,) = corrected(brug, range(LAST)).taught
    assert (lesson.corrections, lesson.passages, lesson.rules) == (LAST, 2 * LAST, 0.0)
    assert lesson.used
    found = learned(brug)
    assert {actor: row["stance"] for actor, row in found.items()} == {
        f"Anna {NAMES[LAST]}": "support",
        f"Anna {NAMES[LAST + 1]}": "oppose",
    }


def test_a_position_says_from_how_much_it_was_learned_and_which_words_decided(brug: Path) -> None:
    corrected(brug, range(LAST))
    for actor, noun in ((NAMES[LAST], FOR), (NAMES[LAST + 1], AGAINST)):
        share, rest = learned(brug)[f"Anna {actor}"]["entry"].split(", ", 1)
        assert 60 <= int(share.rstrip("%")) < 100
        assert rest.startswith(f"{LAST} corrections: {noun}")


def test_fewer_corrections_teach_nothing(brug: Path) -> None:
    (lesson,) = corrected(brug, range(LEAST - 1)).taught
    assert (lesson.corrections, lesson.passages, lesson.used) == (LEAST - 1, 0, False)
    assert learned(brug) == {}


def test_what_is_no_better_than_the_rules_is_not_used(brug: Path) -> None:
    """Where the same words are once for and once against there is nothing to be learned of them."""
    with Store(brug) as store:
        drafts = [
            correct.stance(
                store,
                f"{at:02}.txt",
                SAID[at][0],
                "brug",
                list(STANCES.values())[at // 2 % 2],
                f"Anna {NAMES[at]}",
            )
            for at in range(LAST)
        ]
    (lesson,) = correct.keep(brug, drafts, by="redactie", at="2025-03-01T12:00:00+00:00").taught
    assert lesson.passages and not lesson.used
    assert learned(brug) == {}


def test_an_undone_correction_teaches_nothing_and_the_order_does_not_matter(brug: Path) -> None:
    corrected(brug, range(LAST))
    before = learned(brug)
    again = code(brug, book())
    assert (again.taught[0].corrections, learned(brug)) == (LAST, before)
    for number in range(1, LAST - LEAST + 2):
        correct.undo(brug, number, by="redactie", at="2025-03-02T12:00:00+00:00")
    assert learned(brug) == {}


def test_the_order_of_the_articles_changes_nothing(brug: Path) -> None:
    corrected(brug, range(LAST))
    with Store(brug) as store:
        made = store.dossier()
    there, back = (
        dossier.code(dossier.outlined(replace(made, articles=articles)), book(), registry.load()).made
        for articles in (made.articles, made.articles[::-1])
    )
    assert there.taught == back.taught
    assert set(there.positions) == set(back.positions)


def test_what_a_forgotten_article_taught_goes_with_it(brug: Path) -> None:
    corrected(brug, range(LAST))
    before = learned(brug)
    for at in range(LAST - LEAST + 1):
        forget_article(brug, f"{at:02}.txt")
    (lesson,) = code(brug, book()).taught
    assert before and learned(brug) == {}
    assert (lesson.corrections, lesson.used) == (LEAST - 1, False)


def test_code_tells_what_came_of_it(
    brug: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corrected(brug, range(LAST))
    monkeypatch.chdir(brug.parent)
    (brug.parent / "book.toml").write_text(BOOK, encoding="utf-8")
    run: Run = program(monkeypatch, capsys)
    out = run("code", "dossier.db", "--codebook", "book.toml")[1]
    assert f"brug  learned from {LAST} corrections of stance: F1 " in out
    assert f" in {2 * LAST} passages, by the rules alone 0.00; 100% of what is added is right\n" in out
    told = run("code", "dossier.db", "--codebook", "book.toml", "--json").json
    assert told["taught"][0]["issue"] == "brug" and told["taught"][0]["used"]
