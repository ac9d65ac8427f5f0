"""Coverage: which quotations, quantities, dates and names of the source texts the records account for."""
