"""Changes in the claims of a dossier between two states of it, for reviewers."""
