"""The smallest parts of a screen. Templates only print them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as it is known. `machine` is for `datetime`, empty where HTML has no form; `uncertainty` says
    what is not known."""

    label: str
    machine: str = ""
    uncertainty: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A word beside a statement; `kind` is its class: a form, `declines`, `via` or `unsure`."""

    label: str
    kind: str
    explanation: str = ""
