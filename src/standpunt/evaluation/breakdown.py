"""Which constructions are strong and which are weak: the statements by the rule that found them, by the rule
that named their speaker, or by their form."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from standpunt.evaluation.coding import MarkedStatement
from standpunt.evaluation.comparison import Comparison
from standpunt.evaluation.scores import Count
from standpunt.model import Reason

_Counts = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one rule or form.

    `given` counts those that Standpunt gave and that were judged, `right` those of them that the gold has, and
    `end_to_end` those with the right speaker too; `optional` fit an optional one. `gold` counts what was to be found
    and `found` how much of it was: of this form, or, since the gold knows no rules, of all.
    """

    name: str
    given: int
    right: int
    end_to_end: int
    optional: int
    gold: int
    found: int

    @property
    def precision(self) -> float | None:
        return Count(self.right, self.given).precision

    @property
    def speaker(self) -> float | None:
        """Of those that are right, the share with the right speaker."""
        return Count(self.end_to_end, self.right).precision

    @property
    def recall(self) -> float | None:
        return Count(self.found, gold=self.gold).recall


def by_rule(comparisons: Iterable[Comparison]) -> list[Group]:
    """By the rule that found a statement (`Statement.why`), those told in another's words apart. `recall` is the share
    of all gold statements that the rule found: these add up to the recall of the whole."""
    return _by(comparisons, lambda each: _rule(each.why) + (", nested" if each.nested else ""))


def by_speaker(comparisons: Iterable[Comparison]) -> list[Group]:
    """By the rule that named the speaker (`Statement.why_speaker`); `recall` as for `by_rule`."""
    return _by(comparisons, lambda each: _rule(each.why_speaker))


def by_form(comparisons: Iterable[Comparison]) -> list[Group]:
    """By form, and by whether words of the text attribute it. Precision is by the form that Standpunt gave, recall by
    the gold's."""
    whole = list(comparisons)
    given = _given(whole, _form)
    found = Counter(_form(due) for each in whole for due, _, _ in each.judged)
    gold = found + Counter(_form(due) for each in whole for due in each.statements.missed)
    names = given.keys() | gold.keys()
    return _ordered(Group(name, *given.get(name, (0, 0, 0, 0)), gold[name], found[name]) for name in names)


def _by(comparisons: Iterable[Comparison], name: Callable[[MarkedStatement], str]) -> list[Group]:
    whole = list(comparisons)
    gold = sum(len(each.judged) + len(each.statements.missed) for each in whole)
    return _ordered(Group(group, *counts, gold, counts[1]) for group, counts in _given(whole, name).items())


def _rule(why: Reason | None) -> str:
    return why.rule if why else ""


def _form(statement: MarkedStatement) -> str:
    form = statement.form.value if statement.form else "form not given"
    return form if statement.cued else f"{form}, no cue"


def _given(comparisons: list[Comparison], name: Callable[[MarkedStatement], str]) -> dict[str, _Counts]:
    """Given and judged, right, right end to end, optional: by the name of the group."""
    outcomes = [each for comparison in comparisons for each in comparison.outcomes]
    spare = [given for each in comparisons for due, given in each.statements.pairs if due.optional]
    given = Counter(name(each.statement) for each in outcomes)
    right = Counter(name(each.statement) for each in outcomes if each.found)
    end_to_end = Counter(name(each.statement) for each in outcomes if each.speaker)
    optional = Counter(name(each) for each in spare)
    return {
        group: (given[group], right[group], end_to_end[group], optional[group])
        for group in given.keys() | optional.keys()
    }


def _ordered(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (-group.given, -group.gold, group.name))
