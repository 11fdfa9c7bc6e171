"""What the dossier of the seeds shows: a minister who leaves the line of his cabinet, and conditions that decide."""

from collections.abc import Callable

from reference import Corpus
from standpunt.dossier.whatif import outcomes
from standpunt.model import Stance
from standpunt.store import Store


def test_in_december_the_minister_leaves_the_line_of_the_cabinet_so_far(
    corpus: Callable[[str], Corpus],
) -> None:
    with Store(corpus("seeds").dossier) as store:
        made, rows = store.coding(), store.rows("positions")
    sentence = {each: row["sentence"] for each, row in zip(made.positions, rows, strict=True)}
    (left,) = [each for each in made.shifts if each.line == "kabinet"]
    assert (left.before.stance, left.after.stance) == (Stance.CONDITIONAL, Stance.OPEN)
    assert left.after.issue == "vredesoverleg"
    assert str(left.after.held) == "2024-12"
    assert "kabinet" in sentence[left.before]
    assert "Brekelmans" in sentence[left.after]


def test_without_american_support_the_premier_opposes(corpus: Callable[[str], Corpus]) -> None:
    with Store(corpus("seeds").dossier) as store:
        made = store.coding()
    schoof = next(each.id for each in made.actors if each.name == "Dick Schoof")
    taken = [each for each in made.positions if each.issue == "vredesmacht"]
    stated = [each for each in made.conditions if each.issue == "vredesmacht"]
    groups = {each.group for each in stated if each.actor == schoof}
    assert groups == {"mandaat", "Amerikaanse steun", "instemming van Tweede Kamer"}

    def stance(**assumed: bool) -> Stance | None:
        named = {group.replace("_", " "): holds for group, holds in assumed.items()}
        return next(each.stance for each in outcomes(taken, stated, named) if each.actor == schoof)

    assert stance() is None
    assert stance(Amerikaanse_steun=False) is Stance.OPPOSE
    assert stance(Amerikaanse_steun=True, mandaat=True) is None
    assert stance(Amerikaanse_steun=True, mandaat=True, instemming_van_Tweede_Kamer=True) is Stance.SUPPORT
