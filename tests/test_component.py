"""`nlp.add_pipe("standpunt")` on the shipped pipeline and on any text."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.util import load_model_from_config

from prose import model
from standpunt.component import analysis_of
from standpunt.model import Span


def pipeline(**config: object) -> Language:
    """The shipped model as somebody else's pipeline, with the component behind it."""
    nlp = load_model_from_config(model().config, auto_fill=False, validate=False)
    nlp.from_bytes(model().to_bytes())
    nlp.add_pipe("standpunt", config=config)
    return nlp


def test_a_doc_knows_who_said_what() -> None:
    doc = pipeline()('De wethouder zegt dat er geen geld is.\n\n"We gaan door", zei Anna Jansen gisteren.')
    said = [
        (statement.content[0].of(doc.text), doc._.chains[statement.speaker].name)
        for statement in doc._.statements
    ]
    assert said == [("er geen geld is", "wethouder"), ("We gaan door", "Anna Jansen")]
    assert [time.span.of(doc.text) for time in doc._.times] == ["gisteren"]
    assert len(doc._.mentions) >= 2


def test_a_doc_is_read_with_facts_of_ones_own(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[person.anna-jansen]\nname = "Anna Jansen"\n', encoding="utf-8")
    doc = pipeline(registry=[str(mine)])('"We gaan door", zei Anna Jansen gisteren.')
    assert [chain.identity for chain in doc._.chains] == ["persoon:anna-jansen"]


def test_a_doc_without_words_says_nothing() -> None:
    assert pipeline()("")._.statements == ()


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab .\n\"'A", max_size=60))
def test_offsets_are_those_of_the_doc(text: str) -> None:
    analysis = analysis_of(model()(text))
    assert all(token.span.of(text) == token.text for token in analysis.tokens)
    assert all(Span(0, len(text)).contains(sentence.span) for sentence in analysis.sentences)
