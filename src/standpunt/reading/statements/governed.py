"""Phrases that a cue governs, where what is said is no clause: `noemt het plan te duur`, `eist meer geld`, `pleit voor
rust`. Each rule gives the tokens of the content, or None."""

from collections.abc import Sequence
from itertools import pairwise

from standpunt.language.analysis import Analysis, Token
from standpunt.reading.statements.boundaries import QUESTION, clause_start, end_of_content
from standpunt.reading.statements.cues import Cue
from standpunt.reading.statements.phrases import BETWEEN, phrase_from

Tokens = Sequence[Token]


def predicate(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`noemde de wens "onrealistisch"`, `Dat vindt hij te weinig`, `deed de kritiek af als onzin`."""
    if cue.token.dep.startswith("acl") and not _who_is_subject(analysis, cue):
        return None  # `een argument dat ook X noemt` only mentions it
    if not cue.verb.frames & {"predicate", "as"} or not cue.source or hypothetical(analysis, cue):
        return None
    if (
        "as" in cue.verb.frames
        and not any(t.lower in ("als", "tot") for t in tokens[cue.spot :])
        and "predicate" not in cue.verb.frames
    ):
        return None
    return _rest_of_clause(analysis, tokens, cue, cues)


def _who_is_subject(analysis: Analysis, cue: Cue) -> bool:
    """`Bruins, die de huizen wegzette als ...`: the relative pronoun is who speaks."""
    return any(
        child.lower in ("die", "dat") and child.dep == "nsubj" for child in analysis.children[cue.token.index]
    )


def object_(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`ontkent de beschuldiging`, `sluit onderhandelingen niet uit`, `bepleit een verbod`."""
    if (
        cue.token.dep.startswith("acl")
        or "object" not in cue.verb.frames
        or not cue.source
        or hypothetical(analysis, cue)
    ):
        return None
    content = _rest_of_clause(analysis, tokens, cue, cues)
    if cue.verb.objects and not (content and _is_asked_for(analysis, cue, content)):
        return None
    return (
        None
        if content and content[0].lower in ("dat", "dit", "het", "die") and content[0].pos == "PRON"
        else content
    )


def _is_asked_for(analysis: Analysis, cue: Cue, content: Tokens) -> bool:
    """One of the nouns of the entry (`wil een debat`), or words between marks (`wil "meer lucht"`)."""
    noun = next((t.lower for t in content if t.pos in ("NOUN", "PROPN")), "")
    return noun in cue.verb.objects or content[0].index in analysis.quoted


def preposition(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`pleit voor een verbod`, `waarschuwt voor gevolgen`; `Op deelname wil hij niet vooruitlopen`."""
    if "preposition" not in cue.verb.frames or not cue.source or hypothetical(analysis, cue):
        return None
    named = {t.index for t in cue.source}
    end = end_of_content(analysis, tokens, cue.spot + 1, cue, cues, nominal=True)
    for place in range(cue.spot + 1, end):
        token = tokens[place]
        if token.has("PronType=Rel"):
            break  # `Boos is hij, net als de buren die naar de avond over de molens kwamen`
        if token.lower == "van" and _of_a_noun(analysis, token, cue):
            continue
        free = place not in cue.parts or cue.verb.near
        if token.lower in cue.verb.prepositions and token.index not in named and free:
            end = _before_another(analysis, tokens, place, end)
            return [
                t
                for i, t in enumerate(tokens[place + 1 : end], place + 1)
                if i not in cue.parts and t.index not in named
            ]
    head = clause_start(tokens, cue.spot)
    opens = head == 0 or tokens[head - 1].pos == "CCONJ"
    if any(t.lower == "te" for t in tokens[cue.spot : end]) and "quote" in cue.verb.frames:
        return None  # `Met zijn houding dreigt hij steun te verspelen`
    if opens and tokens[head].lower in cue.verb.prepositions:
        governor = cue.token.head if cue.verb.shape != "finite" else None
        return [
            t for i, t in enumerate(tokens[head + 1 : cue.spot], head + 1)
            if t.index not in named and t.pos != "AUX" and t.index != governor and i not in cue.parts
        ]  # fmt: skip
    return None


def _before_another(analysis: Analysis, tokens: Tokens, preposition: int, end: int) -> int:
    """`sprak van een omweg, Dijk van een dwaalspoor`: where another, with the same preposition, says something else."""
    for place in range(preposition + 1, end):
        if tokens[place].text == ",":
            behind = place + 1 + len(phrase_from(analysis, tokens, place + 1))
            if place + 1 < behind < end and tokens[behind].lower == tokens[preposition].lower:
                return place
    return end


def _of_a_noun(analysis: Analysis, preposition: Token, cue: Cue) -> bool:
    """`sprak woorden van gelijke strekking`: the phrase belongs to a noun that the verb governs. Whoever is accused
    (`verdenkt de man van brandstichting`) is not that noun, nor is a word of the verb's own phrase."""
    phrase = analysis.tokens[preposition.head]
    holder = analysis.tokens[phrase.head]
    governed = holder.index > cue.token.index and not any(t is holder for t in cue.source)
    if cue.verb.words or "infinitive" in cue.verb.frames:
        return False
    return phrase.dep.startswith("nmod") and governed and holder.pos in ("NOUN", "PROPN")


def nothing_told(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """`De bank wil geen reactie geven`: nothing is told, nor of what."""
    if not cue.verb.declines or not cue.source or len(cue.verb.words) < 2:
        return None
    return [tokens[place] for place in sorted(cue.parts)]


def _rest_of_clause(analysis: Analysis, tokens: Tokens, cue: Cue, cues: Sequence[Cue]) -> list[Token] | None:
    """What the clause holds besides the cue, its source and adverbs: an object in front, and all behind the verb."""
    named = _named_by(analysis, tokens, cue)
    start, end = cue.spot + 1, end_of_content(analysis, tokens, cue.spot + 1, cue, cues, nominal=True)
    if (
        start < len(tokens)
        and tokens[start].text == ","
        and any(t.index < cue.token.index for t in cue.source)
    ):
        end = start  # `dat X het plan te duur vindt, ...`: the verb stands at the end of its clause
    behind = [
        t for i, t in enumerate(tokens[start:end], start) if i not in cue.parts and t.index not in named
    ]
    behind = _without_adverbials(analysis, cue, behind)
    head = clause_start(tokens, cue.spot)
    if cue.token.dep.startswith("acl"):
        head = next(
            (i + 1 for i in range(cue.spot - 1, head - 1, -1) if tokens[i].lower in ("die", "dat")), head
        )
    front = [t for t in tokens[head : cue.spot] if t.index not in named]
    if cue.verb.shape != "finite" and cue.token.dep != "conj":
        # `heeft de wens onrealistisch genoemd`: the object stands before the participle
        front = [t for t in front if t.pos != "AUX" and t.index != cue.token.head]
    if front and front[0].pos == "ADP":  # `toen Jansen op Twitter het plan "een draak" noemde`
        front = _from_object(analysis, cue, front)
    if front and (front[0].lower in BETWEEN or front[0].pos in ("ADV", "ADP", "CCONJ", "SCONJ", "AUX")):
        front = []
    if any(t.lower in QUESTION for t in front):
        return None  # `wat de minister vindt`
    return [*front, *behind] or None


def _from_object(analysis: Analysis, cue: Cue, front: list[Token]) -> list[Token]:
    """The words from the verb's object on, at the end of whose clause it stands; all of them where there is none."""
    for child in analysis.children[cue.token.index]:
        if child.dep == "obj" and any(t is child for t in front) and child.index < cue.token.index:
            first = min(t.index for t in analysis.subtree(child))
            return [t for t in front if t.index >= first]
    return front


def _named_by(analysis: Analysis, tokens: Tokens, cue: Cue) -> set[int]:
    """The tokens that name the source, `door` or `bij` of a passive with them, and a name behind a comma (`door de
    voorzitter, Jan Jansen`)."""
    named = {t.index for t in cue.source}
    behind = next((i + 1 for i, t in enumerate(tokens) if cue.source and t is cue.source[-1]), len(tokens))
    apposed = (
        phrase_from(analysis, tokens, behind + 1)
        if tokens[behind : behind + 1] and tokens[behind].text == ","
        else []
    )
    closing = tokens[behind + 1 + len(apposed) : behind + 2 + len(apposed)]
    if apposed and apposed[0].text[:1].isupper() and (not closing or closing[0].text in ",.)"):
        named |= {t.index for t in apposed}
    by = {
        t.index
        for t, following in pairwise(tokens)
        if t.lower in ("door", "bij") and following.index in named
    }
    return named | by


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
    while behind and (
        behind[0].lower in BETWEEN and behind[0].index not in analysis.quoted or behind[0].text == ","
    ):
        behind = behind[1:]
    return behind


def _hangs_as(analysis: Analysis, cue: Cue, token: Token, deps: tuple[str, ...]) -> bool:
    for _ in range(12):
        if token.head == cue.token.index or token.head == token.index:
            return token.dep.split(":")[0] in deps
        token = analysis.tokens[token.head]
    return False


def hypothetical(analysis: Analysis, cue: Cue) -> bool:
    """An infinitive under a modal (`moeten kunnen rekenen op`) tells no act; under `willen` or `laten` it may."""
    auxiliaries = [
        c.lower for c in analysis.children[cue.token.index] if c.pos == "AUX" or c.dep.startswith("aux")
    ]
    if cue.token.dep == "xcomp":
        auxiliaries.append(analysis.tokens[cue.token.head].lower)  # `blijft het plan onhaalbaar vinden`
    if cue.verb.shape != "infinitive":
        return False
    to = any(c.lower == "te" for c in analysis.children[cue.token.index])  # `heeft heel wat uit te leggen`
    return to or not any(
        a.startswith(("wil", "wou", "heb", "heef", "had", "zou", "zul", "zal", "blijf", "bleef"))
        for a in auxiliaries
    )
