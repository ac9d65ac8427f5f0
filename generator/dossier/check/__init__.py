"""One rule a file; `RULES` lists them, `check` runs them all."""

from dossier.check.run import RULE_TEXTS, RULES, check, check_since

__all__ = ["RULES", "RULE_TEXTS", "check", "check_since"]
