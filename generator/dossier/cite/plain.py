"""Texts and addresses as every form of a citation takes them."""

_ENCODED = str.maketrans({char: f"%{ord(char):02X}" for char in ' "<>\\^`{|}'})
"""What no address may hold as it is (RFC 3986)."""


def one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def encoded(address: str) -> str:
    """The address with what none may hold percent-encoded."""
    return address.translate(_ENCODED)
