"""The draft of a disagreement: its question, and an answer for each record whose passage is quoted."""

import re
from collections.abc import Sequence

from dossier.detect.languages import recorded_quantity, source_detectors
from dossier.detect.quantity_mentions import quantities_match
from dossier.editor.locate import passage_fields
from dossier.editor.selection import Selection
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.format import format_edtf
from dossier.match import resolve_passages
from dossier.model.dossier import Dossier
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.marks import EDITOR, strip_marks
from dossier.model.record import TODO_PREFIX, Record
from dossier.text.interface import gettext, interface_language
from dossier.text.spans import span_contains, spans_overlap
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import upper_first

ANSWERING = (Number, Quote, Event)
"""The kinds of records that answer a question, the most telling first."""


def disagreement_fields(selections: Sequence[Selection], dossier: Dossier) -> dict[str, YamlValue]:
    """Return the fields that follow from what is quoted; the rest, such as the assessment, is the editor's.

    An answer whose passage a record has is in the words of that record and cites it; another has its own passage.
    """
    records = [_record_of(selection, dossier) for selection in selections]
    sources = {selection.source for selection in selections}
    with interface_language(dossier.settings.language):
        positions = [
            _position(selection, record, dossier) for selection, record in zip(selections, records, strict=True)
        ]
        fields: dict[str, YamlValue] = {"positions": list[YamlValue](positions)}
        if all(isinstance(record, Number) for record in records):
            numbers = [record for record in records if isinstance(record, Number)]
            whats = [number.measure.what for number in numbers if not number.measure.what.startswith(TODO_PREFIX)]
            if whats:
                fields["question"] = gettext("What figure is given for %(what)s?", what=min(whats, key=len))
            one, several = (
                gettext("The source gives different figures."),
                gettext("The sources give different figures."),
            )
            differs = len({number.figure for number in numbers}) == len(numbers)
            fields |= {"summary": f"{one if len(sources) == 1 else several}[^{EDITOR}]"} if differs else {}
        elif all(isinstance(record, Event) for record in records):
            one, several = gettext("The source gives different dates."), gettext("The sources give different dates.")
            differs = len({record.date for record in records if isinstance(record, Event)}) == len(records)
            fields |= {"summary": f"{one if len(sources) == 1 else several}[^{EDITOR}]"} if differs else {}
    about = dict.fromkeys(key for record in records if record for key in record.about if key in dossier.by_key)
    return fields | ({"about": list[YamlValue](about)} if about else {})


def _position(selection: Selection, record: Record | None, dossier: Dossier) -> YamlValue:
    """Return an answer: in the words of the record, or a passage with the attribution that other records give it."""
    if record is None:
        passage = selection.hit.passage.model_copy(update={"via": tuple(_via_of(selection, dossier))})
        return {"passages": [passage_fields(passage)]}
    if not record.summary.startswith(TODO_PREFIX):
        return {"statement": f"{strip_marks(record.summary).strip()}[^{record.key}]"}
    words = _words_of(record)
    who = _said_by(record, selection, dossier)
    return {"statement": gettext("%(what)s, according to %(who)s.", what=words, who=who) + f"[^{record.key}]"}


def _words_of(record: Record) -> str:
    """Return what a record says, without a full stop."""
    if isinstance(record, Number):
        if record.measure.what.startswith(TODO_PREFIX):
            return upper_first(record.figure)
        is_noun = record.qualifier != "vague" and not record.counted_unit
        return upper_first(f"{record.amount} {record.measure.what}" if is_noun else record.label)
    if isinstance(record, Event) and record.date:
        day = format_edtf(record.date)
        return upper_first(day) if record.title.startswith(TODO_PREFIX) else f"{record.label}, {day}"
    return record.label


def _said_by(record: Record, selection: Selection, dossier: Dossier) -> str:
    """Return a link to who says it: the speaker or who counted, else the last who passed it on, else the source."""
    passage = next((passage for _, passage in record.iter_passages() if passage.source == selection.source), None)
    named = getattr(record, "speaker", None) or getattr(record, "counted_by", None)
    ids = [named] if named else list(passage.via)[-1:] if passage else []
    for kind in (Actor, Source):
        for id in ids:
            if party := dossier.by_key.get(f"{kind.singular}:{id}"):
                return f"[[{party.key}|{_name_in(selection.text.content, party.short_label)}]]"
    source = dossier.by_key[f"{Source.singular}:{selection.source}"]
    return f"[[{source.key}|{source.short_label}]]"


def _name_in(text: str, name: str) -> str:
    """Return a name as a text has it within a sentence: "officials" for a record called Officials."""
    lowered = name[:1].lower() + name[1:]
    return lowered if re.search(rf"\b{re.escape(lowered)}\b", text) else name


def _record_of(selection: Selection, dossier: Dossier) -> Record | None:
    """Return the record that the editor named or, if it is the only one, the one whose words the selection has."""
    if selection.key:
        return dossier.by_key[selection.key]
    citing = [
        citation.record
        for citation in resolve_passages(dossier).citations
        if isinstance(citation.record, ANSWERING)
        and citation.is_found
        and citation.passage.source == selection.source
        and spans_overlap(citation.span, selection.span)
    ]
    for kind in ANSWERING:
        found = {
            record.key: record for record in citing if isinstance(record, kind) and _tells(record, selection, dossier)
        }
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            return None
    return None


def _tells(record: Record, selection: Selection, dossier: Dossier) -> bool:
    """Return whether a selection has the figure of a number, the words of a quote or the phrase of an event's date."""
    words = collapse_whitespace(selection.text.content[selection.span.start : selection.span.end])
    if isinstance(record, Number):
        source = dossier.by_key[f"{Source.singular}:{selection.source}"]
        detectors = source_detectors(dossier, source) if isinstance(source, Source) else None
        recorded = recorded_quantity(dossier, record)
        figures = detectors.find_quantities(words) if detectors else ()
        return any(quantities_match(recorded, mention) for mention in figures)
    if isinstance(record, Quote):
        return any(collapse_whitespace(part) in words or words in collapse_whitespace(part) for part in record.words)
    return isinstance(record, Event) and bool(record.basis and record.basis.phrase and record.basis.phrase in words)


def _via_of(selection: Selection, dossier: Dossier) -> Sequence[str]:
    """Return the attribution that all records that cite these words give them, if they agree."""
    found = {
        tuple(citation.passage.via)
        for citation in resolve_passages(dossier).citations
        if citation.is_found
        and citation.passage.source == selection.source
        and span_contains(citation.span, selection.span)
    }
    return next(iter(found)) if len(found) == 1 else ()
