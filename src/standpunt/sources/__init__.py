"""Files, folders, pages and standard input to articles with provenance; one module per format.

for item in sources.read(["krant/"]):
    ...  # an Article, or SetAside with the reason
"""

from standpunt.sources.fetching import Pages, is_address
from standpunt.sources.files import read
from standpunt.sources.limits import Limits

__all__ = ["Limits", "Pages", "is_address", "read"]
