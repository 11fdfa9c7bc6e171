"""Issues: what the positions of actors are about. Codebooks, and where an article names an issue."""

from standpunt.dossier.issues.codebook import Codebook, Issue, policy, read
from standpunt.dossier.issues.naming import Named, Naming

__all__ = ["Codebook", "Issue", "Named", "Naming", "policy", "read"]
