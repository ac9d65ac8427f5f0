"""Exemptions of what no record covers in a source, ready to be pasted into its file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.editor.yaml.nodes import Collection, YamlValue, node_of
from dossier.editor.yaml.writer import write_mapping
from dossier.model.coverage import CoverageItem, MentionKind
from dossier.model.dossier import Dossier
from dossier.model.record import TODO_PREFIX
from dossier.text.whitespace import collapse_whitespace

_TODO_NOTE = f"{TODO_PREFIX} why no record needs to cite it"
_REASONS: Mapping[MentionKind, str] = {
    "quotation": "not speech",
    "quantity": "no measure",
    "date": "not of the story",
    "name": "not of the story",
}
"""The reason that holds most often for a kind of mention."""
_ADDRESS = re.compile(r"(?<!\S)(?:[a-z+]+://|www\.)\S*|(?<!\S)[^\s@]+@[^\s@]+")
_CREDIT = re.compile(
    r"\([^()\n]*[/©][^()\n]*\)|©[^\n]*|\bcredits?:[^\n]*"
    r"|^\W*(?:photo|image|picture)(?: credit)?s?\s*(?:[:/©]|by\b)[^\n]*",
    re.IGNORECASE,
)
_KNOWN: Sequence[tuple[re.Pattern[str], str]] = (
    (_ADDRESS, "Part of a web or mail address."),
    (_CREDIT, "Part of the credit of a picture."),
)
"""Where a mention needs no explanation by a person."""


def propose_exemptions(dossier: Dossier, items: Iterable[CoverageItem]) -> Iterator[tuple[str, str]]:
    """Yield each source with open mentions and the YAML of their exemptions, each wording once.

    The reason is the most frequent one for the kind of mention. The note is `TODO` where the text does not show one.
    """
    by_source: dict[str, dict[tuple[str, str], YamlValue]] = {}
    for item in items:
        if item.state == "open" and item.exemption is None:
            mention = item.mention
            words = collapse_whitespace(mention.text)
            text = dossier.source_texts[mention.file].text
            by_source.setdefault(item.source, {})[mention.kind, words] = {
                "text": words,
                "kind": mention.kind,
                "reason": _REASONS[mention.kind],
                "note": _note(text, mention.start),
            }
    for source, exemptions in by_source.items():
        collection = node_of({"exempt": [*exemptions.values()]})
        assert isinstance(collection, Collection)
        yield source, write_mapping(collection)


def _note(text: str, offset: int) -> str:
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    for pattern, note in _KNOWN:
        if any(found.start() <= offset - start < found.end() for found in pattern.finditer(line)):
            return note
    return _TODO_NOTE
