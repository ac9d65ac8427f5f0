"""All rules, run over one graph."""

import re
from typing import cast

from dossier.check import (
    alias_twice,
    alias_written,
    chain_circle,
    chain_declared,
    chain_order,
    coverage_open,
    date_anchor,
    date_basis,
    date_fits,
    date_phrase,
    disagreement_origins,
    disagreement_positions,
    evidence_present,
    former_free,
    former_once,
    number_figure,
    number_words,
    orphan,
    overlap_declared,
    passage_absent,
    passage_ambiguous,
    passage_cut,
    passage_differs,
    passage_elsewhere,
    passage_excluded,
    passage_invalid,
    passage_twice,
    prose_date,
    prose_figure,
    prose_link,
    prose_quote,
    quote_marks,
    quote_speaker,
    quote_words,
    reference_ambiguous,
    reference_draft,
    reference_known,
    reference_self,
    reference_twice,
    reference_withdrawn,
    region_found,
    revision_dated,
    revision_order,
    seed_changed,
    side_known,
    source_held,
    text_once,
    to_do,
    unused_exemption,
    weekday_right,
)
from dossier.check.rule import Rule
from dossier.link import Graph
from dossier.model.finding import Finding
from dossier.model.texts import RuleText

RULES: tuple[Rule, ...] = cast(
    tuple[Rule, ...],
    (
        passage_absent,
        passage_differs,
        passage_elsewhere,
        passage_ambiguous,
        passage_cut,
        passage_excluded,
        passage_invalid,
        passage_twice,
        evidence_present,
        source_held,
        text_once,
        seed_changed,
        region_found,
        number_figure,
        number_words,
        date_basis,
        date_phrase,
        date_anchor,
        date_fits,
        weekday_right,
        quote_words,
        quote_marks,
        quote_speaker,
        chain_declared,
        chain_order,
        chain_circle,
        overlap_declared,
        disagreement_positions,
        disagreement_origins,
        alias_written,
        alias_twice,
        side_known,
        reference_known,
        reference_ambiguous,
        reference_self,
        reference_twice,
        reference_draft,
        former_free,
        former_once,
        reference_withdrawn,
        revision_order,
        revision_dated,
        prose_link,
        prose_figure,
        prose_date,
        prose_quote,
        to_do,
        orphan,
        coverage_open,
        unused_exemption,
    ),
)

_PARTS = re.compile(r"(?s)(?P<says>.*?)\n\nPasses:(?P<passes>.*?)\nFails:(?P<fails>.*)")


def check(graph: Graph) -> list[Finding]:
    """Every breach of every rule, in no order."""
    return [finding for rule in RULES for finding in rule.check(graph)]


def text_of(rule: str, docstring: str | None) -> RuleText:
    """What the docstring of a rule says."""
    found = _PARTS.fullmatch((docstring or "").strip())
    if found is None:
        raise ValueError(f"{rule}: the docstring needs a sentence, then `Passes:` and `Fails:`")
    return RuleText(rule, *(" ".join(part.split()) for part in found.group("says", "passes", "fails")))


RULE_TEXTS: tuple[RuleText, ...] = tuple(text_of(rule.ID, rule.__doc__) for rule in RULES)
