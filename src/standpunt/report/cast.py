"""Who speaks: every statement of the dossier with its speaker, its moment and its place on the page.

A speaker keeps one colour over the whole page, and speakers of one article have different ones as far as the
palette reaches. Colour is never alone: each speaker has initials too.
"""

import datetime
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from standpunt.display.initials import initials
from standpunt.model import Actor, DatedArticle, Dossier, Moment, Statement

PALETTE = 8  # colours 1 to 8 of colours.css; 0 is the grey of an unknown speaker


@dataclass(frozen=True, slots=True)
class Speaker:
    """An actor as the page shows him: `anchor` of his section, initials, and a number in the palette."""

    id: str
    name: str
    anchor: str
    initials: str
    colour: int
    actor: Actor | None = None


UNKNOWN = Speaker(id="", name="Onbekende spreker", anchor="wie-onbekend", initials="?", colour=0)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, resolved. `number` counts from 1 in its article, `anchor` is unique on the page.

    `when` is when it was said, where the article tells (`told`); otherwise the article's own moment.
    """

    article: DatedArticle
    number: int
    anchor: str
    statement: Statement
    speaker: Speaker
    via: Speaker | None
    when: Moment
    told: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """All speakers by actor id, most statements first, and what was said in each article, by article id."""

    speakers: Mapping[str, Speaker]
    said: Mapping[str, tuple[Said, ...]]
    anchors: Mapping[str, str]

    @property
    def statements(self) -> tuple[Said, ...]:
        return tuple(one for article in self.said.values() for one in article)


def cast(dossier: Dossier) -> Cast:
    anchors = _short(article.article.id for article in dossier.articles)
    speakers = _speakers(dossier)
    said = {
        article.article.id: tuple(
            _said(article, number, f"{anchors[article.article.id]}-{number}", statement, speakers)
            for number, statement in enumerate(article.reading.statements, start=1)
        )
        for article in dossier.articles
    }
    return Cast(speakers, said, anchors)


def actor_id(article: DatedArticle, chain: int | None) -> str:
    """The actor of a chain of an article's reading; empty where there is none."""
    return article.actors[chain] if chain is not None and chain < len(article.actors) else ""


def event_anchor(article: str, number: int, cast: Cast) -> str:
    """The place in the text of an article, by its id, where its event of this number is told."""
    return f"g-{cast.anchors[article]}-{number}"


def days(when: Moment) -> Moment:
    """A moment without its evidence: the same days are the same moment, however they were found."""
    return Moment(when.earliest, when.latest)


def order(when: Moment) -> tuple[datetime.date, datetime.date]:
    """For sorting: by the first possible day, then by the last; what is open comes last."""
    never = datetime.date.max
    return when.earliest or when.latest or never, when.latest or never


def _said(
    article: DatedArticle, number: int, anchor: str, statement: Statement, speakers: Mapping[str, Speaker]
) -> Said:
    told = days(article.times[statement.said].moment) if statement.said is not None else Moment()
    published = days(article.published)
    later = order(told)[0] > (published.latest or datetime.date.max)  # it was said before it was in the paper
    known = told.precision != "open" and told != published and not later
    return Said(
        article=article,
        number=number,
        anchor=anchor,
        statement=statement,
        speaker=speakers.get(actor_id(article, statement.speaker), UNKNOWN),
        via=speakers.get(actor_id(article, statement.via)),
        when=told if known else published,
        told=known,
    )


def _speakers(dossier: Dossier) -> dict[str, Speaker]:
    """Every actor that speaks or passes on, most statements first, ties by name."""
    frequency: Counter[str] = Counter()
    together: list[set[str]] = []
    for article in dossier.articles:
        statements = article.reading.statements
        frequency.update(actor_id(article, statement.speaker) for statement in statements)
        passed_on = {actor_id(article, statement.via) for statement in statements}
        frequency.update(dict.fromkeys(passed_on, 0))
        together.append({actor_id(article, statement.speaker) for statement in statements} | passed_on)
    actors = {actor.id: actor for actor in dossier.actors}
    ranked = sorted(
        (actors[id] for id in frequency if id in actors),
        key=lambda actor: (-frequency[actor.id], actor.name, actor.id),
    )
    colours = _colours([actor.id for actor in ranked], together)
    initials = _initials(ranked, together)
    anchors = _slugs(ranked)
    return {
        actor.id: Speaker(
            actor.id, actor.name, anchors[actor.id], initials[actor.id], colours[actor.id], actor
        )
        for actor in ranked
    }


def _colours(ranked: Sequence[str], together: Iterable[set[str]]) -> dict[str, int]:
    """Greedy colouring: the colour least used in the articles that he shares, then least used at all."""
    neighbours: dict[str, Counter[str]] = defaultdict(Counter)
    for group in together:
        for one, other in combinations(sorted(group), 2):
            neighbours[one][other] += 1
            neighbours[other][one] += 1
    colours: dict[str, int] = {}
    used: Counter[int] = Counter()
    for actor in ranked:
        clashes: Counter[int] = Counter()
        for other, articles in neighbours[actor].items():
            if other in colours:
                clashes[colours[other]] += articles
        colours[actor] = min(
            range(1, PALETTE + 1), key=lambda colour: (clashes[colour], used[colour], colour)
        )
        used[colours[actor]] += 1
    return colours


def _initials(actors: Sequence[Actor], together: Iterable[set[str]]) -> dict[str, str]:
    """Two letters as a rule; one more of the surname for speakers who would share them in one article."""
    short = {actor.id: initials(actor.name, actor.kind, 1) for actor in actors}
    longer: set[str] = set()
    for group in together:
        here = Counter(short[id] for id in group if id in short)
        longer |= {id for id in group if id in short and here[short[id]] > 1}
    return {
        actor.id: initials(actor.name, actor.kind, 2) if actor.id in longer else short[actor.id]
        for actor in actors
    }


def _slugs(actors: Iterable[Actor]) -> dict[str, str]:
    """An anchor for each actor out of the name; a number is added to the second of a name."""
    taken: Counter[str] = Counter()
    slugs = {}
    for actor in actors:
        plain = unicodedata.normalize("NFKD", actor.name).encode("ascii", "ignore").decode().lower()
        slug = "wie-" + (re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x")
        taken[slug] += 1
        slugs[actor.id] = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
    return slugs


def _short(ids: Iterable[str]) -> dict[str, str]:
    """The shortest heads of the articles' ids, of at least six letters, that tell all of them apart."""
    plain = {id: re.sub(r"[^A-Za-z0-9_]", "", id) for id in ids}
    for length in range(6, max((len(one) for one in plain.values()), default=6) + 1):
        heads = {id: one[:length] for id, one in plain.items()}
        if len(set(heads.values())) == len(heads):
            return heads
    return {id: str(place) for place, id in enumerate(plain, start=1)}
