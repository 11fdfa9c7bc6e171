"""The states, parties, alliances and organisations that an article names, each under its fullest name there."""

from collections.abc import Iterable

from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions import offices
from standpunt.reading.mentions.context import Context, Draft
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.words import noun, strip_genitive
from standpunt.registry import Body, State, fold


def bodies(context: Context, drafts: Iterable[Draft]) -> list[Entity]:
    """The states, parties, alliances and organisations that the article names."""
    entities: dict[str, Entity] = {}
    for draft in drafts:
        name = draft.name
        if not draft.named or draft.kind is ActorKind.PERSON or name is None:
            continue
        fact = name.fact
        key = fact.key if fact is not None else fold(_article_less(strip_genitive(name.words)))
        if key not in entities and fact is None and key.endswith("s") and key[:-1] in entities:
            key = key[:-1]
        entity = entities.get(key)
        if entity is None:
            shown = fact.name if fact is not None else _article_less(strip_genitive(name.words))
            reason = Reason("registry", fact.key) if fact is not None else Reason("name")
            kind = offices.kind_of(fact) if fact is not None else draft.kind
            entity = entities[key] = Entity(kind, shown, key, reason, fact=fact)
        entity.add(draft, Reason(name.how or "name", context.text(draft.head_first, draft.head_last)))
    for entity in entities.values():
        if isinstance(entity.fact, Body) and entity.kind is ActorKind.ORGANISATION:
            told = [_article_less(context.text(d.head_first, d.head_last)) for d in entity.drafts]
            for words in (entity.fact.name, *told):  # `ministerie van Landbouw`: `het ministerie` is it too
                head = noun(words.split()[0].lower())
                if head is not None and head.group == "collective":
                    entity.families.add(head.key)
            entity.name = max(told, key=lambda name: (name in _spelled(entity.fact), len(name)))
    return _abbreviated(context, list(entities.values()))


def _spelled(fact: State | Body | None) -> tuple[str, ...]:
    return (fact.name, *fact.aliases) if fact is not None else ()


def _article_less(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first in ("het", "de", "een") else words


def _abbreviated(context: Context, entities: list[Entity]) -> list[Entity]:
    """`Immigratie- en Naturalisatiedienst (IND)`: the name and what stands in brackets right after it are
    one."""
    starts = {draft.head_first: entity for entity in entities for draft in entity.drafts}
    gone: set[int] = set()
    for entity in entities:
        for draft in list(entity.drafts):
            at = draft.head_last
            if at + 2 >= len(context.tokens) or context.tokens[at].text != "(":
                continue
            other = starts.get(at + 1)
            closes = other is not None and context.tokens[at + 2].text == ")"
            if not closes or other is None or other is entity or id(other) in gone or id(entity) in gone:
                continue
            if other.kind is entity.kind or other.fact is None:
                for each in other.drafts:
                    entity.add(each, Reason("abbreviation in brackets", other.name))
                gone.add(id(other))
                if entity.fact is None and other.fact is not None:
                    entity.fact, entity.kind = other.fact, other.kind
    return [entity for entity in entities if id(entity) not in gone]
