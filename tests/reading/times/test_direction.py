"""On which side of Monday 17 February 2025 a bare weekday, date or month lies, by the parse, and which word says so."""

import datetime

import pytest

from prose import analysis
from standpunt.model import Moment
from standpunt.reading import times

PUBLISHED = Moment(datetime.date(2025, 2, 17), datetime.date(2025, 2, 17))


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        ("De bewoners hebben zaterdag een dief kunnen vasthouden.", "2025-02-15", "hebben"),
        ("De politie is zaterdagavond het verkeerde huis binnengevallen.", "2025-02-15TEV", "is"),
        ("De minister spreekt van een fout op de brug zaterdag.", "2025-02-15", "spreekt"),
        ("De minister spreekt zaterdag in Zwolle.", "2025-02-22", "spreekt"),
        ("Het instituut heeft voor zaterdag gewaarschuwd.", "2025-02-22", "voor"),
        ("De competitie start in september.", "2025-09", "start"),
        ("Het plan moet in september klaar zijn.", "2025-09", "moet"),
        ("De gemeente hoopt het in het najaar te kunnen openen.", "2025-FA", "hoopt"),
        ("Het feest is verplaatst naar het najaar.", "2025-FA", "naar"),
        ("De werken stonden in mei gepland.", "2025-05", "gepland"),
        ("Tot juni is er geen feest.", "2025-06", "tot"),
        # what hangs on the verb as a clause has a time of its own
        ("In september werd het werk stilgelegd om weer te gaan praten.", "2024-09", "werd"),
        # and the other way
        ("De competitie startte in september.", "2024-09", "startte"),
        ("Het plan was in september klaar.", "2024-09", "was"),
        ("Hij is verdacht van een overval in september.", "2024-09", ""),
    ],
)
def test_the_side_and_the_word_that_tells_it(text: str, value: str, why: str) -> None:
    given = analysis(text)
    found = times.find(text, given.article.blocks, given)
    resolved = times.resolve_all(found, PUBLISHED)
    assert [one.value for one in resolved] == [value]
    assert not why or found[0].reason.entry == why
