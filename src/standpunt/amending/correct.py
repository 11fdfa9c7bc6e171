"""Corrections: what is wrong in a dossier, found by name or by quoted words, and what should stand there.

    with Store(place) as store:
        draft = correct.speaker(store, "3", "Ik sluit niets uit", "Anna Hoek")
    correct.keep(place, [draft], by="redactie", at="2025-03-01T12:00:00+00:00")

A draft knows what is there now. `keep` writes it into the dossier, which is then made anew; every build applies it.
`record` only writes it down, which is all there is to do for one that says that something is right; of others the
dossier knows that it is still to be made with them, which `apply` does. Words are quoted as they stand in their
article, once, or named by their place.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from standpunt.build import BuildResult, compile_anew
from standpunt.dossier.corrections.actors import chain_at
from standpunt.dossier.corrections.anchors import anchor, occurrences
from standpunt.dossier.corrections.statements import statement_at
from standpunt.errors import AskedError
from standpunt.model import Anchor, Change, Correction, DatedArticle, Span, Stance, Values
from standpunt.registry import Registry
from standpunt.store import Builder, Place, Store

Words = str | Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A correction before somebody makes it."""

    change: Change
    anchor: Anchor
    before: Values
    after: Values


def keep(
    place: Place, drafts: Iterable[Draft], *, by: str, at: str, note: str = "", facts: Registry | None = None
) -> BuildResult:
    """Keeps corrections, made by whom and at what moment (ISO 8601), and makes the dossier anew with them; `facts` as
    in `build`."""
    made = _made(drafts, by, at, note)
    return compile_anew(place, lambda builder: builder.correct(made), facts=facts)


def record(place: Place, drafts: Iterable[Draft], *, by: str, at: str, note: str = "") -> list[int]:
    """Keeps corrections, and gives their numbers; the dossier stays as it is. Raises StoreError."""
    with Builder(place) as builder:
        return builder.correct(_made(drafts, by, at, note))


def withdraw(place: Place, number: int, *, by: str, at: str) -> None:
    """From now on this correction holds no more; the dossier stays as it is. Raises as `undo`."""
    with Builder(place) as builder:
        builder.undo(number, f"{at} {by}")


def apply(place: Place, *, facts: Registry | None = None) -> BuildResult:
    """Makes the dossier anew with all that was recorded and withdrawn."""
    return compile_anew(place, lambda builder: None, facts=facts)


def undo(place: Place, number: int, *, by: str, at: str, facts: Registry | None = None) -> BuildResult:
    """Makes the dossier anew without this correction, which stays in its list. Raises StoreError where none of this
    number holds."""
    return compile_anew(place, lambda builder: builder.undo(number, f"{at} {by}"), facts=facts)


def now() -> str:
    moment = datetime.datetime.now(datetime.UTC)  # noqa: TID251 - a person does this now
    return moment.isoformat(timespec="seconds")


def _made(drafts: Iterable[Draft], by: str, at: str, note: str) -> list[Correction]:
    return [Correction(0, each.change, each.anchor, each.before, each.after, by, at, note) for each in drafts]


# ---------------------------------------------------------------------------------------------- actors


def merge(store: Store, name: str, into: str) -> Draft:
    """Two actors are one, under the name of the second."""
    one, other = _actor(store, name), _actor(store, into)
    if one == other:
        raise AskedError("this is one actor already", where=name, hint="name two")
    return Draft(Change.MERGE, _mentioned(store, one), one, other)


def rename(store: Store, name: str, to: str) -> Draft:
    """An actor has another name; one of that name that is there already stays another actor."""
    one = _actor(store, name)
    return Draft(Change.RENAME, _mentioned(store, one), one, Values(actor=_said(to, "a name")))


def split(store: Store, article: str, words: Words, to: str) -> Draft:
    """Whom these words of an article mean, with all else that it calls them, is somebody else: an actor of that name,
    or a new one."""
    dated, span = _place(store, article, words)
    place = chain_at(dated.article.id, dated.reading, span)
    if place is None:
        raise AskedError(
            "nobody is linked to these words",
            where=_quoted(dated, span),
            hint="`standpunt show ARTICLE` shows who is",
        )
    before = _called(store, dated.actors[place.chain])
    return Draft(Change.SPLIT, anchor(dated.article, span), before, _actor(store, to, new=True))


# ---------------------------------------------------------------------------------------------- statements


def speaker(store: Store, article: str, words: Words, name: str, *, new: bool = False) -> Draft:
    """A statement is somebody else's, or nobody's (an empty name). `new`: it may be somebody who is not there yet."""
    return _of_statement(
        store, article, words, Change.SPEAKER, _actor(store, name, new=new) if name else Values()
    )


def content(store: Store, article: str, words: Words, pieces: Sequence[str]) -> Draft:
    """A statement consists of these words of its article."""
    dated, _ = _place(store, article, words)
    for piece in pieces:  # of several places the nearest is meant
        if not any(occurrences(_said(piece, "a piece"), dated.article.text)):
            raise _not_there(piece)
    return _of_statement(store, article, words, Change.CONTENT, Values(content=tuple(pieces)))


def accept(store: Store, article: str, words: Words) -> Draft:
    """A statement is right as it is found: it is said, in these words, by this speaker."""
    return _of_statement(store, article, words, Change.ACCEPT, None)


