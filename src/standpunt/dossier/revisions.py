"""Revisions: which text came in the place of which, and what a later text of an article has otherwise.

    followed(gone, come)        → for each text that its source no longer gives, the one that came in its place
    differences(before, after)  → the sentences that were added, withdrawn or reworded, with what is said in them

An article that was changed is known again by its address; by its file, where that holds nothing else; in a file of many
by its title or its place there, where it kept enough of its words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from standpunt.dossier import stories
from standpunt.dossier.wordings import Wording, difference, wording
from standpunt.model import Article, Reading, Span, Statement, Version
from standpunt.registry import fold

_ONE_ARTICLE = 0.1
"""The share of five-word runs that two versions have in common where little else tells that they are one article; two
reporters on one subject stay below it."""
_REWORDED = 0.5
"""The share of the words of two sentences that both have, from which on one is the other in other words."""
_QUOTES = str.maketrans(dict.fromkeys("\"'`´‘’‚‛“”„‟«»‹›", "'"))
"""A paper that sets its quotation marks otherwise changes nothing."""


class Given(NamedTuple):
    """A text and where it came from; `origin` tells sources of one name apart."""

    origin: str
    article: Article


def followed(gone: Sequence[Given], come: Sequence[Given]) -> dict[str, str]:
    """Of texts that their sources no longer give those that were followed by one that came anew, each by another one;
    by their ids. What only moved has the same `text_hash`."""
    found: dict[str, str] = {}
    for key, least in _KEYS:
        taken = set(found.values())
        old = _by(key, (each for each in gone if each.article.id not in found))
        new = _by(key, (each for each in come if each.article.id not in taken))
        for value, earlier in old.items():
            later = new.get(value, [])
            if len(earlier) != len(later):  # it is not known which is which
                continue
            for one, other in zip(earlier, later, strict=True):
                if not least or stories.likeness(one.article, other.article) >= least:
                    found[one.article.id] = other.article.id
    return found


def _by(key: Callable[[Given], Hashable], given: Iterable[Given]) -> dict[Hashable, list[Given]]:
    groups: dict[Hashable, list[Given]] = defaultdict(list)
    for each in given:
        if value := key(each):
            groups[value].append(each)
    return groups


def _text(given: Given) -> Hashable:
    return given.article.text_hash


def _address(given: Given) -> Hashable:
    return given.article.url


def _file(given: Given) -> Hashable:
    return None if given.article.provenance.part else _source(given)


def _title(given: Given) -> Hashable:
    article = given.article
    return (*_source(given), article.outlet, article.title) if article.title else None


def _place(given: Given) -> Hashable:
    return *_source(given), given.article.provenance.part


def _source(given: Given) -> tuple[str, ...]:
    """Two addresses are two articles, in whatever file they stand."""
    return given.origin, given.article.provenance.source, given.article.url


_KEYS: tuple[tuple[Callable[[Given], Hashable], float], ...] = (
    (_text, 0), (_address, 0), (_file, 0), (_title, _ONE_ARTICLE), (_place, _ONE_ARTICLE),
)  # fmt: skip
"""By what a text is known again, the surest first, and how alike the two must be."""


# ---------------------------------------------------------------------------------------------- differences


class Change(StrEnum):
    """What became of a sentence; `speaker`: its words stayed, and somebody else is said to say them."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    REWORDED = "reworded"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence in the text before and in the one after, or in one of the two. `lost` and `gained` are the words that
    only one has; `said_before` and `said_after` the indices of the statements that stand in it."""

    change: Change
    before: Span | None = None
    after: Span | None = None
    lost: tuple[Span, ...] = ()
    gained: tuple[Span, ...] = ()
    said_before: tuple[int, ...] = ()
    said_after: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Sentence:
    span: Span
    key: str
    words: Wording


def differences(before: Version, after: Version) -> tuple[Difference, ...]:
    """In the order of the later text; what was withdrawn stands behind what it stood behind. A sentence that only moved
    is the same."""
    old, new = _sentences(before), _sentences(after)
    pairs = _pairs(old, new)
    stayed = set(pairs.values())
    found: list[tuple[int, Difference]] = []
    behind = -1
    for at, each in enumerate(new):
        if at not in stayed:
            said = _said(after.reading, each.span)
            found.append((at, Difference(Change.ADDED, after=each.span, said_after=said)))
    for at, each in enumerate(old):
        behind = pairs.get(at, behind)
        if at not in pairs:
            said = _said(before.reading, each.span)
            found.append((behind, Difference(Change.WITHDRAWN, before=each.span, said_before=said)))
        elif changed := _changed(before, after, each, new[behind]):
            found.append((behind, changed))
    return tuple(each for _, each in sorted(found, key=lambda place: place[0]))


def _sentences(version: Version) -> list[_Sentence]:
    text = version.article.text
    found = []
    for span in version.reading.sentences:
        words = wording(text, [span])
        if words.words:
            found.append(_Sentence(span, " ".join(span.of(text).translate(_QUOTES).split()), words))
    return found


def _pairs(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> dict[int, int]:
    """Which sentence is which: the same ones in their order, then those alike most."""
    same: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(new):
        same[each.key].append(at)
    pairs = {at: same[each.key].pop(0) for at, each in enumerate(old) if same[each.key]}
    taken = set(pairs.values())
    ours = [at for at in range(len(old)) if at not in pairs]
    theirs = [at for at in range(len(new)) if at not in taken]
    counts = {id(each): Counter(each.words.words) for each in (*old, *new)}
    alike = [
        (-share, here, there)
        for here in ours
        for there in theirs
        if (share := _share(counts[id(old[here])], counts[id(new[there])])) >= _REWORDED
    ]
    for _, here, there in sorted(alike):
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    return pairs


def _share(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())


def _changed(before: Version, after: Version, old: _Sentence, new: _Sentence) -> Difference | None:
    said = _said(before.reading, old.span), _said(after.reading, new.span)
    if old.key != new.key:
        gained, lost = difference(new.words, old.words)
        return Difference(Change.REWORDED, old.span, new.span, lost, gained, *said)
    others = [
        (here, there)
        for here in said[0]
        for there in said[1]
        if _words(before, here) == _words(after, there)
        and _others(before.reading, here, after.reading, there)
    ]
    if not others:
        return None
    ours, theirs = zip(*others, strict=True)
    return Difference(Change.SPEAKER, old.span, new.span, said_before=ours, said_after=theirs)


def _said(reading: Reading, sentence: Span) -> tuple[int, ...]:
    return tuple(
        at
        for at, each in enumerate(reading.statements)
        if any(span.overlaps(sentence) for span in each.content)
    )


def _words(version: Version, statement: int) -> tuple[str, ...]:
    return wording(version.article.text, version.reading.statements[statement].content).words


def _others(before: Reading, here: int, after: Reading, there: int) -> bool:
    """Whether both name who speaks, and neither name can be a part of the other."""
    one, other = speaker(before, before.statements[here]), speaker(after, after.statements[there])
    ours, theirs = set(fold(one).split()), set(fold(other).split())
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)


def speaker(reading: Reading, statement: Statement) -> str:
    """The fullest name that the article gives of who says it; empty where nobody could be named."""
    return "" if statement.speaker is None else reading.chains[statement.speaker].name
