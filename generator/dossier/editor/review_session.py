"""A review in the browser: its pages, the verdicts that are written from them, and their undoing."""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from jinja2 import Environment

from dossier.claims.reviewed import claim_digest
from dossier.editor.review_queue import Doubts, QueueEntry, record_to_read, review_queue
from dossier.editor.verdict import WrittenVerdict, require_reviewer, undo_verdict, write_verdict
from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.io.clock import current_day
from dossier.io.git import user_name
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS
from dossier.model.record import Record, Verdict
from dossier.model.terms import count_of, kind_title, term
from dossier.pipeline import DossierMemory, link_dossier
from dossier.render.environment import html_environment
from dossier.text.interface import gettext, interface_language
from dossier.text.wording import truncate

TEMPLATE = "review.html.j2"
MAX_TITLE = 80
"""Characters of a statement in the list of doubts."""


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
        self._undoable: list[tuple[str, WrittenVerdict]] = []

    def page(self, key: str, findings: Doubts) -> str | None:
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
            with interface_language(settings.language):
                context: dict[str, Any] = {
                    "language": settings.language,
                    "dossier": settings.title,
                    "reviewer": user_name(self._root),
                    "undoable": self._undoable[-1][0] if self._undoable else "",
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
            record = graph.dossier.by_key.get(key)
            with interface_language(graph.dossier.settings.language):
                reviewer = require_reviewer(self._root)
                if record is None or claim_digest(graph, record) != digest:
                    raise UserError(gettext("This record has changed meanwhile: nothing was written. Read it again."))
                written = write_verdict(self._root, graph, record, verdict, reviewer, current_day())
                self._undoable.append((key, written))
                message = gettext("%(record)s: %(verdict)s.", record=_label(graph, record), verdict=_term(verdict))
                return Outcome(message, _next_key(review_queue(self._read()), key))

    def undo(self) -> Outcome:
        """Restore the file of the last verdict that is not undone. Raises UserError if there is none or it changed."""
        with self._lock:
            graph = self._read()
            with interface_language(graph.dossier.settings.language):
                if not self._undoable:
                    raise UserError(gettext("There is nothing to undo."))
                key, written = self._undoable[-1]
                undo_verdict(self._root, written)
                self._undoable.pop()
                label = _label(graph, graph.dossier.by_key[key]) if key in graph.dossier.by_key else key
                return Outcome(gettext("Undone: %(record)s.", record=label), key)

    def address(self, key: str) -> str:
        """Return the address of the page of a record, or of the list."""
        return f"{self._address}{key.replace(':', '/')}{'/' if key else ''}"

    def _read(self) -> Graph:
        graph, findings = link_dossier(self._root, self._memory)
        if graph is None:
            raise UserError(f"the dossier's settings cannot be read: {findings[0]}")
        return graph

    def _record_context(
        self, graph: Graph, queue: tuple[QueueEntry, ...], index: int, findings: Doubts
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
    return {"shown": None, "groups": groups, "previous": "", "next": first}


def _next_key(queue: tuple[QueueEntry, ...], key: str) -> str:
    """Return the key of the record that remains after this one, else "", the list."""
    index = next((index for index, entry in enumerate(queue) if entry.record.key == key), len(queue))
    return next((entry.record.key for entry in queue[index + 1 :] if entry.remains), "")


def _label(graph: Graph, record: Record) -> str:
    return graph.labels.get(record.key, record.label)


def _term(value: str, name: str = "ReviewVerdict.verdict") -> str:
    return term(value, name)


@cache
def _environment() -> Environment:
    environment = html_environment("dossier.render")
    environment.filters |= {"term": term, "shorten": partial(truncate, max_length=MAX_TITLE)}
    return environment
