"""Near-copies: one story, in the words of an agency or a sister paper, printed by several outlets.

    gather(articles with their dates) → stories, in the order of the articles
    compare(dates, known, texts) → the same, and the pairs by which they are

Two articles are near-copies when they have enough five-word runs of their lead and body in common (the Jaccard index:
runs in both, of the runs in either), and can have been published within a week of each other. MinHash finds the pairs
that are worth comparing, so that the time grows with the number of articles and not with its square; whether a pair is
one is then counted exactly.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from datasketch import MinHash, MinHashLSH

from standpunt.dossier.grouping import Days, Pair, Sweep, join, near
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

Texts = Callable[[Iterable[str]], Iterable[Article]]
"""The articles of these ids, in their order."""


_ALONE = Reason("no near-copy")


def gather(articles: Sequence[tuple[Article, Moment]]) -> tuple[Story, ...]:
    """The stories of articles with the moments of their publication, given in the order of the dossier."""
    by_id = {article.id: article for article, _ in articles}
    dated = [(article.id, published) for article, published in articles]
    return compare(dated, {}, lambda ids: (by_id[id] for id in ids))[0]


def compare(
    dated: Sequence[tuple[str, Moment]], known: Mapping[str, Copies], texts: Texts
) -> tuple[tuple[Story, ...], Mapping[str, Copies]]:
    """The stories, and the copies of each article that has any. `dated` are the ids of the articles with the moments of
    their publication, in the order of the dossier; `known` has the copies of those whose text and moment are as they
    were: two of them are not compared again."""
    days = [Days.of(published) for _, published in dated]
    place = {id: at for at, (id, _) in enumerate(dated)}
    pairs = {
        Pair(place[id], place[other], likeness)
        for id, copies in known.items()
        for other, likeness in copies
        if other in known and id in place and place[id] < place.get(other, -1)
    }
    fresh = {at for id, at in place.items() if id not in known}
    pairs.update(_pairs(dated, days, fresh, texts))
    groups = list(join(days, pairs, WINDOW))
    joined = {at for group, _ in groups for at in group}
    groups += [([at], 1.0) for at in range(len(dated)) if at not in joined]
    made = []
    for group, least in sorted(groups):
        ids = tuple(dated[at][0] for at in group)
        made.append(Story(f"{ids[0]}-s", ids, _reason(len(ids), least)))
    copies: dict[str, Copies] = defaultdict(tuple)
    for pair in sorted(pairs):
        one, other = dated[pair.one][0], dated[pair.other][0]
        copies[one] += ((other, pair.likeness),)
        copies[other] += ((one, pair.likeness),)
    return tuple(made), copies


def likeness(one: Article, other: Article) -> float:
    """The share of five-word runs that two articles have in common, by which they are near-copies from `ALIKE` on."""
    return _likeness(_runs(one), _runs(other))


def originals(hashes: Mapping[str, str], stories: Iterable[Story]) -> dict[str, str]:
    """For the id of each article that has copies the `text_hash` of the first one of its story; `hashes` are those of
    all articles."""
    return {
        id: hashes[story.articles[0]] for story in stories if len(story.articles) > 1 for id in story.articles
    }


def _reason(articles: int, least: float) -> Reason:
    if articles == 1:
        return _ALONE
    return Reason("near-copies", f"{least:.0%}")


def _runs(article: Article) -> frozenset[int]:
    """A hash, the same on every machine, for each run of words; a text of fewer words is one run."""
    told = [block.span.of(article.text) for block in article.blocks if block.role in _TOLD]
    words = re.findall(r"\w+", " ".join(told or [article.text]).casefold())
    runs = zip(*(words[at:] for at in range(_RUN)), strict=False) if len(words) > _RUN else [words]
    return frozenset([zlib.crc32(" ".join(run).encode()) for run in runs])


def _pairs(
    dated: Sequence[tuple[str, Moment]], days: Sequence[Days], fresh: AbstractSet[int], texts: Texts
) -> Iterator[Pair]:
    """Articles that are alike enough, one of them fresh. They are taken by their first day, and forgotten once none can
    be near."""
    held: dict[int, frozenset[int]] = {}
    sketch = MinHash(_BANDS * _ROWS, hashfunc=int)
    index = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))

    def forget(at: int) -> None:
        index.remove(at)
        del held[at]

    sweep = Sweep(WINDOW, forget)
    order = sorted(near(days, fresh, WINDOW), key=lambda at: (days[at], at))
    for at, article in zip(order, texts(dated[at][0] for at in order), strict=True):
        sweep.take(at, days[at])
        own = _runs(article)
        sketched = sketch.copy()
        sketched.update_batch(sorted(own))
        for other in index.query(sketched):
            likeness = _likeness(held[other], own) if at in fresh or other in fresh else 0.0
            if likeness >= ALIKE:
                yield Pair(min(other, at), max(other, at), likeness)
        held[at] = own
        index.insert(at, sketched)


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    if one == other:
        return 1.0
    shared = len(one & other)
    return shared / len(one | other) if shared >= _FEWEST else 0.0
