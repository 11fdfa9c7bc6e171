"""A word that tells an event, as `verbs` and `nouns` find it."""

from dataclasses import dataclass

from standpunt.language.analysis import Token
from standpunt.model import EventKind, Reason
from standpunt.reading.events.status import Told


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event; `verb` is what it hangs on, where that tells of it too, or itself; `definite`: it
    may take up what the same word told before, or, if `plain`, another of a like kind; `whole`: no compound. `theme` is
    what a verb decides, tells or signs. Without a status (`told`) it counts only where it takes up another one."""

    token: Token
    kind: EventKind
    reason: Reason
    told: Told | None
    time: int | None
    verb: Token | None = None
    definite: bool = False
    plain: bool = False
    whole: bool = False
    theme: Token | None = None
