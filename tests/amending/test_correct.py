"""Corrections: applied, kept through every rebuild, found again by their words, told when these are gone, undone."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsroom
from kept import bytes_of
from newsroom import content
from standpunt import dossier
from standpunt.amending import correct, forget_person
from standpunt.amending.correct import Draft
from standpunt.build import BuildResult, build, code, compile_anew
from standpunt.dossier.issues import codebook
from standpunt.errors import AskedError, StoreError
from standpunt.model import Correction, Reading, Span, Stance
from standpunt.store import Builder, Place, Store

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = {
    "wad.txt": 'date 2025-02-14\nDe dijk\n\n"Wij onderhandelden lang", zei Anna Hoek. "Er is geld", zei Bram Veenstra.',
    "duin.txt": 'date 2025-02-15\nHet duin\n\n"Het zand stuift", zei Annie Hoek. Het duin moet hoger.',
    "zee.txt": 'date 2025-02-16\nDe zee\n\n"De zee stijgt", zei Bram Veenstra. "Onzin", zei Anna Hoek.',
}
BY, AT = "redactie", "2025-03-01T12:00:00+00:00"

Make = Callable[[Store], Draft]

ALL: dict[str, Make] = {
    "merge": lambda store: correct.merge(store, "Annie Hoek", "Anna Hoek"),
    "merge into another": lambda store: correct.merge(store, "Anna Hoek", "Bram Veenstra"),
    "split": lambda store: correct.split(store, "zee.txt", "Bram Veenstra", "Cor Prins"),
    "split to one that is there": lambda store: correct.split(store, "wad.txt", "Bram Veenstra", "Annie Hoek"),
    "rename": lambda store: correct.rename(store, "Annie Hoek", "Aletta Hoek"),
    "speaker": lambda store: correct.speaker(store, "wad.txt", "Er is geld", "Anna Hoek"),
    "a new speaker": lambda store: correct.speaker(store, "zee.txt", "Onzin", "Dirk Tolsma", new=True),
    "no speaker": lambda store: correct.speaker(store, "duin.txt", "Het zand stuift", ""),
    "content": lambda store: correct.content(store, "duin.txt", "Het zand", ["zand stuift"]),
    "reject": lambda store: correct.reject(store, "wad.txt", "Wij onderhandelden"),
    "add": lambda store: correct.add(store, "duin.txt", "Het duin moet hoger", "Annie Hoek"),
    "accept": lambda store: correct.accept(store, "duin.txt", "Het zand"),
    "add a new one": lambda store: correct.add(store, "wad.txt", "dijk", "Eva Zand", new=True),
}  # fmt: skip


@pytest.fixture(autouse=True)
def small_newsroom(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small newsroom reads; what makes a dossier of its readings is the real one."""
    if "real" in request.fixturenames:
        return
    outline = dossier.outline
    newsroom.replace_the_stages(lambda name, new: monkeypatch.setattr(name, new, raising=False))
    monkeypatch.setattr("standpunt.dossier.outline", outline)


@pytest.fixture
def real() -> None:
    """No stage is replaced."""


@pytest.fixture
def krant(tmp_path: Path) -> Path:
    return newsroom.folder(tmp_path / "krant", ARTICLES)


@pytest.fixture
def path(krant: Path, place: Place) -> Place:
    build([krant], place)
    return place


def keep(path: Place, *makes: Make, **more: Any) -> BuildResult:
    """One after the other, each drafted on what the one before left."""
    result = BuildResult()
    for make in makes:
        with Store(path) as store:
            draft = make(store)
        result = correct.keep(path, [draft], by=BY, at=AT, **more)
    return result


def said(path: Place) -> list[tuple[str, str]]:
    with Store(path) as store:
        rows = [(row["speaker"], row["content"]) for row in store.statements()]
        names = {actor.id: actor.name for actor in store.actors()}
        again = [
            (
                "" if each.speaker is None else names[dated.actors[each.speaker]],
                " … ".join(span.of(dated.article.text) for span in each.content),
            )
            for dated in store.dossier().articles
            for each in dated.reading.statements
        ]
    assert rows == again, "the rows and the nouns say the same"
    return rows


FOUND = [
    ("Anna Hoek", "Wij onderhandelden lang"), ("Bram Veenstra", "Er is geld"), ("Annie Hoek", "Het zand stuift"),
    ("Bram Veenstra", "De zee stijgt"), ("Anna Hoek", "Onzin"),
]  # fmt: skip

