"""`standpunt explain`: why is this a statement, why this speaker, or why is it none; why is this an event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli import options
from standpunt.model import Article, Block, DatedArticle, Provenance, Reading, Role, Span, Statement

if TYPE_CHECKING:
    from standpunt.language import Analysis
    from standpunt.store import Store


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text, with its half-open place in it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Explained:
    """A statement and all that it rests on."""

    number: int
    sentence: Words
    content: tuple[Words, ...]
    form: str
    confidence: float
    declines: bool
    rule: str
    entry: str
    cue: Words | None
    source: Words | None
    speaker: str
    speaker_rule: str
    speaker_entry: str
    candidates: tuple[str, ...]
    via: str


@dataclass(frozen=True, slots=True)
class ExplainedEvent:
    """A mention of an event and all that it rests on. `again` is the number of the one that it takes up."""

    number: int
    sentence: Words
    trigger: Words
    kind: str
    rule: str
    entry: str
    status: str
    status_rule: str
    status_entry: str
    participants: tuple[str, ...]
    place: Words | None
    time: Words | None
    named: str
    again: int | None


@dataclass(frozen=True, slots=True)
class Considered:
    """A cue in a sentence, its word-list entry, and whether a statement came of it."""

    cue: Words
    entry: str
    used: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """`cues` is None where they were not looked for: that needs the language model."""

    about: str
    statements: tuple[Explained, ...]
    events: tuple[ExplainedEvent, ...] = ()
    cues: tuple[Considered, ...] | None = None


def explain(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE|SENTENCES",
            help="An article, named as for `show`; or Dutch sentences, in quotation marks.",
        ),
    ] = "",
    which: Annotated[
        str,
        typer.Argument(
            metavar="NUMBER|WORDS", help="A statement's number in the article, or words of a sentence."
        ),
    ] = "",
    text: Annotated[
        str, typer.Option("--text", "-t", help="Dutch sentences, where they could be taken for an article.")
    ] = "",
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="For sentences: an installed spaCy pipeline."),
    ] = None,
    facts: options.Registry = None,
    dossier: options.Dossier = options.DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Say why something is a statement and why it has this speaker: the rule, the entry of the word list,
    the words, who else was possible. For a sentence without a statement, say which cues were considered.

    Example:

    - `standpunt explain 3 2`
    - `standpunt explain brug.txt 'sluit niets uit'`
    - `standpunt explain 'Volgens Anna Hoek is de dijk veilig.'`
    """
    if not (subject or text):
        raise typer.BadParameter("give an article, or Dutch sentences in quotation marks")
    if text or " " in subject.strip():
        explanation = _of_text(text or subject, model, facts)
    else:
        from standpunt.store import Store

        with Store(dossier) as store:
            explanation = _of_article(store, subject, which, model, facts)
    from standpunt.cli import paint

    if as_json:
        paint.json(explanation)
    else:
        _print(explanation)


def _of_text(written: str, model: str | None, facts: list[Path] | None) -> Explanation:
    """Sentences that stand alone: read now, with nothing known around them."""
    article = _article(written)
    analysis, reading = _analysed(article, model, facts)
    names = [chain.name for chain in reading.chains]
    explained = _explained(article, reading, names, range(len(reading.statements)))
    whole = [Span(0, len(written))]
    return Explanation(
        written.strip(),
        explained,
        _events(article, reading, names, whole),
        _considered(analysis, reading, whole),
    )


def _of_article(
    store: "Store", named: str, which: str, model: str | None, facts: list[Path] | None
) -> Explanation:
    row = store.article(named)
    dated = next(store.dated_articles(row["id"]))
    known = {actor.id: actor.name for actor in store.actors()}
    names = [known.get(actor, "") for actor in dated.actors]
    article, reading = dated.article, dated.reading
    if not which:
        explained = _explained(article, reading, names, range(len(reading.statements)))
        return Explanation(row["label"], explained, _events(article, reading, names, _sentences(dated)))
    if which.isdigit():
        if not 1 <= int(which) <= len(reading.statements):
            raise typer.BadParameter(f"this article has statements 1 to {len(reading.statements)}")
        return Explanation(row["label"], _explained(article, reading, names, [int(which) - 1]))
    sentences = [span for span in _sentences(dated) if which.casefold() in span.of(article.text).casefold()]
    if not sentences:
        raise typer.BadParameter("no sentence of this article has these words")
    at = [at for at, each in enumerate(reading.statements) if any(_touches(each, span) for span in sentences)]
    explained, events = _explained(article, reading, names, at), _events(article, reading, names, sentences)
    if explained or events:
        return Explanation(row["label"], explained, events)
    analysis, _ = _analysed(article, model, facts)
    about = " … ".join(span.of(article.text) for span in sentences)
    return Explanation(about, (), (), _considered(analysis, reading, sentences))


def _analysed(article: Article, model: str | None, facts: list[Path] | None) -> tuple["Analysis", Reading]:
    from standpunt import reading, registry
    from standpunt.language import analyse, pipeline

    known = registry.load(*facts or [])
    analysis = next(analyse([article], pipeline.load(model)))
    return analysis, reading.interpret(analysis, known)


def _article(written: str) -> Article:
    blocks, at = [], 0
    for line in written.splitlines(keepends=True):
        end = at + len(line.rstrip())
        if end > at:
            blocks.append(Block(Span(at, end), Role.BODY))
        at += len(line)
    return Article("text", "text", written, tuple(blocks), Provenance("text", "text"))


