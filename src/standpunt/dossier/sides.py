"""For whom an actor stands, besides himself: the cabinet that he is in, his party."""

from collections.abc import Mapping, Sequence

from standpunt.model import Actor, ActorKind, Moment
from standpunt.registry import Office, Person, Registry, fold

CABINET = frozenset(("kabinet", "regering", "ministerraad", "coalitie"))
_IN_CABINET = ("minister", "premier", "staatssecretaris", "vicepremier")


class Sides:
    """The sides of a dossier's actors, by the registry's offices on the day."""

    def __init__(self, actors: Mapping[str, Actor], registry: Registry) -> None:
        self._actors = actors
        self._registry = registry

    def of(self, actor: str, held: Moment) -> tuple[str, ...]:
        """The names of the sides that somebody stands for: `kabinet`, a party. A body stands for itself."""
        who = self._actors[actor]
        if who.kind is ActorKind.PARTY:
            return (who.name,)
        if who.kind is ActorKind.ORGANISATION and fold(who.name).split("-")[0].split()[-1] in CABINET:
            return ("kabinet",)
        if who.kind is not ActorKind.PERSON:
            return ()
        offices = self.offices(actor, held)
        cabinet = ("kabinet",) if any(in_cabinet(o) and _home(o) for o in offices) else ()
        return (*cabinet, *((who.party,) if who.party else ()))

    def offices(self, actor: str, held: Moment) -> Sequence[Office]:
        """The offices of the registry that an actor held then; none while the moment is open."""
        who = self._actors[actor]
        person = self._registry.by_key(who.identity) if who.identity else None
        if not isinstance(person, Person) or held.latest is None:
            return ()
        return person.held(held.earliest or held.latest, held.latest)


def in_cabinet(office: Office) -> bool:
    """Whether who holds it sits in a cabinet."""
    return office.title.split()[0] in _IN_CABINET


def _home(office: Office) -> bool:
    """An office of the cabinet that Dutch and Flemish articles mean without saying whose it is."""
    return office.of in ("Nederland", "België", "Vlaanderen")
