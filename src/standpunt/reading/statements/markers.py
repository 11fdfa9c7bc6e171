"""Sources named without a verb: `volgens X`, `aldus X`, `wat X betreft`, `in de ogen van X`."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from standpunt.language.analysis import Analysis, Token
from standpunt.model import Reason
from standpunt.reading.statements.attribution import Attribution, form_of, pieces
from standpunt.reading.statements.cues import Cue
from standpunt.reading.statements.inserted import RELATIVE
from standpunt.reading.statements.phrases import POSSESSIVES, phrase_from
from standpunt.reading.statements.words import MARKERS, NOT_A_SOURCE, MarkerEntry

PRONOUNS = frozenset(
    "hem haar hen hun hemzelf haarzelf henzelf deze laatstgenoemde hij zij ze beiden".split()
)
CONJUNCTIONS = frozenset(["maar", "want", "en", "dus"])
FOR_WHOM = "judged for somebody"
# Nouns that say nothing (`systeem`) do so at the end of a compound, too; so short ones need not.
_WHOLE = 5
_ENDINGS = tuple(word for word in NOT_A_SOURCE if len(word) > _WHOLE)
# Clauses behind a comma that may hold the reporter's own addition.
ADDITION = frozenset(["maar", "hoewel", "al", "terwijl", "ofschoon"])


@dataclass(frozen=True, slots=True)
class Marker:
    """A frame around a source at `tokens[first:last]`; `token` is the word that the statement calls its cue."""

    key: str
    first: int
    last: int
    token: Token
    source: tuple[Token, ...]
    position: str


def find(analysis: Analysis, tokens: Sequence[Token]) -> list[Marker]:
    found = []
    lowers = [token.lower for token in tokens]
    present = frozenset(lowers)
    for place, first in enumerate(lowers):
        for key, words, entry, asked in _BY_FIRST_WORD.get(first, ()):
            behind = place + len(words)
            if lowers[place:behind] != words or not any(each <= present for each in asked):
                continue
            marker = _marker(analysis, tokens, place, behind, key, entry.after, entry.position)
            if marker is not None and _fits(tokens, marker, entry):
                found.append(marker)
                break
    return found


def _fits(tokens: Sequence[Token], marker: Marker, entry: MarkerEntry) -> bool:
    """Whether what an entry needs stands there: a verb right behind a source that opens the sentence, or a judgement
    behind it, with no other clause between."""
    opens = marker.first == 0 and marker.last < len(tokens)
    if not entry.needs or opens and tokens[marker.last].lower in entry.verbs:
        return True
    lengths = sorted({phrase.count(" ") + 1 for phrase in entry.needs})
    for i in range(marker.first + 1, len(tokens)):
        token = tokens[i]
        pointing = token.lower == "dat" and tokens[i - 1].pos == "AUX"  # `Voor X is dat een breekpunt`
        if token.text in ";:.!?" or token.pos == "SCONJ" and not pointing:
            return False
        behind = next((i + n for n in lengths if _reads(tokens, i, n) in entry.needs), None)
        if behind is not None:
            noun = behind < len(tokens) and tokens[behind].pos in ("NOUN", "PROPN")
            return not noun  # `voor X een onaanvaardbare toestand` is told by its noun
    return False


def _reads(tokens: Sequence[Token], start: int, length: int) -> str:
    return " ".join(token.lower for token in tokens[start : start + length])


def _marker(
    analysis: Analysis, tokens: Sequence[Token], first: int, behind: int, key: str, after: str, position: str
) -> Marker | None:
    if first > 0 and tokens[first - 1].pos == "DET":
        return None  # `na een volgens haar onrustige nacht`: it frames no clause
    if key == "naar eigen zeggen" or position == "none":
        return Marker(key, first, behind, tokens[first], (), position)
    if behind >= len(tokens) or key.endswith("ogen") and first > 0 and tokens[first - 1].pos == "NOUN":
        return None  # `tranen in zijn ogen`
    closes = [t.lower for t in tokens[behind + 1 : behind + 1 + len(after.split())]] == after.split()
    if tokens[behind].lower in PRONOUNS or after and closes and tokens[behind].lower in POSSESSIVES:
        source = [tokens[behind]]  # `volgens hem`, `in zijn ogen`
    else:
        source = phrase_from(analysis, tokens, behind)
    if not source or source[0].lower == "geen":  # `volgens geen enkele rechter`
        return None
    noun = next((t for t in source if t.pos in ("NOUN", "PROPN")), source[-1])
    if noun.lower in NOT_A_SOURCE or noun.lower.endswith(_ENDINGS):
        return None
    last = behind + len(source)
    token = tokens[first]
    if after:
        closing = after.split()
        if [t.lower for t in tokens[last : last + len(closing)]] != closing:
            return None
        token, last = tokens[last], last + len(closing)
    return Marker(key, first, _behind_relative(tokens, last), token, tuple(source), position)


def _behind_relative(tokens: Sequence[Token], last: int) -> int:
    """Behind what is told of the source: `volgens Jansen, die ziek is, kan het niet`."""
    if last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].has("PronType=Rel"):
        for place in range(last + 2, len(tokens) - 1):
            if tokens[place].text == "," and tokens[place + 1].has("VerbForm=Fin"):
                return place + 1
    return last


def read(
    analysis: Analysis, tokens: Sequence[Token], markers: Sequence[Marker], cues: Sequence[Cue]
) -> list[Attribution]:
    """What the clause around each marker says, the marker itself left out."""
    found = []
    for marker in markers:
        if marker.position == "none":
            continue
        start, end = _bounds(analysis, tokens, marker, cues, markers)
        body = [t for i, t in enumerate(tokens[start:end], start) if not marker.first <= i < marker.last]
        content = pieces(analysis, body)
        words = [t for t in body if t.pos != "PUNCT"]
        if len(words) < 2 or not content:
            continue
        found.append(
            Attribution(content, form_of(analysis, content), Reason(_rule(marker), marker.key), marker.token,
                        marker.source)
        )  # fmt: skip
    return found


def _rule(marker: Marker) -> str:
    return FOR_WHOM if MARKERS[marker.key].needs else "source without a verb"


def _bounds(
    analysis: Analysis,
    tokens: Sequence[Token],
    marker: Marker,
    cues: Sequence[Cue],
    markers: Sequence[Marker],
) -> tuple[int, int]:
    """The clause that a source frames: from the conjunction before it, to an addition with a cue of its own."""
    if (end := _end_of_relative(analysis, tokens, marker)) is not None:
        return marker.first - 1, end
    start = 0
    for place in range(marker.first - 1, -1, -1):
        token = tokens[place]
        opens = token.dep == "mark" and (token.pos == "SCONJ" or token.lower in ("dat", "of"))
        opens = opens and _finite(analysis.subtree(analysis.tokens[token.head]))  # not `als probleem gezien`
        main = any(t.text == "," and f.has("VerbForm=Fin") for t, f in pairwise(tokens[place : marker.first]))
        if opens and not main and token.lower != "om":
            comma = next(
                (i for i in range(marker.last, len(tokens) - 1)
                 if tokens[i].text == "," and tokens[i + 1].has("VerbForm=Fin") and place <= 1),
                None,
            )  # fmt: skip
            return place + 1, comma if comma is not None else _addition(tokens, marker, cues, markers, place)
        if token.text in (";", ":") or token.text in ".!?":
            start = place + 1
            break
        if token.pos == "CCONJ" and any(other.last <= place for other in markers if other is not marker):
            start = place + 1  # `werd volgens de bonden genegeerd en is wat hen betreft te zwak`
            break
        if (
            token.lower in CONJUNCTIONS
            and token.pos == "CCONJ"
            and tokens[place - 1].text == ","
            and _finite(tokens[:place])
            and (  # `is goed, maar komt volgens hem te laat`; `dreigt met een staking, maar kan die volgens hem ...`
                not tokens[place + 1].has("VerbForm=Fin") or any(cue.spot < place for cue in cues)
            )
        ):
            start = place if token.lower != "en" else place + 1
            break
    if marker.position == "end":
        return start, marker.first
    return start, _addition(tokens, marker, cues, markers, start)


def _end_of_relative(analysis: Analysis, tokens: Sequence[Token], marker: Marker) -> int | None:
    """Where the relative clause ends that the marker opens with its pronoun: `de man, die volgens de politie gewapend
    was, ...`. None where it opens none."""
    pronoun = tokens[marker.first - 1]
    if marker.first < 2 or pronoun.lower not in RELATIVE or pronoun.dep == "mark":
        return None
    inside = {t.index for t in analysis.subtree(analysis.tokens[pronoun.head])}
    if any(t.index in inside for t in tokens[: marker.first - 1] if t.text != ","):
        return None
    places = [i for i, t in enumerate(tokens) if t.index in inside and t.pos != "PUNCT"]
    return places[-1] + 1 if places and places[-1] >= marker.last else None


def _addition(
    tokens: Sequence[Token], marker: Marker, cues: Sequence[Cue], markers: Sequence[Marker], start: int
) -> int:
    """Where something new begins behind the marker: another sentence, a gloss, an addition with its own cue."""
    others = [c.spot for c in cues]
    framed = [m.first for m in markers if m.first > marker.last]
    for place in range(marker.last, len(tokens) - 1):
        token, following = tokens[place], tokens[place + 1]
        if token.text in (";", ":") or token.text in ".!?":
            return place
        if token.pos == "CCONJ" and any(first > place for first in framed) and following.has("VerbForm=Fin"):
            return place
        conjoined = token.text == "," and following.lower in CONJUNCTIONS
        if conjoined and any(first > place for first in framed):
            return place  # `..., en de dames zien er volgens hem ...`
        adds = (
            following.lower in ADDITION
            or following.lower == "ook"
            and tokens[min(place + 2, len(tokens) - 1)].lower == "al"
        )
        if (
            token.text == ","
            and adds
            and any(spot > place for spot in others)
            and _finite(tokens[start:place])
        ):
            return place
    return len(tokens)


def _finite(tokens: Sequence[Token]) -> bool:
    return any(t.has("VerbForm=Fin") for t in tokens)


class _Known(NamedTuple):
    """A marker of the list; the sentence must hold all words of one of the sets in `asked`."""

    key: str
    words: list[str]
    entry: MarkerEntry
    asked: tuple[frozenset[str], ...]


def _table() -> dict[str, list[_Known]]:
    table: dict[str, list[_Known]] = {}
    for key, entry in MARKERS.items():
        words = entry.words.split()
        further = (*entry.needs, *entry.verbs) if entry.needs else (entry.after,)
        asked = tuple(frozenset(each.split()) for each in further)
        table.setdefault(words[0], []).append(_Known(key, words, entry, asked))
    for known in table.values():
        known.sort(key=lambda each: -len(each.words))
    return table


_BY_FIRST_WORD = _table()
