"""Every figure on a small article, by hand: what counts as found, false, missed, right."""

import dataclasses

import pytest

from evaluation.story import found, gold, place, said, time
from standpunt.evaluation.annotations.yaml import days
from standpunt.evaluation.coding import Coding, Layer, Marked
from standpunt.evaluation.comparison import compare, same_value
from standpunt.evaluation.differences import differences
from standpunt.evaluation.matching import Text
from standpunt.evaluation.scores import FIGURES, Count, Scores, score
from standpunt.model import ActorKind, Span

FIRST = said("De Wit", "We wachten tot maandag")


def figures(coding: Coding, **changed: object) -> Scores:
    return score(compare(gold(**changed), coding))


def counted(coding: Coding, figure: str, **changed: object) -> tuple[int, int, int]:
    count = figures(coding, **changed).counts[figure]
    return count.hit, count.found, count.gold


def told(coding: Coding, figure: str) -> list[tuple[str, str, str]]:
    return [
        (each.error, each.label, each.text)
        for each in differences(compare(gold(), coding))
        if each.figure == figure
    ]


# --------------------------------------------------------------------------------------------- the whole


def test_the_gold_itself_is_perfect() -> None:
    scores = figures(gold().coding)
    assert [scores.lead(figure) for figure in FIGURES] == [1.0] * len(FIGURES)
    assert differences(compare(gold(), gold().coding)) == []


def test_nothing_found_is_nought() -> None:
    scores = figures(Coding())
    assert [scores.lead(figure) for figure in FIGURES] == [0.0] * len(FIGURES)
    assert len(differences(compare(gold(), Coding()))) == 5 + 3 + 1 + 3 + 1 + 1


def test_nothing_on_either_side_is_no_figure() -> None:
    scores = figures(Coding(), statements=[], conditions=[])
    assert (scores.lead("statements"), scores.lead("speaker"), scores.lead("conditions")) == (
        None,
        None,
        None,
    )


def test_a_total_adds_counts_up() -> None:
    total = Scores.total([figures(gold().coding), figures(found(FIRST))])
    assert total.counts["statements"] == Count(6, 6, 10)
    assert total.width == 2
    assert total.lead("date") == 0.5


def test_a_layer_that_nobody_annotated_is_not_judged() -> None:
    times_only = dataclasses.replace(gold(), layers=frozenset([Layer.TIMES]))
    compared = compare(times_only, found(FIRST))
    assert [figure for figure in FIGURES if score(compared).lead(figure) is not None] == ["times"]
    assert {each.figure for each in differences(compared)} == {"times"}


# ----------------------------------------------------------------------------------- statements, speakers


def test_a_token_is_a_word_at_its_place() -> None:
    text = Text("dat zo'n NAVO-missie dat")
    assert [len(text.tokens([Span(*span)])) for span in ((0, 24), (0, 3), (3, 4), (5, 14))] == [4, 1, 0, 2]
    assert not text.tokens([Span(0, 3)]) & text.tokens([Span(21, 24)])


def test_missed_and_false() -> None:
    coding = found(FIRST, said("De Wit", "Zij wil"))
    assert counted(coding, "statements") == (1, 2, 5)
    errors = told(coding, "statements")
    assert ("false", "De Wit", "Zij wil") in errors
    assert ("missed", "NAVO", 'dat … „onzin"') in errors
    assert len(errors) == 5


@pytest.mark.parametrize(
    ("pieces", "hits"),
    [
        (["moet"], 0),  # 1 of 5 tokens: F1 2/6
        (["moet de"], 1),  # 2 of 5: F1 4/7
        (["Dat scheelt. Volgens", "moet de"], 0),  # 2 of 5 and 3 others: F1 4/10
        (["Dat scheelt. Volgens", "moet de NAVO-brug"], 1),  # 3 of 5 and 3 others: F1 6/11
    ],
)
def test_half_of_the_words_must_be_shared(pieces: list[str], hits: int) -> None:
    due = [{"content": ["moet de NAVO-brug veilig zijn"], "speaker": "NAVO"}]
    assert counted(found(said("NAVO", *pieces)), "statements", statements=due) == (hits, 1, 1)


def test_what_stands_between_two_pieces_is_too_much() -> None:
    whole = said("De Wit", "Een nieuwe brug kan volgens\nhaar in één jaar klaar zijn")
    assert counted(found(whole), "content") == (9, 11, 4 + 2 + 9 + 5 + 2)


