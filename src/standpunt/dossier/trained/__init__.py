"""Trained classifiers over the issues of the policy codebook: who is for or against, and what a passage is about.

    stance.load().judge([passage("", "De VVD wil minder asielzoekers.", "", party="vvd")], ["immigration"])

They go by words alone, without a parser: thousands of sentences a second. docs/stance.md says how good they are.
"""
