"""The nouns of Standpunt, frozen and typed. Data only: what is done with them stands elsewhere.

Three families, in the order in which they come about:

    Article, Block, Speaker, Moment    what a source gives
    Reading: Mention, Chain,           what one article says, knowing no other
             TimeExpression, Statement,
             EventMention
    Dossier: DatedArticle, Actor,      what all articles say together; with a codebook, who stands where on
             Story, Utterance, Event;  its issues, on which condition, and what changed
             Issue, Position,
             Condition, Shift,
             Contradiction

Every finding is a `Span`: half-open offsets, in code points, into the text of its own article, so that
`text[start:end]` is what every screen shows. All nouns are immutable and survive a trip through JSON
(`msgspec` reads and writes them by their types).
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import msgspec
from msgspec import Struct


class Span(NamedTuple):
    """Half-open character offsets into an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: the rule that fired, the word-list entry it used, and what else was possible."""

    rule: str
    entry: str = ""
    candidates: tuple[str, ...] = ()


# ---------------------------------------------------------------------------------------------- moments


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence for a date: the words it rests on and the days that it allows, both inclusive."""

    rule: str
    words: str
    earliest: datetime.date | None
    latest: datetime.date | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """The days, both inclusive, between which something lies, and the evidence for it.

    A side without a bound is None; a Moment without either is open. `2025-02` is the whole month, never its
    first day.
    """

    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    evidence: tuple[Clue, ...] = ()

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, `range`, `half-open` or `open`."""
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return "open" if first is last else "half-open"
        if first == last:
            return "day"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return "year"
        whole_month = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
        return "month" if whole_month and (first.year, first.month) == (last.year, last.month) else "range"

    @property
    def width(self) -> int | None:
        """Number of days from the first to the last, inclusive; None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def in_time(self) -> tuple[bool, datetime.date, datetime.date]:
        """To sort by: the first possible day, then the last; what is open comes last."""
        first, last = self.earliest or self.latest, self.latest or self.earliest
        return first is None, first or datetime.date.max, last or datetime.date.max

    def __str__(self) -> str:
        match self.precision:
            case "open":
                return "onbekend"
            case "day":
                return f"{self.earliest}"
            case "month":
                return f"{self.earliest:%Y-%m}"
            case "year":
                return f"{self.earliest:%Y}"
        return f"{self.earliest or '..'}/{self.latest or '..'}"


# ---------------------------------------------------------------------------------------------- articles


class Role(StrEnum):
    """What a block of an article is."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    HEADING = "heading"
    PULL_QUOTE = "pull quote"
    CAPTION = "caption"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


class Speaker(Struct, frozen=True, omit_defaults=True):
    """Who says a block, where the source states it. `named` are the words of the text that say so (`De heer Vos (LA)`);
    the other fields may tell more than these: the name in full, the role and the party at the time."""

    name: str
    named: Span
    role: str = ""
    party: str = ""
    gender: str = ""


class Block(Struct, frozen=True, omit_defaults=True):
    """A stretch of an article with one role, within one paragraph (no newline inside); blocks do not overlap. With a
    `speaker` it is his speech, all of it."""

    span: Span
    role: Role
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article came from: the file or address as given, its format, and which part of it (`regel 3`)."""

    source: str
    format: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its source gave it. `text` is never changed after reading.

    `id` hashes the text and where it came from; copies of one text share `text_hash`. `published` is what the
    source states (often open); what the words support is found later, by `dossier.chronology`. `revised` is the
    source's own statement of a later change, as written (`vandaag, 11:33`).
    """

    id: str
    text_hash: str
    text: str
    blocks: tuple[Block, ...]
    provenance: Provenance
    title: str = ""
    outlet: str = ""
    agency: str = ""
    author: str = ""
    url: str = ""
    language: str = "nl"
    published: Moment = Moment()
    revised: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A piece of the input that did not become an article, and why; the rest went on."""

    source: str
    part: str
    reason: str
    hint: str = ""


