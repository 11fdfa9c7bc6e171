"""Takes a person or an article out of a dossier file, and keeps them out of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from standpunt import registry
from standpunt.build import build
from standpunt.dossier import forgetting
from standpunt.dossier.forgetting import Kind, Record
from standpunt.errors import StoreError
from standpunt.model import Actor, ActorKind, Article
from standpunt.store import Builder, Place, Store


@dataclass(frozen=True, slots=True)
class Forgot:
    """What went out of a dossier: `articles` as a whole or in part, `sentences` of these, and `statements` that it no
    longer holds. `still_named` are files and addresses that have the name in them; they are kept to tell sources apart.
    """

    articles: int
    sentences: int
    statements: int
    still_named: tuple[str, ...] = ()


def told_of(store: Store, name: str) -> tuple[Actor, list[Record]]:
    """The person of this name (or id), and where each article tells of them. Raises StoreError where there is none, or
    more than one."""
    ids = {row["id"]: f"{row['name']} ({row['id']})" for row in store.actors_named(name)}
    if len(ids) > 1:
        raise StoreError(
            f"{len(ids)} actors fit: {', '.join(ids.values())}",
            where=name,
            hint="give the full name or the id",
        )
    actor = next(each for each in store.actors() if each.id in ids)
    if actor.kind is not ActorKind.PERSON:
        raise StoreError(f"this is no person but of the kind {actor.kind}", where=name, hint="name a person")
    told = []
    for dated in store.dated_articles():
        chains = {index for index, each in enumerate(dated.actors) if each == actor.id}
        about = forgetting.tells_of(dated.article, dated.reading, chains, actor)
        if about.spans or about.fields:
            told.append(Record(Kind.TEXT, dated.article.text_hash, about.spans, about.fields))
    return actor, told


def forget_person(
    place: Place, name: str, *, model: str | None = None, facts: registry.Registry | None = None
) -> Forgot:
    """Takes out every sentence that speaks of a person or tells what the person said, and builds the dossier anew.
    `model` and `facts` as in `build`. Raises StoreError."""
    with Store(place) as store:
        before = store.counts()
        actor, told = told_of(store, name)
        named = _still_named(store, actor)
        records = [*forgetting.of_person(actor), *told, *_told_before(store, actor)]
    after = _forget(place, records, model, facts)
    return Forgot(len(told), sum(len(each.spans) for each in told), before["statements"] - after, named)


def forget_article(
    place: Place, named: str, *, model: str | None = None, facts: registry.Registry | None = None
) -> Forgot:
    """Takes out an article with its copies, and builds the dossier anew; see `Store.article` for what names one."""
    with Store(place) as store:
        before = store.counts()
        chosen = store.article(named)["id"]
        (dated,) = store.dated_articles(chosen)
        copies = sum(_is_copy(each.article, dated.article) for each in store.dated_articles())
        sentences = len(dated.reading.sentences) * copies
        texts = [dated.article, *(each.article for each in store.versions(chosen).get(chosen, ())[:-1])]
        records = [record for each in texts for record in forgetting.of_article(each)]
    after = _forget(place, records, model, facts)
    return Forgot(copies, sentences, before["statements"] - after)


def _told_before(store: Store, actor: Actor) -> Iterator[Record]:
    """Where earlier versions of articles tell of somebody, or of whoever has that surname: who is who in them is no
    longer known."""
    surnames = {name.split()[-1] for name in forgetting.full_names(actor)}
    for article, versions in store.versions().items():
        for each in (version for version in versions if version.article.id != article):
            chains = {
                index
                for index, chain in enumerate(each.reading.chains)
                if surnames.intersection(chain.name.split())
                or (chain.identity and chain.identity == actor.identity)
            }
            about = forgetting.tells_of(each.article, each.reading, chains, actor)
            if about.spans or about.fields:
                yield Record(Kind.TEXT, each.article.text_hash, about.spans, about.fields)


def _forget(place: Place, records: list[Record], model: str | None, facts: registry.Registry | None) -> int:
    """The number of statements that are left."""
    with Builder(place) as builder:
        builder.forget(records)
    return build([], place, model=model, facts=facts).statements


def _is_copy(one: Article, other: Article) -> bool:
    same_address = bool(one.url) and one.url == other.url
    return same_address or forgetting.of_text(one.text) == forgetting.of_text(other.text)


def _still_named(store: Store, actor: Actor) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                row["source"]
                for row in store.rows("sources")
                if any(forgetting.stands_in(name, row["source"]) for name in forgetting.full_names(actor))
            }
        )
    )
