"""From names and nouns to whole phrases: `de Franse president Macron`, `een woordvoerder van de gemeente`.

A phrase begins at the determiner, adjectives or title, and takes what belongs to it: the field or body after the
title, a name, brackets, an apposition. A name inside a role (`directeur van Unilever`) is no actor by itself.
"""

from collections.abc import Iterator, Sequence

from standpunt.language.analysis import Token
from standpunt.model import ActorKind, MentionForm
from standpunt.reading.mentions.context import Context, Draft, Name
from standpunt.reading.mentions.words import (
    BODY_HEADS,
    DETERMINERS,
    HONORIFICS,
    PHRASES,
    PLACE,
    REGIONS,
    Noun,
    noun,
)
from standpunt.registry import Body

_COMPLEMENT = frozenset(("van", "voor", "bij", "namens", "uit", "der", "des", "tot", "v.d."))
_LOOSE = frozenset(("bij", "uit", "tot", "namens"))
_PARTY_NOUN = Noun("person", "politicus", "politicus", False, "member", "")


class Phrases:
    """Reads the phrases of one article."""

    def __init__(self, context: Context, names: Sequence[Name], fields: set[int]) -> None:
        self.context = context
        self.tokens = context.tokens
        self.fields = fields
        self.names = {name.first: name for name in names}
        self.inside = {i: name for name in names for i in range(name.first, name.last)}
        self.used: set[int] = set()

    def read(self) -> Iterator[Draft]:
        at = 0
        while at < len(self.tokens):
            draft = self._at(at)
            if draft is None:
                at += 1
            else:
                self.used.update(range(draft.first, draft.last))
                yield draft
                at = max(draft.last, at + 1)

    def _at(self, at: int) -> Draft | None:
        name = self.names.get(at)
        if name is not None and name.kind is not None:
            return self._from_name(name)
        if at in self.inside or at in self.fields:
            return None
        title = self._title(at)
        if title is not None:
            end, found, party = title
            return self._from_noun(at, end, found, party)
        return self._hyphenated(at)

    # ------------------------------------------------------------------------------------------ nouns

    def _title(self, at: int) -> tuple[int, Noun, str] | None:
        """The noun that begins at a token: its end, what it is, and the party in it (`VVD-minister`, `D66'er`)."""
        token = self.tokens[at]
        lower = token.lower
        for words in PHRASES.get(lower, ()):
            end = at + len(words)
            if end <= len(self.tokens) and all(
                self.tokens[at + k].lower == word for k, word in enumerate(words)
            ):
                return end, noun(" ".join(words)) or _PARTY_NOUN, ""
        if token.text[0].isupper():
            body = self.context.registry.member(token.text)
            if body is not None:
                return at + 1, _PARTY_NOUN, body.name
            body = self.context.registry.member(token.text[:-1]) if lower.endswith("s") else None
            if body is not None:
                return at + 1, _PARTY_NOUN._replace(plural=True), body.name
        found = noun(lower)
        if found is None:
            return None
        if (
            token.pos in ("VERB", "AUX", "ADV", "ADP", "DET", "PRON", "CCONJ", "SCONJ")
            and found.how != "compound"
        ):
            return None
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

    def _party_in(self, text: str) -> str:
        prefix, hyphen, _ = text.rpartition("-")
        if not hyphen:
            return ""
        body = self.context.registry.body(prefix) if prefix and prefix[0].isupper() else None
        return body.name if body is not None and body.kind is ActorKind.PARTY else ""

    def _hyphenated(self, at: int) -> Draft | None:
        """`regering-Trump`, `kabinet-Schoof`, `commissie-Jansen`."""
        token = self.tokens[at]
        head, hyphen, tail = token.text.partition("-")
        if not hyphen or not tail or not tail[0].isupper():
            return None
        found = noun(head.lower())
        if found is None or found.group != "collective":
            return None
        first = self._left(at)[0]
        return self._draft(
            first, at + 1, at, at + 1, MentionForm.NAME, ActorKind.ORGANISATION, "body with a name", noun=found,
            name=Name(at, at + 1, token.text[0].lower() + token.text[1:], kind=ActorKind.ORGANISATION),
        )  # fmt: skip

    def _left(self, at: int) -> tuple[int, bool | None, str, bool]:
        """Where the phrase of a noun begins; whether it is definite; the state in its adjective; whether it has any
        adjective."""
        first, of, modified = at, "", False
        floor = self.tokens[at].index - 6
        while first > 0 and first > floor and self.context.adjacent(first):
            token = self.tokens[first - 1]
            if first - 1 in self.used or (first - 1 in self.inside and not self._party_before(first)):
                break
            if token.lower in DETERMINERS and token.pos != "ADJ":
                return first - 1, DETERMINERS[token.lower].definite, of, modified
            if first - 1 in self.inside:
                first = self.inside[first - 1].first
                continue
            state = self.context.registry.state(token.text) if token.text[0].isupper() else None
            if state is not None and state.how == "adjective":
                of = of or state.state.key
            elif token.lower in REGIONS:
                of = of or token.lower
            elif token.pos not in ("ADJ", "NUM") and not (
                token.pos == "VERB" and self._is_attribute(first - 1)
            ):
                break
            if token.lower in HONORIFICS:
                break
            first, modified = first - 1, True
            if first > 1 and self.tokens[first - 1].lower == "en" and self.tokens[first - 2].pos == "ADJ":
                first -= 1  # `Baltische en Noordse landen`
        return first, None, of, modified

    def _is_attribute(self, at: int) -> bool:
        """A participle between a determiner and its noun: `de ontslagen trainer`."""
        return (
            at > 0 and self.tokens[at - 1].lower in DETERMINERS and "VerbForm=Part" in self.tokens[at].morph
        )

    def _party_before(self, first: int) -> bool:
        """`PvdA Kamerlid`: the name of a party right before the title."""
        fact = self.inside[first - 1].fact
        return (
            isinstance(fact, Body) and fact.kind is ActorKind.PARTY and self.inside[first - 1].last == first
        )

    def _from_noun(self, at: int, end: int, found: Noun, party: str) -> Draft | None:
        first, definite, of, modified = self._left(at)
        if not party and first - 1 in self.inside and self._party_before(first):
            party = self.inside[first - 1].words
        for i in range(first, at):
            if i in self.inside and isinstance(self.inside[i].fact, Body):
                party = self.inside[i].words
        if found.kind is ActorKind.ORGANISATION:
            return self._collective(first, at, end, found, definite, of, modified)
        if found.kind is ActorKind.GROUP:
            last = self._complements(end, found)
            if any(i in self.inside and self.inside[i].kind is ActorKind.STATE for i in range(end, last)):
                last = end  # `de leiders van Duitsland en Polen`: the states act
            return self._draft(
                first, last, at, end, MentionForm.GROUP, ActorKind.GROUP, "group", found.key, noun=found,
                plural=True, definite=definite, of=of, modified=modified or last > end or "-" in self.tokens[at].text,
                party=party, role=self._role(first, at, last),
            )  # fmt: skip
        return self._person(first, at, end, found, definite, of, modified, party)

    def _person(
        self,
        first: int,
        at: int,
        end: int,
        found: Noun,
        definite: bool | None,
        of: str,
        modified: bool,
        party: str,
    ) -> Draft | None:
        """A role, with the name that follows it if one does."""
        last = self._complements(end, found)
        role_end = last
        name = self._person_name(last)
        if name is None and last < len(self.tokens) and self.tokens[last].lower in ("en", "/"):
            second = (
                self._title(last + 1) if last + 1 < len(self.tokens) and last + 1 not in self.inside else None
            )
            if second is not None and second[1].kind is ActorKind.PERSON:
                role_end = self._complements(second[0], second[1])
                name = self._person_name(role_end)
                party = party or second[2]
        if name is None and last > end:
            name = self._person_name(end)  # the complement was the name's own: `burgemeester X van Y`
        if name is None and definite and last < len(self.tokens) and self.tokens[last].text == ",":
            following = self.names.get(last + 1)
            if following is not None and following.kind is ActorKind.PERSON and following.fact is None:
                closing = following.last
                if closing < len(self.tokens) and self.tokens[closing].text in (",", ".", ")"):
                    name = following
        if name is not None:
            draft = self._from_name(
                name, first, found, self._role(first, at, role_end if name.first >= role_end else end)
            )
            draft.party = draft.party or party
            draft.of = draft.of or of
            draft.gender = draft.gender or found.gender
            return draft
        if found.how == "ending" and definite is None and not modified:
            return None
        bare = definite is None and not modified and last == end
        if (
            bare
            and at not in self.context.opens
            and "-" not in self.tokens[at].text
            and not self._after_cue(first)
        ):
            return None
        return self._draft(
            first, last, at, end, MentionForm.ROLE, ActorKind.PERSON, "role", found.key, noun=found, definite=definite,
            of=of, modified=modified or last > end, party=party, gender=found.gender,
            role=self._role(first, at, last),
        )  # fmt: skip

    def _after_cue(self, first: int) -> bool:
        """A role without a determiner stands where a source stands: `aldus woordvoerder`, `volgens ingewijde`."""
        return first > 0 and self.tokens[first - 1].lower in ("aldus", "volgens")

    def _role(self, first: int, at: int, last: int) -> str:
        """The words of a role, without its determiner."""
        while first < at and self.tokens[first].lower in DETERMINERS:
            first += 1
        words = self.context.text(first, last)
        keep = self.context.registry.state(self.tokens[first].text) or "-" in self.tokens[first].text
        keep = keep or self.tokens[first].text[:2].isupper() or first in self.inside
        return words if keep or not words[:1].isupper() else words[0].lower() + words[1:]

    def _collective(
        self, first: int, at: int, end: int, found: Noun, definite: bool | None, of: str, modified: bool
    ) -> Draft | None:
        """A body of people: alone, with its name (`vakbond FNV`), or named by its place (`gemeente Rotterdam`)."""
        following = self.names.get(end) if end < len(self.tokens) and self.context.adjacent(end) else None
        if following is not None and following.kind is not ActorKind.PERSON:
            if following.kind in (ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ALLIANCE):
                draft = self._from_name(following, first)
                draft.noun = found
                return draft
            if found.family.owner:
                return self._named_body(first, at, following.last, found)
        last = self._complements(end, found)
        if any(i in self.inside and self.inside[i].kind is ActorKind.PARTY for i in range(end, last)):
            last = end  # `de coalitie van VVD en D66`: the parties act
        if definite is None and not modified and at not in self.context.opens:
            last = end  # `in dienst van Jansen`
        if (
            found.family.owner
            and last > end
            and any(i in self.inside or i in self.fields for i in range(end, last))
        ):
            return self._named_body(first, at, last, found)
        if definite is None and not modified and last == end and not self._bare_collective(at, found):
            return None
        return self._draft(
            first, last, at, end, MentionForm.ROLE, ActorKind.ORGANISATION, "body", found.key, noun=found,
            definite=definite, of=of, modified=modified or last > end, role=self._role(first, at, last),
        )  # fmt: skip

    def _bare_collective(self, at: int, found: Noun) -> bool:
        return found.family.acts and at in self.context.opens

    def _named_body(self, first: int, at: int, last: int, found: Noun) -> Draft:
        name = Name(at, last, self._role(at, at, last), kind=ActorKind.ORGANISATION)
        return self._draft(
            first, last, at, last, MentionForm.NAME, ActorKind.ORGANISATION, "body with a name", found.key, noun=found,
            name=name,
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------ what belongs to it

    def _complements(self, end: int, found: Noun, depth: int = 0) -> int:
        """The end of a phrase with what belongs to its noun: `van Defensie`, `voor Oekraïne en Rusland`."""
        tokens = self.tokens
        if depth > 2 or end >= len(tokens) or not self.context.adjacent(end):
            return end
        preposition = tokens[end].lower
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
        last = self._object(at, preposition)
        if last == at:
            return end
        while last + 1 < len(tokens) and tokens[last].lower in ("en", "&") and self._pairs(at, last + 1):
            last = self.names[last + 1].last
        return self._complements(last, found, depth + 1)

    def _leads(self, token: Token) -> bool:
        return token.lower in DETERMINERS or token.pos in ("DET", "ADJ", "NUM")

    def _object(self, at: int, preposition: str) -> int:
        """The end of the noun or name after a preposition; `at` where there is none that fits."""
        start = at
        while at < len(self.tokens) and (at == start or self.context.adjacent(at)):
            name = self.names.get(at)
            if name is not None:
                if at > start and name.kind is ActorKind.PERSON:
                    return at
                return name.last
            token = self.tokens[at]
            if token.pos not in ("NOUN", "PROPN") or at in self.inside:
                return at
            if preposition in _LOOSE and noun(token.lower) is None and not token.text[0].isupper():
                return start
            if preposition == "voor" and token.lower in _TIMES:
                return start
            at += 1
        return at

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

    # ------------------------------------------------------------------------------------------ names

    def _from_name(
        self, name: Name, first: int | None = None, title: Noun | None = None, role: str = ""
    ) -> Draft:
        """The phrase around a name; `first`, `title` and `role` where a title was read before it."""
        if first is None:
            first = name.first
            while first and self.tokens[first - 1].lower in HONORIFICS and self.context.adjacent(first):
                first -= 1
            if name.kind is not ActorKind.PERSON or first < name.first:
                first = self._determined(first)
        if name.how == "inhabitant":
            people = self._inhabitants(name, first)
            if people is not None:
                return people
        last, party, found = name.last, "", title
        if name.kind is ActorKind.ORGANISATION and self.tokens[name.first].lower in BODY_HEADS:
            last = self._complements(last, _PARTY_NOUN)
        if name.kind is ActorKind.PERSON:
            last, party, apposed, found = self._behind(name, title is not None)
            role = self._joined(role, apposed)
        gender = ""
        for i in range(first, name.first):
            gender = gender or HONORIFICS.get(self.tokens[i].lower, "")
        return self._draft(
            first, last, name.first, name.last, MentionForm.NAME, name.kind or ActorKind.ORGANISATION, "name",
            name=name, noun=title or found, role=role, party=party, gender=gender,
            plural=name.how == "inhabitant",
        )  # fmt: skip

    def _joined(self, role: str, apposed: str) -> str:
        """`minister` and `van Defensie` are one role; of two whole ones the first counts."""
        if apposed.startswith(("van ", "voor ")):
            return f"{role} {apposed}" if role and " van " not in role else role
        return role or apposed

    def _determined(self, first: int) -> int:
        """A determiner and adjectives before the name of a body or state: `de Verenigde Staten`."""
        at = first
        while at and first - at < 3 and self.context.adjacent(at) and at - 1 not in self.used:
            token = self.tokens[at - 1]
            if token.lower in ("de", "het", "'t", "een"):
                return at - 1
            if token.pos != "ADJ" or at - 1 in self.inside:
                break
            at -= 1
        return first

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
            end = self._complements(last, _PARTY_NOUN) if field or self._affiliates(last, titled) else last
            if end > last:
                return end, party, role or self.context.text(last, end), found
        elif token.text == ",":
            end, apposed, noun_found = self._apposition(last + 1)
            if end:
                return end, party, role or apposed, found or noun_found
        return last, party, role, found

    def _affiliates(self, at: int, titled: bool) -> bool:
        """`X van de Zusters Missionarissen`: a body or, after a title, a place or state behind the preposition."""
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
            body = self.inside[end].fact if end in self.inside else None
            if isinstance(body, Body) and body.kind is ActorKind.PARTY:
                party = party or body.name
            found = found or noun(token.lower)
        return at, "", "", None

    def _apposition(self, at: int) -> tuple[int, str, Noun | None]:
        """`, directeur van Y,`: the end, the role and its noun; 0 where the comma opens something else."""
        first = at
        while at < len(self.tokens) and at - first < 5 and self._leads(self.tokens[at]):
            at += 1
        title = self._title(at) if at < len(self.tokens) and at not in self.inside else None
        if title is None or title[1].kind is not ActorKind.PERSON or title[1].how == "ending":
            return 0, "", None
        end = self._complements(title[0], title[1])
        if end < len(self.tokens) and self.tokens[end].text not in (",", ".", ")", ":", "–", "-", '"', "”"):
            return 0, "", None
        if self._person_name(title[0]) is not None or self._person_name(end) is not None:
            return 0, "", None
        return end, self._role(first, at, end), title[1]

    # ------------------------------------------------------------------------------------------

    def _inhabitants(self, name: Name, first: int) -> Draft | None:
        """`de Russen` are their state; `Surinamers`, `de Vlamingen` and other words for people here are a group."""
        definite = first < name.first and self.tokens[first].lower == "de"
        key = name.fact.key if name.fact is not None else ""
        if definite and key not in _HOME:
            return None
        draft = self._draft(
            first, name.last, name.first, name.last, MentionForm.GROUP, ActorKind.GROUP, "inhabitants", plural=True,
            role=self.context.text(name.first, name.last), modified=True,
        )  # fmt: skip
        draft.of = key
        return draft

    def _draft(
        self, first: int, last: int, head: int, head_last: int, form: MentionForm, kind: ActorKind, rule: str,
        entry: str = "", **more: object,
    ) -> Draft:  # fmt: skip
        draft = Draft(first, last, head, head_last, form, kind, rule, entry, **more)  # type: ignore[arg-type]
        draft.subject = self.context.is_subject(first, last, head)
        draft.locative = self._locative(first)
        if not draft.party and kind is ActorKind.PERSON:
            draft.party = self._party_told(first, last)
        return draft

    def _party_told(self, first: int, last: int) -> str:
        """The party in a role: `de nummer twee van NSC`, `fractievoorzitter van het CDA`."""
        for i in range(first + 1, last):
            body = self.inside[i].fact if i in self.inside else None
            if (
                isinstance(body, Body)
                and body.kind is ActorKind.PARTY
                and self.tokens[i - 1].lower != "tegen"
            ):
                return body.name
        return ""

    def _locative(self, first: int) -> bool:
        """A preposition of place before it, or before what it is listed with: `in Polen en Litouwen`."""
        before = first - 1
        while before >= 0 and self.context.adjacent(before + 1):
            token = self.tokens[before]
            if token.lower in PLACE:
                return True
            if token.lower not in ("en", ",", "of") or before - 1 not in self.inside:
                return False
            before = self.inside[before - 1].first - 1
        return False


_TIMES = frozenset(("dag", "week", "maand", "jaar", "keer", "eerst", "begin", "einde", "komst", "tijd"))

_HOME = frozenset(f"staat:{key}" for key in ("nederland", "belgie", "vlaanderen", "wallonie"))
