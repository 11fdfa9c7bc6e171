"""The systems that are compared, each learned on some articles and used on others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from standpunt.evaluation.coding import MarkedStatement
from standpunt.evaluation.scores import Scores, score
from training.attribution import alone, features, logistic
from training.attribution.articles import Annotated

FOLDS = 10
INNER = 4
"""Parts in which the training side is cut again, to choose the least probability that is kept."""
LEAST = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An article with what does not change from fold to fold. `right`: whether each statement of the rules has the
    right words and speaker, None where it fits an optional one; `wanted`: the same of the learner's own spans."""

    article: Annotated
    said: tuple[MarkedStatement, ...]
    rows: tuple[dict[str, float], ...]
    right: tuple[bool | None, ...]
    spans: tuple[alone.Candidate, ...]
    wanted: tuple[bool | None, ...]


System = Callable[[Prepared], list[MarkedStatement]]
Learner = Callable[[Sequence[Prepared]], System]


def prepare(article: Annotated) -> Prepared:
    said, reading = article.statements, article.dated.reading
    judged = {id(each.statement): each.speaker for each in article.compared(said).outcomes}
    spans = alone.candidates(article.analysis)
    return Prepared(
        article,
        said,
        tuple(features.of_statement(article.analysis, reading, each) for each in reading.statements),
        tuple(judged.get(id(each)) for each in said),
        tuple(spans),
        tuple(alone.labels(article, spans)),
    )


def rules(training: Sequence[Prepared]) -> System:
    """Nothing is learned."""
    return lambda each: list(each.said)


def cut_off(training: Sequence[Prepared]) -> System:
    """The rules' statements that the rules themselves are sure enough of: what `--min-confidence` gives."""

    def learn(part: Sequence[Prepared], least: float) -> System:
        return lambda each: [said for said in each.said if said.confidence >= least]

    return learn(training, _best_least(training, learn))


def rescored(training: Sequence[Prepared]) -> System:
    """The rules' statements, all of them, with a learned confidence."""
    return _filter(_fit([e.rows for e in training], [e.right for e in training]), 0.0)


def filtered(training: Sequence[Prepared]) -> System:
    """The rules' statements that are probable enough, with a learned confidence."""

    def learn(part: Sequence[Prepared], least: float) -> System:
        return _filter(_fit([e.rows for e in part], [e.right for e in part]), least)

    return learn(training, _best_least(training, learn))


def without_rules(training: Sequence[Prepared]) -> System:
    """The learner of `alone`."""

    def learn(part: Sequence[Prepared], least: float) -> System:
        model = _fit([[c.features for c in e.spans] for e in part], [e.wanted for e in part])
        return lambda each: alone.chosen(
            each.article,
            each.spans,
            [float(p) for p in model.probabilities([c.features for c in each.spans])],
            least,
        )

    return learn(training, _best_least(training, learn))


SYSTEMS: dict[str, Learner] = {
    "rules": rules,
    "rules, least confidence chosen": cut_off,
    "rules, learned confidence": rescored,
    "rules and learned filter": filtered,
    "learned alone": without_rules,
}


def cross_validated(prepared: Sequence[Prepared], learner: Learner) -> list[list[MarkedStatement]]:
    """What the system says of each article, learned on the articles of the other folds; on all of them for one that
    is only measured."""
    learned = [each for each in prepared if not each.article.measured]
    fold_of = {id(each): place % FOLDS for place, each in enumerate(learned)}
    systems: dict[int, System] = {}
    said = []
    for each in prepared:
        fold = fold_of.get(id(each), -1)
        if fold not in systems:
            systems[fold] = learner([other for other in learned if fold_of[id(other)] != fold])
        said.append(systems[fold](each))
    return said


def _best_least(training: Sequence[Prepared], learn: Callable[[Sequence[Prepared], float], System]) -> float:
    """The least probability with the best end to end F1 inside the training articles; the lowest among equals."""
    totals = dict.fromkeys(LEAST, Scores())
    for fold in range(INNER):
        part = [each for place, each in enumerate(training) if place % INNER != fold]
        system = learn(part, 0.0)
        for each in training[fold::INNER]:
            said = system(each)
            for least in LEAST:
                totals[least] += score(each.article.compared([s for s in said if s.confidence >= least]))
    return max(LEAST, key=lambda least: (totals[least].lead("end to end") or 0.0, -least))


def _fit(
    rows: Sequence[Sequence[dict[str, float]]], labels: Sequence[Sequence[bool | None]]
) -> logistic.Model:
    told = [
        (row, label)
        for of_article, due in zip(rows, labels, strict=True)
        for row, label in zip(of_article, due, strict=True)
        if label is not None
    ]
    return logistic.fit([row for row, _ in told], [label for _, label in told])


def _filter(model: logistic.Model, least: float) -> System:
    def system(each: Prepared) -> list[MarkedStatement]:
        sure = model.probabilities(each.rows)
        return [replace(s, confidence=float(p)) for s, p in zip(each.said, sure, strict=True) if p >= least]

    return system
