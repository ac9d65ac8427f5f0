"""XML documents as text."""

import re
from xml.etree.ElementTree import Element, indent, tostring

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 may hold."""


def xml(root: Element) -> str:
    """The text of an XML document, indented, with what XML cannot hold replaced by U+FFFD."""
    indent(root)
    text = NO_XML.sub("\ufffd", tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'
