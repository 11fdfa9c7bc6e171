"""From an article to its analysis: quotations and sentences from the raw text, then tokens from the parser.

    for analysis in analyse(articles, pipeline.load()):
        analysis.sentences, analysis.quotations, analysis.tokens
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from standpunt.language import pipeline, quotations, sentences
from standpunt.language.analysis import Analysis, Sentence, Token
from standpunt.model import Article, Span

__all__ = ["Analysis", "analyse"]


def analyse(articles: Iterable[Article], nlp: Language) -> Iterator[Analysis]:
    """An Analysis for each article, in their order. The parser sees one sentence at a time, in batches."""
    for article in articles:
        cut = sentences.split(article.text, article.blocks)
        analysis = Analysis(article, [], [], quotations.find(article.text, article.blocks))
        parsed = pipeline.parse(nlp, [span.of(article.text) for span, _ in cut])
        for (span, block), doc in zip(cut, parsed, strict=True):
            _add(analysis, span, block, doc)
        yield analysis


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
    analysis.sentences.append(Sentence(number, span, first, len(analysis.tokens), block))
