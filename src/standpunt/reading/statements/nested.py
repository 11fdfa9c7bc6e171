"""Attributions inside another's words: `"Hegseth heeft gezegd dat ..."`, and which attributions go together."""

from collections.abc import Sequence

from standpunt.model import Span
from standpunt.reading.statements.attribution import Attribution

# What others want or hold inside somebody's words is mostly what he himself says of them.
TOO_LOOSE = frozenset(["preposition", "object"])
FIRST_PERSON = frozenset("ik wij we je jij jullie u ons mij me".split())


def arrange(found: Sequence[Attribution]) -> list[Attribution]:
    """Keeps the best reading of each stretch of text, and marks which attributions are told inside another.

    `found` is in order of preference. An attribution that covers words of an accepted one is dropped, unless one of
    the two is told by a cue that stands inside the other's words: then it is nested, and needs a named third person.
    """
    arranged: list[Attribution] = []
    for apart in _entangled(found):
        arranged += _arrange(apart, len(arranged))
    return arranged


def _entangled(found: Sequence[Attribution]) -> list[list[Attribution]]:
    """The attributions in groups that touch no other's words or cue, by the place in the text; each in the order
    given."""
    groups: list[list[int]] = []
    reach = 0
    for start, end, at in sorted((*_extent(each), at) for at, each in enumerate(found)):
        if groups and start < reach:
            groups[-1].append(at)
        else:
            groups.append([at])
        reach = max(reach, end)
    return [[found[at] for at in sorted(group)] for group in groups]


def _extent(attribution: Attribution) -> Span:
    """From the first to the last character of the words and their cue."""
    spans = [*attribution.content, *([attribution.cue.span] if attribution.cue else [])]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _arrange(found: Sequence[Attribution], number: int) -> list[Attribution]:
    """The same for one such group; `number` are arranged before it."""
    kept: list[Attribution] = []
    for candidate in found:
        rivals = [other for other in kept if _share(candidate, other)]
        if all(_inside(candidate, other) != _inside(other, candidate) for other in rivals):
            kept.append(candidate)
    kept.sort(key=lambda a: (a.content[0].start, -a.content[-1].end))
    arranged = []
    for attribution in kept:
        holders = [
            i for i, other in enumerate(kept) if other is not attribution and _inside(attribution, other)
        ]
        if not holders:
            arranged.append(attribution)
        elif _names_another(attribution) and attribution.reason.rule not in TOO_LOOSE:
            arranged.append(attribution.nested_in(min(holders, key=lambda i: _size(kept[i]))))
        else:
            arranged.append(attribution.nested_in(-1))  # the speaker's own `ik denk`: no statement
    places = {i: n for n, i in enumerate((i for i, a in enumerate(arranged) if a.outer != -1), number)}
    return [a if a.outer is None else a.nested_in(places.get(a.outer, -1)) for a in arranged if a.outer != -1]


def _share(one: Attribution, other: Attribution) -> bool:
    return any(a.overlaps(b) for a in one.content for b in other.content)


def _inside(one: Attribution, other: Attribution) -> bool:
    """Whether the cue (or, without one, the words) of the one stands inside what the other says."""
    if one.cue is not None:
        return any(o.contains(one.cue.span) for o in other.content)
    return one.within(other)


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)


def _names_another(attribution: Attribution) -> bool:
    return bool(attribution.source) and attribution.source[0].lower not in FIRST_PERSON
