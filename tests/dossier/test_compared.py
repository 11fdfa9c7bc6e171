"""Articles that are as they were are not compared again, and the dossier is the same as if they were."""

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import article, read
from standpunt import registry
from standpunt.dossier import outline, stories, utterances
from standpunt.dossier.corrections.anchors import anchor
from standpunt.dossier.grouping import Days, near
from standpunt.dossier.pile import Held
from standpunt.model import Article, Change, Correction, Moment, Values

FACTS = registry.load()
NAMES = ("Anna Hoek", "Bram Veenstra", "Carla Hoek", "Hoek")
SAID = (
    "Wij onderhandelden tot diep in de nacht over de dijk en de haven",
    "Wij onderhandelden tot diep in de nacht",
    "Wij onderhandelen tot diep in de nacht over een dijk en een haven",
    "Zonder geld komt er geen dijk",
)
DAYS = ("", *(f"date 2025-02-{day:02}\n" for day in (1, 3, 9, 20)))
WORDS = [f"woord{at}" for at in range(60)]


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """Some with a date, some that are copies, some in which the same is said."""
    made = []
    for at in range(draw(st.integers(1, 7))):
        cut = draw(st.sampled_from([0, 0, 30, 45, 60]))
        said = draw(st.lists(st.tuples(st.sampled_from(SAID), st.sampled_from(NAMES)), max_size=3))
        quotes = "\n\n".join(f'"{words}", zei {name}.' for words, name in said)
        text = f"{draw(st.sampled_from(DAYS))}Over de dijk\n\n{' '.join(WORDS[:cut])}\n\n{quotes}\n"
        made.append(article(text, f"{at}.txt"))
    return made


def rejections(given: Sequence[Article]) -> list[Correction]:
    """Of the first statement of each."""
    said = [(one, read(one).statements[0].content[0]) for one in given if read(one).statements]
    return [
        Correction(number, Change.REJECT, anchor(one, span), Values(), Values(), "lezer", "2025-03-01")
        for number, (one, span) in enumerate(said, 1)
    ]


def pile(given: Sequence[Article]) -> Held:
    return Held((one, read(one)) for one in given)


@settings(max_examples=150, deadline=None)
@given(articles(), st.data())
def test_what_was_compared_before_changes_nothing(every: list[Article], data: st.DataObject) -> None:
    """Whatever articles were there before, and whatever people had corrected then."""
    some = data.draw(st.lists(st.sampled_from(every), unique_by=lambda one: one.id))
    earlier, later = (
        rejections(data.draw(st.lists(st.sampled_from(every), max_size=2, unique_by=lambda one: one.id)))
        for _ in range(2)
    )
    before = outline(pile(some), FACTS, (), earlier).compared
    known, new = outline(pile(every), FACTS, (), later, before), outline(pile(every), FACTS, (), later)
    assert known.made == new.made
    assert known.shared == new.shared
    for one, other in zip(known.articles, new.articles, strict=True):
        assert (one.gist, one.actors) == (other.gist, other.actors)
    assert {id: {**before, **known.compared}[id] for id in new.compared} == new.compared


def test_two_that_are_as_they_were_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    day, told = "date 2025-02-01\n", " ".join(WORDS)
    copies = [
        article(f'{day}Over de dijk {at}\n\n{told}\n\n"{SAID[0]}", zei Anna Hoek.\n', f"{at}.txt")
        for at in range(3)
    ]
    before = outline(pile(copies[:2]), FACTS).compared
    compared: list[int] = []
    for module, name in ((stories, "_likeness"), (utterances, "_alike")):
        real = getattr(module, name)

        def counted(one: object, other: object, real: object = real) -> float:
            compared.append(1)
            return real(one, other)  # type: ignore[operator, no-any-return]

        monkeypatch.setattr(module, name, counted)
    made = outline(pile(copies), FACTS, before=before)
    assert [len(each.articles) for each in made.made.stories] == [3]
    assert len(compared) == 4  # the third with each of the two, as a text and in what is said


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20), st.integers(0, 3)), max_size=8), st.data())
def test_near_is_what_lies_within_the_window_of_any(
    drawn: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    day = datetime.date(2025, 1, 1)
    days = []
    for first, width, open_ in drawn:
        begin, end = (day.fromordinal(day.toordinal() + at) for at in (first, first + width))
        days.append(Days.of(Moment(None if open_ == 1 else begin, None if open_ == 2 else end)))
    some = data.draw(st.sets(st.sampled_from(range(len(days))))) if days else set()
    expected = [at for at, one in enumerate(days) if any(one.with_(days[each]).apart <= 7 for each in some)]
    assert near(days, some, 7) == expected
