"""Words that point back to what was spoken of: `dat`, `daarover`, `dat plan`, `meedoen`. `back.nl.toml` holds them."""

from collections.abc import Sequence

from standpunt import lexicon
from standpunt.language.analysis import Token
from standpunt.reading.attitudes.judgements import EMPTY
from standpunt.reading.attitudes.words import JUDGEMENTS

FILE = "back.nl.toml"


class Entry(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    forms: str


LISTS = lexicon.read(__package__, FILE, dict.fromkeys(("alone", "noun", "act", "before"), Entry))
_ALONE, _NOUNS, ACTS, _BEFORE = (
    frozenset(form for entry in LISTS[group].values() for form in entry.forms.split())
    for group in ("alone", "noun", "act", "before")
)

_EMPTY = _NOUNS | _ALONE | JUDGEMENTS.keys() | EMPTY


def refers(tokens: Sequence[Token]) -> bool:
    """Whether some words point back: one of them alone, or a noun for any proposal behind a determiner."""
    for place, token in enumerate(tokens):
        alone = token.lower in _ALONE and token.pos != "SCONJ" and not token.has("PronType=Rel")
        free = token.dep not in ("det", "mark") and not _relative(tokens, place)
        if alone and (token.pos not in ("PRON", "DET") or free):
            return True
        if (
            token.lower in _NOUNS
            and token.pos != "ADV"
            and any(t.lower in _BEFORE for t in tokens[max(0, place - 3) : place])
        ):
            return True
    return False


def names_nothing(tokens: Sequence[Token]) -> bool:
    """`dom en ongepast`, `een slecht plan`: a judgement without a thing is about what was spoken of."""
    return not any(t.pos in ("NOUN", "PROPN", "X") and t.lower not in _EMPTY for t in tokens)


def _relative(tokens: Sequence[Token], place: int) -> bool:
    """`het plan dat wij steunen`: right behind a noun, and not at the head."""
    return place > 0 and tokens[place - 1].pos in ("NOUN", "PROPN")
