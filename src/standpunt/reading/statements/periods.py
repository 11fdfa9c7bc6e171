"""Periods: what is read as one sentence when a quotation runs over several.

`"Wij doen mee. Dat is zeker", zegt Jansen.` is two sentences to the parser and one period here. In a period the words
inside a *spoken* quotation (one that stands as a whole beside its cue, or alone) are set apart, so that the rules see
`«…» , zegt Jansen .`; a quoted fragment that is woven into the sentence (`noemde de wens "onrealistisch"`) stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from standpunt.language.analysis import Analysis, Quotation, Token
from standpunt.model import Role, Span
from standpunt.reading.statements.phrases import PARTICLES
from standpunt.reading.statements.words import VERBS

QUOTE_MARKS = frozenset(
    [
        '"',
        "“",
        "”",
        "„",
        "‟",
        "«",
        "»",
        "‘",
        "’",
        "‚",
        "'",
        "`",
        "´",
        "''",
        ",,",
        "``",
        "’’",
        "‘‘",
        "‘’",
        "’‘",
    ]
)
CLOSING = ".,;:!?…"
_RELATIVE = frozenset("wat die waardoor waarmee waarbij".split())
# What bears the quoted words as its name.
_TITLED = frozenset("titel naam noemer boek film lied nummer single album documentaire serie".split())


@dataclass(frozen=True, slots=True)
class Spoken:
    """A spoken quotation and its place: `at` words of the period's `outer` ones stand before it."""

    quotation: Quotation
    at: int


@dataclass(slots=True)
class Period:
    """`outer`: the tokens outside spoken quotations, in order, quotation marks of these left out."""

    analysis: Analysis
    span: Span
    block: int
    outer: list[Token]
    spoken: list[Spoken]

    @property
    def role(self) -> Role:
        return self.analysis.article.blocks[self.block].role

    def before(self, spoken: Spoken) -> list[Token]:
        """The outer words between the spoken quotation before (or the period's head) and this one."""
        earlier = [s.at for s in self.spoken if s.quotation.index < spoken.quotation.index]
        return self.outer[max(earlier, default=0) : spoken.at]

    def after(self, spoken: Spoken) -> list[Token]:
        """The outer words from this spoken quotation to the next one, or to the period's end."""
        later = [s.at for s in self.spoken if s.quotation.index > spoken.quotation.index]
        return self.outer[spoken.at : min(later, default=len(self.outer))]


def divide(analysis: Analysis) -> Iterator[Period]:
    """The periods of an article; captions hold no statements."""
    top = [q for q in analysis.quotations if q.parent is None]
    position, sentences = 0, analysis.sentences
    while position < len(sentences):
        first = last = sentences[position]
        # A quotation that is still open at the sentence's end draws the next sentence in.
        while position + 1 < len(sentences) and sentences[position + 1].block == first.block:
            following = sentences[position + 1]
            if not any(q.span.start < last.span.end and q.span.end > following.span.start for q in top):
                break
            position, last = position + 1, following
        position += 1
        block = analysis.article.blocks[first.block]
        if block.role is not Role.CAPTION:
            span = Span(first.span.start, last.span.end)
            tokens = analysis.tokens[first.first : last.last]
            yield _period(analysis, span, first.block, tokens, [q for q in top if q.span.overlaps(span)])


def _period(
    analysis: Analysis, span: Span, block: int, tokens: list[Token], quotes: list[Quotation]
) -> Period:
    spoken: list[Spoken] = []
    outer: list[Token] = []
    rest = iter(quotes)
    quote = next(rest, None)
    apart: Quotation | None = None  # the spoken quotation that the current token lies in
    for position, token in enumerate(tokens):
        if apart is not None and token.start >= apart.span.end:
            apart = None
        while quote is not None and quote.span.end <= token.start:
            quote = next(rest, None)
        if quote is not None and token.start >= quote.span.start and apart is None:
            following = [t for t in tokens[position:] if t.start >= quote.span.end]
            if _is_spoken(analysis, quote, outer, following, [s.quotation for s in spoken]):
                spoken.append(Spoken(quote, len(outer)))
                apart = quote
            quote = next(rest, None)
        if apart is None and token.text not in QUOTE_MARKS:
            outer.append(token)
    return Period(analysis, span, block, outer, spoken)


