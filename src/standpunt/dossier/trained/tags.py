"""A sentence as a row of tags: the issue's terms by their side, words of stance by their group, actors, marks.

    de VVD wil de instroom beperken   →   @  for  -          (on immigration)

What is learned of such rows holds for every issue: `@ for +` is support, `@ for -` is not.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from standpunt import lexicon
from standpunt.dossier.issues import policy
from standpunt.dossier.trained.passages import ACTOR
from standpunt.dossier.trained.terms import Side, Terms

FILE = "leanings.nl.toml"
GROUPS = ("for", "against", "negation", "saying", "modal")
LIST = lexicon.read("standpunt.dossier.trained", FILE, dict.fromkeys(GROUPS, lexicon.Entry))

OTHER = "other"
STOP, QUOTE = ";", '"'
SIDES = frozenset(Side)

_WHOLE = {key: group for group in GROUPS for key in LIST[group] if not key.endswith("*")}
_STARTS = {key[:-1]: group for group in GROUPS for key in LIST[group] if key.endswith("*")}
_MARKS = dict.fromkeys(",;:.!?", STOP) | dict.fromkeys("\"„“”'‘’«»", QUOTE)


@cache
def terms(issue: str) -> Terms:
    """The terms of an issue of the policy codebook, by its id."""
    return Terms(policy().issue(issue))


def tags(words: Sequence[str], terms: Terms) -> list[str]:
    """The tags in order; a term of several words is one, words without a tag are left out."""
    row: list[str] = []
    ends = 0
    for start, end, _, side in terms.find(words):
        row += filter(None, map(of_word, words[ends:start]))
        row.append(side)
        ends = end
    row += filter(None, map(of_word, words[ends:]))
    return row


@lru_cache(maxsize=65536)
def of_word(word: str) -> str:
    """The tag of a word whatever the issue; empty where it has none."""
    if word[0] == ACTOR:
        return word if word == ACTOR else OTHER
    found = _MARKS.get(word) or _WHOLE.get(word)
    if found:
        return found
    return next((_STARTS[word[:end]] for end in range(len(word), 1, -1) if word[:end] in _STARTS), "")
