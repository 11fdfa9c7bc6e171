"""Figures of a pipeline against gold sentences. Punctuation does not count; tokens are the pipeline's own."""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from standpunt.language.pipeline import parse
from training.model.treebank import Sentence, text_of

REPORTING = frozenset(
    {
        "zeggen",
        "vinden",
        "melden",
        "stellen",
        "benadrukken",
        "verklaren",
        "denken",
        "menen",
        "vertellen",
        "schrijven",
        "aankondigen",
        "waarschuwen",
        "beweren",
        "bevestigen",
        "ontkennen",
        "eisen",
        "vragen",
        "antwoorden",
        "reageren",
        "roepen",
        "hopen",
        "verwachten",
        "vrezen",
        "pleiten",
        "wijzen",
        "betogen",
        "constateren",
        "concluderen",
        "erkennen",
        "toegeven",
        "uitleggen",
        "toevoegen",
        "herhalen",
        "beklemtonen",
        "onderstrepen",
        "opmerken",
        "oordelen",
        "beloven",
        "toezeggen",
        "noemen",
        "weten",
        "geloven",
        "willen",
        "opperen",
        "suggereren",
        "voorspellen",
        "berichten",
        "meedelen",
        "verzekeren",
        "klagen",
    }
)
"""Lemmas of verbs that report what somebody says or thinks, without the mark between particle and verb."""
_SUBJECT = ("nsubj", "nsubj:pass")


@dataclass(slots=True)
class Figures:
    """Counts; `share` makes them readable. `extra` holds the right ones per dependency label."""

    words: int = 0
    right: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    subjects: int = 0
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    label_hits: Counter[str] = field(default_factory=Counter)

    def share(self, what: str) -> float:
        return 100 * self.right[what] / max(1, self.words)

    def subject_share(self) -> float:
        return 100 * self.right["subject"] / max(1, self.subjects)

    def entity_f1(self, *kinds: str) -> float:
        hits, found, gold = (sum(c[k] for k in kinds) for c in (self.hits, self.found, self.gold))
        return 200 * hits / max(1, found + gold)


def measure_trees(nlp: Language, sentences: Sequence[Sentence]) -> Figures:
    """Part of speech, lemma, attachment and subjects of reporting verbs, on the text of the sentences."""
    figures = Figures()
    texts = [text_of(sentence) for sentence in sentences]
    start = time.perf_counter()
    docs = list(parse(nlp, texts))
    figures.seconds = time.perf_counter() - start
    for sentence, doc in zip(sentences, docs, strict=True):
        _count_tree(figures, sentence, doc)
    return figures


def _count_tree(figures: Figures, sentence: Sentence, doc: Doc) -> None:
    starts, at = [], 0
    for word in sentence:
        starts.append((at, at + len(word.form)))
        at += len(word.form) + word.space
    tokens = {(token.idx, token.idx + len(token)): token for token in doc}
    for index, word in enumerate(sentence):
        if word.pos in ("PUNCT", "SYM"):
            continue
        figures.words += 1
        figures.labels[word.dep] += 1
        token = tokens.get(starts[index])
        if token is None:
            continue
        figures.right["aligned"] += 1
        figures.right["pos"] += token.pos_ == word.pos
        figures.right["morph"] += str(token.morph) == word.morph and token.pos_ == word.pos
        figures.right["lemma"] += token.lemma_ == word.lemma
        head = (token.head.idx, token.head.idx + len(token.head)) == starts[word.head]
        figures.right["uas"] += head
        figures.right["las"] += head and token.dep_ == word.dep
        figures.label_hits[word.dep] += head and token.dep_ == word.dep
    for index, word in enumerate(sentence):
        verb = sentence[word.head]
        if word.dep in _SUBJECT and verb.lemma.replace("_", "") in REPORTING and verb.pos == "VERB":
            figures.subjects += 1
            token = tokens.get(starts[index])
            figures.right["subject"] += (
                token is not None and token.dep_ in _SUBJECT and token.head.idx == starts[word.head][0]
            )


def measure_entities(nlp: Language, sentences: Sequence[Sentence]) -> Figures:
    """Entities on gold tokens, since the files do not tell the text."""
    figures = Figures()
    docs = [Doc(nlp.vocab, [w.form for w in s], [w.space for w in s]) for s in sentences]
    start = time.perf_counter()
    parsed = list(nlp.pipe(docs, batch_size=256))
    figures.seconds = time.perf_counter() - start
    for sentence, doc in zip(sentences, parsed, strict=True):
        figures.words += len(doc)
        gold = set(spans(word.ent or "O" for word in sentence))
        found = {(ent.label_, ent.start, ent.end) for ent in doc.ents}
        figures.gold.update(kind for kind, _, _ in gold)
        figures.found.update(kind for kind, _, _ in found)
        figures.hits.update(kind for kind, _, _ in gold & found)
    return figures


def spans(tags: Iterable[str]) -> list[tuple[str, int, int]]:
    """(kind, start, end) of IOB tags; an I after another kind begins a span too."""
    out: list[tuple[str, int, int]] = []
    open_: tuple[str, int] | None = None
    at = -1
    for at, tag in enumerate([*tags, "O"]):
        kind = tag[2:]
        if open_ and (tag[0] != "I" or kind != open_[0]):
            out.append((open_[0], open_[1], at))
            open_ = None
        if tag[0] in "BI" and open_ is None:
            open_ = (kind, at)
    return out


def words_per_second(nlp: Language, sentences: Sequence[Sentence]) -> float:
    """The whole pipeline, warmed up, on text."""
    texts = [text_of(sentence) for sentence in sentences]
    list(parse(nlp, texts[:200]))
    start = time.perf_counter()
    words = sum(len(doc) for doc in parse(nlp, texts))
    return words / (time.perf_counter() - start)