# ---------------------------------------------------------------------------------------------- readings


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Direction(StrEnum):
    """Which one of the times that a name fits is meant, seen from the day of publication.

    `past`: the last that has begun, the day itself included; `last`: the last that is over; `future`: the first that
    is not over; `next`: the first that has yet to begin; `this`: the one of the same year, or for a day the one
    close by; `near`: the nearest, among equals the earlier.
    """

    PAST = "past"
    LAST = "last"
    FUTURE = "future"
    NEXT = "next"
    THIS = "this"
    NEAR = "near"


class Offset(Struct, frozen=True, tag="offset"):
    """A count of whole units from the one that holds the day of publication: `gisteren` is (`day`, -1), `volgend
    jaar` (`year`, 1). With `told` it counts from the time told before it (`een dag later`), with `of` from the first
    day of another one, to the day (`drie maanden na Pasen`). `tail` is what TIMEX3 puts after a day: `TMO`,
    `T08:28`. Hours, minutes and seconds count from the hour of publication where it is known."""

    unit: str
    count: int = 0
    told: bool = False
    tail: str = ""
    of: Offset | Named | str | None = None


class Named(Struct, frozen=True, tag="named"):
    """A time that comes back, in TIMEX3's own notation for what is left open: `XXXX-WXX-6` is a Saturday,
    `XXXX-01-20`, `XXXX-11`, `XXXX-SU`, `XXXX-Q1`, `XXXX-H1`, `XXXX-WXX-WE`, `XXXX-XX-14`; a day of the calendar of
    feasts by its name in `fixture`. `direction` picks one, or `within` says in which week, month or year it lies;
    `weekday` (1 Monday to 7) is told beside a date (`zaterdag 15 februari`). `XXXX-07-W2` is the second week of a
    July, `XXXX-07-W9` the last."""

    pattern: str
    direction: Direction = Direction.NEAR
    within: Offset | None = None
    weekday: int = 0
    fixture: str = ""
    tail: str = ""


class Stretch(Struct, frozen=True, tag="stretch"):
    """A stretch with two ends, each relative or a TIMEX3 value: `van maart tot mei`."""

    first: Offset | Named | str
    last: Offset | Named | str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time told in an article.

    `value` is TIMEX3 when it does not depend on the day of publication (`2014`, `PXD`, `PRESENT_REF`). Otherwise
    it is None and `relative` says how it follows from that day; `reading.times.resolve` gives both the value and
    the days once the article has a Moment. What has both is a length with days of its own: `de afgelopen vijf jaar`
    is `P5Y`, and `relative` are those days.
    """

    span: Span
    type: TimexType
    reason: Reason
    value: str | None = None
    relative: Offset | Named | Stretch | None = None


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PARTY = "party"
    STATE = "state"
    ALLIANCE = "alliance"
    GROUP = "group"


class MentionForm(StrEnum):
    """How an actor is referred to: by name, by a role or description, by a pronoun, as a group."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to an actor: the whole phrase (`de Franse president Macron`) and, inside it, its `head`
    (`Macron`), the name or the noun. `chain` is the index of its chain in the Reading, None while unresolved."""

    span: Span
    head: Span
    form: MentionForm
    kind: ActorKind
    chain: int | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one article that are one actor.

    `name` is the fullest name that the article or the registry gives; `role` and `party` stand only where the
    article gives them. `identity` is the registry's key of the actor (`persoon:mark-rutte`), when exactly one
    candidate remained; it may depend on the article's date, and then `dossier.identity` decides. `acts` is false
    for what the article only passes by: a place, the medium, people spoken of in general.
    """

    name: str
    kind: ActorKind
    mentions: tuple[int, ...]
    reason: Reason
    role: str = ""
    party: str = ""
    gender: str = ""
    plural: bool = False
    identity: str = ""
    acts: bool = True


