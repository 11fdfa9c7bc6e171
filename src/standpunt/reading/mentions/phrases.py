"""From names and nouns to whole phrases: `de Franse president Macron`, `een woordvoerder van de gemeente`.

A phrase begins at the determiner, adjectives or title, and takes what belongs to it: the field or body after
the title, a name, brackets, an apposition. A name inside a role (`directeur van Unilever`) is no actor by
itself."""

from collections.abc import Iterator

from standpunt.model import ActorKind, MentionForm
from standpunt.reading.mentions.adjuncts import MEMBER
from standpunt.reading.mentions.context import Draft, Name
from standpunt.reading.mentions.nouns import Nouns
from standpunt.reading.mentions.words import noun


class Phrases(Nouns):
    """Reads the phrases of one article."""

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
            if self._opens_title(name):
                end, found, party = self._title(name.last) or (name.last, MEMBER, "")
                return self._from_noun(name.last, end, found, party)
            return self._from_name(name)
        if at in self.inside or at in self.fields:
            return None
        title = self._title(at)
        if title is not None:
            end, found, party = title
            return self._from_noun(at, end, found, party)
        return self._hyphenated(at)

    def _hyphenated(self, at: int) -> Draft | None:
        """`regering-Trump`, `kabinet-Schoof`, `commissie-Jansen`."""
        token = self.tokens[at]
        if "-" not in token.text:
            return None
        head, _, tail = token.text.partition("-")
        if not tail or not tail[0].isupper():
            return None
        found = noun(head.lower())
        if found is None or found.group != "collective":
            return None
        first = self._left(at)[0]
        return self._draft(
            first,
            at + 1,
            at,
            at + 1,
            MentionForm.NAME,
            ActorKind.ORGANISATION,
            "body with a name",
            noun=found,
            name=Name(at, at + 1, token.text[0].lower() + token.text[1:], kind=ActorKind.ORGANISATION),
        )
