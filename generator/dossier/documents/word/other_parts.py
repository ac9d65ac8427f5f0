"""What the other parts of a Word document have: comments, headers and footers, charts, embedded files and macros."""

from collections.abc import Iterator
from typing import Any

from dossier.documents.office_parts import OfficeParts
from dossier.documents.omissions import Omissions
from dossier.documents.word.parts import W, word_text

DRAWN_PARTS = ("chart", "diagramData")
DRAWN_TEXT = ("t", "v")
INSERTED_PARTS = ("aFChunk", "subDocument")


def collect_omissions(parts: OfficeParts, omissions: Omissions) -> None:
    """Add what the other parts have to the omissions."""
    for comments in parts.members("comments"):
        omissions.comments += map(_comment, parts.root(comments).iter(f"{W}comment"))
    omissions.headers += _texts(parts, "header")
    omissions.footers += _texts(parts, "footer")
    for type in DRAWN_PARTS:
        omissions.drawn += (_drawn_text(parts.root(member)) or "without text" for member in parts.members(type))
    omissions.files += (part.member for part in parts.related(parts.main) if part.type in INSERTED_PARTS)
    omissions.objects += (name.rpartition("/")[2] for name in parts.package.names if "/embeddings/" in name)


def _texts(parts: OfficeParts, type: str) -> Iterator[str]:
    texts = (word_text(parts.root(member)) for member in parts.members(type))
    return (text for text in texts if text)


def _comment(comment: Any) -> str:
    author = comment.get(f"{W}author") or ""
    return f"{author}: {word_text(comment)}" if author else word_text(comment)


def _drawn_text(root: Any) -> str:
    texts = (node.text or "" for node in root.iter() if _local_name(node) in DRAWN_TEXT)
    return ", ".join(text.strip() for text in texts if text.strip())


def _local_name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
