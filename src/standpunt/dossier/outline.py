"""A dossier without the words of its articles: what is held while one of many is made, and written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from standpunt.dossier import gist
from standpunt.dossier.gist import Compared, Gist
from standpunt.model import DatedArticle, Dossier, Moment, Utterance


@dataclass(frozen=True, slots=True, eq=False)
class Outlined:
    """An article; `actors` has for each of its chains the id of the actor."""

    gist: Gist
    actors: tuple[str, ...]

    @classmethod
    def of(cls, dated: DatedArticle) -> "Outlined":
        return cls(gist.of(dated.article, dated.reading, dated.published, dated.times), dated.actors)

    @property
    def id(self) -> str:
        return self.gist.id

    @property
    def published(self) -> Moment:
        return self.gist.published

    @property
    def speakers(self) -> tuple[str, ...]:
        """The id of the actor who makes each statement, empty where he is not known."""
        return tuple(self.actors[chain] if chain is not None else "" for chain in self.gist.speakers)


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """`made` is all of a dossier but its articles and utterances; `articles` are in its order, `shared` are the
    utterances of several witnesses. `read` gives some of the articles whole, in the order in which they are asked for.
    `corrected` are the ids of those whose reading people's corrections changed, `anchored` of those that corrections
    hang on. `compared` has, by the ids of articles, what of what was found by comparing is new."""

    articles: tuple[Outlined, ...]
    shared: tuple[Utterance, ...]
    made: Dossier
    read: Callable[[Iterable[Outlined]], Iterator[DatedArticle]]
    corrected: AbstractSet[str] = frozenset()
    anchored: tuple[str, ...] = ()
    compared: Mapping[str, Compared] = field(default_factory=dict)
