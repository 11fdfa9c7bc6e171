"""The phrase around a name: the title and determiner before it, and what stands behind."""

from standpunt.model import ActorKind, MentionForm
from standpunt.reading.mentions.adjuncts import MEMBER, Adjuncts
from standpunt.reading.mentions.context import Draft, Name
from standpunt.reading.mentions.parties import party_of
from standpunt.reading.mentions.words import BODY_HEADS, HONORIFICS, PLACE, Noun


class Named(Adjuncts):
    """Drafts of mentions; those of names are made whole here."""

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
            last = self._complements(last, MEMBER)
        if name.kind is ActorKind.PERSON:
            last, party, apposed, found = self._behind(name, title is not None)
            role = self._joined(role, apposed)
        gender = ""
        for i in range(first, name.first):
            gender = gender or HONORIFICS.get(self.tokens[i].lower, "")
        return self._draft(
            first,
            last,
            name.first,
            name.last,
            MentionForm.NAME,
            name.kind or ActorKind.ORGANISATION,
            "name",
            name=name,
            noun=title or found,
            role=role,
            party=party,
            gender=gender,
            plural=name.how == "inhabitant",
        )

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

    def _inhabitants(self, name: Name, first: int) -> Draft | None:
        """`de Russen` are their state; `Surinamers`, `de Vlamingen` and other words for people here are a
        group."""
        definite = first < name.first and self.tokens[first].lower == "de"
        key = name.fact.key if name.fact is not None else ""
        if definite and key not in _HOME:
            return None
        draft = self._draft(
            first,
            name.last,
            name.first,
            name.last,
            MentionForm.GROUP,
            ActorKind.GROUP,
            "inhabitants",
            plural=True,
            role=self.context.text(name.first, name.last),
            modified=True,
        )
        draft.of = key
        return draft

    def _draft(
        self,
        first: int,
        last: int,
        head: int,
        head_last: int,
        form: MentionForm,
        kind: ActorKind,
        rule: str,
        entry: str = "",
        **more: object,
    ) -> Draft:
        draft = Draft(first, last, head, head_last, form, kind, rule, entry, **more)  # type: ignore[arg-type]
        draft.subject = self.context.is_subject(first, last, head)
        draft.locative = self._locative(first, head)
        if not draft.party and kind is ActorKind.PERSON:
            draft.party = self._party_told(first, last)
        return draft

    def _party_told(self, first: int, last: int) -> str:
        """The party in a role: `de nummer twee van NSC`, `fractievoorzitter van het CDA`."""
        for i in range(first + 1, last):
            party = party_of(self.inside.get(i))
            if party and self.tokens[i - 1].lower != "tegen":
                return party
        return ""

    def _locative(self, first: int, head: int) -> bool:
        """A preposition of place before it, or before what it is listed with: `in Polen en Litouwen`."""
        before = first - 1
        while before >= 0 and self.context.adjacent(before + 1):
            token = self.tokens[before]
            if token.lower in PLACE:
                agent = token.lower == "door" and self.tokens[head].dep == "obl:agent"
                return token.lower != "tussen" and not agent
            if token.lower not in ("en", ",", "of") or before - 1 not in self.inside:
                return False
            before = self.inside[before - 1].first - 1
            if before >= 0 and self.tokens[before].lower in ("de", "het"):
                before -= 1
        return False


_HOME = frozenset(f"staat:{key}" for key in ("nederland", "belgie", "vlaanderen", "wallonie"))
