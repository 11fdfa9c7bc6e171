"""What belongs to a title or a name: the field or body after it, brackets, an apposition."""

from collections.abc import Sequence

from standpunt.language.analysis import Token
from standpunt.model import ActorKind
from standpunt.reading.mentions.context import Context, Name
from standpunt.reading.mentions.parties import party_of
from standpunt.reading.mentions.words import (
    DETERMINERS,
    HONORIFICS,
    PHRASES,
    TIME_WORDS,
    TOWN_OFFICES,
    Noun,
    noun,
)

_COMPLEMENT = frozenset(("van", "voor", "bij", "namens", "uit", "der", "des", "tot", "aan", "v.d."))
_SPECIAL = frozenset(
    (
        "onderzoeker",
        "directeur",
        "chef",
        "leider",
        "woordvoerder",
        "adviseur",
        "onderwijzer",
        "zorgverlener",
    )
)
_NOMINAL = frozenset(("nsubj", "obj", "iobj", "obl", "obl:arg", "obl:agent", "nmod", "nsubj:pass", "conj"))
_LOOSE = frozenset(("bij", "uit", "tot", "namens", "aan"))
MEMBER = Noun("person", "politicus", "politicus", False, "member", "")
_FELLOW = Noun("person", "landgenoot", "landgenoot", False, "inhabitant", "")
_CLOSING = frozenset((",", ".", ")", ":", "–", "-", '"', "”", "die"))
_TIMES = frozenset(("dag", "week", "maand", "jaar", "keer", "eerst", "begin", "einde", "komst", "tijd"))


