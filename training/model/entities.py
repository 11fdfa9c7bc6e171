"""The names of the treebank: gold spans, with types that a tagger and name lists gave, and what a reader found wrong.

The scheme is that of `training/sentences/README.md`. The spans of the older treebanks are the single words of a name,
and titles are inside; types that were wrong stand in `name_types.toml`, by name.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from standpunt.reading.mentions.words import given
from training.model.measure import spans
from training.model.treebank import Sentence, read_iob


class Name(NamedTuple):
    """Half-open token offsets, the type, and the one that the tagger gave."""

    start: int
    end: int
    kind: str
    tagged: str


_TITLES = frozenset(
    (
        *(
            "dr.",
            "drs.",
            "mr.",
            "ir.",
            "ing.",
            "prof.",
            "ds.",
            "mgr.",
            "jhr.",
            "mevr.",
            "mevrouw",
            "dhr.",
            "mej.",
        ),
        *("mijnheer", "meneer", "prins", "prinses", "koning", "koningin"),
    )
)
_INHABITANTS = (
    *("anen", "ezen", "ers", "aren", "ussen", "ransen", "ritten", "elsen", "elgen", "urken", "olen", "weden"),
    *("enen", "eken", "panjolen", "slims", "oden", "iërs", "inezen", "innen", "uzen", "oten", "oeden"),
    *("meinen", "bieren", "tijnen", "sjechen", "aarden", "oerden", "oaten", "rijnen", "amingen"),
    *("Ieren", "Noren", "Walen", "laven", "erzen", "lieten"),
)
_OFFICES = ("minister", "ministerie", "staatssecretaris", "departement")


def _by_name() -> dict[str, str]:
    raw = tomllib.loads(Path(__file__).with_name("name_types.toml").read_text(encoding="utf-8"))
    return {name.strip(): kind for kind, names in raw.items() for name in names.split("|")}


_TYPES = _by_name()


def is_name(text: str) -> bool:
    """Whether the scheme takes it for a name: not what the list says is none, and no compound as `VVD-fractie`."""
    tail = text.rpartition("-")[2]
    compound = len(tail) < len(text) and len(tail) > 2 and tail[0].islower() and " " not in text
    return not compound and _TYPES.get(text) != "none"


def named(trees: Iterable[Sentence], data: Path) -> Iterator[Sentence]:
    """The sentences with their names; only the trees know where a sentence ends.

    Raises ValueError where trees and names are not the same text."""
    tagger = chain.from_iterable(read_iob(data / "ner/train_frog_types.iob"))
    rules = chain.from_iterable(read_iob(data / "ner/train_rule_types.iob"))
    for sentence in trees:
        rows = list(islice(tagger, len(sentence)))
        if [word.form for word in sentence] != [token for token, _ in rows]:
            raise ValueError(f"names and tree differ at {' '.join(word.form for word in sentence)!r}")
        names = _merged([tag for _, tag in rows], [tag for _, tag in islice(rules, len(sentence))])
        names = [_untitled(sentence, name) for name in _joined(sentence, names)]
        names = [retyped for name in names if (retyped := _retyped(sentence, name)) is not None]
        yield inhabitants(portfolios(_with(sentence, names)))


def _merged(tagged: Sequence[str], ruled: Sequence[str]) -> list[Name]:
    """The type is from rules and name lists where they decide, else from the tagger: a rule leaves a span out when it
    cannot tell, and that is no evidence."""
    first = [f"B{tag[1:]}" if at == 0 and tag[0] == "I" else tag for at, tag in enumerate(tagged)]
    kinds = {start: kind for kind, start, _ in spans(ruled)}
    return [Name(start, end, kinds.get(start, kind), kind) for kind, start, end in spans(first)]


def _joined(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """Neighbours that the tree calls one name are one: `Johan` and `Sauwens`."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before is None or before.end != name.start or not _is_flat(sentence, before, name):
            out.append(name)
            continue
        personal = "PER" in (before.kind, name.kind) or given(sentence[before.start].form)
        kind = "PER" if personal else name.kind
        out[-1] = Name(before.start, name.end, kind, kind)
    return out


def _is_flat(sentence: Sentence, before: Name, name: Name) -> bool:
    word = sentence[name.start]
    return word.dep.startswith("flat") and before.start <= word.head < before.end


def _untitled(sentence: Sentence, name: Name) -> Name:
    """Titles and forms of address are outside: `prof. dr. Jan Tinbergen`."""
    start = name.start
    while start + 1 < name.end and sentence[start].form.lower() in _TITLES:
        start += 1
    return name if start == name.start else Name(start, name.end, "PER", "PER")


def _retyped(sentence: Sentence, name: Name) -> Name | None:
    """The name with its right type; None for what is no name in the scheme."""
    text = " ".join(word.form for word in sentence[name.start : name.end])
    if not is_name(text):
        return None
    kind = _TYPES.get(text, name.kind)
    return name._replace(kind=name.tagged if kind == "tagger" else kind)


def _with(sentence: Sentence, names: Iterable[Name]) -> Sentence:
    tags = ["O"] * len(sentence)
    for name in names:
        tags[name.start : name.end] = [f"B-{name.kind}", *[f"I-{name.kind}"] * (name.end - name.start - 1)]
    return tuple(replace(word, ent=tag) for word, tag in zip(sentence, tags, strict=True))


def portfolios(sentence: Sentence) -> Sentence:
    """`minister van Binnenlandse Zaken`: the portfolio is an organisation; tagger and rules say MISC."""
    words = list(sentence)
    for at in range(2, len(words)):
        office = at - 2
        while office > 0 and words[office].ent in (
            "B-PER",
            "I-PER",
        ):  # minister Beernink van Binnenlandse Zaken
            office -= 1
        follows = words[at - 1].form == "van" and words[office].form.lower().startswith(_OFFICES)
        if not follows or (words[at].ent or "O")[0] != "B":
            continue
        end = at + 1
        while end < len(words) and (words[end].ent or "O")[0] == "I":
            end += 1
        for inside in range(at, end):
            words[inside] = replace(words[inside], ent=f"{(words[inside].ent or 'O')[0]}-ORG")
    return tuple(words)


def inhabitants(sentence: Sentence) -> Sentence:
    """`de Russen`, `de Amerikanen`: people of a place are MISC, like its adjectives; the tagger says LOC."""
    return tuple(
        replace(word, ent="B-MISC")
        if word.ent == "B-LOC" and "Number=Plur" in word.morph and word.form.endswith(_INHABITANTS)
        else word
        for word in sentence
    )
