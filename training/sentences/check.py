"""Checks the sentences: labels, slots, token bounds, duplicates, overlap of training and test; prints the balance.

python -m training.sentences.check --data ../shared/data
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from standpunt.language import pipeline
from training.sentences import names, read
from training.sentences.expand import expand, slots
from training.sentences.inline import Labelled, parse, tagged


def skeleton(line: str) -> str:
    """The sentence without its names and its marks: two with the same one are the same sentence."""
    without = re.sub(r"\[[^]]*\]|\{[^}]*\}|<[^>]*>", "_", line)
    return re.sub(r"\W+", " ", without).strip().lower()


def faults(contexts: Iterable[str], tests: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    """What is wrong with the sentences as written; nothing when all is well."""
    seen: dict[str, str] = {}
    for part, line in (*(("training", line) for line in contexts), *(("test", line) for line in tests)):
        if part == "test":
            try:
                parse(line)
            except ValueError as error:
                yield str(error)
        yield from (f"no such slot: {slot} in {line!r}" for slot in slots(line) if slot not in known)
        bare = skeleton(line)
        if bare in seen:
            yield f"twice, {seen[bare]} and {part}: {line!r}"
        seen[bare] = part


def cut(sentences: Iterable[Labelled], nlp: Language) -> Iterator[str]:
    """Names that begin or end inside a token of the pipeline."""
    for sentence in sentences:
        try:
            tagged(sentence, nlp)
        except ValueError as error:
            yield str(error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="../shared/data")
    arguments = parser.parse_args()
    drawn, nlp = names.load(Path(arguments.data)), pipeline.load()
    tests = [line for _, line in read.lines(Path(__file__).with_name("test"))]
    found = list(faults(read.contexts(), tests, drawn.slots))
    if found:
        raise SystemExit("\n".join(found))
    sentences, part = list(expand(read.contexts(), drawn, 1, 3)), [sentence for _, sentence in read.test()]
    wrong = [*cut(sentences, nlp), *cut(part, nlp)]
    print(*wrong, sep="\n")
    registers = Counter(register for register, _ in read.lines(Path(__file__).parent))
    print(f"{len(read.contexts())} sentences as written: {dict(registers)}")
    for name, labelled in (("training", sentences), ("test", part)):
        kinds = Counter(span.label for sentence in labelled for span in sentence.spans)
        print(f"{name}: {len(labelled)} different sentences, {dict(kinds)}")
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
