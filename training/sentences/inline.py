"""Sentences with their names labelled inline: `[Ruben Brekelmans|PER] belt met [Kyiv|LOC].`"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from spacy.language import Language
from spacy.training import biluo_to_iob, offsets_to_biluo_tags

LABELS = frozenset({"PER", "ORG", "LOC", "MISC"})
_MARKED = re.compile(r"\[([^][|]+)\|([^][|]*)\]")


class Span(NamedTuple):
    """Half-open character offsets into the sentence, and the kind of name."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and its names, in order."""

    text: str
    spans: tuple[Span, ...]


def parse(line: str) -> Labelled:
    """The sentence of a line with inline labels.

    Raises ValueError for an unknown label and for brackets that mark nothing.
    """
    text, spans, at = "", [], 0
    for found in _MARKED.finditer(line):
        name, label = found.groups()
        if label not in LABELS or name != name.strip():
            raise ValueError(f"a label is one of {', '.join(sorted(LABELS))}, without spaces: {found[0]!r}")
        text += line[at : found.start()]
        spans.append(Span(len(text), len(text) + len(name), label))
        text += name
        at = found.end()
    text += line[at:]
    if set(text) & set("[]{}<>"):
        raise ValueError(f"a bracket that marks nothing: {text!r}")
    return Labelled(text, tuple(spans))


def tagged(sentence: Labelled, nlp: Language) -> tuple[list[str], list[str]]:
    """Tokens as the pipeline cuts them, and their IOB tags.

    A full stop that the tokenizer leaves on a name (`Volt.`) is taken in. Raises ValueError where a name begins
    or ends inside a word.
    """
    doc = nlp.make_doc(sentence.text)
    spans = []
    for start, end, label in sentence.spans:
        name = doc.char_span(start, end, alignment_mode="expand")
        if name is None or any(char.isalnum() for char in name.text.replace(sentence.text[start:end], "", 1)):
            raise ValueError(
                f"the name is cut inside a token: {sentence.text[start:end]!r} in {sentence.text!r}"
            )
        spans.append((name.start_char, name.end_char, label))
    tags: list[str] = biluo_to_iob(offsets_to_biluo_tags(doc, spans))
    return [token.text for token in doc], tags
