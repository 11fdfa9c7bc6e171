"""What states a condition in one sentence. Each rule takes its tokens and yields what it finds."""

from collections.abc import Callable, Iterator, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason
from standpunt.reading.attitudes.negation import NEGATORS, clause, negated
from standpunt.reading.conditions.opened import WILL, Found, clause_end, denied, opened
from standpunt.reading.conditions.words import CONSENT, NAMES, OPENERS
from standpunt.reading.statements.phrases import phrase_from
from standpunt.reading.statements.subjects import subject_of

_MODALS = frozenset("moet moeten moest moesten dient dienen".split())
_ONLY = frozenset("alleen enkel slechts uitsluitend".split())
_LIMITS = frozenset("met na bij onder in voor binnen via tegen".split())
_DETERMINERS = frozenset("dat dit het een ons geen".split())
_NO_DEMAND = frozenset(
    "we wij ik je jij jullie u hij zij ze men iedereen niemand er dat dit het wat die".split()
)


def then(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`wel moet er geld zijn`, `maar dan moet het loon omhoog`: part of what was granted is taken back."""
    for place, token in enumerate(tokens):
        if token.lower not in _MODALS or not place or tokens[place - 1].lower not in ("wel", "dan"):
            continue
        around = clause(tokens, place)
        head = next((t for t in around if t.lower not in ("maar", "en")), token)
        if head is tokens[place - 1] and not negated(around):
            subject = subject_of(analysis, token, tokens, place)
            yield Found(around, token, Reason("then", tokens[place - 1].lower), (), subject)


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
            end = clause_end(tokens, that + 1)
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
        if analysis.tokens[agreed.index - 1].lower in _DETERMINERS:
            continue  # `wij moeten dat akkoord uitvoeren`
        subject = subject_of(analysis, token, tokens, place)
        passive = any(t.lower == "worden" for t in around)
        if passive:  # `moet door de raad worden goedgekeurd`
            agent = next((i for i, t in enumerate(tokens) if t.lower == "door" and t in around), None)
            subject = phrase_from(analysis, tokens, agent + 1) if agent is not None else []
        if (subject or passive) and not negated(around):
            yield Found(around, token, Reason("consent", CONSENT[agreed.lower]), (), subject)
            return


def inverted(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`mocht het veilig zijn, dan bouwen wij`, `komt er geen geld, dan staken wij`: a verb at the head, and `dan`. In
    `willen wij vooruit, dan moet er geld komen` it is the second that must hold."""
    opens = next((i for i, t in enumerate(tokens) if t.pos not in ("PUNCT", "CCONJ")), None)
    if opens is None or not tokens[opens].has("VerbForm=Fin") or any(t.text == "?" for t in tokens):
        return
    then = next((i for i in range(opens, len(tokens) - 1) if tokens[i].text == ","), None)
    if then is not None and tokens[then + 1].lower == "dan":
        head, rest = tokens[opens:then], tokens[then + 1 :]
        if tokens[opens].lower in ("willen", "wil"):
            head, rest = rest[: clause_end(rest, 1)], head
        yield Found(head, tokens[opens], Reason("inverted"), rest, phrase_from(analysis, head, 1))


def otherwise(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`de minister moet betalen, anders komt er geen akkoord`."""
    for place, token in enumerate(tokens):
        if token.lower != "anders" or not place or tokens[place - 1].text not in ",;":
            continue
        spot = next((i for i in range(place) if tokens[i].lower in _MODALS), None)
        if spot is not None:
            around = clause(tokens[: place - 1], spot)
            subject = subject_of(analysis, tokens[spot], tokens, spot)
            yield Found(around, token, Reason("otherwise"), tokens[place:], subject)


def or_else(analysis: Analysis, tokens: Sequence[Token], before: Sequence[Token]) -> Iterator[Found]:
    """`De minister moet betalen. Zo niet, dan staakt de bond`: the demand of the sentence before."""
    words = [t.lower for t in tokens if t.pos != "PUNCT"][:2]
    if words != ["zo", "niet"] and words[:1] != ["anders"]:
        return
    spot = next((i for i, t in enumerate(before) if t.lower in _MODALS), None)
    if spot is not None:
        around = clause(before, spot)
        subject = subject_of(analysis, before[spot], before, spot)
        yield Found(around, tokens[0], Reason("otherwise"), tokens, subject)


def limited(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`wil wel een debat, maar alleen met de minister`, `pas na het onderzoek wil hij praten`."""
    for place, token in enumerate(tokens[:-2]):
        start = place
        if token.lower in _ONLY:
            start = _behind_will(tokens, place)
            if start == place:
                continue
        elif token.lower == "maar":
            start += 1
            while start < len(tokens) - 2 and tokens[start].lower in ("dan", "wel", *_ONLY):
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
        wanted = any(t.lower in WILL or t.lower in _MODALS for t in rest)
        if token.lower != "pas" or wanted:
            yield Found(tokens[place:end], token, Reason("limited", token.lower), rest)


def _behind_will(tokens: Sequence[Token], place: int) -> int:
    """`wil alleen bouwen [in] overleg met de buurt`: where the preposition behind an `alleen` stands that tells with
    whom or after what somebody will; else the place of the `alleen`."""
    before = {t.lower for t in tokens[max(0, place - 4) : place]}
    if not before & WILL or "niet" in before or tokens[place - 1].lower == "maar":
        return place
    for start in range(place + 1, min(place + 4, len(tokens) - 1)):
        beside = tokens[start + 1].lower
        if tokens[start].lower == "in" and beside in ("overleg", "samenspraak", "samenwerking"):
            return start
        if tokens[start].lower in ("na", "onder"):
            return start
        if tokens[start].pos not in ("VERB", "PRON", "ADV"):
            return place
    return place


def first(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`eerst moet er een akkoord zijn`."""
    for place, token in enumerate(tokens):
        if token.lower in _MODALS:
            around = clause(tokens, place)
            if any(t.lower == "eerst" for t in around) and not negated(around):
                around = [*around, *_complement(tokens, around)]
                yield Found(around, token, Reason("first"), (), subject_of(analysis, token, tokens, place))
                return


def _complement(tokens: Sequence[Token], around: Sequence[Token]) -> Sequence[Token]:
    """What somebody must know or see first: `of het veilig is`."""
    end = next(i for i, t in enumerate(tokens) if t is around[-1]) + 1
    if end >= len(tokens) or tokens[end].lower not in ("of", "dat", "wat", "hoe"):
        return ()
    stop = next((i for i in range(end, len(tokens)) if tokens[i].text in ",;.!?"), len(tokens))
    return tokens[end:stop]


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


_TRIGGERS = (
    OPENERS.keys()
    | NAMES.keys()
    | _MODALS
    | _ONLY
    | frozenset(("zonder", "mag", "mogen", "maar", "pas", "dan", "zo", "anders"))
)


def may_state(tokens: Sequence[Token]) -> bool:
    """A cheap first test: whether a sentence holds any word that a rule begins with."""
    return not _TRIGGERS.isdisjoint(t.lower for t in tokens)


RULES: tuple[Callable[[Analysis, Sequence[Token]], Iterator[Found]], ...] = (
    inverted, opened, named, without, otherwise, limited, consent, first, then,
)  # fmt: skip
