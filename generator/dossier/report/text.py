"""Findings as text: one per line for editors, or for people with an excerpt and a caret under the exact column."""

import unicodedata
from collections.abc import Sequence

from dossier.model.finding import Finding, escape_controls
from dossier.report.style import PLAIN, ReportStyle
from dossier.text.wording import ELLIPSIS

MAX_EXCERPT_WIDTH = 100
MAX_WIDTH_BEFORE_CARET = 60
"""Both in characters of the excerpted line."""
BOLD, RED, BLUE, END = "\033[1m", "\033[31m", "\033[34m", "\033[0m"


def format_lines(findings: Sequence[Finding], style: ReportStyle = PLAIN) -> str:
    """Return `path:line:column: message [rule]`, one finding per line."""
    return "".join(f"{finding}\n" for finding in findings)


def format_excerpts(findings: Sequence[Finding], style: ReportStyle = PLAIN) -> str:
    """Return each finding with the line of its file below it."""
    return "".join(_headline(finding, style) + _excerpt(finding, style) for finding in findings)


def _headline(finding: Finding, style: ReportStyle) -> str:
    location, message, rule = map(escape_controls, (str(finding.location), finding.message, finding.rule))
    if style.colours:
        location, rule = f"{BOLD}{location}{END}", f"{RED}{rule}{END}"
    return f"{location}: {message} [{rule}]\n"


def _excerpt(finding: Finding, style: ReportStyle) -> str:
    """Return the finding's line, cut to fit, and a caret below it; "" if the file has no such line."""
    path, number, column = finding.location
    lines = style.lines_of(path)
    if not 0 < number <= len(lines) or not lines[number - 1].strip():
        return ""
    line, margin = lines[number - 1].rstrip("\r"), f"{number:>6} | "
    start = max(0, min(column - 1 - MAX_WIDTH_BEFORE_CARET, len(line) - MAX_EXCERPT_WIDTH))
    padding = " " * (len(margin) - 2) + "| " + " " * terminal_width(line[start : column - 1])
    blue, red, end = (BLUE, RED, END) if style.colours else ("", "", "")
    return f"{blue}{margin}{end}{escape_controls(_cut(line, start))}\n{padding}{red}^{end}\n"


def _cut(line: str, start: int) -> str:
    """Return what is shown of a line from `start` on, with an ellipsis where something is left out."""
    end = start + MAX_EXCERPT_WIDTH
    before = ELLIPSIS if start else ""
    after = ELLIPSIS if end < len(line) else ""
    return before + line[start + len(before) : end - len(after)] + after


def terminal_width(text: str) -> int:
    """Return the columns that a text takes on a terminal, with its control characters escaped (UAX 11)."""
    return sum(map(_character_width, text))


def _character_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else len(escape_controls(char))
