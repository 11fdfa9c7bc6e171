"""Articles read by actors of Ray: the same readings, whatever happens to an actor."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import newsroom
import perilous
from newsroom import content
from standpunt.build import build
from standpunt.errors import ExecutorError, LexiconError
from standpunt.executors import Engine, actors
from standpunt.model import Article, SetAside

pytestmark = [
    pytest.mark.ray,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning:ray.*"),
]

PATIENCE = 5.0


@pytest.fixture(scope="module", autouse=True)
def running() -> Iterator[None]:
    """One cluster of two cores for all of them."""
    import ray

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(perilous.__file__).parent))  # the actors import it, too
        ray.init("local", num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
        yield
        ray.shutdown()


def articles(*texts: str) -> list[Article]:
    return [newsroom.article(text, f"{at}.txt") for at, text in enumerate(texts)]


def numbered(number: int) -> list[Article]:
    return articles(*(f'"Nummer {at}", zei Anna Hoek.' for at in range(number)))


def read(folder: Path, *batches: list[Article]) -> dict[Article, object]:
    return {
        article: made
        for some in actors.read(batches, perilous.reader(folder), patience=PATIENCE)
        for article, made in some
    }


def test_actors_give_the_readings_that_one_process_gives(tmp_path: Path) -> None:
    all_of_them = numbered(12)
    assert read(tmp_path, all_of_them[:5], all_of_them[5:6], all_of_them[6:]) == {
        article: perilous.read(article) for article in all_of_them
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("DODELIJK", "the actor that read it was ended by it, 2 times (ActorDiedError)"),
        ("EINDELOOS", "it could not be read in 5 seconds"),
        ("ONLEESBAAR", "it could not be read (ValueError: this article breaks the reader)"),
    ],
)
def test_a_poisonous_article_is_set_aside_by_name_and_no_other(
    text: str, reason: str, tmp_path: Path
) -> None:
    first, bad, last = articles("Er is rust.", text, "Er is vrede.")
    made = read(tmp_path, [first, bad, last], numbered(3))
    refused = made.pop(bad)
    assert isinstance(refused, SetAside)
    assert (refused.source, refused.reason) == ("1.txt", reason)
    assert made == {article: perilous.read(article) for article in [first, last, *numbered(3)]}


def test_an_actor_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    batch = articles("Er is rust.", "Er is EENMAAL rust.")
    assert read(tmp_path, batch[1:], batch[:1]) == {article: perilous.read(article) for article in batch}
    assert (tmp_path / "killed").exists()


def test_a_fault_that_concerns_every_article_is_raised(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"verbs\.nl\.toml: group \[verb\] is empty"):
        read(tmp_path, numbered(3), articles("WOORDENLIJST"))


def test_actors_that_do_not_start_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExecutorError, match="while it loaded the model"):
        list(actors.read([numbered(1)], perilous.reader(tmp_path, loads=False)))


def test_no_more_is_taken_than_there_are_actors_for(tmp_path: Path) -> None:
    taken = 0

    def batches() -> Iterator[list[Article]]:
        nonlocal taken
        for article in numbered(30):
            taken += 1
            yield [article]

    for done, _ in enumerate(actors.read(batches(), perilous.reader(tmp_path), jobs=2)):
        assert taken <= done + 2 + 2, "two are read, and as many wait to be handed on"


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
