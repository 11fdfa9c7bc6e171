"""What somebody wants, rejects, leaves open or will not tell, whatever the issue.

    attitudes = find(analysis, statements, mentions, chains, facts)

Three places show it: the cue of a statement (`pleit voor een verbod`), the words that are said (`own_words`: `er moet
een verbod komen`), and what the reporter tells of somebody (`told`: `de raad stemde tegen het verbod`). Each attitude
keeps the words that it is towards; which issue these are about is known only with a codebook, and decided in
`dossier.positions`. `attitudes.nl.toml` holds the words.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from standpunt.language.analysis import Analysis, Token, cover
from standpunt.model import Attitude, Chain, Form, Mention, Reason, Span, Stance, Statement
from standpunt.reading.attitudes import own_words, verbs
from standpunt.reading.attitudes.agreeing import follow
from standpunt.reading.attitudes.back import names_nothing, refers
from standpunt.reading.attitudes.holders import OWN_SIDE, Speaker, companions, holder_of, holders_of, members
from standpunt.reading.attitudes.negation import clause, denies, hedge, hypothetical, negated, says_not
from standpunt.reading.attitudes.told import told
from standpunt.reading.attitudes.verbs import ASKING, behind_against, behind_whether, without_others
from standpunt.reading.attitudes.verbs import Shown as Given
from standpunt.reading.attitudes.words import (
    BOTH_WAYS,
    DENYING,
    NOUNS,
    REPORTING,
    WANTING,
    WISHES,
    Shown,
    opposite,
)
from standpunt.registry import Registry

__all__ = ["find", "holder_of", "members"]

# Rules whose words without a thing tell of doings, or answer nobody knows what: `wij moeten zorgen dat ...`, `nee`.
_OWN_VERBS = frozenset(("modal", "plan", "meant", "deed", "bare"))


def find(
    analysis: Analysis,
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    facts: Registry,
) -> tuple[Attitude, ...]:
    """The attitudes of an article in the order of the text."""
    anothers = {
        t.index
        for each in statements
        if _is_anothers(analysis, each)
        for t in _within(analysis, each.content)
    }
    found = [
        replace(attitude, holder=holder)
        for index, statement in enumerate(statements)
        for attitude in _of_statement(
            analysis,
            index,
            statement,
            Speaker(statement.speaker, mentions, chains, analysis.text, facts),
            anothers if statement.via is None else frozenset(),
        )
        for holder in (
            *_speakers(analysis, statement, mentions),
            *_with_him(analysis, attitude, statement, mentions),
        )
    ]
    found += [
        Attitude(
            _hedged(analysis, shown.stance, shown.target), shown.target, shown.cue.span, shown.why, holder
        )
        for shown, holder in told(analysis, statements, mentions)
    ]
    pointing = [
        replace(each, refers=_refers(analysis, each), holder=holder)
        for each in found
        for holder in (members(each.holder, mentions, chains) if each.holder is not None else (None,))
    ]
    ordered = sorted(pointing, key=lambda each: (each.cue.start, each.target))
    return tuple(follow(analysis, ordered, mentions))


def _refers(analysis: Analysis, attitude: Attitude) -> bool:
    shown = analysis.within(_shows(attitude))
    judged = attitude.why.rule not in _OWN_VERBS and attitude.why.entry != "iets willen"
    if attitude.why.rule == "phrase":
        shown = [t for t in shown if t.lower not in attitude.why.entry.split()]  # `weggegooid geld`
    return refers(shown) or attitude.why.rule == "alone" or judged and names_nothing(shown)


def _is_anothers(analysis: Analysis, statement: Statement) -> bool:
    """Told inside somebody's words, and not of himself or his side (`wij hebben altijd gezegd dat ...`); a noun alone
    (`noemt de wens om te gaan "onrealistisch"`) does not take his judgement from him."""
    named = analysis.within(statement.source) if statement.source else ()
    told = statement.via is not None and statement.why.rule != "clause of a noun"
    return told and not any(token.lower in OWN_SIDE for token in named)


def _speakers(analysis: Analysis, statement: Statement, mentions: Sequence[Mention]) -> Sequence[int | None]:
    """Several who speak in one phrase are one speaker, but each of them wants what is said."""
    named = holders_of(analysis, analysis.within(statement.source), mentions) if statement.source else ()
    return named if len(named) > 1 else (statement.speaker,)


def _with_him(
    analysis: Analysis, attitude: Attitude, statement: Statement, mentions: Sequence[Mention]
) -> Sequence[int]:
    """`D66 pleit samen met Volt voor een verbod`."""
    if attitude.why.rule != "reporting verb":
        return ()
    inside = {t.index for t in _within(analysis, statement.content)}
    around = [t for t in _around_cue(analysis, statement) if t.index not in inside]
    return companions(analysis, around, mentions)


def _shows(attitude: Attitude) -> Span:
    """From the cue to what it is towards."""
    return Span(
        min(attitude.cue.start, attitude.target[0].start), max(attitude.cue.end, attitude.target[-1].end)
    )


def _of_statement(
    analysis: Analysis, index: int, statement: Statement, speaker: Speaker, anothers: Collection[int]
) -> Iterator[Attitude]:
    """`anothers` are the tokens that tell, inside somebody's words, what another said."""
    if statement.declines:
        cue = statement.cue or statement.content[0]
        yield Attitude(
            Stance.DECLINES,
            statement.content,
            cue,
            Reason("declines", statement.why.entry),
            statement.speaker,
            index,
        )
        return
    if statement.why.rule == "clause of a noun":
        noun = NOUNS.get(statement.why.entry)
        if noun is not None and noun.plain is not None and statement.cue is not None:
            why = Reason("noun", statement.why.entry)
            yield Attitude(noun.plain, statement.content, statement.cue, why, statement.speaker, index)
        return
    inside = without_others(_within(analysis, statement.content))
    stance = _of_cue(analysis, statement, inside)
    his = [] if _is_asked(analysis, statement) else [t for t in inside if t.index not in anothers]
    found = [
        own
        for tokens in _sentences(his)
        for own in own_words.find(analysis, tokens, speaker.is_himself)
        if _adds(statement, stance, own, inside)
    ]
    if stance is not None and statement.cue is not None and not _says_which(statement, stance, found, inside):
        why = Reason("reporting verb", statement.why.entry)
        for part, side in _parts(statement, stance, inside):
            hedged = _hedged(analysis, side, part)
            yield Attitude(hedged, part, statement.cue, why, statement.speaker, index)
    elif statement.cue is not None and statement.why.entry not in REPORTING:
        # `toont zich tevreden over`: a verb of both lists
        both = any(t.lower in WANTING for t in analysis.within(statement.cue))
        for felt in verbs.read(analysis, _around_cue(analysis, statement), WANTING) if both else ():
            fits = felt.why.rule in ("preposition", "infinitive") and felt.why.entry not in REPORTING
            if fits and felt.cue.span.overlaps(statement.cue):
                yield Attitude(
                    felt.stance, statement.content, statement.cue, felt.why, statement.speaker, index
                )
    for own in found:
        hedged = _hedged(analysis, own.stance, own.target)
        yield Attitude(hedged, own.target, own.cue.span, own.why, statement.speaker, index)
    if not found and stance is None and statement.cue is not None and _is_dubbed(statement, inside):
        why = Reason("dubbed", statement.why.entry)
        yield Attitude(Stance.OPPOSE, statement.content, statement.cue, why, statement.speaker, index)
    if not found and statement.why.entry in WISHES and statement.cue is not None:
        wished = Stance.OPPOSE if negated(inside) else Stance.SUPPORT
        why = Reason("wish", statement.why.entry)
        yield Attitude(wished, statement.content, statement.cue, why, statement.speaker, index)


