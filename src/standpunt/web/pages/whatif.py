"""What if: the switches of an issue's conditions, and where everybody stands with them so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from standpunt.answers import Answers
from standpunt.errors import StoreError
from standpunt.model import Stance
from standpunt.store.rows import Row
from standpunt.web import views
from standpunt.web.views import Part, Stood, Who
from standpunt.web.visit import Visit

HOLDS = {"ja": True, "nee": False}
"""How an address says whether a group of conditions holds: `?assume=geld+van+Rijk=nee`, as the command line does."""

SWITCH = "if:"
"""What the name of a switch begins with in the form; `canonical` makes `assume` of it."""

MOST_WAYS = 6


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
    where. `ways` are None where nothing that anybody states brings in a majority."""

    action: str
    fragment: str
    switches: tuple[Switch, ...]
    assumed: bool
    tally: tuple[tuple[Stood | None, int], ...]
    outcomes: tuple[Outcome, ...]
    ways: tuple[Way, ...] | None


def canonical(visit: Visit, issue: str) -> str:
    """The address that says what a form says that was sent without a script; empty where none was."""
    given = parse_qsl(visit.query, keep_blank_values=True)
    if not any(name.startswith(SWITCH) for name, _ in given):
        return ""
    assume = [
        f"{name.removeprefix(SWITCH)}={value}" for name, value in given if name.startswith(SWITCH) and value
    ]
    return visit.to("issues", issue, at="whatif", assume=assume)


def assumptions(visit: Visit, answers: Answers, issue: str, given: Iterable[str]) -> dict[str, bool]:
    """What an address assumes; what it says of groups that are not there, or not clearly, is passed over, so that an
    old address still shows the page."""
    assumed: dict[str, bool] = {}
    for each in given:
        group, _, value = each.rpartition("=")
        if value in HOLDS:
            try:
                assumed |= answers.assumed(issue, [(group, HOLDS[value])])
            except StoreError:
                continue
    return assumed


def whatif(visit: Visit, answers: Answers, issue: str, assumed: Mapping[str, bool]) -> WhatIf | None:
    """None where nobody states a condition."""
    groups = answers.groups(issue)
    if not groups:
        return None
    outcomes = [_outcome(visit, row) for row in answers.whatif(issue, assumed)]
    outcomes.sort(key=lambda each: (not each.moved, each.stance is not None, each.who.name.casefold()))
    order = [*(views.stood(visit, stance) for stance in Stance), None]
    stands = [each.stance for each in outcomes]
    set_by = answers.conditions(issue=issue)
    return WhatIf(
        action=visit.to("issues", issue),
        fragment=visit.to("issues", issue, "whatif"),
        switches=tuple(
            Switch(group, f"{SWITCH}{group}", assumed.get(group), _setters(set_by, group)) for group in groups
        ),
        assumed=bool(assumed),
        tally=tuple((stance, stands.count(stance)) for stance in order if stance in stands),
        outcomes=tuple(outcomes),
        ways=_ways(visit, issue, answers.ways(issue)),
    )


def _setters(stated: Iterable[Row], group: str) -> str:
    return ", ".join(dict.fromkeys(row["actor"] for row in stated if row["condition_group"] == group))


def _outcome(visit: Visit, row: Row) -> Outcome:
    stance = row["stance"]
    return Outcome(
        who=views.who(visit, row["actor_id"], row["actor"]),
        was=views.stood(visit, row["was"]),
        stance=views.stood(visit, stance) if stance else None,
        moved=stance is not None and stance is not row["was"],
        hangs=", ".join(row["hangs"]),
        rests=tuple(dict.fromkeys(views.around(each) for each in row["rests"])),
    )


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
        for each in found[:MOST_WAYS]
        if each
    )  # fmt: skip
