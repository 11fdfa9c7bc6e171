"""Articles dated from what their source states, their words, the registry and their neighbours; times
resolved.

    date(articles, registry) → a Moment for each article, with the clues it rests on
    compare(articles, registry, known) → the same, and the Moments by the clues of each alone
    resolve_times(reading, published) → each time expression of the reading against that Moment

Clues are taken in order of weight, and each narrows the days that are left. One that would leave none
contradicts the heavier ones and is set aside. What nothing supports stays open, and the range given is the
whole of what is left.
"""

import datetime
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from standpunt import registry as facts_of
from standpunt.dossier import clues, days
from standpunt.dossier.days import Days
from standpunt.dossier.evidence import RELIABLE, Evidence
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
    return compare(articles, registry or facts_of.load(), {})[0]


def compare(
    articles: Sequence[tuple[Article, Reading]], registry: Registry, known: Mapping[str, Moment]
) -> tuple[dict[str, Moment], dict[str, Moment]]:
    """The Moments by all clues, and those by the clues of each article alone; `known` has the latter of articles that
    are as they were."""
    alone = {
        article.id: known.get(article.id) or weighed(clues.of_article(article, reading, registry))
        for article, reading in articles
    }
    near = _neighbours(articles, alone)
    moments = dict(alone)
    for article, reading in articles:
        if article.id in near:
            found = clues.of_article(article, reading, registry)
            moments[article.id] = weighed([*found, *near[article.id]])
    return moments, alone


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


def _neighbours(
    articles: Sequence[tuple[Article, Reading]], moments: dict[str, Moment]
) -> dict[str, list[Evidence]]:
    """For each article that is dated widely or not at all: what the dated articles say that are versions of its text,
    or that have somebody say the same words."""
    wide = [pair for pair in articles if (moments[pair[0].id].width or _WIDE + 1) > _WIDE]
    dated = [pair for pair in articles if (moments[pair[0].id].width or _WIDE + 1) <= _WIDE]
    if not wide or not dated:
        return {}
    found = _versions([article for article, _ in wide], [article for article, _ in dated], moments)
    for name, clues_of in _same_words(wide, dated, moments).items():
        found.setdefault(name, []).extend(clues_of)
    return found


def _versions(
    wide: Sequence[Article], dated: Sequence[Article], moments: dict[str, Moment]
) -> dict[str, list[Evidence]]:
    holders: dict[int, list[str]] = {}
    shingles: dict[str, int] = {}
    for article in wide:
        own = _shingles(article.text)
        shingles[article.id] = len(own)
        for shingle in own:
            holders.setdefault(shingle, []).append(article.id)
    found: dict[str, list[Evidence]] = {}
    for article in dated:  # by id, so that the clues of each come in one order
        shared = Counter(
            id for shingle in holders.keys() & _shingles(article.text) for id in holders[shingle]
        )
        for id, count in shared.items():
            if count >= max(_COPIED * shingles[id], _FEWEST):
                clue = _copied(moments[article.id], count / shingles[id])
                found.setdefault(id, []).append(clue)
    return found


def _copied(moment: Moment, share: float) -> Evidence:
    """A version of a text is of the same days, give or take a few."""
    wider = replace(moment, evidence=())
    assert wider.earliest and wider.latest
    allowed = days.between(wider.earliest - clues.FEW, wider.latest + clues.FEW)
    return Evidence("version of an article", f"{share:.0%} of the words, {moment}", allowed, 55)


def _same_words(
    wide: Sequence[tuple[Article, Reading]],
    dated: Sequence[tuple[Article, Reading]],
    moments: dict[str, Moment],
) -> dict[str, list[Evidence]]:
    """Eight words in a row of what somebody says, in two articles, were said once, and not long before either. What
    is said over and over is left out."""
    holders: dict[int, list[str]] = {}
    for article, reading in wide:
        for shingle in _said(article, reading):
            holders.setdefault(shingle, []).append(article.id)
    heard: dict[str, list[Moment]] = {}
    for article, reading in dated:
        same = {id for shingle in holders.keys() & _said(article, reading) for id in holders[shingle]}
        for id in same:
            heard.setdefault(id, []).append(moments[article.id])
    found: dict[str, list[Evidence]] = {}
    for id, told in heard.items():
        first = min((moment.earliest for moment in told if moment.earliest), default=None)
        last = max((moment.latest for moment in told if moment.latest), default=None)
        if first and last and last - first <= _REPEATED:
            allowed = days.between(first - _HEARD, last + _HEARD)
            found[id] = [Evidence("same words", f"said too in an article of {first}/{last}", allowed, 28)]
    return found


def _said(article: Article, reading: Reading) -> set[int]:
    pieces = (span.of(article.text) for statement in reading.statements for span in statement.content)
    return set().union(*map(_shingles, pieces))


def _shingles(text: str) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return set(map(hash, zip(*(words[at:] for at in range(_SHINGLE)), strict=False)))
