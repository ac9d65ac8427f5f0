"""Reads emails (EML): the headers that readers see, the text, and forwarded messages; attachments are only listed."""

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parsedate_to_datetime

from dossier.documents.formats import EMAIL
from dossier.documents.mime import (
    MAX_DEPTH,
    content_type,
    decode_part,
    describe_file,
    header_values,
    is_attached,
    is_broken,
    parse_message,
)
from dossier.documents.plain_message import (
    PGP_ENCRYPTED,
    read_flowed_lines,
    read_lines,
    without_pgp_signature,
    write_lines,
)
from dossier.documents.read_options import BODY_OPTION, ENCODING_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions, TextBuilder
from dossier.documents.readers.text import encoding_remarks
from dossier.documents.remarks import MAX_LISTED, list_texts
from dossier.documents.whole_page import extract_whole
from dossier.model.errors import UserError
from dossier.text.wording import truncate

BODIES = {"plain": "text/plain", "html": "text/html"}
HEADERS = ("From", "Sender", "To", "Cc", "Bcc", "Date", "Subject")
"""The headers that readers see, in the order in which they are written."""
METADATA_HEADERS = ("Message-ID", "In-Reply-To", "Reply-To", "Organization", "X-Mailer", "User-Agent")
MESSAGES = ("message/rfc822", "message/global")
ENCRYPTED = ("multipart/encrypted", "application/pgp-encrypted")
SMIME = ("application/pkcs7-mime", "application/x-pkcs7-mime")
SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
QUOTATION_MARK = "> "
MAX_LABEL_LENGTH = 80


def read_mail(data: bytes, options: ReadOptions) -> Extract:
    """Read a message and those that are forwarded in it, each with its headers."""
    reading = MessageReading(options)
    message = parse_message(data, options.name)
    reading.read_whole(message)
    if not reading.has_text and reading.hidden_text:
        raise UserError(f"{options.name}: {reading.hidden_text}")
    if not reading.has_text:
        reading.remarks.insert(0, "The message contains no text.")
    title = next((subject for subject in reading.headers(message, "Subject") if subject), None)
    fields = tuple(f"{name}: {value}" for name in METADATA_HEADERS for value in reading.headers(message, name))
    locators = reading.builder.locators if reading.forwarded else ()
    remarks = (*dict.fromkeys(reading.remarks), *reading.builder.remarks)
    published = next((day for value in reading.headers(message, "Date") if (day := _day_of(value))), "")
    return Extract(reading.builder.text, title, fields, remarks, reading.language, locators, published=published)


def _day_of(date: str) -> str:
    """Return the day of a header `Date` (RFC 5322, 3.3) where it was sent, such as 2019-01-28; "" if it has none."""
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except ValueError:
        return ""


