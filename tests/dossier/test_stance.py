"""The trained classifiers: what they see, what they say, that they say it again, and why."""

from pathlib import Path

import numpy as np
import pytest

from standpunt.dossier.issues import policy
from standpunt.dossier.trained import features, linear, stance, topic, units
from standpunt.dossier.trained.passages import Passage, passage
from standpunt.dossier.trained.stance import LABELS
from standpunt.dossier.trained.tags import tags, terms
from standpunt.errors import GoldError, ModelError

SAYS = {
    ("immigration", "De VVD wil de instroom van asielzoekers beperken."): "R",
    ("immigration", "De VVD pleit voor een humane opvang van vluchtelingen."): "L",
    ("immigration", "De VVD hield donderdag een congres in Den Bosch."): "N",
    ("environment", "De VVD wil meer windmolens op zee en een hogere CO2-heffing."): "L",
    ("eu", "De VVD wil uit de EU stappen."): "R",
    ("housing", "De VVD wil de huren bevriezen en meer sociale huurwoningen bouwen."): "L",
}


def said(sentence: str, party: str = "vvd") -> Passage:
    return passage("", sentence, "", party=party)


@pytest.mark.parametrize(("issue", "sentence"), SAYS)
def test_plain_sentences(issue: str, sentence: str) -> None:
    (found,) = stance.load().judge([said(sentence)], [issue])
    assert found.label == SAYS[issue, sentence]


def test_shares_are_probabilities() -> None:
    issues = [issue.id for issue in policy()]
    passages = [said(sentence) for _, sentence in SAYS for _ in issues]
    for actor in (False, True):
        for found in stance.load().judge(passages, issues * len(SAYS), actor=actor):
            assert found.label in LABELS
            assert all(0 <= share <= 1 for share in found.shares)
            assert sum(found.shares) == pytest.approx(1, abs=1e-5)


def test_the_words_alone_do_not_know_who_speaks() -> None:
    sentence = "De minister noemt de klimaatwet geldverspilling."
    parties = ("groenlinks-pvda", "pvv", "sp")
    told = [passage("", sentence, "", party=party, spans=[(3, 11)]) for party in parties]
    first, *others = stance.load().judge(told, ["environment"] * len(told))
    assert others == [first] * len(others)


def test_with_the_actor_the_party_counts() -> None:
    sentence = "Over het klimaat sprak de VVD gisteren."
    left, right = (
        stance.load().judge([said(sentence.replace("VVD", name), key)], ["environment"], actor=True)[0]
        for name, key in (("GroenLinks", "groenlinks-pvda"), ("PVV", "pvv"))
    )
    assert left.shares[0] > right.shares[0]
    assert left.shares[2] < right.shares[2]


def test_one_at_a_time_or_together_is_the_same() -> None:
    passages = [said(sentence) for _, sentence in SAYS]
    issues = [issue for issue, _ in SAYS]
    together = stance.load().judge(passages, issues)
    alone = [stance.load().judge([p], [i])[0] for p, i in zip(passages, issues, strict=True)]
    assert [each.label for each in together] == [each.label for each in alone]
    np.testing.assert_allclose([each.shares for each in together], [e.shares for e in alone], atol=1e-5)
    assert stance.load().judge(passages, issues) == together


def test_nothing_gives_nothing() -> None:
    assert stance.load().judge([], []) == []
    assert topic.load().about([]) == []


def test_an_empty_sentence_is_judged_too() -> None:
    (found,) = stance.load().judge([passage("", "", "")], ["eu"])
    assert found.label == "N"


def test_the_words_that_decided_stand_in_the_sentence() -> None:
    there = said("De VVD wil de instroom van asielzoekers beperken.")
    told = stance.load().deciding(there, "immigration", "R")
    assert {word for word, _ in told} == set(there.target)
    assert {"instroom", "beperken"} & {word for word, weight in told[:3] if weight > 0}
    assert [abs(weight) for _, weight in told] == sorted((abs(w) for _, w in told), reverse=True)


