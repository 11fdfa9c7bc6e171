"""Verbs that show a stance, and the words that they govern: `stemde tegen het plan`, `sluiten deelname niet uit`, `het
plan wordt door de raad gesteund`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason, Span, Stance
from standpunt.reading.attitudes.negation import (
    clause,
    denies,
    hedge,
    hypothetical,
    negated,
    not_yet,
    says_not,
)
from standpunt.reading.attitudes.words import BOTH_WAYS, FEELINGS, SHOWN, opposite
from standpunt.reading.statements import clauses, cues
from standpunt.reading.statements.attribution import pieces
from standpunt.reading.statements.phrases import phrase_from
from standpunt.reading.statements.words import Senses

# An infinitive behind these is done or meant: `lijkt het voortouw te nemen`, `besloot tegen het plan te stemmen`.
_DONE = frozenset(
    "lijkt lijken leek leken blijkt blijken bleek bleken schijnt schijnen besluit besluiten besloot besloten blijft "
    "blijven bleef bleven begint beginnen begon begonnen zegt zeggen zei zeiden".split()
)
_REASONS = frozenset("omdat want zodat terwijl hoewel aangezien nadat waardoor".split())
# What somebody feels with nothing behind it is about whatever; what he thinks is about what was spoken of.
_THOUGHTS = frozenset("kritisch negatief positief sceptisch enthousiast lovend afwijzend".split())
_OTHER_FEELINGS = frozenset(("trots", "bang"))
# What a motion tells stands behind these; behind a verb of calling, what it calls for.
_TELLING = frozenset("dat die waarin waarmee waardoor".split())
CALLED = frozenset("opgeroepen gevraagd verzocht opgedragen".split())
_BACK = ("daar", "er", "hier")
ASKING = frozenset("welke welk wat hoe hoeveel wie wanneer waarom waarover".split())
_AGENT = frozenset(("door", "namens"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A stance towards `target`; `source` are the words of the subject, empty where there is none."""

    stance: Stance
    target: tuple[Span, ...]
    cue: Token
    why: Reason
    source: Sequence[Token]


def read(analysis: Analysis, tokens: Sequence[Token], table: Mapping[str, Senses]) -> Iterator[Shown]:
    """What the verbs of a table show among the tokens of one sentence, each verb once."""
    found = cues.find(analysis, tokens, table)
    done = -1
    for cue in found:
        governed = _governed(analysis, tokens, cue, found) if cue.spot != done else None
        if governed is None and cue.spot != done:
            governed = (
                _antecedent(analysis, tokens, cue)
                or _told_behind(tokens, cue)
                or _alone(analysis, tokens, cue)
            )
        if governed is None or governed[0] in ("parenthesis", "as somebody said"):
            continue
        if (
            cue.verb.objects
            and governed[0] == "object"
            and not any(t.lower in cue.verb.objects for t in governed[1])
        ):
            continue
        if hypothetical(analysis, tokens, cue.spot) or _is_copula(analysis, cue, governed[1]):
            continue
        rule, body, source = governed
        modal = cue.verb.key in ("iets willen", "iets hoeven")
        if modal and (
            any(t.has("VerbForm=Inf") for t in body)
            or body[:1]
            and body[0].lower in ("dat", "of")
            and body[1:]
        ):
            continue  # `wil een tunnel bouwen`: a modal, and the object is of the verb behind it; `wil dat`: a clause
        if body and _is_asked(analysis, body) and SHOWN[cue.verb.key].plain is not Stance.OPEN:
            continue
        stance, target = _stance(analysis, tokens, cue, body), pieces(analysis, body)
        if stance is not None and target:
            done = cue.spot
            why = Reason(rule, cue.verb.key)
            yield Shown(stance, target, cue.token, why, source)
            others, mark = _others(analysis, tokens, cue.spot)
            shown = SHOWN[cue.verb.key].read(mark == "niet") if others else None
            if shown is not None:
                yield Shown(shown, target, cue.token, why, others)


def _is_asked(analysis: Analysis, body: Sequence[Token]) -> bool:
    """`besluit of de tunnel er komt`, `beslist welke tunnel er komt`: nobody wants it yet."""
    return behind_whether(analysis, body[0]) or body[0].lower in ASKING


Governed = tuple[str, Sequence[Token], Sequence[Token]]


