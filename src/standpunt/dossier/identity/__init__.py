"""From the chains of single articles to the actors of a dossier: who is the same over articles.

    alone       who a chain is by its own article: the registry knows the name, or one person held the office that day;
                bodies, states and groups are one by name and kind
    persons     who the others are, block by block: name, office at the date, party, company
      names     names taken apart, and how they fit
      evidence  what speaks for and against, in bits
    actors      the chains that are one, as an actor

What nothing decides is an actor of its article (and its copies) alone, with the candidates that it had. The outcome
does not depend on the order of the articles.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from standpunt.dossier.corrections.actors import Place, Recasting
from standpunt.dossier.gist import Gist
from standpunt.dossier.identity import actors, alone, persons
from standpunt.dossier.identity.found import Found
from standpunt.model import Actor
from standpunt.registry import Registry


def resolve(
    articles: Sequence[Gist],
    registry: Registry,
    originals: Mapping[str, str] = MappingProxyType({}),
    recast: Recasting | None = None,
) -> tuple[tuple[Actor, ...], dict[str, tuple[str, ...]]]:
    """The actors of these articles, by id, and for each article's id the id of the actor of each chain. `originals`
    has for the id of an article the hash of the text that it is a near-copy of; without, only copies are one text.
    `recast` is what people changed."""
    rows = [
        Found(article, chain, originals.get(article.id, article.text_hash))
        for article in articles
        for chain in article.chains
    ]
    for row in rows:
        alone.decide(row, registry)
    alone.parties(rows)
    persons.decide(rows, registry)
    groups: dict[str, list[Found]] = defaultdict(list)
    for row in rows:
        groups[row.key].append(row)
    ids = actors.ids(groups)
    who = [ids[row.key] for row in rows]
    named: Mapping[str, str] = {}
    if recast is not None:
        places = [Place(article.id, at) for article in articles for at in range(len(article.chains))]
        names = {ids[key]: actors.name(members) for key, members in groups.items()}
        now, named = recast(dict(zip(places, who, strict=True)), names)
        who = [now[place] for place in places]
    members: dict[str, list[Found]] = defaultdict(list)
    for row, actor in zip(rows, who, strict=True):
        if actor != ids[row.key]:
            row.key, row.person = "", None  # what the registry said of it is not of the actor that it is now
        members[actor].append(row)
    made = (actors.actor(id, found, registry, named.get(id, "")) for id, found in members.items())
    left = iter(who)
    of_chains = {article.id: tuple(islice(left, len(article.chains))) for article in articles}
    return tuple(sorted(made, key=lambda actor: actor.id)), of_chains
