"""Who voted for and who against, where the second side leaves out the verb or stands before it: `D66 stemde voor de
tunnel, de SP en de PVV tegen`, `tegen stemden de SP en de PVV`, `aangenomen met de stemmen van D66 tegen`."""

from collections.abc import Iterator, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Mention, MentionForm, Reason, Stance
from standpunt.reading.attitudes.negation import negated
from standpunt.reading.attitudes.verbs import Shown
from standpunt.reading.statements.attribution import pieces
from standpunt.reading.statements.phrases import phrase_from
from standpunt.reading.statements.subjects import phrase_before, subject_of

_SIDES = {"voor": Stance.SUPPORT, "tegen": Stance.OPPOSE}
_VOTED = frozenset("stemde stemden stemt stemmen gestemd bleek bleken blijkt blijken".split())
_VOTES = frozenset(("stem", "stemmen"))
_STOP = frozenset(",;.:!?)–")


def votes(analysis: Analysis, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Shown]:
    """The sides that verbs do not show (`verbs.read`), each with the words that name who took it."""
    if not any(t.lower in _VOTED for t in tokens) or negated(tokens):
        return
    thing = _thing(analysis, tokens)
    for place, token in enumerate(tokens):
        stance = _SIDES.get(token.lower)
        source = _named(_voters(analysis, tokens, place), mentions) if stance is not None else ()
        if stance is not None and source:
            rule = "vote" if thing else "alone"
            yield Shown(stance, pieces(analysis, thing or [token]), token, Reason(rule, "stemmen"), source)


def _named(source: Sequence[Token], mentions: Sequence[Mention]) -> Sequence[Token]:
    """From the first name on: `de stemmen van D66 en de SP`."""
    names = [m.span for m in mentions if m.form is MentionForm.NAME]
    first = next((i for i, t in enumerate(source) if any(span.contains(t.span) for span in names)), None)
    return source[first:] if first is not None else ()


def _voters(analysis: Analysis, tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """Those behind `tegen stemden` and `stemmen tegen van`, or before a `tegen` that closes its clause."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    before = tokens[place - 1] if place else None
    if behind is not None and behind.lower in _VOTED:
        return phrase_from(analysis, tokens, place + 2)
    if behind is not None and behind.lower == "van" and before is not None and before.lower in _VOTES:
        return phrase_from(analysis, tokens, place + 2)
    if behind is not None and behind.text not in _STOP and behind.pos != "CCONJ":
        return ()
    verb = next((i for i in range(place - 1, -1, -1) if tokens[i].lower in _VOTED), None)
    alone = verb is not None and not any(t.pos in ("NOUN", "PROPN") for t in tokens[verb + 1 : place])
    if verb is not None and alone and tokens[verb].has("VerbForm=Fin"):
        return subject_of(analysis, tokens[verb], tokens, verb)  # `de SP stemde als enige tegen`
    return phrase_before(analysis, tokens, place)


def _thing(analysis: Analysis, tokens: Sequence[Token]) -> Sequence[Token]:
    """What is voted on, where a side of the sentence names it (`stemde voor de tunnel`)."""
    for place, token in enumerate(tokens[:-1]):
        if token.lower in _SIDES and tokens[place + 1].lower not in _VOTED:
            phrase = phrase_from(analysis, tokens, place + 1)
            if phrase and any(t.pos == "NOUN" for t in phrase):
                return phrase
    return ()
