"""All rules, run over one graph."""

import re
from typing import cast

from dossier.check.rule import RevisionRule, Rule
from dossier.check.rules import (
    alias_not_in_source,
    ambiguous_reference,
    circular_sources,
    date_mismatch,
    date_phrase_not_found,
    duplicate_alias,
    duplicate_former_id,
    duplicate_passage,
    duplicate_reference,
    excluded_region_not_found,
    former_id_in_use,
    malformed_link,
    missing_correction,
    missing_date_anchor,
    missing_date_basis,
    missing_evidence,
    number_figure_mismatch,
    number_words_not_found,
    orphan_record,
    passage_absent,
    passage_ambiguous,
    passage_cut,
    passage_differs,
    passage_excluded,
    passage_invalid,
    passage_wrong_source,
    prose_date_unsupported,
    prose_figure_unsupported,
    prose_quote_unsupported,
    quote_marks_missing,
    quote_speaker_unnamed,
    quote_words_not_found,
    reference_to_draft,
    reference_to_withdrawn,
    revision_too_early,
    self_reference,
    shared_source_text,
    single_position,
    source_text_changed,
    source_text_fields,
    uncovered_mention,
    undeclared_attribution,
    undeclared_overlap,
    undeclared_same_origin,
    unfinished_todo,
    unknown_reference,
    unknown_side,
    unused_exemption,
    wrong_attribution_order,
    wrong_revision_order,
    wrong_weekday,
)
from dossier.graph import Graph
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding

RULES: tuple[Rule, ...] = cast(
    tuple[Rule, ...],
    (
        passage_absent,
        passage_differs,
        passage_wrong_source,
        passage_ambiguous,
        passage_cut,
        passage_excluded,
        passage_invalid,
        duplicate_passage,
        missing_evidence,
        source_text_fields,
        shared_source_text,
        source_text_changed,
        excluded_region_not_found,
        number_figure_mismatch,
        number_words_not_found,
        missing_date_basis,
        date_phrase_not_found,
        missing_date_anchor,
        date_mismatch,
        wrong_weekday,
        quote_words_not_found,
        quote_marks_missing,
        quote_speaker_unnamed,
        undeclared_attribution,
        wrong_attribution_order,
        circular_sources,
        undeclared_overlap,
        single_position,
        undeclared_same_origin,
        alias_not_in_source,
        duplicate_alias,
        unknown_side,
        unknown_reference,
        ambiguous_reference,
        self_reference,
        duplicate_reference,
        reference_to_draft,
        former_id_in_use,
        duplicate_former_id,
        reference_to_withdrawn,
        wrong_revision_order,
        revision_too_early,
        malformed_link,
        prose_figure_unsupported,
        prose_date_unsupported,
        prose_quote_unsupported,
        unfinished_todo,
        orphan_record,
        uncovered_mention,
        unused_exemption,
    ),
)

REVISION_RULES: tuple[RevisionRule, ...] = cast(tuple[RevisionRule, ...], (missing_correction,))
"""Rules that compare two states of a dossier: `dossier check --since REV` runs them."""

_PARTS = re.compile(r"(?s)(?P<says>.*?)\n\nPasses:(?P<passes>.*?)\nFails:(?P<fails>.*)")


def run_rules(graph: Graph) -> list[Finding]:
    """Every breach of every rule, in no order."""
    return [finding for rule in RULES for finding in rule.check(graph)]


def run_revision_rules(head: Graph, base: Graph, revision: str) -> list[Finding]:
    """Every breach of the rules that compare the dossier with its state at `revision`."""
    return [finding for rule in REVISION_RULES for finding in rule.check(head, base, revision)]


def parse_rule_doc(rule: str, docstring: str | None) -> RuleDoc:
    """What the docstring of a rule says."""
    found = _PARTS.fullmatch((docstring or "").strip())
    if found is None:
        raise ValueError(f"{rule}: the docstring needs a sentence, then `Passes:` and `Fails:`")
    return RuleDoc(rule, *(" ".join(part.split()) for part in found.group("says", "passes", "fails")))


RULE_DOCS: tuple[RuleDoc, ...] = (
    *(parse_rule_doc(rule.ID, rule.__doc__) for rule in RULES),
    *(parse_rule_doc(rule.ID, rule.__doc__) for rule in REVISION_RULES),
)
