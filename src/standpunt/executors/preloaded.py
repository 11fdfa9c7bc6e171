"""Imported by the server that worker processes are forked from: what they need is loaded once, and they share it.

The garbage collector is told to leave it alone, for what it touches is copied.
"""

import gc
from contextlib import suppress

from standpunt.errors import ModelError
from standpunt.executors import worker as worker  # and with it the word lists
from standpunt.language import pipeline

with suppress(ModelError):  # a build with another model may go on without; else the worker says it
    pipeline.load()
gc.collect()
gc.freeze()
