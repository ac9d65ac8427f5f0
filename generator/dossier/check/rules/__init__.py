"""The rules, one per file; `dossier.check.run` lists them in order."""
