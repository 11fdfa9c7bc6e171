"""A learner without attribution rules: which quotations, sentences and clauses are a statement, spoken by the person
named nearest. It sees the parse and the lemmas around a span; the rules' word lists it does not see."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standpunt.evaluation.coding import MarkedStatement
from standpunt.evaluation.matching import Text, alike
from standpunt.language.analysis import Analysis, Token
from standpunt.model import ActorKind, Role, Span
from training.attribution.articles import Annotated

SUBORDINATORS = frozenset(["dat", "of", "om", "want", "en", "maar"])
REPEATING = (Role.CAPTION, Role.HEADLINE, Role.PULL_QUOTE)


@dataclass(frozen=True, slots=True)
class Candidate:
    kind: str
    span: Span
    features: dict[str, float]


def candidates(analysis: Analysis) -> list[Candidate]:
    """The spans that may be a statement, each once: quotations, then clauses, then whole sentences."""
    found: dict[Span, Candidate] = {}
    for kind, span, head in _spans(analysis):
        if span.end > span.start and span not in found:
            found[span] = Candidate(kind, span, _features(analysis, kind, span, head))
    return list(found.values())


def labels(article: Annotated, given: Sequence[Candidate]) -> list[bool | None]:
    """Whether each candidate is the best one for a statement of the gold; None for those between right and wrong,
    and for optional ones, which are not learned from."""
    text = Text(article.gold.text)
    tokens = [text.tokens([each.span]) for each in given]
    verdict: list[bool | None] = [False] * len(given)
    for due in article.gold.coding.statements:
        of_due = text.tokens(due.spans)
        shares = [alike(of_due, each) for each in tokens]
        best = max(range(len(given)), key=shares.__getitem__, default=None)
        for place, share in enumerate(shares):
            if share >= 0.5 and verdict[place] is False:
                verdict[place] = None
        if best is not None and shares[best] >= 0.5:
            verdict[best] = None if due.optional else True
    return verdict


def chosen(
    article: Annotated, given: Sequence[Candidate], sure: Sequence[float], least: float
) -> list[MarkedStatement]:
    """The surest candidates that do not overlap, each with the person named nearest."""
    kept: list[MarkedStatement] = []
    for place in sorted(range(len(given)), key=lambda at: (-sure[at], given[at].span)):
        span = given[place].span
        if sure[place] >= least and not any(span.overlaps(other.spans[0]) for other in kept):
            kept.append(MarkedStatement((span,), _nearest_person(article, span), confidence=sure[place]))
    return kept


def _nearest_person(article: Annotated, span: Span) -> str:
    reading = article.dated.reading
    near = [
        (max(span.start - m.span.end, m.span.start - span.end), m.span.start, m.chain)
        for m in reading.mentions
        if m.chain is not None and m.kind is ActorKind.PERSON and not span.overlaps(m.span)
    ]
    return article.actors[article.dated.actors[min(near)[2]]].name if near else ""


def _spans(analysis: Analysis) -> Iterator[tuple[str, Span, Token]]:
    for quotation in analysis.quotations:
        words = analysis.within(quotation.inner)
        if quotation.parent is None and words:
            yield "quotation", quotation.inner, _top(words)
    for token in analysis.tokens:
        if token.pos in ("VERB", "AUX", "NOUN", "ADJ") and token.dep.split(":")[0] in (
            "root", "ccomp", "xcomp", "advcl", "acl", "conj", "csubj", "parataxis",
        ):  # fmt: skip
            aside = {t.index for c in analysis.children[token.index] if c.dep == "parataxis"
                     for t in analysis.subtree(c)}  # fmt: skip
            words = _trimmed([t for t in analysis.subtree(token) if t.index not in aside])
            if len(words) > 1:
                yield "clause", Span(words[0].start, words[-1].end), token
    for sentence in analysis.sentences:
        words = _trimmed(analysis.of(sentence))
        if words:
            yield "sentence", Span(words[0].start, words[-1].end), _top(words)


def _trimmed(words: Sequence[Token]) -> list[Token]:
    kept = list(words)
    while kept and (kept[0].pos == "PUNCT" or kept[0].lower in SUBORDINATORS):
        kept.pop(0)
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    return kept


def _top(words: Sequence[Token]) -> Token:
    own = {t.index for t in words}
    return next((t for t in words if t.head not in own or t.head == t.index), words[0])


def _features(analysis: Analysis, kind: str, span: Span, head: Token) -> dict[str, float]:
    words = analysis.within(span)
    first, last = words[0].index, words[-1].index
    tokens, governor = analysis.tokens, analysis.tokens[head.head]
    sentence = analysis.sentence_of(words[0])
    around = [*tokens[sentence.first : first], *tokens[last + 1 : analysis.sentence_of(words[-1]).last]]
    quoted = sum(any(q.inner.contains(t.span) for q in analysis.quotations) for t in words) / len(words)
    told = {
        kind, f"{kind} dep={head.dep}", f"{kind} head={head.pos}", f"role={analysis.block(sentence).role}",
        *(f"before {n}={tokens[first - n].lower}" for n in (1, 2) if first >= n),
        *(f"behind {n}={tokens[last + n].lower}" for n in (1, 2, 3) if last + n < len(tokens)),
        *(f"beside={t.lemma.lower()}" for t in around if t.pos in ("VERB", "AUX", "ADP", "NOUN")),
        f"first={words[0].pos}", f"last={words[-1].pos}",
    }  # fmt: skip
    if governor is not head and not first <= governor.index <= last:
        told |= {f"governor={governor.lemma.lower()}", f"{head.dep} of {governor.pos}"}
    if any(t.entity == "PER" for t in around):
        told.add("person beside")
    if any(t.has("VerbForm=Fin") for t in words):
        told.add("finite")
    if any(t.lower in ("ik", "we", "wij", "ons", "mijn") for t in words):
        told.add("first person")
    numbers = {"length": math.log(len(words)), f"quoted {kind}": quoted, "beside": math.log1p(len(around))}
    return dict.fromkeys(told, 1.0) | numbers
