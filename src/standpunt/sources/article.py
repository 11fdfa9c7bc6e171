"""From what a source gives to an Article: marks and roles found, language checked, identity hashed."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from standpunt.errors import UnreadableArticle
from standpunt.model import Article, Block, Moment, Provenance, Role, SetAside
from standpunt.sources import blocks, dates, dutch, headers, words

_ID_LENGTH = 16
_BY = re.compile(r"(?:door|by|von)\s*:?\s+(?=\S)", re.IGNORECASE)
_DUTCH_CODES = ("nl", "dut", "nld", "dutch", "nederlands", "vlaams", "flemish")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source gives of one article. `roles` are those that its markup gives to whole lines, `blocks` are all of
    them where it tells all; `author` may be a byline (`Door Anna Smit`) or, where an agency signs, its name."""

    text: str
    provenance: Provenance
    title: str = ""
    outlet: str = ""
    agency: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: Moment = field(default_factory=Moment)
    revised: str = ""
    roles: Mapping[str, Role] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def finish(draft: Draft, limit: int | None = None) -> Article:
    """The Article. What the source states apart goes before what the text's own marks state.

    Raises UnreadableArticle where there is no text, or more than `limit` characters, or it is not Dutch.
    """
    text = draft.text
    if limit is not None and len(text) > limit:
        raise UnreadableArticle(f"is longer than {limit:,} characters", hint="split it into its articles")
    if not any(char.isalnum() for char in text):
        raise UnreadableArticle("is empty", hint="remove it, or save it again")
    stated = headers.Stated()
    found = draft.blocks or blocks.of(text, stated, title=draft.title, known=draft.roles)
    running = " ".join(block.span.of(text) for block in found if block.role is not Role.BYLINE) or text
    declared = draft.language.strip().lower()
    language = "" if not declared or declared.startswith(_DUTCH_CODES) else declared
    if language or (language := dutch.foreign(running)):
        raise UnreadableArticle(f"language: {language}, not nl", hint="Standpunt reads Dutch only")
    author = _BY.sub("", draft.author.strip(), count=1)
    agencies = words.only_marks(author)
    headline = next((block.span.of(text) for block in found if block.role is Role.HEADLINE), "")
    return Article(
        id=_hash(draft.provenance.source, draft.provenance.part, text),
        text_hash=_hash(text),
        text=text,
        blocks=found,
        provenance=draft.provenance,
        title=draft.title or headline.lstrip("# "),
        outlet=words.name_of(draft.outlet) if draft.outlet else stated.outlet,
        agency=words.name_of(draft.agency or next(iter(agencies), "")) or stated.agency,
        author=("" if agencies else author) or stated.author,
        url=draft.url,
        published=dates.narrowed(draft.published, stated.published),
        revised=draft.revised or stated.revised,
    )


def within(item: Article | SetAside, source: str, part: str) -> Article | SetAside:
    """What was read of a part of a source, such as a file in an archive, as a part of that source."""
    if isinstance(item, SetAside):
        return replace(item, source=source, part=", ".join(filter(None, (part, item.part))))
    whole = ", ".join(filter(None, (part, item.provenance.part)))
    provenance = replace(item.provenance, source=source, part=whole)
    return replace(item, id=_hash(source, whole, item.text), provenance=provenance)


def _hash(*parts: str) -> str:
    content = "\0".join(parts).encode("utf-8", errors="surrogatepass")
    return hashlib.sha256(content).hexdigest()[:_ID_LENGTH]
