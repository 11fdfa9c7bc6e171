"""One name, one person or several: what the articles of one name tell, put together by what they share.

    people(name, [(chain, what its article says), ...]) → one profile for each person, with the chains that are sure

Chains that share an office, a party or company are a core. Two cores are two people where their offices and parties
differ and one held an office while the other held another; everything else is one, since most names in the news are
one person's. Where there are two, a chain that shares nothing with either is left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from standpunt.dossier.identity.evidence import Profile
from standpunt.dossier.identity.found import Found

_CORE = 3
"""Chains from which on a core can be somebody else: one or two may be a slip."""

Told = tuple[Found, Profile]


def people(name: str, told: Sequence[Told]) -> list[tuple[Profile, list[Found]]]:
    cores = sorted(_cores(told), key=lambda core: (-len(core), _marks(core)))
    apart: list[list[Told]] = []
    for core in cores:
        alike = [one for one in apart if not _differ(one, core)]
        if alike and (len(apart) == 1 or len(core) >= _CORE):
            alike[0] += core
        elif not apart or len(core) >= _CORE:
            apart.append(core)
    if len(apart) < 2:
        return [_profile(f"person {name}", told)]
    return [_profile(f"person {name} / {_marks(one)[0]}", one) for one in apart]


def _cores(told: Sequence[Told]) -> list[list[Told]]:
    """The chains that share something, directly or by others between them."""
    of = list(range(len(told)))

    def root(at: int) -> int:
        while of[at] != at:
            of[at] = of[of[at]]
            at = of[at]
        return at

    holds: dict[str, int] = {}
    for at, (_, said) in enumerate(told):
        for mark in (*_evidence(said), *said.company):
            first = holds.setdefault(mark, at)
            of[root(at)] = root(first)
    cores: dict[int, list[Told]] = defaultdict(list)
    for at, each in enumerate(told):
        cores[root(at)].append(each)
    return list(cores.values())


def _evidence(said: Profile) -> Iterator[str]:
    yield from (f"office {office.rank}" for office in said.offices)
    yield from (f"party {party}" for party in said.parties)


def _marks(core: Sequence[Told]) -> list[str]:
    return sorted({mark for _, said in core for mark in _evidence(said)}) or [
        min(row.article for row, _ in core)
    ]


def _differ(one: Sequence[Told], other: Sequence[Told]) -> bool:
    """Whether two cores are two people: what each is, is known, they have none of it in common, and one of them was it
    while the other was something else."""
    here, there = (_profile("", core)[0] for core in (one, other))
    marks = [set(_evidence(each)) for each in (here, there)]
    if not all(marks) or marks[0] & marks[1]:
        return False
    return any(
        mine[0] <= their[1] and their[0] <= mine[1]
        for mine in here.offices.values()
        for their in there.offices.values()
    )


def _profile(key: str, told: Sequence[Told]) -> tuple[Profile, list[Found]]:
    first = min((said for _, said in told), key=lambda said: said.called)
    made = Profile(key, first.name, first.called)
    for _, said in told:
        made.learn(said)
    return made, [row for row, _ in told]
