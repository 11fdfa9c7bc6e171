"""What if: the switches of an issue's conditions, and where everybody stands with them so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import parse_qsl

from standpunt.dossier.matrix import Cell
from standpunt.dossier.whatif import Outcome as Found
from standpunt.dossier.whatif import bringing_in, follow, majority
from standpunt.model import Stance
from standpunt.registry import fold
from standpunt.store.rows import Row
from standpunt.web import views
from standpunt.web.views import Part, Stood, Who
from standpunt.web.visit import Visit

HOLDS = {"ja": True, "nee": False}
"""How an address says whether a group of conditions holds: `?assume=geld+van+Rijk=nee`, as the command line does."""

SWITCH = "if:"
"""What the name of a switch begins with in the form; `canonical` makes `assume` of it."""

MOST_WAYS, OUTCOMES, RESTS = 6, 40, 2
"""How many ways, actors, and sentences of an actor are shown."""

AT_ONCE = 150
"""Up to so many conditions on an issue, it is computed where everybody stands before anything is assumed."""

Group = tuple[str, int, Sequence[Row]]
"""A group of conditions: its name, how many there are, and the newest."""


@dataclass(frozen=True, slots=True)
class Switch:
    """A group of conditions: `holds` is what is assumed of it, None for nothing. `who` set it."""

    group: str
    name: str
    holds: bool | None
    who: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where an actor then stands; `stance` is None where it hangs on the groups in `hangs`. `moved` where that is
    another stance than he shows; `rests` are the sentences that decide."""

    who: Who
    was: Stood
    stance: Stood | None
    moved: bool
    hangs: str
    rests: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A smallest set of conditions that brings in a majority, in words, and the address that assumes it."""

    told: str
    href: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`action` is the address of the form and `fragment` that of what follows alone; `tally` is how many then stand
    where, `left_out` how many of them are not among the outcomes. `ways` are None where nothing that anybody states
    brings in a majority. Without a tally nothing is computed yet: there are too many conditions to do so unasked."""

    action: str
    fragment: str
    switches: tuple[Switch, ...]
    assumed: bool = False
    tally: tuple[tuple[Stood | None, int], ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    left_out: int = 0
    ways: tuple[Way, ...] | None = None


def canonical(visit: Visit, issue: str) -> str:
    """The address that says what a form says that was sent without a script; empty where none was."""
    given = parse_qsl(visit.query, keep_blank_values=True)
    if not any(name.startswith(SWITCH) for name, _ in given):
        return ""
    assume = [
        f"{name.removeprefix(SWITCH)}={value}" for name, value in given if name.startswith(SWITCH) and value
    ]
    return visit.to("issues", issue, at="whatif", assume=assume)


def assumptions(groups: Iterable[str], given: Iterable[str]) -> dict[str, bool]:
    """What an address assumes; what it says of groups that are not there, or not clearly, is passed over, so that an
    old address still shows the page."""
    known, assumed = {fold(group): group for group in groups}, dict[str, bool]()
    for each in given:
        group, _, value = each.rpartition("=")
        if value in HOLDS and fold(group) in known:
            assumed[known[fold(group)]] = HOLDS[value]
    return assumed


def whatif(visit: Visit, issue: str, given: Iterable[str], groups: Sequence[Group]) -> WhatIf | None:
    """Under what an address assumes; None where nobody states a condition. Only who stands on conditions can move: the
    others are counted, and the first of them named. `groups` are those of the issue (`Pages.condition_groups`)."""
    if not groups:
        return None
    store, assumed = visit.store, assumptions([group for group, _, _ in groups], given)
    switches = tuple(
        Switch(group, f"{SWITCH}{group}", assumed.get(group), _setters(rows, number))
        for group, number, rows in groups
    )
    action, fragment = visit.to("issues", issue), visit.to("issues", issue, "whatif")
    if not assumed and sum(number for _, number, _ in groups) > AT_ONCE:
        return WhatIf(action, fragment, switches)
    names, stated = store.wavering(issue)
    cells = {(actor, issue): Cell(Stance.CONDITIONAL, ()) for actor in names}
    found = follow(cells, stated, assumed)
    counts = Counter[Stance | None]({Stance(stance): number for stance, number in store.tally(issue).items()})
    takers, supporters = counts.total(), counts[Stance.SUPPORT]
    del counts[Stance.CONDITIONAL]
    counts.update(each.stance for each in found)
    listed = tuple(_outcomes(visit, issue, found, names, assumed))
    return WhatIf(
        action,
        fragment,
        switches,
        assumed=bool(assumed),
        tally=tuple(
            (views.stood(visit, stance) if stance else None, counts[stance])
            for stance in (*Stance, None)
            if counts[stance]
        ),
        outcomes=listed,
        left_out=takers - len(listed),
        ways=_ways(
            visit,
            issue,
            list(islice(bringing_in(cells, stated, majority(range(takers)) - supporters), MOST_WAYS)),
        ),
    )


def _setters(stated: Sequence[Row], number: int) -> str:
    """Who set a condition last; dots where others did before."""
    names = ", ".join(dict.fromkeys(row["actor"] for row in reversed(stated)))
    return f"{names} …" if number > len(stated) else names


def _outcomes(
    visit: Visit, issue: str, found: Iterable[Found], names: Mapping[str, str], assumed: Mapping[str, bool]
) -> Iterator[Outcome]:
    """Those who moved, then those of whom it hangs, each by name; and of the others the first. Of these all conditions
    are read."""
    first = sorted(
        found, key=lambda each: (not _moved(each), each.stance is not None, names[each.actor].casefold())
    )[:OUTCOMES]
    rows = visit.store.conditions_by(issue, [each.actor for each in first])
    for each in follow({(each.actor, issue): each.cell for each in first}, rows, assumed):
        yield Outcome(
            who=views.who(visit, each.actor, names[each.actor]),
            was=views.stood(visit, each.cell.stance),
            stance=views.stood(visit, each.stance) if each.stance else None,
            moved=_moved(each),
            hangs=", ".join(each.hangs),
            rests=tuple(dict.fromkeys(views.around(rows[one]) for one in each.rests[:RESTS])),
        )
    left = OUTCOMES - len(first)
    for stance in Stance:
        if left and stance is not Stance.CONDITIONAL:
            others, _ = visit.store.standing(issue, stance, limit=left)
            yield from (_unmoved(visit, row, stance) for row in others)
            left -= len(others)


def _moved(found: Found) -> bool:
    return found.stance not in (None, found.cell.stance)


def _unmoved(visit: Visit, row: Row, stance: Stance) -> Outcome:
    stood = views.stood(visit, stance)
    return Outcome(views.who(visit, row["actor_id"], row["actor"]), stood, stood, False, "", ())


def _ways(visit: Visit, issue: str, found: Sequence[Mapping[str, bool]]) -> tuple[Way, ...] | None:
    if not found:
        return None
    t = visit.wording
    return tuple(
        Way(
            t("whatif.and").join(
                t("whatif.holds" if holds else "whatif.fails", group=group) for group, holds in each.items()
            ),
            visit.to(
                "issues", issue, at="whatif",
                assume=[f"{group}={'ja' if holds else 'nee'}" for group, holds in each.items()],
            ),
        )
        for each in found
        if each
    )  # fmt: skip
