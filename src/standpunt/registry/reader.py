"""Reads the registry's TOML files into typed facts: those of this package, and a user's own laid over them.

All files are written alike. A group says what an entry is (`[person.KEY]`, `[party.KEY]`, `[state.KEY]`,
`[event.KEY]`). An entry under a new key is added. One under a known key changes the fields that it gives; a list
is added to, and an office of the same title, owner and first day takes the place of the one that is there.
`replace` names the lists that begin anew.
"""

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from standpunt.errors import LexiconError
from standpunt.model import ActorKind
from standpunt.registry import events
from standpunt.registry.facts import Body, Fact, Office, Person, State, moment
from standpunt.registry.lookup import Registry

_PACKAGE = "standpunt.registry"
_FILES = (
    "persons_nederland.nl.toml",
    "persons_belgie.nl.toml",
    "persons_wereld.nl.toml",
    "states.nl.toml",
    "bodies.nl.toml",
    "offices.nl.toml",
)

_KINDS: dict[str, tuple[type[Fact], str]] = {
    "person": (Person, "persoon"),
    "state": (State, "staat"),
    "alliance": (Body, "organisatie"),
    "party": (Body, "organisatie"),
    "organisation": (Body, "organisatie"),
    "group": (Body, "organisatie"),
}
_CALENDAR: dict[str, tuple[type[msgspec.Struct], str]] = {
    "event": (events.Event, "events"),
    "period": (events.Event, "periods"),
    "weekly": (events.Weekly, "weekly"),
}
_WORDS = {
    "rank": dict[str, str],
    "portfolio": dict[str, tuple[str, ...]],
    "shared": dict[str, tuple[str, ...]],
}
"""How offices are named: other words for a rank, the fields that a short name stands for, and which titles several
hold at once (of these owners, or of any)."""
GROUPS = (*_KINDS, *_CALENDAR, *_WORDS)

S = TypeVar("S", bound=msgspec.Struct)


def load(*laid_over: Path) -> Registry:
    """The registry of this package; with a user's files, or all of a folder, laid over it in that order.

    Raises LexiconError, which names the file, the entry and the field.
    """
    if not laid_over:
        return _shipped()
    tables, content = _tables().copy(), hashlib.sha256()
    for file in _toml_files(laid_over):
        try:
            written = file.read_bytes()
        except OSError as fault:
            raise LexiconError(f"the file cannot be read: {fault.strerror}", where=str(file)) from fault
        tables.lay(_parsed(written, str(file)), str(file))
        content.update(written + b"\0")
    return tables.registry(content.hexdigest()[:12])


@cache
def _shipped() -> Registry:
    return _tables().registry()


@cache
def _tables() -> "Tables":
    tables = Tables()
    for file in _FILES:
        tables.lay(_parsed(resources.files(_PACKAGE).joinpath(file).read_bytes(), file), file)
    return tables


def _toml_files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
        elif files := sorted(path.glob("*.toml")):
            yield from files
        else:
            raise LexiconError("this folder has no file that ends in .toml", where=str(path))


