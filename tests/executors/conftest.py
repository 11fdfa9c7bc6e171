"""A cluster of Ray for the tests that read by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import perilous


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """One of two cores for all tests of a module."""
    import ray

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(perilous.__file__).parent))  # the actors import it, too
        ray.init("local", num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
        yield
        ray.shutdown()
