"""Articles dated from what their source states, their words, the registry and their neighbours; times
resolved.

    date(articles, registry) → a Moment for each article, with the clues it rests on:
        alone(article, reading, registry) → by its own clues
        neighbours(moments, known, read) → which others those have whom these leave undated
        together(article, reading, registry, neighbours, moments) → by both
    resolve_times(reading, published) → each time expression of the reading against that Moment

Clues are taken in order of weight, and each narrows the days that are left. One that would leave none
contradicts the heavier ones and is set aside. What nothing supports stays open, and the range given is the
whole of what is left.
"""

import datetime
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from standpunt import registry as facts_of
from standpunt.dossier import clues, days
from standpunt.dossier.days import Days
from standpunt.dossier.evidence import RELIABLE, Evidence
from standpunt.dossier.gist import Near
from standpunt.dossier.pile import Held, Read
from standpunt.model import Article, Clue, Moment, Reading, ResolvedTime
from standpunt.reading import times
from standpunt.registry import Registry

_WIDE = 31
"""Days: a Moment that is wider looks to its neighbours in the dossier."""
_SHINGLE = 8
"""Words in a row that two articles share by copying and hardly by chance."""
_HEARD = datetime.timedelta(14)
"""Days between an article that passes words on and another that does."""
_REPEATED = datetime.timedelta(60)
"""Days over which words are told that are said again and again."""
_FEWEST = 20
"""Shingles that a version shares at the least: short articles are alike by their set phrases."""
_COPIED = 0.25
"""The share of an article's shingles from which on it is a version of the other."""


def date(articles: Sequence[tuple[Article, Reading]], registry: Registry | None = None) -> dict[str, Moment]:
    """The Moment of each article by its id, the same whatever order they come in."""
    pile, facts = Held(articles), registry or facts_of.load()
    moments = {article.id: alone(article, reading, facts) for article, reading in articles}
    near = neighbours(moments, {}, pile.read)
    return moments | {
        article.id: together(article, reading, facts, near[article.id], moments)
        for article, reading in pile.read(near)
    }


def alone(article: Article, reading: Reading, registry: Registry) -> Moment:
    """By the clues of the article itself."""
    return weighed(clues.of_article(article, reading, registry))


def together(
    article: Article,
    reading: Reading,
    registry: Registry,
    near: Iterable[Near],
    moments: Mapping[str, Moment],
) -> Moment:
    """By these and by what its neighbours say, whose own Moments are given."""
    own = clues.of_article(article, reading, registry)
    return weighed([*own, *_versions(near, moments), *_same_words(near, moments)])


def resolve_times(reading: Reading, published: Moment) -> tuple[ResolvedTime, ...]:
    """The times of a reading against the Moment of its article, one for each, in order."""
    return times.resolve_all(reading.times, published, attach=True)


def weighed(evidence: Iterable[Evidence]) -> Moment:
    """The days that the clues leave, heavier ones first; evidence that says nothing more is kept out."""
    left = days.ALL
    kept: list[Evidence] = []
    for clue in sorted(evidence, key=lambda clue: (-clue.weight, clue.rule, clue.span or (0, 0), clue.words)):
        narrower = left & clue.days
        if narrower and narrower != left and _confidence({one.rule for one in (*kept, clue)}) >= SURE:
            left = narrower
            kept.append(clue)
    if not kept:
        return Moment()
    earliest, latest = days.bounds(left)
    earliest = earliest if earliest and earliest > days.FIRST + _EDGE else None
    latest = latest if latest and latest < days.LAST - _EDGE else None
    if earliest is latest is None:
        return Moment()  # a weekday in some year or other
    return Moment(earliest, latest, tuple(_shown(clue, left) for clue in kept))


_EDGE = datetime.timedelta(4400)
"""Days from the edges of the calendar: a clue that leaves these bounds no side."""
SURE = 0.9
"""No clue is taken that would make it less likely than this that the range given holds the day."""


def confidence(moment: Moment) -> float:
    """How likely it is that an article's Moment holds the day of publication, by the kinds of its clues; 1 for one that
    excludes nothing."""
    return _confidence({clue.rule for clue in moment.evidence})


def _confidence(rules: Iterable[str]) -> float:
    """Kinds of clues fail apart from each other; two of one kind fail together."""
    return math.prod(RELIABLE[rule] for rule in rules)


