"""Networks over time."""

import datetime
from collections.abc import Sequence

import numpy as np
import pytest

from coded import NOTHING, between, claim, day
from standpunt.errors import NetworkError
from standpunt.networks.claims import Claim
from standpunt.networks.design import Design, Kernel, Unit
from standpunt.networks.windows import series

COUNTS = Design("two-mode", kind="ignore")


def totals(claims: Sequence[Claim], unit: Unit, size: int = 1, kernel: Kernel = "none") -> dict[str, float]:
    return {
        f"{each.first}": float(each.network.values.sum())
        for each in series(claims, COUNTS, unit, size, kernel)
    }


STORY = [
    claim("haven", "tol", True, day("2031-01-31")),
    claim("haven", "tol", True, day("2031-02-01")),
    claim("reders", "tol", False, day("2031-04-10")),
]


def test_a_window_for_each_month_also_for_one_without_claims() -> None:
    assert totals(STORY, "month") == {"2031-01-01": 1, "2031-02-01": 1, "2031-03-01": 0, "2031-04-01": 1}


def test_wider_windows_overlap() -> None:
    assert totals(STORY, "month", 3) == {"2031-01-01": 2, "2031-02-01": 2, "2031-03-01": 1, "2031-04-01": 1}


def test_weeks_begin_on_monday_and_years_in_january() -> None:
    assert next(iter(totals(STORY, "week"))) == "2031-01-27"
    assert totals(STORY, "year") == {"2031-01-01": 3}


def test_a_range_of_days_counts_by_its_share() -> None:
    found = totals([claim("haven", "tol", True, between("2031-02-01", "2031-02-28"))], "week")
    assert found == pytest.approx(
        {
            "2031-01-27": 2 / 28, "2031-02-03": 0.25, "2031-02-10": 0.25, "2031-02-17": 0.25, "2031-02-24": 5 / 28,
        }
    )  # fmt: skip


def test_what_has_no_date_is_in_no_window() -> None:
    assert totals([*STORY, claim("haven", "tol", True, NOTHING)], "year") == {"2031-01-01": 3}
    with pytest.raises(NetworkError, match="and a date"):
        totals([claim("haven", "tol", True, NOTHING)], "year")


def test_all_windows_have_the_same_names() -> None:
    assert {each.network.rows for each in series(STORY, COUNTS, "month")} == {("haven", "reders")}


@pytest.mark.parametrize(
    ("kernel", "middle", "near", "edge", "outside"),
    [
        ("uniform", 0.5, 0.5, 0.5, 0),
        ("triangular", 1, 0.6, 0, 0),
        ("epanechnikov", 0.75, 0.63, 0, 0),
        ("gaussian", 0.398942, 0.368270, 0.241971, 0.194186),
    ],
)
def test_a_kernel_fades_alike_before_and_after(
    kernel: Kernel, middle: float, near: float, edge: float, outside: float
) -> None:
    """A window of ten days; 0.4, 1 and 1.2 halves of it away."""
    for sign in (1, -1):
        found = [weighed(kernel, sign * away) for away in (0, 2, 5, 6)]
        assert found == pytest.approx([middle, near, edge, outside], abs=1e-6)


def weighed(kernel: Kernel, away: int) -> float:
    """What a claim weighs so many days from the middle of a window of ten."""
    focus, days = datetime.date(2031, 5, 20), datetime.timedelta
    claims = [claim("haven", "sluis", True, day(f"{focus + days(each)}")) for each in (-30, 30)]
    claims.append(claim("haven", "tol", True, day(f"{focus + days(away)}")))
    made = {each.first: each.network for each in series(claims, COUNTS, "day", 10, kernel)}
    return float(made[focus].frame().loc["haven", "tol"])


def test_compatible_kernels_grow_behind_the_middle() -> None:
    claims = [claim("haven", "tol", True, day("2031-05-18")), claim("haven", "kade", True, day("2031-05-22"))]
    design = Design("two-mode", kind="ignore", compatible=True)
    middle = next(each for each in series(claims, design, "day", 10, "triangular") if each.first.day == 20)
    assert middle.network.frame().loc["haven"].to_dict() == pytest.approx({"tol": 0.6, "kade": 1.4})


def test_two_claims_of_one_day_are_tied_by_the_weight_of_the_day() -> None:
    claims = [claim("haven", "tol", True, day("2031-05-18")), claim("reders", "tol", True, day("2031-05-18"))]
    (made,) = series(claims, Design(), "day", 10, "triangular")
    assert np.allclose(made.network.values, [[0, 1], [1, 0]])


def test_only_known_units_and_kernels() -> None:
    with pytest.raises(NetworkError, match="there is day, week, month, year"):
        totals(STORY, "quarter")  # type: ignore[arg-type]
    with pytest.raises(NetworkError, match="at least one"):
        totals(STORY, "day", 0)
