"""A seeded generator of a large dossier, written as a build would write it: the store's own `Builder` makes the file,
so that it follows whatever the schema is.

    python -m benchmarks.archive archief.db [ARTICLES]

No model reads anything: articles and readings are made together. A hundred thousand articles, which is what is made
where no number is given, have about a million statements. As in real archives little is even: a few actors say tens of
thousands of things and most say one or two, a few issues and outlets have most, words follow Zipf, one story in twenty
stands in several outlets, and what is not dated to the day is dated to a month, a year, a range, or not at all.
"""

import datetime
import gc
import random
import sys
import time
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from benchmarks.articles import ENDS, GIVEN, ONSETS, ROLES, VOWELS
from standpunt import model, registry
from standpunt.dossier import outlined
from standpunt.dossier.blocs import GOVERNING
from standpunt.dossier.issues import Codebook
from standpunt.model import ActorKind, EventKind, EventStatus, Form, Moment, Reason, Role, Span, Stance
from standpunt.store import Builder

ARTICLES = 100_000
SEED = 20250214

FIRST, DAYS = datetime.date(2015, 1, 1), 3650
WORDS, PARTIES, OUTLETS, ISSUES, GROUPS = 40_000, 30, 60, 20, 12
PEOPLE = 0.6
"""Actors for each article: the tail grows with the archive."""

KINDS = [ActorKind.PERSON] * 15 + [ActorKind.ORGANISATION] * 5 + [ActorKind.GROUP] * 2 + [ActorKind.STATE]
FORMS = [Form.DIRECT] * 8 + [Form.INDIRECT] * 10 + [Form.MIXED]
STANCES = (
    [Stance.SUPPORT] * 8 + [Stance.OPPOSE] * 7 + [Stance.CONDITIONAL] * 3 + [Stance.OPEN, Stance.DECLINES]
)
WHY = Reason("generated")


T = TypeVar("T")


class Zipf(Generic[T]):
    """Draws the first things often and the last ones seldom."""

    def __init__(self, things: Sequence[T], head: float) -> None:
        self.things = things
        self.weights = list(accumulate(1 / (at + head) for at in range(len(things))))

    def draw(self, chance: random.Random) -> T:
        return self.things[bisect(self.weights, chance.random() * self.weights[-1])]

    def several(self, chance: random.Random, number: int) -> list[T]:
        return chance.choices(self.things, cum_weights=self.weights, k=number)


@dataclass(slots=True)
class Told:
    """A text that grows sentence by sentence, with what is found in it."""

    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    blocks: list[Span] = field(default_factory=list)
    mentions: list[model.Mention] = field(default_factory=list)
    statements: list[model.Statement] = field(default_factory=list)
    lemmas: list[model.Lemma] = field(default_factory=list)
    times: list[model.TimeExpression] = field(default_factory=list)
    events: list[model.EventMention] = field(default_factory=list)

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def mention(self, who: model.Actor, chain: int) -> Span:
        span = self.add(who.name)
        form = model.MentionForm.NAME
        self.mentions.append(model.Mention(span, span, form, who.kind, chain, WHY))
        return span

    def end(self, start: int, mark: str = ". ") -> None:
        self.sentences.append(Span(start, self.add(mark).end))