AFTER: dict[str, dict[int, tuple[str, str] | None]] = {
    "merge": {2: ("Anna Hoek", "Het zand stuift")},
    "merge into another": {0: ("Bram Veenstra", "Wij onderhandelden lang"), 4: ("Bram Veenstra", "Onzin")},
    "split": {3: ("Cor Prins", "De zee stijgt")},
    "split to one that is there": {1: ("Annie Hoek", "Er is geld")},
    "rename": {2: ("Aletta Hoek", "Het zand stuift")},
    "speaker": {1: ("Anna Hoek", "Er is geld")},
    "a new speaker": {4: ("Dirk Tolsma", "Onzin")},
    "no speaker": {2: ("", "Het zand stuift")},
    "content": {2: ("Annie Hoek", "zand stuift")},
    "reject": {0: None},
    "add": {2: ("Annie Hoek", "Het zand stuift"), 5: ("Annie Hoek", "Het duin moet hoger")},
    "accept": {},
    "add a new one": {5: ("Eva Zand", "dijk")},
}


@pytest.mark.parametrize("name", ALL)
def test_a_correction_is_applied_and_undone(name: str, path: Place, krant: Path) -> None:
    assert said(path) == FOUND
    before = content(path)
    keep(path, ALL[name])
    expected = {at: each for at, each in ({**dict(enumerate(FOUND)), **AFTER[name]}).items() if each}
    assert sorted(said(path)) == sorted(expected.values())
    corrected = content(path)
    assert build([krant], path).lost == []
    assert content(path) == corrected, "the same sources bring nothing back"
    correct.undo(path, 1, by=BY, at=AT)
    assert said(path) == FOUND
    assert {**content(path), "corrections": []} == {**before, "corrections": []}
    with Store(path) as store:
        assert [row["undone"] for row in store.rows("corrections")] == ["2025-03-01T12:00:00+00:00 redactie"]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    chosen=st.lists(st.sampled_from(sorted(ALL)), min_size=1, max_size=4, unique=True),
    order=st.permutations(sorted(ARTICLES)),
)
def test_a_rebuild_with_corrections_equals_corrections_on_a_rebuild(
    chosen: list[str], order: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("property")
    krant = newsroom.folder(folder / "krant", ARTICLES)
    corrected, rebuilt = folder / "corrected.db", folder / "rebuilt.db"
    build([krant], corrected)
    for name in chosen:
        with contextlib.suppress(StoreError):  # an earlier one took away what it is about
            keep(corrected, ALL[name])
    with Builder(corrected) as builder, Builder(rebuilt) as other:
        other.correct(builder.corrections())
    for name in order:
        build([krant / name], rebuilt)
    assert {**content(rebuilt), "dossier": []} == {**content(corrected), "dossier": []}


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        ("speaker", "merge into another", ("Bram Veenstra", "Er is geld")),
        ("add", "rename", ("Aletta Hoek", "Het duin moet hoger")),
        ("add", "merge", ("Anna Hoek", "Het duin moet hoger")),
        ("rename", "no speaker", ("", "Het zand stuift")),
        ("split", "merge into another", ("Cor Prins", "De zee stijgt")),
        ("content", "merge", ("Anna Hoek", "zand stuift")),
        ("split to one that is there", "merge", ("Anna Hoek", "Er is geld")),
    ],
)
def test_a_later_correction_goes_on_from_an_earlier_one(
    first: str, then: str, found: tuple[str, str], path: Place
) -> None:
    assert keep(path, ALL[first], ALL[then]).lost == []
    assert found in said(path)


def test_who_and_when_and_what_was_there_is_kept(path: Place) -> None:
    keep(path, ALL["speaker"], note="zo staat het in de krant")
    with Store(path) as store:
        (row,) = store.rows("corrections")
    assert (row["made_by"], row["made_at"], row["note"]) == (BY, AT, "zo staat het in de krant")
    assert (row["before"]["actor"], row["after"]["actor"], row["words"]) == (
        "Bram Veenstra",
        "Anna Hoek",
        "Er is geld",
    )
    assert row["anchor"]["before"].endswith('zei Anna Hoek. "')
    with Builder(path) as builder:
        (kept,) = builder.corrections()
    assert isinstance(kept, Correction)


