"""Cutting a text where marks begin and end: `[` and `]` in the expected outcome stand for the cuts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunt.display.segments import split
from standpunt.model import Span


def cut(text: str, *marks: tuple[int, int, str]) -> list[tuple[str, str]]:
    segments = split(Span(0, len(text)), [(Span(start, end), key) for start, end, key in marks])
    return [(segment.span.of(text), "".join(segment.keys)) for segment in segments]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("Hij zei dat zij nee zei", "")]),
        ([(0, 23, "a")], [("Hij zei dat zij nee zei", "a")]),
        # one inside another: the outer one first, whichever was given first
        ([(12, 23, "a"), (16, 19, "b")], [("Hij zei dat ", ""), ("zij ", "a"), ("nee", "ab"), (" zei", "a")]),
        ([(16, 19, "b"), (12, 23, "a")], [("Hij zei dat ", ""), ("zij ", "a"), ("nee", "ab"), (" zei", "a")]),
        # overlapping: the one that begins first is the outer one
        ([(8, 19, "a"), (12, 23, "b")], [("Hij zei ", ""), ("dat ", "a"), ("zij nee", "ab"), (" zei", "b")]),
        # touching, and over the same words: as given
        ([(0, 3, "a"), (3, 7, "b")], [("Hij", "a"), (" zei", "b"), (" dat zij nee zei", "")]),
        ([(0, 3, "a"), (0, 3, "b")], [("Hij", "ab"), (" zei dat zij nee zei", "")]),
        # empty, outside, sticking out
        ([(5, 5, "a"), (30, 40, "b")], [("Hij zei dat zij nee zei", "")]),
        ([(20, 99, "a")], [("Hij zei dat zij nee ", ""), ("zei", "a")]),
    ],
)
def test_a_text_is_cut_where_marks_begin_and_end(
    marks: list[tuple[int, int, str]], expected: list[tuple[str, str]]
) -> None:
    assert cut("Hij zei dat zij nee zei", *marks) == expected


def test_a_part_of_a_text_keeps_the_order_of_marks_that_began_before_it() -> None:
    segments = split(Span(10, 20), [(Span(5, 15), "inner"), (Span(0, 20), "outer")])
    assert [(segment.span, segment.keys) for segment in segments] == [
        (Span(10, 15), ("outer", "inner")),
        (Span(15, 20), ("outer",)),
    ]


OFFSETS = st.integers(0, 60)
MARKS = st.lists(st.tuples(OFFSETS, OFFSETS), max_size=12)


@given(text=st.text(max_size=50), marks=MARKS)
def test_joined_segments_are_the_text_and_each_has_exactly_the_marks_that_cover_it(
    text: str, marks: list[tuple[int, int]]
) -> None:
    segments = split(Span(0, len(text)), [(Span(*mark), index) for index, mark in enumerate(marks)])
    assert "".join(segment.span.of(text) for segment in segments) == text
    for segment in segments:
        covering = {
            i for i, mark in enumerate(marks) if segment.span.start >= mark[0] and segment.span.end <= mark[1]
        }
        assert set(segment.keys) == covering
        assert len(segment.keys) == len(covering)
