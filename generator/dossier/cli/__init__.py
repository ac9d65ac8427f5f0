"""The command-line program `dossier`: it reads arguments, prints, returns exit codes; nothing else."""

from dossier.cli.app import main

__all__ = ["main"]
