"""Who of an article acts: says, does or undergoes something, rather than being a place, a medium or people in
general.

A source acts, and so do most names. Who has no name acts when the article comes back to him, or makes him the
subject of a clause or what it is done to, unless the noun tells nobody in particular (`mensen`, `de leden`)."""

from standpunt.model import ActorKind
from standpunt.reading.mentions.context import Context, Draft
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.naming import SEVERAL
from standpunt.reading.mentions.words import FAMILIES, WORKS, Noun, noun
from standpunt.registry import Body


def acts(context: Context, entity: Entity) -> bool:
    if all(context.beside(draft.first) for draft in entity.drafts):
        return False
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
    if entity.kind is ActorKind.ORGANISATION and entity.fact is None and _is_medium(entity.name):
        return False
    told = entity.named or (entity.kind is ActorKind.GROUP and entity.drafts[0].modified)
    if not told and all(context.heads(draft.first) for draft in entity.drafts):
        return False  # `Vlaamse rederij vreest`: the article says below who that is
    if entity.kind is ActorKind.GROUP:
        return _group_acts(context, entity)
    if entity.families & _TERRITORIES and all(_is_there(context, draft) for draft in entity.drafts):
        return False  # `in de provincie Flevoland`, `op het ministerie`
    if entity.named or entity.kind in (ActorKind.PARTY, ActorKind.ALLIANCE):
        return True
    found = entity.drafts[0].noun
    if found is None or (_is_vague(found) and not _is_part(context, entity.drafts[0])):
        return False
    if entity.kind is ActorKind.ORGANISATION:
        return _body_acts(context, entity, found)
    return _person_acts(context, entity)


def _is_medium(name: str) -> bool:
    """`Omroep Zwin`, `Dagblad van het Zwin`, `Radio Zwin`, `Zwin FM`."""
    words = name.lower().split()
    kind = noun(words[0])
    return (
        words[0] in _AIR
        or words[-1] in _AIR
        or kind is not None
        and kind.group == "collective"
        and kind.family.medium
    )


_AIR = frozenset(("fm", "radio", "tv"))
_TERRITORIES = frozenset(("gemeente", "ministerie"))


def _is_there(context: Context, draft: Draft) -> bool:
    return draft.locative or (draft.first > 0 and context.tokens[draft.first - 1].lower == "op")


def _state_acts(context: Context, draft: Draft) -> bool:
    """Not `in Litouwen`, `dit is niet Polen`, `heel Nederland`, nor the owner of a thing (`de kust van Nederland`)."""
    if (
        draft.first > 1
        and context.tokens[draft.first - 1].lower == "van"
        and (context.tokens[draft.first - 2].lower in WORKS)
    ):
        return False  # `de Ronde van Italië`
    if draft.locative or draft.subject:
        return draft.subject and not draft.locative
    if _is_named_for_example(context, draft):
        return False  # `in landen zoals Frankrijk en Spanje`
    root = context.tokens[draft.head_first].dep == "root"
    if root or (draft.first and context.tokens[draft.first - 1].lower == "heel"):
        return False
    return not _owns(context, draft)


def _is_named_for_example(context: Context, draft: Draft) -> bool:
    """Behind `zoals`, or listed with what stands there."""
    tokens, at = context.tokens, draft.first
    while at > 1 and tokens[at - 1].lower in (",", "en", "of") and tokens[at - 2].text[0].isupper():
        at -= 2
    return at > 0 and tokens[at - 1].lower == "zoals"


def _owns(context: Context, draft: Draft) -> bool:
    """`de kust van Nederland`, `de agenda van het parlement`: who only has a thing, and no people."""
    head = context.tokens[draft.head_first]
    owned = head.dep == "nmod" and draft.first > 0 and context.tokens[draft.first - 1].lower == "van"
    return owned and noun(context.tokens[head.head].lower) is None


def _group_acts(context: Context, entity: Entity) -> bool:
    first = entity.drafts[0]
    if first.rule == SEVERAL or entity.key.startswith("counted "):
        return False  # each of them acts by himself
    if any(token.lower == "beide" for token in context.tokens[first.first : first.head_first]):
        return False
    if entity.named and first.noun is None:
        return any(draft.subject for draft in entity.drafts)  # `Europa`
    if (
        first.noun is not None
        and first.noun.key == "staten"
        and all(_is_inside(context, d) for d in entity.drafts)
    ):
        return False
    if _stands_for(context, first):
        return False  # `vertegenwoordigers van Egypte en Israël`: the states act
    if first.of or _has_name(context, first):
        return True
    if first.noun is None or _is_vague(first.noun):
        return False
    spoken_about = first.noun.key in _PUBLIC and all(
        _relation(context, draft) == "nmod" for draft in entity.drafts
    )
    if spoken_about:
        return False  # `een maximum van tweehonderd nareizigers`, `het recht van huurders`
    if all(_is_example(context, draft) for draft in entity.drafts):
        return False
    if len(entity.drafts) > 1 or _counted(context, first):
        return True
    if first.subject:
        return context.tokens[first.first].lower not in _POINTING
    return first.definite is True and _undergoes(context, first)


