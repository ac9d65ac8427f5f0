"""A review in the browser: its pages, the verdicts and publications that are written from them, and their undoing."""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from jinja2 import Environment

from dossier.claims.reviewed import claim_digest, review_status
from dossier.editor.publish_drafts import (
    PublishableDrafts,
    RefusedDraft,
    drafts_that_hold,
    find_publishable,
    publish_drafts,
    with_needed_drafts,
)
from dossier.editor.review_queue import MessagesByPath, QueueEntry, record_to_read, review_queue
from dossier.editor.verdict import WrittenVerdict, require_reviewer, undo_verdicts, write_verdict
from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.io.clock import current_day
from dossier.io.git import user_name
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds import KINDS
from dossier.model.record import Record, Verdict
from dossier.model.terms import count_of, kind_title, term
from dossier.pipeline import DossierMemory, link_dossier
from dossier.render.environment import html_environment
from dossier.text.interface import format_list, gettext, interface_language, ngettext
from dossier.text.wording import truncate

TEMPLATE = "review.html.j2"
MAX_STATEMENT_LENGTH = 80
"""Characters of a statement in the list of doubts."""
MAX_NAMED, MAX_REFUSALS = 4, 3
"""How many records a message names, and how many findings it says."""


class Outcome(NamedTuple):
    """What came of a request: what to say to the reviewer, and the key of the record to show, "" for the list."""

    message: str
    key: str


class ReviewSession:
    """The review of the dossier below `root`, as its files are at each request.

    `address` is that of the list; that of a record has its kind and id after it.
    """

    def __init__(self, root: Path, address: str) -> None:
        self._root, self._address = root, address
        self._memory, self._lock = DossierMemory(), Lock()
        self._undoable: list[tuple[str, tuple[WrittenVerdict, ...]]] = []

    def page(self, key: str, findings: MessagesByPath) -> str | None:
        """Return the page of a record or, for "", the list; None if there is no such record.

        Raises UserError if the dossier cannot be read.
        """
        with self._lock:
            graph = self._read()
            queue = review_queue(graph)
            index = next((index for index, entry in enumerate(queue) if entry.record.key == key), None)
            if key and index is None:
                return None
            settings = graph.dossier.settings
            with interface_language(settings.language) as interface:
                context: dict[str, Any] = {
                    "language": settings.language,
                    "is_english": interface.is_source,
                    "dossier": settings.title,
                    "reviewer": user_name(self._root),
                    "undoable": bool(self._undoable),
                    "remaining": sum(entry.remains for entry in queue),
                    "total": len(queue),
                    "address": self.address,
                    "list": self._address,
                }
                of_page = _list_context(queue) if index is None else self._record_context(graph, queue, index, findings)
                return _environment().get_template(TEMPLATE).render(**context, **of_page)

    def judge(self, key: str, verdict: Verdict, digest: str) -> Outcome:
        """Write the verdict on a record that was shown with this digest.

        Raises UserError, with nothing written, if the reviewer has no name or what was shown has changed since.
        """
        with self._lock:
            graph = self._read()
            with interface_language(graph.dossier.settings.language):
                reviewer = require_reviewer(self._root)
                record = self._require_shown(graph, key, digest)
                written = write_verdict(self._root, graph, record, verdict, reviewer, current_day())
                self._undoable.append((key, (written,)))
                message = gettext("%(record)s: %(verdict)s.", record=_label(graph, record), verdict=_term(verdict))
                return Outcome(message, _next_key(review_queue(self._read()), key))

    def publish(self, key: str, digest: str) -> Outcome:
        """Write that a draft that was shown with this digest holds and is published, with the drafts that it needs.

        These are those that it refers to and that hold. If it also refers to others, it stays a draft that holds.
        Raises UserError, with nothing written, like `judge`, or if the draft has findings.
        """
        with self._lock:
            graph, findings = self._link()
            with interface_language(graph.dossier.settings.language):
                record = self._require_shown(graph, key, digest)
                if not record.is_draft:
                    raise UserError(gettext("%(record)s is published already.", record=_label(graph, record)))
                reviewer, day = require_reviewer(self._root), current_day()
                chosen = find_publishable(graph, findings, with_needed_drafts(graph, record))
                own = next((each for each in chosen.refused if each.record.key == key), None)
                if own is None:
                    written = publish_drafts(self._root, graph, chosen.ready, reviewer, day)
                    message = _published_message(graph, chosen)
                elif own.only_waits:
                    if review_status(graph, record) == "holds":  # Somebody has said so: their verdict stays.
                        raise UserError(_waiting_message(graph, record, chosen.ready))
                    written = (write_verdict(self._root, graph, record, "holds", reviewer, day),)
                    message = _waiting_message(graph, record, chosen.ready)
                else:
                    raise UserError(_refusal(graph, own))
                self._undoable.append((key, written))
                return Outcome(message, _next_key(review_queue(self._read()), key))

    def publish_all(self) -> Outcome:
        """Publish the drafts that hold, as far as they have no findings. Raises UserError if none can be published."""
        with self._lock:
            graph, findings = self._link()
            with interface_language(graph.dossier.settings.language):
                reviewer, day = require_reviewer(self._root), current_day()
                chosen = find_publishable(graph, findings, drafts_that_hold(graph))
                if not chosen.ready:
                    refusals = [_refusal(graph, each) for each in chosen.refused]
                    raise UserError("\n".join(refusals[:MAX_REFUSALS]) or gettext("No draft holds."))
                written = publish_drafts(self._root, graph, chosen.ready, reviewer, day)
                self._undoable.append(("", written))
                return Outcome(_published_message(graph, chosen), "")

    def undo(self) -> Outcome:
        """Restore the file of the last verdict that is not undone. Raises UserError if there is none or it changed."""
        with self._lock:
            graph = self._read()
            with interface_language(graph.dossier.settings.language):
                if not self._undoable:
                    raise UserError(gettext("There is nothing to undo."))
                key, written = self._undoable[-1]
                undo_verdicts(self._root, written)
                self._undoable.pop()
                label = _label(graph, graph.dossier.by_key[key]) if key in graph.dossier.by_key else key
                if not key:
                    label = _count_of_records(len(written))
                return Outcome(gettext("Undone: %(record)s.", record=label), key)

    def address(self, key: str) -> str:
        """Return the address of the page of a record, or of the list."""
        return f"{self._address}{key.replace(':', '/')}{'/' if key else ''}"

    def _read(self) -> Graph:
        return self._link()[0]

    def _link(self) -> tuple[Graph, tuple[Finding, ...]]:
        """Return the dossier as it is now, and the findings of loading it."""
        graph, findings = link_dossier(self._root, self._memory)
        if graph is None:
            raise UserError(f"the dossier's settings cannot be read: {findings[0]}")
        return graph, findings

    @staticmethod
    def _require_shown(graph: Graph, key: str, digest: str) -> Record:
        """Return the record that was shown with this digest. Raises UserError if it is another now."""
        record = graph.dossier.by_key.get(key)
        if record is None or claim_digest(graph, record) != digest:
            raise UserError(gettext("This record has changed meanwhile: nothing was written. Read it again."))
        return record

    def _record_context(
        self, graph: Graph, queue: tuple[QueueEntry, ...], index: int, findings: MessagesByPath
    ) -> Mapping[str, Any]:
        record = queue[index].record
        remaining = [number for number, entry in enumerate(queue) if entry.remains]
        return {
            "shown": record_to_read(graph, record, findings),
            "kind": kind_title(record),
            "state": _term(record.review, "Record.review"),
            "review": record.reviewed,
            "review_day": format_edtf(record.reviewed.date) if record.reviewed else "",
            "previous": next((queue[number].record.key for number in reversed(remaining) if number < index), ""),
            "next": next((queue[number].record.key for number in remaining if number > index), ""),
        }


