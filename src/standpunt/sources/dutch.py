"""Whether a text is Dutch. In doubt it is: a Dutch article set aside is worse than a foreign one read."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 12
"""Shorter texts are taken for Dutch: a headline of names reads as any language."""
_MOST_CHARACTERS = 1500
_DUTCH = frozenset(
    ("een", "niet", "zijn", "naar", "wordt", "voor", "heeft", "deze", "worden", "werd", "hij", "ze", "bij")
)
_PLAINLY = 0.04
"""A share of such words that Afrikaans, Frisian and German do not reach: the identifier, slow to load and to ask, need
not be asked. Where `het` stands, which is Dutch or Afrikaans, so do words with `ij`, which Afrikaans does not write."""
_CERTAIN = 0.99
"""Below it, as in a Dutch text full of English quotations, the text is read. Of 2,394 sentences of twelve
words and more of the Dutch treebanks none is taken for another language with this certainty."""


def foreign(text: str) -> str:
    """The code of the language that a text is in, where that is plainly not Dutch; otherwise empty."""
    head = text[:_MOST_CHARACTERS]
    words = [word.casefold() for word in _WORD.findall(head)]
    if len(words) < _FEWEST_WORDS or _is_plainly_dutch(words):
        return ""
    language, certainty = _identifier().classify(head)
    return str(language) if language != "nl" and certainty >= _CERTAIN else ""


def _is_plainly_dutch(words: Sequence[str]) -> bool:
    wanted = _PLAINLY * len(words)
    if sum(word in _DUTCH for word in words) >= wanted:
        return True
    return "het" in words and sum(word in _DUTCH or "ij" in word for word in words) >= wanted


@cache
def _identifier() -> Any:
    load: Any = LanguageIdentifier.from_model_file
    return load(MODEL_FILE, norm_probs=True)
