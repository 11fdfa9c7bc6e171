"""How often what was found is right, where people looked: what they confirmed and corrected in a dossier, counted.

agreed = agreement(store)
agreed.figures["speaker"].share, .low, .high

A statement that was confirmed is one, in its words, of its speaker. One with another speaker or other words is one
still; one that nobody said has neither. What is the work of people already (an added statement) is not the machine's,
and what was undone counts no more. The interval is that of `judging`. People choose what they look at, so that this is
no sample; `sampling` draws one.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from standpunt.evaluation.judging import Precision, wilson
from standpunt.model import Change, Form
from standpunt.store import Store
from standpunt.store.rows import Row

STATEMENT, SPEAKER, WORDS, POSITION = "statement", "speaker", "words", "position"
FIGURES = (STATEMENT, *Form, SPEAKER, WORDS, POSITION)
"""In the order in which they are shown: of the statements those of each form too."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """`figures` are those of which something was looked at; `missed` is how many statements and positions people
    added."""

    figures: Mapping[str, Precision]
    missed: Mapping[str, int]


@dataclass(slots=True)
class _Judged:
    """Something that was found: by figure whether it is right, and its form."""

    form: str = ""
    right: dict[str, bool] = field(default_factory=dict)


Key = tuple[str, ...]


def agreement(store: Store) -> Agreed:
    judged: dict[Key, _Judged] = {}
    added: dict[Key, str] = {}
    for row in store.rows("corrections"):
        if not row["undone"]:
            _count(row, judged, added)
    answers: dict[str, list[bool]] = {figure: [] for figure in FIGURES}
    for each in {id(each): each for each in judged.values()}.values():  # one may go by several words
        for figure, right in each.right.items():
            answers[figure].append(right)
        if each.form and STATEMENT in each.right:
            answers[each.form].append(each.right[STATEMENT])
    figures = {figure: _precision(given) for figure, given in answers.items() if given}
    return Agreed(figures, Counter(added.values()))


def _count(row: Row, judged: dict[Key, _Judged], added: dict[Key, str]) -> None:
    """What was confirmed first and corrected later is wrong; what was corrected first and confirmed later stays so."""
    change, before, after = Change(row["change"]), row["before"], row["after"]
    place = (row["anchor"]["article"], row["words"])
    if before["issue"]:
        key: Key = (*place, before["issue"], before["actor"])
        if key in added or not before["stance"]:
            added[key] = POSITION
            return
        right = judged.setdefault(key, _Judged()).right
        if change is Change.ACCEPT:
            right.setdefault(POSITION, True)
        elif before["stance"] != after["stance"]:
            right[POSITION] = False
        return
    if change is Change.ADD:
        added[place] = STATEMENT
        return
    if change not in (Change.ACCEPT, Change.REJECT, Change.SPEAKER, Change.CONTENT):
        return
    if change is Change.CONTENT and place in added:
        added[place[0], after["content"][0]] = added.pop(place)  # by these words it goes from now on
    if place in added:
        return
    one = judged.setdefault(place, _Judged(before["form"]))
    one.right[STATEMENT] = change is not Change.REJECT
    if change is Change.ACCEPT:
        one.right.setdefault(SPEAKER, True)
        one.right.setdefault(WORDS, True)
    elif change is Change.SPEAKER:
        one.right[SPEAKER] = False
    elif change is Change.CONTENT:
        one.right[WORDS] = False
        judged[place[0], after["content"][0]] = one  # by these words it goes from now on


def _precision(given: list[bool]) -> Precision:
    share = sum(given) / len(given)
    return Precision(share, *wilson(share, len(given)), sum(given), len(given))
