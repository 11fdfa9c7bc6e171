"""The JSON result of a Wikidata query as a file to lay over the registry.

    made = entries(rows(Path("result.json").read_bytes()), registry.load())
    written(made)                          TOML for `--registry`
    made.refused                           the rows that could not be used, each with the reason

docs/registry.md has the query. A column is found by its name: `person`, `personLabel`, `positionLabel`, `ofLabel`,
`start`, `end`, `startPrecision`, `endPrecision`, `partyLabel`, `genderLabel`. What the registry knows stays: of a
person whom it has only what is new is written.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from standpunt.errors import LexiconError
from standpunt.model import Moment
from standpunt.registry.facts import Office, Person, fold, moment
from standpunt.registry.lookup import Registry

Row = dict[str, str]

_ITEM = re.compile(r"(?:.*/)?(Q[1-9]\d*)")
_STAMP = re.compile(r"\+?(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_YEAR, _MONTH, _DAY = 9, 10, 11
"""Wikibase's numbers for the precision of a date."""
_GENDERS = {
    **dict.fromkeys(("mannelijk", "man", "male", "trans man"), "m"),
    **dict.fromkeys(("vrouwelijk", "vrouw", "female", "trans vrouw", "trans woman"), "v"),
}


class Refused(NamedTuple):
    """A row that could not be used, counted from 1."""

    row: int
    said: str


@dataclass
class Entry:
    """What is new of a person. `fields` are those of the TOML but for the offices."""

    fields: dict[str, Any]
    offices: dict[tuple[str, str, Moment], Office] = field(default_factory=dict)


@dataclass
class Imported:
    """Persons and parties by their keys. `known` counts the offices that the registry has already,
    `unsure` the bounds on the first of a month or year whose precision the result does not give."""

    persons: dict[str, Entry] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    known: int = 0
    unsure: int = 0


def rows(result: bytes, file: str) -> list[Row]:
    """The rows of a result: the SPARQL 1.1 JSON form (`results.bindings`) or the list that the query
    service gives for download. Raises LexiconError."""
    try:
        content = json.loads(result)
    except ValueError as fault:
        raise LexiconError(f"this is not JSON: {fault}", where=file) from fault
    found = content.get("results", {}).get("bindings") if isinstance(content, dict) else content
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        hint = "download it from the query service as JSON"
        raise LexiconError("this is not the result of a SPARQL query", where=file, hint=hint)
    return [{name: _text(cell) for name, cell in row.items()} for row in found]


def _text(cell: Any) -> str:
    return str(cell.get("value", "")) if isinstance(cell, dict) else "" if cell is None else str(cell)


def entries(found: Sequence[Row], registry: Registry, of: str = "") -> Imported:
    """The persons of a result, with their offices. `of` is whose the offices are where a row does not say."""
    by_item = {person.wikidata: person for person in registry.all_persons if person.wikidata}
    taken = {person.key.partition(":")[2]: person.wikidata for person in registry.all_persons}
    made = Imported()
    for number, row in enumerate(found, 1):
        try:
            item, name = _person(row)
            office = _office(row, registry, of, made)
        except ValueError as fault:
            made.refused.append(Refused(number, str(fault)))
            continue
        known = by_item.get(item) or _of_name(name, item, registry)
        key = known.key.partition(":")[2] if known else _key(name, item, taken)
        taken[key] = item
        entry = made.persons.setdefault(key, Entry({} if known else {"name": name}))
        _describe(entry, known, row, item, name, registry, made)
        if office is None:
            continue
        if known and _has(known, office, registry):
            made.known += 1
            continue
        start = (office.title, office.of, office.start)
        if start not in entry.offices or entry.offices[start].end == Moment():
            entry.offices[start] = office
    made.persons = {key: each for key, each in made.persons.items() if each.fields or each.offices}
    return made


def _person(row: Row) -> tuple[str, str]:
    item = _ITEM.fullmatch(row.get("person", ""))
    if not item:
        raise ValueError("there is no ?person with an identifier such as Q57792")
    name = " ".join(row.get("personLabel", "").split())
    if not name or _ITEM.fullmatch(name):
        raise ValueError(f"{item[1]} has no ?personLabel in this language")
    return item[1], name


def _of_name(name: str, item: str, registry: Registry) -> Person | None:
    """The person of this very name, unless the registry knows him as another item."""
    person = registry.person(name)
    return person if person is not None and person.wikidata in ("", item) else None


