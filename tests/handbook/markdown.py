"""Reading the Markdown of the handbook's pages."""

import re
from html import unescape

HEADING = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)
MARKUP = re.compile(r"</?code>|`|\*+|(?<=\])\([^)]*\)|[\[\]]")


def visible_text(markdown):
    """Return the words without markup, on one line."""
    return " ".join(MARKUP.sub("", unescape(markdown)).split())


def section(page, heading):
    """Return what is below a heading, up to the next one."""
    pieces = HEADING.split(page)
    (index,) = (index for index in range(1, len(pieces), 2) if visible_text(pieces[index]).lower() == heading)
    return pieces[index + 1]


def table_row(markdown, name):
    """Return the cells of the table row whose first cell begins with `name`."""
    lines = [line.strip("| ").split(" | ") for line in markdown.splitlines() if "|" in line]
    rows = [[visible_text(cell) for cell in cells] for cells in lines]
    (row,) = (cells for cells in rows if cells[0].split(" ")[0] == name)
    return row