def _governed(
    analysis: Analysis, tokens: Sequence[Token], cue: cues.Cue, found: Sequence[cues.Cue]
) -> Governed | None:
    """The rule, what the verb governs, and its subject. Besides what governs reported words: a passive with who does
    it (`door`), a preposition before a verb at the end of its clause, an object by the parse."""
    passive = _passive(analysis, tokens, cue)
    if passive is not None:
        return passive
    governed = clauses.content_of(analysis, tokens, cue, found)
    if governed is not None:
        rule, body = governed
        if rule in ("preposition", "object") and _wants_preposition(cue, rule, body):
            governed = None
        else:
            return rule, _ends(body) if rule in ("preposition", "object") else body, cue.source
    back = _pointing(tokens, cue)
    if back:
        return "alone", back, cue.source
    in_front = _in_front(analysis, tokens, cue)
    if in_front:
        return "preposition", in_front, cue.source
    if cue.verb.frames & {"object", "quote"} and not cue.verb.words:
        found_object = next((c for c in analysis.children[cue.token.index] if c.dep == "obj"), None)
        pointing = found_object is not None and found_object.lower in ("dat", "dit")
        named = found_object is not None and (pointing or found_object.pos in ("NOUN", "PROPN"))
        if found_object is not None and named and _happens(analysis, tokens, cue):
            within = {t.index for t in analysis.subtree(found_object)}
            return "object", [t for t in tokens if t.index in within], cue.source
    return None


def _antecedent(analysis: Analysis, tokens: Sequence[Token], cue: cues.Cue) -> Governed | None:
    """`de eindtermen die de regering heeft goedgekeurd`: what the relative pronoun stands for."""
    token = cue.token
    relative = next((c for c in analysis.children[token.index] if c.has("PronType=Rel")), None)
    if not token.dep.startswith("acl") or relative is None or "object" not in cue.verb.frames:
        return None
    clause_of = {t.index for t in analysis.subtree(token)}
    noun = {t.index for t in analysis.subtree(analysis.tokens[token.head])} - clause_of
    before = [t for t in tokens if t.index in noun and t.index < relative.index]
    source = [t for t in cue.source if t is not relative and t.index not in noun]
    return ("relative", before, source) if before and source else None


def _told_behind(tokens: Sequence[Token], cue: cues.Cue) -> Governed | None:
    """`diende een motie in die de bouw verbiedt`, `een motie in waarin het college wordt gevraagd te bouwen`: what the
    noun of the phrase is said to do, or to call for."""
    last = max(cue.parts, default=cue.spot)
    if "infinitive" not in cue.verb.frames or not cue.verb.words or not cue.source or last + 2 >= len(tokens):
        return None
    if tokens[last + 1].lower not in _TELLING:
        return None
    first = last + 2
    end = next((i for i in range(first, len(tokens)) if tokens[i].text in ",;:.!?"), len(tokens))
    call = next((i for i in range(first, end) if tokens[i].lower in CALLED), None)
    if call is not None:
        first = call + 1 + (call + 1 < end and tokens[call + 1].lower == "om")
    return ("relative", tokens[first:end], cue.source) if first < end else None


def _is_copula(analysis: Analysis, cue: cues.Cue, body: Sequence[Token]) -> bool:
    """`dat is voor de raad onaanvaardbaar`: the verb says of something what it is, not who is for what."""
    if cue.verb.words or cue.token.dep != "cop":
        return False
    return not any(t.index == cue.token.head for t in body)


def _alone(analysis: Analysis, tokens: Sequence[Token], cue: cues.Cue) -> Governed | None:
    """`de raad is tegen`, `ook de bond is kritisch`: towards what was spoken of."""
    if not cue.verb.words or "preposition" not in cue.verb.frames or not cue.source:
        return None
    if cue.verb.words[-1] in (FEELINGS | _OTHER_FEELINGS) - _THOUGHTS:
        return None  # `de raad was boos`
    if not cue.token.has("VerbForm=Fin") or cue.verb.words[0] in ("zich", "niet", "geen", "het"):
        return None
    own = {tokens[place].index for place in cue.parts}
    objects = (c for c in analysis.children[cue.token.index] if c.dep == "obj" and c.index not in own)
    if any(c.pos in ("NOUN", "PROPN") for c in objects):
        return None  # `willen de regie terug`
    last = max(cue.parts)
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is not None and behind.text not in ".,;:!?)" and behind.pos != "CCONJ":
        return None
    return "alone", [tokens[place] for place in sorted(cue.parts)], cue.source


def _wants_preposition(cue: cues.Cue, rule: str, body: Sequence[Token]) -> bool:
    """`heeft tegen het plan bezwaar gemaakt`: an object that opens with the verb's own preposition is none."""
    return rule == "object" and bool(body) and body[0].lower in cue.verb.prepositions


