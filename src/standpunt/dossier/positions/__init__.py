"""Who stands where on which issue: the attitudes and conditions of the articles, and a codebook.

    positions = find(articles, codebook)

An attitude tells who wants, rejects or leaves open something (`reading.attitudes`); `topics` finds which issue that is.
On the issues of the policy codebook a trained classifier judges what the rules leave (`learned`).
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from standpunt.dossier.issues.codebook import Codebook
from standpunt.dossier.issues.naming import Naming
from standpunt.dossier.positions import learned
from standpunt.dossier.positions.held import held
from standpunt.dossier.positions.topics import Topic, Topics
from standpunt.model import Attitude, DatedArticle, Position, Span, Stance

__all__ = ["find"]

_DENIED = re.compile(r"\b(?:geen|niet|nooit)\b", re.IGNORECASE)
_OPPOSITE = {Stance.SUPPORT: Stance.OPPOSE, Stance.OPPOSE: Stance.SUPPORT}


def find(articles: Iterable[DatedArticle], codebook: Codebook) -> tuple[Position, ...]:
    """The positions that articles show, in their order and that of their texts."""
    naming, trained = Naming(codebook), learned.known(codebook)
    return tuple(position for dated in articles for position in _of_article(dated, naming, trained))


def _of_article(dated: DatedArticle, naming: Naming, trained: Collection[str]) -> Iterator[Position]:
    topics = Topics(dated, naming)
    found = list(_conditions(dated, topics))
    bound = _bound(dated, found)
    found += [
        _position(dated, attitude, index, topic)
        for index, attitude in enumerate(dated.reading.attitudes)
        if attitude.holder is not None
        and (attitude.stance is Stance.DECLINES or not any(span.contains(attitude.cue) for span in bound))
        for topic in topics.of_attitude(attitude)
    ]
    found += learned.find(dated, trained, found) if trained else ()
    found += _wished(dated, topics, [each for each in found if each.condition is not None])
    yield from sorted(found, key=lambda each: (each.evidence, each.issue, each.stance))


def _wished(dated: DatedArticle, topics: Topics, conditional: Iterable[Position]) -> Iterator[Position]:
    """Who sets as a condition what another issue proposes wants it too: `voorwaarde is dat er geen torens komen`."""
    for each in conditional:
        condition = dated.reading.conditions[each.condition or 0]
        if condition.unless or condition.why.rule not in ("named", "listed"):
            continue
        for topic in topics.inside(condition.span):
            if topic.issue != each.issue:
                denied = bool(_DENIED.search(condition.span.of(dated.article.text))) != topic.against
                yield replace(
                    each,
                    issue=topic.issue,
                    stance=Stance.OPPOSE if denied else Stance.SUPPORT,
                    condition=None,
                )


def _bound(dated: DatedArticle, conditional: Iterable[Position]) -> list[Span]:
    """Where conditions are told and what hangs on them: the `moet` of a condition wishes for nothing else, and who will
    only if it holds does not simply want it."""
    conditions = (
        dated.reading.conditions[each.condition] for each in conditional if each.condition is not None
    )
    return [
        span
        for each in conditions
        for span in (each.marker, *(() if each.demand else (each.span, *each.applies)))
    ]


def _position(dated: DatedArticle, attitude: Attitude, index: int, topic: Topic) -> Position:
    assert attitude.holder is not None
    stance = _OPPOSITE.get(attitude.stance, attitude.stance) if topic.against else attitude.stance
    return Position(
        actor=dated.actors[attitude.holder],
        issue=topic.issue,
        stance=stance,
        held=held(dated, attitude.cue, attitude.statement),
        article=dated.article.id,
        evidence=Span(
            min(attitude.cue.start, attitude.target[0].start), max(attitude.cue.end, attitude.target[-1].end)
        ),
        why=attitude.why,
        near=topic.near,
        statement=attitude.statement,
        attitude=index,
    )


def _conditions(dated: DatedArticle, topics: Topics) -> Iterator[Position]:
    for index, condition in enumerate(dated.reading.conditions):
        for topic in topics.of_condition(condition):
            if condition.holder is not None:
                yield Position(
                    actor=dated.actors[condition.holder],
                    issue=topic.issue,
                    stance=Stance.CONDITIONAL,
                    held=held(dated, condition.span, condition.statement),
                    article=dated.article.id,
                    evidence=condition.span,
                    why=condition.why,
                    near=topic.near,
                    statement=condition.statement,
                    condition=index,
                )
