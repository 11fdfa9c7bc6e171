"""Sentences of Dutch and Flemish news prose, written and labelled for the entity recogniser. See README.md."""
