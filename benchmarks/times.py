"""How many of somebody else's cases of Dutch time expressions are read right, beside dateparser in the same run.

    python benchmarks/times.py CASES.jsonl [--wrong]

A line of CASES is `{"text", "reference", "expected": [{"text", "type", "values": [...]}]}`, a value having `timex` and
`value`, or `start` and `end` (which is the first moment after it). A case is right when every expected expression is
found on overlapping words with a value that means the same days or clock time, and nothing is found where nothing
is expected. Of several values (a weekday before and after the reference) any counts. The finer points are in
`same`. Prints the figures by type, dateparser's (extra `benchmark`) beside them, and last `right N of M`; `times_speed`
says how fast it is.
"""

import argparse
import datetime
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from standpunt import find_times
from standpunt.model import Span
from standpunt.reading.times.periods import of_value


class Finding(NamedTuple):
    """What was found: a TIMEX3 value (or several that are accepted) and the days that it covers."""

    span: Span
    values: tuple[str, ...]
    first: datetime.date | None
    last: datetime.date | None


EDGE = re.compile(r"\b(?:begin|start|midden|halverwege|eind|einde)\b", re.IGNORECASE)
DAY = datetime.timedelta(1)
_LENGTHS = {"Y": 31_536_000, "M": 2_592_000, "W": 604_800, "D": 86_400, "E": 315_360_000}
_HOURS = {"H": 3600, "M": 60, "S": 1}
_DURATION = re.compile(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?")


def main(cases: Path, wrong: bool) -> None:
    rows = [json.loads(line) for line in cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    print(f"{len(rows)} cases           standpunt  dateparser")
    ours = [right(row, standpunt(row)) for row in rows]
    theirs = [right(row, dateparser(row)) for row in rows]
    kinds: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        for kind in {expected["type"] for expected in row["expected"]} or {"nothing"}:
            kinds.setdefault(kind, []).append(index)
    for kind, members in sorted(kinds.items()):
        counts = Counter[str]()
        for index in members:
            counts.update({"ours": ours[index], "theirs": theirs[index]})
        print(f"{kind:14} {len(members):4}  {counts['ours']:9}  {counts['theirs']:10}")
    print(f"{'all':14} {len(rows):4}  {sum(ours):9}  {sum(theirs):10}")
    if wrong:
        for index, row in enumerate(rows):
            if not ours[index]:
                show(row)
    print(f"right {sum(ours)} of {len(rows)}")


def standpunt(row: dict[str, Any]) -> list[Finding]:
    reference = datetime.datetime.fromisoformat(row["reference"])
    return [
        Finding(each.span, (each.value,), each.earliest, each.latest)
        for each in find_times(row["text"], reference, exact=True)
    ]


def dateparser(row: dict[str, Any]) -> list[Finding]:
    """What `search_dates` gives is one moment; it is read as a day, a clock time or both, whichever is right."""
    from dateparser.search import search_dates

    reference = datetime.datetime.fromisoformat(row["reference"])
    found: list[Any] = (
        search_dates(row["text"], languages=["nl"], settings={"RELATIVE_BASE": reference}) or []
    )
    findings, reached = [], 0
    for words, moment in found:
        start = row["text"].find(words, reached)
        if start < 0:
            continue
        reached = start + len(words)
        day = moment.date()
        values = (f"{day}", f"{moment:%Y-%m-%dT%H:%M:%S}", f"{moment:T%H:%M:%S}")
        findings.append(Finding(Span(start, reached), values, day, day))
    return findings


def right(row: dict[str, Any], found: list[Finding]) -> bool:
    """Whether each expected expression has a finding of its own, and no finding stands where none is expected."""
    places = located(row)
    if not all(any(place.overlaps(finding.span) for place, _ in places) for finding in found):
        return False
    left = list(found)
    for place, expected in places:
        fits = (each for each in left if place.overlaps(each.span) and same(expected, each))
        first = next(fits, None)
        if first is None:
            return False
        left.remove(first)
    return True


def located(row: dict[str, Any]) -> list[tuple[Span, dict[str, Any]]]:
    """The expected expressions with their place: the first that is left of these words, case aside. Words that
    the text does not hold lie anywhere in it."""
    text, reached, places = row["text"].lower(), 0, []
    for expected in row["expected"]:
        words = expected["text"].lower()
        start = text.find(words, reached)
        start = start if start >= 0 else text.find(words)
        reached = start + len(words) if start >= 0 else reached
        span = Span(start, start + len(words)) if words and start >= 0 else Span(0, len(text))
        places.append((span, expected))
    return places


def same(expected: dict[str, Any], found: Finding) -> bool:
    edged = EDGE.search(expected["text"]) is not None
    return any(
        same_value(value, found, written) or (edged and same_edges(value, found, written))
        for value in expected["values"]
        for written in found.values
    )


def same_edges(value: dict[str, str], found: Finding, written: str) -> bool:
    """Whether the words name the edge of a period (`het midden van maart`, `het einde van vandaag`), and the bounds
    lie in the period that was found, or for a stretch in those of its ends."""
    periods = [of_value(part) for part in written.split("/")]
    told = [value[key][:10] for key in ("start", "end", "value") if value.get(key)]
    if not told or None in periods or len(told) < len(periods):
        return False
    spans = [period for period in periods if period]
    return all(
        f"{first}" <= end <= f"{last + DAY}"
        for end, (_, first, last) in zip(told, [spans[0], *[spans[-1]] * len(told[1:])], strict=True)
    )


def same_value(value: dict[str, str], found: Finding, written: str) -> bool:
    """Whether one expected value and one found mean the same.

    Equal TIMEX3 is the same, `X` standing for any figure, and so are equal lengths. Else the days, and the clock
    times where any are told, must be the same; the end of a range may be told inclusive or exclusive, and a range
    that is told by its two ends (`2014-2018`) ends where its last end begins or ends. A value that names a
    period and bounds inside it (`eind 2000`: 2000, 2000-09-01 on; `na 2018`: 2018, from its end on) is the same as
    that period, which is what TIMEX3 gives it.
    """
    timex = value.get("timex", "")
    if seconds(timex) is not None and seconds(timex) == seconds(written):
        return True
    if plain(timex) == plain(written) or (timex in ("SP", "SU", "FA", "WI") and written.endswith(timex)):
        return True
    told = [value[key] for key in ("start", "end") if value.get(key)] or [value.get("value", "")]
    if "not resolved" in told:
        return bool(timex) and pattern(timex).fullmatch(written) is not None
    ends = ends_of(written, found)
    if ends is None:
        return False
    if "start" in value and "end" in value and timex.startswith("(") or len(told) == 1 and "value" in value:
        return same_ends(told, ends)
    whole = same_ends(told, ends) if len(told) == 2 else False
    return whole or within(timex, told, written, found)


def same_ends(told: list[str], ends: list[tuple[str, ...]]) -> bool:
    """Whether a moment, or both ends of a range, are among those meant."""
    if len(told) == 1:
        return (
            any(clock(told[0]) in end for end in ends[:1])
            and len(ends) == 1
            or (len(ends) == 2 and ends[0][:1] == ends[1][:1] and clock(told[0]) in ends[0])
        )
    last = ends[-1] if len(ends) == 2 else ends[0]
    return clock(told[0]) == ends[0][0] and clock(told[1]) in last


def ends_of(written: str, found: Finding) -> list[tuple[str, ...]] | None:
    """For a moment one tuple, for a stretch two: how each end may be written."""
    parts = written.split("/")
    if any("T" in part for part in parts):
        return [(clock(part),) for part in parts]
    if found.first is None or found.last is None:
        return None
    last = [f"{found.last}", f"{found.last + DAY}"]
    if len(parts) == 2:
        begins = parts[1] + "-01-01"[len(parts[1]) - 4 :] if re.fullmatch(r"\d{4}(-\d\d)?", parts[1]) else ""
        last.append(begins)
        if quarter := re.fullmatch(r"(\d{4})-Q(\d)", parts[1]):
            last.append(f"{quarter[1]}-{3 * int(quarter[2]) - 2:02}-01")
        return [(f"{found.first}",), tuple(last)]
    return [(f"{found.first}", *(last if found.first == found.last else ()))] + (
        [tuple(last)] if found.first != found.last else []
    )


def within(timex: str, told: list[str], written: str, found: Finding) -> bool:
    """Whether the anchor is the same, with its bounds in or at the edge of it."""
    if "T" in timex:
        return any(clock(end) == clock(written) for end in told)
    if "T" in written or found.first is None or found.last is None:
        return False
    if not pattern(timex).fullmatch(written) and not (
        re.fullmatch(r"XXXX-WXX-\d", timex) and found.first == found.last
    ):
        return False
    return all(f"{found.first}" <= end[:10] <= f"{found.last + DAY}" for end in told)


def clock(written: str) -> str:
    """A moment in one spelling: `T03` and `03:00:00` are `T03:00`, `2016-11-08 08:00:00` is `2016-11-08T08:00`."""
    day, sep, hour = written.replace(" ", "T").rpartition("T")
    if not sep and ":" in written:
        day, sep, hour = "", "T", written
    if not sep:
        return written
    hour += ":00" if len(hour) == 2 and hour.isdigit() else ""
    return f"{day}T{hour.removesuffix(':00') if len(hour) == 8 else hour}"


def plain(timex: str) -> str:
    return clock(timex.replace("XXXX-WXX-WE", "P1WE"))


def pattern(timex: str) -> re.Pattern[str]:
    return re.compile(re.escape(clock(timex)).replace("X", r"[\dX]"))


def seconds(timex: str) -> float | None:
    """The length of a TIMEX3 duration of days or hours, years being 365 days and months 30; None for anything else."""
    match = _DURATION.fullmatch(timex)
    if not match or timex in ("P", "PT"):
        return None
    days = sum(float(n) * _LENGTHS[u] for n, u in re.findall(r"([\d.]+)([YMWD])", match[1] or ""))
    half = 182.5 * 86_400 if days == 6 * _LENGTHS["M"] else days
    return half + sum(float(n) * _HOURS[u] for n, u in re.findall(r"([\d.]+)([HMS])", match[2] or ""))


def show(row: dict[str, Any]) -> None:
    print(f"\n{row['reference'][:16]}  {row['text']}")
    for expected in row["expected"]:
        print(f"   expected {expected['text']}: {told_as(expected['values'])}")
    for each in standpunt(row):
        print(
            f"   found    {each.span.of(row['text'])}: {each.values[0]}  {each.first or ''}/{each.last or ''}"
        )


def told_as(values: Iterable[dict[str, str]]) -> str:
    return "; ".join(" ".join(value.values()) for value in values)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", type=Path)
    parser.add_argument("--wrong", action="store_true", help="show each case that is not right")
    given = parser.parse_args()
    main(given.cases, given.wrong)
