"""Events over all articles: the mentions that tell one are one, with the days that they tell together.

    gather(articles, registry.calendar) → events by day, the same whatever order the articles come in

Two mentions tell one event when they are of a like kind and their days overlap, and they share a name in the calendar,
enough of those who take part, or the place; or when one takes up the other in its article (`het overleg`). Without a
day told, what happens to somebody but once (`het aftreden van Bos`) is one in articles of the same days.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from standpunt.dossier.gist import Happening
from standpunt.dossier.outline import Outlined
from standpunt.model import (
    ActorKind,
    Clue,
    Event,
    EventKind,
    EventMention,
    EventStatus,
    Moment,
    Reason,
    Telling,
)
from standpunt.reading.events import GATHERINGS
from standpunt.registry import fold
from standpunt.registry.events import Calendar, Days
from standpunt.registry.events import Event as CalendarEvent

_NARROW = 7
"""Days: of two mentions that share who or where, one is at least this exact, or their days tell nothing."""
_NEWS = datetime.timedelta(7)
"""Between an article and what it tells without a day, or another article that tells the same."""
_SEASON = datetime.timedelta(60)
"""Between an article and the edition of an event that it names without a day."""
_WIDE = 31
"""Days of an article's own date from which on it is not known which articles are of the same days."""
_ONCE = frozenset(
    (EventKind.RESIGNATION, EventKind.APPOINTMENT, EventKind.VERDICT, EventKind.ARREST, EventKind.ELECTION)
)
"""What happens to the same person but once in a while."""
_OFTEN = frozenset((EventKind.ANNOUNCEMENT, EventKind.DECISION, EventKind.VOTE))
"""What the same people do several times in one article."""


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """A mention with its article's answers: `when` is open where no day is told; `participants` are those of the actors
    who take part who can be told from others of their kind, no groups, and `persons` the persons among them."""

    telling: Telling
    happening: Happening
    published: Moment
    when: Moment
    status: EventStatus
    taking_part: tuple[str, ...]
    participants: frozenset[str]
    persons: frozenset[str]
    place: str

    @property
    def mention(self) -> EventMention:
        return self.happening.mention

    @property
    def dated(self) -> bool:
        return self.when.width is not None


def gather(articles: Iterable[Outlined], calendar: Calendar) -> tuple[Event, ...]:
    """The events that the articles tell, by day; those without one last, ties by id."""
    told = [each for article in sorted(articles, key=lambda one: one.id) for each in _told(article)]
    groups = _Groups(told)
    for one, other, rule in _pairs(told):
        groups.join(one, other, rule)
    made = [_event(group, rules, calendar) for group, rules in groups]
    return tuple(sorted(made, key=lambda event: (*event.when.in_time, event.id)))


def _told(article: Outlined) -> Iterator[_Told]:
    published = article.published
    for at, happening in enumerate(article.gist.events):
        mention, when = happening.mention, happening.when
        if _late(mention, when, published):
            when = Moment()
        kinds = {
            actor: article.gist.chains[chain].kind
            for chain in mention.participants
            if (actor := article.actors[chain])
        }
        yield _Told(
            Telling(article.id, at), happening, published, when, _status(mention, when, published), tuple(kinds),
            frozenset(actor for actor, kind in kinds.items() if kind is not ActorKind.GROUP),
            frozenset(actor for actor, kind in kinds.items() if kind is ActorKind.PERSON),
            fold(happening.place),
        )  # fmt: skip


def _late(mention: EventMention, when: Moment, published: Moment) -> bool:
    """Whether what a verb tells as past would lie after the article: the day is another's."""
    past = mention.why_status.rule in ("past tense", "perfect")
    return (
        past
        and when.earliest is not None
        and published.latest is not None
        and when.earliest > published.latest
    )


def _status(mention: EventMention, when: Moment, published: Moment) -> EventStatus:
    """What a day tells goes before the tense: what lies before the article is not planned any more."""
    if (
        mention.status is EventStatus.PLANNED
        and when.latest
        and published.earliest
        and when.latest < published.earliest
    ):
        return EventStatus.HAPPENED
    if (
        mention.status is EventStatus.HAPPENED
        and when.earliest
        and published.latest
        and when.earliest > published.latest
    ):
        return EventStatus.PLANNED
    return mention.status


# ---------------------------------------------------------------------------------------------- which are one


