"""Who is who in an archive of which it is known: how often two mentions that are made one are one, and found.

    python -m benchmarks.identity [MENTIONS]

Of all pairs of mentions, precision is the share of those put together that are of one person, recall the share of those
of one person that are put together; what stays unresolved counts as apart. The time for a mention in the whole archive
is set against that in one of 10,000 mentions, made in the same way, in the same run.
"""

import gc
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable

from benchmarks.known_people import Known, archive
from standpunt import registry
from standpunt.dossier import gist, identity
from standpunt.model import Actor


def resolved(
    given: list[Known], facts: registry.Registry
) -> tuple[tuple[Actor, ...], list[tuple[int, str]], float]:
    """The actors; for each mention the person and the id of the actor; processor seconds."""
    gists = [gist.of(one.article, one.reading, one.published) for one in given]
    gc.collect()
    start = time.process_time()
    actors, of_chains = identity.resolve(gists, facts)
    taken = time.process_time() - start
    pairs = [
        (who, actor) for one in given for who, actor in zip(one.who, of_chains[one.article.id], strict=True)
    ]
    return actors, pairs, taken


def scores(pairs: Iterable[tuple[int, str]]) -> tuple[float, float]:
    """Pairwise precision and recall."""
    both, person, actor = Counter(pairs), Counter[int](), Counter[str]()
    for (who, found), number in both.items():
        person[who] += number
        actor[found] += number
    right = _pairs(both)
    return right / _pairs(actor), right / _pairs(person)


def _pairs(groups: Counter[Hashable] | Counter[int] | Counter[str] | Counter[tuple[int, str]]) -> int:
    return sum(number * (number - 1) // 2 for number in groups.values())


def main(number: int) -> None:
    facts = registry.load()
    small, large = list(archive(10_000)), list(archive(number))
    resolved(small[:100], facts)
    _, pairs, few = resolved(small, facts)
    print(f"{len(pairs):,} mentions: precision %.4f, recall %.4f" % scores(pairs))
    actors, pairs, many = resolved(large, facts)
    print(f"{len(pairs):,} mentions: precision %.4f, recall %.4f" % scores(pairs))
    print(f"{len({who for who, _ in pairs}):,} people, {len(actors):,} actors")
    told = few / 10_000, many / len(pairs)
    print(f"{1000 * told[1]:.3f} ms a mention, {told[1] / told[0]:.2f} times that of 10,000")
    by_rule = defaultdict(list)
    for actor in actors:
        by_rule[actor.reason.rule].append(actor)
    for rule, group in sorted(by_rule.items(), key=lambda each: -len(each[1])):
        print(f"{len(group):7,} actors: {rule}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
