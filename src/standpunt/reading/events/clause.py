"""The words around a trigger, by the parse: its verbs, what depends on them, what links the clause to another.

A time that is told takes what hangs on it along (`dinsdag met Schoof`): parsers often hang what belongs to the verb
on the word before it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standpunt.language.analysis import Analysis, Token
from standpunt.model import TimeExpression
from standpunt.reading.events.words import V, Verb

_FAR = 12
"""Heads that are climbed at most: a parse may have a cycle."""
_VERBAL = frozenset(("VERB", "AUX"))
MODALS = frozenset(
    "kan kunnen kon konden moet moeten moest moesten mag mogen mocht mochten wil willen wilde wilden wou wouden".split()
)
FUTURE = frozenset("zal zullen zou zouden gaat gaan ga".split())
NEGATIONS = frozenset(("niet", "nooit", "nergens", "nauwelijks"))


class Argument(NamedTuple):
    """What depends on a verb or a noun: the relation without its subtype but for the passive, the preposition, the
    head of the phrase."""

    relation: str
    preposition: str
    token: Token


class Clauses:
    """The parse of an article with its times marked."""

    def __init__(self, analysis: Analysis, times: Sequence[TimeExpression]) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.timed = {
            token.index: at for at, time in enumerate(times) for token in analysis.within(time.span)
        }

    def children(self, token: Token) -> list[Token]:
        return self.analysis.children[token.index]

    def arguments(self, token: Token) -> Iterator[Argument]:
        """What depends on a token, times left out, with what hangs on them."""
        for child in self.children(token):
            if child.index not in self.timed:
                yield _argument(self, child)
                continue
            for each in self.children(child):
                if each.index not in self.timed:
                    relation, preposition, _ = _argument(self, each)
                    bare = not preposition and relation in ("appos", "nmod", "flat")
                    yield Argument("obj" if bare else relation, preposition, each)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads of a token, nearest first."""
        for _ in range(_FAR):
            if token.head == token.index:
                return
            token = self.tokens[token.head]
            yield token

    def verb_of(self, token: Token) -> Token | None:
        """The nearest verb above a token, or the predicate beside a copula; not an infinitive whose `om` stands behind
        the token."""
        return next(
            (
                each
                for each in self.ancestors(token)
                if self.is_predicate(each) and not self._behind(each, token)
            ),
            None,
        )

    def above(self, token: Token) -> list[Token]:
        """The verb that an infinitive depends on: its time is told there (`wil dinsdag proberen te ...`)."""
        above = self.verb_of(token)
        return [above] if above is not None and token.dep == "xcomp" else []

    def _behind(self, verb: Token, token: Token) -> bool:
        return any(each.lower == "om" and each.index > token.index for each in self.children(verb))

    def is_predicate(self, token: Token) -> bool:
        return token.pos in _VERBAL or any(
            each.dep.startswith(("cop", "aux")) for each in self.children(token)
        )

    def helpers(self, verb: Token) -> list[Token]:
        """The auxiliaries and copulas of a verb; one that is coordinated without any shares those of the first. A modal
        above an infinitive is one, however it is parsed."""
        own = [each for each in self.children(verb) if each.dep.startswith(("aux", "cop"))]
        head = self.tokens[verb.head]
        if verb.dep == "xcomp" and head.lower in MODALS | FUTURE and not verb.has("VerbForm=Fin"):
            return [*own, head, *self.helpers(head)]
        if own or verb.dep != "conj" or verb.has("VerbForm=Fin") or head.index == verb.index:
            return own
        return [each for each in self.children(head) if each.dep.startswith(("aux", "cop"))]

    def subjects(self, verb: Token) -> list[Argument]:
        """The subject of a verb, told beside it or beside the verb that it is coordinated with or depends on."""
        for each in (verb, *self.ancestors(verb)):
            found = [one for one in self.arguments(each) if one.relation.startswith("nsubj")]
            if found:
                return found
            if each.dep not in ("conj", "xcomp", "advcl") or each.has("VerbForm=Fin") and each.dep == "advcl":
                return []
        return []

    def negated(self, token: Token) -> bool:
        """`niet`, `nooit`, or an object with `geen`; not `niet alleen`."""
        for child in self.children(token):
            if child.lower in NEGATIONS and not self._only(child):
                return True
            if child.dep.startswith(("obj", "nsubj", "obl")) and any(
                each.lower in ("geen", "niemand") for each in (child, *self.children(child))
            ):
                return True
        return False

    def _only(self, negation: Token) -> bool:
        after = self.tokens[negation.index + 1 : negation.index + 2]
        return bool(after) and after[0].lower in ("alleen", "enkel", "langer", "eerder")

    def find(self, verb: Token, table: dict[str, tuple[Verb[V], ...]]) -> Verb[V] | None:
        """The entry of a verb in a table, if its particle and one of the words that it needs are there."""
        for found in table.get(verb.lower, ()):
            if found.particle and not self._has_particle(verb, found.particle):
                continue
            if not found.particle and found.entry.particle == "" and self._other_particle(verb):
                continue
            if found.entry.needs and not self._has(verb, found.entry.needs):
                continue
            return found
        return None

    def _has_particle(self, verb: Token, particle: str) -> bool:
        """Parsers call a particle many things, but one that stands alone is nothing else; `samen met` is one."""
        near = list(self._near(verb))
        if particle == "samen":
            near += [each for child in self.children(verb) for each in self.children(child)]
        return any(
            each.lower == particle
            and not self.children(each)
            and each.dep not in ("case", "mark")
            or each.lower == particle == "samen"
            for each in near
        )

    def _other_particle(self, verb: Token) -> bool:
        return any(
            child.dep == "compound:prt" and child.pos == "ADP" and not self.children(child)
            for child in self._near(verb)
        )

    def _near(self, verb: Token) -> Iterator[Token]:
        for child in self.children(verb):
            yield child
            if child.index in self.timed:
                yield from self.children(child)

    def _has(self, verb: Token, needs: tuple[str, ...]) -> bool:
        for argument in self.arguments(verb):
            token = argument.token
            if token.lower in needs or argument.preposition in needs:
                return True
            if "@clause" in needs and token.dep in ("ccomp", "xcomp"):
                return True
            if "@kabinet" in needs and argument.relation == "nsubj" and token.lower.endswith(_CABINETS):
                return True
            if argument.relation in ("obl", "advmod") and any(
                each.preposition in needs for each in self.arguments(token)
            ):
                return True  # `stemt naar verwachting voor de motie`
            inner = [one for each in self.children(token) for one in (each, *self.children(each))]
            if any(each.lower in needs and each.dep in ("mark", "fixed") for each in inner):
                return True
        return False


_CABINETS = ("kabinet", "regering", "coalitie", "college")


def _argument(clauses: Clauses, token: Token) -> Argument:
    relation = token.dep if token.dep == "nsubj:pass" else token.dep.split(":")[0]
    preposition = next((each.lower for each in clauses.children(token) if each.dep == "case"), "")
    return Argument(relation, preposition, token)
