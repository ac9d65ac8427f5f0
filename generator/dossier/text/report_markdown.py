"""Markdown for comments on code hosts: text that is shown literally, and code."""

import re

MARKDOWN_CHARACTERS = re.compile(r"([\\`*_\[\]<>&|~#$])")


def markdown_text(text: str) -> str:
    """Return text on one line that Markdown and HTML show literally; a space at either end is kept."""
    return MARKDOWN_CHARACTERS.sub(r"\\\1", re.sub(r"\s+", " ", text))


def markdown_code(text: str) -> str:
    """Return text as code; backticks in it are left out."""
    return f"`{text.replace('`', '')}`"