def _explained(
    article: Article, reading: Reading, names: Sequence[str], which: Iterable[int]
) -> tuple[Explained, ...]:
    from standpunt.model import Moment
    from standpunt.store import rows

    def words(span: Span | None) -> Words | None:
        return Words(span.of(article.text), span) if span else None

    def name(chain: int | None) -> str:
        return names[chain] if chain is not None else ""

    dated = DatedArticle(article, reading, Moment(), (), ())
    found = []
    for at in which:
        each = reading.statements[at]
        sentence = rows.sentence_around(dated, each)
        found.append(
            Explained(
                at + 1, Words(sentence.of(article.text), sentence),
                tuple(Words(span.of(article.text), span) for span in each.content), each.form.value,
                each.confidence, each.declines, each.why.rule, each.why.entry, words(each.cue),
                words(each.source), name(each.speaker), each.why_speaker.rule, each.why_speaker.entry,
                each.why_speaker.candidates, name(each.via),
            )
        )  # fmt: skip
    return tuple(found)


def _events(
    article: Article, reading: Reading, names: Sequence[str], spans: Sequence[Span]
) -> tuple[ExplainedEvent, ...]:
    """The events that are told in some stretches of the text."""

    def words(span: Span | None) -> Words | None:
        return Words(span.of(article.text), span) if span else None

    found = []
    for at, each in enumerate(reading.events):
        if any(span.contains(each.trigger) for span in spans):
            around = next((span for span in reading.sentences if span.contains(each.trigger)), each.trigger)
            time = reading.times[each.time].span if each.time is not None else None
            found.append(
                ExplainedEvent(
                    at + 1, Words(around.of(article.text), around),
                    Words(each.trigger.of(article.text), each.trigger), each.kind.value, each.why.rule,
                    each.why.entry, each.status.value, each.why_status.rule, each.why_status.entry,
                    tuple(name for chain in each.participants if (name := names[chain])), words(each.place),
                    words(time), each.named, each.again + 1 if each.again is not None else None,
                )
            )  # fmt: skip
    return tuple(found)


def _considered(analysis: "Analysis", reading: Reading, spans: Sequence[Span]) -> tuple[Considered, ...]:
    """The cues of the word lists in some stretches of the text, and whether a statement came of each."""
    from standpunt.reading.statements.considered import considered

    used = [each.cue for each in reading.statements if each.cue]
    return tuple(
        Considered(Words(span.of(analysis.text), span), entry, any(span.overlaps(cue) for cue in used))
        for span, entry in considered(analysis)
        if any(span.overlaps(wanted) for wanted in spans)
    )


def _sentences(dated: DatedArticle) -> Sequence[Span]:
    return dated.reading.sentences or [block.span for block in dated.article.blocks]


def _touches(statement: Statement, sentence: Span) -> bool:
    return any(span.overlaps(sentence) for span in (*statement.content, statement.cue) if span)


def _print(explanation: Explanation) -> None:
    from standpunt.cli import paint

    out = paint.out()
    out.print(paint.line((explanation.about, "heading")))
    for each in explanation.statements:
        out.print("", paint.line((f"[{each.number}] ", "quiet"), each.sentence.text), sep="\n")
        facts = [
            (
                "content",
                " … ".join(f"{piece.text} {_place(piece)}" for piece in each.content),
                f"said.{each.form}",
            ),
            ("form", f"{each.form}{', declines' if each.declines else ''}", ""),
            ("because", _reason(each.rule, each.entry), ""),
            ("cue", f"{each.cue.text} {_place(each.cue)}" if each.cue else "none", ""),
            ("source", f"{each.source.text} {_place(each.source)}" if each.source else "none", "office"),
            ("speaker", each.speaker or "not known", "name"),
            ("because", _reason(each.speaker_rule, each.speaker_entry), ""),
            ("candidates", ", ".join(each.candidates), ""),
            ("told by", each.via, "name"),
            ("confidence", f"{each.confidence:.0%}", ""),
        ]
        for what, said, style in facts:
            if said:
                out.print(paint.line((f"    {what:<11}", "quiet"), (said, style)))
    if not explanation.statements:
        out.print(paint.line("no statement was found here"))
    for told in explanation.events:
        _print_event(told)
    if explanation.cues is None:
        return
    out.print("", paint.line(("cues considered", "quiet")), sep="\n")
    for cue in explanation.cues:
        outcome = "a statement came of it" if cue.used else "nothing came of it"
        out.print(
            paint.line(f"    {cue.cue.text} ", (f"{_place(cue.cue)} entry {cue.entry}: {outcome}", "quiet"))
        )
    if not explanation.cues:
        out.print(paint.line("    none: no word here is in the word lists of cues"))


def _print_event(told: ExplainedEvent) -> None:
    from standpunt.cli import paint

    out = paint.out()
    out.print("", paint.line((f"[event {told.number}] ", "quiet"), told.sentence.text), sep="\n")
    facts = [
        ("event", f"{told.kind}, {told.trigger.text} {_place(told.trigger)}", "heading"),
        ("because", _reason(told.rule, told.entry), ""),
        ("status", told.status, ""),
        ("because", _reason(told.status_rule, told.status_entry), ""),
        ("takes part", ", ".join(told.participants), "name"),
        ("place", f"{told.place.text} {_place(told.place)}" if told.place else "", "office"),
        ("time", f"{told.time.text} {_place(told.time)}" if told.time else "none", "date"),
        ("named", told.named, ""),
        ("again", f"event {told.again}" if told.again else "", ""),
    ]
    for what, said, style in facts:
        if said:
            out.print(paint.line((f"    {what:<11}", "quiet"), (said, style)))


def _reason(rule: str, entry: str) -> str:
    return f"{rule}, entry {entry}" if entry else rule


def _place(words: Words) -> str:
    return f"[{words.span.start}:{words.span.end}]"
