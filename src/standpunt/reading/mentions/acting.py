"""Who of an article acts: says, does or undergoes something, rather than being a place, a medium or people in
general.

A source acts, and so do most names. Who has no name acts when the article comes back to him, or makes him the
subject of a clause or what it is done to, unless the noun tells nobody in particular (`mensen`, `de leden`)."""

from standpunt.model import ActorKind
from standpunt.reading.mentions.context import Context, Draft
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.words import FAMILIES, Noun, noun
from standpunt.registry import Body


def acts(context: Context, entity: Entity) -> bool:
    if any(draft.source for draft in entity.drafts):
        return True
    if all(draft.nested for draft in entity.drafts):
        return False
    if entity.kind is ActorKind.STATE:
        return any(_state_acts(context, draft) for draft in entity.drafts)
    if isinstance(entity.fact, Body) and entity.fact.medium:
        return False
    if any(FAMILIES["collective"][key].medium for key in entity.families & FAMILIES["collective"].keys()):
        return False
    if entity.kind is ActorKind.GROUP:
        return _group_acts(context, entity)
    if entity.named or entity.kind in (ActorKind.PARTY, ActorKind.ALLIANCE):
        return True
    found = entity.drafts[0].noun
    if found is None or _is_vague(found):
        return False
    if entity.kind is ActorKind.ORGANISATION:
        return _body_acts(context, entity, found)
    return _person_acts(entity)


def _state_acts(context: Context, draft: Draft) -> bool:
    """Not `in Litouwen`, `dit is niet Polen`, `heel Nederland`, nor the owner of a thing (`de kust van Nederland`)."""
    head = context.tokens[draft.head_first]
    if draft.locative or draft.subject:
        return draft.subject and not draft.locative
    if head.dep == "root" or (draft.first and context.tokens[draft.first - 1].lower == "heel"):
        return False
    owned = head.dep == "nmod" and draft.first and context.tokens[draft.first - 1].lower == "van"
    return not owned or noun(context.tokens[head.head].lower) is not None


def _group_acts(context: Context, entity: Entity) -> bool:
    first = entity.drafts[0]
    if first.rule == "several in one phrase":
        return False  # each of them acts by himself
    if entity.named and first.noun is None:
        return any(draft.subject for draft in entity.drafts)  # `Europa`
    if first.noun is not None and first.noun.key == "staten" and all(d.locative for d in entity.drafts):
        return False
    if first.of or _has_name(context, first):
        return True
    if first.noun is None or _is_vague(first.noun):
        return False
    if len(entity.drafts) > 1:
        return True
    if _counted(context, first):
        return True
    if first.subject:
        return first.definite is None
    return first.definite is True and _undergoes(context, first)


def _counted(context: Context, draft: Draft) -> bool:
    """`enkele schepenen`, `vier fractievoorzitters`: some that could be pointed out."""
    first = context.tokens[draft.first]
    return first.pos == "NUM" or first.lower in _SOME


_SOME = frozenset(
    (
        "enkele",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "tientallen",
        "honderden",
        "zo'n",
        "verschillende",
        "meerdere",
    )
)


def _undergoes(context: Context, draft: Draft) -> bool:
    return context.tokens[draft.head_first].dep in ("obj", "iobj", "obl", "obl:arg", "obl:agent")


def _body_acts(context: Context, entity: Entity, found: Noun) -> bool:
    if found.key == "politie":
        return True  # with an article or without: `meer inzet van politie`
    definite = [
        d
        for d in entity.drafts
        if (d.definite and not _is_inside(context, d))
        or (d.definite is None and d.subject and d.first in context.opens)
    ]
    return bool(definite) and (found.family.acts or any(draft.subject for draft in definite))


def _is_inside(context: Context, draft: Draft) -> bool:
    """`in de gemeente`, `uit de provincie`: where something is."""
    return draft.first > 0 and context.tokens[draft.first - 1].lower in ("in", "binnen", "uit", "buiten")


def _person_acts(entity: Entity) -> bool:
    definite = any(draft.definite for draft in entity.drafts)
    return definite and (len(entity.drafts) > 1 or entity.drafts[0].subject)


def _is_vague(found: Noun) -> bool:
    return "*" in found.family.vague or found.base in found.family.vague


def _has_name(context: Context, draft: Draft) -> bool:
    return any(
        context.tokens[i].text[0].isupper() and i not in context.opens
        for i in range(draft.first, draft.head_last)
    )
