"""Templates of HTML, for the one page and the screens alike."""

from functools import cache

import jinja2


@cache
def templates(package: str) -> jinja2.Environment:
    """Those in the folder `templates` of a package: what they are given is escaped, and a name that nobody gave is a
    fault, not an empty place."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader(package),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
