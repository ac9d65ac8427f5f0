"""Exemptions of what no record covers, proposed from the texts: to be pasted, or written into the files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from dossier.coverage.compute import is_within
from dossier.coverage.evidence_index import SpanSet
from dossier.detect.figure_asides import find_asides
from dossier.detect.languages import source_detectors
from dossier.editor.exemption_reasons import ReasonFinder, ShownReason
from dossier.editor.rename import edit_entry
from dossier.editor.transaction import FileChange
from dossier.editor.yaml.edit_values import append_items
from dossier.editor.yaml.nodes import Collection, YamlValue, node_of
from dossier.editor.yaml.writer import write_mapping
from dossier.match import SearchableText, find_all_spans
from dossier.match.boundaries import expand_to_words, is_partial
from dossier.model.coverage import CoverageItem, Mention, MentionKind
from dossier.model.dossier import Dossier, Settings
from dossier.model.kinds.source import Source
from dossier.model.record import TODO_PREFIX
from dossier.text.interface import gettext, interface_language
from dossier.text.whitespace import collapse_whitespace

EXEMPT = "exempt"
_TODO_NOTE = f"{TODO_PREFIX} why no record needs to cite it"
_REASONS: Mapping[MentionKind, str] = {
    "quotation": "not speech",
    "quantity": "no measure",
    "date": "not of the story",
    "name": "not of the story",
}
"""The reason that holds most often for a kind of mention."""
_Wording = tuple[MentionKind, str]


class ProposedExemptions(NamedTuple):
    """The exemptions to add to the file of a source, or to that of the whole dossier."""

    item: Source | Settings
    exemptions: Sequence[Mapping[str, YamlValue]]

    @property
    def unfinished(self) -> int:
        """How many of them need a note by a person."""
        return sum(exemption["note"] == _TODO_NOTE for exemption in self.exemptions)

    @property
    def as_yaml(self) -> str:
        """The exemptions as they are in the file."""
        collection = node_of({EXEMPT: list(self.exemptions)})
        assert isinstance(collection, Collection)
        return write_mapping(collection)


def propose_exemptions(
    dossier: Dossier, items: Sequence[CoverageItem], *, in_dossier: bool = False
) -> Iterator[ProposedExemptions]:
    """Yield the exemptions of what is open, each wording once: those of the whole dossier first, then by source.

    `items` are all mentions of the sources and kinds in question; those whose words a record that cannot be read may
    have are left out. The note is `TODO` unless the text shows, wherever it has the words, why no record needs them.
    Only with `in_dossier` are there exemptions of the whole dossier: of what is open in several sources, for a reason
    that does not depend on the place.
    """
    readers = cache(partial(_SourceReasons, dossier, _by_source(items)))
    of_dossier: list[Mapping[str, YamlValue]] = []
    of_sources: dict[str, list[Mapping[str, YamlValue]]] = {}
    with interface_language(dossier.settings.language):
        for wording, sources in _open_wordings(dossier, items).items():
            reasons = {source: readers(source).reasons_for(wording) for source in sources}
            shared = {reason for found in reasons.values() for reason in found or (None,)}
            is_shared = in_dossier and len(sources) > 1
            if is_shared and all(reason is not None and reason.anywhere for reason in shared):
                of_dossier.append(_exemption(wording, [reason for reason in shared if reason]))
                continue
            unexplained = [source for source in sources if reasons[source] is None]
            if is_shared and len(unexplained) > 1:
                of_dossier.append(_exemption(wording, None))
            for source in sources:
                if not (is_shared and len(unexplained) > 1 and source in unexplained):
                    of_sources.setdefault(source, []).append(_exemption(wording, reasons[source]))
    if of_dossier:
        yield ProposedExemptions(dossier.settings, of_dossier)
    for source in sorted(of_sources):
        yield ProposedExemptions(_source(dossier, source), of_sources[source])


def _open_wordings(dossier: Dossier, items: Iterable[CoverageItem]) -> Mapping[_Wording, Mapping[str, None]]:
    """Return the sources in which each wording is open."""
    open_in: dict[_Wording, dict[str, None]] = {}
    for item in items:
        if item.state == "open" and item.exemption is None and not dossier.may_be_unread(item.mention.text):
            words = _whole_words(dossier.source_texts[item.mention.file].text, item.mention)
            if words:
                open_in.setdefault((item.mention.kind, words), {})[item.source] = None
    return open_in


def write_exemptions(root: Path, proposals: Iterable[ProposedExemptions]) -> tuple[FileChange, ...]:
    """Return the changes that add exemptions to their files; comments and all else stay, a formatted file formatted.

    Raises UserError where a file cannot be edited in place.
    """
    changes = []
    for item, exemptions in proposals:
        add = partial(_append, item.path, list(exemptions))
        before, after = edit_entry(item, {}, root.resolve(), add)
        changes.append(FileChange(item.path, item.path, before.encode(), after.encode()))
    return tuple(changes)


def _whole_words(text: str, mention: Mention) -> str:
    """Return the words of a mention, with the rest of a word that it is a part of; nothing if that has no end."""
    start, end = expand_to_words(text, mention.start, mention.end)
    return "" if is_partial(text, start, end) else collapse_whitespace(text[start:end])


def _append(path: str, exemptions: Sequence[YamlValue], text: str) -> str:
    return append_items(text, path, EXEMPT, exemptions)


def _exemption(wording: _Wording, reasons: Sequence[ShownReason] | None) -> Mapping[str, YamlValue]:
    kind, words = wording
    note = " ".join(dict.fromkeys(gettext(reason.note) for reason in reasons)) if reasons else _TODO_NOTE
    return {"text": words, "kind": kind, "reason": reasons[0].reason if reasons else _REASONS[kind], "note": note}


def _by_source(items: Iterable[CoverageItem]) -> Mapping[str, Sequence[Mention]]:
    """Return the mentions of each source that an exemption could concern, now or later."""
    mentions: dict[str, list[Mention]] = {}
    for item in items:
        if item.state in ("open", "covered"):
            mentions.setdefault(item.source, []).append(item.mention)
    return mentions


def _source(dossier: Dossier, id: str) -> Source:
    source = dossier.by_key[f"{Source.singular}:{id}"]
    assert isinstance(source, Source)
    return source


class _SourceReasons:
    """The reasons that the text of one source shows."""

    def __init__(self, dossier: Dossier, mentions: Mapping[str, Sequence[Mention]], source_id: str) -> None:
        source = _source(dossier, source_id)
        text = dossier.source_texts[source.text or ""]
        asides = find_asides(text.text, source_detectors(dossier, source))
        self._finder = ReasonFinder(text.text, dossier.language_of(source), asides)
        self._text = SearchableText(text.file, text.text)
        self._mentions = mentions[source_id]

    def reasons_for(self, wording: _Wording) -> list[ShownReason] | None:
        """Return why no mention with these words needs a record; None if the text does not show it of each."""
        kind, words = wording
        spans = SpanSet(find_all_spans(words, None, None, self._text))
        same = [mention for mention in self._mentions if mention.kind == kind and is_within(mention, spans)]
        found = [self._finder.reason_of(mention) for mention in same]
        reasons = [reason for reason in found if reason is not None]
        return list(dict.fromkeys(reasons)) if reasons and len(reasons) == len(found) else None
