"""Articles made of a text, and what is read in them without a language model: times and sentences."""

from standpunt.language import sentences
from standpunt.model import Article, Block, Chain, Moment, Provenance, Reading, Role, Span
from standpunt.reading import times


def article(text: str, published: Moment | None = None, name: str = "een") -> Article:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), Role.BODY))
        start += len(line) + 1
    return Article(name, name, text, tuple(blocks), Provenance(name, "text"), published=published or Moment())


def reading(of: Article, *chains: Chain) -> Reading:
    cut = tuple(span for span, _ in sentences.split(of.text, of.blocks))
    return Reading(of.id, times.find(of.text, of.blocks), chains=chains, sentences=cut)
