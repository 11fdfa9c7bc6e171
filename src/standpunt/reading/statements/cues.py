"""Finds the verbs and phrases that report: a form from the word list, with the particle and the words that its
phrase asks for standing in the same clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from standpunt.language.analysis import Analysis, Token
from standpunt.reading.statements.agents import agent, among, behind_preposition, passive
from standpunt.reading.statements.subjects import NO_SPEAKER, clause_head, subject_of
from standpunt.reading.statements.words import NOUNS, VERBS, Senses, Verb

STOPS = frozenset([",", ";", ":", ".", "!", "?", "…"])
# Words of a phrase behind which others may stand: `wil hij *niet* over de kosten *zeggen*`.
LOOSE = frozenset("niet geen niets er het ervan erop zich hem haar nog".split())
# Words that open what a verb governs, and so stand behind its particle.
OPENERS = frozenset("zich dat of hoe waarom wat wie wanneer welke te om tot tegen tegenover aan bij".split())
# Words that say how much somebody is for or against something.
DEGREE = frozenset("fel sterk mordicus unaniem faliekant principieel radicaal absoluut ronduit".split())
# How far the parts of one phrase may lie apart, in words.
REACH = 22


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb at `tokens[spot]`; `parts` are the places of its particle and phrase words; `source` the
    tokens that name who speaks (empty when nobody is named); `nobody`: its subject is no one (`het`, `dat`, `er`)."""

    verb: Verb
    token: Token
    spot: int
    parts: frozenset[int]
    source: tuple[Token, ...]
    nobody: bool = False


def find(analysis: Analysis, tokens: Sequence[Token], verbs: Mapping[str, Senses] = VERBS) -> list[Cue]:
    """The cues among tokens of one period (or of one quotation), in their order, each with its source.

    A word may be several cues, the fuller phrase before the bare verb (`geeft aan` before `geeft`): the first of them
    that governs a content reports it.
    """
    found: list[Cue] = []
    present = {token.lower for token in tokens}
    forms = present & verbs.keys()
    for spot, token in enumerate(tokens):
        if token.lower not in forms:
            continue
        senses = verbs[token.lower].among(present)
        if not senses or not _may_be_verb(analysis, tokens, spot) or _is_urged(analysis, token):
            continue
        if token.dep in ("amod", "det") and not _behind_comma(tokens, spot):
            continue
        fitting = [
            (verb, parts) for verb in senses
            if (parts := _parts(tokens, spot, verb)) is not None
            and _is_form(analysis, tokens, spot, verb) and not _is_another_verb(analysis, tokens, spot, verb, parts)
        ]  # fmt: skip
        if fitting:
            subject = _source(analysis, tokens, spot, found)
            nobody = len(subject) == 1 and subject[0].lower in NO_SPEAKER
            for verb, parts in sorted(
                fitting, key=lambda fit: (-len(fit[0].asks), present.isdisjoint(fit[0].prepositions))
            ):
                source = (
                    behind_preposition(analysis, tokens, spot, verb)
                    if verb.source
                    else []
                    if nobody
                    else subject
                )
                named = [t for t in _without_governed(source, verb) if not any(t is tokens[p] for p in parts)]
                if verb.near and not _is_near(tokens, spot, parts, named):
                    continue
                silent = not named and (nobody or bool(verb.source))
                found.append(Cue(verb, token, spot, frozenset(parts), tuple(named), silent))
    return found


def _is_urged(analysis: Analysis, token: Token) -> bool:
    """`De boeren gaan "gas geven, reken daar maar op"`: an imperative there has no subject outside."""
    beside = token.dep == "parataxis" and token.index in analysis.quoted
    return beside and not any(c.dep.startswith("nsubj") for c in analysis.children[token.index])


def _without_governed(source: Sequence[Token], verb: Verb) -> Sequence[Token]:
    """`sprak Jansen van een ramp`: what the verb's preposition governs is no part of the name before it."""
    for place, (token, following) in enumerate(pairwise(source)):
        if place and token.lower in verb.prepositions and following.lower == "een":
            return source[:place]
    return source


def _is_near(tokens: Sequence[Token], spot: int, parts: Sequence[int], source: Sequence[Token]) -> bool:
    """`is fel tegen het plan`, not `is beschermd tegen regen`: adverbs and who it is, and nothing else, between."""
    if max(parts) < spot:
        return tokens[max(parts) - 1].pos not in ("DET", "ADJ")  # `dat er geen akkoord is met de bond`
    if any(t.lower == "er" for t in (*source, *tokens[clause_head(tokens, spot) : spot])):
        return False  # `dat er veel verzet is tegen het plan`
    between = tokens[spot + 1 : max(parts)]
    return all(t.pos == "ADV" or t.lower in DEGREE or any(t is s for s in source) for t in between)


