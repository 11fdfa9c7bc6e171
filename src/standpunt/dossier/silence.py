"""Who does not say where he stands: asked but declining, or speaking in an article about the issue without a position.

    silent = find(articles, positions)

An article is about an issue where anybody in it takes a position on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from standpunt.model import DatedArticle, Position, Stance


@dataclass(frozen=True, slots=True)
class Silence:
    """An actor without a position in an article about an issue; `declines` where he was asked."""

    actor: str
    issue: str
    article: str
    declines: bool


def find(articles: Iterable[DatedArticle], positions: Iterable[Position]) -> Iterator[Silence]:
    """In the order of the articles, then of the issues as they come up, then of who speaks first."""
    stances: dict[str, dict[str, dict[str, set[Stance]]]] = defaultdict(dict)
    for each in positions:
        stances[each.article].setdefault(each.issue, {}).setdefault(each.actor, set()).add(each.stance)
    for dated in articles:
        if dated.article.id in stances:
            speaking = (dated.actors[s.speaker] for s in dated.reading.statements if s.speaker is not None)
            yield from within(dated.article.id, speaking, stances[dated.article.id])


def within(
    article: str, speaking: Iterable[str], taken: Mapping[str, Mapping[str, AbstractSet[Stance]]]
) -> Iterator[Silence]:
    """In one article, of those who speak in it, in their order; nobody is empty. `taken` are the stances that it shows,
    by issue and actor."""
    speakers = [actor for actor in dict.fromkeys(speaking) if actor]
    for issue, stances in taken.items():
        for actor in dict.fromkeys([*speakers, *stances]):
            shown = stances.get(actor, set())
            if shown <= {Stance.DECLINES}:
                yield Silence(actor, issue, article, bool(shown))
