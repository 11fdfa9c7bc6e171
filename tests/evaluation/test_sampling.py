"""A sample is random, the same for a seed, and fair to each stratum; answers become a share with its interval."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsroom import article, dossier, read
from standpunt.cli import sampling as command
from standpunt.errors import GoldError, StoreError
from standpunt.evaluation import sampling
from standpunt.evaluation.judging import judge, wilson
from standpunt.evaluation.sampling import Band, By, Kind, draw
from standpunt.store import Builder, Store

NAMES = ("Anna Hoek", "Bram Veenstra", "Cor Prins")
ARTICLES = [
    article(f'Nieuws {at}\n\n"Wij onderhandelden\nover punt {at}", zei {NAMES[at % 3]}.', f"{at}.txt")
    for at in range(30)
]


def made(path: Path, number: int) -> Path:
    told = ARTICLES[:number]
    with Builder(path) as builder:
        builder.collect(told)
        builder.keep([(each, read(each)) for each in told], "reader 1")
        builder.write(dossier(*told))
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(made(tmp_path_factory.mktemp("sample") / "dossier.db", 30)) as opened:
        yield opened


class Ruled(Store):
    """A dossier whose statements are of two rules, 24 and 6, and of several confidences."""

    def statements(self, *_: Any) -> list[dict[str, Any]]:
        rows = sorted(super().statements(), key=lambda row: row["id"])
        return [
            {**row, "rule": "rare" if at % 5 == 0 else "usual", "confidence": at / 30}
            for at, row in enumerate(rows)
        ]


@pytest.fixture(scope="module")
def ruled(store: Store) -> Iterator[Store]:
    with Ruled(store.where) as opened:
        yield opened


def ids(sheet: list[dict[str, Any]]) -> list[str]:
    return [row["id"] for row in sheet]


def test_a_seed_draws_the_same_and_another_seed_others(store: Store) -> None:
    assert draw(store, Kind.STATEMENTS, 10) == draw(store, Kind.STATEMENTS, 10)
    assert set(ids(draw(store, Kind.STATEMENTS, 10))) != set(ids(draw(store, Kind.STATEMENTS, 10, seed=2)))


def test_a_larger_sample_begins_with_the_smaller(store: Store) -> None:
    assert ids(draw(store, Kind.STATEMENTS, 20))[:8] == ids(draw(store, Kind.STATEMENTS, 8))


def test_what_was_drawn_stays_drawn_when_the_dossier_grows(store: Store, tmp_path: Path) -> None:
    with Store(made(tmp_path / "before.db", 20)) as before:
        known = ids(draw(before, Kind.STATEMENTS, 20))
    grown = [each for each in ids(draw(store, Kind.STATEMENTS, 30)) if each in known]
    assert grown == known


def test_every_row_has_the_same_chance(store: Store) -> None:
    drawn = Counter(each for seed in range(400) for each in ids(draw(store, Kind.STATEMENTS, 6, seed=seed)))
    assert len(drawn) == 30
    assert all(50 <= number <= 115 for number in drawn.values()), drawn  # 80 expected, standard deviation 8


def test_a_row_holds_what_people_need_and_what_they_fill_in(store: Store) -> None:
    row = draw(store, Kind.STATEMENTS, 1)[0]
    assert list(row)[:7] == ["id", "sentence", "content", "speaker", "right", "speaker right", "note"]
    assert (row["right"], row["speaker right"], row["note"], row["stratum"]) == ("", "", "", "")
    assert row["stratum size"] == 30
    assert row["content"].startswith("Wij onderhandelden over punt ")


def test_each_stratum_gives_as_many_as_it_can(ruled: Store) -> None:
    sheet = draw(ruled, Kind.STATEMENTS, 16, by=By.RULE)
    assert Counter(row["stratum"] for row in sheet) == {"rare": 6, "usual": 10}
    assert {row["stratum"]: row["stratum size"] for row in sheet} == {"rare": 6, "usual": 24}
    assert Counter(row["stratum"] for row in sheet[:8]) == {"rare": 4, "usual": 4}


def test_bands_of_confidence(ruled: Store) -> None:
    sheet = draw(ruled, Kind.STATEMENTS, 10, by=By.CONFIDENCE)
    assert {row["stratum"] for row in sheet} == {f"{at / 10:.1f}-{(at + 1) / 10:.1f}" for at in range(10)}
    within = draw(ruled, Kind.STATEMENTS, 30, band=Band(0.5, 0.6))
    assert sorted(row["confidence"] for row in within) == [15 / 30, 16 / 30, 17 / 30, 18 / 30]


def test_events_come_with_the_sentence_that_tells_them(store: Store) -> None:
    row = draw(store, Kind.EVENTS, 1)[0]
    assert "onderhandelden" in row["sentence"]
    assert "speaker right" not in row


@pytest.mark.parametrize(
    ("kind", "number", "by", "band", "said"),
    [
        (Kind.EVENTS, 5, By.FORM, None, "events have no form"),
        (Kind.EVENTS, 5, None, Band(), "events have no confidence"),
        (Kind.POSITIONS, 5, None, None, "no such positions"),
        (Kind.STATEMENTS, 1, By.RULE, None, "cannot be spread over 2 strata .draw at least 2"),
    ],
)
def test_what_cannot_be_drawn(
    kind: Kind, number: int, by: By | None, band: Band | None, said: str, ruled: Store
) -> None:
    with pytest.raises(StoreError, match=said):
        draw(ruled, kind, number, by=by, band=band)


def test_the_command_knows_the_same_kinds_and_strata() -> None:
    assert [each.value for each in command.Kind] == [each.value for each in sampling.Kind]
    assert [each.value for each in command.By] == [each.value for each in sampling.By]


# ---------------------------------------------------------------------------------------------- answers

COLUMNS = ("id", "right", "speaker right", "note", "stratum", "stratum size")


def sheet(path: Path, *rows: tuple[Any, ...], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        table = csv.writer(file, delimiter=delimiter)
        table.writerow(COLUMNS)
        table.writerows(rows)
    return path


@pytest.mark.parametrize(
    ("right", "number", "low", "high"),
    [(0, 10, 0.0, 0.2775), (8, 10, 0.4902, 0.9433), (81, 263, 0.2553, 0.3662), (10, 10, 0.7225, 1.0)],
)
def test_wilson_gives_the_bounds_of_the_textbooks(right: int, number: int, low: float, high: float) -> None:
    assert wilson(right / number, number) == pytest.approx((low, high), abs=1e-4)


def test_answers_become_shares(tmp_path: Path) -> None:
    answers = [("ja", "ja"), ("Ja", "nee"), ("yes", "y"), ("nee", ""), ("", ""), ("?", "")]
    rows = [(at, *each, "", "", 50) for at, each in enumerate(answers)]
    verdict = judge(sheet(tmp_path / "sample.csv", *rows))
    found = {name: (each.right, each.judged, round(each.share, 4)) for name, each in verdict.figures.items()}
    assert found == {"right": (3, 4, 0.75), "speaker": (2, 3, 0.6667), "end to end": (2, 4, 0.5)}
    assert (verdict.open, verdict.refused, verdict.strata) == (2, (), {})
    assert (verdict.figures["right"].low, verdict.figures["right"].high) == wilson(0.75, 4)


def test_a_stratum_counts_for_its_share_of_the_dossier(tmp_path: Path) -> None:
    usual = [(f"u{at}", "ja", "", "", "usual", 900) for at in range(10)]
    rare = [(f"r{at}", "nee", "", "", "rare", 100) for at in range(10)]
    verdict = judge(sheet(tmp_path / "sample.csv", *usual, *rare))
    whole = verdict.figures["right"]
    assert whole.share == pytest.approx(0.9)
    effective = 1000**2 / (10 * 90**2 + 10 * 10**2)
    assert (whole.low, whole.high) == pytest.approx(wilson(0.9, effective))
    assert {name: each["right"].share for name, each in verdict.strata.items()} == {"usual": 1.0, "rare": 0.0}
    assert list(verdict.figures) == ["right"], "nobody judged the speakers"


def test_a_bad_row_is_told_and_the_rest_counts(tmp_path: Path) -> None:
    rows = [
        ("a", "ja", "ja", "", "", 9),
        ("b", "misschien", "", "", "", 9),
        ("c", "", "ja", "", "", 9),
        ("d", "ja", "", "", "", 9),
        ("a", "nee", "", "", "", 9),
        ("e", "ja", "ja", "", "", "negen"),
        ("f", "ja", "ja", "", "", 8),
        ("g", "nee", "", "", "", 9),
    ]
    verdict = judge(sheet(tmp_path / "sample.csv", *rows))
    assert verdict.figures["right"].judged == 2
    assert [(number, what.partition(";")[0]) for number, what in verdict.refused] == [
        (3, "`right` is 'misschien'"),
        (4, "`speaker right` is answered and `right` is not"),
        (5, "`right` is answered and `speaker right` is not, as it is in other rows"),
        (6, "a was judged in an earlier row"),
        (7, "its stratum size is 'negen', and must be a number above 0, as it was drawn"),
        (8, "its stratum size is 8, and 9 in an earlier row"),
    ]


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16")])
def test_what_spreadsheets_save_is_read(delimiter: str, encoding: str, tmp_path: Path) -> None:
    rows = [("a", "ja", "", "één; twijfel, maar ja", "", 2), ("b", "nee", "", "regel\nén regel", "", 2)]
    verdict = judge(sheet(tmp_path / "sample.csv", *rows, delimiter=delimiter, encoding=encoding))
    assert (verdict.figures["right"].right, verdict.figures["right"].judged) == (1, 2)


def test_json_lines_are_read(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "right": True, "speaker right": None, "stratum": "", "stratum size": 2},
        {"id": "b", "right": "nee", "speaker right": "", "stratum": "", "stratum size": 2},
    ]
    path = tmp_path / "sample.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in lines), encoding="utf-8")
    assert judge(path).figures["right"].share == 0.5


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id,right,stratum,stratum size\na,,,3\n", "nothing in this sheet is answered"),
        (
            "id,right,stratum,stratum size\na,wel,,3\n",
            "nothing in this sheet is answered; row 2: `right` is 'wel'",
        ),
        ("id,goed\na,ja\n", "row 2 has no column `right`"),
        ("{niets}\n", "line 1 is no JSON"),
        ("\0\1\2", "this sheet is binary"),
    ],
)
def test_what_is_no_sheet(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "sample.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=said.replace("{", r"\{")) as caught:
        judge(path)
    assert caught.value.where == str(path)
