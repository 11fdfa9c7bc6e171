"""A name in a few letters."""

import re

from standpunt.model import ActorKind

SMALL = {"de", "het", "een", "van", "der", "den", "en", "of", "voor", "in", "op", "te", "bij", "met", "aan"}


def initials(name: str, kind: ActorKind, of_last: int) -> str:
    """`RB` for Ruben Brekelmans, `UL` for Ursula von der Leyen, `NAVO` as it is, `Ka` for kabinet.

    `of_last` is how many letters of the last word are taken.
    """
    found: list[str] = re.findall(r"[^\W\d_]+", name)
    words = [word for word in found if word not in SMALL] or found or [name]
    if words[0].isupper() and 1 < len(words[0]) <= 4 and kind is not ActorKind.PERSON:
        return words[0]
    if kind is ActorKind.PERSON:
        words = [word for word in words if word[0].isupper()] or words
        words = words[:: len(words) - 1] if len(words) > 1 else words
    *first, last = words[:3]
    tail = last[0].upper() + last[1 : of_last + (not first)].lower()
    return "".join(word[0].upper() for word in first) + tail
