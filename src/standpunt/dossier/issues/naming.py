"""Where an article names an issue: by its terms, whatever their inflection, and inside compounds.

`vredesmacht` is found in `vredesmachten` and `vredesmachtplan`, `sociale huurwoning` in `sociale en betaalbare
huurwoningen`. A term that ends in `*` stands for any word that begins so. Where an article has the term, the last
part of it alone may stand for it (`de missie` for `vredesmissie`).

Terms may be as common as `akkoord`. So an article is held to be about an issue only when it also has the words of its
label and proposal: `relevance` is their share, in which long words and names weigh most and the names of institutions,
which every article has, little.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from standpunt.dossier.issues.codebook import Codebook
from standpunt.model import Issue, Reading, Span
from standpunt.registry import fold

_WORD = re.compile(r"\w+(?:['’.]\w+)*")
_GAP = 3
"""Words that may stand between two of a term."""
_STEM = 5
"""Letters that a term must have to be found inside a longer word."""
_HEAD = 5
"""Letters that the last part of a compound must have to stand for the whole."""
RELEVANT = 0.42
"""The least share of the words of label and proposal that an article about an issue has."""
_LETTERS = 6
"""Letters of a word with the weight of one: longer words are rarer, and tell more."""
_NAME = 2
"""How much more a name weighs."""
_SLIGHT = 0.5
"""The weight of the name of an institution."""
_EMPTY = frozenset(
    "moeten moet komen komt gaan gaat worden wordt hebben heeft zijn blijven blijft krijgen krijgt willen er ook nog "
    "dan wel zo te in op om en of als daar dit deze hier meer minder niet geen nieuwe andere eigen over voor tegen "
    "door naar bij met van het een de dat die aan uit zoals alle".split()
)
_INSTITUTIONS = frozenset(
    "tweede eerste kamer nederland nederlandse vlaanderen vlaamse vlaams belgie belgische kabinet minister regering "
    "gemeente gemeenteraad raad college provincie".split()
)


class Named(NamedTuple):
    """A term of an issue in a text; `against` where it names the opposite of the proposal, `head` where only its last
    part stands there."""

    issue: str
    span: Span
    term: str
    against: bool
    head: bool = False


class Word(NamedTuple):
    """A word of a text as it is compared: folded, and its lemma."""

    span: Span
    forms: tuple[str, ...]


class Naming:
    """The terms of a codebook, ready to be looked for."""

    def __init__(self, codebook: Codebook) -> None:
        self.issues = {issue.id: issue for issue in codebook}
        self._terms = [
            (issue.id, tuple(fold(term).replace("-", " ").split()), term, side)
            for issue in codebook
            for terms, side in ((issue.terms, False), (issue.against, True))
            for term in terms
        ]
        self._proposal = {
            issue.id: tuple(
                fold(word)
                for word in re.findall(r"\w+", " . ".join((issue.label, issue.proposal, *issue.terms)))
            )
            for issue in codebook
        }
        self._told = {issue.id: _telling(issue) for issue in codebook}

    def find(self, text: str, reading: Reading) -> list[Named]:
        """The terms of the issues that an article is about, in the order of the text; of those of one issue that lie
        in each other the longest."""
        words = list(words_of(text, reading))
        have = {form for word in words for form in word.forms}
        relevant = {issue for issue in self.issues if self.relevance(issue, have) >= RELEVANT}
        found = [
            Named(issue, Span(words[at].span.start, words[end - 1].span.end), term, against)
            for issue, parts, term, against in self._terms
            if issue in relevant
            for at in range(len(words))
            if (end := _end(parts, words, at))
        ]
        named = {each.issue for each in found}
        found += [
            Named(issue, word.span, term, against, head=True)
            for issue, parts, term, against in self._terms
            if len(parts) == 1 and issue in named
            for word in words
            if text[word.span.start - 1 : word.span.start] != "-"  # a `NAVO-missie` is another one
            and any(_is_head(form, parts[0]) for form in word.forms)
        ]
        found.sort(key=lambda each: (each.span.start, -each.span.end))
        return [each for each in found if not any(_holds(other, each) for other in found)]

    def tells(self, issue: str, words: Iterable[str]) -> bool:
        """Whether these words say what the proposal says: one of them is its own, or none of them says anything."""
        known = frozenset(map(fold, words)) - _EMPTY
        return not known or any(_has(word, known) for word in self._told[issue])

    def proposal(self, issue: str) -> Sequence[str]:
        """The words of the label, the proposal and the terms of an issue, folded, in their order."""
        return self._proposal[issue]

    def proposes(self, issue: str, verb: str) -> bool:
        """Whether a verb is what the proposal or a term says is to be done."""
        return fold(verb) in self._proposal[issue]

    def relevance(self, issue: str, have: Iterable[str]) -> float:
        """The share of the words of label and proposal among the words of an article, by weight."""
        told = self._told[issue]
        known = frozenset(have)
        weight = sum(told.values())
        return sum(w for word, w in told.items() if _has(word, known)) / weight if weight else 1.0


def words_of(text: str, reading: Reading) -> Iterable[Word]:
    """The words of a text with their lemmas, in its order."""
    lemmas: Mapping[int, str] = {each.span.start: each.lemma for each in reading.lemmas}
    for match in _WORD.finditer(text):
        word, lemma = fold(match.group()), lemmas.get(match.start())
        yield Word(Span(*match.span()), (word, fold(lemma)) if lemma else (word,))


def _telling(issue: Issue) -> dict[str, float]:
    """The words of label and proposal that tell what it is about, with their weight."""
    told: dict[str, float] = {}
    for at, word in enumerate(re.findall(r"\w+", f"{issue.label}. {issue.proposal}")):
        short = len(word) <= 3 and not (len(word) > 1 and word.isupper())  # `NS` tells more than `nu`
        if short or fold(word) in _EMPTY:
            continue
        weight = len(word) / _LETTERS
        if word.isupper() or at and word[0].isupper():
            weight = max(weight, 1) * _NAME
        if fold(word) in _INSTITUTIONS:
            weight = _SLIGHT
        told[fold(word)] = max(weight, told.get(fold(word), 0))
    return told


def _has(word: str, known: frozenset[str]) -> bool:
    """Whether a word, or one that shares its beginning (`kerncentrales`: `kerncentrale`), is among others."""
    return word in known or len(word) > _STEM and any(_alike(word, other) for other in _near(word[:4], known))


@lru_cache(maxsize=256)
def _by_start(known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    rows: dict[str, list[str]] = {}
    for word in known:
        rows.setdefault(word[:4], []).append(word)
    return {start: tuple(words) for start, words in rows.items()}


def _near(start: str, known: frozenset[str]) -> tuple[str, ...]:
    return _by_start(known).get(start, ())


def _alike(one: str, other: str) -> bool:
    shared = min(len(one), len(other))
    return shared >= _STEM and one[: shared - 1] == other[: shared - 1]


def _end(parts: Sequence[str], words: Sequence[Word], at: int) -> int:
    """Behind the last word of a term that begins at `at`; 0 where it does not stand there."""
    if not _is(parts[0], words[at].forms):
        return 0
    for part in parts[1:]:
        places = range(at + 1, min(at + 2 + _GAP, len(words)))
        at = next((place for place in places if _is(part, words[place].forms)), -1)
        if at < 0:
            return 0
    return at + 1


def _is(part: str, forms: Sequence[str]) -> bool:
    if part.endswith("*"):
        return any(form.startswith(part[:-1]) for form in forms)
    if part in forms:
        return True
    if len(part) < _STEM:
        return any(form in (part + "s", part + "en") for form in forms)
    return any(form.startswith(part) or form.endswith(part) for form in forms)


def _is_head(form: str, term: str) -> bool:
    """`missie` of `vredesmissie`, `missies` too."""
    stem = form.removesuffix("en").removesuffix("s")
    return _HEAD < len(stem) < len(term) - 2 and (term.endswith(form) or term.endswith(stem))


def _holds(other: Named, each: Named) -> bool:
    """Whether a longer or fuller term of the same issue makes another one needless."""
    if other is each or other.issue != each.issue or not other.span.contains(each.span):
        return False
    return other.span != each.span or each.head and not other.head
