"""Findings for people: each with the line that it is about, and a caret under its very column."""

import unicodedata
from collections.abc import Sequence

from dossier.model.finding import Finding, escape_controls
from dossier.report.style import PLAIN, ReportStyle

CUT = "…"
WIDEST, BEFORE = 100, 60
"""Columns of a line that are shown, and how many of them before the caret at most."""
BOLD, RED, BLUE, END = "\033[1m", "\033[31m", "\033[34m", "\033[0m"


def format_text(findings: Sequence[Finding], looks: ReportStyle = PLAIN) -> str:
    """A line a finding, and below it the line of its file."""
    return "".join(_told(finding, looks) for finding in findings)


def _told(finding: Finding, looks: ReportStyle) -> str:
    place, said, rule = (escape_controls(part) for part in (str(finding.location), finding.message, finding.rule))
    if looks.colours:
        place, rule = f"{BOLD}{place}{END}", f"{RED}{rule}{END}"
    return f"{place}: {said} [{rule}]\n{_excerpt(finding, looks)}"


def _excerpt(finding: Finding, looks: ReportStyle) -> str:
    """The line, cut to what fits, and the caret; nothing where the file has no such line."""
    _, number, column = finding.location
    lines = looks.lines_of(finding.location.path)
    if not 0 < number <= len(lines) or not lines[number - 1].strip():
        return ""
    line, margin = lines[number - 1].rstrip("\r"), f"{number:>6} | "
    start = max(0, min(column - 1 - BEFORE, len(line) - WIDEST))
    under = " " * (len(margin) - 2) + "| " + " " * _width(line[start : column - 1])
    bar, caret = (BLUE, RED) if looks.colours else ("", "")
    end = END if looks.colours else ""
    return f"{bar}{margin}{end}{escape_controls(_cut(line, start))}\n{under}{caret}^{end}\n"


def _cut(line: str, start: int) -> str:
    """So much of a line as is shown, from `start` on, with an ellipsis for what is left out on either side."""
    end = start + WIDEST
    return (
        f"{CUT if start else ''}{line[start + bool(start) : end - (end < len(line))]}{CUT if end < len(line) else ''}"
    )


def _width(text: str) -> int:
    """The columns that a text takes on a terminal, as `seen` shows it (Unicode Standard Annex 11)."""
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else len(escape_controls(char))
        for char in text
    )
