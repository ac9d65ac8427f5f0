"""Coverage: which quotations, quantities, dates and names of the source texts the records account for."""

from dossier.coverage.compute import compute_coverage

__all__ = ["compute_coverage"]
