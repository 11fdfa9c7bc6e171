"""Writes the fictional articles as one document of Word, laid out as Nexis Uni lays out a download.

    python nexis_download.py schorrenoog.docx

A page with what was asked and found comes first. Each article has its title, outlet, date and labels (`Section:`,
`Length:`, `Byline:`) before its `Body`, what Nexis adds behind it, and `End of Document`.
"""

import datetime
import sys
from pathlib import Path

import docx
import yaml
from docx.document import Document
from docx.enum.text import WD_BREAK

from standpunt import sources
from standpunt.model import Article, Role

HERE = Path(__file__).parent
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
LEFT_OUT = (Role.HEADLINE, Role.BYLINE, Role.CAPTION, Role.BOILERPLATE)
"""What Nexis gives apart from the text, or not at all."""


def main(path: str) -> None:
    days = read_days()
    found = [item for item in sources.read([HERE / "articles"]) if isinstance(item, Article)]
    document = docx.Document()
    write_cover(document, found)
    for article in found:
        day = days.get(article.provenance.source) or article.published.earliest
        assert day is not None, f"no day is known for {article.provenance.source}"
        write_article(document, article, day)
    document.save(path)


def read_days() -> dict[str, datetime.date]:
    """By the names of the files; Nexis knows the day of every article, the files of some do not."""
    told = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in (HERE / "gold").glob("0*.yaml"))
    return {each["text"]: datetime.date.fromisoformat(str(each["date"])[:10]) for each in told}


def write_cover(document: Document, articles: list[Article]) -> None:
    labelled(document, "Gebruikersnaam", "Anna Smit")
    labelled(document, "Datum en tijd", "maandag 24 maart 2025 10:30:00 CET")
    labelled(document, "Taaknummer", "138295838")
    document.add_paragraph(f"Documenten ({len(articles)})")
    for number, article in enumerate(articles, 1):
        document.add_paragraph(f"{number}. {article.title}")
        labelled(document, "Client/Matter", "-None-")
        labelled(document, "Zoektermen", "tunnel AND Schorrenoog")


def write_article(document: Document, article: Article, day: datetime.date) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_heading(article.title)
    outlet = article.outlet or article.agency or "Weekblad De Schor"
    document.add_paragraph(outlet)
    document.add_paragraph(f"{day.day} {MONTHS[day.month - 1]} {day.year} {WEEKDAYS[day.weekday()]}")
    document.add_paragraph(f"Copyright {day.year} {outlet} All Rights Reserved")
    labelled(document, "Section", "BINNENLAND; Blz. 6")
    labelled(document, "Length", f"{len(article.text.split())} words")
    if signed := article.author or article.agency:
        labelled(document, "Byline", signed)
    document.add_heading("Body", 2)
    for block in article.blocks:
        if block.role not in LEFT_OUT:
            document.add_paragraph(block.span.of(article.text))
    if captions := [block for block in article.blocks if block.role is Role.CAPTION]:
        document.add_heading("Graphic", 2)
        for block in captions:
            document.add_paragraph(block.span.of(article.text))
    document.add_heading("Classification", 2)
    labelled(document, "Language", "DUTCH; NEDERLANDS")
    labelled(document, "Publication-Type", "Krant")
    labelled(document, "Load-Date", f"{day:%B} {day.day}, {day.year}")
    document.add_paragraph("End of Document")


def labelled(document: Document, label: str, value: str) -> None:
    """A line with a label in bold and, as Nexis has it, a space that does not break."""
    line = document.add_paragraph()
    line.add_run(f"{label}:").bold = True
    line.add_run(f"\u00a0{value}")


if __name__ == "__main__":
    main(sys.argv[1])
