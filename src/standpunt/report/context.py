"""What each part of the page prints. Templates only print: all that is decided is decided before.

Every `text` is a stretch of an article, exactly as it stands there; every `label` is Dutch for people.
Anchors: `a-X` an article, `s-X-N` the words of its statement N, `u-X-N` the same statement under its speaker,
`g-X-N` the words that tell its event N, `h-X-N` those that show its position N, `wie-NAME` the speaker, `kwestie-ID` an
issue. X comes from the article's id and lives as long.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from standpunt.display.axis import Tick
from standpunt.display.parts import Badge, When


@dataclass(frozen=True, slots=True)
class Chip:
    """A speaker in small: initials and colour, leading to his section."""

    name: str
    initials: str
    colour: int
    anchor: str
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """Where a statement begins in the text. It prints no text of its own, so that the text stays the text."""

    anchor: str
    initials: str
    colour: int
    label: str


@dataclass(frozen=True, slots=True)
class StanceFlag:
    """Where words begin that show a position; it prints no text of its own either. `stance` is its class, `word` what
    stands in it, `label` who holds what, `href` the issue."""

    anchor: str
    stance: str
    word: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Part:
    """Words of an article and what they are: `css` is their class, `title` who or when is meant, `frames` the
    statements (`3 4`) whose cue or source they are, `anchor` set where they begin to tell an event, `stances` the
    positions that they begin to show."""

    text: str
    css: str = ""
    title: str = ""
    frames: str = ""
    anchor: str = ""
    stances: tuple[StanceFlag, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that belongs to the same statements: `numbers` (`3 4`, outermost first; empty outside all).
    `css` are its classes, of the innermost statement and the one around it; `flags` are the statements that
    begin here."""

    parts: tuple[Part, ...]
    css: str = ""
    numbers: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article. `tag` is its element, `role` its class, `label` what it is, if not plain."""

    tag: str
    role: str
    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Clue:
    """A piece of evidence for the date of an article."""

    rule: str
    words: str
    days: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article in full. `heading` is set where its text has no headline of its own; `named` tells whether
    that is a title (shown) or only its first words (for those who cannot see the page). `link` is a safe
    address or empty."""

    anchor: str
    short: str
    label: str
    heading: str
    named: bool
    when: When
    told: str
    source: str
    author: str
    link: str
    file: str
    revised: str
    clues: tuple[Clue, ...]
    speakers: tuple[Chip, ...]
    paragraphs: tuple[Paragraph, ...]


# --------------------------------------------------------------------------------------------- the actors


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement under its speaker, in its sentence: parts of class `said` are what is said, `cue` the cue
    (`said cue` where it stands inside), and `gap` stands for words left out. `why` are lines: the rules that
    found it and its speaker, to whom and when it was said."""

    anchor: str
    form: str
    parts: tuple[Part, ...]
    badges: tuple[Badge, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one actor says in one article at one time. `published` is the article's date if it is another."""

    when: When
    published: When | None
    article: str
    label: str
    source: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    chip: Chip
    kind: str
    party: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    articles: int
    occasions: tuple[Occasion, ...]


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """Actors of one kind that are spoken of and do not speak: each with the number of articles."""

    label: str
    names: tuple[tuple[str, int], ...]


# --------------------------------------------------------------------------------------------- the timeline


@dataclass(frozen=True, slots=True)
class Bar:
    """Something on the timeline, at a `display.axis.Place`. `size` is a height in pixels, `status` that of an event."""

    kind: str
    x: str
    width: str
    size: int
    colour: int
    href: str
    label: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the timeline, of a speaker (with a chip) or of an article (with a date)."""

    label: str
    href: str
    detail: str
    chips: tuple[Chip, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class EventLane:
    """A row of an event: `what` leads to where it is told first, `places` to each other telling, with the label of its
    article; `status` is empty for what has happened, `who` those who take part; `why` are the rules behind it."""

    when: str
    what: str
    where: str
    kind: str
    status: str
    who: str
    href: str
    places: tuple[tuple[str, str], ...]
    why: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Timeline:
    """`undated` is where the strip for what has no date begins, in per cent; empty where all is dated."""

    ticks: tuple[Tick, ...]
    undated: str
    speakers: tuple[Lane, ...]
    more_speakers: int
    events: tuple[EventLane, ...]
    articles: tuple[Lane, ...]
    dated: bool


# --------------------------------------------------------------------------------------------- the issues


@dataclass(frozen=True, slots=True)
class Badged:
    """A stance: its class and its word."""

    stance: str
    word: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody shows at one moment in one article: the sentences, with the words that show it in parts of class
    `said`, and where they stand. `who` has no anchor where he has no section. `told` is how it is known."""

    who: Chip
    stance: Badged
    when: When
    parts: tuple[Part, ...]
    href: str
    article: str
    told: str


