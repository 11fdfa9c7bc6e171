"""Persons and articles that people want forgotten: known by hashes alone, so that they stay away without being kept.

    Forgotten(records).left(article, read) → the article without the sentences about them; None where all of it goes

An article is known again by its words or its address. A person is known by full name, in any article; and in a text
that was here when the person was forgotten, by the places then found, also those where a surname, role or pronoun
stood. A sentence that goes is overwritten by `[…]` and spaces, so that every offset outside it still holds.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from standpunt.model import Actor, ActorKind, Article, Block, MentionForm, Reading, Span
from standpunt.registry import Registry, fold

MARK = "[…]"
_FIELDS = ("title", "author", "agency", "outlet", "url")
"""Fields of an article, beside its text, in which a person can be named."""
_REPEATED = 3
"""Words of a statement from which on their repetition elsewhere in the article is no chance."""
_PART = re.compile(r"[^\W_]+")


class Kind(StrEnum):
    """What a hash is of: the words of an article, its address, a text of which sentences go, a person's name."""

    ARTICLE = "article"
    ADDRESS = "address"
    TEXT = "text"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Record:
    """`digest` is a hash; of a name it begins with the number of its words. Of a text, `spans` are the sentences that
    go and `fields` the fields that are emptied."""

    kind: Kind
    digest: str
    spans: tuple[Span, ...] = ()
    fields: tuple[str, ...] = ()


class About(NamedTuple):
    """Where an article tells of a person: sentences, and fields beside the text."""

    spans: tuple[Span, ...]
    fields: tuple[str, ...]


Reader = Callable[[Article], Reading]


class Forgotten:
    """All records of a dossier."""

    def __init__(self, records: Iterable[Record]) -> None:
        by_kind: dict[Kind, dict[str, Record]] = {kind: {} for kind in Kind}
        for record in records:
            by_kind[record.kind][record.digest] = record
        self._articles, self._addresses = by_kind[Kind.ARTICLE].keys(), by_kind[Kind.ADDRESS].keys()
        self._texts, self._names = by_kind[Kind.TEXT], by_kind[Kind.NAME].keys()
        self._lengths = sorted({int(digest.partition(" ")[0]) for digest in self._names})

    def left(self, article: Article, read: Reader) -> Article | None:
        """What may be kept of an article; `read` is only called for one that names somebody who was forgotten."""
        if of_text(article.text) in self._articles or (article.url and _hash(article.url) in self._addresses):
            return None
        if known := self._texts.get(article.text_hash):
            article = cut(article, known.spans, known.fields)
        speakers = {block.speaker.name for block in article.blocks if block.speaker}
        named = [article.text, *(getattr(article, name) for name in _FIELDS), *speakers]
        if not any(self._named(written) for written in named):
            return article
        reading = read(article)
        chains = {
            index
            for index, chain in enumerate(reading.chains)
            if chain.kind is ActorKind.PERSON
            and any(self._is_name(name) for name in (chain.name, *_names(article, reading, index)))
        }
        places = [span for span, words in self._named(article.text) if words > 1]
        return cut(
            article,
            about(article, reading, chains, places),
            [name for name in _FIELDS if any(words > 1 for _, words in self._named(getattr(article, name)))],
        )

    def unknown_to(self, registry: Registry) -> Registry:
        """The registry without those who were forgotten, so that no role or surname leads to them."""
        gone = {
            person.key
            for person in registry.all_persons
            if self._names and any(self._is_name(name) for name in (person.name, *person.aliases))
        }
        return registry.without(gone) if gone else registry

    def names(self, written: str) -> bool:
        """Whether a forgotten name stands in it."""
        return bool(self._named(written))

    def _is_name(self, name: str) -> bool:
        return of_name(name) in self._names

    def _named(self, written: str) -> list[tuple[Span, int]]:
        """Where a forgotten name stands, with the number of its words."""
        if not self._lengths:
            return []
        words = [(fold(found.group()), Span(*found.span())) for found in _PART.finditer(written)]
        return [
            (Span(words[at][1].start, words[at + length - 1][1].end), length)
            for length in self._lengths
            for at in range(len(words) - length + 1)
            if _of_words([word for word, _ in words[at : at + length]]) in self._names
        ]


def of_text(text: str) -> str:
    """A hash of the words of a text, whatever its marks, white space and capitals."""
    return _hash(" ".join(fold(word) for word in _PART.findall(text)))


def of_name(name: str) -> str:
    return _of_words([fold(word) for word in _PART.findall(name)])


