"""A cue that is inserted in what it reports: `S, zegt X`, `A, denkt X, B`, `zoals X had verwacht`."""

from collections.abc import Sequence
from itertools import pairwise

from standpunt.language.analysis import Analysis, Token
from standpunt.reading.statements.boundaries import inverted
from standpunt.reading.statements.cues import STOPS, Cue

RELATIVE = frozenset(
    "die dat wat waar waarmee waarvan waarin waarop waarbij waarvoor waardoor waarover wie".split()
)
Tokens = Sequence[Token]


def parenthesis(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`S, zegt X.`; `S, zo meent X`; `A, denkt X, B`."""
    spot = _inserted(tokens, cue)
    if not cue.verb.frames & {"quote", "clause"} or spot is None or cue.token.pos == "AUX":
        return None
    opener = spot - 1
    while opener >= 0 and tokens[opener].lower in ("zo", "dus", "aldus", "althans"):
        opener -= 1
    if opener < 1 or tokens[opener].text not in (",", "–", "-", "—"):
        return None
    if cue.source and cue.source[0].index < tokens[spot].index and not cue.verb.source:
        return None  # `De leider, die ziek was, besloot ...`
    end = _parenthesis_end(analysis, tokens, cue)
    left = tokens[:opener]
    behind = [t for t in tokens[end:] if t.text not in STOPS]
    if any(
        t.has("VerbForm=Inf")
        for t in tokens[spot + 1 : end]
        if t not in cue.source and t.lower not in cue.verb.words
    ):
        return None  # `..., willen zij de boeren ooit meekrijgen`: the verb governs something of its own
    if not _has_main_verb(left) and not any(t.has("VerbForm=Fin") for t in behind):
        if left[0].pos in ("ADP", "ADV", "ADJ") and any(t.has("VerbForm=Fin") for t in left):
            return None  # `In een video die hij plaatste, stelt hij ...`: the cue is the main verb itself
        fragment = cue.verb.words in ((), ("weten",)) and left[0].pos not in ("ADP", "ADV", "SCONJ")
        if not (fragment and inverted(tokens, spot)):
            return None
    if (
        left[0].lower in ("als", "toen", "terwijl", "nadat", "omdat", "hoewel", "voordat", "zoals")
        and not behind
        and not _main_clause_follows(left)
    ):
        return None  # a subordinate clause before its main clause: `Als dat zo is, zegt X niets meer`
    if (
        end < len(tokens)
        and tokens[end].text == ","
        and behind
        and behind[0].lower not in ("die", "dat", "waar", "waarna")
    ):
        return [*left, *tokens[end:]]
    return list(left)


def _inserted(tokens: Tokens, cue: Cue) -> int | None:
    """The place of the verb behind the mark: the cue, or the auxiliary of `, zo hebben bronnen bevestigd`, `, heeft X
    gezegd`."""
    if cue.verb.shape == "finite" or not cue.source:
        return cue.spot if cue.verb.shape == "finite" else None
    for i in range(cue.spot - 1, max(0, cue.spot - 12), -1):
        behind = i + 1 < len(tokens) and tokens[i + 1] is cue.source[0]
        if tokens[i].pos == "AUX" and (tokens[i - 1].lower == "zo" or tokens[i - 1].text == "," and behind):
            return i
    return None


def _has_main_verb(tokens: Tokens) -> bool:
    """A finite verb that no subordinator or relative pronoun stands before, or that follows such a clause at once (`Als
    het regent, gaat ...`)."""
    subordinate = False
    for place, token in enumerate(tokens):
        if token.has("VerbForm=Fin"):
            if not subordinate or tokens[place - 1].text == ",":
                return True
            subordinate = False
        elif (
            token.pos == "SCONJ"
            or token.lower in RELATIVE
            and place > 0
            and tokens[place - 1].pos not in ("CCONJ", "VERB", "AUX")
        ):
            subordinate = True
    return False


def _main_clause_follows(tokens: Tokens) -> bool:
    """`Als het regent, (dan) gaat het niet door`: the subordinate clause has its main clause with it already."""
    return any(
        mark.text == "," and (verb.has("VerbForm=Fin") or verb.lower == "dan")
        for mark, verb in pairwise(tokens)
    )


def _parenthesis_end(analysis: Analysis, tokens: Tokens, cue: Cue) -> int:
    """The place of the comma that closes `, zegt X tegen Trouw,`, or the end."""
    start = max([cue.spot, *cue.parts, *(i for i, t in enumerate(tokens) if t in cue.source)]) + 1
    return next(
        (i for i in range(start, len(tokens)) if tokens[i].text in (",", "–", "—", ":", ";")), len(tokens)
    )


def as_somebody_said(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`Zoals de bonden hadden verwacht, ligt het werk stil`; `Het werk ligt stil, zoals X zei`."""
    if not cue.verb.frames & {"quote", "clause"} or not cue.source:
        return None
    head = next((i for i in range(cue.spot - 1, -1, -1) if tokens[i].text in STOPS), -1) + 1
    if tokens[head].lower != "zoals":
        return None
    end = next((i for i in range(cue.spot, len(tokens)) if tokens[i].text in STOPS), len(tokens))
    return list(tokens[end:]) if head == 0 else list(tokens[: head - 1])
