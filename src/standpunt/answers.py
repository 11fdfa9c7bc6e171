"""What a dossier with a codebook answers: who stands where, on which condition, what changed, and what if.

    with Store(path) as store:
        answers = Answers(store)
        answers.positions(issue="tunnel", on=datetime.date(2025, 2, 20))

All answers are rows: dictionaries by the column names of schema.sql. The command line and `export.frames` show them.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Literal

from standpunt import registry
from standpunt.dossier import matrix as matrices
from standpunt.dossier import silence
from standpunt.dossier.blocs import Blocs
from standpunt.dossier.silence import Silence
from standpunt.dossier.stances import by_day
from standpunt.dossier.whatif import Outcome, majority, outcomes, ways
from standpunt.errors import AskedError
from standpunt.model import Condition, Position, Stance
from standpunt.registry import Registry, fold
from standpunt.store import ALL, Scope, Store
from standpunt.store.rows import Row

MOST_WAYS = 100
"""Of the smallest sets of conditions there can be millions."""

By = Literal["party", "bloc"]

Fits = Callable[[Position | Condition | Silence], bool]


class Answers:
    """`actor` is a name or a part of one, `issue` an id, whatever its capitals; empty is all. `on` asks how it stood on
    a day. Every method raises AskedError for a name that is not there, with the nearest one."""

    def __init__(self, store: Store, scope: Scope = ALL, *, facts: Registry | None = None) -> None:
        """With a scope they are about one issue or one actor alone, and cost no more than that. `facts` say who
        governed, those of the package where they are not given. Raises AskedError where there is no codebook."""
        self._store, self._scope, self._facts = store, scope, facts
        self._made, self.ids = store.coding(scope), issues_of(store)
        self._names = {each.id: each.name for each in self._made.actors}

    def issues(self) -> list[Row]:
        """Each with how many positions and conditions there are on it, and how many actors take which stance."""
        cells = matrices.matrix(self._made.positions)
        listed = []
        for issue in self._made.issues:
            stances = [cell.stance for (_, id), cell in cells.items() if id == issue.id]
            listed.append(
                {
                    "id": issue.id, "label": issue.label, "proposal": issue.proposal,
                    "positions": sum(each.issue == issue.id for each in self._made.positions),
                    "conditions": sum(each.issue == issue.id for each in self._made.conditions),
                    "actors": {stance.value: stances.count(stance) for stance in Stance if stance in stances},
                }
            )  # fmt: skip
        return listed

    def positions(
        self,
        actor: str = "",
        issue: str = "",
        stance: Stance | None = None,
        on: datetime.date | None = None,
    ) -> list[Row]:
        """With `on` what each actor held on that day: the last that he showed up to it."""
        fits = self._fits(actor, issue)
        taken = set(self._made.positions)
        if on is not None:
            taken = {each for cell in self._cells(issue, on).values() for each in cell.positions}
        return [
            row
            for each, row in self._positions()
            if fits(each) and each in taken and stance in (None, each.stance)
        ]

    def conditions(self, actor: str = "", issue: str = "", on: datetime.date | None = None) -> list[Row]:
        """With `on` those that were set by that day."""
        fits = self._fits(actor, issue)
        return [
            row for each, row in self._conditions() if fits(each) and (on is None or by_day(each.held, on))
        ]

    def silent(self, actor: str = "", issue: str = "") -> list[Row]:
        """Who speaks in an article about an issue and takes no position on it, or declines to."""
        fits = self._fits(actor, issue)
        articles = {row["id"]: row for row in self._store.rows("articles")}
        return [
            {
                "actor": self._names[each.actor], "issue_id": each.issue, "declines": each.declines,
                "published": articles[each.article]["published"], "article": articles[each.article]["label"],
                "article_id": each.article,
            }
            for each in silence.find(self._store.dated_articles(), self._made.positions)
            if fits(each)
        ]  # fmt: skip

    def matrix(self, issue: str = "", on: datetime.date | None = None) -> list[Row]:
        """A row for each cell, by actor and issue: where somebody stands, since when, and the ids of the positions
        that it rests on."""
        ids = {each: row["id"] for each, row in self._positions()}
        return [
            {
                "actor_id": actor, "actor": self._names[actor], "issue_id": about, "stance": cell.stance,
                "held": str(cell.positions[-1].held), "positions": [ids[each] for each in cell.positions],
            }
            for (actor, about), cell in self._cells(issue, on).items()
        ]  # fmt: skip

    def spread(self, by: By, issue: str = "", on: datetime.date | None = None) -> list[Row]:
        """A row for each party or bloc and issue: the stance of most of its members, None where none has most, the
        `share` who take the commonest, how many `members` take each, and the positions of those `deviating`."""
        actors = {each.id: each for each in self._made.actors}
        cells = self._cells(issue, on)
        if by == "party":
            found = matrices.by_party(cells, actors)
        else:
            facts = self._facts or registry.load()
            found = matrices.by_bloc(cells, Blocs(self._made.blocs, actors, facts), on)
        rows = dict(self._positions())
        return [
            {
                by: name, "issue_id": about, "stance": each.stance, "share": each.share, "members": each.counts,
                "deviating": [rows[one] for cell in each.deviating.values() for one in cell.positions],
            }
            for (name, about), each in found.items()
        ]  # fmt: skip

    def shifts(self, actor: str = "", issue: str = "") -> list[Row]:
        """Each with the rows of two positions, `before` and `after`."""
        fits, rows = self._fits(actor, issue), dict(self._positions())
        return [
            {
                "line": each.line,
                "offices": each.offices,
                "before": rows[each.before],
                "after": rows[each.after],
            }
            for each in self._made.shifts
            if fits(each.after)
        ]

    def contradictions(self, actor: str = "", issue: str = "") -> list[Row]:
        """Each with the rows of two positions, `one` and `other`."""
        fits, rows = self._fits(actor, issue), dict(self._positions())
        return [
            {"side": each.side, "one": rows[each.one], "other": rows[each.other]}
            for each in self._made.contradictions
            if fits(each.one) or fits(each.other)
        ]

    def groups(self, issue: str) -> list[str]:
        """The groups of conditions on an issue, in the order in which they were stated."""
        return list(dict.fromkeys(each.group for each in self._stated(self.issue(issue))))

    def assumed(self, issue: str, given: Iterable[tuple[str, bool]]) -> dict[str, bool]:
        """Each group by its own name. Raises AskedError also for one that is to hold and to fail."""
        return assumed(self.groups(issue), given)

    def whatif(self, issue: str, assume: Mapping[str, bool]) -> list[Row]:
        """Where each actor then stands: `stance` is None where it hangs on the groups in `hangs`; `rests` are the rows
        of the conditions that decide, or else of the positions."""
        about = self.issue(issue)
        found = outcomes(self._taken(about), self._stated(about), assume)
        positions, conditions = self._positions(), self._conditions()
        return [self._outcome(each, positions, conditions) for each in found]

    def ways(self, issue: str, actor: str = "") -> tuple[dict[str, bool], ...]:
        """The smallest sets of conditions that bring an actor in, or, without one, more than half of those who take a
        position; empty where no stated condition does, and at most MOST_WAYS of them."""
        about = self.issue(issue)
        taken, stated = self._taken(about), self._stated(about)
        if actor:
            found = ways(taken, stated, [row["id"] for row in self._store.actors_named(actor)], 1)
        else:
            everybody = {each.actor for each in taken}
            found = ways(taken, stated, everybody, majority(everybody))
        return tuple(islice(found, MOST_WAYS))

    def issue(self, id: str) -> str:
        """The id that is meant, in the codebook's writing."""
        return meant(id, self.ids)

    # ------------------------------------------------------------------------------------------ below

    def _fits(self, actor: str, issue: str) -> Fits:
        ids = {row["id"] for row in self._store.actors_named(actor)} if actor else set()
        about = self.issue(issue) if issue else ""
        return lambda each: (not actor or each.actor in ids) and about in ("", each.issue)

    def _cells(self, issue: str, on: datetime.date | None) -> dict[matrices.Key, matrices.Cell]:
        fits = self._fits("", issue)
        return matrices.matrix((each for each in self._made.positions if fits(each)), on)

    def _positions(self) -> Sequence[tuple[Position, Row]]:
        return list(zip(self._made.positions, self._store.coded_rows("positions", self._scope), strict=True))

    def _conditions(self) -> Sequence[tuple[Condition, Row]]:
        return list(
            zip(self._made.conditions, self._store.coded_rows("conditions", self._scope), strict=True)
        )

    def _taken(self, issue: str) -> list[Position]:
        return [each for each in self._made.positions if each.issue == issue]

    def _stated(self, issue: str) -> list[Condition]:
        return [each for each in self._made.conditions if each.issue == issue]

    def _outcome(
        self,
        found: Outcome,
        positions: Iterable[tuple[Position, Row]],
        conditions: Iterable[tuple[Condition, Row]],
    ) -> Row:
        if found.rests:
            rests = [row for each, row in conditions if each in found.rests]
        else:
            rests = [row for each, row in positions if each in found.cell.positions]
        return {
            "actor_id": found.actor, "actor": self._names[found.actor], "was": found.cell.stance,
            "stance": found.stance, "hangs": found.hangs, "rests": rests,
        }  # fmt: skip


