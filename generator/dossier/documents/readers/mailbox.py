"""Reads mailboxes (mbox, RFC 4155), such as the archive of a mailing list: their messages one after the other."""

import re
from collections.abc import Iterator

from dossier.documents.formats import FROM_LINE, MAILBOX
from dossier.documents.mime import parse_message
from dossier.documents.read_options import BODY_OPTION, ENCODING_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.readers.mail import MessageReading
from dossier.model.errors import UserError
from dossier.text.wording import pluralize

MESSAGE_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))" + FROM_LINE)
"""The line before each message; in the text of one, such a line begins with `>`."""
MAX_MESSAGES = 2000


def read_mailbox(data: bytes, options: ReadOptions) -> Extract:
    """Read all messages of a mailbox, each with its headers; the place of a passage is its message."""
    messages = list(_split(data.lstrip()))
    if not messages:
        raise UserError(
            f"{options.name}: it has no message that begins with a line `From ada@example.org` and its date"
        )
    if len(messages) > MAX_MESSAGES:
        raise UserError(f"{options.name}: it has more than {MAX_MESSAGES:,} messages: save those that you need")
    reading = MessageReading(options)
    for number, content in enumerate(messages, 1):
        message = parse_message(content, f"{options.name}, message {number}")
        subject = next(reading.headers(message, "Subject"), "")
        reading.read_whole(message, f"message {number}: {subject}" if subject else f"message {number}")
    if not reading.has_text:
        raise UserError(f"{options.name}: {reading.hidden_text or 'its messages contain no text'}")
    count = f"It has {pluralize(len(messages), 'message')}: if you need one only, save and add that."
    remarks = (count, *dict.fromkeys(reading.remarks), *reading.builder.remarks)
    return Extract(
        reading.builder.text, None, (), remarks, language=reading.language, locators=reading.builder.locators
    )


def _split(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of each message, without the line before it."""
    starts = list(MESSAGE_START.finditer(data))
    ends = [start.start() for start in starts[1:]]
    for start, end in zip(starts, [*ends, len(data)], strict=False):
        yield data[start.end() : end]


READER = DocumentReader(
    id="mailbox",
    formats=(MAILBOX,),
    suffixes=(".mbox",),
    read=read_mailbox,
    packages=("lxml",),
    options={**ENCODING_OPTION, **BODY_OPTION},
    begins_with_title=False,
)
