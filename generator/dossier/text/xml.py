"""XML documents as text."""

import re
from xml.etree.ElementTree import Element, indent, tostring

_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may contain (section 2.2)."""


def serialize_xml(root: Element) -> str:
    """Return the document as indented text; characters that XML does not allow become U+FFFD."""
    indent(root)
    text = _NOT_ALLOWED.sub("\ufffd", tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'
