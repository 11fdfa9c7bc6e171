"""The verbs that a form may be, by the words that stand near it."""

from hypothesis import given
from hypothesis import strategies as st

from standpunt.reading.attitudes.words import WANTING
from standpunt.reading.statements.words import VERBS, Senses

FORMS = st.sampled_from([*VERBS.values(), *WANTING.values()])


@given(FORMS, st.data())
def test_those_are_found_of_which_every_word_is_there_in_their_order(
    senses: Senses, data: st.DataObject
) -> None:
    asked = sorted({word for verb in senses for word in verb.asks})
    near = data.draw(st.sets(st.sampled_from([*asked, "brug"])))
    assert senses.among(near) == [verb for verb in senses if near.issuperset(verb.asks)]
    assert [len(verb.asks) for verb in senses] == sorted((len(verb.asks) for verb in senses), reverse=True)
