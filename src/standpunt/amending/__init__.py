"""What people change in a dossier, and what stays so on every build.

forget_person(Path("dossier.db"), "Anna Hoek"), forget_article(Path("dossier.db"), "3")
correct.keep(Path("dossier.db"), [correct.merge(store, "Hoek", "Anna Hoek")], by="redactie", at="2025-03-01")
"""

from standpunt.amending import correct
from standpunt.amending.forget import Forgot, forget_article, forget_person, told_of

__all__ = ["Forgot", "correct", "forget_article", "forget_person", "told_of"]
