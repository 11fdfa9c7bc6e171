"""Standpunt in a spaCy pipeline: `nlp.add_pipe("standpunt")`.

    nlp = spacy.load("nl_core_news_lg")
    nlp.add_pipe("standpunt")
    doc = nlp("De minister zegt dat er geen geld is.")
    for statement in doc._.statements:
        print(doc.char_span(*statement.content[0]), doc._.chains[statement.speaker].name)

Sets `doc._.statements`, `doc._.mentions`, `doc._.chains`, `doc._.times`, `doc._.attitudes`, `doc._.conditions` and
`doc._.events`: the nouns of `standpunt.model`, with character offsets into `doc.text`. Wants a pipeline with a tagger
and a parser of Universal Dependencies, and uses its sentences and entities; every line of the text is a paragraph.
Found by spaCy through an entry point.
"""

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from standpunt.language import quotations
from standpunt.language.analysis import Analysis, Sentence, Token
from standpunt.model import Article, Block, Provenance, Role, Span
from standpunt.reading import interpret
from standpunt.registry import Registry, load

ATTRIBUTES = ("statements", "mentions", "chains", "times", "attitudes", "conditions", "events")


@Language.factory(
    "standpunt",
    assigns=[f"doc._.{name}" for name in ATTRIBUTES],
    default_config={"registry": []},
)
def create(nlp: Language, name: str, registry: Sequence[str]) -> "Standpunt":
    """What spaCy calls for `add_pipe("standpunt")`; `config={"registry": ["mine.toml"]}` lays files over the
    registry."""
    return Standpunt(load(*map(Path, registry)))


class Standpunt:
    """The component: reads a parsed Doc as one article."""

    def __init__(self, facts: Registry) -> None:
        self.facts = facts
        for name in ATTRIBUTES:
            if not Doc.has_extension(name):
                Doc.set_extension(name, default=())

    def __call__(self, doc: Doc) -> Doc:
        reading = interpret(analysis_of(doc), self.facts)
        for name in ATTRIBUTES:
            doc._.set(name, getattr(reading, name))
        return doc


def analysis_of(doc: Doc) -> Analysis:
    """A parsed Doc as an Analysis. Tokens of white space are left out, and a sentence never crosses a line."""
    blocks = _lines(doc.text)
    article = Article("doc", "doc", doc.text, blocks, Provenance("doc", "spacy"))
    analysis = Analysis(article, [], [], quotations.find(doc.text, blocks))
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    block = 0
    for index, token in enumerate(kept):
        while token.idx >= blocks[block].span.end:
            block += 1
        sentences = analysis.sentences
        if not sentences or token.is_sent_start or sentences[-1].block != block:
            start = Span(token.idx, token.idx)
            sentences.append(Sentence(len(sentences), start, index, index, block))
        last = sentences[-1]
        span = Span(last.span.start, token.idx + len(token))
        sentences[-1] = Sentence(last.index, span, last.first, index + 1, block)
        analysis.tokens.append(
            Token(
                index=index,
                start=token.idx,
                end=token.idx + len(token),
                text=token.text,
                lower=token.lower_,
                lemma=token.lemma_,
                pos=token.pos_,
                morph=str(token.morph),
                dep=token.dep_.lower(),
                head=place.get(token.head.i, index),
                sentence=last.index,
                entity=token.ent_type_,
                begins=token.ent_iob_ == "B",
            )
        )
    return analysis


def _lines(text: str) -> tuple[Block, ...]:
    blocks, place = [], 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = place + line.index(words)
            blocks.append(Block(Span(start, start + len(words)), Role.BODY))
        place += len(line) + 1
    return tuple(blocks)
