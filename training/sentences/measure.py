"""Prints how well a pipeline finds the names in the test part.

    python -m training.sentences.measure

A name is right when both its bounds and its kind are. `all` is PER, ORG and LOC together.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from spacy.language import Language

from standpunt.language import pipeline
from training.sentences import read
from training.sentences.inline import Labelled, Span

_KINDS = ("PER", "ORG", "LOC")


class Counts:
    """Names right, found and in the gold, by kind."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def add(self, gold: Iterable[Span], found: Iterable[Span]) -> None:
        gold, found = set(gold), set(found)
        for counter, spans in ((self.right, gold & found), (self.found, found), (self.gold, gold)):
            counter.update(span.label for span in spans)

    def row(self, name: str, *kinds: str) -> str:
        right, found, gold = (sum(c[kind] for kind in kinds) for c in (self.right, self.found, self.gold))
        precision, recall = right / max(1, found), right / max(1, gold)
        f1 = 2 * right / max(1, found + gold)
        return f"| {name} | {100 * precision:.1f} | {100 * recall:.1f} | {100 * f1:.1f} | {gold} |"


def entities(nlp: Language, sentences: Sequence[Labelled]) -> list[tuple[Span, ...]]:
    docs = pipeline.parse(nlp, (sentence.text for sentence in sentences))
    return [tuple(Span(e.start_char, e.end_char, e.label_) for e in doc.ents) for doc in docs]


def report(nlp: Language, part: Sequence[tuple[str, Labelled]]) -> str:
    """Two tables: by kind, by register."""
    whole, registers = Counts(), defaultdict[str, Counts](Counts)
    found = entities(nlp, [sentence for _, sentence in part])
    for (register, sentence), spans in zip(part, found, strict=True):
        whole.add(sentence.spans, spans)
        registers[register].add(sentence.spans, spans)
    return "\n".join(
        [
            "| names | precision | recall | F1 | in the gold |",
            "| --- | --- | --- | --- | --- |",
            *(whole.row(kind, kind) for kind in (*_KINDS, "MISC")),
            whole.row("all", *_KINDS),
            "",
            "| register, all | precision | recall | F1 | in the gold |",
            "| --- | --- | --- | --- | --- |",
            *(counts.row(register, *_KINDS) for register, counts in sorted(registers.items())),
        ]
    )


def errors(nlp: Language, part: Sequence[tuple[str, Labelled]]) -> list[str]:
    """What was missed or found wrongly, one sentence a line."""
    out = []
    found = entities(nlp, [sentence for _, sentence in part])
    for (register, sentence), spans in zip(part, found, strict=True):
        gold = {span for span in sentence.spans if span.label in _KINDS}
        wrong = gold ^ {span for span in spans if span.label in _KINDS}
        if wrong:
            shown = [
                f"{'-' if s in gold else '+'}{sentence.text[s.start : s.end]}/{s.label}"
                for s in sorted(wrong)
            ]
            out.append(f"{register}: {sentence.text}  {' '.join(shown)}")
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=None, help="a trained pipeline's folder; without, the shipped one")
    parser.add_argument("--errors", action="store_true", help="list the sentences that have a wrong name")
    arguments = parser.parse_args()
    nlp, part = pipeline.load(arguments.model), read.test()
    print(report(nlp, part))
    if arguments.errors:
        print("", *errors(nlp, part), sep="\n")


if __name__ == "__main__":
    main()
