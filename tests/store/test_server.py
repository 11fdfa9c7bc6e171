"""A dossier in PostgreSQL: what is particular to it. The other tests of the store run over it, too."""

import threading
from pathlib import Path

import pytest
from benchmarks.cluster import Cluster
from sqlalchemy import select

import newsroom
from fictional import dossier
from kept import bytes_of, keep
from newsroom import article, content
from program import Run, program
from standpunt.build import build
from standpunt.dossier.forgetting import of_article
from standpunt.errors import StoreError
from standpunt.store import Builder, Store, locate, tables

pytestmark = pytest.mark.postgres


PAGE = (Path(__file__).parents[2] / "docs" / "postgres.md").read_text(encoding="utf-8")
QUERY = PAGE.partition("```sql\n")[2].partition("```")[0]


@pytest.fixture
def address(cluster: Cluster) -> str:
    return cluster.new_database()


@pytest.fixture(scope="module")
def both(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The same dossier as a file and in a database."""
    file = keep(dossier(), tmp_path_factory.mktemp("both") / "kust.db")
    return str(file), keep(dossier(), cluster.new_database())


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))
    return program(monkeypatch, capsys)


@pytest.fixture
def krant(tmp_path: Path) -> str:
    return str(newsroom.folder(tmp_path / "krant", {"wad.txt": newsroom.WADDEN}))


# ------------------------------------------------------------------------------------------ the same answers


def test_it_holds_what_a_file_holds(both: tuple[str, str]) -> None:
    file, server = both
    assert content(server) == content(file)
    with Store(file) as one, Store(server) as other:
        assert other.dossier() == one.dossier()


@pytest.mark.parametrize(
    "command",
    [
        "show", "search rust", "statements", "stories", "actors", "actor Terpstra", "timeline",
        "positions", "conditions", "matrix", "shifts", "contradictions", "whatif --issue dicht",
        "issues", "new", "explain 1", "network", "correct list",
    ],
)  # fmt: skip
def test_every_command_says_the_same(
    command: str, both: tuple[str, str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for place in both:
        monkeypatch.setenv("STANDPUNT_DOSSIER", place)
        ended = run(*command.split())
        assert ended.status == 0
        said.append((ended.err, ended.out.replace(str(locate(place)), "PLACE")))
    assert said[0] == said[1]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "schema-org", "web-annotation", "evaluation"])
def test_every_export_is_the_same(kind: str, both: tuple[str, str], run: Run, tmp_path: Path) -> None:
    written = []
    for number, place in enumerate(both):
        assert run("export", place, "--format", kind, "-o", str(tmp_path / f"{number}")).status == 0
        out = tmp_path / f"{number}"
        files = sorted(out.rglob("*")) if out.is_dir() else [out]
        written.append([each.read_bytes() for each in files if each.is_file()])
    assert written[0] == written[1]
    assert written[0]


def test_the_report_is_the_same(both: tuple[str, str], run: Run, tmp_path: Path) -> None:
    pages = []
    for number, place in enumerate(both):
        assert run("report", place, "-o", str(tmp_path / f"{number}.html")).status == 0
        pages.append((tmp_path / f"{number}.html").read_text(encoding="utf-8"))
    assert pages[0] == pages[1]


TRICKY = (
    "Haven\n\n\"De kust-wacht van 's-Gravenzande vaart uit\", zei Anna Hoek. Het is foto's kijken bij café ’t Hoekje.",
    'Haven\n\n"Kust én wacht: 1.500 euro, 20% méér", zei Bram Veenstra. Zie https://kade.example/een_twee?x=3.',
    'Straße\n\n"Wij onderhandelen met Ønsk Ağa", zei Cor Prins. De coöperatie\u0301s onderhandelden in 2025.',
    "Woorden\n\n" + "x" * 3_000 + " en de de de dijk de dijk.",
)

SOUGHT = (
    "kust-wacht", '"kust wacht"', '"wacht van"', "kust wacht", "gravenzande", "'s-Gravenzande", "foto's", "foto",
    "cafe", "café", "1.500", "1 500", '"500 euro"', "20%", "https://kade.example", "een_twee", "een", "x=3", "prins",
    "onderhandelen", "onderhandelde", "coöperaties", "cooperatie*", "aga", "Ağa", "kus*", "'\"", '"de dijk de"', "de",
    '"haven de"', "haven OR woorden", "haven OF woorden -cafe", "-haven dijk", "hoek", "zei", "xxx*", "meer -euro",
)  # fmt: skip


@pytest.fixture(scope="module")
def tricky(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    articles = [article(text, f"{number}.txt") for number, text in enumerate(TRICKY)]
    both = tmp_path_factory.mktemp("tricky") / "dossier.db", cluster.new_database()
    for place in both:
        keep(newsroom.dossier(*articles), place)
    return both


@pytest.mark.parametrize("words", SOUGHT)
def test_a_search_finds_what_it_finds_in_a_file(words: str, tricky: tuple[Path, str]) -> None:
    found: list[tuple[str, list[str], list[str]]] = []
    for place in tricky:
        with Store(place) as store:
            try:
                hits = store.search(words)
            except StoreError as fault:
                found.append((fault.what, [], []))
            else:
                statements, articles = (
                    [row["id"] for row in rows] for rows in (hits.statements, hits.articles)
                )
                found.append((str(sorted(hits.words)), sorted(statements), sorted(articles)))
    assert found[0] == found[1]


def test_people_may_ask_by_the_server_s_dutch(both: tuple[str, str]) -> None:
    with Store(both[1]) as store, store._reading() as connection:
        found = connection.exec_driver_sql(QUERY).all()
        assert found
        assert all("dijk" in row.content and "water" not in row.content for row in found)


def test_comments_are_in_the_database(both: tuple[str, str]) -> None:
    with Store(both[1]) as store, store._reading() as connection:
        said = connection.exec_driver_sql("SELECT obj_description('statements'::regclass)").scalar()
        assert said == tables.statements.comment
        said = connection.exec_driver_sql("SELECT col_description('statements'::regclass, 2)").scalar()
        assert said == tables.statements.c.id.comment


def test_a_sign_that_the_server_has_no_place_for_is_shown_as_another(address: str) -> None:
    told = article('Nieuws\n\n"Wij\0varen", zei Anna Hoek.')
    keep(newsroom.dossier(told), address)
    with Store(address) as store:
        assert store.dossier().articles[0].article == told
        assert store.statements()[0]["content"] == "Wij\ufffdvaren"


# ------------------------------------------------------------------------------------------ one line each


def test_dossiers_lie_beside_each_other_in_schemas(
    cluster: Cluster, address: str, run: Run, krant: str
) -> None:
    with Builder(address) as builder, builder._writing() as connection:
        connection.exec_driver_sql("CREATE SCHEMA kust")
    beside = f"{address}&options=-csearch_path%3Dkust"
    assert run("build", krant, "-o", beside).status == 0
    with Store(address) as one, Store(beside) as other:
        assert (one.counts()["articles"], other.counts()["articles"]) == (0, 1)


def test_what_stands_in_the_way_is_one_line(cluster: Cluster, run: Run, krant: str) -> None:
    cluster.run(
        "CREATE USER anna PASSWORD 'geheim1'",
        "CREATE DATABASE vreemd",
        "CREATE DATABASE vol TEMPLATE template0",
    )
    with Builder(cluster.address("vreemd")) as builder, builder._writing() as connection:
        connection.exec_driver_sql("DROP TABLE dossier")
    net = f"127.0.0.1:{cluster.port}"
    for address, said in {
        "postgresql://anna:geheim2@127.0.0.1:1/vol": "postgresql://anna@127.0.0.1:1/vol: no server answers there",
        f"postgresql://anna:geheim2@{net}/vol": f"postgresql://anna@{net}/vol: the user or the password is wrong",
        f"postgresql://anna@{net}/vol?password=geheim2": f"postgresql://anna@{net}/vol: the user or the password",
        f"postgresql://anna@{net}/vol": f"postgresql://anna@{net}/vol: the server asks for a password",
        f"postgres://anna:geheim1@{net}/weg": f"postgresql://anna@{net}/weg: there is no such database",
        f"postgresql://anna:geheim1@{net}/vol": f"postgresql://anna@{net}/vol: this user has no right to do that:"
        " permission denied for schema public",
        f"postgresql://anna:geheim1@{net}/vol?options=-csearch_path%3Dweg": "there is no such schema",
        "postgresql://anna:geheim2@host:poort/vol": "postgresql://: this is no address of a database",
        cluster.address("vol", user="niemand"): "the server does not know this user",
        cluster.address("vreemd"): "this database is not a dossier (name another, or an empty schema)",
    }.items():
        ended = run("build", krant, "-o", address)
        assert (ended.status, ended.out) == (1, "")
        assert ended.err.startswith("standpunt: ")
        assert ended.err.count("\n") == 1
        assert said in ended.err
        assert "geheim" not in ended.err
    assert "there is no such dossier (make one" in run("show", "-d", cluster.address("vol")).err


def test_a_password_is_never_shown(cluster: Cluster, run: Run, krant: str) -> None:
    cluster.run("CREATE USER bram PASSWORD 'geheim3'", "CREATE DATABASE brams OWNER bram")
    address = f"postgresql://bram:geheim3@127.0.0.1:{cluster.port}/brams"
    shown = f"postgresql://bram@127.0.0.1:{cluster.port}/brams"
    for command in (["build", krant, "-o", address], ["show", "-d", address], ["new", "-d", address]):
        ended = run(*command)
        assert (ended.status, ended.err) == (0, "")
        assert shown in ended.out
        assert "geheim" not in ended.out
    with Store(address) as store:
        assert (store.place, store.where) == (address, shown)


def test_one_writes_at_a_time(address: str, run: Run, krant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("build", krant, "-o", address).status == 0
    monkeypatch.setattr("standpunt.store.server.WAIT", 0.1)
    with Builder(address) as builder, builder._writing():
        ended = run("build", krant, "-o", address)
        assert run("show", "-d", address).status == 0, "reading goes on"
    assert ended.status == 1
    assert ended.err == (
        f"standpunt: {locate(address)}: somebody else is writing in it (wait until that build is done)\n"
    )


@pytest.mark.parametrize(
    ("version", "said"),
    [(tables.VERSION + 1, "made by a newer Standpunt"), (tables.VERSION - 1, "made by an older Standpunt")],
)
def test_another_version_is_told(version: int, said: str, address: str) -> None:
    with Builder(address) as builder, builder._writing() as connection:
        connection.exec_driver_sql(f"UPDATE dossier SET value = '{version}' WHERE key = 'schema'")
    with pytest.raises(StoreError, match=said):
        Store(address)


def test_an_older_one_is_brought_up_to_date(address: str, cluster: Cluster) -> None:
    fresh = cluster.new_database()
    keep(dossier(), address)
    with Builder(address) as builder, builder._writing() as connection:
        connection.exec_driver_sql(f"UPDATE dossier SET value = '{tables.VERSION - 1}' WHERE key = 'schema'")
        connection.exec_driver_sql("DROP TABLE witnesses CASCADE")
        connection.exec_driver_sql("ALTER TABLE events DROP COLUMN place CASCADE")
    Builder(fresh).__exit__(None, None, None)
    with Builder(address) as builder:
        assert len(builder.collected().ids) == 3
    assert _shape(address) == _shape(fresh)


def _shape(address: str) -> list[tuple[object, ...]]:
    with Store(address) as store, store._reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT table_name, column_name, data_type, collation_name, is_nullable,"
            " col_description(table_name::regclass, ordinal_position) FROM information_schema.columns"
            " WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
        ).all()
        indexed = connection.exec_driver_sql(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        ).all()
    return [*map(tuple, found), *sorted(map(tuple, indexed))]


def test_tables_of_others_are_left_alone(address: str, run: Run, krant: str) -> None:
    assert run("build", krant, "-o", address).status == 0
    with Builder(address) as builder, builder._writing() as connection:
        connection.exec_driver_sql("CREATE TABLE notities AS SELECT 'van ons' AS note")
        connection.exec_driver_sql("CREATE VIEW citaten AS SELECT content FROM statements")
    ended = run("forget", "person", "Anna Hoek", "--yes", "-d", address)
    assert (ended.status, "something of others rests on its tables" in ended.err) == (1, True)
    with Builder(address) as builder, builder._writing() as connection:
        connection.exec_driver_sql("DROP VIEW citaten")
    assert run("forget", "person", "Anna Hoek", "--yes", "-d", address).status == 0
    with Store(address) as store, store._reading() as connection:
        assert connection.exec_driver_sql("SELECT note FROM notities").scalar() == "van ons"


# ------------------------------------------------------------------------------------------ while others look on


def test_whoever_reads_sees_the_dossier_before_or_after(address: str) -> None:
    first, second = article(newsroom.WADDEN, "wad.txt"), article(newsroom.DIJK, "dijk.txt")
    keep(newsroom.dossier(first), address)
    with Store(address) as store, store._reading() as connection:
        before = connection.execute(select(tables.statements.c.id)).all()
        keep(newsroom.dossier(first, second), address)
        assert connection.execute(select(tables.statements.c.id)).all() == before
        assert connection.exec_driver_sql("SELECT count(*) FROM articles").scalar() == 1
    with Store(address) as store:
        assert store.counts()["articles"] == 2


def test_two_builds_at_once_make_one_dossier(
    address: str, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))
    texts = {f"{at}.txt": f'"Nummer {at}", zei Anna Hoek.' for at in range(60)}
    krant = newsroom.folder(tmp_path / "krant", texts)
    alone = cluster.new_database()
    build([krant], alone)
    threads = [threading.Thread(target=build, args=([krant], address)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert content(address) == content(alone)


def test_what_is_forgotten_is_not_among_the_samples_that_the_server_keeps(address: str) -> None:
    told = [article(f'Nieuws {at}\n\n"Wij varen", zei Anna Hoek.', f"{at}.txt") for at in range(30)]
    keep(newsroom.dossier(*told), address)
    with Builder(address) as builder, builder._writing() as connection:
        connection.exec_driver_sql("ANALYZE")
        samples = connection.exec_driver_sql("SELECT most_common_vals::text FROM pg_stats").scalars()
        assert any("Anna Hoek" in (each or "") for each in samples)
    with Builder(address) as builder:
        builder.forget([record for each in told for record in of_article(each)])
    assert b"Anna Hoek" not in bytes_of(address)
