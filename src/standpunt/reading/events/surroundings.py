"""Who takes part in an event, where it is, and which of the times told is its own."""

from collections.abc import Iterator, Sequence

from standpunt.language.analysis import Token
from standpunt.model import ActorKind, Chain, EventKind, Mention, MentionForm, Span, TimeExpression, TimexType
from standpunt.reading.events.clause import Argument, Clauses
from standpunt.reading.events.words import noun

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "obj", "iobj"))
_WITH = frozenset(("met", "tussen", "door", "namens", "onder"))
_OF = _WITH | {"van"}
_AGAINST = {EventKind.ATTACK: frozenset(("op", "tegen")), EventKind.VISIT: frozenset(("aan", "bij"))}
"""What stands behind these prepositions takes part too, in an event of this kind."""
_AT = frozenset(("in", "te", "op", "bij", "vanuit", "nabij", "rond", "buiten"))
_TOWARDS = frozenset(("naar", "aan"))
_PLACES = frozenset(("LOC",))
_BODIES = frozenset((ActorKind.ORGANISATION, ActorKind.PARTY))
_HOLDING = frozenset(("van", "uit", "sinds", "vanaf"))
_NOBODY = frozenset(("het", "we", "wij", "je", "jij", "u"))
_JOINED = frozenset(("conj", "appos", "flat", "nmod"))


