"""The persons whom an article names: which names are one man or woman, and who of the registry that is."""

from collections import defaultdict
from collections.abc import Iterable

from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions import offices
from standpunt.reading.mentions.context import Context, Draft
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.words import (
    COMMON_SURNAMES,
    PARTICLES,
    given,
    is_initials,
    noun,
    strip_genitive,
)
from standpunt.registry import Person, fold


def people(context: Context, drafts: Iterable[Draft]) -> list[Entity]:
    """The persons whom the article names: full names first, then what is short for one of them."""
    named = [draft for draft in drafts if draft.named and draft.kind is ActorKind.PERSON]
    entities: dict[str, Entity] = {}
    short: dict[str, list[Draft]] = defaultdict(list)
    whole = [fold(_words(draft)) for draft in named if _is_full(_words(draft))]
    for draft in named:
        words = _words(draft)
        ends_another = any(
            name.endswith(f" {fold(words)}") for name in whole
        )  # `Hanke Bruins Slot`: `Bruins Slot`
        if _is_full(words) and not ends_another:
            _join(entities, context, draft, words)
        else:
            short[fold(words)].append(draft)
    by_short = _short_forms(entities.values())
    for key in sorted(short):
        for draft in short[key]:
            _resolve_short(context, entities, by_short, short, draft)
    found = list(entities.values())
    for entity in found:
        identify(context, entity)
    return sorted(_merged(found), key=lambda entity: min(draft.first for draft in entity.drafts))


def _words(draft: Draft) -> str:
    name = draft.name
    assert name is not None
    return strip_genitive(name.words)


def _is_full(words: str) -> bool:
    parts = words.split()
    return len(parts) > 1 and parts[0].lower() not in PARTICLES


def _surname(words: str) -> str:
    """The name without its given names: `van der Plas`, `De Wever`."""
    parts = words.split()
    at = 1
    while (
        at < len(parts) - 1
        and parts[at].lower() not in PARTICLES
        and (given(parts[at]) or is_initials(parts[at]))
    ):
        at += 1
    return fold(" ".join(parts[at:]))


def _join(entities: dict[str, Entity], context: Context, draft: Draft, words: str) -> None:
    key = fold(words)
    if (
        key not in entities
        and key.endswith("s")
        and (key[:-1] in entities or context.registry.person(words[:-1]))
    ):
        key, words = key[:-1], words[:-1]
    entity = entities.get(key)
    if entity is None:
        first = words.split()[0]
        gender = given(first)
        entity = entities[key] = Entity(
            ActorKind.PERSON, words, key, Reason("full name"), gender=gender if gender != "x" else ""
        )
    entity.add(draft, Reason("full name"))


def _short_forms(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Under each surname, last word and given name the entities that it may be short for."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        parts = entity.key.split()
        forms = {_surname(entity.name), parts[-1]}
        if "-" in parts[-1]:
            forms.add(parts[-1].split("-")[0])
        if given(entity.name.split()[0]):
            forms.add(parts[0])
        for form in sorted(forms):
            found[form].append(entity)
    return found


def _resolve_short(
    context: Context,
    entities: dict[str, Entity],
    by_short: dict[str, list[Entity]],
    short: dict[str, list[Draft]],
    draft: Draft,
) -> None:
    words = _words(draft)
    key = fold(words)
    forms = [key]
    if key.endswith("s") and len(key) > 3:
        forms.append(key[:-1])
    for form in forms:
        owners = [entity for entity in by_short.get(form, []) if _agrees(entity, draft)]
        if owners:
            owner = _nearest(owners, draft)
            others = tuple(entity.name for entity in owners) if len(owners) > 1 else ()
            owner.add(draft, Reason("short for a full name", owner.name, others))
            return
    form = forms[-1]
    if (
        len(forms) > 1
        and (form in short or context.registry.persons(form))
        and not context.registry.persons(key)
    ):
        key, words = form, words[:-1]
    entity = entities.get(key)
    if entity is None or not _agrees(entity, draft):
        gender = given(words)
        entity = entities[key] = Entity(
            ActorKind.PERSON, words, key, Reason("name"), gender=gender if gender != "x" else ""
        )
    entity.add(draft, Reason("name"))


def _agrees(entity: Entity, draft: Draft) -> bool:
    """Nothing that the draft says speaks against the entity."""
    if draft.gender and entity.gender and draft.gender != entity.gender:
        return False
    return not (draft.party and entity.party and draft.party != entity.party)


def _nearest(owners: list[Entity], draft: Draft) -> Entity:
    """The one named last before the draft, else the one named first after it."""

    def distance(entity: Entity) -> tuple[bool, int]:
        before = [draft.first - each.first for each in entity.drafts if each.first <= draft.first]
        return (not before, min(before) if before else min(each.first for each in entity.drafts))

    return min(owners, key=distance)


def identify(context: Context, entity: Entity) -> None:
    """The person of the registry whom an entity is, when exactly one remains; the name becomes the full usual
    one."""
    registry = context.registry
    person = registry.person(entity.name)
    if person is None and not _is_full(entity.name):
        person = _by_surname(context, entity)
    if person is None:
        return
    entity.person = person
    entity.reason = Reason("registry", person.key)
    entity.name, entity.gender = person.name, person.gender or entity.gender
    for office in person.offices:
        found = noun(registry.title(office.title)[0])
        if found is not None:
            entity.families.add(found.key)
            entity.bases.add(found.base)


def _by_surname(context: Context, entity: Entity) -> Person | None:
    registry = context.registry
    found = [p for p in registry.persons(entity.name) if not entity.gender or p.gender in ("", entity.gender)]
    party = entity.party
    of_party = [p for p in found if not party or p.party in ("", party)]
    claims = [c for c in (offices.claim(d.role, registry) for d in entity.drafts if d.role) if c is not None]
    fitting = [p for p in of_party or found if any(offices.fits(p, c, registry) for c in claims)]
    if claims and not fitting:
        fitting = [p for p in found if party and p.party == party]
    if not fitting and (claims or not of_party):  # `Rutte (Lokaal Duin)` is another one
        entity.candidates = tuple(p.name for p in found)
        return None
    found = of_party or found
    if fitting:
        found = fitting
    elif fold(entity.name) in COMMON_SURNAMES and not party:
        entity.candidates = tuple(p.name for p in found)
        return None
    if len(found) > 1:
        heads = [p for p in found if offices.prominent(p)]
        entity.candidates = tuple(p.name for p in found)
        found = heads if len(heads) == 1 else []
    return found[0] if found else None


def _merged(entities: list[Entity]) -> list[Entity]:
    """Entities that turned out to be one: the same person of the registry, or initials that fit a given
    name."""
    kept: list[Entity] = []
    for entity in entities:
        same = next((each for each in kept if _is_same(each, entity)), None)
        if same is None:
            kept.append(entity)
            continue
        for draft in entity.drafts:
            same.add(draft, draft.reason or entity.reason)
        same.families |= entity.families
        same.bases |= entity.bases
        if len(entity.name) > len(same.name) and same.person is None:
            same.name = entity.name
        same.drafts.sort(key=lambda draft: draft.first)
    return kept


def _is_same(one: Entity, other: Entity) -> bool:
    if one.person is not None or other.person is not None:
        return one.person is other.person
    if not (_is_full(one.name) and _is_full(other.name)) or _surname(one.name) != _surname(other.name):
        return False
    first, second = one.name.split()[0], other.name.split()[0]
    initials = is_initials(first) or is_initials(second)
    return initials and first[0] == second[0]
