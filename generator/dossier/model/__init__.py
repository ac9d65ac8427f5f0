"""The data model: record kinds, passages, dates, quantities, findings and output files."""
