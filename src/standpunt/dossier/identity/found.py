"""A chain on its way to an actor: where it stands, what was decided, and why."""

from dataclasses import dataclass, field

from standpunt.dossier.gist import Appearance, Gist
from standpunt.model import Moment, Reason
from standpunt.registry import Person, fold

UNRESOLVED = Reason("unresolved")


@dataclass(slots=True, eq=False)
class Found:
    """A chain with its article, the text that it is a copy of, and what was decided: the key of its actor (empty
    while nothing is) and why."""

    gist: Gist
    chain: Appearance
    original: str
    key: str = ""
    reason: Reason = UNRESOLVED
    person: Person | None = None
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = self.chain.name

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.gist.id

    @property
    def published(self) -> Moment:
        return self.gist.published

    @property
    def words(self) -> tuple[str, ...]:
        """What the article calls it by name."""
        return self.chain.words

    def decide(self, key: str, reason: Reason, person: Person | None = None) -> None:
        self.key, self.reason, self.person = key, reason, person

    def keep_apart(self, reason: Reason) -> None:
        """An actor of this text alone; copies of the text share it."""
        self.decide(f"{self.chain.kind} {fold(self.chain.name)} in {self.original}", reason)