def test_the_weights_survive_packing() -> None:
    shipped = stance.load()
    again = stance.from_record(shipped.as_record())
    passages, issues = [said(sentence) for _, sentence in SAYS], [issue for issue, _ in SAYS]
    for actor in (False, True):
        one, other = (each.judge(passages, issues, actor=actor) for each in (shipped, again))
        np.testing.assert_allclose([e.shares for e in one], [e.shares for e in other], atol=0.02)


def test_a_model_that_is_not_there_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="make stance"):
        linear.load("geen.xz")


@pytest.mark.parametrize(
    ("sentence", "issue", "row"),
    [
        ("De VVD wil de instroom van asielzoekers beperken.", "immigration", "@ for - ;"),
        ("De VVD is niet tegen windmolens op zee.", "environment", "@ negation against + ;"),
        ("„Wij willen een hof”, zegt Omtzigt.", "government", '" for " ; saying other ;'),
    ],
)
def test_a_sentence_as_tags(sentence: str, issue: str, row: str) -> None:
    assert " ".join(tags(said(sentence).target, terms(issue))) == row


def test_only_two_channels_know_the_party() -> None:
    one, other = (
        features.keys(passage("", "De minister wil een brug.", "", party=party, spans=[(3, 11)]), "eu")
        for party in ("vvd", "volt")
    )
    assert {name for name in one if one[name] != other[name]} <= set(features.OF_ACTOR)


@pytest.mark.parametrize(
    ("sentence", "issue"),
    [
        ("Hij wil minder asielzoekers en strenge grenscontroles.", "immigration"),
        ("De boeren moeten hun veestapel halveren, zegt zij.", "agriculture"),
        ("Zij wil het eigen risico in de zorg afschaffen.", "health"),
        ("Er moeten meer treinen komen en minder wegen.", "infrastructure"),
        ("Zij leest graag een krant bij het ontbijt.", ""),
    ],
)
def test_topics(sentence: str, issue: str) -> None:
    (found,) = topic.load().about([said(sentence)])
    assert found.issue == issue
    assert sum(found.shares.values()) == pytest.approx(1, abs=1e-5)
    assert set(found.shares) == {each.id for each in policy()} | {topic.NONE}


MARKED = (
    '{"unit": "ab-1-VVD", "topic": "EU", "actor": "VVD", "marked": true, "label": "R", "votes": ["R", "N"],'
    ' "text": "Dat is al lang zo.De **VVD** wil minder EU.Zo gaat dat."}'
)


def test_a_marked_unit_is_cut_into_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "units.jsonl"
    path.write_text(MARKED + "\n\n", encoding="utf-8")
    ((unit, record),) = units.read(path)
    assert record["votes"] == ["R", "N"]
    assert (unit.article, unit.issue) == ("ab", "eu")
    there = unit.passage()
    assert " ".join(there.before) == "dat is al lang zo ."
    assert " ".join(there.target) == "de @ wil minder eu ."
    assert " ".join(there.after) == "zo gaat dat ."


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "no unit"),
        ("{}", "no unit"),
        (MARKED.replace('"EU"', '"Sport"'), "unknown topic 'Sport'"),
        (MARKED.replace('"label": "R"', '"label": "Z"'), "unknown label 'Z'"),
    ],
)
def test_a_line_that_is_no_unit_is_named(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "units.jsonl"
    path.write_text(f"{MARKED}\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=fault) as told:
        list(units.read(path))
    assert "line 2" in str(told.value)


def test_what_is_kept_of_words_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linear, "_KEPT", 4)
    judging = stance.from_record(linear.load("stance.xz"))
    issues, passages = [issue for issue, _ in SAYS], [said(sentence) for _, sentence in SAYS]
    together = judging.judge(passages, issues)
    for each, issue, among in [*zip(passages, issues, together, strict=True)] * 2:
        (alone,) = judging.judge([each], [issue])
        assert alone.label == among.label
        assert alone.shares == pytest.approx(among.shares, abs=1e-5)
