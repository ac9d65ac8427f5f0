"""The rules that content is checked against: one module per rule in `rules/`, run in phases by `run`."""

from dossier.check.run import REVISION_RULES, RULE_DOCS, RULES, run_revision_rules, run_rules

__all__ = ["REVISION_RULES", "RULES", "RULE_DOCS", "run_revision_rules", "run_rules"]
