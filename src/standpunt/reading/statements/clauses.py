"""Reported speech without a spoken quotation: what a cue's clause, infinitive, object or frame says.

Each rule takes a cue among the tokens of a period and gives the tokens of the content, or None. They are tried in the
order of RULES; the first that fits names the statement's `why`.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from standpunt.language.analysis import Analysis, Token
from standpunt.reading.statements import governed, inserted
from standpunt.reading.statements.boundaries import QUESTION, clause_start, end_of_content
from standpunt.reading.statements.cues import STOPS, Cue
from standpunt.reading.statements.phrases import BETWEEN

# Behind a `dat` that means what was told before.
_SMALL = frozenset("wel wél niet ook zelf graag allemaal".split())
OWN_CLAUSE = frozenset(["maar", "want", "hoewel", "omdat", "terwijl", "zodat"])
Tokens = Sequence[Token]
Found = tuple[str, list[Token]] | None


def content_of(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> Found:
    """The name of the rule that fits and the tokens of what is said."""
    for rule in RULES:
        content = rule(analysis, tokens, cue, cues)
        if content is not None and any(
            t.pos not in ("PUNCT", "ADP", "DET") or t.lower in QUESTION for t in content
        ):
            return rule.__name__.strip("_").replace("_", " "), content
    return None


def _clause_behind(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`zegt dat S`, `vraagt of S`, `wil niet zeggen via welke landen S`."""
    if (
        not cue.verb.frames & {"clause", "preposition"}
        or cue.verb.weak
        and governed.hypothetical(analysis, cue)
    ):
        return None
    start = _complementiser(analysis, tokens, cue)
    if start is None or _governed_noun(tokens, cue, start):
        return None
    if "clause" not in cue.verb.frames and not _anticipated(tokens, cue, start):
        return None
    first = start + 1 if tokens[start].lower in ("dat", "of") else start
    judged = _behind_source(tokens, cue)
    between = tokens[judged:start]
    it = len(between) > 1 and between[0].lower == "het"
    if "predicate" in cue.verb.frames and (it or any(t.pos == "ADJ" for t in between)):
        first = judged  # `vindt het jammer dat ...`, `noemt het een schande dat ...`
    content = list(tokens[first : end_of_content(analysis, tokens, first, cue, cues)])
    if not any(t.pos in ("VERB", "AUX") for t in content):  # cut too early: a clause has a verb
        content = [t for t in tokens[first:] if t.text != "."] if len(content) < 2 else list(tokens[first:])
    told = [t for t in content if t.pos not in ("PUNCT", "ADV")]
    return content if told else None  # `de raad vindt dat ook`


def _anticipated(tokens: Tokens, cue: Cue, start: int) -> bool:
    """`pleit ervoor dat`, `dringt er bij de gemeente op aan dat`: the verb's preposition points to the clause."""
    joined = {lead + p for p in cue.verb.prepositions for lead in ("er", "daar")} | {"er"}
    return any(t.lower in joined for t in tokens[clause_start(tokens, cue.spot) : start])


def _governed_noun(tokens: Tokens, cue: Cue, start: int) -> bool:
    """`staat achter het beleid dat ...`: the clause belongs to the noun behind the verb's preposition."""
    return any(
        tokens[i].lower in cue.verb.prepositions
        and i not in cue.parts
        and tokens[i + 1].pos in ("DET", "NOUN", "ADJ", "PROPN")
        for i in range(cue.spot + 1, start - 1)
    )


def _complementiser(analysis: Analysis, tokens: Tokens, cue: Cue) -> int | None:
    """The place of the `dat`, `of` or question word that opens the cue's clause."""
    named = {t.index for t in cue.source}
    told = _pronoun_in_front(tokens, cue)
    place = cue.spot + 1
    while place < len(tokens):
        token = tokens[place]
        if token.lower in OWN_CLAUSE and token.pos in ("CCONJ", "SCONJ"):
            return None  # what follows is a clause of its own: `zegt Jansen, hoewel dat niet vaststaat`
        if token.lower == "dat" and _follows_from_degree(tokens, cue, place):
            return None
        if token.lower == "dat" and _goes_on(tokens, cue, place):
            return None
        if token.lower == "dat" and _is_pronoun(tokens, cue, place):
            return None
        if token.lower == "of" and tokens[place - 1].text == "(":
            return None  # `wil geen bezuinigingen (of de oude in stand houden)`
        if token.lower == "dat" and tokens[place - 1].lower == "of":
            return None  # `zich dat herinnert of dat het haar is aangepraat`
        if token.lower == "dat" and _tells_of_object(analysis, tokens, token, cue):
            return None
        if token.lower == "dat" and not told and (
            token.pos == "SCONJ" or token.dep == "mark" or _lacks_object(analysis, tokens, cue, place)
        ):  # fmt: skip
            return place
        if token.lower == "of" and (token.pos == "SCONJ" or token.dep == "mark" or place - 1 in cue.parts):
            return place
        if token.lower in QUESTION and _asks(tokens, cue, place) and cue.verb.words[:1] != (token.lower,):
            before = tokens[place - 1]
            return (
                place - 1
                if before.pos == "ADP" and place - 1 > cue.spot and place - 1 not in cue.parts
                else place
            )
        if (
            token.text == ","
            and place + 1 < len(tokens)
            and tokens[place + 1].lower in ("die", "directeur", "voorzitter")
        ):
            close = next((i for i in range(place + 1, len(tokens)) if tokens[i].text == ","), None)
            if close is None:
                return None
            place = close
        elif token.lower == "te" and place not in cue.parts and _infinitive_at(tokens, place + 1):
            return None  # `zegt een plan te steunen, op voorwaarde dat ...`
        elif (
            token.text in ".!?;:"
            or token.has("VerbForm=Fin")
            and token.index not in named
            and place not in cue.parts
        ):
            return None
        place += 1
    return None


