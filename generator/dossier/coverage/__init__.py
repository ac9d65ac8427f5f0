"""Coverage: which quotations, quantities, dates and names of the texts the records account for."""

from dossier.coverage.compute import cover

__all__ = ["cover"]