def _parts(
    statement: Statement, stance: Stance, inside: Sequence[Token]
) -> Iterator[tuple[tuple[Span, ...], Stance]]:
    """`wil dat de taks niet stijgt en dat de tunnel er komt`: each clause, by whether it is negated itself."""
    joints = [
        place
        for place, token in enumerate(inside[:-1])
        if place
        and token.lower in ("en", "maar")
        and inside[place + 1].lower == "dat"
        and inside[place + 1].dep == "mark"
    ]
    if not joints:
        yield statement.content, stance
        return
    starts, ends = [0, *(place + 2 for place in joints)], [*joints, len(inside)]
    plain = opposite(stance) if says_not(inside) else stance
    for start, end in zip(starts, ends, strict=True):
        part = inside[start:end]
        side = opposite(plain) if says_not(part) else plain
        if part and side is not None:
            yield (cover(part),), side


def _of_cue(analysis: Analysis, statement: Statement, inside: Sequence[Token]) -> Stance | None:
    """What the cue shows towards the words that are said."""
    shown = REPORTING.get(statement.why.entry)
    if shown is None or statement.cue is None or not _governs(analysis, statement, shown, inside):
        return None
    direct = statement.form is Form.DIRECT
    asks = bool(inside) and inside[0].lower in ASKING and not direct
    if asks or _supposed(analysis, statement):
        return None
    against = statement.why.entry in BOTH_WAYS and behind_against(analysis, inside)
    stance = shown.towards(_cue_negated(analysis, statement), against)
    # who wants it not to happen is against it
    return opposite(stance) if not direct and says_not(inside) else stance


