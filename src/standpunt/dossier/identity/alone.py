"""Who a chain is by its own article and the registry, where these are enough."""

from collections.abc import Iterable

from standpunt.dossier.gist import Appearance
from standpunt.dossier.identity.found import Found
from standpunt.dossier.identity.names import is_full
from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions import offices
from standpunt.reading.mentions.words import noun
from standpunt.registry import Person, Registry, fold

_INDEFINITE = ("een", "geen", "twee", "andere", "iedere", "elke", "nieuwe", "volgende")


def decide(row: Found, registry: Registry) -> None:
    """The key of a chain by what its own article and the registry say; a person of whom only a name is known waits
    for the others."""
    chain = row.chain
    lives = bool(chain.identity) and _lives(row, registry)
    if chain.identity and not lives:
        row.name = max(row.words, key=len, default=chain.name)  # what the text says, not who it seemed to be
    if lives:
        fact = registry.by_key(chain.identity)
        person = fact if isinstance(fact, Person) else None
        row.decide(chain.identity, Reason("registry", chain.identity, chain.candidates), person)
    elif chain.kind is ActorKind.PERSON and not row.words:
        _by_office(row, registry)
    elif chain.kind is ActorKind.PERSON:
        known = registry.person(row.name)
        if known is not None and is_full(row.name):
            row.decide(known.key, Reason("full name", row.name), known)
    elif row.words or _is_general(chain):
        row.decide(f"{chain.kind} {fold(chain.name)}", Reason("name", chain.name))
    else:
        row.keep_apart(Reason("spoken of in one article", chain.name))


def parties(rows: Iterable[Found]) -> None:
    """A body that another article calls a party (`oppositiepartij Behoud Duinoog`) is that party."""
    keys = {row.key.removeprefix("party ") for row in rows if row.key.startswith("party ")}
    for row in rows:
        kind, _, name = row.key.partition(" ")
        if kind == "organisation" and name in keys:
            row.key = f"party {name}"


def _lives(row: Found, registry: Registry) -> bool:
    """Whether the person of the registry can be meant on that day: nobody is known by a surname a generation
    before the first office. A full name in the text is enough."""
    person = registry.by_key(row.chain.identity)
    latest = row.published.latest
    if not isinstance(person, Person) or latest is None or not person.offices:
        return True
    if any(is_full(words) for words in row.words):
        return True
    starts = [office.start.earliest for office in person.offices if office.start.earliest]
    return len(starts) < len(person.offices) or min(start.year for start in starts) - latest.year <= 15


def _by_office(row: Found, registry: Registry) -> None:
    """`De minister van Defensie`: the one who held the office when the article was written."""
    claim = offices.claim(row.chain.role, registry) if row.chain.role else None
    indefinite = row.chain.determiner in _INDEFINITE or row.chain.plural
    if claim is None or indefinite or not _tells(row, claim):
        row.keep_apart(Reason("a role in one article", row.chain.role))
        return
    found: dict[str, Person] = {}
    for owner in sorted(claim.of) or [row.gist.country]:
        title = f"{claim.rank} van {claim.field}" if claim.field else claim.rank
        for person, _ in registry.holder(title, row.published, of=owner):
            found[person.key] = person
    names = tuple(sorted(person.name for person in found.values()))
    if len(found) == 1:
        (person,) = found.values()
        row.decide(person.key, Reason("office at the date", row.chain.role, names), person)
    else:
        rule = "several held this office" if found else "a role in one article"
        row.keep_apart(Reason(rule, row.chain.role, names))


def _tells(row: Found, claim: offices.Claim) -> bool:
    """Whether a role says enough to look for its holder: a field, whose it is, or an office of which there is
    one; and only when the article has a date."""
    if row.published.earliest is None or row.published.latest is None:
        return False
    return bool(claim.field or claim.of or claim.rank in ("premier", "koning"))


def _is_general(chain: Appearance) -> bool:
    """A body or group that is the same in every article although it has no name: `kabinet`, `deskundigen`."""
    if chain.kind is not ActorKind.ORGANISATION:
        return True
    found = noun(chain.name.lower())
    return found is not None and found.family.acts
