"""Somebody of one article while the chains are being built, and how names become one of them."""

from dataclasses import dataclass, field

from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions.context import Draft
from standpunt.registry import Body, Person, State

_RELATIVE = frozenset(
    ("collega", "ambtgenoot", "ambtsgenoot", "evenknie", "partijgenoot", "partijgenote", "voorganger", "voorgangster",
     "opvolger", "opvolgster", "rivaal", "rivale", "bondgenoot", "tegenstander", "concurrent", "plaatsgenoot",
     "landgenoot")
)  # fmt: skip
_ANYBODY = frozenset(("man", "vrouw", "iemand"))


@dataclass(slots=True, eq=False)
class Entity:
    """One actor of the article; `families` are the kinds of roles that it has (`minister`, `trainer`)."""

    kind: ActorKind
    name: str
    key: str
    reason: Reason
    drafts: list[Draft] = field(default_factory=list)
    families: set[str] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)
    role: str = ""
    party: str = ""
    of: str = ""
    gender: str = ""
    plural: bool = False
    person: Person | None = None
    fact: State | Body | None = None
    candidates: tuple[str, ...] = ()

    def add(self, draft: Draft, reason: Reason) -> None:
        self.drafts.append(draft)
        draft.reason = reason
        if draft.noun is not None and draft.noun.group in ("person", "collective"):
            self.families.add(draft.noun.key)
            self.bases.add(draft.noun.base)
        called = draft.noun.key if draft.noun is not None else ""
        if draft.noun is not None and draft.noun.base in _RELATIVE:
            pass  # `haar Nederlandse collega Hofstra`: what he is to another is no office of his
        elif called in _ANYBODY and self.named and self.drafts[:-1]:
            pass  # `de man achter het plan`
        elif len(draft.role) > len(self.role) and (draft.named or not self.role):
            self.role = draft.role if self.kind is ActorKind.PERSON else self.role
        self.party = self.party or draft.party
        self.of = self.of or draft.of
        self.gender = self.gender or draft.gender

    @property
    def named(self) -> bool:
        return any(draft.named for draft in self.drafts)
