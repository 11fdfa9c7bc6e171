"""From an article to its analysis: quotations and sentences from the raw text, then tokens from the parser.

for analysis in analyse(articles, pipeline.load()):
    analysis.sentences, analysis.quotations, analysis.tokens
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from standpunt.language import finite, pipeline, quotations, sentences
from standpunt.language.analysis import Analysis, Sentence, Token
from standpunt.model import Article, Span

__all__ = ["Analysis", "analyse"]

# Sentences that are parsed together: fewer cost time, more cost memory.
FULL = 512


def analyse(articles: Iterable[Article], nlp: Language) -> Iterator[Analysis]:
    """An Analysis for each article, in their order. The parser sees one sentence at a time, in batches."""
    for batch in _batches(articles):
        parsed = pipeline.parse(nlp, [span.of(article.text) for article, cut in batch for span, _ in cut])
        for article, cut in batch:
            analysis = Analysis(article, [], [], quotations.find(article.text, article.blocks))
            for (span, block), doc in zip(cut, parsed):  # noqa: B905 - the parsed sentences run on over articles
                _add(analysis, span, block, doc)
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


def _add(analysis: Analysis, span: Span, block: int, doc: Doc) -> None:
    """Appends a parsed sentence, its offsets and indices counted over the whole article."""
    first, number = len(analysis.tokens), len(analysis.sentences)
    for token in doc:
        start = span.start + token.idx
        text = token.text
        analysis.tokens.append(
            Token(
                first + token.i, start, start + len(text), text, token.lower_, token.lemma_, token.pos_,
                str(token.morph), token.dep_.lower(), first + token.head.i, number,
                token.ent_type_, token.ent_iob_ == "B",
            )
        )  # fmt: skip
    for token in finite.overlooked(doc):
        analysis.tokens[first + token.i].morph = finite.MORPH
    analysis.sentences.append(Sentence(number, span, first, len(analysis.tokens), block))
