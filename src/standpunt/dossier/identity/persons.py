"""Persons over articles: those of whom a name is known, set beside one another block by block.

A block are the names in whose surname the same letters are heard, so that no name is set beside all others, and an
article changes nothing of people whose names it does not hold. In a block, in this order:

    full names         the same name is one person, unless two are told of in the same years with other offices and
                       parties and no company in common
    other full names   another one that they fit: a second given name, half a surname, another spelling
    what is left       initials, surnames, names that two have: the candidate that fits by office, party and company
    nobody fits        a person of whom nobody tells the full name

A candidate takes a name in at odds of nine to one, set against all other candidates and against somebody whom no
article names in full; the reason tells the share of all odds that it has. Whoever stays behind is apart, with the
candidates there were. What a name is worth is never learned from names of the same step, so the order of the articles
does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from standpunt.dossier.identity import evidence
from standpunt.dossier.identity.evidence import NEVER, Profile, Weight, of_person, of_row, weigh
from standpunt.dossier.identity.found import Found
from standpunt.dossier.identity.names import Fit, fit, is_initial, parse
from standpunt.dossier.identity.namesakes import people
from standpunt.model import ActorKind, Reason
from standpunt.reading.mentions.offices import Claim
from standpunt.reading.mentions.words import COMMON_SURNAMES
from standpunt.registry import Registry

SURE = 0.9
"""The share of all that could be which one candidate must have."""
_CALLED = {
    Fit.SAME: "full name",
    Fit.SHORTER: "a part of the name",
    Fit.SPELLED: "a given name spelled otherwise",
    Fit.INITIALS: "initials",
    Fit.SURNAME: "surname",
    Fit.HEARD: "a surname spelled otherwise",
}


def decide(rows: Sequence[Found], registry: Registry) -> None:
    """Decides on the persons who have a name and no key yet; those with a key are candidates."""
    company: dict[str, set[str]] = defaultdict(set)
    blocks: dict[str, list[Found]] = defaultdict(list)
    for row in rows:
        if row.chain.kind is not ActorKind.PERSON or not row.words and row.person is None:
            continue
        name = parse(row.person.name if row.person is not None else row.name)
        blocks[name.block].append(row)
        if name.given and not is_initial(name.given):
            company[row.article].add(row.key or f"person {name.whole}")
    unnamed = evidence.unnamed(rows, registry)
    for found in blocks.values():
        _Block(found, company, unnamed, registry).decide()


class _Block:
    """The persons whose names sound alike."""

    def __init__(
        self,
        rows: Iterable[Found],
        company: Mapping[str, set[str]],
        unnamed: Mapping[str, set[Claim]],
        registry: Registry,
    ) -> None:
        self._registry = registry
        self._told = [
            (row, of_row(row, company[row.article], registry, unnamed.get(row.article, ()))) for row in rows
        ]
        self._candidates: list[Profile] = []
        self._keepers: dict[str, set[str]] = defaultdict(set)
        """Whom the articles name beside candidates, with the keys of these."""

    def decide(self) -> None:
        self._of_the_registry()
        for profile, rows in self._full_names():
            self._place(profile, rows)
        nobody = []
        for row, said in self._told:
            if row.key:
                continue
            choice = self._choose(said)
            if choice.share >= SURE:
                row.decide(choice.best.key, choice.reason, choice.best.person)
            elif choice.names:
                row.keep_apart(Reason("a surname that several may have", row.name, choice.names))
            else:
                nobody.append((row, said))
        self._unknown(nobody)

    def _of_the_registry(self) -> None:
        known: dict[str, Profile] = {}
        for row, said in self._told:
            if row.person is not None:
                known.setdefault(row.key, of_person(row.person)).learn(said)
        for key in sorted(known):
            self._add(known[key])

    def _full_names(self) -> list[tuple[Profile, list[Found]]]:
        """A profile for each person of a full name, those most told of first."""
        by_name: dict[str, list[tuple[Found, Profile]]] = defaultdict(list)
        for row, said in self._told:
            if not row.key and said.name.given and not is_initial(said.name.given):
                by_name[said.name.whole].append((row, said))
        found = [(profile, rows) for name, told in by_name.items() for profile, rows in people(name, told)]
        return sorted(found, key=lambda each: (-len(each[1]), each[0].key))

    def _place(self, profile: Profile, rows: Sequence[Found]) -> None:
        """With a candidate that the name fits, or as a candidate of its own."""
        choice = self._choose(profile)
        if choice.share >= SURE and choice.best.name != profile.name:
            for row in rows:
                row.decide(choice.best.key, choice.reason, choice.best.person)
            choice.best.learn(profile)
            self._keep(choice.best)
            return
        for row in rows:
            row.decide(profile.key, Reason("full name", profile.called))
        self._add(profile)

    def _add(self, candidate: Profile) -> None:
        self._candidates.append(candidate)
        self._keep(candidate)

    def _keep(self, candidate: Profile) -> None:
        for each in candidate.company:
            self._keepers[each].add(candidate.key)

    def _choose(self, said: Profile) -> "_Choice":
        """The best of the candidates, and of those in office by the registry whom no article here names in full."""
        known = {candidate.key for candidate in self._candidates}
        in_office = [
            of_person(person)
            for person in self._registry.persons(said.name.surname)
            if person.key not in known and person.held(*said.days)
        ]
        found = []
        for candidate in (*self._candidates, *in_office):
            alone = [each for each in said.company & candidate.company if len(self._keepers[each]) == 1]
            weight = weigh(candidate, said, alone, self._registry)
            if weight.bits > NEVER:
                found.append((candidate, weight))
        return _Choice.of(said, found)

    def _unknown(self, told: Sequence[tuple[Found, Profile]]) -> None:
        """People of whom no article tells more than a surname or initials."""
        by_name: dict[str, list[tuple[Found, Profile]]] = defaultdict(list)
        for row, said in told:
            if said.name.surname in COMMON_SURNAMES:
                row.keep_apart(Reason("a surname that several may have", row.name))
            else:
                by_name[said.name.whole].append((row, said))
        for name, some in by_name.items():
            for profile, rows in people(name, some):
                for row in rows:
                    row.decide(profile.key, Reason("the same name", row.name))
        for row, _ in told:
            if not row.key:
                row.keep_apart(Reason("a name that several have", row.name))


class _Choice(NamedTuple):
    """The candidate for whom most speaks, its share of the odds, why, and the names of all who fit."""

    best: Profile
    share: float
    reason: Reason
    names: tuple[str, ...]

    @classmethod
    def of(cls, said: Profile, found: Sequence[tuple[Profile, Weight]]) -> "_Choice":
        if not found:
            return cls(said, 0.0, Reason("nobody fits"), ())
        names = tuple(sorted({candidate.called for candidate, _ in found}))
        best, weight = max(found, key=lambda each: (each[1].bits, each[0].key))
        odds = sum(2**each.bits for _, each in found)
        called = _CALLED[fit(best.name, said.name)]
        rule = f"{called} and {weight.rule}" if weight.rule else f"{called}, nobody else has it here"
        share = 2**weight.bits / (1 + odds)
        return cls(best, share, Reason(rule, f"{weight.entry or said.called}, {share:.0%}", names), names)
