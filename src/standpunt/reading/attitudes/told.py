"""What the reporter tells of somebody, outside what anybody says: verbs of wanting and deciding, what he is going to do
or does, and nouns that are his. A `deed` is any act: only a codebook knows whether it is what an issue proposes."""

from collections.abc import Iterator, Mapping, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Mention, Reason, Role, Stance, Statement
from standpunt.reading.attitudes import nouns, own_words, verbs
from standpunt.reading.attitudes.agreeing import thinks_so
from standpunt.reading.attitudes.holders import companions, holders_of, subject_chain
from standpunt.reading.attitudes.negation import clause, negated
from standpunt.reading.attitudes.verbs import Shown
from standpunt.reading.attitudes.votes import votes
from standpunt.reading.attitudes.words import REPORTING, WANTING
from standpunt.reading.mentions import words as people
from standpunt.reading.statements.attribution import pieces
from standpunt.reading.statements.subjects import subject_of

NOT_READ = frozenset(
    [Role.CAPTION, Role.HEADLINE, Role.HEADING, Role.PULL_QUOTE, Role.BYLINE, Role.BOILERPLATE]
)
_PARTS = frozenset(
    "deel merendeel gros meerderheid minderheid helft rest aantal tal groep top leiding".split()
)
"""Nouns for some of a body, who act as it does."""


def told(
    analysis: Analysis, statements: Sequence[Statement], mentions: Sequence[Mention]
) -> Iterator[tuple[Shown, int]]:
    """Each with the chain whose it is."""
    said = {
        t.index: each.speaker for each in statements for span in each.content for t in analysis.within(span)
    }
    wished = {
        t.index
        for each in statements
        if (shows := REPORTING.get(each.why.entry)) is not None and shows.plain is Stance.SUPPORT
        for span in each.content
        for t in analysis.within(span)
    }
    cues = {t.index: each for each in statements if each.cue for t in analysis.within(each.cue)}
    for sentence in analysis.sentences:
        if analysis.block(sentence).role in NOT_READ:
            continue
        unquoted = [t for t in analysis.of(sentence) if t.index not in analysis.quoted]
        outside = [t for t in unquoted if t.index not in said]
        inside = [t for t in unquoted if t.index in said and t.index not in wished]
        done: dict[int, str] = {}
        for shown in (
            *_of_sentence(analysis, outside),
            *votes(analysis, outside, mentions),
            *thinks_so(analysis, outside),
            *nouns.policies(analysis, unquoted),
            *(each for each in _wanted(analysis, inside) if not _is_forecast(each)),
        ):
            if _is_said(analysis, shown, cues):
                continue
            if done.get(shown.cue.index, shown.why.rule) != shown.why.rule:
                continue
            for holder in _holders(analysis, shown, outside, mentions):
                if said.get(shown.cue.index) != holder:  # his own words are read as his own
                    done[shown.cue.index] = shown.why.rule
                    yield shown, holder


def _holders(
    analysis: Analysis, shown: Shown, outside: Sequence[Token], mentions: Sequence[Mention]
) -> Sequence[int]:
    """The chains of those whose an attitude is: whom its words name, or the parse as the subject of its verb, and who
    does it with them."""
    if not _acts(shown):
        return ()
    verb = shown.cue.pos in ("VERB", "AUX")
    holders = holders_of(analysis, shown.source, mentions)
    if not holders and verb:
        subject = subject_chain(analysis, shown.cue, mentions)
        holders = [subject] if subject is not None else []
    return [*holders, *companions(analysis, outside, mentions)] if holders and verb else holders


def _is_said(analysis: Analysis, shown: Shown, cues: Mapping[int, Statement]) -> bool:
    """Whether the cue of a statement, by its token, shows it already: its verb (`houdt de deur open`), the one that a
    modal governs (`zal de tunnel niet steunen`), or that nothing is told (`wil niets kwijt`)."""
    statement = cues.get(shown.cue.index)
    if statement is not None and (statement.why.entry in REPORTING or shown.why.rule == "agrees"):
        return True
    if statement is not None and statement.declines:
        return True
    inside = [cues[t.index] for span in shown.target for t in analysis.within(span) if t.index in cues]
    return any(each.declines or shown.why.rule == "plan" and each.why.entry in REPORTING for each in inside)


def _acts(shown: Shown) -> bool:
    """Whether what goes on is what somebody does: not `de plannen van het kabinet gaan door`, though `een deel van het
    kabinet gaat`."""
    inside = {t.index for t in shown.source}
    head = next((t for t in shown.source if t.head not in inside), None)
    if shown.why.rule != "plan" or head is None or head.pos != "NOUN" or head.lower in _PARTS:
        return True
    return people.noun(head.lower) is not None


def _is_forecast(shown: Shown) -> bool:
    """What somebody says that another will do, is going to do; what he says that another wants is none."""
    return shown.why.rule == "plan" and shown.why.entry != "willen"


def _of_sentence(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Shown]:
    yield from _wanted(analysis, tokens)
    yield from nouns.owned(analysis, tokens)
    yield from _deeds(analysis, tokens)


def _wanted(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Shown]:
    """What verbs of wanting show, and what somebody is going to do."""
    wanting = list(verbs.read(analysis, tokens, WANTING))
    yield from wanting
    for plan in own_words.plans(analysis, tokens):
        # `wil niet tornen aan het plan`: what the verb behind it shows is more than that he will not.
        if not any(span.contains(each.cue.span) for each in wanting for span in plan.target):
            yield plan


def _deeds(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Shown]:
    """`het kabinet wees een hotel aan`: a main clause with an object, neither denied nor under a modal."""
    for spot, token in enumerate(tokens):
        if token.pos != "VERB" or token.dep not in ("root", "conj"):
            continue
        children = analysis.children[token.index]
        modal = any(c.dep == "aux" and c.lemma not in ("hebben", "zijn") for c in children)
        thing = any(c.dep == "obj" and c.pos in ("NOUN", "PROPN") for c in children)
        if modal or not thing or any(c.dep.endswith(":pass") for c in children):
            continue
        around = clause(tokens, spot)
        target = pieces(analysis, around)
        if target and not negated(around):
            particle = next((c.lower for c in children if c.dep == "compound:prt"), "")
            lemma = token.lemma.replace("_", "").lower()
            key = lemma if lemma.startswith(particle) else particle + lemma
            yield Shown(
                Stance.SUPPORT, target, token, Reason("deed", key), subject_of(analysis, token, tokens, spot)
            )