def _list_context(queue: tuple[QueueEntry, ...]) -> Mapping[str, Any]:
    groups = []
    for kind in KINDS:
        entries = [entry for entry in queue if type(entry.record) is kind and entry.remains]
        if entries:
            groups.append((count_of(len(entries), kind), entries))
    first = next((entry.record.key for entry in queue if entry.remains), "")
    holding = [entry for entry in queue if entry.record.is_draft and not entry.remains]
    return {"shown": None, "groups": groups, "holding": holding, "previous": "", "next": first}


def _next_key(queue: tuple[QueueEntry, ...], key: str) -> str:
    """Return the key of the record that remains after this one, else "", the list."""
    index = next((index for index, entry in enumerate(queue) if entry.record.key == key), len(queue))
    return next((entry.record.key for entry in queue[index + 1 :] if entry.remains), "")


def _published_message(graph: Graph, chosen: PublishableDrafts) -> str:
    """Return what was published and, of all that were chosen, what was not and why."""
    if len(chosen.ready) > MAX_NAMED:
        published = ngettext("%(number)s record published.", "%(number)s records published.", len(chosen.ready))
    else:
        names = format_list([_label(graph, record) for record in chosen.ready])
        published = gettext("Published: %(records)s.", records=names)
    return "\n".join((published, *(_refusal(graph, each) for each in chosen.refused[:MAX_REFUSALS])))


def _waiting_message(graph: Graph, record: Record, ready: Sequence[Record]) -> str:
    """Return what is said of a draft that holds, but refers to drafts that are not ready to be published."""
    keys = {reference.target for reference in graph.references if reference.record.key == record.key}
    drafts = (graph.dossier.by_key[key] for key in sorted(keys) if key in graph.dossier.by_key)
    names = [_label(graph, draft) for draft in drafts if draft.is_draft and draft not in ready]
    return gettext(
        "%(record)s holds. It stays a draft, since it refers to drafts: %(others)s.",
        record=_label(graph, record),
        others=format_list(names[:MAX_NAMED]),
    )


def _refusal(graph: Graph, refused: RefusedDraft) -> str:
    """Return why a draft is not published: its first findings, a line each."""
    shown = [f"{finding.location.line}:{finding.location.column}: {finding.message}" for finding in refused.findings]
    more = len(shown) - MAX_REFUSALS
    lines = [gettext("Not published: %(record)s.", record=_label(graph, refused.record)), *shown[:MAX_REFUSALS]]
    return "\n".join([*lines, ngettext("and %(number)s more", "and %(number)s more", more)] if more > 0 else lines)


def _count_of_records(number: int) -> str:
    return ngettext("%(number)s record", "%(number)s records", number)


def _label(graph: Graph, record: Record) -> str:
    return graph.labels.get(record.key, record.label)


def _term(value: str, name: str = "ReviewVerdict.verdict") -> str:
    return term(value, name)


@cache
def _environment() -> Environment:
    environment = html_environment("dossier.render")
    environment.filters |= {"term": term, "shorten": partial(truncate, max_length=MAX_STATEMENT_LENGTH)}
    return environment
