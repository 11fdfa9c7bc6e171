"""Many readings → one dossier, the steps in order:

    chronology       articles dated, times resolved
    stories          near-copies of one text
    identity         chains → actors
    utterances       the same words in several articles: said once, with several witnesses
    events           what happened or is planned, merged
    positions        with a codebook: who stands where on its issues
    conditions       what must hold, grouped
    shifts, contradictions

    assemble(readings, registry) → Dossier
    code(dossier, codebook, registry) → the same with positions; nothing else is computed again

It can be computed again at any time from the readings, and gives the same whatever order they come in.
"""

from collections.abc import Iterable
from dataclasses import replace

from standpunt.dossier import (
    chronology,
    conditions,
    contradictions,
    events,
    identity,
    positions,
    shifts,
    stories,
    utterances,
)
from standpunt.dossier.cast import acting
from standpunt.dossier.issues import Codebook
from standpunt.dossier.sides import Sides
from standpunt.model import Article, DatedArticle, Dossier, Reading, SetAside
from standpunt.registry import Registry

__all__ = ["acting", "assemble", "code"]


def assemble(
    readings: Iterable[tuple[Article, Reading]], registry: Registry, set_aside: Iterable[SetAside] = ()
) -> Dossier:
    """The dossier of these articles: those in order of date (open ones last, ties by id), actors by
    name, events by day."""
    by_id = sorted(readings, key=lambda pair: pair[0].id)
    moments = chronology.date(by_id, registry)
    dated = sorted(
        ((article, reading, moments[article.id]) for article, reading in by_id),
        key=lambda row: (*row[2].in_time, row[0].id),
    )
    told = stories.gather([(article, published) for article, _, published in dated])
    originals = stories.originals((article for article, _, _ in dated), told)
    actors, of_chains = identity.resolve(dated, registry, originals)
    articles = [
        DatedArticle(
            article, reading, published, chronology.resolve_times(reading, published), of_chains[article.id]
        )
        for article, reading, published in dated
    ]
    return Dossier(
        tuple(articles),
        tuple(sorted(actors, key=lambda actor: (actor.name, actor.id))),
        tuple(sorted(set_aside, key=lambda each: (each.source, each.part))),
        events.gather(articles, registry.calendar),
        stories=told,
        utterances=utterances.gather(articles, told),
    )


def code(made: Dossier, codebook: Codebook, registry: Registry) -> Dossier:
    """A dossier with the positions of its actors on the issues of a codebook, in the place of any that it had."""
    actors = {actor.id: actor for actor in made.actors}
    taken = positions.find(made.articles, codebook)
    sides = Sides(actors, registry)
    return replace(
        made,
        issues=tuple(codebook),
        positions=taken,
        conditions=conditions.find(made.articles, taken, actors, codebook, registry),
        shifts=shifts.find(taken, sides),
        contradictions=contradictions.find(taken, sides),
    )
