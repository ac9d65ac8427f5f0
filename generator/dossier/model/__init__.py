"""What a dossier is: its record kinds, passages, dates, quantities, findings and outputs."""
