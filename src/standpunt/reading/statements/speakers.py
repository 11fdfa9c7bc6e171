"""Who speaks: from the words that name the source to a chain of the article, and, where nobody is named, from the
course of the text."""

from collections.abc import Sequence

from standpunt.language.analysis import Analysis, cover
from standpunt.model import ActorKind, Chain, Mention, MentionForm, Reason, Span
from standpunt.reading.statements.attribution import Attribution

Speaker = tuple[int | None, Reason]

UNKNOWN_SOURCE = "the source is no known actor"
PRONOUNS = frozenset("hij zij ze hem haar die deze".split())
GENDER = {"hij": "m", "hem": "m", "zij": "v", "ze": "v", "haar": "v"}
# Cues of figures and reports: who owns these does not speak on.
PAPER = frozenset(["blijken"])
# Clauses whose subject is not what the sentence is about.
SUBORDINATE = ("acl", "advcl", "ccomp", "csubj", "xcomp")


class Speakers:
    """Resolves the speakers of one article, in the order of the text."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self.analysis = analysis
        self.mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self.chains = chains

    def resolve(self, attributions: Sequence[Attribution]) -> list[Speaker]:
        """For each attribution the chain of its speaker, or None, and why. Names and roles first, then pronouns, then
        those that name nobody: each may lean on those before it."""
        found: list[Speaker | None] = [None] * len(attributions)
        for i, attribution in enumerate(attributions):
            if attribution.source and not _pronoun(attribution):
                found[i] = self._named(attribution)
        for i, attribution in enumerate(attributions):
            if found[i] is None and attribution.source:
                found[i] = self._meant(i, attributions, found) or self._named(attribution)
        for i in range(len(attributions)):
            if found[i] is None:
                found[i] = self._by_course(i, attributions, found)
        return [f if f is not None else (None, Reason("nobody is named")) for f in found]

    def _meant(
        self, i: int, attributions: Sequence[Attribution], found: Sequence[Speaker | None]
    ) -> Speaker | None:
        """`zegt hij` behind a quotation: the one who is speaking in this paragraph, for the names inside his words are
        those of others. A subject named since then comes first."""
        here = attributions[i]
        word = here.source[0].lower
        start = min(here.source[0].start, here.content[0].start)
        before = [j for j in range(i) if attributions[j].outer is None and found[j] is not None]
        if here.outer is not None or not before:
            return None
        last = before[-1]
        speaker = found[last]
        said = attributions[last]
        if (
            speaker is None
            or speaker[0] is None
            or self._block(said.content[0].start) != self._block(here.source[0].start)
        ):
            return None
        chain = self.chains[speaker[0]]
        if (
            chain.kind is not ActorKind.PERSON
            or chain.plural
            or chain.gender not in ("", GENDER.get(word, ""))
        ):
            return None
        since = max(said.content[-1].end, said.source[-1].end if said.source else 0)
        if word in ("die", "deze") or self._subject_before(start, after=since) not in (None, speaker[0]):
            return None
        return speaker[0], Reason("pronoun of who is speaking", word)

    def _named(self, attribution: Attribution) -> Speaker | None:
        """The chain that the source names; None for a pronoun that nobody was found for."""
        source = cover(attribution.source)
        mention = self.at(source)
        words = source.of(self.analysis.text)
        if mention is None or mention.chain is None:
            if words.casefold() in PRONOUNS:
                return None
            return None, Reason(UNKNOWN_SOURCE, words, mention.reason.candidates if mention else ())
        return mention.chain, Reason("named as source", words, mention.reason.candidates)

    def at(self, source: Span) -> Mention | None:
        """The mention that a phrase names: the one whose head lies in it, names before roles before the rest."""
        inside = [m for m in self.mentions if source.contains(m.head) or m.head.contains(source)]
        if not inside:
            inside = [m for m in self.mentions if m.span.overlaps(source)]
        first = min(
            inside, key=lambda m: (m.chain is None, not _covers(m, source), m.span.start), default=None
        )
        if first is None or first.kind in (ActorKind.PERSON, ActorKind.GROUP):
            return first
        # `LTO Noord-voorzitter Dirk Bruins`: the name behind a body's is who speaks, unless `van` stands between.
        for mention in inside:
            between = self.analysis.text[first.span.end : mention.head.start].split()
            named = mention.kind is ActorKind.PERSON and mention.form is MentionForm.NAME
            if named and first.span.end <= mention.head.start and "van" not in between and len(between) < 4:
                return mention
        return first

    def _by_course(
        self, i: int, attributions: Sequence[Attribution], found: Sequence[Speaker | None]
    ) -> Speaker:
        """A quotation that stands alone: who was spoken of as the subject just before, else who spoke last, else who
        speaks next in the same paragraph."""
        here = attributions[i]
        start = here.content[0].start
        block = self._block(start)
        before = [
            j
            for j in range(i - 1, -1, -1)
            if attributions[j].outer is None
            and found[j] is not None
            and attributions[j].reason.entry not in PAPER
        ]
        last = before[0] if before else None
        last_speaker = found[last] if last is not None else None
        same_block = last is not None and self._block(attributions[last].content[0].start) == block
        if not same_block:
            following = self._next_in_block(i, attributions, found, block)
            if following is not None and self._opens_block(start, block):
                return following, Reason("speaks next in the paragraph")
        subject = self._subject_before(
            start, after=attributions[last].content[-1].end if last is not None else 0
        )
        if subject is not None:
            return subject, Reason("subject of the sentence before")
        if last_speaker is not None and last_speaker[0] is not None:
            return last_speaker[0], Reason("spoke last")
        following = self._next_in_block(i, attributions, found, block)
        if following is not None:
            return following, Reason("speaks next in the paragraph")
        return None, Reason("nobody is named", candidates=tuple(dict.fromkeys(
            self.chains[m.chain].name for m in self.mentions
            if m.chain is not None and self.chains[m.chain].kind is ActorKind.PERSON)))  # fmt: skip

    def _next_in_block(
        self, i: int, attributions: Sequence[Attribution], found: Sequence[Speaker | None], block: int
    ) -> int | None:
        for j in range(i + 1, len(attributions)):
            if self._block(attributions[j].content[0].start) != block:
                return None
            speaker = found[j]
            if attributions[j].outer is None and speaker is not None and attributions[j].source:
                return speaker[0]
        return None

    def _subject_before(self, start: int, after: int) -> int | None:
        """A person (or who speaks for one) that is the subject of the sentence just before, or of this one."""
        sentences = [s for s in self.analysis.sentences if s.span.start < start]
        for sentence in reversed(sentences[-2:]):
            if sentence.span.end <= after:
                return None
            for token in self.analysis.of(sentence):
                if token.end > start or not token.dep.startswith("nsubj") or self._quoted(token.span):
                    continue
                if self.analysis.tokens[token.head].dep.startswith(SUBORDINATE):
                    continue
                mention = self.at(token.span)
                if mention is None or mention.chain is None or mention.span.start < after:
                    continue
                if mention.form is MentionForm.PRONOUN and after:
                    return None  # `Dat herkende hij niet. "..."`: the one who was speaking already
                if mention.kind is ActorKind.PERSON and not self._indefinite(mention):
                    return mention.chain
        return None

    def _indefinite(self, mention: Mention) -> bool:
        """`een zwangere vrouw`: somebody who comes up in a story, not who tells it."""
        return (
            mention.span.of(self.analysis.text).casefold().startswith(("een ", "geen ", "elke ", "iedere "))
        )

    def _quoted(self, span: Span) -> bool:
        return any(q.inner.contains(span) for q in self.analysis.quotations)

    def _block(self, offset: int) -> int:
        blocks = self.analysis.article.blocks
        return next((n for n, b in enumerate(blocks) if b.span.start <= offset < b.span.end), -1)

    def _opens_block(self, start: int, block: int) -> bool:
        span = self.analysis.article.blocks[block].span
        return not any(c.isalnum() for c in self.analysis.text[span.start : start])


def _pronoun(attribution: Attribution) -> bool:
    return len(attribution.source) == 1 and attribution.source[0].lower in PRONOUNS


def _covers(mention: Mention, source: Span) -> bool:
    return mention.form in (MentionForm.NAME, MentionForm.ROLE) and mention.span.overlaps(source)