def _parsed(written: bytes, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(written.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise LexiconError(f"this is not TOML: {fault}", where=file) from fault


@dataclass
class Tables:
    """Facts while they are gathered, by their keys, in the order in which they came."""

    facts: dict[str, Fact] = field(default_factory=dict)
    words: dict[str, dict[str, Any]] = field(default_factory=lambda: {name: {} for name in _WORDS})
    calendar: dict[str, dict[str, Any]] = field(default_factory=lambda: msgspec.structs.asdict(events.load()))

    def copy(self) -> "Tables":
        def apart(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
            return {name: dict(entries) for name, entries in tables.items()}

        return Tables(dict(self.facts), apart(self.words), apart(self.calendar))

    def registry(self, laid_over: str = "") -> Registry:
        facts = self.facts.values()
        return Registry(
            (fact for fact in facts if isinstance(fact, Person)),
            (fact for fact in facts if isinstance(fact, State)),
            (fact for fact in facts if isinstance(fact, Body)),
            self.words["rank"],
            self.words["portfolio"],
            self.words["shared"],
            events.Calendar(**self.calendar),
            laid_over,
        )

    def lay(self, content: dict[str, Any], file: str) -> None:
        """Lays what a file says over what is there. Raises LexiconError."""
        for group, entries in content.items():
            if group not in GROUPS:
                raise LexiconError(
                    f"unknown group [{group}]", where=file, hint=f"groups: {', '.join(GROUPS)}"
                )
            if group in _WORDS:
                self.words[group] |= _converted(entries, _WORDS[group], f"[{group}]", file)
                continue
            if not isinstance(entries, dict):
                raise LexiconError(f"[{group}] holds entries such as [{group}.KEY]", where=file)
            for key, entry in entries.items():
                place = f"[{group}.{key}]"
                if not isinstance(entry, dict):
                    raise LexiconError(f"{place} is no table of fields", where=file)
                if group in _KINDS:
                    self._lay_fact(group, key, entry, place, file)
                else:
                    self._lay_event(group, key, entry, place, file)

    def _lay_fact(self, group: str, key: str, entry: dict[str, Any], place: str, file: str) -> None:
        kind, prefix = _KINDS[group]
        key = f"{prefix}:{key}"
        known = self.facts.get(key)
        fixed: dict[str, Any] = {"key": key}
        if kind is Body:
            fixed["kind"] = ActorKind(group)
            if isinstance(known, Body) and known.kind != group:
                raise LexiconError(f"{place}: {known.name} is known as [{known.kind}.…]", where=file)
        if kind is Person and known is None and "name" in entry:
            fixed["surname"] = str(entry["name"]).partition(" ")[2]
        if known is None and "name" not in entry:
            raise LexiconError(
                f"{place} is not in the registry yet and needs a name", where=file, hint=self._near(key)
            )
        self.facts[key] = _laid(kind, known, entry, fixed, place, file)

    def _near(self, key: str) -> str:
        """What to do about a key that is not there and was meant to be."""
        near = get_close_matches(key, self.facts, n=1)
        return (
            f"did you mean {near[0].partition(':')[2]}?"
            if near
            else "to change an entry, give its key as it is"
        )

    def _lay_event(self, group: str, name: str, entry: dict[str, Any], place: str, file: str) -> None:
        kind, table = _CALENDAR[group]
        made = _laid(kind, self.calendar[table].get(name), entry, {}, place, file)
        if isinstance(made, events.Event):
            made = msgspec.structs.replace(made, editions=tuple(sorted(made.editions)))
            events.check_editions(place, made, file)
        assert isinstance(made, events.Event | events.Weekly)
        if not events.names_in(made.names, made.example):
            raise LexiconError(f"{place} example does not hold any of its names", where=file)
        self.calendar[table][name] = made


def _laid(
    kind: type[S], known: S | None, entry: dict[str, Any], fixed: dict[str, Any], place: str, file: str
) -> S:
    """A known entry with the fields that a file gives, or a new one. `fixed` are fields that a new one has
    whatever the file gives."""
    change = _converted(_dated(entry, place, file), _change(kind), place, file)
    given = {
        name: value
        for name in change.__struct_fields__
        if name != "replace" and (value := getattr(change, name)) is not UNSET
    }
    if known is not None:
        for name, value in given.items():
            if isinstance(value, tuple) and name not in change.replace:
                given[name] = _joined(getattr(known, name), value)
        made = msgspec.structs.replace(known, **given)
    else:
        needed = [each.name for each in msgspec.structs.fields(kind) if each.required]
        missing = [name for name in needed if name not in {**fixed, **given}]
        if missing:
            said = f"{place} is not in the registry yet and needs {', '.join(missing)}"
            raise LexiconError(said, where=file)
        made = kind(**{**fixed, **given})
    for office in made.offices if isinstance(made, Person) else ():
        if office.backwards:
            raise LexiconError(f"{place} offices: {office} ends before it begins", where=file)
    return made


def _joined(there: tuple[Any, ...], more: tuple[Any, ...]) -> tuple[Any, ...]:
    """A list with more added; of offices that begin alike the later one stays."""

    def same(item: Any) -> Any:
        return (item.title, item.of, item.start) if isinstance(item, Office) else item

    return tuple({same(item): item for item in (*there, *more)}.values())


@cache
def _change(kind: type[msgspec.Struct]) -> type[Any]:
    """The fields that a file may give for an entry, none of which it must."""
    fields: list[Any] = [
        (each.name, each.type | UnsetType, UNSET)
        for each in msgspec.structs.fields(kind)
        if each.name not in ("key", "kind")
    ]
    fields.append(("replace", tuple[str, ...], ()))
    return msgspec.defstruct(f"{kind.__name__}Change", fields, forbid_unknown_fields=True, frozen=True)


def _converted(value: Any, kind: Any, place: str, file: str) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as fault:
        unknown = str(fault).startswith("Object contains unknown field") and " - at " not in str(fault)
        hint = f"fields: {', '.join(kind.__struct_fields__)}" if unknown else ""
        raise LexiconError(f"{place} {_readable(str(fault))}", where=file, hint=hint) from fault


def _readable(fault: str) -> str:
    """What msgspec says, with the field first: ``Expected `str`, got `int` - at `$.name` ``."""
    said, at, path = fault.partition(" - at `$")
    return f"{path.strip('.`')}: {said}" if at else said


def _dated(entry: dict[str, Any], place: str, file: str) -> dict[str, Any]:
    """The entry with the bounds of its offices as the first and last day that they allow."""
    offices = entry.get("offices")
    if not isinstance(offices, list) or not all(isinstance(office, dict) for office in offices):
        return entry
    found = []
    for at, office in enumerate(offices):
        bounds = {}
        for name in ("from", "to"):
            if name in office:
                try:
                    day = moment(str(office[name]))
                except ValueError as fault:
                    raise LexiconError(f"{place} offices[{at}].{name}: {fault}", where=file) from fault
                bounds[name] = {"earliest": day.earliest, "latest": day.latest}
        found.append({**office, **bounds})
    return {**entry, "offices": found}
