"""The words of `conditions.nl.toml`."""

from standpunt import lexicon

FILE = "conditions.nl.toml"


class Opener(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that open a clause; the fields are explained at the head of the list."""

    words: str
    only: tuple[str, ...] = ()
    denied: bool = False
    unless: bool = False


class Forms(lexicon.Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    forms: str


def _read() -> dict[str, dict[str, lexicon.Entry]]:
    groups: dict[str, type[lexicon.Entry]] = {"opener": Opener, "noun": Forms, "consent": Forms}
    return lexicon.read(__package__, FILE, groups)


def _by_form(group: str) -> dict[str, str]:
    return {
        form: key
        for key, entry in LISTS[group].items()
        if isinstance(entry, Forms)
        for form in entry.forms.split()
    }


LISTS = _read()
OPENERS: dict[str, list[tuple[str, tuple[str, ...], Opener]]] = {}
"""Key, words and entry of each opener, by its first word."""
for _key, _entry in LISTS["opener"].items():
    if isinstance(_entry, Opener):
        _words = tuple(_entry.words.split())
        OPENERS.setdefault(_words[0], []).append((_key, _words, _entry))
NAMES = _by_form("noun")
CONSENT = _by_form("consent")
