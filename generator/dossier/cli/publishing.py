"""`dossier review --publish`: publishes drafts without TODO and findings, and says why not the others."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from dossier.cli.choosing import Chooser, is_interactive
from dossier.cli.console import EXIT_FINDINGS, EXIT_OK
from dossier.cli.record_arguments import read_record
from dossier.editor.publish_drafts import find_publishable, publish_drafts
from dossier.editor.verdict import require_reviewer
from dossier.io.clock import current_day
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS, KINDS_BY_NAME
from dossier.model.record import Record
from dossier.pipeline import link_dossier, sort_findings
from dossier.text.wording import pluralize


def publish_named(root: Path, words: Sequence[str], *, takes_all: bool, kind: str | None) -> int:
    """Publish the drafts that are named, or all; return the exit code, 1 if one of them is refused.

    Raises UserError where a name means no record, or nothing can be written.
    """
    if bool(words) == takes_all:
        raise click.UsageError("say which drafts to publish: KIND:ID, or --all")
    graph, findings = link_dossier(root)
    if graph is None:
        raise UserError(f"the dossier's settings cannot be read: {findings[0]}")
    named = list(dict.fromkeys(word for word in words if word in graph.dossier.unreadable_keys))
    unreadable = [_path_of(key) for key in (graph.dossier.unreadable_keys if takes_all else named)]
    if takes_all:
        drafts = [record for record in graph.dossier.records if record.is_draft and kind in (None, record.singular)]
    else:
        found = [read_record(word, KINDS, graph.dossier, Chooser(None)) for word in words if word not in named]
        drafts = [record for record in {record.key: record for record in found}.values() if record.is_draft]
        for record in found:
            if not record.is_draft:
                sys.stderr.write(f"{record.key} is published already\n")
    doubted = [record for record in drafts if takes_all and _is_doubted(record)]
    chosen = find_publishable(graph, findings, [record for record in drafts if record not in doubted])
    if chosen.ready and (not takes_all or _is_confirmed(len(chosen.ready))):
        published = publish_drafts(root, graph, chosen.ready, require_reviewer(root), current_day())
        sys.stdout.writelines(f"{each.path}\n" for each in published)
    reasons = [finding for draft in chosen.refused for finding in draft.findings]
    reasons += [finding for finding in findings if finding.location.path in unreadable]
    sys.stderr.write("".join(dict.fromkeys(f"{finding}\n" for finding in sort_findings(reasons))))
    for record in doubted:
        by = record.reviewed.by if record.reviewed else ""
        sys.stderr.write(f"{record.location('review')}: {by} said to look at it again: review it, or name it here\n")
    count = len(chosen.refused) + len(doubted) + len(unreadable)
    sys.stderr.write(f"{pluralize(len(chosen.ready), 'draft')} published, {count} not\n")
    return EXIT_FINDINGS if count else EXIT_OK


def _is_confirmed(number: int) -> bool:
    """Return whether an editor at a terminal says that all these drafts hold; without a terminal, yes."""
    question = f"Without TODO and findings: {pluralize(number, 'draft')}. Have you read them, and do they hold?"
    if is_interactive() and not click.confirm(question, err=True):
        raise click.Abort
    return True


def _is_doubted(record: Record) -> bool:
    return record.reviewed is not None and record.reviewed.verdict == "look again"


def _path_of(key: str) -> str:
    kind, _, id = key.partition(":")
    return f"content/{KINDS_BY_NAME[kind].plural}/{id}.yml"
