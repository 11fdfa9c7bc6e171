"""From the chains of single articles to the actors of a dossier: who is the same over articles.

A chain becomes somebody by the first of these that holds, and the actor says by which:

    the registry knew the name in its article               persoon:mark-rutte
    a role alone, held by one person on that day            `de minister van Defensie`, by the date
    a full name, or that of a body, state or group          the same name and kind
    a surname                                               nobody else in the dossier or in office has it
    nothing of the kind                                     an actor of this article (and its copies) alone

The outcome does not depend on the order of the articles.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from standpunt.dossier.corrections.actors import RULE, Place, Recasting
from standpunt.model import Actor, ActorKind, Article, Chain, MentionForm, Moment, Reading, Reason
from standpunt.reading.mentions import offices
from standpunt.reading.mentions.words import COMMON_SURNAMES, PARTICLES, given, is_initials, noun
from standpunt.registry import Person, Registry, fold

_BELGIAN = re.compile(
    r"\b(?:Belgisch|Belgische|België|Vlaams|Vlaamse|Vlaanderen|N-VA|CD&V|Vooruit|Open Vld|federale?|schepen)\b"
)
_DUTCH = re.compile(
    r"\b(?:Nederlands|Nederlandse|Nederland|Tweede Kamer|Den Haag|VVD|D66|CDA|PVV|wethouder)\b"
)
_INDEFINITE = ("een ", "geen ", "twee ", "andere ", "iedere ", "elke ", "nieuwe ", "volgende ")


@dataclass(slots=True)
class _Found:
    """A chain with its article, the text that it is a copy of, and what was decided: the key of its actor, and why."""

    article: Article
    reading: Reading
    published: Moment
    chain: Chain
    original: str
    key: str = ""
    reason: Reason = field(default_factory=lambda: Reason("unresolved"))
    person: Person | None = None
    name: str = ""

    def words(self) -> Iterator[str]:
        """What the article calls it by name."""
        for index in self.chain.mentions:
            mention = self.reading.mentions[index]
            if mention.form is MentionForm.NAME:
                # of several in one phrase, the head is only the word that joins them
                name = mention.span if self.chain.kind is ActorKind.GROUP else mention.head
                yield " ".join(name.of(self.article.text).split())

    @property
    def named(self) -> bool:
        return any(True for _ in self.words())


def resolve(
    articles: Sequence[tuple[Article, Reading, Moment]],
    registry: Registry,
    originals: Mapping[str, str] = MappingProxyType({}),
    recast: Recasting | None = None,
) -> tuple[tuple[Actor, ...], dict[str, tuple[str, ...]]]:
    """The actors of these articles, by id, and for each article's id the id of the actor of each chain. `originals`
    has for the id of an article the hash of the text that it is a near-copy of; without, only copies are one text.
    `recast` is what people changed."""
    rows = [
        _Found(article, reading, published, chain, originals.get(article.id, article.text_hash))
        for article, reading, published in articles
        for chain in reading.chains
    ]
    for row in rows:
        _decide(row, registry)
    _parties(rows)
    _surnames(rows, registry)
    groups: dict[str, list[_Found]] = defaultdict(list)
    for row in rows:
        groups[row.key].append(row)
    ids = _ids(groups)
    places = [Place(article.id, at) for article, reading, _ in articles for at in range(len(reading.chains))]
    who = {place: ids[row.key] for place, row in zip(places, rows, strict=True)}
    named: Mapping[str, str] = {}
    if recast is not None:
        who, named = recast(who, {ids[key]: _name(members) for key, members in groups.items()})
    members: dict[str, list[_Found]] = defaultdict(list)
    for place, row in zip(places, rows, strict=True):
        if who[place] != ids[row.key]:
            row.key, row.person = "", None  # what the registry said of it is not of the actor that it is now
        members[who[place]].append(row)
    actors = (_actor(id, found, registry, named.get(id, "")) for id, found in members.items())
    of_chains = {
        article.id: tuple(who[Place(article.id, at)] for at in range(len(reading.chains)))
        for article, reading, _ in articles
    }
    return tuple(sorted(actors, key=_by_id)), of_chains


def _by_id(actor: Actor) -> str:
    return actor.id


def _decide(row: _Found, registry: Registry) -> None:
    """The key of a chain by what its own article and the registry say; a surname alone waits for the
    others."""
    chain = row.chain
    row.name = chain.name
    lives = bool(chain.identity) and _lives(row, registry)
    if chain.identity and not lives:
        row.name = max(
            row.words(), key=len, default=chain.name
        )  # what the text says, not who it seemed to be
    if lives:
        row.key, row.reason = chain.identity, Reason("registry", chain.identity, chain.reason.candidates)
        fact = registry.by_key(chain.identity)
        row.person = fact if isinstance(fact, Person) else None
    elif chain.kind is ActorKind.PERSON and not row.named:
        _by_office(row, registry)
    elif chain.kind is ActorKind.PERSON:
        if _is_full(row.name):
            known = registry.person(row.name)
            row.key = known.key if known else f"person {fold(row.name)}"
            row.person, row.reason = known, Reason("full name", row.name)
    elif row.named or _is_general(chain):
        row.key, row.reason = f"{chain.kind} {fold(chain.name)}", Reason("name", chain.name)
    else:
        _keep_apart(row, Reason("spoken of in one article", chain.name))


def _parties(rows: Iterable[_Found]) -> None:
    """A body that another article calls a party (`oppositiepartij Behoud Duinoog`) is that party."""
    keys = {row.key.removeprefix("party ") for row in rows if row.key.startswith("party ")}
    for row in rows:
        kind, _, name = row.key.partition(" ")
        if kind == "organisation" and name in keys:
            row.key = f"party {name}"


def _lives(row: _Found, registry: Registry) -> bool:
    """Whether the person of the registry can be meant on that day: nobody is known by a surname a generation
    before the first office. A full name in the text is enough."""
    person = registry.by_key(row.chain.identity)
    latest = row.published.latest
    if not isinstance(person, Person) or latest is None or not person.offices:
        return True
    if any(_is_full(words) for words in row.words()):
        return True
    starts = [office.start.earliest for office in person.offices if office.start.earliest]
    return len(starts) < len(person.offices) or min(start.year for start in starts) - latest.year <= 15


def _by_office(row: _Found, registry: Registry) -> None:
    """`De minister van Defensie`: the one who held the office when the article was written."""
    claim = offices.claim(row.chain.role, registry) if row.chain.role else None
    first = row.reading.mentions[row.chain.mentions[0]].span.of(row.article.text).lower()
    if claim is None or first.startswith(_INDEFINITE) or row.chain.plural or not _tells(row, claim):
        _keep_apart(row, Reason("a role in one article", row.chain.role))
        return
    found: dict[str, Person] = {}
    for owner in sorted(claim.of) or [_country(row.article)]:
        title = f"{claim.rank} van {claim.field}" if claim.field else claim.rank
        for person, _ in registry.holder(title, row.published, of=owner):
            found[person.key] = person
    names = tuple(sorted(person.name for person in found.values()))
    if len(found) == 1:
        (row.person,) = found.values()
        row.key, row.reason = row.person.key, Reason("office at the date", row.chain.role, names)
    else:
        _keep_apart(
            row,
            Reason("several held this office" if found else "a role in one article", row.chain.role, names),
        )


def _tells(row: _Found, claim: offices.Claim) -> bool:
    """Whether a role says enough to look for its holder: a field, whose it is, or an office of which there is
    one; and only when the article has a date."""
    if row.published.earliest is None or row.published.latest is None:
        return False
    return bool(claim.field or claim.of or claim.rank in ("premier", "koning"))


def _country(article: Article) -> str:
    """The state whose offices an article means when it does not say."""
    belgian, dutch = len(_BELGIAN.findall(article.text)), len(_DUTCH.findall(article.text))
    if belgian == dutch:
        return "België" if ".be" in article.url else "Nederland"
    return "België" if belgian > dutch else "Nederland"


def _is_general(chain: Chain) -> bool:
    """A body or group that is the same in every article although it has no name: `kabinet`, `deskundigen`."""
    if chain.kind is not ActorKind.ORGANISATION:
        return True
    found = noun(chain.name.lower())
    return found is not None and found.family.acts


def _keep_apart(row: _Found, reason: Reason) -> None:
    """An actor of this text alone; copies of the text share it."""
    row.key = f"{row.chain.kind} {fold(row.chain.name)} in {row.original}"
    row.reason = reason


def _is_full(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0].lower() not in PARTICLES


def _surname(name: str) -> str:
    words = name.split()
    at = 1
    while (
        at < len(words) - 1
        and words[at].lower() not in PARTICLES
        and (given(words[at]) or is_initials(words[at]))
    ):
        at += 1
    return fold(" ".join(words[at:]))


def _surnames(rows: Iterable[_Found], registry: Registry) -> None:
    """Surnames alone, now that all full names are known; initials count as a given name that fits them."""
    rows = list(rows)
    bearers: dict[str, dict[str, _Found]] = defaultdict(dict)
    for row in sorted((row for row in rows if row.key and row.chain.kind is ActorKind.PERSON), key=_stable):
        name = row.person.name if row.person is not None else row.name
        if row.named or row.person is not None:
            bearers[_surname(name)].setdefault(row.key, row)
    for row in rows:
        if row.key:
            continue
        surname = fold(row.name)
        known = {key: each for key, each in bearers[surname].items() if _compatible(row.chain, each.chain)}
        in_office = {
            person.key: person
            for person in registry.persons(row.name)
            if person.held(row.published.earliest, row.published.latest) and _party_fits(row.chain, person)
        }
        keys = sorted({*known, *in_office})
        names = tuple(sorted({*(e.name for e in known.values()), *(p.name for p in in_office.values())}))
        if len(keys) == 1 and known and surname not in COMMON_SURNAMES:
            row.key, row.person = keys[0], known[keys[0]].person
            row.reason = Reason("surname, nobody else has it here", row.name, names)
        elif keys or surname in COMMON_SURNAMES:
            _keep_apart(row, Reason("a surname that several may have", row.name, names))
        else:
            row.key, row.reason = f"person {surname}", Reason("the same name", row.name)


def _stable(row: _Found) -> tuple[str, str]:
    return row.key, row.name


def _compatible(one: Chain, other: Chain) -> bool:
    if one.gender and other.gender and one.gender != other.gender:
        return False
    return not (one.party and other.party and one.party != other.party)


def _party_fits(chain: Chain, person: Person) -> bool:
    if chain.gender and person.gender and chain.gender != person.gender:
        return False
    return not (chain.party and person.party and chain.party != person.party)


def _ids(groups: Mapping[str, Sequence[_Found]]) -> dict[str, str]:
    """A readable id for each key: kind and name; with a hash where two would share it or the name is not
    all."""
    wanted = {key: _slug(rows) for key, rows in groups.items()}
    times = Counter(wanted.values())
    return {
        key: slug
        if times[slug] == 1 and " in " not in key
        else f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        for key, slug in wanted.items()
    }


def _slug(rows: Sequence[_Found]) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", fold(_name(rows))).strip("-")
    return f"{_kind(rows)}:{words}"


def _name(rows: Sequence[_Found]) -> str:
    if rows[0].person is not None:
        return rows[0].person.name
    counted = Counter(row.name for row in rows)
    return max(counted, key=lambda name: (len(name), counted[name], name))


def _kind(rows: Sequence[_Found]) -> ActorKind:
    counted = Counter(row.chain.kind for row in rows)
    if ActorKind.PARTY in counted:
        return ActorKind.PARTY
    return max(counted, key=lambda kind: (counted[kind], kind))


def _actor(id: str, rows: Sequence[_Found], registry: Registry, called: str) -> Actor:
    """`called` is the name that people gave, empty where they gave none."""
    person = next((row.person for row in sorted(rows, key=_stable) if row.person is not None), None)
    parties = Counter(row.chain.party for row in rows if row.chain.party)
    held = {
        str(office)
        for row in rows
        if person is not None and row.published.width is not None
        for office in person.held(row.published.earliest, row.published.latest)
    }
    reasons = sorted({row.reason.rule: row.reason for row in sorted(rows, key=_stable)}.items())
    first = min(
        (reason for _, reason in reasons), key=lambda reason: (_RANKS.get(reason.rule, 9), reason.rule)
    )
    identity = (
        person.key
        if person is not None
        else next((r.chain.identity for r in rows if r.chain.identity == r.key), "")
    )
    aliases = {words for row in rows for words in row.words()}
    return Actor(
        id=id,
        name=called or _name(rows),
        kind=_kind(rows),
        reason=Reason(RULE, called)
        if called
        else Reason(first.rule, first.entry, tuple(sorted({c for _, r in reasons for c in r.candidates}))),
        party=max(parties, key=lambda party: (parties[party], party)) if parties else "",
        roles=_roles({row.chain.role for row in rows if row.chain.role}, registry),
        offices=tuple(sorted(held)),
        aliases=tuple(sorted(aliases)),
        identity=identity,
    )


def _roles(told: set[str], registry: Registry) -> tuple[str, ...]:
    """The roles that the articles give, each once and at its fullest: `minister van Defensie` holds `minister`; the
    adjective by which a foreign paper tells him from its own (`Nederlandse gedeputeerde`) falls away where another does
    without."""
    kept = set()
    for role in told:
        first, _, rest = role.partition(" ")
        state = registry.state(first)
        if rest and state is not None and state.how == "adjective" and rest in told:
            continue
        if not any(other != role and other.casefold().startswith(f"{role.casefold()} ") for other in told):
            kept.add(role)
    return tuple(sorted(kept))


_RANKS = {
    "registry": 0,
    "office at the date": 1,
    "full name": 2,
    "name": 3,
    "surname, nobody else has it here": 4,
}
