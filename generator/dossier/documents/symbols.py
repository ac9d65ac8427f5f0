"""Characters of symbol fonts, such as Wingdings, in Unicode."""

PRIVATE_AREA = range(0xF000, 0xF100)
"""The private characters by which word processors write those of a symbol font."""
UNKNOWN = "\ufffd"


def symbol_text(code: int, font: str) -> str:
    """Return the character with a code in a symbol font; UNKNOWN if it is not in Unicode, or the font is not known."""
    from mammoth.docx.dingbats import dingbats  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.

    found = dingbats.get((font, code)) or dingbats.get((font, code & 0xFF))
    return UNKNOWN if found is None else chr(found)