def _ends(body: Sequence[Token]) -> Sequence[Token]:
    """A phrase that is governed ends where a second verb or a reason begins: `tegen het plan en is boos`."""
    body = without_others(body)
    for place, token in enumerate(body):
        if place and token.lower in _REASONS:
            return body[: place - (body[place - 1].text == ",")]
        if place and token.pos == "CCONJ" and any(t.has("VerbForm=Fin") for t in body[place + 1 : place + 2]):
            return body[:place]
    return body


def without_others(body: Sequence[Token]) -> Sequence[Token]:
    """Up to others, whose verb is left out."""
    aside = (i for i, t in enumerate(body) if t.text == "," and _is_aside(body[i + 1 :]))
    return body[: next(aside, len(body))]


def _is_aside(tokens: Sequence[Token]) -> bool:
    """`, D66 niet`, `, de SP en de PVV tegen`: others, whose verb is left out."""
    words = [t for t in tokens if t.pos != "PUNCT"]
    return (
        any(t.pos == "PROPN" for t in words[:-1])
        and words[-1].lower in ("niet", "wel", "tegen", "voor")
        and not any(t.pos in ("VERB", "AUX") for t in words)
    )


def _others(analysis: Analysis, tokens: Sequence[Token], spot: int) -> tuple[Sequence[Token], str]:
    """Who is set beside the subject, and by which word: `de VVD steunt het plan, D66 niet`."""
    for place in range(spot + 1, len(tokens)):
        if tokens[place].text in ",;" and _is_aside(tokens[place + 1 :]):
            words = [t for t in tokens[place + 1 :] if t.pos != "PUNCT"]
            source = phrase_from(analysis, tokens, place + 1)
            if words[-1].lower in ("niet", "wel") and [*source, words[-1]] == words:
                return source, words[-1].lower
    return (), ""


def _pointing(tokens: Sequence[Token], cue: cues.Cue) -> Sequence[Token]:
    """`verzet zich daartegen`, `is daar niet blij mee`, `ziet er niets in`: what was spoken of, behind the verb, with
    the verb's preposition joined to it or alone at the end."""
    if "preposition" not in cue.verb.frames or not cue.token.has("VerbForm=Fin"):
        return ()
    around = clause(tokens, cue.spot)
    behind = around[around.index(cue.token) + 1 :]
    together = {word + form for word in _BACK for form in cue.verb.stranded}
    joined = next((t for t in behind if t.lower in together), None)
    if joined is not None:
        last = tokens.index(joined) + 1
        ahead = [t.lower for t in tokens[last : last + 2]]
        return [] if {"om", "dat"} & set(ahead) else [joined]  # `streeft ernaar om te bouwen` points ahead
    place = next((i for i, t in enumerate(behind) if t.lower in _BACK), None)
    own = {tokens[part].index for part in cue.parts}  # `stemt er mee in`
    rest = (
        [t for t in behind[place + 1 :] if t.pos != "PUNCT" and t.index not in own]
        if place is not None
        else []
    )
    stranded = bool(rest) and rest[-1].lower in cue.verb.stranded
    return [behind[place]] if place is not None and stranded else ()


def _in_front(analysis: Analysis, tokens: Sequence[Token], cue: cues.Cue) -> list[Token]:
    """What the verb's preposition governs before a verb that closes its clause (`altijd tegen het plan gestemd`), or
    behind an infinitive that is done (`lijkt het voortouw te nemen in de plannen`)."""
    if "preposition" not in cue.verb.frames or not _happens(analysis, tokens, cue):
        return []
    for token in tokens[cue.spot + 1 : max(cue.parts, default=0)]:  # `sluit zich daarbij aan`
        if any(token.lower in ("daar" + p, "hier" + p) for p in cue.verb.prepositions):
            return [token]
    for place in range(cue.spot - 1, -1, -1):
        token = tokens[place]
        if token.text in ",;:.!?" or token.pos == "SCONJ":
            break
        joined = [p for p in cue.verb.prepositions if token.lower in ("daar" + p, "er" + p, "hier" + p)]
        if joined or token.lower in ("daar", "hier") and _stranded(tokens, cue):
            return [token]
        alone = place not in cue.parts or cue.verb.words == (token.lower,)  # `dat hij tegen de tunnel is`
        if token.lower in cue.verb.prepositions and alone and place + 1 < cue.spot:
            named = {t.index for t in cue.source}
            body = [
                t for i, t in enumerate(tokens[place + 1 : cue.spot], place + 1)
                if t.index not in named and i not in cue.parts and t.lower != "te"
            ]  # fmt: skip
            return body
    if cue.verb.shape == "infinitive":
        for place in range(cue.spot + 1, min(cue.spot + 4, len(tokens))):
            if tokens[place].lower in cue.verb.prepositions:
                return phrase_from(analysis, tokens, place + 1)
    return []