def _that_follows(tokens: Sequence[Token], spot: int) -> bool:
    """`willen dat er na de verkiezingen ...`: a `dat` before any other verb makes a modal a verb of its own."""
    for token in tokens[spot + 1 : spot + REACH]:
        if token.lower == "dat" and token.pos == "SCONJ":
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def _source(
    analysis: Analysis, tokens: Sequence[Token], spot: int, earlier: Sequence[Cue]
) -> Sequence[Token]:
    """The subject of the cue; that of the cue before for `... en benadrukt dat`; in a passive who does it."""
    if passive(analysis, tokens[spot]):
        return agent(analysis, tokens, spot)
    joined = spot > 0 and tokens[spot - 1].lower in ("en", "maar") and not tokens[spot].has("VerbForm=Inf")
    main = (c for c in earlier if c.verb.shape == "finite" and c.token.sentence == tokens[spot].sentence)
    shared = next((c.source for c in main if c.source), None)
    if joined and shared:
        return shared
    subject = subject_of(analysis, tokens[spot], tokens, spot)
    if len(subject) == 1 and subject[0].lower == "men":
        return among(analysis, tokens, spot) or subject
    return subject


def _may_be_verb(analysis: Analysis, tokens: Sequence[Token], spot: int) -> bool:
    """Tagged as a verb; or, behind a comma with a name after it (`, tweet X`), whatever the tagger says."""
    token = tokens[spot]
    before = tokens[spot - 1] if spot else None
    behind = tokens[spot + 1].lower if spot + 1 < len(tokens) else ""
    if before is not None and before.lower in ("de", "een"):
        return False  # `de verdachten`
    if before is not None and token.text.istitle() and before.pos == "NOUN":
        return False  # `raadslid Wil van Dam`
    told = behind in ("dat", "om") and (token.lower in NOUNS or token.lower == "besluit")
    if before is not None and before.lower == "het" and (behind == "van" or told):
        return False  # `het stellen van vragen`, `het voorstel om`, `het besluit dat`
    if token.pos in ("VERB", "AUX"):
        return True
    children = analysis.children[token.index]
    if token.dep.startswith("acl") and any(child.has("PronType=Rel") for child in children):
        return True  # `Jansen, die niet uitsluit dat ...`, tagged as a noun
    governs = any(child.dep in ("nsubj", "ccomp") for child in children)
    if token.dep == "root" and governs and token.text[:1].islower():
        return True  # `de familie wenst dat ...`, tagged as a noun
    only = token.text[:1].islower() and not any(
        t.pos in ("VERB", "AUX") and t.has("VerbForm=Fin") for t in tokens
    )
    # every sentence has a verb: `De raad wenst niet te wachten`
    return only and spot > 0 or _behind_comma(tokens, spot)


def _behind_comma(tokens: Sequence[Token], spot: int) -> bool:
    """Whether a word stands as an inserted cue does, behind a comma and before a name or an article."""
    named = spot + 1 < len(tokens) and (
        tokens[spot + 1].text[:1].isupper() or tokens[spot + 1].lower in ("hij", "zij", "ze", "de")
    )
    return tokens[spot].text[:1].islower() and (spot == 0 or tokens[spot - 1].text == ",") and named


def _is_form(analysis: Analysis, tokens: Sequence[Token], spot: int, verb: Verb) -> bool:
    """Whether a word that may be two forms (`benadrukt`) is this one here: a participle leans on an auxiliary. One
    that stands before its noun (`de genoemde landen`) reports nothing."""
    token = tokens[spot]
    leans = any(child.pos == "AUX" or child.dep.startswith("aux") for child in analysis.children[token.index])
    if verb.shape == "participle":
        return leans or token.has("VerbForm=Part") and not (spot > 0 and tokens[spot - 1].text == ",")
    # A plural finite verb looks like an infinitive; as the root of a sentence, without `te` or auxiliary, it is none.
    governed = any(child.pos == "AUX" or child.lower == "te" for child in analysis.children[token.index])
    infinitive = token.has("VerbForm=Inf") and (token.dep != "root" or governed)
    if infinitive and not governed and _that_follows(tokens, spot):
        infinitive = False  # `de advocaten willen minstens dat ...`
    if verb.shape == "infinitive":
        return infinitive or not token.has("VerbForm=Fin") and not token.has("VerbForm=Inf")
    return not infinitive and (not leans or token.has("VerbForm=Fin"))


