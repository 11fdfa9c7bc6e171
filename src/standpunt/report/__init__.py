"""One self-contained page: a timeline, the issues with who stands where, the statements by actor, articles with what
was said in them.

    write(dossier, Path("dossier.html"))

The page needs nothing but itself: no network, no fonts, no files. It can be read without its script, which only
filters, lights up what belongs together, moves by keyboard and combines conditions; a policy in its head lets no
other run.
"""

import base64
import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import jinja2
from markupsafe import Markup

from standpunt import registry
from standpunt.model import Dossier
from standpunt.registry import Registry
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
    colours = resources.files("standpunt.display").joinpath("static", "colours.css")
    style, script = _asset(colours, _own("style.css")), _asset(_own("script.js"), _own("whatif.js"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return _template().render(
        page=page(dossier, facts or registry.load(), title),
        policy=policy,
        style=Markup(style),
        script=Markup(script),
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("standpunt.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")


def _own(name: str) -> Traversable:
    return resources.files("standpunt.report").joinpath("templates", name)


def _asset(*files: Traversable) -> str:
    text = "\n".join(file.read_text(encoding="utf-8").strip() for file in files)
    return f"\n{text}\n"


def _hash(text: str) -> str:
    """How a Content-Security-Policy names the one style and the one script that it allows."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
