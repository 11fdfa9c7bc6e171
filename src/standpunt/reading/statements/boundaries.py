"""Where reported words begin and end inside a period."""

from collections.abc import Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.reading.statements.cues import STOPS, Cue
from standpunt.reading.statements.phrases import BETWEEN

QUESTION = frozenset(
    "hoe wat waarom wie welke welk hoeveel wanneer waar waarover waarmee waarvoor waardoor waarop waarom waaruit "
    "waarin waarbij waaraan waartoe hoelang hoever".split()
)
CONJUNCTIONS = frozenset(["en", "maar", "want"])
# A main clause has its verb behind its first phrase: so many words at most.
FRONT = 5
Tokens = Sequence[Token]


def clause_start(tokens: Tokens, spot: int) -> int:
    """The place behind the last comma, colon or conjunction before the verb."""
    for place in range(spot - 1, -1, -1):
        if tokens[place].text in STOPS or tokens[place].pos == "SCONJ":
            return place + 1
        if (
            tokens[place].pos == "CCONJ"
            and any(t.has("VerbForm=Fin") for t in tokens[:place])
            and tokens[place].lower != "of"
        ):
            return place + 1
    return 0


def end_of_content(
    analysis: Analysis, tokens: Tokens, start: int, cue: Cue, cues: Sequence[Cue], *, nominal: bool = False
) -> int:
    """Where the reported words end: with the period; before a gloss behind a colon; before a second cue (`en
    benadrukt dat`, `, aldus X`); with the subordinate clause that the cue stands in; before a main clause that goes
    on (`, maar de cijfers tonen ...`). `nominal`: what is reported is a phrase, and `en` may end it too."""
    others = {c.spot for c in cues if c.spot > cue.spot}
    limit = _end_of_subordinate(analysis, tokens, start, cue)
    for place in range(start, limit):
        token, following = tokens[place], place + 1
        if token.text in ":;" and place > start or _ends_sentence(tokens, place):
            return place
        if (
            nominal
            and token.text == ","
            and following < len(tokens)
            and tokens[following].has("PronType=Rel")
            and not any(t.index in analysis.quoted for t in tokens[following:limit])
        ):
            return place  # `hekelt het plan, dat al jaren stilligt`: told by the reporter
        if token.text == "," and following < len(tokens):
            named = any(
                c.source and c.source[0] is tokens[following] and c.verb.shape == "finite" for c in cues
            )
            if named or _reports_on(tokens, following, others):
                return place
        if token.lower in CONJUNCTIONS and token.pos == "CCONJ" and place > start:
            comma = tokens[place - 1].text == ","
            finite_before = _has_verb(tokens[start:place])
            if following in others and (finite_before or nominal):
                return place - comma
            goes_on = _joined_to(analysis, token, cue)
            if (
                comma
                and finite_before
                and (goes_on or token.lower != "want" and _is_main_clause(tokens, following))
            ):
                return place - 1
            if nominal and (_is_main_clause(tokens, following) or tokens[following].has("VerbForm=Fin")):
                return place  # `pleit voor een verbod en de partij wil ...`, `en wil ...`
            if goes_on and finite_before and tokens[following].has("VerbForm=Fin"):
                return place  # `vindt dat het genoeg is en legt geen straf op`
    return limit


def _has_verb(tokens: Tokens) -> bool:
    """A finite verb, or an infinitive with `te`: what is said may be whole."""
    return any(
        t.has("VerbForm=Fin") or t.has("VerbForm=Inf") and place > 0 and tokens[place - 1].lower == "te"
        for place, t in enumerate(tokens)
    )


def _is_main_clause(tokens: Tokens, start: int) -> bool:
    """Whether what begins here is told by the reporter: a phrase, the finite verb, and more behind it. In a clause
    that goes on reporting the verb comes last (`dat het kan, maar niet alles lukt`)."""
    end = next((i for i in range(start, len(tokens)) if tokens[i].text in STOPS), len(tokens))
    verb = next((i for i in range(start, end) if tokens[i].has("VerbForm=Fin")), None)
    if verb is None or verb == start or any(t.pos == "SCONJ" for t in tokens[start:verb]):
        return False
    behind = [t for t in tokens[verb + 1 : end] if t.pos not in ("VERB", "AUX")]
    return verb - start <= FRONT and len(behind) > 0


def _ends_sentence(tokens: Tokens, place: int) -> bool:
    """A full stop inside a period of several sentences."""
    return (
        tokens[place].text in ".!?"
        and place + 1 < len(tokens)
        and tokens[place + 1].sentence != tokens[place].sentence
    )


def _reports_on(tokens: Tokens, place: int, others: set[int]) -> bool:
    """Another attribution begins behind a comma: `, aldus X`, `, zegt X`, `, zo meent X`."""
    if tokens[place].lower in ("aldus", "volgens"):
        return True
    if tokens[place].lower in ("waarbij", "waarna", "waarop") and any(
        place < spot < place + 8 for spot in others
    ):
        return True  # `zei op te stappen, waarbij hij opmerkte dat ...`
    return place in others and inverted(tokens, place) or tokens[place].lower == "zo" and place + 1 in others


def _end_of_subordinate(analysis: Analysis, tokens: Tokens, start: int, cue: Cue) -> int:
    """The end of the clause that the cue itself is subordinate in, or of the period."""
    if (main := _main_clause_behind(tokens, start, cue)) is not None:
        return main
    if cue.token.dep not in ("acl:relcl", "acl", "advcl", "csubj"):
        return len(tokens)
    inside = {t.index for t in analysis.subtree(cue.token)}
    fronted = cue.token.head > cue.token.index
    for place in range(start, len(tokens)):
        token = tokens[place]
        outside = token.pos != "PUNCT" and token.index not in inside
        if fronted and outside and place > start + 2:
            return place  # `Toen X zei dat het kon, ontstond er een crisis`
        if token.text == "," and place + 1 < len(tokens) and tokens[place + 1].index > max(inside):
            return place
    return len(tokens)


def _main_clause_behind(tokens: Tokens, start: int, cue: Cue) -> int | None:
    """`Omdat X zegt dat het kan, hebben we ...`: the comma before the main verb, where a clause that opens with a
    conjunction holds the cue."""
    opening = next(
        (i for i, t in enumerate(tokens[:3]) if t.pos == "SCONJ" and t.lower not in ("dat", "of")), None
    )
    if opening is None or any(t.text in STOPS for t in tokens[opening : cue.spot]):
        return None
    return next(
        (
            i
            for i in range(start, len(tokens) - 1)
            if tokens[i].text == "," and tokens[i + 1].has("VerbForm=Fin")
        ),
        None,
    )


def _joined_to(analysis: Analysis, conjunction: Token, cue: Cue) -> bool:
    """Whether a conjunction joins a second main verb to the cue."""
    conjunct = analysis.tokens[conjunction.head]
    return conjunct.dep == "conj" and conjunct.head == cue.token.index


def inverted(tokens: Tokens, place: int) -> bool:
    """`, zegt X`: a finite cue right behind a comma with a noun phrase behind it."""
    from_here = place + 1
    while from_here < len(tokens) and tokens[from_here].lower in BETWEEN:
        from_here += 1
    return (
        tokens[place].has("VerbForm=Fin") and from_here < len(tokens) and tokens[from_here].text not in STOPS
    )