def _is_another_verb(
    analysis: Analysis, tokens: Sequence[Token], spot: int, verb: Verb, parts: Sequence[int]
) -> bool:
    """`meldde zich`, `aan te wijzen`, `vindt steun`, a modal `wil`: a reflexive, a particle, an object or an infinitive
    that the entry does not name makes it another verb."""
    token = tokens[spot]
    own = {tokens[p].index for p in parts}
    children = analysis.children[token.index]
    if any(c.lower in verb.another and c.dep in ("obj", "compound:prt", "nsubj") for c in children):
        return True
    if not verb.words and any(
        c.dep == "compound:prt"
        and (c.pos in ("ADP", "ADV") or c.pos == "ADJ" and _closes(analysis, c))
        and not analysis.children[c.index]  # `op de hoogte`
        and c.index not in own
        and c.lower not in (*verb.words, *verb.prepositions, *verb.stranded)
        for c in children
    ):
        return True
    if (
        not verb.asks
        and "zich" not in verb.key
        and any(
            c.lower == "zich" and c.dep in ("obj", "iobj", "expl:pv", "expl", "nsubj", "obl")
            for c in children
        )
    ):
        return True
    modal = token.dep in ("aux", "aux:pass") and not _that_follows(tokens, spot)
    return modal and not verb.words and not verb.particle and verb.shape == "finite"


def _closes(analysis: Analysis, token: Token) -> bool:
    """Whether a word stands at the end of its clause, as a particle does: `keurt het goed`, not `sprak boos van`."""
    following = analysis.tokens[token.index + 1 : token.index + 2]
    return not following or following[0].pos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ")


def _parts(tokens: Sequence[Token], spot: int, verb: Verb) -> list[int] | None:
    """The places of the particle and the phrase words, or None when one of them is missing."""
    parts: list[int] = []
    if verb.particle:
        place = _particle(tokens, spot, verb)
        if place is None:
            return None
        parts.append(place)
    if verb.words:
        for places in (_ordered(tokens, spot, verb.words, 1), _ordered(tokens, spot, verb.words, -1)):
            if places is not None:
                return parts + places
        return None
    return parts


def _particle(tokens: Sequence[Token], spot: int, verb: Verb) -> int | None:
    """Behind a finite verb, at the end of its clause; just before `te` + infinitive."""
    if verb.shape != "finite":
        before = [i for i in (spot - 1, spot - 2) if i >= 0 and tokens[i].lower == verb.particle]
        return before[0] if before and (before[0] == spot - 1 or tokens[spot - 1].lower == "te") else None
    for place in range(spot + 1, min(len(tokens), spot + REACH)):
        token = tokens[place]
        if token.text in ";:.!?":
            return None
        if token.lower == verb.particle and (
            token.dep == "compound:prt"
            or _closes_clause(tokens, place, verb)
            or _infinitive_follows(tokens, place, verb)
        ):
            return place
    return None


def _closes_clause(tokens: Sequence[Token], place: int, verb: Verb) -> bool:
    if place + 1 >= len(tokens):
        return True
    following = tokens[place + 1]
    if following.text in STOPS or following.pos in ("SCONJ", "CCONJ", "VERB", "AUX"):
        return True
    return following.pos == "PRON" or following.lower in OPENERS or following.lower in verb.prepositions


def _infinitive_follows(tokens: Sequence[Token], place: int, verb: Verb) -> bool:
    """`geeft aan de wet te steunen`: what looks like a preposition, with an infinitive behind its phrase."""
    if "infinitive" not in verb.frames:
        return False
    for token, following in pairwise(tokens[place + 1 : place + REACH]):
        if token.text in STOPS or token.has("VerbForm=Fin") or token.lower in ("om", "dat", "of"):
            return False
        if token.lower == "te":
            return following.has("VerbForm=Inf")
    return False


def _ordered(tokens: Sequence[Token], spot: int, words: tuple[str, ...], step: int) -> list[int] | None:
    """The places of phrase words in their order, behind (1) or before (-1) the verb, in its clause."""
    wanted = list(words if step == 1 else reversed(words))
    places: list[int] = []
    place = spot + step
    while (
        wanted
        and 0 <= place < len(tokens)
        and abs(place - spot) <= (REACH if step == 1 else 4 + 2 * len(words))
    ):
        token = tokens[place]
        if places and token.lower != wanted[0] and not {tokens[places[-1]].lower, wanted[0]} & LOOSE:
            places, wanted = [], list(words if step == 1 else reversed(words))
        if token.lower == wanted[0] and not (words == ("het",) and token.pos == "DET"):
            places.append(place)
            wanted.pop(0)
        elif (
            token.text in ";:.!?"
            or token.text == ","
            and step == -1
            or token.lower == "om"
            or token.lower == "dat"
            and token.pos == "SCONJ"
            or step == 1
            and token.pos == "CCONJ"
            and place + 1 < len(tokens)
            and tokens[place + 1].has("VerbForm=Fin")  # `is tegen het plan en is niet te spreken over ...`
        ):
            break
        place += step
    return places if not wanted else None