class Adjuncts:
    """Reads around one place of an article; every method gives the end of what it read, its start where
    nothing fits."""

    def __init__(self, context: Context, names: Sequence[Name], fields: set[int]) -> None:
        self.context = context
        self.tokens = context.tokens
        self.fields = fields
        self.names = {name.first: name for name in names}
        self.inside = {i: name for name in names for i in range(name.first, name.last)}
        self.used: set[int] = set()

    def _title(self, at: int) -> tuple[int, Noun, str] | None:
        """The noun that begins at a token: its end, what it is, and the party in it (`VVD-minister`,
        `D66'er`)."""
        token = self.tokens[at]
        lower = token.lower
        for words in PHRASES.get(lower, ()):
            end = at + len(words)
            if end <= len(self.tokens) and all(
                self.tokens[at + k].lower == word for k, word in enumerate(words)
            ):
                return end, noun(" ".join(words)) or MEMBER, ""
        if token.text[0].isupper():
            if self.context.people_of(at) is not None:
                return at + 1, _FELLOW, ""
            party = self._party_of_member(token.text)
            if party:
                return at + 1, MEMBER, party
            party = self._party_of_member(token.text[:-1]) if lower.endswith("s") else ""
            if party:
                return at + 1, MEMBER._replace(plural=True), party
        found = noun(lower)
        if found is None:
            return None
        named_so = found.plural and token.dep in _NOMINAL  # `Palestijnse gevangenen`
        if (
            not named_so
            and token.pos in ("VERB", "AUX", "ADV", "ADP", "DET", "PRON", "CCONJ", "SCONJ")
            and found.how != "compound"
        ):
            return None
        if (
            not found.plural
            and lower.endswith("en")
            and "Number=Plur" in token.morph
            and found.group == "person"
        ):
            return None  # `de schepen varen`
        if token.pos == "ADJ" and not self._is_noun_though_adjective(at):
            return None
        if found.how == "ending" and token.pos != "NOUN":
            return None
        return at + 1, found, self._party_in(token.text)

    def _is_noun_though_adjective(self, at: int) -> bool:
        """`de verdachte zegt`: an adjective with a determiner before it and no noun behind it."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        plural = self.tokens[at].lower.endswith(("en", "s"))
        return after is None or after.pos not in ("NOUN", "PROPN") + (() if plural else ("ADJ",))

    def _party_of_member(self, word: str) -> str:
        """The party of which a word is one member (`D66'er`); a `Kamerlid` may be of any."""
        body = self.context.registry.member(word)
        return body.name if body is not None and body.kind is ActorKind.PARTY else ""

    def _party_in(self, text: str) -> str:
        prefix, hyphen, _ = text.rpartition("-")
        if not hyphen:
            return ""
        body = self.context.registry.body(prefix) if prefix and prefix[0].isupper() else None
        return body.name if body is not None and body.kind is ActorKind.PARTY else ""

    def _role(self, first: int, at: int, last: int) -> str:
        """The words of a role, without its determiner."""
        while first < at and self.tokens[first].lower in DETERMINERS:
            first += 1
        words = self.context.text(first, last)
        keep = self.context.registry.state(self.tokens[first].text) or "-" in self.tokens[first].text
        keep = keep or first in self.inside or first not in self.context.opens
        keep = keep or any(letter.isupper() for letter in self.tokens[first].text[1:])  # `PvdA'er`
        return words if keep or not words[:1].isupper() else words[0].lower() + words[1:]

    def _complements(self, end: int, found: Noun, depth: int = 0) -> int:
        """The end of a phrase with what belongs to its noun: `van Defensie`, `voor Oekraïne en Rusland`."""
        tokens = self.tokens
        if depth == 0:
            end = self._subject_of(end, found)
            if end in self.fields:
                while end in self.fields:
                    end += 1
                return end  # `wethouder Economische Zaken`
            town = self.names.get(end)
            if town is not None and town.place and found.base in TOWN_OFFICES and self.context.adjacent(end):
                return town.last  # `Wethouder Duinoog wil geen tunnel`
        if depth > 2 or end >= len(tokens) or not self.context.adjacent(end):
            return end
        preposition = tokens[end].lower
        if preposition == "tot" and found.group == "collective":
            return end  # `zet het kabinet tot beweging aan`
        if preposition not in _COMPLEMENT or (depth and preposition != "van"):
            return end
        if end + 1 in self.fields:
            last = end + 1
            while last in self.fields:
                last += 1
            return last
        at = end + 1
        while at < len(tokens) and at - end < 5 and at not in self.inside and self._leads(tokens[at]):
            at += 1
        last = self._object(at, preposition, end + 1, plural=found.plural)
        if last == at:
            return end
        short = self.names.get(last + 1) if last + 2 < len(tokens) and tokens[last].text == "(" else None
        if short is not None and short.last < len(tokens) and tokens[short.last].text == ")":
            last = short.last + 1  # `directeur van de Dienst Duinbeheer (DDB)`
        while (
            last + 1 < len(tokens) and tokens[last].lower in ("en", "&") and self._pairs(last - 1, last + 1)
        ):
            last = self.names[last + 1].last
        return self._complements(last, found, depth + 1)

    def _subject_of(self, end: int, found: Noun) -> int:
        """`hoogleraar internationale betrekkingen`, `directeur communicatie`: what somebody is about."""
        at = end
        while at - end < 3 and at < len(self.tokens) and self.context.adjacent(at) and at not in self.inside:
            token = self.tokens[at]
            if token.text[0].isupper() and found.key in _SPECIAL and at + 1 in self.names:
                return at + 1  # `professor Arbeidseconomie Anouk Hofstra`
            if token.pos == "NOUN" and noun(token.lower) is None and token.text[0].islower():
                takes = found.key in _SPECIAL or found.base.endswith("commissie")
                return at + 1 if takes else end
            if token.pos != "ADJ" or token.text[0].isupper():
                return end
            at += 1
        return end

    def _leads(self, token: Token) -> bool:
        return token.lower in DETERMINERS or token.pos in ("DET", "ADJ", "NUM")

    def _object(self, at: int, preposition: str, end: int, *, plural: bool) -> int:
        """The end of the noun or name after a preposition; `at` where there is none that fits."""
        start = at
        while at < len(self.tokens) and (at == start or self.context.adjacent(at)):
            name = self.names.get(at)
            if name is not None:
                if at > start and name.kind is ActorKind.PERSON:
                    # `woordvoerder van burgemeester Hofstra`, but `minister van Justitie Hofstra`
                    return name.last if self._is_one_person(at - 1) else at
                return name.last
            token = self.tokens[at]
            if (
                token.pos not in ("NOUN", "PROPN")
                or at in self.inside
                or (at > start and token.lower in TIME_WORDS)
            ):
                return at
            bare = start == end and token.text[0].islower() and "Number=Plur" not in token.morph
            if bare and preposition == "van" and noun(token.lower) is None:
                return start  # `moet volgens de minister van tafel`
            if preposition in _LOOSE and noun(token.lower) is None and not token.text[0].isupper():
                return start
            if preposition == "voor" and (token.lower in _TIMES or plural):
                return start  # `het geduld van raadsleden voor woningbouw`
            at += 1
        return at

    def _is_one_person(self, at: int) -> bool:
        found = noun(self.tokens[at].lower)
        return found is not None and found.group == "person" and not found.plural and found.how != "ending"

    def _pairs(self, at: int, following: int) -> bool:
        """Whether the name after `en` goes with the one before it: both states, or both bodies."""
        one, other = self.inside.get(at), self.names.get(following)
        return one is not None and other is not None and one.kind is other.kind is not ActorKind.PERSON

    def _person_name(self, at: int) -> Name | None:
        if at >= len(self.tokens) or (at not in self.names and self.tokens[at].lower not in HONORIFICS):
            return None
        if at not in self.names:
            at += 1
        name = self.names.get(at)
        if name is None or name.fact is not None or not self.context.adjacent(at):
            return None
        if name.kind is None and not name.place:
            name.kind = ActorKind.PERSON
        return name if name.kind is ActorKind.PERSON else None

    def _behind(self, name: Name, titled: bool) -> tuple[int, str, str, Noun | None]:
        """What stands behind a person's name and belongs to it: the end, party, role, and the role's noun."""
        last, party, role, found = name.last, "", "", None
        if last < len(self.tokens) and self.tokens[last].text == "(":
            last, party, role, found = self._brackets(last)
        if last >= len(self.tokens) or not self.context.adjacent(last):
            return last, party, role, found
        token = self.tokens[last]
        if token.lower in ("van", "voor", "bij", "uit"):
            field = last + 1 in self.fields
            end = self._complements(last, MEMBER) if field or self._affiliates(last, titled) else last
            if end > last:
                return end, party, role or self.context.text(last, end), found
        elif token.text == ",":
            end, apposed, noun_found = self._apposition(last + 1)
            if end:
                return end, party, role or apposed, found or noun_found
        return last, party, role, found

    def _affiliates(self, at: int, titled: bool) -> bool:
        """`X van de Zusters Missionarissen`: a body or, after a title, a place or state behind the
        preposition."""
        following = at + 1
        while (
            following < len(self.tokens)
            and self._leads(self.tokens[following])
            and following not in self.names
        ):
            following += 1
        name = self.names.get(following)
        if name is not None and name.kind is None and not name.place:
            return self.tokens[at].lower in ("van", "bij")
        if name is None or name.kind is ActorKind.PERSON:
            after = self.tokens[following] if following < len(self.tokens) else None
            found = noun(after.lower) if after is not None and name is None else None
            return (
                self.tokens[at].lower in ("van", "bij") and found is not None and found.group == "collective"
            )
        if name.kind in (ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ALLIANCE):
            return self.tokens[at].lower in ("van", "bij")
        return titled and self.tokens[at].lower == "van"

    def _brackets(self, at: int) -> tuple[int, str, str, Noun | None]:
        """`(VVD)`, `(43)`, `(integratiezaken)`, `(CDA, Gent)`."""
        party, role, found = "", "", None
        for end in range(at + 1, min(at + 9, len(self.tokens))):
            token = self.tokens[end]
            if token.sentence != self.tokens[at].sentence:
                break
            if token.text == ")":
                return end + 1, party, role, found
            party = party or party_of(self.inside.get(end))
            found = found or noun(token.lower)
        return at, "", "", None

    def _apposition(self, at: int) -> tuple[int, str, Noun | None]:
        """`, directeur van Y,`: the end, the role and its noun; 0 where the comma opens something else."""
        first = at
        while at < len(self.tokens) and at - first < 5 and self._leads(self.tokens[at]):
            at += 1
        party = self.inside.get(at)
        if party is not None and party.kind is ActorKind.PARTY:
            at = party.last  # `, D66 wethouder`
        title = self._title(at) if at < len(self.tokens) and at not in self.inside else None
        if title is None or title[1].kind is not ActorKind.PERSON or title[1].how == "ending":
            return 0, "", None
        end = self._complements(title[0], title[1])
        if end + 1 < len(self.tokens) and self.tokens[end].lower == "en" and end + 1 not in self.inside:
            second = self._title(end + 1)  # `, D66-wethouder en locoburgemeester`
            if second is not None and second[1].kind is ActorKind.PERSON:
                end = self._complements(second[0], second[1])
        closes = end >= len(self.tokens) or self.tokens[end].text in _CLOSING
        if not closes and at > first:
            return 0, "", None
        if self._person_name(title[0]) is not None or self._person_name(end) is not None:
            return 0, "", None
        return end, self._role(first, at, end), title[1]
