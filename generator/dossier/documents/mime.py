"""Messages in the Internet Message Format with MIME (RFC 5322, 2045 to 2047, 2231): headers, texts and attachments.

The parser is that of Python's `email` with its oldest policy, under which it interprets no header: what a mail program
wrote is kept as it is, however malformed.
"""

import base64
import binascii
import hashlib
import quopri
import re
from collections.abc import Iterator
from email import errors, message_from_bytes
from email.message import Message
from email.policy import Compat32
from email.utils import collapse_rfc2231_value

from dossier.io.encodings import DecodedDocument, decode_document, python_encoding, remove_control_characters
from dossier.model.errors import UserError
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import truncate

MAX_PARTS = 2_000
MAX_DEPTH = 60
"""The most parts within parts; real messages have ten."""
MAX_BOUNDARIES = 200
MAX_COMPARISONS = 5_000_000
"""The most lines times boundaries: the parser compares each line with the boundaries of all parts that it is in."""
MAX_HEADER_LENGTH = 200_000
MAX_NAME_LENGTH = 120
MAX_TYPE_LENGTH = 10_000
TYPE_HEADER = re.compile(rb"^content-(?:type|disposition):.*(?:\r?\n[ \t].*)*", re.IGNORECASE | re.MULTILINE)
BOUNDARY = re.compile(rb"boundary\s*=\s*\"?([^\"\r\n;]{1,200})", re.IGNORECASE)
ENCODED_WORD = re.compile(r"=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=")
BETWEEN_WORDS = re.compile(r"(?<=\?=)\s+(?==\?[^?\s]+\?[bBqQ]\?)")
FOLDING = re.compile(r"\r\n?|\n")
FAULTS = (
    errors.StartBoundaryNotFoundDefect,
    errors.CloseBoundaryNotFoundDefect,
    errors.MultipartInvariantViolationDefect,
    errors.InvalidBase64CharactersDefect,
    errors.InvalidBase64LengthDefect,
    errors.InvalidBase64PaddingDefect,
)
"""What the parser finds wrong in a message whose parts are not whole."""
UNSTATED_CHARSETS = (None, "", "us-ascii", "ascii", "unknown-8bit", "unknown", "default", "x-unknown", "binary", "8bit")
"""Labels of texts whose encoding the mail program did not know."""


