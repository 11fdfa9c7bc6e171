"""Who said what, by which cue.

    attributions = find(analysis)                      what is said, and the words that name who says it
    sources(attributions)                              these words; `mentions` sees to it that each is somebody
    statements = assign(analysis, attributions, ...)   with the speaker, form, place in another's words

What the source states to be somebody's speech is his (`speeches`). The rules read *periods* (see `periods`): spoken
quotations with the cue beside them (`direct`), sources without a verb (`markers`), verbs and phrases with what they
govern (`clauses`). `reporting_verbs.nl.toml` holds the words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from standpunt.language.analysis import Analysis, Token, cover
from standpunt.model import Chain, Mention, Reason, Role, Span, Statement, TimeExpression, TimexType
from standpunt.reading.statements import (
    circumstances,
    clauses,
    confidence,
    cues,
    direct,
    interviews,
    markers,
    nested,
    nouns,
    speeches,
)
from standpunt.reading.statements.attribution import Attribution, form_of, nested_form, pieces
from standpunt.reading.statements.periods import CLOSING, Period, divide
from standpunt.reading.statements.speakers import UNKNOWN_SOURCE, Speakers
from standpunt.reading.statements.subjects import clause_head
from standpunt.reading.statements.words import ENTRIES

WORD = re.compile(r"\w{3,}")
# Subjects of `weten`, `denken` ... that are no one in particular.
NO_ONE = frozenset("niemand wie".split())
NOBODY = frozenset("niemand iedereen wie men ik je jij we wij die dat sommigen velen u".split())
# Rules that also hold inside spoken words; looser ones find what the speaker himself asks or holds.
TELLS_INSIDE = frozenset(["clause behind", "predicate"])
# How many characters from its cue the time of saying may stand.
NEAR = 80
# Rules whose content is a phrase, not a clause: it must name something.
NOMINAL = frozenset(["object", "predicate", "preposition"])
# Rules by which things may seem to speak (`de storm eiste drie levens`, `het doel is om ...`).
NEEDS_AN_ACTOR = NOMINAL | {"infinitive", markers.FOR_WHOM}
REPEATING = frozenset([Role.HEADLINE, Role.HEADING, Role.PULL_QUOTE])

__all__ = ["Attribution", "assign", "find", "sources"]


def find(analysis: Analysis) -> list[Attribution]:
    """The attributions of an article in the order of the text, those told inside another's words marked."""
    found = [*speeches.find(analysis), *interviews.unquoted(analysis)]
    previous: Period | None = None
    for period in divide(analysis):
        attributions = [a for a in _read(period) if a.content]
        if previous is not None and not attributions:
            told = _told_afterwards(period, previous)
            if (
                told is not None
                and found
                and found[-1].reason.rule == "quotation alone"
                and found[-1].outer is None
            ):
                if previous.span.contains(found[-1].content[0]):
                    found[-1] = replace(told, content=found[-1].content, form=found[-1].form)
            elif told is not None and told.content and not _is_told(previous, found):
                attributions = [told]
        previous = period
        if period.role in REPEATING:
            attributions = [a for a in attributions if a.cue and not _repeated(analysis, a, period.block)]
        found += attributions
    return nested.arrange(found)


def sources(attributions: Iterable[Attribution]) -> list[Span]:
    """The phrases that name a source, each once: whoever speaks is an actor. An object alone (`de storm eiste drie
    levens`) does not show that its subject can speak."""
    return sorted({cover(a.source) for a in attributions if a.source and a.reason.rule not in NEEDS_AN_ACTOR})


def _read(period: Period) -> list[Attribution]:
    """The attributions of one period, in order of preference: spoken words, then clauses, then sources without a
    verb, then what is told inside spoken words."""
    analysis, outer = period.analysis, period.outer
    found_cues, found_markers = cues.find(analysis, outer), markers.find(analysis, outer)
    spoken = direct.find(period, found_cues, found_markers)
    taken = {a.cue.index for a in spoken if a.cue is not None}
    free = [c for c in found_cues if c.token.index not in taken]
    framed = [m for m in found_markers if m.token.index not in taken]
    found = [*spoken, *_clauses(analysis, outer, free), *markers.read(analysis, outer, framed, found_cues)]
    found += [*nouns.read(analysis, outer), *nouns.read_behind(analysis, outer)]
    if not any(a.cue for a in spoken) and not [a for a in found if a not in spoken]:
        found += direct.fragments(period)
    for quotation in period.spoken:
        inner = [t for t in analysis.within(quotation.quotation.inner) if t.text not in '"“”„«»']
        for sentence in _by_sentence(inner):
            within = _clauses(analysis, sentence, cues.find(analysis, sentence))
            found += [a for a in within if _tells_inside(a)]
    return found


