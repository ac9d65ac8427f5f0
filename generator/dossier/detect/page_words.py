"""The words of a language around the text of a page: on its date, authors, pictures and links."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

NETWORKS = "(?:Twitter|Facebook|Instagram|X|YouTube|WhatsApp|Telegram)"
"""A pattern for the social networks on which pages invite their readers to follow them."""


@dataclass(frozen=True, kw_only=True)
class PageWords:
    """The words of a language around the text of a page; an empty pattern finds nothing.

    The patterns ignore case, except those of `reported`, `about_author` and `follow`.
    """

    notes: frozenset[str] = frozenset()
    """Words before a colon that say what a line is about, not who speaks, in lower case: "photo"."""
    connectors: frozenset[str] = frozenset()
    """Words between the names of authors, agencies and places in a line that is no sentence, in lower case."""
    months: frozenset[str] = frozenset()
    """The names of months and their abbreviations, without a full stop, in lower case."""
    conjunctions: str = ""
    """What joins the last of several authors: "and"."""
    weekdays: str = ""
    day_suffixes: str = ""
    """What the figure of a day ends with: "st", "º"."""
    before_month: str = ""
    """What may be between a day and its month or year: "de"."""
    before_date: str = ""
    """What may be between the place of a dateline and its date: "le"."""
    before_moment: str = ""
    """What may be before the second of a date and a time of day: "at"."""
    time_suffixes: str = ""
    """What a time of day such as "14:30" ends with: "hs"."""
    hour_suffixes: str = ""
    """What also follows an hour alone: "p.m."."""
    published: str = ""
    """What is before the date of publication: "Last updated on"."""
    by: str = ""
    """The word before the names of the authors, in lower case: "by"."""
    for_outlet: str = ""
    """What is between an author and the outlet: "for"."""
    photo: str = ""
    """What is before the name of a photographer or an agency: "photo"."""
    phone: str = ""
    """What is before a telephone number."""
    follow: str = ""
    """An invitation to follow somebody on a social network, with `{name}` for a name."""
    contributed: str = ""
    """What says that somebody contributed to the text."""
    rights: str = ""
    """What reserves all rights."""
    links: str = ""
    """The beginning of a line that is a link or an invitation of the page: "Read more:"."""
    buttons: str = ""
    """The words of a button that are inside a line."""
    reported: str = ""
    """The beginning of a line on who reported or edited the text, up to the name: "Editing by"."""
    about_author: str = ""
    """What is between the name of an author and the end of a line about them: "is a reporter"."""


NO_PAGE_WORDS = PageWords()


def merge_page_words(parts: Iterable[PageWords]) -> PageWords:
    """Return the words of several languages together: what the patterns of any of them find."""
    parts = list(parts)
    merged: dict[str, object] = {}
    for entry in fields(PageWords):
        values = [value for part in parts if (value := getattr(part, entry.name))]
        is_set = isinstance(entry.default, frozenset)
        merged[entry.name] = frozenset().union(*values) if is_set else "|".join(values) or "(?!)"
    return PageWords(**merged)  # type: ignore[arg-type]