class Surroundings:
    """The mentions and times of an article by their tokens."""

    def __init__(
        self,
        clauses: Clauses,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        times: Sequence[TimeExpression],
    ) -> None:
        self.clauses = clauses
        self.mentions, self.chains, self.times = mentions, chains, times
        self._at: dict[int, Mention] = {}
        each_alone = [mention for mention in mentions if not _is_list(mention)]
        for mention in sorted(
            each_alone, key=lambda each: (each.chain is None, each.span.start - each.span.end)
        ):
            for token in clauses.analysis.within(mention.span):
                self._at.setdefault(token.index, mention)  # the longest mention that is resolved comes first
        self._owners = [self._owner(time) for time in times]

    # -------------------------------------------------------------------------------------------- who

    def of_verb(self, verb: Token, kind: EventKind) -> tuple[int, ...]:
        """The chains that a verb names as taking part, in the order of the text."""
        found = [*self.clauses.arguments(verb), *self.clauses.subjects(verb)]
        wanted = [each for each in found if self._takes_part(each, kind, _WITH)]
        return self._chains(wanted, verb)

    def of_noun(
        self, noun: Token, kind: EventKind, verb: Token | None, *, setting: bool = False
    ) -> tuple[int, ...]:
        """The chains that a noun names, and the subject of the verb by which it takes place (`setting`), or, if that is
        a person, of the one at which it is the scene."""
        own = [
            each
            for each in self.clauses.arguments(noun)
            if self._takes_part(each, kind, _OF) and not self._in_general(each.token)
        ]
        inside = [
            each
            for each in self.clauses.arguments(noun)
            if each.preposition == "in" and self._kind(each.token) in _BODIES
        ]
        around = []
        if verb is not None:
            around = [
                each
                for each in self.clauses.subjects(verb)
                if each.token is not noun and (setting or self.person(each.token))
            ]
            around += [each for each in self.clauses.arguments(verb) if each.preposition in _WITH]
        return self._chains([*own, *inside, *around], noun)

    def acts(self, argument: Argument) -> bool:
        """Whether an argument is somebody."""
        return argument.token.index in self._at

    def person(self, token: Token) -> bool:
        return (
            self._kind(token) is ActorKind.PERSON or token.has("PronType=Prs") and token.lower not in _NOBODY
        )

    def _kind(self, token: Token) -> ActorKind | None:
        mention = self._at.get(token.index)
        return mention.kind if mention else None

    def _in_general(self, token: Token) -> bool:
        """`Het bezoek aan musea`: no ones in particular, who act nowhere in the article."""
        mention = self._at.get(token.index)
        if mention is None or mention.chain is None or mention.kind is not ActorKind.GROUP:
            return False
        return mention.span == token.span and not self.chains[mention.chain].acts

    def _takes_part(self, argument: Argument, kind: EventKind, prepositions: frozenset[str]) -> bool:
        if argument.relation in _SUBJECTS:
            return not (
                kind is EventKind.VISIT and argument.relation == "obj" and self.is_place(argument.token)
            )
        if argument.token.dep == "nmod:poss":
            return True
        return argument.preposition in prepositions or argument.preposition in _AGAINST.get(kind, ())

    def _chains(self, arguments: Sequence[Argument], trigger: Token) -> tuple[int, ...]:
        """In the order of the text; not a phrase that holds the event itself (`het programma van de top`)."""
        found = {
            mention.chain: mention.span.start
            for argument in arguments
            for mention in self._named(argument.token, set())
            if mention.chain is not None and not mention.span.contains(trigger.span)
        }
        return tuple(sorted(found, key=lambda chain: (found[chain], chain)))

    def _named(self, token: Token, seen: set[int]) -> Iterator[Mention]:
        """The mention at a token and those coordinated with it; of a phrase that is none, those inside it (`de leiders
        van Duitsland en Polen`); of `die`, the one before it."""
        if token.index in seen:
            return
        seen.add(token.index)
        mention = self._at.get(token.index)
        if mention is not None:
            yield mention
            yield from self._joined(mention, seen)
        relative = token.lower in ("die", "dat", "wie") and mention is None
        if relative:
            verb = self.clauses.tokens[token.head]
            if verb.dep.startswith("acl"):
                yield from self._named(self.clauses.tokens[verb.head], seen)
            return
        for child in self.clauses.children(token):
            joined = child.dep == "conj" or mention is None and child.dep.split(":")[0] in _JOINED
            if joined and child.pos in ("NOUN", "PROPN", "PRON", "X", "SYM"):
                yield from self._named(child, seen)

    def _joined(self, mention: Mention, seen: set[int]) -> Iterator[Mention]:
        """Whoever stands behind `en`, unless another clause begins with him: parsers often hang him elsewhere."""
        last = self.clauses.analysis.within(mention.span)[-1].index
        after = self.clauses.tokens[last + 1 : last + 3]
        if len(after) == 2 and after[0].lower == "en":
            other = self._at.get(after[1].index)
            subject = after[1].dep.startswith("nsubj") or other is not None and self._is_subject(other)
            if other is not None and not subject and other.span.start == after[1].start:
                yield from self._named(after[1], seen)

    def _is_subject(self, mention: Mention) -> bool:
        return any(token.dep.startswith("nsubj") for token in self.clauses.analysis.within(mention.span))

    # -------------------------------------------------------------------------------------------- where

    def place(self, trigger: Token, kind: EventKind, verb: Token | None) -> Span | None:
        """The place told at the trigger, in what hangs on it (`het diner met de leiders in Brussel`), or at the verb
        around it; where a visit goes comes first."""
        for head in (trigger, verb):
            if head is None:
                continue
            listed = list(self.clauses.arguments(head))
            if kind is EventKind.VISIT:
                aims = [each for each in listed if each.preposition in _TOWARDS or each.relation == "obj"]
                listed = [*aims, *listed]
            deeper = [
                inner
                for each in listed
                if each.relation in ("obl", "nmod") and noun(each.token.lower) is None
                for inner in self._below(each.token)
            ]
            for each in (*listed, *deeper):
                aimed = kind is EventKind.VISIT and (each.preposition in _TOWARDS or each.relation == "obj")
                if (aimed or each.preposition in _AT) and self.is_place(each.token):
                    return self._whole(each.token)
        return None

    def _below(self, token: Token, depth: int = 3) -> Iterator[Argument]:
        """What hangs on a noun, on what it is coordinated with, and so on."""
        for each in self.clauses.arguments(token):
            if each.relation == "nmod":
                yield each
            if depth and each.relation in ("nmod", "conj", "appos") and noun(each.token.lower) is None:
                yield from self._below(each.token, depth - 1)

    def is_place(self, token: Token) -> bool:
        """A name of a place, or a noun that one stands behind (`kasteel Hertoginnendal`)."""
        if token.index in self.clauses.timed or self.person(token):
            return False
        if token.entity in _PLACES:
            return True
        named = (child for child in self.clauses.children(token) if child.dep in ("appos", "flat", "nmod"))
        return token.pos == "NOUN" and any(
            child.entity in _PLACES and child.index == token.index + 1 for child in named
        )

    def _whole(self, token: Token) -> Span:
        """The name with all of its words."""
        first = last = token.index
        tokens = self.clauses.tokens
        if token.pos == "NOUN" and token.entity not in _PLACES:
            last += 1  # the name stands behind it
        while last + 1 < len(tokens) and tokens[last + 1].entity in _PLACES and not tokens[last + 1].begins:
            last += 1
        while tokens[first].entity in _PLACES and not tokens[first].begins and first > 0:
            first -= 1
        return Span(tokens[first].start, tokens[last].end)

    # -------------------------------------------------------------------------------------------- when

    def time(self, heads: Sequence[Token]) -> int | None:
        """The index of the time that hangs on one of these words, the first of them first; a day before a length."""
        for head in heads:
            own = [at for at, owner in enumerate(self._owners) if owner == head.index and self._dates(at)]
            if own:
                return min(own, key=lambda at: (self._rank(at), abs(self.times[at].span.start - head.start)))
        return None

    def expression(self, time: int | None) -> TimeExpression | None:
        return self.times[time] if time is not None else None

    def dating(self, head: Token) -> int | None:
        """The index of the time that is said of a subject: its head, or what hangs on the verb `zijn`."""
        at = self.clauses.timed.get(head.index)
        return self.time([head]) if at is None else at if self._dates(at) else None

    def _dates(self, at: int) -> bool:
        """A length without days of its own (`drie uur`) and what comes back (`jaarlijks`) date nothing."""
        time = self.times[at]
        return time.type is not TimexType.SET and (
            time.type is not TimexType.DURATION or time.relative is not None
        )

    def repeated(self, head: Token) -> bool:
        """Whether a word is told of every so often (`elke maandag`)."""
        return any(
            owner == head.index and self.times[at].type is TimexType.SET
            for at, owner in enumerate(self._owners)
        )

    def _rank(self, at: int) -> int:
        time = self.times[at]
        if time.type is TimexType.DURATION:
            return 1
        return 0 if time.relative is not None or (time.value or "")[:1].isdigit() else 2

    def _owner(self, time: TimeExpression) -> int:
        """The event or verb that a time belongs to: the first above it, or, behind `van`, the word itself above it; -1
        where there is none. Parsers hang a bare `dinsdag` on whatever stands before it."""
        inside = self.clauses.analysis.within(time.span)
        if not inside:
            return -1
        own = {token.index for token in inside}
        top = next(
            (token for token in inside if token.head not in own or token.head == token.index), inside[0]
        )
        held = any(child.lower in _HOLDING for child in self.clauses.children(top))
        for head in self.clauses.ancestors(top):
            if head.index in self.clauses.timed:
                continue
            if held or self.clauses.is_predicate(head) or noun(head.lower) is not None:
                return head.index
        return -1


def _is_list(mention: Mention) -> bool:
    """`Anna Hoek en Bram Veenstra`: together they speak, but each of them takes part."""
    return mention.kind is ActorKind.GROUP and mention.form is MentionForm.NAME
