"""Every exception of Standpunt, drawn as a tree. Only `cli.py` turns one into an exit status.

StandpuntError
├── LexiconError     a word list, the registry or a codebook is not as it should be
├── ModelError       the language model is missing or does not load
├── SourceError      a source as a whole cannot be read (a folder that is not there)
│   └── UnreadableArticle   one article cannot be read; it is set aside and the rest goes on
├── ExecutorError    articles cannot be read by these processes at all
├── StoreError       a dossier file cannot be opened, read or written
│   ├── BusyError    somebody else writes in a dossier
│   └── AskedError   what is asked for is not in a dossier, or could be several things
│       └── PlaceError   a list cannot go on from the place that is named
├── GoldError        an annotated folder is not as it should be
├── NetworkError     no such network can be made of these claims
└── ServeError       a dossier cannot be served at this address
"""


class StandpuntError(Exception):
    """What failed, where, and what to do about it; each is one short sentence for people."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.what}{advice}"

    def __reduce__(self) -> tuple[object, ...]:
        """Keyword arguments survive the trip between worker processes."""
        return _rebuild, (type(self), self.what, self.where, self.hint)


def _rebuild(kind: type[StandpuntError], what: str, where: str, hint: str) -> StandpuntError:
    return kind(what, where=where, hint=hint)


class LexiconError(StandpuntError):
    """A word list, the registry or a codebook is not as it should be."""


class ModelError(StandpuntError):
    """The language model is missing or does not load."""


class SourceError(StandpuntError):
    """A source as a whole cannot be read."""


class UnreadableArticle(SourceError):
    """One article cannot be read; it is set aside, the rest goes on."""


class ExecutorError(StandpuntError):
    """Articles cannot be read by these processes at all."""


class StoreError(StandpuntError):
    """A dossier file cannot be opened, read or written."""


class BusyError(StoreError):
    """Somebody else writes in a dossier; what was asked for can be asked again."""


class AskedError(StoreError):
    """What is asked for is not in a dossier, or could be several things; with the dossier nothing is wrong."""


class PlaceError(AskedError):
    """A list cannot go on from the place that is named."""


class GoldError(StandpuntError):
    """An annotated folder, to measure against, is not as it should be."""


class NetworkError(StandpuntError):
    """No such network can be made of these claims."""


class ServeError(StandpuntError):
    """A dossier cannot be served at this address."""
