"""The pages of an e-book as HTML, with their style sheets, and without what they hide."""

import re
from html.entities import name2codepoint
from typing import Any

from dossier.documents.book.contents import resolve
from dossier.documents.omissions import Omissions
from dossier.documents.page_elements import StyleRules, element_text
from dossier.documents.page_tree import remove_control_references
from dossier.documents.zip_package import ENTITY, ZipPackage
from dossier.model.errors import UserError

NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))
DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
DECLARED_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']")
EMBEDDED = ("audio", "video", "iframe", "object", "embed")
MAX_PAGE_BYTES = 16 * 1024 * 1024
MAX_STYLE_BYTES = 1024 * 1024


def read_book_page(package: ZipPackage, member: str, name: str, omissions: Omissions) -> Any:
    """Return the body of a page, and add what it leaves out to the omissions."""
    decoded = _decode(package.read(member, MAX_PAGE_BYTES), name, member)
    text, removed = remove_control_references(decoded)
    omissions.removed_characters += removed
    root = _parse(text, name, member)
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith("{"):
            element.tag = element.tag.rpartition("}")[2]
    body = root.find("body")
    body = root if body is None else body
    _add_styles(root, body, package, member.rpartition("/")[0])
    _remove_hidden(body, omissions)
    _write_ruby(body)
    for image in body.iter("img", "image"):
        omissions.pictures.append(
            " ".join((image.get("alt") or image.get("title") or "").split()) or "without description"
        )
    omissions.objects += (element.tag for element in body.iter(*EMBEDDED))
    return body


def _parse(page: str, name: str, member: str) -> Any:
    """Parse a page as XHTML; one that is not well-formed, as browsers parse HTML."""
    from lxml import etree  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.
    from lxml.html import HTMLParser, XHTMLParser, document_fromstring  # type: ignore[import-untyped]

    text = NAMED_ENTITY.sub(_character, DOCTYPE.sub("", DECLARATION.sub("", page), count=1))
    strict = XHTMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode(), parser=strict)
    except (etree.XMLSyntaxError, ValueError):
        lenient = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        try:
            return document_fromstring(text.encode(), parser=lenient, ensure_head_body=True)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
            raise UserError(f"{name}: its part `{member}` is damaged ({error}): get the book again") from None


def _decode(content: bytes, name: str, member: str) -> str:
    if ENTITY.search(content.replace(b"\0", b"")):
        raise UserError(f"{name}: its part `{member}` declares XML entities, which books do not have: save it anew")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        declared = DECLARED_ENCODING.match(content.removeprefix(b"\xef\xbb\xbf").lstrip())
        encoding = (
            "utf-8-sig" if declared is None else declared[1].decode("ascii").lower().replace("utf-8", "utf-8-sig")
        )
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise UserError(f"{name}: its part `{member}` is damaged ({error}): get the book again") from None


def _character(match: re.Match[str]) -> str:
    """Return the character of an entity of HTML, which XML does not have."""
    name = match[1]
    return chr(name2codepoint[name]) if name in name2codepoint and name not in XML_ENTITIES else match[0]


def _add_styles(root: Any, body: Any, package: ZipPackage, folder: str) -> None:
    """Copy the styles of a page into its body, where they are looked for."""
    from lxml.html import Element

    sheets = ["".join(style.itertext()) for style in root.iter("style")]
    for link in root.iter("link"):
        member, _ = resolve(folder, link.get("href") or "")
        is_style = "stylesheet" in (link.get("rel") or "").lower()
        if is_style and member in package and package.size(member) <= MAX_STYLE_BYTES:
            sheets.append(package.read(member).decode("utf-8", "replace"))
    element = Element("style")
    element.text = "".join(character for character in "\n".join(sheets) if character.isprintable() or character == "\n")
    body.append(element)


def _remove_hidden(body: Any, omissions: Omissions) -> None:
    for element in list(body.iter("script", "template")):
        element.drop_tree()
    styles = StyleRules(body)
    for element in list(body.iterdescendants()):
        is_inside = any(ancestor is body for ancestor in element.iterancestors())
        if is_inside and isinstance(element.tag, str) and element.tag != "style" and styles.hides(element):
            if text := element_text(element):
                omissions.hidden.append(text)
            element.drop_tree()


def _write_ruby(body: Any) -> None:
    """Write the reading of characters in parentheses after them."""
    for element in list(body.iter("rp")):
        element.drop_tree()
    for element in list(body.iter("rt")):
        element.text = f" ({element_text(element)})"
        for child in list(element):
            element.remove(child)
