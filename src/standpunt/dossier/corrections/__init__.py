"""What people said otherwise, applied to every dossier that is made of the readings.

    actors        merged, split, renamed: before the actors are described
    statements    rejected, added, another speaker or other words
    stances       another stance, or none

Each correction hangs on quoted words (`anchors`), so that it survives another reader and a revised article. They are
applied in the order in which they were made. One whose words are gone is lost, and told.
"""

from standpunt.dossier.corrections.actors import Recast
from standpunt.dossier.corrections.anchors import Places
from standpunt.dossier.corrections.stances import in_order, restance
from standpunt.dossier.corrections.statements import restate

__all__ = ["Places", "Recast", "in_order", "restance", "restate"]
