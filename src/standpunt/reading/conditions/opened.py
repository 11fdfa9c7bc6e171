"""Clauses that a word opens: `mits S`, `alleen als S`, `niet voordat S`; and what any rule finds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standpunt.language.analysis import Analysis, Token
from standpunt.model import ActorKind, Reason, Stance
from standpunt.reading.attitudes import own_words, verbs
from standpunt.reading.attitudes.negation import clause, negated
from standpunt.reading.attitudes.words import WANTING
from standpunt.reading.conditions.words import OPENERS, Opener
from standpunt.reading.mentions import words as people
from standpunt.reading.statements.phrases import phrase_from

_PERSONS = frozenset("hij zij ze we wij ik".split())
WISHES = frozenset("wil willen wilde wilden".split())
WILL = frozenset("zal zullen wil willen gaat gaan staat".split())
_FOLLOWS = frozenset(
    "volgt volgen komt komen vervalt vervallen eindigt stopt stoppen dreigt zal zullen stapt stappen staakt "
    "staken".split()
)
# `dan weten wij waar ieder staat`: no doing that hangs on it.
_KNOWING = frozenset(
    "weten weet zien ziet denken denk vinden vind hopen hoop merken vrezen vrees hebben heb zijn ben".split()
)
_GRANTED = frozenset("aanvaardbaar acceptabel bespreekbaar verteerbaar denkbaar".split())
_SHORT = 3
"""Words of a clause whose verb may stand right behind its subject (`als overleg niet helpt`)."""
_LIKELY = frozenset("waarschijnlijk vermoedelijk wellicht".split())
_ANYBODY = frozenset(("je", "jij", "u", "men"))
_OWN_SIDE = frozenset("we wij ik".split())
# What befalls somebody more than he does it: `als wij geld krijgen`.
_BEFALLS = frozenset(
    "krijgen krijg hebben heb kunnen kan mogen mag worden word winnen win verliezen verlies".split()
)
# Judgements that deny as `niet` does: `praten is zinloos zolang ...`.
_IN_VAIN = frozenset(
    "zinloos onmogelijk ondenkbaar onbespreekbaar onverantwoord onaanvaardbaar onacceptabel weinig weigert weigeren "
    "weigerde weigerden".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """`clause`: the words that state the condition; `applies`: the words that hang on it; `subject`: whoever has to
    meet it, or, of a demand, the thing that it is made on; `whose`: whoever sets it, where the words say so."""

    clause: Sequence[Token]
    marker: Token
    why: Reason
    applies: Sequence[Token] = ()
    subject: Sequence[Token] = ()
    whose: Sequence[Token] = ()
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
        end = clause_end(tokens, place + len(words))
        rest = [*tokens[:place], *tokens[end:]]
        beside = (
            place > 0 and tokens[place - 1].lower in opener.only
        )  # whatever the parse makes of `alleen als`
        opens = tokens[place + len(words) - 1].dep == "mark" or len(words) > 1 or beside or not opener.only
        opens = opens and not in_role(tokens, place)
        if opener.words == "als" and not beside and not _has_subject(tokens[place + 1 : end]):
            opens = False  # `doet dat als eerste`, `die hij als vriend beschouwt`
        if stands(tokens, place, ("als", "het", "aan")):
            opens = False  # `als het aan de raad ligt`: what he wants
        verb = any(t.pos in ("VERB", "AUX") for t in tokens[place + len(words) : end])
        inside = tokens[place + len(words) : end]
        if opens and verb and _fits(analysis, opener, tokens[:place], inside, rest):
            start = place + len(words) if words[-1] == "dat" else place
            subject = phrase_from(analysis, tokens, place + len(words))  # `als de Kamer instemt`
            yield Found(
                tokens[start:end], tokens[place], Reason("opener", key), rest, subject, unless=opener.unless
            )
        place = max(end, place + 1)


def _has_subject(inside: Sequence[Token]) -> bool:
    """Whether a clause tells of somebody or something: its subject stands in it, or `er`."""
    return any(
        t.dep.startswith(("nsubj", "csubj", "expl")) or t.lower in ("er", "het", "dat", "dit") for t in inside
    )


def stands(tokens: Sequence[Token], place: int, words: Sequence[str]) -> bool:
    return tuple(t.lower for t in tokens[place : place + len(words)]) == tuple(words)


def _fits(
    analysis: Analysis,
    opener: Opener,
    before: Sequence[Token],
    inside: Sequence[Token],
    rest: Sequence[Token],
) -> bool:
    if opener.only:
        if len(inside) < 4 and any(t.lower in _ANYBODY for t in inside):
            return False  # `als je wil`
        only = any(t.lower in opener.only for t in before)
        if opener.words == "nadat":  # not `pas nadat zij was gegaan, sprak hij`
            return only and not any(t.has("Tense=Past") for t in rest)
        return only or hangs_on(analysis, inside, rest)
    if opener.words == "zolang" and (_if_only(inside) or negated(inside)):
        return True  # `zolang dat niet duidelijk is, blijft ons standpunt hetzelfde`
    return not opener.denied or denied(_beside(before) if before else rest)


def _beside(before: Sequence[Token]) -> Sequence[Token]:
    """The clause that stands right before an opener: `hij was niet blij, en [wilde duidelijkheid] voordat`."""
    for place in range(len(before) - 1, -1, -1):
        second = any(t.has("VerbForm=Fin") for t in before[place:])
        if (
            before[place].lower in ("en", "maar")
            and second
            and any(t.has("VerbForm=Fin") for t in before[:place])
        ):
            return before[place:]
    return before


def _if_only(inside: Sequence[Token]) -> bool:
    """`als er maar geld is`."""
    return any(t.lower == "maar" for t in inside[1:4])


def hangs_on(analysis: Analysis, inside: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether what somebody will do or wants hangs on a clause of `als`, without an `alleen`."""
    verb = next((t for t in inside if t.has("VerbForm=Fin")), None)
    noun = next((t for t in inside if t.pos != "ADJ"), inside[0])
    one = noun.pos == "NOUN" and noun.has("Number=Sing")
    main = verb is not None and len(inside) > _SHORT and verb.index == noun.index + 1
    if one and (verb is None or verb.has("Number=Plur") or main):
        return (
            False  # `als stok achter de deur houden`; `als verband zal de groep niet meedoen`: a main clause
        )
    if _asked(rest) or _up_to_himself(inside):
        return False
    threat = negated(inside) and _threatens(rest)
    granted = any(t.lower in _GRANTED for t in rest) and not negated(rest)
    return _promises(rest) or _if_only(inside) or threat or granted or _wants(analysis, inside, rest)


