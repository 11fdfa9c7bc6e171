"""A dossier as rows of its tables: what each cell says, for people who open the file with other tools."""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from standpunt.model import (
    Actor,
    Article,
    DatedArticle,
    Event,
    EventMention,
    Lemma,
    Moment,
    Reason,
    Role,
    Span,
    Statement,
    Telling,
)
from standpunt.store import tables

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list; `after` asks for those that follow, empty at the end."""

    rows: Sequence[Row]
    after: str = ""


PIECES = " … "
"""Between the pieces of a broken content."""

_LABEL = 70
_TELLS = (Role.HEADLINE, Role.LEAD, Role.BODY)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def of_article(
    dated: DatedArticle, number: int, story: str, names: Mapping[str, str], events: Mapping[Telling, str]
) -> Iterator[tuple[str, list[Row]]]:
    """The rows of one article, with their table's name; `story` is the id of its story, `names` are the
    actors' by their ids, `events` the ids of what is told where."""
    article, reading = dated.article, dated.reading
    actors = [actor or None for actor in dated.actors]
    yield "articles", [_article(dated, number, story)]
    yield (
        "blocks",
        [
            {"article_id": article.id, "number": at, "role": block.role.value, **_place(block.span)}
            for at, block in enumerate(article.blocks, 1)
        ],
    )
    yield "chains", [
        {
            "article_id": article.id, "number": at, "actor_id": actor, "name": chain.name,
            "kind": chain.kind.value, "role": chain.role, "party": chain.party, "acts": chain.acts,
            "rule": chain.reason.rule,
        }
        for at, (chain, actor) in enumerate(zip(reading.chains, actors, strict=True))
    ]  # fmt: skip
    yield "mentions", [
        {
            "article_id": article.id, "number": at, "text": mention.span.of(article.text),
            **_place(mention.span), "head": mention.head.of(article.text), "form": mention.form.value,
            "kind": mention.kind.value,
            "chain": mention.chain, **_actor("actor_id", "actor", mention.chain, actors, names),
            "rule": mention.reason.rule, "candidates": list(mention.reason.candidates),
        }
        for at, mention in enumerate(reading.mentions, 1)
    ]  # fmt: skip
    yield "times", [
        {
            "article_id": article.id, "number": at, "text": told.span.of(article.text), **_place(told.span),
            "type": told.type.value, "value": resolved.value, **_days(resolved.moment),
            "evidence": msgspec.to_builtins(resolved.moment.evidence), "found_by": told.reason.rule,
            **_reason(resolved.reason),
        }
        for at, (told, resolved) in enumerate(zip(reading.times, dated.times, strict=True), 1)
    ]  # fmt: skip
    yield (
        "statements",
        [
            _statement(dated, statement, at, actors, names)
            for at, statement in enumerate(reading.statements, 1)
        ],
    )
    yield (
        "event_mentions",
        [
            _event_mention(dated, mention, at, names, events)
            for at, mention in enumerate(reading.events)
            if Telling(article.id, at) in events
        ],
    )


def of_source(article: Article) -> Row:
    """Without the folder that it came from."""
    encoded = msgspec.json.encode(article)
    return {
        "id": article.id,
        "source": article.provenance.source,
        "part": article.provenance.part,
        "digest": hashlib.sha256(encoded).hexdigest()[:32],
        "article": encoded.decode(),
    }


def of_corrected(dated: DatedArticle) -> Row:
    return {"article_id": dated.article.id, "reading": msgspec.json.encode(dated.reading).decode()}


def of_event(event: Event, number: int, names: Mapping[str, str]) -> Row:
    return {
        "id": event.id, "number": number, "kind": event.kind.value, "what": event.what,
        "status": event.status.value, "day": str(event.when), **_days(event.when),
        "precision": event.when.precision, "evidence": msgspec.to_builtins(event.when.evidence),
        "place": event.place, "participants": [names.get(actor, "") for actor in event.participants],
        "articles": len({telling.article for telling in event.told}), "mentions": len(event.told),
        "rule": event.reason.rule,
    }  # fmt: skip


def of_participants(event: Event, names: Mapping[str, str]) -> list[Row]:
    return [
        {"event_id": event.id, "number": at, "actor_id": actor, "actor": names.get(actor, "")}
        for at, actor in enumerate(event.participants, 1)
    ]


def of_actor(actor: Actor, place: int, statements: int, articles: int) -> Row:
    return {
        "id": actor.id, "name": actor.name, "place": place, "kind": actor.kind.value, "party": actor.party,
        "roles": list(actor.roles), "offices": list(actor.offices), "aliases": list(actor.aliases),
        "identity": actor.identity, "statements": statements, "articles": articles, **_reason(actor.reason),
    }  # fmt: skip


def word_forms(dated: DatedArticle) -> Counter[tuple[str, str]]:
    """How often each word of an article stands for which dictionary form, both folded; a word that is not
    listed in the reading stands for itself."""
    text, lemmas = dated.article.text, dated.reading.lemmas
    counts = Counter((folded(lemma.span.of(text)), folded(lemma.lemma)) for lemma in lemmas)
    ambiguous, listed = {form for form, _ in counts}, {lemma.span.start for lemma in lemmas}
    counts.update(
        (form, form)
        for word in _WORD.finditer(text)
        if (form := folded(word.group())) in ambiguous and word.start() not in listed
    )
    return counts


