"""What is in a dossier, at one glance."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Response

from standpunt.display.wording import Wording
from standpunt.model import Stance
from standpunt.store.rows import Row
from standpunt.web import shapes, taking
from standpunt.web.charts import Coverage, coverage
from standpunt.web.views import Pair, Said, Stood, said, shift, stood
from standpunt.web.visit import Visit, Visiting

router = APIRouter()

SPEAKERS, STATEMENTS, SHIFTS, SET_ASIDE = 10, 8, 4, 20
"""How many of each are shown; other pages have all."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many positions on an issue take a stance; `width` is their share in per cent."""

    stance: Stood
    positions: int
    width: str


@dataclass(frozen=True, slots=True)
class IssueCard:
    """An issue; `told` is how many take a position on it, `shares` their positions by stance."""

    label: str
    proposal: str
    href: str
    told: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class SpeakerBar:
    """An actor and his statements; `width` is per cent of those of who speaks most."""

    name: str
    href: str
    kind: str
    statements: int
    width: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A piece of the input that did not become an article, and why."""

    source: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Overview:
    """`numbers` are counts with the address of their list, empty where there is none."""

    numbers: tuple[tuple[str, str, str], ...]
    coverage: Coverage
    issues: tuple[IssueCard, ...]
    speakers: tuple[SpeakerBar, ...]
    newest: tuple[Said, ...]
    shifts: tuple[Pair, ...]
    set_aside: tuple[SetAside, ...]
    more_set_aside: int


@router.get("/")
def show(visit: Visiting) -> Response:
    return visit.page("overview.html.j2", lambda: overview(visit), data(visit))


def data(visit: Visit) -> taking.Tables:
    """What the overview counts, and all that was set aside."""
    days = tuple(shapes.COVERAGE.model_fields)
    return {
        "issues": taking.table(shapes.ISSUE, visit.store.issues_held),
        "coverage": taking.table(
            shapes.COVERAGE, lambda: (dict(zip(days, row, strict=True)) for row in visit.store.coverage())
        ),
        "set_aside": taking.table(shapes.SET_ASIDE, lambda: visit.store.rows("set_aside")),
    }


def overview(visit: Visit) -> Overview:
    store, t = visit.store, visit.wording
    aside = store.rows("set_aside")
    speaking = [row for row in store.speakers(limit=SPEAKERS).rows if row["statements"]]
    most = max((row["statements"] for row in speaking), default=1)
    return Overview(
        numbers=_numbers(visit, store.numbers()),
        coverage=coverage(store.coverage(), t),
        issues=tuple(_card(visit, row) for row in store.issues_held()),
        speakers=tuple(
            SpeakerBar(
                row["name"],
                visit.to("actors", row["id"]),
                _kind(row, t),
                row["statements"],
                f"{100 * row['statements'] / most:.3g}",
            )
            for row in speaking
        ),
        newest=tuple(said(visit, row) for row in store.said(limit=STATEMENTS).rows),
        shifts=tuple(shift(visit, row) for row in store.newest_shifts(SHIFTS)),
        set_aside=tuple(
            SetAside(", ".join(filter(None, (row["source"], row["part"]))), row["reason"], row["hint"])
            for row in aside[:SET_ASIDE]
        ),
        more_set_aside=max(0, len(aside) - SET_ASIDE),
    )


def _numbers(visit: Visit, counts: Mapping[str, int]) -> tuple[tuple[str, str, str], ...]:
    """A number, what it counts, and where it leads."""
    t = visit.wording
    listed = (
        ("articles", visit.to("articles")), ("utterances", visit.to("statements")),
        ("actors", visit.to("actors")), ("events", ""), ("positions", ""),
    )  # fmt: skip
    return tuple(
        (t.figure(counts[table]), t.noun(f"overview.{table}", counts[table]), href)
        for table, href in listed
        if counts[table]
    )


def _card(visit: Visit, row: Row) -> IssueCard:
    taken = row["positions"]
    all_of_them = sum(taken.values())
    return IssueCard(
        label=row["label"],
        proposal=row["proposal"],
        href=visit.to("issues", row["id"]),
        told=visit.wording.count("overview.takers", row["actors"])
        if row["actors"]
        else visit.wording("overview.nobody"),
        shares=tuple(
            Share(stood(visit, stance), taken[stance], f"{100 * taken[stance] / all_of_them:.4g}")
            for stance in Stance
            if stance in taken
        ),
    )


def _kind(row: Row, t: Wording) -> str:
    return str(row["party"] or (", ".join(row["roles"][:1])))
