"""Trains and measures the classifiers of `standpunt.dossier.trained` on coded units of Dutch news.

python -m training.stance.train --data DATA       # trains and packs the models that ship
python -m training.stance.measure --data DATA     # prints the tables of docs/stance.md
"""
