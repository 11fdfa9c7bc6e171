"""Who speaks where that is not the subject: who does it in a passive, who stands behind the verb's preposition."""

from collections.abc import Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.reading.statements.circumstances import OCCASION
from standpunt.reading.statements.phrases import phrase_from
from standpunt.reading.statements.subjects import clause_head
from standpunt.reading.statements.words import Verb


def passive(analysis: Analysis, verb: Token) -> bool:
    return any(child.dep in ("nsubj:pass", "aux:pass") for child in analysis.children[verb.index])


def agent(analysis: Analysis, tokens: Sequence[Token], spot: int) -> Sequence[Token]:
    """`wordt door de bond betwist`; `In een motie van de raad werd hij opgeroepen`: whoever stands behind `door`, among
    whom it is done, or whose the paper is that the sentence opens with. `er wordt gezegd` names nobody."""
    head = clause_head(tokens, spot)
    for place in range(head, min(len(tokens) - 1, spot + 8)):
        if tokens[place].lower == "door" and analysis.tokens[tokens[place].head].head == tokens[spot].index:
            return phrase_from(analysis, tokens, place + 1)
    if tokens[head].lower == "bij":  # `Bij de bond wordt het nieuws afgedaan als onzin`
        return phrase_from(analysis, tokens, head + 1)
    for place in range(spot - 1, max(1, spot - 12), -1):
        if tokens[place].lower == "waarin":  # `de motie van de raad, waarin hij wordt opgeroepen`
            return _whose(analysis, tokens, place) or _who_comes_with(analysis, tokens, place)
    if tokens[head].lower in ("in", "met", "via"):
        for place in range(head + 1, min(head + 5, spot - 1)):
            paper = tokens[place].lower in OCCASION
            if paper and tokens[place + 1].lower in ("van", "namens"):
                return phrase_from(analysis, tokens, place + 2)
    return []


def among(analysis: Analysis, tokens: Sequence[Token], spot: int) -> list[Token]:
    """`Bij de bond is men niet akkoord`, `binnen de VVD begrijpt men`: among whom one says it, in the clause."""
    head = clause_head(tokens, spot)
    for place in range(head, min(len(tokens) - 1, spot + 8)):
        if tokens[place].lower in ("bij", "binnen") and tokens[place + 1].lower not in ("het", "een"):
            found = phrase_from(analysis, tokens, place + 1)
            if found and place + 1 + len(found) <= spot + 8:
                return found
    return []


def _whose(analysis: Analysis, tokens: Sequence[Token], relative: int) -> Sequence[Token]:
    """Whose the paper is that stands before a `waarin`."""
    for place in range(relative - 2, max(-1, relative - 10), -1):
        if tokens[place].lower in OCCASION and tokens[place + 1].lower in ("van", "namens"):
            return phrase_from(analysis, tokens, place + 2)
    return []


def _who_comes_with(analysis: Analysis, tokens: Sequence[Token], relative: int) -> Sequence[Token]:
    """`Smit kwam met een motie waarin de raad wordt opgeroepen`: who comes up with the paper."""
    verb = next(
        (i for i in range(relative - 1, 0, -1) if tokens[i].lower in ("kwam", "komt", "kwamen", "komen")), 0
    )
    paper = any(t.lower in OCCASION for t in tokens[relative - 2 : relative])
    if not verb or not paper or tokens[verb + 1].lower != "met":
        return []
    found = phrase_from(analysis, tokens, clause_head(tokens, verb))
    return found if found and found[-1] is tokens[verb - 1] else []


def behind_preposition(analysis: Analysis, tokens: Sequence[Token], spot: int, verb: Verb) -> list[Token]:
    """`klinkt het bij de oppositie`; `uit cijfers van de bank blijkt dat`: whoever stands behind the preposition, or
    who owns what stands there. Figures that nobody owns tell nothing."""
    near = [*range(spot + 1, min(len(tokens), spot + 6)), *range(spot - 1, max(-1, spot - 16), -1)]
    for place in near:
        if tokens[place].lower not in verb.source or place + 1 >= len(tokens):
            continue
        phrase = phrase_from(analysis, tokens, place + 1)
        if tokens[place].lower == "in" and phrase and _is_occasion(analysis, phrase):
            return []  # `klinkt het in "De Ochtend"`
        owner = next((i for i, t in enumerate(phrase) if t.lower in ("van", "door")), None)
        if owner is not None and "uit" in verb.source:
            return phrase[owner + 1 :]
        if phrase and "uit" not in verb.source:
            return phrase
    return []


def _is_occasion(analysis: Analysis, phrase: Sequence[Token]) -> bool:
    """A programme, a paper, a debate: where it was said, not who said it."""
    return phrase[0].index in analysis.quoted or any(token.lower in OCCASION for token in phrase)
