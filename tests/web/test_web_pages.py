"""Each page over the fictional dossier: what it shows, in both languages, and what is told of what is not there."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from fictional import COUNCIL, HOSTILE, MAYOR, MINISTER, dossier
from kept import keep
from standpunt.model import Stance
from standpunt.web.pages.actor import actor_page
from standpunt.web.pages.article import article_page
from standpunt.web.pages.issue import issue_page
from standpunt.web.pages.overview import overview
from standpunt.web.visit import Visit

ARTICLE = "8f21ab90c4d2"
LETTER = "00c3d1e5f7aa"
PAGES = (
    "/", "/statements", "/actors", "/actors?kind=person", "/articles", "/issues/dicht", "/issues/tol",
    "/issues/dicht/blocs", f"/actors/{MINISTER}", f"/articles/{ARTICLE}", f"/articles/{LETTER}",
    "/search", "/search?q=dijk", "/search?in=articles&actor=Terpstra", "/timeline", "/timeline?kind=visit", "/network",
    "/network?months=3", "/api",
)  # fmt: skip


def words(html: str) -> str:
    """What a page says, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_in_its_language(client: TestClient, page: str, prefix: str) -> None:
    answer = client.get(prefix + page)
    assert answer.status_code == 200
    assert f'<html lang="{"en" if prefix else "nl"}">' in answer.text
    assert ("Overview" if prefix else "Overzicht") in words(answer.text)
    other = unescape(re.findall(r'class="language" href="([^"]+)"', answer.text)[0])
    assert other == (page if prefix else "/en" + page)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_loads_and_leads_to_nothing_elsewhere(client: TestClient, page: str) -> None:
    html = client.get(page).text
    assert re.findall(r'(?:src|href)="((?!/|#)[^"]*)"', html) in (
        [],
        ["https://kustbode.example/zeepoort"],  # the address of the article itself
    )
    assert "style=" not in html
    assert re.findall(r"<script(?! type=\"module\" src=\"/static/[a-z]+\.js\"></script>)", html) == []
    for place in set(re.findall(r'"(/static/[^"]+)"', html)):
        assert client.get(place).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_leads_somewhere(client: TestClient, page: str) -> None:
    for href in {unescape(href) for href in re.findall(r'href="(/(?!static)[^"]*)"', client.get(page).text)}:
        path, _, anchor = href.partition("#")
        answer = client.get(path)
        assert answer.status_code == 200, href
        assert not anchor or f'id="{anchor}"' in answer.text, href


@pytest.mark.parametrize("page", PAGES)
def test_no_id_stands_twice_on_a_page(client: TestClient, page: str) -> None:
    ids = re.findall(r' id="([^"]+)"', client.get(page).text)
    assert len(ids) == len(set(ids))


def test_the_overview_tells_what_is_in_it(visit: Visit) -> None:
    page = overview(visit)
    assert [number for number, _, _ in page.numbers] == ["3", "14", "5", "2", "6"]
    assert [(issue.label, [share.positions for share in issue.shares]) for issue in page.issues] == [
        ("De Zeepoort dicht", [1, 1, 1, 1]),
        ("Een hogere dijk", [1, 1]),
        ("Tol & <b>haven</b>", []),
    ]
    assert next((one.name, one.statements) for one in page.speakers) == ("Joost Terpstra", 5)
    assert page.newest[0].when.machine == "2031-03-11"
    assert page.newest[-1].place.href.endswith("#s-8")
    assert [row.source for row in page.set_aside] == ["kust/archief.jsonl, regel 12", "kust/foto.jpg"]
    assert (page.shifts[0].one.stance.kind, page.shifts[0].other.stance.kind) == ("support", "open")


def test_the_chart_of_articles_shares_out_what_has_no_exact_day(visit: Visit) -> None:
    chart = overview(visit).coverage
    assert chart.unsure
    assert len(chart.bars) == 29  # each day of February, and the fourteenth of March
    assert [(bar.sure, bar.height) for bar in chart.bars][-1] == ("100", "100")
    assert chart.undated.startswith("1 ")