def reject(store: Store, article: str, words: Words) -> Draft:
    """Nobody says this."""
    return _of_statement(store, article, words, Change.REJECT, Values())


def add(store: Store, article: str, words: Words, name: str = "", *, new: bool = False) -> Draft:
    """Somebody, or nobody who could be named, says these words."""
    dated, span = _place(store, article, words)
    who = _actor(store, name, new=new) if name else Values()
    after = Values(who.actor, who.actor_id, (_quoted(dated, span),))
    return Draft(Change.ADD, anchor(dated.article, span), Values(), after)


def stance(store: Store, article: str, words: Words, issue: str, stance: Stance | None, name: str) -> Draft:
    """These words show that stance of somebody on an issue, or (None) no stance."""
    dated, span = _place(store, article, words)
    if issue not in (known := [row["id"] for row in store.rows("issues")]):
        raise AskedError("this issue is not in the codebook", where=issue, hint=f"it has {', '.join(known)}")
    who = _actor(store, name)
    before = _shown(store, dated, span, issue, who)
    after = replace(before, stance=stance.value if stance else "")
    return Draft(Change.STANCE, anchor(dated.article, span), before, after)


def accept_stance(store: Store, article: str, words: Words, issue: str, name: str) -> Draft:
    """These words show the stance of somebody on an issue that was found there."""
    dated, span = _place(store, article, words)
    shown = _shown(store, dated, span, issue, _actor(store, name))
    if not shown.stance:
        raise AskedError(
            "these words show no such position", where=_quoted(dated, span), hint="give it a stance"
        )
    return Draft(Change.ACCEPT, anchor(dated.article, span), shown, shown)


def _shown(store: Store, dated: DatedArticle, span: Span, issue: str, who: Values) -> Values:
    """The stance of somebody on an issue that words show; an empty one where they show none."""
    now = (
        row["stance"]
        for row in store.held_in(dated.article.id)
        if (row["issue_id"], row["actor_id"]) == (issue, who.actor_id)
        and Span(row["start"], row["stop"]).overlaps(span)
    )
    return Values(who.actor, who.actor_id, issue=issue, stance=next(now, ""))


# ---------------------------------------------------------------------------------------------- below


def _of_statement(store: Store, article: str, words: Words, change: Change, after: Values | None) -> Draft:
    """With None for what should be it is what is there."""
    dated, span = _place(store, article, words)
    at = statement_at(dated.reading, span)
    if at is None:
        raise AskedError(
            "no statement has these words",
            where=_quoted(dated, span),
            hint="`standpunt correct add` makes one",
        )
    said = dated.reading.statements[at]
    who = _called(store, dated.actors[said.speaker] if said.speaker is not None else "")
    pieces = tuple(each.of(dated.article.text) for each in said.content)
    before = Values(who.actor, who.actor_id, pieces, said.form.value)
    return Draft(change, anchor(dated.article, said.content[0]), before, before if after is None else after)


def _actor(store: Store, name: str, *, new: bool = False) -> Values:
    """The one actor of this name or id. Raises AskedError where there is none (unless it may be new), or several."""
    name = _said(name, "a name")
    try:
        known = store.actors_named(name)
    except AskedError:
        if not new:
            raise
        known = []
    found = [row for row in known if row["id"] == name] or [row for row in known if row["name"] == name]
    if not found and new:
        return Values(actor=name)
    rows = found or known
    if len(rows) > 1:
        among = ", ".join(f"{row['name']} ({row['id']})" for row in rows[:5])
        raise AskedError(f"{len(rows)} actors fit: {among}", where=name, hint="give the id")
    return Values(rows[0]["name"], rows[0]["id"])


def _called(store: Store, id: str) -> Values:
    """An actor by his id; nobody where there is none."""
    return next((Values(each.name, each.id) for each in store.actors({id})), Values())


def _mentioned(store: Store, actor: Values) -> Anchor:
    """The first words that mean an actor, those of a name before others."""
    first = store.mentioned(actor.actor_id)
    if first is None:
        raise AskedError(
            "no words of an article mean this actor", where=actor.actor, hint="undo what made it"
        )
    (dated,) = store.dated_articles(first["article_id"])
    return anchor(dated.article, Span(first["start"], first["stop"]))


def _place(store: Store, article: str, words: Words) -> tuple[DatedArticle, Span]:
    """Where words stand in an article. Raises AskedError where they do not, or quoted ones more than once."""
    (dated,) = store.dated_articles(store.article(article)["id"])
    text = dated.article.text
    if isinstance(words, Span):
        if not words.start < words.end <= len(text) or not words.of(text).strip():
            raise AskedError("there are no words at this place", where=f"{words.start}-{words.end}")
        return dated, words
    found = list(occurrences(_said(words, "words of the article"), text))
    if not found:
        raise _not_there(words)
    if len(found) > 1:
        raise AskedError(f"these words stand there {len(found)} times", where=words, hint="give more of them")
    return dated, found[0]


def _quoted(dated: DatedArticle, span: Span) -> str:
    return span.of(dated.article.text)


def _not_there(words: str) -> AskedError:
    hint = "give them as they stand there"
    return AskedError("these words are not in the article", where=words, hint=hint)


def _said(words: str, what: str) -> str:
    if not words.strip():
        raise AskedError(f"{what} is missing", hint="give it between quotation marks")
    return words.strip()