def test_words_are_found_again_in_an_article_that_was_revised(path: Place, krant: Path) -> None:
    keep(path, ALL["speaker"], ALL["reject"])
    revised = ARTICLES["wad.txt"].replace("De dijk\n", 'De dijk (2)\n\n"Er is geld", zei Cor Prins.\n')
    (krant / "wad.txt").write_text(revised, encoding="utf-8")
    assert build([krant], path).lost == []
    assert said(path)[:2] == [("Cor Prins", "Er is geld"), ("Anna Hoek", "Er is geld")]


def test_a_correction_whose_words_are_gone_is_told(path: Place, krant: Path) -> None:
    keep(path, ALL["speaker"], ALL["merge"])
    (krant / "wad.txt").write_text(ARTICLES["wad.txt"].replace("geld", "tijd"), encoding="utf-8")
    lost = build([krant], path).lost
    assert [(each.number, each.why) for each in lost] == [(1, "its words are no longer there")]
    with Store(path) as store:
        assert [row["lost"] for row in store.rows("corrections")] == ["its words are no longer there", ""]
        assert store.dossier().lost == tuple(lost)
    (krant / "wad.txt").write_text(ARTICLES["wad.txt"], encoding="utf-8")
    assert build([krant], path).lost == []
    assert ("Anna Hoek", "Er is geld") in said(path)


def test_what_another_reader_does_not_find_any_more_is_there(
    path: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path, ALL["speaker"])
    monkeypatch.setattr("standpunt.reading.fingerprint", lambda facts: "reader 2")
    monkeypatch.setattr(
        "standpunt.reading.read_all", lambda all, nlp, facts: (Reading(each.id) for each in all)
    )
    assert build([], path).lost == []
    assert said(path) == [("Anna Hoek", "Er is geld")]


def test_an_actor_is_whole_again_after_a_merge(path: Place) -> None:
    keep(path, ALL["merge"])
    with Store(path) as store:
        anna = next(row for row in store.rows("actors") if row["name"] == "Anna Hoek")
        assert (anna["aliases"], anna["articles"], anna["statements"]) == (["Anna Hoek", "Annie Hoek"], 3, 3)
        assert (anna["rule"], len(store.rows("actors"))) == ("corrected by people", 2)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda store: correct.merge(store, "Anna Hoek", "Anna Hoek"), "one actor already"),
        (lambda store: correct.merge(store, "Hoek", "Bram Veenstra"), "2 actors fit"),
        (lambda store: correct.rename(store, "Anna Hoek", " "), "a name is missing"),
        (lambda store: correct.split(store, "1", "De dijk", "Cor Prins"), "nobody is linked to these words"),
        (lambda store: correct.reject(store, "duin.txt", "Het duin moet hoger"), "no statement has these words"),
        (lambda store: correct.reject(store, "1", "e"), "these words stand there .* times .give more"),
        (lambda store: correct.reject(store, "1", "Er is tijd"), "these words are not in the article"),
        (lambda store: correct.speaker(store, "1", "Er is geld", "Cor Prins"), "nobody here has this name"),
        (lambda store: correct.stance(store, "1", "Er is geld", "dijk", None, "Anna Hoek"), "not in the codebook"),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_not_kept(make: Make, said: str, path: Place) -> None:
    with Store(path) as store, pytest.raises(StoreError, match=said):
        make(store)


def test_undo_of_what_is_not_there(path: Place) -> None:
    before = content(path)
    with pytest.raises(StoreError, match="no correction 1 holds here"):
        correct.undo(path, 1, by=BY, at=AT)
    assert content(path) == before


def test_forgetting_takes_corrections_along(path: Place) -> None:
    keep(path, ALL["split"], ALL["reject"], ALL["a new speaker"], ALL["no speaker"])
    forget_person(path, "Anna Hoek")
    held = bytes_of(path)
    assert [words for words in (b"Anna Hoek", b"onderhandelden", b"Onzin") if words in held] == []
    with Store(path) as store:
        assert [row["change"] for row in store.rows("corrections")] == ["split", "speaker"]
        assert store.dossier().lost == ()


# ---------------------------------------------------------------------------------------------- stances


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("coded") / "dossier.db"
    build([EXAMPLES / "articles"], path, codebook=codebook.read(EXAMPLES / "codebook.toml"))
    return path


