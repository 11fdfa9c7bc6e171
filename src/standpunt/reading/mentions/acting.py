"""Who of an article acts: says, does or undergoes something, rather than being a place, a medium or people in
general."""

from standpunt.model import ActorKind
from standpunt.reading.mentions.context import Context, Draft
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.words import FAMILIES
from standpunt.registry import State


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
