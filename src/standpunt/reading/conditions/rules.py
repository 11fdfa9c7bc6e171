"""What states a condition in one sentence. Each rule takes its tokens and yields what it finds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason
from standpunt.reading.attitudes.negation import NEGATORS, clause, negated
from standpunt.reading.conditions.words import CONSENT, NAMES, OPENERS, Opener
from standpunt.reading.statements.phrases import phrase_from
from standpunt.reading.statements.subjects import subject_of

_MODALS = frozenset("moet moeten moest moesten dient dienen".split())
_PERSONS = frozenset("hij zij ze we wij ik".split())
_WILL = frozenset("zal zullen wil willen gaat gaan staat".split())
_NO_DEMAND = frozenset(
    "we wij ik je jij jullie u hij zij ze men iedereen niemand er dat dit het wat die".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """`clause`: the words that state the condition; `applies`: the words that hang on it; `subject`: whoever has to
    meet it, or, of a demand, the thing that it is made on."""

    clause: Sequence[Token]
    marker: Token
    why: Reason
    applies: Sequence[Token] = ()
    subject: Sequence[Token] = ()
    unless: bool = False
    demand: bool = False


def opened(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`mits S`, `alleen als S`, `niet voordat S`, `op voorwaarde dat S`."""
    place = 0
    while place < len(tokens):
        near = OPENERS.get(tokens[place].lower, [])
        entry = next((each for each in near if stands(tokens, place, each[1])), None)
        if entry is None:
            place += 1
            continue
        key, words, opener = entry
        end = _clause_end(tokens, place + len(words))
        rest = [*tokens[:place], *tokens[end:]]
        opens = tokens[place + len(words) - 1].dep == "mark" or len(words) > 1 or not opener.only
        verb = any(t.pos in ("VERB", "AUX") for t in tokens[place + len(words) : end])
        if opens and verb and _fits(opener, tokens[:place], rest):
            start = place + len(words) if words[-1] == "dat" else place
            subject = phrase_from(analysis, tokens, place + len(words))  # `als de Kamer instemt`
            yield Found(tokens[start:end], tokens[place], Reason("opener", key), rest, subject, opener.unless)
        place = max(end, place + 1)


