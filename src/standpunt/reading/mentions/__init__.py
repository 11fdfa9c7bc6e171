"""Who is meant: the actors of one article, by names, roles, pronouns and groups, and the chains that make
them one.

    mentions, chains = find(analysis, registry.load(), sources)

Stages, each in its module: `names` (where a name begins and ends), `kinds` (what it names), `phrases`
(titles, fields, appositions around it), `entities` (names that are one), `chains` (roles and bodies without a
name), `pronouns`. A registry helps with what it knows; whatever stays unresolved says so, with its
candidates."""

import re
from collections.abc import Iterable, Mapping, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import ActorKind, Chain, Mention, MentionForm, Reason, Span
from standpunt.reading.mentions import kinds, known, names, pronouns
from standpunt.reading.mentions.acting import acts
from standpunt.reading.mentions.chains import Roles
from standpunt.reading.mentions.collectives import name_of
from standpunt.reading.mentions.context import Context, Draft, Name
from standpunt.reading.mentions.entities import Entity, bodies, people
from standpunt.reading.mentions.phrases import Phrases
from standpunt.reading.mentions.words import DETERMINERS, INANIMATE, PRONOUNS, TIME_WORDS, noun
from standpunt.registry import Body, Registry

__all__ = ["find", "mention_at"]


def find(
    analysis: Analysis, registry: Registry, sources: Iterable[Span] = ()
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The mentions of an article in the order of the text, and its chains in the order of their first
    mention.

    `sources` are the phrases that `statements` found to name a speaker: each of them is a mention, whatever
    its noun."""
    context = Context(analysis, registry, tuple(sources))
    drafts = _drafts(context)
    named = [*people(context, drafts), *bodies(context, drafts)]
    entity_of = {id(draft): entity for entity in named for draft in entity.drafts}
    roles, antecedents = Roles(context, named), pronouns.Antecedents(context)
    for draft in drafts:
        entity = entity_of.get(id(draft))
        if entity is None and draft.form is MentionForm.PRONOUN:
            entity, draft.reason = antecedents.resolve(draft)
            if entity is not None:
                entity.drafts.append(draft)
        elif entity is None:
            entity = roles.resolve(draft)
        if entity is not None:
            entity_of[id(draft)] = entity
            antecedents.tell(draft, entity)
    return _output(context, drafts, [*roles.entities, *antecedents.together.values()])


def mention_at(mentions: Sequence[Mention], span: Span) -> Mention | None:
    """The mention that a phrase names: the one whose head lies in it, the longest first; else one that
    overlaps it."""
    inside = [m for m in mentions if span.contains(m.head) or m.head.contains(span)]
    inside = inside or [m for m in mentions if m.span.overlaps(span)]
    return min(inside, key=lambda m: (m.chain is None, m.span.start, -m.span.end), default=None)


def _drafts(context: Context) -> list[Draft]:
    """All mentions before they are resolved, in the order of the text."""
    fields = known.fields_of_office(context)
    found = names.find(context)
    kinds.decide(context, found)
    drafts = [draft for draft in Phrases(context, found, fields).read() if _counts(context, draft)]
    drafts += _nested(found, drafts)
    spans = [(span, context.analysis.within(span)) for span in context.sources]
    taken = {i for draft in drafts for i in range(draft.first, draft.last)}
    alone = {tokens[0].index for _, tokens in spans if len(tokens) == 1}
    drafts += pronouns.find(context, taken, alone)
    drafts.sort(key=lambda draft: (draft.first, -draft.last))
    heads = {draft.head_first: draft for draft in drafts if not draft.nested}
    extra: list[Draft | None] = []
    for _, tokens in spans:
        inside = [heads[token.index] for token in tokens if token.index in heads]
        outside = [d for d in drafts if d.first <= tokens[0].index < d.last] if tokens and not inside else []
        for draft in inside[:1] or outside[:1]:
            draft.source = True
        several = _several(context, tokens, inside)
        if several is not None:
            extra.append(several)
        elif not inside and not outside and tokens:
            apposed = _apposed(context, tokens[-1].index, heads)
            if apposed is not None:
                apposed.first, apposed.source = tokens[0].index, True
            else:
                extra.append(_whatever(context, tokens, found))
    drafts = [draft for draft in drafts if not _is_guess(draft)]
    drafts += [draft for draft in extra if draft is not None]
    drafts += _pairs(context, drafts)
    drafts.sort(key=lambda draft: (draft.first, -draft.last))
    return drafts


def _is_guess(draft: Draft) -> bool:
    """A noun that only ends like a word for people (`een doodskist`), and nothing says that it does anything."""
    guessed = draft.noun is not None and draft.noun.how == "ending" and not draft.named
    return guessed and not draft.source and not draft.subject


def _pairs(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """`Frankrijk en Duitsland zeggen`: two names that are one subject, and an actor when it turns out to speak."""
    names = {draft.first: draft for draft in drafts if draft.named and not draft.nested}
    several = {draft.first for draft in drafts if draft.rule == _SEVERAL}
    pairs = []
    for one in names.values():
        other = names.get(one.last + 1)
        if other is None or one.first in several or not one.subject or one.kind is ActorKind.GROUP:
            continue
        alike = (one.kind is ActorKind.PERSON) == (other.kind is ActorKind.PERSON)
        after = context.tokens[other.last] if other.last < len(context.tokens) else None
        joined = context.tokens[one.last].lower == "en" and after is not None
        if alike and joined and after is not None and after.pos in ("VERB", "AUX"):
            pairs.append(_together(context, [one, other], source=False))
    return pairs


def _nested(found: Sequence[Name], drafts: Sequence[Draft]) -> list[Draft]:
    """Bodies and people inside a role (`CEO Jansen van Staalwerk`, `de dochter van Jan Jansen`): no actors by that, but
    `het bedrijf` may mean them, and `Jan` be short for them."""
    bodies_found = {name.first: name for name in found if name.kind in _NESTING and name.how != "capital"}
    return [
        _inside_role(name, name.kind)
        for draft in drafts
        if draft.kind in (ActorKind.PERSON, ActorKind.GROUP) and draft.last - draft.first > 1
        for at in range(draft.first, draft.last)
        if (name := bodies_found.get(at)) is not None and draft.name is not name and name.kind is not None
    ]


def _inside_role(name: Name, kind: ActorKind) -> Draft:
    first, last = name.first, name.last
    return Draft(first, last, first, last, MentionForm.NAME, kind, "inside a role", name=name, nested=True)


_NESTING = frozenset((ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ALLIANCE))
_BODIES = frozenset((ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ALLIANCE))


def _counts(context: Context, draft: Draft) -> bool:
    """A capital only speaks for its state where it is a subject or a source; elsewhere it is a place."""
    if draft.name is None or draft.name.how != "capital":
        return True
    token = context.tokens[draft.first - 1] if draft.first else None
    cued = token is not None and token.lower in ("volgens", "aldus")
    return cued or (draft.subject and not draft.locative)


def _several(context: Context, tokens: Sequence[Token], inside: Sequence[Draft]) -> Draft | None:
    """Several speakers in one phrase are one speaker, named as in the text."""
    named = [draft for draft in inside if draft.form is not MentionForm.PRONOUN]
    if len(named) < 2 or not any(token.lower in ("en", "én", "of") for token in tokens):
        return None
    between = context.tokens[named[0].last : named[1].first]
    if [token.lower for token in between if token.pos not in ("DET", "ADJ")] not in (
        ["en"],
        [","],
        ["én"],
        ["of"],
    ):
        return None
    named[0].source = False
    return _together(context, named, source=True)


def _together(context: Context, named: Sequence[Draft], *, source: bool) -> Draft:
    first, last = named[0].first, named[-1].last
    head = named[-1].first - 1  # the word that joins them, so that each alone is not the pair
    draft = Draft(first, last, head, head + 1, MentionForm.NAME, ActorKind.GROUP, _SEVERAL, plural=True)
    draft.role = context.text(first, last)
    draft.modified = draft.subject = True
    draft.source = source
    return draft


def _apposed(context: Context, last: int, heads: Mapping[int, Draft]) -> Draft | None:
    """`zijn politieke tak, Sinn Fein, ...`: the body whose name stands behind a phrase between commas."""
    tokens = context.tokens
    draft = heads.get(last + 2) if last + 2 < len(tokens) and tokens[last + 1].text == "," else None
    if draft is None or draft.kind not in _BODIES or not draft.named or draft.first != draft.head_first:
        return None
    closes = draft.last < len(tokens) and tokens[draft.last].text in (",", ".", ")", ":")
    return draft if closes else None


def _whatever(context: Context, tokens: Sequence[Token], found: Sequence[Name]) -> Draft | None:
    """A source that no list knows: its name or its noun is an actor all the same."""
    inner = {token.index for token in tokens}
    name = next((name for name in found if name.first in inner and name.last - 1 in inner), None)
    first, last = tokens[0].index, tokens[-1].index + 1
    if name is not None and (name.kind is not None or name.place):
        kind = name.kind or ActorKind.ORGANISATION
        return Draft(
            first, last, name.first, name.last, MentionForm.NAME, kind, "source", name=name, source=True
        )
    bearer = _unknown_name(context, tokens)
    if bearer is not None:
        return bearer
    nouns = [
        token for token in tokens if token.pos in ("NOUN", "PROPN", "X") and token.lower not in TIME_WORDS
    ]
    if not nouns:
        return None
    head = next((t for t in nouns if t.head not in inner or t.head == t.index), nouns[0])
    if head.lower in INANIMATE or _THINGLY.search(head.lower):
        return None
    plural = "Number=Plur" in head.morph
    kind = ActorKind.GROUP if plural else ActorKind.ORGANISATION
    form = MentionForm.GROUP if plural else MentionForm.ROLE
    draft = Draft(
        first, last, head.index, head.index + 1, form, kind, "source", head.lower, plural=plural, source=True
    )
    draft.role = name_of(context, draft)
    return draft


_SEVERAL = "several in one phrase"


def _unknown_name(context: Context, tokens: Sequence[Token]) -> Draft | None:
    """`Schouten wil dat ...`: a capital at the head of a sentence, of a word that is no noun and stands nowhere in the
    article without it. Who reports something there is a person."""
    token = tokens[0]
    known = noun(token.lower) is not None or token.lower in context.small or token.lower in INANIMATE
    if (
        len(tokens) > 1
        or not token.text[:1].isupper()
        or known
        or token.lower in PRONOUNS
        or token.lower in DETERMINERS
    ):
        return None
    name = Name(token.index, token.index + 1, token.text)
    name.kind = ActorKind.PERSON
    at = token.index
    return Draft(at, at + 1, at, at + 1, MentionForm.NAME, ActorKind.PERSON, "source", name=name, source=True)


_THINGLY = re.compile(
    r"(?:ing|ingen|heid|tie|ties|isme|sel|ment|onderzoek|rapport|plan|wet|akkoord|brief|cijfers)$"
)


def _output(
    context: Context, drafts: Sequence[Draft], entities: Sequence[Entity]
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    order = sorted(
        (entity for entity in entities if entity.drafts), key=lambda e: min(d.first for d in e.drafts)
    )
    number = {id(draft): at for at, entity in enumerate(order) for draft in entity.drafts}
    index = {id(draft): at for at, draft in enumerate(drafts)}
    mentions = tuple(
        Mention(
            _span(context, draft, draft.first, draft.last),
            _span(context, draft, draft.head_first, draft.head_last),
            draft.form,
            order[number[id(draft)]].kind if id(draft) in number else draft.kind,
            number.get(id(draft)),
            draft.reason or Reason(draft.rule, draft.entry),
        )
        for draft in drafts
    )
    return mentions, tuple(_chain(context, entity, index) for entity in order)


def _span(context: Context, draft: Draft, first: int, last: int) -> Span:
    """The words of a draft; a full stop that the tokens keep on a name (`de VS.`) is none of it."""
    span = context.span(first, last)
    stop = draft.name is not None and draft.name.fact is not None and draft.last == last
    return Span(span.start, span.end - 1) if stop and context.analysis.text[span.end - 1] == "." else span


def _chain(context: Context, entity: Entity, index: dict[int, int]) -> Chain:
    identity = (
        entity.person.key if entity.person is not None else entity.fact.key if entity.fact is not None else ""
    )
    medium = isinstance(entity.fact, Body) and entity.fact.medium
    reason = entity.reason
    if entity.candidates:
        reason = Reason(reason.rule, reason.entry, entity.candidates)
    return Chain(
        name=entity.name,
        kind=entity.kind,
        mentions=tuple(sorted(index[id(draft)] for draft in entity.drafts)),
        reason=reason,
        role=entity.role if entity.kind is ActorKind.PERSON else "",
        party=entity.party,
        gender=entity.gender,
        plural=entity.plural,
        identity=identity,
        acts=acts(context, entity) and not (medium and not any(draft.source for draft in entity.drafts)),
    )