def _is_pronoun(tokens: Tokens, cue: Cue, place: int) -> bool:
    """`wil dat wel en ...`, `wil dat ook niet`, `vindt dat geen probleem, ...`: what was told before, and no clause."""
    end = next((i for i in range(place + 1, len(tokens)) if tokens[i].text in STOPS), len(tokens))
    clause = tokens[place + 1 : end]
    small = next((i for i, t in enumerate(clause) if t.lower not in _SMALL), len(clause))
    if small and (small == len(clause) or clause[small].pos == "CCONJ"):
        return True
    follows = end < len(tokens) and tokens[end].text == ","
    return follows and "predicate" in cue.verb.frames and not any(t.pos in ("VERB", "AUX") for t in clause)


def _follows_from_degree(tokens: Tokens, cue: Cue, place: int) -> bool:
    """`vindt het zo belangrijk, dat hij ...`: a consequence, not what is held."""
    if tokens[place - 1].text != ",":
        return False
    words = tokens[clause_start(tokens, cue.spot) : place]
    return any(
        t.lower in ("zo", "zodanig", "dermate") and b.pos in ("ADJ", "ADV") for t, b in pairwise(words)
    )


def _goes_on(tokens: Tokens, cue: Cue, place: int) -> bool:
    """`zegt dat er een plan op stapel staat en dat het doorgaat`: the cue stands in a clause with `dat` itself."""
    opener = clause_start(tokens, cue.spot) - 1
    return tokens[place - 1].lower == "en" and opener >= 0 and tokens[opener].lower == "dat"


def _pronoun_in_front(tokens: Tokens, cue: Cue) -> bool:
    """`Dat concludeert zij in een rapport dat ...`: what is said was told already."""
    head = clause_start(tokens, cue.spot)
    return head < cue.spot and tokens[head].lower in ("dat", "dit") and tokens[head].pos != "SCONJ"


def _tells_of_object(analysis: Analysis, tokens: Tokens, dat: Token, cue: Cue) -> bool:
    """`heeft een ultimatum gesteld dat maandag afloopt`: it is the subject of what is told of the cue's own object."""
    verb = analysis.tokens[dat.head]
    noun = analysis.tokens[verb.head]
    told = (
        dat.dep.startswith("nsubj")
        and verb.dep == "acl:relcl"
        and noun.index not in {tokens[i].index for i in cue.parts}
    )
    return told and noun.dep == "obj" and noun.head == cue.token.index


def _lacks_object(analysis: Analysis, tokens: Tokens, cue: Cue, place: int) -> bool:
    """`oordeelde in een advies dat ...`: parsers take this `dat` for a relative pronoun, but the verb of saying has
    no other object (or the noun of its own phrase, `geeft een compliment dat`), and a subject follows."""
    if tokens[place].pos not in ("PRON", "DET") or place + 2 >= len(tokens):
        return False
    if place - 1 in cue.parts and tokens[place + 1].pos in ("DET", "PROPN", "PRON"):
        return True
    objects = [
        c
        for c in analysis.children[cue.token.index]
        if c.dep in ("obj", "ccomp") and c.index < tokens[place].index
    ]
    return not objects and tokens[place + 1].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADV")


def _asks(tokens: Tokens, cue: Cue, place: int) -> bool:
    """A question word opens the cue's clause, not a relative clause behind a noun (`een proef waarmee ...`)."""
    before = place - 1
    if tokens[before].lower == "niet" and tokens[before - 1].text == ",":
        return False  # `wat ze willen horen, niet wat ze moeten weten`
    if tokens[before].pos == "ADP" and before > cue.spot and before not in cue.parts:
        before -= 1  # `via welke landen`
    while tokens[before].text == "," and before > cue.spot:
        before -= 1
    own = before == cue.spot or before in cue.parts or any(tokens[before] is t for t in cue.source)
    relative = tokens[place].lower.startswith("waar") or tokens[place].lower in ("wie", "wat", "wanneer")
    if relative and not own and tokens[before].pos in ("NOUN", "PROPN", "PRON", "VERB"):
        return False  # `wil een cao afsluiten waarbij ...` too
    alone = cue.verb.declines and all(
        t.pos == "PUNCT" for t in tokens[place + 1 :]
    )  # `wil niet zeggen welke`
    return alone or any(t.pos in ("VERB", "AUX") for t in tokens[place + 1 : place + 30])


