"""Judgements in somebody's own words: predicates that praise or condemn (`dat is onaanvaardbaar`, `noemt de tunnel een
goed plan`)."""

from collections.abc import Callable, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason
from standpunt.reading.attitudes.negation import clause, negated, says_not, supposed
from standpunt.reading.attitudes.verbs import Shown
from standpunt.reading.attitudes.words import JUDGEMENTS, WORDS, WordEntry, opposite
from standpunt.reading.statements.attribution import pieces

HAVING = frozenset("hebben heb hebt heeft had hadden gehad".split())
_DEFINITE = frozenset("de het die deze dit".split())
_MARKS = frozenset("„“”\"‘’'«»")
_TOO = "te"
"""Judges the word behind it (`te duur`), not itself (`te bouwen`; the lemma of `ter`)."""
_CALLING = frozenset("vinden noemen achten lijken vormen".split())
# `een goed plan`: nouns that say no more than the adjective before them.
EMPTY = frozenset(
    "plan idee voorstel zaak stap keuze besluit oplossing ontwikkeling maatregel nieuws signaal weg".split()
)


def judgement(
    analysis: Analysis, tokens: Sequence[Token], is_himself: Callable[[Sequence[Token]], bool]
) -> Shown | None:
    verbless = not any(t.pos in ("VERB", "AUX") for t in tokens)
    last = next((t for t in reversed(tokens) if t.pos != "PUNCT"), None)
    for spot, token in enumerate(tokens):
        key, entry = _judges(tokens, spot)
        if entry is None:
            continue
        called = token.pos == "ADJ" or _named_so(tokens[:spot]) or spot and tokens[spot - 1].text in _MARKS
        closes = verbless and token is last and called
        if not (closes or _is_predicate(analysis, token, verbless)):
            continue
        stance = WORDS[key].read(negated(clause(tokens, spot)))
        behind = tokens[spot + 1 :]
        if behind and behind[0].lower == "dat" and says_not(behind[1:]):
            stance = opposite(stance)  # `jammer dat er geen tunnel komt`
        if stance is not None and not supposed(tokens, spot):
            return Shown(stance, pieces(analysis, tokens), token, Reason("judgement", key), ())
    return None


def _named_so(before: Sequence[Token]) -> bool:
    """`noemt [de tunnel een gedrocht]`, whatever the parse makes of it: a thing, and what it is called."""
    article = next((i for i, t in enumerate(before) if i and t.lower in ("een", "geen")), None)
    return article is not None and any(t.pos in ("NOUN", "PROPN", "PRON") for t in before[:article])


def _judges(tokens: Sequence[Token], spot: int) -> tuple[str, WordEntry | None]:
    """The entry of a word by its form or without its ending (`goede`); `te weinig`, `te duur`: more than is wanted.
    `hebben ... nodig` judges nothing."""
    token = tokens[spot]
    if token.lower == "nodig" and any(t.lower in HAVING for t in tokens):
        return "", None
    for form in (token.lower, token.lower.removesuffix("e"), token.lemma.lower()):
        if form in JUDGEMENTS and form != _TOO:
            key, entry = JUDGEMENTS[form]
            return (key, entry) if not entry.called or _called(tokens, spot) else ("", None)
    too = spot > 0 and tokens[spot - 1].lower == _TOO and token.pos in ("ADJ", "ADV", "DET", "NUM", "PRON")
    return JUDGEMENTS[_TOO] if too and token.lower not in ("vroeg", "laat") else ("", None)


def _called(tokens: Sequence[Token], spot: int) -> bool:
    """`de tunnel wordt een groot probleem`; no `het probleem is dat`, `er is een probleem`, `het is een probleem`."""
    before = clause(tokens, spot)
    before = before[: before.index(tokens[spot])]
    named = any(t.pos in ("NOUN", "PROPN") for t in before) and not any(t.lower == "er" for t in before)
    return named and not any(t.lower in _DEFINITE for t in before[-3:])


def _is_predicate(analysis: Analysis, token: Token, verbless: bool) -> bool:
    """`is onaanvaardbaar`, `noemt het onaanvaardbaar`, `staat voorop`, `is een slecht plan`; no `het slechte weer`.
    Without a verb (`noemt het [een slecht plan]`) the words are a predicate as they are."""
    if token.dep == "advmod" and analysis.tokens[token.head].dep == "amod":
        token = analysis.tokens[token.head]  # `een slecht doordacht plan`
    if token.dep == "amod":
        noun = analysis.tokens[token.head]
        return noun.lower in EMPTY and (verbless or _is_predicate(analysis, noun, verbless))
    return (
        token.dep in ("root", "xcomp", "ccomp", "conj", "parataxis")
        or verbless
        and (
            token.pos == "ADJ" and token.dep != "advmod" or token.pos == "NOUN" and _is_head(analysis, token)
        )
        or _stands(analysis, token)
        or _says_of_it(analysis, token)
        or _is_called(analysis, token)
        or any(child.dep == "cop" for child in analysis.children[token.index])
    )


def _is_head(analysis: Analysis, noun: Token) -> bool:
    """`sprak van [een schandaal]`."""
    return analysis.tokens[noun.head].lemma == "spreken" and noun.dep.startswith(("obj", "obl"))


def _says_of_it(analysis: Analysis, token: Token) -> bool:
    """`vindt het [onbegrijpelijk] dat`, `noemt het [onverantwoord] om te`, whatever the parse makes of it."""
    before, behind = (
        analysis.tokens[token.index - 1],
        analysis.tokens[min(token.index + 1, len(analysis.tokens) - 1)],
    )
    return token.index > 0 and before.lower == "het" and behind.lower in ("dat", "om", "als", "hoe")


def _is_called(analysis: Analysis, token: Token) -> bool:
    """`ik vind de tunnel [geen goed idee]`: beside the thing that is called so."""
    verb = analysis.tokens[token.head]
    return verb.lemma.lower() in _CALLING and token.dep in ("obj", "xcomp", "obl", "advmod", "nmod")


def _stands(analysis: Analysis, token: Token) -> bool:
    """`staat voorop`: a particle that judges."""
    return token.dep == "compound:prt" and analysis.tokens[token.head].lemma == "staan"
