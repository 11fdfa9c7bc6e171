"""Whether a text is Dutch. When in doubt it is: a Dutch article set aside is worse than a foreign one read."""

import re
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 12
_MOST_CHARACTERS = 4000
_CERTAIN = 0.9
_COMMON = frozenset(
    "de het een en van in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog uit naar heeft "
    "hij ze zij wordt door over tot hebben deze we wij kan wat geen meer zegt zei werd moet worden".split()
)
_ENOUGH = 0.2
"""Running Dutch has some four in ten of the common words; English, German and French have fewer than one in ten."""
_NEIGHBOURS = {
    "af": frozenset("nie hulle vir sê wees het'n word deur ook kan oor moet haar dié".split()),
    "fy": frozenset("net fan yn dy wurdt sil hy it mei oan foar dêr wy hat".split()),
}
"""Words that tell Afrikaans and Frisian, which share many of the common ones, from Dutch."""
_ONLY_DUTCH = frozenset(
    "het een niet zijn hij zij worden hebben heeft wordt geen deze werd naar voor van".split()
)


def foreign(text: str) -> str:
    """The code of the language that a text is in, where that is plainly not Dutch; otherwise empty."""
    found = _LETTERS.findall(text[:_MOST_CHARACTERS].lower())
    if len(found) < _FEWEST_WORDS:
        return ""
    share = sum(word in _COMMON for word in found) / len(found)
    neighbour = next((code for code, telling in _NEIGHBOURS.items() if _outnumbers(found, telling)), "")
    if share >= _ENOUGH and not neighbour:
        return ""
    language, certainty = _identifier().classify(text[:_MOST_CHARACTERS])
    if neighbour:
        return neighbour
    return str(language) if language != "nl" and certainty >= _CERTAIN else ""


def _outnumbers(found: list[str], telling: frozenset[str]) -> bool:
    """Whether the telling words of a neighbour stand there more often than those of Dutch alone."""
    theirs = sum(word in telling - _COMMON for word in found)
    return theirs > len(found) / 20 and theirs > sum(word in _ONLY_DUTCH for word in found)


@cache
def _identifier() -> Any:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
