"""`standpunt explain`: why is this a statement, a wish, a condition or an event, and whose; or why is it none."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli import options
from standpunt.cli.explained import (
    Considered,
    Explained,
    ExplainedAttitude,
    ExplainedCondition,
    ExplainedEvent,
    Explaining,
    Explanation,
    OnIssue,
    Words,
    considered,
)
from standpunt.model import (
    Article,
    Block,
    DatedArticle,
    Dossier,
    Moment,
    Provenance,
    Reading,
    Role,
    Span,
    Statement,
)

if TYPE_CHECKING:
    from standpunt.language import Analysis
    from standpunt.store import Store


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
    the words, who else was possible. The same for what somebody wants or rejects, the conditions that he sets and the
    issues that these are about. For a sentence in which nothing was found, say which words were considered.

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
    telling = Explaining(DatedArticle(article, reading, Moment(), (), ()), names, Dossier())
    whole = [Span(0, len(written))]
    return Explanation(
        written.strip(), telling.statements(range(len(reading.statements))), telling.events(whole),
        telling.attitudes(whole), telling.conditions(whole), cues=considered(analysis, reading, whole),
    )  # fmt: skip


def _of_article(
    store: "Store", named: str, which: str, model: str | None, facts: list[Path] | None
) -> Explanation:
    row, made = store.article(named), store.coding()
    dated = next(store.dated_articles(row["id"]))
    known = {actor.id: actor.name for actor in made.actors}
    telling = Explaining(dated, [known.get(actor, "") for actor in dated.actors], made)
    article, reading = dated.article, dated.reading
    if which.isdigit():
        if not 1 <= int(which) <= len(reading.statements):
            raise typer.BadParameter(f"this article has statements 1 to {len(reading.statements)}")
        return Explanation(row["label"], telling.statements([int(which) - 1]))
    sentences = [span for span in _sentences(dated) if which.casefold() in span.of(article.text).casefold()]
    if not sentences:
        raise typer.BadParameter("no sentence of this article has these words")
    at = [at for at, each in enumerate(reading.statements) if any(_touches(each, span) for span in sentences)]
    found = Explanation(
        row["label"], telling.statements(at if which else range(len(reading.statements))),
        telling.events(sentences), telling.attitudes(sentences), telling.conditions(sentences), bool(made.issues),
    )  # fmt: skip
    if not which or found.statements or found.events or found.attitudes or found.conditions:
        return found
    analysis, _ = _analysed(article, model, facts)
    about = " … ".join(span.of(article.text) for span in sentences)
    return Explanation(about, (), cues=considered(analysis, reading, sentences))


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


def _sentences(dated: DatedArticle) -> Sequence[Span]:
    return dated.reading.sentences or [block.span for block in dated.article.blocks]


def _touches(statement: Statement, sentence: Span) -> bool:
    return any(span.overlaps(sentence) for span in (*statement.content, statement.cue) if span)


def _print(explanation: Explanation) -> None:
    from standpunt.cli import paint

    out = paint.out()
    out.print(paint.line((explanation.about, "heading")))
    for each in explanation.statements:
        _print_facts(f"[{each.number}]", each.sentence, _of_statement(each))
    if not explanation.statements:
        out.print(paint.line("no statement was found here"))
    for wish in explanation.attitudes:
        _print_facts(f"[attitude {wish.number}]", wish.sentence, _of_attitude(wish, explanation.coded))
    for stated in explanation.conditions:
        _print_facts(
            f"[condition {stated.number}]", stated.sentence, _of_condition(stated, explanation.coded)
        )
    for told in explanation.events:
        _print_facts(f"[event {told.number}]", told.sentence, _of_event(told))
    if explanation.cues is not None:
        _print_considered(explanation.cues)


Facts = list[tuple[str, str, str]]
"""What is told, in which words, in which style."""


def _print_facts(number: str, sentence: Words, facts: Facts) -> None:
    from standpunt.cli import paint

    out = paint.out()
    out.print("", paint.line((f"{number} ", "quiet"), sentence.text), sep="\n")
    for what, said, style in facts:
        if said:
            out.print(paint.line((f"    {what:<11}", "quiet"), (said, style)))


def _print_considered(cues: Sequence[Considered]) -> None:
    from standpunt.cli import paint

    out = paint.out()
    out.print("", paint.line(("words considered", "quiet")), sep="\n")
    for cue in cues:
        article = "an" if cue.shows == "attitude" else "a"
        outcome = f"{article} {cue.shows} came of it" if cue.used else f"no {cue.shows} came of it"
        out.print(
            paint.line(f"    {cue.cue.text} ", (f"{_place(cue.cue)} entry {cue.entry}: {outcome}", "quiet"))
        )
    if not cues:
        out.print(paint.line("    none: no word here is in the lists of words that show something"))


def _of_statement(each: Explained) -> Facts:
    return [
        ("content", _joined(each.content), f"said.{each.form}"),
        ("form", f"{each.form}{', declines' if each.declines else ''}", ""),
        ("because", _reason(each.rule, each.entry), ""),
        ("cue", _told(each.cue) or "none", ""),
        ("source", _told(each.source) or "none", "office"),
        ("speaker", each.speaker or "not known", "name"),
        ("because", _reason(each.speaker_rule, each.speaker_entry), ""),
        ("candidates", ", ".join(each.candidates), ""),
        ("told by", each.via, "name"),
        ("confidence", f"{each.confidence:.0%}", ""),
    ]


def _of_attitude(each: ExplainedAttitude, coded: bool) -> Facts:
    return [
        ("stance", each.stance, f"stance.{each.stance}"),
        ("towards", _joined(each.target), ""),
        ("because", _reason(each.rule, each.entry), ""),
        ("cue", _told(each.cue), ""),
        ("holder", each.holder or "not known", "name"),
        ("in", f"statement {each.statement}" if each.statement else "the reporter's words", ""),
        ("refers", "back to what was spoken of" if each.refers else "", ""),
        *_on_issues(each.issues, coded),
    ]


def _of_condition(each: ExplainedCondition, coded: bool) -> Facts:
    kind = (
        ("stops the actor where it holds", each.unless), ("a demand on a thing", each.demand),
        (f"one of list {each.list}", bool(each.list)), ("one of the list is enough", each.any),
    )  # fmt: skip
    return [
        ("condition", _told(each.clause), "stance.conditional"),
        ("applies to", _joined(each.applies), ""),
        ("because", _reason(each.rule, each.entry), ""),
        ("marker", _told(each.marker), ""),
        ("holder", each.holder or "not known", "name"),
        ("met by", each.must, "name"),
        ("kind", ", ".join(words for words, holds in kind if holds), ""),
        ("in", f"statement {each.statement}" if each.statement else "the reporter's words", ""),
        *_on_issues(each.issues, coded),
    ]


def _on_issues(issues: Sequence[OnIssue], coded: bool) -> Facts:
    """Which positions came of it; nothing where the dossier has no codebook."""
    if coded and not issues:
        return [("issue", "none of the codebook", "")]
    return [
        (
            "issue",
            f"{each.issue}: {each.stance}, {each.near}{f', group {each.group}' if each.group else ''}",
            "",
        )
        for each in issues
    ]


def _of_event(told: ExplainedEvent) -> Facts:
    return [
        ("event", f"{told.kind}, {_told(told.trigger)}", "heading"),
        ("because", _reason(told.rule, told.entry), ""),
        ("status", told.status, ""),
        ("because", _reason(told.status_rule, told.status_entry), ""),
        ("takes part", ", ".join(told.participants), "name"),
        ("place", _told(told.place), "office"),
        ("time", _told(told.time) or "none", "date"),
        ("named", told.named, ""),
        ("again", f"event {told.again}" if told.again else "", ""),
    ]


def _joined(pieces: Sequence[Words]) -> str:
    return " … ".join(map(_told, pieces))


def _told(words: Words | None) -> str:
    return f"{words.text} [{words.span.start}:{words.span.end}]" if words else ""


def _reason(rule: str, entry: str) -> str:
    return f"{rule}, entry {entry}" if entry else rule


def _place(words: Words) -> str:
    return f"[{words.span.start}:{words.span.end}]"
