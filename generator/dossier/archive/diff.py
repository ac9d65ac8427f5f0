"""The changes since an earlier archive: records, by field and by statement, and pages; as data and as Markdown."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dossier.archive.verify import (
    CURRENT_FORMAT,
    SITE,
    NotAnArchiveError,
    address_in_site,
    files_at,
    records_of,
    verify,
)
from dossier.export.plain_prose import MARKUP_SUFFIX
from dossier.graph.markup import strip_markup
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS
from dossier.text.whitespace import collapse_whitespace

FORMAT = "dossier-changes/1"
COMPARABLE_FORMATS = frozenset({"dossier/2", "dossier/3", CURRENT_FORMAT})
"""The formats in which records have the same fields; since `dossier/3` they have statements too.

Since `dossier/4`, prose is in plain words, and in a second field (`summary_markup`) as the editors wrote it.
"""
NOT_CLAIMS = frozenset({"id", "url", "formerly", "corrections", "statements"})
"""Fields about the record, not about the story; the changes list them, and the statements, under other names."""

Data = Mapping[str, Any]
Labels = Mapping[str, str]
"""What records are called, by key."""


class IncomparableError(UserError):
    """The earlier file is not an archive, does not verify or has an older format."""


class ArchiveState(NamedTuple):
    """An earlier archive: the name of its file, its seal, its records, and the addresses of its pages."""

    name: str
    seal: str
    data: Data
    pages: frozenset[str]


def read_archive(path: Path) -> ArchiveState:
    """Read an archive, zipped or unpacked. Raises IncomparableError unless it verifies and has a comparable format."""
    try:
        verified, files = verify(path), files_at(path)
    except NotAnArchiveError as error:
        raise IncomparableError(str(error)) from error
    if verified.faults:
        raise IncomparableError(f"{path} does not verify: {verified.faults[0]}")
    data, _ = records_of(files)
    if data["format"] not in COMPARABLE_FORMATS:
        raise IncomparableError(f"{path} has records of the format {data['format']}, which cannot be compared")
    pages = (name.removeprefix(SITE) for name in files.sizes if name.startswith(SITE) and name.endswith(".html"))
    return ArchiveState(path.name, verified.seal, data, frozenset(pages))


def diff_archives(old: ArchiveState, new: Data, pages: Iterable[str], labels: Labels) -> dict[str, Any]:
    """Return the changes as data, in the format `dossier-changes/1`; every list is sorted by kind and id.

    `new` are the current records, `pages` the current addresses of pages. Addresses are from the site's root.
    """
    old, new = old._replace(data=_as_written(old.data)), _as_written(new)
    before = _records_by_key(old.data)
    added, changed = [], []
    for key, record in _records_by_key(new).items():
        old_key = next((candidate for candidate in (key, *_former_keys(key, record)) if candidate in before), None)
        entry = _entry(key, labels) | {"url": address_in_site(record["url"])}
        if old_key is None:
            added.append(entry)
            continue
        old_record = before.pop(old_key)
        entry["fields"] = _changed_fields(old_record, record)
        entry["statements"] = list(_changed_statements(old_record.get("statements"), record.get("statements")))
        entry["corrections"] = _new_corrections(old_record, record)
        if old_key != key:
            entry["formerly"] = old_record["id"]
        if entry["fields"] or entry["statements"] or entry["corrections"] or old_key != key:
            changed.append(entry)
    old_notices = {(notice["kind"], notice["id"]) for notice in old.data.get("withdrawn", ())}
    notices = [
        {name: address_in_site(value) if name == "url" else value for name, value in notice.items()}
        for notice in new["withdrawn"]
        if (notice["kind"], notice["id"]) not in old_notices
    ]
    for notice in notices:
        for id in (notice["id"], *notice.get("formerly", ())):
            before.pop(f"{notice['kind']}:{id}", None)
    return {
        "format": FORMAT,
        "since": {"archive": old.name, "seal": old.seal},
        "lead": list(_changed_statements(old.data.get("lead"), new.get("lead"))),
        "added": added,
        "changed": changed,
        "withdrawn": notices,
        "removed": [_entry(key, labels) for key in sorted(before)],
        "corrections": _new_corrections(old.data, new),
        "dead": sorted(old.pages.difference(pages)),
    }


def _as_written(value: Any) -> Any:
    """Return data with all prose as the editors wrote it, as in earlier formats."""
    if isinstance(value, list | tuple):
        return [_as_written(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    fields = {name: _as_written(field) for name, field in value.items() if not name.endswith(MARKUP_SUFFIX)}
    return fields | {
        name.removesuffix(MARKUP_SUFFIX): field for name, field in value.items() if name.endswith(MARKUP_SUFFIX)
    }


def _records_by_key(data: Data) -> dict[str, Data]:
    """Return the records by key, in the order of the kinds and ids."""
    return {f"{kind.singular}:{record['id']}": record for kind in KINDS for record in data.get(kind.plural, ())}


def _former_keys(key: str, record: Data) -> Iterator[str]:
    """Return the keys that a record had before."""
    kind = key.partition(":")[0]
    yield from (f"{kind}:{old}" for old in record.get("formerly", ()))


def _entry(key: str, labels: Labels) -> dict[str, Any]:
    kind, _, id = key.partition(":")
    return {"kind": kind, "id": id, "label": labels.get(key, id)}


def _changed_fields(old: Data, new: Data) -> list[str]:
    """Return the fields that were changed, added or removed, sorted."""
    return sorted(field for field in (old.keys() | new.keys()) - NOT_CLAIMS if old.get(field) != new.get(field))


def _changed_statements(old: Sequence[Data] | None, new: Sequence[Data] | None) -> Iterator[dict[str, Any]]:
    """Yield each statement that differs, by its id, with its text in either state; none if a state has no statements.

    A statement with the same words, author and evidence is the same one, whatever its id.
    """
    if old is None or new is None:
        return
    before = {statement["id"]: statement for statement in _without_equals(old, new)}
    for statement in _without_equals(new, old):
        earlier = before.pop(statement["id"], None)
        if earlier is None:
            yield {"id": statement["id"], "change": "added", "after": statement["text"]}
        else:
            texts = {"before": earlier["text"], "after": statement["text"]}
            yield {"id": statement["id"], "change": "changed", **texts}
    for statement in before.values():
        yield {"id": statement["id"], "change": "removed", "before": statement["text"]}


def _without_equals(statements: Sequence[Data], others: Sequence[Data]) -> list[Data]:
    contents = [_content(other) for other in others]
    return [statement for statement in statements if _content(statement) not in contents]


def _content(statement: Data) -> list[Any]:
    """Return what a statement says, on whose word, and the words that it is based on with their attribution."""
    evidence = [[passage["source"], passage["exact"], passage["via"]] for passage in statement["evidence"]]
    return [statement["text"], statement["by"], evidence]


def _new_corrections(old: Data, new: Data) -> list[Any]:
    """Return the corrections that the earlier archive does not have."""
    earlier = old.get("corrections", ())
    return [correction for correction in new.get("corrections", ()) if correction not in earlier]


Change = Mapping[str, Any]


def render_markdown(changes: Mapping[str, Any], labels: Labels) -> str:
    """Format the changes as Markdown."""
    since = changes["since"]
    lines = ["# Changes", "", f"Since {since['archive']}, whose seal is `{since['seal']}`.", ""]
    for heading, field, lines_of in SECTIONS:
        if changes[field]:
            lines += [f"## {heading}", ""]
            lines += (line for change in changes[field] for line in lines_of(change, labels))
            lines.append("")
    if not any(changes[field] for _, field, _ in SECTIONS):
        lines += ["No record has changed.", ""]
    return "\n".join(lines)


def _record_lines(change: Change, labels: Labels) -> Iterator[str]:
    """Yield the line of a record: kind, label, page, former id, changed fields; then its statements and corrections."""
    page = f" (data/site/{change['url']})" if "url" in change else ""
    formerly = f", formerly {change['formerly']}" if isinstance(change.get("formerly"), str) else ""
    fields = f": {', '.join(change['fields'])}" if change.get("fields") else ""
    yield f"- {change['kind'].capitalize()} “{collapse_whitespace(change['label'])}”{page}{formerly}{fields}"
    yield from (
        f"  {line}" for statement in change.get("statements", ()) for line in _statement_lines(statement, labels)
    )
    if "withdrawn" in change:
        yield f"  - {_revision(change['withdrawn'], 'withdrawn', labels)}"
    for correction in change.get("corrections", ()):
        yield f"  - {_correction(correction, labels)}"


def _statement_lines(change: Change, labels: Labels) -> Iterator[str]:
    before, after = change.get("before"), change.get("after")
    if before == after:
        yield f"- evidence changed: “{after}”"
    elif before is None or after is None:
        yield f"- statement {change['change']}: “{before or after}”"
    else:
        yield f"- statement changed: “{after}” (was: “{before}”)"


def _correction_lines(correction: Change, labels: Labels) -> Iterator[str]:
    yield f"- {_correction(correction, labels)}"


def _correction(correction: Change, labels: Labels) -> str:
    was = f" (was: {collapse_whitespace(correction['was'])})" if correction.get("was") else ""
    return _revision(correction, f"{collapse_whitespace(correction['what'])} corrected{was}", labels)


def _revision(revision: Change, event: str, labels: Labels) -> str:
    return f"{revision['date']}, {event}: {collapse_whitespace(strip_markup(revision['why'], labels))}"


def _address_lines(address: str, labels: Labels) -> Iterator[str]:
    yield f"- {address}"


SECTIONS: Sequence[tuple[str, str, Callable[[Any, Labels], Iterator[str]]]] = (
    ("Summary on the home page", "lead", _statement_lines),
    ("Added", "added", _record_lines),
    ("Changed", "changed", _record_lines),
    ("Withdrawn", "withdrawn", _record_lines),
    ("Removed without notice", "removed", _record_lines),
    ("Corrections to the summary", "corrections", _correction_lines),
    ("Pages that no longer exist", "dead", _address_lines),
)
"""Each section: its heading, the field of the changes, and the function that formats an element of it."""
