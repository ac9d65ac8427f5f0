"""The list of rules, and their phases, so that one fault is reported once.

Each phase relies on what the phases before it have established: whether words mean the right date is checked only
once the words have been found. To add a rule, add its module to `rules/`, its name to a phase, and a file of cases.
"""

import sys
from collections.abc import Set
from functools import partial
from importlib import import_module
from typing import cast

from dossier.check.background import Task, start
from dossier.check.rule import RevisionRule, Rule, rule_doc
from dossier.graph import Graph
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source
from dossier.model.record import Record


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
    "duplicate_label",
    "missing_evidence",
    "source_text_fields",
    "source_title_not_in_text",
    "shared_source_text",
    "source_text_changed",
    "text_not_from_original",
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
    "malformed_mark",
    "unknown_label",
    "former_id_in_use",
    "duplicate_former_id",
    "duplicate_alias",
    "duplicate_identifier",
    "identifier_of_another_kind",
    "unknown_side",
    "unknown_country",
    "circular_sources",
    "wrong_attribution_order",
    "single_position",
    "wrong_revision_order",
    "unfinished_todo",
    "unread_language",
)
"""The fields of records, their ids and the references between them."""

WORDING_RULES = _import_rules(
    "number_words_not_found",
    "quote_words_not_found",
    "quote_marks_missing",
    "quote_speaker_unnamed",
    "date_phrase_not_found",
    "missing_date_basis",
    "missing_date_anchor",
    "wrong_weekday",
    "impossible_date",
)
"""Words that fields take from passages. Checked in records whose passages are all found."""

MEANING_RULES = _import_rules(
    "number_figure_mismatch", "date_mismatch", "unit_not_in_source", "measure_not_in_source", "status_mismatch"
)
"""Whether figures and dates are what the words mean. Checked in records without a finding about their wording."""

PROSE_RULES = _import_rules(
    "statement_without_evidence",
    "unused_passage",
    "prose_figure_unsupported",
    "prose_date_unsupported",
    "prose_quote_unsupported",
    "prose_name_unsupported",
    "statement_contradicts_passage",
)
"""Whether prose is supported by evidence. Checked in records whose passages are found and whose references resolve."""

NAMING_RULES = _import_rules(
    "editor_statement_unsupported",
    "name_not_in_source",
    "kind_unsupported",
    "role_not_in_passage",
    "relation_party_unnamed",
    "relation_type_unsupported",
    "participant_unnamed",
    "counter_unnamed",
    "form_mismatch",
    "addressee_unnamed",
    "attribution_unnamed",
    "missing_attribution",
)
"""Whether passages name whom fields and the editor's statements name. Checked in the same records as prose."""
MANY_STATEMENTS = 300
"""With as many, prose is checked in a second process."""

VERY_MANY_STATEMENTS = 10_000
"""With as many, what other rules have read takes more memory than reading it again for prose takes time: 50 MiB in a
dossier of 5,000 records, and 3 % of the time.
"""

CERTAIN_RULES = _import_rules("orphan_record", "attribution_differs", "mark_of_another_passage")
"""What holds whatever an unreadable record may say. Checked in records without other findings."""

SIDE_RULES = _import_rules("side_contradicts_relation", "side_unexplained")
"""Whether sides fit relations. Checked once every actor can be read and none has other findings."""

DOSSIER_RULES = _import_rules(
    "duplicate_record",
    "publisher_mismatch",
    "link_to_another_record",
    "note_quote_unsupported",
    "source_credit_not_in_text",
    "precision_unsupported",
    "place_outside_country",
    "place_outside_container",
    "shared_coordinates",
    "alias_not_in_source",
    "alias_not_a_name",
    "undeclared_attribution",
    "undeclared_overlap",
    "revision_too_early",
)
"""Records and texts compared with each other. Checked once every source and its text can be read."""

COVERAGE_RULES = _import_rules("uncovered_mention", "unused_exemption")
"""What no record covers, as in CERTAIN_RULES. Checked once every text can be read and every passage is found."""

ORIGIN_RULES = _import_rules("undeclared_same_origin", "place_not_named", "about_unsupported")
"""What the evidence adds up to, in finished records. Checked once all is read and every passage is found."""

RULE_PACKAGES = ("dossier.check.", "dossier.detect.")
"""The packages in which rules read texts."""

UNFINISHED = "unfinished-todo"
"""The rule that reports the fields that are still to be filled in."""

RULES = (
    *PASSAGE_RULES,
    *RECORD_RULES,
    *WORDING_RULES,
    *MEANING_RULES,
    *PROSE_RULES,
    *NAMING_RULES,
    *CERTAIN_RULES,
    *SIDE_RULES,
    *DOSSIER_RULES,
    *COVERAGE_RULES,
    *ORIGIN_RULES,
)

