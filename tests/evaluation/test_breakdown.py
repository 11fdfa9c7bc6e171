"""Statements by rule and by form, and their confidence against what came out."""

import dataclasses

import pytest

from evaluation.story import found, gold, said
from standpunt.evaluation.breakdown import by_form, by_rule, by_speaker
from standpunt.evaluation.calibration import Bin, calibrate, of
from standpunt.evaluation.comparison import compare
from standpunt.model import Form

CODING = found(
    said("De Wit", "We wachten tot maandag", rule="quotation", confidence=0.95, form=Form.DIRECT),
    said("NAVO", "wie betaalt", rule="clause", confidence=0.7),
    said("De Wit", "Dat scheelt", rule="clause", confidence=0.2),
    said("NAVO", "volgens", rule="clause", confidence=0.72),
)
COMPARED = [compare(gold(), CODING)]


def test_by_rule() -> None:
    clause, quotation = by_rule(COMPARED)
    assert (clause.name, clause.given, clause.right, clause.end_to_end, clause.optional) == (
        "clause",
        2,
        1,
        0,
        1,
    )
    assert (clause.precision, clause.speaker, clause.recall) == (0.5, 0.0, 0.2)
    assert (quotation.speaker, quotation.recall) == (1.0, 0.2)


def test_by_rule_tells_apart_what_is_told_in_anothers_words() -> None:
    nested = dataclasses.replace(CODING.statements[0], nested=True)
    (group,) = by_rule([compare(gold(), found(nested))])
    assert group.name == "quotation, nested"


def test_by_the_rule_that_named_the_speaker() -> None:
    (named,) = by_speaker(COMPARED)
    assert (named.name, named.given, named.right, named.speaker) == ("name", 3, 2, 0.5)


def test_by_form_precision_is_by_the_form_given_and_recall_by_that_of_the_gold() -> None:
    forms = {each.name: each for each in by_form(COMPARED)}
    assert (forms["indirect"].precision, forms["indirect"].recall) == (0.5, 1 / 3)
    assert (forms["direct, no cue"].precision, forms["direct, no cue"].recall) == (1.0, None)
    assert (forms["direct"].precision, forms["direct"].recall) == (None, 1.0)
    assert (forms["mixed"].gold, forms["mixed"].found) == (1, 0)


def test_calibration_counts_what_is_right_with_its_speaker() -> None:
    calibrated = calibrate(COMPARED)
    assert calibrated.bins == (Bin(0.7, 0.8, 2, 0.71, 0.0), Bin(0.9, 1.0, 1, 0.95, 1.0))
    assert calibrated.error == pytest.approx((2 * 0.71 + 0.05) / 3)


def test_a_confidence_that_is_what_it_says_has_no_error() -> None:
    assert of([(0.75, True)] * 3 + [(0.75, False)]).error == 0
    assert of([(1.0, True), (0.0, False)]).brier == 0


def test_without_statements_there_is_nothing_to_calibrate() -> None:
    assert of([]).error is None
