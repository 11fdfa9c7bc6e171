"""Standpunt: who said what, when, and on which condition, in Dutch news.

find_times(text, published)   the times told in a text, without a dossier or a language model
open(path)                    a dossier, whose answers are pandas DataFrames
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standpunt.export.frames import Frames as open
    from standpunt.reading.times import find_times as find_times

__version__ = "0.1.0"
__all__ = ["__version__", "find_times", "open"]


def __getattr__(name: str) -> Any:
    """Loads what is asked for, so that `import standpunt` alone is light."""
    if name == "find_times":
        from standpunt.reading.times import find_times

        return find_times
    if name == "open":
        from standpunt.export.frames import Frames

        return Frames
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
