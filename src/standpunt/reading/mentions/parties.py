"""Which names the article itself calls a party: local ones, foreign ones, new ones that no registry has.

oppositiepartij Behoud Duinoog      fractievoorzitter Anouk Hofstra van Duinbelang      Bert Tolsma (Duinbelang)
"""

from collections.abc import Iterator, Sequence

from standpunt.model import ActorKind
from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.words import (
    PARTY_WORDS,
    PLACE_NAMES,
    POLICY,
    given,
    is_initials,
    noun,
    strip_genitive,
)
from standpunt.registry import Body, fold

_WHERE = frozenset(("in", "te", "naar", "nabij", "uit"))
_POLITICAL = frozenset(("burgemeester", "wethouder"))
_IN_CHARGE = frozenset(("minister", "staatssecretaris", "vicepremier"))
"""Behind whose names the brackets hold a field: `minister Anouk Hofstra (Wonen)`."""
_BESIDE = frozenset(("de", "het", "'t"))


def recognise(context: Context, names: Sequence[Name]) -> None:
    """Makes parties of the names that the article calls so once, wherever they stand. What the registry knows, a person
    and a place stay what they are."""
    called = {_key(name) for name in (*_told(context, names), *_in_brackets(context, names))}
    called |= {key for name in names if _is_party_by_name(key := _key(name))}
    called -= _places(context, names)
    for name in names:
        if name.fact is None and _key(name) in called:
            _make(name)
    for name in _among_parties(context, names):
        _make(name)


def _is_party_by_name(key: str) -> bool:
    """`Leefbaar Duinoog`, `Gemeentebelangen Duinoog`, `Ouderenpartij Duinoog`."""
    first, _, rest = key.partition(" ")
    return (first in PARTY_WORDS and bool(rest)) or first.endswith("partij") or key.endswith("partij")


def party_of(name: Name | None) -> str:
    """What the party is called that a name names; empty for every other name."""
    if name is None or name.kind is not ActorKind.PARTY:
        return ""
    return name.fact.name if name.fact is not None else strip_genitive(name.words)


def _make(name: Name) -> None:
    name.kind, name.place = ActorKind.PARTY, False


def _key(name: Name) -> str:
    return fold(strip_genitive(name.words))


def _places(context: Context, names: Sequence[Name]) -> set[str]:
    """The names of places: `raadslid van Zwolle`, and `in Zwolle` elsewhere."""
    tokens = context.tokens
    return {
        _key(name)
        for name in names
        if _key(name) in PLACE_NAMES or (name.first and tokens[name.first - 1].lower in _WHERE)
    }


def _told(context: Context, names: Sequence[Name]) -> Iterator[Name]:
    """`partij X`, `coalitiepartijen X en Y`, `de fractie van X`, `raadslid Anouk Hofstra van X`."""
    ends = {name.last: name for name in names if name.kind is ActorKind.PERSON}
    plural = False
    for at, name in enumerate(names):
        plural = plural and _is_listed(context, names[at - 1], name)
        before = _before(context, name)
        called = noun(context.tokens[before].lower) if before >= 0 else None
        if called is not None and called.key == "partij":
            plural = called.plural
            yield name
        elif (plural or _is_of(context, before, ends)) and not _is_somebody(name):
            yield name


def _is_somebody(name: Name) -> bool:
    """A person's name by more than the look of it: `de fractie van Hofstra`, and not `de fractie van Lokaal Duin`."""
    first = name.words.split()[0]
    return name.kind is ActorKind.PERSON and (first == name.words or bool(given(first)) or is_initials(first))


def _before(context: Context, name: Name) -> int:
    """The token before a name and its article; -1 where the sentence begins."""
    at = name.first
    while at > 0 and context.adjacent(at):
        at -= 1
        if context.tokens[at].lower not in _BESIDE:
            return at
    return -1


def _is_of(context: Context, at: int, ends: dict[int, Name]) -> bool:
    """Whether `van` at a token follows a fraction, or who only a party has: `lijsttrekker van`, `lijsttrekker Hofstra
    van`."""
    tokens = context.tokens
    if at < 1 or tokens[at].lower not in ("van", "namens"):
        return False
    before = ends[at].first - 1 if at in ends else at - 1
    found = noun(tokens[before].lower) if before >= 0 else None
    if found is None:
        return False
    return found.key == "fractie" or found.base in found.family.of_party


def _in_brackets(context: Context, names: Sequence[Name]) -> Iterator[Name]:
    """`Bert Tolsma (Duinbelang)`, of a politician, or in an article that puts parties there."""
    tokens = context.tokens
    people = {name.last: name for name in names if name.kind is ActorKind.PERSON}
    rows = [
        (name, people[name.first - 1])
        for name in names
        if name.first - 1 in people and tokens[name.first - 1].text == "("
        if name.last < len(tokens) and tokens[name.last].text in (")", ",")
    ]
    habit = any(isinstance(name.fact, Body) and name.fact.kind is ActorKind.PARTY for name, _ in rows)
    elected = {_surname(person) for person in people.values() if _is_elected(context, person)}
    for name, person in rows:
        political = habit or _surname(person) in elected
        if political and not (_is_somebody(name) or _is_a_field(context, name, person)):
            yield name


def _is_a_field(context: Context, name: Name, person: Name) -> bool:
    """What somebody has in charge, by its words or by his title: `(Asielzaken)`, `(Wonen en Zorg)`."""
    title = noun(context.tokens[person.first - 1].lower) if person.first else None
    if title is not None and title.key in _IN_CHARGE:
        return True
    words = _key(name).split()
    return any(word in POLICY or word in context.registry.fields or word.endswith("zaken") for word in words)


def _surname(person: Name) -> str:
    return _key(person).rpartition(" ")[2]


def _is_elected(context: Context, person: Name) -> bool:
    title = noun(context.tokens[person.first - 1].lower) if person.first else None
    return title is not None and (bool(title.family.of_party) or title.key in _POLITICAL)


def _among_parties(context: Context, names: Sequence[Name]) -> Iterator[Name]:
    """`VVD, D66 en Duinbelang`: the only one of a list that is not known for a party."""
    for row in _lists(context, names):
        others = [
            name for name in row if name.kind is not ActorKind.PARTY and not _has_a_party(context, name)
        ]
        if len(row) > 2 and len(others) == 1 and others[0].fact is None and not others[0].place:
            yield others[0]


def _has_a_party(context: Context, name: Name) -> bool:
    """`VVD, D66 en Hofstra (CU) waren tegen`: who has a party in brackets is none."""
    behind = context.tokens[name.last : name.last + 3]
    if [token.text for token in behind[::2]] != ["(", ")"]:
        return False
    bodies = context.registry.bodies(behind[1].text)
    return any(body.kind is ActorKind.PARTY for body in bodies) and behind[1].text[0] != name.words[0]


def _lists(context: Context, names: Sequence[Name]) -> Iterator[list[Name]]:
    row: list[Name] = []
    for name in names:
        if row and not _is_listed(context, row[-1], name):
            yield row
            row = []
        row.append(name)
    if row:
        yield row


def _is_listed(context: Context, one: Name, other: Name) -> bool:
    """Whether only a comma or `en` stands between two names, and an article."""
    between = [token.lower for token in context.tokens[one.last : other.first] if token.lower not in _BESIDE]
    return between in (["en"], [","])
