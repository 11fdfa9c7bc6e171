"""Articles in full: their blocks in order, with what was found marked in the text."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from standpunt.display.blocks import address, stretches
from standpunt.display.quoting import widen
from standpunt.display.segments import Segment, split
from standpunt.display.wording import DUTCH
from standpunt.model import DatedArticle, MentionForm, Role, Span
from standpunt.report import views
from standpunt.report.cast import Cast, Said, actor_id, event_anchor
from standpunt.report.context import ArticleView, Clue, Flag, Paragraph, Part, Run
from standpunt.report.stances import Flags

TAGS = {Role.HEADLINE: "h3", Role.HEADING: "h4", Role.PULL_QUOTE: "aside"}
UNRESOLVED = "wie dit is, blijkt niet"

Marks = list[tuple[Span, int]]  # what lies over the text, and the index of the statement, time or mention


def article_view(article: DatedArticle, cast: Cast, names: dict[str, str], flags: Flags) -> ArticleView:
    """`names` gives the name of every actor by id, `flags` where positions begin to show."""
    source, said = article.article, cast.said[article.article.id]
    headline = any(block.role is Role.HEADLINE for block in source.blocks)
    speakers = Counter(one.speaker for one in said)
    file = f"{source.provenance.source}, {source.provenance.part}".removesuffix(", ")
    return ArticleView(
        anchor=f"a-{cast.anchors[source.id]}",
        short=cast.anchors[source.id],
        label=views.label(article),
        heading="" if headline else views.label(article),
        named=bool(source.title),
        when=views.when(article.published),
        told=DUTCH.moment(source.published) if source.published.precision != "open" else "",
        source=views.source(article),
        author=source.author,
        link=address(source.url),
        file=file,
        revised=source.revised,
        clues=tuple(
            Clue(clue.rule, clue.words, DUTCH.moment(type(article.published)(clue.earliest, clue.latest)))
            for clue in article.published.evidence
        ),
        speakers=tuple(views.chip(speaker, n) for speaker, n in speakers.most_common()),
        paragraphs=tuple(_paragraphs(article, said, names, cast, flags)),
    )


def _paragraphs(
    article: DatedArticle, said: Sequence[Said], names: dict[str, str], cast: Cast, flags: Flags
) -> Iterator[Paragraph]:
    text = article.article.text
    content = _content(article, said)
    inner = list(_inner(article, said, names, cast))
    begun: set[int] = set()
    waiting = list(flags)
    titled = False
    for span, role in stretches(article.article):
        starts: dict[int, list[Said]] = defaultdict(list)
        for mark, index in content:
            if index not in begun and mark.overlaps(span):
                begun.add(index)
                starts[max(mark.start, span.start)].append(said[index])
        within = [(mark, part) for mark, part in inner if mark.overlaps(span)]
        for mark, flag in [each for each in waiting if each[0].overlaps(span)]:
            waiting.remove((mark, flag))
            within.append((Span(max(mark.start, span.start), mark.end), Part("", stances=(flag,))))
        segments = split(span, [mark for mark in content if mark[0].overlaps(span)])
        tag = TAGS.get(role, "p")
        titled, tag = titled or tag == "h3", "p" if titled and tag == "h3" else tag
        yield Paragraph(
            tag=tag,
            role=role.value.replace(" ", "-"),
            label=DUTCH.term(role),
            runs=tuple(_run(segment, text, within, said, starts) for segment in segments),
        )


def _content(article: DatedArticle, said: Sequence[Said]) -> Marks:
    """The words of each statement; of two over the same words the nested one is the inner one."""
    outer_first = sorted(range(len(said)), key=lambda index: said[index].statement.via is not None)
    return [
        (widen(article.article.text, piece), index)
        for index in outer_first
        for piece in said[index].statement.content
    ]


def _inner(
    article: DatedArticle, said: Sequence[Said], names: dict[str, str], cast: Cast
) -> Iterator[tuple[Span, Part]]:
    """What else was found in the text, as parts that have no words yet: cues and sources, times, mentions."""
    reading = article.reading
    for one in said:
        for span in (one.statement.cue, one.statement.source):
            if span:
                yield span, Part("", frames=str(one.number))
    for time, resolved in zip(reading.times, article.times, strict=True):
        known = resolved.moment.precision != "open"
        when = (
            DUTCH.moment(resolved.moment) if known else f"TIMEX3 {resolved.value}" if resolved.value else ""
        )
        yield time.span, Part("", css="t", title=when)
    for at, event in enumerate(reading.events, 1):
        status = DUTCH.term(event.status)
        title = ", ".join(filter(None, (DUTCH.term(event.kind), status)))
        anchor = event_anchor(article.article.id, at, cast)
        yield event.trigger, Part("", css="e", title=title, anchor=anchor)
    for mention in reading.mentions:
        chain = mention.chain
        own_name = UNRESOLVED if chain is None else reading.chains[chain].name
        css = "p" if mention.form is MentionForm.PRONOUN else "m"
        yield mention.span, Part("", css=css, title=names.get(actor_id(article, chain), own_name))


def _run(
    segment: Segment[int],
    text: str,
    inner: Sequence[tuple[Span, Part]],
    said: Sequence[Said],
    starts: dict[int, list[Said]],
) -> Run:
    content = [said[index] for index in dict.fromkeys(segment.keys)]
    css = []
    if content:
        last = content[-1]
        css += ["q", f"c{last.speaker.colour}", f"f{last.statement.form.value[0]}"]
        css += [f"o{content[-2].speaker.colour}"] if len(content) > 1 else []
    within = [(span, part) for span, part in inner if span.overlaps(segment.span)]
    return Run(
        parts=tuple(_part(piece, text, within) for piece in split(segment.span, within)),
        css=" ".join(css),
        numbers=" ".join(str(one.number) for one in content),
        flags=tuple(_flag(one) for one in starts.get(segment.span.start, ())),
    )


def _part(segment: Segment[Part], text: str, within: Sequence[tuple[Span, Part]]) -> Part:
    """The words of a segment, and all that covers them; of two mentions the inner one says who is meant."""
    words = segment.span.of(text)
    css = dict.fromkeys(part.css for part in segment.keys if part.css)
    told = words.casefold()  # `de dijkraad` needs no title that says Dijkraad
    titles = {part.css: part.title for part in segment.keys if not told.endswith(part.title.casefold())}
    frames = dict.fromkeys(part.frames for part in segment.keys if part.frames)
    begins = [part for span, part in within if span.start == segment.span.start]
    title = "; ".join(title for title in titles.values() if title)
    anchor = next((part.anchor for part in begins if part.anchor), "")
    stances = tuple(flag for part in begins for flag in part.stances)
    return Part(words, " ".join(css), title, " ".join(frames), anchor, stances)


def _flag(one: Said) -> Flag:
    return Flag(one.anchor, one.speaker.initials, one.speaker.colour, one.speaker.name)