def folded(word: str) -> str:
    """Small letters without accents: as the full-text index sees words."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def label(article: Article) -> str:
    """The title, or the first words of what the article tells."""
    told = (block.span.of(article.text) for block in article.blocks if block.role in _TELLS)
    words = " ".join((article.title or next(told, article.text[: 2 * _LABEL])).split())
    return words if article.title or len(words) <= _LABEL else f"{words[:_LABEL].rsplit(' ', 1)[0]} …"


def lemmatised(text: str, span: Span, lemmas: Sequence[Lemma]) -> str:
    """The words in a span, each in its dictionary form; `lemmas` are those of the text, in its order."""
    out, at = [], span.start
    first, last = (bisect_left(lemmas, edge, key=lambda lemma: lemma.span.start) for edge in span)
    for lemma in lemmas[first:last]:
        if at <= lemma.span.start and lemma.span.end <= span.end:
            out += [text[at : lemma.span.start], lemma.lemma]
            at = lemma.span.end
    return "".join([*out, text[at : span.end]])


def sentence_around(dated: DatedArticle, statement: Statement) -> Span:
    """The sentence or sentences in which a statement stands; its paragraph where the reading cut none."""
    return around(dated, [span for span in (*statement.content, statement.cue, statement.source) if span])


def around(dated: DatedArticle, marks: Sequence[Span]) -> Span:
    """The sentence or sentences that hold some spans; their paragraph where the reading cut none."""
    covered = Span(min(span.start for span in marks), max(span.end for span in marks))
    blocks = [block.span for block in dated.article.blocks]
    near = [span for span in dated.reading.sentences or blocks if span.overlaps(covered)] or [covered]
    return Span(min(covered.start, near[0].start), max(covered.end, near[-1].end))


def _article(dated: DatedArticle, number: int, story: str) -> Row:
    article, published = dated.article, dated.published
    text = article.text
    return {
        "id": article.id, "number": number, "title": article.title, "label": label(article),
        "published": str(published), **_days(published, "published_"),
        "published_precision": published.precision,
        "published_evidence": msgspec.to_builtins(published.evidence),
        "outlet": article.outlet, "agency": article.agency, "author": article.author, "url": article.url,
        "language": article.language, "revised": article.revised, "source": article.provenance.source,
        "part": article.provenance.part, "format": article.provenance.format, "text_hash": article.text_hash,
        "story_id": story,
        "words": len(text.split()), "text": text,
        "lemmas": lemmatised(text, Span(0, len(text)), dated.reading.lemmas),
    }  # fmt: skip


def _statement(
    dated: DatedArticle,
    statement: Statement,
    number: int,
    actors: Sequence[str | None],
    names: Mapping[str, str],
) -> Row:
    article, lemmas = dated.article, dated.reading.lemmas
    text, sentence = article.text, sentence_around(dated, statement)
    said = dated.times[statement.said] if statement.said is not None else None

    def words(span: Span | None) -> str:
        return span.of(text) if span else ""

    return {
        "id": f"{article.id}-{number}", "article_id": article.id, "number": number,
        "article": label(article), "published": str(dated.published), **_days(dated.published, "published_"),
        **_actor("speaker_id", "speaker", statement.speaker, actors, names),
        **_actor("via_id", "via", statement.via, actors, names),
        "form": statement.form.value, "declines": statement.declines,
        "content": PIECES.join(span.of(text) for span in statement.content),
        "content_spans": [list(span) for span in statement.content],
        "source": words(statement.source), "cue": words(statement.cue),
        "addressee": words(statement.addressee), "occasion": words(statement.occasion),
        "said": said.value if said else "",
        **_days(said.moment if said else Moment(), "said_"),
        "sentence": sentence.of(text), "sentence_start": sentence.start, "sentence_stop": sentence.end,
        "confidence": statement.confidence, "rule": statement.why.rule, "entry": statement.why.entry,
        "speaker_rule": statement.why_speaker.rule,
        "candidates": list(statement.why_speaker.candidates),
        "lemmas": PIECES.join(lemmatised(text, span, lemmas) for span in statement.content),
    }  # fmt: skip


def _event_mention(
    dated: DatedArticle,
    mention: EventMention,
    at: int,
    names: Mapping[str, str],
    events: Mapping[Telling, str],
) -> Row:
    article, sentence = dated.article, around(dated, [mention.trigger])
    return {
        "article_id": article.id, "number": at + 1, "event_id": events[Telling(article.id, at)],
        "kind": mention.kind.value, "status": mention.status.value,
        "text": mention.trigger.of(article.text), **_place(mention.trigger),
        "place": mention.place.of(article.text) if mention.place else "",
        "participants": [names.get(dated.actors[chain], "") for chain in mention.participants],
        "time": mention.time + 1 if mention.time is not None else None, "named": mention.named,
        "again": mention.again + 1 if mention.again is not None else None,
        "sentence": sentence.of(article.text), "sentence_start": sentence.start, "sentence_stop": sentence.end,
        "rule": mention.why.rule, "entry": mention.why.entry,
        "status_rule": mention.why_status.rule, "status_entry": mention.why_status.entry,
    }  # fmt: skip


def _actor(
    key: str, name: str, chain: int | None, actors: Sequence[str | None], names: Mapping[str, str]
) -> dict[str, str | None]:
    actor = actors[chain] if chain is not None else None
    return {key: actor, name: names.get(actor, "") if actor else ""}


def _place(span: Span) -> Row:
    return {"start": span.start, "stop": span.end}


def _days(moment: Moment, prefix: str = "") -> Row:
    return {f"{prefix}earliest": moment.earliest, f"{prefix}latest": moment.latest}


def _reason(reason: Reason) -> Row:
    return {"rule": reason.rule, "entry": reason.entry, "candidates": list(reason.candidates)}


TABLES = tuple(table for table in tables.metadata.tables if table not in tables.COLLECTED)
"""What a dossier says, in an order in which every row finds the one it points to."""