def then(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`wel moet er geld zijn`, `maar dan moet het loon omhoog`: part of what was granted is taken back."""
    for place, token in enumerate(tokens):
        if token.lower not in _MODALS or not place or tokens[place - 1].lower not in ("wel", "dan"):
            continue
        around = clause(tokens, place)
        head = next((t for t in around if t.lower not in ("maar", "en")), token)
        if head is tokens[place - 1]:
            subject = subject_of(analysis, token, tokens, place)
            yield Found(around, token, Reason("then", tokens[place - 1].lower), (), subject)


def stands(tokens: Sequence[Token], place: int, words: Sequence[str]) -> bool:
    return tuple(t.lower for t in tokens[place : place + len(words)]) == tuple(words)


def _fits(opener: Opener, before: Sequence[Token], rest: Sequence[Token]) -> bool:
    if opener.only:
        return any(t.lower in opener.only for t in before) or not _asked(rest) and _promises(rest)
    return not opener.denied or negated(rest)


def _asked(rest: Sequence[Token]) -> bool:
    """`als het Rijk dat niet doet, wat kunnen wij dan?`: who asks promises nothing."""
    return any(t.text == "?" for t in rest)


def _promises(rest: Sequence[Token]) -> bool:
    """`dan doen wij ook mee`, `zal de bond staken`: what hangs on the clause is what somebody will do."""
    own = any(
        t.lower in ("we", "wij", "ik") and place and rest[place - 1].has("Tense=Pres")
        for place, t in enumerate(rest)
    )
    return own or any(t.lower in _WILL for t in rest) and any(_is_somebody(t) for t in rest)


def _is_somebody(token: Token) -> bool:
    return token.dep.startswith("nsubj") and (token.pos == "PROPN" or token.lower in _PERSONS)


def _clause_end(tokens: Sequence[Token], start: int) -> int:
    """The mark behind the clause's verb, or the end; a second finite verb right behind it begins the main clause (`als
    de leden willen zullen we staken`)."""
    verb = False
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.text in ".;!?:–—" or token.text == "," and verb:
            return place
        if token.has("VerbForm=Fin") and tokens[place - 1].has("VerbForm=Fin") and place > start + 1:
            return place
        verb = verb or token.pos in ("VERB", "AUX")
    return len(tokens)


def without(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`zonder Amerikaanse steun geen missie`: a phrase behind `zonder`, and the rest negated."""
    for place, token in enumerate(tokens):
        if token.lower != "zonder" or token.pos != "ADP":
            continue
        phrase = phrase_from(analysis, tokens, place + 1)
        end = place + 1 + len(phrase)
        rest = [*tokens[:place], *tokens[end:]]
        if phrase and negated(rest):
            yield Found(tokens[place:end], token, Reason("without"), rest, ())


def named(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`voorwaarde is dat S`, `stelt als voorwaarde dat S`; `een helder mandaat is een voorwaarde`."""
    for place, token in enumerate(tokens):
        key = NAMES.get(token.lower)
        if key is None or token.pos not in ("NOUN", "PROPN"):
            continue
        that = next(
            (
                i
                for i in range(place + 1, min(place + 12, len(tokens)))
                if tokens[i].lower == "dat" or tokens[i].text == ":"
            ),
            None,
        )
        if that is not None and not any(t.text in ".;!?" for t in tokens[place:that]):
            if place and tokens[place - 1].lower in ("op", "onder"):
                continue  # an opener
            end = _clause_end(tokens, that + 1)
            stated = tokens[that + 1 : end]
            for each in _split(stated):
                if any(t.pos in ("VERB", "AUX") for t in each):
                    yield Found(each, token, Reason("named", key), (), phrase_from(analysis, each, 0))
            continue
        copula = next((c for c in analysis.children[token.index] if c.dep == "cop"), None)
        subject = next((c for c in analysis.children[token.index] if c.dep.startswith("nsubj")), None)
        denied = any(c.lower in NEGATORS for c in analysis.children[token.index])
        if copula is not None and subject is not None and subject.lower not in _NO_DEMAND and not denied:
            whole = {t.index for t in analysis.subtree(subject)}
            yield Found(
                [t for t in tokens if t.index in whole],
                token,
                Reason("named", key),
                _for(analysis, tokens, place),
            )


def _split(stated: Sequence[Token]) -> list[Sequence[Token]]:
    """`dat A en dat B` states two conditions."""
    parts, start = [], 0
    for place, token in enumerate(stated):
        joined = token.lower == "en" and place + 1 < len(stated) and stated[place + 1].lower == "dat"
        if joined and stated[place + 1].pos != "DET":
            parts.append(stated[start:place])
            start = place + 2
    return [*parts, stated[start:]]


def _for(analysis: Analysis, tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """What hangs on a condition that a noun names: `voorwaarde voor een akkoord`, `voorwaarde is voor een akkoord`."""
    near = next(
        (i for i in range(place + 1, min(place + 4, len(tokens))) if tokens[i].lower in ("voor", "bij")), None
    )
    return phrase_from(analysis, tokens, near + 1) if near is not None else ()


def consent(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`de Kamer moet nog instemmen`: somebody else must agree."""
    for place, token in enumerate(tokens):
        if token.lower not in _MODALS:
            continue
        around = clause(tokens, place)
        agreed = next((t for t in around if t.lower in CONSENT), None)
        if agreed is None or agreed.lower == "groen" and not any(t.lower == "licht" for t in around):
            continue
        subject = subject_of(analysis, token, tokens, place)
        if subject and not negated(around):
            yield Found(around, token, Reason("consent", CONSENT[agreed.lower]), (), subject)
            return


def first(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`eerst moet er een akkoord zijn`."""
    for place, token in enumerate(tokens):
        if token.lower in _MODALS:
            around = clause(tokens, place)
            if any(t.lower == "eerst" for t in around) and not negated(around):
                yield Found(around, token, Reason("first"), (), subject_of(analysis, token, tokens, place))
                return


def demanded(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`de missie moet een helder mandaat hebben`: a demand on a thing; of whoever wants that thing, a condition."""
    for place, token in enumerate(tokens):
        wanted = token.lower in _MODALS
        if not wanted and token.lower not in ("mag", "mogen"):
            continue
        around = clause(tokens, place)
        subject = subject_of(analysis, token, tokens, place)
        somebody = len(subject) == 1 and subject[0].lower in _NO_DEMAND
        if subject and not somebody and (wanted or negated(around)):
            yield Found(around, token, Reason("demand", token.lower), (), subject, demand=True)
            return


_TRIGGERS = OPENERS.keys() | NAMES.keys() | _MODALS | frozenset(("zonder", "mag", "mogen"))


def may_state(tokens: Sequence[Token]) -> bool:
    """A cheap first test: whether a sentence holds any word that a rule begins with."""
    return not _TRIGGERS.isdisjoint(t.lower for t in tokens)


RULES: tuple[Callable[[Analysis, Sequence[Token]], Iterator[Found]], ...] = (
    opened, named, without, consent, first, then,
)  # fmt: skip
