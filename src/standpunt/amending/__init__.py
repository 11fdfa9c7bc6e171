"""What people change in a dossier, and what stays so on every build.

forget_person(Path("dossier.db"), "Anna Hoek"), forget_article(Path("dossier.db"), "3")
"""

from standpunt.amending.forget import Forgot, forget_article, forget_person, told_of

__all__ = ["Forgot", "forget_article", "forget_person", "told_of"]
