"""How findings look in a terminal: names, dates and offices coloured; plain when piped or with NO_COLOR
set."""

import sys
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from standpunt.model import Span

THEME = Theme(
    {
        "name": "bold cyan",
        "date": "green",
        "office": "magenta",
        "said.direct": "yellow",
        "said.indirect": "italic yellow",
        "said.mixed": "italic bright_yellow",
        "found": "bold reverse",
        "quiet": "dim",
        "heading": "bold",
        "change.added": "green",
        "change.withdrawn": "red",
        "change.reworded": "yellow",
        "change.speaker": "magenta",
        "stance.support": "green",
        "stance.oppose": "red",
        "stance.conditional": "yellow",
        "stance.open": "blue",
        "stance.declines": "dim",
        "stance.divided": "magenta",
        "warning": "bold yellow",
    }
)

_UNSHOWN = dict.fromkeys((*range(32), *range(127, 160), *range(8234, 8239), *range(8294, 8298)), "�")
_UNSHOWN |= {ord("\n"): "\n", ord("\t"): " ", ord("\r"): " "}
"""Signs of a text that would steer a terminal, each replaced by one, so that offsets stay."""


def out() -> Console:
    return Console(theme=THEME, highlight=False, soft_wrap=not sys.stdout.isatty())


def err() -> Console:
    return Console(theme=THEME, highlight=False, stderr=True)


def json(value: Any) -> None:
    """Prints a value as JSON; a list of rows keeps the order of their columns."""
    encoded = msgspec.json.encode(value, order=None)
    sys.stdout.write(msgspec.json.format(encoded, indent=2).decode() + "\n")


def text(written: str, style: str = "") -> Text:
    return Text(written.translate(_UNSHOWN), style)


def line(*parts: str | Text | tuple[str, str]) -> Text:
    """One line of words, each plain, painted already, or with a style."""
    shown = (
        text(*part) if isinstance(part, tuple) else text(part) if isinstance(part, str) else part
        for part in parts
    )
    return Text.assemble(*shown)


def article(row: Mapping[str, Any]) -> Text:
    """An article of the table, on one line."""
    return line(
        (f"{row['number']:>4}  ", "quiet"), (f"{row['published']:<10}", "date"), f"  {row['label']}",
        (f"  {row['source']}{', ' if row['part'] else ''}{row['part']}", "quiet"),
    )  # fmt: skip


def actor(row: Mapping[str, Any]) -> Text:
    """An actor of the table: offices, how much he says, other names."""
    offices = "  " + "; ".join(row["offices"] or row["roles"])
    party = f" ({row['party']})" if row["party"] else ""
    numbers = f"{count(row['statements'], 'statement')}, {count(row['articles'], 'article')}"
    other = ", ".join(alias for alias in row["aliases"] if alias != row["name"])
    return line(
        (row["name"], "name"), party, f"  {row['kind']}", (offices.rstrip(), "office"),
        (f"  {numbers}", "quiet"), (f"\n  also: {other}" if other else "", "quiet"),
    )  # fmt: skip


def statement(row: Mapping[str, Any], found: Iterable[Span] = ()) -> Text:
    """A statement of the table, with the sentence it stands on; `found` are places in its content to show."""
    content = text(row["content"], f"said.{row['form']}")
    sentence = " ".join(row["sentence"].split())
    for span in found:
        content.stylize("found", span.start, span.end)
    return line(
        (row["published"], "date"), "  ", speaker(row), ("  via ", "quiet") if row["via"] else "",
        (row["via"], "name"), (f"  {manner(row)}", "quiet"), "\n  ", content, "\n  ",
        (f"in: {sentence}\n  " if sentence != row["content"] else "", "quiet"),
        (f"{row['article']}  [{row['article_id'][:8]} {row['number']}]", "quiet"),
    )  # fmt: skip


def speaker(row: Mapping[str, Any]) -> Text:
    return text(row["speaker"], "name") if row["speaker"] else text("(speaker not known)", "quiet")


def stance(shown: str) -> Text:
    return text(str(shown), f"stance.{shown}")


def position(row: Mapping[str, Any]) -> Text:
    """A position of the table, with the sentence that shows it."""
    return line(
        (row["held"], "date"), "  ", (row["actor"], "name"), f"  {row['issue_id']}: ", stance(row["stance"]),
        "\n  ", sentence(row), (f"\n  {_place(row)}", "quiet"),
    )  # fmt: skip


def condition(row: Mapping[str, Any]) -> Text:
    """A condition of the table: whose, since when, who must meet it, with the sentence that states it."""
    must = f"  to be met by {row['must']}" if row["must"] else ""
    kind = "unless" if row["unless"] else "one of these" if row["any_one"] else ""
    return line(
        "  ", (row["held"], "date"), "  ", (row["actor"], "name"), must, (f"  {kind}" if kind else "", "quiet"),
        "\n    ", sentence(row), (f"\n    {_place(row)}", "quiet"),
    )  # fmt: skip


def sentence(row: Mapping[str, Any]) -> Text:
    """The sentence of a row, with its own words shown."""
    whole, words = " ".join(row["sentence"].split()), " ".join(row["words"].split())
    shown = text(whole, "quiet")
    at = whole.find(words)
    if at >= 0:
        shown.stylize("not dim bold", at, at + len(words))
    return shown


def _place(row: Mapping[str, Any]) -> str:
    said = "told by the reporter" if row["statement_id"] is None else "in his or its words"
    return f"{said}  [{row['article_id'][:8]}]"


def manner(row: Mapping[str, Any]) -> str:
    declines = ", declines" if row["declines"] else ""
    return f"{row['form']}{declines}, {row['confidence']:.0%}"


def count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def columns(first: str, *numbers: str) -> Table:
    """An empty table of names with numbers beside them."""
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="heading")
    shown.add_column(first, no_wrap=True)
    for head in numbers:
        shown.add_column(head, justify="right")
    return shown


def table(out: Console, shown: Table) -> None:
    """Prints a table and an empty line; piped, it is as wide as it needs to be."""
    if not out.is_terminal:
        widest = out.measure(shown, options=out.options.update(max_width=1000)).maximum
        out = Console(theme=THEME, highlight=False, width=widest)
    out.print(shown, "", sep="\n")
