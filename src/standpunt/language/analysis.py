"""An analysed article: tokens, sentences and quotations, all with offsets into the one text.

The stages of `reading` see these plain records and never the parser that made them, so that a test can write an
analysis by hand and any spaCy pipeline can stand behind it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from standpunt.model import Article, Block, Span


@dataclass(slots=True, eq=False)
class Token:
    """One token. `index`, `head` and `sentence` count over the whole article; a root is its own head.

    `pos` and `dep` are Universal Dependencies labels in the treebank's spelling (`root`, `nsubj`, `obl:arg`),
    `morph` the features as `Key=Value|...`, `entity` one of PER, ORG, LOC, MISC or empty, with `begins` true on
    the first token of an entity.
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    morph: str
    dep: str
    head: int
    sentence: int
    entity: str = ""
    begins: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def has(self, feature: str) -> bool:
        """Whether a morphological feature such as `Number=Plur` holds."""
        return feature in _features(self.morph)


@cache
def _features(morph: str) -> frozenset[str]:
    """A treebank has some hundreds of different ones."""
    return frozenset(morph.split("|"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to but not including `last`; `block` is the index of its block in the article."""

    index: int
    span: Span
    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks: `span` with the marks, `inner` without.

    `parent` is the index of the quotation that holds this one. `closed` is false where the closing mark is missing
    and the end of the paragraph closes; a quotation that goes on in the next paragraph (an opening mark at the
    head of each) is one Quotation for each paragraph.
    """

    index: int
    span: Span
    inner: Span
    parent: int | None = None
    closed: bool = True


@dataclass(eq=False)
class Analysis:
    """All that is known of an article's text before reading it. Sequences are in the order of the text."""

    article: Article
    tokens: list[Token]
    sentences: list[Sentence]
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.article.text

    def block(self, sentence: Sentence) -> Block:
        return self.article.blocks[sentence.block]

    def of(self, sentence: Sentence) -> list[Token]:
        return self.tokens[sentence.first : sentence.last]

    def sentence_of(self, token: Token) -> Sentence:
        return self.sentences[token.sentence]

    @cached_property
    def children(self) -> list[list[Token]]:
        """For each token its direct dependents, in the order of the text."""
        dependents: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                dependents[token.head].append(token)
        return dependents

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The indices of the tokens that lie inside a quotation."""
        return frozenset(
            token.index
            for quotation in self.quotations
            for token in self.within(quotation.inner)
            if quotation.inner.contains(token.span)
        )

    def subtree(self, token: Token) -> list[Token]:
        """The token and all that hangs on it, in the order of the text; safe against a parse with a cycle."""
        seen = {token.index}
        stack = [token]
        while stack:
            for child in self.children[stack.pop().index]:
                if child.index not in seen:
                    seen.add(child.index)
                    stack.append(child)
        return [self.tokens[i] for i in sorted(seen)]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def within(self, span: Span) -> list[Token]:
        """The tokens that lie in a span, partly or whole."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.tokens[first].end <= span.start:
            first += 1
        return self.tokens[first : bisect_left(self._starts, span.end)]

    def quotations_in(self, span: Span) -> Iterator[Quotation]:
        return (quotation for quotation in self.quotations if span.contains(quotation.span))


def cover(tokens: Iterable[Token]) -> Span:
    """The span from the first token's start to the last one's end; the tokens are not empty."""
    listed = list(tokens)
    return Span(listed[0].start, listed[-1].end)
