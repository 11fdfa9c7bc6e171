"""A page that needs nothing but itself: style and script stand in it, and a policy in its head lets no other run."""

import base64
import hashlib
from collections.abc import Sequence
from importlib import resources
from importlib.resources.abc import Traversable

from markupsafe import Markup

from standpunt.display.templating import templates


def fill(name: str, styles: Sequence[str], scripts: Sequence[str], **context: object) -> str:
    """The template of this name, given `style`, `script`, their `policy` and the context. Styles stand behind the
    colours that all screens share."""
    colours = resources.files("standpunt.display").joinpath("static", "colours.css")
    style, script = _asset(colours, *map(_own, styles)), _asset(*map(_own, scripts))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    template = templates("standpunt.report").get_template(name)
    return template.render(policy=policy, style=Markup(style), script=Markup(script), **context)


def _own(name: str) -> Traversable:
    return resources.files("standpunt.report").joinpath("templates", name)


def _asset(*files: Traversable) -> str:
    text = "\n".join(file.read_text(encoding="utf-8").strip() for file in files)
    return f"\n{text}\n"


def _hash(text: str) -> str:
    """How a Content-Security-Policy names the one style and the one script that it allows."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
