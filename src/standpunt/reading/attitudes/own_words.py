"""What somebody's own words show: verbs of wanting with himself as the subject, modals (`er moet een tunnel komen`),
judgements (`dat is onaanvaardbaar`), what a thing does (`effects`), words without a verb (`geen tunnel`), answers (`dat
hoop ik`) and questions that need none (`waarom zouden we dat doen?`). The first that a sentence holds counts."""

from collections.abc import Callable, Iterator, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason, Stance
from standpunt.reading.attitudes.effects import effect
from standpunt.reading.attitudes.judgements import HAVING, judgement
from standpunt.reading.attitudes.negation import SUPPOSING, TOLD, clause, hedge, negated, supposed
from standpunt.reading.attitudes.verbs import Shown, read
from standpunt.reading.attitudes.words import (
    ANSWERS,
    MODALS,
    PHRASES,
    UNDECIDED,
    WANTING,
    WORDS,
)
from standpunt.reading.statements.attribution import pieces
from standpunt.reading.statements.subjects import subject_of

_UNSURE = SUPPOSING - TOLD
_WHY = frozenset(("waarom", "waartoe"))
_WOULD = frozenset("zou zouden moet moeten".split())
_ANSWER = 12
"""Words that an answer has at most."""
_SHOULD = frozenset(("had", "hadden"))
"""What had to be done was done, or is missed: `had al lang moeten komen`."""
_SAYING = frozenset("zeggen toegeven erkennen bekennen constateren vaststellen concluderen denken".split())