def _clause_behind_colon(
    analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]
) -> list[Token] | None:
    """`X verduidelijkt: het is geen doel.`: a sentence behind a colon, with nothing but adverbs between."""
    if "quote" not in cue.verb.frames or cue.verb.weak or not cue.source:
        return None
    colon = _behind_source(tokens, cue)
    while colon < len(tokens) and (colon in cue.parts or tokens[colon].pos in ("ADV", "ADJ")):
        colon += 1
    if colon >= len(tokens) or tokens[colon].text != ":" or tokens[colon + 1 : colon + 2] == []:
        return None
    content = list(tokens[colon + 1 :])
    whole = any(t.has("VerbForm=Fin") for t in content) and not any(
        t.index in analysis.quoted for t in content
    )
    return content if whole else None


def _clause_in_front(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`Of Nederland meedoet, wil hij niet zeggen`; `Dat het kan, betwijfelt zij`."""
    if "clause" not in cue.verb.frames:
        return None
    head = clause_start(tokens, cue.spot)
    opener = next((i for i in range(len(tokens)) if tokens[i].text not in STOPS), None)
    comma = head - 1
    if opener is None or comma <= opener or tokens[comma].text != ",":
        return None
    first = tokens[opener]
    if first.lower in ("dat", "of") and first.pos == "SCONJ":
        return list(tokens[opener + 1 : comma])
    if first.lower in QUESTION and cue.verb.declines:
        return list(tokens[opener:comma])
    return None


def _infinitive(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`zegt niet te kunnen garanderen`, `belooft (om) ... te herstellen`, `riep op om ... te gaan spreken`."""
    if "infinitive" not in cue.verb.frames or _for_a_purpose(analysis, cue):
        return None
    start = _behind_source(tokens, cue)
    start = max([start, *(place + 1 for place in cue.parts if _te_behind(tokens, place))])
    end = end_of_content(analysis, tokens, start, cue, cues)
    te = next(
        (i for i in range(start, end) if tokens[i].lower == "te" and _infinitive_at(tokens, i + 1)), None
    )
    if te is None:
        return None
    aside = _between_dashes(tokens, start, te)
    if any(t.has("VerbForm=Fin") for i, t in enumerate(tokens[start:te], start) if i not in aside):
        return None
    while start < te and tokens[start].lower in (
        ",",
        "om",
        "ervoor",
        "ertoe",
        "erop",
        "ermee",
        "ervan",
        "er",
    ):
        start += 1
    om = next((i for i in range(start, te) if tokens[i].lower == "om"), None)
    if om is not None and any(t.has("PronType=Rel") for t in tokens[start:om]):
        return None  # `denkt aan mensen die bereid zijn om te wachten`
    start = om + 1 if om is not None else start
    return [t for i, t in enumerate(tokens[start:end], start) if i not in aside]


def _between_dashes(tokens: Tokens, start: int, end: int) -> range:
    """The places of an aside, its dashes too: `de wet - die niemand kent - te willen wijzigen`."""
    dashes = [i for i in range(start, end) if tokens[i].text in "-–—"]
    return range(dashes[0], dashes[1] + 1) if len(dashes) == 2 else range(0)


def _te_behind(tokens: Tokens, place: int) -> bool:
    """`laat aan de krant weten alles te begrijpen`: the words of the phrase come before the infinitive."""
    for token in tokens[place + 1 :]:
        if token.text in STOPS:
            return False
        if token.lower == "te":
            return True
    return False


def _for_a_purpose(analysis: Analysis, cue: Cue) -> bool:
    """`zes weken om Trimble te vragen terug te komen`: an infinitive under `om` tells no act."""
    return cue.verb.shape == "infinitive" and any(c.lower == "om" for c in analysis.children[cue.token.index])


def _infinitive_at(tokens: Tokens, place: int) -> bool:
    return place < len(tokens) and (tokens[place].has("VerbForm=Inf") or tokens[place].lower.endswith("n"))


RULES: tuple[Callable[[Analysis, Tokens, Cue, Sequence[Cue]], list[Token] | None], ...] = (
    _clause_behind, _clause_behind_colon, _clause_in_front,
    inserted.as_somebody_said, inserted.parenthesis, _infinitive,
    governed.preposition, governed.predicate, governed.object_, governed.nothing_told,
)  # fmt: skip


def _behind_source(tokens: Tokens, cue: Cue) -> int:
    """The place behind the verb, an inverted subject, and the words of the phrase."""
    named = {t.index for t in cue.source}
    place = cue.spot + 1
    while place < len(tokens) and (
        tokens[place].index in named or place in cue.parts or tokens[place].lower in BETWEEN - {"niet"}
        or tokens[place].lower in ("zich",)
    ):  # fmt: skip
        place += 1
    return place
