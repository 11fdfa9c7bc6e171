"""What somebody says that a thing does: `de tunnel leidt tot chaos`, `dat brengt de natuur in gevaar`. The stance is
towards the subject."""

from collections.abc import Callable, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason, Stance
from standpunt.reading.attitudes.negation import clause, hypothetical, negated
from standpunt.reading.attitudes.verbs import Shown
from standpunt.reading.attitudes.words import EFFECTS, HAS_EFFECT, OUTCOMES, opposite
from standpunt.reading.statements import cues
from standpunt.reading.statements.attribution import pieces

_LESS = frozenset("minder weinig geen".split())
_NEAR = 8
"""Words between a verb and the outcome that it has."""
_LONG = 5
"""Letters of a word that is looked for at the end of longer ones (`verkeerschaos`)."""


def effect(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> Shown | None:
    """The first in a sentence of what a thing does, and not he who speaks (`wij zorgen voor rust`)."""
    for cue in cues.find(analysis, tokens, EFFECTS):
        subject = _subject(analysis, cue)
        if not subject or is_himself(subject) or hypothetical(analysis, tokens, cue.spot):
            continue
        stance = _stance(tokens, cue)
        if stance is not None:
            return Shown(stance, pieces(analysis, subject), cue.token, Reason("effect", cue.verb.key), ())
    return None


def _subject(analysis: Analysis, cue: cues.Cue) -> Sequence[Token]:
    """The subject with all that hangs on it, by the parse; of an infinitive that of the verb that governs it."""
    verb = cue.token
    for each in (verb, analysis.tokens[verb.head]):
        subject = next((c for c in analysis.children[each.index] if c.dep == "nsubj"), None)
        if subject is not None:
            return analysis.subtree(subject)
        if each.dep not in ("xcomp", "conj", "aux", "cop"):
            break
    return ()


def _stance(tokens: Sequence[Token], cue: cues.Cue) -> Stance | None:
    around = clause(tokens, cue.spot)
    shown = HAS_EFFECT[cue.verb.key]
    if shown.plain is not None or shown.negated is not None:
        own = {tokens[place].index for place in cue.parts}
        return shown.read(negated(around, own))
    governs = {*cue.verb.prepositions}
    place = next(
        (i for i, t in enumerate(tokens) if t.lower in governs and abs(i - cue.spot) < _NEAR), cue.spot
    )
    for at in range(place + 1, min(place + _NEAR, len(tokens))):
        if tokens[at].text in ",;:.!?":
            return None
        stance = _outcome(tokens[at])
        if stance is not None:
            less = any(t.lower in _LESS for t in tokens[max(place, at - 3) : at])
            return opposite(stance) if less else None if negated(around) else stance
    return None


def _outcome(token: Token) -> Stance | None:
    if token.pos != "NOUN":
        return None
    found = OUTCOMES.get(token.lower)
    ends = (stance for word, stance in OUTCOMES.items() if len(word) > _LONG and token.lower.endswith(word))
    return found or next(ends, None)