def _is_dubbed(statement: Statement, inside: Sequence[Token]) -> bool:
    """`noemt de tunnel "een betonnen droom"`, `spreekt van een "betonorgie"`: a name that a paper puts in quotation
    marks, and that is no word of praise, condemns."""
    dubs = statement.why.rule == "predicate" or statement.why.entry == "spreken van"
    return dubs and statement.form is Form.MIXED and not negated(inside)


def _is_asked(analysis: Analysis, statement: Statement) -> bool:
    """`vraagt zich af of de tunnel nodig is`."""
    return behind_whether(analysis, analysis.within(statement.content[0])[0])


def _adds(statement: Statement, stance: Stance | None, own: Given, inside: Sequence[Token]) -> bool:
    """Whether somebody's words show more than their cue. An infinitive (`weigert het plan te steunen`, `ontkent het te
    steunen`) is not what he does; what is regretted (`betreurt dat er geen tunnel komt`) is judged already."""
    if own.why.rule == "effect":
        return statement.why.entry not in REPORTING
    finite = any(t.has("VerbForm=Fin") for t in inside)
    meant = own.cue.has("VerbForm=Inf") and not finite
    return not meant or stance is Stance.SUPPORT or (stance is None and statement.why.entry not in DENYING)


def _says_which(
    statement: Statement, stance: Stance, found: Sequence[Given], inside: Sequence[Token]
) -> bool:
    """`roept op het plan te verwerpen`: what somebody wants is told by the infinitive."""
    if statement.form is Form.DIRECT:
        return bool(found)  # `"Dit is een aanfluiting", pleitte hij`
    finite = any(t.has("VerbForm=Fin") for t in inside)
    return stance is Stance.SUPPORT and not finite and any(own.cue.has("VerbForm=Inf") for own in found)


def _hedged(analysis: Analysis, stance: Stance, target: Sequence[Span]) -> Stance:
    """`mogelijk mee te doen`: who may want it leaves it open."""
    return Stance.OPEN if stance is Stance.SUPPORT and hedge(_within(analysis, target)) else stance


def _within(analysis: Analysis, spans: Sequence[Span]) -> list[Token]:
    return [t for span in spans for t in analysis.within(span)]


def _governs(analysis: Analysis, statement: Statement, shown: Shown, inside: Sequence[Token]) -> bool:
    """Whether the cue says what its words are towards: `keurt het plan af`, and not `"Dit kan niet", keurt hij af`."""
    if (
        shown.phrase
        and any(t.has("VerbForm=Fin") for t in inside)
        and not (shown.that and _is_that(analysis, inside))
    ):
        return False
    quoted = statement.form is Form.DIRECT or statement.why.rule == "parenthesis"
    return shown.plain is Stance.SUPPORT or not quoted


def _is_that(analysis: Analysis, inside: Sequence[Token]) -> bool:
    """`vraagt dat de gemeente een tunnel bouwt`."""
    return inside[0].index > 0 and analysis.tokens[inside[0].index - 1].lower == "dat"


def _sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words that are said, sentence by sentence."""
    rows: dict[int, list[Token]] = {}
    for token in tokens:
        rows.setdefault(token.sentence, []).append(token)
    return list(rows.values())


def _cue_negated(analysis: Analysis, statement: Statement) -> bool:
    """A `niet` in the clause of the cue, outside what is said and outside the words of its phrase."""
    tokens = [
        token
        for token in _around_cue(analysis, statement)
        if not any(span.contains(token.span) for span in statement.content)
    ]
    spot = _spot(tokens, statement)
    if spot is None:
        return False
    phrase = set(statement.why.entry.split())
    around = clause(tokens, spot)
    inside = without_others(_within(analysis, statement.content))
    # `pleit niet voor`, `steunt het plan niet`; and `steunt geen verbod`, where the object itself holds it
    return negated(around, [t.index for t in around if t.lower in phrase]) != denies(inside)


def _supposed(analysis: Analysis, statement: Statement) -> bool:
    """`als de raad het plan steunt`: nobody does yet."""
    tokens = _around_cue(analysis, statement)
    spot = _spot(tokens, statement)
    return spot is not None and hypothetical(analysis, tokens, spot)


def _around_cue(analysis: Analysis, statement: Statement) -> Sequence[Token]:
    """The sentence of the cue."""
    cue = statement.cue
    assert cue is not None
    return analysis.of(next(s for s in analysis.sentences if s.span.end > cue.start))


def _spot(tokens: Sequence[Token], statement: Statement) -> int | None:
    cue = statement.cue
    return next((i for i, token in enumerate(tokens) if cue is not None and cue.contains(token.span)), None)