def _tells_inside(attribution: Attribution) -> bool:
    """Whether somebody's words tell what another says; an infinitive, only of who bears a name, by a verb of saying."""
    if attribution.reason.rule != "infinitive":
        return attribution.reason.rule in TELLS_INSIDE
    named = any(token.pos == "PROPN" for token in attribution.source)
    return named and not ENTRIES[attribution.reason.entry].weak


def _is_told(period: Period, found: Sequence[Attribution]) -> bool:
    return any(piece.overlaps(period.span) for a in found for piece in a.content)


def _told_afterwards(period: Period, previous: Period) -> Attribution | None:
    """`De brug blijft dicht. Dat meldt de gemeente.`: the cue points back at the sentence before."""
    outer = period.outer
    if (
        outer
        and outer[0].lower in ("met", "die", "deze")
        and len(outer) <= 14
        and previous.role not in REPEATING
    ):
        told = nouns.told_before(period.analysis, outer)
        if told is not None:
            return _pointing_back(previous, told[0].lower, *told)
    if len(outer) < 3 or outer[0].lower not in ("dat", "dit", "aldus") or previous.role in REPEATING:
        return None
    for marker in markers.find(period.analysis, outer)[:1]:
        if marker.first == 0 and len(outer) - marker.last <= 8:
            return _pointing_back(previous, marker.key, marker.token, marker.source)
    for cue in cues.find(period.analysis, outer)[:1]:
        early = cue.spot == 1 or outer[1].pos == "AUX" and cue.verb.shape != "finite"
        if (
            early
            and cue.source
            and not cue.verb.weak
            and cue.verb.key != "luiden"
            and cue.verb.frames & {"quote", "clause"}
        ):
            return _pointing_back(previous, cue.verb.key, cue.token, cue.source)
    return None


def _pointing_back(previous: Period, entry: str, cue: Token, source: Sequence[Token]) -> Attribution:
    content = pieces(previous.analysis, previous.analysis.within(previous.span))
    form = form_of(previous.analysis, content)
    return Attribution(content, form, Reason("cue in the next sentence", entry), cue, tuple(source))


def _by_sentence(tokens: Sequence[Token]) -> list[list[Token]]:
    rows: dict[int, list[Token]] = {}
    for token in tokens:
        rows.setdefault(token.sentence, []).append(token)
    return list(rows.values())


def _clauses(analysis: Analysis, tokens: Sequence[Token], found: Sequence[cues.Cue]) -> list[Attribution]:
    attributions: list[Attribution] = []
    spent: set[int] = set()
    for cue in found:
        if attributions and attributions[-1].cue is cue.token or cue.spot in spent:
            continue  # another reading of a word that has reported already, or one of its phrase
        result = clauses.content_of(analysis, tokens, cue, found)
        if result is None:
            continue
        rule, body = result
        if _is_supposed(tokens, cue) or _is_wanted(cue, found):
            continue
        impersonal = (
            rule == "clause behind" and "het" in cue.verb.words
        )  # `klonk het dat`: whoever speaks here
        if cue.nobody and not impersonal and (rule != "parenthesis" or "uit" in cue.verb.source):
            continue
        if rule in NOMINAL and not _names_something(body):
            continue
        content = pieces(analysis, body)
        if not content or not _reports(cue, rule):
            continue
        spent |= cue.parts
        attributions.append(
            Attribution(content, form_of(analysis, content), Reason(rule, cue.verb.key), cue.token,
                        cue.source, declines=cue.verb.declines)
        )  # fmt: skip
    return attributions


def _is_supposed(tokens: Sequence[Token], cue: cues.Cue) -> bool:
    """`Als de raad wil dat het stopt, moet ...`, `..., zodat de raad uitspreekt dat het stopt`: nobody is told to."""
    head = clause_head(tokens, cue.spot)
    opener = tokens[head - 1] if head and tokens[head - 1].pos == "SCONJ" else tokens[head]
    if opener.lower in ("zodat", "opdat"):
        return True
    return (
        cue.verb.weak
        and opener.lower in ("als", "indien", "mocht")
        and opener.pos in ("SCONJ", "VERB", "AUX")
    )


def _is_wanted(cue: cues.Cue, found: Sequence[cues.Cue]) -> bool:
    """`De bond verwacht dat de minister zegt dat het stopt`: he has not said so."""
    governors = (other for other in found if other.token.index == cue.token.head)
    return cue.token.dep == "ccomp" and any(ENTRIES[other.verb.key].wants for other in governors)


