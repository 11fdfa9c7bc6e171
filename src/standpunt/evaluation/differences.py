"""What differs between what was found and the gold, each difference in words, in the order of the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from standpunt.evaluation.coding import Layer, Marked, MarkedStatement
from standpunt.evaluation.comparison import Comparison
from standpunt.evaluation.matching import Matched
from standpunt.evaluation.scores import of_date
from standpunt.model import Reason


@dataclass(frozen=True, slots=True)
class Difference:
    """Something `missed`, given falsely (`false`), or given with a wrong `speaker` or `value`.

    `figure` is what it counts in; `label` the speaker, value, kind or stance; `at` its offset in the text, None where
    it has no place there; `why` the rule behind what was given."""

    file: str
    figure: str
    error: str
    label: str
    text: str
    at: int | None = None
    why: Reason | None = None


def differences(comparison: Comparison) -> list[Difference]:
    """Those of one article, in the layers that are judged; what has no place in the text comes first."""
    judged = comparison.gold.layers
    told = [each for layer, each in _all(comparison) if layer in judged]
    return sorted(told, key=lambda each: -1 if each.at is None else each.at)


def _all(comparison: Comparison) -> Iterator[tuple[Layer, Difference]]:
    yield from ((Layer.DATE, each) for each in _date(comparison))
    yield from ((Layer.ACTORS, each) for each in _actors(comparison))
    yield from ((Layer.POSITIONS, each) for each in _positions(comparison))
    yield from (
        (Layer.STATEMENTS, each) for each in _unpaired(comparison, "statements", comparison.statements)
    )
    yield from ((Layer.STATEMENTS, each) for each in _speakers(comparison))
    yield from ((Layer.TIMES, each) for each in _times(comparison))
    yield from (
        (Layer.CONDITIONS, each) for each in _unpaired(comparison, "conditions", comparison.conditions)
    )


def words(comparison: Comparison, mark: Marked) -> str:
    """The words of a mark on one line."""
    text = comparison.gold.text
    return " … ".join(" ".join(span.of(text).split()) for span in mark.spans)


def _unpaired(
    comparison: Comparison, figure: str, matched: Matched[Marked] | Matched[MarkedStatement]
) -> Iterator[Difference]:
    for error, marks in (("missed", matched.missed), ("false", matched.false)):
        for mark in marks:
            yield _of_mark(comparison, figure, error, mark.label, mark)


def _speakers(comparison: Comparison) -> Iterator[Difference]:
    for due, given, right in comparison.judged:
        if not right:
            label = f"{given.label or '-'} (gold: {due.label})"
            yield _of_mark(comparison, "statements", "speaker", label, due, given.why_speaker)


def _times(comparison: Comparison) -> Iterator[Difference]:
    """Of the same words, a value missed and a value given falsely are one wrong value."""
    matched = comparison.times
    false = {mark.spans: mark for mark in matched.false}
    for mark in matched.missed:
        if (given := false.get(mark.spans)) is not None:
            yield _of_mark(comparison, "times", "value", f"{given.label} (gold: {mark.label})", mark)
    wrong = {mark.spans for mark in matched.missed} & false.keys()
    rest = (
        tuple(mark for mark in marks if mark.spans not in wrong) for marks in (matched.missed, matched.false)
    )
    yield from _unpaired(comparison, "times", Matched((), *rest))


def _of_mark(
    comparison: Comparison, figure: str, error: str, label: str, mark: Marked, why: Reason | None = None
) -> Difference:
    if isinstance(mark, MarkedStatement):
        why = why or mark.why
    start = min((span.start for span in mark.spans), default=0)
    return Difference(comparison.gold.file, figure, error, label, words(comparison, mark), start, why)


def _actors(comparison: Comparison) -> Iterator[Difference]:
    gold, found = comparison.actors
    for error, these, those in (("missed", gold, found), ("false", found, gold)):
        for key in sorted(these.keys() - those.keys()):
            yield Difference(comparison.gold.file, "actors", error, "", these[key])


def _positions(comparison: Comparison) -> Iterator[Difference]:
    gold, found = comparison.positions
    coded = comparison.gold.coding.evidence, comparison.found.evidence
    for error, these, those, evidence in (
        ("missed", gold, found, coded[0]),
        ("false", found, gold, coded[1]),
    ):
        for key in sorted(these.keys() - those.keys()):
            actor, issue, stance = these[key]
            place = evidence.get(these[key])
            yield Difference(
                comparison.gold.file,
                "positions",
                error,
                actor,
                f"{issue}: {stance}",
                place.start if place else None,
            )


def _date(comparison: Comparison) -> Iterator[Difference]:
    gold, found = comparison.gold.coding.published, comparison.found.published
    if of_date(gold, found).hit < of_date(gold, found).gold:
        yield Difference(comparison.gold.file, "date", "value", f"{found or '-'} (gold: {gold})", "")
