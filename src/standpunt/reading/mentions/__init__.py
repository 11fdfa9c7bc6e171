"""Who is meant: the actors of one article, by names, roles, pronouns and groups, and the chains that make
them one.

    mentions, chains = find(analysis, registry.load(), sources)

Stages, each in its module: `names` (where a name begins and ends), `kinds` (what it names, by the votes in `evidence`),
`parties` (those that only the article knows), `phrases` (titles, fields, appositions around it), `speaking` (sources
that no list knows), `stated` (speakers that the source states), `people` and `bodies` (names that are one), `chains`
(roles and bodies without a name), `pronouns`, `acting` (who of them plays a part). A registry helps with what it knows;
whatever stays unresolved says so, with its candidates. docs/actors.md measures what each voice adds."""

from collections.abc import Iterable, Sequence

from standpunt.language.analysis import Analysis
from standpunt.model import ActorKind, Chain, Mention, MentionForm, Reason, Span
from standpunt.reading.mentions import kinds, known, names, parties, pronouns, speaking, stated
from standpunt.reading.mentions.acting import acts
from standpunt.reading.mentions.bodies import bodies
from standpunt.reading.mentions.chains import Roles
from standpunt.reading.mentions.context import Context, Draft, Name
from standpunt.reading.mentions.entities import Entity
from standpunt.reading.mentions.people import people
from standpunt.reading.mentions.phrases import Phrases
from standpunt.registry import Body, Registry

__all__ = ["find", "mention_at"]


def find(
    analysis: Analysis, registry: Registry, sources: Iterable[Span] = (), *, together: bool = True
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The mentions of an article in the order of the text, and its chains in the order of their first
    mention.

    `sources` are the phrases that `statements` found to name a speaker: each of them is a mention, whatever
    its noun. All places of a name vote `together` on its kind; a benchmark lets each place decide for itself."""
    context = Context(analysis, registry, tuple(sources))
    drafts = _drafts(context, together)
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
    start, end = span
    near = [m for m in mentions if m.span.start < end and start < m.span.end]
    inside = [m for m in near if span.contains(m.head) or m.head.contains(span)] or near
    return min(inside, key=lambda m: (m.chain is None, m.span.start, -m.span.end), default=None)


def _drafts(context: Context, together: bool) -> list[Draft]:
    """All mentions before they are resolved, in the order of the text."""
    fields = known.fields_of_office(context)
    found = names.find(context)
    kinds.decide(context, found, together=together)
    parties.recognise(context, found)
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
        several = speaking.several(context, tokens, inside, drafts)
        if several is not None:
            extra.append(several)
        elif not inside and not outside and tokens:
            apposed = speaking.apposed(context, tokens[-1].index, heads)
            if apposed is not None:
                apposed.first, apposed.source = tokens[0].index, True
            else:
                extra.append(speaking.whatever(context, tokens, found))
    drafts = [draft for draft in drafts if not _is_guess(draft)]
    drafts += [draft for draft in extra if draft is not None]
    drafts += speaking.listed(context, drafts)
    drafts = stated.speakers(context, drafts)
    drafts.sort(key=lambda draft: (draft.first, -draft.last))
    return drafts


def _is_guess(draft: Draft) -> bool:
    """A noun that only ends like a word for people (`een doodskist`), and nothing says that it does anything."""
    guessed = draft.noun is not None and draft.noun.how == "ending" and not draft.named
    return guessed and not draft.source and not draft.subject


def _nested(found: Sequence[Name], drafts: Sequence[Draft]) -> list[Draft]:
    """Bodies and people inside a role (`CEO Jansen van Staalwerk`, `de dochter van Jan Jansen`), people inside a body
    without a name (`het kabinet van Jan Jansen`): no actors by that, but `het bedrijf` may mean them, and `Jan` be
    short for them."""
    names = {name.first: name for name in found if name.kind in _NESTING and name.how != "capital"}
    return [
        _inside_role(name, name.kind)
        for draft in drafts
        if draft.last - draft.first > 1
        for at in range(draft.first, draft.last)
        if (name := names.get(at)) is not None and draft.name is not name and name.kind is not None
        if draft.kind in _ROLES or (draft.name is None and name.kind is ActorKind.PERSON)
    ]


def _inside_role(name: Name, kind: ActorKind) -> Draft:
    first, last = name.first, name.last
    return Draft(first, last, first, last, MentionForm.NAME, kind, "inside a role", name=name, nested=True)


_ROLES = (ActorKind.PERSON, ActorKind.GROUP)
_NESTING = frozenset((ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ALLIANCE))


def _counts(context: Context, draft: Draft) -> bool:
    """A capital only speaks for its state where it is a subject or a source; elsewhere it is a place."""
    if draft.name is None or draft.name.how != "capital":
        return True
    token = context.tokens[draft.first - 1] if draft.first else None
    cued = token is not None and token.lower in ("volgens", "aldus")
    return cued or (draft.subject and not draft.locative)


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