class Form(StrEnum):
    """`direct`: all of the content stands in quotation marks; `indirect`: none; `mixed`: a part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of attribution: somebody is reported to say, write, think, expect, want, promise, ask, deny,
    decline to say, or otherwise hold something.

    `content` are the spans of what is said, in order, without quotation marks, cue and source. `speaker` and `via`
    are indices of chains in the Reading; None where nobody could be named (`why_speaker` lists the candidates).
    `confidence` is how sure the whole attribution is, between 0 and 1.
    """

    content: tuple[Span, ...]
    form: Form
    why: Reason
    why_speaker: Reason
    cue: Span | None = None
    source: Span | None = None
    speaker: int | None = None
    via: int | None = None
    declines: bool = False
    addressee: Span | None = None
    occasion: Span | None = None
    said: int | None = None
    confidence: float = 1.0


class Stance(StrEnum):
    """What somebody holds of a proposal: wants it, rejects it, would if a condition is met, does not rule it out,
    refuses to say."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    CONDITIONAL = "conditional"
    OPEN = "open"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True)
class Attitude:
    """What somebody in an article wants, rejects or leaves open, whatever the issue: `sluit deelname niet uit`.

    `holder` is the index of a chain in the Reading, None while unresolved. `stance` is towards what `target`, the
    spans of the words governed, says when it is read without its `niet` or `geen`. `cue` are the words that show it,
    `statement` the index of the statement in whose words it stands, None where the reporter tells it. `refers` is true
    where its words point back to what was spoken of (`daarover`, `dat plan`). An attitude by the rule `deed` is any
    act: it shows a stance only on an issue that proposes just that.
    """

    stance: Stance
    target: tuple[Span, ...]
    cue: Span
    why: Reason
    holder: int | None = None
    statement: int | None = None
    refers: bool = False


@dataclass(frozen=True, slots=True)
class ConditionMention:
    """Words that state what must hold before somebody will do or accept something: `als Oekraïne er klaar voor is`.

    `span` is the shortest clause that states it, `applies` the words that hang on it (empty where they stand in other
    sentences). `holder` is whose condition it is and `must` who has to meet it, both indices of chains in the
    Reading, None while unresolved. `unless` is true where the condition stops it (`tenzij`). `demand` is true where
    only the thing that the clause makes a demand on can say whether it is a condition (`de missie moet ...`).
    `group` counts the lists of the article; all conditions of one list must hold, or one of them where `any` is true.
    """

    span: Span
    marker: Span
    why: Reason
    applies: tuple[Span, ...] = ()
    holder: int | None = None
    must: int | None = None
    statement: int | None = None
    unless: bool = False
    demand: bool = False
    group: int = 0
    any: bool = False


class EventKind(StrEnum):
    MEETING = "meeting"
    SUMMIT = "summit"
    TALKS = "talks"
    DEBATE = "debate"
    VISIT = "visit"
    VOTE = "vote"
    ELECTION = "election"
    DECISION = "decision"
    AGREEMENT = "agreement"
    ANNOUNCEMENT = "announcement"
    APPOINTMENT = "appointment"
    RESIGNATION = "resignation"
    ARREST = "arrest"
    TRIAL = "trial"
    VERDICT = "verdict"
    ATTACK = "attack"
    STRIKE = "strike"
    PROTEST = "protest"
    DISASTER = "disaster"


class EventStatus(StrEnum):
    """`happened`: told as having taken place, or as going on; `planned`: told as to come; `hypothetical`: wanted,
    feared, possible, conditional or rumoured."""

    HAPPENED = "happened"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words of an article that tell one event: something that takes place once, at a time and a place.

    `trigger` is the verb or the noun that names it, `theme` the noun of what a verb decides, announces or signs
    (`motie`). `participants` are indices of chains, `time` is one of a time
    expression in the Reading; None where none is told for it. `named` is the entry of the registry's calendar
    (`NAVO-top`). `again` is the index of an earlier mention in the Reading that this one takes up (`het overleg`).
    """

    trigger: Span
    kind: EventKind
    status: EventStatus
    why: Reason
    why_status: Reason
    participants: tuple[int, ...] = ()
    place: Span | None = None
    time: int | None = None
    named: str = ""
    again: int | None = None
    theme: Span | None = None


