"""What of an article crosses to others: so little that a dossier can be made of all at once, and enough for every stage
to leave an article unread that is as it was.

    of(article, reading, published) → Gist

A build keeps it, with what was found by setting the article beside others (`Compared`).
"""

import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from msgspec import Struct

from standpunt.model import (
    ActorKind,
    Article,
    Chain,
    EventMention,
    MentionForm,
    Moment,
    Reading,
    ResolvedTime,
    Span,
    Utterance,
)
from standpunt.reading import times

_BELGIAN = re.compile(
    r"\b(?:Belgisch|Belgische|België|Vlaams|Vlaamse|Vlaanderen|N-VA|CD&V|Vooruit|Open Vld|federale?|schepen)\b"
)
_DUTCH = re.compile(
    r"\b(?:Nederlands|Nederlandse|Nederland|Tweede Kamer|Den Haag|VVD|D66|CDA|PVV|wethouder)\b"
)


class Appearance(Struct, frozen=True, array_like=True):
    """A chain, as others need to know it. `words` are what the article calls it by name; where there are none,
    `determiner` is the first word, in small letters, of the phrase that names it first. `candidates` are who else the
    registry knows by its name."""

    name: str
    kind: ActorKind
    words: tuple[str, ...] = ()
    role: str = ""
    party: str = ""
    gender: str = ""
    identity: str = ""
    plural: bool = False
    determiner: str = ""
    candidates: tuple[str, ...] = ()


class Happening(Struct, frozen=True, array_like=True):
    """An event that an article tells, with the words of its trigger, place, theme and time, and the days of that
    time, open where none is told."""

    mention: EventMention
    words: str
    place: str = ""
    theme: str = ""
    time: str = ""
    when: Moment = Moment()


class Gist(Struct, frozen=True, array_like=True):
    """An article as others need to know it. `digest` is a hash of all of it and its reading; `country` is the state
    whose offices it means when it does not say; `speakers` has the chain that makes each statement."""

    id: str
    published: Moment
    digest: str
    text_hash: str
    country: str
    chains: tuple[Appearance, ...] = ()
    speakers: tuple[int | None, ...] = ()
    events: tuple[Happening, ...] = ()


def of(
    article: Article, reading: Reading, published: Moment, resolved: Sequence[ResolvedTime] | None = None
) -> Gist:
    """`resolved` are the times of the reading, where somebody has resolved them already."""
    return Gist(
        article.id,
        published,
        hashlib.blake2b(msgspec.msgpack.encode((article, reading)), digest_size=16).hexdigest(),
        article.text_hash,
        _country(article),
        tuple(_appearance(article, reading, chain) for chain in reading.chains),
        tuple(each.speaker for each in reading.statements),
        _happenings(article, reading, published, resolved),
    )


def _appearance(article: Article, reading: Reading, chain: Chain) -> Appearance:
    mentions = [reading.mentions[index] for index in chain.mentions]
    # of several in one phrase, the head is only the word that joins them
    names = [
        each.span if chain.kind is ActorKind.GROUP else each.head
        for each in mentions
        if each.form is MentionForm.NAME
    ]
    first, space, _ = mentions[0].span.of(article.text).lower().partition(" ") if mentions else ("", "", "")
    return Appearance(
        chain.name, chain.kind, tuple(" ".join(name.of(article.text).split()) for name in names), chain.role,
        chain.party, chain.gender, chain.identity, chain.plural, first if space and not names else "",
        chain.reason.candidates,
    )  # fmt: skip


def _country(article: Article) -> str:
    belgian, dutch = len(_BELGIAN.findall(article.text)), len(_DUTCH.findall(article.text))
    if belgian == dutch:
        return "België" if ".be" in article.url else "Nederland"
    return "België" if belgian > dutch else "Nederland"


def _happenings(
    article: Article, reading: Reading, published: Moment, resolved: Sequence[ResolvedTime] | None
) -> tuple[Happening, ...]:
    def words(span: Span | None) -> str:
        return span.of(article.text) if span else ""

    if resolved is None and any(each.time is not None for each in reading.events):
        resolved = times.resolve_all(reading.times, published, attach=True)
    made = []
    for each in reading.events:
        when = resolved[each.time].moment if resolved and each.time is not None else Moment()
        time = words(reading.times[each.time].span) if each.time is not None else ""
        days = Moment(when.earliest, when.latest)
        made.append(Happening(each, words(each.trigger), words(each.place), words(each.theme), time, days))
    return tuple(made)


# ---------------------------------------------------------------------------------------------- beside others


class Near(NamedTuple):
    """A dated article by which another may be dated: the share of the other's shingles that it has, 0 where it is no
    version of it, and whether the same words are said in both."""

    article: str
    copied: float
    heard: bool


class SaidAgain(NamedTuple):
    """A statement of an article, by its index, has words in common with one of another: how alike they are."""

    statement: int
    article: str
    its: int
    likeness: float


class Compared(Struct, frozen=True):
    """What was found by setting an article beside others. It is kept so that two articles are not compared again while
    both are as they were.

    `alone` is its Moment by its own clues, that of its gist by those of others too: by `near`, where its own are not
    enough. `copies` are the ids of its near-copies, each with the likeness. `said` is of statements with the speakers
    of then (`speakers` is a hash of them), None where people had corrected them, in an article of this story, empty
    where it had no copy. `shared` are the utterances of several witnesses of which it is the first.
    """

    gist: Gist
    alone: Moment
    near: tuple[Near, ...] = ()
    copies: tuple[tuple[str, float], ...] = ()
    story: str = ""
    speakers: str | None = None
    said: tuple[SaidAgain, ...] = ()
    shared: tuple[Utterance, ...] = ()
