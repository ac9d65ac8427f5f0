"""How an English statement says that a date is that of a publication."""

import re

PUBLICATION = re.compile(
    r"\b(?:articles?|reports?|posts?|stor(?:y|ies)|texts?|issues?|editions?|dateline|byline|address)\b"
    r"(?:(?!\bthat\b)[^.;,]){0,40}$"
    r"|(?<!video )(?<!photograph )(?<!film )(?<!statement )(?<!letter )(?<!recording )"
    r"\b(?:dated|published|posted|updated|printed|issued)(?: [a-z]+){0,2} $",
    re.IGNORECASE,
)
"""Words about a publication, in the same clause right before a date."""

BYLINE = re.compile(
    r"^\W*(?i:(?:(?:written|posted|published|reporting|reported|story|text|words) )?by|author:)\s+"
    r"(?P<name>[^\W\d_][^,|·•;()\n]{2,60})",
    re.MULTILINE,
)
"""A line that names the author of a text."""
