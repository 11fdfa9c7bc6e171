"""What is counted when a dossier is written is what counting its rows comes to."""

import datetime
from collections import Counter

import pytest

from standpunt.answers import Answers
from standpunt.model import Stance
from standpunt.store import Pages
from standpunt.store.listing import speaking_of


def test_tallies_are_the_numbers_of_rows(pages: Pages) -> None:
    counts = pages.counts()
    assert pages.numbers() == {
        name: counts[name] for name in ("actors", "articles", "events", "positions", "utterances")
    }
    assert pages.outlets() == sorted({row["outlet"] for row in pages.rows("articles")})
    assert pages.parties() == sorted({row["party"] for row in pages.rows("actors")} - {""})


def test_coverage_counts_the_articles_of_each_stretch_of_days(pages: Pages) -> None:
    days = Counter((row["published_earliest"], row["published_latest"]) for row in pages.rows("articles"))
    assert {(first, last): number for first, last, number in pages.coverage()} == days


def test_issues_count_positions_and_those_who_take_them(pages: Pages) -> None:
    answers = {row["id"]: row for row in Answers(pages).issues()}
    stances = Counter((row["issue_id"], row["stance"]) for row in pages.rows("positions"))
    for row in pages.issues_held():
        assert row["positions"] == {
            stance.value: stances[row["id"], stance.value]
            for stance in Stance
            if stances[row["id"], stance.value]
        }
        assert row["actors"] == sum(answers[row["id"]]["actors"].values())


def test_standings_are_the_cells_of_the_matrix(pages: Pages) -> None:
    standings = {(row["actor_id"], row["issue_id"]): row for row in pages.rows("standings")}
    positions = {row["id"]: row for row in pages.rows("positions")}
    now = {id for id, row in positions.items() if row["now"]}
    cells = Answers(pages).matrix()
    assert len(cells) == len(standings)
    assert now == {id for cell in cells for id in cell["positions"]}
    taken = Counter((row["actor_id"], row["issue_id"]) for row in positions.values())
    for cell in cells:
        standing = standings[cell["actor_id"], cell["issue_id"]]
        assert standing["stance"] == cell["stance"]
        assert standing["position_id"] in cell["positions"]
        assert standing["positions"] == taken[cell["actor_id"], cell["issue_id"]]


@pytest.mark.parametrize("on", [None, *(datetime.date(year, 7, 1) for year in range(2015, 2026, 2))])
def test_takers_stand_where_the_matrix_has_them(pages: Pages, on: datetime.date | None) -> None:
    cells = {
        (row["issue_id"], row["actor_id"]): (row["stance"], row["held"])
        for row in Answers(pages).matrix(on=on)
    }
    found = {
        (issue["id"], actor.id): (stance, str(on or held))
        for issue in pages.issues_held()
        for actor, stance, held in pages.takers(issue["id"], on)
    }
    if on:
        cells = {key: (stance, str(on)) for key, (stance, _) in cells.items()}
    assert found == cells
    known = {each.id: each for each in pages.actors()}
    for issue in pages.issues_held():
        some = {actor.id for actor, *_ in pages.takers(issue["id"], on, everybody=False)}
        assert {
            id for about, id in cells if about == issue["id"] and (known[id].party or known[id].identity)
        } <= some


def test_who_speaks_of_whom_is_counted_by_statement(pages: Pages) -> None:
    """Each mention beside each statement, without what the builder does to go quicker."""
    found: Counter[tuple[str, str]] = Counter()
    for row, inside in pages.by_article("statements", "mentions"):
        for said in inside["statements"]:
            meant = {
                mention["actor_id"]
                for mention in inside["mentions"]
                for start, stop in said["content_spans"]
                if start <= mention["start"] and mention["stop"] <= stop
            }
            found.update(
                (said["speaker_id"], actor)
                for actor in meant
                if actor and said["speaker_id"] and actor != said["speaker_id"]
            )
        assert row["id"]
    kept = {(row["speaker_id"], row["actor_id"]): row["statements"] for row in pages.rows("speaks_of")}
    assert kept == found
    most = pages.speakers(limit=1).rows[0]["id"]
    told = pages.profile(most)["speaks_of"]
    assert {row["id"]: row["statements"] for row in told} == {
        actor: number for (speaker, actor), number in found.items() if speaker == most
    }
    assert found == sum((speaking_of(dated) for dated in pages.dated_articles()), Counter())


def test_the_silent_speak_in_articles_about_an_issue_and_show_nothing(pages: Pages) -> None:
    about: dict[str, set[str]] = {}
    takers: dict[str, set[str]] = {}
    for row in pages.rows("positions"):
        about.setdefault(row["issue_id"], set()).add(row["article_id"])
        takers.setdefault(row["issue_id"], set()).add(row["actor_id"])
    speaking = {(row["article_id"], row["speaker_id"]) for row in pages.rows("statements")}
    counted = Counter(
        (issue, actor)
        for issue, articles in about.items()
        for article, actor in speaking
        if article in articles and actor not in takers[issue]
    )
    assert {(row["issue_id"], row["actor_id"]): row["articles"] for row in pages.rows("silent")} == counted


def test_sides_are_those_that_were_ever_taken(pages: Pages) -> None:
    sided = (Stance.SUPPORT, Stance.CONDITIONAL, Stance.OPPOSE)
    taken = {
        (row["issue_id"], row["actor_id"], row["stance"] != Stance.OPPOSE)
        for row in pages.rows("positions")
        if row["stance"] in sided
    }
    assert {(row["issue_id"], row["actor_id"], row["agrees"]) for row in pages.rows("sides")} == taken


def test_places_are_the_order_of_lists(pages: Pages) -> None:
    newest = sorted(
        pages.rows("articles"),
        key=lambda row: (-(row["published_earliest"] or datetime.date.min).toordinal(), row["id"]),
    )
    assert [row["id"] for row in sorted(newest, key=lambda row: row["place"])] == [
        row["id"] for row in newest
    ]
    of_article = {row["id"]: row["place"] for row in newest}
    said = sorted(pages.rows("statements"), key=lambda row: row["place"])
    assert said == sorted(said, key=lambda row: (of_article[row["article_id"]], row["number"]))
    assert len({row["place"] for row in said}) == len(said)
    order = [row["id"] for row in sorted(pages.rows("actors"), key=lambda row: row["place"])]
    ranked = sorted(pages.rows("actors"), key=lambda row: (-row["statements"], row["name"], row["id"]))
    assert order == [row["id"] for row in ranked]
