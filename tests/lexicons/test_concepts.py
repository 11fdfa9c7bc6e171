"""Every kind of condition, and every word of recall, by its own example and counterexample."""

import pytest

from standpunt.dossier.conditions.grouping import CONCEPTS, concept
from standpunt.dossier.positions.held import RECALL, recalls


@pytest.mark.parametrize("key", CONCEPTS)
def test_a_kind_is_found_in_its_example_only(key: str) -> None:
    assert concept(CONCEPTS[key].example) == key
    assert concept(CONCEPTS[key].counterexample) != key


@pytest.mark.parametrize("key", RECALL)
def test_a_word_of_recall_recalls_in_its_example_only(key: str) -> None:
    assert recalls(RECALL[key].example)
    assert not recalls(RECALL[key].counterexample)
