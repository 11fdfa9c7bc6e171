"""Who speaks: from the words that name the source to a chain of the article, and, where nobody is named, from the
course of the text."""

from collections import Counter
from collections.abc import Sequence

from standpunt.language.analysis import Analysis, cover
from standpunt.model import ActorKind, Chain, Form, Mention, MentionForm, Reason
from standpunt.reading.statements import circumstances, direct, interviews, speeches
from standpunt.reading.statements.attribution import Attribution
from standpunt.reading.statements.scene import Scene

Speaker = tuple[int | None, Reason]

UNKNOWN_SOURCE = "the source is no known actor"
PRONOUNS = frozenset("hij zij ze hem haar die deze".split())
GENDER = {"hij": "m", "hem": "m", "zij": "v", "ze": "v", "haar": "v"}
# Cues of figures and reports: who owns these does not speak on.
PAPER = frozenset(["blijken"])
# So many questions, with a quotation right below one of them, make an interview.
FEWEST_QUESTIONS = 2
# Cues of a question that somebody else answers.
ASKING = frozenset(["vragen", "informeren", "weten willen", "doorvragen"])
SECOND_PERSON = frozenset("u uw je jij jouw jullie".split())


class Speakers:
    """Resolves the speakers of one article, in the order of the text."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self.analysis = analysis
        self.scene = Scene(analysis, mentions)
        self.mentions = self.scene.mentions
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
        interviewee = self._interviewee(attributions, found)
        for i, attribution in enumerate(attributions):
            if found[i] is None and interviewee is not None and self._answers(attribution):
                found[i] = interviewee, Reason("answers in an interview")
        for i in range(len(attributions)):
            if found[i] is None:
                found[i] = self._by_course(i, attributions, found)
        return [f if f is not None else (None, Reason("nobody is named")) for f in found]

    def _interviewee(
        self, attributions: Sequence[Attribution], found: Sequence[Speaker | None]
    ) -> int | None:
        """Who answers, where questions stand on lines of their own: who is quoted by name, else who is named most, and
        last. Nobody where several are quoted."""
        asked = set(interviews.questions(self.analysis))
        answers = [
            a for a in attributions if self._answers(a) and self.scene.block(a.content[0].start) - 1 in asked
        ]
        if not answers or len(asked) < FEWEST_QUESTIONS:
            return None
        quoted = [
            speaker[0] for a, speaker in zip(attributions, found, strict=True)
            if speaker is not None and speaker[0] is not None and a.outer is None and a.form is Form.DIRECT
        ]  # fmt: skip
        if quoted:
            return quoted[0] if len(set(quoted)) == 1 else None
        for i, attribution in enumerate(attributions):
            if (
                attribution.outer is None
                and attribution.form is Form.DIRECT
                and not self._answers(attribution)
            ):
                return self._by_course(i, attributions, found)[0]
        named = [
            m.chain for m in self.mentions
            if m.chain is not None and m.kind is ActorKind.PERSON and not self.scene.quoted(m.span)
            and self.scene.block(m.span.start) not in asked
        ]  # fmt: skip
        times = Counter(named)
        return max(
            reversed(named), key=lambda chain: (times[chain], bool(self.chains[chain].role)), default=None
        )

    def _answers(self, attribution: Attribution) -> bool:
        """Words that name nobody and open their paragraph."""
        start = attribution.content[0].start
        alone = attribution.reason.rule in (interviews.ANSWER, "quotation alone")
        return alone and attribution.outer is None and self.scene.opens_block(start, self.scene.block(start))

    def _meant(
        self, i: int, attributions: Sequence[Attribution], found: Sequence[Speaker | None]
    ) -> Speaker | None:
        """`zegt hij` behind a quotation: the one who is speaking in this paragraph, for the names inside his words are
        those of others. A subject named since then comes first."""
        here = attributions[i]
        word = here.source[0].lower
        start = here.source[0].start
        if not self.scene.in_subordinate(here.source[0]):
            start = min(start, here.content[0].start)
        before = [j for j in range(i) if attributions[j].outer is None and found[j] is not None]
        if here.outer is not None or not before:
            return None
        last = before[-1]
        speaker = found[last]
        said = attributions[last]
        if (
            speaker is None
            or speaker[0] is None
            or self.scene.block(said.content[0].start) != self.scene.block(here.source[0].start)
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
        if word in ("die", "deze") or self.scene.subject_before(start, after=since) not in (None, speaker[0]):
            return None
        return speaker[0], Reason("pronoun of who is speaking", word)

    def _named(self, attribution: Attribution) -> Speaker | None:
        """The chain that the source names; None for a pronoun that nobody was found for."""
        source = cover(attribution.source)
        mention = self.scene.at(source)
        words = source.of(self.analysis.text)
        if mention is None or mention.chain is None:
            if words.casefold() in PRONOUNS:
                return None
            if attribution.source[-1].lower in circumstances.OCCASION:
                return self._whose_paper(attribution)
            return None, Reason(UNKNOWN_SOURCE, words, mention.reason.candidates if mention else ())
        if (
            attribution.reason.rule == "colon"
            and mention.kind is not ActorKind.PERSON
            and self._says_i(attribution)
        ):
            return None  # `Vlaanderen komt geld tekort: "Ik zou wel willen"`
        how = "stated by the source" if attribution.reason.rule == speeches.SPEECH else "named as source"
        return mention.chain, Reason(how, words, mention.reason.candidates)

    def _says_i(self, attribution: Attribution) -> bool:
        return any(
            t.lower in ("ik", "mij", "mijn")
            for piece in attribution.content
            for t in self.analysis.within(piece)
        )

    def _whose_paper(self, attribution: Attribution) -> Speaker | None:
        """`aldus de brief`: whose brief it is, as told before; None where that follows from the course of the text."""
        paper = attribution.source[-1]
        tokens = self.analysis.tokens
        for place in range(attribution.source[0].index - 2, -1, -1):
            if tokens[place].lower == paper.lower and tokens[place + 1].lower in ("van", "namens"):
                for mention in self.mentions:
                    if mention.chain is not None and 0 <= mention.span.start - tokens[place + 1].end <= 4:
                        return mention.chain, Reason("whose paper it is", paper.text)
        return None

    def _by_course(
        self, i: int, attributions: Sequence[Attribution], found: Sequence[Speaker | None]
    ) -> Speaker:
        """A quotation that stands alone: who was spoken of as the subject just before, else who spoke last, else who
        speaks next in the same paragraph."""
        here = attributions[i]
        start = here.content[0].start
        block = self.scene.block(start)
        if here.reason.rule == direct.FRAGMENTS and (own := self.scene.introduced(start)) is not None:
            return own, Reason("introduced in the sentence")
        before = [
            j
            for j in range(i - 1, -1, -1)
            if attributions[j].outer is None
            and found[j] is not None
            and attributions[j].reason.entry not in PAPER
            and attributions[j].reason.rule != "clause of a noun"  # told by the way
        ]
        last = before[0] if before else None
        last_speaker = found[last] if last is not None else None
        if (
            last is not None
            and (asked := self._who_was_asked(here, attributions[last], last_speaker)) is not None
        ):
            return asked, Reason("was asked")
        same_block = last is not None and self.scene.block(attributions[last].content[0].start) == block
        if not same_block:
            following = self._next_in_block(i, attributions, found, block)
            if following is not None and self.scene.opens_block(start, block):
                return following, Reason("speaks next in the paragraph")
            after = self.scene.subject_after(here.content[-1].end)
            if after is not None and here.form is Form.DIRECT and self.scene.opens_block(start, block):
                return after, Reason("subject of the next sentence")
        subject = self.scene.subject_before(
            start, after=attributions[last].content[-1].end if last is not None else 0
        )
        if subject is not None:
            return subject, Reason("subject of the sentence before")
        above = (
            None
            if same_block
            else self._told_of_above(here, attributions[last] if last is not None else None)
        )
        if above is not None:
            return above, Reason("subject of the paragraph before")
        unnamed = None if same_block else self.scene.unnamed_before(here)
        if unnamed is not None:
            return unnamed, Reason("unnamed in the sentence before")
        if last_speaker is not None and last_speaker[0] is not None:
            return last_speaker[0], Reason("spoke last")
        following = self._next_in_block(i, attributions, found, block)
        if following is not None:
            return following, Reason("speaks next in the paragraph")
        beyond = self._begins_below(block) if here.form is Form.DIRECT else None
        if beyond is not None:
            return beyond, Reason("begins the next paragraph")
        people = {
            m.chain for m in self.mentions if m.kind is ActorKind.PERSON and m.form is not MentionForm.PRONOUN
        }
        if len(people) == 1 and (only := people.pop()) is not None:
            return only, Reason("only person of the article")
        return None, Reason("nobody is named", candidates=tuple(dict.fromkeys(
            self.chains[m.chain].name for m in self.mentions
            if m.chain is not None and self.chains[m.chain].kind is ActorKind.PERSON)))  # fmt: skip

    def _who_was_asked(self, here: Attribution, question: Attribution, asker: Speaker | None) -> int | None:
        """`"Hebt u spijt?", vraagt de rechter. "Elke dag."`: whoever was addressed, else the person named last."""
        text = self.analysis.text
        words = {t.lower for piece in question.content for t in self.analysis.within(piece)}
        if question.reason.entry not in ASKING or not words & SECOND_PERSON or asker is None:
            return None
        if question.content[-1].of(text)[-1:] != "?" or here.content[-1].of(text)[-1:] == "?":
            return None
        addressee, _ = circumstances.read(self.analysis, question)
        asked = self.scene.at(addressee) if addressee is not None else None
        if asked is not None and asked.chain is not None:
            return asked.chain
        for mention in reversed(self.mentions):
            person = mention.kind is ActorKind.PERSON and mention.chain not in (None, asker[0])
            if (
                person
                and mention.span.end <= question.content[0].start
                and not self.scene.quoted(mention.span)
            ):
                return mention.chain
        return None

    def _told_of_above(self, here: Attribution, last: Attribution | None) -> int | None:
        """`Directeur Jan Smit draait nu bij.`, and below it `"Ik snap het wel."`: the person who is the subject where
        the paragraph before ends, after whatever was said there."""
        start = here.content[0].start
        block = self.scene.block(start)
        if block < 1 or here.form is not Form.DIRECT or not self.scene.opens_block(start, block):
            return None
        end = self.analysis.article.blocks[block - 1].span.end
        return self.scene.subject_before(end - 1, after=last.content[-1].end if last is not None else 0)

    def _begins_below(self, block: int) -> int | None:
        """`"Ik sta perplex."`, and below it `Jan Smit, boer in Zandstad, kan het niet bevatten.`: the person whose
        name the next paragraph opens with."""
        blocks = self.analysis.article.blocks
        if block + 1 >= len(blocks):
            return None
        start = blocks[block + 1].span.start
        for mention in self.mentions:
            if mention.span.start == start and mention.kind is ActorKind.PERSON:
                return mention.chain if mention.form is MentionForm.NAME else None
        return None

    def _next_in_block(
        self, i: int, attributions: Sequence[Attribution], found: Sequence[Speaker | None], block: int
    ) -> int | None:
        for j in range(i + 1, len(attributions)):
            if self.scene.block(attributions[j].content[0].start) != block:
                return None
            speaker = found[j]
            if attributions[j].outer is None and speaker is not None and attributions[j].source:
                return speaker[0]
        return None


def _pronoun(attribution: Attribution) -> bool:
    return len(attribution.source) == 1 and attribution.source[0].lower in PRONOUNS
