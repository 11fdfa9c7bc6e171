"""The positions of a dossier as a Coding.

Variables: `actor`, by name; `person`, or for who is none `organization`, which of a person is the party;
`concept`, the id of the issue; `stance`; `agreement`, true of who supports it, on a condition or not, and false
of who opposes it. Who leaves it open or declines has none: networks but those of the kind `ignore` are without
him. `held` is the moment as it is shown, because a format may have no other place for it.
"""

from collections import Counter
from collections.abc import Iterable

from standpunt.model import Actor, ActorKind, Article, Moment, Position, Span, Stance
from standpunt.networks.claims import Claim, Coding, Document, Value
from standpunt.store import Store
from standpunt.store.rows import Row

_AGREES = {Stance.SUPPORT: True, Stance.CONDITIONAL: True, Stance.OPPOSE: False}


def read(store: Store) -> Coding:
    """By the days on which they were held, open ones last. Raises StoreError as `Store.dossier`; without a codebook
    there are none."""
    coding, called = store.coding(), names(store.actors())
    actors = {actor.id: actor for actor in store.actors()}
    documents = {
        dated.article.id: _document(dated.article, dated.published) for dated in store.dated_articles()
    }
    claims = [
        _claim(each, actors[each.actor], called[each.actor], documents[each.article])
        for each in coding.positions
    ]
    attributes = {
        (variable, called[id]): _about(actor)
        for id, actor in actors.items()
        for variable in ("actor", "person" if actor.kind is ActorKind.PERSON else "organization")
    }
    attributes |= {
        ("concept", issue.id): {"label": issue.label, "proposal": issue.proposal} for issue in coding.issues
    }
    claims.sort(key=lambda claim: claim.when.in_time)
    return Coding(tuple(claims), attributes, tuple(documents.values()))


def sides(rows: Iterable[Row]) -> list[Claim]:
    """Of rows of `Pages.sided`: who, by his id as `actor`, on which `concept`, with which `agreement`."""
    nowhere = Document("", Moment())
    return [
        Claim(
            nowhere, Span(0, 0), Moment(),
            {"actor": row["actor_id"], "concept": row["issue_id"], "agreement": row["agrees"]}, "position",
        )
        for row in rows
    ]  # fmt: skip


def _document(article: Article, published: Moment) -> Document:
    return Document(
        article.id, published, article.title, article.text, article.author, article.outlet or article.agency,
        type=published.precision, notes=article.url,
    )  # fmt: skip


def names(actors: Iterable[Actor]) -> dict[str, str]:
    """By id; two actors of one name are told apart by their ids."""
    actors = list(actors)
    times = Counter(actor.name for actor in actors)
    return {
        actor.id: actor.name if times[actor.name] == 1 else f"{actor.name} ({actor.id})" for actor in actors
    }


def person_or_organization(actor: Actor, name: str) -> dict[str, Value]:
    """Both variables of somebody who is called so."""
    person = actor.kind is ActorKind.PERSON
    return {"person": name if person else "", "organization": actor.party if person else name}


def _claim(position: Position, actor: Actor, name: str, document: Document) -> Claim:
    values: dict[str, Value] = {"actor": name, **person_or_organization(actor, name)}
    values |= {"concept": position.issue, "stance": position.stance.value, "held": str(position.held)}
    if position.stance in _AGREES:
        values["agreement"] = _AGREES[position.stance]
    return Claim(document, position.evidence, position.held, values, "position")


def _about(actor: Actor) -> dict[str, str]:
    told = {"kind": actor.kind.value, "party": actor.party, "office": "; ".join(actor.offices)}
    return {name: value for name, value in told.items() if value}