class Archive:
    """All that is made, in the order in which it is published."""

    def __init__(self, articles: int, seed: int = SEED) -> None:
        self.chance = chance = random.Random(seed)
        words = list(dict.fromkeys(_word(chance) for _ in range(2 * WORDS)))[:WORDS]
        self.words = Zipf(words, 3)
        made_up = [f"Partij {words[at].capitalize()}" for at in range(100, 100 + PARTIES)]
        self.parties = [*_parties(), *made_up][:PARTIES]
        self.actors = list(self._actors(round(articles * PEOPLE)))
        self.cast = Zipf(self.actors, 6)
        self.outlets = Zipf([f"De {words[at].capitalize()}bode" for at in range(300, 300 + OUTLETS)], 1)
        self.issues = [
            model.Issue(id=f"kwestie-{at}", label=words[at].capitalize(), proposal=f"Er komt een {words[at]}")
            for at in range(500, 500 + ISSUES)
        ]
        self.about = Zipf(self.issues, 1)
        self.groups = {
            each.id: [f"{word} van {each.label}" for word in words[at : at + GROUPS]]
            for at, each in enumerate(self.issues, 600)
        }
        self.articles: list[model.DatedArticle] = []
        self.stories: list[model.Story] = []
        self.utterances: list[model.Utterance] = []
        self.positions: list[model.Position] = []
        self.conditions: list[model.Condition] = []
        while len(self.articles) < articles:
            self._story(len(self.articles))

    # ------------------------------------------------------------------------------------------ who

    def _actors(self, number: int) -> Iterator[model.Actor]:
        chance, known = self.chance, iter(sorted(registry.load().all_persons, key=lambda one: one.key)[:40])
        for at, party in enumerate(self.parties):
            yield model.Actor(f"partij:{at}", party, ActorKind.PARTY, WHY, aliases=(party,))
        for at in range(number - PARTIES):
            kind = chance.choice(KINDS)
            person = kind is ActorKind.PERSON
            name = (
                _name(chance)
                if person
                else f"{_word(chance).capitalize()}{chance.choice(['bond', 'raad', 'fonds'])}"
            )
            fact = next(known, None) if person and at % 3 == 0 else None
            party = self.parties[min(int(chance.expovariate(0.15)), PARTIES - 1)] if person and at % 2 else ""
            yield model.Actor(
                f"actor:{at}", fact.name if fact else name, kind, WHY, party,
                (chance.choice(ROLES),) if person else (), (), (name, name.split()[-1]), fact.key if fact else "",
            )  # fmt: skip

    # ------------------------------------------------------------------------------------------ what

    def _story(self, number: int) -> None:
        """An article, and sometimes others that print the same."""
        chance = self.chance
        published = _published(chance, FIRST + datetime.timedelta(int(DAYS * chance.random() ** 0.7)))
        cast = list(dict.fromkeys(self.cast.several(chance, chance.randint(3, 8))))
        told, speakers = self._told(cast)
        copies = chance.randint(2, 5) if chance.random() < 0.05 else 1
        ids = [f"{chance.getrandbits(48):012x}" for _ in range(copies)]
        dated = [self._dated(id, told, cast, published) for id in ids]
        self.articles += dated
        self.stories.append(model.Story(f"{ids[0]}s", tuple(ids), WHY))
        for at, speaker in enumerate(speakers):
            witnesses = tuple(model.Witness(id, at) for id in ids)
            self.utterances.append(model.Utterance(f"{ids[0]}-u{at + 1}", speaker.id, witnesses, 0, WHY))
        if chance.random() < 0.4:
            self._takes(dated, speakers, self.about.draw(chance).id)

    def _told(self, cast: Sequence[model.Actor]) -> tuple[Told, list[model.Actor]]:
        chance, told, speakers = self.chance, Told(), list[model.Actor]()
        told.blocks.append(told.add(" ".join(self.words.several(chance, 6)).capitalize()))
        told.end(0, "\n")
        for _ in range(1 + min(39, int(chance.expovariate(0.107)))):
            begun = len(told.text)
            speaker = chance.choice(cast)
            speakers.append(speaker)
            self._statement(told, cast, cast.index(speaker))
            start = len(told.text)
            told.add(" ".join(self.words.several(chance, 9)).capitalize())
            if chance.random() < 0.25:
                word = told.add(" vorige week")
                span = Span(word.start + 1, word.end)
                offset = model.Offset("week", -1)
                told.times.append(model.TimeExpression(span, model.TimexType.DATE, WHY, None, offset))
            told.end(start, ".\n")
            told.blocks.append(Span(begun, len(told.text) - 1))
        self._present(told, cast)
        if chance.random() < 0.6:
            self._happening(told, cast)
        return told, speakers

    def _statement(self, told: Told, cast: Sequence[model.Actor], chain: int) -> None:
        chance, form, start = self.chance, self.chance.choice(FORMS), len(told.text)
        source = told.mention(cast[chain], chain)
        cue = told.add(" zegt")
        told.lemmas.append(model.Lemma(Span(cue.start + 1, cue.end), "zeggen"))
        told.add(" „" if form is Form.DIRECT else " dat ")
        content = len(told.text)
        for at, word in enumerate(self.words.several(chance, chance.randint(5, 14))):
            inflected = chance.random() < 0.15
            span = told.add(f"{' ' * bool(at)}{word}{'den' * inflected}")
            if inflected:
                told.lemmas.append(model.Lemma(Span(span.start + bool(at), span.end), word))
        if chance.random() < 0.3:
            other = chance.randrange(len(cast))
            told.add(" ")
            told.mention(cast[other], other)
        if form is Form.MIXED:
            told.add(" „" + " ".join(self.words.several(chance, 4)))
        span = Span(content, len(told.text))
        said = len(told.times) - 1 if told.times and chance.random() < 0.2 else None
        sure, declines = round(1 - chance.random() ** 3 / 2, 3), chance.random() < 0.02
        cue = Span(cue.start + 1, cue.end)
        told.statements.append(
            model.Statement(
                (span,), form, WHY, WHY, cue, source, chain, said=said, declines=declines, confidence=sure
            )
        )
        told.end(start, ". " if form is Form.INDIRECT else "”. ")

    def _present(self, told: Told, cast: Sequence[model.Actor]) -> None:
        """Whoever has not been named yet."""
        for chain in sorted(set(range(len(cast))) - {each.chain for each in told.mentions}):
            start = len(told.text)
            told.mention(cast[chain], chain)
            told.add(" was erbij")
            told.end(start)
            told.blocks.append(Span(start, len(told.text) - 1))

    def _happening(self, told: Told, cast: Sequence[model.Actor]) -> None:
        chance, start = self.chance, len(told.text)
        kind = chance.choice(list(EventKind))
        told.add("Er was een ")
        trigger = told.add(kind.value)
        told.end(start, ".")
        status = chance.choice([EventStatus.HAPPENED] * 4 + [EventStatus.PLANNED, EventStatus.HYPOTHETICAL])
        told.events.append(
            model.EventMention(trigger, kind, status, WHY, WHY, tuple(range(min(2, len(cast)))))
        )
        told.blocks.append(Span(start, len(told.text)))

    def _dated(
        self, id: str, told: Told, cast: Sequence[model.Actor], published: Moment
    ) -> model.DatedArticle:
        outlet = self.outlets.draw(self.chance)
        roles = [Role.HEADLINE, *[Role.BODY] * len(told.blocks)]
        article = model.Article(
            id, f"{id}t", told.text,
            tuple(model.Block(span, role) for span, role in zip(told.blocks, roles, strict=False)),
            model.Provenance(f"{outlet}/{id}.txt", "text"), told.blocks[0].of(told.text), outlet,
            url=f"https://voorbeeld.nl/{id}", published=published,
        )  # fmt: skip
        chains = tuple(
            model.Chain(
                who.name, who.kind,
                tuple(at for at, each in enumerate(told.mentions) if each.chain == number), WHY,
                party=who.party,
            )
            for number, who in enumerate(cast)
        )  # fmt: skip
        reading = model.Reading(
            id, tuple(told.times), tuple(told.mentions), chains, tuple(told.statements), (), (),
            tuple(told.events), tuple(told.sentences), tuple(told.lemmas),
        )  # fmt: skip
        week = _before(published)
        times = tuple(model.ResolvedTime("2025-W01", week, WHY) for _ in told.times)
        return model.DatedArticle(article, reading, published, times, tuple(who.id for who in cast))

    # ------------------------------------------------------------------------------------------ where they stand

    def _takes(
        self, dated: Sequence[model.DatedArticle], speakers: Sequence[model.Actor], issue: str
    ) -> None:
        chance = self.chance
        taken = [at for at in range(len(speakers)) if chance.random() < 0.25]
        for each in dated:
            for at in taken:
                actor = speakers[at].id
                mind = random.Random(f"{actor} {issue} {chance.random() < 0.1 and at}")
                stance, span = mind.choice(STANCES), each.reading.statements[at].content[0]
                self.positions.append(
                    model.Position(
                        actor, issue, stance, each.published, each.article.id, span, WHY, "named", at
                    )
                )
                if stance is Stance.CONDITIONAL:
                    group = mind.choice(self.groups[issue])
                    self.conditions.append(
                        model.Condition(
                            actor, issue, each.published, each.article.id, span, group, 0, statement=at
                        )
                    )

    def shifts(self) -> Iterator[model.Shift]:
        """Where an actor shows another stance than he did the day before he spoke."""
        rows: dict[tuple[str, str], list[model.Position]] = defaultdict(list)
        for each in sorted(self.positions, key=lambda position: position.held.in_time):
            if each.held.precision == "day":
                rows[each.issue, each.actor].append(each)
        for row in rows.values():
            for one, other in pairwise(row):
                if one.stance is not other.stance and one.held != other.held:
                    yield model.Shift(one, other)

    def events(self) -> Iterator[model.Event]:
        """Every third is told by three articles of the same days."""
        waiting: dict[EventKind, list[tuple[model.DatedArticle, int]]] = defaultdict(list)
        for dated in self.articles:
            for at, mention in enumerate(dated.reading.events):
                waiting[mention.kind].append((dated, at))
        for kind, told in waiting.items():
            while told:
                several = [told.pop() for _ in range(min(self.chance.choice([1, 1, 3]), len(told)))]
                one, at = several[0]
                mention = one.reading.events[at]
                yield model.Event(
                    f"{one.article.id}-e{at}", kind, kind.value, mention.status, one.published,
                    tuple(model.Telling(each.article.id, number) for each, number in several), WHY,
                    tuple(one.actors[chain] for chain in mention.participants),
                )  # fmt: skip

    def dossier(self) -> model.Dossier:
        """As `dossier.assemble` and `dossier.code` order it."""
        articles = sorted(self.articles, key=lambda each: (*each.published.in_time, each.article.id))
        number = {each.article.id: at for at, each in enumerate(articles)}
        shifts = tuple(self.shifts())
        return model.Dossier(
            tuple(articles),
            tuple(sorted(self.actors, key=lambda actor: (actor.name, actor.id))),
            events=tuple(sorted(self.events(), key=lambda event: (*event.when.in_time, event.id))),
            issues=tuple(self.issues),
            positions=tuple(sorted(self.positions, key=lambda each: (number[each.article], each.evidence))),
            conditions=tuple(self.conditions),
            shifts=shifts,
            contradictions=tuple(
                model.Contradiction(each.before, each.after) for each in shifts if self.chance.random() < 0.3
            ),
            stories=tuple(sorted(self.stories, key=lambda each: number[each.articles[0]])),
            utterances=tuple(sorted(self.utterances, key=lambda each: number[each.witnesses[0].article])),
        )


