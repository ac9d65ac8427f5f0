"""The countries of the world: their codes, names and shapes (Natural Earth)."""
