"""The conditions that actors set on issues, and which of them are one over actors and articles.

    conditions = find(articles, positions, actors, codebook, registry)

Every position that rests on a condition gives one. `grouping` names what it is a condition of (`Amerikaanse steun`).
"""

from collections.abc import Iterable, Mapping
from itertools import groupby

from standpunt.dossier.conditions.grouping import Grouping
from standpunt.dossier.issues.codebook import Codebook
from standpunt.model import Actor, Condition, DatedArticle, Position
from standpunt.registry import Registry

__all__ = ["find"]


def find(
    articles: Iterable[DatedArticle],
    positions: Iterable[Position],
    actors: Mapping[str, Actor],
    codebook: Codebook,
    registry: Registry,
) -> tuple[Condition, ...]:
    """The conditions behind conditional positions, in their order; `articles` are those that have any, in the order in
    which the positions name them, `actors` by their ids."""
    grouping = Grouping(actors, codebook.groups, registry)
    conditional = (position for position in positions if position.condition is not None)
    of_articles = groupby(conditional, key=lambda position: position.article)
    return tuple(
        _condition(position, position.condition or 0, dated, grouping)
        for dated, (_, some) in zip(articles, of_articles, strict=True)
        for position in some
    )


def _condition(position: Position, index: int, dated: DatedArticle, grouping: Grouping) -> Condition:
    stated = dated.reading.conditions[index]
    return Condition(
        actor=position.actor,
        issue=position.issue,
        held=position.held,
        article=position.article,
        span=stated.span,
        group=grouping.name(dated, stated, position.actor),
        list=stated.group,
        must=dated.actors[stated.must] if stated.must is not None else "",
        any=stated.any,
        unless=stated.unless,
        statement=stated.statement,
    )
