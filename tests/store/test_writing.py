"""A build writes of each article what has changed, and what the file then holds is what it would if it were new."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsroom
from kept import Places
from newsroom import article, content, read
from standpunt import dossier, registry
from standpunt.dossier.corrections.anchors import anchor
from standpunt.model import Article, Change, Correction, DatedArticle, Dossier, Reading, Values
from standpunt.store import Builder, Pages, Place, Store, listing, loading

NAMES = ("Anna Hoek", "Bram Veenstra", "Carla Anna Hoek", "Hoek")
SAID = (
    "Wij onderhandelden tot diep in de nacht over de dijk en de haven",
    "Wij onderhandelden tot diep in de nacht",
    "Zonder geld komt er geen dijk",
    "Dat klopt",
)
DAYS = ("", *(f"date 2025-02-{day:02}\n" for day in (1, 2, 9, 28)))
STORY = " ".join(f"woord{at} van het lange verhaal over de dijk" for at in range(12))
"""Long enough to be a near-copy of itself."""
WORDS = ("onderhandelen", "dijk", "nacht", "hoek", "dijk -nacht", '"geen dijk"')

FACTS = registry.load()


@st.composite
def articles(draw: st.DrawFn) -> Article:
    day, story = draw(st.sampled_from(DAYS)), draw(st.sampled_from(["", "", STORY]))
    said = draw(st.lists(st.tuples(st.sampled_from(SAID), st.sampled_from(NAMES)), max_size=3))
    quotes = "\n\n".join(f'"{words}", zei {name}.' for words, name in said)
    return article(f"{day}Over de dijk\n\n{story}\n\n{quotes}\n", f"{draw(st.integers(0, 30))}.txt")


def read_again(one: Article) -> tuple[Article, Reading]:
    return one, read(one)


def write(place: Place, given: Iterable[Article], rejected: Iterable[str] = ()) -> None:
    """Makes the dossier of these articles in a place; of some, by their ids, people reject the first statement."""
    readings = {one.id: read_again(one) for one in given}
    refused = [readings[id] for id in sorted(rejected) if id in readings and readings[id][1].statements]
    corrections = [
        Correction(
            number, Change.REJECT, anchor(one, reading.statements[0].content[0]), Values(), Values(), "lezer",
            "2025-03-01",
        )
        for number, (one, reading) in enumerate(refused, 1)
    ]  # fmt: skip
    with Builder(place) as builder:
        builder.collect([one for one, _ in readings.values()])
        builder.retire({("", f"{at}.txt") for at in range(31)}, set(), set(readings), set())
        builder.keep(list(readings.values()), "reader 1")
        made = dossier.outline(builder.collected(), FACTS, (), corrections, builder.compared("dit"))
        builder.write(made, "dit")


def found(place: Place) -> list[list[str]]:
    with Store(place) as store:
        hits = [store.search(words) for words in WORDS]
    return [[row["id"] for row in rows] for each in hits for rows in (each.statements, each.articles)]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(articles(), max_size=7, unique_by=lambda one: one.id),
    st.lists(st.sets(st.integers(0, 6)), min_size=1, max_size=3),
    st.sets(st.integers(0, 6), max_size=2),
)
def test_a_file_is_the_same_however_many_builds_it_took(
    places: Places, every: Sequence[Article], before: Sequence[set[int]], rejected: set[int]
) -> None:
    """Articles come, go, and come back; the last build has them all, and corrections that the others had not."""
    grown, new = places(), places()
    for some in before:
        write(grown, [every[at] for at in some if at < len(every)])
    ids = [every[at].id for at in rejected if at < len(every)]
    for place in (grown, new):
        write(place, every, ids)
    assert content(grown) == content(new)
    assert found(grown) == found(new)


def written(place: Place, given: Iterable[Article], monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The ids of the articles whose statements were written."""
    put: set[str] = set()
    whole = loading.put

    def watched(connection: object, table: object, rows: Sequence[dict[str, object]]) -> None:
        if str(table) == "statements":
            put.update(str(row["article_id"]) for row in rows)
        whole(connection, table, rows)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(loading, "put", watched)
        write(place, given)
    return put


def test_only_what_has_changed_is_written(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    day = "date 2025-02-01\n"
    first, second = (
        article(f'{day}Over de dijk\n\n"{SAID[at]}", zei {NAMES[at]}.\n', f"{at}.txt") for at in (0, 1)
    )
    copy = article(f'{day}Over de nacht\n\n"{SAID[0]}", zei {NAMES[0]}.\n', "2.txt")
    place = places()
    assert written(place, [first, second], monkeypatch) == {first.id, second.id}
    assert written(place, [first, second], monkeypatch) == set()
    # the copy is a witness of what the first tells, and nothing to the second
    assert second.id not in written(place, [first, second, copy], monkeypatch)
    with Pages(place) as store:
        assert {row["witnesses"] for row in store.said().rows} == {1, 2}


def test_an_event_that_others_tell_too_is_written_where_it_is_told(places: Places) -> None:
    """The id of an event is that of its first mention: with another article before it, it is another."""
    told = [article(f'{at}\n\n"{SAID[1]}", zei Anna Hoek.\n', f"{at}.txt") for at in range(2)]
    apart = newsroom.dossier(*told)
    first, second = apart.events
    one = replace(apart, events=(replace(first, told=(*first.told, *second.told)),))
    changed, new = places(), places()
    for place, made in ((changed, apart), (changed, one), (new, one)):
        with Builder(place) as builder:
            builder.collect(told)
            builder.keep([read_again(each) for each in told], "reader 1")
            builder.write(made)
    assert content(changed) == content(new)


def test_places_that_would_be_one_make_way_for_each_other() -> None:
    """Two ids with the same beginning, and an article with more statements than a place holds."""
    day = datetime.date(2025, 2, 1)
    one = article('date 2025-02-01\nOver de dijk\n\n"Dat klopt", zei Anna Hoek.\n')
    made = dossier.assemble([read_again(one)], FACTS)
    (dated,) = made.articles

    def called(id: str, statements: int) -> DatedArticle:
        reading = Reading(id, statements=dated.reading.statements * statements)
        return DatedArticle(Article(id, id, "", (), one.provenance), reading, dated.published, (), ())

    assert dated.published.earliest == day
    several = (called("aaaaaaaa1", 5000), called("aaaaaaaa2", 1), called("aaaaaaaa3", 1))
    places = listing.Listing(dossier.outlined(Dossier(several))).places
    assert [places[each.article.id] - places["aaaaaaaa1"] for each in several] == [0, 2, 3]
