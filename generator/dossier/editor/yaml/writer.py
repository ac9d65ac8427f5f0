"""Nodes to YAML: texts are plain where they read back the same, otherwise quoted or folded."""

import io
import json
import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from yaml.emitter import Emitter

from dossier.editor.yaml.nodes import Collection, CollectionItem, Scalar

MAX_WIDTH = 112
"""The length of lines that can be folded."""
INDENT = 2
EMPTY = '""'
FOLD_POINT = re.compile(r"(?<! ) (?! |\[\^)")
"""A single space, but not before a mark. YAML does not fold at several."""
IN_FLOW = re.compile(r"[,?\[\]{}]|:$")
"""Characters that have a meaning in a list on one line (flow style)."""
INVISIBLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


class ScalarLines(NamedTuple):
    """A text as YAML: the part on the line of its key or dash, and the lines below it, not indented."""

    first: str
    lines: tuple[str, ...] = ()


def format_scalar(scalar: Scalar, room: int, width: int) -> ScalarLines:
    """Format a text, of which `room` characters fit after its key and `width` on a line of its own.

    Text that was folded by hand keeps its lines if none is too long, so that editing a word changes one line. A phrase
    that would need quotes is folded too, if nothing in it needs quotes or an escape then.
    """
    line, text = one_line(scalar.text), scalar.text
    fits = "\n" not in text and len(line) <= room and (line == text or " " not in text)
    if not _foldable(text) or (fits and not scalar.folds):
        return ScalarLines(line)
    chomping, body = ("", text[:-1]) if text.endswith("\n") else ("-", text)
    if scalar.literal or "\n " in body:
        return ScalarLines(f"|{chomping}", tuple(body.split("\n")))
    kept = " ".join(scalar.folds) == body and all(map(partial(_is_good_line, width), scalar.folds))
    return ScalarLines(f">{chomping}", scalar.folds if kept else _fold(body, width))


def one_line(text: str, *, in_flow: bool = False, empty: str = "") -> str:
    """Format a text on one line: plain if that reads back the same, otherwise quoted."""
    if not text:
        return empty
    analysis = Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(text)
    if analysis.allow_block_plain and not (in_flow and IN_FLOW.search(text)):
        return text
    if analysis.allow_single_quoted and not analysis.multiline and '"' in text:
        return "'" + text.replace("'", "''") + "'"
    return INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _foldable(text: str) -> bool:
    """Return whether a text reads back the same as a block scalar."""
    body = text.removesuffix("\n")
    if not body or body != body.strip(" \n"):
        return False
    return bool(Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(body).allow_block)


def _is_good_line(width: int, line: str) -> bool:
    """Return whether a line folded by hand is short enough and does not begin with a mark, away from its statement."""
    return len(line) <= width and not line.startswith("[^")


def _fold(text: str, width: int) -> tuple[str, ...]:
    """Fold a text into lines of at most `width` unless a word is longer; a line break becomes an extra empty line."""
    lines: list[str] = []
    for index, paragraph in enumerate(text.split("\n")):
        if index:
            lines.append("")
        lines.extend(_wrap(paragraph, width))
    return tuple(lines)


def _wrap(paragraph: str, width: int) -> list[str]:
    first, *words = FOLD_POINT.split(paragraph)
    lines = [first] if first else []
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines


def write_mapping(collection: Collection) -> str:
    """Return the text of a file that contains `collection`."""
    return "".join(f"{line}\n" for line in lines_of(collection, 0))


def lines_of(collection: Collection, indent: int) -> Iterator[str]:
    """Yield the lines of a mapping or list, indented by `indent` spaces."""
    margin = " " * indent
    for item in collection.items:
        item = _hoist_comments(item)
        yield from (margin + comment for comment in item.comments_before)
        yield from _item_lines(item, indent)
    yield from (margin + comment for comment in collection.comments_below)


def _item_lines(item: CollectionItem, indent: int) -> Iterator[str]:
    """Yield the lines of an item without the comments above it."""
    head = " " * indent + ("-" if item.key is None else f"{one_line(item.key, empty=EMPTY)}:")
    if isinstance(item.value, Scalar):
        yield from _scalar_lines(item.value, head, indent, item.trailing_comment)
    elif (flow := _flow_list(item.value, MAX_WIDTH - len(head) - 1)) is not None:
        yield _with_comment(f"{head} {flow}", item.trailing_comment)
    elif item.key is not None:
        yield _with_comment(head, item.trailing_comment)
        yield from lines_of(item.value, indent + INDENT)
    else:
        first, *others = lines_of(item.value, indent + INDENT)
        yield f"{head} {first.lstrip(' ')}"
        yield from others


def _scalar_lines(scalar: Scalar, head: str, indent: int, comment: str) -> Iterator[str]:
    formatted = format_scalar(scalar, MAX_WIDTH - len(head) - 1, MAX_WIDTH - indent - INDENT)
    yield _with_comment(f"{head} {formatted.first}".rstrip(" "), comment)
    yield from (f"{' ' * (indent + INDENT)}{line}" if line else "" for line in formatted.lines)


def _flow_list(collection: Collection, room: int) -> str | None:
    """Return a list of texts on one line if it fits and has no comments; also any empty collection; otherwise None."""
    if not collection.items and not collection.comments_below:
        return "{}" if collection.is_mapping else "[]"
    texts = [item.value.text for item in collection.items if isinstance(item.value, Scalar)]
    if collection.is_mapping or collection.has_comments or len(texts) < len(collection.items):
        return None
    line = ", ".join(one_line(text, in_flow=True, empty=EMPTY) for text in texts).join("[]")
    return line if len(line) <= room else None


def _hoist_comments(item: CollectionItem) -> CollectionItem:
    """Move the comments of a collection in a list above its dash, since its first item is on the line of the dash."""
    if item.key is not None or not isinstance(item.value, Collection) or not item.value.items:
        return item
    first, *others = item.value.items
    first = _hoist_comments(first)
    trailing = (item.trailing_comment,) if item.trailing_comment else ()
    value = item.value._replace(items=(first._replace(comments_before=()), *others))
    comments = (*item.comments_before, *trailing, *first.comments_before)
    return item._replace(value=value, comments_before=comments, trailing_comment="")


def _with_comment(text: str, comment: str) -> str:
    return f"{text}  {comment}" if comment else text