@dataclass(frozen=True, slots=True)
class ActorStands:
    """What an actor showed last on an issue, and what he showed at other moments, in order of time."""

    last: Standing
    others: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """Conditions that are one over actors and articles, each with what is to be known of it (`te vervullen door`)."""

    name: str
    stated: tuple[tuple[Standing, str], ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """Where somebody then stands; without a stance it still hangs on these groups of conditions."""

    who: Chip
    stance: Badged | None
    hangs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assumable:
    """A group of conditions, and where those who set them stand if it alone holds, or fails."""

    name: str
    holds: tuple[Consequence, ...]
    fails: tuple[Consequence, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A condition as the script reads it: its place among the groups, the number of its list, whether one of that list
    is enough, whether it stops what is proposed, and the stances if it is met and if it fails."""

    sentence: Standing
    group: int
    list: int
    any: bool
    unless: bool
    met: str
    failed: str


@dataclass(frozen=True, slots=True)
class Hanging:
    """Somebody whose stance hangs on conditions, those of one list beside each other."""

    who: Chip
    conditions: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """The smallest sets of groups, and whether each holds, that bring about an aim: none where nothing does, an empty
    one where nothing is needed. There may be `more`."""

    aim: str
    sets: tuple[tuple[tuple[str, bool], ...], ...]
    more: bool


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`settled` are those whose stance hangs on no condition, `majority` how many make more than half of all."""

    groups: tuple[Assumable, ...]
    hanging: tuple[Hanging, ...]
    settled: tuple[tuple[Chip, Badged], ...]
    majority: int
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two positions, with what is to be known of the pair."""

    one: Standing
    other: Standing
    told: str


@dataclass(frozen=True, slots=True)
class Together:
    """A party or a bloc: the stance of most of its members, None where none has most, how many take each, and those who
    take another one."""

    name: str
    stance: Badged | None
    tally: str
    deviating: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """`tally` is how many actors take each stance, `silent` who speaks in an article about it and takes none, with the
    number of articles."""

    anchor: str
    label: str
    proposal: str
    tally: str
    stands: tuple[ActorStands, ...]
    together: tuple[Together, ...]
    conditions: tuple[ConditionGroup, ...]
    whatif: WhatIf | None
    shifts: tuple[SideBySide, ...]
    contradictions: tuple[SideBySide, ...]
    silent: tuple[tuple[Chip, int], ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An actor, and for each issue of the table his stance with the place of the sentence, or None."""

    who: Chip
    cells: tuple[tuple[Badged, When, str] | None, ...]


@dataclass(frozen=True, slots=True)
class Issues:
    """The issues on which somebody takes a position; `matrix` is empty where that is one. `without` are the labels of
    the others, `words` all stances, for the script."""

    listed: tuple[IssueView, ...]
    matrix: tuple[MatrixRow, ...]
    without: tuple[str, ...]
    words: tuple[Badged, ...]


# --------------------------------------------------------------------------------------------- the page


@dataclass(frozen=True, slots=True)
class SetAsideView:
    source: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The opening sentence, in parts."""

    articles: str
    statements: str
    speakers: str
    actors: str
    period: str
    undated: str
    set_aside: str
    issues: str
    positions: str


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    summary: Summary
    timeline: Timeline
    issues: Issues
    actors: Sequence[ActorView]
    named: Sequence[NamedGroup]
    articles: Sequence[ArticleView]
    set_aside: Sequence[SetAsideView]
    statements: int
