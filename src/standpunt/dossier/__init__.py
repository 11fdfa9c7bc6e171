"""Many readings → one dossier, the steps in order:

    chronology       articles dated, times resolved
    stories          near-copies of one text
    identity         chains → actors
    corrections      what people said otherwise, of actors in identity, of statements here, of stances in positions
    utterances       the same words in several articles: said once, with several witnesses
    events           what happened or is planned, merged
    positions        with a codebook: who stands where on its issues
    conditions       what must hold, grouped
    shifts, contradictions

    assemble(readings, registry) → Dossier
    code(dossier, codebook, registry) → the same with positions; nothing else is computed again

It can be computed again at any time from the readings, and gives the same whatever order they come in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

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
from standpunt.dossier.corrections import Places, Recast, in_order, restance, restate
from standpunt.dossier.issues import Codebook
from standpunt.dossier.positions import taught
from standpunt.dossier.sides import Sides
from standpunt.model import Article, Compared, Correction, DatedArticle, Dossier, Reading, SetAside, Story
from standpunt.registry import Registry

__all__ = ["acting", "assemble", "code"]


def assemble(
    readings: Iterable[tuple[Article, Reading]],
    registry: Registry,
    set_aside: Iterable[SetAside] = (),
    corrections: Sequence[Correction] = (),
    before: Mapping[str, Compared] = MappingProxyType({}),
) -> Dossier:
    """The dossier of these articles: those in order of date (open ones last, ties by id), actors by
    name, events by day. `before` is what was found when they were compared before, of those whose text and reading are
    as they were; the dossier is the same without."""
    by_id = sorted(readings, key=lambda pair: pair[0].id)
    moments, alone = chronology.compare(by_id, registry, {id: each.alone for id, each in before.items()})
    dated = sorted(
        ((article, reading, moments[article.id]) for article, reading in by_id),
        key=lambda row: (*row[2].in_time, row[0].id),
    )
    told, copies = stories.compare(
        [(article, published) for article, _, published in dated],
        {id: each.copies for id, each in before.items() if each.published == moments.get(id)},
    )
    originals = stories.originals((article for article, _, _ in dated), told)
    places = Places(article for article, _, _ in dated)
    recast = Recast(corrections, places, {article.id: reading for article, reading, _ in dated})
    found, of_chains = identity.resolve(dated, registry, originals, recast if corrections else None)
    as_found = [
        DatedArticle(
            article, reading, published, chronology.resolve_times(reading, published), of_chains[article.id]
        )
        for article, reading, published in dated
    ]
    corrected = recast.followed(corrections)
    articles, actors, lost = restate(as_found, found, corrected, places)
    said = _statements(articles, as_found, told)
    spoken, again = utterances.compare(
        articles,
        told,
        {
            id: each.said
            for id, each in before.items()
            if each.speakers is not None
            and (each.story, each.speakers) == said.get(id)
            and each.published == moments[id]
        },
    )
    return Dossier(
        tuple(articles),
        tuple(sorted(actors, key=lambda actor: (actor.name, actor.id))),
        tuple(sorted(set_aside, key=lambda each: (each.source, each.part))),
        events.gather(articles, registry.calendar),
        stories=told,
        utterances=spoken,
        corrections=corrected,
        lost=(*recast.lost, *lost),
        compared={
            id: Compared(alone[id], moments[id], copies.get(id, ()), *said[id], tuple(again.get(id, ())))
            for id in moments
        },
    )


def _statements(
    articles: Sequence[DatedArticle], as_found: Sequence[DatedArticle], told: Iterable[Story]
) -> dict[str, tuple[str, tuple[str, ...] | None]]:
    """The story of each article that has copies, and who makes its statements; None where people corrected them."""
    shared = {id: story.id for story in told if len(story.articles) > 1 for id in story.articles}
    return {
        each.article.id: (
            shared.get(each.article.id, ""),
            utterances.speakers(each) if each.reading is found.reading else None,
        )
        for each, found in zip(articles, as_found, strict=True)
    }


def code(made: Dossier, codebook: Codebook, registry: Registry) -> Dossier:
    """A dossier with the positions of its actors on the issues of a codebook, in the place of any that it had."""
    actors = {actor.id: actor for actor in made.actors}
    places = Places(dated.article for dated in made.articles)
    by_rules = positions.find(made.articles, codebook)
    corrected, lost = restance(
        by_rules,
        made.articles,
        {actor.id: actor.name for actor in made.actors},
        [issue.id for issue in codebook],
        made.corrections,
        places,
    )
    told, lessons = taught.find(made.articles, by_rules, corrected, made.corrections, codebook, places)
    taken = in_order((*corrected, *told), made.articles)
    sides = Sides(actors, registry)
    return replace(
        made,
        issues=tuple(codebook),
        blocs=codebook.blocs,
        positions=taken,
        conditions=conditions.find(made.articles, taken, actors, codebook, registry),
        shifts=shifts.find(taken, sides),
        contradictions=contradictions.find(taken, sides),
        lost=(*made.lost, *lost),
        taught=lessons,
    )
