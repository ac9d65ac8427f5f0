"""The comments that the program writes above a draft: they are about the draft, and go when it is published."""

import re
from itertools import groupby

_BEGINNINGS = (
    r"Drafted from ",
    r"To do: every TODO",
    r"To choose: ",
    r"(?:Names|Dates|Figures) here: ",
    r"Figures, dates and names in `[^`]+` are not read",
    r"The source is based on ",
    r"On the word of “",
    r"Said by “",
    r"The speaker follows from “",
    r"Whether it has happened or is planned is not read here",
    r"Proposed in the words of the text, for you to change: ",
    r"Denied, asked or supposed \(“",
    r"This may be [a-z]+:[a-z0-9-]+ \(content/",
    r"The title is (?:that of the document|the first line of the text|the name of the file)",
    r"`published` is the date that the document has itself",
    r"`short` is the publisher or site",
    r"As in content/sources/[^ ]+, of the same outlet: ",
)
"""Not those on how a text was made from its document, which stay true."""
_DRAFTING_COMMENT = re.compile(rf"# (?:{'|'.join(_BEGINNINGS)})")
_CERTAIN = re.compile(r"# (?:Drafted from [^ ]+:\d+:\d+\. |To do: every TODO)")
"""What only the program writes; a block of drafting comments has such a line."""


def without_drafting_comments(text: str) -> str:
    """Return the text of a record's file without the comments above its first field that are about its draft.

    They follow one another: a line of the editor's own that begins like one, elsewhere, stays.
    """
    lines = text.splitlines(keepends=True)
    above = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    kept: list[str] = []
    for is_drafting, block in groupby(lines[:above], lambda line: _DRAFTING_COMMENT.match(line) is not None):
        comments = list(block)
        if not (is_drafting and any(map(_CERTAIN.match, comments))):
            kept += comments
    return "".join([*kept, *lines[above:]])