class _AsWritten(Compat32):
    """The policy that interprets no header; bytes that are not ASCII, as some programs write them, are UTF-8."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def parse_message(data: bytes, name: str) -> Message:
    """Parse a message. Raises UserError where it has more parts, or parts within parts, than any real one."""
    if any(len(header[0]) > MAX_TYPE_LENGTH for header in TYPE_HEADER.finditer(data)):
        raise UserError(f"{name}: its header Content-Type is too long: save the message in it as a file of its own")
    boundaries = {boundary.rstrip() for boundary in BOUNDARY.findall(data)}
    lines = data.count(b"\n") + data.count(b"\r")
    starts = tuple(boundaries) if len(boundaries) <= MAX_BOUNDARIES else ()
    parts = sum(1 for piece in data.split(b"\n--") if piece.startswith(starts)) if starts else 0
    if parts > MAX_PARTS or len(boundaries) > MAX_BOUNDARIES or len(boundaries) * lines > MAX_COMPARISONS:
        raise UserError(f"{name}: it has too many parts, or lines in them: save the message in it as a file of its own")
    try:
        return message_from_bytes(data, policy=_AsWritten())
    except (RecursionError, errors.MessageError, ValueError, LookupError):
        raise UserError(f"{name}: it is nested too deeply, or damaged: save the message in it as a file") from None


def header_values(message: Message, name: str, place: str, chosen: str | None) -> Iterator[str]:
    """Yield the values of each header with this name, on one line, with encoded words decoded (RFC 2047)."""
    for header, value in message.raw_items():
        if header.lower() == name.lower():
            yield decode_header(value, f"{place}, header {name}", chosen)


def decode_header(value: str, place: str, chosen: str | None) -> str:
    """Return a header on one line, decoded. Raises UserError where its bytes are neither encoded nor UTF-8."""
    if len(value) > MAX_HEADER_LENGTH:
        raise UserError(f"{place}: it has {len(value):,} characters, more than the limit of {MAX_HEADER_LENGTH:,}")
    raw = BETWEEN_WORDS.sub("", FOLDING.sub("", value)).encode("utf-8", "surrogateescape")
    readable = raw.decode() if _is_utf8(raw) else decode_document(raw, place, chosen, is_page=False).text
    parts: list[str] = []
    label, words = "", bytearray()
    position = 0
    for word in ENCODED_WORD.finditer(readable):
        between = readable[position : word.start()]
        if between or word[1].lower() != label:
            parts.extend((_decode_words(label, bytes(words)), between))
            label, words = word[1].lower(), bytearray()
        words += _decode_word(word[2], word[3])
        position = word.end()
    parts.extend((_decode_words(label, bytes(words)), readable[position:]))
    return collapse_whitespace("".join(parts))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decode_word(encoding: str, content: str) -> bytes:
    if encoding.lower() == "q":
        return quopri.decodestring(content.encode(), header=True)
    try:
        return base64.b64decode(content + "=" * (-len(content) % 4))
    except (binascii.Error, ValueError):
        return content.encode()


def _decode_words(label: str, data: bytes) -> str:
    """Return the words that stand next to each other with the same encoding; a character may be over two of them."""
    if not data:
        return ""
    try:
        return data.decode(python_encoding(label), "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def content_type(part: Message) -> str:
    """Return the type of a part in lower case, such as `text/plain`."""
    return part.get_content_type()


def part_bytes(part: Message) -> bytes:
    """Return the bytes of a part that has no parts, without its transfer encoding."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        content = None
    if isinstance(content, bytes):
        return content
    payload = part.get_payload()
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def decode_part(part: Message, place: str, chosen: str | None, is_page: bool = False) -> DecodedDocument:
    """Decode the text of a part with the encoding that it declares, otherwise with the `chosen` one or UTF-8."""
    data = part_bytes(part)
    charset = declared_charset(part)
    if charset is None:
        return decode_document(data, place, chosen, is_page)
    try:
        return decode_document(data, place, None, is_page, charset)
    except UserError:
        if chosen is None:
            raise
        return decode_document(data, place, chosen, is_page)


def declared_charset(part: Message) -> str | None:
    """Return the encoding that the headers of a part declare, None if they declare none or only ASCII."""
    value = part.get_param("charset")
    charset = collapse_rfc2231_value(value).strip().strip("\"'") if value else ""
    return None if charset.lower() in UNSTATED_CHARSETS else charset


def file_name(part: Message, place: str) -> str:
    """Return the name of an attached file, decoded as in RFC 2231 or as mail programs do, "" if it has none."""
    try:
        name = part.get_filename() or ""
        decoded = decode_header(name, place, "cp1252")
    except (UserError, ValueError, LookupError, TypeError):
        return ""
    return truncate(remove_control_characters(decoded), MAX_NAME_LENGTH)


def is_attached(part: Message) -> bool:
    """Return whether a part is a file that the message carries, rather than a text that it shows."""
    disposition = part.get_content_disposition()
    return disposition == "attachment" or (disposition == "inline" and bool(part.get_filename()))


def describe_file(part: Message, place: str) -> str:
    """Return the name of a file that a message carries, its type, its size and its checksum."""
    data = part_bytes(part)
    size = f"{len(data):,} {'byte' if len(data) == 1 else 'bytes'}"
    digest = hashlib.sha256(data).hexdigest()
    return f"{file_name(part, place) or 'without a name'} ({content_type(part)}, {size}, SHA-256 {digest})"


def is_broken(message: Message) -> bool:
    """Return whether a part of a message is missing or has no end, as in a message that was cut off."""
    return any(isinstance(defect, FAULTS) for part in message.walk() for defect in part.defects)
