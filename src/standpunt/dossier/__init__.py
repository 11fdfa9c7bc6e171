"""Many readings → one dossier: articles dated, chains made actors, in that order.

    assemble(readings) → Dossier

It can be computed again at any time from the readings, and gives the same whatever order they come in.
"""

import datetime
from collections.abc import Iterable

from standpunt.dossier import chronology, identity
from standpunt.dossier.cast import acting
from standpunt.model import Article, DatedArticle, Dossier, Moment, Reading, SetAside
from standpunt.registry import Registry

__all__ = ["acting", "assemble"]


def assemble(
    readings: Iterable[tuple[Article, Reading]], registry: Registry, set_aside: Iterable[SetAside] = ()
) -> Dossier:
    """The dossier of these articles: those in order of date (open ones last, ties by id), actors by name."""
    ordered = sorted(readings, key=lambda pair: pair[0].id)
    moments = chronology.date(ordered, registry)
    dated = [(article, reading, moments[article.id]) for article, reading in ordered]
    actors, of_chains = identity.resolve(dated, registry)
    articles = [
        DatedArticle(
            article, reading, published, chronology.resolve_times(reading, published), of_chains[article.id]
        )
        for article, reading, published in dated
    ]
    return Dossier(
        tuple(sorted(articles, key=lambda each: (*_in_time(each.published), each.article.id))),
        tuple(sorted(actors, key=lambda actor: (actor.name, actor.id))),
        tuple(sorted(set_aside, key=lambda each: (each.source, each.part))),
    )


def _in_time(published: Moment) -> tuple[bool, datetime.date, datetime.date]:
    """By the first day on which it can have been published, then by the last; what is open comes last."""
    first, last = published.earliest or published.latest, published.latest or published.earliest
    return first is None, first or datetime.date.max, last or datetime.date.max