def test_an_issue_says_who_stands_where_and_why(visit: Visit) -> None:
    page = issue_page(visit, "dicht")
    assert [(one.kind, number) for one, number in page.tally] == [("conditional", 1), ("open", 1)]
    assert [(lane.name, [mark.kind for mark in lane.marks]) for lane in page.chart.lanes] == [
        ("Dijkraad", ["support", "open"]),
        ("Hilde Verbruggen", ["oppose", "conditional"]),
    ]
    (minister,) = page.held[0].actors
    assert [part.text for part in minister.parts if part.told] == ['"Eerst moet de dijk het houden"']
    assert minister.place.href.endswith(f"/articles/{ARTICLE}#p-{minister_starts()}")
    assert [row.name for row in page.parties] == ["Waterpartij"]
    assert [group.name for group in page.conditions] == ["een dijk die het houdt"]
    assert [one.one.who.name for one in page.contradictions] == ["Dijkraad"]
    assert {one.name for one, _ in page.silent} == {"Joost Terpstra"}
    assert len(page.places) == 4


def minister_starts() -> int:
    return dossier().positions[4].evidence.start


def test_an_open_bound_and_a_day_are_drawn_apart(visit: Visit) -> None:
    (_, minister) = issue_page(visit, "dicht").chart.lanes
    assert [mark.place.kind for mark in minister.marks] == ["tot", "dag"]


@pytest.mark.parametrize(("assumed", "stance"), [("ja", Stance.SUPPORT), ("nee", Stance.OPPOSE)])
def test_what_if_says_where_everybody_then_stands(visit: Visit, assumed: str, stance: Stance) -> None:
    follows = issue_page(visit, "dicht", [f"een dijk die het houdt={assumed}"]).whatif
    assert follows is not None
    moved = [one for one in follows.outcomes if one.moved]
    assert [(one.who.name, one.stance and one.stance.kind) for one in moved] == [
        ("Hilde Verbruggen", stance.value)
    ]
    assert [switch.holds for switch in follows.switches] == [assumed == "ja"]


@pytest.mark.parametrize("assume", ["zomaar wat", "een andere=ja", "een dijk die het houdt=soms", "=ja"])
def test_an_address_that_assumes_what_is_not_there_still_shows_the_page(
    client: TestClient, assume: str
) -> None:
    answer = client.get("/issues/dicht", params={"assume": assume})
    assert answer.status_code == 200
    assert "Zonder aanname staat iedereen zo" in words(answer.text)


def test_the_form_of_what_if_ends_at_an_address_that_can_be_kept(client: TestClient) -> None:
    sent = client.get("/issues/dicht", params={"if:een dijk die het houdt": "ja"}, follow_redirects=False)
    assert sent.status_code == 303
    assert sent.headers["location"] == "/issues/dicht?assume=een+dijk+die+het+houdt%3Dja#whatif"
    assert "Dan staat iedereen zo" in words(client.get(sent.headers["location"]).text)
    cleared = client.get("/en/issues/dicht", params={"if:een dijk die het houdt": ""}, follow_redirects=False)
    assert cleared.headers["location"] == "/en/issues/dicht#whatif"


def test_the_fragment_of_what_if_is_what_the_page_has(client: TestClient) -> None:
    query = {"assume": "een dijk die het houdt=ja"}
    fragment = client.get("/issues/dicht/whatif", params=query).text
    assert "<html" not in fragment
    assert fragment.strip() in client.get("/issues/dicht", params=query).text


def test_an_actor_has_positions_shifts_and_statements(visit: Visit) -> None:
    page = actor_page(visit, MINISTER)
    assert (page.name, page.what, page.roles) == (
        "Hilde Verbruggen",
        "Waterpartij",
        ("minister van Waterstaat",),
    )
    assert [(one.label, one.now.stance.kind, len(one.others)) for one in page.issues] == [
        ("De Zeepoort dicht", "conditional", 1)
    ]
    assert [(pair.one.stance.kind, pair.other.stance.kind) for pair in page.shifts] == [
        ("oppose", "conditional")
    ]
    assert "Waterpartij" in page.shifts[0].told
    assert len(page.said) == 4
    assert {one.who.name for one in page.speaks_of} >= {"Joost Terpstra"}
    assert [row.label for row in page.articles] == ["Minister wil Zeepoort pas sluiten"]


def test_an_actor_who_says_nothing_has_a_page_too(client: TestClient) -> None:
    assert "geen uitspraak gevonden" in words(client.get("/actors/a:haven").text)


@pytest.mark.parametrize("dated", dossier().articles, ids=lambda dated: str(dated.article.id))
def test_an_article_stands_there_as_it_is(client: TestClient, dated: object) -> None:
    article = dated.article  # type: ignore[attr-defined]
    html = client.get(f"/articles/{article.id}").text
    texts = re.findall(r'<(?:h1|h2|p) class="text"[^>]*>(.*?)</(?:h1|h2|p)>', html, re.DOTALL)
    shown = [unescape(re.sub(r"<[^>]+>", "", text)) for text in texts]
    assert shown == [line for line in article.text.splitlines() if line.strip()]


