"""All rules, by chapter. Where two match the same words, the one that stands first here is taken."""

from standpunt.reading.times.rules import clocks, dates, days, durations, references, stretches
from standpunt.reading.times.rules.rule import Draft, Found, Rule

RULES: tuple[Rule, ...] = tuple(
    rule for book in (stretches, dates, days, clocks, durations, references) for rule in book.BOOK.rules
)

__all__ = ["RULES", "Draft", "Found", "Rule"]