def _is_example(context: Context, draft: Draft) -> bool:
    """`artsen, apothekers en andere zorgverleners`: only the last of them says who is meant."""
    tokens, at = context.tokens, draft.last
    while at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].pos == "NOUN":
        at += 2
    following = [token.lower for token in tokens[at : at + 2]]
    return following in (["en", "andere"], ["en", "overige"])


_PUBLIC = frozenset(("bewoner", "iemand", "mensen", "familie", "onderwijzer"))
"""People as a policy or a plan speaks of them."""


def _counted(context: Context, draft: Draft) -> bool:
    """`enkele schepenen`, `vier fractievoorzitters`: some that could be pointed out."""
    words = context.tokens[draft.first : draft.head_first]
    amount = draft.first > 0 and context.tokens[draft.first - 1].lower in ("aantal", "tal", "handvol", "paar")
    return amount or any(word.pos == "NUM" or word.lower in _SOME for word in words)


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
        "andere",
        "verschillende",
        "meerdere",
    )
)


_POINTING = frozenset(("die", "deze", "beide"))
"""Before words for people who were spoken of already."""


def _stands_for(context: Context, draft: Draft) -> bool:
    """Whether a plural only lends its voice to the states or bodies that it is of."""
    lends = draft.noun is not None and draft.noun.base in _VOICES
    after = context.tokens[draft.head_last] if draft.head_last < len(context.tokens) else None
    return lends and not draft.source and after is not None and after.lower in ("van", "namens")


_VOICES = frozenset(("vertegenwoordiger", "woordvoerder", "leider", "leiders", "afgevaardigde", "delegatie"))


def _undergoes(context: Context, draft: Draft) -> bool:
    return _relation(context, draft) in ("obj", "iobj", "obl", "obl:arg", "obl:agent")


def _relation(context: Context, draft: Draft) -> str:
    """How the parse takes a phrase, or the first of the list in which it stands."""
    token = context.tokens[draft.head_first]
    while token.dep == "conj" and token.head < token.index:
        token = context.tokens[token.head]
    return token.dep


def _body_acts(context: Context, entity: Entity, found: Noun) -> bool:
    if found.key == "politie":
        return True  # with an article or without: `meer inzet van politie`
    if any(context.tokens[draft.head_first].dep == "obl:agent" for draft in entity.drafts):
        return True
    definite = [
        d
        for d in entity.drafts
        if (d.definite and not _is_inside(context, d) and (found.key == "oppositie" or not _owns(context, d)))
        or (d.definite is None and d.subject and d.first in context.opens)
    ]
    return bool(definite) and (found.family.acts or any(draft.subject for draft in definite))


def _is_inside(context: Context, draft: Draft) -> bool:
    """`in de gemeente`, `uit de provincie`, `naar sommige landen`: where something is."""
    return draft.first > 0 and context.tokens[draft.first - 1].lower in _WHERE


_WHERE = frozenset(("in", "binnen", "uit", "buiten", "naar", "vanuit", "langs", "rond"))


def _person_acts(context: Context, entity: Entity) -> bool:
    if any(context.tokens[draft.head_first].dep == "obl:agent" for draft in entity.drafts):
        return True  # `gekocht door een handelaar`
    first = entity.drafts[0]
    definite = any(draft.definite for draft in entity.drafts)
    if not definite:
        return first.subject and _has_name(context, first)  # `een Zwolse ondernemer vroeg`
    return len(entity.drafts) > 1 or first.subject or _heads_a_body(context, first)


def _heads_a_body(context: Context, draft: Draft) -> bool:
    """`met de directeur van de Dienst Duinbeheer`: who can be only one."""
    behind = context.tokens[draft.head_last : draft.last]
    office = draft.noun is not None and draft.noun.family.office
    return office and any(token.text[0].isupper() for token in behind) and _undergoes(context, draft)


def _is_part(context: Context, draft: Draft) -> bool:
    """`de rest van de oppositie`, `een meerderheid van de raad`: those of a body who are meant."""
    behind = context.tokens[draft.head_last : draft.last]
    kinds = [found for token in behind if (found := noun(token.lower)) is not None]
    return any(found.group == "collective" and found.family.acts for found in kinds)


def _is_vague(found: Noun) -> bool:
    return "*" in found.family.vague or found.base in found.family.vague


def _has_name(context: Context, draft: Draft) -> bool:
    """`Palestijnse gevangenen`, `inwoners van de gemeente Zwolle`; behind another preposition stands a place."""
    after = context.tokens[draft.head_last].lower if draft.head_last < draft.last else ""
    return any(
        context.tokens[i].text[0].isupper() and i not in context.opens
        for i in range(draft.first, draft.last if after == "van" else draft.head_last)
    )
