"""Dossier: curated YAML about a story, checked against its sources, made into a cross-linked site."""
