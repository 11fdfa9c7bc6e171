"""What states a condition in one sentence. Each rule takes its tokens and yields what it finds."""

from collections.abc import Callable, Iterator, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason
from standpunt.reading.attitudes.negation import NEGATORS, clause, negated
from standpunt.reading.conditions.limits import MODALS, ONLY, limited, otherwise, without
from standpunt.reading.conditions.opened import WILL, WISHES, Found, clause_end, hangs_on, opened
from standpunt.reading.conditions.words import CONSENT, NAMES, OPENERS
from standpunt.reading.mentions import words as people
from standpunt.reading.statements.phrases import phrase_from
from standpunt.reading.statements.subjects import subject_of

_ASKS = frozenset(
    "eist eisen eiste eisten geëist vraagt vragen vroeg vroegen gevraagd wil willen wilde wilden verlangt verlangen "
    "verlangde verlangden verlangd bedingt bedingen bedong bedongen".split()
)
_BEFORE = frozenset(("voordat", "voor", "vooraleer", "alvorens"))
_DETERMINERS = frozenset("dat dit het een ons geen".split())
_NO_DEMAND = frozenset(
    "we wij ik je jij jullie u hij zij ze men iedereen niemand er dat dit het wat die".split()
)


def then(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`wel moet er geld zijn`, `maar dan moet het loon omhoog`, `maar er moet wel geld komen`: part of what was granted
    is taken back."""
    for place, token in enumerate(tokens):
        if token.lower not in MODALS or not place:
            continue
        around = clause(tokens, place)
        if negated(around):
            continue
        first = next((t for t in around if t.lower not in ("maar", "en") and t.pos != "PUNCT"), token)
        opens = first is tokens[place - 1] and first.lower in ("wel", "dan")
        joint = around[0] if around[0].lower == "maar" else analysis.tokens[around[0].index - 1]
        near = around[around.index(token) + 1 :][:3]
        granted = (
            joint.lower == "maar" and tokens[0].index < joint.index and any(t.lower == "wel" for t in near)
        )
        if opens or granted:
            subject = subject_of(analysis, token, tokens, place)
            whose = _subject_before(analysis, tokens, around[0])
            yield Found(around, token, Reason("then", first.lower if opens else "wel"), (), subject, whose)


def _subject_before(analysis: Analysis, tokens: Sequence[Token], end: Token) -> Sequence[Token]:
    """The subject of the main clause in front of some words."""
    spot = next((i for i, t in enumerate(tokens) if t.has("VerbForm=Fin") and t.index < end.index), None)
    return subject_of(analysis, tokens[spot], tokens, spot) if spot is not None else ()


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
        if that is not None and _names(tokens[place + 1 : that]):
            if place and tokens[place - 1].lower in ("op", "onder"):
                continue  # an opener
            end = clause_end(tokens, that + 1)
            stated = tokens[that + 1 : end]
            for each in _split(stated):
                if any(t.pos in ("VERB", "AUX") for t in each):
                    whose = _setter(analysis, tokens, place)
                    yield Found(each, token, Reason("named", key), (), phrase_from(analysis, each, 0), whose)
            continue
        copula = next((c for c in analysis.children[token.index] if c.dep == "cop"), None)
        subject = next(
            (c for c in analysis.children[token.index] if c.dep.startswith(("nsubj", "csubj"))), None
        )
        denied = any(c.lower in NEGATORS for c in analysis.children[token.index])
        if copula is not None and subject is not None and subject.lower not in _NO_DEMAND and not denied:
            whole = {t.index for t in analysis.subtree(subject)}
            yield Found(
                [t for t in tokens if t.index in whole],
                token,
                Reason("named", key),
                _for(analysis, tokens, place),
                (),
                _setter(analysis, tokens, place),
            )


def _names(between: Sequence[Token]) -> bool:
    """Whether what stands between a noun and a `dat` lets the noun name the clause: no mark, no second doing (`stelt te
    veel eisen en zegt dat`)."""
    return not any(
        t.text in ".;!?" or t.lower in ("en", "maar") or t.pos == "VERB" and t.has("VerbForm=Fin")
        for t in between
    )


def _setter(analysis: Analysis, tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """Whose condition a noun names: `voorwaarde van de VVD`, `voor de VVD is ...`, `is voor de clubs een voorwaarde`,
    `de VVD stelt als voorwaarde`."""
    for at in (place + 1, *range(place)):
        if at + 1 < len(tokens) and tokens[at].lower in (("van", "voor") if at > place else ("voor",)):
            phrase = phrase_from(analysis, tokens, at + 1)
            whose = (t.pos == "PROPN" or t.lower in ("mij", "ons", "hem", "haar") for t in phrase)
            if any(whose) or any(people.noun(t.lower) is not None for t in phrase):
                return phrase
    spot = next((i for i in range(place) if tokens[i].has("VerbForm=Fin")), None)
    if spot is None or tokens[spot].lemma == "zijn":
        return ()
    return subject_of(analysis, tokens[spot], tokens, spot)


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
        if token.lower not in MODALS:
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
        elif tokens[opens].lower not in ("mocht", "mochten") and not hangs_on(analysis, head, rest):
            return  # `lukt dat, dan is er veel gewonnen`
        yield Found(head, tokens[opens], Reason("inverted"), rest, phrase_from(analysis, head, 1))


def first(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`eerst moet er een akkoord zijn`, `wil eerst een onderzoek`; `dat moet er zijn voordat wij instemmen`."""
    for place, token in enumerate(tokens):
        if token.lower not in MODALS | WILL:
            continue
        around = clause(tokens, place)
        subject = subject_of(analysis, token, tokens, place)
        if _is_first(around) and not negated(around):
            if token.lower in MODALS:
                around = [*around, *_complement(tokens, around)]
                yield Found(around, token, Reason("first"), (), subject)
                return
            start = next(i for i, t in enumerate(around) if t.lower == "eerst")
            wanted = [t for t in around[start:] if t not in subject]
            if token.lower in WISHES and len(wanted) > 1:
                yield Found(wanted, token, Reason("first", "willen"), (), (), subject)
                return
        until = next((i for i in range(place, len(tokens) - 1) if tokens[i].lower in _BEFORE), None)
        if token.lower in MODALS and until is not None and _is_somebody(tokens, until):
            yield Found(tokens[:until], token, Reason("first", "voordat"), tokens[until:], subject)
            return


def _is_first(around: Sequence[Token]) -> bool:
    """An `eerst`, but no `voor het eerst`."""
    return any(
        t.lower == "eerst" and (not place or around[place - 1].lower != "het")
        for place, t in enumerate(around)
    )


def _is_somebody(tokens: Sequence[Token], until: int) -> bool:
    """`voordat wij instemmen`, `voordat Turkije instemt`; no `voor Mobiliteit`."""
    behind = tokens[until + 1]
    return behind.lower in ("we", "wij", "ik") or behind.pos == "PROPN" and tokens[until].lower != "voor"


def beforehand(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`wil dat het kabinet eerst beslist over het geld`."""
    for place, token in enumerate(tokens[:-2]):
        that = place + 1 + (tokens[place + 1].pos == "ADV")  # `wil wel dat`
        if token.lower not in WISHES or tokens[that].lower != "dat" or tokens[that].pos != "SCONJ":
            continue
        wanted = tokens[that + 1 : clause_end(tokens, that + 1)]
        if any(t.lower == "eerst" for t in wanted) and not negated(wanted):
            whose = subject_of(analysis, token, tokens, place)
            yield Found(
                [*wanted, *_complement(tokens, wanted)], token, Reason("first", "willen dat"), (), (), whose
            )


def exchanged(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Found]:
    """`in ruil voor zijn steun eist de VVD dat er geld komt`."""
    place = next(
        (i for i, t in enumerate(tokens) if t.lower == "ruil" and i and tokens[i - 1].lower == "in"), None
    )
    spot = next((i for i, t in enumerate(tokens) if t.lower in _ASKS), None)
    if place is None or spot is None or [t.lower for t in tokens[place + 1 : place + 2]] != ["voor"]:
        return
    given = phrase_from(analysis, tokens, place + 2)
    whose = subject_of(analysis, tokens[spot], tokens, spot)
    that = next(
        (i for i in range(spot, len(tokens)) if tokens[i].lower == "dat" and tokens[i].pos == "SCONJ"), None
    )
    aside = {t.index for t in (*tokens[place - 1 : place + 2], *given, *whose)}
    asked = [t for t in tokens[(spot if that is None else that) + 1 :] if t.index not in aside]
    if given and asked:
        yield Found(
            asked[: clause_end(asked, 0)],
            tokens[place],
            Reason("exchange", tokens[spot].lower),
            given,
            (),
            whose,
        )


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
        wanted = token.lower in MODALS
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
    | MODALS
    | ONLY
    | frozenset(("zonder", "mag", "mogen", "maar", "pas", "dan", "zo", "anders", "eerst", "ruil"))
)


def may_state(tokens: Sequence[Token]) -> bool:
    """A cheap first test: whether a sentence holds any word that a rule begins with."""
    return not _TRIGGERS.isdisjoint(t.lower for t in tokens)


RULES: tuple[Callable[[Analysis, Sequence[Token]], Iterator[Found]], ...] = (
    inverted, opened, named, exchanged, without, otherwise, limited, then, consent, beforehand, first,
)  # fmt: skip
