"""What the rules look at: the tokens of one article with a few marks that are computed once."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from standpunt.language.analysis import Analysis, Token
from standpunt.model import ActorKind, MentionForm, Reason, Role, Span
from standpunt.reading.mentions.words import PARTICLES, Noun, given, is_initials, plurals
from standpunt.registry import Body, Registry, State


@dataclass(slots=True)
class Name:
    """A name as it stands in the text: tokens `first` up to but not including `last`. `fact` is a state or
    body of the registry, `words` the name without a genitive s."""

    first: int
    last: int
    words: str
    fact: State | Body | None = None
    how: str = ""
    kind: ActorKind | None = None
    place: bool = False


@dataclass(slots=True)
class Draft:
    """A mention on its way to a chain. Tokens are half-open; `role` is the canonical role that stands in it,
    `of` the key of the state in its adjective, `rank` orders what names an actor most fully."""

    first: int
    last: int
    head_first: int
    head_last: int
    form: MentionForm
    kind: ActorKind
    rule: str
    entry: str = ""
    name: Name | None = None
    noun: Noun | None = None
    role: str = ""
    party: str = ""
    of: str = ""
    gender: str = ""
    plural: bool = False
    definite: bool | None = None
    modified: bool = False
    subject: bool = False
    source: bool = False
    locative: bool = False
    nested: bool = False
    reason: Reason | None = None
    candidates: tuple[str, ...] = field(default=())

    @property
    def named(self) -> bool:
        return self.form is MentionForm.NAME


class Context:
    """The article with its marks: where capitals say nothing, what stands in quotation marks, what is
    subject, which words it has without a capital."""

    def __init__(self, analysis: Analysis, registry: Registry, sources: Sequence[Span]) -> None:
        self.analysis = analysis
        self.registry = registry
        self.tokens = analysis.tokens
        self.sources = sorted(sources)
        self.quote = self._quotes()
        self.opens = self._openings()
        self.capitals = self._capitals()
        self.signed = self._signed()
        self.small = {token.text for token in self.tokens if token.text[0].islower()}

    def _quotes(self) -> list[int]:
        """For each token the outermost quotation of more than three words that it stands in, -1 outside."""
        marks = [-1] * len(self.tokens)
        end = -1
        for quotation in self.analysis.quotations:
            if quotation.span.start < end:
                continue
            inside = self.analysis.within(quotation.span)
            if sum(token.text[0].isalnum() for token in inside) > 3:
                end = quotation.span.end
                for token in inside:
                    marks[token.index] = quotation.index
        return marks

    def _openings(self) -> set[int]:
        """Tokens whose capital says nothing: the first word of a sentence, of a quotation, after a colon."""
        opens: set[int] = set()
        for sentence in self.analysis.sentences:
            fresh = True
            for token in self.analysis.of(sentence):
                if fresh and token.text[0].isalnum():
                    opens.add(token.index)
                    fresh = False
                elif not token.text[0].isalnum():
                    fresh = fresh or token.text in _FRESH
        return opens

    def _capitals(self) -> Counter[str]:
        """How often each word stands with a capital where the capital says something."""
        return Counter(
            token.text for token in self.tokens if token.text[0].isupper() and token.index not in self.opens
        )

    def _signed(self) -> frozenset[int]:
        """The blocks that hold a name and nothing else: of who wrote the article, or took its picture."""
        blocks = defaultdict(list)
        for token in self.tokens:
            blocks[self.analysis.sentences[token.sentence].block].append(token)
        return frozenset(
            block
            for block, tokens in blocks.items()
            if self.analysis.article.blocks[block].role is not Role.HEADLINE
            and tokens[-1].text[-1].isalnum()
            and 1 < len(words := [token for token in tokens if token.text[0].isalnum()]) < 6
            and all(token.text[0].isupper() or token.lower in PARTICLES for token in words)
            and (given(words[0].text) or is_initials(words[0].text))
        )

    def beside(self, index: int) -> bool:
        """Whether a token stands beside the article: in a caption, a credit, a byline."""
        block = self.analysis.sentences[self.tokens[index].sentence].block
        return self.analysis.article.blocks[block].role in _BESIDE or block in self.signed

    def heads(self, index: int) -> bool:
        """Whether a token stands in a headline, or in a heading between two paragraphs."""
        block = self.analysis.sentences[self.tokens[index].sentence].block
        return self.analysis.article.blocks[block].role in (Role.HEADLINE, Role.HEADING)

    def adjacent(self, index: int) -> bool:
        """Whether a token and the one before it stand in one sentence with one space between."""
        before, token = self.tokens[index - 1], self.tokens[index]
        return index > 0 and before.sentence == token.sentence and token.start - before.end <= 1

    def people_of(self, at: int) -> State | None:
        """The state of which a word behind a determiner is one of the people: `de Belg`, `een jonge Fransman`, `de
        Pool`, whose people have the name of the state."""
        word = self.tokens[at].text
        if not at or not word[0].isupper() or len(word) < 3 or not self.adjacent(at):
            return None
        first = at - 1
        while first and self.tokens[first].pos == "ADJ" and self.tokens[first].text.islower():
            first -= 1
        if self.tokens[first].lower not in ("de", "een", "die", "deze") or not word[1:].islower():
            return None
        for plural in plurals(word):
            found = self.registry.state(plural)
            if found is not None and found.how in ("inhabitant", "name"):
                return found.state
        return None

    def text(self, first: int, last: int) -> str:
        """The words of tokens `first` up to `last` as they stand, with single spaces."""
        return " ".join(self.analysis.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def _opens_before_its_verb(self, first: int, last: int, head: int) -> bool:
        """Whether a phrase opens the sentence right before a finite verb that has no other subject: whatever the parse
        calls it, an object before the verb leaves the subject behind it."""
        if first not in self.opens or last >= len(self.tokens) or not is_finite(self.tokens[last]):
            return False
        if self.quote[first] != self.quote[last] or self.tokens[head].sentence != self.tokens[last].sentence:
            return False
        verb = self.tokens[last]
        verbs = {verb.index, verb.head} | {token.index for token in self.analysis.children[verb.index]}
        return not any(
            token.dep.startswith(("nsubj", "expl", "csubj"))
            and token.head in verbs
            and not first <= token.index < last
            for token in self.analysis.of(self.analysis.sentences[verb.sentence])
        )

    def _is_listed_subject(self, token: Token) -> bool:
        """`Corporaties, overheden en bouwers zetten`: what is listed with a subject before it."""
        while token.dep == "conj" and token.head < token.index:
            token = self.tokens[token.head]
        return token.dep == "nsubj" and token.pos in ("NOUN", "PROPN", "PRON")

    def is_subject(self, first: int, last: int, head: int) -> bool:
        """Whether a phrase is the subject: by the parse, or because it stands right beside a finite verb and
        the parse calls it an object (inversion, `benadrukt de minister`)."""
        token = self.tokens[head]
        if token.dep.startswith("nsubj"):
            return True
        if self._opens_before_its_verb(first, last, head):
            return True
        if token.dep in ("flat", "appos", "nmod", "conj", "det", "amod"):
            parent = self.tokens[token.head]
            if first <= parent.index < last and parent.dep.startswith("nsubj"):
                return True
        if token.dep == "conj" and self._is_listed_subject(token):
            return True
        if token.dep not in ("obj", "iobj", "root", "parataxis", "appos", "flat", "nmod", "xcomp", "dep"):
            return False
        before = (
            self.tokens[first - 1] if first and self.tokens[first - 1].sentence == token.sentence else None
        )
        named = before is not None and before.text[0].isupper() and before.index not in self.opens
        if before is None or named or not is_finite(before) or token.dep == "nmod":
            return False
        verb = before if before.pos == "VERB" else self.tokens[before.head]
        others = (each for each in self.analysis.children[verb.index] if not first <= each.index < last)
        return not any(each.dep.startswith("nsubj") for each in others)


def is_finite(token: Token) -> bool:
    """A verb with person or tense; without features, any verb that does not look like an infinitive."""
    if token.pos not in ("VERB", "AUX"):
        return False
    return "VerbForm=Fin" in token.morph or (
        "VerbForm" not in token.morph and not token.lower.startswith("ge")
    )


_BESIDE = frozenset((Role.CAPTION, Role.BYLINE, Role.BOILERPLATE))
_FRESH = frozenset(":\"“”„‘’'«»-–—•|…") | {"''", ",,", "``", "..."}
