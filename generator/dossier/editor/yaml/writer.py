"""How a text is written in YAML: as it is where that reads back the same, else in quotes or folded."""

import io
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml.emitter import Emitter

from dossier.editor.yaml.nodes import Collection, CollectionItem, Scalar

WIDTH = 112
"""How long a line may be where it can be folded."""
SEAM = re.compile("(?<! ) (?! )")
IN_FLOW = re.compile(r"[,?\[\]{}]|:$")
"""What a list on one line takes for its own."""
UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


class ScalarLines(NamedTuple):
    """A text as YAML: what stands on the line of its key or dash, and the lines below it, not indented."""

    first: str
    lines: tuple[str, ...] = ()


def format_scalar(scalar: Scalar, room: int, width: int) -> ScalarLines:
    """A text, of which `room` characters fit behind its key, and `width` on a line of its own.

    Lines that somebody folded stay so, where none is too long: a word changed is then a line changed. A phrase that
    cannot stand plain is folded too, where nothing in it needs a quote mark or a stroke before it.
    """
    line, text = one_line(scalar.text), scalar.text
    fits = "\n" not in text and len(line) <= room and (line == text or " " not in text)
    if not _foldable(text) or (fits and not scalar.folds):
        return ScalarLines(line)
    chomping, body = ("", text[:-1]) if text.endswith("\n") else ("-", text)
    if scalar.literal or "\n " in body:
        return ScalarLines(f"|{chomping}", tuple(body.split("\n")))
    kept = " ".join(scalar.folds) == body and max(map(len, scalar.folds)) <= width
    return ScalarLines(f">{chomping}", scalar.folds if kept else _folded(body, width))


def one_line(text: str, *, in_flow: bool = False, empty: str = "") -> str:
    """`text` on one line: plain where that reads back the same, else in quotes."""
    if not text:
        return empty
    told = Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(text)
    if told.allow_block_plain and not (in_flow and IN_FLOW.search(text)):
        return text
    if told.allow_single_quoted and not told.multiline and '"' in text:
        return "'" + text.replace("'", "''") + "'"
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _foldable(text: str) -> bool:
    """Whether `text` reads back the same when it stands on lines of its own."""
    body = text.removesuffix("\n")
    framed = body != body.strip(" \n") or not body
    return not framed and bool(Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(body).allow_block)


def _folded(text: str, width: int) -> tuple[str, ...]:
    """Lines no longer than `width` where a word is not; a line end in the text is an empty line more."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        lines.extend([""] if number else [])
        lines.extend(_wrapped(paragraph, width))
    return tuple(lines)


def _wrapped(paragraph: str, width: int) -> list[str]:
    first, *words = SEAM.split(paragraph)
    lines = [first] if first else []
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines


STEP = 2
EMPTY = '""'


def write_block(block: Collection) -> str:
    """The text of a file that holds `block`."""
    return "".join(f"{line}\n" for line in lines_of(block, 0))


def lines_of(block: Collection, indent: int) -> Iterator[str]:
    """The lines of a mapping or list whose items stand `indent` deep."""
    margin = " " * indent
    for item in block.items:
        hoisted = _hoisted(item)
        yield from (margin + comment for comment in hoisted.comments_before)
        yield from _item(hoisted, indent)
    yield from (margin + comment for comment in block.below)


def _item(item: CollectionItem, indent: int) -> Iterator[str]:
    """The lines of one item, whose comments above are written already."""
    head = " " * indent + ("-" if item.key is None else f"{one_line(item.key, empty=EMPTY)}:")
    if isinstance(item.value, Scalar):
        yield from _scalar(item.value, head, indent, item.trailing_comment)
    elif (flow := _flow(item.value, WIDTH - len(head) - 1)) is not None:
        yield _line(f"{head} {flow}", item.trailing_comment)
    elif item.key is not None:
        yield _line(head, item.trailing_comment)
        yield from lines_of(item.value, indent + STEP)
    else:
        first, *others = lines_of(item.value, indent + STEP)
        yield f"{head} {first.lstrip(' ')}"
        yield from others


def _scalar(scalar: Scalar, head: str, indent: int, beside: str) -> Iterator[str]:
    told = format_scalar(scalar, WIDTH - len(head) - 1, WIDTH - indent - STEP)
    yield _line(f"{head} {told.first}".rstrip(" "), beside)
    yield from (f"{' ' * (indent + STEP)}{line}" if line else "" for line in told.lines)


def _flow(block: Collection, room: int) -> str | None:
    """A list of texts on one line, where it fits and nothing in it is commented; an empty block always is."""
    if not block.items and not block.below:
        return "{}" if block.is_mapping else "[]"
    texts = [item.value.text for item in block.items if isinstance(item.value, Scalar)]
    if block.is_mapping or block.commented or len(texts) < len(block.items):
        return None
    line = ", ".join(one_line(text, in_flow=True, empty=EMPTY) for text in texts).join("[]")
    return line if len(line) <= room else None


def _hoisted(item: CollectionItem) -> CollectionItem:
    """An item of a list that is a mapping or list stands on its first line: what comments that has go above it."""
    if item.key is not None or not isinstance(item.value, Collection) or not item.value.items:
        return item
    first, *others = item.value.items
    first = _hoisted(first)
    beside = (item.trailing_comment,) if item.trailing_comment else ()
    value = item.value._replace(items=(first._replace(comments_before=()), *others))
    return item._replace(
        value=value, comments_before=(*item.comments_before, *beside, *first.comments_before), trailing_comment=""
    )


def _line(text: str, comment: str) -> str:
    return f"{text}  {comment}" if comment else text
