"""Who is who over real articles, against labels made by an annotator who saw no output.

    python -m benchmarks.identity_chains TEXTS [--errors A]

`benchmarks/real_chains` has the addresses of 100 Dutch and Flemish pages, and for each person, party and organisation
that an article names its fullest name, the character at which that stands first, and who it is. The texts are not ours
to give: TEXTS is a folder with one for each article (`c001.txt`). What was labelled is how a page begins, with its
title and an empty line in front where it has one.

A labelled chain is that of the mention whose words, or whose head, are most like the name, at one of the places where
it stands as words of its own. Of all pairs of labelled chains, precision is the share of those given to one actor that
are one entity, recall the share of those of one entity that are given to one actor; a chain without a mention is apart
from all others. A pair counts for a group when one of the two is in it, and for half A or B when both are: halves are
drawn by a hash of the entity.
"""

import argparse
import csv
import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from standpunt import dossier, reading, registry, sources
from standpunt.language import pipeline
from standpunt.model import Actor, Article, DatedArticle, MentionForm, Span

LABELS = Path(__file__).parent / "real_chains"
_ALIKE = 0.5
"""Of the letters of name and mention together, the share that they have in common at the least."""


class Label(NamedTuple):
    article: str
    offset: int
    name: str
    kind: str
    entity: str
    marks: tuple[str, ...]
    """`shared`: somebody else in these articles has the surname; `surname`: no more is told here."""

    @property
    def half(self) -> str:
        return "AB"[hashlib.sha256(self.entity.encode()).digest()[0] % 2]


class Answer(NamedTuple):
    """A label with the actor that its chain was given to; None where there is no mention."""

    label: Label
    actor: Actor | None


