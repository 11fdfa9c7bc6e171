"""Reported speech without a spoken quotation: what a cue's clause, infinitive, object or frame says.

Each rule takes a cue among the tokens of a period and gives the tokens of the content, or None. They are tried in the
order of RULES; the first that fits names the statement's `why`.
"""

from collections.abc import Callable, Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.reading.statements.boundaries import clause_start, end_of_content, inverted
from standpunt.reading.statements.cues import STOPS, Cue
from standpunt.reading.statements.phrases import BETWEEN

QUESTION = frozenset(
    "hoe wat waarom wie welke welk hoeveel wanneer waar waarover waarmee waarvoor waardoor waarop waarom waaruit "
    "waarin waarbij waaraan waartoe hoelang hoever".split()
)
Tokens = Sequence[Token]
Found = tuple[str, list[Token]] | None


def content_of(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> Found:
    """The name of the rule that fits and the tokens of what is said."""
    for rule in RULES:
        content = rule(analysis, tokens, cue, cues)
        if content is not None and any(t.pos not in ("PUNCT", "ADP", "DET") for t in content):
            return rule.__name__.strip("_").replace("_", " "), content
    return None


def _clause_behind(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`zegt dat S`, `vraagt of S`, `wil niet zeggen via welke landen S`."""
    if not cue.verb.frames & {"clause", "preposition"} or cue.verb.weak and _hypothetical(analysis, cue):
        return None
    start = _complementiser(analysis, tokens, cue)
    if start is None or _governed_noun(tokens, cue, start):
        return None
    if "clause" not in cue.verb.frames and not _anticipated(tokens, cue, start):
        return None
    first = start + 1 if tokens[start].lower in ("dat", "of") else start
    judged = _behind_source(tokens, cue)
    if "predicate" in cue.verb.frames and any(t.pos == "ADJ" for t in tokens[judged:start]):
        first = judged  # `vindt het jammer dat ...`
    content = list(tokens[first : end_of_content(analysis, tokens, first, cue, cues)])
    if not any(t.pos in ("VERB", "AUX") for t in content):  # cut too early: a clause has a verb
        content = list(tokens[first:])
    return content


def _anticipated(tokens: Tokens, cue: Cue, start: int) -> bool:
    """`pleit ervoor dat`, `dringt er bij de gemeente op aan dat`: the verb's preposition points to the clause."""
    joined = {lead + p for p in cue.verb.prepositions for lead in ("er", "daar")} | {"er"}
    return any(tokens[i].lower in joined for i in range(cue.spot, start))


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
    place = cue.spot + 1
    while place < len(tokens):
        token = tokens[place]
        if token.lower == "dat" and (
            token.pos == "SCONJ" or token.dep == "mark" or _lacks_object(analysis, tokens, cue, place)
        ):
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


def _lacks_object(analysis: Analysis, tokens: Tokens, cue: Cue, place: int) -> bool:
    """`oordeelde in een advies dat ...`: parsers take this `dat` for a relative pronoun, but the verb of saying has
    no other object, and a subject follows."""
    if tokens[place].pos not in ("PRON", "DET") or place + 2 >= len(tokens):
        return False
    if tokens[clause_start(tokens, cue.spot)].lower in (
        "dat",
        "dit",
    ):  # `Dat concludeert zij in een rapport dat ...`
        return False
    objects = [
        c
        for c in analysis.children[cue.token.index]
        if c.dep in ("obj", "ccomp") and c.index < tokens[place].index
    ]
    return not objects and tokens[place + 1].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADV")


def _asks(tokens: Tokens, cue: Cue, place: int) -> bool:
    """A question word opens the cue's clause, not a relative clause behind a noun (`een proef waarmee ...`)."""
    before = place - 1
    if tokens[before].pos == "ADP" and before > cue.spot and before not in cue.parts:
        before -= 1  # `via welke landen`
    while tokens[before].text == "," and before > cue.spot:
        before -= 1
    own = before == cue.spot or before in cue.parts or any(tokens[before] is t for t in cue.source)
    relative = tokens[place].lower.startswith("waar") or tokens[place].lower in ("wie", "wat", "wanneer")
    if relative and not own and tokens[before].pos in ("NOUN", "PROPN", "PRON"):
        return False
    return any(t.has("VerbForm=Fin") or t.has("VerbForm=Inf") for t in tokens[place + 1 : place + 30])


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


def _parenthesis(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`S, zegt X.`; `S, zo meent X`; `A, denkt X, B`."""
    if not cue.verb.frames & {"quote", "clause"} or cue.verb.shape != "finite" or cue.token.pos == "AUX":
        return None
    spot = cue.spot
    opener = spot - 1
    while opener >= 0 and tokens[opener].lower in ("zo", "dus", "aldus", "althans"):
        opener -= 1
    if opener < 1 or tokens[opener].text not in (",", "–", "-", "—"):
        return None
    if cue.source and cue.source[0].index < cue.token.index and not cue.verb.source:
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
    if not any(t.has("VerbForm=Fin") for t in [*left, *behind]):
        fragment = not cue.verb.words and left[0].pos not in ("ADP", "ADV", "SCONJ")
        if not (fragment and inverted(tokens, spot)):
            return None
    if (
        left[0].lower in ("als", "toen", "terwijl", "nadat", "omdat", "hoewel", "voordat", "zoals")
        and not behind
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


def _parenthesis_end(analysis: Analysis, tokens: Tokens, cue: Cue) -> int:
    """The place of the comma that closes `, zegt X tegen Trouw,`, or the end."""
    start = max([cue.spot, *cue.parts, *(i for i, t in enumerate(tokens) if t in cue.source)]) + 1
    return next(
        (i for i in range(start, len(tokens)) if tokens[i].text in (",", "–", "—", ":", ";")), len(tokens)
    )


def _as_somebody_said(
    analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]
) -> list[Token] | None:
    """`Zoals de bonden hadden verwacht, ligt het werk stil`; `Het werk ligt stil, zoals X zei`."""
    if not cue.verb.frames & {"quote", "clause"} or not cue.source:
        return None
    head = next((i for i in range(cue.spot - 1, -1, -1) if tokens[i].text in STOPS), -1) + 1
    if tokens[head].lower != "zoals":
        return None
    end = next((i for i in range(cue.spot, len(tokens)) if tokens[i].text in STOPS), len(tokens))
    return list(tokens[end:]) if head == 0 else list(tokens[: head - 1])


def _infinitive(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`zegt niet te kunnen garanderen`, `belooft (om) ... te herstellen`, `riep op om ... te gaan spreken`."""
    if "infinitive" not in cue.verb.frames or _for_a_purpose(analysis, cue):
        return None
    start = _behind_source(tokens, cue)
    end = end_of_content(analysis, tokens, start, cue, cues)
    te = next(
        (i for i in range(start, end) if tokens[i].lower == "te" and _infinitive_at(tokens, i + 1)), None
    )
    if te is None or any(t.has("VerbForm=Fin") for t in tokens[start:te]):
        return None
    while (
        start < te
        and tokens[start].lower in (",", "om", "ervoor", "ertoe", "erop", "er", "voor")
        or tokens[start].text == ","
    ):
        start += 1
    om = next((i for i in range(start, te) if tokens[i].lower == "om"), None)
    return list(tokens[(om + 1 if om is not None else start) : end])


def _for_a_purpose(analysis: Analysis, cue: Cue) -> bool:
    """`zes weken om Trimble te vragen terug te komen`: an infinitive under `om` tells no act."""
    return cue.verb.shape == "infinitive" and any(c.lower == "om" for c in analysis.children[cue.token.index])


def _infinitive_at(tokens: Tokens, place: int) -> bool:
    return place < len(tokens) and (tokens[place].has("VerbForm=Inf") or tokens[place].lower.endswith("n"))


def _predicate(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`noemde de wens "onrealistisch"`, `Dat vindt hij te weinig`, `deed de kritiek af als onzin`."""
    if cue.token.dep.startswith("acl"):  # `een argument dat ook X noemt` only mentions it
        return None
    if not cue.verb.frames & {"predicate", "as"} or not cue.source or _hypothetical(analysis, cue):
        return None
    if (
        "as" in cue.verb.frames
        and not any(t.lower in ("als", "tot") for t in tokens[cue.spot :])
        and "predicate" not in cue.verb.frames
    ):
        return None
    return _rest_of_clause(analysis, tokens, cue, cues)


def _object(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`ontkent de beschuldiging`, `sluit onderhandelingen niet uit`, `bepleit een verbod`."""
    if (
        cue.token.dep.startswith("acl")
        or "object" not in cue.verb.frames
        or not cue.source
        or _hypothetical(analysis, cue)
    ):
        return None
    content = _rest_of_clause(analysis, tokens, cue, cues)
    return (
        None
        if content and content[0].lower in ("dat", "dit", "het", "die") and content[0].pos == "PRON"
        else content
    )


def _preposition(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`pleit voor een verbod`, `waarschuwt voor gevolgen`; `Op deelname wil hij niet vooruitlopen`."""
    if "preposition" not in cue.verb.frames or not cue.source or _hypothetical(analysis, cue):
        return None
    named = {t.index for t in cue.source}
    end = end_of_content(analysis, tokens, cue.spot + 1, cue, cues, nominal=True)
    for place in range(cue.spot + 1, end):
        token = tokens[place]
        if token.lower in cue.verb.prepositions and token.index not in named and place not in cue.parts:
            return [
                t
                for i, t in enumerate(tokens[place + 1 : end], place + 1)
                if i not in cue.parts and t.index not in named
            ]
    head = clause_start(tokens, cue.spot)
    if head == 0 and tokens[head].lower in cue.verb.prepositions:
        return [t for t in tokens[head + 1 : cue.spot] if t.index not in named and t.pos != "AUX"]
    return None


RULES: tuple[Callable[[Analysis, Tokens, Cue, Sequence[Cue]], list[Token] | None], ...] = (
    _clause_behind, _clause_in_front, _as_somebody_said, _parenthesis, _infinitive, _preposition, _predicate, _object,
)  # fmt: skip


def _hypothetical(analysis: Analysis, cue: Cue) -> bool:
    """An infinitive under a modal (`moeten kunnen rekenen op`) tells no act; under `willen` or `laten` it may."""
    auxiliaries = [
        c.lower for c in analysis.children[cue.token.index] if c.pos == "AUX" or c.dep.startswith("aux")
    ]
    if cue.verb.shape != "infinitive":
        return False
    to = any(c.lower == "te" for c in analysis.children[cue.token.index])  # `heeft heel wat uit te leggen`
    return to or not any(
        a.startswith(("wil", "wou", "heb", "heef", "had", "zou", "zul", "zal", "blijf", "bleef"))
        for a in auxiliaries
    )


def _rest_of_clause(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """What the clause holds besides the cue, its source and adverbs: an object in front, and all behind the verb."""
    named = {t.index for t in cue.source}
    start, end = cue.spot + 1, end_of_content(analysis, tokens, cue.spot + 1, cue, cues, nominal=True)
    behind = [
        t for i, t in enumerate(tokens[start:end], start) if i not in cue.parts and t.index not in named
    ]
    behind = _without_adverbials(analysis, cue, behind)
    head = clause_start(tokens, cue.spot)
    front = [t for t in tokens[head : cue.spot] if t.index not in named]
    if front and (front[0].lower in BETWEEN or front[0].pos in ("ADV", "ADP", "CCONJ", "SCONJ", "AUX")):
        front = []
    if (
        cue.verb.shape != "finite"
    ):  # `heeft de wens onrealistisch genoemd`: the object stands before the participle
        front = [t for t in front if t.pos != "AUX"]
    return [*front, *behind] or None


def _without_adverbials(analysis: Analysis, cue: Cue, behind: list[Token]) -> list[Token]:
    """The words from the object on: adverbs, times and places before it belong to the cue (`noemde deze week ...`)."""
    objects = [
        c for c in analysis.children[cue.token.index]
        if c.dep in ("obj", "ccomp", "xcomp", "iobj") and any(t is c for t in behind) and c.lower != "zich"
    ]  # fmt: skip
    if objects:
        first = min(t.index for t in analysis.subtree(objects[0]))
        lead = [t for t in behind if t.index < first]
        if all(
            _hangs_as(analysis, cue, t, ("obl", "advmod", "nmod", "case", "punct", "det", "amod", "nummod"))
            for t in lead
        ):
            behind = [t for t in behind if t.index >= first]
    while behind and (behind[0].lower in BETWEEN or behind[0].text == ","):
        behind = behind[1:]
    return behind


def _hangs_as(analysis: Analysis, cue: Cue, token: Token, deps: tuple[str, ...]) -> bool:
    for _ in range(12):
        if token.head == cue.token.index or token.head == token.index:
            return token.dep.split(":")[0] in deps
        token = analysis.tokens[token.head]
    return False


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
