"""How far a person's coding and the machine's agree.

    agreed = agree(golds, store.dossier())
    agreed.alphas["statements"].value, agreed.report.total.lead("statements"), agreed.disagreements

Beside the figures of `scores` stands Krippendorff's alpha for nominal data: 1 where nothing differs, 0 where as much
agrees as would by chance, below that where less does. What it is computed over:

    statements   each word of the texts: whether it is part of what somebody is said to say
    speakers     each statement that both have: who says it
    positions    each actor to whom either gives a statement or position in an article, on each issue of either: his
                 stance there, or none
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import krippendorff

from standpunt.evaluation import Report, found
from standpunt.evaluation.coding import Coding, Gold, Layer
from standpunt.evaluation.comparison import Comparison, compare
from standpunt.evaluation.differences import differences
from standpunt.evaluation.names import Names
from standpunt.model import DatedArticle, Dossier, Span, Stance
from standpunt.store.rows import around

Pair = tuple[Hashable, Hashable]
"""Of one unit the value that the person gives and that of the machine."""

_SIDES = {Stance.SUPPORT: Stance.SUPPORT, Stance.CONDITIONAL: Stance.SUPPORT, Stance.OPPOSE: Stance.OPPOSE}


@dataclass(frozen=True, slots=True)
class Alpha:
    """`value` is None where only one value occurs at all: there is nothing to agree on. `agreed` are so many of the
    `units`."""

    value: float | None
    agreed: int
    units: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What only the `person` has, or only the `machine`, or what `both` have in another way: `label` tells that. It
    stands in `sentence`, empty for what has no place in the text."""

    article: str
    figure: str
    who: str
    label: str
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alphas` are of the layers that the person coded; `disagreements` in the order of the articles and texts."""

    report: Report
    alphas: Mapping[str, Alpha]
    disagreements: tuple[Disagreement, ...]


def agree(golds: Sequence[Gold], dossier: Dossier, *, sides: bool = False) -> Agreement:
    """An article of the dossier is known by its text, which must be the one that was coded; the notes of the report
    tell what is not there. With `sides` the person knew but two stances: what is conditional is for, what takes no side
    is none."""
    actors = {actor.id: actor for actor in dossier.actors}
    by_text = {dated.article.text: dated for dated in dossier.articles}
    comparisons: list[Comparison] = []
    disagreements: list[Disagreement] = []
    notes: list[str] = []
    for gold in golds:
        dated = by_text.get(gold.text)
        if dated is None:
            notes.append(f"{gold.file}: no article of the dossier has this text; it is left out")
            continue
        machine = found.coding(dated, actors, dossier)
        comparison = compare(gold, _sided(machine) if sides else machine)
        comparisons.append(comparison)
        disagreements += _disagreements(comparison, dated)
    alphas = {
        figure: alpha(pairs)
        for figure, layer, pairs in (
            ("statements", Layer.STATEMENTS, [pair for each in comparisons for pair in _words(each)]),
            ("speakers", Layer.STATEMENTS, [pair for each in comparisons for pair in _speakers(each)]),
            ("positions", Layer.POSITIONS, list(_stances(comparisons))),
        )
        if any(layer in each.gold.layers for each in comparisons)
    }
    return Agreement(Report(tuple(comparisons), tuple(notes)), alphas, tuple(disagreements))


def alpha(pairs: Sequence[Pair]) -> Alpha:
    """Krippendorff's, for nominal data and two coders who judge every unit."""
    agreed = sum(one == other for one, other in pairs)
    values = {value: at for at, value in enumerate(dict.fromkeys(value for pair in pairs for value in pair))}
    if len(values) < 2:
        return Alpha(None, agreed, len(pairs))
    judged = [[values[pair[coder]] for pair in pairs] for coder in (0, 1)]
    value = krippendorff.alpha(reliability_data=judged, level_of_measurement="nominal")
    return Alpha(float(value), agreed, len(pairs))


def _sided(coding: Coding) -> Coding:
    """With the sides that its stances take."""
    evidence = {
        (actor, issue, _SIDES[Stance(stance)].value): span
        for (actor, issue, stance), span in coding.evidence.items()
        if stance in _SIDES
    }
    return replace(coding, positions=frozenset(evidence), evidence=evidence)


def _words(comparison: Comparison) -> Iterator[Pair]:
    """Of each word of a text, but those that the person left optional."""
    text, due, given = comparison.text, comparison.gold.coding.statements, comparison.found.statements
    said = text.tokens(span for each in due if not each.optional for span in each.spans)
    free = text.tokens(span for each in due if each.optional for span in each.spans) - said
    machine = text.tokens(span for each in given for span in each.spans)
    return ((word in said, word in machine) for word in range(len(text)) if word not in free)


def _speakers(comparison: Comparison) -> Iterator[Pair]:
    names = Names(comparison.gold.coding)
    return ((names.key(due.label), names.key(given.label)) for due, given, _ in comparison.judged)


def _stances(comparisons: Iterable[Comparison]) -> Iterator[Pair]:
    coded = [each for each in comparisons if Layer.POSITIONS in each.gold.layers]
    issues = sorted({issue for each in coded for side in each.positions for _, issue, _ in side})
    for each in coded:
        names = Names(each.gold.coding)
        said = (*each.gold.coding.statements, *each.found.statements)
        actors = {actor for side in each.positions for actor, *_ in side}
        actors |= {names.key(statement.label) for statement in said if statement.label}
        for actor in sorted(actors):
            for issue in issues:
                one, other = (
                    frozenset(stance for who, of, stance in side if (who, of) == (actor, issue))
                    for side in each.positions
                )
                yield one, other


def _disagreements(comparison: Comparison, dated: DatedArticle) -> Iterator[Disagreement]:
    who = {"missed": "person", "false": "machine"}
    for each in differences(comparison):
        sentence = (
            "" if each.at is None else around(dated, [Span(each.at, each.at + 1)]).of(dated.article.text)
        )
        yield Disagreement(
            each.file,
            each.figure,
            who.get(each.error, "both"),
            each.label,
            each.text,
            " ".join(sentence.split()),
        )
