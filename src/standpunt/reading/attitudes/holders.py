"""Whose an attitude is: the chains that the words of a subject name, and for whom somebody speaks."""

from collections.abc import Sequence

from standpunt.language.analysis import Analysis, Token, cover
from standpunt.model import ActorKind, Chain, Mention, MentionForm, Span
from standpunt.reading.attitudes.lists import together
from standpunt.reading.attitudes.words import SIDES
from standpunt.reading.mentions import mention_at
from standpunt.reading.statements.phrases import phrase_from
from standpunt.registry import Registry

OWN_SIDE = frozenset("ik wij we ons mij me onze".split())
# Pronouns that, where they are nobody else, stand for who is told to speak: `zeggen dat zij niet meedoen`.
_HIMSELF = frozenset("hij zij ze".split())
_WITH = (("samen", "met"), ("net", "als"), ("net", "zoals"), ("evenals",), ("alsook",), ("alsmede",))
_BEGINS_WITH = frozenset(each[0] for each in _WITH)
# Nouns for those who were listed before: `de partijen`, `beide bonden`.
MEMBERS = frozenset("partijen organisaties bonden vakbonden fracties clubs landen gemeenten".split())
_SPOKESMEN = frozenset("woordvoerder woordvoerster zegsman zegsvrouw voorlichter persvoorlichter".split())
_BODIES = (ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.STATE, ActorKind.ALLIANCE)
_MAJORITIES = frozenset(("meerderheid", "kamermeerderheid", "raadsmeerderheid"))
CHAMBERS = frozenset(
    (
        "Tweede Kamer",
        "Eerste Kamer",
        "Kamer",
        "Senaat",
        "gemeenteraad",
        "raad",
        "parlement",
        "Provinciale Staten",
    )
)


def holder_of(source: Sequence[Token], mentions: Sequence[Mention]) -> int | None:
    """The chain that the words of a subject name."""
    mention = mention_at(mentions, cover(source)) if source else None
    return mention.chain if mention is not None else None


def holders_of(analysis: Analysis, source: Sequence[Token], mentions: Sequence[Mention]) -> list[int]:
    """All chains that the words of a subject name: `de SP, GroenLinks en PvdA` are three. A body stays beside those
    whom it is said to be of (`een meerderheid (VVD, D66)`), a group is no more than they (`partijen zoals Volt`)."""
    listed = together(analysis, source, mentions)
    named = mention_at(mentions, cover(source)) if source else None
    whole = [named] if named is not None and (not listed or named.form is MentionForm.ROLE) else []
    return list(dict.fromkeys(m.chain for m in (*whole, *listed) if m.chain is not None))


