"""Issues: what the positions of actors are about. Codebooks, and where an article names an issue."""

from standpunt.dossier.issues.codebook import Codebook, policy, read
from standpunt.dossier.issues.naming import Named, Naming

__all__ = ["Codebook", "Named", "Naming", "policy", "read"]