def _is_spoken(
    analysis: Analysis, quote: Quotation, before: list[Token], after: list[Token], earlier: list[Quotation]
) -> bool:
    """Whether a quotation stands as a whole beside its cue or alone, rather than woven into a sentence."""
    inner = analysis.text[quote.inner.start : quote.inner.end].strip()
    words = [t for t in analysis.within(quote.inner) if t.pos != "PUNCT"]
    if not inner or not words or not quote.closed and _cue_inside(words):
        return False
    previous = before[-1] if before else None
    if previous is not None and previous.lower in _TITLED:
        return False  # `een vlog met de titel "..."`
    adjoins = bool(earlier) and not analysis.text[earlier[-1].span.end : quote.span.start].strip(" ,.")
    opens = previous is None or previous.text in ".!?" or adjoins
    ends = not [t for t in after if t.text not in CLOSING]
    following = next((t for t in after if t.text not in QUOTE_MARKS), None)
    cue_follows = _cue_follows(after)
    whole = inner[-1] in ".!?…" or len(analysis.quotations) > 0 and _has_finite(words)
    if opens:
        return ends or cue_follows or (following is not None and following.text == "," and _has_finite(words))
    assert previous is not None
    if previous.text in ":;" or _is_label(before) and ends:
        return True
    if not whole or _in_clause(before):
        return previous.text == "," and bool(earlier) and ends
    if cue_follows and previous.text == ",":
        return True
    present = {t.lower for t in before}
    named = any(
        "quote" in sense.frames and present.issuperset(sense.asks) or t is previous
        for t in before
        if not t.has("VerbForm=Inf")
        for sense in VERBS.get(t.lower, ())
    )
    return (
        named
        and (ends or previous.text == ",")
        and _head_of_clause(words)
        or previous.text == ","
        and bool(earlier)
    )


def _cue_inside(words: list[Token]) -> bool:
    """`„Dat kan niet, zei Jansen.`: where the closing mark is missing, a cue behind a comma shows its place."""
    for previous, token, following in zip(words[1:], words[2:], words[3:], strict=False):
        comma = token.index == previous.index + 2
        named = following.text[:1].isupper() or following.pos in ("DET", "PRON")
        if comma and named and token.text.islower() and (token.lower == "aldus" or _says(token)):
            return True
    return False


def _says(token: Token) -> bool:
    senses = VERBS.get(token.lower, ())
    return token.has("VerbForm=Fin") and any("quote" in sense.frames and not sense.asks for sense in senses)


def _is_label(before: list[Token]) -> bool:
    """`Heldenbergh «...»`, `WOUTER DEPREZ «...»`: in interviews a name alone before the marks."""
    return len(before) <= 4 and all(t.text[:1].isupper() or t.lower in PARTICLES for t in before)


def _in_clause(before: list[Token]) -> bool:
    """`antwoordde dat hij ‘zomaar heeft gestoken’`: a clause that began outside the marks goes on inside them."""
    if before[-1].lower in _RELATIVE and len(before) > 1 and before[-2].text in (",", "en"):
        return True  # `..., wat 'niet helpt'`
    opener = next((i for i in range(len(before) - 1, -1, -1) if before[i].lower in ("dat", "of")), None)
    return (
        opener is not None
        and before[opener].pos == "SCONJ"
        and not any(t.has("VerbForm=Fin") for t in before[opener:])
    )


def _cue_follows(after: list[Token]) -> bool:
    """`, zegt X`, `, aldus X`, `, zo laat X weten`, `klinkt het` behind a closing mark."""
    words = [t for t in after if t.text not in QUOTE_MARKS][:5]
    while words and (
        words[0].text in ",-–—" or words[0].lower in ("zo", "dus", "dan", "daarover", "daarop", "ook")
    ):
        words = words[1:]
    if not words:
        return False
    if words[0].lower in ("aldus", "volgens", "luidens", "naar"):
        return True
    if any(sense.frames & {"quote", "clause"} for sense in VERBS.get(words[0].lower, ())):
        return True
    # A verb that no list knows (`, jubelt de winnares`) reports as well, right behind a comma with a subject after it.
    comma = any(t.text == "," for t in after[:2])
    if not comma or len(words) < 2:
        return False
    named = words[1].text[:1].isupper() and words[0].text.islower()
    return named or words[0].has("VerbForm=Fin") and words[1].pos in ("DET", "PROPN", "PRON", "NOUN")


def _has_finite(words: list[Token]) -> bool:
    return any(t.has("VerbForm=Fin") for t in words)


def _head_of_clause(words: list[Token]) -> bool:
    """A quotation with a sentence of its own, not a fragment: a capital at its head or a verb in it."""
    return words[0].text[:1].isupper() or _has_finite(words)
