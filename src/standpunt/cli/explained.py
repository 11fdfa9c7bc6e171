"""What `standpunt explain` tells: each statement, event, attitude and condition with all that it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunt.model import DatedArticle, Dossier, Reading, Span

if TYPE_CHECKING:
    from standpunt.language import Analysis


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text, with its half-open place in it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Explained:
    """A statement and all that it rests on."""

    number: int
    sentence: Words
    content: tuple[Words, ...]
    form: str
    confidence: float
    declines: bool
    rule: str
    entry: str
    cue: Words | None
    source: Words | None
    speaker: str
    speaker_rule: str
    speaker_entry: str
    candidates: tuple[str, ...]
    via: str


@dataclass(frozen=True, slots=True)
class ExplainedEvent:
    """A mention of an event and all that it rests on. `again` is the number of the one that it takes up."""

    number: int
    sentence: Words
    trigger: Words
    kind: str
    rule: str
    entry: str
    status: str
    status_rule: str
    status_entry: str
    participants: tuple[str, ...]
    place: Words | None
    time: Words | None
    named: str
    again: int | None


@dataclass(frozen=True, slots=True)
class OnIssue:
    """What an attitude or a condition comes to on an issue of the codebook: the stance, how the issue was found
    (`named`, `sentence` or `carried`) and, of a condition, its group."""

    issue: str
    stance: str
    near: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class ExplainedAttitude:
    """What somebody wants, rejects or leaves open, and all that it rests on; `statement` is the number of the
    statement in whose words it stands, None where the reporter tells it. It is `issues` that make it a position."""

    number: int
    sentence: Words
    stance: str
    target: tuple[Words, ...]
    cue: Words
    rule: str
    entry: str
    holder: str
    statement: int | None
    refers: bool
    issues: tuple[OnIssue, ...]


@dataclass(frozen=True, slots=True)
class ExplainedCondition:
    """What must hold first; `applies` is what hangs on it, `list` its list in the article, 0 where it stands alone."""

    number: int
    sentence: Words
    clause: Words
    marker: Words
    applies: tuple[Words, ...]
    rule: str
    entry: str
    holder: str
    must: str
    statement: int | None
    unless: bool
    demand: bool
    list: int
    any: bool
    issues: tuple[OnIssue, ...]


@dataclass(frozen=True, slots=True)
class Considered:
    """A word of a list in a sentence, its entry, what it may show (`statement`, `attitude` or `condition`), and whether
    it did."""

    cue: Words
    entry: str
    shows: str
    used: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """`coded` is whether the dossier has issues; `cues` is None where they were not looked for: that needs the language
    model."""

    about: str
    statements: tuple[Explained, ...]
    events: tuple[ExplainedEvent, ...] = ()
    attitudes: tuple[ExplainedAttitude, ...] = ()
    conditions: tuple[ExplainedCondition, ...] = ()
    coded: bool = False
    cues: tuple[Considered, ...] | None = None


class Explaining:
    """The findings of one article as they are told; `names` are those of its chains, `made` what its dossier's codebook
    brought."""

    def __init__(self, dated: DatedArticle, names: Sequence[str], made: Dossier) -> None:
        self._dated, self._names, self._made = dated, names, made
        self._text, self._reading = dated.article.text, dated.reading

    def statements(self, which: Iterable[int]) -> tuple[Explained, ...]:
        """By their places in the reading."""
        from standpunt.store import rows

        found = []
        for at in which:
            each = self._reading.statements[at]
            found.append(
                Explained(
                    at + 1, self._words(rows.sentence_around(self._dated, each)), self._all(each.content),
                    each.form.value, each.confidence, each.declines, each.why.rule, each.why.entry,
                    self._maybe(each.cue), self._maybe(each.source), self._name(each.speaker),
                    each.why_speaker.rule, each.why_speaker.entry, each.why_speaker.candidates,
                    self._name(each.via),
                )
            )  # fmt: skip
        return tuple(found)

    def events(self, spans: Sequence[Span]) -> tuple[ExplainedEvent, ...]:
        """Those that are told in some stretches of the text."""
        found = []
        for at, each in enumerate(self._reading.events):
            if any(span.contains(each.trigger) for span in spans):
                time = self._reading.times[each.time].span if each.time is not None else None
                found.append(
                    ExplainedEvent(
                        at + 1, self._sentence(each.trigger), self._words(each.trigger), each.kind.value,
                        each.why.rule, each.why.entry, each.status.value, each.why_status.rule,
                        each.why_status.entry,
                        tuple(name for chain in each.participants if (name := self._name(chain))),
                        self._maybe(each.place), self._maybe(time), each.named,
                        each.again + 1 if each.again is not None else None,
                    )
                )  # fmt: skip
        return tuple(found)

    def attitudes(self, spans: Sequence[Span]) -> tuple[ExplainedAttitude, ...]:
        """Those whose cue stands in some stretches of the text; a deed only where it came to a position."""
        found = []
        for at, each in enumerate(self._reading.attitudes):
            issues = tuple(self._on_issues(attitude=at))
            if any(span.overlaps(each.cue) for span in spans) and (issues or each.why.rule != "deed"):
                found.append(
                    ExplainedAttitude(
                        at + 1, self._sentence(each.cue), each.stance.value, self._all(each.target),
                        self._words(each.cue), each.why.rule, each.why.entry, self._name(each.holder),
                        each.statement + 1 if each.statement is not None else None, each.refers, issues,
                    )
                )  # fmt: skip
        return tuple(found)

    def conditions(self, spans: Sequence[Span]) -> tuple[ExplainedCondition, ...]:
        """Those that are stated in some stretches of the text."""
        found = []
        for at, each in enumerate(self._reading.conditions):
            if any(span.overlaps(each.span) for span in spans):
                found.append(
                    ExplainedCondition(
                        at + 1, self._sentence(each.span), self._words(each.span), self._words(each.marker),
                        self._all(each.applies), each.why.rule, each.why.entry, self._name(each.holder),
                        self._name(each.must), each.statement + 1 if each.statement is not None else None,
                        each.unless, each.demand, each.group, each.any, tuple(self._on_issues(condition=at)),
                    )
                )  # fmt: skip
        return tuple(found)

    def _on_issues(self, attitude: int | None = None, condition: int | None = None) -> Iterator[OnIssue]:
        """The positions that rest on an attitude or a condition of this article."""
        groups = {
            (each.article, each.issue, each.actor, each.span): each.group for each in self._made.conditions
        }
        for each in self._made.positions:
            if each.article == self._dated.article.id and (each.attitude, each.condition) == (
                attitude,
                condition,
            ):
                group = groups.get((each.article, each.issue, each.actor, each.evidence), "")
                yield OnIssue(
                    each.issue, each.stance.value, each.near, group if condition is not None else ""
                )

    def _words(self, span: Span) -> Words:
        return Words(span.of(self._text), span)

    def _maybe(self, span: Span | None) -> Words | None:
        return self._words(span) if span else None

    def _all(self, spans: Iterable[Span]) -> tuple[Words, ...]:
        return tuple(map(self._words, spans))

    def _sentence(self, of: Span) -> Words:
        return self._words(next((span for span in self._reading.sentences if span.overlaps(of)), of))

    def _name(self, chain: int | None) -> str:
        return self._names[chain] if chain is not None else ""


def considered(analysis: "Analysis", reading: Reading, spans: Sequence[Span]) -> tuple[Considered, ...]:
    """The words of the lists in some stretches of the text, and whether anything came of each."""
    from standpunt.reading.attitudes.considered import considered as wishing
    from standpunt.reading.conditions.considered import considered as demanding
    from standpunt.reading.statements.considered import considered as attributing

    told = (
        ("statement", attributing, [each.cue for each in reading.statements if each.cue]),
        ("attitude", wishing, [each.cue for each in reading.attitudes if each.why.rule != "deed"]),
        ("condition", demanding, [each.marker for each in reading.conditions]),
    )
    return tuple(
        Considered(Words(span.of(analysis.text), span), entry, shows, any(span.overlaps(cue) for cue in used))
        for shows, find, used in told
        for span, entry in find(analysis)
        if any(span.overlaps(wanted) for wanted in spans)
    )