def _parties() -> Iterator[str]:
    """Those of the country whose coalition and opposition are the blocs where a codebook names none."""
    known = registry.load()
    home = known.state(GOVERNING[0].coalition)
    for body in known.all_bodies:
        found = known.state(body.of) if body.kind is ActorKind.PARTY else None
        if found is not None and home is not None and found.state == home.state:
            yield body.name


def _word(chance: random.Random) -> str:
    stem = "".join(chance.choice(ONSETS).lower() + chance.choice(VOWELS) for _ in range(chance.randint(1, 2)))
    return stem + chance.choice([*ENDS, "t", "k", "n", "r"])


def _name(chance: random.Random) -> str:
    surname = "".join(
        chance.choice(ONSETS).lower() + chance.choice(VOWELS) for _ in range(chance.randint(1, 2))
    )
    return f"{chance.choice(GIVEN)} {chance.choice(['', '', 'van ', 'de '])}{surname.capitalize()}{chance.choice(ENDS)}"


def _published(chance: random.Random, day: datetime.date) -> Moment:
    kind = chance.random()
    if kind < 0.85:
        return Moment(day, day)
    if kind < 0.90:
        first = day.replace(day=1)
        return Moment(first, (first + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1))
    if kind < 0.92:
        return Moment(datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31))
    if kind < 0.96:
        return Moment(day, day + datetime.timedelta(chance.randint(1, 90)))
    return Moment(None, day) if kind < 0.97 else Moment(day, None) if kind < 0.98 else Moment()