def of_article(article: Article) -> list[Record]:
    """What keeps an article away: its words, and its address where it has one."""
    address = [Record(Kind.ADDRESS, _hash(article.url))] if article.url else []
    return [Record(Kind.ARTICLE, of_text(article.text)), *address]


def of_person(actor: Actor) -> list[Record]:
    """What keeps a person away: every full name; the surname only where no more is known."""
    return [Record(Kind.NAME, digest) for digest in sorted({of_name(name) for name in full_names(actor)})]


def full_names(actor: Actor) -> tuple[str, ...]:
    names = dict.fromkeys((actor.name, *actor.aliases))
    return tuple(name for name in names if len(_PART.findall(name)) > 1) or (actor.name,)


def tells_of(article: Article, reading: Reading, chains: AbstractSet[int], actor: Actor) -> About:
    """Where an article tells of an actor whose chains these are. In an article that does, each sentence with any of the
    names or a surname goes; in another only those with a full name."""
    names = {name for name in full_names(actor) if chains or " " in name}
    if chains:
        names |= {*actor.aliases, *(name.split()[-1] for name in names)}
    if not names:
        return About((), ())
    named = re.compile("|".join(rf"\b{re.escape(name)}(?:['’]?s)?\b" for name in sorted(names)))
    places = [Span(*found.span()) for found in named.finditer(article.text)]
    spans = about(article, reading, chains, places)
    fields = [
        name for name in _FIELDS if spans and any(stands_in(each, getattr(article, name)) for each in names)
    ]
    return About(spans, tuple(fields))


def stands_in(name: str, written: str) -> bool:
    """Whether a name stands in an address, a file's name or a title: `anna-hoek.html`."""
    parts, words = ([fold(part) for part in _PART.findall(each)] for each in (name, written))
    return any(words[at : at + len(parts)] == parts for at in range(len(words)))


def about(
    article: Article, reading: Reading, chains: AbstractSet[int], places: Iterable[Span] = ()
) -> tuple[Span, ...]:
    """The sentences in which one of these chains is spoken of or speaks, and those of the places."""
    marks = [*places, *_marks(article.text, reading, chains)]
    if not marks:
        return ()
    lines = (block.span for block in article.blocks)
    sentences = sorted({*reading.sentences, *(line for line in lines if not _holds(line, reading.sentences))})
    found = [each for each in sentences if any(each.overlaps(mark) for mark in marks)]
    return (*found, *(mark for mark in marks if not any(each.overlaps(mark) for each in found)))


def cut(article: Article, spans: Iterable[Span], fields: Iterable[str] = ()) -> Article:
    """The article without these stretches, whom they name as a speaker, and these fields; its id and the hash of its
    text stay those of the source's."""
    text, emptied, gone = article.text, set(fields), list(spans)
    for span in gone:
        words = span.of(article.text)
        if article.title and (article.title in words or words.strip() in article.title):
            emptied.add("title")
        text = text[: span.start] + _blank(words) + text[span.end :]

    def kept(name: str) -> str:
        return "" if name in emptied else str(getattr(article, name))

    blocks = tuple(
        Block(block.span, block.role)
        if block.speaker and any(map(block.speaker.named.overlaps, gone))
        else block
        for block in article.blocks
    )
    return replace(
        article, text=text, blocks=blocks, title=kept("title"), author=kept("author"), agency=kept("agency"),
        outlet=kept("outlet"), url=kept("url"),
    )  # fmt: skip


def _blank(words: str) -> str:
    lines = words.split("\n")
    return "\n".join(MARK[: len(line)].ljust(len(line)) for line in lines)


def _holds(line: Span, sentences: Iterable[Span]) -> bool:
    return any(line.contains(sentence) for sentence in sentences)


def _marks(text: str, reading: Reading, chains: AbstractSet[int]) -> Iterator[Span]:
    for mention in reading.mentions:
        if mention.chain in chains:
            yield mention.span
    for said in reading.statements:
        if said.speaker in chains or said.via in chains:
            yield from (span for span in (*said.content, said.cue, said.source) if span)
            for words in (span.of(text) for span in said.content):
                if len(words.split()) >= _REPEATED:  # a headline or pull quote repeats them
                    yield from (Span(*found.span()) for found in re.finditer(re.escape(words), text))


def _names(article: Article, reading: Reading, chain: int) -> Iterator[str]:
    for index in reading.chains[chain].mentions:
        mention = reading.mentions[index]
        if mention.form is MentionForm.NAME:
            yield mention.head.of(article.text)


def _of_words(words: list[str]) -> str:
    return f"{len(words)} {_hash(' '.join(words))}"


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()