class Lemma(NamedTuple):
    """The dictionary form of a word, where it is not the word itself: `onderhandelen` of `onderhandelde`, `uitleggen`
    of the `legt` in `legt uit`."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, knowing no other. `said` of a statement is an index into `times`.

    `sentences` and `lemmas` (of nouns, verbs, adjectives and names) are in the order of the text; what is shown and
    searched rests on them.
    """

    article: str
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    statements: tuple[Statement, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
    conditions: tuple[ConditionMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    sentences: tuple[Span, ...] = ()
    lemmas: tuple[Lemma, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One of the texts that a source gave of an article, one after the other, and what it says. `build` is the number
    of the build that brought it (0: before builds were counted)."""

    build: int
    article: Article
    reading: Reading


# ---------------------------------------------------------------------------------------------- dossier


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """A time expression against its article's Moment: the TIMEX3 value and the days that it covers."""

    value: str
    moment: Moment
    reason: Reason


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An article in its dossier: its Moment, its times resolved (one for each in the reading), and, for each chain
    of the reading, the id of the actor."""

    article: Article
    reading: Reading
    published: Moment
    times: tuple[ResolvedTime, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody over all articles. `offices` are those of the registry that the articles speak of
    (`minister van Defensie, 2024-07-02/2026-02-23`); `aliases` the words that the articles use."""

    id: str
    name: str
    kind: ActorKind
    reason: Reason
    party: str = ""
    roles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A group of near-copies, or an article that has none: one text, as several outlets print it.

    `articles` are ids in order of date. `reason` names the least likeness by which one of them was taken in: the share
    of its five-word runs that it has in common with another one (`83%`).
    """

    id: str
    articles: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Witness:
    """A statement, by its article's id and its index in the reading, that gives the words of an utterance.

    Set beside the fullest witness: `adds` are the words here that the fullest lacks, `lacks` those of the fullest, in
    the text of its article, that are not here.
    """

    article: str
    statement: int
    adds: tuple[Span, ...] = ()
    lacks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same words of one speaker, said once, however many articles give them; or one statement alone.

    `speaker` is the id of an actor, empty where nobody could be named. `witnesses` are in the order of the articles, at
    most one an article; `fullest` is the index of the one with most words, the first of them among equals.
    """

    id: str
    speaker: str
    witnesses: tuple[Witness, ...]
    fullest: int
    reason: Reason


class Telling(NamedTuple):
    """Where an event is told: the article's id, and the index of the mention in its reading."""

    article: str
    mention: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is planned, over all articles.

    `what` is its name in the registry's calendar, or the noun or verb that tells it. `when` are the days on one of
    which it falls, or over which it lasts: those told, in all of the articles that tell it together; where none tells
    any, it is bounded by the articles' own days. `participants` are ids of actors; `reason` says why its mentions are
    one.
    """

    id: str
    kind: EventKind
    what: str
    status: EventStatus
    when: Moment
    told: tuple[Telling, ...]
    reason: Reason
    participants: tuple[str, ...] = ()
    place: str = ""


class Issue(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A proposal that actors are for or against, as a codebook has it. In a term `*` stands for the rest of a word
    (`klimaat*`); `against` are terms for the opposite, `about` tell only that the matter is spoken of."""

    id: str
    label: str
    proposal: str
    terms: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class Bloc(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who is counted together, as a codebook has it: `members`, names of actors and parties, or the `coalition` or
    the `opposition` of a state. From the first day up to, not including, the day `end`; open where None."""

    name: str
    members: tuple[str, ...] = ()
    coalition: str = ""
    opposition: str = ""
    start: datetime.date | None = msgspec.field(default=None, name="from")
    end: datetime.date | None = msgspec.field(default=None, name="to")


@dataclass(frozen=True, slots=True)
class Position:
    """A stance of an actor on an issue, at a moment, as one place in one article shows it.

    `held` is when, apart from when the article was published: `tot nu toe vond het kabinet` was held before. `evidence`
    are the words that show it, `statement` the index of the statement in whose words it stands, `attitude` or
    `condition` the index in the Reading of what it rests on. `near` is how the issue was found: `named` in the words
    themselves, in the same `sentence`, or `carried` over from what was said just before.
    """

    actor: str
    issue: str
    stance: Stance
    held: Moment
    article: str
    evidence: Span
    why: Reason
    near: str
    statement: int | None = None
    attitude: int | None = None
    condition: int | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold before an actor will do or accept what an issue proposes, as one place in one article states it.

    `group` is the condition over actors and articles: `Amerikaanse back-up` and `steun van de VS` are one. `must` is
    who has to meet it (empty where nobody is named). Conditions of one `list` (a number that counts within the article)
    must all hold, or one of them where `any` is true. The actor takes the stance `met` once they do and `failed` where
    one does not; `unless` is true where it is the holding that stops him.
    """

    actor: str
    issue: str
    held: Moment
    article: str
    span: Span
    group: str
    list: int
    must: str = ""
    any: bool = False
    unless: bool = False
    statement: int | None = None
    met: Stance = Stance.SUPPORT
    failed: Stance = Stance.OPPOSE


@dataclass(frozen=True, slots=True)
class Shift:
    """An actor who takes another stance than before. `before` is his own, or that of the side he stands for (`line`
    names it: the cabinet, his party), told by an article as its line so far. `offices` changed between the two."""

    before: Position
    after: Position
    line: str = ""
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two stances that do not go together, close in time: of one actor, or of two that stand for one side (`side`)."""

    one: Position
    other: Position
    side: str = ""


class Change(StrEnum):
    """What a correction does: with actors (one with another, a chain to another, another name), with a statement, or
    with a position. To accept one of these changes nothing: somebody has looked, and it is right."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    SPEAKER = "speaker"
    CONTENT = "content"
    REJECT = "reject"
    ADD = "add"
    STANCE = "stance"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article, by which a place is found again after it was revised or read anew: `before` and `after` are
    what stands around them, `source` and `part` where the article came from."""

    article: str
    source: str
    part: str
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Values:
    """What was there, or should be; empty where a correction is about something else, or there is none. `actor` is a
    name, with its id where there is one; `content` are the pieces of a statement in the words of its article."""

    actor: str = ""
    actor_id: str = ""
    content: tuple[str, ...] = ()
    form: str = ""
    issue: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody (`by`) set right, when (`at`, ISO 8601). `number` counts from 1 and is the order in which they are
    applied."""

    number: int
    change: Change
    anchor: Anchor
    before: Values
    after: Values
    by: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """A correction, by its number, that could not be applied any more, and why."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Taught:
    """What the corrections of stances on one issue taught. In the `passages` of the articles that have them, `rules` is
    the F1 of positions by the rules alone, `together` that with what was learned of the others of these articles, and
    `right` the share of what that adds which is right; without passages there were too few corrections. `used`: it
    judges the other articles."""

    issue: str
    corrections: int
    passages: int = 0
    rules: float = 0.0
    together: float = 0.0
    right: float = 0.0
    used: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """Many readings as one: articles in order of date (open ones last, ties by id), actors by name, events by day
    (open ones last). What comes from `issues` to `contradictions` needs a codebook, and is in the order of its issues
    or of the articles. Stories and utterances are in the order of the articles; each article is in one story, each
    statement in one utterance. `lost` are those of the `corrections` that could not be applied."""

    articles: tuple[DatedArticle, ...] = ()
    actors: tuple[Actor, ...] = ()
    set_aside: tuple[SetAside, ...] = field(default=())
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
    blocs: tuple[Bloc, ...] = ()
    positions: tuple[Position, ...] = ()
    conditions: tuple[Condition, ...] = ()
    shifts: tuple[Shift, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    stories: tuple[Story, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    corrections: tuple[Correction, ...] = ()
    lost: tuple[Lost, ...] = ()
    taught: tuple[Taught, ...] = ()
