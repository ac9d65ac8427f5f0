"""The rules that content is checked against: one module per rule in `rules/`, run in phases by `run`."""
