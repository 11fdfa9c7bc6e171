"""A dossier as one SQLite file that any tool opens, or a database of PostgreSQL: `schema.sql` says what each column
means.

with Store(place) as store:                 # reads, and cannot write
    store.dossier(), store.search("onderhandelen"), store.statements(Wanted(speaker="Brekelmans"))
with Builder(place) as builder: ...          # what `standpunt.build` writes with
"""

from standpunt.store.builder import Builder, State
from standpunt.store.decoded import ALL, Scope
from standpunt.store.pages import Pages
from standpunt.store.place import Place, locate
from standpunt.store.reader import Store, Wanted
from standpunt.store.rows import Page
from standpunt.store.search import Hits
from standpunt.store.sought import Sought, WantedEvents

__all__ = [
    "ALL",
    "Builder",
    "Hits",
    "Page",
    "Pages",
    "Place",
    "Scope",
    "Sought",
    "State",
    "Store",
    "Wanted",
    "WantedEvents",
    "locate",
]
