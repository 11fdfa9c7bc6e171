"""Verbs that show a stance, and the words that they govern: `stemde tegen het plan`, `sluiten deelname niet uit`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason, Span, Stance
from standpunt.reading.attitudes.negation import clause, negated, says_not, towards_bare
from standpunt.reading.attitudes.words import SHOWN
from standpunt.reading.statements import clauses, cues
from standpunt.reading.statements.attribution import pieces
from standpunt.reading.statements.words import Verb


@dataclass(frozen=True, slots=True)
class Shown:
    """A stance towards `target`; `source` are the words of the subject, empty where there is none."""

    stance: Stance
    target: tuple[Span, ...]
    cue: Token
    why: Reason
    source: Sequence[Token]


def read(
    analysis: Analysis, tokens: Sequence[Token], table: Mapping[str, tuple[Verb, ...]]
) -> Iterator[Shown]:
    """What the verbs of a table show among the tokens of one sentence, each verb once."""
    found = cues.find(analysis, tokens, table)
    done = -1
    for cue in found:
        governed = clauses.content_of(analysis, tokens, cue, found) if cue.spot != done else None
        if governed is None or governed[0] in ("parenthesis", "as somebody said"):
            continue
        rule, body = governed
        if rule == "object" and any(t.has("VerbForm=Inf") for t in body):
            continue  # `wil een tunnel bouwen`: a modal, and the object is of the verb behind it
        stance, target = _stance(tokens, cue, body), pieces(analysis, body)
        if stance is not None and target:
            done = cue.spot
            yield Shown(stance, target, cue.token, Reason(rule, cue.verb.key), cue.source)


def _stance(tokens: Sequence[Token], cue: cues.Cue, body: Sequence[Token]) -> Stance | None:
    """By the entry and what is negated: the verb in its own clause, or the clause that it governs."""
    governed = {t.index for t in body} if any(t.has("VerbForm=Fin") for t in body) else frozenset()
    own = [t for t in clause(tokens, cue.spot) if t.index not in governed]
    denied = negated(own, {tokens[place].index for place in cue.parts})
    return towards_bare(SHOWN[cue.verb.key].read(denied), says_not(body))
