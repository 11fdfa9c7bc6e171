"""What holds for any text: spans lie in it, content never holds its own cue, doubling doubles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from prose import attributions
from standpunt.model import Span
from standpunt.reading.statements import confidence
from standpunt.reading.statements.words import LISTS

PHRASES = [
    '"We gaan door", zei minister De Wit.', "De bond vindt dat het anders moet.", "Volgens hem is er geen geld.",
    "„Nee”, aldus Jansen.", 'Ze noemt het plan "te duur".', "'s Avonds is het stil.",
    'Hij riep: "Weg', "\"”„'", "Dat zegt X.",
    "De school laat weten dat de les doorgaat en benadrukt dat niemand gevaar liep.", "(", "zegt", ", aldus", "…",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_span_lies_in_the_text_and_outside_its_cue(text: str) -> None:
    whole = Span(0, len(text))
    for found in attributions(text):
        assert found.content
        assert all(whole.contains(piece) and piece.of(text).strip() for piece in found.content)
        assert all(a.end <= b.start for a, b in zip(found.content, found.content[1:], strict=False))
        cue = found.cue
        assert cue is None or not any(piece.overlaps(cue.span) for piece in found.content)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(PHRASES[:6]), min_size=1, max_size=4).map(" ".join))
def test_a_paragraph_that_is_doubled_says_all_twice(text: str) -> None:
    once, twice = attributions(text), attributions(f"{text}\n\n{text}")
    assert len(twice) == 2 * len(once)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,:'\"„”‘’“«»-\nAZz", max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    for found in attributions(text):
        assert all(piece.of(text) for piece in found.content)


def test_every_rule_knows_how_sure_it_is() -> None:
    """Each rule that fires on the words' own examples stands in the table of measured shares."""
    rules = {
        found.reason.rule
        for group in ("verb", "decline", "noun", "marker")
        for entry in LISTS[group].values()
        for found in attributions(entry.example)
    }
    assert rules <= set(confidence.SAID)