def _key(name: str, item: str, taken: dict[str, str]) -> str:
    key = _slug(name) or item.lower()
    return key if taken.get(key, item) == item else f"{key}-{item.lower()}"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def _describe(
    entry: Entry, known: Person | None, row: Row, item: str, name: str, registry: Registry, made: Imported
) -> None:
    """The fields that are new; of two parties the first one stays."""
    if known is not None and fold(name) not in map(fold, (known.name, *known.aliases)):
        entry.fields.setdefault("aliases", [name])
    gender = _GENDERS.get(row.get("genderLabel", "").lower(), "")
    if gender and not (known and known.gender):
        entry.fields.setdefault("gender", gender)
    label = row.get("partyLabel", "")
    if label and not _ITEM.fullmatch(label) and not (known and known.party):
        body = registry.body(label)
        party = entry.fields.setdefault("party", body.name if body else label)
        if body is None and party == label:
            made.parties[_slug(label) or label] = label
    if not (known and known.wikidata):
        entry.fields["wikidata"] = item


def _office(row: Row, registry: Registry, of: str, made: Imported) -> Office | None:
    """The office of a row, None where it has none. Raises ValueError."""
    label = " ".join(row.get("positionLabel", "").split())
    if not label:
        return None
    if _ITEM.fullmatch(label):
        raise ValueError(f"the office {label} has no ?positionLabel in this language")
    title, owner = registry.owner(label)
    told = row.get("ofLabel", "")
    wanted = (registry.name_of_owner(told) or told) if told else owner or of
    if not wanted:
        raise ValueError(f"{label}: of what? Ask for ?ofLabel in the query, or give --of")
    office = Office(
        title=_lower_first(title if owner == wanted else label),
        of=wanted,
        start=_bound(row, "start", made),
        end=_bound(row, "end", made),
    )
    if office.backwards:
        raise ValueError(f"{office} ends before it begins")
    return office


def _bound(row: Row, name: str, made: Imported) -> Moment:
    """A bound as exact as it is: a bare year comes as its first day. Where the precision is not given, the first of
    January is taken for the year and the first of another month for the month. An unknown value is open."""
    value, precision = row.get(name, ""), row.get(f"{name}Precision", "")
    if not value or "genid" in value or not value[:2].strip("+").isdigit():
        return Moment()
    stamp = _STAMP.fullmatch(value)
    if not stamp:
        raise ValueError(f"?{name} {value!r} is no date")
    year, month, day = stamp.groups()
    if precision.isdigit():
        exact = int(precision)
    else:
        exact = _DAY if day != "01" else _MONTH if month != "01" else _YEAR
        made.unsure += exact < _DAY
    if exact < _YEAR:
        return Moment()
    return moment("-".join((year, month, day)[: min(exact, _DAY) - _YEAR + 1]))


def _has(person: Person, office: Office, registry: Registry) -> bool:
    """Whether the registry knows an office of this person, be it with bounds of another exactness."""
    title = registry.title(office.title)
    return any(
        registry.title(each.title) == title
        and fold(each.of) == fold(office.of)
        and each.covers(office.start.earliest, office.end.latest)
        for each in person.offices
    )


def _lower_first(title: str) -> str:
    """`Minister van Defensie` as titles are written here; `VN-ambassadeur` keeps its capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


# ------------------------------------------------------------------------------------------ as TOML


def written(made: Imported) -> str:
    """The entries as TOML, in the form of the registry's own files."""
    blocks = [
        f"[party.{_key_part(key)}]\nname = {_quoted(name)}\n" for key, name in sorted(made.parties.items())
    ]
    for key, entry in sorted(made.persons.items()):
        lines = [f"[person.{key}]"]
        for name, value in entry.fields.items():
            items = [_quoted(each) for each in value] if isinstance(value, list) else []
            lines.append(f"{name} = {'[' + ', '.join(items) + ']' if items else _quoted(value)}")
        if entry.offices:
            lines += ["offices = [", *map(_inline, entry.offices.values()), "]"]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _inline(office: Office) -> str:
    bounds = "".join(
        f", {name} = {bound if bound.precision == 'day' else _quoted(str(bound))}"
        for name, bound in (("from", office.start), ("to", office.end))
        if bound.earliest is not None
    )
    return f"  {{ title = {_quoted(office.title)}, of = {_quoted(office.of)}{bounds} }},"


def _key_part(key: str) -> str:
    return key if re.fullmatch(r"[a-z0-9-]+", key) else _quoted(key)


def _quoted(words: str) -> str:
    """A basic string of TOML, which escapes as JSON does, and the sign 127 besides."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
