"""Drafts of all that a source says and no record has yet: its names, quotations, figures and dated events.

What is open in the text, as `dossier coverage` counts it, becomes a draft each: so a second run adds only what is new.
A draft has what the text says; the rest is `TODO`, for the editor, and nothing is published.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dossier.editor.draft_descriptions import draft_descriptions
from dossier.editor.draft_events import draft_events
from dossier.editor.draft_names import draft_names, find_new_sizes, find_new_spellings
from dossier.editor.draft_numbers import draft_numbers
from dossier.editor.draft_quotes import draft_quotes
from dossier.editor.source_reading import Draft, SourceReading
from dossier.model.coverage import MentionKind


class Drafter(NamedTuple):
    """Drafts what the open mentions of one kind are, under its word on the command line."""

    key: str
    mention: MentionKind
    draft: Callable[[SourceReading], Iterator[Draft]]


DRAFTERS = (
    Drafter("names", "name", draft_names),
    Drafter("events", "date", draft_events),
    Drafter("quotes", "quotation", draft_quotes),
    Drafter("numbers", "quantity", draft_numbers),
)
"""In the order in which they draft: each can refer to those before it, so that no draft refers to one that is not."""
DRAFTED_MENTIONS = tuple(drafter.key for drafter in DRAFTERS)
"""What can be drafted from a source, by the word for it on the command line."""


class SourceDrafts(NamedTuple):
    """The drafts of a source, and the spellings of existing records that these do not have yet."""

    drafts: Sequence[Draft]
    spellings: Sequence[tuple[str, str]]
    """A spelling, and the key of the record whose alias it probably is."""
    sizes: Sequence[tuple[str, str]] = ()
    """The key of a place whose `precision` is unknown, and what the text says that it is."""


class SourceDrafter(SourceReading):
    """Reads one text once, and drafts what it says and no record has yet; `wanted` are keys of `DRAFTERS`."""

    def count_mentions(self, wanted: Sequence[str]) -> int:
        """Return how many mentions may become drafts."""
        return sum(len(self.open_mentions.get(drafter.mention, ())) for drafter in DRAFTERS if drafter.key in wanted)

    def drafts(
        self, wanted: Sequence[str] = DRAFTED_MENTIONS, on_draft: Callable[[], None] = lambda: None
    ) -> SourceDrafts:
        """Return the drafts, names first, so that the others can refer to them; call `on_draft` after each."""
        drafts: list[Draft] = []
        for drafter in DRAFTERS:
            if drafter.key in wanted:
                for draft in drafter.draft(self):
                    drafts.append(draft)
                    on_draft()
            if drafter.mention == "name":
                drafts.extend(draft_descriptions(self) if drafter.key in wanted else ())
                drafted = {(draft.kind.singular, draft.id) for draft in drafts}
                self.use([named for named in self.named if named.exists or (named.kind.singular, named.id) in drafted])
        if "names" not in wanted:
            return SourceDrafts(drafts, ())
        return SourceDrafts(drafts, list(find_new_spellings(self)), list(find_new_sizes(self)))
