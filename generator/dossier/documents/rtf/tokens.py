"""The tokens of an RTF document (Rich Text Format Specification 1.9.1): groups, control words and letters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

PATTERN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|(.)",
    re.DOTALL,
)

ESCAPED = (b"{", b"}", b"\\")


class Token(NamedTuple):
    """A token: `{`, `}`, a control `word` or symbol with its number if it has one, or `letters` as bytes."""

    word: str = ""
    number: int | None = None
    letters: bytes = b""
    is_hex: bool = False


def read_tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a document, without the binary data of pictures."""
    position = 0
    while match := PATTERN.match(data, position):
        position = match.end()
        word, number, code, symbol, brace, letters, other = match.groups()
        if word is not None:
            value = None if number is None else int(number)
            if word == b"bin":
                position += max(value or 0, 0)
            else:
                yield Token(word.decode("ascii"), value)
        elif code is not None:
            yield Token(letters=bytes.fromhex(code.decode("ascii")), is_hex=True)
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif symbol is not None:
            yield Token(letters=symbol) if symbol in ESCAPED else Token(symbol.decode("latin-1"))
        elif letters is not None or other is not None:
            yield Token(letters=letters or other)
