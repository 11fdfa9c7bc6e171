"""From an article to its analysis: quotations and sentences from the raw text, then tokens from the parser.

for analysis in analyse(articles, pipeline.load()):
    analysis.sentences, analysis.quotations, analysis.tokens
"""

from collections.abc import Iterable, Iterator

from spacy import attrs
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc

from standpunt.language import finite, pipeline, quotations, sentences
from standpunt.language.analysis import Analysis, Sentence, Token
from standpunt.model import Article, Span

__all__ = ["Analysis", "analyse"]

# Sentences that are parsed together: fewer cost time, more cost memory.
FULL = 512

_COLUMNS = [
    *(attrs.HEAD, attrs.IDX, attrs.ENT_IOB),
    *(attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.MORPH, attrs.DEP, attrs.ENT_TYPE),
]
_BEGINS = 3
"""The `ENT_IOB` of the first token of an entity."""
_NO_FEATURES = "_"


def analyse(articles: Iterable[Article], nlp: Language) -> Iterator[Analysis]:
    """An Analysis for each article, in their order. The parser sees one sentence at a time, in batches."""
    strings = _Strings(nlp.vocab.strings)
    for batch in _batches(articles):
        parsed = pipeline.parse(nlp, [span.of(article.text) for article, cut in batch for span, _ in cut])
        for article, cut in batch:
            analysis = Analysis(article, [], [], quotations.find(article.text, article.blocks))
            for (span, block), doc in zip(cut, parsed):  # noqa: B905 - the parsed sentences run on over articles
                _add(analysis, span, block, doc, strings)
            yield analysis


def _batches(articles: Iterable[Article]) -> Iterator[list[tuple[Article, list[tuple[Span, int]]]]]:
    """Articles with their sentences, so many together that the model is fed full batches."""
    batch: list[tuple[Article, list[tuple[Span, int]]]] = []
    for article in articles:
        batch.append((article, sentences.split(article.text, article.blocks)))
        if sum(len(cut) for _, cut in batch) >= FULL:
            yield batch
            batch = []
    if batch:
        yield batch


class _Strings(dict[int, str]):
    """The strings of a model by their hashes, each made once; a token makes it anew whenever it is asked."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def __missing__(self, key: int) -> str:
        self[key] = string = self._store[key]
        return string


def _add(analysis: Analysis, span: Span, block: int, doc: Doc, strings: _Strings) -> None:
    """Appends a parsed sentence, its offsets and indices counted over the whole article."""
    first, number = len(analysis.tokens), len(analysis.sentences)
    columns = doc.to_array(_COLUMNS)
    heads = columns[:, 0].astype("int64").tolist()  # counted from the token
    rows = zip(heads, columns[:, 1:].tolist(), strict=True)
    for index, (head, (idx, iob, orth, lower, lemma, pos, morph, dep, entity)) in enumerate(rows, first):
        start, text, features = span.start + idx, strings[orth], strings[morph]
        analysis.tokens.append(
            Token(
                index, start, start + len(text), text, strings[lower], strings[lemma], strings[pos],
                "" if features == _NO_FEATURES else features, strings[dep].lower(), index + head, number,
                strings[entity], iob == _BEGINS,
            )
        )  # fmt: skip
    for token in finite.overlooked(analysis.tokens[first:]):
        token.morph = finite.MORPH
    analysis.sentences.append(Sentence(number, span, first, len(analysis.tokens), block))
