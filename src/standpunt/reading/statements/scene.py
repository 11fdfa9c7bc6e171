"""Whom the text speaks of at a place: mentions by their words, subjects of the sentences before, who has the floor."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from standpunt.language.analysis import Analysis, Sentence, Token
from standpunt.model import ActorKind, Mention, MentionForm, Span
from standpunt.reading.statements.attribution import Attribution
from standpunt.reading.statements.circumstances import FLOOR

PLURAL = frozenset("we wij ons onze".split())
# Words that open a clause before the main one.
_OPENING = frozenset("toen als nadat omdat doordat hoewel terwijl voordat wanneer zodra sinds nu".split())
_COMES_UP = ("een ", "geen ", "elke ", "iedere ", "zijn ", "haar ", "hun ", "mijn ")
# What a verb has with it that does not tell what its subject does.
_STATIVE = ("cop", "aux:pass", "nsubj:pass")
# Clauses whose subject is not what the sentence is about.
SUBORDINATE = ("acl", "advcl", "ccomp", "csubj", "xcomp")


class Scene:
    """An article with its mentions, in the order of the text."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention]) -> None:
        self.analysis = analysis
        self.mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self.mentions]
        self._longest = max((m.span.end - m.span.start for m in self.mentions), default=0)

    @cached_property
    def _sentences(self) -> dict[int, list[Sentence]]:
        """The sentences of each block."""
        rows: dict[int, list[Sentence]] = {}
        for sentence in self.analysis.sentences:
            rows.setdefault(sentence.block, []).append(sentence)
        return rows

    def _touching(self, span: Span) -> list[Mention]:
        """The mentions that share a character with a span; not one by one, for an article may have thousands."""
        first = bisect_right(self._starts, span.start - self._longest)
        near = self.mentions[first : bisect_left(self._starts, span.end)]
        return [m for m in near if m.span.overlaps(span)]

    def at(self, source: Span) -> Mention | None:
        """The mention that a phrase names: the one whose head lies in it, names before roles before the rest; of a role
        behind a name (`Hofstra, woordvoerder van de club`), or of brackets, who bears the name."""
        touching = self._touching(source)
        inside = [m for m in touching if source.contains(m.head) or m.head.contains(source)]
        text = self.analysis.text
        bracketed = text.rfind("(", 0, source.start) > text.rfind(")", 0, source.start)
        if bracketed or all(m.span.start > source.start for m in inside):
            inside = [m for m in touching if m.span.contains(source)] or inside
        groups = [m.span for m in inside if m.form is MentionForm.GROUP]  # `de voorzitters van NPB en ACP`
        inside = [
            m for m in inside if not any(m.span != g and g.contains(m.span) for g in groups)
        ] or touching
        first = min(
            inside, key=lambda m: (m.chain is None, not _covers(m, source), m.span.start), default=None
        )
        if first is not None and first.form is MentionForm.ROLE:
            first = next((m for m in inside if self._names(first, m)), first)
        if first is None or first.kind in (ActorKind.PERSON, ActorKind.GROUP):
            return first
        # `LTO Noord-voorzitter Dirk Bruins`: the name behind a body's is who speaks, unless `van` stands between.
        for mention in inside:
            between = self.analysis.text[first.span.end : mention.head.start].split()
            named = mention.kind is ActorKind.PERSON and mention.form is MentionForm.NAME
            if named and first.span.end <= mention.head.start and "van" not in between and len(between) < 4:
                return mention
        return first

    def _names(self, role: Mention, mention: Mention) -> bool:
        """`De voorzitter van de bond, Jan Smit,`: a person's name between commas is who the role is."""
        apart = self.analysis.text[role.span.end : mention.span.start].split()
        near = 0 < len(apart) <= 3 and apart[-1].endswith(",")
        return mention.kind is ActorKind.PERSON and mention.form is MentionForm.NAME and near

    def subject_before(self, start: int, after: int) -> int | None:
        """A person (or who speaks for one) that is the subject of a sentence before in the paragraph, the nearest
        first, or of this one. What the reporter asks names nobody who answers."""
        block = self.block(start)
        for sentence in reversed(self._sentences.get(block, [])):
            if sentence.span.start >= start:
                continue
            if sentence.span.end <= after:
                return None
            if self._asks(sentence):
                continue
            speaking = self._has_the_floor(sentence, start)
            if speaking is not None:
                return speaking
            for mention in self._subjects(sentence, start):
                if mention.chain is None or mention.span.start < after:
                    continue
                if (
                    mention.form is MentionForm.PRONOUN
                    and after > self.analysis.article.blocks[block].span.start
                ):
                    break  # `Dat herkende hij niet. "..."`: the one who was speaking already, or was named before
                if mention.kind is ActorKind.PERSON and not self._indefinite(mention):
                    return mention.chain
        return None

    def introduced(self, start: int) -> int | None:
        """The person whom the sentence at `start` names for the first time, in full and as its subject: `Jan Smit (CDA)
        kon zich "daarin wel vinden".` What he is, or what is done to him, is mostly said by another."""
        sentence = next(s for s in self.analysis.sentences if s.span.end > start)
        root = next(t for t in self.analysis.of(sentence) if t.dep == "root")
        if root.pos != "VERB" or any(c.dep in _STATIVE for c in self.analysis.children[root.index]):
            return None
        for mention in self._subjects(sentence, sentence.span.end):
            full = mention.form is MentionForm.NAME and " " in mention.head.of(self.analysis.text)
            new = all(m.span.start >= sentence.span.start for m in self.mentions if m.chain == mention.chain)
            if mention.kind is ActorKind.PERSON and full and new and not self.quoted(mention.span):
                return mention.chain
        return None

    def subject_after(self, end: int) -> int | None:
        """A person with a name who is the subject of the next sentence in the paragraph: `"Wij wachten." Jan Smit is
        kwaad.`"""
        following = next(
            (s for s in self._sentences.get(self.block(end - 1), []) if s.span.start >= end), None
        )
        if following is None:
            return None
        for mention in self._subjects(following, following.span.end):
            if mention.kind is ActorKind.PERSON and mention.form is MentionForm.NAME:
                return mention.chain
        return None

    def unnamed_before(self, here: Attribution) -> int | None:
        """`Een bewoner loopt naar voren. "..."`; `De ouders zijn boos. "Wij ..."`: somebody new, or a group that says
        `we`, as the subject of the sentence right before in the paragraph."""
        start = here.content[0].start
        block = self.block(start)
        before = [s for s in self._sentences.get(block, []) if s.span.end <= start]
        if not before or self._asks(before[-1]):
            return None
        words = {t.lower for piece in here.content for t in self.analysis.within(piece)}
        for mention in self._subjects(before[-1], start):
            if mention.chain is None or mention.form is MentionForm.PRONOUN:
                continue
            group = mention.kind in (ActorKind.GROUP, ActorKind.ORGANISATION) and words & PLURAL
            if mention.kind is ActorKind.PERSON or group:
                return mention.chain
        return None

    def _has_the_floor(self, sentence: Sentence, until: int) -> int | None:
        """`als wethouder Jansen aan het woord is`: the person named right before."""
        tokens = [t for t in self.analysis.of(sentence) if t.end <= until]
        for first, _, last in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if (first.lower, last.lower) == ("aan", "woord"):
                people = [
                    m for m in self.mentions
                    if m.kind is ActorKind.PERSON and sentence.span.contains(m.span) and m.span.end <= first.start
                ]  # fmt: skip
                return people[-1].chain if people else None
        return self._handed_over(tokens)

    def _handed_over(self, tokens: Sequence[Token]) -> int | None:
        """`Hij krijgt bijval van raadslid Smit.`: the person with a name whom the sentence ends in."""
        for place, token in enumerate(tokens[:-1]):
            if token.lower in FLOOR and tokens[place + 1].lower in ("van", "door"):
                mention = self.at(Span(tokens[place + 1].end + 1, tokens[-1].end))
                closes = mention is not None and mention.span.end >= tokens[-1].start - 1
                if (
                    mention
                    and closes
                    and (mention.form, mention.kind) == (MentionForm.NAME, ActorKind.PERSON)
                ):
                    return mention.chain
        return None

    def _subjects(self, sentence: Sentence, until: int) -> Iterator[Mention]:
        """The mentions that are subjects in a sentence outside quotation marks: those of its main clauses, else those
        of `als X aan het woord is`."""
        subjects = [
            token for token in self.analysis.of(sentence)
            if token.end <= until and token.dep.startswith("nsubj") and not self.quoted(token.span)
        ]  # fmt: skip
        main = [t for t in subjects if not self.analysis.tokens[t.head].dep.startswith(SUBORDINATE)]
        adverbial = [t for t in subjects if self.analysis.tokens[t.head].dep.startswith("advcl")]
        second = self._main_behind(
            sentence
        )  # `Toen Smit kwam, reageerde De Wit`: whatever the parse calls the main verb
        if second is not None:
            main.sort(key=lambda token: token.index < second)
        elsewhere = [] if main else [*self._name_in_front(sentence, until), *self._inverted(sentence, until)]
        for token in [*main, *elsewhere, *adverbial]:
            mention = self.at(token.span)
            if mention is not None:
                yield mention

    def _main_behind(self, sentence: Sentence) -> int | None:
        """The index of the verb behind the comma where a sentence begins with a clause (`Toen ..., reageerde`)."""
        tokens = self.analysis.of(sentence)
        if tokens[0].pos != "SCONJ" and tokens[0].lower not in _OPENING:
            return None
        verbs = (b.index for a, b in pairwise(tokens) if a.text == "," and b.has("VerbForm=Fin"))
        return next(verbs, None)

    def _name_in_front(self, sentence: Sentence, until: int) -> list[Token]:
        """`Van der Plas werd boos`: a name right before the main verb, where the parse finds no subject."""
        tokens = [t for t in self.analysis.of(sentence) if t.end <= until]
        verb = next((place for place, token in enumerate(tokens) if token.has("VerbForm=Fin")), 0)
        return tokens[:1] if verb and all(t.pos == "PROPN" for t in tokens[:verb]) else []

    def _inverted(self, sentence: Sentence, until: int) -> list[Token]:
        """`Toen dat bleek, reageerde wethouder Smit boos`: the words behind the main verb, where the parse finds no
        subject."""
        tokens = [t for t in self.analysis.of(sentence) if t.end <= until and not self.quoted(t.span)]
        verbs = (i for i, t in enumerate(tokens[:-1]) if t.dep == "root" and t.has("VerbForm=Fin"))
        return [tokens[i + 1] for i in verbs if tokens[i + 1].pos in ("NOUN", "PROPN", "DET")]

    def _asks(self, sentence: Sentence) -> bool:
        """A question of the reporter's, as in interviews."""
        words = sentence.span.of(self.analysis.text).rstrip("\"”’' ")
        return words.endswith("?") and not self.quoted(self.analysis.of(sentence)[0].span)

    def in_subordinate(self, token: Token) -> bool:
        """`Kemp is boos over het overleg, dat volgens hem mislukt is`: the main clause may name who is meant."""
        for _ in range(4):
            token = self.analysis.tokens[token.head]
            if token.dep.startswith(("acl", "advcl")):
                return True
        return False

    def _indefinite(self, mention: Mention) -> bool:
        """`een zwangere vrouw`, `zijn vader`: somebody who comes up in a story, not who tells it."""
        return mention.span.of(self.analysis.text).casefold().startswith(_COMES_UP)

    def quoted(self, span: Span) -> bool:
        return any(q.inner.contains(span) for q in self.analysis.quotations)

    def block(self, offset: int) -> int:
        blocks = self.analysis.article.blocks
        return next((n for n, b in enumerate(blocks) if b.span.start <= offset < b.span.end), -1)

    def opens_block(self, start: int, block: int) -> bool:
        span = self.analysis.article.blocks[block].span
        return not any(c.isalnum() for c in self.analysis.text[span.start : start])


def _covers(mention: Mention, source: Span) -> bool:
    return mention.form in (MentionForm.NAME, MentionForm.ROLE) and mention.span.overlaps(source)
