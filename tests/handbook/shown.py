"""What a page of the handbook shows, of its Markdown."""

import re
from html import unescape

HEADING = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)
NOT_SHOWN = re.compile(r"</?code>|`|\*+|(?<=\])\([^)]*\)|[\[\]]")


def shown(markdown):
    """The words without the marks, in one line."""
    return " ".join(NOT_SHOWN.sub("", unescape(markdown)).split())


def section(page, heading):
    """What stands below a heading, up to the next."""
    pieces = HEADING.split(page)
    (at,) = (at for at in range(1, len(pieces), 2) if shown(pieces[at]).lower() == heading)
    return pieces[at + 1]


def row(markdown, name):
    """The cells of the row of a table whose first cell names `name`."""
    rows = ([shown(cell) for cell in line.strip("| ").split(" | ")] for line in markdown.splitlines() if "|" in line)
    (found,) = (cells for cells in rows if cells[0].split(" ")[0] == name)
    return found
