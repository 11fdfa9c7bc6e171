"""Dates as places on a line: as wide as they are uncertain, apart where there is none."""

import dataclasses
import datetime

from fictional import FEBRUARY, MARCH_14, dossier
from standpunt.display.axis import TICKS
from standpunt.model import Dossier, Moment
from standpunt.report.cast import cast
from standpunt.report.context import Timeline
from standpunt.report.timeline import timeline


def drawn(content: Dossier) -> Timeline:
    return timeline(content, cast(content))


def dated(*moments: Moment) -> Dossier:
    article = dossier().articles[1]
    quiet = dataclasses.replace(article.reading, statements=())
    return Dossier(
        tuple(
            dataclasses.replace(
                article,
                published=moment,
                reading=quiet,
                article=dataclasses.replace(article.article, id=f"artikel{number}"),
            )
            for number, moment in enumerate(moments)
        )
    )


def test_a_day_is_a_dot_a_month_a_bar_and_no_date_stands_apart() -> None:
    line = drawn(dossier())
    month, day, unknown = (lane.bars[0] for lane in line.articles)
    assert (month.kind, day.kind, unknown.kind) == ("reeks", "dag", "open")
    assert 50 < float(month.width) < 80
    assert float(month.x) + float(month.width) < float(day.x) < float(line.undated) < float(unknown.x)


def test_where_all_is_dated_the_whole_width_is_used() -> None:
    line = drawn(dated(FEBRUARY, MARCH_14))
    assert line.undated == ""
    assert float(line.articles[1].bars[0].x) > 95


def test_a_half_open_date_reaches_the_edge() -> None:
    first, last = datetime.date(2031, 2, 20), datetime.date(2031, 2, 25)
    since, until = (
        lane.bars[0]
        for lane in drawn(dated(FEBRUARY, MARCH_14, Moment(first), Moment(None, last))).articles[2:]
    )
    assert (since.kind, until.kind) == ("vanaf", "tot")
    assert float(since.x) + float(since.width) == 100
    assert float(until.x) == 0


def test_without_any_date_all_stands_apart() -> None:
    line = drawn(dated(Moment()))
    assert not line.dated
    assert line.ticks == ()
    assert line.articles[0].bars[0].kind == "open"


def test_an_empty_dossier_has_an_empty_line() -> None:
    assert drawn(Dossier()).articles == ()


def test_what_one_speaker_said_at_one_time_is_one_bar() -> None:
    minister = next(lane for lane in drawn(dossier()).speakers if lane.label == "Hilde Verbruggen")
    assert [bar.label for bar in minister.bars] == [
        "Hilde Verbruggen, 11 maart 2031: 1 uitspraak",
        "Hilde Verbruggen, 14 maart 2031: 3 uitspraken",
    ]


def test_the_axis_has_a_few_round_days_whatever_its_length() -> None:
    start = datetime.date(2025, 1, 31)
    for days in (0, 1, 6, 13, 30, 45, 90, 200, 500, 2000, 9000, 40000, 300000):
        last = start + datetime.timedelta(days=days)
        ticks = drawn(dated(Moment(start, start), Moment(last, last))).ticks
        assert 1 <= len(ticks) <= TICKS, days
        assert ticks[0].year
        assert [float(tick.x) for tick in ticks] == sorted(float(tick.x) for tick in ticks)


def test_an_event_leads_to_its_words_and_shows_how_sure_its_date_is() -> None:
    visit, works = drawn(dossier()).events
    assert (visit.bar.kind, visit.status, works.bar.kind, works.status) == ("dag", "", "later", "gepland")
    assert visit.href.startswith("#g-8f21ab9") and visit.href.endswith("-1")
    assert "regel: scene, bezoek" in visit.why


def test_what_is_planned_long_after_the_articles_is_an_arrow() -> None:
    base = dossier()
    far = Moment(datetime.date(2041, 1, 1), datetime.date(2041, 1, 1))
    event = dataclasses.replace(base.events[0], when=far)
    (lane,) = drawn(dataclasses.replace(base, events=(event,))).events
    assert lane.bar.kind == "later"