def _shown(clue: Evidence, left: Days) -> Clue:
    """A clue with the days around the outcome that it allows."""
    first, last = days.around(clue.days, left) if clue.days & left == left else days.bounds(clue.days)
    return Clue(clue.rule, clue.words, first, last, clue.span)


# ------------------------------------------------------------------------------------------ neighbours


def neighbours(
    moments: Mapping[str, Moment], known: Mapping[str, Sequence[Near]], read: Read
) -> dict[str, tuple[Near, ...]]:
    """For each article that is dated widely or not at all, by the Moments of each alone: the dated articles that are
    versions of its text, or that have somebody say the same words, by their ids; nothing for one that has none.
    `known` has those of articles that are as they were: two of them are not set beside each other again."""
    wide = [id for id, moment in moments.items() if (moment.width or _WIDE + 1) > _WIDE]
    dated = moments.keys() - wide
    found = {
        id: [each for each in known[id] if each.article in known and each.article in dated]
        for id in wide
        if id in known
    }
    fresh = [id for id in wide if id not in known]
    kept = sorted(found)
    for one, other in _beside(fresh, sorted(dated), read):
        found.setdefault(one.id, []).extend(_near(one, other))
    for other, one in _beside(sorted(dated - known.keys()), kept, read):
        found[one.id].extend(_near(one, other))
    return {id: tuple(sorted(near)) for id, near in found.items() if near}


class _Words(NamedTuple):
    """Runs of words of an article: all, and those that somebody says in it."""

    id: str
    text: AbstractSet[int]
    said: AbstractSet[int]


def _beside(some: Sequence[str], others: Sequence[str], read: Read) -> Iterator[tuple[_Words, _Words]]:
    """Each of some articles with each of the others that has a run of words in common with it."""
    if not some or not others:
        return
    held, holders = dict[str, _Words](), defaultdict[int, list[str]](list)
    for each in map(_words, read(some)):
        held[each.id] = each
        for shingle in each.text | each.said:
            holders[shingle].append(each.id)
    for other in map(_words, read(others)):
        for id in {id for shingle in (other.text | other.said) & holders.keys() for id in holders[shingle]}:
            yield held[id], other


def _near(one: _Words, other: _Words) -> Iterator[Near]:
    """What of a dated article tells something of the day of another."""
    shared = len(one.text & other.text)
    copied = shared / len(one.text) if shared >= max(_COPIED * len(one.text), _FEWEST) else 0.0
    heard = not one.said.isdisjoint(other.said)
    if copied or heard:
        yield Near(other.id, copied, heard)


def _words(read: tuple[Article, Reading]) -> _Words:
    article, reading = read
    return _Words(article.id, _shingles(article.text), _said(article, reading))


def _versions(near: Iterable[Near], moments: Mapping[str, Moment]) -> Iterator[Evidence]:
    return (_copied(moments[each.article], each.copied) for each in near if each.copied)


def _copied(moment: Moment, share: float) -> Evidence:
    """A version of a text is of the same days, give or take a few."""
    wider = replace(moment, evidence=())
    assert wider.earliest and wider.latest
    allowed = days.between(wider.earliest - clues.FEW, wider.latest + clues.FEW)
    return Evidence("version of an article", f"{share:.0%} of the words, {moment}", allowed, 55)


def _same_words(near: Iterable[Near], moments: Mapping[str, Moment]) -> Iterator[Evidence]:
    """Eight words in a row of what somebody says, in two articles, were said once, and not long before either. What
    is said over and over is left out."""
    told = [moments[each.article] for each in near if each.heard]
    first = min((moment.earliest for moment in told if moment.earliest), default=None)
    last = max((moment.latest for moment in told if moment.latest), default=None)
    if first and last and last - first <= _REPEATED:
        allowed = days.between(first - _HEARD, last + _HEARD)
        yield Evidence("same words", f"said too in an article of {first}/{last}", allowed, 28)


def _said(article: Article, reading: Reading) -> set[int]:
    pieces = (span.of(article.text) for statement in reading.statements for span in statement.content)
    return set().union(*map(_shingles, pieces))


def _shingles(text: str) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return set(map(hash, zip(*(words[at:] for at in range(_SHINGLE)), strict=False)))