@pytest.fixture
def stands(real: None, coded: Path, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "dossier.db"
    path.write_bytes(coded.read_bytes())
    yield path


@pytest.mark.parametrize("to", [Stance.OPEN, None])
def test_a_stance_is_corrected_and_undone(to: Stance | None, stands: Path) -> None:
    before = content(stands)
    with Store(stands) as store:
        row = next(row for row in store.rows("positions") if row["stance"] == "support")

    def now() -> list[str]:
        with Store(stands) as store:
            return [
                each["stance"]
                for each in store.rows("positions")
                if all(each[key] == row[key] for key in ("article_id", "actor_id", "issue_id", "words"))
            ]

    assert now() == ["support"]
    keep(
        stands,
        lambda store: correct.stance(
            store, row["article_id"], row["words"], row["issue_id"], to, row["actor"]
        ),
    )
    assert now() == ([to.value] if to else [])
    code(stands, codebook.read(EXAMPLES / "codebook.toml"))
    assert now() == ([to.value] if to else []), "coded anew it stays so"
    with Store(stands) as store:
        assert store.rows("corrections")[0]["before"]["stance"] == "support"
    correct.undo(stands, 1, by=BY, at=AT)
    assert {**content(stands), "corrections": []} == before


def test_a_position_goes_with_the_one_whose_statement_it_stands_in(stands: Path) -> None:
    with Store(stands) as store:
        row = next(
            row for row in store.rows("positions") if row["statement_id"] and row["attitude"] is not None
        )
        statement = next(each for each in store.statements() if each["id"] == row["statement_id"])
    words = statement["content"].split(" … ")[0]
    keep(stands, lambda store: correct.speaker(store, row["article_id"], words, "Nadia Claes"))
    with Store(stands) as store:
        moved = [each for each in store.rows("positions") if each["words"] == row["words"]]
    assert {each["actor"] for each in moved} == {"Nadia Claes"}
    keep(stands, lambda store: correct.reject(store, row["article_id"], words))
    with Store(stands) as store:
        assert [each for each in store.rows("positions") if each["words"] == row["words"]] == []


def test_what_is_found_right_is_kept_without_making_anything(path: Path) -> None:
    before = content(path)
    with Store(path) as store:
        draft = correct.accept(store, "wad.txt", "Er is geld")
    correct.record(path, [draft], by=BY, at=AT)
    assert {**content(path), "corrections": []} == {**before, "corrections": []}
    with Store(path) as store:
        assert store.complete
        (row,) = store.rows("corrections")
    assert (row["change"], row["words"]) == ("accept", "Er is geld")
    assert row["before"] == row["after"] and row["after"]["actor"] == "Bram Veenstra"


def test_what_was_found_right_stays_when_a_later_version_reads_otherwise(path: Path, krant: Path) -> None:
    with Store(path) as store:
        drafts = [correct.accept(store, "wad.txt", "Er is geld"), correct.accept(store, "zee.txt", "Onzin")]
    correct.record(path, drafts, by=BY, at=AT)
    keep(path, ALL["merge into another"])
    assert ("Bram Veenstra", "Onzin") in said(path), "merged with whom he was accepted as"
    correct.undo(path, 3, by=BY, at=AT)
    with Builder(path) as builder:
        pile = builder.collected()
        ((article, reading),) = [each for each in pile.read(pile.ids) if "wad" in each[0].provenance.source]
        first, second = reading.statements
        other = dataclasses.replace(second, speaker=first.speaker)
        builder.keep([(article, dataclasses.replace(reading, statements=(first, other)))], "a later version")
    compile_anew(path, lambda builder: None)
    assert said(path) == FOUND
    with Builder(path) as builder:
        builder.keep([(article, dataclasses.replace(reading, statements=(first,)))], "a later version")
    compile_anew(path, lambda builder: None)
    assert said(path) == FOUND


def test_of_nested_statements_the_shortest_with_the_words_is_meant(path: Path) -> None:
    outer = "Wij onderhandelden lang"
    keep(path, lambda store: correct.add(store, "wad.txt", "onderhandelden lang", "Bram Veenstra"))
    with Store(path) as store:
        assert correct.reject(store, "wad.txt", "onderhandelden lang").before.actor == "Bram Veenstra"
        assert correct.reject(store, "wad.txt", outer).before.actor == "Anna Hoek"


def test_words_may_be_named_by_their_place(path: Path) -> None:
    with Store(path) as store:
        text = store.article("zee.txt")["text"]
        at = text.index("Onzin")
        assert correct.reject(store, "zee.txt", Span(at, at + 5)) == correct.reject(store, "zee.txt", "Onzin")
        for place in (Span(at, at), Span(0, len(text) + 1), Span(text.index("\n"), text.index("\n") + 1)):
            with pytest.raises(AskedError, match="no words at this place"):
                correct.reject(store, "zee.txt", place)
