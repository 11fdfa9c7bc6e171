"""Codebooks: the issues on which actors take a position, as a TOML file that a person writes.

    [[issue]]
    id = "vredesmacht"
    label = "Vredesmacht in Oekraïne"
    proposal = "Nederland stuurt militairen naar een vredesmacht in Oekraïne"   # what one is for or against
    terms = ["vredesmacht", "troepen naar Oekraïne"]   # words that name it; from label and proposal when absent
    against = ["terugtrekking"]                        # words that name the opposite
    about = ["Oekraïne"]                               # words that tell only that the matter is spoken of

Groups of conditions that people name stand in it as `[[group]]` (see `dossier.conditions.grouping`), who is counted
together as `[[bloc]]` (see `dossier.blocs`).

`policy()` is the codebook that ships: twelve directed dimensions of Dutch politics.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from standpunt.errors import LexiconError
from standpunt.model import Bloc, Issue
from standpunt.registry import fold

POLICY = "policy.nl.toml"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_SHORTEST = 5
"""Letters that a word of label or proposal must have to count as a term; shorter ones name nothing by themselves."""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Conditions that a person holds for one: those whose clause has one of the words."""

    name: str
    words: tuple[str, ...]


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Issues by their order in the file; `name` is where they come from."""

    name: str
    issues: tuple[Issue, ...]
    groups: tuple[Group, ...] = ()
    blocs: tuple[Bloc, ...] = ()

    def __iter__(self) -> Iterator[Issue]:
        return iter(self.issues)

    def issue(self, id: str) -> Issue:
        """Raises LexiconError where there is none of this id."""
        for each in self.issues:
            if each.id == id:
                return each
        known = ", ".join(each.id for each in self.issues)
        raise LexiconError(f"no issue has the id {id!r}", where=self.name, hint=f"it has {known}")


@cache
def policy() -> Codebook:
    """The codebook of Dutch politics that ships with Standpunt."""
    return parse((files("standpunt.dossier.issues") / POLICY).read_text(encoding="utf-8"), POLICY)


def read(path: Path) -> Codebook:
    """A codebook of one's own. Raises LexiconError."""
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise LexiconError(
            f"this codebook cannot be read: {fault}", where=str(path), hint="it is a TOML file in UTF-8"
        ) from fault
    return parse(content, str(path))


def parse(content: str, name: str) -> Codebook:
    """Raises LexiconError for an unknown or missing key, an id or a term that occurs twice, an empty term."""
    try:
        written = tomllib.loads(content)
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"this codebook is no TOML: {fault}", where=name) from fault
    unknown = written.keys() - {"issue", "group", "bloc"}
    if unknown:
        raise LexiconError(
            f"unknown key {', '.join(sorted(unknown))}",
            where=name,
            hint="each issue begins with [[issue]], each group with [[group]], each bloc with [[bloc]]",
        )
    entries = written.get("issue")
    if not isinstance(entries, list) or not entries:
        raise LexiconError("this codebook has no issues", where=name, hint="begin one with [[issue]]")
    issues: dict[str, Issue] = {}
    for number, entry in enumerate(entries, 1):
        issue = _issue(entry, name, number)
        if issue.id in issues:
            raise LexiconError(f"two issues have the id {issue.id!r}", where=name, hint="give one another id")
        issues[issue.id] = issue
    groups = tuple(_group(each, name, number) for number, each in enumerate(written.get("group", []), 1))
    blocs = tuple(_bloc(each, name, number) for number, each in enumerate(written.get("bloc", []), 1))
    return Codebook(name, tuple(issues.values()), groups, blocs)


def _issue(entry: object, name: str, number: int) -> Issue:
    try:
        issue = msgspec.convert(entry, Issue)
    except msgspec.ValidationError as fault:
        keys = ", ".join(Issue.__struct_fields__)
        raise LexiconError(f"issue {number}: {fault}", where=name, hint=f"its keys are {keys}") from fault
    if not _ID.fullmatch(issue.id):
        raise LexiconError(
            f"issue {number} has the id {issue.id!r}",
            where=name,
            hint="use small letters, figures, - and _",
        )
    for key in ("label", "proposal"):
        if not getattr(issue, key).strip():
            raise LexiconError(f"issue {issue.id} has an empty {key}", where=name, hint="write one sentence")
    seen: set[str] = set()
    for term in (*issue.terms, *issue.against, *issue.about):
        if not re.search(r"\w", term):
            raise LexiconError(
                f"issue {issue.id} has the empty term {term!r}", where=name, hint="a term holds a word"
            )
        if fold(term) in seen:
            raise LexiconError(
                f"issue {issue.id} has the term {term!r} twice", where=name, hint="keep it in one list"
            )
        seen.add(fold(term))
    return issue if issue.terms else msgspec.structs.replace(issue, terms=_derived(issue, seen))


def _group(entry: object, name: str, number: int) -> Group:
    try:
        group = msgspec.convert(entry, Group)
    except msgspec.ValidationError as fault:
        raise LexiconError(
            f"group {number}: {fault}", where=name, hint="its keys are name and words"
        ) from fault
    if not group.name.strip() or not group.words or not all(word.strip() for word in group.words):
        raise LexiconError(f"group {number} has an empty name or word", where=name, hint="write both")
    return group


def _bloc(entry: object, name: str, number: int) -> Bloc:
    try:
        bloc = msgspec.convert(entry, Bloc)
    except msgspec.ValidationError as fault:
        hint = "its keys are name, members, coalition, opposition, from and to"
        raise LexiconError(f"bloc {number}: {fault}", where=name, hint=hint) from fault
    if not bloc.name.strip() or not all(member.strip() for member in bloc.members):
        raise LexiconError(f"bloc {number} has an empty name or member", where=name, hint="write both")
    if sum(map(bool, (bloc.members, bloc.coalition, bloc.opposition))) != 1:
        hint = "give it members, or the state whose coalition or opposition it is"
        raise LexiconError(f"bloc {bloc.name} is not of one kind", where=name, hint=hint)
    return bloc


def _derived(issue: Issue, taken: set[str]) -> tuple[str, ...]:
    """Terms for an issue without: the label, and the longer words of label and proposal."""
    words = [word for word in re.findall(r"\w+", f"{issue.label} {issue.proposal}") if len(word) >= _SHORTEST]
    terms = {fold(term): term for term in (issue.label, *words)}
    return tuple(term for key, term in terms.items() if key not in taken)
