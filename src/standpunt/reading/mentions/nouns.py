"""The phrase around a noun for people: a role (`de Franse president`), a group, a body of people, with the name that
may follow it."""

from standpunt.model import ActorKind, MentionForm
from standpunt.reading.mentions.context import Draft, Name
from standpunt.reading.mentions.named import Named
from standpunt.reading.mentions.parties import party_of
from standpunt.reading.mentions.words import DETERMINERS, HONORIFICS, REGIONS, Noun, noun


class Nouns(Named):
    """Drafts of mentions whose head is a noun."""

    def _left(self, at: int) -> tuple[int, bool | None, str, bool]:
        """Where the phrase of a noun begins; whether it is definite; the state in its adjective; whether it
        has any adjective."""
        first, of, modified = at, "", False
        floor = self.tokens[at].index - 6
        while first > 0 and first > floor and self.context.adjacent(first):
            token = self.tokens[first - 1]
            if first - 1 in self.used:
                break
            if first - 1 in self.inside and not self._party_before(first):
                if not self._opens_title(self.inside[first - 1]):
                    break
                first, modified = self.inside[first - 1].first, True
                continue
            if token.lower in ("en", "of") and first > 1 and self.tokens[first - 2].text[-1] == "-":
                first -= 2  # `Land- en tuinbouworganisatie`
                continue
            if token.lower in DETERMINERS and token.pos != "ADJ":
                before = (
                    self.tokens[first - 2].lower if first > 1 and self.context.adjacent(first - 1) else ""
                )
                if not DETERMINERS[token.lower].definite and before in ("de", "die", "deze"):
                    return first - 2, True, of, modified  # `de twee ministers`
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
        marked = first > 1 and not self.tokens[first - 1].text[0].isalnum()
        if marked and self.tokens[first - 2].lower in DETERMINERS and self.context.analysis.quotations:
            return (
                first,
                DETERMINERS[self.tokens[first - 2].lower].definite,
                of,
                modified,
            )  # `een 'sterke regering'`
        return first, None, of, modified

    def _is_attribute(self, at: int) -> bool:
        """A participle between a determiner and its noun: `de ontslagen trainer`."""
        return (
            at > 0 and self.tokens[at - 1].lower in DETERMINERS and "VerbForm=Part" in self.tokens[at].morph
        )

    def _party_before(self, first: int) -> bool:
        """`PvdA Kamerlid`: the name of a party right before the title."""
        name = self.inside[first - 1]
        return bool(party_of(name)) and name.last == first

    def _from_noun(self, at: int, end: int, found: Noun, party: str) -> Draft | None:
        first, definite, of, modified = self._left(at)
        if found.how == "inhabitant":
            people = self.context.people_of(at)
            of = people.key if people is not None else of
        if {token.lower for token in self.tokens[max(0, first - 1) : first + 1]} & _NOBODY:
            return None  # `geen enkele rechter`, `elke gemeente`
        if not party and first - 1 in self.inside and self._party_before(first):
            party = party_of(self.inside[first - 1])
        for i in range(first, at):
            party = party or party_of(self.inside.get(i))
        if found.kind is ActorKind.ORGANISATION:
            return self._collective(first, at, end, found, definite, of, modified)
        if found.kind is ActorKind.GROUP:
            name = self.names.get(end)
            titled = "-" in self.tokens[at].text or found.how == "member"
            if name is not None and name.kind is ActorKind.PERSON and titled:
                return self._from_name(
                    name, first
                )  # `VVD-ministers Hofstra en Tolsma`, `VVD'ers Hofstra en Tolsma`
            last = self._in_parliament(end) or self._complements(end, found)
            if any(i in self.inside and self.inside[i].kind is ActorKind.STATE for i in range(end, last)):
                last = end  # `de leiders van Duitsland en Polen`: the states act
            return self._draft(
                first,
                last,
                at,
                end,
                MentionForm.GROUP,
                ActorKind.GROUP,
                "group",
                found.key,
                noun=found,
                plural=True,
                definite=definite,
                of=of,
                modified=modified or last > end or "-" in self.tokens[at].text,
                party=party,
                role=self._role(first, at, last),
            )
        return self._person(first, at, end, found, definite, of, modified, party)

    def _in_parliament(self, end: int) -> int:
        """The end of `in de Tweede Kamer`, `in de raad` behind a group; 0 where nothing like it follows."""
        tokens = self.tokens
        words = [token.lower for token in tokens[end : end + 2]]
        if words not in (["in", "de"], ["in", "het"]) or end + 2 >= len(tokens):
            return 0
        name, found = self.names.get(end + 2), noun(tokens[end + 2].lower)
        if name is not None:
            return name.last if name.words.endswith(_CHAMBERS) else 0
        return end + 3 if found is not None and found.key == "parlement" else 0

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
            if following is None:
                following = self._behind_article(last + 1)
            if following is not None and following.kind is ActorKind.PARTY and not found.family.office:
                closing = following.last
                if closing < len(self.tokens) and self.tokens[closing].text == ",":
                    return self._from_name(following, first)  # `de grote winnaar, de VVD, wil`
            if following is not None and following.kind is ActorKind.PERSON and following.fact is None:
                closing = following.last
                if closing < len(self.tokens) and self.tokens[closing].text in (",", ".", ")", "("):
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
            first,
            last,
            at,
            end,
            MentionForm.ROLE,
            ActorKind.PERSON,
            "role",
            found.key,
            noun=found,
            definite=definite,
            of=of,
            modified=modified or last > end,
            party=party,
            gender=found.gender,
            role=self._role(first, at, last),
        )

    def _behind_article(self, at: int) -> Name | None:
        determined = at + 1 < len(self.tokens) and self.tokens[at].lower in ("de", "het")
        return self.names.get(at + 1) if determined else None

    def _after_cue(self, first: int) -> bool:
        """A role without a determiner stands where a source stands: `aldus woordvoerder`, `volgens
        ingewijde`."""
        return first > 0 and self.tokens[first - 1].lower in ("aldus", "volgens")

    def _collective(
        self, first: int, at: int, end: int, found: Noun, definite: bool | None, of: str, modified: bool
    ) -> Draft | None:
        """A body of people: alone, with its name (`vakbond FNV`), or named by its place (`gemeente
        Rotterdam`)."""
        following = self.names.get(end) if end < len(self.tokens) and self.context.adjacent(end) else None
        example = self._example(end) if definite is False else None
        if example is not None:
            return self._from_name(example, first)
        apposed = self.names.get(end + 1) if definite and self._closed_by_commas(end) else None
        if apposed is not None and apposed.kind in _BODIES:
            return self._from_name(apposed, first)
        if following is not None and following.kind is not ActorKind.PERSON:
            capital = self.tokens[at].text[0].isupper() and at not in self.context.opens
            place = following.fact is None and (found.key == "gemeente" or capital)  # `de provincie Utrecht`
            if following.kind in _BODIES and not place:
                draft = self._from_name(following, first)
                draft.noun = found
                return draft
            if found.family.owner or (place if following.kind in _BODIES else False):
                return self._named_body(first, at, following.last, found)
        last = self._complements(end, found)
        if any(i in self.inside and self.inside[i].kind is ActorKind.PARTY for i in range(end, last)):
            last = end  # `de coalitie van VVD en D66`: the parties act
        if definite is None and not modified and at not in self.context.opens:
            last = end  # `in dienst van Jansen`
        if found.base == "bureau" and self._is_a_desk(end):
            last = end
        if (
            found.family.owner
            and last > end
            and any(i in self.inside or i in self.fields for i in range(end, last))
        ):
            return self._named_body(first, at, last, found)
        if definite is None and not modified and last == end and not self._bare_collective(at, found):
            return None
        return self._draft(
            first,
            last,
            at,
            end,
            MentionForm.ROLE,
            ActorKind.ORGANISATION,
            "body",
            found.key,
            noun=found,
            definite=definite,
            of=of,
            modified=modified or last > end,
            role=self._role(first, at, last),
        )

    def _example(self, end: int) -> Name | None:
        """`een club als AA Zandstad`: the one body that a word for one is said of."""
        name = self.names.get(end + 1) if end < len(self.tokens) and self.tokens[end].lower == "als" else None
        if name is None or name.kind not in _BODIES or name.last >= len(self.tokens):
            return None
        return name if self.tokens[name.last].lower not in (",", "en", "of") else None

    def _is_a_desk(self, end: int) -> bool:
        """`het bureau van minister Hofstra`"""
        if end + 1 >= len(self.tokens) or self.tokens[end].lower != "van":
            return False
        owner, found = self.names.get(end + 1), noun(self.tokens[end + 1].lower)
        return (
            owner is not None
            and owner.kind is ActorKind.PERSON
            or found is not None
            and found.group == "person"
        )

    def _closed_by_commas(self, end: int) -> bool:
        """`de omstreden denktank, Clingendael, ...`"""
        name = self.names.get(end + 1) if end < len(self.tokens) and self.tokens[end].text == "," else None
        return name is not None and name.last < len(self.tokens) and self.tokens[name.last].text in (",", ")")

    def _bare_collective(self, at: int, found: Noun) -> bool:
        return found.key == "politie" or (found.family.acts and at in self.context.opens)

    def _named_body(self, first: int, at: int, last: int, found: Noun) -> Draft:
        name = Name(at, last, self._role(at, at, last), kind=ActorKind.ORGANISATION)
        return self._draft(
            first,
            last,
            at,
            last,
            MentionForm.NAME,
            ActorKind.ORGANISATION,
            "body with a name",
            found.key,
            noun=found,
            name=name,
        )

    def _opens_title(self, name: Name) -> bool:
        """`LTO Noord-voorzitter`: the name of a body that goes on in the title behind it."""
        if (
            name.last >= len(self.tokens)
            or name.kind is ActorKind.PERSON
            or not self.context.adjacent(name.last)
        ):
            return False
        head, hyphen, tail = self.tokens[name.last].text.rpartition("-")
        found = noun(tail) if hyphen and head[:1].isupper() and tail.islower() else None
        return found is not None and found.group == "person" and not found.plural


_CHAMBERS = ("Kamer", "Parlement", "parlement", "Senaat")
_NOBODY = frozenset(("geen", "elke", "elk", "ieder", "iedere", "menig"))
_BODIES = (ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ALLIANCE)
