"""What actors of Ray alone do; what they share with other workers is in test_perils."""

from pathlib import Path

import pytest

import perilous
from newsroom import content
from perilous import numbered
from standpunt.build import build
from standpunt.executors import Engine, actors
from standpunt.model import Article

pytestmark = [
    pytest.mark.ray,
    pytest.mark.usefixtures("cluster"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning:ray.*"),
]

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


def test_a_build_on_a_cluster_makes_the_dossier_of_one_with_processes(tmp_path: Path) -> None:
    """With the real reader, which each actor loads for itself."""
    build([EXAMPLES], tmp_path / "jobs.db", jobs=2)
    assert build([EXAMPLES], tmp_path / "ray.db", engine=Engine.RAY).read == 11
    assert content(tmp_path / "ray.db") == content(tmp_path / "jobs.db")


def test_a_machine_that_dies_loses_nothing(tmp_path: Path) -> None:
    """A cluster of two, one of which goes while its actor loads or reads."""
    import ray
    from ray.cluster_utils import Cluster

    ray.shutdown()  # that of the other tests
    two = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    lost = two.add_node(num_cpus=1)
    given = numbered(40)
    made: dict[Article, object] = {}
    batches = [given[at : at + 2] for at in range(0, 40, 2)]
    try:
        for done, some in enumerate(actors.read(batches, perilous.reader(tmp_path), address=two.address)):
            if done == 6:
                two.remove_node(lost, allow_graceful=False)
            made.update(some)
    finally:
        two.shutdown()
    assert made == {article: perilous.read(article) for article in given}
