"""What is known of a statement that the rules give: features for judging whether it is right."""

import math
from collections.abc import Sequence

from standpunt.language.analysis import Analysis, Token
from standpunt.model import ActorKind, Mention, Reading, Span, Statement
from standpunt.reading.statements.words import LISTS

FIRST_PERSON = frozenset("ik wij we ons onze mij me mijn".split())


def of_statement(analysis: Analysis, reading: Reading, statement: Statement) -> dict[str, float]:
    """Named features: one-hot as `name=value` with 1.0, the rest numbers of about unit size."""
    words = [t for span in statement.content for t in analysis.within(span)]
    told: set[str] = {
        f"rule={statement.why.rule}",
        f"entry={statement.why.entry}",
        f"form={statement.form}",
        f"speaker by={statement.why_speaker.rule}",
        f"role={analysis.article.blocks[analysis.sentence_of(words[0]).block].role}",
        f"first word={words[0].pos}",
        f"last word={words[-1].pos}",
        f"head={_head(analysis, words).dep}",
    }
    told |= {f"frame={frame}" for frame in _frames(statement.why.entry)}
    told |= _flags(statement, words)
    told |= _of_cue(analysis, statement, words)
    told |= _of_source(reading, statement)
    sure = min(max(statement.confidence, 0.02), 0.98)
    numbers = {
        "confidence": math.log(sure / (1 - sure)),
        "length": math.log(len(words)),
        "pieces": float(len(statement.content)),
        "place in article": words[0].start / max(1, len(analysis.text)),
        "candidates": math.log1p(len(statement.why_speaker.candidates)),
        "quotations": float(sum(1 for _ in analysis.quotations_in(analysis.sentence_of(words[0]).span))),
        "from cue": math.log1p(_distance(statement.cue, statement.content)),
        "from source": math.log1p(_distance(statement.source, statement.content)),
        "people": float(_people(reading, analysis, words[0])),
    }
    return dict.fromkeys(told, 1.0) | numbers


def _frames(entry: str) -> Sequence[str]:
    """What the word-list entry of a verb or a noun may govern."""
    found = next(
        (LISTS[group][entry] for group in ("verb", "decline", "noun") if entry in LISTS[group]), None
    )
    return tuple(getattr(found, "frames", ()))


def _flags(statement: Statement, words: Sequence[Token]) -> set[str]:
    flags = {
        "nested": statement.via is not None,
        "declines": statement.declines,
        "no cue": statement.cue is None,
        "no source": statement.source is None,
        "no speaker": statement.speaker is None,
        "when": statement.said is not None,
        "finite verb": any(t.has("VerbForm=Fin") for t in words),
        "infinitive": any(t.has("VerbForm=Inf") for t in words),
        "first person": any(t.lower in FIRST_PERSON for t in words),
        "question": words[-1].text == "?",
        "entities": any(t.entity for t in words),
    }
    return {name for name, holds in flags.items() if holds}


def _of_cue(analysis: Analysis, statement: Statement, words: Sequence[Token]) -> set[str]:
    if statement.cue is None:
        return set()
    cue = analysis.within(statement.cue)[0]
    side = "before" if cue.index < words[0].index else "behind"
    return {f"cue dep={cue.dep}", f"cue pos={cue.pos}", f"cue {side}", f"cue morph={cue.morph}"}


def _of_source(reading: Reading, statement: Statement) -> set[str]:
    """The form of the mention that names the source and the kind of its chain."""
    told: set[str] = set()
    if statement.source is not None:
        for mention in reading.mentions:
            if _names(mention, statement.source):
                told |= {f"source={mention.form}", f"named by={mention.reason.rule}"}
                break
    if statement.speaker is not None:
        chain = reading.chains[statement.speaker]
        told |= {f"speaker={chain.kind}", f"known={bool(chain.identity)}", f"once={len(chain.mentions) == 1}"}
    return told


def _names(mention: Mention, source: Span) -> bool:
    return source.contains(mention.head) or mention.head.contains(source)


def _head(analysis: Analysis, words: Sequence[Token]) -> Token:
    """The word of the content that hangs on a word outside it, or on none."""
    own = {t.index for t in words}
    return next((t for t in words if t.head not in own or t.head == t.index), words[0])


def _distance(span: Span | None, content: Sequence[Span]) -> int:
    if span is None:
        return 0
    return min(max(piece.start - span.end, span.start - piece.end, 0) for piece in content)


def _people(reading: Reading, analysis: Analysis, word: Token) -> int:
    """How many persons the paragraph names: who speaks is harder to tell among many."""
    area = analysis.article.blocks[analysis.sentence_of(word).block].span
    return len(
        {
            m.chain
            for m in reading.mentions
            if m.kind is ActorKind.PERSON and area.contains(m.span) and m.chain
        }
    )
