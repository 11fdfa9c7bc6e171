"""One self-contained page: a timeline, the issues with who stands where, the statements by actor, articles with what
was said in them.

    write(dossier, Path("dossier.html"))

The page needs nothing but itself: no network, no fonts, no files. It can be read without its script, which only
filters, lights up what belongs together, moves by keyboard and combines conditions; a policy in its head lets no
other run.
"""

from pathlib import Path

from standpunt import registry
from standpunt.model import Dossier
from standpunt.registry import Registry
from standpunt.report import alone
from standpunt.report.page import page

__all__ = ["render", "write"]


def write(dossier: Dossier, path: Path, *, title: str = "", facts: Registry | None = None) -> None:
    """Writes the page, whole or not at all. Raises OSError where the place cannot be written."""
    content = render(dossier, title=title, facts=facts)
    part = path.with_name(f"{path.name}.part")
    part.write_text(content, encoding="utf-8", newline="\n")
    part.replace(path)


def render(dossier: Dossier, *, title: str = "", facts: Registry | None = None) -> str:
    """The page as HTML; the same dossier gives the same page. `title` is its heading; `facts` say who governed when,
    those of the package where they are not given."""
    context = page(dossier, facts or registry.load(), title)
    return alone.fill("page.html.j2", ["style.css"], ["script.js", "whatif.js"], page=context)
