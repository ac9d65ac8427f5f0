"""Records under new ids: which have one, and an entry as it would be with the new ones in its references and links."""

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.link.prose import prose_links
from dossier.model.base import FieldPath, Prose, RefersTo
from dossier.model.dossier import Dossier
from dossier.model.entry import Entry

Names = Mapping[str, str]
"""The new key of each record that has one, by its old key: `actor:guaido` to `actor:juan-guaido`."""


def new_names(base: Dossier, head: Dossier) -> Names:
    """The records of the later state that name a former id under which the earlier one has a record."""
    known, kept = {record.key for record in base.addressed}, {record.key for record in head.addressed}
    former = ((f"{record.singular}:{old}", record.key) for record in head.addressed for old in record.formerly)
    return {old: new for old, new in former if old in known - kept and new not in known}


def under(names: Names, entry: Entry) -> Entry:
    """The entry with every reference and cross-link to a record of an old name under its new one."""
    found = dict(_renamed(names, entry))
    if not found:
        return entry
    data = entry.model_dump(mode="json", exclude_unset=True)
    for path, text in found.items():
        holder: Any = data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = text
    return type(entry).read(data, entry.id, entry.path, dict)


def _renamed(names: Names, entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    """The texts of an entry that are others under the new names."""
    for path, mark, text in entry.leaves if names else ():
        if isinstance(mark, Prose):
            new = _prose(names, text)
        elif isinstance(mark, RefersTo):
            new = _reference(names, text, mark.kinds)
        else:
            continue
        if new != text:
            yield path, new


def _prose(names: Names, text: str) -> str:
    for link in reversed(list(prose_links(text))):
        if link.key in names:
            words = f"|{link.words}" if link.words else ""
            text = f"{text[: link.start]}[[{names[link.key]}{words}]]{text[link.end :]}"
    return text


def _reference(names: Names, text: str, kinds: tuple[str, ...]) -> str:
    if not kinds:
        return names.get(text, text)
    new = next((names[key] for kind in kinds if (key := f"{kind}:{text}") in names), None)
    return new.partition(":")[2] if new else text
