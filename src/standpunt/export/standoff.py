"""What was found in articles as annotations that stand off from their texts: marks with a type, and links between them.

    Content, Cue, Source    a statement: what is said, the words that attribute it and those that name who says it
    Person, Party, ...      the names of the actors who act (for one without a name, the first words for him)
    Time, Published         a time; the head of the article, for the day of publication
    Position, Condition     where somebody stands on an issue, and what must hold first

A mark's `note` is the full name of the actor, the TIMEX3 value or the day of publication. The reading side of
these is `standpunt.evaluation.annotations`, which knows other schemes too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from standpunt.dossier import acting
from standpunt.model import Actor, Article, DatedArticle, Dossier, MentionForm, Span, Statement
from standpunt.store import Store

SAID_BY, CUED_BY = "Said_by", "Cued_by"
"""Links of a content, with its source and with its cue."""

_NAMES = (MentionForm.NAME, MentionForm.GROUP)


@dataclass(frozen=True, slots=True)
class Mark:
    """`attributes` are words without spaces; one that only holds or not has an empty value."""

    type: str
    spans: tuple[Span, ...]
    note: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """From a mark to another, by their indices."""

    type: str
    one: int
    other: int


@dataclass(slots=True)
class Sheet:
    """The annotations of one article; `name` is that of its source without ending, and no other sheet's."""

    name: str
    text: str
    sentences: tuple[Span, ...]
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def sheets(store: Store) -> Iterator[Sheet]:
    """Of each article, in their order. Raises StoreError as `Store.dossier`."""
    coding = store.coding()
    names: Counter[str] = Counter()
    for dated in store.dated_articles():
        name = _name(dated.article)
        names[name] += 1
        yield _sheet(dated, f"{name}-{names[name]}" if names[name] > 1 else name, coding)


def _name(article: Article) -> str:
    return re.sub(r"[^\w.-]+", "_", PurePath(article.provenance.source).stem) or "article"


def _sheet(dated: DatedArticle, name: str, coding: Dossier) -> Sheet:
    sheet = Sheet(name, dated.article.text, dated.reading.sentences)
    actors = {actor.id: actor for actor in coding.actors}
    for said in dated.reading.statements:
        _put_statement(sheet, said, dated, actors)
    for id in acting(dated):
        if id in actors:
            _put_actor(sheet, actors[id], dated)
    for told, resolved in zip(dated.reading.times, dated.times, strict=True):
        if resolved.value:
            sheet.marks.append(Mark("Time", (told.span,), resolved.value))
    _put_published(sheet, dated)
    of = dated.article.id
    for each in coding.positions:
        if each.article == of:
            about = ("Issue", each.issue), ("Stance", each.stance.value)
            sheet.marks.append(Mark("Position", (each.evidence,), actors[each.actor].name, about))
    stated = dict.fromkeys((each.span, each.actor) for each in coding.conditions if each.article == of)
    sheet.marks += [Mark("Condition", (span,), actors[who].name) for span, who in stated]
    return sheet


def _put_statement(sheet: Sheet, said: Statement, dated: DatedArticle, actors: Mapping[str, Actor]) -> None:
    """The name of the speaker stands with the words that name him, and where there are none with the content."""
    speaker = actors.get(dated.actors[said.speaker]) if said.speaker is not None else None
    name = speaker.name if speaker else ""
    told = [("Form", said.form.value)] + [("Declines", "")] * said.declines
    sheet.marks.append(Mark("Content", said.content, "" if said.source else name, tuple(told)))
    content = len(sheet.marks) - 1
    for type, span, note, link in (
        ("Cue", said.cue, "", CUED_BY), ("Source", said.source, name, SAID_BY),
    ):  # fmt: skip
        if span:
            mark = Mark(type, (span,), note)
            if mark not in sheet.marks:  # one source may have several statements
                sheet.marks.append(mark)
            sheet.links.append(Link(link, content, sheet.marks.index(mark)))


def _put_actor(sheet: Sheet, actor: Actor, dated: DatedArticle) -> None:
    his = [
        mention
        for mention in dated.reading.mentions
        if mention.chain is not None and dated.actors[mention.chain] == actor.id
    ]
    for mention in [each for each in his if each.form in _NAMES] or his[:1]:
        span = mention.head if mention.form is MentionForm.NAME else mention.span
        sheet.marks.append(Mark(actor.kind.value.capitalize(), (span,), actor.name))


def _put_published(sheet: Sheet, dated: DatedArticle) -> None:
    """On the first block, wherever the day is known from; not where a side of it is open."""
    if dated.published.width is not None and dated.article.blocks:
        sheet.marks.append(Mark("Published", (dated.article.blocks[0].span,), str(dated.published)))
