"""A comparison as Markdown, for who reviews it: what to look at first, then each record word by word."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from dossier.claims.diff import ClaimChange, Comparison, Difference, Flag, SourceCounts, State
from dossier.match import DiffOp as WordChange
from dossier.match import word_diff as word_changes
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Settings
from dossier.model.record import Record
from dossier.text.plural import pluralize

ACTIVE = re.compile(r"([\\`*_\[\]<>&|~#$])")
LONGEST, KEPT = 14, 5
"""So many words that both have are shown whole; of more, so many at either end."""
TOLD_OF_NEW = frozenset({"summary"})
"""Of a record that came or went, what is told beside its claims and its evidence."""
FLAGS: dict[Flag, str] = {
    "deleted": "it was published and is gone: a record is withdrawn, so that its address tells why",
    "new disagreement": "a new disagreement",
    "value changed, evidence did not": "its value changed, its evidence did not",
    "evidence changed, value did not": "its evidence changed, its value did not",
    "positions changed, assessment did not": "its positions changed, its assessment did not",
    "origins changed": "it rests on other documents or origins",
    "review changed": "its review is another",
    "not corrected": "readers were told otherwise, and no correction says so",
}


def claims_markdown(comparison: Comparison) -> str:
    """The whole report; it begins with a heading of the second order."""
    base, head, changed, formatted = comparison
    parts = [f"## Claims: {_name(base)} to {_name(head)}", _summary(comparison)]
    parts.extend(_unread(state) for state in (base, head) if state.findings)
    if flagged := [line for change in changed for line in _flags(change)]:
        parts.append("### Look at these\n\n" + "\n".join(flagged))
    for became, some in groupby(changed, key=lambda one: one.became):
        heading = "On other ground" if became == "as it was" else became.capitalize()
        parts.append(f"### {heading}\n\n" + "\n".join(_told(change) for change in some))
    if formatted:
        parts.append("### In form alone\n\n" + "\n".join(f"- {_code(path)}" for path in formatted))
    return "\n\n".join(parts) + "\n"


def _summary(comparison: Comparison) -> str:
    counted = Counter(change.became for change in comparison.changes)
    said = [f"{number} {'on other ground' if became == 'as it was' else became}" for became, number in counted.items()]
    if comparison.formatted:
        said.append(f"{len(comparison.formatted)} in form alone")
    return f"{', '.join(said)}." if said else "No claim changed."


def _unread(state: State) -> str:
    """That a state has findings, which do not stop the comparison, and what could not be read of it."""
    records = ", ".join(map(_code, state.unread))
    left_out = f" Left out, since they cannot be read: {records}." if records else ""
    found = pluralize(state.findings, "finding")
    return f"In {_name(state)} the check has {found}.{left_out}"


def _name(state: State) -> str:
    return _code(state.revision) if state.revision else "the files as they are"


def _flags(change: ClaimChange) -> Iterator[str]:
    if change.flags:
        yield f"- {_code(change.entry.key)}: {'; '.join(FLAGS[flag] for flag in change.flags)}"


def _told(change: ClaimChange) -> str:
    before, after = change.before, change.after
    was = f", before {_code(before.key)}" if before and after and before.key != after.key else ""
    lines = [f"- **{_escaped(_label(change.entry))}** ({_code(change.entry.key)}{was})", *_standing(change)]
    whole = before is None or after is None
    told = (one for one in change.of("claim", "words") if not whole or one.facet == "claim" or one.field in TOLD_OF_NEW)
    lines.extend(f"{one.field}: {_difference(one)}" for one in told if change.became != "withdrawn")
    lines.extend(f"{one.field}: {_difference(one)}" for one in change.of("evidence") if change.became != "withdrawn")
    if change.became != "withdrawn" and change.spread[0] != change.spread[1]:
        lines.extend(_spread(*change.spread))
    return "\n  - ".join(lines)


def _standing(change: ClaimChange) -> Iterator[str]:
    """How far the record has come, and what its editor tells of it."""
    before, after = change.before, change.after
    if not isinstance(after, Record | Settings):
        return
    if isinstance(after, Record):
        old = before.review if isinstance(before, Record) else None
        if old != after.review:
            yield f"review: {f'{old} → ' if old else ''}{after.review}"
        if change.became == "withdrawn" and after.withdrawn:
            yield f"withdrawn on {after.withdrawn.date}: {_escaped(after.withdrawn.why)}"
    known = before.corrections if isinstance(before, Record | Settings) else ()
    for one in after.corrections:
        if one not in known:
            was = f", before “{_escaped(one.was)}”" if one.was else ""
            yield f"correction of {one.date}: {_escaped(one.what)}{was}. {_escaped(one.why)}"


def _spread(before: SourceCounts, after: SourceCounts) -> Iterator[str]:
    old, new = (
        f"{pluralize(len(one.documents), 'document')}, {pluralize(len(one.origins), 'origin')}"
        for one in (before, after)
    )
    yield f"{old} → {new}" if before.documents and after.documents else new if after.documents else old
    for what, first, second in (("document", before.documents, after.documents), ("origin", *_roots(before, after))):
        for said, found in (("gained", set(second) - set(first)), ("lost", set(first) - set(second))):
            if found and before.documents and after.documents:
                yield f"{what} {said}: {', '.join(map(_code, sorted(found)))}"


def _roots(before: SourceCounts, after: SourceCounts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The origins that have a name."""
    first, second = (tuple(root for root in one.origins if root) for one in (before, after))
    return first, second


def _difference(one: Difference) -> str:
    if one.before is None or one.after is None:
        return f"<ins>{_escaped(one.after)}</ins>" if one.after else f"<del>{_escaped(one.before or '')}</del>"
    found = (
        _shortened(change.removed) if change.same else _changed(change)
        for change in word_changes(one.before, one.after)
    )
    return "".join(found).strip()


def _changed(change: WordChange) -> str:
    """A change, with the space before it outside the marks."""
    seam, *sides = change.parted
    old, new = map(_escaped, sides)
    return seam + (f"<del>{old}</del>" if old else "") + (f"<ins>{new}</ins>" if new else "")


def _shortened(text: str) -> str:
    words = text.split(" ")
    if len(words) > LONGEST:
        text = " ".join([*words[:KEPT], "…", *words[-KEPT:]])
    return _escaped(text)


def _label(entry: ContentItem) -> str:
    return entry.label if isinstance(entry, Record) else "The dossier's settings"


def _code(text: str) -> str:
    return f"`{text.replace('`', '')}`"


def _escaped(text: str) -> str:
    """Text that Markdown and HTML leave alone, on one line."""
    return ACTIVE.sub(r"\\\1", " ".join(text.split()) if text.strip() == text else text)