def issues_of(store: Store) -> list[str]:
    """The ids of the issues. Raises AskedError where there is no codebook."""
    ids = [row["id"] for row in sorted(store.rows("issues"), key=lambda row: row["number"])]
    if not ids:
        raise AskedError(
            "this dossier has no issues",
            where=store.where,
            hint=f"give it a codebook: `standpunt code {store.where} --codebook FILE`, or the word `policy`",
        )
    return ids


def meant(issue: str, ids: Sequence[str]) -> str:
    """The id that is meant, in the codebook's writing. Raises AskedError."""
    return _one_of(issue, ids, "no issue has this id")


def assumed(groups: Sequence[str], given: Iterable[tuple[str, bool]]) -> dict[str, bool]:
    """Each of these groups of conditions by its own name. Raises AskedError also for one that is to hold and to
    fail."""
    found: dict[str, bool] = {}
    for name, holds in given:
        group = _one_of(name, groups, "nobody states a condition of this name on the issue")
        if found.setdefault(group, holds) is not holds:
            raise AskedError("this cannot both hold and fail", where=group, hint="assume it once")
    return found


def _one_of(given: str, known: Sequence[str], otherwise: str) -> str:
    """The name that is meant, whatever its capitals and accents."""
    folded = {fold(each): each for each in known}
    if fold(given) in folded:
        return folded[fold(given)]
    near = get_close_matches(fold(given), list(folded), 1)
    hint = f"did you mean {folded[near[0]]!r}?" if near else f"there is {', '.join(known) or 'none'}"
    raise AskedError(otherwise, where=given, hint=hint)