class _Groups:
    """Mentions that are one, with the rules that say so. What is told apart never comes into one group, whatever else
    each of them is like."""

    def __init__(self, told: Sequence[_Told]) -> None:
        self._told = told
        self._of = list(range(len(told)))
        self._members = {at: [at] for at in range(len(told))}
        self._rules: dict[int, set[str]] = defaultdict(set)

    def join(self, one: int, other: int, rule: str) -> None:
        first, last = sorted((self._of[one], self._of[other]))
        if first == last:
            self._rules[first].add(rule)
            return
        here, there = self._members[first], self._members[last]
        if not all(_may_be_one(self._told[each], self._told[that]) for each in here for that in there):
            return
        for each in there:
            self._of[each] = first
        here += self._members.pop(last)
        self._rules[first] |= {rule, *self._rules.pop(last, ())}

    def __iter__(self) -> Iterator[tuple[list[_Told], set[str]]]:
        for first, members in self._members.items():
            yield [self._told[at] for at in sorted(members)], self._rules[first]


def _pairs(told: Sequence[_Told]) -> Iterator[tuple[int, int, str]]:
    """The indices of mentions that tell one event, and why. Only those that share something are compared, and of these
    only those whose days can overlap."""
    places = {each.telling: at for at, each in enumerate(told)}
    for at, each in enumerate(told):
        if each.mention.again is not None:
            before = places[Telling(each.telling.article, each.mention.again)]
            if _may_be_one(told[before], each):
                yield before, at, "taken up again"
    for members in _sharing(told).values():
        members.sort(key=lambda at: (_reach(told[at])[0], at))
        open_ones: list[int] = []
        for at in members:
            first = _reach(told[at])[0]
            open_ones = [each for each in open_ones if _reach(told[each])[1] >= first]
            for other in open_ones:
                rule = _same(told[other], told[at])
                if rule:
                    yield other, at, rule
            open_ones.append(at)


def _sharing(told: Sequence[_Told]) -> dict[tuple[str, str], list[int]]:
    """Mentions of a like kind by what they share: a name of the calendar, a participant, a place."""
    sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        kind = "gathering" if each.mention.kind in GATHERINGS else each.mention.kind.value
        for key in {each.mention.named, each.place, *each.participants} - {""}:
            sharing[kind, key].append(at)
    return sharing


def _reach(one: _Told) -> tuple[datetime.date, datetime.date]:
    """The days on which another mention must lie, or its article, to be compared with this one."""
    near = one.when if one.dated else one.published
    first, last = near.earliest or datetime.date.min, near.latest or datetime.date.max
    early = first - _NEWS if first - datetime.date.min > _NEWS else datetime.date.min
    late = last + _NEWS if datetime.date.max - last > _NEWS else datetime.date.max
    return early, late


def _same(one: _Told, other: _Told) -> str:
    """The rule by which two mentions that share something tell one event; empty where they do not."""
    if not _may_be_one(one, other):
        return ""
    if one.mention.named and one.mention.named == other.mention.named:
        return "same named event" if _overlap(_day(one), _day(other)) else ""
    shared = one.participants & other.participants
    fewest = min(len(one.participants), len(other.participants))
    together = bool(shared) and 2 * len(shared) >= fewest
    place = bool(one.place) and one.place == other.place
    if one.dated and other.dated:
        exact = min(one.when.width or 0, other.when.width or 0) <= _NARROW
        who = "same days and participants" if together else ""
        where = "same days and place" if place and (not fewest or shared) else ""
        return (who or where) if exact else ""
    if one.telling.article == other.telling.article:
        alike_told = one.status is other.status or not (_firm(one) and _firm(other))
        once = alike_told and one.mention.kind not in _OFTEN
        alike = one.mention.why.entry == other.mention.why.entry or len(one.persons & other.persons) > 1
        return "told again" if once and together and alike else ""
    doubted = EventStatus.HYPOTHETICAL in (one.status, other.status) and one.status is not other.status
    if doubted or not _near(one, other):
        return ""
    if one.mention.kind in _ONCE and one.persons & other.persons:
        return "happens to them once"
    many = len(shared) > 1 and together
    return "same participants, articles of the same days" if many or together and place else ""


def _may_be_one(one: _Told, other: _Told) -> bool:
    """Whether nothing tells them apart: names, places, days."""
    if one.mention.named and other.mention.named and one.mention.named != other.mention.named:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    return not (one.dated and other.dated) or _overlap(one.when, other.when)


def _day(one: _Told) -> Moment:
    """The days told, or those around the article."""
    if one.dated:
        return one.when
    first, last = _reach(one)
    return Moment(first, last)


def _near(one: _Told, other: _Told) -> bool:
    """Whether both are told of days that are known, and of the same."""
    widths = ((each.when if each.dated else each.published).width for each in (one, other))
    return all(width is not None and width <= _WIDE for width in widths) and _overlap(_day(one), _day(other))


