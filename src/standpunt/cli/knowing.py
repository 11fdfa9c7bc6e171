"""`standpunt registry show`, `search` and `who`: questions to the registry of offices."""

import datetime
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli import options
from standpunt.errors import StandpuntError
from standpunt.model import ActorKind

if TYPE_CHECKING:
    from rich.text import Text

    from standpunt.model import Moment
    from standpunt.registry import Body, Office, Person, Registry, State

    Entry = Person | State | Body

_TODAY = ("today", "vandaag")
Day = Annotated[
    str, typer.Option("--on", metavar="DAY", help="A day, a month (2021-03), a year, or `today`.")
]


def show(
    entry: Annotated[
        str,
        typer.Argument(help="A name, an alias, a surname that one person has, or a key; without, counts."),
    ] = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Show what the registry holds; or one entry whole, with all offices and their days.

    Example:

    - `standpunt registry show`
    - `standpunt registry show Yeşilgöz`
    - `standpunt registry show 'Raad van State' --json`
    """
    from standpunt import registry
    from standpunt.cli import paint

    known = registry.load(*facts or [])
    if not entry:
        _counts(known, as_json)
        return
    found = _entry(known, entry)
    if as_json:
        paint.json(plain(found))
        return
    out = paint.out()
    out.print(_head(found))
    for office in getattr(found, "offices", ()):
        out.print(paint.line("  ", _period(office), (f"  {office.title}, {office.of}", "office")))
    for name, value in plain(found).items():
        if isinstance(value, list) and name != "offices":
            out.print(paint.line((f"  {name}: ", "quiet"), ", ".join(value)))
    out.print(paint.line((f"  {found.key}", "quiet")))


def search(
    words: Annotated[
        str, typer.Argument(help="A part of a name or an alias, whatever its capitals and accents.")
    ] = "",
    party: Annotated[str, typer.Option("--party", help="Only persons of this party.")] = "",
    office: Annotated[
        str, typer.Option("--office", help="Only who ever held it: a title or a part of one.")
    ] = "",
    kind: Annotated[ActorKind | None, typer.Option("--kind", help="Only this kind of entry.")] = None,
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """List entries by name or alias, party, office and kind, each with what it is or was last.

    Example:

    - `standpunt registry search yesil`
    - `standpunt registry search --party CDA --office staatssecretaris`
    - `standpunt registry search water --kind organisation`
    """
    from standpunt import registry
    from standpunt.cli import paint

    if not (words or party or office or kind):
        raise typer.BadParameter("give a part of a name, --party, --office or --kind")
    known = registry.load(*facts or [])
    found = list(_search(known, words, party, office, kind))
    if as_json:
        paint.json([plain(each) for each in found])
        return
    for each in found:
        paint.out().print(_head(each))
    paint.err().print(paint.line((paint.count(len(found), "entry", "entries"), "quiet")))


def who(
    office: Annotated[
        str,
        typer.Argument(help="As papers write it: `minister van Defensie`, `Franse premier`, `NAVO-chef`."),
    ],
    on: Day = "",
    of: Annotated[
        str, typer.Option("--of", metavar="NAME", help="Whose office, where the words do not say; Nederland.")
    ] = "",
    facts: options.Registry = None,
    as_json: options.AsJson = False,
) -> None:
    """Say who held an office on a day; without a day, everybody who ever did.

    Example:

    - `standpunt registry who 'minister van Defensie' --on 2021-03-01`
    - `standpunt registry who 'burgemeester van Gent'`
    - `standpunt registry who 'minister van Buitenlandse Zaken' --of Frankrijk --on today`
    """
    from standpunt import registry
    from standpunt.cli import paint

    known = registry.load(*facts or [])
    when = _moment(on)
    title, owner = _asked(known, office, of)
    rows = known.holders(title, of=owner)
    if not rows:
        titles = known.titles(owner)
        raise _unknown(office, title, titles, f"standpunt registry search --office '{title}'")
    held_then = known.holder(title, when, of=owner) if when else rows
    found = [row for row in rows if row in held_then]
    if as_json:
        paint.json([{"person": person.name, "key": person.key, **_office(held)} for person, held in found])
        return
    for person, held in found:
        paint.out().print(
            paint.line(
                _period(held), "  ", (person.name, "name"), _party(person),
                (f"  {held.title}, {held.of}", "office"),
            )
        )  # fmt: skip
    if when and not found:
        paint.err().print(paint.line(f"nobody is known to have been {title} of {owner} in {when}"))
        for person, held in _neighbours(rows, when):
            paint.err().print(paint.line(("  ", ""), _period(held), "  ", (person.name, "name")))


# ---------------------------------------------------------------------------------------------- below


def plain(entry: "Entry") -> dict[str, Any]:
    """An entry for JSON: what it has, under the names that the TOML gives it."""
    found: dict[str, Any] = {"key": entry.key, "kind": _kind(entry).value}
    for name in entry.__struct_fields__:
        value = getattr(entry, name)
        if name == "offices":
            found[name] = [_office(office) for office in value]
        elif value and name not in found:
            found[name] = list(value) if isinstance(value, tuple) else value
    return found


def _office(office: "Office") -> dict[str, str | None]:
    bounds = (("from", office.start), ("to", office.end))
    days = {name: str(day) if day.earliest else None for name, day in bounds}
    return {"title": office.title, "of": office.of, **days}


def _counts(known: "Registry", as_json: bool) -> None:
    from standpunt.cli import paint

    calendar = known.calendar
    counts = {
        "persons": len(known.all_persons),
        "offices": sum(len(person.offices) for person in known.all_persons),
        "states": len(known.all_states),
        **{
            f"{kind.value}s" if kind is not ActorKind.PARTY else "parties": number
            for kind in (ActorKind.PARTY, ActorKind.ALLIANCE, ActorKind.ORGANISATION, ActorKind.GROUP)
            if (number := sum(body.kind is kind for body in known.all_bodies))
        },
        "events": len(calendar.events) + len(calendar.periods),
        "feasts": len(calendar.feasts),
    }
    if as_json:
        paint.json(counts)
        return
    for name, number in counts.items():
        paint.out().print(paint.line((f"{number:>6,}", "heading"), f"  {name}"))


def _entry(known: "Registry", named: str) -> "Entry":
    """The one entry that is meant. Raises StandpuntError where there is none or more than one."""
    from standpunt.registry import fold

    keys = [f"{prefix}:{named}" for prefix in ("persoon", "staat", "organisatie")]
    state = known.state(named)
    exact: list[Entry | None] = [known.by_key(key) for key in (named, *keys)]
    exact += [known.person(named), state.state if state and state.how == "name" else None, known.body(named)]
    found = next((each for each in exact if each is not None), None)
    if found is not None:
        return found
    several: list[Entry] = [*known.persons(named), *known.bodies(named)]
    several = several or [each for each in known.all_persons if fold(each.name) == fold(named)]
    if len(several) == 1:
        return several[0]
    if several:
        said = ", ".join(f"{each.name} ({each.key})" for each in several)
        raise StandpuntError("several have this name", where=named, hint=said)
    names = [name for each in _all(known) for name in _names(each)]
    raise _unknown(named, named, names, f"standpunt registry search {named.split()[-1]}")


def _all(known: "Registry") -> Iterable["Entry"]:
    return (*known.all_persons, *known.all_states, *known.all_bodies)


def _names(entry: "Entry") -> tuple[str, ...]:
    surname = getattr(entry, "surname", "")
    return tuple(filter(None, (entry.name, surname, *entry.aliases)))


def _kind(entry: "Entry") -> ActorKind:
    from standpunt.registry import Body, Person

    if isinstance(entry, Body):
        return entry.kind
    return ActorKind.PERSON if isinstance(entry, Person) else ActorKind.STATE


def _search(
    known: "Registry", words: str, party: str, office: str, kind: ActorKind | None
) -> Iterable["Entry"]:
    from standpunt.registry import Person, fold

    body = known.body(party) if party else None
    wanted = fold(body.name if body else party)
    for each in _all(known):
        if kind is not None and _kind(each) is not kind:
            continue
        if not any(fold(words) in fold(name) for name in _names(each)):
            continue
        if (party or office) and not isinstance(each, Person):
            continue
        if party and fold(getattr(each, "party", "")) != wanted:
            continue
        titles = (f"{held.title} {held.of}" for held in getattr(each, "offices", ()))
        if office and not any(fold(office) in fold(title) for title in titles):
            continue
        yield each


def _moment(on: str) -> "Moment | None":
    from standpunt.model import Moment
    from standpunt.registry import moment

    if on.lower() in _TODAY:
        day = datetime.date.today()  # noqa: DTZ011, TID251  a person asks; nothing that is kept depends on it
        return Moment(day, day)
    try:
        return moment(on) if on else None
    except ValueError as fault:
        raise typer.BadParameter(str(fault), param_hint="--on") from fault


def _asked(known: "Registry", office: str, of: str) -> tuple[str, str]:
    """The title and the owner that a question means."""
    title, owner = known.owner(office)
    if of:
        named = known.name_of_owner(of)
        if not named:
            raise _unknown(of, of, known.owners, "standpunt registry search")
        return title if owner == named else office, named
    return title, owner or "Nederland"


def _unknown(asked: str, name: str, names: Iterable[str], otherwise: str) -> StandpuntError:
    from standpunt.registry import fold

    spelled = {fold(each): each for each in names}
    near = [spelled[each] for each in get_close_matches(fold(name), spelled, n=3, cutoff=0.7)]
    hint = f"did you mean {' or '.join(near)}?" if near else f"look with `{otherwise}`"
    return StandpuntError("the registry does not know this", where=asked, hint=hint)


def _neighbours(rows: Iterable[tuple["Person", "Office"]], when: "Moment") -> list[tuple["Person", "Office"]]:
    """Who held an office last before a moment, and who first after it."""
    before = [
        row for row in rows if when.earliest and row[1].end.latest and row[1].end.latest <= when.earliest
    ]
    after = [
        row for row in rows if when.latest and row[1].start.earliest and row[1].start.earliest > when.latest
    ]
    return [*before[-1:], *after[:1]]


def _head(entry: "Entry") -> "Text":
    """One line: the name, the kind, the party, and the last office."""
    from standpunt.cli import paint

    offices = getattr(entry, "offices", ())
    last = f"  {offices[-1].title}, {offices[-1].of}" if offices else ""
    return paint.line(
        (entry.name, "name"), _party(entry), f"  {_kind(entry).value}", (last, "office"),
        (f"  {entry.wikidata}" if entry.wikidata else "", "quiet"),
    )  # fmt: skip


def _party(entry: "Entry") -> str:
    party = getattr(entry, "party", "")
    return f" ({party})" if party else ""


def _period(office: "Office") -> "Text":
    from standpunt.cli import paint

    start, end = (str(day) if day.earliest else "" for day in (office.start, office.end))
    return paint.line((f"{start:<10} – {end:<10}", "date"))