def _stranded(tokens: Sequence[Token], cue: cues.Cue) -> bool:
    """`daar houden wij aan vast`: the verb's preposition stands alone."""
    near = tokens[cue.spot + 1 : cue.spot + 6]
    return any(t.lower in cue.verb.stranded for t in near)


def _happens(analysis: Analysis, tokens: Sequence[Token], cue: cues.Cue) -> bool:
    """No infinitive under a modal of possibility: it tells no act. What somebody says to do (`zegt [tegen de tunnel te
    stemmen]`) he does, and who does something to protest does protest (`om te protesteren tegen de tunnel`)."""
    if cue.verb.shape != "infinitive":
        return True
    children, head = analysis.children[cue.token.index], analysis.tokens[cue.token.head]
    if any(c.lower == "te" for c in children):
        protests = "tegen" in cue.verb.prepositions and cue.token.dep == "advcl"
        return protests or head.lower in _DONE or head not in tokens
    joined = cue.token.dep in ("xcomp", "advcl")  # `blijven, net als D66, steunen`
    helpers = (*children, head) if joined else children
    wishes = ("zou",) if {"graag", "liever"} & set(cue.verb.words) else ()  # `zou graag een tunnel zien`
    return any(
        c.lower.startswith(("zal", "zul", "wil", "gaa", "blij", "heef", "heb", "had", "kan", "kun", *wishes))
        for c in helpers
    )


def _passive(analysis: Analysis, tokens: Sequence[Token], cue: cues.Cue) -> Governed | None:
    """`het plan wordt door de raad gesteund`; `namens de raad werd de minister opgeroepen om te gaan`."""
    if cue.verb.shape != "participle" or not cue.verb.frames & {
        "object",
        "predicate",
        "infinitive",
        "preposition",
    }:
        return None
    subject = next((c for c in analysis.children[cue.token.index] if c.dep == "nsubj:pass"), None)
    before = tokens[cue.spot - 1] if cue.spot else None
    agent = next(
        (
            tokens[i + 1 : i + 1 + len(phrase)]
            for i, t in enumerate(tokens)
            if t.lower in _AGENT
            and abs(i - cue.spot) < 16
            and (phrase := phrase_from(analysis, tokens, i + 1))
        ),
        None,
    )
    if subject is None or agent is None or before is None:
        return None
    if "object" in cue.verb.frames or "predicate" in cue.verb.frames:
        within = {t.index for t in analysis.subtree(subject)}
        return "passive", [t for t in tokens if t.index in within and t not in agent], agent
    behind = next(
        (i for i in range(cue.spot + 1, len(tokens)) if tokens[i].lower in ("om", *cue.verb.prepositions)),
        None,
    )
    return ("passive", tokens[behind + 1 :], agent) if behind is not None else None


def _stance(
    analysis: Analysis, tokens: Sequence[Token], cue: cues.Cue, body: Sequence[Token]
) -> Stance | None:
    """By the entry and what is negated: the verb in its own clause with its object, or the clause that it governs."""
    governed = {t.index for t in body} if any(t.has("VerbForm=Fin") for t in body) else frozenset()
    own = [t for t in clause(tokens, cue.spot) if t.index not in governed]
    outside = [t for t in body if t not in own]
    denied = negated(own, {tokens[place].index for place in cue.parts}) != denies(outside)
    against = cue.verb.key in BOTH_WAYS and behind_against(analysis, body)
    shown = SHOWN[cue.verb.key]
    if shown.plain is Stance.SUPPORT and (denied and not_yet(own) or not denied and hedge(own)):
        return Stance.OPEN
    stance = shown.towards(denied, against)
    return opposite(stance) if says_not(body) else stance


def behind_against(analysis: Analysis, body: Sequence[Token]) -> bool:
    """Whether `tegen` governs some words."""
    return bool(body) and body[0].index > 0 and analysis.tokens[body[0].index - 1].lower == "tegen"


def behind_whether(analysis: Analysis, token: Token) -> bool:
    """Whether an `of` opens the clause that begins with a token: `[of] de tunnel er komt`."""
    before = analysis.tokens[token.index - 1] if token.index else token
    return before.lower == "of" and before.pos == "SCONJ"
