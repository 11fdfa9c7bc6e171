"""What people confirmed and corrected, read back as annotation to measure against."""

from pathlib import Path
from typing import Any

import pytest

from editable import editable
from standpunt.amending import correct
from standpunt.dossier.corrections.anchors import occurrences
from standpunt.errors import StandpuntError
from standpunt.evaluation import annotations, found
from standpunt.evaluation.coding import Layer
from standpunt.evaluation.comparison import compare
from standpunt.evaluation.scores import Count, score
from standpunt.export import FORMATS
from standpunt.model import Span, Stance
from standpunt.store import Store

BY: dict[str, Any] = {"by": "redactie", "at": "2025-03-01T12:00:00+00:00"}
TWICE = {
    "echo.txt": 'date 2025-02-17\nDe echo\n\n"Hoor", zei Anna Hoek. "Hoor", zei Bram Veenstra. "Niets", zei Cor Prins.'
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return editable(tmp_path, TWICE)


def test_the_machine_is_measured_where_people_looked_alone(path: Path, tmp_path: Path) -> None:
    with Store(path) as store:
        machine = store.dossier()
        text = store.article("echo.txt")["text"]
        second = found_at(text, "Hoor", 2)
        drafts = [
            correct.accept(store, "echo.txt", second),
            correct.reject(store, "zee.txt", "Onzin"),
            correct.speaker(store, "wad.txt", "Er is geld", "Anna Hoek"),
            correct.stance(store, "wad.txt", "Er is geld", "dijk", Stance.SUPPORT, "Anna Hoek"),
        ]
    correct.keep(path, drafts, **BY)
    folder = tmp_path / "gold"
    folder.mkdir()
    with Store(path) as store:
        FORMATS["gold"].write(store, folder, True)
    golds = {each.text: each for each in annotations.read(folder, folder)}
    assert len(golds) == 3, "nobody looked at the other article"
    echo = golds[text]
    said = [(each.spans[0], each.label, each.optional) for each in echo.coding.statements]
    assert said == [
        (found_at(text, "Hoor", 1), "Anna Hoek", True),
        (second, "Bram Veenstra", False),
        (found_at(text, "Niets", 1), "Cor Prins", True),
    ]
    assert echo.layers == {Layer.STATEMENTS}
    wad = next(each for each in golds.values() if "geld" in each.text)
    assert wad.layers == {Layer.STATEMENTS, Layer.POSITIONS}
    assert wad.coding.positions == {("Anna Hoek", "dijk", "support")}
    actors = {actor.id: actor for actor in machine.actors}
    total = Count()
    for dated in machine.articles:
        if dated.article.text in golds:
            counts = score(compare(golds[dated.article.text], found.coding(dated, actors, machine))).counts
            total += counts["end to end"]
    assert total == Count(hit=1, found=3, gold=2), "right once, another speaker once, and once nobody said it"


def test_positions_count_only_where_all_were_looked_at(path: Path, tmp_path: Path) -> None:
    def stand(issue: str) -> None:
        with Store(path) as store:
            draft = correct.stance(store, "wad.txt", "Er is geld", issue, Stance.SUPPORT, "Bram Veenstra")
        correct.keep(path, [draft], **BY)

    stand("dijk")
    stand("duin")
    correct.undo(path, 2, **BY)
    folder = tmp_path / "gold"
    folder.mkdir()
    with Store(path) as store:
        FORMATS["gold"].write(store, folder, True)
    (gold,) = annotations.read(folder, folder)
    assert gold.coding.positions == {("Bram Veenstra", "dijk", "support")}


def test_without_corrections_or_texts_there_is_nothing_to_write(path: Path, tmp_path: Path) -> None:
    with Store(path) as store:
        with pytest.raises(StandpuntError, match="nobody has confirmed or corrected"):
            FORMATS["gold"].write(store, tmp_path, True)
        with pytest.raises(StandpuntError, match="cannot be without"):
            FORMATS["gold"].write(store, tmp_path, False)


def found_at(text: str, words: str, nth: int) -> Span:
    return list(occurrences(words, text))[nth - 1]
