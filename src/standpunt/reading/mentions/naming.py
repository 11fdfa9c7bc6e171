"""What an article calls those who have no name of their own: a group, a body, several in one phrase."""

from collections.abc import Sequence

from standpunt.model import ActorKind
from standpunt.reading.mentions.context import Context, Draft
from standpunt.reading.mentions.words import DETERMINERS, REGIONS

_EMPTY = frozenset(
    (
        "hele",
        "gehele",
        "voltallige",
        "volledige",
        "huidige",
        "zogeheten",
        "zogenaamde",
        "toenmalige",
        "meer",
        "minder",
    )
)


def _group_name(context: Context, draft: Draft) -> int:
    """Where the name of a group begins: at the adjective right before the noun, at the noun where it is a
    compound with a name in it (`grote Nederlandse tbs-instellingen`)."""
    head = draft.head_first
    before = context.tokens[head - 1] if head > draft.first else None
    if before is not None and (before.lower in _EMPTY or before.has("Degree=Sup")):
        return head
    if before is not None and before.lower == "beide":
        return head - 1
    if before is None or "-" in context.tokens[head].text or before.pos not in ("ADJ", "PROPN", "VERB"):
        return head
    joined = head - 2 > draft.first and context.tokens[head - 2].lower == "en"
    return head - 3 if joined and context.tokens[head - 3].pos in ("ADJ", "PROPN") else head - 1


def names_of(context: Context, drafts: Sequence[Draft]) -> str:
    """What several in one phrase are called: as it stands, people without their titles."""
    words = [
        context.text(draft.head_first, draft.head_last)
        if draft.named and draft.kind is ActorKind.PERSON
        else context.text(draft.first, draft.last)
        for draft in drafts
    ]
    link = context.tokens[drafts[-1].first - 1].lower
    return f"{', '.join(words[:-1])} {link if link in ('of', 'én') else 'en'} {words[-1]}"


SEVERAL = "several in one phrase"
"""The rule of a draft that names more than one."""


def name_of(context: Context, draft: Draft) -> str:
    """What somebody without a name is called: the phrase without its determiner and number words."""
    first = draft.first
    if draft.rule in ("inhabitants", SEVERAL):
        return draft.role
    if draft.kind is ActorKind.GROUP and draft.noun is not None:
        first = _group_name(context, draft)
    while first < draft.head_first and (
        (context.tokens[first].lower in DETERMINERS and context.tokens[first].lower != "beide")
        or context.tokens[first].lower in _EMPTY
        or context.tokens[first].pos == "NUM"
    ):
        first += 1
    words = context.text(first, draft.last)
    token = context.tokens[first]
    proper = context.registry.state(token.text) is not None or token.lower in REGIONS
    proper = proper or token.text[:2].isupper() or "-" in token.text
    if proper or first not in context.opens or draft.named:
        return words
    return words[0].lower() + words[1:]
