"""Statements rejected, added, or given another speaker or other words, in articles whose actors are known."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from standpunt.dossier.corrections import actors as recasting
from standpunt.dossier.corrections.actors import RULE
from standpunt.dossier.corrections.anchors import GONE, Places, occurrences
from standpunt.model import (
    Actor,
    ActorKind,
    Chain,
    Change,
    Correction,
    DatedArticle,
    Form,
    Lost,
    Reading,
    Reason,
    Span,
    Statement,
    Values,
)

OF_STATEMENTS = (Change.SPEAKER, Change.CONTENT, Change.REJECT, Change.ADD, Change.ACCEPT)
_MARKS = "\"“”„«»‘’'"


def restate(
    articles: Sequence[DatedArticle],
    actors: Iterable[Actor],
    corrections: Iterable[Correction],
    places: Places,
) -> tuple[list[DatedArticle], list[Actor], list[Lost]]:
    """The articles with their statements corrected, the actors with those whom only a correction names, and the
    corrections that could not be applied."""
    dated = {each.article.id: each for each in articles}
    known = {each.id: each for each in actors}
    lost = []
    for each in corrections:
        if each.change not in OF_STATEMENTS or each.after.issue:
            continue
        found = places.find(each.anchor)
        if found is None:
            lost.append(Lost(each.number, GONE))
            continue
        article, span = found
        if each.after.actor or each.after.actor_id:
            speaker = _actor(each.after, known)
            known.setdefault(speaker.id, speaker)
            dated[article.id] = _with(dated[article.id], span, each, speaker)
        else:
            dated[article.id] = _with(dated[article.id], span, each, None)
    return [dated[each.article.id] for each in articles], list(known.values()), lost


def statement_at(reading: Reading, span: Span) -> int | None:
    """The index of the statement that has most of these words, and of those the shortest, which is nested in the
    others; None where none has any."""

    def shared(said: Statement) -> int:
        return sum(max(0, min(span.end, each.end) - max(span.start, each.start)) for each in said.content)

    def fits(index: int) -> tuple[int, int]:
        said = reading.statements[index]
        return shared(said), -sum(each.end - each.start for each in said.content)

    best = max(range(len(reading.statements)), key=fits, default=None)
    return best if best is not None and shared(reading.statements[best]) else None


def form_of(text: str, content: Iterable[Span]) -> Form:
    """Direct where every piece stands in quotation marks, mixed where marks stand inside one or around some."""
    pieces = list(content)
    marked = [
        text[: each.start].rstrip()[-1:] in _MARKS and text[: each.start].rstrip() != "" for each in pieces
    ]
    if all(marked):
        return Form.DIRECT
    return (
        Form.MIXED
        if any(marked) or any(mark in each.of(text) for each in pieces for mark in '"“”„')
        else Form.INDIRECT
    )


def _actor(values: Values, known: dict[str, Actor]) -> Actor:
    id = recasting.actor(values, {each.id: each.name for each in known.values()})
    if id is not None:
        return known[id]
    made = recasting.new_id(ActorKind.PERSON, values.actor)
    return Actor(made, values.actor, ActorKind.PERSON, Reason(RULE, values.actor))


def _with(dated: DatedArticle, span: Span, correction: Correction, speaker: Actor | None) -> DatedArticle:
    """The article with one correction; a statement that somebody set right and that is no longer found is made."""
    reading, change = dated.reading, correction.change
    at = None if change is Change.ADD else statement_at(reading, span)
    if change is Change.REJECT:
        return dated if at is None else replace(dated, reading=_without(reading, at))
    if change is Change.ACCEPT and at is not None and _is_as(dated, at, correction.after, speaker):
        return dated
    if speaker is not None:
        dated, chain = _with_chain(dated, speaker)
        reading = dated.reading
    else:
        chain = None
    why = Reason(RULE, str(correction.number))
    if at is None:
        content = _content(dated, span, correction.after.content or correction.before.content)
        form = form_of(dated.article.text, content)
        return replace(dated, reading=_insert(reading, Statement(content, form, why, why, speaker=chain)))
    said = made = reading.statements[at]
    if change is not Change.CONTENT:
        made = replace(made, speaker=chain, why_speaker=why, confidence=1.0)
        reading = _holding(reading, at, said.speaker, chain)
    if change is not Change.SPEAKER:
        content = _content(dated, span, correction.after.content)
        made = replace(
            made, content=content, form=form_of(dated.article.text, content), why=why, confidence=1.0
        )
    statements = (*reading.statements[:at], made, *reading.statements[at + 1 :])
    return replace(dated, reading=replace(reading, statements=statements))


def _is_as(dated: DatedArticle, at: int, accepted: Values, speaker: Actor | None) -> bool:
    """Whether a statement is what somebody found right."""
    said = dated.reading.statements[at]
    pieces = tuple(each.of(dated.article.text) for each in said.content)
    names = dated.actors[said.speaker] if said.speaker is not None else None
    return pieces == accepted.content and names == (speaker.id if speaker else None)


def _content(dated: DatedArticle, span: Span, pieces: Iterable[str]) -> tuple[Span, ...]:
    """Each piece where it stands nearest to the anchor; the anchor itself where none is found."""
    found = []
    for words in pieces:
        near = min(
            occurrences(words, dated.article.text),
            key=lambda each: abs(each.start - span.start),
            default=None,
        )
        if near is not None:
            found.append(near)
    return tuple(sorted(found)) or (span,)


def _with_chain(dated: DatedArticle, speaker: Actor) -> tuple[DatedArticle, int]:
    """The index of a chain of this actor; one without mentions where the article has none."""
    if speaker.id in dated.actors:
        return dated, dated.actors.index(speaker.id)
    chain = Chain(speaker.name, speaker.kind, (), Reason(RULE, speaker.name))
    reading = replace(dated.reading, chains=(*dated.reading.chains, chain))
    return replace(dated, reading=reading, actors=(*dated.actors, speaker.id)), len(dated.actors)


def _holding(reading: Reading, at: int, before: int | None, after: int | None) -> Reading:
    """What somebody wants in a statement is wanted by its speaker, the new one too."""
    return replace(
        reading,
        attitudes=tuple(
            replace(each, holder=after) if each.statement == at and each.holder == before else each
            for each in reading.attitudes
        ),
        conditions=tuple(
            replace(each, holder=after) if each.statement == at and each.holder == before else each
            for each in reading.conditions
        ),
    )


def _without(reading: Reading, at: int) -> Reading:
    """The reading without a statement, and without what was wanted or asked for in it."""

    def moved(index: int | None) -> int | None:
        return index - 1 if index is not None and index > at else index

    return replace(
        reading,
        statements=(*reading.statements[:at], *reading.statements[at + 1 :]),
        attitudes=tuple(
            replace(each, statement=moved(each.statement))
            for each in reading.attitudes
            if each.statement != at
        ),
        conditions=tuple(
            replace(each, statement=moved(each.statement))
            for each in reading.conditions
            if each.statement != at
        ),
    )


def _insert(reading: Reading, made: Statement) -> Reading:
    """The reading with one statement more, in the order of the text."""
    at = sum(each.content < made.content for each in reading.statements)

    def moved(index: int | None) -> int | None:
        return index + 1 if index is not None and index >= at else index

    return replace(
        reading,
        statements=(*reading.statements[:at], made, *reading.statements[at:]),
        attitudes=tuple(replace(each, statement=moved(each.statement)) for each in reading.attitudes),
        conditions=tuple(replace(each, statement=moved(each.statement)) for each in reading.conditions),
    )
