"""What changed in the claims of a dossier between two states of it, for those who review a change."""
