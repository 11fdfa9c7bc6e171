"""What must be there or not be missing: `zonder steun geen missie`, `maar alleen met geld`, `anders staken wij`."""

from collections.abc import Iterator, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason
from standpunt.reading.attitudes.negation import clause
from standpunt.reading.conditions.opened import WILL, Found, clause_end, denied
from standpunt.reading.statements.phrases import phrase_from
from standpunt.reading.statements.subjects import subject_of

MODALS = frozenset("moet moeten moest moesten dient dienen".split())
ONLY = frozenset("alleen enkel slechts uitsluitend".split())
_CAN = frozenset("kan kunnen mag mogen".split())
_LIMITS = frozenset("met na bij onder in voor binnen via tegen".split())
_TOGETHER = frozenset(("overleg", "samenspraak", "samenwerking"))


def without(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`zonder Amerikaanse steun geen missie`: a phrase or a clause behind `zonder`, and the rest negated."""
    for place, token in enumerate(tokens):
        if token.lower != "zonder" or token.pos not in ("ADP", "SCONJ"):
            continue
        phrase: Sequence[Token] = phrase_from(analysis, tokens, place + 1)
        if place + 1 < len(tokens) and tokens[place + 1].lower == "dat":
            phrase = tokens[place + 1 : clause_end(tokens, place + 2)]
        end = place + 1 + len(phrase)
        rest = [*tokens[:place], *tokens[end:]]
        if phrase and denied(rest):
            yield Found(tokens[place:end], token, Reason("without"), rest, ())


def otherwise(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`de minister moet betalen, anders komt er geen akkoord`."""
    for place, token in enumerate(tokens):
        if token.lower != "anders" or not place or tokens[place - 1].text not in ",;":
            continue
        spot = next((i for i in range(place) if tokens[i].lower in MODALS), None)
        if spot is not None:
            around = clause(tokens[: place - 1], spot)
            subject = subject_of(analysis, tokens[spot], tokens, spot)
            yield Found(around, token, Reason("otherwise"), tokens[place:], subject)


def or_else(analysis: Analysis, tokens: Sequence[Token], before: Sequence[Token]) -> Iterator[Found]:
    """`De minister moet betalen. Zo niet, dan staakt de bond`: the demand of the sentence before."""
    words = [t.lower for t in tokens if t.pos != "PUNCT"][:2]
    if words != ["zo", "niet"] and words[:1] != ["anders"]:
        return
    spot = next((i for i, t in enumerate(before) if t.lower in MODALS), None)
    if spot is not None:
        around = clause(before, spot)
        subject = subject_of(analysis, before[spot], before, spot)
        yield Found(around, tokens[0], Reason("otherwise"), tokens, subject)


def limited(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`wil wel een debat, maar alleen met de minister`, `pas na het onderzoek wil hij praten`."""
    for place, token in enumerate(tokens[:-2]):
        start = place
        if token.lower in ONLY or token.lower == "pas" and tokens[place + 1].lower != "na":
            start = _behind_will(tokens, place)
            if start == place:
                continue
        elif token.lower == "maar":
            start += 1
            while start < len(tokens) - 2 and tokens[start].lower in ("dan", "wel", *ONLY):
                start += 1
            if start == place + 1:
                continue
        elif token.lower == "pas" and tokens[place + 1].lower == "na":
            start += 1
        else:
            continue
        phrase = phrase_from(analysis, tokens, start + 1) if tokens[start].lower in _LIMITS else []
        if not phrase:
            continue
        behind = start + 1 + len(phrase)
        end = next((i for i in range(behind, len(tokens)) if tokens[i].text in ",;.!?)"), len(tokens))
        if token.lower == "pas" and not any(t.has("VerbForm=Fin") for t in tokens[end + 1 : end + 2]):
            end = next((i for i in range(behind, len(tokens)) if tokens[i].has("VerbForm=Fin")), behind)
        rest = [*tokens[:place], *tokens[end:]]
        wanted = any(t.lower in WILL or t.lower in MODALS for t in rest)
        if token.lower != "pas" or wanted:
            yield Found(tokens[place:end], token, Reason("limited", token.lower), rest)


def _behind_will(tokens: Sequence[Token], place: int) -> int:
    """`wil alleen bouwen [in] overleg met de buurt`: where the preposition behind an `alleen` stands that tells with
    whom or after what somebody will; else the place of the `alleen`."""
    before = {t.lower for t in tokens[max(0, place - 4) : place]}
    if not before & (WILL | _CAN) or "niet" in before or tokens[place - 1].lower == "maar":
        return place
    for start in range(place + 1, min(place + 4, len(tokens) - 1)):
        beside = tokens[start + 1].lower
        if (
            tokens[start].lower in ("na", "onder", "met")
            or tokens[start].lower == "in"
            and beside in _TOGETHER
        ):
            return start
        if tokens[start].pos not in ("VERB", "PRON", "ADV", "ADJ"):
            return place
    return place
