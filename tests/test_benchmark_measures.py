"""What the benchmarks of actors count with: measures of coreference, and files of tokens with brackets."""

from pathlib import Path

import pytest
from benchmarks import annotated, identity_chains
from benchmarks.coreference import assignment, b_cubed, ceaf_e, muc

from prose import model
from standpunt.model import Actor, ActorKind, Reason, Span

# The worked example of Pradhan et al. 2014, with their figures.
KEY = [set("abc"), set("defg")]
RESPONSE = [set("ab"), set("cd"), set("fghi")]


@pytest.mark.parametrize(
    ("measure", "recall", "precision"), [(muc, 0.40, 0.40), (b_cubed, 0.42, 0.50), (ceaf_e, 0.65, 0.43)]
)
def test_the_measures_give_the_figures_of_their_authors(measure, recall, precision) -> None:  # type: ignore[no-untyped-def]
    parts = measure(KEY, RESPONSE)
    assert (round(parts.recall, 2), round(parts.precision, 2)) == (recall, precision)


@pytest.mark.parametrize("measure", [muc, b_cubed, ceaf_e])
def test_the_same_clusters_are_all_right(measure) -> None:  # type: ignore[no-untyped-def]
    assert measure(KEY, KEY).f1 == 1.0
    assert measure(KEY, []).f1 == 0.0


def test_an_assignment_takes_each_row_and_column_once() -> None:
    assert assignment([[0.9, 0.8], [0.9, 0.1], [0.2, 0.0]]) == pytest.approx(1.7)
    assert assignment([[0.5, 0.6, 0.1]]) == pytest.approx(0.6)
    assert assignment([]) == 0.0


def test_brackets_may_be_nested_and_closed_in_one_place() -> None:
    spans = [Span(0, 1), Span(2, 3), Span(4, 5)]
    assert sorted(annotated.bracketed(["(1|(2", "1", "2)|(3)|1)"], spans)) == [
        (Span(0, 5), "1"),
        (Span(0, 5), "2"),
        (Span(4, 5), "3"),
    ]


def test_a_file_of_tokens_is_an_article_whose_entities_stand_in_its_text(tmp_path: Path) -> None:
    rows = [
        "1\tAnouk\t(PER\t_",
        "2\tHofstra\tPER)\t_",
        "3\tlacht\t_\t_",
        "4\t.\t_\t_",
        "",
        "5\tZwolle\t(LOC)\t_",
    ]
    (tmp_path / "een.ne").write_text("\n".join(rows), encoding="utf-8")
    ((analysis, found),) = annotated.clin26(tmp_path, model())
    assert analysis.text == "Anouk Hofstra lacht.\nZwolle\n"
    assert {(span.of(analysis.text), kind) for span, kind in found} == {
        ("Anouk Hofstra", "PER"),
        ("Zwolle", "LOC"),
    }


def _answer(entity: str, actor: str, *marks: str) -> identity_chains.Answer:
    label = identity_chains.Label("c001", 0, entity, "person", entity, marks)
    made = Actor(actor, actor, ActorKind.PERSON, Reason("name")) if actor else None
    return identity_chains.Answer(label, made)


def test_pairs_of_labelled_chains_are_counted() -> None:
    some = [_answer("a", "x"), _answer("a", "x"), _answer("a", ""), _answer("b", "x", "shared")]
    assert identity_chains.score(some) == (1, 3, 3, 1)
    assert identity_chains.score(some, lambda label: "shared" in label.marks) == (0, 2, 0, 0)


@pytest.mark.parametrize(
    ("text", "starts"),
    [("De NOP wil dat, aldus de NOP.", [3, 25]), ("NOP-leider Hofstra en NOP’er Bakker van de NOPX", [])],
)
def test_a_labelled_name_stands_as_words_of_its_own(text: str, starts: list[int]) -> None:
    label = identity_chains.Label("c001", 0, "NOP", "party", "nop", ())
    assert [place.start for place in identity_chains.places(label, text)] == starts


def test_the_labels_are_of_articles_with_an_address_and_name_nobody_twice_in_one() -> None:
    labels = identity_chains.labels()
    assert len(labels) == 487
    known = {row["article"]: row["address"] for row in identity_chains.rows("articles.tsv")}
    assert {label.article for label in labels} == known.keys() and len(set(known.values())) == 100
    assert len({(label.article, label.entity) for label in labels}) == len(labels)