class MessageReading:
    """The text of a message as far as it has been read, with remarks on what is not in it."""

    def __init__(self, options: ReadOptions) -> None:
        """Begin to read. Raises UserError if no such version of the text can be preferred as the options say."""
        body = options.values.get("body", "plain")
        if body not in BODIES:
            raise UserError(f"{options.name}: --body: expected plain or html, got `{body}`")
        self.builder = TextBuilder()
        self.remarks: list[str] = []
        self.has_text = False
        self.hidden_text = ""
        """Why the text of the message cannot be read, "" if it can."""
        self.forwarded = 0
        self.language = ""
        self._options = options
        self._preferred = BODIES[body]
        self._files = 0

    def headers(self, message: Message, name: str) -> Iterator[str]:
        return header_values(message, name, self._options.name, self._options.values.get("encoding"))

    def read_whole(self, message: Message, label: str = "") -> None:
        """Read a message that no other contains; `label` is that of its place, otherwise its subject.

        Raises UserError where it has none of the headers of an email.
        """
        if not any(True for header in HEADERS for _ in self.headers(message, header)):
            example = "`From: Ada Lind <ada@example.org>`"
            raise UserError(f"{self._options.name}: it has no headers of an email, such as {example}")
        if is_broken(message):
            self.remarks.append("The message is damaged or cut off: a part that it announces is missing.")
        self.read_message(message, 0, label)

    def read_message(self, message: Message, depth: int, label: str = "") -> None:
        """Write the headers of a message and its text, each part after an empty line."""
        lines = [f"{name}: {value}" for name in HEADERS for value in self.headers(message, name) if value]
        subject = next(self.headers(message, "Subject"), "")
        number = f" {self.forwarded}" if self.forwarded else ""
        self._separate()
        self.builder.start("part", truncate(label or subject, MAX_LABEL_LENGTH) or f"message{number}")
        self.builder.write("\n".join(lines) + "\n")
        self.read_part(message, depth)

    def read_part(self, part: Message, depth: int) -> None:
        """Write the text of a part, or say in a remark what it is."""
        type = content_type(part)
        if depth > MAX_DEPTH:
            raise UserError(f"{self._options.name}: it has parts within parts, more than {MAX_DEPTH} deep")
        children = [child for child in part.get_payload() if isinstance(child, Message)] if part.is_multipart() else []
        if type in ENCRYPTED or type in SMIME:
            self._note_encrypted(part)
        elif type in MESSAGES and children:
            self.forwarded += 1
            self.read_message(children[0], depth + 1)
        elif type == "multipart/alternative" and children:
            self._read_alternative(children, depth)
        elif type == "multipart/signed" and children:
            self.remarks.append("The message is signed; the signature was not verified, and is left out.")
            self.read_part(children[0], depth + 1)
        elif children and type.startswith("multipart/"):
            for child in children:
                self.read_part(child, depth + 1)
        elif type in BODIES.values() and not is_attached(part):
            self._write_text(self._text_of(part))
        else:
            self._note_file(part)

    def _read_alternative(self, versions: list[Message], depth: int) -> None:
        """Read the version that is preferred, or another that contains text, and say what only a page has."""
        remarks = list(self.remarks)
        texts = [(version, leaf, self._text_of(leaf)) for version in versions for leaf in _texts_in(version)]
        self.remarks = remarks  # Those on the version that is read are added when it is.
        filled = [(version, leaf, text) for version, leaf, text in texts if text.strip()]
        chosen = next(
            (item for item in filled if content_type(item[1]) == self._preferred), filled[0] if filled else None
        )
        if chosen is None:
            for version in versions:
                self.read_part(version, depth + 1)
            return
        self.read_part(chosen[0], depth + 1)
        others = [text for version, _, text in filled if version is not chosen[0]]
        self._note_other_versions(chosen[2], others)
        for version in versions:
            if version is not chosen[0]:
                for part in version.walk():
                    if not part.is_multipart() and content_type(part) not in BODIES.values():
                        self._note_file(part)

    def _note_other_versions(self, text: str, others: list[str]) -> None:
        """Say which lines only another version of the text has."""
        letters = _letters(text)
        missing = [line for other in others for line in other.splitlines() if _letters(line) not in letters]
        self.remarks.extend(list_texts("Only in the other version of the message (--body), not in the text", missing))

    def _text_of(self, part: Message) -> str:
        """Return the text of a part, one paragraph or line per line."""
        place = f"{self._options.name}, part {content_type(part)}"
        is_page = content_type(part) == "text/html"
        decoded = decode_part(part, place, self._options.values.get("encoding"), is_page)
        self.remarks.extend(encoding_remarks(decoded))
        return self._page_text(decoded.text) if is_page else self._plain_text(part, decoded.text)

    def _page_text(self, page: str) -> str:
        extract = extract_whole(page, QUOTATION_MARK)
        if extract is None:
            return ""
        self.remarks.extend(extract.remarks)
        self.language = self.language or extract.language
        return extract.text

    def _plain_text(self, part: Message, text: str) -> str:
        if (signed := without_pgp_signature(text)) is not None:
            self.remarks.append("The message is signed (PGP); the signature was not verified, and is left out.")
            text = signed
        elif text.lstrip().startswith(PGP_ENCRYPTED):
            self._note_encrypted(part)
            return ""
        is_flowed = str(part.get_param("format") or "").lower() == "flowed"
        drops_space = str(part.get_param("delsp") or "").lower() == "yes"
        lines = read_flowed_lines(text, drops_space) if is_flowed else read_lines(text)
        if any(line.depth for line in lines):
            self.remarks.append("Quoted messages: lines that a mail program broke are joined, after their mark `>`.")
        return "\n".join(write_lines(lines)).strip("\n") + "\n"

    def _write_text(self, text: str) -> None:
        if text.strip():
            self._separate()
            self.builder.write(text)
            self.has_text = True

    def _separate(self) -> None:
        if self.builder.length:
            self.builder.write("\n")

    def _note_encrypted(self, part: Message) -> None:
        is_signed = str(part.get_param("smime-type") or "").lower() == "signed-data"
        state = "signed in a form that hides its text" if is_signed else "encrypted"
        self.hidden_text = f"the message is {state}: open it in a mail program, and save its text"
        self.remarks.append(f"A part of the message is {state}, and left out.")

    def _note_file(self, part: Message) -> None:
        if content_type(part) in SIGNATURES or content_type(part).startswith("multipart/"):
            return
        self._files += 1
        if self._files > MAX_LISTED:
            return
        is_image = content_type(part).startswith("image/") and part.get_content_disposition() != "attachment"
        label = "Image in the message" if is_image else "Attachment"
        self.remarks.append(f"{label}, left out: {describe_file(part, self._options.name)}.")


def _texts_in(part: Message) -> Iterator[Message]:
    """Yield the texts that a version of a message shows."""
    return (leaf for leaf in part.walk() if content_type(leaf) in BODIES.values() and not is_attached(leaf))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


READER = DocumentReader(
    id="email",
    formats=(EMAIL,),
    suffixes=(".eml",),
    read=read_mail,
    packages=("lxml",),
    options={**ENCODING_OPTION, **BODY_OPTION},
)
