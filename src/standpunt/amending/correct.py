"""Corrections: what is wrong in a dossier, found by name or by quoted words, and what should stand there.

    with Store(path) as store:
        draft = correct.speaker(store, "3", "Ik sluit niets uit", "Anna Hoek")
    correct.keep(path, [draft], by="redactie", at="2025-03-01T12:00:00+00:00")

A draft knows what is there now. `keep` writes it into the dossier, which is then made anew; every build applies it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from standpunt.build import BuildResult, compile_anew
from standpunt.dossier.corrections.actors import chain_at
from standpunt.dossier.corrections.anchors import anchor, occurrences
from standpunt.dossier.corrections.statements import statement_at
from standpunt.errors import StoreError
from standpunt.model import Anchor, Change, Correction, DatedArticle, Span, Stance, Values
from standpunt.registry import Registry
from standpunt.store import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """A correction before somebody makes it."""

    change: Change
    anchor: Anchor
    before: Values
    after: Values


def keep(
    path: Path, drafts: Iterable[Draft], *, by: str, at: str, note: str = "", facts: Registry | None = None
) -> BuildResult:
    """Keeps corrections, made by whom and at what moment (ISO 8601), and makes the dossier anew with them; `facts` as
    in `build`."""
    made = [Correction(0, each.change, each.anchor, each.before, each.after, by, at, note) for each in drafts]
    return compile_anew(path, lambda builder: builder.correct(made), facts=facts)


def undo(path: Path, number: int, *, by: str, at: str, facts: Registry | None = None) -> BuildResult:
    """Makes the dossier anew without this correction, which stays in its list. Raises StoreError where none of this
    number holds."""
    return compile_anew(path, lambda builder: builder.undo(number, f"{at} {by}"), facts=facts)


# ---------------------------------------------------------------------------------------------- actors


def merge(store: Store, name: str, into: str) -> Draft:
    """Two actors are one, under the name of the second."""
    one, other = _actor(store, name), _actor(store, into)
    if one == other:
        raise StoreError("this is one actor already", where=name, hint="name two")
    return Draft(Change.MERGE, _mentioned(store, one), one, other)


def rename(store: Store, name: str, to: str) -> Draft:
    """An actor has another name; one of that name that is there already stays another actor."""
    one = _actor(store, name)
    return Draft(Change.RENAME, _mentioned(store, one), one, Values(actor=_said(to, "a name")))


def split(store: Store, article: str, words: str, to: str) -> Draft:
    """Whom these words of an article mean, with all else that it calls them, is somebody else: an actor of that name,
    or a new one."""
    dated, span = _place(store, article, words)
    place = chain_at(dated.article.id, dated.reading, span)
    if place is None:
        raise StoreError(
            "nobody is linked to these words", where=words, hint="`standpunt show ARTICLE` shows who is"
        )
    names = {actor.id: actor.name for actor in store.actors()}
    id = dated.actors[place.chain]
    return Draft(
        Change.SPLIT, anchor(dated.article, span), Values(names[id], id), _actor(store, to, new=True)
    )


# ---------------------------------------------------------------------------------------------- statements


def speaker(store: Store, article: str, words: str, name: str, *, new: bool = False) -> Draft:
    """A statement is somebody else's, or nobody's (an empty name). `new`: it may be somebody who is not there yet."""
    return _of_statement(
        store, article, words, Change.SPEAKER, _actor(store, name, new=new) if name else Values()
    )


def content(store: Store, article: str, words: str, pieces: Sequence[str]) -> Draft:
    """A statement consists of these words of its article."""
    dated, _ = _place(store, article, words)
    for piece in pieces:
        _place_in(dated, piece)
    return _of_statement(store, article, words, Change.CONTENT, Values(content=tuple(pieces)))


def reject(store: Store, article: str, words: str) -> Draft:
    """Nobody says this."""
    return _of_statement(store, article, words, Change.REJECT, Values())


def add(store: Store, article: str, words: str, name: str = "", *, new: bool = False) -> Draft:
    """Somebody, or nobody who could be named, says these words."""
    dated, span = _place(store, article, words)
    who = _actor(store, name, new=new) if name else Values()
    after = Values(who.actor, who.actor_id, (words,))
    return Draft(Change.ADD, anchor(dated.article, span), Values(), after)


def stance(store: Store, article: str, words: str, issue: str, stance: Stance | None, name: str) -> Draft:
    """These words show that stance of somebody on an issue, or (None) no stance."""
    dated, span = _place(store, article, words)
    if issue not in (known := [row["id"] for row in store.rows("issues")]):
        raise StoreError("this issue is not in the codebook", where=issue, hint=f"it has {', '.join(known)}")
    who = _actor(store, name)
    now = next(
        (
            each.stance.value
            for each in store.coding().positions
            if (each.article, each.issue, each.actor) == (dated.article.id, issue, who.actor_id)
            and each.evidence.overlaps(span)
        ),
        "",
    )
    before = Values(who.actor, who.actor_id, issue=issue, stance=now)
    after = Values(who.actor, who.actor_id, issue=issue, stance=stance.value if stance else "")
    return Draft(Change.STANCE, anchor(dated.article, span), before, after)


# ---------------------------------------------------------------------------------------------- below


def _of_statement(store: Store, article: str, words: str, change: Change, after: Values) -> Draft:
    dated, span = _place(store, article, words)
    at = statement_at(dated.reading, span)
    if at is None:
        raise StoreError(
            "no statement has these words", where=words, hint="`standpunt correct add` makes one"
        )
    said = dated.reading.statements[at]
    id = dated.actors[said.speaker] if said.speaker is not None else ""
    names = {actor.id: actor.name for actor in store.actors()}
    pieces = tuple(each.of(dated.article.text) for each in said.content)
    before = Values(names.get(id, ""), id, pieces, said.form.value)
    return Draft(change, anchor(dated.article, said.content[0]), before, after)


def _actor(store: Store, name: str, *, new: bool = False) -> Values:
    """The one actor of this name or id. Raises StoreError where there is none (unless it may be new), or several."""
    name = _said(name, "a name")
    actors = store.actors()
    found = [each for each in actors if each.id == name] or [each for each in actors if each.name == name]
    if not found and new:
        return Values(actor=name)
    rows = [{"id": each.id, "name": each.name} for each in found] or store.actors_named(name)
    if len(rows) > 1:
        among = ", ".join(f"{row['name']} ({row['id']})" for row in rows[:5])
        raise StoreError(f"{len(rows)} actors fit: {among}", where=name, hint="give the id")
    return Values(rows[0]["name"], rows[0]["id"])


def _mentioned(store: Store, actor: Values) -> Anchor:
    """The first words that mean an actor, those of a name before others."""
    number = {row["id"]: row["number"] for row in store.rows("articles")}
    mentions = [row for row in store.rows("mentions") if row["actor_id"] == actor.actor_id]
    if not mentions:
        raise StoreError(
            "no words of an article mean this actor", where=actor.actor, hint="undo what made it"
        )
    first = min(mentions, key=lambda row: (row["form"] != "name", number[row["article_id"]], row["start"]))
    (dated,) = store.dated_articles(first["article_id"])
    return anchor(dated.article, Span(first["start"], first["stop"]))


def _place(store: Store, article: str, words: str) -> tuple[DatedArticle, Span]:
    (dated,) = store.dated_articles(store.article(article)["id"])
    return dated, _place_in(dated, words)


def _place_in(dated: DatedArticle, words: str) -> Span:
    """Where words stand in an article. Raises StoreError where they do not, or more than once."""
    found = list(occurrences(_said(words, "words of the article"), dated.article.text))
    if len(found) != 1:
        said = (
            f"these words stand there {len(found)} times" if found else "these words are not in the article"
        )
        hint = "give more of them" if found else "give them as they stand there"
        raise StoreError(said, where=words, hint=hint)
    return found[0]


def _said(words: str, what: str) -> str:
    if not words.strip():
        raise StoreError(f"{what} is missing", hint="give it between quotation marks")
    return words.strip()
