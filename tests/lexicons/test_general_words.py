"""Every word that names no issue by itself, by its own example: it is read as what it is, and no draft rests on it."""

import pytest

from prose import model
from standpunt.dossier.issues.spoken import GENERAL, may_name
from standpunt.language import pipeline


@pytest.mark.parametrize("key", GENERAL["noun"])
def test_a_general_noun_names_no_issue(key: str) -> None:
    (doc,) = pipeline.parse(model(), [GENERAL["noun"][key].example])
    assert [token.pos_ for token in doc if token.lemma_ == key] == ["NOUN"]
    assert not any(may_name(token) for token in doc)


@pytest.mark.parametrize("key", GENERAL["verb"])
def test_a_general_verb_stands_with_what_may_name_one(key: str) -> None:
    (doc,) = pipeline.parse(model(), [GENERAL["verb"][key].example])
    assert [token.text for token in doc if may_name(token)] == ["brug"]
    assert any(token.lemma_.replace("_", "") == key for token in doc)
