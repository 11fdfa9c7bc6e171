"""Would a learned part make attribution better? An experiment, not a part of the package.

    python -m training.attribution GOLD:TEXTS [GOLD:TEXTS:measured ...]

Rules alone, rules with a learned filter, and a learner without rules are measured on annotated articles that
neither learner saw (cross-validation by article). docs/attribution.md has the outcome.
"""