def test_what_is_said_is_marked_by_speaker_and_says_why(visit: Visit) -> None:
    page = article_page(visit, ARTICLE)
    assert [(one.who.name, one.initials, one.statements) for one in page.speakers] == [
        ("Hilde Verbruggen", "HV", 4),
        ("Joost Terpstra", "JT", 2),
        ("Dijkraad", "Di", 2),
        (visit.wording("who.unknown"), "?", 1),
    ]
    assert len({one.colour for one in page.speakers}) == 4
    pieces = [piece for paragraph in page.paragraphs for piece in paragraph.pieces]
    nested = [piece.text for piece in pieces if " o" in piece.css]
    assert "".join(nested) == '"geen enkel huis" gevaar loopt'
    flags = [flag.anchor for piece in pieces for flag in piece.flags if flag.anchor.startswith("s-")]
    assert flags == [f"s-{number}" for number in range(1, 10)]
    why = {one.key: dict(one.lines) for one in page.findings}
    t = visit.wording
    assert why["s-9"][t("finding.speaker")].endswith(f"({t('reason.or')}: de raad, zij)")
    assert why["t-1"][t("finding.resolved")] == "weekday:past"
    assert why["m-1"][t("finding.rule")] == "name:full"


@pytest.mark.parametrize(
    "page", ["/", f"/articles/{LETTER}", f"/actors/{MAYOR}", "/statements", "/issues/tol"]
)
def test_hostile_text_is_text(client: TestClient, page: str) -> None:
    html = client.get(page).text
    assert "<img" not in html and "</style>" not in html and "<b>haven" not in html
    assert "javascript:" not in html
    if page not in ("/", "/issues/tol"):
        assert HOSTILE in unescape(re.sub(r"<[^>]+>", "", html))


def test_a_list_goes_on_where_it_was(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("standpunt.web.pages.lists.LENGTH", 3)
    seen: list[str] = []
    page = "/statements"
    while page:
        html = client.get(page).text
        seen += re.findall(r'class="place" href="([^"]+)"', html)
        page = unescape("".join(re.findall(r'href="([^"]+)" rel="next"', html)))
    assert len(seen) == len(set(seen)) == 14


def test_all_places_of_an_issue_go_on_where_they_were(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("standpunt.web.pages.issue.PLACES", 3)
    first = client.get("/issues/dicht").text
    (more,) = re.findall(r'href="([^"]+)" rel="next"', first)
    second = client.get(unescape(more)).text
    assert 'rel="first"' in second and 'rel="next"' not in second


@pytest.mark.parametrize(
    ("page", "status", "told"),
    [
        ("/nergens", 404, "Deze pagina bestaat niet."),
        ("/en/nergens", 404, "There is no such page."),
        ("/issues/brug", 404, "Deze kwestie staat niet in dit dossier. Wel: De Zeepoort dicht"),
        ("/issues/brug/whatif", 404, "Deze kwestie staat niet in dit dossier."),
        ("/actors/a:niemand", 404, "Deze actor staat niet"),
        ("/en/articles/0000", 404, "This article is not"),
        ("/actors?kind=draak", 400, "Dit adres is niet goed geschreven."),
        ("/actors?after=weg", 400, "Dit adres is niet goed geschreven."),
        ("/statements?after=2031-99-01.x.1", 400, "Dit adres is niet goed geschreven."),
    ],
)
def test_what_is_not_there_says_where_to_go(client: TestClient, page: str, status: int, told: str) -> None:
    answer = client.get(page)
    assert answer.status_code == status
    assert told in words(answer.text)
    assert re.search(r'href="(/en/|/)"', answer.text)


@pytest.mark.parametrize("page", ["/", "/actors", f"/actors/{COUNCIL}", f"/articles/{ARTICLE}"])
def test_a_dossier_without_a_codebook_has_its_pages(without_codebook: TestClient, page: str) -> None:
    assert without_codebook.get(page).status_code == 200
    assert without_codebook.get("/issues/dicht").status_code == 404


@pytest.fixture
def lost(tmp_path: Path) -> Iterator[TestClient]:
    """A dossier that is gone once it is served."""
    from standpunt.web import create

    path = keep(dossier(), tmp_path / "weg.db")
    with TestClient(create(path), base_url="http://127.0.0.1") as client:
        path.unlink()
        yield client


def test_a_dossier_that_is_gone_is_told(lost: TestClient) -> None:
    answer = lost.get("/")
    assert answer.status_code == 500
    assert "Het dossier kon niet gelezen worden." in words(answer.text)
