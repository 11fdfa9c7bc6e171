"""A dossier as pandas DataFrames: what `standpunt.open` gives.

    with standpunt.open("dossier.db") as dossier:
        dossier.matrix(on="2025-02-20")
        dossier.whatif("tunnel", {"geld van Rijk": False})

Columns are those of schema.sql, where nothing else is said.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from standpunt.answers import Answers, By
from standpunt.errors import StandpuntError
from standpunt.model import Stance
from standpunt.store import Place, Store, tables
from standpunt.store.rows import Row

if TYPE_CHECKING:
    import pandas

Day = datetime.date | str | None
"""A day as a date or as `2025-02-20`; None is: whenever."""

_OF_PAIR = ("actor", "stance", "held", "sentence", "article_id", "id")
"""What two positions side by side are shown with."""


class Frames:
    """An open dossier; a context manager that closes it.

    `actor` is a name or a part of one, `issue` the id of an issue; empty is all. Every method raises StoreError for a
    name that is not there and, all but `table`, where the dossier has no codebook."""

    def __init__(self, place: Place) -> None:
        """Raises StoreError for what is no dossier, and StandpuntError where pandas is not installed."""
        try:
            import pandas
        except ImportError as fault:
            raise StandpuntError(
                "DataFrames need pandas, which is not installed", hint="pip install 'standpunt[pandas]'"
            ) from fault
        self._frame = pandas.DataFrame
        self._store = Store(place)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        self._store.__exit__(kind, fault, at)

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self._store)

    def table(self, name: str) -> "pandas.DataFrame":
        """A table of the dossier as it is: `statements`, `actors`, `events`, `articles` ..."""
        if name not in tables.metadata.tables:
            known = ", ".join(sorted(tables.metadata.tables))
            raise StandpuntError("no table has this name", where=name, hint=f"there is {known}")
        return self._of_table(name, self._store.rows(name))

    def matrix(
        self, issue: str = "", on: Day = None, *, by: Literal["actor"] | By = "actor"
    ) -> "pandas.DataFrame":
        """Actors by issues: where each stands, on a day if one is given; missing where he showed nothing. By `party` or
        `bloc` where most of its members stand, `divided` where no stance has most."""
        answers, day = self._answers, _day(on)
        if by == "actor":
            rows = answers.matrix(issue, day)
            of = ["actor", "actor_id"]
        else:
            rows = [{**row, "stance": row["stance"] or "divided"} for row in answers.spread(by, issue, day)]
            of = [by]
        made = (
            self._of((*of, "issue_id", "stance"), rows)
            .pivot(index=of, columns="issue_id", values="stance")
            .droplevel(of[1:])
        )
        return made[[id for id in answers.ids if id in made.columns]].rename_axis(columns=None)

    def spread(self, issue: str = "", on: Day = None, *, by: By = "bloc") -> "pandas.DataFrame":
        """A row for each party or bloc and issue: the stance of most members (missing where none has most), the `share`
        who take the commonest, how many `members` take each, who is `deviating` and the `sentences` that show it."""
        rows = [
            {
                **row, "members": {str(stance): number for stance, number in row["members"].items()},
                "deviating": list(dict.fromkeys(each["actor"] for each in row["deviating"])),
                "sentences": [each["sentence"] for each in row["deviating"]],
            }
            for row in self._answers.spread(by, issue, _day(on))
        ]  # fmt: skip
        return self._of((by, "issue_id", "stance", "share", "members", "deviating", "sentences"), rows)

    def positions(
        self, actor: str = "", issue: str = "", stance: Stance | str = "", on: Day = None
    ) -> "pandas.DataFrame":
        """Who takes which position, with the sentence; with `on` what each held on that day."""
        wanted = Stance(stance) if stance else None
        return self._of_table("positions", self._answers.positions(actor, issue, wanted, _day(on)))

    def silent(self, actor: str = "", issue: str = "") -> "pandas.DataFrame":
        """Who speaks in an article about an issue and takes no position, or declines to (`declines`)."""
        columns = ("actor", "issue_id", "declines", "published", "article", "article_id")
        return self._of(columns, self._answers.silent(actor, issue))

    def conditions(self, actor: str = "", issue: str = "", on: Day = None) -> "pandas.DataFrame":
        """What must hold first; with `on` what was set by that day."""
        return self._of_table("conditions", self._answers.conditions(actor, issue, _day(on)))

    def shifts(self, actor: str = "", issue: str = "") -> "pandas.DataFrame":
        """Who takes another stance than before: the columns of both positions, as `before_stance` and `stance`."""
        rows = [
            {
                "issue_id": each["after"]["issue_id"], "line": each["line"], "offices": list(each["offices"]),
                **_prefixed("before_", each["before"]), **_prefixed("", each["after"]),
            }
            for each in self._answers.shifts(actor, issue)
        ]  # fmt: skip
        return self._of(("issue_id", "line", "offices", *_names("before_"), *_OF_PAIR), rows)

    def contradictions(self, actor: str = "", issue: str = "") -> "pandas.DataFrame":
        """Stances that do not go together: the columns of both, as `one_stance` and `other_stance`."""
        rows = [
            {
                "issue_id": each["one"]["issue_id"], "side": each["side"],
                **_prefixed("one_", each["one"]), **_prefixed("other_", each["other"]),
            }
            for each in self._answers.contradictions(actor, issue)
        ]  # fmt: skip
        return self._of(("issue_id", "side", *_names("one_"), *_names("other_")), rows)

    def whatif(self, issue: str, assume: Mapping[str, bool]) -> "pandas.DataFrame":
        """Where each actor stands if groups of conditions hold or fail: `stance` (missing where that is not known),
        what it `was`, the groups on which it `hangs`, and the `sentences` that it rests on."""
        answers = self._answers
        rows = [
            {
                "actor": each["actor"], "stance": each["stance"], "was": each["was"], "hangs": list(each["hangs"]),
                "sentences": [row["sentence"] for row in each["rests"]], "actor_id": each["actor_id"],
            }
            for each in answers.whatif(issue, answers.assumed(issue, assume.items()))
        ]  # fmt: skip
        return self._of(("actor", "stance", "was", "hangs", "sentences", "actor_id"), rows)

    def ways(self, issue: str, actor: str = "") -> list[dict[str, bool]]:
        """The smallest sets of conditions that bring an actor in, or, without one, a majority; none where none does."""
        return list(self._answers.ways(issue, actor))

    def _of_table(self, name: str, rows: Sequence[Row]) -> "pandas.DataFrame":
        return self._of(tables.metadata.tables[name].columns.keys(), rows)

    def _of(self, columns: Iterable[str], rows: Sequence[Row]) -> "pandas.DataFrame":
        plain = [
            {name: str(row[name]) if isinstance(row[name], Stance) else row[name] for name in row}
            for row in rows
        ]
        return self._frame(plain, columns=list(columns))


def _day(given: Day) -> datetime.date | None:
    return datetime.date.fromisoformat(given) if isinstance(given, str) else given


def _names(prefix: str) -> list[str]:
    return [prefix + name for name in _OF_PAIR]


def _prefixed(prefix: str, row: Row) -> Row:
    return {prefix + name: row[name] for name in _OF_PAIR}
