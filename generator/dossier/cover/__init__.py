"""Coverage: which quotations, quantities, dates and names of the texts the records account for."""

from dossier.cover.cover import cover

__all__ = ["cover"]
