"""Who does not say where he stands: asked but declining, or speaking in an article about the issue without a position.

    silent = find(articles, positions)

An article is about an issue where anybody in it takes a position on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
        if dated.article.id not in stances:
            continue
        speaking = (dated.actors[s.speaker] for s in dated.reading.statements if s.speaker is not None)
        speakers = [actor for actor in dict.fromkeys(speaking) if actor]
        for issue, taken in stances[dated.article.id].items():
            for actor in dict.fromkeys([*speakers, *taken]):
                shown = taken.get(actor, set())
                if shown <= {Stance.DECLINES}:
                    yield Silence(actor, issue, dated.article.id, bool(shown))