def test_each_is_used_once_and_the_best_goes_first() -> None:
    coding = found(said("De Wit", "wachten tot maandag"), FIRST)
    assert counted(coding, "statements") == (1, 2, 5)
    assert ("false", "De Wit", "wachten tot maandag") in told(coding, "statements")


def test_of_equals_the_right_speaker_goes_first() -> None:
    coding = found(said("NAVO", "We wachten tot maandag"), FIRST)
    assert figures(coding).lead("speaker") == 1.0


def test_of_equals_the_one_that_is_not_optional_goes_before_the_right_speaker() -> None:
    spare = {"content": ["Dat scheelt"], "speaker": "Anna de Wit", "optional": "true"}
    due = {"content": ["Dat scheelt"], "speaker": "NAVO"}
    assert counted(found(said("De Wit", "Dat scheelt")), "statements", statements=[spare, due]) == (1, 1, 1)


def test_an_optional_statement_counts_on_neither_side() -> None:
    spare = said("NAVO", "Dat scheelt")
    assert counted(found(FIRST, spare), "statements") == (1, 1, 5)
    assert counted(found(FIRST, spare, spare), "statements") == (1, 2, 5), "but it takes one only"


def test_a_wrong_speaker_is_found_but_not_right() -> None:
    coding = found(FIRST, said("NAVO", "wie betaalt"))
    assert counted(coding, "statements") == (2, 2, 5)
    assert counted(coding, "end to end") == (1, 2, 5)
    assert figures(coding).lead("speaker") == 0.5
    assert ("speaker", "NAVO (gold: Anna de Wit)", "wie betaalt") in told(coding, "statements")


# ------------------------------------------------------------- times, date, actors, positions, conditions


def test_a_time_needs_its_words_and_its_value() -> None:
    coding = found(times=(time("tot maandag", "2025-02-17"), time("één jaar", "P2Y"), time("haar", "P1D")))
    assert counted(coding, "times") == (1, 3, 3)
    assert told(coding, "times") == [
        ("missed", "2025-02-11/2025-02-12", "dinsdag"),
        ("false", "P1D", "haar"),
        ("value", "P2Y (gold: P1Y)", "één jaar"),
    ]


@pytest.mark.parametrize(
    ("value", "same"),
    [
        ("2024-12-14T08:28", True),
        ("2024-12-13T08:28/2024-12-18T08:28", True),
        ("2024-12-19T08:28", False),
        ("2024-12-14T11:33", False),
        ("2024-12-14", False),
        ("2024-12", False),
    ],
)
def test_a_value_in_a_range_of_the_gold(value: str, same: bool) -> None:
    assert same_value("2024-12-13T08:28/2024-12-18T08:28", value) is same


@pytest.mark.parametrize(
    ("given", "hit", "width"),
    [
        ("2025-02-11", 1, 1),
        ("2025-02-12/2025-02-20", 1, 9),
        ("2025-02-01/2025-02-10", 0, 10),
        ("2025-02-10/2025-03-12", 1, 31),
        ("2025-02-10/2025-03-13", 0, 32),
        ("", 0, None),
    ],
)
def test_a_date_shares_a_day_and_is_not_wide(given: str, hit: int, width: int | None) -> None:
    scores = figures(Coding(published=days(given) if given else None))
    assert (scores.counts["date"], scores.width) == (Count(hit, int(bool(given)), 1), width)


def test_a_gold_range_may_be_as_wide() -> None:
    assert counted(Coding(published=days("2025")), "date", date="2025") == (1, 1, 1)


def test_actors_count_once_under_any_name() -> None:
    actors = tuple((name, ActorKind.PERSON) for name in ("De Wit", "Anna de Wit", "navo", "Cor Prins"))
    assert counted(Coding(actors=actors), "actors") == (2, 3, 3)
    assert told(Coding(actors=actors), "actors") == [
        ("missed", "", "Jan van der Veen"),
        ("false", "", "Cor Prins"),
    ]


def test_positions_are_actor_issue_and_stance() -> None:
    positions = frozenset([("De Wit", "brug", "support"), ("De Wit", "brug", "open")])
    assert counted(Coding(positions=positions), "positions") == (1, 2, 1)
    assert told(Coding(positions=positions), "positions") == [("false", "De Wit", "brug: open")]


def test_a_condition_needs_its_actor_and_half_of_its_words() -> None:
    words = (place("moet de NAVO-brug"),)
    for actor, hit in (("Van der Veen", 1), ("De Wit", 0)):
        assert counted(Coding(conditions=(Marked(words, actor),)), "conditions") == (hit, 1, 1)