def rows(name: str) -> list[dict[str, str]]:
    with (LABELS / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def labels() -> list[Label]:
    """All but those of whom the annotator could not tell who they are."""
    made = (
        Label(
            row["article"], int(row["offset"]), row["name"], row["kind"], row["entity"],
            tuple(filter(None, row["marks"].split(","))),
        )
        for row in rows("chains.tsv")
    )  # fmt: skip
    return [label for label in made if label.entity != "?"]


def collected(texts: Path) -> Iterator[tuple[str, Article]]:
    """The articles, with the days that the pages state, as a source in JSON Lines gives them; each with its number."""
    known = rows("articles.tsv")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            for row in known:
                text = (texts / f"{row['article']}.txt").read_text(encoding="utf-8")
                record = {
                    "text": text,
                    "date": row["published"],
                    "outlet": row["outlet"],
                    "url": row["address"],
                }
                stream.write(f"{json.dumps(record)}\n")
        for row, article in zip(known, sources.read([path]), strict=True):
            if not isinstance(article, Article):
                raise SystemExit(f"{row['article']} is set aside: {article.reason}")
            yield row["article"], article


def answers(texts: Path) -> list[Answer]:
    given = list(collected(texts))
    facts, nlp = registry.load(), pipeline.load()
    made = dossier.assemble(
        zip(
            (article for _, article in given),
            reading.read_all((each for _, each in given), nlp, facts),
            strict=True,
        ),
        facts,
    )
    numbers = {article.id: number for number, article in given}
    by_number = {numbers[dated.article.id]: dated for dated in made.articles}
    actors = {actor.id: actor for actor in made.actors}
    return [Answer(label, _actor(label, by_number[label.article], actors)) for label in labels()]


def _actor(label: Label, dated: DatedArticle, actors: dict[str, Actor]) -> Actor | None:
    there = list(places(label, dated.article.text))
    best, chain = 0.0, None
    for mention in dated.reading.mentions:
        if mention.form is not MentionForm.PRONOUN and mention.chain is not None:
            words = (mention.head, mention.span)
            alike = max((_likeness(each, place) for each in words for place in there), default=0.0)
            if alike > best and alike >= _ALIKE:
                best, chain = alike, mention.chain
    return None if chain is None else actors[dated.actors[chain]]


def places(label: Label, text: str) -> Iterator[Span]:
    """Where the name stands as words of its own; none of the two sides of `Partij-voorzitter` is one."""
    for found in re.finditer(rf"(?<![\w-]){re.escape(label.name)}(?![\w’'-])", text):
        yield Span(*found.span())


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


# ------------------------------------------------------------------------------------------------ counting


GROUPS: dict[str, Callable[[Label], bool]] = {
    "all": lambda label: True,
    "persons": lambda label: label.kind == "person",
    "of a shared surname": lambda label: "shared" in label.marks,
    "by surname alone": lambda label: "surname" in label.marks,
    "parties": lambda label: label.kind == "party",
    "organisations": lambda label: label.kind in ("organisation", "body"),
}

UNRESOLVED = (
    "a surname that several may have",
    "a name that several have",
    "spoken of in one article",
    "a role in one article",
    "several held this office",
)
"""Rules by which an actor stays one of its article alone."""


class Score(NamedTuple):
    """Pairs that are one entity and one actor, one actor, one entity; `found` are those one entity of which both have a
    mention."""

    right: int
    together: int
    same: int
    found: int

    def __str__(self) -> str:
        return (
            f"precision {_share(self.right, self.together)}, recall {_share(self.right, self.same)}"
            f", of those with a mention {_share(self.right, self.found)}"
        )


def score(some: Sequence[Answer], within: Callable[[Label], bool] = lambda label: True) -> Score:
    """Over the pairs of which one is in the group."""
    right = together = same = found = 0
    for one, other in combinations(some, 2):
        if within(one.label) or within(other.label):
            is_one = one.label.entity == other.label.entity
            have = one.actor is not None and other.actor is not None
            joined = have and one.actor == other.actor
            right += is_one and joined
            together += joined
            same += is_one
            found += is_one and have
    return Score(right, together, same, found)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "-"


def report(title: str, some: Sequence[Answer]) -> None:
    without = [each for each in some if each.actor is None]
    apart = Counter(each.actor.reason.rule for each in some if each.actor)
    print(f"\n{title}: {len(some)} chains of {len({each.label.entity for each in some})} entities")
    print(f"no mention {len(without)}, unresolved {sum(apart[rule] for rule in UNRESOLVED)}")
    for name, within in GROUPS.items():
        chains = sum(within(each.label) for each in some)
        print(f"{name:<20}{chains:>4} chains: {score(some, within)}")


def errors(some: Sequence[Answer]) -> None:
    """What was given to several actors, or has none; and actors given several entities."""
    for key in sorted({each.label.entity for each in some}):
        own = [each for each in some if each.label.entity == key]
        if any(each.actor is None for each in own) or len({each.actor.id for each in own if each.actor}) > 1:
            print(f"\n{key}")
            for each in own:
                print(
                    f"  {each.label.article} {each.label.offset:>5} {each.label.name:<28} {_told(each.actor)}"
                )
    by_actor: dict[str, set[str]] = {}
    for each in some:
        if each.actor:
            by_actor.setdefault(each.actor.id, set()).add(each.label.entity)
    for id, entities in sorted(by_actor.items()):
        if len(entities) > 1:
            print(f"\n{id} is given {', '.join(sorted(entities))}")


def _told(actor: Actor | None) -> str:
    if actor is None:
        return "no mention"
    return f"{actor.id} ({actor.reason.rule}: {actor.reason.entry}) {', '.join(actor.reason.candidates)}"


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("texts", type=Path)
    asked.add_argument("--errors", choices=("A", "B"), help="also print what went wrong in one half")
    options = asked.parse_args()
    given = answers(options.texts)
    times = Counter(each.label.entity for each in given)
    recurring = [each for each in given if times[each.label.entity] > 1]
    report("whole", given)
    report("entities of two or more articles", recurring)
    for half in "AB":
        report(f"half {half}", [each for each in given if each.label.half == half])
    if options.errors:
        errors([each for each in given if each.label.half == options.errors])


if __name__ == "__main__":
    main()
