"""Which rules there are, and how they run: in phases, so that one fault is reported once.

Each phase relies on what the phases before it have established: whether words mean the right date is checked only
once the words have been found. To add a rule, add its module to `rules/`, its name to a phase, and a file of cases.
"""

from collections.abc import Set
from importlib import import_module
from typing import cast

from dossier.check.resolution import all_passages_found, all_records_read, unresolved_paths
from dossier.check.rule import RevisionRule, Rule, rule_doc
from dossier.graph import Graph
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding


def _import_rules(*names: str) -> tuple[Rule, ...]:
    return tuple(cast(Rule, import_module(f"dossier.check.rules.{name}")) for name in names)


PASSAGE_RULES = _import_rules(
    "passage_absent",
    "passage_differs",
    "passage_wrong_source",
    "passage_ambiguous",
    "passage_cut",
    "passage_excluded",
    "passage_invalid",
    "duplicate_passage",
    "missing_evidence",
    "source_text_fields",
    "shared_source_text",
    "source_text_changed",
    "excluded_region_not_found",
)
"""Source texts, and the passages cited from them."""

RECORD_RULES = _import_rules(
    "unknown_reference",
    "ambiguous_reference",
    "self_reference",
    "duplicate_reference",
    "reference_to_draft",
    "reference_to_withdrawn",
    "malformed_link",
    "former_id_in_use",
    "duplicate_former_id",
    "duplicate_alias",
    "unknown_side",
    "circular_sources",
    "wrong_attribution_order",
    "single_position",
    "wrong_revision_order",
    "unfinished_todo",
)
"""The fields of records, their ids and the references between them."""

WORDING_RULES = _import_rules(
    "number_words_not_found",
    "quote_words_not_found",
    "date_phrase_not_found",
    "missing_date_basis",
    "missing_date_anchor",
    "wrong_weekday",
)
"""The words that fields take from passages: of records whose passages are found and whose references resolve."""

MEANING_RULES = _import_rules(
    "number_figure_mismatch",
    "date_mismatch",
    "quote_marks_missing",
    "quote_speaker_unnamed",
    "prose_figure_unsupported",
    "prose_date_unsupported",
    "prose_quote_unsupported",
)
"""Whether fields and prose say what the passages say: of records whose wording has no finding."""

DOSSIER_RULES = _import_rules(
    "orphan_record",
    "alias_not_in_source",
    "undeclared_attribution",
    "undeclared_overlap",
    "revision_too_early",
)
"""Records and texts compared with each other: of a dossier whose records and texts could all be read."""

COVERAGE_RULES = _import_rules(
    "undeclared_same_origin",
    "uncovered_mention",
    "unused_exemption",
)
"""What all the evidence adds up to: of such a dossier, once all its passages are found."""

RULES = (*PASSAGE_RULES, *RECORD_RULES, *WORDING_RULES, *MEANING_RULES, *DOSSIER_RULES, *COVERAGE_RULES)

REVISION_RULES = cast(tuple[RevisionRule, ...], _import_rules("missing_correction"))
"""Rules that compare two states of a dossier: `dossier check --since REV` runs them."""

RULE_DOCS: tuple[RuleDoc, ...] = (*map(rule_doc, RULES), *map(rule_doc, REVISION_RULES))


def run_rules(graph: Graph) -> list[Finding]:
    """Return the findings of all rules, in no order."""
    unresolved = unresolved_paths(graph)
    wording = _run(WORDING_RULES, graph, skip=unresolved)
    misworded = {finding.location.path for finding in wording}
    meaning = _run(MEANING_RULES, graph, skip=unresolved | misworded)
    findings = [*_run(PASSAGE_RULES, graph), *_run(RECORD_RULES, graph), *wording, *meaning]
    if all_records_read(graph):
        findings += _run(DOSSIER_RULES, graph)
        if all_passages_found(graph):
            findings += _run(COVERAGE_RULES, graph, skip=unresolved)
    return findings


def run_revision_rules(head: Graph, base: Graph, revision: str) -> list[Finding]:
    """Return the findings of the rules that compare the dossier with `base`, its state at `revision`."""
    return [finding for rule in REVISION_RULES for finding in rule.check(head, base, revision)]


def _run(rules: tuple[Rule, ...], graph: Graph, skip: Set[str] = frozenset()) -> list[Finding]:
    """Return the findings of these rules, except those in the files to skip."""
    return [finding for rule in rules for finding in rule.check(graph) if finding.location.path not in skip]