def _overlap(one: Moment, other: Moment) -> bool:
    first = max(one.earliest or datetime.date.min, other.earliest or datetime.date.min)
    return first <= min(one.latest or datetime.date.max, other.latest or datetime.date.max)


# ---------------------------------------------------------------------------------------------- one event


def _event(group: Sequence[_Told], rules: Iterable[str], calendar: Calendar) -> Event:
    ordered = sorted(group, key=lambda each: (*each.published.in_time, each.telling))
    named = next((each.mention.named for each in ordered if each.mention.named), "")
    participants = dict.fromkeys(actor for each in ordered for actor in each.taking_part)
    first = ordered[0]
    most = max(ordered, key=lambda each: (_firm(each), each.dated)) if named else _best(ordered)
    return Event(
        id=f"{first.telling.article}-e{first.telling.mention + 1}",
        kind=most.mention.kind,
        what=named or _what(most),
        status=_of_all(ordered),
        when=_when(ordered, named, calendar),
        told=tuple(each.telling for each in ordered),
        reason=Reason(", ".join(sorted(rules)) or "told once"),
        participants=tuple(participants),
        place=next((each.happening.place for each in ordered if each.mention.place), ""),
    )


def _best(ordered: Sequence[_Told]) -> _Told:
    """The mention that names the event most exactly: a noun before a verb, one that takes up no other, the longest."""

    def exact(told: _Told) -> tuple[bool, bool, int]:
        noun = told.mention.why.rule not in ("verb", "takes part")
        return noun, told.mention.again is None, len(told.happening.words) if noun else 0

    return max(ordered, key=exact)


def _what(told: _Told) -> str:
    """`spoedoverleg`, `aftreden`, `motie aannemen`."""
    if told.mention.why.rule != "verb":
        return told.happening.words
    theme = f"{told.happening.theme} " if told.mention.theme else ""
    return f"{theme}{told.mention.why.entry}"


def _firm(told: _Told) -> bool:
    """A title tells in the present what may still be to come."""
    return told.mention.why_status.rule != "present in a title"


def _of_all(ordered: Sequence[_Told]) -> EventStatus:
    """What one of them tells as happened has; a title counts where nothing else tells."""
    statuses = {each.status for each in ordered if _firm(each)} or {each.status for each in ordered}
    for status in EventStatus:
        if status in statuses:
            return status
    return EventStatus.HYPOTHETICAL


def _when(ordered: Sequence[_Told], named: str, calendar: Calendar) -> Moment:
    dated = sorted(
        (each for each in ordered if each.dated), key=lambda each: (each.when.width or 0, each.telling)
    )
    when = dated[0].when if dated else _bounds(ordered)
    for each in dated[1:]:
        if _overlap(when, each.when):
            when = Moment(max(_first(when), _first(each.when)), min(_last(when), _last(each.when)))
    evidence = tuple(dict.fromkeys(_clue(each) for each in dated or ordered))
    edition = _edition(calendar.events.get(named), when, ordered) if named else None
    if edition is not None:
        return Moment(*edition, (Clue("named event", named, *edition), *evidence))
    return Moment(when.earliest, when.latest, evidence)


def _first(when: Moment) -> datetime.date:
    return when.earliest or datetime.date.min


def _last(when: Moment) -> datetime.date:
    return when.latest or datetime.date.max


def _bounds(ordered: Sequence[_Told]) -> Moment:
    """Without a day told: what has happened did so before the article at the latest, what is planned comes after."""
    over = [
        each.published.latest
        for each in ordered
        if each.status is EventStatus.HAPPENED and each.published.latest
    ]
    ahead = [
        each.published.earliest
        for each in ordered
        if each.status is EventStatus.PLANNED and each.published.earliest
    ]
    earliest, latest = max(ahead, default=None), min(over, default=None)
    return Moment(None if earliest and latest and earliest > latest else earliest, latest)


def _clue(told: _Told) -> Clue:
    if told.mention.time is None or not told.dated:
        return Clue("article", str(told.published), told.published.earliest, told.published.latest)
    return Clue("told", told.happening.time, told.when.earliest, told.when.latest)


def _edition(event: CalendarEvent | None, when: Moment, ordered: Sequence[_Told]) -> Days | None:
    """The edition of a named event that the days told fall on; without such days, the only one near the articles."""
    if event is None:
        return None
    near = when
    if when.width is None:
        days = [day for each in ordered for day in (each.published.earliest, each.published.latest) if day]
        if not days:
            return None
        near = Moment(min(days) - _SEASON, max(days) + _SEASON)
    fitting = [edition for edition in event.editions if _overlap(Moment(*edition), near)]
    return fitting[0] if len(fitting) == 1 else None
