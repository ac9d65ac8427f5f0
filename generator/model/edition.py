"""An edition: when and where the pages of a dossier are published, which none of its records tells."""

from datetime import date
from typing import NamedTuple


class Edition(NamedTuple):
    """The day of the content, None where nothing tells it; the site's address with its last `/`, or nothing."""

    day: date | None = None
    address: str = ""


UNTOLD = Edition()
"""What is published where nothing tells when and where."""
