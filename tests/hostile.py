"""Articles with anything in them, for tests of what is written and read again: signs outside the basic plane, control
characters, markup, formulas, line ends of every kind."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hypothesis import strategies as st

from kept import keep
from newsroom import article, dossier, read
from standpunt.model import Article, Form
from standpunt.store import Store

_SIGNS = st.characters(codec="utf-8", exclude_characters='"')
_WORDS = st.one_of(
    st.text(_SIGNS, min_size=1, max_size=30),
    st.sampled_from(
        ["=1+1", "<b>&amp;]]>", "😀 𝔘 🇳🇱", "\r\n\t", "\x0b\x1f\x7f", "\u2028'; --", "e\u0301 ﬁ", "%s{{}}"]
    ),
)


@st.composite
def _texts(draw: st.DrawFn) -> str:
    said = [f'{draw(_WORDS)} "{draw(_WORDS)}", zei {name}.' for name in ("Anna Hoek", "Bram Veenstra")]
    return "\n\n".join(["date 2025-02-14\nKop", *said[: draw(st.integers(0, 2))], draw(_WORDS)])


texts = st.lists(_texts(), min_size=1, max_size=3)


@contextmanager
def stored(path: Path, articles: Sequence[Article]) -> Iterator[Store]:
    """The dossier of some articles, as the newsroom's reader reads them."""
    path.unlink(missing_ok=True)
    with Store(keep(dossier(*articles), path)) as store:
        yield store


def articles(written: Sequence[str]) -> list[Article]:
    return [article(text, f"krant/{number}.txt") for number, text in enumerate(written)]


def said(written: Article) -> list[tuple[int, int, str, Form]]:
    """What the reader finds said in an article: where, in which words, in which form."""
    return [
        (span.start, span.end, span.of(written.text), statement.form)
        for statement in read(written).statements
        for span in statement.content
    ]
