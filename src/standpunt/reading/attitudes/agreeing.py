"""Who agrees with whom: `de PvdA sluit zich daarbij aan` is for or against what was said before, whichever that was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Attitude, Mention, Reason, Stance
from standpunt.reading.attitudes.verbs import Shown
from standpunt.reading.attitudes.words import AGREEING, opposite
from standpunt.reading.statements.attribution import pieces
from standpunt.reading.statements.subjects import subject_of

_THINKS = frozenset(
    "vindt vinden vond vonden denkt denken dacht dachten wil willen wilde wilden hoopt hopen hoopte hoopten".split()
)
_TOO = frozenset(("ook", "eveneens"))
_SHORT = 12
"""Words that `dat vindt ook X` has at most."""
_BACK = 3
"""Sentences that what is agreed with may lie back."""
_POINTING = frozenset("dat dit daarmee daarbij hiermee hierbij daar hier ermee".split())


def thinks_so(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Shown]:
    """`dat vindt ook de PvdA`, `ook de PvdA vindt dat`."""
    spot = next((i for i, t in enumerate(tokens) if t.lower in _THINKS), None)
    if spot is None or not any(t.lower in _TOO for t in tokens):
        return
    words = [t for t in tokens if t.pos != "PUNCT"]
    if len(words) > _SHORT:
        return
    points = next((t for t in (words[0], words[-1]) if t.lower in ("dat", "dit")), None)
    source = [t for t in subject_of(analysis, tokens[spot], tokens, spot) if t.lower not in _TOO]
    if points is not None and source and points not in source:
        yield Shown(
            Stance.SUPPORT, pieces(analysis, [points]), tokens[spot], Reason("agrees", "vinden"), source
        )


def follow(
    analysis: Analysis, attitudes: Sequence[Attitude], mentions: Sequence[Mention]
) -> Iterator[Attitude]:
    """The attitudes, in the order of the text, with those of whoever agrees in the place of his agreeing; where nothing
    is found that he agrees with, it stands as it is (`is het eens met het plan`)."""
    for place, each in enumerate(attitudes):
        agrees = each.why.rule == "agrees" or each.why.entry in AGREEING
        if not agrees or each.holder is None or each.stance not in (Stance.SUPPORT, Stance.OPPOSE):
            yield each
            continue
        shared = _agreed(analysis, attitudes[:place], each, mentions)
        for other in shared:
            stance = opposite(other.stance) if each.stance is Stance.OPPOSE else other.stance
            if stance is not None:
                why = Reason("agrees", each.why.entry)
                yield replace(
                    other, stance=stance, cue=each.cue, why=why, holder=each.holder, statement=each.statement
                )
        if not shared and each.why.rule != "agrees":
            yield each


def _agreed(
    analysis: Analysis, before: Sequence[Attitude], agrees: Attitude, mentions: Sequence[Mention]
) -> Sequence[Attitude]:
    """What was said last: by those whom the words name, or by anybody else where they only point back."""
    target = [t for span in agrees.target for t in analysis.within(span)]
    named = {m.chain for m in mentions for span in agrees.target if span.overlaps(m.span)} - {None}
    points = agrees.why.rule == "alone" or all(t.lower in _POINTING for t in target)
    if not named and not points:
        return ()
    at = _sentence(analysis, agrees)
    told = [
        each
        for each in reversed(before)
        if each.holder not in (None, agrees.holder)
        and each.why.rule != "deed"
        and each.stance is not Stance.DECLINES
        and at - _BACK <= _sentence(analysis, each) < at
        and (each.holder in named or not named)
    ]
    if not told:
        return ()
    last = _sentence(analysis, told[0])
    return list(takewhile(lambda each: _sentence(analysis, each) == last, told))


def _sentence(analysis: Analysis, attitude: Attitude) -> int:
    return next(s.index for s in analysis.sentences if s.span.end > attitude.cue.start)
