"""What a condition is a condition of, under one name over actors and articles: `Amerikaanse steun`.

The name is made of the kind of thing asked for (`concepts.nl.toml`) and whose it is: a state by its adjective, anybody
else behind `van`. Where no kind fits, the clause is its own name. People name groups in their codebook, and those come
first:

    [[group]]
    name = "Amerikaanse steun"
    words = ["back-up", "steun van de VS"]     # a clause that holds one of these
"""

import re
from collections.abc import Mapping, Sequence

from standpunt import lexicon
from standpunt.dossier.issues.codebook import Group
from standpunt.model import Actor, ActorKind, ConditionMention, DatedArticle
from standpunt.registry import Registry, State, fold

FILE = "concepts.nl.toml"


class Concept(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of thing that is asked for, by the beginnings of its words."""

    words: tuple[str, ...]


CONCEPTS = lexicon.read(__package__, FILE, {"concept": Concept})["concept"]
_PATTERNS = {
    key: re.compile(r"(?<!\w)(?:" + "|".join(re.escape(fold(word)) for word in entry.words) + ")")
    for key, entry in CONCEPTS.items()
}
# Who may give or do what is asked; a group without a name asks for nothing in particular.
_GIVES = frozenset(
    (ActorKind.STATE, ActorKind.ALLIANCE, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.PERSON)
)


def concept(clause: str) -> str:
    """The kind that a clause asks for, empty where none fits."""
    return next((key for key, found in _PATTERNS.items() if found.search(fold(clause))), "")


class Grouping:
    """Names the group of each condition; `groups` are those that people named."""

    def __init__(self, actors: Mapping[str, Actor], groups: Sequence[Group], registry: Registry) -> None:
        self._actors = actors
        self._groups = groups
        self._registry = registry

    def name(self, dated: DatedArticle, condition: ConditionMention, holder: str) -> str:
        """The name of the group of a condition that `holder` sets."""
        clause = " ".join(condition.span.of(dated.article.text).split())
        for group in self._groups:
            if any(fold(word) in fold(clause) for word in group.words):
                return group.name
        kind = concept(clause)
        if not kind:
            return clause
        state = self._state(clause)
        if state is not None and state.adjectives:
            return f"{state.adjectives[-1]} {kind}"
        whose = self._whose(dated, condition, holder)
        return f"{kind} van {whose.name}" if whose is not None else kind

    def _state(self, clause: str) -> State | None:
        """The first state that a clause names, by its name, its adjective or its people."""
        for word in re.findall(r"\w[\w'-]*", clause):
            found = self._registry.state(word) if word[:1].isupper() else None
            if found is not None:
                return found.state
        return None

    def _whose(self, dated: DatedArticle, condition: ConditionMention, holder: str) -> Actor | None:
        """Who must meet it, else whoever the clause names first, other than who sets it."""
        chains = [condition.must] if condition.must is not None else []
        chains += [
            m.chain for m in dated.reading.mentions if condition.span.contains(m.span) and m.chain is not None
        ]
        found = (self._actors.get(dated.actors[chain]) for chain in chains)
        return next((a for a in found if a is not None and a.id != holder and a.kind in _GIVES), None)
