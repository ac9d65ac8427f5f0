"""Benchmarks: the speed of Dossier, compared with stock MkDocs and Hugo on the same pages."""
