"""A dossier as one self-verifying file that can be kept: a bag in a zip."""
