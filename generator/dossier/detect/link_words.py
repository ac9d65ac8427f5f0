"""What drafts need to know of a language to tell which figure, date and place of a sentence belong together."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class LinkWords:
    """The words between and around figures, dates and places that show whether they are of one another."""

    parts_event: re.Pattern[str]
    """What parts a figure from an event of another time in its sentence: "who", "than"."""
    relative: re.Pattern[str]
    """What begins a clause about a person or thing; or about what is said, after a verb of saying: "that"."""
    parts_date: re.Pattern[str]
    """What parts a figure from the date of something else: also "after", "and"."""
    parts_place: re.Pattern[str]
    """What parts a figure from the place of something else: also "from"."""
    limits_date: re.Pattern[str]
    """The end of what is before a date on which nothing is counted: "since"."""
    before_place: re.Pattern[str]
    """The end of what is before the place where something is counted, or to which it goes: "on parts of southeast"."""
    ends_place: re.Pattern[str]
    """What follows a place that is no part of another name: "in Paris on Monday", not "the Paris accord"."""
    up_to_now: re.Pattern[str]
    """The verb of a count that goes on until somebody says it: "have been"."""
