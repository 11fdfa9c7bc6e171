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

    outline(pile, registry) → Outline: all of it but the words of the articles, which are read where they are needed
    code(outline, codebook, registry) → the same with positions; nothing else is computed again
    assemble(readings, registry) → the Dossier of articles in memory, whole

It can be computed again at any time from the readings, and gives the same whatever order they come in.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from standpunt.dossier import (
    chronology,
    conditions,
    contradictions,
    events,
    gist,
    identity,
    positions,
    shifts,
    stories,
    utterances,
)
from standpunt.dossier.cast import acting
from standpunt.dossier.corrections import Places, Recast, in_order, restance, restate
from standpunt.dossier.gist import Compared, Gist
from standpunt.dossier.issues import Codebook
from standpunt.dossier.outline import Outline, Outlined
from standpunt.dossier.pile import Held, Pile
from standpunt.dossier.positions import taught
from standpunt.dossier.sides import Sides
from standpunt.model import Article, Correction, DatedArticle, Dossier, Moment, Reading, SetAside
from standpunt.registry import Registry

__all__ = ["acting", "assemble", "code", "outline", "outlined"]


def assemble(
    readings: Iterable[tuple[Article, Reading]],
    registry: Registry,
    set_aside: Iterable[SetAside] = (),
    corrections: Sequence[Correction] = (),
) -> Dossier:
    """The dossier of these articles: those in order of date (open ones last, ties by id), actors by
    name, events by day."""
    made = outline(Held(readings), registry, set_aside, corrections)
    said = tuple(utterances.every(made.articles, made.shared))
    return replace(made.made, articles=tuple(made.read(made.articles)), utterances=said)


def outlined(made: Dossier) -> Outline:
    """A dossier that is there."""
    whole = {each.article.id: each for each in made.articles}
    return Outline(
        tuple(map(Outlined.of, made.articles)),
        tuple(each for each in made.utterances if len(each.witnesses) > 1),
        replace(made, articles=(), utterances=()),
        lambda some: (whole[each.id] for each in some),
        anchored=tuple(whole) if made.corrections else (),
    )


def outline(
    pile: Pile,
    registry: Registry,
    set_aside: Iterable[SetAside] = (),
    corrections: Sequence[Correction] = (),
    before: Mapping[str, Compared] = MappingProxyType({}),
) -> Outline:
    """The dossier of the articles of a pile, as `assemble` makes it, in outline. `before` is what was found when they
    were compared before, of those whose text and reading are as they were; the dossier is the same without."""
    known = {id: before[id] for id in pile.ids if id in before}
    alone, near, gists = _dated(pile, registry, known)
    ordered = sorted(gists.values(), key=lambda each: (*each.published.in_time, each.id))
    told, copies = stories.compare(
        [(each.id, each.published) for each in ordered],
        {id: each.copies for id, each in known.items() if each.gist is gists[id]},
        lambda ids: (article for article, _ in pile.read(ids)),
    )
    originals = stories.originals({each.id: each.text_hash for each in ordered}, told)

    anchored = set(pile.anchored([each.anchor for each in corrections])) if corrections else set()
    hung = list(pile.read(each.id for each in ordered if each.id in anchored))
    places = Places(article for article, _ in hung)
    recast = Recast(corrections, places, {article.id: reading for article, reading in hung})
    found, of_chains = identity.resolve(ordered, registry, originals, recast if corrections else None)
    followed = recast.followed(corrections)
    as_found = [
        _whole(article, reading, gists[article.id].published, of_chains[article.id])
        for article, reading in hung
    ]
    restated, actors, lost = restate(as_found, found, followed, places)
    corrected = {
        now.article.id: now
        for was, now in zip(as_found, restated, strict=True)
        if now.reading is not was.reading
    }
    articles = tuple(
        Outlined.of(corrected[each.id]) if each.id in corrected else Outlined(each, of_chains[each.id])
        for each in ordered
    )

    def read(ids: Iterable[str]) -> Iterator[tuple[Article, Reading]]:
        for article, reading in pile.read(ids):
            now = corrected.get(article.id)
            yield article, now.reading if now else reading

    def whole(some: Iterable[Outlined]) -> Iterator[DatedArticle]:
        wanted = list(some)
        for each, (article, reading) in zip(wanted, read(one.id for one in wanted), strict=True):
            yield _whole(article, reading, each.published, each.actors)

    shared = {id: story.id for story in told if len(story.articles) > 1 for id in story.articles}
    said = {
        each.id: (shared.get(each.id, ""), None if each.id in corrected else _speakers(each))
        for each in articles
    }
    spoken, again = utterances.compare(
        articles,
        told,
        {
            id: each
            for id, each in known.items()
            if each.gist is gists[id] and each.speakers and (each.story, each.speakers) == said[id]
        },
        read,
    )
    begun = defaultdict(list)
    for one in spoken:
        begun[one.witnesses[0].article].append(one)
    compared = (
        Compared(
            gists[id], alone[id], near.get(id, ()), copies.get(id, ()), story, speakers, tuple(again.get(id, ())),
            tuple(begun.get(id, ())),
        )
        for id, (story, speakers) in said.items()
    )  # fmt: skip
    return Outline(
        articles,
        spoken,
        Dossier(
            actors=tuple(sorted(actors, key=lambda actor: (actor.name, actor.id))),
            set_aside=tuple(sorted(set_aside, key=lambda each: (each.source, each.part))),
            events=events.gather(articles, registry.calendar),
            stories=told,
            corrections=followed,
            lost=(*recast.lost, *lost),
        ),
        whole,
        corrected.keys(),
        tuple(each.id for each in ordered if each.id in anchored),
        {each.gist.id: each for each in compared if each != known.get(each.gist.id)},
    )


