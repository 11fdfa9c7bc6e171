"""Persons who are described instead of named: `zijn Duitse collega`, `de Belg`, `de twee ministers`."""

from collections import defaultdict
from collections.abc import Iterable

from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions import offices
from standpunt.reading.mentions.collectives import Collectives
from standpunt.reading.mentions.context import Draft
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.naming import SEVERAL
from standpunt.reading.mentions.words import Noun, noun
from standpunt.registry import State

_COLLEAGUES = frozenset(("collega", "ambtgenoot", "ambtsgenoot", "evenknie"))
_NUMBERS = {"twee": 2, "beide": 2, "drie": 3, "vier": 4, "vijf": 5}
_REACH = 5
"""How many sentences back somebody may stand who is described."""


class Described(Collectives):
    """Resolves descriptions against the entities of the article."""

    def _described_person(self, draft: Draft) -> Entity | None:
        """Whom `zijn Duitse collega` or `de Belg` describes; None for every other noun, or where nobody fits."""
        noun = draft.noun
        if noun is None:
            return None
        if noun.how == "inhabitant":
            return self._by_origin(draft) if draft.definite else None
        return self._colleague(draft) if noun.base in _COLLEAGUES and draft.of else None

    def _by_origin(self, draft: Draft) -> Entity | None:
        """`De Belg`: who was spoken of last and is from there, or from nowhere that is told."""
        recent = [
            (self._origin(entity) == draft.of, place, entity)
            for entity, place in self._recent(draft)
            if self._origin(entity) in ("", draft.of)
        ]
        if not recent:
            return None
        chosen = max(recent, key=lambda row: row[:2])[2]
        others = tuple(entity.name for _, _, entity in recent)
        chosen.add(
            draft, Reason("called by where he is from", chosen.name, others if len(others) > 1 else ())
        )
        return chosen

    def _colleague(self, draft: Draft) -> Entity | None:
        """`Zijn Duitse collega`: who holds the office there that the one spoken of last holds here. Where the article
        does not name him the role says which office it is, and the date may tell who held it."""
        state = self.context.registry.by_key(draft.of)
        owners = [
            (place, entity) for entity, place in self._recent(draft) if entity.role and entity.of != draft.of
        ]
        if not owners or not isinstance(state, State):
            return None
        owner = max(owners, key=lambda row: row[0])[1]
        held = offices.claim(owner.role, self.context.registry)
        if held is None:
            return None
        wanted = offices.Claim(held.rank, held.field, frozenset((state.name,)))
        fitting = [
            entity
            for entity in self.entities
            if entity is not owner and entity.kind is ActorKind.PERSON and self._holds(entity, wanted)
        ]
        if len(fitting) == 1:
            fitting[0].add(draft, Reason("colleague", owner.name))
            return fitting[0]
        title = f"{self.context.tokens[draft.head_first - 1].text} {_office(owner.role)}"
        unnamed = self._keyed(draft, f"role {title.lower()}", "role")
        unnamed.role = title
        return unnamed

    def _holds(self, entity: Entity, wanted: offices.Claim) -> bool:
        registry = self.context.registry
        if entity.person is not None and offices.fits(entity.person, wanted, registry):
            return True
        own = offices.claim(entity.role, registry) if entity.role else None
        return own is not None and own.rank == wanted.rank and bool(own.of & wanted.of)

    def _counted(self, draft: Draft) -> Entity | None:
        """`De twee ministers`: exactly as many as were named in this role before; None where there are more or fewer,
        who then stand as candidates."""
        words = [self.context.tokens[i].lower for i in range(draft.first, draft.head_first)]
        number = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
        noun = draft.noun
        if noun is None or not number or draft.last > draft.head_last or words[0] not in ("de", "beide"):
            return None
        if noun.group == "person":
            named = [entity for entity, _ in self._recent(draft) if noun.key in entity.families]
        elif not _of_bodies(noun):
            return None
        else:
            named = self._recent_bodies(draft, noun, number)
        if len(named) != number:
            draft.candidates = tuple(entity.name for entity in named)
            return None
        return self._as_one(draft, named, "as many as were named in this role")

    def _as_one(self, draft: Draft, named: list[Entity], rule: str) -> Entity:
        """Several who are spoken of together."""
        named.sort(key=lambda entity: entity.drafts[0].first)
        names = [entity.name for entity in named]
        words_joined = f"{', '.join(names[:-1])} en {names[-1]}"
        key = f"counted {words_joined}"
        together = self._by_key.get(key)
        if together is None:
            together = Entity(
                ActorKind.GROUP, words_joined, key, Reason("named before", draft.entry), plural=True
            )
            self._by_key[key] = together
            self.entities.append(together)
        together.add(draft, Reason(rule, draft.entry, tuple(names)))
        return together

    def _joint(self, draft: Draft) -> Entity | None:
        """`De partijen`, right after `VVD en D66 zijn tegen`: those who did something together in one of the two
        sentences before; None where they are of another kind."""
        noun, tokens = draft.noun, self.context.tokens
        bare = draft.last == draft.head_last and draft.head_first == draft.first + 1
        if noun is None or not bare or tokens[draft.first].lower != "de" or not _of_bodies(noun):
            return None
        here = tokens[draft.first].sentence
        for entity in reversed(self.entities):
            together = entity.drafts[0] if entity.drafts and entity.drafts[0].rule == SEVERAL else None
            if together is None or not 0 < here - tokens[together.first].sentence <= 2:
                continue
            inside = [e for e in self.entities if any(_within(d, together) for d in e.drafts if d.named)]
            if len(inside) > 1 and all(e.kind in _kinds(noun) for e in inside):
                entity.add(draft, Reason("named together before", entity.name))
                return entity
        parties = self._parties_before(draft) if _kinds(noun) == (ActorKind.PARTY,) else []
        return self._as_one(draft, parties, "named together before") if parties else None

    def _parties_before(self, draft: Draft) -> list[Entity]:
        """Two parties or more that the sentence before, or the one before that, names: `D66 sprak met de VVD`."""
        tokens = self.context.tokens
        here = tokens[draft.first].sentence
        for sentence in (here - 1, here - 2):
            named = [
                entity
                for entity in self.entities
                if entity.kind is ActorKind.PARTY
                and any(tokens[d.first].sentence == sentence and not d.nested for d in entity.drafts)
            ]
            if len(named) > 1:
                return named
        return []

    def _recent_bodies(self, draft: Draft, noun: Noun, number: int) -> list[Entity]:
        """`Beide partijen`, `de twee landen`: the bodies of this kind in the nearest sentence that names so many."""
        tokens = self.context.tokens
        named: dict[int, list[Entity]] = defaultdict(list)
        for entity in self.entities:
            if entity.named and entity.kind in _kinds(noun):
                for place in {
                    tokens[d.first].sentence for d in entity.drafts if d.first < draft.first and not d.nested
                }:
                    named[place].append(entity)
        here = tokens[draft.first].sentence
        rows = [row for place, row in sorted(named.items(), reverse=True) if here - place <= _REACH]
        return next((row for row in rows if len(row) == number), [])

    def _recent(self, draft: Draft) -> Iterable[tuple[Entity, int]]:
        """The named persons of the last sentences with the place of their last mention before the draft."""
        tokens = self.context.tokens
        for entity in self.entities:
            place = self._last(entity, draft.first)
            if place is None or entity.kind is not ActorKind.PERSON or not entity.named:
                continue
            clash = draft.gender and entity.gender and draft.gender != entity.gender
            if tokens[draft.first].sentence - tokens[place].sentence <= _REACH and not clash:
                yield entity, place

    def _origin(self, entity: Entity) -> str:
        """The key of the state that an entity is of, as far as the article or the registry tells."""
        if entity.of or entity.person is None:
            return entity.of
        for office in entity.person.offices:
            state = self.context.registry.state(office.of)
            if state is not None and state.how == "name":
                return state.state.key
        return ""


_ORGANS = frozenset("directie bestuur raad ondernemingsraad afdeling".split())


def _of_bodies(noun: Noun) -> bool:
    """`De bonden`, `de landen`; no `de directies`, which bodies have and are not."""
    return noun.base not in _ORGANS and (noun.group == "collective" or noun.key in ("bestuur", "staten"))


def _within(draft: Draft, whole: Draft) -> bool:
    return whole.first <= draft.first and draft.last <= whole.last and draft is not whole


def _kinds(noun: Noun) -> tuple[ActorKind, ...]:
    """What a plural for bodies may mean."""
    if noun.family.state:
        return (ActorKind.STATE,)
    if noun.base.endswith(("partij", "partijen")):
        return (ActorKind.PARTY,)
    return (ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ALLIANCE)


def _office(role: str) -> str:
    """A role from its noun on: `demissionair minister van Defensie` is a `minister van Defensie`."""
    words = role.split()
    first = next((at for at, word in enumerate(words) if noun(word.lower()) is not None), 0)
    return " ".join((words[first].rpartition("-")[2], *words[first + 1 :]))