def _before(published: Moment) -> Moment:
    """The week before."""
    if published.earliest is None or published.latest is None:
        return Moment()
    return Moment(published.earliest - datetime.timedelta(7), published.latest - datetime.timedelta(1))


def write(path: Path, articles: int = ARTICLES, seed: int = SEED) -> None:
    """Makes the file. A hundred articles have been corrected, and as many corrections are kept."""
    gc.disable()  # millions of objects that hold no circles
    made = Archive(articles, seed).dossier()
    with Builder(path) as builder:
        aside = [model.SetAside(f"kapot/{at}.txt", "", "no text", "") for at in range(articles // 200)]
        for at in range(0, len(made.articles), 1_000):
            batch = made.articles[at : at + 1_000]
            builder.collect([each.article for each in batch])
            builder.keep([(each.article, each.reading) for each in batch], "generated")
        builder.collect([], aside)
        builder.keep_codebook(msgspec.json.encode(Codebook("generated", made.issues)).decode())
        corrections = tuple(_corrections(made.articles[:: max(1, articles // 100)]))
        builder.correct(corrections)
        whole = outlined(replace(made, set_aside=tuple(aside), corrections=corrections))
        corrected = {each.article.id for each in made.articles[:: max(1, articles // 100)]}
        builder.write(replace(whole, corrected=corrected), "generated", build_at="2025-02-14T12:00:00")
    gc.enable()


def _corrections(articles: Iterable[model.DatedArticle]) -> Iterator[model.Correction]:
    for number, dated in enumerate(articles, 1):
        article, span = dated.article, dated.reading.statements[0].content[0]
        anchor = model.Anchor(article.id, article.provenance.source, "", span.of(article.text))
        yield model.Correction(
            number,
            model.Change.REJECT,
            anchor,
            model.Values(),
            model.Values(),
            "lezer",
            "2025-02-14T12:00:00",
        )


def main(path: Path, articles: int = ARTICLES) -> None:
    began = time.perf_counter()
    write(path, articles)
    seconds = time.perf_counter() - began
    print(f"{articles:,} articles in {seconds:.0f} s: {path.stat().st_size:,} bytes in {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(each) for each in sys.argv[2:]))
