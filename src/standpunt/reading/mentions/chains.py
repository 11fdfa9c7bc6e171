"""Roles, groups and pronouns find whom they mean, in the order of the text; what is left becomes an actor of
its own.

`de minister` is the last minister spoken of, `de bewindsvrouw` the last woman in office, `hij` the nearest
man who fits: the subject of this sentence or the one before, rather the speaker than somebody passed by."""

from collections import defaultdict
from collections.abc import Iterable

from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions import offices
from standpunt.reading.mentions.context import Context, Draft
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.words import DETERMINERS, FAMILIES, REGIONS
from standpunt.registry import Body, State

_SAME_BODY = {"regering": "kabinet"}
_GENERIC_BODIES = frozenset(
    ("bedrijf", "organisatie", "club", "partij", "kennis", "ministerie", "leger", "gemeente", "politie")
)


class Roles:
    """Resolves what has no name of its own, against the entities of the article."""

    def __init__(self, context: Context, entities: Iterable[Entity]) -> None:
        self.context = context
        self.entities = list(entities)
        self._by_key: dict[str, Entity] = {}
        self._facts = {entity.fact.key: entity for entity in self.entities if entity.fact is not None}

    def resolve(self, draft: Draft) -> Entity:
        """The entity of a role, body or group without a name; a new one where none fits."""
        if draft.kind is ActorKind.GROUP:
            return self._keyed(draft, f"group {self._group_key(draft)}", "group")
        if draft.kind is ActorKind.ORGANISATION:
            return self._body(draft)
        return self._person(draft)

    # ------------------------------------------------------------------------------------------ persons

    def _person(self, draft: Draft) -> Entity:
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
            if before:
                chosen = max(before, key=lambda entity: self._last(entity, draft.first) or 0)
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

    def _variation(self, draft: Draft) -> Entity | None:
        """`De vakbondsbestuurder stelt`, after a named person of whom no other role is told: who spoke or was
        spoken of last. Not for an office, a relative, or somebody described further (`de eigenaar van het
        café`)."""
        noun, context = draft.noun, self.context
        if noun is None or not (draft.subject or draft.source) or draft.last > draft.head_last:
            return None
        if context.tokens[draft.first].lower not in ("de", "het", "deze"):
            return None
        sentence = context.tokens[draft.first].sentence
        former = noun.base.startswith(("oud-", "ex-")) or any(
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
            recent.append((place, entity))
        return max(recent, key=lambda row: row[0])[1] if recent else None

    def _last(self, entity: Entity, before: int) -> int | None:
        """The last place before a token where an entity is mentioned, those inside quotations less."""
        places = [draft.first for draft in entity.drafts if draft.first < before]
        return max(places) if places else None

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
        if "*" in covers:
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

    def _party(self, entity: Entity) -> str:
        return entity.party or (entity.person.party if entity.person is not None else "")

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
        if claim.of and not own.of and (entity.person is not None or not claim.of & _DOMESTIC):
            return False
        field_fits = not claim.field or not own.field or set(claim.field.split()) <= set(own.field.split())
        return field_fits and (not claim.of or not own.of or bool(claim.of & own.of))

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
        return not offices_called or noun.key in called or bool(called.intersection(noun.family.covers))

    # ------------------------------------------------------------------------------------------ bodies, groups

    def _body(self, draft: Draft) -> Entity:
        noun = draft.noun
        if noun is None:
            return self._keyed(draft, f"source {draft.role.lower()}", "source")
        if draft.of and noun.key == "kabinet":
            return self._keyed(draft, f"body kabinet {draft.of}", "body")
        if draft.definite and not draft.modified and noun.key in _GENERIC_BODIES:
            fitting = [
                (last, entity)
                for entity in self.entities
                if self._names_body(entity, noun.key)
                and (last := self._last(entity, draft.first)) is not None
            ]
            if fitting:
                chosen = max(fitting, key=lambda row: row[0])[1]
                if noun.key == "partij":
                    chosen = self._party_meant(draft, chosen)
                chosen.add(draft, Reason("last body of this kind", chosen.name))
                return chosen
        base = _SAME_BODY.get(noun.base, noun.base)
        return self._keyed(draft, f"body {base if not draft.modified else draft.role.lower()}", "body")

    def _party_meant(self, draft: Draft, last: Entity) -> Entity:
        """`De partij` is the subject of its own sentence, else the party of whoever spoke last, else the last
        one."""
        here = self.context.tokens[draft.first].sentence
        spoken: list[tuple[int, str]] = []
        for entity in self.entities:
            for each in entity.drafts:
                gap = here - self.context.tokens[each.first].sentence
                if each.first >= draft.first or gap > 2:
                    continue
                if entity.kind is ActorKind.PARTY and gap == 0 and each.subject:
                    return entity
                if entity.kind is ActorKind.PERSON and each.source and self._party(entity):
                    spoken.append((each.first, self._party(entity)))
        return self._party_named(max(spoken)[1]) if spoken else last

    def _party_named(self, name: str) -> Entity:
        """The party of this name; when the article has it only inside a role, it becomes an actor now."""
        for entity in self.entities:
            if entity.kind is ActorKind.PARTY and entity.name == name:
                return entity
        fact = self.context.registry.body(name)
        party = Entity(
            ActorKind.PARTY, name, f"party {name}", Reason("party of the speaker", name), fact=fact
        )
        self.entities.append(party)
        return party

    def _names_body(self, entity: Entity, key: str) -> bool:
        if key == "partij":
            return entity.kind is ActorKind.PARTY and not all(draft.nested for draft in entity.drafts)
        if entity.kind is not ActorKind.ORGANISATION or not entity.named:
            return False
        own = {each for each in entity.families if each in FAMILIES["collective"]}
        if own:
            return key in own
        if key == "leger":
            return isinstance(entity.fact, Body) and entity.fact.of in _TROUBLED
        company = entity.fact is None or (isinstance(entity.fact, Body) and entity.fact.company)
        return key == "organisatie" or (key in ("bedrijf", "club") and company)

    def _group_key(self, draft: Draft) -> str:
        return name_of(self.context, draft).lower()

    def _keyed(self, draft: Draft, key: str, rule: str) -> Entity:
        entity = self._by_key.get(key)
        if entity is None:
            entity = self._by_key[key] = self._new(draft, rule, key)
        else:
            entity.add(draft, Reason(f"the same {rule}", draft.entry))
        return entity

    def _new(self, draft: Draft, rule: str, key: str = "") -> Entity:
        entity = Entity(
            draft.kind,
            name_of(self.context, draft),
            key or f"{rule} {draft.first}",
            Reason(rule, draft.entry),
            plural=draft.plural,
            gender=draft.gender,
        )
        entity.add(draft, Reason(rule, draft.entry))
        self.entities.append(entity)
        return entity


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _group_name(context: Context, draft: Draft) -> int:
    """Where the name of a group begins: at the adjective right before the noun, at the noun where it is a
    compound with a name in it (`grote Nederlandse tbs-instellingen`)."""
    head = draft.head_first
    before = context.tokens[head - 1] if head > draft.first else None
    if before is None or "-" in context.tokens[head].text or before.pos not in ("ADJ", "PROPN", "VERB"):
        return head
    joined = head - 2 > draft.first and context.tokens[head - 2].lower == "en"
    return head - 3 if joined and context.tokens[head - 3].pos in ("ADJ", "PROPN") else head - 1


def name_of(context: Context, draft: Draft) -> str:
    """What somebody without a name is called: the phrase without its determiner and number words."""
    first = draft.first
    if draft.rule == "inhabitants":
        return draft.role
    if draft.kind is ActorKind.GROUP and draft.noun is not None:
        first = _group_name(context, draft)
    while first < draft.head_first and (
        context.tokens[first].lower in DETERMINERS or context.tokens[first].pos == "NUM"
    ):
        first += 1
    words = context.text(first, draft.last)
    token = context.tokens[first]
    proper = context.registry.state(token.text) is not None or token.lower in REGIONS
    proper = proper or token.text[:2].isupper() or "-" in token.text
    if proper or first not in context.opens or draft.named:
        return words
    return words[0].lower() + words[1:]


def acts(context: Context, entity: Entity) -> bool:
    """Whether an entity says, does or undergoes something here, rather than being a place, a medium or people
    in general."""
    if any(draft.source for draft in entity.drafts):
        return True
    if all(draft.nested for draft in entity.drafts):
        return False
    if entity.kind is ActorKind.STATE:
        return any(not draft.locative for draft in entity.drafts)
    if entity.fact is not None and not isinstance(entity.fact, State) and entity.fact.medium:
        return False
    if any(FAMILIES["collective"][key].medium for key in entity.families & FAMILIES["collective"].keys()):
        return False
    if entity.named or entity.kind in (ActorKind.PARTY, ActorKind.ALLIANCE):
        return True
    draft = entity.drafts[0]
    if entity.kind is ActorKind.GROUP:
        return bool(draft.of) or _has_name(context, draft)
    if entity.kind is ActorKind.ORGANISATION:
        definite = any(d.definite or (d.definite is None and d.subject) for d in entity.drafts)
        return definite and draft.noun is not None and draft.noun.family.acts
    return len([each for each in entity.drafts if each.subject]) > 1 and any(
        each.modified for each in entity.drafts
    )


def _has_name(context: Context, draft: Draft) -> bool:
    return any(
        context.tokens[i].text[0].isupper() and i not in context.opens
        for i in range(draft.first, draft.head_last)
    )


def by_place(entities: Iterable[Entity]) -> dict[int, list[Entity]]:
    """Entities by the sentence-less place of each of their drafts, for look-ups by token."""
    places: dict[int, list[Entity]] = defaultdict(list)
    for entity in entities:
        for draft in entity.drafts:
            places[draft.first].append(entity)
    return places


_UNNAMED = frozenset(
    ("man", "vrouw", "woordvoerder", "verdachte", "agent", "iemand", "vader", "moeder", "zoon", "familie")
)
_TROUBLED = frozenset(("palestina", "libanon", "jemen", "afghanistan", ""))
_DOMESTIC = frozenset(("Nederland", "België", "Vlaanderen"))
_KIN = frozenset(("vader", "moeder", "zoon", "dochter", "familie"))
_ANYBODY = frozenset(("man", "vrouw", "iemand", "verdachte", "bewoner", "familie", *_KIN))
