"""Near-copies: one story, in the words of an agency or a sister paper, printed by several outlets.

    gather(articles with their dates) → stories, in the order of the articles
    compare(articles with their dates, known) → the same, and the pairs by which they are

Two articles are near-copies when they have enough five-word runs of their lead and body in common (the Jaccard index:
runs in both, of the runs in either), and can have been published within a week of each other. MinHash finds the pairs
that are worth comparing, so that the time grows with the number of articles and not with its square; whether a pair is
one is then counted exactly.
"""

import heapq
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from datasketch import MinHash, MinHashLSH

from standpunt.dossier.grouping import Days, Pair, join, near
from standpunt.model import Article, Moment, Reason, Role, Story

ALIKE = 0.4
"""The likeness from which on two articles are copies. A copy cut to two fifths of its length, with no word changed, is
that alike; so is one as long in which one word in nine was changed, every change breaking five runs. Articles on one
subject by two reporters share quotations and set phrases, and stay below a tenth."""
WINDOW = 7
"""Days within which copies are published; the weekly column or the yearly report that repeats itself is another."""
_RUN = 5
"""Words: runs of fewer are shared by chance, runs of more are broken too often by small changes."""
_FEWEST = 20
"""Runs that two different texts share at the least: short ones are alike by their set phrases."""
_BANDS, _ROWS = 64, 3
"""Of MinHash: a pair of likeness 0.4 is compared with a chance of 98%, of 0.5 with 99.98%; one of 0.05 of 1%."""
_TOLD = (Role.LEAD, Role.BODY)
"""Headlines are each paper's own; captions and boilerplate come with the page."""


Copies = tuple[tuple[str, float], ...]
"""The ids of the near-copies of an article, with the likeness."""


def gather(articles: Sequence[tuple[Article, Moment]]) -> tuple[Story, ...]:
    """The stories of articles with the moments of their publication, given in the order of the dossier."""
    return compare(articles, {})[0]


def compare(
    articles: Sequence[tuple[Article, Moment]], known: Mapping[str, Copies]
) -> tuple[tuple[Story, ...], Mapping[str, Copies]]:
    """The stories, and the copies of each article that has any. `known` has those of articles whose text and moment are
    as they were: two of them are not compared again."""
    days = [Days.of(published) for _, published in articles]
    place = {article.id: at for at, (article, _) in enumerate(articles)}
    pairs = {
        Pair(place[id], place[other], likeness)
        for id, copies in known.items()
        for other, likeness in copies
        if other in known and id in place and place[id] < place.get(other, -1)
    }
    fresh = {at for id, at in place.items() if id not in known}
    pairs.update(_pairs([article for article, _ in articles], days, fresh))
    made = []
    for group, least in join(days, pairs, WINDOW):
        ids = tuple(articles[at][0].id for at in group)
        made.append(Story(f"{ids[0]}-s", ids, _reason(len(ids), least)))
    copies: dict[str, Copies] = defaultdict(tuple)
    for pair in sorted(pairs):
        one, other = articles[pair.one][0].id, articles[pair.other][0].id
        copies[one] += ((other, pair.likeness),)
        copies[other] += ((one, pair.likeness),)
    return tuple(made), copies


def likeness(one: Article, other: Article) -> float:
    """The share of five-word runs that two articles have in common, by which they are near-copies from `ALIKE` on."""
    return _likeness(_runs(one), _runs(other))


def originals(articles: Iterable[Article], stories: Iterable[Story]) -> dict[str, str]:
    """For the id of each article the `text_hash` of the first one in its story."""
    hashes = {article.id: article.text_hash for article in articles}
    return {id: hashes[story.articles[0]] for story in stories for id in story.articles}


def _reason(articles: int, least: float) -> Reason:
    if articles == 1:
        return Reason("no near-copy")
    return Reason("near-copies", f"{least:.0%}")


def _runs(article: Article) -> frozenset[int]:
    """A hash, the same on every machine, for each run of words; a text of fewer words is one run."""
    told = [block.span.of(article.text) for block in article.blocks if block.role in _TOLD]
    words = re.findall(r"\w+", " ".join(told or [article.text]).casefold())
    runs = zip(*(words[at:] for at in range(_RUN)), strict=False) if len(words) > _RUN else [words]
    return frozenset([zlib.crc32(" ".join(run).encode()) for run in runs])


def _pairs(articles: Sequence[Article], days: Sequence[Days], fresh: AbstractSet[int]) -> Iterator[Pair]:
    """Articles that are alike enough, one of them fresh. They are taken by their first day, and forgotten once none can
    be near."""
    held: dict[int, frozenset[int]] = {}
    sketch = MinHash(_BANDS * _ROWS, hashfunc=int)
    index = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
    leaving: list[tuple[int, int]] = []
    for at in sorted(near(days, fresh, WINDOW), key=lambda at: (days[at], at)):
        own = _runs(articles[at])
        first = days[at].earliest.toordinal()
        while leaving and leaving[0][0] < first:
            _, gone = heapq.heappop(leaving)
            index.remove(gone)
            del held[gone]
        sketched = sketch.copy()
        sketched.update_batch(sorted(own))
        for other in index.query(sketched):
            likeness = _likeness(held[other], own) if at in fresh or other in fresh else 0.0
            if likeness >= ALIKE:
                yield Pair(min(other, at), max(other, at), likeness)
        held[at] = own
        index.insert(at, sketched)
        heapq.heappush(leaving, (days[at].latest.toordinal() + WINDOW, at))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    if one == other:
        return 1.0
    shared = len(one & other)
    return shared / len(one | other) if shared >= _FEWEST else 0.0
