"""Sentences with their analysis, read from CoNLL-U and from one-token-a-line IOB files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Word:
    """One token. `head` is the index of its head in the sentence, its own index for the root. An empty `pos`,
    `lemma` or `dep` means that nobody annotated it; an `ent` of None likewise."""

    form: str
    space: bool = True
    pos: str = ""
    lemma: str = ""
    morph: str = ""
    head: int = 0
    dep: str = ""
    ent: str | None = None


Sentence = tuple[Word, ...]


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file without multiword tokens and empty nodes."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line and line[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            yield tuple(_word(at, row) for at, row in enumerate(rows))
            rows = []


def _word(at: int, row: list[str]) -> Word:
    head = int(row[6]) - 1
    return Word(
        form=row[1],
        space="SpaceAfter=No" not in row[9],
        pos=row[3],
        lemma=row[2],
        morph="" if row[5] == "_" else row[5],
        head=at if head < 0 else head,
        # spaCy names the root of a tree ROOT, whatever the treebank says
        dep="ROOT" if head < 0 else row[7],
    )


def read_iob(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences as (token, IOB tag)."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip():
            token, tag = line.split("\t")[:2]
            rows.append((token, tag))
        elif rows:
            yield rows
            rows = []


def entity_sentences(path: Path) -> list[Sentence]:
    """Sentences of an IOB file as words with entities alone; the file does not tell where spaces were."""
    return [tuple(Word(token, ent=tag) for token, tag in rows) for rows in read_iob(path)]


def is_tree(sentence: Sentence) -> bool:
    """Whether there is one root and every word leads to it."""
    if sum(word.dep == "ROOT" for word in sentence) != 1:
        return False
    for at in range(len(sentence)):
        steps = 0
        while sentence[at].head != at:
            at, steps = sentence[at].head, steps + 1
            if steps > len(sentence):
                return False
    return True


def text_of(sentence: Sentence) -> str:
    return "".join(word.form + " " * word.space for word in sentence).rstrip()


def drop(sentence: Sentence, gone: set[int]) -> Sentence:
    """The sentence without some words that have no dependents; heads are counted anew."""
    kept = [at for at in range(len(sentence)) if at not in gone]
    new = {old: at for at, old in enumerate(kept)}
    return tuple(replace(sentence[old], head=new[sentence[old].head]) for old in kept)


def doc_of(sentence: Sentence, vocab: Vocab) -> Doc:
    """The sentence as spaCy's gold Doc. What nobody annotated stays unset, and training skips it."""
    forms = [word.form for word in sentence]
    spaces = [word.space for word in sentence]
    known = all(word.ent is not None for word in sentence)
    ents = [word.ent or "O" for word in sentence] if known else None
    if not all(word.dep for word in sentence):
        return Doc(vocab, words=forms, spaces=spaces, ents=ents)
    return Doc(
        vocab,
        words=forms,
        spaces=spaces,
        pos=[word.pos for word in sentence],
        morphs=[word.morph for word in sentence],
        lemmas=[word.lemma for word in sentence],
        heads=[word.head for word in sentence],
        deps=[word.dep for word in sentence],
        ents=ents,
    )


def example_of(sentence: Sentence, vocab: Vocab) -> Example:
    """The sentence for training: gold tokens, nothing else known."""
    blank = Doc(vocab, words=[word.form for word in sentence], spaces=[word.space for word in sentence])
    return Example(blank, doc_of(sentence, vocab))
