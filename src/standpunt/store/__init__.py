"""A dossier as one SQLite file that any tool opens: `schema.sql` says what each column means.

with Store(path) as store:                  # reads, and cannot write
    store.dossier(), store.search("onderhandelen"), store.statements(Wanted(speaker="Brekelmans"))
with Builder(path) as builder: ...          # what `standpunt.build` writes with
"""

from standpunt.store.builder import Builder
from standpunt.store.decoded import ALL, Scope
from standpunt.store.pages import Page, Pages
from standpunt.store.reader import Store, Wanted, WantedEvents
from standpunt.store.search import Hits

__all__ = ["ALL", "Builder", "Hits", "Page", "Pages", "Scope", "Store", "Wanted", "WantedEvents"]