def _names_something(body: Sequence[Token]) -> bool:
    """A phrase that is reported has a noun, a name, a figure or a judgement in it, not a pronoun or a verb alone."""
    words = [t for t in body if t.pos not in ("PUNCT", "PRON", "DET", "ADP", "SCONJ", "CCONJ")]
    named = any(
        t.pos == "DET" and following.pos == "VERB" for t, following in pairwise(body)
    )  # `de verdachte`
    return named or any(t.pos in ("NOUN", "PROPN", "ADJ", "NUM", "X") for t in words) or len(words) > 1


def _reports(cue: cues.Cue, rule: str) -> bool:
    """A clause under a weak verb, or any object, reports only when somebody is named."""
    if not cue.source and rule == "clause behind" and cue.verb.shape == "participle" and not cue.verb.source:
        return False  # `er werd gezegd dat ...`: nobody holds it
    alone = cue.source[0].lower if len(cue.source) == 1 else ""
    if alone in NO_ONE or cue.verb.weak and alone in NOBODY:
        return False
    return bool(cue.source) or not cue.verb.weak and rule in ("clause behind", "parenthesis")


def _repeated(analysis: Analysis, attribution: Attribution, block: int) -> bool:
    """Whether a headline, heading or pull quote says what the article says elsewhere."""
    words = {w.casefold() for span in attribution.content for w in WORD.findall(span.of(analysis.text))}
    rest = analysis.article.blocks
    elsewhere = {
        w.casefold() for i, b in enumerate(rest)
        if i != block and b.role not in REPEATING for w in WORD.findall(b.span.of(analysis.text))
    }  # fmt: skip
    return not words or len(words & elsewhere) >= 0.5 * len(words)


def assign(
    analysis: Analysis,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    times: Sequence[TimeExpression],
) -> tuple[Statement, ...]:
    """The statements of an article: attributions with their speaker."""
    people = Speakers(analysis, mentions, chains)
    speakers = people.resolve(attributions)
    statements: list[Statement] = []
    nothing: set[int] = set()
    for at, (attribution, (speaker, why)) in enumerate(zip(attributions, speakers, strict=True)):
        outside = None if attribution.outer in nothing else attribution.outer
        outer = None if outside is None else attributions[outside]
        via = None if outside is None else speakers[outside][0]
        if speaker is None and attribution.reason.rule in NEEDS_AN_ACTOR and why.rule == UNKNOWN_SOURCE:
            nothing.add(at)
            continue
        if attribution.reason.rule == markers.FOR_WHOM and speaker is not None and chains[speaker].plural:
            continue  # `Voor ouderen moet er meer zorg komen`
        if via is not None and via == speaker:
            continue  # what somebody says that he says himself is one statement
        form = nested_form(analysis, attribution.content, outer.content) if outer else attribution.form
        mention = people.scene.at(cover(attribution.source)) if attribution.source else None
        sure = confidence.of(
            attribution.reason.rule,
            outer is not None,
            why.rule if speaker is not None else "",
            mention.form if mention else None,
        )
        addressee, occasion = circumstances.read(analysis, attribution)
        statements.append(
            Statement(
                content=attribution.content, form=form, why=attribution.reason, why_speaker=why,
                cue=attribution.cue.span if attribution.cue else None,
                source=cover(attribution.source) if attribution.source else None,
                speaker=speaker, via=via, declines=attribution.declines,
                addressee=addressee,
                occasion=occasion,
                said=_said(analysis, attribution, times), confidence=sure,
            )
        )  # fmt: skip
    return tuple(statements)


def _said(analysis: Analysis, attribution: Attribution, times: Sequence[TimeExpression]) -> int | None:
    """The time told in the cue's own clause, `zei Schoof zaterdag`: no mark and no other verb between them."""
    cue = attribution.cue
    if cue is None:
        return None
    sentence = analysis.sentence_of(cue).span
    first = bisect_left(times, max(sentence.start, cue.start - NEAR), key=lambda time: time.span.start)
    for i, time in enumerate(times[first:], first):
        if time.span.start > min(sentence.end, cue.start + NEAR):
            break
        told = any(time.span.overlaps(piece) for piece in attribution.content)
        if told or not sentence.contains(time.span) or time.type not in (TimexType.DATE, TimexType.TIME):
            continue
        between = analysis.within(Span(min(cue.end, time.span.end), max(cue.start, time.span.start)))
        if not any(t.text in CLOSING or t.has("VerbForm=Fin") for t in between if t is not cue):
            return i
    return None
