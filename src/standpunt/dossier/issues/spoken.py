"""Nouns of what the actors of a dossier want, reject and say: who, where, in which phrases, under which verbs.

    nouns = spoken(dossier, pipeline.load())

Only the sentences in which somebody wants or says something are parsed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Token

from standpunt import lexicon
from standpunt.language import pipeline
from standpunt.model import DatedArticle, Dossier, MentionForm, Span, Stance

GENERAL = lexicon.read(
    "standpunt.dossier.issues", "general.nl.toml", {"noun": lexicon.Entry, "verb": lexicon.Entry}
)
"""Nouns that name no issue by themselves, and verbs that do not tell what is to be done."""

_SHORTEST = 3
_LONGEST = 60
"""Letters of a phrase; of a longer one the noun alone is kept."""
_WITH = frozenset(("amod", "nmod", "flat", "compound"))
_INSIDE = _WITH | frozenset(("case", "det", "fixed"))
_NEAR = 3
"""Words between a noun and what stands with it."""
_DETERMINERS = ("een", "de", "het")
_OBJECT = frozenset(("obj", "nsubj:pass"))


class Example(NamedTuple):
    """A sentence in which somebody wants or rejects it (`wanted`), or speaks of it."""

    actor: str
    sentence: str
    wanted: bool


class _Told(NamedTuple):
    """What an actor wants (`wanted`) or says, by his name."""

    actor: str
    spans: tuple[Span, ...]
    wanted: bool


@dataclass(slots=True)
class Noun:
    """A noun as it is spoken of: who wants it, who says it, where, in which phrases and under which verbs."""

    lemma: str
    wanted_by: set[str] = field(default_factory=set)
    said_by: set[str] = field(default_factory=set)
    places: dict[tuple[str, Span], Example] = field(default_factory=dict)
    phrases: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    """Infinitives of what somebody wants done with it."""
    forms: Counter[str] = field(default_factory=Counter)
    """Its forms of one, which the model's lemma is a guess of."""
    determiners: Counter[str] = field(default_factory=Counter)
    """`een`, `de` or `het` before it."""
    plural: set[str] = field(default_factory=set)
    """The phrases that tell of several."""

    @property
    def name(self) -> str:
        return max(self.forms, key=lambda each: (self.forms[each], each), default=self.lemma)

    @property
    def weight(self) -> tuple[int, int, int]:
        return len(self.wanted_by), len(self.said_by), len(self.places)


def spoken(dossier: Dossier, nlp: Language) -> list[Noun]:
    """In the order of the articles."""
    names = {actor.id: actor.name for actor in dossier.actors}
    nouns: dict[str, Noun] = {}
    for dated in dossier.articles:
        listed = list(_told(dated, names))
        sentences = [s for s in dated.reading.sentences if any(_in(s, told.spans) for told in listed)]
        docs = pipeline.parse(nlp, [sentence.of(dated.article.text) for sentence in sentences])
        for sentence, doc in zip(sentences, docs, strict=True):
            _count(dated, sentence, doc, listed, nouns)
    return list(nouns.values())


def _told(dated: DatedArticle, names: Mapping[str, str]) -> Iterator[_Told]:
    """What the actors of an article want, reject, leave open and say; deeds show no wish, and who will not speak of
    something does not want it."""
    reading = dated.reading

    def told(chain: int | None, spans: tuple[Span, ...], wanted: bool) -> Iterator[_Told]:
        if chain is not None:
            yield _Told(names[dated.actors[chain]], spans, wanted)

    for attitude in reading.attitudes:
        if attitude.why.rule != "deed":
            yield from told(attitude.holder, attitude.target, attitude.stance is not Stance.DECLINES)
    for condition in reading.conditions:
        yield from told(condition.holder, condition.applies, True)
    for statement in reading.statements:
        yield from told(statement.speaker, statement.content, False)


def _in(span: Span, spans: Iterable[Span]) -> bool:
    return any(each.overlaps(span) for each in spans)


def _count(
    dated: DatedArticle, sentence: Span, doc: Doc, listed: Sequence[_Told], nouns: dict[str, Noun]
) -> None:
    actors = [
        mention.span if mention.form is MentionForm.NAME else mention.head
        for mention in dated.reading.mentions
        if mention.chain is not None
    ]
    words = "".join(sign for sign in " ".join(doc.text.split()) if sign.isprintable())
    for token in doc:
        start = sentence.start + token.idx
        place = Span(start, start + len(token))
        told = [each for each in listed if _in(place, each.spans)]
        if not told or not may_name(token) or _in(place, actors):
            continue
        noun = nouns.setdefault(token.lemma_.lower(), Noun(token.lemma_.lower()))
        for each in told:
            (noun.wanted_by if each.wanted else noun.said_by).add(each.actor)
        first = max(told, key=lambda each: each.wanted)
        noun.places.setdefault((dated.article.id, sentence), Example(first.actor, words, first.wanted))
        _shape(noun, token)
        if first.wanted and token.dep_ in _OBJECT and token.head.pos_ == "VERB":
            verb = _infinitive(token.head)
            noun.verbs.update([] if verb in GENERAL["verb"] else [verb])


def _shape(noun: Noun, token: Token) -> None:
    phrase = _phrase(token)
    noun.phrases[phrase] += 1
    if "Number=Plur" in token.morph:
        noun.plural.add(phrase)
    else:
        noun.forms[token.lower_] += 1
    noun.determiners.update(child.lower_ for child in token.children if child.lower_ in _DETERMINERS)


def may_name(token: Token) -> bool:
    """Whether a word is a noun that may name an issue."""
    lemma = token.lemma_.lower()
    return (
        token.pos_ == "NOUN" and len(lemma) >= _SHORTEST and lemma.isalpha() and lemma not in GENERAL["noun"]
    )


def _phrase(noun: Token) -> str:
    """The noun with its adjectives and what it is of, for or to: `sociale huurwoningen`, `tunnel naar Zandoog`."""
    kept = {noun.i}
    for child in noun.children:
        if child.dep_ in _WITH and abs(child.i - noun.i) <= _NEAR:
            kept |= {each.i for each in child.subtree if each == child or each.dep_ in _INSIDE}
    words = noun.doc[min(kept) : max(kept) + 1]
    whole = len(words) == len(kept) and len(words.text) <= _LONGEST
    return words.text if whole else noun.text


def _infinitive(verb: Token) -> str:
    """With its separable part: `legt ... aan` is `aanleggen`."""
    part = next((child.lower_ for child in verb.children if child.dep_ == "compound:prt"), "")
    lemma = verb.lemma_.replace("_", "").lower()
    return lemma if lemma.startswith(part) else part + lemma
