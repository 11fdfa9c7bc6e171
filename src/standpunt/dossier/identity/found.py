"""A chain on its way to an actor: where it stands, what was decided, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from standpunt.model import ActorKind, Article, Chain, MentionForm, Moment, Reading, Reason
from standpunt.registry import Person, fold

UNRESOLVED = Reason("unresolved")


@dataclass(slots=True, eq=False)
class Found:
    """A chain with its article, the text that it is a copy of, and what was decided: the key of its actor (empty
    while nothing is) and why."""

    article: Article
    reading: Reading
    published: Moment
    chain: Chain
    original: str
    key: str = ""
    reason: Reason = UNRESOLVED
    person: Person | None = None
    name: str = field(init=False)
    words: tuple[str, ...] = field(init=False)
    """What the article calls it by name."""

    def __post_init__(self) -> None:
        self.words = tuple(self._words())
        self.name = self.chain.name

    def _words(self) -> Iterator[str]:
        for index in self.chain.mentions:
            mention = self.reading.mentions[index]
            if mention.form is MentionForm.NAME:
                # of several in one phrase, the head is only the word that joins them
                name = mention.span if self.chain.kind is ActorKind.GROUP else mention.head
                yield " ".join(name.of(self.article.text).split())

    def decide(self, key: str, reason: Reason, person: Person | None = None) -> None:
        self.key, self.reason, self.person = key, reason, person

    def keep_apart(self, reason: Reason) -> None:
        """An actor of this text alone; copies of the text share it."""
        self.decide(f"{self.chain.kind} {fold(self.chain.name)} in {self.original}", reason)
