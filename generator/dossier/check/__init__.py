"""One rule a file; `RULES` lists them, `check` runs them all."""

from dossier.check.run import RULE_DOCS, RULES, run_revision_rules, run_rules

__all__ = ["RULES", "RULE_DOCS", "run_revision_rules", "run_rules"]
