"""The garbage collector of a process that reads.

It went through all of the model and the registry again and again, which took a quarter of the time. And of what is read
so little hangs together in circles that it need not look for them often.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 50_000
"""Objects that come about before circles are looked for among them: more than a hundred articles leave."""


def settle() -> None:
    """What is loaded by now lives as long as the process, and is left alone."""
    gc.freeze()
    gc.set_threshold(_SELDOM)


@contextmanager
def settled() -> Iterator[None]:
    """The same within, in a process that goes on to other things."""
    usual = gc.get_threshold()
    settle()
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
