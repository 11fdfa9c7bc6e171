"""`standpunt evaluate` gives what `make score` gives: the same numbers and errors, of the same dossier."""

import io
import json
from collections.abc import Callable

import pytest

import reference
from reference import Corpus
from standpunt.export import FORMATS
from standpunt.store import Store


@pytest.mark.parametrize("name", ["seeds", "examples"])
def test_the_figures_of_score_py(name: str, corpus: Callable[[str], Corpus]) -> None:
    score, measured = reference.scorer(), corpus(name)
    report = measured.report
    out = io.StringIO()
    with Store(measured.dossier) as store:
        FORMATS["evaluation"].write(store, out, True)
    lines = {line["file"]: line for line in map(json.loads, out.getvalue().splitlines())}
    theirs = score.score(score.load_gold(measured.gold, measured.texts), lines)
    assert {file: scores.as_json() for file, scores in report.articles.items()} == theirs["articles"]
    assert report.total.as_json() == theirs["total"]
    errors = [each for each in report.differences if each.figure == "statements"]
    assert sorted((each.file, each.error, each.label, each.text) for each in errors) == sorted(
        (each["file"], each["error"], each["speaker"] or "", each["text"]) for each in theirs["errors"]
    )
