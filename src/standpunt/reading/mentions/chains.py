"""Roles, groups and pronouns find whom they mean, in the order of the text; what is left becomes an actor of
its own.

`de minister` is the last minister spoken of, `de bewindsvrouw` the last woman in office, `hij` the nearest
man who fits: the subject of this sentence or the one before, rather the speaker than somebody passed by."""

from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions import offices
from standpunt.reading.mentions.context import Draft
from standpunt.reading.mentions.described import Described
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.words import FAMILIES


class Roles(Described):
    """Resolves what has no name of its own, against the entities of the article."""

    def resolve(self, draft: Draft) -> Entity:
        """The entity of a role, body or group without a name; a new one where none fits."""
        if draft.kind is ActorKind.GROUP:
            return self._counted(draft) or self._joint(draft) or self._group(draft)
        if draft.kind is ActorKind.ORGANISATION:
            return self._body(draft)
        return self._person(draft)

    # ------------------------------------------------------------------------------------------ persons

    def _person(self, draft: Draft) -> Entity:
        described = self._described_person(draft)
        if described is not None:
            return described
        if draft.definite is not False:
            fitting = [entity for entity in self.entities if self._fits(entity, draft)]
            before = [
                entity for entity in fitting if entity.drafts and self._last(entity, draft.first) is not None
            ]
            if before and not any(entity.named for entity in before):
                lately = max(self._last(entity, draft.first) or 0 for entity in before)
                tokens = self.context.tokens
                if tokens[draft.first].sentence - tokens[lately].sentence > 3 and self._variation(draft):
                    before = []
            if any(entity.named for entity in before):
                before = [entity for entity in before if not self._is_anybody(entity)]
            if before:
                base = draft.noun.base if draft.noun is not None else ""
                chosen = max(before, key=lambda e: (base in e.bases, self._last(e, draft.first) or 0))
                others = tuple(dict.fromkeys(entity.name for entity in before)) if len(before) > 1 else ()
                chosen.add(draft, Reason("last one of this role", chosen.name, others))
                return chosen
            variation = self._variation(draft)
            if variation is not None:
                variation.add(draft, Reason("another word for the last speaker", variation.name))
                return variation
            office = draft.noun is not None and draft.noun.family.office
            named = [entity for entity in fitting if entity.named]
            if office and len(named) == 1:
                named[0].add(draft, Reason("the only one of this role in the article", named[0].name))
                return named[0]
            return self._keyed(draft, f"role {draft.role.lower()}", "role")
        return self._new(draft, "role")

    def _is_anybody(self, entity: Entity) -> bool:
        """`Een doelman mag zijn handen gebruiken`: any of them, who is not who came before."""
        return not entity.named and not any(
            d.definite is not False or d.modified or d.source for d in entity.drafts if d.noun is not None
        )

    def _variation(self, draft: Draft) -> Entity | None:
        """`De vakbondsbestuurder stelt`, after a named person of whom no other role is told: who spoke or was
        spoken of last. Not for an office, a relative, or somebody described further (`de eigenaar van het
        café`)."""
        noun, context = draft.noun, self.context
        playing = noun is not None and noun.key in _PLAYING
        if noun is None or not (playing or draft.subject or draft.source):
            return None
        if draft.last > draft.head_last and not playing:
            return None
        if (
            noun.how == "ending"
            and not draft.source
            and not context.tokens[draft.head_first].dep.startswith("nsubj")
        ):
            return None
        if context.tokens[draft.first].lower not in ("de", "het", "deze"):
            return None
        sentence = context.tokens[draft.first].sentence
        former = context.tokens[draft.head_first].lower.startswith(("oud-", "ex-")) or any(
            context.tokens[i].lower.startswith("voormalig") for i in range(draft.first, draft.head_first)
        )
        if noun.family.office and not former:
            return None
        recent = []
        for entity in self.entities:
            place = self._last(entity, draft.first)
            if place is None or entity.kind is not ActorKind.PERSON or not entity.named:
                continue
            if sentence - context.tokens[place].sentence > 4 or _clash(draft.gender, entity.gender):
                continue
            offices_told = [d for d in entity.drafts if d.noun is not None and d.noun.how != "member"]
            if (offices_told or noun.key in _UNNAMED) and not former:
                continue
            gap = sentence - context.tokens[place].sentence
            led = any(
                (d.subject or d.source)
                and d.first <= place
                and context.tokens[d.first].sentence == sentence - gap
                for d in entity.drafts
            )
            recent.append((led - gap if former else -gap, place, entity))
        return max(recent, key=lambda row: row[:2])[2] if recent else None

    def _fits(self, entity: Entity, draft: Draft) -> bool:
        noun = draft.noun
        if entity.kind is not ActorKind.PERSON or noun is None or entity.plural:
            return False
        if _clash(draft.gender, entity.gender):
            return False
        if draft.party and self._party(entity) not in ("", draft.party):
            return False
        covers = noun.family.covers
        if noun.key == "politicus" and noun.how == "member":
            return self._party(entity) == draft.party
        if draft.party and noun.key in _PROMINENT and self._party(entity) == draft.party:
            return True  # `de Groen-topman`, `het D66-kopstuk`
        if "*" in covers:
            if not entity.named and not draft.modified and self._was_subject(entity, draft):
                return True  # `De advocaat ging weg. De man wilde niets zeggen.`
            if draft.modified and entity.named or entity.families - _ANYBODY or entity.person is not None:
                return False
        elif noun.key in entity.families:
            if not any(noun.family.same(noun.base, base) for base in entity.bases):
                return False
        elif not entity.families.intersection(covers):
            return False
        if noun.group == "person" and noun.key in _KIN and entity.role.lower() != draft.role.lower():
            return False
        return self._same_office(entity, draft)

    def _was_subject(self, entity: Entity, draft: Draft) -> bool:
        """Whether somebody was the subject of the sentence before."""
        tokens = self.context.tokens
        here = tokens[draft.first].sentence
        return any(
            d.subject and here - tokens[d.first].sentence == 1 for d in entity.drafts if d.first < draft.first
        )

    def _same_office(self, entity: Entity, draft: Draft) -> bool:
        """A state, field or body in the role must be the entity's own: `de Poolse premier`, `de minister van
        Zorg`."""
        if draft.noun is None or draft.role.lower() == draft.noun.base or not draft.modified:
            return self._rank_fits(entity, draft)
        claim = offices.claim(draft.role, self.context.registry)
        if claim is None or not (claim.field or claim.of):
            return self._rank_fits(entity, draft)
        if entity.person is not None and offices.fits(entity.person, claim, self.context.registry):
            return True
        own = offices.claim(entity.role, self.context.registry) if entity.role else None
        if own is None or own.rank != claim.rank:
            return False
        states = {
            name for name in claim.of if (state := self.context.registry.state(name)) and state.how == "name"
        }
        if claim.of and not own.of and (entity.person is not None or (states and not states & _DOMESTIC)):
            return False
        field_fits = not claim.field or not own.field or set(claim.field.split()) <= set(own.field.split())
        return field_fits and (not claim.of or not own.of or offices.share_owner(claim.of, own.of))

    def _rank_fits(self, entity: Entity, draft: Draft) -> bool:
        """What the article calls somebody goes before what the registry knows of him: while he is called
        `premier` here, he is not `de minister` too."""
        noun = draft.noun
        if noun is None or entity.person is None or not entity.role:
            return True
        called = {
            each.noun.key for each in entity.drafts if each.noun is not None and each.noun.group == "person"
        }
        offices_called = {key for key in called if FAMILIES["person"][key].office}
        others = {key for key in called if noun.key in FAMILIES["person"][key].covers}
        return not offices_called or noun.key in called or bool(others or called & set(noun.family.covers))


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


_PLAYING = frozenset(("sporter", "trainer", "kunstenaar"))
"""Of these the papers seldom repeat the name: `de Nederlandse middenvelder`, `de viervoudig international`."""
_UNNAMED = frozenset(
    (
        "man",
        "vrouw",
        "woordvoerder",
        "verdachte",
        "agent",
        "iemand",
        "vader",
        "moeder",
        "zoon",
        "familie",
        "jurist",
        "getuige",
        "slachtoffer",
        "weggebruiker",
    )
)
_DOMESTIC = frozenset(("Nederland", "België", "Vlaanderen"))
_PROMINENT = frozenset(("chef", "politicus", "nummer"))
_KIN = frozenset(("vader", "moeder", "zoon", "dochter", "familie"))
_ANYBODY = frozenset(("man", "vrouw", "iemand", "verdachte", "bewoner", "familie", *_KIN))