def companions(analysis: Analysis, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[int]:
    """Those who are with the subject of a sentence: `D66 dient samen met Volt een motie in`, `net als het CDA`."""
    found: list[int] = []
    words = [t.lower for t in tokens]
    for place in range(len(tokens) - 1):
        if words[place] not in _BEGINS_WITH:
            continue
        start = next(
            (place + len(each) for each in _WITH if tuple(words[place : place + len(each)]) == each), None
        )
        named = phrase_from(analysis, tokens, start) if start is not None else []
        if any(t.pos == "PROPN" for t in named):
            found += holders_of(analysis, named, mentions)
    return found


def members(holder: int, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Sequence[int]:
    """Whose an attitude of a chain is: of those that a list names (`VVD en PvdA`), each; of `de partijen` or `beide
    bonden` those of the list before; of a majority the body that it is of; else of the chain itself."""
    if _is_majority(chains[holder].name):
        return [_body(holder, chains)]
    behind = _spoken_for(holder, mentions, chains)
    if behind is not None:
        return [behind]
    if chains[holder].kind is not ActorKind.GROUP:
        return [holder]
    spans = [mentions[index].span for index in chains[holder].mentions]
    listed = _inside(spans, holder, mentions)
    listed = listed if len(listed) > 1 else _called_together(chains[holder].name, chains)
    if len(listed) > 1:
        return listed
    if chains[holder].name.removeprefix("beide ") in MEMBERS:
        before = [
            inside
            for index, chain in enumerate(chains)
            if index != holder and chain.kind is ActorKind.GROUP
            for span in [mentions[chain.mentions[0]].span]
            if span.end <= spans[0].start and len(inside := _inside([span], index, mentions)) > 1
        ]
        return before[-1] if before else [holder]
    return [holder]


def _spoken_for(holder: int, mentions: Sequence[Mention], chains: Sequence[Chain]) -> int | None:
    """The body that a spokesman without a name speaks for (`een woordvoerder van de NS`; alone, the one named last),
    and the party that a group in parliament is of (`de VVD-fractie`, `de fractie van de VVD`)."""
    chain, first = chains[holder], mentions[chains[holder].mentions[0]]
    words = chain.name.split()
    if words[-1].lower().endswith("fractie"):
        party = words[-1].rpartition("-")[0]
        behind = (m for m in mentions if 0 < m.span.start - first.span.end <= len(" van "))
        near = [m.chain for m in behind if m.chain is not None and chains[m.chain].kind is ActorKind.PARTY]
        named = [i for i, each in enumerate(chains) if each.kind is ActorKind.PARTY and each.name == party]
        return next(iter((*near, *named)), None)
    if words[0].lower() not in _SPOKESMEN:
        return None
    inside = [m for m in mentions if m is not first and first.span.contains(m.span)]
    before = [] if len(words) > 1 else [m for m in mentions if m.span.end <= first.span.start]
    told = [m.chain for m in (*inside, *before) if m.chain is not None and chains[m.chain].kind in _BODIES]
    return told[-1] if told else None


def _is_majority(name: str) -> bool:
    """`ruime meerderheid`, `Kamermeerderheid`, `meerderheid van de raad`; `de meerderheid` alone is those who govern
    together."""
    head, _, whole = name.lower().partition(" van ")
    size, _, noun = head.rpartition(" ")
    return noun in _MAJORITIES and bool(size or whole or noun != "meerderheid")


def _body(majority: int, chains: Sequence[Chain]) -> int:
    """The chamber that `een meerderheid van de Kamer` names, or else the only one of the article; what decides is its
    majority."""
    chambers = [
        index
        for index, chain in enumerate(chains)
        if chain.kind is ActorKind.ORGANISATION and chain.name.split(" van ")[0] in CHAMBERS
    ]
    named = [index for index in chambers if chains[index].name in chains[majority].name]
    found = named or chambers
    return found[0] if len(found) == 1 else majority


def _called_together(name: str, chains: Sequence[Chain]) -> list[int]:
    """The chains of `CDA en D66`, whom `de partijen` stands for."""
    parts = name.replace(" en ", ", ").split(", ")
    found = [index for index, chain in enumerate(chains) if chain.name in parts]
    return found if len(found) == len(parts) else []


def _inside(spans: Sequence[Span], holder: int, mentions: Sequence[Mention]) -> list[int]:
    """The other chains that are named inside mentions of one."""
    found = (
        m.chain
        for m in mentions
        if m.chain not in (None, holder)
        and m.form is MentionForm.NAME
        and any(span.contains(m.span) for span in spans)
    )
    return [chain for chain in dict.fromkeys(found) if chain is not None]


def subject_chain(analysis: Analysis, verb: Token, mentions: Sequence[Mention]) -> int | None:
    """The chain of the verb's subject by the parse, where the words around it name nobody."""
    near = [verb, *(c for c in analysis.children[verb.index] if c.dep.startswith(("aux", "cop")))]
    if verb.dep in ("conj", "xcomp", "aux", "cop") and verb.head != verb.index:
        near.append(analysis.tokens[verb.head])
    for each in near:
        for child in analysis.children[each.index]:
            if child.dep == "nsubj" and child.lower not in ("die", "dat", "wie", "het", "er", "wat"):
                return holder_of([child], mentions)
    return None


class Speaker:
    """Who speaks in a statement, and whether the subject of his words is himself or his side: `wij`, his own chain,
    the body or state that he speaks for (`Israël` of the Israeli premier)."""

    def __init__(
        self,
        chain: int | None,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        text: str,
        facts: Registry,
    ) -> None:
        self._chain, self._mentions, self._chains = chain, mentions, chains
        self._text, self._facts = text, facts

    def is_himself(self, source: Sequence[Token]) -> bool:
        if not source or source[0].lower in OWN_SIDE:
            return True
        other = holder_of(source, self._mentions)
        if other is None and len(source) == 1 and source[0].lower in _HIMSELF:
            return True
        if self._chain is None or other is None:
            return False
        return other == self._chain or self._speaks_for(self._chains[self._chain], self._chains[other])

    def _speaks_for(self, speaker: Chain, body: Chain) -> bool:
        if speaker.kind is not ActorKind.PERSON or body.kind is ActorKind.PERSON:
            return False
        if body.kind is ActorKind.PARTY:
            return speaker.party == body.name
        role = speaker.role.split()
        states = {found.state.name for word in self._words(speaker) if (found := self._facts.state(word))}
        if body.kind is ActorKind.STATE:
            return body.name in states and any(word.lower() in SIDES["staat"] for word in role)
        head = body.name.split()[0].lower()
        if head in SIDES:
            return bool(role) and role[0].lower() in SIDES[head] and not states
        return len(body.name) > 2 and body.name in speaker.role

    def _words(self, speaker: Chain) -> set[str]:
        spans = (self._mentions[index].span for index in speaker.mentions)
        return {word for span in spans for word in span.of(self._text).split() if word[:1].isupper()}
