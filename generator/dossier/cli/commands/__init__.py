"""The commands of `dossier`: one module per command, each with one click command named `command`."""