def find(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> list[Shown]:
    """The attitudes in one sentence of what somebody says; `is_himself` tells whether a subject is the speaker."""
    fixed = _answer(analysis, tokens) or _phrase(analysis, tokens)
    if fixed is not None:
        return [fixed]
    wanting = [shown for shown in read(analysis, tokens, WANTING) if is_himself(shown.source)]
    if wanting:
        return wanting
    for rule in (_question, _meant, _side, _modal, judgement, effect, _bare, _imperative):
        shown = rule(analysis, tokens, is_himself)
        if shown is not None:
            return [shown]
    return []


def plans(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Shown]:
    """What the reporter tells that somebody is going to do or goes on doing: `Zweden gaat niet meevechten`."""
    for spot, token in enumerate(tokens):
        key, entry = MODALS.get(token.lower, ("", None))
        if entry is None or not entry.own or not _governs(analysis, token) or supposed(tokens, spot, _UNSURE):
            continue
        if not token.has("VerbForm=Fin") or _relative(analysis, token):
            continue
        source = subject_of(analysis, token, tokens, spot)
        for part in _joined(clause(tokens, spot)):
            stance, target = WORDS[key].read(negated(part)), pieces(analysis, part)
            if any(t.lemma.lower() in UNDECIDED for t in part if t.has("VerbForm=Inf")):
                continue  # `zal beslissen over de tunnel`
            if source and stance is not None and target:
                yield Shown(stance, target, token, Reason("plan", key), source)


def _joined(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """`willen niet wachten en het plan snel bespreken`: two doings under one verb."""
    for place, token in enumerate(tokens):
        if token.lower in ("en", "maar") and any(t.has("VerbForm=Inf") for t in tokens[:place]):
            behind = tokens[place + 1 :]
            if any(t.has("VerbForm=Inf") for t in behind) and not any(t.has("VerbForm=Fin") for t in behind):
                return [tokens[:place], behind]
    return [tokens]


def _relative(analysis: Analysis, token: Token) -> bool:
    """`de goederen die het land wil uitvoeren`: told by the way; not `de partij die wil uitvoeren`."""
    verb = analysis.tokens[token.head] if token.dep.startswith("aux") else token
    near = (*analysis.children[verb.index], *analysis.children[token.index])
    return verb.dep.startswith("acl") and not any(c.dep == "nsubj" and c.has("PronType=Rel") for c in near)


def _answer(analysis: Analysis, tokens: Sequence[Token]) -> Shown | None:
    """`Daar ga ik wel van uit`: a short sentence about what was asked."""
    words = [t.lower for t in tokens if t.pos != "PUNCT"]
    if not words or len(words) > _ANSWER:
        return None
    for key, wanted, shown in ANSWERS:
        if words[0] != wanted[0]:
            continue
        rest = iter(words)
        if all(word in rest for word in wanted):
            stance = shown.read(negated(tokens))
            if stance is not None:
                return Shown(stance, pieces(analysis, tokens), tokens[0], Reason("answer", key), ())
    return None


def _phrase(analysis: Analysis, tokens: Sequence[Token]) -> Shown | None:
    """`daar kan geen sprake van zijn`: a phrase that stands as it is in the list, nothing supposed."""
    words = [t.lower for t in tokens]
    for spot, word in enumerate(words):
        for key, wanted, stance in PHRASES.get(word, ()):
            if tuple(words[spot : spot + len(wanted)]) == wanted and not supposed(tokens, spot):
                return Shown(stance, pieces(analysis, tokens), tokens[spot], Reason("phrase", key), ())
    return None


def _side(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> Shown | None:
    """`zegt tegen de brug te zijn`."""
    if any(t.has("VerbForm=Fin") for t in tokens) or [t.lower for t in tokens[-2:]] != ["te", "zijn"]:
        return None
    for token in tokens:
        if token.lower in ("voor", "tegen") and token.pos == "ADP":
            stance = Stance.SUPPORT if token.lower == "voor" else Stance.OPPOSE
            return Shown(stance, pieces(analysis, tokens), token, Reason("side", token.lower), ())
    return None


def _imperative(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> Shown | None:
    """`Geef de cijfers`, `Ons voorstel is: stel het debat uit`: a verb at the head without a subject."""
    head = next((i + 1 for i, t in enumerate(tokens) if t.text == ":"), 0)
    words = [t for t in tokens[head:] if t.pos not in ("PUNCT", "CCONJ") and t.lower not in ("dus", "daarom")]
    if not words or words[0].pos != "VERB" or any(t.text == "?" for t in tokens):
        return None
    verb = words[0]
    children = analysis.children[verb.index]
    third = verb.lower.endswith("t") and not verb.lemma[:-2].endswith("t")  # `leidt`, no `zet`
    stem = not verb.lower.endswith(("en", "de", "te")) and not verb.has("VerbForm=Part") and not third
    if (
        not stem
        or any(c.dep.startswith("nsubj") for c in children)
        or not any(c.dep == "obj" for c in children)
    ):
        return None
    stance = Stance.OPPOSE if negated(clause(words, 0)) else Stance.SUPPORT
    return Shown(stance, pieces(analysis, words), verb, Reason("imperative"), ())


def _question(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> Shown | None:
    """`Waarom zouden we dat niet doen?`, `waarom bouwen we niet?`: who asks so wants it; without `niet` he does not."""
    spot = next((i for i, t in enumerate(tokens) if t.lower in _WHY), None)
    behind = [t.lower for t in tokens[spot + 1 : spot + 3]] if spot is not None else []
    suggests = bool(behind) and (behind[0] in _WOULD or behind[-1] in ("we", "wij") and negated(tokens))
    if spot is None or not suggests:
        return None
    stance = Stance.SUPPORT if negated(tokens[spot:]) else Stance.OPPOSE
    return Shown(stance, pieces(analysis, tokens[spot:]), tokens[spot], Reason("question", "waarom"), ())


def _meant(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> Shown | None:
    """`zegt de brug te zullen bouwen`, `laat weten mogelijk mee te doen`: an infinitive of who says it."""
    if any(t.has("VerbForm=Fin") for t in tokens) or not any(t.lower == "te" for t in tokens):
        return None
    for token in tokens:
        key, entry = MODALS.get(token.lower, ("", None))
        if entry is not None and entry.own and token.has("VerbForm=Inf"):
            stance = WORDS[key].read(negated(tokens))
            if stance is not None:
                return Shown(stance, pieces(analysis, tokens), token, Reason("meant", key), ())
    hedged = hedge(tokens)
    if hedged is not None and not negated(tokens):
        return Shown(Stance.OPEN, pieces(analysis, tokens), hedged, Reason("meant", hedged.lower), ())
    return None


def _modal(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> Shown | None:
    for spot, token in enumerate(tokens):
        key, entry = MODALS.get(token.lower, ("", None))
        if entry is None or token.pos not in ("AUX", "VERB") or supposed(tokens, spot):
            continue
        if not entry.own and _asks_or_tells(analysis, tokens, spot):
            continue
        if tokens[-1].text == "?" or token.lower.startswith("mocht") and _opens(tokens, spot):
            continue  # `moet er een tunnel komen?`, `mochten zij zich niet houden aan`
        if entry.needs and not any(t.lower == entry.needs for t in tokens[spot + 1 :]):
            continue
        if entry.own and not (_governs(analysis, token) and _own(analysis, tokens, spot, is_himself)):
            continue
        stance = WORDS[key].read(negated(clause(tokens, spot)))
        if stance is not None:
            return Shown(stance, pieces(analysis, tokens), token, Reason("modal", key), ())
    return None


def _opens(tokens: Sequence[Token], spot: int) -> bool:
    return spot == 0 or tokens[spot - 1].pos == "PUNCT"


def _asks_or_tells(analysis: Analysis, tokens: Sequence[Token], spot: int) -> bool:
    """Whether a modal wishes for nothing: in a clause that is asked (`de vraag of het moet`) or told by the way
    (`kosten die wij moeten betalen`), of what had to be done (`hebben moeten stoppen`) or is said (`moet zeggen`)."""
    token = tokens[spot]
    verb = analysis.tokens[token.head] if token.dep.startswith("aux") else token
    marks = {c.lower for c in analysis.children[verb.index] if c.dep == "mark"}
    had = token.has("VerbForm=Inf") and any(t.lower in HAVING - _SHOULD for t in clause(tokens, spot))
    return bool(marks & SUPPOSING) or verb.dep == "acl:relcl" or had or verb.lower in _SAYING


def _own(
    analysis: Analysis, tokens: Sequence[Token], spot: int, is_himself: Callable[[Sequence[Token]], bool]
) -> bool:
    subject = subject_of(analysis, tokens[spot], tokens, spot)
    return bool(subject) and is_himself(subject)


def _governs(analysis: Analysis, token: Token) -> bool:
    """An auxiliary, or a verb with an infinitive behind it: `gaan bouwen`, no `de winkel gaat dicht`. An object without
    an article is one too, that the tagger takes for a noun (`blijft bijdragen`)."""
    if token.dep.startswith("aux"):
        return True
    return any(
        c.dep == "xcomp" or c.dep == "obj" and c.lower.endswith("en") and not _has_article(analysis, c)
        for c in analysis.children[token.index]
    )


def _has_article(analysis: Analysis, noun: Token) -> bool:
    return any(c.pos in ("DET", "NUM") for c in analysis.children[noun.index])


def _bare(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> Shown | None:
    """`Geen tunnel, want ...`: no verb stands in what is denied."""
    first = clause(tokens, 0)
    if first[0].lower not in ("geen", "nooit", "nee") or any(t.has("VerbForm=Fin") for t in first):
        return None
    return Shown(Stance.OPPOSE, pieces(analysis, first), first[0], Reason("bare"), ())