def _wants(analysis: Analysis, inside: Sequence[Token], rest: Sequence[Token]) -> bool:
    """`de VVD steunt de tunnel`, `is bereid te bouwen`: what hangs on the clause is what somebody wants, now."""
    if inside[0].lower in _ANYBODY:
        return False  # `als je dat doet`
    plans = (each for each in own_words.plans(analysis, rest) if each.why.entry != "blijven")
    for shown in (*verbs.read(analysis, rest, WANTING), *plans):
        around = clause(rest, rest.index(shown.cue))
        finite = next((t for t in around if t.has("VerbForm=Fin")), shown.cue)
        if any(t.lower in _LIKELY for t in around):
            continue  # `zal waarschijnlijk verliezen`
        threat = shown.stance is Stance.OPPOSE or negated(
            around
        )  # `als er geen geld komt, stapt D66 uit de coalitie`
        wants = shown.stance is Stance.SUPPORT or threat and negated(inside)
        if wants and _names_somebody(shown.source) and finite.has("Tense=Pres"):
            return True
    return False


def _names_somebody(source: Sequence[Token]) -> bool:
    return any(t.pos == "PROPN" or t.lower in _PERSONS or people.noun(t.lower) is not None for t in source)


def _up_to_himself(inside: Sequence[Token]) -> bool:
    """`als we nu instemmen, gaan we te snel`, `als we verder willen komen, moeten we praten`: what somebody will do
    himself is nothing that he waits for."""
    own = inside[0].lower in _OWN_SIDE if inside else False
    words = {t.lower for t in inside}
    return own and (bool(words & WISHES) or not words & _BEFALLS)


def in_role(tokens: Sequence[Token], place: int) -> bool:
    """`als minister`, `als agrarische sector`: what somebody is, in one noun without an article that no name follows
    and that does nothing (`als de sector stopt`, `als minister Jansen instemt`, `als boeren stoppen`)."""
    behind = place + 1
    while behind < len(tokens) and tokens[behind].pos == "ADJ":
        behind += 1
    if behind >= len(tokens) or tokens[behind].pos != "NOUN":
        return False
    who = people.noun(tokens[behind].lower)
    if who is None or who.kind is ActorKind.GROUP:
        return False
    return behind + 1 >= len(tokens) or tokens[behind + 1].pos != "PROPN" and tokens[behind + 1].lower != "en"


def denied(rest: Sequence[Token]) -> bool:
    return negated(rest) or any(t.lower in _IN_VAIN for t in rest)


def _threatens(rest: Sequence[Token]) -> bool:
    """`als het bod niet beter wordt, volgt een staking`; no `dreigt de stad te verdrogen`."""
    spot = next((i for i, t in enumerate(rest) if t.has("VerbForm=Fin")), None)
    if spot is None or rest[spot].lower not in _FOLLOWS:
        return False
    return rest[spot].lower != "dreigt" or not any(t.lower == "te" for t in rest[spot:])


def _asked(rest: Sequence[Token]) -> bool:
    """`als het Rijk dat niet doet, wat kunnen wij dan?`: who asks promises nothing."""
    return any(t.text == "?" for t in rest)


def _promises(rest: Sequence[Token]) -> bool:
    """`dan doen wij ook mee`, `zal de bond staken`: what hangs on the clause is what somebody will do."""
    for place, token in enumerate(rest):
        verb = rest[place - 1] if place else None
        if (
            token.lower in ("we", "wij", "ik")
            and verb is not None
            and _present(verb)
            and verb.lower not in _KNOWING
        ):
            return True
        if token.lower in WILL and any(_is_somebody(t) for t in clause(rest, place)):
            return True
    return False


def _present(verb: Token) -> bool:
    return verb.has("Tense=Pres") or verb.lower in WILL


def _is_somebody(token: Token) -> bool:
    return token.dep.startswith("nsubj") and (token.pos == "PROPN" or token.lower in _PERSONS)


def clause_end(tokens: Sequence[Token], start: int) -> int:
    """The mark behind the clause's verb, or the end; a second finite verb right behind it begins the main clause (`als
    de leden willen zullen we staken`)."""
    verb = finite = False
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.text in ".;!?:–—" or token.text == "," and verb:
            return place
        closed = tokens[place - 1].has("VerbForm=Fin") or finite and tokens[place - 1].pos in ("VERB", "AUX")
        if token.has("VerbForm=Fin") and closed and place > start + 1:
            return place
        finite = finite or token.has("VerbForm=Fin")
        verb = verb or token.pos in ("VERB", "AUX")
    return len(tokens)