REVISION_RULES = cast(tuple[RevisionRule, ...], _import_rules("missing_correction"))
"""Rules that compare two states of a dossier: `dossier check --since REV` runs them."""

RULE_DOCS: tuple[RuleDoc, ...] = (*map(rule_doc, RULES), *map(rule_doc, REVISION_RULES))


def run_rules(graph: Graph, *, is_only_run: bool = False) -> list[Finding]:
    """Return the findings of all rules, in no order.

    If this `is_only_run`, what rules have read of very many statements is forgotten as soon as it may be.
    """
    unfound = _paths_with_unknown_evidence(graph)
    dangling = _paths_with_dangling_references(graph)
    read_prose: Task = partial(_run, PROSE_RULES, graph, skip=unfound | dangling)
    if len(graph.statements) >= MANY_STATEMENTS:
        read_prose = start(read_prose)
    wording = _run(WORDING_RULES, graph, skip=unfound)
    misworded = {finding.location.path for finding in wording}
    findings = [
        *_run(PASSAGE_RULES, graph),
        *_run(RECORD_RULES, graph),
        *wording,
        *_run(MEANING_RULES, graph, skip=unfound | misworded),
        *_run(NAMING_RULES, graph, skip=unfound | dangling),
    ]
    if _all_texts_read(graph) and _all_passages_found(graph):
        findings += _run(COVERAGE_RULES, graph, skip=dangling)
    if _all_texts_read(graph) and _all_read(graph, Source):
        findings += _run(DOSSIER_RULES, graph)
        if _all_read(graph, Record) and _all_passages_found(graph):
            unfinished = {finding.location.path for finding in findings if finding.rule == UNFINISHED}
            findings += _run(ORIGIN_RULES, graph, skip=dangling | unfinished)
    certain = _run(CERTAIN_RULES, graph)
    if is_only_run and len(graph.statements) >= VERY_MANY_STATEMENTS:
        forget_texts()
    findings += read_prose()
    faulty = {finding.location.path for finding in findings}
    if _all_read(graph, Actor) and faulty.isdisjoint(actor.path for actor in graph.dossier.actors):
        findings += _run(SIDE_RULES, graph)
    return [*findings, *(finding for finding in certain if finding.location.path not in faulty)]


def forget_texts() -> None:
    """Empty the caches of what rules have read in texts, which take more memory than the dossier itself."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith(RULE_PACKAGES):
            for reader in vars(module).values():  # A function, or an object that reads a language.
                if hasattr(reader, "cache_clear") and not isinstance(reader, type):
                    reader.cache_clear()


def run_revision_rules(head: Graph, base: Graph, revision: str) -> list[Finding]:
    """Return the findings of the rules that compare the dossier with `base`, its state at `revision`."""
    return [finding for rule in REVISION_RULES for finding in rule.check(head, base, revision)]


def _run(rules: tuple[Rule, ...], graph: Graph, skip: Set[str] = frozenset()) -> list[Finding]:
    """Return the findings of these rules, except those in the files to skip."""
    return [finding for rule in rules for finding in rule.check(graph) if finding.location.path not in skip]


def can_be_shown(graph: Graph) -> bool:
    """Return whether every passage is found and every reference leads to a record, without which no page is made."""
    return not _paths_with_unknown_evidence(graph) and not _paths_with_dangling_references(graph)


def _paths_with_unknown_evidence(graph: Graph) -> set[str]:
    """Return the files of the records that have a passage that is not found, or a text that could not be read."""
    unfound = {citation.record.path for citation in graph.citations if not citation.is_found}
    return unfound | {record.path for record in graph.dossier.records if _is_unread(graph, record)}


def _paths_with_dangling_references(graph: Graph) -> set[str]:
    """Return the files of the items that have a reference that leads to no record."""
    return {reference.record.path for reference in graph.unresolved_references}


def _all_read(graph: Graph, kind: type[Record]) -> bool:
    """Return whether every record of a kind, or of any, could be read."""
    keys = graph.dossier.unreadable_keys
    return not (keys if kind is Record else {key for key in keys if key.startswith(f"{kind.singular}:")})


def _all_texts_read(graph: Graph) -> bool:
    """Return whether the text of every source that could be read could be read too."""
    return not any(_is_unread(graph, source) for source in graph.dossier.sources)


def _all_passages_found(graph: Graph) -> bool:
    """Return whether every passage of every record is found in its source's text, unless the source is unreadable."""
    unreadable = graph.dossier.unreadable_keys
    return all(
        citation.is_found or f"{Source.singular}:{citation.passage.source}" in unreadable
        for citation in graph.citations
    )


def _is_unread(graph: Graph, record: Record) -> bool:
    return isinstance(record, Source) and record.has_text and record.text not in graph.dossier.source_texts