def _dated(
    pile: Pile, registry: Registry, known: Mapping[str, Compared]
) -> tuple[dict[str, Moment], dict[str, tuple[gist.Near, ...]], dict[str, Gist]]:
    """Of each article its Moment by its own clues, the neighbours that tell more, and its gist, with its Moment by
    both."""
    alone = {id: each.alone for id, each in known.items()}
    gists = {id: each.gist for id, each in known.items()}
    for article, reading in pile.read(id for id in pile.ids if id not in known):
        alone[article.id] = chronology.alone(article, reading, registry)
        gists[article.id] = gist.of(article, reading, alone[article.id])
    near = chronology.neighbours(alone, {id: each.near for id, each in known.items()}, pile.read)
    moved = [
        id
        for id in pile.ids
        if near.get(id, ()) != (known[id].near if id in known else ())
        or any(each.article not in known for each in near.get(id, ()))
    ]
    for article, reading in pile.read(moved):
        published = chronology.together(article, reading, registry, near.get(article.id, ()), alone)
        if published != gists[article.id].published:
            gists[article.id] = gist.of(article, reading, published)
    return alone, near, gists


def _whole(article: Article, reading: Reading, published: Moment, actors: tuple[str, ...]) -> DatedArticle:
    times = chronology.resolve_times(reading, published)
    return DatedArticle(article, reading, published, times, actors)


def _speakers(article: Outlined) -> str:
    """A hash of who makes its statements."""
    return hashlib.blake2b("\n".join(article.speakers).encode(), digest_size=8).hexdigest()


def code(made: Outline, codebook: Codebook, registry: Registry) -> Outline:
    """A dossier with the positions of its actors on the issues of a codebook, in the place of any that it had."""
    rest = made.made
    actors = {actor.id: actor for actor in rest.actors}
    order = {each.id: at for at, each in enumerate(made.articles)}
    anchored = list(made.read(made.articles[order[id]] for id in made.anchored))
    places = Places(each.article for each in anchored)
    by_rules = positions.find(made.read(made.articles), codebook)
    names = {actor.id: actor.name for actor in rest.actors}
    issues = [issue.id for issue in codebook]
    corrected, lost = restance(by_rules, anchored, names, issues, rest.corrections, places)
    told, lessons = taught.find(
        lambda: made.read(made.articles), by_rules, corrected, rest.corrections, codebook, places
    )
    taken = in_order((*corrected, *told), order)
    stated = dict.fromkeys(each.article for each in taken if each.condition is not None)
    set_ = made.read(made.articles[order[id]] for id in stated)
    sides = Sides(actors, registry)
    return replace(
        made,
        made=replace(
            rest,
            issues=tuple(codebook),
            blocs=codebook.blocs,
            positions=taken,
            conditions=conditions.find(set_, taken, actors, codebook, registry),
            shifts=shifts.find(taken, sides),
            contradictions=contradictions.find(taken, sides),
            lost=(*rest.lost, *lost),
            taught=lessons,
        ),
    )
